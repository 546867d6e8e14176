using System.CommandLine;
using System.CommandLine.Parsing;

namespace Slackline.Cli.Commands;

/// <summary>Values of options that may have been mistyped.</summary>
internal static class OptionValues
{
    /// <summary>The value of an option for those who check the command line; the default when what was given is none, which the command line itself objects to.</summary>
    public static T? ValueIfAny<T>(this SymbolResult result, Option<T> option)
    {
        try
        {
            return result.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>What is wrong with a command line, in the words of whoever types it; null when no value is, and the library says it well enough.</summary>
    public static string? Mistakes(ParseResult arguments) =>
        arguments.Errors.Any(static error => Mistake(error) is not null)
            ? string.Join('\n', arguments.Errors.Select(static error => Mistake(error) ?? error.Message))
            : null;

    // A value that cannot be converted: the library would name the type in the program.
    private static string? Mistake(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Option: { } option, Tokens: [{ Value: { } value }, ..] } given)
        {
            return null;
        }

        Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        string? wanted = type switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()}",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(double) => "a number",
            _ => null,
        };
        return wanted is not null && error.Message.StartsWith("Cannot parse", StringComparison.Ordinal) ? $"{given.IdentifierToken?.Value ?? option.Name} takes {wanted}, not '{value}'." : null;
    }
}
