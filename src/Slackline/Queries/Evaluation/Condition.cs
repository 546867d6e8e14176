namespace Slackline.Queries.Evaluation;

/// <summary>
/// A condition ready to run. It narrows a list of candidates: indexes of paths, or inside a quantifier indexes of rows, always ascending.
/// So each part of a filter only looks at what the parts before it have left over.
/// </summary>
internal abstract class Condition
{
    /// <summary>
    /// Moves those of <paramref name="items"/> that satisfy the condition to its front, in their order, and returns how many they are.
    /// </summary>
    public abstract int Narrow(in Pass pass, Span<int> items);
}
