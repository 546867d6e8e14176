using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Service.Queries;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline page</c>: some paths of a stream that is kept, from any place, while it is written and afterwards.</summary>
internal static class PageCommand
{
    private static readonly int[] s_all = [.. Enumerable.Range(0, PathChunk.Capacity)];

    public static Command Make()
    {
        var place = new Argument<string>("CURSOR|STREAM") { Description = "Where the page begins: a cursor that 'run --keep' or a page gave, or a stream's id for its beginning." };
        var at = new NumberOption<double>(
            "--at", "Begin at this fraction of the paths that there are: 0.5 is the middle.", 0, 1, null)
        { HelpName = "FRACTION" };
        var offset = new NumberOption<long>("--offset", "Begin after the first N paths.", 0, long.MaxValue, null);
        var size = new NumberOption<int>("--size", "Paths on the page, at most 10,000.", 1, PageRequest.MaxSize, 100, "-n");
        var wait = new NumberOption<double>(
            "--wait", "How long to wait for paths that have not come yet.", 0, 86_400, 0)
        { HelpName = "SECONDS" };
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print. ndjson: a line for each path, and a last one with the cursors.", OutputFormat.Table,
            [OutputFormat.Table, OutputFormat.Ndjson, OutputFormat.Csv], "-f");
        var points = new Option<bool>("--points") { Description = "With ndjson: every path with its points." };
        var columns = new Option<string?>("--columns", "--select")
        {
            Description = "The columns to print: 'slack, endpoint, depth'. See 'slackline columns'.",
            HelpName = "COLUMNS",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the page and errors, nothing else." };
        OperatorOptions.Check(columns, static text => PathColumns.ParseShown(text));
        var command = new Command(
            "page",
            """
            Print a page of a stream that was kept with --keep: any page in constant time, also while the stream is still written, and
            after a restart. The cursors of the next and the previous page are printed on standard error, or with ndjson as a last line:
            {"page": {"next": ..., "previous": ..., "state": ...}}.

              slackline page 3f0c... --size 20         the first 20 paths of a stream; 'slackline streams' lists them
              slackline page 3f0c... --at 0.5          from the middle on
              slackline page AT8M... -f ndjson         the page of a cursor
            """)
        {
            place, at, offset, size, wait, format, points, columns, quiet,
        };
        command.Validators.Add(result =>
        {
            if (result.ValueIfAny(at) is not null && result.ValueIfAny(offset) is not null)
            {
                result.AddError("--at and --offset contradict each other.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            var request = new PageRequest
            {
                Size = arguments.GetValue(size)!.Value,
                Wait = TimeSpan.FromSeconds(arguments.GetValue(wait)!.Value),
            };
            IReadOnlyList<PathExpression>? shown = arguments.GetValue(columns) is { } text ? PathColumns.ParseShown(text) : null;
            await using PagedStream stream = Open(arguments.GetRequiredValue(place), out string? cursor);
            cursor = arguments.GetValue(at) is { } fraction
                ? stream.CursorAtFraction(fraction)
                : arguments.GetValue(offset) is { } path
                ? stream.CursorAt(path)
                : cursor;
            using Page page = await stream.ReadAsync(request with { Cursor = cursor }, cancellation).ConfigureAwait(false);
            if (arguments.GetValue(format) == OutputFormat.Ndjson)
            {
                using var lines = new NdjsonOutput(StandardOutput.Stream, shown, arguments.GetValue(points));
                Print(page, lines);
                PageFooter.WriteLine(StandardOutput.Stream, stream, page);
            }
            else
            {
                Print(
                    page,
                    arguments.GetValue(format) == OutputFormat.Csv
                        ? new CsvOutput(StandardOutput.Stream, shown)
                        : new PathTable(StandardOutput.Stream, shown, request.Size, Terminal.Width, Terminal.HasColours, page.First + 1));
                if (!arguments.GetValue(quiet))
                {
                    PageFooter.Write(Console.Error, stream, page);
                }
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static PagedStream Open(string place, out string? cursor)
    {
        SpoolDirectory directory = SpoolDirectory.At();
        string? id = directory.Find(place);
        cursor = id is null ? place : null;
        return PagedStream.Open(directory, id ?? PagedStream.StreamOf(directory, place));
    }

    private static void Print(Page page, IPathOutput output)
    {
        foreach (PathChunk chunk in page.Chunks)
        {
            output.Accept(chunk, s_all.AsSpan(0, chunk.Count));
        }

        output.Finish();
    }
}
