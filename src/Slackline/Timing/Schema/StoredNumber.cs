namespace Slackline.Timing.Schema;

/// <summary>Numbers that a chunk holds in a column.</summary>
/// <param name="chunk">The chunk.</param>
/// <returns>The numbers of its paths or rows; empty where no report of the chunk printed them.</returns>
internal delegate ReadOnlySpan<double> NumbersOf(PathChunk chunk);

/// <summary>A column of numbers that chunks hold as they are.</summary>
internal sealed class StoredNumber(NumbersOf numbers) : NumberSource
{
    public override void Read(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values)
    {
        ReadOnlySpan<double> all = numbers(chunk);
        if (all.IsEmpty)
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
