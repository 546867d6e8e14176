namespace Slackline.Timing.Schema;

/// <summary>A column that is true or false. Blank is null: the report does not say.</summary>
public sealed class FlagColumn : Column
{
    private readonly Func<PathChunk, int, bool?> _flag;

    internal FlagColumn(string name, Func<PathChunk, int, bool?> flag, string meaning)
        : base(name, meaning) => _flag = flag;

    /// <summary>A condition that is computed of each path.</summary>
    /// <param name="name">Its name, of small letters, digits and _.</param>
    /// <param name="meaning">What it means, in one line.</param>
    /// <param name="flag">Whether it holds; null where it is blank. Called by one thread for each query.</param>
    public static FlagColumn OfPaths(string name, string meaning, Func<TimingPath, bool?> flag) =>
        new(ComputedName(name, isPoint: false), (chunk, path) => flag(new TimingPath(chunk, path)), meaning);

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Flag;

    /// <summary>Whether it holds for a path.</summary>
    internal bool? FlagOf(PathChunk chunk, int path) => _flag(chunk, path);
}
