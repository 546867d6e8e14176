namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="InstancePowerReport"/>.</summary>
internal sealed class InstancePowerFormat : ConfirmedFormat
{
    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("  "u8) && PowerColumns.AreTitles(ref words);
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (PowerColumns.TryReadTitles(ref lines) is not { } columns)
        {
            return null;
        }

        return ReadRows(ref lines, columns);
    }

    /// <summary>Reads the next rows, up to the end of the table or of what fits into a part of it.</summary>
    internal static InstancePowerReport ReadRows(ref LineCursor lines, PowerColumns columns)
    {
        var instances = new List<NamedPower>();
        while (instances.Count < Report.MaxRows && lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            var words = new LineScanner(line);
            if (!PowerColumns.TryReadRow(ref words, ref columns, out PowerValues power) || !words.TryTake(" "u8))
            {
                break;
            }

            instances.Add(new NamedPower(words.TakeRest(), power));
            lines.TryNext(out _);
        }

        return new InstancePowerReport { Instances = instances, Columns = columns };
    }
}
