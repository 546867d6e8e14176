namespace Slackline.Planning;

/// <summary>When OpenSTA takes two slacks for equal, and orders their paths by name.</summary>
internal static class NearTies
{
    // Its fuzzyEqual. Infinity, for "there is none", is near nothing else.
    private const float Tolerance = 1e-6F;

    /// <summary>Whether they differ by less than a millionth of the larger.</summary>
    public static bool Are(float one, float other) => one == other || MathF.Abs(one - other) < Tolerance * MathF.Max(MathF.Abs(one), MathF.Abs(other));

    /// <summary>Whether the first is smaller, and not only nearly equal.</summary>
    public static bool IsBelow(float one, float other) => one < other && !Are(one, other);
}
