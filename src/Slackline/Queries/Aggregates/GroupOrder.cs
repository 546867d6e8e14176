using System.Diagnostics.CodeAnalysis;
using Slackline.Queries.Operators;

namespace Slackline.Queries.Aggregates;

/// <summary>The measures that groups are sorted by.</summary>
public enum GroupMeasure
{
    /// <summary>The worst slack.</summary>
    Wns,

    /// <summary>Total negative slack.</summary>
    Tns,

    /// <summary>How many paths violate.</summary>
    Violating,

    /// <summary>How many endpoints violate.</summary>
    Endpoints,

    /// <summary>How many paths there are.</summary>
    Paths,

    /// <summary>The common values of the paths: texts by their characters, numbers by their values.</summary>
    Key,
}

/// <summary>An order of groups. Equal ones go by their worst slacks, and then by their keys; those without a slack come last.</summary>
/// <param name="Measure">The measure that groups are sorted by.</param>
/// <param name="Direction">In which direction.</param>
public sealed record GroupOrder(GroupMeasure Measure, SortDirection Direction) : IComparer<PathGroup>
{
    /// <summary>The accepted texts, in words.</summary>
    public const string Takes = "wns, tns, violating, endpoints, paths or key, and asc, desc or nothing after it";

    /// <summary>
    /// Reads an order: <c>tns</c>, <c>paths asc</c>. Without <c>asc</c> or <c>desc</c> the worst, or the most, comes first, and keys
    /// ascend.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GroupOrder? order)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        order = null;
        if (words.Length is not (1 or 2) || !words[0].All(char.IsLetter)
            || !Enum.TryParse(words[0], ignoreCase: true, out GroupMeasure measure))
        {
            return false;
        }

        SortDirection? direction = words.Length == 1
            ? (measure is GroupMeasure.Wns or GroupMeasure.Tns or GroupMeasure.Key ? SortDirection.Ascending : SortDirection.Descending)
            : words[1].ToLowerInvariant() switch
            {
                "asc" or "ascending" => SortDirection.Ascending,
                "desc" or "descending" => SortDirection.Descending,
                _ => null,
            };
        order = direction is { } known ? new GroupOrder(measure, known) : null;
        return order is not null;
    }

    /// <inheritdoc/>
    public int Compare(PathGroup? x, PathGroup? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);

        // A group without a slack has no WNS, so it is last in both directions.
        if (Measure == GroupMeasure.Wns && double.IsNaN(x.WorstSlack) != double.IsNaN(y.WorstSlack))
        {
            return double.IsNaN(x.WorstSlack) ? 1 : -1;
        }

        int order = Measure switch
        {
            GroupMeasure.Wns => x.WorstSlack.CompareTo(y.WorstSlack),
            GroupMeasure.Tns => x.Tns.CompareTo(y.Tns),
            GroupMeasure.Violating => x.Violating.CompareTo(y.Violating),
            GroupMeasure.Endpoints => x.ViolatingEndpoints.CompareTo(y.ViolatingEndpoints),
            GroupMeasure.Paths => x.Count.CompareTo(y.Count),
            _ => CompareKeys(x.Key, y.Key),
        };
        order = Direction == SortDirection.Descending ? -order : order;
        order = order != 0 ? order : Last(x.WorstSlack).CompareTo(Last(y.WorstSlack));
        return order != 0 ? order : CompareKeys(x.Key, y.Key);
    }

    private static double Last(double slack) => double.IsNaN(slack) ? double.PositiveInfinity : slack;

    private static int CompareKeys(IReadOnlyList<ColumnValue> a, IReadOnlyList<ColumnValue> b)
    {
        for (int i = 0; i < a.Count; i++)
        {
            int order = string.CompareOrdinal(a[i].Text, b[i].Text);
            order = order != 0 ? order : a[i].Number.CompareTo(b[i].Number);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
