using System.CommandLine;
using System.CommandLine.Parsing;

namespace Slackline.Cli.Commands;

/// <summary>
/// Errors in a command line, in the words of the user who typed it: each line names the option or argument, and the values that it accepts.
/// </summary>
internal static class Mistakes
{
    private const int LongestTypo = 2;

    /// <summary>The errors in a command line; empty without errors.</summary>
    /// <param name="arguments">The command line as it was understood.</param>
    /// <param name="typed">Its words.</param>
    public static IReadOnlyList<string> Of(ParseResult arguments, IReadOnlyList<string> typed)
    {
        // Help, and the program's version, are given whatever else was typed.
        if (arguments.Action is System.CommandLine.Invocation.CommandLineAction { ClearsParseErrors: true } and not System.CommandLine.Invocation.ParseErrorAction)
        {
            return [];
        }

        // The library takes the value of a flag for a word of its own: where any number of files may be named, for one of them.
        string[] valuesOfFlags = [.. typed.SelectMany(word => ValueOfFlag(arguments.CommandResult.Command, word))];
        if (valuesOfFlags.Length > 0)
        {
            return valuesOfFlags;
        }

        List<string> mistakes = [.. Unmatched(arguments)];
        if (mistakes.Count == 0)
        {
            mistakes.AddRange(
                arguments.Errors.Where(
                    static error => error.SymbolResult is not ({ } result and not CommandResult) || !HasEmpty(result)).Select(Describe));
            mistakes.AddRange(Empty(arguments));
        }

        return [.. mistakes.Distinct()];
    }

    /// <summary>That an option does not take what it was given.</summary>
    public static string Takes(ArgumentResult result, string takes, string text) =>
        $"{(result.Parent is OptionResult option ? Name(option) : result.Argument.Name)} takes {takes}, not '{text}'.";

    /// <summary>An option as it was typed.</summary>
    public static string Name(OptionResult option) => option.IdentifierToken?.Value ?? option.Option.Name;

    /// <summary>
    /// The value of an option while the command line is checked. Its default where it is not given; nothing where the given text is not a
    /// valid value, which has been reported already.
    /// </summary>
    public static T? ValueIfAny<T>(this SymbolResult result, Option<T> option)
    {
        try
        {
            // While the line is checked, options that are not given have no result yet.
            return result.GetResult(option) is null && option.HasDefaultValue ? (T?)option.GetDefaultValue() : result.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private static string Describe(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Implicit: true } missing => $"'slackline {((CommandResult)missing.Parent!).Command.Name}' needs {missing.Option.Name} {missing.Option.HelpName}: {missing.Option.Description}",
        OptionResult { Tokens.Count: 0 } option => $"{Name(option)} takes {TakesOf(option.Option)}, and none is given.",
        OptionResult option when option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues =>
            $"{Name(option)} is given more than once, and takes {TakesOf(option.Option)}.",
        ArgumentResult argument when argument.Tokens.Count < argument.Argument.Arity.MinimumNumberOfValues => Missing(argument.Argument),
        CommandResult { Command: RootCommand } => "Which command? 'slackline help' lists them.",
        CommandResult command when command.Command.Arguments.FirstOrDefault(
            argument => (command.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues) is { } argument
            && error.Message.StartsWith("Required argument", StringComparison.Ordinal) => Missing(argument),
        _ => error.Message,
    };

    private static string Missing(Argument argument) => $"{argument.HelpName ?? argument.Name} is missing: {argument.Description}";

    private static string TakesOf(Option option) =>
        option is IValueOption value ? value.Takes : $"{option.HelpName ?? "a value"} ({option.Description?.TrimEnd('.')})";

    // No option and no argument takes an empty text, and nothing else need be said of one.
    private static IEnumerable<string> Empty(ParseResult arguments)
    {
        foreach (SymbolResult result in arguments.CommandResult.Children)
        {
            if (HasEmpty(result))
            {
                yield return result switch
                {
                    OptionResult option => $"{Name(option)} takes {TakesOf(option.Option)}, not an empty text.",
                    ArgumentResult argument => $"{argument.Argument.Name} is empty: {argument.Argument.Description}",
                    _ => "An argument is empty.",
                };
            }
        }
    }

    private static bool HasEmpty(SymbolResult result) => result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value));

    private static IEnumerable<string> Unmatched(ParseResult arguments)
    {
        Command command = arguments.CommandResult.Command;
        IReadOnlyList<string> words = [.. TakenForFiles(arguments), .. arguments.UnmatchedTokens];
        if (words.Count == 0)
        {
            yield break;
        }

        if (command is RootCommand)
        {
            yield return words[0].StartsWith('-')
                ? $"there is no option '{words[0]}'{Suggestion(words[0], command.Options.SelectMany(Names))}"
                : $"there is no command '{words[0]}'{Suggestion(words[0], command.Subcommands.Select(static sub => sub.Name))}";
            yield break;
        }

        // A command for OpenSTA whose words were not quoted together: its options are not Slackline's.
        if (words[0].StartsWith('-') && command.Arguments is [{ Name: "COMMAND" or "SOURCE" } argument]
            && arguments.GetResult(argument) is { Tokens: [{ Value: var first }, ..] }
            && Suggestion(words[0], command.Options.SelectMany(Names)) == ".")
        {
            yield return first.StartsWith('-')
                ? $"'slackline {command.Name}' has no option '{words[0]}'."
                : $"put the command for OpenSTA in quotes: '{string.Join(' ', words.Prepend(first))}'.";
            yield break;
        }

        // The word after an unknown option is its value.
        foreach (string word in words.Where((word, i) => i == 0 || word.StartsWith('-') || !words[i - 1].StartsWith('-')))
        {
            yield return word.StartsWith('-')
                ? $"'slackline {command.Name}' has no option '{word}'{Suggestion(word, command.Options.SelectMany(Names))}"
                : $"'{word}' is one word too many: 'slackline {command.Name}' takes {(command.Arguments.Count == 0 ? "none" : string.Join(", ", command.Arguments.Select(static argument => argument.Name)))}.";
        }
    }

    private static IEnumerable<string> ValueOfFlag(Command command, string word)
    {
        int end = word.IndexOfAny(['=', ':']);
        return end > 0 && command.Options.Any(option => option.ValueType == typeof(bool) && (option.Name == word[..end] || option.Aliases.Contains(word[..end]))) && !bool.TryParse(word.AsSpan(end + 1), out _)
            ? [$"'{word[(end + 1)..]}' is one word too many: {word[..end]} takes none."]
            : [];
    }

    // Where any number of files may be named, a mistyped option, with what follows it, would be some of them.
    private static IEnumerable<string> TakenForFiles(ParseResult arguments) => arguments.CommandResult.Children.OfType<ArgumentResult>()
        .Where(static argument => argument.Argument.Arity.MaximumNumberOfValues > 1)
        .SelectMany(
            static argument => argument.Tokens.Select(static token => token.Value).SkipWhile(static word => word is not ['-', _, ..]));

    private static IEnumerable<string> Names(Option option) => option.Aliases.Prepend(option.Name).Where(static name => name.Length > 2);

    private static string Suggestion(string word, IEnumerable<string> names)
    {
        string? nearest = names.OrderBy(name => Distance(word, name)).FirstOrDefault();
        return nearest is not null && Distance(word, nearest) <= LongestTypo ? $"; did you mean {nearest}?" : ".";
    }

    // How many letters must be added, left out or exchanged.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
