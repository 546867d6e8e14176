using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>A path in JSON. Names are Latin-1: a character is a byte.</summary>
/// <param name="Check">What stands above the points; null for <c>report_path</c>.</param>
/// <param name="Path">The points of the data.</param>
/// <param name="Digits">Digits between the point and the exponent of all numbers.</param>
/// <param name="Units">The units that the numbers are kept in.</param>
internal sealed record JsonSpec(JsonCheckSpec? Check, IReadOnlyList<JsonPointSpec> Path, int Digits, TimingUnits Units)
{
    /// <summary>Which version's keys the points have.</summary>
    public JsonKeySet Keys { get; init; }
}

/// <summary>The versions whose keys differ.</summary>
internal enum JsonKeySet
{
    New,
    Old,
    NoInstances,

    /// <summary>As <see cref="NoInstances"/>; <c>report_path</c> opens its list on the object's first line.</summary>
    Inline,
}

/// <summary>What surrounds the points of a check.</summary>
internal sealed record JsonCheckSpec(string Type, string Group, PathType Side, string Startpoint, string Endpoint)
{
    /// <summary>The clocks with <c>rising-edge clock </c> or <c>falling-edge clock </c> before their names; null for none.</summary>
    public string? SourceClock { get; init; }

    /// <inheritdoc cref="SourceClock"/>
    public string? TargetClock { get; init; }

    public IReadOnlyList<JsonPointSpec>? SourceClockPath { get; init; }

    public IReadOnlyList<JsonPointSpec>? TargetClockPath { get; init; }

    /// <summary>Null for a path without a check.</summary>
    public JsonTimesSpec? Times { get; init; }

    /// <summary>Whether a comma stands where no field follows.</summary>
    public bool DanglingComma { get; init; }
}

/// <summary>A check's numbers.</summary>
internal sealed record JsonTimesSpec(double Arrival, double Required, double Slack, double Pessimism, double Margin, double? PathDelay, int? Cycles);

/// <summary>A point; what it does not say is null.</summary>
internal sealed record JsonPointSpec(string Instance, string Cell, string Source, string Pin, double Arrival, double? Capacitance, double Slew)
{
    public string? Net { get; init; }

    public IReadOnlyList<string> HierarchicalPins { get; init; } = [];

    public (double X, double Y)? Place { get; init; }
}
