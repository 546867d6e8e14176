using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>
/// Names with a <c>*</c> for the bit of their bus (<see cref="BusName"/>). A text is valid until the next one is requested.
/// </summary>
internal sealed class BusSource(TextSource names) : TextSource
{
    private readonly BusName _name = new();
    private readonly BusName _instance = new();

    public override int Count(PathChunk chunk) => names.Count(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids) => names.Ids(chunk, items, ids);

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => _name.Of(names.Text(chunk, id), names.Instance(chunk, id).Length);

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id)
    {
        ReadOnlySpan<byte> instance = names.Instance(chunk, id);
        return _instance.Of(instance, instance.Length);
    }
}
