using System.Text;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Planning.Merge;

/// <summary>
/// The paths of several runs, put in order and written to where there is room for them, with their exact slacks in a file beside them.
/// </summary>
internal sealed class SpilledRun : KeyedRun
{
    private readonly IPathRun _paths;
    private readonly SlackFile _slacks;
    private readonly IAsyncEnumerator<PathChunk> _chunks;
    private float _slack;
    private float _nextSlack;
    private bool _hasChunk;
    private bool _isDisposed;
    private int _index;

    private SpilledRun(IPathRun paths, FileStream slacks)
    {
        _paths = paths;
        _slacks = new SlackFile(slacks);
        _chunks = paths.ReadAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        _slack = TakeSlack();
        _nextSlack = TakeSlack();
        Move();
    }

    /// <inheritdoc/>
    public override RunHead Head => _hasChunk ? new RunHead(RunState.Ready, _slack, _nextSlack) : RunHead.Ended;

    /// <inheritdoc/>
    public override PathChunk Chunk => _chunks.Current;

    /// <inheritdoc/>
    public override int Index => _index;

    /// <summary>Merges runs that are complete into one, and disposes of them.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="store">Where the new one goes.</param>
    /// <param name="cancellation">Ends the waiting for room.</param>
    /// <exception cref="IOException">There is no room.</exception>
    public static async Task<SpilledRun> WriteAsync(IReadOnlyCollection<KeyedRun> runs, IRunStore store, CancellationToken cancellation)
    {
        FileStream slackFile = NamelessFile();
        IPathRun? paths = null;
        try
        {
            paths = store.CreateRun();
            using var slacks = new BinaryWriter(slackFile, Encoding.UTF8, leaveOpen: true);
            await foreach (PathSelection merged in MergeOperator.RunAsync([.. runs.Select((run, i) => new Input(run, slacks, i))])
                .ConfigureAwait(false))
            {
                await paths.WriteAsync(merged.Chunk, cancellation).ConfigureAwait(false);
            }

            slacks.Flush();
            slackFile.Position = 0;
            return new SpilledRun(paths, slackFile);
        }
        catch
        {
            if (paths is not null)
            {
                await paths.DisposeAsync().ConfigureAwait(false);
            }

            await slackFile.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Advance()
    {
        _slack = _nextSlack;
        _nextSlack = TakeSlack();
        if (++_index == _chunks.Current.Count)
        {
            Move();
        }
    }

    /// <summary>
    /// Removes it from its store. A merge that fails has disposed of it, and then the section, which still has it, does so again.
    /// </summary>
    public override void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _hasChunk = false;
        _slacks.Dispose();
        _chunks.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _paths.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // A file that is gone with the process, however that ends.
    private static FileStream NamelessFile()
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite);
        File.Delete(file.Name);
        return file;
    }

    private float TakeSlack() => _slacks.TakeAny() ?? float.PositiveInfinity;

    private void Move()
    {
        _index = 0;
        _hasChunk = _chunks.MoveNextAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>A run that is merged into a new one: writes the exact slack of each of its paths when that has been merged.</summary>
    private sealed class Input(KeyedRun run, BinaryWriter slacks, int place) : MergeInput(place)
    {
        private RunHead _head;

        public override PathChunk Chunk => run.Chunk;

        public override int Path => run.Index;

        public override ValueTask<ReadOutcome> ReadAsync(bool isHurried)
        {
            _head = run.Head;
            return ValueTask.FromResult(_head.State == RunState.Ready ? ReadOutcome.Selection : ReadOutcome.Ended);
        }

        public override bool Step()
        {
            slacks.Write(_head.Slack);
            run.Advance();
            _head = run.Head;
            return _head.State == RunState.Ready;
        }

        public override int CompareTo(MergeInput? other)
        {
            int order = _head.Slack.CompareTo(((Input)other!)._head.Slack);
            return order != 0 ? order : Place.CompareTo(other.Place);
        }

        public override ValueTask DisposeAsync()
        {
            run.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
