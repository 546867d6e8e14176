namespace Slackline.Timing.Schema;

/// <summary>The edge in a row: <c>rise</c> or <c>fall</c>.</summary>
internal sealed class EdgeSource : TextSource
{
    public override int Count(PathChunk chunk) => byte.MaxValue + 1;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        ReadOnlySpan<Transition> transitions = chunk.RowTransition;
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = (int)transitions[items[i]];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => (Transition)id switch
    {
        Transition.Rise => "rise"u8,
        Transition.Fall => "fall"u8,
        _ => default,
    };
}
