using System.Buffers;
using System.Text;

namespace Slackline.Tcl;

/// <summary>Tcl lists as .NET strings, for short ones such as the session's replies.</summary>
public static class TclList
{
    /// <summary>The elements of a list.</summary>
    /// <exception cref="FormatException">The text is not a Tcl list.</exception>
    public static IReadOnlyList<string> Parse(ReadOnlySpan<byte> text)
    {
        var elements = new List<string>();
        var reader = new TclListReader(text);
        while (reader.TryRead(out ReadOnlySpan<byte> element))
        {
            elements.Add(Encoding.UTF8.GetString(element));
        }

        return elements;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static IReadOnlyList<string> Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>The list of <paramref name="elements"/> as Tcl text.</summary>
    public static string Format(params ReadOnlySpan<string> elements)
    {
        var text = new StringBuilder();
        foreach (string element in elements)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            AppendElement(text, element);
        }

        return text.ToString();
    }

    private static readonly SearchValues<char> _needsQuoting = SearchValues.Create(" \t\n\v\f\r;\"$[]{}\\");

    private static void AppendElement(StringBuilder text, string element)
    {
        if (element.Length == 0)
        {
            text.Append("{}");
        }
        else if (element[0] != '#' && !element.AsSpan().ContainsAny(_needsQuoting))
        {
            text.Append(element);
        }
        else if (CanBrace(element))
        {
            text.Append('{').Append(element).Append('}');
        }
        else
        {
            AppendEscaped(text, element);
        }
    }

    // Braces must pair up, and a backslash would hide a brace, join lines or, at the end, hide our own.
    private static bool CanBrace(string element)
    {
        int depth = 0;
        foreach (char character in element)
        {
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth < 0 || character == '\\')
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static void AppendEscaped(StringBuilder text, string element)
    {
        foreach (char character in element)
        {
            switch (character)
            {
                case '\n':
                    text.Append("\\n");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\v':
                    text.Append("\\v");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                default:
                    if (_needsQuoting.Contains(character) || character == '#')
                    {
                        text.Append('\\');
                    }

                    text.Append(character);
                    break;
            }
        }
    }
}
