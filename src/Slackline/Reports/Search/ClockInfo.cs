using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Search;

/// <summary>What all paths launched by a clock have in common.</summary>
/// <param name="Scene">The scene (corner).</param>
/// <param name="PathType">Whether it is for the latest or the earliest arrivals.</param>
/// <param name="Clock">The clock; null for none.</param>
/// <param name="ClockTransition">The clock's edge.</param>
/// <param name="Properties">The clock's source, latencies and uncertainties, as printed.</param>
public sealed record ClockInfo(string Scene, PathType PathType, string? Clock, Transition ClockTransition, string Properties)
{
    /// <summary>The line as printed.</summary>
    public override string ToString()
    {
        string clock = Clock is null ? "unclocked" : $"{Clock} {(char)ClockTransition}";
        return $"{Scene}/{PathType.Word()} {clock}{(Properties.Length == 0 ? "" : " ")}{Properties}";
    }

    internal static ClockInfo? TryRead(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        ReadOnlySpan<byte> scene = words.TakeWord();
        int slash = scene.LastIndexOf((byte)'/');
        if (slash <= 0 || !SearchTag.TryReadType(scene[(slash + 1)..], out PathType type))
        {
            return null;
        }

        string? clock = words.TakeName();
        LineScanner behind = words;
        if (SearchTag.TryTakeEdge(ref behind, out Transition edge))
        {
            words = behind;
        }
        else if (clock == "unclocked")
        {
            clock = null;
        }
        else
        {
            return null;
        }

        words.TryTake(" "u8);
        return new ClockInfo(Encoding.UTF8.GetString(scene[..slash]), type, clock, edge, words.TakeRest());
    }
}
