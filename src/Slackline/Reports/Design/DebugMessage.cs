using System.Buffers;
using System.Text;

namespace Slackline.Reports.Design;

/// <summary>
/// A debug message (<c>set_debug delay_calc 1</c>) between the steps of a calculation: a word in lower case, a colon and a space. No step
/// looks like that.
/// </summary>
/// <param name="Subject">The subject of debugging, such as <c>delay_calc</c> or <c>dmp_ceff</c>.</param>
/// <param name="Text">The message.</param>
public sealed record DebugMessage(string Subject, string Text) : CalculationStep
{
    private const string Colon = ": ";
    private static readonly SearchValues<byte> s_subjectCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_"u8);

    internal override void WriteLines(LineWriter lines, int digits) => lines.Line($"{Subject}{Colon}{Text}");

    /// <summary>Reads the message in a line; null when the line is not a message.</summary>
    internal static DebugMessage? TryRead(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf(": "u8);
        return colon > 0 && line[0] is >= (byte)'a' and <= (byte)'z' && !line[..colon].ContainsAnyExcept(s_subjectCharacters)
            ? new DebugMessage(Encoding.UTF8.GetString(line[..colon]), Encoding.UTF8.GetString(line[(colon + Colon.Length)..]))
            : null;
    }
}
