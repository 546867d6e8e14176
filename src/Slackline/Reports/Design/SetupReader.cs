using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="SetupReport"/>.</summary>
internal sealed class SetupReader : RoundTripReader
{
    private static readonly SetupProblem[] s_problems = Enum.GetValues<SetupProblem>();

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => TryReadMessage(line) is not null;

    protected override Report? Parse(ref LineCursor lines)
    {
        var messages = new List<SetupMessage>();

        // A problem that comes before the last one in the order of the checks belongs to another check_setup.
        while (lines.TryPeek(out ReadOnlySpan<byte> line)
            && TryReadMessage(line) is { } message
            && (messages.Count == 0 || message.Problem > messages[^1].Problem))
        {
            lines.TryNext(out _);
            messages.Add(message with { Objects = ReadObjects(ref lines, message) });
        }

        return messages.Count > 0 ? new SetupReport { Messages = messages } : null;
    }

    private static SetupMessage? TryReadMessage(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        if (!words.TryTake("Warning: There "u8) || !(words.TryTake("is"u8) || words.TryTake("are"u8)) || !words.TryTakeCount(out int count))
        {
            return null;
        }

        foreach (SetupProblem problem in s_problems)
        {
            var message = new SetupMessage(problem, count, []);
            if (Ascii.Equals(line, message.ToText()))
            {
                return message;
            }
        }

        return null;
    }

    // All that were counted, or none. A loop has as many lines as it has pins, and more.
    private static List<string> ReadObjects(ref LineCursor lines, SetupMessage message)
    {
        var objects = new List<string>();
        int start = lines.Position;
        bool areCounted = message.Problem != SetupProblem.CombinationalLoop;
        while (!(areCounted && objects.Count == message.Count) && lines.TryTakePrefixed("  "u8, out ReadOnlySpan<byte> name))
        {
            objects.Add(Encoding.UTF8.GetString(name));
        }

        if (areCounted && objects.Count < message.Count)
        {
            lines.Return(start);
            objects.Clear();
        }

        return objects;
    }
}
