using System.Globalization;
using Slackline.Mcp.Streams;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>The worst slack of each endpoint of a stream, apart for setup and hold.</summary>
internal sealed class EndpointSlacks
{
    private readonly Dictionary<(string Endpoint, PathType Type), double> _slacks = [];

    /// <summary>The slacks.</summary>
    public IReadOnlyDictionary<(string Endpoint, PathType Type), double> Slacks => _slacks;

    /// <summary>The worst slack, or 0 when none is negative.</summary>
    public double Wns => _slacks.Count == 0 ? 0 : Math.Min(0, _slacks.Values.Min());

    /// <summary>The sum of the negative ones.</summary>
    public double Tns => _slacks.Values.Where(static slack => slack < 0).Sum();

    /// <summary>How many are negative.</summary>
    public int Violating => _slacks.Values.Count(static slack => slack < 0);

    /// <summary>Reads the paths that a stream has.</summary>
    /// <exception cref="ToolInputException">There are too many endpoints.</exception>
    public static async Task<EndpointSlacks> ReadAsync(KeptStream stream, int maxEndpoints, CancellationToken cancellation)
    {
        var slacks = new EndpointSlacks();
        await foreach (PathSelection paths in stream.ReadWhatIsThere(cancellation).ConfigureAwait(false))
        {
            for (int i = 0; i < paths.Count; i++)
            {
                TimingPath path = paths[i];
                if (double.IsNaN(path.Slack))
                {
                    continue;
                }

                (string, PathType) key = (path.Endpoint, path.PathType);
                if (slacks._slacks.TryGetValue(key, out double worst))
                {
                    slacks._slacks[key] = Math.Min(worst, path.Slack);
                }
                else if (slacks._slacks.Count < maxEndpoints)
                {
                    slacks._slacks[key] = path.Slack;
                }
                else
                {
                    throw new ToolInputException(string.Create(CultureInfo.InvariantCulture, $"There are more than {maxEndpoints:N0} endpoints in stream {stream.Id}. Narrow both streams alike with refine_stream first."));
                }
            }
        }

        return slacks;
    }
}
