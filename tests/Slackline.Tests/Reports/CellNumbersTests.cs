using System.Globalization;
using System.Text;
using CsCheck;
using Slackline.Reports;

namespace Slackline.Tests.Reports;

/// <summary>The fast readers agree with <see cref="DecimalText"/>, which is plain, on every cell they take.</summary>
public class CellNumbersTests
{
    private static readonly Gen<string> _numbers = Gen.Select(Gen.Long[-100_000_000_000, 100_000_000_000], Gen.Int[0, 6], Gen.Int[1, 1_000_000_000]).Select((mantissa, digits, divisor) =>
        (mantissa / divisor / Math.Pow(10, digits)).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static readonly string[] _odd = ["", "-", "--1.00", "1-.00", "00.25", "-00.25", ".25", "-.25", "1 .25", "1.2 5", "INF", "1.2.3", "0x.12", "/9.00", ":1.00", "- 1.00", "1e1.00"];

    private static readonly Gen<string> _oddities = Gen.Int[0, _odd.Length - 1].Select(i => _odd[i]);

    [Fact]
    public void Cells_of_eight_are_read_as_plain_text_is() => Gen.Select(Gen.OneOf(_numbers, _oddities), Gen.Int[1, 8], Gen.Int[0, 6]).Where((text, width, _) => text.Length <= width).Sample((text, width, digits) =>
    {
        byte[] cell = Encoding.ASCII.GetBytes(text.PadLeft(width) + " v other text behind");
        ulong loaded = CellNumbers.Load(ref cell[0], width);
        Assert.Equal(text.Length == 0, CellNumbers.IsBlank(loaded));
        bool isRead = new CellNumbers(digits).TryRead(loaded, out double value);
        Check(text, digits, isRead, value);
    });

    [Fact]
    public void Cells_of_sixteen_likewise() => Gen.Select(Gen.OneOf(_numbers, _oddities), Gen.Int[1, 16], Gen.Int[1, 9]).Where((text, width, _) => text.Length <= width).Sample((text, width, digits) =>
    {
        byte[] cell = Encoding.ASCII.GetBytes(text.PadLeft(width) + " v other text behind");
        UInt128 loaded = WideCellNumbers.Load(ref cell[0], width);
        Assert.Equal(text.Length == 0, WideCellNumbers.IsBlank(loaded));
        bool isRead = new WideCellNumbers(digits).TryRead(loaded, out double value);
        Check(text, digits, isRead, value);
    });

    private static void Check(string text, int digits, bool isRead, double value)
    {
        bool isPlain = DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out double expected, out int found) && found == digits;
        Assert.True(isPlain == isRead, $"'{text}' with {digits} digits");
        if (isRead)
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
        }
    }
}
