using System.Runtime.InteropServices;
using Slackline.Demo.Library;

namespace Slackline.Demo.Plan;

/// <summary>A cell of a cloud. Inputs are net numbers: below the number of sources a source, above it a gate.</summary>
internal readonly record struct CloudGate(Cell Cell, int[] Inputs);

/// <summary>
/// Random combinational logic between sources and sinks. It grows backwards from the sinks, level by level: the
/// input pins of one level ask for drivers on lower levels, and a level has fewer gates than pins that ask. So every
/// gate drives something, paths of a chosen depth exist to every sink, and shared gates make them reconverge.
/// </summary>
internal sealed class LogicCloud
{
    private static readonly (string Kind, int Weight)[] s_kinds =
    [
        ("INV", 11), ("BUF", 4), ("NAND2", 20), ("NOR2", 12), ("NAND3", 8), ("AND2", 10), ("OR2", 8),
        ("XOR2", 6), ("AOI21", 8), ("OAI21", 7), ("MUX2", 6),
    ];

    private static readonly int s_allWeights = s_kinds.Sum(kind => kind.Weight);

    private static readonly Dictionary<string, Cell[]> s_strengths = s_kinds.ToDictionary(
        kind => kind.Kind,
        kind => CellLibrary.Cells.Where(cell => cell.Name.StartsWith(kind.Kind + "_X", StringComparison.Ordinal)).ToArray());

    private readonly Prng _random;
    private readonly int _sources;
    private readonly int _gatesPerLevel;
    private readonly List<CloudGate> _gates = [];
    private readonly int[] _sinkNets;

    // What waits for a driver on each level: (gate, input) or (-1, sink).
    private readonly List<(int Gate, int Pin)>[] _waiting;

    /// <summary>Grows a cloud; sink i gets a path of exactly <paramref name="sinkLevels"/>[i] gates (0: a source itself).</summary>
    public LogicCloud(Prng random, int sources, IReadOnlyList<int> sinkLevels, int gatesPerLevel)
    {
        _random = random;
        _sources = sources;
        _gatesPerLevel = gatesPerLevel;
        _sinkNets = new int[sinkLevels.Count];
        _waiting = [.. Enumerable.Range(0, sinkLevels.Max() + 1).Select(_ => new List<(int, int)>())];
        for (var sink = 0; sink < sinkLevels.Count; sink++)
        {
            _waiting[sinkLevels[sink]].Add((-1, sink));
        }

        for (var level = _waiting.Length - 1; level > 0; level--)
        {
            GrowLevel(level);
        }

        TieToSources();
    }

    public IReadOnlyList<CloudGate> Gates => _gates;

    /// <summary>The net that each sink is tied to, numbered as <see cref="CloudGate.Inputs"/>.</summary>
    public IReadOnlyList<int> SinkNets => _sinkNets;

    private void GrowLevel(int level)
    {
        var waiting = _waiting[level];
        var count = Math.Min(waiting.Count, _gatesPerLevel);
        if (count == 0)
        {
            return;
        }

        _random.Shuffle(CollectionsMarshal.AsSpan(waiting));
        var first = _gates.Count;
        var fanout = new int[count];
        for (var i = 0; i < waiting.Count; i++)
        {
            // Every gate gets one reader; the rest favour a few gates, which become the high-fanout nets.
            var skewed = _random.Unit();
            var gate = i < count ? i : (int)(skewed * skewed * count);
            fanout[gate]++;
            Tie(waiting[i], _sources + first + gate);
        }

        for (var i = 0; i < count; i++)
        {
            AddGate(level, fanout[i]);
        }
    }

    private void AddGate(int level, int fanout)
    {
        var cell = PickCell(fanout);
        var gate = _gates.Count;
        _gates.Add(new CloudGate(cell, new int[cell.InputPins.Length]));

        // One input comes from the level right below, which makes the depth exact; the others from anywhere below.
        var deepest = _random.Below(cell.InputPins.Length);
        for (var pin = 0; pin < cell.InputPins.Length; pin++)
        {
            var below = pin == deepest || _random.Below(3) == 0 ? level - 1 : _random.Below(level);
            _waiting[below].Add((gate, pin));
        }
    }

    private Cell PickCell(int fanout)
    {
        var draw = _random.Below(s_allWeights);
        var kind = 0;
        while (draw >= s_kinds[kind].Weight)
        {
            draw -= s_kinds[kind++].Weight;
        }

        // A synthesis tool sizes by load, though not always.
        var strengths = s_strengths[s_kinds[kind].Kind];
        var wanted = (fanout > 2 ? 1 : 0) + (fanout > 5 ? 1 : 0) + (_random.Below(6) == 0 ? 1 : 0);
        return strengths[Math.Min(wanted, strengths.Length - 1)];
    }

    private void TieToSources()
    {
        var order = new int[_sources];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        _random.Shuffle<int>(order);
        var next = 0;
        foreach (var pin in _waiting[0])
        {
            // Each source is read once before any is read twice.
            Tie(pin, next < order.Length ? order[next++] : _random.Below(_sources));
        }
    }

    private void Tie((int Gate, int Pin) pin, int net)
    {
        if (pin.Gate < 0)
        {
            _sinkNets[pin.Pin] = net;
        }
        else
        {
            _gates[pin.Gate].Inputs[pin.Pin] = net;
        }
    }
}
