using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slackline.Reports.Paths;

/// <summary>
/// The descriptions of this chunk with those that followed them. Paths share long stretches (the clock network, nets and their loads), so
/// most descriptions can be predicted from the previous one, and a single comparison replaces finding the end of the line, hashing and
/// lookup.
/// </summary>
internal sealed class RowPredictor
{
    /// <summary>The row before the first one, or no row.</summary>
    public const int NoRow = -1;

    // No more descriptions than this are remembered: 4 MB.
    private const int MaxRows = 1 << 15;

    // The row of a description is at its id plus one. The first is that of NoRow: the start of a table.
    private PredictedRow[] _rows = [PredictedRow.Unknown];
    private int _count = 1;

    /// <summary>The row of a description that <see cref="AddSuccessor"/> has recorded; -1 is the start of a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PredictedRow Row(int description) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), (nint)(description + 1));

    /// <summary>
    /// The description at the start of a text, if it is one of the last two that followed the previous row; otherwise -1. Reads two blocks
    /// of the text without a bounds check.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Predict(ref PredictedRow previous, ref byte text)
    {
        int expected = previous.Next;
        if (expected < 0 || Row(expected).IsAtStartOf(ref text))
        {
            return expected;
        }

        int other = previous.OtherNext;
        if (other < 0 || !Row(other).IsAtStartOf(ref text))
        {
            return NoRow;
        }

        previous.OtherNext = expected;
        previous.Next = other;
        return other;
    }

    /// <summary>
    /// Records that a description followed another one. Returns its row, or a null reference when no more can be remembered.
    /// </summary>
    public ref PredictedRow AddSuccessor(int previous, int description)
    {
        if (description + 1 >= _count && !TryGrow(description + 2))
        {
            return ref Unsafe.NullRef<PredictedRow>();
        }

        if (previous + 1 < _count)
        {
            ref PredictedRow row = ref _rows[previous + 1];
            if (row.Next != description)
            {
                row.OtherNext = row.Next;
                row.Next = description;
            }
        }

        return ref _rows[description + 1];
    }

    /// <summary>Whether a description has a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows(int description) => description + 1 < _count;

    /// <summary>Forgets everything. Needed when the chunk, the columns or the digits change.</summary>
    public void Clear()
    {
        _rows[0] = PredictedRow.Unknown;
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
            _rows[_count].Clear();
        }

        return true;
    }
}

/// <summary>A row of <see cref="RowPredictor"/>: the text of a description, and the descriptions that followed it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PredictedRow
{
    /// <summary>Room for a description with its line end; longer ones are not remembered.</summary>
    public const int MaxLength = 112;

    private DescriptionText _text;

    // With the line end; 0 when no text is remembered.
    private int _length;

    /// <summary>The description that followed this one last; -1 when none has.</summary>
    public int Next;

    /// <summary>The description that followed before <see cref="Next"/> did; -1 when none has.</summary>
    public int OtherNext;

    /// <summary>Whether the row sums up: its time is a time of the whole path.</summary>
    public bool SumsUp;

    /// <summary>A row about which nothing is known.</summary>
    public static PredictedRow Unknown
    {
        get
        {
            var row = default(PredictedRow);
            row.Clear();
            return row;
        }
    }

    /// <summary>The length of the description with its line end; 0 when it is not remembered.</summary>
    public readonly int Length => _length;

    /// <summary>Forgets the text and what followed it.</summary>
    public void Clear()
    {
        Next = OtherNext = RowPredictor.NoRow;
        _length = 0;
    }

    /// <summary>
    /// Stores the description at the start of a text. Reads <see cref="MaxLength"/> bytes of the text without a bounds check.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of the description with its line end.</param>
    /// <param name="sumsUp">Whether the row sums up.</param>
    public void Remember(ref byte text, int length, bool sumsUp)
    {
        _length = length <= MaxLength ? length : 0;
        SumsUp = sumsUp;
        Unsafe.CopyBlockUnaligned(ref Text, ref text, MaxLength);
    }

    /// <summary>Whether a text starts with this description. Reads two blocks of the text without a bounds check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAtStartOf(ref byte text)
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

    // The second block that is read of the text ends where this struct does: the fields after the text fill it.
    [UnscopedRef]
    private ref byte Text => ref Unsafe.As<DescriptionText, byte>(ref _text);

    [InlineArray(MaxLength)]
    private struct DescriptionText
    {
        private byte _first;
    }
}
