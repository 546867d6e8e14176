namespace Slackline.Queries.Checking;

/// <summary>Finds what may have been meant by a word that is not known.</summary>
internal static class Suggestions
{
    /// <summary>The candidate nearest to <paramref name="word"/>, or null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        // One typing error in three characters; with more it would be another word.
        int bound = Math.Max(1, word.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(word, candidate, bound)))
            .Where(pair => pair.distance <= bound)
            .OrderBy(static pair => pair.distance)
            .Select(static pair => pair.candidate)
            .FirstOrDefault();
    }

    // Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other, whatever their case.
    private static int Distance(string word, string candidate, int bound)
    {
        if (Math.Abs(word.Length - candidate.Length) > bound)
        {
            return int.MaxValue;
        }

        var distances = new int[word.Length + 1, candidate.Length + 1];
        for (int i = 0; i <= word.Length; i++)
        {
            for (int j = 0; j <= candidate.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return distances[word.Length, candidate.Length];

        int Step(int i, int j)
        {
            int replaced = distances[i - 1, j - 1] + (Same(i - 1, j - 1) ? 0 : 1);
            int best = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
            bool swapped = i > 1 && j > 1 && Same(i - 1, j - 2) && Same(i - 2, j - 1);
            return swapped ? Math.Min(best, distances[i - 2, j - 2] + 1) : best;
        }

        bool Same(int i, int j) => char.ToLowerInvariant(word[i]) == char.ToLowerInvariant(candidate[j]);
    }
}
