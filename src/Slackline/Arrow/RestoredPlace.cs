using Apache.Arrow;
using Slackline.Timing;

namespace Slackline.Arrow;

/// <summary>Values of a batch on their way back into a chunk.</summary>
/// <param name="Chunk">The chunk.</param>
/// <param name="Arrays">Its arrays of paths, or of rows.</param>
/// <param name="First">The first of the batch's values that is wanted.</param>
/// <param name="Count">How many.</param>
/// <param name="To">Where the first goes.</param>
internal readonly record struct RestoredPlace(PathChunk Chunk, ChunkArrays Arrays, int First, int Count, int To)
{
    /// <summary>Whether an array takes the values: not if it is optional, without memory, and all of them are null.</summary>
    public bool IsWanted(ChunkArray array, IArrowArray column)
    {
        if (!array.IsUsed && column.NullCount < column.Length)
        {
            Arrays.Use(array);
        }

        return array.IsUsed;
    }
}
