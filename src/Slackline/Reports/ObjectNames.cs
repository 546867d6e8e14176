namespace Slackline.Reports;

/// <summary>
/// Names of objects, each on a line of its own, as scripts print what <c>get_fanin</c>, <c>get_fanout</c> and the like have found. Known by the pins among them: of other
/// words nobody can tell what they are. A long list comes in parts.
/// </summary>
/// <param name="Names">The names.</param>
/// <param name="Indent">How many spaces stand before each.</param>
public sealed record ObjectNames(IReadOnlyList<string> Names, int Indent) : Report
{
    internal override void WriteLines(LineWriter lines)
    {
        string indent = new(' ', Indent);
        foreach (string name in Names)
        {
            lines.Line(indent + name);
        }
    }
}
