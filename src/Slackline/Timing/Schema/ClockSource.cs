namespace Slackline.Timing.Schema;

/// <summary>The clock that a column of details speaks of.</summary>
internal sealed class ClockSource(NamesOf details) : NameSource(details)
{
    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => EndDetail.Clock(base.Text(chunk, id));
}
