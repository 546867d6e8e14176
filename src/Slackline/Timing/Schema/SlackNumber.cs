namespace Slackline.Timing.Schema;

/// <summary>The slack: a violation that is printed 0.00 compares as less than zero, and is shown as it is.</summary>
internal sealed class SlackNumber() : StoredNumber(static chunk => chunk.Paths.Slack)
{
    // A single-precision number has nine significant digits. Further digits in our number come from converting its unit.
    private const int SingleDigits = 9;
    private const int MostDigits = 15;

    public override void ReadCompared(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = chunk.ComparedSlack(items[i]);
        }
    }

    public override double Shown(PathChunk chunk, int item)
    {
        double slack = chunk.Slack[item];
        return chunk.HasExactSlack(item) && slack != 0
            ? Math.Round(slack, Math.Clamp(SingleDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(slack))), 0, MostDigits))
            : slack;
    }
}
