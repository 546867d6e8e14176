namespace Slackline.Queries.Evaluation;

/// <summary>
/// Puts a <c>*</c> for the bit of a bus in a name. An index is made of digits alone, in brackets (<c>r[12]</c>, also escaped ones:
/// <c>r\[12\]</c>) or between underscores, as tools write that allow no brackets (<c>r_12_</c>); of several in a row (<c>m[3][12]</c>,
/// <c>m_3__12_</c>) all go. It stands at the end of the name, or at the end of the instance before a pin. Elsewhere it is the hierarchy's
/// (<c>gen[3]/u_core/q</c>). Something must stand before it: <c>_0123_</c> is the whole name of a cell.
/// </summary>
internal sealed class BusName
{
    private Scratch<byte> _text = new();

    /// <summary>The name with its index replaced; itself where it has none. Valid until the next one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="instance">How many bytes of it are the instance's name: all, unless it is a pin.</param>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> name, int instance)
    {
        int end = name.Length;
        int start = IndexesOf(name);
        if (start == end)
        {
            end = instance;
            start = IndexesOf(name[..end]);
        }

        if (start == end)
        {
            return name;
        }

        // Digits become fewer or stay, so there is room: an index has one at least.
        Span<byte> text = _text.Take(name.Length);
        name[..start].CopyTo(text);
        int length = start;
        for (int i = start; i < end; i++)
        {
            if (!IsDigit(name[i]))
            {
                text[length++] = name[i];
            }
            else if (!IsDigit(name[i - 1]))
            {
                text[length++] = (byte)'*';
            }
        }

        name[end..].CopyTo(text[length..]);
        return text[..(length + name.Length - end)];
    }

    // Where the indexes at the end of a name begin; its length when it has none.
    private static int IndexesOf(ReadOnlySpan<byte> name)
    {
        int start = name.Length;
        while (LastIndexOf(name[..start]) is > 0 and int before && name[before - 1] is not ((byte)'/' or (byte)'.'))
        {
            start = before;
        }

        return start;
    }

    // Where an index at the end of a name begins; -1 when the name has no index.
    private static int LastIndexOf(ReadOnlySpan<byte> name) =>
        name.EndsWith("\\]"u8) ? LastIndexOf(name, "\\["u8, "\\]"u8)
        : name.EndsWith("]"u8) ? LastIndexOf(name, "["u8, "]"u8)
        : name.EndsWith("_"u8) ? LastIndexOf(name, "_"u8, "_"u8)
        : -1;

    private static int LastIndexOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> open, ReadOnlySpan<byte> close)
    {
        ReadOnlySpan<byte> inside = name[..^close.Length];
        int digits = inside.Length - 1 - inside.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 && inside[..^digits].EndsWith(open) ? inside.Length - digits - open.Length : -1;
    }

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';
}
