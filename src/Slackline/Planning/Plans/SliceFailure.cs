using System.Globalization;
using Slackline.Sessions;

namespace Slackline.Planning.Plans;

/// <summary>Endpoints of a slice that could not be searched: their paths are missing in the result, all or from one on.</summary>
/// <param name="Group">The path group.</param>
/// <param name="Analysis"><c>min</c> or <c>max</c>.</param>
/// <param name="Endpoints">The number of endpoints.</param>
/// <param name="FirstEndpoint">The pin of the worst of them.</param>
/// <param name="Given">How many of their paths were given.</param>
/// <param name="Reason">What happened at the last try, in words for the user.</param>
public sealed record SliceFailure(string Group, string Analysis, int Endpoints, string FirstEndpoint, long Given, string Reason);

/// <summary>Some endpoints could not be searched; everything else was given.</summary>
public sealed class SlicesFailedException(IReadOnlyList<SliceFailure> failures) : StaException(Describe(failures))
{
    private const int MaxShown = 5;

    /// <summary>Which ones.</summary>
    public IReadOnlyList<SliceFailure> Failures => failures;

    private static string Describe(IReadOnlyList<SliceFailure> failures)
    {
        IEnumerable<string> lines = failures.Take(MaxShown).Select(static failure => string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.NewLine}  {failure.Endpoints} endpoints of {failure.Group} ({failure.Analysis}) from {failure.FirstEndpoint} on, "
                + $"after {failure.Given} of their paths: {failure.Reason}"));
        string more = failures.Count <= MaxShown ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{Environment.NewLine}  and {failures.Count - MaxShown} more");
        int missing = failures.Sum(static failure => failure.Endpoints);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Paths to {missing} endpoints are missing, since finding them failed; all others were given.")
            + string.Concat(lines) + more;
    }
}
