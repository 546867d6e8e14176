namespace Slackline.Planning;

/// <summary>
/// The endpoints of a path group on one side of the check, the worst first, as a survey found them. Names and handles are bytes in one array: there may be millions.
/// </summary>
internal sealed class Section(string group, string analysis)
{
    private readonly List<float> _slacks = [];
    private readonly List<int> _ends = [0];
    private byte[] _texts = new byte[1024];

    /// <summary>The path group.</summary>
    public string Group => group;

    /// <summary><c>min</c> or <c>max</c>.</summary>
    public string Analysis => analysis;

    /// <summary>How many endpoints there are.</summary>
    public int Count => _slacks.Count;

    /// <summary>The worst slack of an endpoint, in seconds.</summary>
    public float Slack(int endpoint) => _slacks[endpoint];

    /// <summary>An endpoint's pin, as the tool that was surveyed names it for itself.</summary>
    public ReadOnlySpan<byte> Handle(int endpoint) => Text(endpoint) is var text ? text[..text.IndexOf((byte)' ')] : default;

    /// <summary>The name of an endpoint's pin.</summary>
    public ReadOnlySpan<byte> Name(int endpoint) => Text(endpoint) is var text ? text[(text.IndexOf((byte)' ') + 1)..] : default;

    /// <summary>Adds an endpoint.</summary>
    /// <param name="slack">Its worst slack, in seconds.</param>
    /// <param name="handleAndName">Its pin's handle, a space, and its name.</param>
    public void Add(float slack, ReadOnlySpan<byte> handleAndName)
    {
        int start = _ends[^1];
        if (start + handleAndName.Length > _texts.Length)
        {
            Array.Resize(ref _texts, Math.Max(_texts.Length * 2, start + handleAndName.Length));
        }

        handleAndName.CopyTo(_texts.AsSpan(start));
        _slacks.Add(slack);
        _ends.Add(start + handleAndName.Length);
    }

    /// <summary>The same with only the endpoints that have paths that may pass.</summary>
    public Section Passing(EndpointTest test)
    {
        var passing = new Section(group, analysis);
        for (int i = 0; i < Count; i++)
        {
            if (test.MayPass(Name(i)))
            {
                passing.Add(Slack(i), Text(i));
            }
        }

        return passing;
    }

    private ReadOnlySpan<byte> Text(int endpoint) => _texts.AsSpan(_ends[endpoint], _ends[endpoint + 1] - _ends[endpoint]);
}
