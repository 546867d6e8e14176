using System.IO.Hashing;
using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// The worst slack of each violating endpoint of each group, for TNS, which is in OpenSTA the sum of these: an endpoint's further paths do not count again.
/// An endpoint takes about 50 bytes of memory.
/// </summary>
internal sealed class ViolatingEndpoints(int maxEndpoints)
{
    private readonly Dictionary<UInt128, double> _worst = [];

    /// <summary>Whether there was room for every endpoint.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Takes in a violating path.</summary>
    /// <param name="chunk">The path's chunk.</param>
    /// <param name="path">Its index there.</param>
    /// <param name="group">The number of its group.</param>
    /// <param name="isNew">Whether the endpoint was not violating before.</param>
    /// <returns>What it adds to the group's TNS.</returns>
    public double Add(PathChunk chunk, int path, int group, out bool isNew)
    {
        double slack = chunk.Slack[path];
        UInt128 endpoint = Hash(chunk, path, group);
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

    // The endpoint is the last pin before the data arrival: the Endpoint line names only its instance.
    private static UInt128 Hash(PathChunk chunk, int path, int group)
    {
        ReadOnlySpan<byte> name = chunk.Endpoint[path] >= 0 ? chunk.Names[chunk.Endpoint[path]] : default;
        int end = chunk.FirstRow[path + 1];
        for (int row = chunk.FirstRow[path]; row < end; row++)
        {
            int description = chunk.RowDescription[row];
            if (description < 0)
            {
                continue;
            }

            DescriptionKind kind = chunk.Descriptions.Kind(description);
            if (kind == DescriptionKind.DataArrival)
            {
                break;
            }

            if (kind == DescriptionKind.Pin)
            {
                name = chunk.Descriptions[description];
            }
        }

        return XxHash128.HashToUInt128(name, group);
    }
}
