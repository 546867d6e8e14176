namespace Slackline.Timing.Schema;

/// <summary>A column of what holds or does not. Blank is null: the report does not tell.</summary>
public sealed class FlagColumn : Column
{
    private readonly Func<PathChunk, int, bool?> _flag;

    internal FlagColumn(string name, Func<PathChunk, int, bool?> flag, string meaning)
        : base(name, meaning) => _flag = flag;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Flag;

    /// <summary>Whether it holds for a path.</summary>
    internal bool? FlagOf(PathChunk chunk, int path) => _flag(chunk, path);
}
