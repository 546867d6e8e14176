using System.CommandLine;
using Slackline.Cli.Output;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline run</c> and <c>slackline read</c>: the paths of a running OpenSTA, or of a saved report, one by one.</summary>
internal static class PathListing
{
    private enum Format
    {
        Table,
        Ndjson,
    }

    /// <summary><c>slackline run --setup FILE COMMAND</c>.</summary>
    public static Command Run() => Make(
        "run",
        "Run a command in OpenSTA and print its paths while they come.",
        SourceOptions.Live());

    /// <summary><c>slackline read FILE</c>.</summary>
    public static Command Read() => Make(
        "read",
        "Print the paths of a saved report.",
        SourceOptions.Saved());

    private static Command Make(string name, string description, SourceOptions source)
    {
        var pageSize = new Option<int>("--page-size") { Description = "Paths on a page.", DefaultValueFactory = _ => 1000, HelpName = "N" };
        var limit = new Option<long>("--limit", "-n") { Description = "Stop after so many matching paths.", DefaultValueFactory = _ => long.MaxValue, HelpName = "N" };
        var format = new Option<Format>("--format", "-f") { Description = "How to print.", DefaultValueFactory = _ => Format.Table };
        var points = new Option<bool>("--points") { Description = "With ndjson: every path with its points." };
        limit.HelpName = "N";
        RequirePositive(pageSize);
        RequirePositive(limit);
        var command = new Command(name, description) { pageSize, limit, format, points };
        source.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            long most = arguments.GetValue(limit);
            if (arguments.GetValue(format) == Format.Table)
            {
                var table = new PathTable(StandardOutput.Text, arguments.GetValue(pageSize), most, Terminal.Width, Terminal.HasColours);
                return await source.RunAsync(arguments, table, cancellation).ConfigureAwait(false);
            }

            using var lines = new NdjsonOutput(StandardOutput.Stream, most, arguments.GetValue(points));
            return await source.RunAsync(arguments, lines, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static void RequirePositive<T>(Option<T> option)
        where T : System.Numerics.INumber<T> => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is { } value && value <= T.Zero)
        {
            result.AddError($"{option.Name} takes a number from 1 on, not {value}.");
        }
    });
}
