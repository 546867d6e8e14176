using System.Globalization;

namespace Slackline.Streams.Spooling;

/// <summary>The result of recovering a stream whose engine died while writing it.</summary>
/// <param name="Paths">Paths that are there: all that were acknowledged, less those of <paramref name="LostChunks"/>.</param>
/// <param name="TornBytes">Bytes after the last acknowledged chunk that were cut off.</param>
/// <param name="LostChunks">
/// Acknowledged chunks at the end that the disk no longer has. 0 however the engine ended; more only when the machine itself failed.
/// </param>
public sealed record SpoolRecovery(long Paths, long TornBytes, long LostChunks)
{
    /// <summary>The same as a sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"The engine that wrote this stream went away. {(LostChunks == 0 ? "All" : "Only")} {Paths} acknowledged paths are there; {TornBytes} bytes of a torn tail were cut off{(LostChunks == 0 ? "" : $"; {LostChunks} acknowledged chunks are lost, since the machine failed before the disk had them")}.");
}
