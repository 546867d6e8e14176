namespace Slackline.Timing.Schema;

/// <summary>The part of its path that a row is on.</summary>
internal sealed class PartSource : TextSource
{
    /// <summary>The words for the parts.</summary>
    public static readonly string[] Words = ["launch_clock", "data", "capture_clock"];

    public override int Count(PathChunk chunk) => Words.Length;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        int first = 0;
        int end = 0;
        int start = 0;
        int arrival = 0;
        for (int i = 0; i < items.Length; i++)
        {
            int row = items[i];
            if (row < first || row >= end)
            {
                int path = chunk.PathOf(row);
                first = chunk.FirstRow[path];
                end = chunk.FirstRow[path + 1];
                start = chunk.DataStart(path);
                arrival = start < 0 ? end : chunk.EndOfData(start, end);
            }

            ids[i] = (int)(row < start ? PathPart.LaunchClock : row <= arrival ? PathPart.Data : PathPart.CaptureClock);
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => (PathPart)id switch
    {
        PathPart.LaunchClock => "launch_clock"u8,
        PathPart.Data => "data"u8,
        _ => "capture_clock"u8,
    };
}
