using System.Runtime.CompilerServices;

namespace Slackline.Reports;

/// <summary>Walks over the lines of a text whose end may not have come yet.</summary>
internal ref struct LineCursor
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _isFinal;
    private bool _sawLineEnd;

    /// <summary>A cursor at the start of <paramref name="text"/>; after <paramref name="isFinal"/> text nothing follows.</summary>
    public LineCursor(ReadOnlySpan<byte> text, bool isFinal)
    {
        _text = text;
        _isFinal = isFinal;
    }

    /// <summary>Where the next line begins.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the lines end in CR LF. The first line decides.</summary>
    public bool CarriageReturns { get; private set; }

    /// <summary>Whether the lines so far include a last one without a line end.</summary>
    public readonly bool EndsWithoutLineEnd => Position > 0 && Position == _text.Length && _text[^1] != '\n';

    /// <summary>Whether the last call returned no line because the text so far ends before the line does.</summary>
    public bool NeedsMore { get; private set; }

    /// <summary>Whether a line was ever requested that the text so far does not hold whole.</summary>
    public bool RanOut { get; private set; }

    /// <summary>The text from an earlier <see cref="Position"/> to the present one.</summary>
    public readonly ReadOnlySpan<byte> TextFrom(int position) => _text[position..Position];

    /// <summary>
    /// The next line without its line end. False at the end, before a line that is not whole yet, and before a line with another kind of
    /// line end than the first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = _text[Position..];
        int end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            line = rest;
            NeedsMore = !_isFinal;
            RanOut |= NeedsMore;
            if (!_isFinal || rest.IsEmpty)
            {
                return false;
            }

            Position = _text.Length;
            return true;
        }

        bool carriageReturn = end > 0 && rest[end - 1] == '\r';
        if (_sawLineEnd && carriageReturn != CarriageReturns)
        {
            line = default;
            return false;
        }

        _sawLineEnd = true;
        CarriageReturns = carriageReturn;
        line = rest[..(carriageReturn ? end - 1 : end)];
        Position += end + 1;
        return true;
    }

    /// <summary>The text from <see cref="Position"/> on, as far as it has come.</summary>
    public readonly ReadOnlySpan<byte> Rest => _text[Position..];

    /// <summary>The text from an earlier <see cref="Position"/> on, as far as it has come.</summary>
    public readonly ReadOnlySpan<byte> RestFrom(int position) => _text[position..];

    /// <summary>Skips an empty line if it is next and ends in LF alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySkipEmpty()
    {
        if (Position >= _text.Length || _text[Position] != '\n' || CarriageReturns)
        {
            return false;
        }

        Skip(1);
        return true;
    }

    /// <summary>Skips a line of <paramref name="length"/> dashes if it is next and ends in LF alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySkipDashes(int length)
    {
        ReadOnlySpan<byte> rest = Rest;
        if (rest.Length <= length || rest[0] != '-' || rest[length] != '\n' || CarriageReturns
            || rest[..length].ContainsAnyExcept((byte)'-'))
        {
            return false;
        }

        Skip(length + 1);
        return true;
    }

    /// <summary>
    /// Skips lines that are known to be whole and to end in LF alone. <paramref name="length"/> includes their line ends.
    /// </summary>
    public void Skip(int length)
    {
        _sawLineEnd = true;
        Position += length;
    }

    /// <summary>Goes back to an earlier <see cref="Position"/>.</summary>
    public void Return(int position)
    {
        Position = position;
        NeedsMore = false;
    }

    /// <summary>
    /// Goes back to an earlier <see cref="Position"/>, to go on from there with more text: <see cref="NeedsMore"/> stays.
    /// </summary>
    public void ReturnToWait(int position) => Position = position;
}
