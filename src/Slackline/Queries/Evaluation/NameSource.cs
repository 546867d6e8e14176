using Slackline.Queries.Model;
using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>A column of names of paths.</summary>
internal class NameSource(ColumnId column) : TextSource
{
    public override int Count(PathChunk chunk) => chunk.Names.Count;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        ReadOnlySpan<int> names = Names(chunk);
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = names[items[i]];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Names[id];

    private ReadOnlySpan<int> Names(PathChunk chunk) => column switch
    {
        ColumnId.Startpoint => chunk.Startpoint,
        ColumnId.Endpoint => chunk.Endpoint,
        ColumnId.StartpointDetail => chunk.StartpointDetail,
        ColumnId.EndpointDetail => chunk.EndpointDetail,
        ColumnId.Group => chunk.PathGroup,
        ColumnId.Corner => chunk.Corner,
        ColumnId.Mode => chunk.Mode,
        ColumnId.File => chunk.File,
        ColumnId.Section => chunk.Section,
        _ => throw new InvalidOperationException($"{column} is no column of names."),
    };
}
