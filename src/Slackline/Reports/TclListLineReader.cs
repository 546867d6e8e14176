using System.Text.RegularExpressions;
using Slackline.Tcl;

namespace Slackline.Reports;

/// <summary>Reads <see cref="TclListLine"/>.</summary>
internal sealed partial class TclListLineReader : OneLineReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.StartsWith("_"u8) ? line.IndexOf("_p_"u8) > 0 : line.StartsWith("{"u8) && line.EndsWith("}"u8) && line.IndexOf("} {"u8) > 0;

    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            IReadOnlyList<string> elements = TclList.Parse(line);
            return elements.All(Handle().IsMatch) || elements.All(IsBraced) ? new TclListLine(elements) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Two JSON objects on a line look the same, but their first character is a quote.
    private static bool IsBraced(string element) => !element.StartsWith('"') && TclList.Format(element).StartsWith('{');

    [GeneratedRegex("^_[0-9a-f]{4,16}_p_[A-Za-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
