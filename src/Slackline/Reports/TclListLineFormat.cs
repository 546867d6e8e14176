using System.Buffers.Text;
using System.Text.RegularExpressions;
using Slackline.Tcl;

namespace Slackline.Reports;

/// <summary>Reads <see cref="TclListLine"/>.</summary>
internal sealed partial class TclListLineFormat : LineFormat
{
    public override bool Begins(ReadOnlySpan<byte> line) =>
        (line.StartsWith("_"u8) && line.IndexOf("_p_"u8) > 0)
        || (line.StartsWith("{"u8) && line.EndsWith("}"u8) && line.IndexOf("} {"u8) > 0)
        || AreNumbersAndNames(line);

    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            IReadOnlyList<string> elements = TclList.Parse(line);
            return elements.All(Handle().IsMatch) || elements.All(IsBraced) || AreNumbersAndNames(line) ? new TclListLine(elements) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Two objects of JSON in a line look so, too; but their first character is a quote.
    private static bool IsBraced(string element) => !element.StartsWith('"') && TclList.Format(element).StartsWith('{');

    private static bool AreNumbersAndNames(ReadOnlySpan<byte> line)
    {
        bool hasNumber = false;
        bool hasPin = false;
        foreach (Range word in line.Split((byte)' '))
        {
            bool isName = ObjectName.IsName(line[word]);
            if (!isName && !IsNumber(line[word]))
            {
                return false;
            }

            hasNumber |= !isName;
            hasPin |= isName && ObjectName.IsInside(line[word]);
        }

        return hasNumber && hasPin;
    }

    private static bool IsNumber(ReadOnlySpan<byte> word) => Utf8Parser.TryParse(word, out double _, out int used) && used == word.Length;

    [GeneratedRegex("^_[0-9a-f]{4,16}_p_[A-Za-z0-9_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
