namespace Slackline.Queries;

/// <summary>What a column of a filter holds.</summary>
public enum FilterColumnKind
{
    /// <summary>A name or another text.</summary>
    Text,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A capacitance.</summary>
    Capacitance,

    /// <summary>A plain number.</summary>
    Count,

    /// <summary>Something that holds or does not: a condition by itself.</summary>
    Condition,
}
