using Slackline.Reports;

namespace Slackline.Service.Sources;

/// <summary>A place in a report that could not be read.</summary>
/// <param name="File">The file; empty for a running tool and standard input.</param>
/// <param name="Damage">The kind of damage.</param>
/// <param name="Start">The offset where it begins.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Line">The number of its first line, where lines were counted.</param>
internal sealed record DamagedPlace(string File, Damage Damage, long Start, long End, long? Line)
{
    /// <summary>The place in words.</summary>
    /// <param name="lines">Finds the line in the file, where lines were not counted.</param>
    public string Describe(LineNumbers lines)
    {
        string place = (Line ?? (File.Length > 0 ? lines.Of(File, Start) : null)) is { } number ? $"line {number}: " : "";
        return place + Damage switch
        {
            Damage.Cut => $"the report ends inside a path, at byte {End} (the path begins at byte {Start})",
            Damage.Unread => $"text of a path at byte {Start} belongs to none that could be read; it is not counted as a path",
            Damage.TooLong => $"the report at byte {Start} is too long to be held in memory; the text before byte {End} is kept as text",
            _ => $"the path at byte {Start} breaks off at byte {End}; its text is not counted as a path",
        };
    }
}
