using CsCheck;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes numbers that a table can show, each the double nearest to a decimal with the table's digits.</summary>
internal static class TableNumbers
{
    /// <summary>Fanouts, with some too long for their column, and blanks.</summary>
    public static Gen<int> Fanout { get; } = Gen.OneOf(Gen.Const(-1), Gen.Int[0, 40], Gen.Int[0, int.MaxValue]);

    /// <summary>A number: mostly of ordinary size, but also too long for its column, minus nothing, infinite.</summary>
    public static Gen<double> OfDigits(int digits)
    {
        double unit = Math.Pow(10, digits);
        return Gen.Frequency(
            (10, Gen.Int[-99_999, 99_999].Select(mantissa => mantissa / unit)),
            (3, Gen.Long[-999_999_999_999_999, 999_999_999_999_999].Select(mantissa => mantissa / unit)),
            (1, Gen.Long[1_000_000_000_000_000, 1_000_000_000_000_000_000].Select(static whole => (double)whole)),
            (1, Gen.OneOf(0, -0.0, double.PositiveInfinity, double.NegativeInfinity)));
    }

    /// <summary>The same, or nothing.</summary>
    public static Gen<double> OrBlank(int digits) => Gen.Frequency((3, OfDigits(digits)), (1, Gen.Const(double.NaN)));
}
