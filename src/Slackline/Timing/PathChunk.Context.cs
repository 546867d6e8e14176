namespace Slackline.Timing;

/// <content>What surrounds a path in its report: the report file, the heading above it, and the units printed before it.</content>
public sealed partial class PathChunk
{
    /// <summary>
    /// The report files that paths were read from, as ids in <see cref="Names"/>; <see cref="NoName"/> where they are from a running tool
    /// or standard input.
    /// </summary>
    public ReadOnlySpan<int> File => Paths.File.First(Count);

    /// <summary>
    /// The titles of the headings above paths, as ids in <see cref="Names"/>; <see cref="NoName"/> for a path without a heading.
    /// </summary>
    public ReadOnlySpan<int> Section => Paths.Section.First(Count);

    /// <summary>Whether the next path goes into another chunk, since its numbers count something else.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>Sets the file, the heading and the corner of a path. A corner that the path prints itself takes precedence.</summary>
    internal void SetContext(int path, int file, int section, int corner)
    {
        Paths.File[path] = file;
        Paths.Section[path] = section;
        if (corner != NoName && Paths.Corner[path] == NoName)
        {
            Paths.Corner[path] = corner;
            Paths.Shape[path] |= PathShape.CornerAbove;
        }
    }

    /// <summary>Sets the units of the paths in the chunk, when the text printed before them gives the units.</summary>
    internal void CountIn(TimingUnits units) => _units = units;
}
