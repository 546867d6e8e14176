using System.Globalization;
using System.Runtime.InteropServices;

namespace Slackline.Reports;

/// <summary>Messages, each told once, in the order in which they first came, with how often: a script in a loop repeats them. So many different ones are kept.</summary>
/// <param name="maxKept">How many different ones.</param>
/// <param name="others">What those are called that are only counted.</param>
internal sealed class MessageTally(int maxKept, string others = "messages")
{
    private readonly List<string> _messages = [];
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _others;

    /// <summary>The messages; the last line says how many others came.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. _messages.Select(message => _counts[message] is > 1 and long count ? string.Create(CultureInfo.InvariantCulture, $"{message} ({count:N0} times)") : message),
        .. _others == 0 ? (string[])[] : [string.Create(CultureInfo.InvariantCulture, $"and {_others:N0} more {others}")],
    ];

    /// <summary>Takes a message.</summary>
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
