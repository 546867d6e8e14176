using System.Globalization;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Where a merge is in one of its streams. Compares as the path that it stands at.</summary>
internal sealed class MergeCursor : IComparable<MergeCursor>, IAsyncDisposable
{
    private readonly SelectionReader _reader;
    private readonly PathOrder _order;
    private readonly PathKeys _keys;
    private byte[] _key = [];
    private int _keyLength = -1;
    private PathSelection _selection;
    private int _index;
    private bool _isOutOfOrder;

    public MergeCursor(PathSequence source, PathOrder order, int place, CancellationToken cancellation)
    {
        _reader = new SelectionReader(source, cancellation);
        _order = order;
        _keys = new PathKeys(order);
        Place = place;
    }

    /// <summary>Which of the merge's streams it is: between equal paths, the earlier stream comes first.</summary>
    public int Place { get; }

    public PathChunk Chunk => _selection.Chunk;

    public int Path => _selection.Paths[_index];

    /// <summary>Whether the stream has ended with an error, or is not in order.</summary>
    public bool IsBroken => _reader.Fault is not null || _isOutOfOrder;

    private ReadOnlySpan<byte> Key => _key.AsSpan(0, _keyLength);

    /// <summary>Goes on to the next selection.</summary>
    public async ValueTask<ReadOutcome> ReadAsync(bool isHurried)
    {
        ReadOutcome outcome = await _reader.ReadAsync(isHurried).ConfigureAwait(false);
        if (outcome == ReadOutcome.Selection)
        {
            _selection = _reader.Current;
            _index = 0;
            _keys.Load(_selection.Chunk, _selection.Paths);
            TakeKey();
        }

        return outcome;
    }

    /// <summary>Advances to the next path of the selection; false at its end.</summary>
    public bool Step()
    {
        if (++_index == _selection.Count)
        {
            return false;
        }

        TakeKey();
        return true;
    }

    public void Throw()
    {
        _reader.Fault?.Throw();
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"The streams to merge must be ordered by {_order}; number {Place + 1} is not, at the path from {_selection[_index].Startpoint} to {_selection[_index].Endpoint}."));
    }

    public int CompareTo(MergeCursor? other)
    {
        int order = Key.SequenceCompareTo(other!.Key);
        return order != 0 ? order : Place.CompareTo(other.Place);
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private void TakeKey()
    {
        ReadOnlySpan<byte> key = _keys.Key(_index);
        _isOutOfOrder = _keyLength >= 0 && key.SequenceCompareTo(Key) < 0;
        if (key.Length > _key.Length)
        {
            _key = new byte[key.Length * 2];
        }

        key.CopyTo(_key);
        _keyLength = key.Length;
    }
}
