using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>Reads <c>report_units</c>: one line for each quantity, all of them in a fixed order.</summary>
internal sealed class ReportedUnitsReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith(" time "u8);

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        var units = new List<ReportedUnit>();
        foreach (string quantity in ReportedUnits.Quantities)
        {
            if (!lines.TryNext(out ReadOnlySpan<byte> line) || ParseUnit(line, quantity) is not { } unit)
            {
                return null;
            }

            units.Add(unit);
        }

        return lines.EndsWithoutLineEnd ? null : new ReportedUnits { Units = units };
    }

    private static ReportedUnit? ParseUnit(ReadOnlySpan<byte> line, string quantity)
    {
        var words = new LineScanner(line);
        if (words.TakeName() != quantity)
        {
            return null;
        }

        ReadOnlySpan<byte> unit = words.TakeWord();
        int digits = unit.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 && DecimalText.TryReadCount(unit[..digits], out int multiple)
            ? new ReportedUnit(quantity, multiple, Encoding.UTF8.GetString(unit[digits..]))
            : null;
    }
}
