using Slackline.Queries.Model;

namespace Slackline.Queries.Evaluation;

/// <summary>
/// The sum, minimum or maximum of a number over a path's points, or over those of them that satisfy a condition. Blanks are left out.
/// The result is blank where there are no points, or all values are blank; the sum over no matching points is 0.
/// </summary>
internal sealed class PointsNumber(PointsFunction function, Number operand, Condition? condition, bool withClocks) : Number
{
    private Scratch<int> _rows = new();
    private Scratch<double> _values = new();

    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            Span<int> rows = PathPoints.Rows(pass.Chunk, items[i], withClocks, ref _rows);
            bool hasPoints = !rows.IsEmpty;
            rows = condition is null ? rows : rows[..condition.Narrow(pass, rows)];
            Span<double> numbers = _values.Take(rows.Length);
            operand.Compute(pass, rows, numbers);
            values[i] = hasPoints && rows.IsEmpty && function == PointsFunction.Sum ? 0 : Together(numbers);
        }
    }

    private double Together(ReadOnlySpan<double> numbers)
    {
        double all = double.NaN;
        foreach (double number in numbers)
        {
            if (double.IsNaN(all))
            {
                all = number;
            }
            else if (!double.IsNaN(number))
            {
                all = function switch
                {
                    PointsFunction.Sum => all + number,
                    PointsFunction.Minimum => Math.Min(all, number),
                    _ => Math.Max(all, number),
                };
            }
        }

        return all;
    }
}
