using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>A pin's check in a table of <c>report_check_types</c>. Units are those of the check's kind.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Detail">What the tool says in brackets: <c>high</c> or <c>low</c> for a pulse width, <c>^-&gt;v</c> (the two edges) for a skew; otherwise empty.</param>
/// <param name="Required">The limit: the most or the least that is allowed.</param>
/// <param name="Actual">What there is.</param>
/// <param name="Slack">How far it is from the limit, negative when it is beyond. NaN where the tool left it blank, as it does for a fanout one beyond its limit.</param>
/// <param name="IsMet">Whether the tool calls the check met.</param>
public sealed record CheckRow(string Pin, string Detail, double Required, double Actual, double Slack, bool IsMet)
{
    internal static CheckRow? Parse(ReadOnlySpan<byte> line, CheckKind kind, DecimalReader numbers)
    {
        var words = new LineScanner(line);
        ReadOnlySpan<byte> verdict = words.TakeLastWord();
        bool isMet = verdict.SequenceEqual("(MET)"u8);
        if (!isMet && !verdict.SequenceEqual("(VIOLATED)"u8))
        {
            return null;
        }

        string pin = words.TakeName();
        string detail = "";
        ReadOnlySpan<byte> word = words.TakeWord();
        if (word.StartsWith("("u8) && word.EndsWith(")"u8))
        {
            detail = Encoding.UTF8.GetString(word[1..^1]);
            word = words.TakeWord();
        }

        double slack = double.NaN;
        if (!numbers.TryRead(word, out double first) || !numbers.TryRead(words.TakeWord(), out double second)
            || (words.TakeWord() is { IsEmpty: false } last && !numbers.TryRead(last, out slack)))
        {
            return null;
        }

        return kind == CheckKind.MinPeriod ? new CheckRow(pin, detail, second, first, slack, isMet) : new CheckRow(pin, detail, first, second, slack, isMet);
    }

    internal void Write(TextBuffer output, CheckKind kind, CheckTableLayout layout)
    {
        // The tool puts the period before its minimum, but every other limit before the value.
        (double first, double second) = kind == CheckKind.MinPeriod ? (Actual, Required) : (Required, Actual);
        output.WriteLeft(Detail.Length == 0 ? Pin : $"{Pin} ({Detail})", layout.DescriptionWidth);
        output.Write($" {layout.ToText(first)} {layout.ToText(second)} {layout.ToText(Slack)} {VerdictOf(IsMet)}");
    }

    internal static string VerdictOf(bool isMet) => isMet ? "(MET)" : "(VIOLATED)";
}
