using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Slackline.Cli.Output;
using Slackline.Cli.Sources;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary>Runs a query from its source through the filter and the operators to an output, tells how it goes, and how it ended.</summary>
internal sealed class PathQuery(PathSource source, string? filter, Func<PathSequence, PathSequence>? operators, IPathOutput output, QueryOptions options)
{
    private bool _isReadToEnd;

    /// <summary>Runs to the end, to the output's content, or to Ctrl-C. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var progress = new ProgressLine(source, options.IsQuiet ? ProgressMode.Never : options.Progress);
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
        catch (StaException e)
        {
            progress.Print(() => Report(e.Message));
            exitCode = ExitCode.ToolFailed;
        }
        catch (SavedReportException e)
        {
            progress.Print(() => Report(e.Message));
            exitCode = ExitCode.BadInput;
        }
        catch (QueryLimitException e)
        {
            progress.Print(() => Report(e.IsInBytes ? e.Message : $"{e.Message} (--max-keys)"));
            exitCode = ExitCode.LimitReached;
        }
        catch (SpoolException e)
        {
            progress.Print(() => Report(e.Message));
            exitCode = ExitCode.NotKept;
        }
        catch (IOException e) when (StandardOutput.IsReaderGone(e))
        {
            // `slackline ... | head` has seen enough.
            exitCode = ExitCode.Success;
        }

        exitCode = Release(progress, exitCode);
        progress.Print(() => Conclude(progress, exitCode));
        return exitCode;
    }

    // Reports that came among the paths are printed behind them.
    private int Release(ProgressLine progress, int exitCode)
    {
        try
        {
            progress.Print(source.Tally.Others.Release);
            return exitCode;
        }
        catch (IOException e) when (StandardOutput.IsReaderGone(e))
        {
            return exitCode;
        }
    }

    private async Task<int> StreamAsync(ProgressLine progress, CancellationToken cancellation)
    {
        if (source is LiveSource && (output.Beside ?? (options.IsQuiet ? null : Console.OpenStandardError())) is { } beside)
        {
            source.Tally.Others.Begin(beside, progress);
        }

        TimingPathStream stream = await source.OpenAsync(cancellation).ConfigureAwait(false);
        progress.Begin(stream);
        using StreamConsumer consumer = stream.Subscribe("the output");
        await using Keeping? keeping = options.Keeps ? Keeping.Start(stream, source.Name, progress) : null;
        try
        {
            output.Begin(keeping?.Id);
            await PrintAsync(consumer, progress, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // However the output ends, what the source gives is kept.
            consumer.Dispose();
            await (keeping?.EndAsync(options.IsQuiet, cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        }

        return cancellation.IsCancellationRequested && !_isReadToEnd ? ExitCode.Interrupted : _isReadToEnd ? Judge(stream) : ExitCode.Success;
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
                    progress.Matched += output.Accept(selection.Chunk, selection.Paths);
                }

                if (!output.WantsMore)
                {
                    break;
                }
            }
        }
        catch (StaException)
        {
            // What came before the fault is the user's; then the fault is told.
            progress.Print(output.Finish);
            throw;
        }

        progress.Print(() =>
        {
            output.Finish();
            output.Conclude(source.Tally);
        });
    }

    private PathSequence Apply(IAsyncEnumerable<PathChunk> chunks)
    {
        PathSequence matching = filter is null ? PathSequence.Of(chunks) : chunks.Where(filter, source is SavedSource ? null : source.Units);
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

    // That there is no path is an answer, where the tool gives it or prints another report. A saved file with neither is probably not what was meant.
    private int Judge(TimingPathStream stream)
    {
        BlockTally tally = source.Tally;
        if (stream.PathsRead == 0 && source is SavedSource)
        {
            if (tally is { ForeignTool: { } tool, Reports.Count: 0 })
            {
                Report($"{source.Name}: this looks like a report of {tool}. Slackline reads those of OpenSTA and OpenROAD.");
                return ExitCode.BadInput;
            }

            if (!HasDamage)
            {
                return JudgeWithoutPaths(tally);
            }
        }

        return HasDamage ? ExitCode.BadInput : ExitCode.Success;
    }

    private bool HasDamage => source.Tally.DamageCount > 0 || source.Fault is not null;

    private int JudgeWithoutPaths(BlockTally tally)
    {
        if (tally.Reports.Count > 0)
        {
            Report($"there is no timing path in {source.Name}, but {tally.DescribeReports()}: 'slackline reports {source.Argument}' lists them, with '--format text' as they were printed.");
            return ExitCode.Success;
        }

        if (tally.SaidNoPaths)
        {
            Report($"{source.Name} says: No paths found.");
            return ExitCode.Success;
        }

        Report(string.Create(CultureInfo.InvariantCulture, $"there is no timing path in {source.Name} ({tally.Bytes:N0} bytes of other text)."));
        return ExitCode.BadInput;
    }

    private void Conclude(ProgressLine progress, int exitCode)
    {
        BlockTally tally = source.Tally;
        tally.TellDamages(source.Name);

        if (source.Fault is { } fault)
        {
            Report($"{source.Name}: {fault}");
        }

        if (options.IsQuiet)
        {
            return;
        }

        foreach (Diagnostic diagnostic in (source as LiveSource)?.SetupDiagnostics.Concat(tally.Diagnostics) ?? tally.Diagnostics)
        {
            Console.Error.WriteLine(diagnostic);
        }

        TellUnits(tally);
        if (source is SavedSource && tally.ToolVersion is { } version)
        {
            Console.Error.WriteLine($"printed by {version}");
        }

        if (source is SavedSource && tally.Reports.Count > 0 && exitCode == ExitCode.Success && progress.HasPaths)
        {
            Console.Error.WriteLine($"Beside the paths: {tally.DescribeReports()}; 'slackline reports {source.Argument}' lists them.");
        }

        if (exitCode is ExitCode.Success or ExitCode.Interrupted || tally.Bytes > 0)
        {
            string state = exitCode == ExitCode.Interrupted ? "stopped: " : "";
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{state}{progress.Matched:N0} paths{(operators is not null ? " given" : filter is not null ? " matched" : "")}, {(source is KeptSource ? "" : $"{tally.Bytes:N0} bytes read, ")}{progress.Elapsed.TotalSeconds:0.0} s, engine peak {PeakMemory() / 1e6:0} MB"));
        }
    }

    // A filter in units that the report does not count in would be wrong by a factor, and nobody would see it.
    private void TellUnits(BlockTally tally)
    {
        if (source is SavedSource { KnowsUnits: false } && tally.PathsWithoutUnits > 0 && filter is not null && PathFilter.DependsOnUnits(filter))
        {
            Console.Error.WriteLine($"The filter names a unit, and {source.Name} does not say what its numbers count: they were taken for ns and pF. --units 1ps,1fF says otherwise.");
        }
    }

    private static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static void Report(string message) => Console.Error.WriteLine($"slackline: {message}");
}

/// <summary>How a query talks to its user.</summary>
/// <param name="Progress">When to show progress.</param>
/// <param name="IsQuiet">Whether to print nothing but the result and errors.</param>
/// <param name="Keeps">Whether to keep the source's paths on disk.</param>
internal sealed record QueryOptions(ProgressMode Progress, bool IsQuiet, bool Keeps);
