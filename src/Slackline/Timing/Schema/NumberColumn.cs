namespace Slackline.Timing.Schema;

/// <summary>A column of numbers. Blank is NaN.</summary>
public sealed class NumberColumn : Column
{
    internal NumberColumn(string name, ColumnType type, NumberSource source, string meaning)
        : base(name, meaning)
    {
        Type = type;
        Source = source;
    }

    /// <inheritdoc/>
    public override ColumnType Type { get; }

    /// <summary>How it is read.</summary>
    internal NumberSource Source { get; }
}
