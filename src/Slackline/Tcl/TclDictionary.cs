namespace Slackline.Tcl;

/// <summary>A Tcl dictionary: a list of keys, each followed by its value.</summary>
internal sealed class TclDictionary(IReadOnlyList<string> words)
{
    /// <summary>The value of a key; empty when the dictionary does not have it.</summary>
    public string this[string key]
    {
        get
        {
            for (int i = 0; i + 1 < words.Count; i += 2)
            {
                if (words[i] == key)
                {
                    return words[i + 1];
                }
            }

            return "";
        }
    }

    /// <summary>The dictionary that a text is.</summary>
    public static TclDictionary Parse(ReadOnlySpan<byte> text) => new(TclList.Parse(text));

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static TclDictionary Parse(string text) => new(TclList.Parse(text));
}
