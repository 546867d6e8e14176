using System.CommandLine;
using System.Text.Json;
using Slackline.Cli.Output;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Reports;
using Slackline.Reports.Data;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline report</c>: what any command prints in OpenSTA, as text or as data.</summary>
internal static class ReportCommand
{
    private enum Format
    {
        Text,
        Json,
    }

    public static Command Make()
    {
        var text = new Argument<string>("COMMAND") { Description = "The command for OpenSTA, in one word: 'report_power -digits 4'." };
        var tool = new ToolOptions(isRequired: true);
        var format = new ChoiceOption<Format>("--format", "'text': as OpenSTA prints it. 'json': as data, one object of the command and its parts.", Format.Text, [], "-f");
        var command = new Command(
            "report",
            """
            Run any command in OpenSTA and print its output: power, skew, checks, units, nets, lists of objects ... as text, or as data.

              slackline report -s design.tcl report_power --format json
              slackline report -s design.tcl 'report_check_types -max_slew -violators' --format json | jq '.parts[] | select(.kind == "check_table")'

            For any number of timing paths use 'slackline run'.
            """)
        {
            text,
        };
        tool.AddTo(command);
        command.Add(format);
        command.SetAction(async (arguments, cancellation) =>
        {
            if (tool.WrongSetup(arguments) is { } wrong)
            {
                await Console.Error.WriteLineAsync($"slackline: {wrong}").ConfigureAwait(false);
                return ExitCode.Usage;
            }

            return await RunAsync(arguments.GetRequiredValue(text), tool.Setup(arguments)!, tool.Session(arguments), arguments.GetValue(format)!.Value, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(string command, string setup, StaSessionOptions options, Format format, CancellationToken cancellation)
    {
        StaSession session = await StaSession.StartAsync(options, cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                SetupMessages.Print(await session.LoadAsync(setup, cancellation).ConfigureAwait(false), isVerbose: false);
            }
            catch (StaSetupException e)
            {
                SetupMessages.Print(e.Diagnostics, isVerbose: false);
                throw;
            }

            if (format == Format.Text)
            {
                await ReadAsync(session, command, new RawText(StandardOutput.Stream), cancellation).ConfigureAwait(false);
            }
            else
            {
                await WriteJsonAsync(session, command, cancellation).ConfigureAwait(false);
            }
        }

        return ExitCode.Success;
    }

    private static async Task ReadAsync(StaSession session, string command, IReportSink sink, CancellationToken cancellation)
    {
        PlannedQuery query = new QueryPlanner(session, new PlanOptions { IsWhole = true }).Execute(command, null, sink);
        await using (query.ConfigureAwait(false))
        {
            await foreach (PathChunk _ in query.Paths.ReadChunksAsync(cancellation).ConfigureAwait(false))
            {
                // The sink has taken them.
            }
        }
    }

    // Parts are written as they come: a report may be long.
    private static async Task WriteJsonAsync(StaSession session, string command, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(StandardOutput.Stream, new JsonWriterOptions { Encoder = ReportJson.Options.Encoder, Indented = true });
        json.WriteStartObject();
        json.WriteString("command", command);
        json.WriteStartArray("parts");
        var parts = new ReportParts(part =>
        {
            JsonSerializer.Serialize(json, part, ReportJson.Options);
            json.Flush();
        });
        await ReadAsync(session, command, parts, cancellation).ConfigureAwait(false);
        parts.End();
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation).ConfigureAwait(false);
        StandardOutput.Stream.Write("\n"u8);
    }

    private sealed class RawText(Stream output) : IReportSink
    {
        public bool WantsTextOfPaths => true;

        public void Accept(in ReportBlock block) => output.Write(block.Text);
    }
}
