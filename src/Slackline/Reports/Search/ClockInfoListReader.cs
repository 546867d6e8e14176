namespace Slackline.Reports.Search;

/// <summary>Reads <see cref="ClockInfoList"/>: only the count below the lines shows that they are one.</summary>
internal sealed class ClockInfoListReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.IndexOf("/max "u8) > 0 || line.IndexOf("/min "u8) > 0;

    protected override Report? Parse(ref LineCursor lines)
    {
        List<ClockInfo> infos = lines.TakeAll(ClockInfo.TryRead);

        return infos.Count > 0 && lines.TryNext(out ReadOnlySpan<byte> count) && count.EndsWith(" clk infos"u8)
            ? new ClockInfoList { Infos = infos }
            : null;
    }
}
