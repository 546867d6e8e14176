namespace Slackline.Timing;

/// <summary>What the tool says of a path's slack in words: only its own, unrounded slack decides that.</summary>
public enum SlackVerdict : byte
{
    /// <summary>The format prints no word (summary, slack_only, json), or the path is unconstrained.</summary>
    None,

    /// <summary><c>(MET)</c>.</summary>
    Met,

    /// <summary><c>(VIOLATED)</c>, which also stands behind a slack that is printed <c>0.00</c> when it misses by less than half a digit.</summary>
    Violated,
}
