namespace Slackline.Reports.Paths;

/// <summary>
/// Walks over the lines of pretty-printed JSON, each compared with the form in which it is printed: indentation, key, value, comma. A step
/// that fails does not take the line. Where the text so far ends, every further step fails, and <see cref="NeedsMore"/> is set.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> text, bool isFinal)
{
    private LineCursor _lines = new(text, isFinal);
    private ReadOnlySpan<byte> _line;
    private int _lineStart;
    private bool _isLoaded;

    /// <summary>Where the next line begins.</summary>
    public readonly int Position => _isLoaded ? _lineStart : _lines.Position;

    /// <summary>Where the line begins that was examined last, taken or not: after a failed step, the line that breaks the object.</summary>
    public readonly int LastLine => _lineStart;

    /// <summary>Whether a line was requested that the text so far does not hold whole.</summary>
    public readonly bool NeedsMore => _lines.RanOut;

    /// <summary>Whether the lines end in CR LF.</summary>
    public readonly bool CarriageReturns => _lines.CarriageReturns;

    /// <summary>Whether the lines so far include a last one without a line end.</summary>
    public readonly bool EndsWithoutLineEnd => !_isLoaded && _lines.EndsWithoutLineEnd;

    /// <summary>Takes the next line if it is this text after its indentation.</summary>
    public bool TryTake(int indent, scoped ReadOnlySpan<byte> expected)
    {
        if (!TryLoad(indent) || !_line[indent..].SequenceEqual(expected))
        {
            return false;
        }

        _isLoaded = false;
        return true;
    }

    /// <summary>Takes a line that closes something, with or without a comma.</summary>
    public bool TryClose(int indent, scoped ReadOnlySpan<byte> bracket, out bool hasComma)
    {
        bool isIndented = TryLoad(indent);
        hasComma = isIndented && _line.EndsWith(","u8);
        if (!isIndented || !_line[indent..(hasComma ? _line.Length - 1 : _line.Length)].SequenceEqual(bracket))
        {
            return false;
        }

        _isLoaded = false;
        return true;
    }

    /// <summary>Takes <c>"key": "value",</c>; <paramref name="key"/> is everything before the value.</summary>
    public bool TryTakeText(int indent, scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value) =>
        TryTake(indent, key, "\","u8, out value);

    /// <summary>Takes <c>"key": value</c> and what ends it; <paramref name="key"/> is everything before the value.</summary>
    public bool TryTake(int indent, scoped ReadOnlySpan<byte> key, scoped ReadOnlySpan<byte> end, out ReadOnlySpan<byte> value)
    {
        if (!TryLoad(indent) || _line.Length < indent + key.Length + end.Length || !_line[indent..].StartsWith(key) || !_line.EndsWith(end))
        {
            value = default;
            return false;
        }

        value = _line[(indent + key.Length)..^end.Length];
        _isLoaded = false;
        return true;
    }

    private bool TryLoad(int indent)
    {
        if (!_isLoaded)
        {
            _lineStart = _lines.Position;
            _isLoaded = !_lines.RanOut && _lines.TryNext(out _line);
        }

        return _isLoaded && _line.Length >= indent && _line[..indent].IndexOfAnyExcept((byte)' ') < 0;
    }
}
