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

    private static string Write(double value, int digits)
    {
        Span<byte> text = stackalloc byte[400];
        return Encoding.ASCII.GetString(text[..DecimalText.Write(value, digits, text)]);
    }
}
