using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Slackline.Cli.Output;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Reports.Files;
using Slackline.Service.Queries;
using Slackline.Service.Sources;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Streams.Spooling;
using Slackline.Timing;
using Slackline.Transport;

namespace Slackline.Cli.Commands;

/// <summary>
/// Runs a query from its source through the filter and the operators to an output, and reports its progress and how it ended.
/// </summary>
internal sealed class PathQuery(
    PathSource source, PathFilter? filter, Func<PathSequence, PathSequence>? operators, IPathOutput output, QueryOptions options)
{
    private bool _isReadToEnd;
    private bool _isCutShort;
    private long _violating;
    private long _undecided;

    // What was found out while it ran, for the end.
    private readonly List<string> _remarks = [];

    // Printed last, after the tool's own messages.
    private Exception? _fault;

    /// <summary>Runs to the end, to the output's content, or to Ctrl-C. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var progress = new ProgressLine(source, options.IsQuiet ? ProgressMode.Never : options.Progress);
        using OtherText? others = Others(progress);
        var live = source as LiveSource;
        live?.Others = others;
        await using RoomWatch? room =
            live is null ? null : new RoomWatch(progress, () => live.WaitsFor, "room for paths that must be put in order");

        int exitCode;
        try
        {
            exitCode = await StreamAsync(progress, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.Print(output.Finish);
            exitCode = ExitCode.Interrupted;
        }
        catch (Exception e) when (e is StaException or SavedReportException or QueryLimitException or SpoolException or OutputException or SlackRangeException)
        {
            _fault = e;
            _isCutShort = e is OutputException;
            exitCode = Failure.CodeOf(e);
        }

        if (exitCode == ExitCode.Success && options.FailsOnViolations && _violating + _undecided > 0)
        {
            string undecided = _undecided == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", and {_undecided:N0} for which the report does not say");
            _remarks.Add(Own(string.Create(
                CultureInfo.InvariantCulture, $"{_violating:N0} violating paths{undecided} (--fail-on violations).")));
            exitCode = ExitCode.Violating;
        }

        exitCode = Release(progress, others, exitCode);
        List<string> remarks = Remarks(progress, exitCode);
        progress.Print(() =>
        {
            foreach (string remark in remarks)
            {
                Console.Error.WriteLine(remark);
            }

            PrintFooter(progress, exitCode);
            if (_fault is not null)
            {
                Failure.Report(_fault);
            }
        });
        return End(exitCode, remarks);
    }

    private int End(int exitCode, IReadOnlyList<string> remarks)
    {
        if (_fault is OutputException)
        {
            return exitCode;
        }

        try
        {
            output.End(new QueryEnd(exitCode, _fault is null ? null : Failure.Describe(_fault), remarks));
            return exitCode;
        }
        catch (OutputException e)
        {
            int code = Failure.Report(e);
            return exitCode == ExitCode.Success ? code : exitCode;
        }
    }

    private OtherText? Others(ProgressLine progress) =>
        (output.Beside ?? (options.IsQuiet ? null : Console.OpenStandardError())) is { } beside
            ? new OtherText(beside, progress.Hide)
            : null;

    // Reports that came between the paths are printed after them.
    private int Release(ProgressLine progress, OtherText? others, int exitCode)
    {
        try
        {
            progress.Print(() => others?.Release());
            return exitCode;
        }
        catch (OutputException e)
        {
            _isCutShort = true;
            _fault ??= e;
            return exitCode == ExitCode.Success ? Failure.CodeOf(e) : exitCode;
        }
    }

    private async Task<int> StreamAsync(ProgressLine progress, CancellationToken cancellation)
    {
        TimingPathStream stream = await source.OpenAsync(cancellation).ConfigureAwait(false);
        progress.Begin(stream);
        using StreamConsumer consumer = stream.Subscribe("the output");
        await using Keeping? keeping = options.DiskWait is { } wait ? Keeping.Start(source, stream, progress, wait, options.IsQuiet) : null;
        try
        {
            output.Begin(keeping?.Id);
            await PrintAsync(consumer, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // However the output ends, what the source gives is kept.
            consumer.Dispose();
            await (keeping?.EndAsync(cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        }

        return cancellation.IsCancellationRequested && !_isReadToEnd
            ? ExitCode.Interrupted
            : _isReadToEnd
            ? Judge(stream)
            : ExitCode.Success;
    }

    private async Task PrintAsync(StreamConsumer consumer, ProgressLine progress, CancellationToken cancellation)
    {
        PathSequence paths = Apply(ReadAsync(consumer, cancellation));
        try
        {
            await foreach (PathSelection selection in paths.ReadSelectionsAsync(CancellationToken.None).ConfigureAwait(false))
            {
                using (progress.Hide())
                {
                    int taken = output.Accept(selection.Chunk, selection.Paths);
                    progress.Matched += taken;
                    CountViolating(selection, taken);
                }

                if (!output.WantsMore)
                {
                    break;
                }
            }
        }
        catch (StaException)
        {
            // The paths before the fault are printed, then the fault. Without paths nothing is printed, not a table without rows.
            if (progress.Matched > 0)
            {
                progress.Print(output.Finish);
            }

            throw;
        }

        progress.Print(() =>
        {
            output.Finish();
            output.Conclude(source.Output);
        });
    }

    private void CountViolating(PathSelection selection, int taken)
    {
        if (options.FailsOnViolations)
        {
            foreach (int path in selection.Paths[..taken])
            {
                bool? isViolated = selection.Chunk.IsViolated(path);
                _violating += isViolated == true ? 1 : 0;
                _undecided += isViolated is null ? 1 : 0;
            }
        }
    }

    private PathSequence Apply(IAsyncEnumerable<PathChunk> chunks)
    {
        PathSequence paths = chunks.AsPaths();
        PathSequence matching = filter is null ? paths : paths.Where(filter);
        return operators is null ? matching : operators(matching);
    }

    // Ctrl-C ends the source and not the query: operators that gather paths, and outputs that sum them up, give what they have.
    private async IAsyncEnumerable<PathChunk> ReadAsync(
        StreamConsumer consumer, CancellationToken interrupted, [EnumeratorCancellation] CancellationToken left = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, left);
        IAsyncEnumerator<PathChunk> chunks = consumer.ReadChunksAsync(either.Token).GetAsyncEnumerator(CancellationToken.None);
        await using (chunks.ConfigureAwait(false))
        {
            bool hasMore = true;
            while (hasMore && !interrupted.IsCancellationRequested)
            {
                try
                {
                    hasMore = await chunks.MoveNextAsync().ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
                {
                    break;
                }

                if (hasMore)
                {
                    yield return chunks.Current;
                }
            }

            _isReadToEnd = !hasMore;
        }
    }

    // No path at all is a valid answer when the tool gives it or prints another report. A saved file with neither is probably a mistake.
    private int Judge(TimingPathStream stream)
    {
        OutputSummary summary = source.Output;
        if (stream.PathsRead == 0 && source is SavedSource)
        {
            if (summary is { ForeignTool: { } tool, Reports.Count: 0 })
            {
                _remarks.Add(Own($"{source.Name}: this looks like a report of {tool}. Slackline reads those of OpenSTA and OpenROAD."));
                return ExitCode.BadInput;
            }

            if (!HasDamage)
            {
                return JudgeWithoutPaths(summary);
            }
        }

        return HasDamage || source.Missing is not null ? ExitCode.BadInput : ExitCode.Success;
    }

    private bool HasDamage => source.Output.DamageCount > 0 || source.Fault is not null;

    private int JudgeWithoutPaths(OutputSummary summary)
    {
        if (summary.Reports.Count > 0)
        {
            _remarks.Add(Own($"there is no timing path in {source.Name}, but {summary.DescribeReports()}: 'slackline reports {source.Argument}' lists them, with '--format text' as they were printed."));
            return ExitCode.Success;
        }

        if (summary.SaidNoPaths)
        {
            _remarks.Add(Own($"{source.Name} says: No paths found."));
            return ExitCode.Success;
        }

        _remarks.Add(Own(string.Create(
            CultureInfo.InvariantCulture, $"there is no timing path in {source.Name} ({summary.Bytes:N0} bytes of other text).")));
        return ExitCode.BadInput;
    }

    // What the user should know besides the result.
    private List<string> Remarks(ProgressLine progress, int exitCode)
    {
        OutputSummary summary = source.Output;
        List<string> remarks = [.. _remarks, .. summary.DescribeDamages(source.Name).Select(static damage => Own($"{damage}."))];
        if (source.Fault is { } fault)
        {
            remarks.Add(Own($"{source.Name}: {fault}"));
        }

        if (source.Missing is { } missing)
        {
            remarks.Add(Own($"{missing}."));
        }

        var live = source as LiveSource;
        if (live is not null)
        {
            remarks.AddRange(SetupMessages.Of(live.Session, options.IsVerbose, options.IsQuiet));
        }

        string[] printed = [.. ((_fault as StaCommandException)?.Causes ?? []).Select(static cause => cause.ToString())];
        remarks.AddRange(summary.Messages(
            options.IsQuiet ? Severity.Error : options.IsVerbose ? Severity.Info : Severity.Warning).Except(printed));
        if (!options.IsQuiet)
        {
            Explain(live, progress, exitCode, remarks);
        }

        return remarks;
    }

    private void PrintFooter(ProgressLine progress, int exitCode)
    {
        OutputSummary summary = source.Output;
        if ((options.HasFooter || (exitCode == ExitCode.Interrupted && !options.IsQuiet)) && !_isCutShort
            && (exitCode is ExitCode.Success or ExitCode.Interrupted || summary.Bytes > 0))
        {
            string state = exitCode == ExitCode.Interrupted ? "stopped: " : "";
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{state}{progress.Matched:N0} paths{(operators is not null ? " given" : filter is not null ? " matched" : "")}, {(source is KeptSource ? "" : $"{summary.Bytes:N0} bytes read, ")}{progress.Elapsed.TotalSeconds:0.0} s, engine peak {PeakMemory() / 1e6:0} MB"));
        }
    }

    // Remarks that --quiet suppresses.
    private void Explain(LiveSource? live, ProgressLine progress, int exitCode, List<string> remarks)
    {
        OutputSummary summary = source.Output;
        foreach (string effect in live?.Query?.Effects ?? [])
        {
            remarks.Add(Own($"the command did more than report, so it ran once, and whole: {effect}."));
        }

        if (live?.Session.CannotFork is { } why)
        {
            remarks.Add(Own($"the command ran in OpenSTA's own process, which cannot be forked: {why}."));
        }

        if (UnitsRemark(summary) is { } units)
        {
            remarks.Add(units);
        }

        if (source is SavedSource && summary.ToolVersion is { } version)
        {
            remarks.Add($"printed by {version}");
        }

        if (source is SavedSource && summary.Reports.Count > 0 && exitCode == ExitCode.Success && progress.HasPaths)
        {
            remarks.Add($"Besides the paths: {summary.DescribeReports()}; 'slackline reports {source.Argument}' lists them.");
        }

        remarks.AddRange((filter?.Notes ?? []).Select(static note => $"note: {note}"));
    }

    // A filter in units other than the report's would be wrong by a factor, without any sign of it.
    private string? UnitsRemark(OutputSummary summary) =>
        source is SavedSource { KnowsUnits: false } && summary.PathsWithoutUnits > 0
        && (filter is { DependsOnUnits: true } ? "The filter" : output.NamesUnit) is { } what
            ? $"{what} names a unit, and {source.Name} does not give its units: ns and pF are assumed. Set others with --units 1ps,1fF."
            : null;

    private static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static string Own(string remark) => $"slackline: {remark}";
}

/// <summary>How a query talks to its user.</summary>
/// <param name="Progress">When to show progress.</param>
/// <param name="IsQuiet">Whether to print nothing but the result and errors.</param>
/// <param name="IsVerbose">Whether to show all messages.</param>
/// <param name="DiskWait">How long paths that are kept on disk may wait for room there; null when they are not kept.</param>
internal sealed record QueryOptions(ProgressMode Progress, bool IsQuiet, bool IsVerbose, TimeSpan? DiskWait)
{
    /// <summary>Whether to print at the end how many paths came, from how much data, in what time.</summary>
    public bool HasFooter { get; init; }

    /// <summary>Whether a violating path makes the command fail.</summary>
    public bool FailsOnViolations { get; init; }
}
