using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// What the reader has seen of each description in this chunk: the rows that came next, and the whole line that showed it last time.
/// Paths share long stretches (the clock's way, the nets and their loads), so most lines are foretold, and many are
/// the very line that was read before: one comparison of some words then takes the place of finding, cutting and converting.
/// </summary>
internal sealed class RowMemory
{
    /// <summary>Stands for the row before the first one, and for no row.</summary>
    public const int NoRow = -1;

    /// <summary>Longer lines are not remembered; so many bytes from the start of one must be there to remember it.</summary>
    public const int MaxLength = 192;

    // Beyond so many descriptions nothing is remembered: 9 MB.
    private const int MaxRows = 1 << 15;

    private RememberedRow[] _rows = [];
    private int _count;
    private int _first = NoRow;

    /// <summary>The descriptions that followed <paramref name="previous"/> (-1: that began a table) the last times; -1 when there was none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void After(int previous, out int last, out int other)
    {
        RememberedRow[] rows = _rows;
        if ((uint)previous < (uint)_count && previous < rows.Length)
        {
            last = rows[previous].Next;
            other = rows[previous].OtherNext;
        }
        else
        {
            last = previous < 0 ? _first : NoRow;
            other = NoRow;
        }
    }

    /// <summary>The row of a description that <see cref="After"/> gave.</summary>
    public ref RememberedRow this[int description] => ref _rows[description];

    /// <summary>Says that one description followed another, and gives the row of it to write to; a null reference when no more can be remembered.</summary>
    public ref RememberedRow Follow(int previous, int description)
    {
        if (description >= _count && !TryGrow(description))
        {
            return ref Unsafe.NullRef<RememberedRow>();
        }

        if (previous < 0)
        {
            _first = description;
        }
        else if (previous < _count)
        {
            ref RememberedRow row = ref _rows[previous];
            if (row.Next != description)
            {
                row.OtherNext = row.Next;
                row.Next = description;
            }
        }

        return ref _rows[description];
    }

    /// <summary>Forgets everything: the chunk, its columns or its digits are others.</summary>
    public void Forget()
    {
        _count = 0;
        _first = NoRow;
    }

    private bool TryGrow(int description)
    {
        if (description >= MaxRows)
        {
            return false;
        }

        if (description >= _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(description + 64, _rows.Length * 2));
        }

        for (; _count <= description; _count++)
        {
            ref RememberedRow row = ref _rows[_count];
            row.Next = row.OtherNext = NoRow;
            row.Length = 0;
            row.HasCells = false;
        }

        return true;
    }
}

/// <summary>A row of <see cref="RowMemory"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RememberedRow
{
    /// <summary>The line, without its line end.</summary>
    public LineText Line;

    /// <summary>What the line says before its description.</summary>
    public RowCells Cells;

    /// <summary>How long the line is; 0 when none is remembered.</summary>
    public int Length;

    /// <summary>The description that followed this one last time; -1 when none has.</summary>
    public int Next;

    /// <summary>The one that followed it before that one did; -1 when none has.</summary>
    public int OtherNext;

    /// <summary>Whether <see cref="Cells"/> holds what the line says.</summary>
    public bool HasCells;

    /// <summary>
    /// Whether a text begins with a line that shows this description behind cells of some kind; and whether these are the same, too.
    /// <see cref="RowMemory.MaxLength"/> and a block more of the text must be there to read.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsShownBy(ref byte text, RowColumns columns, out bool isSameLine)
    {
        isSameLine = false;
        int length = Length;
        if (length == 0 || Unsafe.Add(ref text, length) != '\n')
        {
            return false;
        }

        ref byte known = ref Text;
        ulong different = LineBlock.Differences(ref text, ref known, length);
        ulong inCells = different & columns.CellBits;
        ulong inDescription = different & ~columns.CellBits;
        ulong cellBits = columns.MoreCellBits;
        for (int start = LineBlock.Length; start < length; start += LineBlock.Length)
        {
            different = LineBlock.Differences(ref Unsafe.Add(ref text, start), ref Unsafe.Add(ref known, start), length - start);
            inCells |= different & cellBits;
            inDescription |= different & ~cellBits;
            cellBits = 0;
        }

        isSameLine = inCells == 0;
        return inDescription == 0;
    }

    /// <summary>The first byte of <see cref="Line"/>.</summary>
    [UnscopedRef]
    public ref byte Text => ref Unsafe.As<LineText, byte>(ref Line);

    /// <summary>Room for a line.</summary>
    [InlineArray(RowMemory.MaxLength)]
    internal struct LineText
    {
        private byte _first;
    }
}
