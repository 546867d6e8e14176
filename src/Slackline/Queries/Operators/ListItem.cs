namespace Slackline.Queries.Operators;

/// <summary>An item of a list with commas: a name, and what stands behind it.</summary>
/// <param name="Name">The first word; empty when there is none.</param>
/// <param name="Start">Where it begins: characters from the start of the list.</param>
/// <param name="Rest">The other words; mostly empty.</param>
/// <param name="RestStart">Where they begin.</param>
internal readonly record struct ListItem(string Name, int Start, string Rest, int RestStart)
{
    public static IEnumerable<ListItem> Split(string text)
    {
        int start = 0;
        foreach (string part in text.Split(','))
        {
            int nameStart = start + part.Length - part.TrimStart().Length;
            string words = part.Trim();
            int nameLength = words.IndexOfAny([' ', '\t', '\r', '\n']);
            string name = nameLength < 0 ? words : words[..nameLength];
            string rest = words[name.Length..].TrimStart();
            yield return new ListItem(name, nameStart, rest, nameStart + words.Length - rest.Length);
            start += part.Length + 1;
        }
    }
}
