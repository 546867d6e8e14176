namespace Slackline.Reports.Design;

/// <summary>A port of a library cell.</summary>
/// <param name="Name">Its name; for a bus, with its range.</param>
/// <param name="Direction">Its direction, such as <c>input</c>.</param>
public sealed record LibraryPort(string Name, string Direction)
{
    /// <summary>Whether it is a member of the bus or bundle before it.</summary>
    public bool IsMember { get; init; }

    /// <summary>The function that enables a tristate output; empty if there is none.</summary>
    public string Enable { get; init; } = "";

    /// <summary>The function of an output; empty if there is none.</summary>
    public string Function { get; init; } = "";

    /// <summary>Its capacitance in the library's unit, if it has any.</summary>
    public Capacitance? Capacitance { get; init; }

    internal static LibraryPort? TryRead(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        var words = new LineScanner(line);
        if (!words.TryTake(" "u8))
        {
            return null;
        }

        bool isMember = words.TryTake("  "u8);
        if (words.IsAtEnd || words.Rest[0] == ' ')
        {
            return null;
        }

        var port = new LibraryPort(words.TakeName(), words.TakeName())
        {
            IsMember = isMember,
            Enable = words.TryTake(" enable="u8) ? words.TakeName() : "",
            Function = words.TryTake(" function="u8) ? words.TakeName() : "",
            Capacitance = Design.Capacitance.TryTake(ref words, numbers, out Capacitance capacitance) ? capacitance : null,
        };
        return port.Direction.Length > 0 && words.IsAtEnd ? port : null;
    }

    internal string ToText(int digits)
    {
        string indent = IsMember ? "  " : "";
        string enable = Enable.Length > 0 ? " enable=" + Enable : "";
        string function = Function.Length > 0 ? " function=" + Function : "";
        string capacitance = Capacitance is { } value ? " " + value.ToText(digits) : "";
        return $" {indent}{Name} {Direction}{enable}{function}{capacitance}";
    }
}
