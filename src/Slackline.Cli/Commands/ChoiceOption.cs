using System.CommandLine;
using System.CommandLine.Parsing;

namespace Slackline.Cli.Commands;

/// <summary>An option that takes one of some words; null unless it is given or there is a default.</summary>
internal sealed class ChoiceOption<T> : Option<T?>, IValueOption
    where T : struct, Enum
{
    private readonly T[] _values;

    /// <param name="name">Its name.</param>
    /// <param name="description">Its description in the help.</param>
    /// <param name="unless">Its value when it is not given.</param>
    /// <param name="values">Which of the values it takes; none for all.</param>
    /// <param name="alias">A second name.</param>
    public ChoiceOption(string name, string description, T? unless, T[] values, params string[] alias)
        : base(name, alias)
    {
        _values = values.Length > 0 ? values : Enum.GetValues<T>();
        Description = description;
        HelpName = string.Join('|', _values.Select(Word));
        CustomParser = Read;
        CompletionSources.Clear();
        CompletionSources.Add(_ => _values.Select(static value => new System.CommandLine.Completions.CompletionItem(Word(value))));
        if (unless is not null)
        {
            DefaultValueFactory = _ => unless;
        }
    }

    /// <inheritdoc/>
    public string Takes =>
        _values.Length == 1 ? Word(_values[0]) : $"{string.Join(", ", _values[..^1].Select(Word))} or {Word(_values[^1])}";

    private static string Word(T value) => value.ToString().ToLowerInvariant();

    private T? Read(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        foreach (T value in _values)
        {
            if (Word(value).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        result.AddError(Mistakes.Takes(result, Takes, text));
        return null;
    }
}
