using System.Globalization;
using System.Text.Json.Serialization;

namespace Slackline.Mcp.Tools;

/// <summary>Paths taken apart, for an agent.</summary>
internal sealed record PathExplanations
{
    /// <summary>The stream's id.</summary>
    public required string Stream { get; init; }

    /// <summary>The paths, in the order in which they were asked for.</summary>
    public required IReadOnlyList<PathExplanation> Paths { get; init; }
}

/// <summary>A path taken apart.</summary>
internal sealed record PathExplanation
{
    /// <summary>The path's number in the stream.</summary>
    public long Path { get; init; }

    /// <summary>Slack; absent when the path is unconstrained.</summary>
    public double? Slack { get; init; }

    /// <summary>Whether the tool calls it violated.</summary>
    public bool? Violated { get; init; }

    /// <summary>max: a setup check, data must not be late. min: a hold check, data must not be early.</summary>
    [JsonPropertyName("path_type")]
    public required string? PathType { get; init; }

    /// <summary>Path group.</summary>
    [JsonPropertyName("path_group")]
    public required string PathGroup { get; init; }

    /// <summary>Where it begins, and what that is.</summary>
    public required string Startpoint { get; init; }

    /// <summary>Where it ends, and what that is.</summary>
    public required string Endpoint { get; init; }

    /// <summary>When the data arrives.</summary>
    public double? Arrival { get; init; }

    /// <summary>When it must have arrived (max) or must not arrive before (min).</summary>
    public double? Required { get; init; }

    /// <summary>Time that the data path itself takes, from the startpoint on.</summary>
    public required double DataDelay { get; init; }

    /// <summary>Stages (cells) that the data goes through.</summary>
    public required int Depth { get; init; }

    /// <summary>
    /// The stages with the largest delay: pin, cell, edge, delay, share of the data delay in percent, and what is known of slew,
    /// capacitance and fanout.
    /// </summary>
    public IReadOnlyList<PathStage>? Stages { get; init; }

    /// <summary>Of several paths, the stages with the largest delay in short: delay, pin and cell.</summary>
    public IReadOnlyList<string>? Dearest { get; init; }

    /// <summary>The same by library cell, the largest delay first.</summary>
    public IReadOnlyList<CellCost>? Cells { get; init; }

    /// <summary>What is before the data path: launching clock edge, latency, input delay; each with its contribution.</summary>
    public IReadOnlyList<PathTerm>? Launch { get; init; }

    /// <summary>
    /// What makes the required time: capturing clock edge, latency, uncertainty, the check's margin, a latch's time borrowing; of a data
    /// check the path of the signal that it is checked against; each with its contribution.
    /// </summary>
    public IReadOnlyList<PathTerm>? Capture { get; init; }

    /// <summary>What to look at first. These are rules of thumb from the numbers above, no more.</summary>
    public required IReadOnlyList<string> LookAt { get; init; }

    /// <summary>The path as the tool prints it.</summary>
    public string? Text { get; init; }

    /// <summary>The same without what of several paths is too much: what its slack is made of, and what is in its other columns.</summary>
    public PathExplanation Briefly() => this with
    {
        Violated = null,
        Arrival = null,
        Required = null,
        Cells = null,
        Launch = null,
        Capture = null,
        Stages = null,
        Dearest = [.. Stages!.Select(
            static stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Delay} {stage.Pin} ({stage.Cell})"))],
    };
}

/// <summary>A stage of a path.</summary>
internal sealed record PathStage(string Pin, string Cell, double Delay, double SharePercent)
{
    /// <summary>The edge that arrives: rise or fall.</summary>
    public string? Edge { get; init; }

    /// <summary>Slew, when it was reported.</summary>
    public double? Slew { get; init; }

    /// <summary>Load capacitance, when it was reported.</summary>
    public double? Capacitance { get; init; }

    /// <summary>Loads, when they were reported.</summary>
    public int? Fanout { get; init; }
}

/// <summary>What the cells of a kind cost in a path.</summary>
internal sealed record CellCost(string Cell, int Count, double Delay, double SharePercent);

/// <summary>A line of a path that is no stage.</summary>
internal sealed record PathTerm(string What)
{
    /// <summary>What it adds to the time; absent where the line only states one.</summary>
    public double? Contribution { get; init; }

    /// <summary>What a line of the time borrowing table states.</summary>
    public double? Value { get; init; }
}
