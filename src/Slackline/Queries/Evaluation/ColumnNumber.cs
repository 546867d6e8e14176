using Slackline.Queries.Model;
using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>A column of decimal numbers, of paths or of rows.</summary>
internal sealed class ColumnNumber(ColumnId column) : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        if (column == ColumnId.Slack)
        {
            for (int i = 0; i < items.Length; i++)
            {
                values[i] = pass.Chunk.ComparedSlack(items[i]);
            }

            return;
        }

        ReadOnlySpan<double> numbers = Numbers(pass.Chunk);
        if (numbers.IsEmpty)
        {
            // No report of the chunk printed this column.
            values.Fill(double.NaN);
            return;
        }

        for (int i = 0; i < items.Length; i++)
        {
            values[i] = numbers[items[i]];
        }
    }

    private ReadOnlySpan<double> Numbers(PathChunk chunk) => column switch
    {
        ColumnId.Arrival => chunk.Arrival,
        ColumnId.Required => chunk.Required,
        ColumnId.PointDelay => chunk.RowDelay,
        ColumnId.PointTime => chunk.RowTime,
        ColumnId.PointSlew => chunk.RowSlew,
        ColumnId.PointCapacitance => chunk.RowCapacitance,
        ColumnId.PointVariation => chunk.RowVariation,
        _ => throw new InvalidOperationException($"{column} is no column of decimal numbers."),
    };
}
