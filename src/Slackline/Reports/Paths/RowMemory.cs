using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slackline.Reports.Paths;

/// <summary>
/// What the reader has seen of each description in this chunk: the rows that came next, and its text. Paths share long stretches (the clock's way, the nets and their
/// loads), so most descriptions are foretold: one comparison then takes the place of finding the line's end, hashing a name and looking it up.
/// </summary>
internal sealed class RowMemory
{
    /// <summary>Stands for the row before the first one, and for no row.</summary>
    public const int NoRow = -1;

    // Beyond so many descriptions nothing is remembered: 4 MB.
    private const int MaxRows = 1 << 15;

    // The row of a description is behind that of the one before it, the first behind that of no row.
    private RememberedRow[] _rows = [RememberedRow.Unknown];
    private int _count = 1;

    /// <summary>What is known of a description (-1: of the beginning of a table) that <see cref="Follow"/> has been told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref RememberedRow Row(int description) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), (nint)(description + 1));

    /// <summary>The description that a text begins with, when it is one of those that came behind a row before; otherwise -1. Two blocks of the text must be there to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Foretell(ref RememberedRow previous, ref byte text)
    {
        int expected = previous.Next;
        if (expected < 0 || Row(expected).IsShownBy(ref text))
        {
            return expected;
        }

        int other = previous.OtherNext;
        if (other < 0 || !Row(other).IsShownBy(ref text))
        {
            return NoRow;
        }

        previous.OtherNext = expected;
        previous.Next = other;
        return other;
    }

    /// <summary>Says that one description followed another, and gives the row of it to write to; a null reference when no more can be remembered.</summary>
    public ref RememberedRow Follow(int previous, int description)
    {
        if (description + 1 >= _count && !TryGrow(description + 2))
        {
            return ref Unsafe.NullRef<RememberedRow>();
        }

        if (previous + 1 < _count)
        {
            ref RememberedRow row = ref _rows[previous + 1];
            if (row.Next != description)
            {
                row.OtherNext = row.Next;
                row.Next = description;
            }
        }

        return ref _rows[description + 1];
    }

    /// <summary>Whether something may be known of what follows a description.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows(int description) => description + 1 < _count;

    /// <summary>Forgets everything: the chunk, its columns or its digits are others.</summary>
    public void Forget()
    {
        _rows[0] = RememberedRow.Unknown;
        _count = 1;
    }

    private bool TryGrow(int count)
    {
        if (count > MaxRows)
        {
            return false;
        }

        if (count > _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(count + 64, _rows.Length * 2));
        }

        for (; _count < count; _count++)
        {
            _rows[_count].Forget();
        }

        return true;
    }
}

/// <summary>A row of <see cref="RowMemory"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RememberedRow
{
    /// <summary>Room for a description with its line end; longer ones are not remembered.</summary>
    public const int MaxLength = 112;

    private DescriptionText _text;

    // With the line end; 0 when none is remembered.
    private int _length;

    /// <summary>The description that followed this one last time; -1 when none has.</summary>
    public int Next;

    /// <summary>The one that followed it before that one did; -1 when none has.</summary>
    public int OtherNext;

    /// <summary>Whether such a row sums up: its time is the path's own.</summary>
    public bool SumsUp;

    /// <summary>A row of which nothing is known.</summary>
    public static RememberedRow Unknown
    {
        get
        {
            var row = default(RememberedRow);
            row.Forget();
            return row;
        }
    }

    /// <summary>How long the description is with its line end; 0 when it is not remembered.</summary>
    public readonly int Length => _length;

    /// <summary>Nothing is known of it any more.</summary>
    public void Forget()
    {
        Next = OtherNext = RowMemory.NoRow;
        _length = 0;
    }

    /// <summary>Remembers the description that a text begins with. <see cref="MaxLength"/> of the text must be there to read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How long the description is with its line end.</param>
    /// <param name="sumsUp">Whether the row sums up.</param>
    public void Remember(ref byte text, int length, bool sumsUp)
    {
        _length = length <= MaxLength ? length : 0;
        SumsUp = sumsUp;
        Unsafe.CopyBlockUnaligned(ref Text, ref text, MaxLength);
    }

    /// <summary>Whether a text begins with this description. Two blocks of the text must be there to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsShownBy(ref byte text)
    {
        int length = _length;
        ulong different = LineBlock.Differences(ref text, ref Text);
        if (length <= LineBlock.Length)
        {
            return length > 0 && different << (LineBlock.Length - length) == 0;
        }

        ulong further = LineBlock.Differences(ref Unsafe.Add(ref text, LineBlock.Length), ref Unsafe.Add(ref Text, LineBlock.Length));
        return (different | further << (2 * LineBlock.Length - length)) == 0;
    }

    // The second block of the text ends where the row does.
    [UnscopedRef]
    private ref byte Text => ref Unsafe.As<DescriptionText, byte>(ref _text);

    [InlineArray(MaxLength)]
    private struct DescriptionText
    {
        private byte _first;
    }
}
