namespace Slackline.Planning.Merge;

/// <summary>How much is known of the next path of a run.</summary>
internal enum RunState
{
    /// <summary>Only that its slack is not worse than a bound.</summary>
    Unknown,

    /// <summary>Its exact slack. The path itself has not come yet.</summary>
    Coming,

    /// <summary>It is there.</summary>
    Ready,

    /// <summary>There is no next path.</summary>
    Ended,
}

/// <summary>What is known of the next path of a run.</summary>
/// <param name="State">How much is known.</param>
/// <param name="Slack">Its slack in seconds, or a bound that it is not worse than. NaN where the tool reports none: that is neither worse
/// than nor near any other.</param>
/// <param name="NextSlack">The slack of the path after it; infinity when there is none, it is not known, or it belongs to another
/// report.</param>
internal readonly record struct RunHead(RunState State, float Slack, float NextSlack = float.PositiveInfinity)
{
    /// <summary>A run without any more paths.</summary>
    public static RunHead Ended { get; } = new(RunState.Ended, float.PositiveInfinity);

    /// <summary>Endpoints for which no slice has begun.</summary>
    /// <param name="bound">None of their paths has a worse slack, in seconds; infinity when there are no such endpoints.</param>
    public static RunHead NotBegun(float bound) => float.IsPositiveInfinity(bound) ? Ended : new RunHead(RunState.Unknown, bound);
}
