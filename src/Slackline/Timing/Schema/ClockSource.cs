namespace Slackline.Timing.Schema;

/// <summary>The clock named in the descriptions of startpoints or endpoints.</summary>
internal sealed class ClockSource(NameSource details) : TextSource
{
    public override int Count(PathChunk chunk) => details.Count(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids) => details.Ids(chunk, items, ids);

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => DetailParser.FindClock(details.Text(chunk, id));
}
