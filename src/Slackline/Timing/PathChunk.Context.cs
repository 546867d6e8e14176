namespace Slackline.Timing;

/// <content>What is known of paths from around them: the report file, the heading above them, the units that were printed before.</content>
public sealed partial class PathChunk
{
    /// <summary>The report files that paths were read from, as ids in <see cref="Names"/>; <see cref="NoName"/> where they are from a running tool or standard input.</summary>
    public ReadOnlySpan<int> File => Paths.File.First(Count);

    /// <summary>The titles of the headings above paths, as ids in <see cref="Names"/>; <see cref="NoName"/> where there is none.</summary>
    public ReadOnlySpan<int> Section => Paths.Section.First(Count);

    /// <summary>Whether the next path goes into another chunk, since its numbers count something else.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>Says where a path stands. Its own corner, where it has one, is what it is.</summary>
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

    /// <summary>Says what the numbers of the paths count that are there, when it is known from what was printed before them.</summary>
    internal void CountIn(TimingUnits units) => _units = units;
}
