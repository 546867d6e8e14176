namespace Slackline.Reports.Design;

/// <summary>How <c>report_power -format json</c> prints numbers and commas.</summary>
/// <param name="Digits">Digits between the point and the exponent (<c>-digits</c>).</param>
/// <param name="IsPadded">Whether numbers are padded as in the table, and the commas between kinds of cells are on separate lines.</param>
public sealed record PowerJsonLayout(int Digits, bool IsPadded)
{
    private static readonly string[] s_keys = ["internal", "switching", "leakage", "total"];

    /// <summary>Reads the four numbers of an object, and their layout if none is known yet.</summary>
    internal static PowerJsonLayout? TryRead(ref LineCursor lines, out PowerValues power, PowerJsonLayout? layout)
    {
        power = default;
        Span<double> values = stackalloc double[s_keys.Length];
        for (int i = 0; i < s_keys.Length; i++)
        {
            if (!lines.TryNext(out ReadOnlySpan<byte> line))
            {
                return null;
            }

            var words = new LineScanner(line.TrimEnd((byte)','));
            if (!ScientificText.TryRead(words.TakeLastWord(), out values[i], out int digits))
            {
                return null;
            }

            layout ??= new PowerJsonLayout(digits, line.IndexOf(":  "u8) >= 0);
        }

        power = new PowerValues(values[0], values[1], values[2], values[3]);
        return layout;
    }

    internal void Write(LineWriter lines, string indent, PowerValues power)
    {
        ReadOnlySpan<double> values = [power.Internal, power.Switching, power.Leakage, power.Total];
        for (int i = 0; i < values.Length; i++)
        {
            string number = ScientificText.ToText(values[i], Digits).PadLeft(IsPadded ? Math.Max(Digits + 6, 10) : 0);
            lines.Line($"{indent}\"{s_keys[i]}\": {number}{(i < values.Length - 1 ? "," : "")}");
        }
    }
}
