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

    /// <summary>A column that is computed of each path.</summary>
    /// <param name="name">Its name, of small letters, digits and _.</param>
    /// <param name="type">What its numbers are; times and capacitances count what the path's own do.</param>
    /// <param name="meaning">What it means, in one line.</param>
    /// <param name="number">Its number; NaN where it is blank. Called by one thread for each query.</param>
    public static NumberColumn OfPaths(string name, ColumnType type, string meaning, Func<TimingPath, double> number) =>
        new(
            ComputedName(name, isPoint: false), NumberType(type), new ComputedNumber((chunk, path) => number(new TimingPath(chunk, path))),
            meaning);

    /// <summary>A column that is computed of each row of a path's table; its name begins with <c>point.</c>.</summary>
    /// <inheritdoc cref="OfPaths"/>
    public static NumberColumn OfPoints(string name, ColumnType type, string meaning, Func<PathRow, double> number) =>
        new(
            ComputedName(name, isPoint: true), NumberType(type),
            new ComputedNumber((chunk, row) => number(new PathRow(chunk, chunk.PathOf(row), row))), meaning);

    /// <inheritdoc/>
    public override ColumnType Type { get; }

    /// <summary>How it is read.</summary>
    internal NumberSource Source { get; }

    private static ColumnType NumberType(ColumnType type) => type is ColumnType.Text or ColumnType.Flag
        ? throw new ArgumentOutOfRangeException(nameof(type), type, "A column of numbers holds times, capacitances, distances or counts.")
        : type;
}
