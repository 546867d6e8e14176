using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>
/// The points of a path: its pins and ports, as <see cref="TimingPath.Points"/> and <see cref="TimingPath.DataPoints"/> have them.
/// </summary>
internal static class PathPoints
{
    /// <summary>Writes the rows of a path's points and returns them.</summary>
    /// <param name="chunk">The path's chunk.</param>
    /// <param name="path">Its index there.</param>
    /// <param name="withClocks">Whether also those of the clocks' networks, which only some formats show; else those of the data.</param>
    /// <param name="scratch">Memory for the rows.</param>
    public static Span<int> Rows(PathChunk chunk, int path, bool withClocks, ref Scratch<int> scratch)
    {
        int end = chunk.FirstRow[path + 1];
        int first = withClocks ? chunk.FirstRow[path] : chunk.DataStart(path);
        if (first < 0)
        {
            return [];
        }

        ReadOnlySpan<int> descriptions = chunk.RowDescription[first..end];
        Span<int> rows = scratch.Take(descriptions.Length);
        int count = 0;
        for (int i = 0; i < descriptions.Length; i++)
        {
            DescriptionKind kind = descriptions[i] < 0 ? DescriptionKind.Other : chunk.Descriptions.Kind(descriptions[i]);
            if (kind == DescriptionKind.DataArrival && !withClocks)
            {
                break;
            }

            if (kind == DescriptionKind.Pin)
            {
                rows[count++] = first + i;
            }
        }

        return rows[..count];
    }
}
