namespace Slackline.Queries.Evaluation;

/// <summary>Ascending lists of indexes as sets.</summary>
internal static class SortedItems
{
    /// <summary>Takes <paramref name="removed"/>, a subset, out of <paramref name="items"/> and returns how many are left.</summary>
    public static int Remove(Span<int> items, ReadOnlySpan<int> removed)
    {
        int kept = 0;
        int next = 0;
        foreach (int item in items)
        {
            if (next < removed.Length && removed[next] == item)
            {
                next++;
            }
            else
            {
                items[kept++] = item;
            }
        }

        return kept;
    }
}
