namespace Slackline.Timing;

/// <summary>
/// The row descriptions of one chunk. Each is stored and parsed once: its kind, and for a pin or a net where its name ends. Most rows of
/// a report repeat an earlier description, so a question about descriptions (is this a buffer?) is answered once per entry instead of
/// once per row.
/// </summary>
internal sealed class DescriptionTable
{
    private readonly NameTable _texts;
    private DescriptionKind[] _kinds;

    // Where the name in a description ends, plus one: found when it is first asked for, and 0 until then. Several readers may find it at
    // once, and all find the same.
    private int[] _nameEnds;
    private int _known;

    /// <summary>An empty table.</summary>
    /// <param name="like">A table that has as much room; null for a little.</param>
    internal DescriptionTable(DescriptionTable? like = null)
    {
        _texts = new NameTable(like?._texts);
        _kinds = new DescriptionKind[like?._kinds.Length ?? 256];
        _nameEnds = new int[_kinds.Length];
    }

    /// <summary>How many different descriptions the table holds.</summary>
    public int Count => _texts.Count;

    /// <summary>The id of "data arrival time", which ends the data of each path; -1 when no path has it.</summary>
    internal int DataArrival { get; private set; } = -1;

    /// <summary>Bytes of memory that the table takes.</summary>
    public int SizeInBytes => _texts.SizeInBytes + _kinds.Length + (_nameEnds.Length * sizeof(int));

    /// <summary>The whole text of a description as UTF-8.</summary>
    public ReadOnlySpan<byte> this[int id] => _texts[id];

    /// <summary>The kind of a description.</summary>
    public DescriptionKind Kind(int id) => _kinds[id];

    /// <summary>The name in a description: the pin, net or clock; empty for the other kinds.</summary>
    public ReadOnlySpan<byte> Name(int id)
    {
        ReadOnlySpan<byte> text = _texts[id];
        switch (_kinds[id])
        {
            case DescriptionKind.Pin:
            case DescriptionKind.Net:
                int end = NameEnd(id, text);
                return end < 0 ? default : text[..end];
            case DescriptionKind.ClockEdge:
                return text["clock ".Length..NameEnd(id, text)];
            default:
                return default;
        }
    }

    /// <summary>
    /// The library cell of a pin's description (or a port's direction: <c>in</c>, <c>out</c>, <c>inout</c>); otherwise empty.
    /// </summary>
    public ReadOnlySpan<byte> Cell(int id)
    {
        if (_kinds[id] != DescriptionKind.Pin)
        {
            return default;
        }

        ReadOnlySpan<byte> text = _texts[id];
        return text[(NameEnd(id, text) + 2)..^1];
    }

    /// <summary>The id of <paramref name="text"/>, which is added when it is new.</summary>
    internal int Intern(ReadOnlySpan<byte> text)
    {
        int id = _texts.Intern(text);
        if (id >= _known)
        {
            Learn(id, text);
        }

        return id;
    }

    /// <summary>Forgets all descriptions and keeps the memory.</summary>
    internal void Clear()
    {
        _texts.Clear();
        _known = 0;
        DataArrival = -1;
    }

    // Where the parenthesis after the name begins; -1 without one.
    private int NameEnd(int id, ReadOnlySpan<byte> text)
    {
        int end = _nameEnds[id];
        if (end == 0)
        {
            end = text.LastIndexOf(" ("u8) + 1;
            _nameEnds[id] = end;
        }

        return end - 1;
    }

    private void Learn(int id, ReadOnlySpan<byte> text)
    {
        if (id == _kinds.Length)
        {
            Array.Resize(ref _kinds, id * 2);
            Array.Resize(ref _nameEnds, id * 2);
        }

        _kinds[id] = Classify(text);
        _nameEnds[id] = 0;
        _known = id + 1;
        DataArrival = _kinds[id] == DescriptionKind.DataArrival ? id : DataArrival;
    }

    // Most descriptions are pins, and each chunk meets thousands of new ones.
    private static DescriptionKind Classify(ReadOnlySpan<byte> text)
    {
        if (text.EndsWith(")"u8))
        {
            return text switch
            {
                _ when text.Length > 1 && text[0] is not ((byte)'s' or (byte)'c' or (byte)'(') && text[^2] != 't'
                    && text.IndexOf(" ("u8) > 0 => DescriptionKind.Pin,
                _ when text.SequenceEqual("slack (MET)"u8) => DescriptionKind.SlackMet,
                _ when text.SequenceEqual("slack (VIOLATED)"u8) => DescriptionKind.SlackViolated,
                _ when text.SequenceEqual("(unconnected)"u8) || text.EndsWith(" (net)"u8) => DescriptionKind.Net,
                _ when text.StartsWith("clock network delay ("u8) => DescriptionKind.ClockNetworkDelay,
                _ when text.StartsWith("clock "u8) && text.EndsWith(" edge)"u8) && text.LastIndexOf(" ("u8) > 5 =>
                    DescriptionKind.ClockEdge,
                _ when text.LastIndexOf(" ("u8) > 0 => DescriptionKind.Pin,
                _ => DescriptionKind.Other,
            };
        }

        return text switch
        {
            _ when text.SequenceEqual("data arrival time"u8) => DescriptionKind.DataArrival,
            _ when text.SequenceEqual("data required time"u8) => DescriptionKind.DataRequired,
            _ when text.SequenceEqual("clock network delay"u8) => DescriptionKind.ClockNetworkDelay,
            _ when text.SequenceEqual("clock source latency"u8) => DescriptionKind.ClockSourceLatency,
            _ when text.SequenceEqual("clock reconvergence pessimism"u8) => DescriptionKind.ClockReconvergencePessimism,
            _ when text.SequenceEqual("input external delay"u8) => DescriptionKind.InputExternalDelay,
            _ when text.SequenceEqual("output external delay"u8) => DescriptionKind.OutputExternalDelay,
            _ when text.SequenceEqual("path margin"u8) => DescriptionKind.PathMargin,
            _ when text.SequenceEqual("crpr"u8) => DescriptionKind.ClockReconvergencePessimism,
            _ when text.SequenceEqual("margin"u8) => DescriptionKind.CheckMargin,
            _ when text.SequenceEqual("sigma"u8) || text.SequenceEqual("mean"u8) || text.SequenceEqual("mean_shift"u8)
                || text.SequenceEqual("std_dev"u8) || text.SequenceEqual("skewness"u8) => DescriptionKind.VariationPart,
            _ when text.SequenceEqual("max_delay"u8) || text.SequenceEqual("min_delay"u8) || text.SequenceEqual("path_delay"u8) =>
                DescriptionKind.PathDelay,
            _ when text.StartsWith("time given to "u8) || text.StartsWith("time borrowed from "u8) => DescriptionKind.TimeBorrow,
            _ when text.EndsWith("clock uncertainty"u8) => DescriptionKind.ClockUncertainty,
            _ when text.EndsWith(" time"u8) => DescriptionKind.CheckMargin,
            _ => DescriptionKind.Other,
        };
    }
}
