using Slackline.Queries.Model;

namespace Slackline.Queries.Evaluation;

/// <summary>Compares two numbers.</summary>
internal sealed class ComparisonCondition(Number left, ComparisonOperator comparison, Number right) : Condition
{
    private Scratch<double> _left = new();
    private Scratch<double> _right = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<double> lefts = _left.Take(items.Length);
        Span<double> rights = _right.Take(items.Length);
        left.Compute(pass, items, lefts);
        right.Compute(pass, items, rights);
        int kept = 0;
        for (int i = 0; i < items.Length; i++)
        {
            // The item is always written and only sometimes kept, which avoids a branch that the processor cannot predict.
            items[kept] = items[i];
            kept += (Relation(lefts[i], rights[i]) & (int)comparison) != 0 ? 1 : 0;
        }

        return kept;
    }

    private static int Relation(double a, double b) =>
        (a < b ? (int)ComparisonOperator.Less : 0)
        | (a == b ? (int)ComparisonOperator.Equal : 0)
        | (a > b ? (int)ComparisonOperator.Greater : 0);
}
