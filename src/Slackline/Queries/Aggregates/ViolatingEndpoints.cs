using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// The worst slack of each violating endpoint of each group, for TNS, which is in OpenSTA the sum of these: an endpoint's further paths do
/// not count again. An endpoint takes about 50 bytes of memory.
/// </summary>
internal sealed class ViolatingEndpoints(int maxEndpoints)
{
    private readonly Dictionary<UInt128, double> _worst = [];

    /// <summary>Whether there was room for every endpoint.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>How many violating paths name their endpoint by its instance alone.</summary>
    public long NamedByInstance { get; private set; }

    /// <summary>How many name none: each counts as an endpoint of its own.</summary>
    public long Unnamed { get; private set; }

    /// <summary>Takes in a violating path.</summary>
    /// <param name="chunk">The path's chunk.</param>
    /// <param name="path">Its index there.</param>
    /// <param name="group">The number of its group.</param>
    /// <param name="isFirst">Whether the path comes for the first time, and not in a further group.</param>
    /// <param name="isNew">Whether the endpoint was not violating before.</param>
    /// <returns>What it adds to the group's TNS.</returns>
    public double Add(PathChunk chunk, int path, int group, bool isFirst, out bool isNew)
    {
        double slack = chunk.Slack[path];
        ReadOnlySpan<byte> name = EndpointKey.Name(chunk, path, out EndpointNaming naming);
        if (naming == EndpointNaming.None)
        {
            Unnamed += isFirst ? 1 : 0;
            isNew = true;
            return slack;
        }

        NamedByInstance += isFirst && naming == EndpointNaming.Instance ? 1 : 0;
        UInt128 endpoint = EndpointKey.Hash(name, chunk.PathType[path], group);
        isNew = false;
        if (_worst.TryGetValue(endpoint, out double worst))
        {
            if (slack >= worst)
            {
                return 0;
            }

            _worst[endpoint] = slack;
            return slack - worst;
        }

        if (_worst.Count == maxEndpoints)
        {
            IsComplete = false;
            return 0;
        }

        isNew = true;
        _worst.Add(endpoint, slack);
        return slack;
    }
}
