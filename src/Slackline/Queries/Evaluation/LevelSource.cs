using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>
/// The first levels of instances' names; the whole name when it has no more levels. A pin is not a level, and an escaped divider does not
/// separate levels.
/// </summary>
internal sealed class LevelSource(TextSource names, int levels) : TextSource
{
    public override int Count(PathChunk chunk) => names.Count(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids) => names.Ids(chunk, items, ids);

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id)
    {
        ReadOnlySpan<byte> instance = names.Instance(chunk, id);
        int left = levels;
        for (int i = 0; i < instance.Length; i++)
        {
            if (instance[i] is (byte)'/' or (byte)'.' && (i == 0 || instance[i - 1] != '\\') && --left == 0)
            {
                return instance[..i];
            }
        }

        return instance;
    }
}
