using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// The lines between the endpoint and the first row of the last path: group, type, mode, corner, column titles. They are the same for
/// thousands of paths, so a single comparison replaces reading eight lines.
/// </summary>
internal sealed class HeadingCache
{
    // Longer headings, with a very long group name, are read each time.
    private const int MaxLength = 1024;

    private readonly byte[] _text = new byte[MaxLength];
    private int _length;
    private long _content;
    private PathHeading _heading;
    private RowColumns? _columns;

    /// <summary>Takes the next lines if they are the same as those of the last path; otherwise takes nothing.</summary>
    public bool TryRead(ref LineCursor lines, PathChunk chunk, ref PathHeading heading, out RowColumns? columns)
    {
        columns = _columns;
        bool isUsable = _length > 0 && chunk.Content == _content && IsHeaded(heading) == IsHeaded(_heading) && !lines.CarriageReturns;
        if (!isUsable || !lines.Rest.StartsWith(_text.AsSpan(0, _length)))
        {
            return false;
        }

        lines.Skip(_length);
        heading.PathGroup = _heading.PathGroup;
        heading.PathType = _heading.PathType;
        heading.Mode = _heading.Mode;
        heading.Corner = _heading.Corner;
        return true;
    }

    /// <summary>Stores lines and what was read from them.</summary>
    public void Store(ReadOnlySpan<byte> text, bool carriageReturns, PathChunk chunk, in PathHeading heading, RowColumns columns)
    {
        _length = text.Length <= MaxLength && !carriageReturns && text.EndsWith("\n"u8) ? text.Length : 0;
        text[.._length].CopyTo(_text);
        _content = chunk.Content;
        _heading = heading;
        _columns = columns;
    }

    // A table without a heading begins at its titles.
    private static bool IsHeaded(in PathHeading heading) => (heading.Shape & PathShape.Headed) != 0;
}
