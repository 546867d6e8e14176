using System.IO.Hashing;
using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>How exactly a path names its endpoint.</summary>
internal enum EndpointNaming
{
    /// <summary>By its pin or port.</summary>
    Pin,

    /// <summary>By its instance alone (format short): all pins of an instance look like one endpoint.</summary>
    Instance,

    /// <summary>Not at all (format slack_only).</summary>
    None,
}

/// <summary>
/// What counts as one endpoint for WNS, TNS and counts, wherever they are reported: a pin, with setup and hold kept apart. OpenSTA
/// counts the same.
/// </summary>
internal static class EndpointKey
{
    /// <summary>The name of a path's endpoint.</summary>
    public static ReadOnlySpan<byte> Name(PathChunk chunk, int path, out EndpointNaming naming)
    {
        ReadOnlySpan<byte> pin = chunk.EndpointPin(path);
        naming = EndpointNaming.Pin;
        if (pin.IsEmpty && chunk.Endpoint[path] >= 0)
        {
            naming = EndpointNaming.Instance;
            return chunk.Names[chunk.Endpoint[path]];
        }

        naming = pin.IsEmpty ? EndpointNaming.None : naming;
        return pin;
    }

    /// <summary>A number that identifies an endpoint within a group of paths.</summary>
    public static UInt128 Hash(ReadOnlySpan<byte> name, PathType type, int group) =>
        XxHash128.HashToUInt128(name, ((long)group << 2) | (long)type);
}
