namespace Slackline.Timing;

/// <summary>What the tool says of a path's slack in words: only its own, unrounded slack decides that.</summary>
public enum SlackVerdict : byte
{
    /// <summary>The format prints no word (summary, slack_only, json), or the path is unconstrained.</summary>
    None,

    /// <summary><c>(MET)</c>.</summary>
    Met,

    /// <c>(VIOLATED)</c>, also printed after a slack of <c>0.00</c> when the path violates by less than half a digit.
    Violated,
}
