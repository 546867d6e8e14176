namespace Slackline.Planning.Merge;

/// <summary>When OpenSTA takes two slacks for equal, and orders their paths by name.</summary>
internal static class NearTies
{
    // Its fuzzyEqual. Infinity, for "there is none", is near nothing else.
    private const float Tolerance = 1e-6F;

    // That relation is not transitive, so neighbours in the tool's output may be out of order by a little more: by less than 1.5e-6 as
    // measured.
    private const float Neighbourhood = 4e-6F;

    // In seconds, where one is zero: the slacks of latches that borrow time are, but for rounding.
    private const float ZeroTolerance = 1e-15F;

    /// <summary>Whether they differ by less than a millionth of the larger, or both are practically zero.</summary>
    public static bool Are(float one, float other) => AreWithin(one, other, Tolerance);

    /// <summary>
    /// Whether they are so close that the tool may have put a third path between or after them that belongs before them.
    /// </summary>
    public static bool AreNeighbours(float one, float other) => AreWithin(one, other, Neighbourhood);

    private static bool AreWithin(float one, float other, float tolerance) => one == other
        || MathF.Abs(one - other) < tolerance * MathF.Max(MathF.Abs(one), MathF.Abs(other))
        || (MathF.Abs(one) < ZeroTolerance && MathF.Abs(other) < ZeroTolerance);
}
