using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Streams;

/// <summary>Fills chunks with copies of the paths that come out of operators.</summary>
internal sealed class SequenceSource(PathSequence paths, IAsyncDisposable? owned) : IDisposable
{
    // A path that was found does not wait longer than that for others to fill its chunk.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    private IAsyncEnumerator<PathSelection>? _selections;
    private Task<bool>? _move;
    private PathSelection _selection;
    private int _next;

    /// <inheritdoc cref="FillChunk"/>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation)
    {
        _selections ??= paths.ReadSelectionsAsync(cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            while (_next < _selection.Count)
            {
                if (!chunk.CanAppend(_selection.Chunk))
                {
                    return true;
                }

                chunk.Append(_selection.Chunk, _selection.Paths[_next]);
                _next++;
            }

            _move ??= _selections.MoveNextAsync().AsTask();
            if (chunk.Count > 0 && !WaitBriefly(_move))
            {
                return true;
            }

            bool more = _move.WaitAsync(cancellation).GetAwaiter().GetResult();
            _move = null;
            if (!more)
            {
                return false;
            }

            _selection = _selections.Current;
            _next = 0;
        }
    }

    public void Dispose() => DisposeAsync().GetAwaiter().GetResult();

    private static bool WaitBriefly(Task task) => Task.WhenAny(task, Task.Delay(s_patience)).GetAwaiter().GetResult() == task;

    private async Task DisposeAsync()
    {
        if (_move is not null)
        {
            // Enumerators cannot be disposed of while they move. The stream's cancellation, or the owned source's end, ends this.
            await ((Task)_move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_selections is not null)
        {
            await _selections.DisposeAsync().ConfigureAwait(false);
        }

        if (owned is not null)
        {
            await owned.DisposeAsync().ConfigureAwait(false);
        }
    }
}
