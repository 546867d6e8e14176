namespace Slackline.Timing.Schema;

/// <summary>The instance of the pin that a row names; a port's own name.</summary>
internal sealed class InstanceSource : PinSource
{
    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => Instance(chunk, id);
}
