using System.Text;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>The paths of several runs, put in order and written to where there is room for them.</summary>
internal sealed class SpilledRun : KeyedRun
{
    private readonly IPathRun _paths;
    private readonly SlackFile _slacks;
    private readonly IAsyncEnumerator<PathChunk> _chunks;
    private float _slack;
    private float _slackBehind;
    private bool _hasChunk;
    private int _index;

    private SpilledRun(IPathRun paths, FileStream slacks, int level)
    {
        Level = level;
        _paths = paths;
        _slacks = new SlackFile(slacks);
        _chunks = paths.ReadAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        _slack = _slacks.TakeAny() ?? float.PositiveInfinity;
        _slackBehind = _slacks.TakeAny() ?? float.PositiveInfinity;
        Move();
    }

    /// <summary>How often its paths have been merged: runs of one level are of like size.</summary>
    public int Level { get; }

    /// <inheritdoc/>
    public override RunHead Head => _hasChunk ? new RunHead(RunState.Ready, _slack, _slackBehind) : RunHead.Ended;

    /// <inheritdoc/>
    public override PathChunk Chunk => _chunks.Current;

    /// <inheritdoc/>
    public override int Index => _index;

    /// <summary>Merges runs that are complete into one, and disposes of them.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="level">How often their paths have been merged by then.</param>
    /// <param name="store">Where the new one goes.</param>
    /// <param name="cancellation">Ends the waiting for room.</param>
    /// <exception cref="IOException">There is no room.</exception>
    public static SpilledRun Write(IEnumerable<KeyedRun> runs, int level, IRunStore store, CancellationToken cancellation)
    {
        FileStream slacks = NamelessFile();
        IPathRun? paths = null;
        try
        {
            paths = store.CreateRun();
            WriteTo(runs, paths, slacks, cancellation);
            return new SpilledRun(paths, slacks, level);
        }
        catch
        {
            paths?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            slacks.Dispose();
            throw;
        }
    }

    // A file that is gone with the process, however that ends.
    private static FileStream NamelessFile()
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite);
        File.Delete(file.Name);
        return file;
    }

    private static void WriteTo(IEnumerable<KeyedRun> runs, IPathRun paths, FileStream slackFile, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<KeyedRun, float>();
        var chunk = new PathChunk();
        foreach (KeyedRun run in runs)
        {
            PutBack(run);
        }

        using var slacks = new BinaryWriter(slackFile, Encoding.UTF8, leaveOpen: true);
        while (queue.TryDequeue(out KeyedRun? run, out float slack))
        {
            if (!chunk.CanAppend(run.Chunk))
            {
                Flush();
            }

            chunk.Append(run.Chunk, run.Index);
            slacks.Write(slack);
            run.Advance();
            PutBack(run);
        }

        Flush();
        slacks.Flush();
        slackFile.Position = 0;

        void PutBack(KeyedRun run)
        {
            if (run.Head is { State: RunState.Ready } head)
            {
                queue.Enqueue(run, head.Slack);
            }
            else
            {
                run.Dispose();
            }
        }

        void Flush()
        {
            paths.WriteAsync(chunk, cancellation).AsTask().GetAwaiter().GetResult();
            chunk.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Advance()
    {
        _slack = _slackBehind;
        _slackBehind = _slacks.TakeAny() ?? float.PositiveInfinity;
        if (++_index == _chunks.Current.Count)
        {
            Move();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _chunks.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _paths.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _slacks.Dispose();
    }

    private void Move()
    {
        _index = 0;
        _hasChunk = _chunks.MoveNextAsync().AsTask().GetAwaiter().GetResult();
    }
}
