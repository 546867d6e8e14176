using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Prints whole paths as the tool prints them: the first ones, or the one with a number.</summary>
internal sealed class FullPathOutput(Stream output, long first, long count) : IPathOutput
{
    private readonly TextBuffer _text = new();
    private long _seen;

    /// <summary>How many paths were printed.</summary>
    public long Printed { get; private set; }

    public bool WantsMore => Printed < count;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        long before = Printed;
        foreach (int match in matches)
        {
            _seen++;
            if (_seen < first)
            {
                continue;
            }

            if (Printed > 0)
            {
                _text.Write("\n\n"u8);
            }

            PathRenderer.Render(chunk[match], _text);
            Printed++;
            if (Printed == count)
            {
                break;
            }
        }

        output.Write(_text.Written);
        output.Flush();
        _text.Clear();
        return (int)(Printed - before);
    }

    public void Finish() => output.Flush();
}
