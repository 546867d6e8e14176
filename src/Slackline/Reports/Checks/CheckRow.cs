using System.Runtime.Intrinsics;

namespace Slackline.Reports.Checks;

/// <summary>A pin's check in a table of <c>report_check_types</c>. Units are those of the check's kind.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Detail">The text in brackets: <c>high</c> or <c>low</c> for a pulse width, <c>^-&gt;v</c> (the two
/// edges) for a skew; otherwise empty.</param>
/// <param name="Required">The limit: the largest or smallest value allowed.</param>
/// <param name="Actual">The actual value.</param>
/// <param name="Slack">The margin to the limit, negative when it is violated. NaN where the tool left it blank, as it
/// does for a fanout one beyond its limit.</param>
/// <param name="IsMet">Whether the tool reports the check as met.</param>
public sealed record CheckRow(string Pin, string Detail, double Required, double Actual, double Slack, bool IsMet)
{
    /// <summary>Reads a row. False when it would be printed differently, or has other digits than the rows before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="kind">What is checked.</param>
    /// <param name="layout">The widths of the columns.</param>
    /// <param name="numbers">Reads the numbers of the table's rows.</param>
    /// <param name="digits">Digits after the point in the rows before; -1 until a row shows them.</param>
    /// <param name="row">The row.</param>
    internal static bool TryRead(
        ReadOnlySpan<byte> line, CheckKind kind, CheckTableLayout layout, ListNumbers numbers, ref int digits, out CheckRow? row)
    {
        row = null;
        bool isMet = line.EndsWith(" (MET)"u8);
        if (!isMet && !line.EndsWith(" (VIOLATED)"u8))
        {
            return false;
        }

        var columns = new ListRow(line[..^(isMet ? " (MET)"u8 : " (VIOLATED)"u8).Length], layout.FieldWidth);
        if (!TryTakeNumbers(ref columns, numbers, out double first, out double second, out double slack)
            || !columns.TryTakeName(layout.DescriptionWidth, out ReadOnlySpan<byte> pin) || !NameText.IsValid(pin)
                || (digits >= 0 && columns.Digits >= 0 && columns.Digits != digits))
        {
            return false;
        }

        ReadOnlySpan<byte> detail = default;
        if (pin.Contains((byte)' ') && !ListRow.TrySplitPin(pin, out pin, out detail))
        {
            return false;
        }

        digits = columns.Digits >= 0 ? columns.Digits : digits;
        numbers.UseDigits(digits);
        string name = NameText.Decode(pin);
        string inBrackets = detail.IsEmpty ? "" : NameText.Decode(detail);
        row = kind == CheckKind.MinPeriod
            ? new CheckRow(name, inBrackets, second, first, slack, isMet)
            : new CheckRow(name, inBrackets, first, second, slack, isMet);
        return true;
    }

    private static bool TryTakeNumbers(ref ListRow columns, ListNumbers numbers, out double first, out double second, out double slack)
    {
        if (columns.TryTakeNumbers(numbers, out Vector256<double> values))
        {
            (first, second, slack) = (values[0], values[1], values[2]);
            return !double.IsNaN(first + second);
        }

        slack = double.NaN;
        first = second = 0;
        return (columns.TryTakeBlank() || columns.TryTakeNumber(out slack)) && columns.TryTakeNumber(out second)
            && columns.TryTakeNumber(out first);
    }

    internal void Write(TextBuffer output, CheckKind kind, CheckTableLayout layout)
    {
        // The tool prints the period before its minimum, but every other limit before the value.
        (double first, double second) = kind == CheckKind.MinPeriod ? (Actual, Required) : (Required, Actual);
        output.WriteLeft(Detail.Length == 0 ? Pin : $"{Pin} ({Detail})", layout.DescriptionWidth);
        output.Write($" {layout.ToText(first)} {layout.ToText(second)} {layout.ToText(Slack)} {VerdictOf(IsMet)}");
    }

    internal static string VerdictOf(bool isMet) => isMet ? "(MET)" : "(VIOLATED)";
}
