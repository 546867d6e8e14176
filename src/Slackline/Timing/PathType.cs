namespace Slackline.Timing;

/// <summary>The side of the check that a path was found for: the <c>Path Type:</c> line.</summary>
public enum PathType : byte
{
    /// <summary>The report does not say (<c>report_path</c> prints no such line).</summary>
    Unknown,

    /// <summary>Latest arrival: setup, recovery, gating setup, max_delay.</summary>
    Max,

    /// <summary>Earliest arrival: hold, removal, gating hold, min_delay.</summary>
    Min,
}
