using Slackline.Queries.Model;
using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>The clock that a column of details speaks of.</summary>
internal sealed class ClockSource(ColumnId detail) : NameSource(detail)
{
    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => EndDetail.Clock(base.Text(chunk, id));
}
