using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>The fast reader of rows gives what the plain scanner gives, or leaves the row to it.</summary>
public class RowReaderProperties
{
    // How many rows were read in all, and how many of them by the fast reader.
    private int _rows;
    private int _fastRows;

    private static readonly Gen<byte> s_byte = Gen.Frequency((3, Gen.OneOf(" \n\r-.0159(:^v[]"u8.ToArray())), (1, Gen.Byte));

    // Another byte, one byte more, one byte less.
    private static readonly Gen<Func<byte[], byte[]>> s_damage = Gen.Select(
        Gen.Double.Unit,
        s_byte,
        Gen.Int[0, 2],
        static Func<byte[], byte[]> (place, value, kind) => text =>
        {
            int at = (int)(place * text.Length);
            return kind == 0 ? [.. text[..at], value, .. text[(at + 1)..]] : kind == 1 ? [.. text[..at], value, .. text[at..]] : [.. text[..at], .. text[(at + 1)..]];
        });

    // Rows as most reports have them: numbers that fit their columns, and descriptions of every length that come again and again.
    private static readonly Gen<TableSpec> s_usual = Gen.Int[0, 9]
        .SelectMany(static digits => Gen.Frequency((3, TableLayoutGen.ForDigits(digits).Where(IsUsual)), (1, TableLayoutGen.ForDigits(digits)))
            .Select(layout => (Layout: layout, Digits: digits)))
        .SelectMany(static table => UsualRow(table.Digits).Array[2, 30].Select(rows =>
            new TableSpec(table.Layout, table.Digits, double.NaN, double.NaN, double.NaN, rows)));

    private static readonly Gen<TableSpec> s_any =
        Gen.Frequency((4, s_usual), (1, PathTableGen.Check), (1, PathTableGen.BorrowingCheck), (1, PathTableGen.Unconstrained), (1, PathTableGen.Bare));

    [Fact]
    [Property]
    public void The_fast_reader_reads_rows_as_the_scanner_does()
    {
        Gen.Select(s_any, Gen.Int[1, 6], s_damage.Array[0, 6], Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))).Holds(
            (table, copies, accidents, carriageReturns) =>
            {
                byte[] text = Text(table, copies, accidents, carriageReturns);
                List<string> expected = Read(text, table.Layout, isFast: false, out int rows, out _);
                Assert.Equal(expected, Read(text, table.Layout, isFast: true, out int sameRows, out int fastRows));
                Assert.Equal(rows, sameRows);
                Interlocked.Add(ref _rows, rows);
                Interlocked.Add(ref _fastRows, fastRows);
            },
            iter: 4_000,
            print: static sample => Text(sample.Item1, sample.Item2, sample.Item3, sample.Item4).Latin1());

        // Otherwise the samples do not show much.
        Assert.True(_fastRows > _rows / 4, $"The fast reader took {_fastRows} of {_rows} rows.");
        Assert.True(_rows - _fastRows > _rows / 10, $"The fast reader took {_fastRows} of {_rows} rows.");
    }

    private static bool IsUsual(TableLayout layout) => layout.Columns[^1].Kind == ColumnKind.Description && layout.Columns[^2].Kind == ColumnKind.Edge;

    private static Gen<RowSpec> UsualRow(int digits)
    {
        double unit = Math.Pow(10, digits);
        Gen<double> number = Gen.Frequency((3, Gen.Int[-99_999, 99_999].Select(mantissa => mantissa / unit)), (1, Gen.Const(double.NaN)));
        Gen<string> description = Gen.Frequency(
            (3, Gen.OneOf("u1/Z (BUF_X1)", "n1 (net)", "clock clk (rise edge)", "data arrival time", "data required time", "slack (MET)", "slack (VIOLATED)")),
            (2, Gen.Int[1, 130].Select(static length => new string('u', length) + "/Z (BUF_X1)")),
            (1, NastyNames.Any.Select(static name => $"{name} (DFF_X1)")));
        return Gen.Select(
            description, number.Array[5], Gen.Int[-1, 40], Gen.OneOf(Transition.None, Transition.Rise, Transition.Fall),
            static (text, numbers, fanout, edge) => new RowSpec(RowForm.Cells, text)
            {
                Edge = edge,
                Time = numbers[0],
                Delay = numbers[1],
                Slew = numbers[2],
                Capacitance = numbers[3],
                Variation = numbers[4],
                Fanout = fanout,
            });
    }

    // The rows of the table, several times, so that later ones are predicted from earlier ones.
    private static byte[] Text(TableSpec table, int copies, Func<byte[], byte[]>[] accidents, bool carriageReturns)
    {
        string printed = PathSpecWriter.Print(new PathSpec(null, table), carriageReturns);
        int dashes = printed.IndexOf("\n---", StringComparison.Ordinal);
        string rows = printed[(printed.IndexOf('\n', dashes + 1) + 1)..];
        byte[] text = string.Concat(Enumerable.Repeat(rows, copies)).Latin1Bytes();
        return accidents.Aggregate(text, static (text, accident) => text.Length == 0 ? text : accident(text));
    }

    // Reads lines as tables: each ends after a slack, or before a line that is no row of it.
    private static List<string> Read(byte[] text, TableLayout layout, bool isFast, out int rowCount, out int fastRows)
    {
        var found = new List<string>();
        var chunk = new PathChunk();
        chunk.UseUnits(TimingUnits.Default);
        int index = chunk.UseLayout(layout);
        var columns = new RowColumns(layout);
        var rows = new RowReader(isFast);
        rows.Begin(chunk, columns);
        var lines = new LineCursor(text, isFinal: true);
        fastRows = 0;
        while (true)
        {
            int before = chunk.RowCount;
            int row = rows.ReadFast(ref lines);
            fastRows += chunk.RowCount - before;
            int start = lines.Position;
            bool isRefused = false;
            if (row < 0)
            {
                if (!lines.TryNext(out ReadOnlySpan<byte> line))
                {
                    EndTable();
                    found.Add($"The lines end at {lines.Position}.");
                    rowCount = chunk.RowCount;
                    return found;
                }

                if (line.IsEmpty || !line.ContainsAnyExcept((byte)'-'))
                {
                    chunk.AddRow(line.IsEmpty ? RowForm.Blank : RowForm.Separator, -1);
                    continue;
                }

                isRefused = !rows.TryRead(ref lines, line, start, out row);
                if (isRefused)
                {
                    found.Add($"The line at {start} is not a row.");
                    lines.TryNext(out _);
                }
            }

            if (isRefused || chunk.Descriptions.Kind(chunk.RowDescription[row]) is DescriptionKind.SlackMet or DescriptionKind.SlackViolated)
            {
                EndTable();
                rows.Begin(chunk, columns);
            }
        }

        void EndTable()
        {
            chunk.CommitPath(new PathHeading { Shape = rows.Shape }, double.NaN, double.NaN, double.NaN, index, rows.Digits);
            found.AddRange(PathColumns.Of(chunk[chunk.Count - 1]));
            if (chunk.IsFull)
            {
                throw new InvalidOperationException("The sample has too many tables.");
            }
        }
    }
}
