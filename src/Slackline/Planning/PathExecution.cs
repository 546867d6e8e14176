using System.Diagnostics;
using Slackline.Planning.Merge;
using Slackline.Planning.Slices;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>
/// The second phase of a query, which gives its paths. Workers read what the tool prints, and the stream's thread, which asks for chunks,
/// merges it. While it does not ask, nothing is taken up, no slice begins, and workers wait.
/// </summary>
internal abstract class PathExecution : IDisposable
{
    // The longest time that paths are held back to fill a chunk.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly long _maxHeldBytes;

    /// <summary>An execution that has not begun.</summary>
    /// <param name="ahead">How many chunks workers may be ahead of the merge.</param>
    /// <param name="maxHeldBytes">The most memory of paths that the merge takes up in advance, in bytes. Past that, it takes up only what
    /// it cannot go on without.</param>
    /// <param name="stop">Stops the query.</param>
    protected PathExecution(int ahead, long maxHeldBytes, CancellationToken stop)
    {
        _maxHeldBytes = maxHeldBytes;
        Inbox = new MergeInbox(ahead);
        Threads = new ReadingThreads(Inbox, stop);
    }

    /// <summary>How many processes work at once.</summary>
    public virtual int Workers => 1;

    /// <summary>The way from the workers to the merge.</summary>
    protected MergeInbox Inbox { get; }

    /// <summary>The chunks of all runs.</summary>
    protected HeldChunks Held { get; } = new();

    /// <summary>The workers.</summary>
    protected ReadingThreads Threads { get; }

    /// <summary>What paths come from, in the order of the result.</summary>
    protected Queue<SectionSlices> Sections { get; } = new();

    /// <summary>Fills a chunk with the next paths; see <see cref="FillChunk"/>.</summary>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation)
    {
        long firstAt = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            while (Held.Bytes < _maxHeldBytes && Inbox.TakeUp(TimeSpan.Zero, cancellation))
            {
            }

            Prepare(cancellation);
            if (!Sections.TryPeek(out SectionSlices? section))
            {
                return Threads.Fault is { } fault ? throw fault
                    : Missing() is { } missing ? throw missing
                    : false;
            }

            MergeOutcome outcome = section.IsOrderFree ? FillInAnyOrder(ref chunk) : section.Merge.FillInOrder(ref chunk);
            if (outcome == MergeOutcome.Full)
            {
                return true;
            }

            if (Threads.Fault is { } failure)
            {
                // What came before it has been merged. The stream hands on what is in the chunk, too.
                throw failure;
            }

            if (outcome == MergeOutcome.Ended)
            {
                Sections.Dequeue().Dispose();
                continue;
            }

            firstAt = firstAt == 0 && chunk.Count > 0 ? Stopwatch.GetTimestamp() : firstAt;
            if (firstAt != 0 && Stopwatch.GetElapsedTime(firstAt) >= s_patience)
            {
                return true;
            }

            Inbox.TakeUp(s_patience, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            while (Sections.TryDequeue(out SectionSlices? section))
            {
                section.Dispose();
            }
        }
        finally
        {
            Threads.Join();
            Inbox.Dispose();
        }
    }

    /// <summary>Done before each look at the merge, on its thread.</summary>
    protected virtual void Prepare(CancellationToken cancellation)
    {
    }

    /// <summary>Which paths are missing, once all others have been given; null when none are.</summary>
    protected virtual Exception? Missing() => null;

    // Of whichever section there is something; the first one decides whether that was all.
    private MergeOutcome FillInAnyOrder(ref PathChunk chunk)
    {
        MergeOutcome first = Sections.Peek().Merge.FillInAnyOrder(ref chunk);
        if (first == MergeOutcome.Waits && Sections.Count > 1)
        {
            foreach (SectionSlices section in Sections.Skip(1).Where(static section => section.IsOrderFree))
            {
                if (section.Merge.FillInAnyOrder(ref chunk) == MergeOutcome.Full)
                {
                    return MergeOutcome.Full;
                }
            }
        }

        return first;
    }
}
