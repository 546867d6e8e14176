namespace Slackline.Demo.Library;

/// <summary>A delay or a check from <see cref="RelatedPin"/> to the pin that owns the arc.</summary>
/// <param name="RelatedPin">Where the arc starts; for a check, the clock pin.</param>
/// <param name="Type">Liberty's timing_type.</param>
/// <param name="Sense">Liberty's timing_sense; empty for checks and clock-to-output arcs.</param>
/// <param name="Intrinsic">Delay without load in ns, or the time that a check asks for.</param>
/// <param name="Resistance">ns of delay for each fF of load; 0 for checks.</param>
internal sealed record Arc(string RelatedPin, string Type, string Sense, double Intrinsic, double Resistance)
{
    public bool IsCheck => Resistance == 0;

    /// <summary>Skew is checked between clocks; the other checks make their pin an endpoint.</summary>
    public bool MakesEndpoint => IsCheck && !Type.StartsWith("skew", StringComparison.Ordinal);
}

/// <summary>A library pin; an output where <see cref="Function"/> is set. Capacitance is in fF.</summary>
internal sealed record Pin(string Name, double Capacitance, IReadOnlyList<Arc> Arcs)
{
    public string? Function { get; init; }

    public int Width { get; init; } = 1;

    public bool IsClock { get; init; }

    /// <summary>Least times, such as min_pulse_width_high, in ns.</summary>
    public IReadOnlyList<(string Name, double Nanoseconds)> Limits { get; init; } = [];

    /// <summary>Liberty attributes that need no model of their own, such as clock_gate_out_pin : true.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    public bool IsOutput => Function is not null;
}

/// <summary>What a cell remembers: a Liberty <c>ff</c> or <c>latch</c> group and its attributes.</summary>
internal sealed record Storage(string Group, IReadOnlyList<(string Name, string Value)> Attributes);

/// <summary>A library cell. <see cref="Sites"/> is its width in placement sites.</summary>
internal sealed record Cell(string Name, int Sites, IReadOnlyList<Pin> Pins)
{
    public Storage? Storage { get; init; }

    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    public string[] InputPins { get; } = [.. Pins.Where(pin => !pin.IsOutput).Select(pin => pin.Name)];

    public string OutputPin { get; } = Pins.First(pin => pin.IsOutput).Name;

    /// <summary>How many timing endpoints one instance of this cell has.</summary>
    public int EndpointPins { get; } =
        Pins.Where(pin => pin.Arcs.Any(arc => arc.MakesEndpoint)).Sum(pin => pin.Width);
}
