namespace Slackline.Transport;

/// <summary>What a frame holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>The first frame: the result's columns as the schema's message of an Arrow stream.</summary>
    Schema = 1,

    /// <summary>Paths: the dictionaries and the record batch of an Arrow stream.</summary>
    Paths = 2,

    /// <summary>The last frame, a JSON object: how the query ended. Without it the stream was cut.</summary>
    End = 3,
}
