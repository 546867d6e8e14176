using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads the steps of an <see cref="ArcCalculation"/>.</summary>
internal static class CalculationStepReader
{
    /// <summary>Reads the step that begins with the next line; null when no step begins there.</summary>
    public static CalculationStep? TryRead(ref LineCursor lines, DecimalReader numbers)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        if (line.StartsWith("------- "u8))
        {
            return TryReadTable(line["------- ".Length..], ref lines, numbers);
        }

        if (line.StartsWith(CubeLookup.FirstKey))
        {
            return TryReadCube(line[CubeLookup.FirstKey.Length..], ref lines, numbers);
        }

        if (line.SequenceEqual("Table is indexed by"u8))
        {
            return TryReadLinear(ref lines, numbers);
        }

        if (line.SequenceEqual(NegativeSlewClipped.Sentence))
        {
            return new NegativeSlewClipped();
        }

        if (DebugMessage.TryRead(line) is { } message)
        {
            return message;
        }

        return line.StartsWith("Pi model "u8)
            ? TryReadPiModel(line, numbers)
            : line.StartsWith("P = "u8)
            ? TryReadConditions(line, numbers)
            : (CalculationStep?)TryReadDelay(line, numbers) ?? TryReadValue(line, numbers);
    }

    private static PiModel? TryReadPiModel(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        var words = new LineScanner(line);
        return words.TryTake("Pi model C2="u8) && numbers.TryRead(words.TakeWord(), out double c2)
            && words.TryTake(" Rpi="u8) && numbers.TryRead(words.TakeWord(), out double resistance)
            && words.TryTake(" C1="u8) && numbers.TryRead(words.TakeWord().TrimEnd((byte)','), out double c1)
            && words.TryTake(" Ceff="u8) && numbers.TryRead(words.TakeWord(), out double effective)
            ? new PiModel(c2, resistance, c1, effective)
            : null;
    }

    private static OperatingConditions? TryReadConditions(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        var words = new LineScanner(line);
        return words.TryTake("P ="u8) && numbers.TryRead(words.TakeWord(), out double process)
            && words.TryTake(" V ="u8) && numbers.TryRead(words.TakeWord(), out double voltage)
            && words.TryTake(" T ="u8) && numbers.TryRead(words.TakeWord(), out double temperature)
            ? new OperatingConditions(process, voltage, temperature)
            : null;
    }

    private static CalculatedValue? TryReadValue(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        int equals = line.IndexOf(" = "u8);
        if (equals <= 0)
        {
            return null;
        }

        var words = new LineScanner(line[(equals + " = ".Length)..]);
        return numbers.TryRead(words.TakeWord(), out double value)
            ? new CalculatedValue(Encoding.UTF8.GetString(line[..equals]), value) { IsIdealClock = !words.IsAtEnd }
            : null;
    }

    // NAME = INTRINSIC + RESISTANCE * LOAD = VALUE
    private static LinearDelay? TryReadDelay(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        int equals = line.IndexOf(" = "u8);
        var words = new LineScanner(equals < 0 ? default : line[(equals + " = ".Length)..]);
        return numbers.TryRead(words.TakeWord(), out double intrinsic)
            && words.TryTake(" +"u8) && numbers.TryRead(words.TakeWord(), out double resistance)
            && words.TryTake(" *"u8) && numbers.TryRead(words.TakeWord(), out double load)
            && words.TryTake(" ="u8) && numbers.TryRead(words.TakeWord(), out double value) && words.IsAtEnd
            ? new LinearDelay(Encoding.UTF8.GetString(line[..equals]), intrinsic, resistance, load, value)
            : null;
    }

    private static CubeLookup? TryReadCube(ReadOnlySpan<byte> firstAxis, ref LineCursor lines, DecimalReader numbers)
    {
        if (TableAxis.TryRead(firstAxis, numbers) is not { } first
            || !lines.TryTakePrefixed(CubeLookup.SecondKey, out ReadOnlySpan<byte> secondAxis)
                || TableAxis.TryRead(secondAxis, numbers) is not { } second
            || !lines.TryTakePrefixed(CubeLookup.ThirdKey, out ReadOnlySpan<byte> thirdAxis)
                || TableAxis.TryRead(thirdAxis, numbers) is not { } third
            || !lines.TryTakePrefixed(CubeLookup.ThirdKey, out ReadOnlySpan<byte> indexes)
                || TryReadNumbers(indexes, numbers) is not { } columns
            || !lines.TryTake(CubeLookup.Line)
            || TryReadCubeRow(ref lines, "   v   / "u8, numbers) is not ({ Count: <= 1 } upperFirst, { } upperLower)
            || TryReadCubeRow(ref lines, " | "u8, numbers) is not ({ Count: 2 } lower, { } lowerLower)
            || TryReadCubeRow(ref lines, "|/ "u8, numbers) is not ({ Count: 0 }, { } upperUpper)
            || TryReadCubeRow(ref lines, " | "u8, numbers) is not ({ Count: 1 } upperSecond, { } lowerUpper))
        {
            return null;
        }

        double above = upperFirst.Count == 0 ? double.NaN : upperFirst[0];
        return new CubeLookup(
            first, second, third, columns, lower[0], above, lower[1], upperSecond[0], [upperLower, lowerLower, upperUpper, lowerUpper]);
    }

    // The axis values to the left of a mark, and the table's values to the right of it.
    private static (List<double>? Indexes, List<double>? Values) TryReadCubeRow(
        scoped ref LineCursor lines, scoped ReadOnlySpan<byte> mark, DecimalReader numbers) =>
        lines.TryNext(out ReadOnlySpan<byte> line) && line.IndexOf(mark) is >= 0 and int at
            ? (TryReadNumbers(line[..at].TrimEnd((byte)' '), numbers), TryReadNumbers(line[(at + mark.Length)..], numbers))
            : default;

    private static TableLookup? TryReadTable(ReadOnlySpan<byte> rowAxis, ref LineCursor lines, DecimalReader numbers)
    {
        if (TableAxis.TryRead(rowAxis, numbers) is not { } rows
            || !lines.TryTakePrefixed("|"u8, out ReadOnlySpan<byte> columnAxis) || TableAxis.TryRead(columnAxis, numbers) is not { } columns
            || !lines.TryTakePrefixed("|"u8, out ReadOnlySpan<byte> indexes) || TryReadNumbers(indexes, numbers) is not { } columnIndexes
            || !lines.TryNext(out _)
            || !lines.TryNext(out ReadOnlySpan<byte> first) || TryReadRow(first, numbers) is not { } firstRow
            || !lines.TryNext(out ReadOnlySpan<byte> second))
        {
            return null;
        }

        if (second.IsEmpty)
        {
            return new TableLookup(rows, columns, columnIndexes, [firstRow]);
        }

        return TryReadRow(second, numbers) is { } secondRow ? new TableLookup(rows, columns, columnIndexes, [firstRow, secondRow]) : null;
    }

    private static TableRow? TryReadRow(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        int bar = line.IndexOf(" | "u8);
        return bar > 0 && numbers.TryRead(line[..bar], out double index)
            && TryReadNumbers(line[(bar + " | ".Length)..], numbers) is { } values
            ? new TableRow(index, values)
            : null;
    }

    private static LinearLookup? TryReadLinear(ref LineCursor lines, DecimalReader numbers)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || TableAxis.TryRead(line, numbers) is not { } axis)
        {
            return null;
        }

        // A table with one value prints no neighbours.
        if (!lines.TryTakePrefixed("  "u8, out ReadOnlySpan<byte> indexes))
        {
            return new LinearLookup(axis, [], []);
        }

        return TryReadNumbers(indexes, numbers) is { } neighbours && lines.TryNext(out _)
            && lines.TryTakePrefixed("|"u8, out ReadOnlySpan<byte> row) && TryReadNumbers(row, numbers) is { } values
            ? new LinearLookup(axis, neighbours, values)
            : null;
    }

    private static List<double>? TryReadNumbers(ReadOnlySpan<byte> text, DecimalReader numbers)
    {
        var words = new LineScanner(text);
        var values = new List<double>();
        while (!words.IsAtEnd)
        {
            if (!numbers.TryRead(words.TakeWord(), out double value))
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }
}
