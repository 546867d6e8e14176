using System.Globalization;
using System.Text.Json.Serialization;

namespace Slackline.Streams.Spooling;

/// <summary>
/// A moment by the machine's own clock. That clock starts with the machine, runs on while it sleeps, and cannot be set, so it measures
/// an age correctly whatever happens to the wall clock.
/// </summary>
/// <param name="Boot">Which start of the machine it counts from; blank where the machine does not say.</param>
/// <param name="Seconds">Seconds since then.</param>
internal sealed record MachineClock(
    [property: JsonPropertyName("boot")] string Boot, [property: JsonPropertyName("seconds")] double Seconds)
{
    /// <summary>Now.</summary>
    public static MachineClock Now
    {
        get
        {
            try
            {
                string boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
                string uptime = File.ReadAllText("/proc/uptime");
                return new MachineClock(boot, double.Parse(uptime.AsSpan(0, uptime.IndexOf(' ')), CultureInfo.InvariantCulture));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentOutOfRangeException)
            {
                return new MachineClock("", 0);
            }
        }
    }

    /// <summary>How long ago another moment was; null when the machine was started anew since then, or does not say.</summary>
    public TimeSpan? Since(MachineClock? earlier) =>
        earlier is not null && earlier.Boot == Boot && Boot.Length > 0
            ? TimeSpan.FromSeconds(Math.Max(0, Seconds - earlier.Seconds))
            : null;
}
