using System.Text;

namespace Slackline.Tcl;

/// <summary>Tcl lists as .NET strings, for short ones such as the session's replies.</summary>
internal static class TclList
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

    /// <summary>The list of <paramref name="elements"/> as Tcl itself writes it.</summary>
    public static string Format(params ReadOnlySpan<string> elements)
    {
        var list = new StringBuilder();
        for (int i = 0; i < elements.Length; i++)
        {
            list.Append(i > 0 ? " " : "");
            TclElement.Append(list, elements[i], isFirst: i == 0);
        }

        return list.ToString();
    }
}
