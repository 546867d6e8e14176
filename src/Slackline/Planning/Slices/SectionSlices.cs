using Slackline.Planning.Endpoints;
using Slackline.Planning.Merge;
using Slackline.Queries.Operators;

namespace Slackline.Planning.Slices;

/// <summary>A section on its way through a query: which of its endpoints have begun, and the merge of what came of them.</summary>
internal sealed class SectionSlices : IDisposable
{
    private readonly Section? _section;
    private readonly CancellationTokenSource _stop;
    private int _next;

    /// <summary>A section that runs in slices.</summary>
    /// <param name="section">Its endpoints.</param>
    /// <param name="groupCount">How many of its paths are wanted.</param>
    /// <param name="isOrderFree">Whether its paths may come in any order.</param>
    /// <param name="store">Where paths go that memory does not hold; null to keep them in memory.</param>
    /// <param name="stop">Stops the query.</param>
    public SectionSlices(Section section, long groupCount, bool isOrderFree, IRunStore? store, CancellationToken stop)
        : this(groupCount, stop)
    {
        _section = section;
        IsOrderFree = isOrderFree;
        Merge.NotBegunBound = section.Bound(0);
        Spiller = store is null ? null : new RunSpiller(Merge, store);
    }

    private SectionSlices(long groupCount, CancellationToken stop)
    {
        Merge = new SectionMerge(groupCount);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Stop = _stop.Token;
    }

    /// <summary>The merge of the slices' paths.</summary>
    public SectionMerge Merge { get; }

    /// <summary>Writes paths to where there is room; null where there is none but memory.</summary>
    public RunSpiller? Spiller { get; }

    /// <summary>Whether the paths may come in any order.</summary>
    public bool IsOrderFree { get; private init; }

    /// <summary>Cancelled when no more of its paths are wanted.</summary>
    public CancellationToken Stop { get; }

    /// <summary>How many endpoints have not begun.</summary>
    public int Left => _section is null ? 0 : _section.Count - _next;

    /// <summary>A command that runs whole, of all groups.</summary>
    /// <param name="run">Its paths.</param>
    /// <param name="isOrderFree">Whether they may come in any order: then those of nearly equal slacks need not wait for each
    /// other.</param>
    /// <param name="stop">Stops the query.</param>
    public static SectionSlices Whole(SliceRun run, bool isOrderFree, CancellationToken stop)
    {
        var whole = new SectionSlices(long.MaxValue, stop) { IsOrderFree = isOrderFree };
        whole.Merge.Add(run);
        return whole;
    }

    /// <summary>Begins the next slice.</summary>
    /// <param name="sizes">How many endpoints each of its batches has.</param>
    /// <param name="inbox">How their paths come to the merge.</param>
    /// <param name="held">Counts the memory that they take there.</param>
    public Slice Begin(IEnumerable<int> sizes, MergeInbox inbox, HeldChunks held)
    {
        var batches = new List<SliceBatch>();
        foreach (int size in sizes)
        {
            var run = new SliceRun(held, _section!.Bound(_next));
            batches.Add(new SliceBatch(_next, size, new RunWriter(inbox, run)));
            Merge.Add(run);
            _next += size;
        }

        Merge.NotBegunBound = Left == 0 ? float.PositiveInfinity : _section!.Bound(_next);
        return new Slice(_section!, batches, Stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Merge.Dispose();
        _stop.Dispose();
    }
}

/// <summary>Some endpoints of a section, which follow one another.</summary>
/// <param name="Section">The section.</param>
/// <param name="Batches">They are searched batch by batch, in one process.</param>
/// <param name="Stop">Cancelled when they are not wanted any more.</param>
internal sealed record Slice(Section Section, IReadOnlyList<SliceBatch> Batches, CancellationToken Stop);

/// <summary>Some endpoints of a slice, which follow one another.</summary>
/// <param name="First">The first endpoint's place in the section.</param>
/// <param name="Endpoints">How many they are.</param>
/// <param name="Paths">Takes their paths.</param>
internal sealed record SliceBatch(int First, int Endpoints, RunWriter Paths);
