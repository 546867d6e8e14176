using Slackline.Queries.Model;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether any, all or none of a path's points satisfy a condition.</summary>
internal sealed class QuantifierCondition(Quantifier quantifier, Condition operand, bool withClocks) : Condition
{
    private Scratch<int> _rows = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        int kept = 0;
        foreach (int path in items)
        {
            Span<int> points = PathPoints.Rows(pass.Chunk, path, withClocks, ref _rows);
            int satisfying = operand.Narrow(pass, points);
            bool holds = quantifier switch
            {
                Quantifier.Any => satisfying > 0,
                Quantifier.All => satisfying == points.Length,
                _ => satisfying == 0,
            };
            if (holds)
            {
                items[kept++] = path;
            }
        }

        return kept;
    }
}
