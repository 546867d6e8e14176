namespace Slackline.Planning.Endpoints;

/// <summary>
/// The endpoints of a path group on one side of the check, in the order in which they are searched: those of unknown bound, then the
/// worst first. Names and handles are bytes in one array: there may be millions.
/// </summary>
internal sealed class Section(string group, string analysis, string analysisMode)
{
    private readonly List<float> _slacks = [];
    private int _unbounded;
    private readonly List<int> _ends = [0];
    private byte[] _texts = new byte[1024];

    /// <summary>The path group.</summary>
    public string Group => group;

    /// <summary><c>min</c> or <c>max</c>.</summary>
    public string Analysis => analysis;

    /// <summary>The mode, a set of constraints, of a design with several; empty where there is one.</summary>
    public string AnalysisMode => analysisMode;

    /// <summary>How many endpoints there are.</summary>
    public int Count => _slacks.Count;

    /// <summary>The worst slack of an endpoint that the survey found, in seconds.</summary>
    public float Slack(int endpoint) => _slacks[endpoint];

    /// <summary>
    /// No path of an endpoint is worse than this, in seconds. Nothing is known of one that is reached through a latch: enumeration finds
    /// worse paths than a survey.
    /// </summary>
    public float Bound(int endpoint) => endpoint < _unbounded ? float.NegativeInfinity : _slacks[endpoint];

    /// <summary>The worst slack that the survey found, in seconds.</summary>
    public float WorstSlack => _unbounded > 0 && _unbounded < Count ? Math.Min(_slacks[0], _slacks[_unbounded]) : _slacks[0];

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

    /// <summary>Adds endpoints of another section, in front of which all others have been added.</summary>
    public void AddAll(Section other)
    {
        for (int i = 0; i < other.Count; i++)
        {
            Add(other.Slack(i), other.Text(i));
        }
    }

    /// <summary>Declares the bounds of the endpoints that there are so far unknown.</summary>
    public void ForgetBounds() => _unbounded = Count;

    /// <summary>The same with only the endpoints that may have wanted paths.</summary>
    /// <param name="test">The endpoints' names; null for any.</param>
    /// <param name="slackMax">The largest slack of a wanted path, in seconds.</param>
    public Section Passing(EndpointTest? test, double slackMax)
    {
        var passing = new Section(group, analysis, analysisMode);
        for (int i = 0; i < Count; i++)
        {
            if (i == _unbounded)
            {
                passing.ForgetBounds();
            }

            if (Bound(i) <= slackMax && test?.MayPass(Name(i)) != false)
            {
                passing.Add(Slack(i), Text(i));
            }
        }

        if (_unbounded == Count)
        {
            passing.ForgetBounds();
        }

        return passing;
    }

    private ReadOnlySpan<byte> Text(int endpoint) => _texts.AsSpan(_ends[endpoint], _ends[endpoint + 1] - _ends[endpoint]);
}
