using System.CommandLine;
using System.Text.Json;
using Slackline.Cli.Output;
using Slackline.Planning.Plans;
using Slackline.Reports;
using Slackline.Reports.Data;
using Slackline.Service.Designs;
using Slackline.Service.Queries;

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
        var format = new ChoiceOption<Format>(
            "--format", "'text': as OpenSTA prints it. 'json': as data, one object of the command and its parts.", Format.Text, [], "-f");
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
            var design = new Design(tool.Session(arguments), tool.Setup(arguments)!, new PlanOptions());
            await using (design.ConfigureAwait(false))
            {
                await RunAsync(
                    design, arguments.GetRequiredValue(text), arguments.GetValue(format)!.Value, cancellation).ConfigureAwait(false);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task RunAsync(Design design, string command, Format format, CancellationToken cancellation)
    {
        try
        {
            await design.LoadAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            SetupMessages.Print(design, isVerbose: false);
        }

        if (format == Format.Text)
        {
            await design.RunWholeAsync(command, new RawText(StandardOutput.Stream), cancellation).ConfigureAwait(false);
        }
        else
        {
            await WriteJsonAsync(design, command, cancellation).ConfigureAwait(false);
        }
    }

    // Parts are written as they come: a report may be long.
    private static async Task WriteJsonAsync(Design design, string command, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(StandardOutput.Stream, new JsonWriterOptions
        {
            Encoder = ReportJson.Options.Encoder,
            Indented = true,
        });
        json.WriteStartObject();
        json.WriteString("command", command);
        json.WriteStartArray("parts");
        var parts = new ReportParts(part =>
        {
            JsonSerializer.Serialize(json, part, ReportJson.Options);
            json.Flush();
        });
        await design.RunWholeAsync(command, parts, cancellation).ConfigureAwait(false);
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
