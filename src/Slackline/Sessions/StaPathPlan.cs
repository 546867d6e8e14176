using System.Globalization;

namespace Slackline.Sessions;

/// <summary>How the tool understood a command that reports paths, after its Tcl had been evaluated.</summary>
/// <param name="Mode">What is reported; a survey of a command that cannot be run in slices becomes the whole.</param>
/// <param name="IsSingle">Whether it is the only one in its script, as far as that is known. A survey is worth nothing when it is not.</param>
/// <param name="Reason">Why a survey became the whole; empty when it did not.</param>
/// <param name="Words">The command's options, to be shown.</param>
/// <param name="EndpointCount">Paths for each endpoint, at the most.</param>
/// <param name="GroupCount">Paths for each path group, at the most.</param>
internal sealed record StaPathPlan(SteeringMode Mode, bool IsSingle, string Reason, string Words, long EndpointCount, long GroupCount)
{
    /// <summary>Reads the dictionary that paths.tcl writes.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static StaPathPlan Parse(IReadOnlyList<string> words)
    {
        return Enum.TryParse(Value("mode"), ignoreCase: true, out SteeringMode mode)
            && long.TryParse(Value("endpoint_count"), CultureInfo.InvariantCulture, out long endpoints)
            && long.TryParse(Value("group_count"), CultureInfo.InvariantCulture, out long group)
            ? new StaPathPlan(mode, Value("single") == "1", Value("reason"), Value("words"), endpoints, group)
            : throw new InvalidDataException($"The tool's plan makes no sense: {string.Join(' ', words)}");

        string Value(string key)
        {
            for (int i = 0; i + 1 < words.Count; i += 2)
            {
                if (words[i] == key)
                {
                    return words[i + 1];
                }
            }

            return "";
        }
    }
}
