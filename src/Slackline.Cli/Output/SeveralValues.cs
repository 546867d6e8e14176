using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Watches whether paths have more than one value in a column of names.</summary>
internal sealed class SeveralValues(SeveralValues.Column column)
{
    private byte[]? _first;

    /// <summary>A column of a chunk.</summary>
    public delegate ReadOnlySpan<int> Column(PathChunk chunk);

    /// <summary>Whether they have.</summary>
    public bool AreSeveral { get; private set; }

    /// <summary>Looks at some paths of a chunk. True when it turns out that there are several values.</summary>
    public bool Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        if (AreSeveral)
        {
            return false;
        }

        ReadOnlySpan<int> ids = column(chunk);
        int last = int.MinValue;
        foreach (int path in paths)
        {
            int id = ids[path];
            if (id == last)
            {
                continue;
            }

            last = id;
            ReadOnlySpan<byte> name = id == PathChunk.NoName ? default : chunk.Names[id];
            _first ??= name.ToArray();
            AreSeveral |= !name.SequenceEqual(_first);
        }

        return AreSeveral;
    }
}
