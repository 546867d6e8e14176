using System.Text;

namespace Slackline.Timing.Schema;

/// <summary>Texts that follow from those of another column, such as the region of a pin. The function is called once for each
/// text.</summary>
internal sealed class MappedText(TextSource names, Func<string, string> text) : TextSource
{
    // Past this many, all are forgotten, and the function is called for them again.
    private const int MaxRemembered = 100_000;

    private readonly NameTable _known = new();
    private readonly List<byte[]> _texts = [];

    public override int Count(PathChunk chunk) => names.Count(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids) => names.Ids(chunk, items, ids);

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id)
    {
        ReadOnlySpan<byte> name = names.Text(chunk, id);
        lock (_texts)
        {
            int known = _known.Find(name);
            if (known < 0)
            {
                byte[] mapped = Encoding.UTF8.GetBytes(text(Encoding.UTF8.GetString(name)));
                if (_texts.Count == MaxRemembered)
                {
                    _known.Clear();
                    _texts.Clear();
                }

                known = _known.Intern(name);
                _texts.Add(mapped);
            }

            return _texts[known];
        }
    }
}
