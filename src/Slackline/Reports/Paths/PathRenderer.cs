using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Prints a path as OpenSTA's <c>report_checks</c> or <c>report_path</c> printed it, in any format, from the columns of its chunk alone. If
/// the bytes are the same, the reader understood all of them.
/// </summary>
internal static class PathRenderer
{
    /// <summary>Appends the path's text, including its last line end but not the blank lines around it.</summary>
    public static void Render(TimingPath path, TextBuffer output)
    {
        PathChunk chunk = path.Chunk;
        PathShape shape = chunk.Shape[path.Index];
        var lines = new LineWriter(output, shape.HasFlag(PathShape.CarriageReturns));
        switch (path.Format)
        {
            case PathFormat.Full:
                WriteFull(path, shape, lines);
                break;
            case PathFormat.End:
                EndRow.Write(path, path.Layout!, output);
                lines.End();
                break;
            case PathFormat.Summary:
                SummaryRow.Write(path, path.Layout!, output);
                lines.End();
                break;
            case PathFormat.SlackOnly:
                SlackRow.Write(path, path.Layout!, output);
                lines.End();
                break;
            case PathFormat.Json:
                new JsonPathRenderer(path, shape, lines).Write();
                break;
        }

        if (shape.HasFlag(PathShape.NoFinalLineEnd))
        {
            lines.DropLastEnd();
        }
    }

    /// <summary>Appends the path's text with the blank lines before it: the whole block that it was read from.</summary>
    public static void RenderWithBlankLines(TimingPath path, TextBuffer output)
    {
        bool carriageReturns = path.Chunk.Shape[path.Index].HasFlag(PathShape.CarriageReturns);
        for (int i = 0; i < path.Chunk.BlankLinesBefore[path.Index]; i++)
        {
            output.Write(carriageReturns ? "\r\n"u8 : "\n"u8);
        }

        Render(path, output);
    }

    /// <summary>The path's text.</summary>
    public static string ToText(TimingPath path)
    {
        var output = new TextBuffer();
        Render(path, output);
        return Encoding.UTF8.GetString(output.Written);
    }

    internal static void WriteTitles(TableLayout layout, TextBuffer output)
    {
        int start = output.Length;
        Span<byte> title = stackalloc byte[256];
        bool first = true;
        foreach (TableColumn column in layout.Columns)
        {
            if (!first)
            {
                output.Write(" "u8);
            }

            first = false;
            if (!Encoding.UTF8.TryGetBytes(column.Title, title, out int length))
            {
                length = 0;
            }

            if (column.Kind is ColumnKind.Description or ColumnKind.Attribute)
            {
                output.WriteLeft(title[..length], column.Width);
            }
            else
            {
                output.WriteRight(title[..length], column.Width);
            }
        }

        output.TrimSpaces(start);
    }

    private static void WriteFull(TimingPath path, PathShape shape, LineWriter lines)
    {
        if (shape.HasFlag(PathShape.Headed))
        {
            WriteHeading(path, shape, lines);
        }

        if (path.Layout is { } layout)
        {
            WriteTable(path, layout, lines);
        }
    }

    private static void WriteHeading(TimingPath path, PathShape shape, LineWriter lines)
    {
        PathChunk chunk = path.Chunk;
        int i = path.Index;
        WriteEnd("Startpoint: "u8, chunk.Startpoint[i], chunk.StartpointDetail[i], shape.HasFlag(PathShape.StartpointWrapped));
        WriteEnd("Endpoint: "u8, chunk.Endpoint[i], chunk.EndpointDetail[i], shape.HasFlag(PathShape.EndpointWrapped));
        WriteNamed("Path Group: "u8, chunk.PathGroup[i]);
        lines.Text.Write(path.PathType == PathType.Min ? "Path Type: min"u8 : "Path Type: max"u8);
        lines.End();
        WriteNamed("Mode: "u8, chunk.Mode[i]);
        WriteNamed("Corner: "u8, shape.HasFlag(PathShape.CornerAbove) ? PathChunk.NoName : chunk.Corner[i]);
        if (path.Layout is not null)
        {
            lines.End();
        }

        void WriteEnd(ReadOnlySpan<byte> key, int name, int detail, bool wrapped)
        {
            lines.Text.Write(key);
            lines.Text.Write(chunk.Names[name]);
            if (wrapped)
            {
                lines.End();
                lines.Text.Fill((byte)' ', key.Length);
            }
            else
            {
                lines.Text.Write(" "u8);
            }

            lines.Text.Write("("u8);
            lines.Text.Write(chunk.Names[detail]);
            lines.Text.Write(")"u8);
            lines.End();
        }

        void WriteNamed(ReadOnlySpan<byte> key, int name)
        {
            if (name >= 0)
            {
                lines.Text.Write(key);
                lines.Text.Write(chunk.Names[name]);
                lines.End();
            }
        }
    }

