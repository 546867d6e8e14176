namespace Slackline.Reports.Checks;

/// <summary>The titles of a table of checks: three columns of numbers after the pin, with one line of titles or two.</summary>
/// <param name="Heading">The line above the table, with an empty one after it; empty when there is none.</param>
/// <param name="Upper">The upper line of titles; empty when there is only one line.</param>
/// <param name="Lower">The lower line of titles, without the last, which is Slack.</param>
internal sealed record CheckTitles(string Heading, IReadOnlyList<string> Upper, (string First, string Second) Lower)
{
    private static readonly CheckTitles s_pulseWidth = new("", ["Required", "Actual"], ("Width", "Width"));
    private static readonly CheckTitles s_minPeriod = new("", ["", "Min", ""], ("Period", "Period"));
    private static readonly CheckTitles s_maxSkew = new("", ["Required", "Actual", ""], ("Skew", "Skew"));

    public static CheckTitles Of(CheckKind kind) => kind switch
    {
        CheckKind.PulseWidth => s_pulseWidth,
        CheckKind.MinPeriod => s_minPeriod,
        CheckKind.MaxSkew => s_maxSkew,
        _ => LimitNames.Find(kind) is { } limit
            ? new CheckTitles(limit.Heading, [], ("Limit", limit.Title))
            : throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
