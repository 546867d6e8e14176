using System.Globalization;
using System.Runtime.InteropServices;

namespace Slackline.Reports;

/// <summary>
/// Counts messages, which a script in a loop repeats. Each is listed once, in the order of its first occurrence, with its count.
/// </summary>
/// <param name="maxKept">How many different messages are kept.</param>
/// <param name="others">What messages beyond that are called.</param>
internal sealed class MessageTally(int maxKept, string others = "messages")
{
    private readonly List<string> _messages = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _others;

    /// <summary>The messages; the last line gives the number of the others.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. _messages.Select(
            message => _counts[message] is > 1 and long count
                ? string.Create(CultureInfo.InvariantCulture, $"{message} ({count:N0} times)")
                : message),
        .. _others == 0 ? (string[])[] : [string.Create(CultureInfo.InvariantCulture, $"and {_others:N0} more {others}")],
    ];

    /// <summary>Counts a message.</summary>
    public void Add(string message)
    {
        if (_counts.Count == maxKept && !_counts.ContainsKey(message))
        {
            _others++;
            return;
        }

        ref long count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, message, out bool isKnown);
        count++;
        if (!isKnown)
        {
            _messages.Add(message);
        }
    }
}
