using System.Text;

namespace Slackline.Reports.Search;

/// <summary>Reads <see cref="TagArrivals"/>.</summary>
internal sealed class TagArrivalsReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Vertex "u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        lines.TryTakePrefixed("Vertex "u8, out ReadOnlySpan<byte> vertex);
        int? group = null;
        if (lines.TryTakePrefixed("Group "u8, out ReadOnlySpan<byte> number))
        {
            group = DecimalText.TryReadCount(number, out int index) ? index : null;
        }

        var numbers = new DecimalReader();
        List<TagArrival> arrivals = lines.TakeAll(line => TagArrival.TryRead(line, numbers));

        return arrivals.Count > 0 || lines.TryTake(" no arrivals"u8)
            ? new TagArrivals { Vertex = Encoding.UTF8.GetString(vertex), Group = group, Arrivals = arrivals, Digits = numbers.Digits }
            : null;
    }
}
