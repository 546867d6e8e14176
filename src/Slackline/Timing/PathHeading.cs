namespace Slackline.Timing;

/// <summary>The lines above a path's table, as ids in the chunk's <see cref="PathChunk.Names"/>.</summary>
internal struct PathHeading()
{
    public int Startpoint = PathChunk.NoName;
    public int StartpointDetail = PathChunk.NoName;
    public int Endpoint = PathChunk.NoName;
    public int EndpointDetail = PathChunk.NoName;
    public int PathGroup = PathChunk.NoName;
    public int Corner = PathChunk.NoName;
    public int Mode = PathChunk.NoName;
    public int File = PathChunk.NoName;
    public int Section = PathChunk.NoName;
    public PathType PathType;

    /// <summary>The pin at which the path begins. Only where no row of the path shows it.</summary>
    public int StartpointPin = PathChunk.NoName;

    /// <inheritdoc cref="StartpointPin"/>
    public int EndpointPin = PathChunk.NoName;
    public SlackVerdict Verdict;
    public PathFormat Format;
    public PathShape Shape;
    public int BlankLinesBefore;
}
