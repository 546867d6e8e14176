using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>The paths of several runs, put in order and written to where there is room for them.</summary>
internal sealed class SpilledRun : KeyedRun
{
    private readonly IPathRun _paths;
    private readonly string _slackFile;
    private readonly SlackFile _slacks;
    private readonly IAsyncEnumerator<PathChunk> _chunks;
    private float _slack;
    private float _slackBehind;
    private bool _hasChunk;
    private int _index;

    private SpilledRun(IPathRun paths, string slackFile, int level)
    {
        Level = level;
        _paths = paths;
        _slackFile = slackFile;
        _slacks = new SlackFile(slackFile);
        _chunks = paths.ReadAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        _slack = _slacks.TakeAny() ?? float.PositiveInfinity;
        _slackBehind = _slacks.TakeAny() ?? float.PositiveInfinity;
        Move();
    }

    /// <summary>How often its paths have been merged: runs of one level are of like size.</summary>
    public int Level { get; }

    /// <inheritdoc/>
    public override RunState State => _hasChunk ? RunState.Ready : RunState.Ended;

    /// <inheritdoc/>
    public override float Slack => _slack;

    /// <inheritdoc/>
    public override float SlackBehind => _slackBehind;

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
        string slackFile = Path.GetTempFileName();
        IPathRun? paths = null;
        try
        {
            paths = store.CreateRun();
            WriteTo(runs, paths, slackFile, cancellation);
            return new SpilledRun(paths, slackFile, level);
        }
        catch
        {
            paths?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            File.Delete(slackFile);
            throw;
        }
    }

    private static void WriteTo(IEnumerable<KeyedRun> runs, IPathRun paths, string slackFile, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<KeyedRun, float>();
        var chunk = new PathChunk();
        foreach (KeyedRun run in runs)
        {
            PutBack(run);
        }

        using var slacks = new BinaryWriter(File.Create(slackFile));
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

        void PutBack(KeyedRun run)
        {
            if (run.State == RunState.Ready)
            {
                queue.Enqueue(run, run.Slack);
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
        File.Delete(_slackFile);
    }

    private void Move()
    {
        _index = 0;
        _hasChunk = _chunks.MoveNextAsync().AsTask().GetAwaiter().GetResult();
    }
}
