using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Checking;

/// <summary>
/// What a number measures, as powers of time and capacitance. A plain number goes with everything: it is in the report's own unit.
/// </summary>
internal readonly record struct Dimension(int Time, int Capacitance)
{
    public static Dimension Of(ColumnType kind) => kind switch
    {
        ColumnType.Time => new(1, 0),
        ColumnType.Capacitance => new(0, 1),
        _ => default,
    };

    /// <summary>The kind of a column of such numbers.</summary>
    public ColumnType Kind => this switch
    {
        (1, 0) => ColumnType.Time,
        (0, 1) => ColumnType.Capacitance,
        _ => ColumnType.Count,
    };

    public bool IsPlain => this == default;

    public bool GoesWith(Dimension other) => IsPlain || other.IsPlain || this == other;

    public Dimension Times(Dimension other) => new(Time + other.Time, Capacitance + other.Capacitance);

    public Dimension Per(Dimension other) => new(Time - other.Time, Capacitance - other.Capacitance);

    /// <summary>The unit: <c>ns</c>, <c>ns^2</c>, <c>ns/pF</c>; empty for a plain number.</summary>
    public string UnitText(TimingUnits units)
    {
        (string Name, int Power)[] parts = [(units.TimeText, Time), (units.CapacitanceText, Capacitance)];
        string above = string.Join('*', parts.Where(static part => part.Power > 0).Select(Text));
        string below = string.Concat(
            parts.Where(static part => part.Power < 0).Select(static part => "/" + Text((part.Name, -part.Power))));
        return above.Length == 0 && below.Length > 0 ? "1" + below : above + below;

        static string Text((string Name, int Power) part) => part.Power == 1 ? part.Name : $"{part.Name}^{part.Power}";
    }

    public override string ToString() => this switch
    {
        (0, 0) => "a plain number",
        (1, 0) => "a time",
        (0, 1) => "a capacitance",
        (_, 0) => $"a time to the power of {Time}",
        (0, _) => $"a capacitance to the power of {Capacitance}",
        _ => "a product of times and capacitances",
    };
}