    internal static void WriteTable(TimingPath path, TableLayout layout, LineWriter lines)
    {
        PathChunk chunk = path.Chunk;
        WriteTitles(layout, lines.Text);
        lines.End();
        lines.Dashes(layout.SeparatorWidth);
        int end = chunk.FirstRow[path.Index + 1];
        for (int row = chunk.FirstRow[path.Index]; row < end; row++)
        {
            switch (chunk.RowForm[row])
            {
                case RowForm.Cells:
                    WriteCells(path, row, layout, lines);
                    lines.End();
                    break;
                case RowForm.Blank:
                    lines.End();
                    break;
                case RowForm.Separator:
                    lines.Dashes(layout.SeparatorWidth);
                    break;
                case RowForm.Sentence:
                    lines.Text.Write(chunk.Descriptions[chunk.RowDescription[row]]);
                    lines.End();
                    break;
                case RowForm.Total:
                    lines.Text.WriteLeft(chunk.Descriptions[chunk.RowDescription[row]], layout.DescriptionWidth);
                    lines.Text.Write(" "u8);
                    WriteNumber(chunk.RowTime[row], SpreadAt(chunk.RowTimeSpread, row), path.Digits, layout.TimeWidth, lines.Text);
                    lines.End();
                    break;
                case RowForm.TotalSeparator:
                    lines.Dashes(layout.TotalSeparatorWidth);
                    break;
            }
        }
    }

    private static void WriteCells(TimingPath path, int row, TableLayout layout, LineWriter lines)
    {
        PathChunk chunk = path.Chunk;
        PathShape shape = chunk.Shape[path.Index];
        TextBuffer output = lines.Text;
        int start = output.Length;
        bool first = true;
        foreach (TableColumn column in layout.Columns)
        {
            if (!first)
            {
                output.Write(" "u8);
            }

            first = false;
            switch (column.Kind)
            {
                case ColumnKind.Edge:
                    output.Fill(chunk.RowTransition[row] is var edge and not Transition.None ? (byte)edge : (byte)' ', 1);
                    break;
                case ColumnKind.Description:
                    ReadOnlySpan<byte> description = chunk.Descriptions[chunk.RowDescription[row]];
                    bool isTooLong = output.Length == start && description.Length > column.Width;
                    output.WriteLeft(description, column.Width);
                    if (isTooLong && shape.HasFlag(PathShape.WrappedDescriptions))
                    {
                        lines.End();
                    }

                    if (isTooLong && (shape & (PathShape.WrappedDescriptions | PathShape.SpacedDescriptions)) != 0)
                    {
                        output.Fill((byte)' ', column.Width);
                    }

                    break;
                case ColumnKind.Attribute:
                    output.WriteLeft(chunk.RowAttribute[row] is >= 0 and int name ? chunk.Names[name] : default, column.Width);
                    break;
                case ColumnKind.Fanout:
                    WriteNumber(chunk.RowFanout[row] is >= 0 and int fanout ? fanout : double.NaN, 0, column.Width, output);
                    break;
                case ColumnKind.Capacitance:
                    WriteNumber(chunk.RowCapacitance[row], path.Digits, column.Width, output);
                    break;
                case ColumnKind.Slew:
                    WriteNumber(chunk.RowSlew[row], SpreadAt(chunk.RowSlewSpread, row), path.Digits, column.Width, output);
                    break;
                case ColumnKind.Variation:
                    WriteNumber(chunk.RowVariation[row], path.Digits, column.Width, output);
                    break;
                case ColumnKind.Delay:
                    WriteNumber(chunk.RowDelay[row], SpreadAt(chunk.RowDelaySpread, row), path.Digits, column.Width, output);
                    break;
                case ColumnKind.Time:
                    WriteNumber(
                        chunk.EffectiveTime(path.Index, row), SpreadAt(chunk.RowTimeSpread, row), path.Digits, column.Width, output);
                    break;
            }
        }

        if (!shape.HasFlag(PathShape.PaddedRows))
        {
            output.TrimSpaces(start);
        }
    }

    private static Spread SpreadAt(ReadOnlySpan<Spread> spreads, int row) => spreads.IsEmpty ? Spread.None : spreads[row];

    private static void WriteNumber(double mean, Spread spread, int digits, int width, TextBuffer output)
    {
        if (spread.IsNone || double.IsNaN(mean))
        {
            WriteNumber(mean, digits, width, output);
            return;
        }

        Span<byte> text = stackalloc byte[4 * DecimalText.MaxLength];
        output.WriteRight(text[..StatisticalText.Write(mean, spread, digits, text)], width);
    }

    private static void WriteNumber(double value, int digits, int width, TextBuffer output)
    {
        if (double.IsNaN(value))
        {
            output.Fill((byte)' ', width);
            return;
        }

        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        output.WriteRight(text[..DecimalText.Write(value, digits, text)], width);
    }
}
