using System.Diagnostics;

namespace Slackline.Streams.Spooling;

/// <summary>
/// Bytes that a state directory takes, against its quota. Writers of this process are counted exactly; those of others are seen when the
/// directory is looked at again, at most a quarter of a second later.
/// </summary>
internal sealed class SpoolQuota(string root, long maxBytes)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private long _used;
    private long _promised;
    private long _lookedAt;

    /// <summary>
    /// Reserves room for that many bytes; false when there is not enough. Zero bytes can always be reserved. Follow with
    /// <see cref="Keep"/>.
    /// </summary>
    public bool TryPromise(long bytes)
    {
        lock (_lock)
        {
            if (bytes == 0)
            {
                return true;
            }

            bool isFresh = _lookedAt != 0 && Stopwatch.GetElapsedTime(_lookedAt) < s_fresh;
            if (!isFresh || _used + _promised + bytes > maxBytes)
            {
                Look();
            }

            if (_used + _promised + bytes > maxBytes)
            {
                return false;
            }

            _promised += bytes;
            return true;
        }
    }

    /// <summary>Settles a reservation: <paramref name="written"/> of its bytes were written.</summary>
    public void Keep(long promised, long written)
    {
        lock (_lock)
        {
            _promised -= promised;
            _used += written;
        }
    }

    private void Look()
    {
        _used = SpoolFiles.Size(root);
        _lookedAt = Stopwatch.GetTimestamp();
    }
}
