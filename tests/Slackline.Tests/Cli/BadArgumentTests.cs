using System.CommandLine;
using CsCheck;
using Slackline.Cli.Commands;

namespace Slackline.Tests.Cli;

/// <summary>Every option and every argument of every command, as the command line itself lists them, refuses what it does not take in a line that names it.</summary>
public sealed class BadArgumentTests : IDisposable
{
    private static readonly string[] s_numbers = ["", " ", "x", "--", "1x", "0x10", "1,5", "99999999999999999999999", "NaN", "Infinity", "١"];
    private static readonly string[] s_wholeNumbers = [.. s_numbers, "1.5", "1e3"];
    private static readonly string[] s_words = ["", " ", "0", "-1", "7", "nosuch", "1.5", "table,ndjson"];
    private static readonly string[] s_empty = ["", " ", "\t"];

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String[0, 12], Gen.Long.Select(static number => $"{number}"), Gen.Double.Select(static number => $"{number}"), Gen.OneOf("-", "--", "[", "@x", "=", "'", "\"", "\n", "\0", "$(x)"));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bad-");

    public static TheoryData<string> Commands => [.. CommandLine.Make().Subcommands.Select(static command => command.Name)];

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_names_itself_and_what_it_takes(string name)
    {
        foreach (Option option in OptionsOf(name))
        {
            foreach (string value in BadValues(option))
            {
                IReadOnlyList<string> mistakes = MistakesIn([.. Usual(name, except: option), $"{option.Name}={value}"]);
                Assert.True(mistakes.Any(mistake => mistake.StartsWith(option.ValueType == typeof(bool) ? $"'{value}' is one word too many" : option.Name, StringComparison.Ordinal)), $"{name} {option.Name}={value}: {string.Join(" | ", mistakes)}");
                Assert.All(mistakes, static mistake => AssertIsForPeople(mistake));
                if (option.ValueType != typeof(bool) && string.IsNullOrWhiteSpace(value))
                {
                    // Once, and not also as what is read from it.
                    Assert.Single(mistakes, mistake => mistake.StartsWith($"{option.Name} takes ", StringComparison.Ordinal));
                }
            }

            if (option.Arity.MinimumNumberOfValues > 0)
            {
                string mistake = Assert.Single(MistakesIn([.. Usual(name, except: option), option.Name]));
                Assert.StartsWith($"{option.Name} takes ", mistake, StringComparison.Ordinal);
                AssertIsForPeople(mistake);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_argument_names_itself_when_it_is_missing_or_empty(string name)
    {
        Command command = CommandLine.Make().Subcommands.Single(command => command.Name == name);
        foreach (Argument argument in command.Arguments)
        {
            foreach (string[] given in (string[][])[[], [""], [" "]])
            {
                if (given.Length > 0 || argument.Arity.MinimumNumberOfValues > 0)
                {
                    IReadOnlyList<string> mistakes = MistakesIn([name, .. Required(command), .. given]);
                    Assert.True(mistakes.Any(mistake => mistake.StartsWith(argument.Name, StringComparison.Ordinal)), $"{name}: {string.Join(" | ", mistakes)}");
                    Assert.All(mistakes, static mistake => AssertIsForPeople(mistake));
                }
            }
        }

        IReadOnlyList<string> unknown = MistakesIn([.. Usual(name), "--no-such-option"]);
        Assert.Contains(unknown, static mistake => mistake.Contains("--no-such-option", StringComparison.Ordinal));
    }

    [Property]
    [Fact]
    public void Any_text_is_taken_or_refused_by_name() => Gen.Select(Gen.OneOf(Commands.Select(static row => row.Data).ToArray()), Gen.Int[0, 1_000], s_text).Holds(
        static (name, which, text) =>
        {
            Option[] options = [.. OptionsOf(name)];
            if (options.Length > 0)
            {
                Option option = options[which % options.Length];
                IReadOnlyList<string> mistakes = MistakesIn([.. Usual(name), $"{option.Name}={text}"]);
                Assert.All(mistakes, mistake =>
                {
                    Assert.Contains(option.ValueType == typeof(bool) ? text : option.Name, mistake, StringComparison.Ordinal);
                    AssertIsForPeople(mistake);
                });
            }
        },
        iter: 3_000);

    [Fact]
    public async Task The_command_itself_says_so_and_exits_with_2()
    {
        // Some of all, the same ones every time: each is a process.
        var random = new Random(1);
        foreach (string name in Commands.Select(static row => row.Data))
        {
            Option[] options = [.. OptionsOf(name)];
            for (int i = 0; i < Math.Min(2, options.Length); i++)
            {
                Option option = options[random.Next(options.Length)];
                string[] values = BadValues(option);
                string value = values[random.Next(values.Length)];
                await FailsAsync(2, option.ValueType == typeof(bool) ? value : option.Name, [.. Usual(name), $"{option.Name}={value}"]);
            }
        }
    }

    [Theory]
    [InlineData(2, "slackline: there is no command 'sumary'; did you mean summary?", "sumary")]
    [InlineData(2, "'slackline read' has no option '--limt'; did you mean --limit?", "read", "x.rpt", "--limt", "3")]
    [InlineData(2, "--limit takes a whole number from 1 on, not '-3'.", "read", "x.rpt", "--limit", "-3")]
    [InlineData(2, "--count takes a whole number from 1 on, not '0'.", "show", "x.rpt", "--count", "0")]
    [InlineData(2, "--path takes a whole number from 1 on, not '-1'.", "show", "x.rpt", "--path", "-1")]
    [InlineData(2, "--order takes exact or any, not '7'.", "run", "-s", "x.tcl", "report_checks", "--order", "7")]
    [InlineData(2, "-f takes table, ndjson, csv, frames or none, not '7'.", "read", "x.rpt", "-f", "7")]
    [InlineData(2, "--progress takes auto, always or never, not '5'.", "read", "x.rpt", "--progress", "5")]
    [InlineData(2, "--bins takes a whole number from 1 to 10000, not '0'.", "histogram", "x.rpt", "--bins", "0")]
    [InlineData(2, "put the command for OpenSTA in quotes: 'report_checks -group_path_count 10'.", "run", "-s", "x.tcl", "report_checks", "-group_path_count", "10")]
    [InlineData(2, "add --setup FILE", "summary", "report_checks -group_path_count 10")]
    [InlineData(2, "slackline run --setup FILE 'report_checks'", "read", "report_checks")]
    [InlineData(2, "is a folder", "run", "-s", "/", "report_checks")]
    [InlineData(2, "'slackline run' needs --setup FILE", "run", "report_checks")]
    [InlineData(2, "--points prints points as JSON", "read", "x.rpt", "--points")]
    [InlineData(2, "'maybe' is one word too many", "read", "x.rpt", "--quiet=maybe")]
    [InlineData(2, "COMMAND takes run, read,", "help", "nosuch")]
    [InlineData(2, "SHELL takes bash, zsh or fish, not 'tcsh'.", "completion", "tcsh")]
    [InlineData(2, "--units takes the units of time and of capacitance", "read", "x.rpt", "--units", "1xx")]
    [InlineData(2, "Commands ('slackline help COMMAND' explains one)")]
    public Task A_wrong_command_line_is_told_in_its_own_words(int exitCode, string message, params string[] arguments) => FailsAsync(exitCode, message, arguments);

    private static IReadOnlyList<string> MistakesIn(string[] typed) => Mistakes.Of(CommandLine.Parse(CommandLine.Make(), typed), typed);

    private static void AssertIsForPeople(string mistake)
    {
        Assert.DoesNotContain("System.", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("Argument '", mistake, StringComparison.Ordinal);
    }

    private static IEnumerable<Option> OptionsOf(string command) =>
        CommandLine.Make().Subcommands.Single(one => one.Name == command).Options.Where(static option => option.Name != "--help");

    private static string[] BadValues(Option option)
    {
        Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return type == typeof(bool) ? ["maybe", "7"]
            : type.IsEnum ? s_words
            : type == typeof(int) || type == typeof(long) ? s_wholeNumbers
            : type == typeof(double) ? s_numbers
            : s_empty;
    }

    // The command with what it must have.
    private static string[] Usual(string name, Option? except = null)
    {
        Command command = CommandLine.Make().Subcommands.Single(command => command.Name == name);
        string[] arguments = [.. command.Arguments.SelectMany(static argument => Enumerable.Repeat(argument.Name == "SHELL" ? "bash" : "x", argument.Arity.MinimumNumberOfValues))];
        return [name, .. arguments, .. Required(command, except)];
    }

    private static string[] Required(Command command, Option? except = null) =>
        [.. command.Options.Where(option => option.Required && option.Name != except?.Name).SelectMany(static option => (string[])[option.Name, "x"])];

    private async Task FailsAsync(int exitCode, string message, string[] arguments)
    {
        var environment = new Dictionary<string, string> { ["SLACKLINE_STATE"] = Path.Combine(_directory.FullName, "state") };
        Processes.Result result = await Processes.SlacklineAsync(environment, arguments);
        Assert.True(result.ExitCode == exitCode && result.Errors.Contains(message, StringComparison.Ordinal), $"{string.Join(' ', arguments)}: {result.ExitCode}\n{result.Errors}");
        Assert.Equal("", result.Output);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }
}
