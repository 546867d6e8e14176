using System.Globalization;
using Slackline.Queries.Model;
using Slackline.Timing;

namespace Slackline.Queries;

/// <summary>
/// Counts the paths for which the printed digits do not decide a filter's bound on the slack: the slack lies within half of the last
/// digit of the bound. Such a path is judged by the printed digits. Copies of a filter share one counter.
/// </summary>
internal sealed class FilterDoubts
{
    private long _paths;
    private int _digits;
    private double _bound;

    /// <summary>The note for the user; null when there is no such path.</summary>
    public string? Note
    {
        get
        {
            long paths = Interlocked.Read(ref _paths);
            return paths == 0 ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"{paths:N0} {(paths == 1 ? "path is" : "paths are")} too near to slack {_bound:R} "
                + $"to be decided on a report of {_digits} digits, and judged as printed; more -digits would decide");
        }
    }

    /// <summary>The bounds that a filter sets to the slack.</summary>
    public static double[] BoundsOf(FilterNode filter)
    {
        var bounds = new List<double>();
        Collect(filter);
        return [.. bounds.Distinct()];

        void Collect(FilterNode node)
        {
            switch (node)
            {
                case JunctionNode junction:
                    foreach (FilterNode part in junction.Parts)
                    {
                        Collect(part);
                    }

                    break;
                case NotNode not:
                    Collect(not.Operand);
                    break;
                case ComparisonNode { Left: NumberColumnNode { IsSlack: true }, Right: LiteralNode bound }:
                    bounds.Add(bound.Value);
                    break;
                case ComparisonNode { Right: NumberColumnNode { IsSlack: true }, Left: LiteralNode bound }:
                    bounds.Add(bound.Value);
                    break;
                case FlagNode { IsViolated: true }:
                    bounds.Add(0);
                    break;
            }
        }
    }

    /// <summary>Looks at paths that the filter is about to judge.</summary>
    public void Look(PathChunk chunk, ReadOnlySpan<int> paths, ReadOnlySpan<double> bounds)
    {
        ReadOnlySpan<double> slacks = chunk.Slack;
        ReadOnlySpan<byte> digits = chunk.Digits;
        foreach (int path in paths)
        {
            double slack = slacks[path];
            foreach (double bound in bounds)
            {
                // Cheap, and true of few: no digit is half as large as this.
                if (Math.Abs(slack - bound) < 0.51 && IsInDoubt(chunk, path, slack, bound, digits[path]))
                {
                    if (Interlocked.Increment(ref _paths) == 1)
                    {
                        (_digits, _bound) = (digits[path], bound);
                    }

                    break;
                }
            }
        }
    }

    private static bool IsInDoubt(PathChunk chunk, int path, double slack, double bound, int digits)
    {
        double half = 0.5 * Math.Pow(10, -digits);
        if (!(Math.Abs(slack - bound) < half * (1 - 1e-9)) || chunk.IsSlackSignKnown(path))
        {
            return false;
        }

        // For a slack printed as zero, the word (MET) or (VIOLATED) gives the side.
        return slack != 0 || chunk.Verdict[path] switch
        {
            SlackVerdict.Met => bound > 0,
            SlackVerdict.Violated => bound < 0,
            _ => true,
        };
    }
}
