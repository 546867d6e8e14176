using System.Buffers;
using System.Text;

namespace Slackline.Tcl;

/// <summary>
/// Writes an element of a list as Tcl 8.6 itself does (<c>Tcl_ConvertCountedElement</c>): as it is, in braces, or with backslashes. Any of
/// them would be read alike; that it is the same one lets printed lists be told from text that only could be read as a list.
/// </summary>
internal static class TclElement
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(" \t\n\v\f\r;\"$[]{}\\");

    // Any of these puts the element into braces, where braces will do.
    private static readonly SearchValues<char> s_braced = SearchValues.Create(" \t\n\v\f\r;$[\\");

    private enum Quoting
    {
        None,
        Braces,
        Backslashes,
        BackslashesButForBraces,
    }

    /// <summary>Appends <paramref name="element"/>; <paramref name="isFirst"/> in its list, a <c>#</c> would begin a comment.</summary>
    public static void Append(StringBuilder list, string element, bool isFirst)
    {
        bool isComment = isFirst && element.StartsWith('#');
        Quoting quoting = Choose(element);
        if (isComment && quoting != Quoting.Backslashes)
        {
            quoting = Quoting.Braces;
        }

        switch (quoting)
        {
            case Quoting.None:
                list.Append(element);
                break;
            case Quoting.Braces:
                list.Append('{').Append(element).Append('}');
                break;
            default:
                list.Append(isComment ? "\\" : "");
                AppendEscaped(list, element, quoting == Quoting.Backslashes);
                break;
        }
    }

    private static Quoting Choose(string element)
    {
        if (element.Length == 0)
        {
            return Quoting.Braces;
        }

        if (!CanBrace(element))
        {
            return Quoting.Backslashes;
        }

        if (element[0] is '{' or '"' || element.AsSpan().ContainsAny(s_braced))
        {
            return Quoting.Braces;
        }

        return element.AsSpan().ContainsAny(']', '"') ? Quoting.BackslashesButForBraces : Quoting.None;
    }

    // Braces must pair up but for those behind backslashes, and a backslash must not hide our own brace or a line end.
    private static bool CanBrace(string element)
    {
        int depth = 0;
        for (int i = 0; i < element.Length; i++)
        {
            switch (element[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth < 0:
                    return false;
                case '\\' when i + 1 == element.Length || element[i + 1] == '\n':
                    return false;
                case '\\' when element[i + 1] is '{' or '}' or '\\':
                    i++;
                    break;
            }
        }

        return depth == 0;
    }

    private static void AppendEscaped(StringBuilder list, string element, bool braces)
    {
        foreach (char character in element)
        {
            string? letter = character switch
            {
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                '\v' => "\\v",
                '\f' => "\\f",
                _ => null,
            };
            if (letter is not null)
            {
                list.Append(letter);
                continue;
            }

            if (s_special.Contains(character) && (braces || character is not ('{' or '}')))
            {
                list.Append('\\');
            }

            list.Append(character);
        }
    }
}
