using System.Text;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads the verbose forms of pulse width and maximum skew checks, whose tables are those of paths.</summary>
internal sealed class CheckPathReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Pin: "u8) || line.StartsWith("Constrained Pin: "u8);

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        ReadOnlySpan<byte> reference = default;
        if ((!lines.TryTakePrefixed("Pin: "u8, out ReadOnlySpan<byte> pin)
                && !(lines.TryTakePrefixed("Constrained Pin: "u8, out pin) && lines.TryTakePrefixed("Reference   Pin: "u8, out reference)))
            || !lines.TryTakePrefixed("Check: "u8, out ReadOnlySpan<byte> check)
            || !lines.TryTake([])
            || ReadTable(ref lines) is not { } table)
        {
            return null;
        }

        return new CheckPath(table)
        {
            Pin = Encoding.UTF8.GetString(pin),
            ReferencePin = Encoding.UTF8.GetString(reference),
            Check = Encoding.UTF8.GetString(check),
        };
    }

    private static PathChunk? ReadTable(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> titles) || !TableHeaderReader.IsTitleLine(titles)
            || !lines.TryNext(out ReadOnlySpan<byte> dashes) || new TableHeaderReader().Read(titles, dashes.Length) is not { } columns)
        {
            return null;
        }

        // The table is only printed back, which is the same in all units.
        var chunk = PathChunk.WithRoomFor(1);
        chunk.UseUnits(TimingUnits.Default);
        int layoutIndex = chunk.UseLayout(columns.Layout);
        var rows = new RowReader(isFast: false);
        rows.Begin(chunk, columns);
        for (int start = lines.Position; lines.TryNext(out ReadOnlySpan<byte> line); start = lines.Position)
        {
            if (line.IsEmpty)
            {
                chunk.AddRow(RowForm.Blank, -1);
            }
            else if (!line.ContainsAnyExcept((byte)'-'))
            {
                chunk.AddRow(RowForm.Separator, -1);
            }
            else if (!rows.TryRead(ref lines, line, start, out int row))
            {
                return null;
            }
            else if (chunk.Descriptions.Kind(chunk.RowDescription[row]) is DescriptionKind.SlackMet or DescriptionKind.SlackViolated)
            {
                double slack = chunk.RowTime[row];
                chunk.SetTime(row, double.NaN);
                chunk.CommitPath(new PathHeading { Shape = rows.Shape }, double.NaN, double.NaN, slack, layoutIndex, rows.Digits);
                return chunk;
            }
        }

        return null;
    }
}
