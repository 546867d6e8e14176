namespace Slackline.Reports.Design;

/// <summary>An axis of a table and the value looked up on it.</summary>
/// <param name="Variable">The variable, such as <c>input_net_transition</c>.</param>
/// <param name="Value">Its value, in the library's unit.</param>
/// <param name="IsIdealClock">Whether that value is for an ideal clock.</param>
public sealed record TableAxis(string Variable, double Value, bool IsIdealClock)
{
    internal const string IdealClock = " (ideal clock)";

    internal static TableAxis? TryRead(ReadOnlySpan<byte> text, DecimalReader numbers)
    {
        var words = new LineScanner(text);
        string variable = words.TakeName();
        return words.TryTake(" ="u8) && numbers.TryRead(words.TakeWord(), out double value)
            ? new TableAxis(variable, value, IsIdealClock: !words.IsAtEnd)
            : null;
    }

    internal string ToText(int digits) => $"{Variable} = {DecimalText.ToText(Value, digits)}{(IsIdealClock ? IdealClock : "")}";
}
