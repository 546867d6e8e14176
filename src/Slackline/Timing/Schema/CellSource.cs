namespace Slackline.Timing.Schema;

/// <summary>The library cell that a row names.</summary>
internal sealed class CellSource : PinSource
{
    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Descriptions.Cell(id);

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) => Text(chunk, id);
}
