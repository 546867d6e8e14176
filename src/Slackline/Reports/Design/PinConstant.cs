namespace Slackline.Reports.Design;

/// <summary>The logic value of a pin.</summary>
/// <param name="Port">The pin's port in its cell.</param>
/// <param name="Value">Its value in simulation: <c>0</c>, <c>1</c>, or <c>X</c> when it is not constant.</param>
/// <param name="Case">The value set by <c>set_case_analysis</c>; null if none is.</param>
/// <param name="Logic">The value set by <c>set_logic_zero</c> and the like; null if none is.</param>
public sealed record PinConstant(string Port, string Value, string? Case, string? Logic)
{
    internal static PinConstant? TryRead(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        var pin = new PinConstant(
            words.TakeName(),
            words.TakeName(),
            words.TryTake(" case="u8) ? words.TakeName() : null,
            words.TryTake(" logic="u8) ? words.TakeName() : null);
        return words.IsAtEnd && IsValue(pin.Value) && (pin.Case is null || IsValue(pin.Case)) && (pin.Logic is null || IsValue(pin.Logic))
            ? pin
            : null;
    }

    internal string ToText()
    {
        string @case = Case is null ? "" : " case=" + Case;
        string logic = Logic is null ? "" : " logic=" + Logic;
        return $"{Port} {Value}{@case}{logic}";
    }

    private static bool IsValue(string value) => value is "0" or "1" or "X" or "^" or "v";
}
