namespace Slackline.Timing.Schema;

/// <summary>The type of a column's values.</summary>
public enum ColumnType
{
    /// <summary>A name or another text.</summary>
    Text,

    /// <summary>A time, in the time unit of the chunk that it is in.</summary>
    Time,

    /// <summary>A capacitance, in the capacitance unit of the chunk that it is in.</summary>
    Capacitance,

    /// <summary>A plain number.</summary>
    Count,

    /// <summary>A place along one direction of the chip, in metres.</summary>
    Distance,

    /// <summary>Something that holds or does not.</summary>
    Flag,
}
