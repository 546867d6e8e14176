using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using CsCheck;
using Slackline.Reports;

namespace Slackline.Tests.Reports;

/// <summary>The fast reader agrees with <see cref="DecimalText"/>, which is plain, on every cell it takes.</summary>
public class NumberCellsTests
{
    private static readonly string[] s_odd =
        ["", "-", "--1.00", "1-.00", "00.25", "-00.25", ".25", "-.25", "1 .25", "1.2 5", "INF", "1.2.3", "0x.12", "/9.00", ":1.00", "- 1.00", "1e1.00", "-0.00", "0.00", "\0.25", "1.\02", "+1.00"];

    private static readonly Gen<string> s_numbers = Gen.Select(Gen.Long[-100_000_000_000, 100_000_000_000], Gen.Int[0, 14], Gen.Int[1, 1_000_000_000]).Select((mantissa, digits, divisor) =>
        (mantissa / divisor / Math.Pow(10, digits)).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static readonly Gen<string> s_oddities = Gen.Int[0, s_odd.Length - 1].Select(i => s_odd[i]);

    // A cell as it is printed, and one of which a character is another.
    private static Gen<string> Cell(int width)
    {
        Gen<string> cell = Gen.OneOf(s_numbers, s_oddities, Gen.Const("")).Select(text => text[Math.Max(0, text.Length - width)..].PadLeft(width));
        Gen<string> damaged = Gen.Select(cell, Gen.Int[0, width - 1], Gen.Char[" -.059/:=\0\u00ff"]).Select((text, at, other) => text[..at] + other + text[(at + 1)..]);
        return Gen.Frequency((4, cell), (1, damaged));
    }

    private static Gen<string[]> Row(int width) => Cell(width).Array[1, NumberCells.Lanes];

    [Fact]
    [Property]
    public void Cells_of_up_to_eight_are_read_as_plain_text_is() =>
        Gen.Int[1, 8].SelectMany(width => Gen.Select(Row(width), Gen.Const(width), Gen.Int[0, 6])).Holds(Check);

    [Fact]
    [Property]
    public void Cells_of_up_to_sixteen_likewise() =>
        Gen.Int[9, 16].SelectMany(width => Gen.Select(Row(width), Gen.Const(width), Gen.Int[1, 14])).Holds(Check);

    private static void Check(string[] texts, int width, int digits)
    {
        byte[] line = Encoding.Latin1.GetBytes(string.Concat(texts.Select(text => text + " ")) + "v other text behind");
        var cells = new NumberCells([.. texts.Select((_, i) => (i * (width + 1), width))]);
        Assert.True(cells.UseDigits(digits));
        bool isRead = cells.TryRead(ref line[0], out Vector256<double> numbers);

        double[] expected = [.. texts.Select(text => text.AsSpan().Trim(' ').IsEmpty ? double.NaN : Plain(text.TrimStart(' '), digits))];
        bool isPlain = !expected.Any(double.IsInfinity);
        Assert.True(isPlain == isRead, $"'{string.Join("', '", texts)}' with {digits} digits");
        for (int i = 0; isRead && i < texts.Length; i++)
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected[i]), BitConverter.DoubleToInt64Bits(numbers[i]));
        }
    }

    // Infinity stands for no number here.
    private static double Plain(string text, int digits) =>
        DecimalText.TryRead(Encoding.Latin1.GetBytes(text), out double value, out int found) && found == digits ? value : double.PositiveInfinity;
}
