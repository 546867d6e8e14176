using System.ComponentModel;

namespace Slackline.Mcp.Tools;

/// <summary>A path taken apart, for an agent.</summary>
internal sealed record PathExplanation
{
    [Description("The stream's id.")]
    public string Stream { get; init; } = "";

    [Description("The path's number in the stream.")]
    public long Path { get; init; }

    [Description("Slack; absent when the path is unconstrained.")]
    public double? Slack { get; init; }

    [Description("Whether the tool calls it violated.")]
    public bool? Violated { get; init; }

    [Description("max: a setup check, data must not be late. min: a hold check, data must not be early.")]
    public required string Type { get; init; }

    [Description("Path group.")]
    public required string Group { get; init; }

    [Description("Where it begins, and what that is.")]
    public required string Startpoint { get; init; }

    [Description("Where it ends, and what that is.")]
    public required string Endpoint { get; init; }

    [Description("When the data arrives.")]
    public double? Arrival { get; init; }

    [Description("When it must have arrived (max) or must not arrive before (min).")]
    public double? Required { get; init; }

    [Description("Time that the data path itself takes, from the startpoint on.")]
    public required double DataDelay { get; init; }

    [Description("Stages (cells) that the data goes through.")]
    public required int Depth { get; init; }

    [Description("The dearest stages: pin, cell, edge, delay, share of the data delay in percent, and what is known of slew, capacitance and fanout.")]
    public required IReadOnlyList<PathStage> Stages { get; init; }

    [Description("The same by library cell, the dearest first.")]
    public required IReadOnlyList<CellCost> Cells { get; init; }

    [Description("What is before the data path: launching clock edge, latency, input delay; each with its contribution.")]
    public required IReadOnlyList<PathTerm> Launch { get; init; }

    [Description("What makes the required time: capturing clock edge, latency, uncertainty, the check's margin, a latch's time borrowing; of a data check the path of the signal that it is checked against; each with its contribution.")]
    public required IReadOnlyList<PathTerm> Capture { get; init; }

    [Description("What to look at first. These are rules of thumb from the numbers above, no more.")]
    public required IReadOnlyList<string> LookAt { get; init; }

    [Description("The path as the tool prints it.")]
    public string? Text { get; init; }
}

/// <summary>A stage of a path.</summary>
internal sealed record PathStage(string Pin, string Cell, double Delay, double SharePercent)
{
    [Description("The edge that arrives: rise or fall.")]
    public string? Edge { get; init; }

    [Description("Slew, when it was reported.")]
    public double? Slew { get; init; }

    [Description("Load capacitance, when it was reported.")]
    public double? Capacitance { get; init; }

    [Description("Loads, when they were reported.")]
    public int? Fanout { get; init; }
}

/// <summary>What the cells of a kind cost in a path.</summary>
internal sealed record CellCost(string Cell, int Count, double Delay, double SharePercent);

/// <summary>A line of a path that is no stage.</summary>
internal sealed record PathTerm(string What)
{
    [Description("What it adds to the time; absent where the line only states one.")]
    public double? Contribution { get; init; }

    [Description("What a line of the time borrowing table states.")]
    public double? Value { get; init; }
}
