using System.CommandLine;
using System.Globalization;
using Slackline.Cli.Output;
using Slackline.Service.Queries;
using Slackline.Streams;
using Slackline.Streams.Spooling;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline streams</c>: lists the kept streams and removes them.</summary>
internal static class StreamsCommand
{
    private static readonly string[] s_titles = ["Stream", "State", "Paths", "Size", "Age", "Command"];

    public static Command Make()
    {
        var remove = new Option<string[]>("--remove")
        {
            Description = "Remove these streams instead, or 'all' that are not in use.",
            HelpName = "STREAM",
            AllowMultipleArgumentsPerToken = true,
        };
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print.", OutputFormat.Table, [OutputFormat.Table, OutputFormat.Ndjson], "-f");
        var command = new Command(
            "streams",
            """
            List the kept streams, the youngest first, including those that other processes are writing.

            They are in $SLACKLINE_STATE, $XDG_STATE_HOME/slackline or ~/.local/state/slackline. An unused stream is removed
            7 days after its last path, or when the unused streams together take more than 5 GB. A stream can be named by the first
            digits of its id, as long as they are unique.

              slackline streams --remove 3f0c 71ab
              slackline streams --remove all
            """)
        {
            format, remove,
        };
        command.SetAction(arguments =>
        {
            SpoolDirectory directory = SpoolDirectory.At();
            if (arguments.GetValue(remove) is { Length: > 0 } ids)
            {
                return Remove(directory, ids);
            }

            IReadOnlyList<SpoolSummary> streams = directory.Summaries();
            if (arguments.GetValue(format) == OutputFormat.Ndjson)
            {
                WriteLines(streams);
            }
            else
            {
                WriteTable(streams, StandardOutput.Text);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static int Remove(SpoolDirectory directory, string[] ids)
    {
        int exitCode = ExitCode.Success;
        foreach (string id in ids is ["all"] ? [.. directory.List().Select(static stream => stream.Id)] : ids)
        {
            try
            {
                directory.Remove(directory.Find(id) ?? id);
            }
            catch (SpoolException e)
            {
                Console.Error.WriteLine($"slackline: {e.Message}");
                exitCode = ExitCode.NotKept;
            }
        }

        return exitCode;
    }

    private static void WriteLines(IReadOnlyList<SpoolSummary> streams)
    {
        using var lines = new JsonLineWriter(StandardOutput.Stream);
        foreach (SpoolSummary stream in streams)
        {
            lines.BeginLine();
            lines.WriteText("stream", stream.Info.Id);
            lines.WriteText("command", stream.Info.Description);
            lines.WriteText("state", stream.State.Word());
            lines.WriteNumber("paths", stream.Paths);
            lines.WriteNumber("bytes", stream.SizeInBytes);
            lines.WriteNumber("age_seconds", Math.Round(stream.Age.TotalSeconds));
            lines.Json.WriteString("created", stream.Info.Created);
            lines.EndLine();
        }

        lines.Flush();
    }

    private static void WriteTable(IReadOnlyList<SpoolSummary> streams, TextWriter output)
    {
        string[][] rows = [s_titles, .. streams.Select(Cells)];
        int[] widths = [.. s_titles.Select((_, i) => rows.Max(row => row[i].Length))];
        foreach (string[] row in rows)
        {
            // Numbers are right-aligned; the command, which comes last, may be long.
            output.WriteLine(
                string.Join(
                    "  ",
                    row.Select(
                        (cell, i) => i is 2 or 3 or 4 ? cell.PadLeft(widths[i]) : i == row.Length - 1 ? cell : cell.PadRight(widths[i]))));
        }

        output.Flush();
    }

    private static string[] Cells(SpoolSummary stream) =>
    [
        stream.Info.Id,
        stream.State.Word(),
        stream.Paths.ToString("N0", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{stream.SizeInBytes / 1e6:0.0} MB"),
        Rounded(stream.Age),
        stream.Info.Description,
    ];

    private static string Rounded(TimeSpan age) => string.Create(CultureInfo.InvariantCulture, $"{age switch
    {
        { TotalDays: >= 2 } => $"{age.TotalDays:0} d",
        { TotalHours: >= 2 } => $"{age.TotalHours:0} h",
        { TotalMinutes: >= 2 } => $"{age.TotalMinutes:0} min",
        _ => $"{Math.Max(0, age.TotalSeconds):0} s",
    }}");
}
