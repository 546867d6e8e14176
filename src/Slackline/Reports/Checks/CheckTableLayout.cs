namespace Slackline.Reports.Checks;

/// <summary>How a table of checks is printed.</summary>
/// <param name="DescriptionWidth">Characters that the column of pins is padded to.</param>
/// <param name="FieldWidth">Characters that each column of numbers is padded to.</param>
/// <param name="Digits">Digits after the point (<c>-digits</c>).</param>
/// <param name="AreRowsSpaced">Whether empty lines separate the rows, as in OpenSTA 3.1's limit tables of <c>-violators</c>.</param>
public sealed record CheckTableLayout(int DescriptionWidth, int FieldWidth, int Digits, bool AreRowsSpaced)
{
    /// <summary>No tool prints wider columns; a bound on what damaged text can make us write.</summary>
    internal const int MaxWidth = 1000;

    /// <summary>The number of dashes under the titles.</summary>
    public int Width => DescriptionWidth + (3 * FieldWidth) + 3;

    internal string ToText(double value) => (double.IsNaN(value) ? "" : DecimalText.ToText(value, Digits)).PadLeft(FieldWidth);
}
