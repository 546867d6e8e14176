using System.Text;

namespace Slackline.Timing.Schema;

/// <summary>A column of texts. Blank is the empty text.</summary>
public sealed class TextColumn : Column
{
    private readonly TextSource? _source;

    internal TextColumn(string name, TextSource source, string meaning)
        : base(name, meaning) => _source = source;

    internal TextColumn(string name, TextColumn one, TextColumn other, string meaning)
        : base(name, meaning) => Either = (one, other);

    /// <summary>A column of texts that follow from those of another one, such as the region that a pin is in.</summary>
    /// <param name="name">
    /// Its name, of small letters, digits and _; it begins with <c>point.</c> where the other column is one of points.
    /// </param>
    /// <param name="of">The other column, which must not itself combine two columns.</param>
    /// <param name="meaning">What it means, in one line.</param>
    /// <param name="text">Its text for one of the other; empty where it is blank. It is asked once for a text, by any thread.</param>
    public static TextColumn Of(string name, TextColumn of, string meaning, Func<string, string> text) =>
        new(ComputedName(name, of.IsPoint), new MappedText(of.Source, text), meaning);

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <summary>The few words that it has, where it has no others; otherwise empty.</summary>
    public IReadOnlyList<string> Words
    {
        get => field ?? (_source as WordSource)?.Words ?? [];
        internal init;
    }

    /// <summary>Other words that a filter may use for its values, and the value for each.</summary>
    internal IReadOnlyDictionary<string, string> OtherWords { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The user's word for one of its names, such as <c>path group</c>, for columns where a name that no path has is worth reporting; null
    /// for all others.
    /// </summary>
    internal string? Noun { get; init; }

    /// <summary>The two columns that it stands for, either of which may fit; null for all others.</summary>
    internal (TextColumn One, TextColumn Other)? Either { get; }

    /// <summary>How it is read.</summary>
    /// <exception cref="InvalidOperationException">It stands for two columns.</exception>
    internal TextSource Source => _source ?? throw new InvalidOperationException($"'{Name}' stands for two columns.");

    /// <summary>The UTF-8 text of a path or row; empty when it is blank.</summary>
    internal ReadOnlySpan<byte> TextOf(PathChunk chunk, int item)
    {
        int id = PathChunk.NoName;
        Source.Ids(chunk, new ReadOnlySpan<int>(in item), new Span<int>(ref id));
        return id < 0 ? default : Source.Text(chunk, id);
    }

    /// <summary>The same as a string; bytes that are not UTF-8 show as U+FFFD.</summary>
    internal string StringOf(PathChunk chunk, int item) => Encoding.UTF8.GetString(TextOf(chunk, item));
}
