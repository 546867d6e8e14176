namespace Slackline.Tcl;

/// <summary>
/// Reads the elements of a Tcl list from its UTF-8 text, one at a time, exactly as Tcl's <c>lindex</c> would: braces,
/// quotes and backslashes included. The text of a list of a million names is never split into strings.
/// </summary>
internal ref struct TclListReader
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;
    private byte[]? _unescaped;

    /// <summary>A reader at the start of a list.</summary>
    public TclListReader(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>
    /// Reads the next element; false at the end of the list. The element is valid until the next call.
    /// </summary>
    /// <exception cref="FormatException">The text is not a Tcl list; the message names the place.</exception>
    public bool TryRead(out ReadOnlySpan<byte> element)
    {
        while (_position < _text.Length && IsSpace(_text[_position]))
        {
            _position++;
        }

        if (_position == _text.Length)
        {
            element = default;
            return false;
        }

        element = _text[_position] switch
        {
            (byte)'{' => ReadBraced(),
            (byte)'"' => ReadQuoted(),
            _ => ReadBare(),
        };
        if (_position < _text.Length && !IsSpace(_text[_position]))
        {
            throw Malformed("a space is missing after the element that ends");
        }

        return true;
    }

    private ReadOnlySpan<byte> ReadBraced()
    {
        int start = ++_position;
        bool continued = false;
        for (int depth = 1; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}' when --depth == 0:
                    ReadOnlySpan<byte> inside = _text[start.._position++];
                    return continued ? TclEscapes.JoinContinuedLines(inside, ref _unescaped) : inside;
                case (byte)'\\' when _position + 1 < _text.Length:
                    _position++;
                    continued |= _text[_position] == '\n';
                    break;
            }
        }

        throw Malformed("a closing brace is missing for the one before");
    }

    private ReadOnlySpan<byte> ReadQuoted()
    {
        int start = ++_position;
        bool escaped = false;
        for (; _position < _text.Length; _position++)
        {
            if (_text[_position] == '"')
            {
                ReadOnlySpan<byte> inside = _text[start.._position++];
                return escaped ? TclEscapes.Replace(inside, ref _unescaped) : inside;
            }

            if (_text[_position] == '\\' && _position + 1 < _text.Length)
            {
                escaped = true;
                _position++;
            }
        }

        throw Malformed("a closing quote is missing for the one before");
    }

    private ReadOnlySpan<byte> ReadBare()
    {
        int start = _position;
        bool escaped = false;
        while (_position < _text.Length && !IsSpace(_text[_position]))
        {
            if (_text[_position] == '\\')
            {
                escaped = true;
                _position++;
            }

            _position = Math.Min(_position + 1, _text.Length);
        }

        ReadOnlySpan<byte> word = _text[start.._position];
        return escaped ? TclEscapes.Replace(word, ref _unescaped) : word;
    }

    private static bool IsSpace(byte character) => character is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    private FormatException Malformed(string what) => new($"Not a Tcl list: {what} byte {_position}.");
}
