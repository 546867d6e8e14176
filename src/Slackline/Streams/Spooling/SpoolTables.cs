using Slackline.Arrow;

namespace Slackline.Streams.Spooling;

/// <summary>The schemas of the two tables, as the messages that their files begin with.</summary>
/// <param name="PathsSchema">That of the paths.</param>
/// <param name="PointsSchema">That of the points.</param>
internal sealed record SpoolTables(ReadOnlyMemory<byte> PathsSchema, ReadOnlyMemory<byte> PointsSchema)
{
    /// <summary>The schemas that this version writes.</summary>
    public static SpoolTables Current { get; } = Make();

    /// <summary>The schema of one of the two.</summary>
    public ReadOnlyMemory<byte> Schema(SpoolTable table) => table == SpoolTable.Paths ? PathsSchema : PointsSchema;

    private static SpoolTables Make()
    {
        var codec = new ZstdCodec();
        using var paths = new BatchEncoder(new PathTable().Schema, codec);
        using var points = new BatchEncoder(new PointTable().Schema, codec);
        return new SpoolTables(paths.SchemaMessage, points.SchemaMessage);
    }
}
