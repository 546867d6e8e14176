namespace Slackline.Timing.Schema;

/// <summary>A column of numbers that follow from what a chunk holds of each path or row.</summary>
internal sealed class ComputedNumber(Func<PathChunk, int, double> number) : NumberSource
{
    public override void Read(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = number(chunk, items[i]);
        }
    }
}
