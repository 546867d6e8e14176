using System.Globalization;
using System.Text;
using CsCheck;
using Slackline.Reports;

namespace Slackline.Tests.Reports;

public class DecimalTextTests
{
    [Fact]
    [Property]
    public void A_number_that_is_read_is_written_the_same()
    {
        Gen.Select(Gen.Double, Gen.Int[0, 12]).Where(pair => double.IsFinite(pair.Item1) && Math.Abs(pair.Item1) < 1e200).Holds((value, digits) =>
        {
            string text = value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out double read, out int readDigits), text);
            Assert.Equal(digits, readDigits);
            Assert.Equal(text, Write(read, digits));
        });
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("755825228", true)]
    [InlineData("+755825228", false)]
    [InlineData("-0", false)]
    [InlineData("007", false)]
    [InlineData("12a", false)]
    [InlineData("", false)]
    public void A_count_is_read_only_as_it_is_written(string text, bool isCount) => Assert.Equal(isCount, DecimalText.TryReadCount(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    [Property]
    public void Small_numbers_likewise() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 9]).Holds((mantissa, digits) =>
        {
            string text = (mantissa / (decimal)Math.Pow(10, digits)).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out double read, out _));
            Assert.Equal(text, Write(read, digits));
        });

    [Theory]
    [InlineData("-0.00", 2)]
    [InlineData("INF", -1)]
    [InlineData("-INF", -1)]
    [InlineData("0", 0)]
    [InlineData("12345678901234568.00", 2)]
    public void Special_numbers_too(string text, int digits)
    {
        Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out double value, out int readDigits));
        Assert.Equal(digits, readDigits);
        Assert.Equal(text, Write(value, Math.Max(0, digits)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("00.5")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("+1")]
    [InlineData("nan")]
    [InlineData("0x1")]
    [InlineData("123456789012345678901234567890.123456789012345678")]
    public void What_could_not_be_written_again_is_refused(string text) =>
        Assert.False(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out _, out _));

    [Fact]
    [Property]
    public void The_last_number_of_a_line_is_read_as_it_is_alone() =>
        Gen.Select(Gen.Char["0123456789.-IN "].Array[0, 20], Gen.OneOf("", " ", "u1/Z   ")).Holds((characters, before) =>
        {
            byte[] line = Encoding.ASCII.GetBytes(before + new string(characters));
            int start = Array.LastIndexOf(line, (byte)' ') + 1;
            bool isNumber = DecimalText.TryRead(line.AsSpan(start), out double expected, out int expectedDigits);
            Assert.Equal(isNumber ? start : -1, DecimalText.TryReadLast(line, out double value, out int digits));
            Assert.Equal(isNumber ? (BitConverter.DoubleToInt64Bits(expected), expectedDigits) : default, isNumber ? (BitConverter.DoubleToInt64Bits(value), digits) : default);
        });

    [Fact]
    [Property]
    public void A_number_with_an_exponent_is_read_exactly_and_written_the_same() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Int[-30, 30], Gen.Int[0, 17]).Holds((mantissa, exponent, digits) =>
        {
            string text = ScientificText.ToText(mantissa * Math.Pow(10, exponent), digits);
            Assert.True(ScientificText.TryRead(Encoding.ASCII.GetBytes(text), out double value, out int readDigits), text);
            Assert.Equal((double.Parse(text, CultureInfo.InvariantCulture), digits), (value, readDigits));
            Assert.Equal(text, ScientificText.ToText(value, digits));
        });

    [Theory]
    [InlineData("1.50e-06", true)]
    [InlineData("-1.50e-06", true)]
    [InlineData("0e+00", true)]
    [InlineData("-0.00e+00", true)]
    [InlineData("1.00e+100", true)]
    [InlineData("0.00e+01", false)]
    [InlineData("0.15e-06", false)]
    [InlineData("1.50e-00", false)]
    [InlineData("1.50e06", false)]
    [InlineData("1.50e+6", false)]
    [InlineData("1.e+06", false)]
    [InlineData("11.50e+06", false)]
    [InlineData("1,50e+06", false)]
    [InlineData("1.50e+006", false)]
    [InlineData("+1.50e+06", false)]
    [InlineData("e+06", false)]
    [InlineData("-e+06", false)]
    [InlineData("", false)]
    public void A_number_with_an_exponent_is_read_only_as_it_is_written(string text, bool isNumber) => Assert.Equal(isNumber, ScientificText.TryRead(Encoding.ASCII.GetBytes(text), out _, out _));

    private static string Write(double value, int digits)
    {
        Span<byte> text = stackalloc byte[400];
        return Encoding.ASCII.GetString(text[..DecimalText.Write(value, digits, text)]);
    }
}
