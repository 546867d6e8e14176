using System.Globalization;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Where a merge is in one of its streams, with the key of the path that it stands at.</summary>
internal sealed class MergeCursor : MergeInput
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
        : base(place)
    {
        _reader = new SelectionReader(source, cancellation);
        _order = order;
        _keys = new PathKeys(order);
    }

    /// <inheritdoc/>
    public override PathChunk Chunk => _selection.Chunk;

    /// <inheritdoc/>
    public override int Path => _selection.Paths[_index];

    /// <inheritdoc/>
    public override bool IsBroken => _reader.Fault is not null || _isOutOfOrder;

    private ReadOnlySpan<byte> Key => _key.AsSpan(0, _keyLength);

    /// <inheritdoc/>
    public override async ValueTask<ReadOutcome> ReadAsync(bool isHurried)
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

    /// <inheritdoc/>
    public override bool Step()
    {
        if (++_index == _selection.Count)
        {
            return false;
        }

        TakeKey();
        return true;
    }

    /// <inheritdoc/>
    public override void Throw()
    {
        _reader.Fault?.Throw();
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"The streams to merge must be ordered by {_order}; number {Place + 1} is not, at the path from {_selection[_index].Startpoint} to {_selection[_index].Endpoint}."));
    }

    /// <inheritdoc/>
    public override int CompareTo(MergeInput? other)
    {
        int order = Key.SequenceCompareTo(((MergeCursor)other!).Key);
        return order != 0 ? order : Place.CompareTo(other.Place);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _reader.DisposeAsync();

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
