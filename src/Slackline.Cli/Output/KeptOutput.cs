using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Prints no paths, only the id of the stream that they are kept as.</summary>
internal sealed class KeptOutput(TextWriter output) : IPathOutput
{
    public bool WantsMore => true;

    public void Begin(string? keptAs)
    {
        output.WriteLine(keptAs);
        output.Flush();
    }

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches) => matches.Length;

    public void Finish() => output.Flush();
}
