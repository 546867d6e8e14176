using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="DesignAreaReport"/>.</summary>
internal sealed class DesignAreaReader : OneLineReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Design area "u8) && line.EndsWith("% utilization."u8);

    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("Design area "u8)
            && DecimalText.TryRead(words.TakeWord(), out double area, out _)
            && words.TakeWord() is var unit && unit.EndsWith("^2"u8)
            && DecimalText.TryRead(words.TakeWord().TrimEnd((byte)'%'), out double utilization, out _)
            ? new DesignAreaReport { Area = area, Unit = Encoding.UTF8.GetString(unit[..^2]), Utilization = utilization }
            : null;
    }
}
