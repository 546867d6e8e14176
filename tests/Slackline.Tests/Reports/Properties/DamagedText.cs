namespace Slackline.Tests.Reports.Properties;

/// <summary>A text after accidents, which knows of every byte where in the source it came from.</summary>
internal sealed class DamagedText
{
    private const int Foreign = -1;

    private readonly int[] _origins;

    private DamagedText(byte[] source, byte[] bytes, int[] origins, string what)
    {
        Source = source;
        Bytes = bytes;
        _origins = origins;
        What = what;
    }

    /// <summary>The text before the damage.</summary>
    public byte[] Source { get; }

    /// <summary>The text after it.</summary>
    public byte[] Bytes { get; }

    /// <summary>The damage that was done, for the test's message.</summary>
    public string What { get; }

    /// <summary>A text without damage.</summary>
    public static DamagedText Whole(byte[] source) => new(source, source, [.. Enumerable.Range(0, source.Length)], "");

    /// <summary>Another byte in the place of one.</summary>
    public DamagedText Flip(int at, byte value)
    {
        byte[] bytes = [.. Bytes];
        int[] origins = [.. _origins];
        bytes[at] = value;
        origins[at] = Foreign;
        return new DamagedText(Source, bytes, origins, $"{What} {value} at {at},");
    }

    /// <summary>A range taken out; at the end that is a truncation.</summary>
    public DamagedText Cut(int start, int length) => Arrange($"cut {length} at {start}", [0..start, (start + length)..Bytes.Length]);

    /// <summary>A range that comes twice.</summary>
    public DamagedText Double(int start, int length) => Arrange($"double {length} at {start}", [0..(start + length), start..Bytes.Length]);

    /// <summary>The lines of a range interleaved with those of the range after it, as when two tools print into one file.</summary>
    public DamagedText Interleave(int start, int middle, int end)
    {
        Queue<Range> first = Lines(start, middle);
        Queue<Range> second = Lines(middle, end);
        var ranges = new List<Range> { 0..start };
        while (first.Count + second.Count > 0)
        {
            foreach (Queue<Range> lines in (Queue<Range>[])[first, second])
            {
                if (lines.TryDequeue(out Range line))
                {
                    ranges.Add(line);
                }
            }
        }

        return Arrange($"interleave {start}..{middle}..{end}", [.. ranges, end..Bytes.Length]);
    }

    /// <summary>
    /// Where in the source a path is; null when damage touches it, or the lines that show where it ends: those after it up to the first
    /// that is not empty.
    /// </summary>
    public int? SourceOf(int offset, int length)
    {
        int end = offset + length;
        while (end < Bytes.Length && Bytes[end] is (byte)'\n' or (byte)'\r')
        {
            end++;
        }

        int lineEnd = Array.IndexOf(Bytes, (byte)'\n', end);
        end = lineEnd < 0 ? Bytes.Length : lineEnd + 1;
        for (int i = offset; i < end; i++)
        {
            if (_origins[i] == Foreign || _origins[i] != _origins[offset] + i - offset)
            {
                return null;
            }
        }

        bool isTruncated = end == Bytes.Length && _origins[end - 1] != Source.Length - 1;
        return isTruncated ? null : _origins[offset];
    }

    /// <summary>Whether a place in the source is not the beginning of a line.</summary>
    public bool IsInsideLine(int source) => source > 0 && Source[source - 1] != '\n';

    private DamagedText Arrange(string what, Range[] ranges) => new(
        Source, [.. ranges.SelectMany(range => Bytes[range])], [.. ranges.SelectMany(range => _origins[range])], $"{What} {what},");

    private Queue<Range> Lines(int start, int end)
    {
        var lines = new Queue<Range>();
        while (start < end)
        {
            int lineEnd = Array.IndexOf(Bytes, (byte)'\n', start, end - start) is >= 0 and int at ? at + 1 : end;
            lines.Enqueue(start..lineEnd);
            start = lineEnd;
        }

        return lines;
    }
}
