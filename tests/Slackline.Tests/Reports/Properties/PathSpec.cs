using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>What a path says. Names are Latin-1: a character is a byte.</summary>
/// <param name="Heading">The lines above the table; null for <c>report_path</c>.</param>
/// <param name="Table">The table; null for <c>-format short</c>.</param>
internal sealed record PathSpec(HeadingSpec? Heading, TableSpec? Table);

/// <summary>The lines from <c>Startpoint:</c> to <c>Corner:</c>.</summary>
internal sealed record HeadingSpec(EndSpec Startpoint, EndSpec Endpoint, string Group, PathType Type, string? Mode, string? Corner);

/// <summary>A start- or endpoint.</summary>
internal sealed record EndSpec(string Name, string Detail, bool Wrapped);

/// <summary>A path's table, with the numbers that its last rows repeat.</summary>
internal sealed record TableSpec(TableLayout Layout, int Digits, double Arrival, double Required, double Slack, IReadOnlyList<RowSpec> Rows)
{
    /// <summary>How its rows are laid out.</summary>
    public PathShape Shape { get; init; }
}

/// <summary>A row; numbers that are blank are NaN, a fanout that is blank is -1.</summary>
internal sealed record RowSpec(RowForm Form, string? Description = null)
{
    public Transition Edge { get; init; }

    public double Time { get; init; } = double.NaN;

    public double Delay { get; init; } = double.NaN;

    public double Slew { get; init; } = double.NaN;

    public double Capacitance { get; init; } = double.NaN;

    public double Variation { get; init; } = double.NaN;

    /// <summary>What statistical numbers say beside their means.</summary>
    public Spread SlewSpread { get; init; } = Spread.None;

    /// <inheritdoc cref="SlewSpread"/>
    public Spread DelaySpread { get; init; } = Spread.None;

    /// <inheritdoc cref="SlewSpread"/>
    public Spread TimeSpread { get; init; } = Spread.None;

    public int Fanout { get; init; } = -1;

    public string? Attribute { get; init; }
}
