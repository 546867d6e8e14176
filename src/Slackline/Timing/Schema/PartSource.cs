namespace Slackline.Timing.Schema;

/// <summary>The part of its path that a row is on.</summary>
internal sealed class PartSource : TextSource
{
    /// <summary>The words for the parts.</summary>
    public static readonly string[] Words = ["launch_clock", "data", "capture_clock"];

    public override int Count(PathChunk chunk) => Words.Length;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        // The rows are of one path.
        int path = items.IsEmpty ? 0 : chunk.PathOf(items[0]);
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = (int)chunk.PartOf(path, items[i]);
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => (PathPart)id switch
    {
        PathPart.LaunchClock => "launch_clock"u8,
        PathPart.Data => "data"u8,
        _ => "capture_clock"u8,
    };
}
