using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>Reads what follows the slack of a latch's setup path: an empty line, <c>Time Borrowing Information</c> and its table.</summary>
internal static class TimeBorrowReader
{
    private static ReadOnlySpan<byte> Title => "Time Borrowing Information"u8;

    /// <summary>Whether a line is the title of such a table.</summary>
    public static bool IsTitle(ReadOnlySpan<byte> line) => line.SequenceEqual(Title);

    /// <summary>
    /// Reads the table if there is one; also true if there is none, which only the lines after the slack show. When it fails, the cursor is
    /// before the wrong line, or <see cref="LineCursor.NeedsMore"/> is set.
    /// </summary>
    public static bool TryRead(ref LineCursor lines, PathChunk chunk, RowReader rows, TableLayout layout)
    {
        int end = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !line.IsEmpty || !lines.TryNext(out line) || !IsTitle(line))
        {
            if (lines.NeedsMore)
            {
                lines.ReturnToWait(end);
                return false;
            }

            if (lines.EndsWithoutLineEnd && !line.IsEmpty && Title.StartsWith(line))
            {
                return false;
            }

            lines.Return(end);
            return true;
        }

        chunk.AddRow(RowForm.Blank, -1);
        chunk.AddRow(RowForm.Sentence, chunk.Descriptions.Intern(line));
        bool isLastRow = false;
        while (true)
        {
            end = lines.Position;
            if (!lines.TryNext(out line))
            {
                return false;
            }

            if (TableHeaderReader.IsRule(line) && line.Length == layout.TotalSeparatorWidth)
            {
                chunk.AddRow(RowForm.TotalSeparator, -1);
                if (isLastRow)
                {
                    return true;
                }
            }
            else if (rows.TryReadTotal(line))
            {
                isLastRow = line.StartsWith("actual time borrow"u8) || line.StartsWith("time given to startpoint"u8);
            }
            else
            {
                lines.Return(end);
                return false;
            }
        }
    }
}
