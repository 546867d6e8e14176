namespace Slackline.Timing.Schema;

/// <summary>A column of numbers that chunks hold as they are; blank is NaN.</summary>
internal class StoredNumber(Func<PathChunk, ChunkArray<double>> array) : NumberSource
{
    /// <summary>The array that holds them.</summary>
    public ChunkArray<double> Stored(PathChunk chunk) => array(chunk);

    public override void Read(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values)
    {
        double[] all = array(chunk).Values;
        if (all.Length == 0)
        {
            values.Fill(double.NaN);
            return;
        }

        for (int i = 0; i < items.Length; i++)
        {
            values[i] = all[items[i]];
        }
    }
}
