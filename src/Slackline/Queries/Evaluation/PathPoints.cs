using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>The points of a path: its pins and ports up to the data arrival, as <see cref="TimingPath.Points"/> has them.</summary>
internal static class PathPoints
{
    /// <summary>Writes the rows of a path's points and returns them.</summary>
    public static Span<int> Rows(PathChunk chunk, int path, ref Scratch<int> scratch)
    {
        int first = chunk.FirstRow[path];
        ReadOnlySpan<int> descriptions = chunk.RowDescription[first..chunk.FirstRow[path + 1]];
        Span<int> rows = scratch.Take(descriptions.Length);
        int count = 0;
        for (int i = 0; i < descriptions.Length; i++)
        {
            DescriptionKind kind = descriptions[i] < 0 ? DescriptionKind.Other : chunk.Descriptions.Kind(descriptions[i]);
            if (kind == DescriptionKind.DataArrival)
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
