namespace Slackline.Timing;

/// <summary>The tool's word for a path's slack: only its own, unrounded slack decides that.</summary>
public enum SlackVerdict : byte
{
    /// <summary>The format prints no word (summary, slack_only, json), or the path is unconstrained.</summary>
    None,

    /// <summary><c>(MET)</c>.</summary>
    Met,

    /// <summary><c>(VIOLATED)</c>, also printed after a slack of <c>0.00</c> when the path violates by less than half a digit.</summary>
    Violated,
}
