namespace Slackline.Timing;

/// <summary>The values that a chunk holds for each path. Their meaning is documented where they are public, in
/// <see cref="PathChunk"/>.</summary>
internal sealed class PathArrays : ChunkArrays
{
    public readonly IdArray Startpoint;
    public readonly IdArray StartpointPin;
    public readonly IdArray StartpointDetail;
    public readonly IdArray Endpoint;
    public readonly IdArray EndpointPin;
    public readonly IdArray EndpointDetail;
    public readonly IdArray PathGroup;
    public readonly ChunkArray<PathType> PathType;
    public readonly IdArray Corner;
    public readonly IdArray Mode;
    public readonly IdArray File;
    public readonly IdArray Section;
    public readonly ChunkArray<double> Arrival;
    public readonly ChunkArray<double> Required;
    public readonly ChunkArray<double> Slack;
    public readonly ChunkArray<SlackVerdict> Verdict;

    /// <summary>The slack as printed, where the tool has given an exact one; NaN where it has not. Most chunks have none.</summary>
    public readonly ChunkArray<double> PrintedSlack;

    // Needed only for printing back.
    public readonly IdArray Layout;
    public readonly ChunkArray<byte> Digits;
    public readonly ChunkArray<PathFormat> Format;
    public readonly ChunkArray<PathShape> Shape;
    public readonly ChunkArray<int> BlankLinesBefore;

    public PathArrays(int paths)
        : base(paths)
    {
        Startpoint = Add(new IdArray(IdKind.Name));
        StartpointPin = Add(new IdArray(IdKind.Pin));
        StartpointDetail = Add(new IdArray(IdKind.Name));
        Endpoint = Add(new IdArray(IdKind.Name));
        EndpointPin = Add(new IdArray(IdKind.Pin));
        EndpointDetail = Add(new IdArray(IdKind.Name));
        PathGroup = Add(new IdArray(IdKind.Name));
        PathType = Add(new ChunkArray<PathType>(Timing.PathType.Unknown));
        Corner = Add(new IdArray(IdKind.Name));
        Mode = Add(new IdArray(IdKind.Name));
        File = Add(new IdArray(IdKind.Name));
        Section = Add(new IdArray(IdKind.Name));
        Arrival = Add(new ChunkArray<double>(double.NaN));
        Required = Add(new ChunkArray<double>(double.NaN));
        Slack = Add(new ChunkArray<double>(double.NaN));
        Verdict = Add(new ChunkArray<SlackVerdict>(SlackVerdict.None));
        PrintedSlack = AddOptional(new ChunkArray<double>(double.NaN));
        Layout = Add(new IdArray(IdKind.Layout));
        Digits = Add(new ChunkArray<byte>(0));
        Format = Add(new ChunkArray<PathFormat>(PathFormat.Full));
        Shape = Add(new ChunkArray<PathShape>(PathShape.None));
        BlankLinesBefore = Add(new ChunkArray<int>(0));
    }
}
