using System.Globalization;
using System.Text;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// The worst slack of each endpoint of a stream, by name, apart for setup and hold: to compare two streams endpoint by endpoint.
/// </summary>
/// <param name="maxEndpoints">How many endpoints there may be.</param>
internal sealed class EndpointSlacks(int maxEndpoints)
{
    private readonly Dictionary<(string Endpoint, PathType Type), EndpointSlack> _slacks = [];

    /// <summary>The slacks.</summary>
    public IReadOnlyDictionary<(string Endpoint, PathType Type), EndpointSlack> Slacks => _slacks;

    /// <summary>The worst slack, or 0 when none violates.</summary>
    public double Wns => _slacks.Values.Where(static slack => slack.IsViolated).Select(static slack => slack.Slack).DefaultIfEmpty(0).Min();

    /// <summary>The sum of the violating slacks.</summary>
    public double Tns => _slacks.Values.Where(static slack => slack.IsViolated).Sum(static slack => slack.Slack);

    /// <summary>How many violate.</summary>
    public int Violating => _slacks.Values.Count(static slack => slack.IsViolated);

    /// <summary>The sides of the check that its paths are of.</summary>
    public IReadOnlyList<PathType> Sides => [.. _slacks.Keys.Select(static key => key.Type).Distinct().Order()];

    /// <summary>How many paths do not name their endpoint's pin: by its instance alone, or not at all.</summary>
    public long WithoutPin { get; private set; }

    /// <summary>Takes in some paths.</summary>
    /// <exception cref="QueryLimitException">There are too many endpoints.</exception>
    public void Add(PathSelection paths) => Add(paths.Chunk, paths.Paths);

    /// <summary>Takes in some paths of a chunk.</summary>
    /// <exception cref="QueryLimitException">There are too many endpoints.</exception>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        foreach (int path in paths)
        {
            double slack = chunk.Slack[path];
            if (double.IsNaN(slack))
            {
                continue;
            }

            string name = Encoding.UTF8.GetString(EndpointKey.Name(chunk, path, out EndpointNaming naming));
            WithoutPin += naming == EndpointNaming.Pin ? 0 : 1;
            (string, PathType) key = (name, chunk.PathType[path]);
            bool isViolated = chunk.IsViolated(path) == true;
            if (_slacks.TryGetValue(key, out EndpointSlack worst))
            {
                _slacks[key] = new EndpointSlack(Math.Min(worst.Slack, slack), worst.IsViolated || isViolated);
            }
            else if (_slacks.Count < maxEndpoints)
            {
                _slacks[key] = new EndpointSlack(slack, isViolated);
            }
            else
            {
                throw new QueryLimitException(
                    string.Create(CultureInfo.InvariantCulture, $"There are more than {maxEndpoints:N0} endpoints."), maxEndpoints);
            }
        }
    }
}

/// <summary>The worst slack of an endpoint, and whether it violates.</summary>
internal readonly record struct EndpointSlack(double Slack, bool IsViolated);
