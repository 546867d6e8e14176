using System.Text;

namespace Slackline.Timing.Schema;

/// <summary>Texts that follow from those of another column, such as the region of a pin. Each text is asked for once.</summary>
internal sealed class MappedText(TextSource names, Func<string, string> text) : TextSource
{
    // As many as the pins of a large chunk; those of other chunks come anew.
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<string, byte[]> _texts = new(StringComparer.Ordinal);

    public override int Count(PathChunk chunk) => names.Count(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids) => names.Ids(chunk, items, ids);

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id)
    {
        string name = Encoding.UTF8.GetString(names.Text(chunk, id));
        lock (_texts)
        {
            if (!_texts.TryGetValue(name, out byte[]? known))
            {
                if (_texts.Count == MaxRemembered)
                {
                    _texts.Clear();
                }

                known = Encoding.UTF8.GetBytes(text(name));
                _texts.Add(name, known);
            }

            return known;
        }
    }
}
