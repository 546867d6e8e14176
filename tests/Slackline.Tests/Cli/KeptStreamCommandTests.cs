using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slackline.Queries;
using Slackline.Service.Sources;
using Slackline.Service.Streams;
using Slackline.Spooler;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Tests.Queries;

namespace Slackline.Tests.Cli;

/// <summary>Streams that the command keeps on disk: paged, listed, read again and removed by other processes, while they run and afterwards.</summary>
public sealed partial class KeptStreamCommandTests : IDisposable
{
    private const string Query = "report_checks -group_path_count 2000 -digits 4";

    private readonly DemoDesignFixture _design;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("kept-");
    private readonly Dictionary<string, string> _environment;

    public KeptStreamCommandTests(DemoDesignFixture design)
    {
        _design = design;
        _environment = new Dictionary<string, string> { ["SLACKLINE_STATE"] = Path.Combine(_directory.FullName, "state") };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Pages_of_a_kept_stream_are_what_was_printed()
    {
        Processes.Result run = await SlacklineAsync("run", "--setup", _design.Setup, Query, "--keep", "-f", "ndjson");
        string[] printed = Lines(run.Output);
        Assert.True(printed.Length > 500, run.Errors);
        Match kept = KeptLine().Match(run.Errors);
        Assert.True(kept.Success, run.Errors);
        Assert.Contains($"kept {printed.Length:N0} paths", run.Errors, StringComparison.Ordinal);

        var forward = new List<string>();
        JsonElement last = default;
        for (string? cursor = kept.Groups[2].Value; cursor is not null; cursor = Text(last, "next"))
        {
            (string[] paths, last) = await PageAsync(cursor, "--size", "199");
            forward.AddRange(paths);
            Assert.Equal((kept.Groups[1].Value, Query, "complete", printed.Length), (Text(last, "stream"), Text(last, "command"), Text(last, "state"), last.GetProperty("paths").GetInt32()));
        }

        Assert.Equal(printed, forward);
        (string[] before, _) = await PageAsync(Text(last, "previous")!, "--size", "199");
        int first = last.GetProperty("first").GetInt32() - 1;
        Assert.Equal(printed[(first - 199)..first], before);
        (string[] middle, _) = await PageAsync(kept.Groups[1].Value, "--at", "0.5", "--size", "3");
        Assert.Equal(printed[(printed.Length / 2)..((printed.Length / 2) + 3)], middle);
        (string[] jumped, _) = await PageAsync(kept.Groups[1].Value, "--offset", "321", "--size", "1");
        Assert.Equal(printed[321..322], jumped);

        // The same from the stream, filtered, without running the tool again.
        string[] filtered = Lines((await SlacklineAsync("read", kept.Groups[1].Value, "-f", "ndjson", "--where", "slack < 0.3")).Output);
        Assert.Equal(printed.Where(static line => Number(line, "slack") < 0.3), filtered);
    }

    [Fact]
    public async Task A_page_is_printed_as_a_table_with_its_paths_numbers_and_cursors_beside_it()
    {
        string id = await KeepSampleAsync();
        Processes.Result page = await SlacklineAsync("page", id, "--offset", "2", "--size", "2", "--columns", "slack, endpoint");
        Assert.Equal(["3", "4"], Lines(page.Output)[1..].Select(static row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.Matches(@"^paths 3 to 4 of 6, complete: .*sample\.rpt\nnext     \S+\nprevious \S+\n$", page.Errors);
        Processes.Result quiet = await SlacklineAsync("page", id, "--offset", "2", "--size", "2", "--columns", "slack, endpoint", "-q");
        Assert.Equal((page.Output, ""), (quiet.Output, quiet.Errors));
        Processes.Result behind = await SlacklineAsync("page", id, "--offset", "600");
        Assert.Equal((0, ""), (behind.ExitCode, behind.Output));
        Assert.StartsWith("no paths here of 6, complete", behind.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_paths_are_kept_whichever_are_printed()
    {
        string report = SaveSample();
        foreach (string[] options in (string[][])[["--take", "1"], ["--where", "slack < 0"], ["--group-by", "group"], ["--top", "2"], ["--distinct", "slack", "--max-keys", "2"]])
        {
            Processes.Result read = await SlacklineAsync(["read", report, "--keep", .. options]);
            Assert.Contains("kept 6 paths", read.Errors, StringComparison.Ordinal);
        }

        // A reader that has seen enough ends the printing, not the keeping.
        await Processes.RunAsync("sh", ["-c", "dotnet \"$0\" read \"$1\" --keep -q 2> /dev/null | true", Dll, report], environment: _environment);
        string[] streams = Lines((await SlacklineAsync("streams", "-f", "ndjson")).Output);
        Assert.Equal(Enumerable.Repeat(("complete", 6.0), 6), streams.Select(static line => (Text(Parse(line), "state")!, Number(line, "paths"))));
    }

    [Fact]
    public async Task Streams_are_listed_and_removed()
    {
        string id = await KeepSampleAsync();
        string other = await KeepSampleAsync();
        Processes.Result table = await SlacklineAsync("streams");
        string[] rows = Lines(table.Output);
        Assert.Equal(["Stream", "State", "Paths", "Size", "Age", "Command"], rows[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches($@"^{other}  complete +6  +0\.\d MB +\d+ s  .*sample\.rpt$", rows[1]);
        Assert.Equal((0, ""), ((await SlacklineAsync("streams", "--remove", id)).ExitCode, ""));
        Assert.Equal(2, Lines((await SlacklineAsync("streams")).Output).Length);
        foreach (string[] gone in (string[][])[["streams", "--remove", id], ["page", id], ["read", id]])
        {
            Processes.Result result = await SlacklineAsync(gone);
            Assert.Equal((6, ""), (result.ExitCode, result.Output));
            Assert.Contains($"There is no stream {id}", result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_process_pages_while_the_stream_is_written()
    {
        using Process engine = Processes.StartSlackline(_environment, "read", "-", "--keep", "--format", "none", "-q");
        for (int i = 0; i < 2_500; i++)
        {
            await engine.StandardInput.WriteAsync(NumberedPaths.TextOf(i) + "\n\n");
        }

        await engine.StandardInput.FlushAsync(Cancellation);
        string id = (await engine.StandardOutput.ReadLineAsync(Cancellation))!;

        // Whole chunks are acknowledged, the third one is not full yet.
        (string[] paths, JsonElement page) = await PageAsync(id, "--offset", "1990", "--size", "10", "--wait", "60");
        Assert.Equal((10, "running", 19.90), (paths.Length, Text(page, "state"), Number(paths[0], "slack")));
        Assert.Contains("running", (await SlacklineAsync("streams")).Output, StringComparison.Ordinal);
        Processes.Result refused = await SlacklineAsync("streams", "--remove", id);
        Assert.Equal(6, refused.ExitCode);
        Assert.Contains("in use", refused.Errors, StringComparison.Ordinal);
        string next = Text(page, "next")!;
        (paths, page) = await PageAsync(next, "--size", "10");
        Assert.Equal((0, next), (paths.Length, Text(page, "next")));

        Task<(string[], JsonElement)> waiting = PageAsync(next, "--size", "1000", "--wait", "60");
        Task<Processes.Result> following = SlacklineAsync("read", id, "-f", "ndjson", "--columns", "slack");
        for (int i = 2_500; i < 3_000; i++)
        {
            await engine.StandardInput.WriteAsync(NumberedPaths.TextOf(i) + "\n\n");
        }

        engine.StandardInput.Close();
        (paths, page) = await waiting;
        Assert.Equal((1_000, null), (paths.Length, Text(page, "next")));
        Assert.Equal(Enumerable.Range(0, 3_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"{{\"slack\":{number / 100.0}}}")), Lines((await following).Output));
        await engine.WaitForExitAsync(Cancellation);
        Assert.Equal(0, engine.ExitCode);
        (_, page) = await PageAsync(id);
        Assert.Equal("complete", Text(page, "state"));
    }

    [Theory]
    [InlineData("INT", "cancelled")]
    [InlineData("KILL", "interrupted")]
    public async Task What_was_kept_before_the_end_of_the_process_stays(string signal, string state)
    {
        using Process engine = Processes.StartSlackline(_environment, "read", "-", "--keep", "--format", "none");
        for (int i = 0; i < 1_500; i++)
        {
            await engine.StandardInput.WriteAsync(NumberedPaths.TextOf(i) + "\n\n");
        }

        await engine.StandardInput.FlushAsync(Cancellation);
        string id = (await engine.StandardOutput.ReadLineAsync(Cancellation))!;
        await PageAsync(id, "--offset", "999", "--size", "1", "--wait", "60");
        Processes.Signal(engine.Id, signal);

        // Of its standard input it can only be torn away by its end.
        await Task.Delay(200, Cancellation);
        engine.StandardInput.Close();
        await engine.WaitForExitAsync(Cancellation);
        (string[] paths, JsonElement page) = await PageAsync(id, "--size", "10000");
        Assert.Equal((state, null), (Text(page, "state"), Text(page, "next")));
        Assert.InRange(paths.Length, 1_000, 1_500);
        Assert.Equal(Enumerable.Range(0, paths.Length), paths.Select(static line => (int)Math.Round(Number(line, "slack") * 100)));

        // As with a report that was cut off, what there is is printed, and the answer says that it is not all. A comparison, where missing
        // paths would count as fixed, is refused.
        Processes.Result read = await SlacklineAsync("read", id, "--format", "csv");
        Assert.Equal((3, $"slackline: stream {id} is {state}: it does not have all paths.\n"), (read.ExitCode, read.Errors));
        Assert.Equal(paths.Length + 1, Lines(read.Output).Length);
        Processes.Result some = await SlacklineAsync("read", id, "--format", "csv", "--take", "3");
        Assert.Equal((0, 4), (some.ExitCode, Lines(some.Output).Length));
        await Fails(3, "it does not have all paths", "summary", id);

        // What is kept of it is no more whole than it is.
        Processes.Result again = await SlacklineAsync("read", id, "--keep", "--format", "none");
        Assert.Equal(3, again.ExitCode);
        Assert.Contains($"({state})", again.Errors, StringComparison.Ordinal);
        (_, page) = await PageAsync(again.Output.Trim(), "--size", "1");
        Assert.Equal((state, paths.Length), (Text(page, "state"), page.GetProperty("paths").GetInt32()));
        await Fails(3, "it does not have all paths", "read", again.Output.Trim());
        await Fails(3, "nothing is compared", "diff", id, id);
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_came_from_a_running_tool()
    {
        using Process engine = Processes.StartSlackline(_environment, "run", "--setup", _design.Setup, "report_checks -group_path_count 100000 -endpoint_path_count 200", "--keep", "--format", "none");
        string id = (await engine.StandardOutput.ReadLineAsync(Cancellation))!;
        await PageAsync(id, "--size", "1", "--wait", "100");
        Processes.Signal(engine.Id, "INT");
        await engine.WaitForExitAsync(Cancellation);
        Assert.Equal(130, engine.ExitCode);
        (string[] paths, JsonElement page) = await PageAsync(id, "--size", "100");
        Assert.Equal("cancelled", Text(page, "state"));
        Assert.NotEmpty(paths);
        Assert.Contains("(cancelled)", await engine.StandardError.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_a_damaged_report_is_told_to_be_incomplete_also_later()
    {
        string report = SaveSample();
        await File.WriteAllTextAsync(report, SampleReport.Text[..^400], Cancellation);
        Processes.Result kept = await SlacklineAsync("read", report, "--keep", "--format", "none");
        Assert.Equal(3, kept.ExitCode);
        await Fails(3, "is faulted: it does not have all paths", "read", kept.Output.Trim());
        await Fails(3, "nothing is compared", "diff", kept.Output.Trim(), kept.Output.Trim());
    }

    [Fact]
    public async Task Streams_that_were_kept_through_different_filters_are_not_compared()
    {
        string all = await KeepSampleAsync();
        SpoolDirectory directory = SpoolDirectory.At(_environment["SLACKLINE_STATE"]);
        string[] some = [await RefineAsync("slack < 0"), await RefineAsync("slack < 0")];
        string[][] different = [[all, some[0]], [some[0], all], [some[0], Path.Combine(_directory.FullName, "sample.rpt")]];
        foreach (string[] pair in different)
        {
            Processes.Result refused = await SlacklineAsync(["diff", .. pair]);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains("\"slack < 0\"", refused.Errors, StringComparison.Ordinal);
            Assert.Contains("no filter", refused.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await SlacklineAsync(["diff", .. some])).ExitCode);

        // As an agent narrows a stream.
        async Task<string> RefineAsync(string where)
        {
            var source = KeptSource.Open(directory, all);
            await using KeptStream refined = KeptStream.Start(source, await source.OpenAsync(Cancellation), directory, PathFilter.Parse(where));
            await refined.Pages.WaitForEndAsync(Cancellation);
            return refined.Id;
        }
    }

    [Fact]
    public async Task A_kept_stream_knows_the_design_that_its_command_ran_on()
    {
        Processes.Result kept = await SlacklineAsync("run", "--setup", _design.Setup, "report_checks", "--keep", "--format", "none", "-q");
        Assert.Equal(0, kept.ExitCode);
        await using PagedStream stream = PagedStream.Open(SpoolDirectory.At(_environment["SLACKLINE_STATE"]), kept.Output.Trim());
        Assert.Equal(Path.Join(Path.GetFileName(Path.GetDirectoryName(_design.Setup)), Path.GetFileName(_design.Setup)), stream.Design);
    }

    [Fact]
    public async Task Cursors_and_streams_that_are_none_are_told()
    {
        string id = await KeepSampleAsync();
        (_, JsonElement page) = await PageAsync(id, "--size", "2");
        string cursor = Text(page, "next")!;
        await Fails(2, "is no cursor", "page", (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..]);
        await Fails(2, "is no cursor", "page", "nonsense");
        await Fails(2, "contradict", "page", id, "--at", "0.5", "--offset", "3");
        await Fails(2, "from 0 to 1", "page", id, "--at", "1.5");
        await Fails(2, "from 0 on", "page", id, "--offset", "-1");
        await Fails(6, "no stream whose id begins with", "page", "0123");
        await Fails(2, "--size takes a whole number from 1 to 10000, not '10001'.", "page", id, "--size", "10001");
        await Fails(2, "did you mean 'slack'?", "page", id, "--columns", "slck");
        await Fails(2, "give --keep too", "read", SaveSample(), "--format", "none");

        // A damaged part is told, and the others are read.
        string segment = Directory.GetFiles(Path.Combine(_environment["SLACKLINE_STATE"], id), "paths-*").Single();
        byte[] bytes = await File.ReadAllBytesAsync(segment, Cancellation);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(segment, bytes, Cancellation);
        await Fails(6, "is corrupted", "page", id);
    }

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "slackline.dll");

    [GeneratedRegex("^stream ([0-9a-f]{32}), first page (\\S+)$", RegexOptions.Multiline)]
    private static partial Regex KeptLine();

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Parse(string line) => JsonSerializer.Deserialize<JsonElement>(line);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static double Number(string line, string name) => Parse(line).GetProperty(name).GetDouble();

    private Task<Processes.Result> SlacklineAsync(params string[] arguments) => Processes.SlacklineAsync(_environment, arguments);

    // Follows a stream that is just being begun, too.
    private async Task<(string[] Paths, JsonElement Page)> PageAsync(string place, params string[] options)
    {
        Processes.Result result = await SlacklineAsync(["page", place, "-f", "ndjson", .. options]);
        Assert.True(result.ExitCode == 0, result.Errors);
        string[] lines = Lines(result.Output);
        return (lines[..^1], Parse(lines[^1]).GetProperty("page"));
    }

    private async Task Fails(int exitCode, string message, params string[] arguments)
    {
        Processes.Result result = await SlacklineAsync(arguments);
        Assert.Equal((exitCode, message), (result.ExitCode, result.Errors.Contains(message, StringComparison.Ordinal) ? message : result.Errors));
    }

    private string SaveSample()
    {
        string report = Path.Combine(_directory.FullName, "sample.rpt");
        File.WriteAllText(report, SampleReport.Text);
        return report;
    }

    private async Task<string> KeepSampleAsync()
    {
        Processes.Result kept = await SlacklineAsync("read", SaveSample(), "--keep", "--format", "none", "-q");
        Assert.Equal(0, kept.ExitCode);
        return kept.Output.Trim();
    }
}
