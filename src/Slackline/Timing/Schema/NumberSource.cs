namespace Slackline.Timing.Schema;

/// <summary>How a column of numbers is read from a chunk.</summary>
internal abstract class NumberSource
{
    /// <summary>Writes the number of every item (path or row); NaN where it is blank.</summary>
    public abstract void Read(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values);

    /// <summary>The same, to compare and to compute with.</summary>
    public virtual void ReadCompared(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values) => Read(chunk, items, values);

    /// <summary>The number of one item, as it is shown.</summary>
    public virtual double Shown(PathChunk chunk, int item)
    {
        double value = double.NaN;
        Read(chunk, new ReadOnlySpan<int>(in item), new Span<double>(ref value));
        return value;
    }
}
