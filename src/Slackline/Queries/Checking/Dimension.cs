namespace Slackline.Queries.Checking;

/// <summary>What a number measures, as powers of time and capacitance. A plain number goes with everything: it is in the report's own unit.</summary>
internal readonly record struct Dimension(int Time, int Capacitance)
{
    public static Dimension Of(FilterColumnKind kind) => kind switch
    {
        FilterColumnKind.Time => new(1, 0),
        FilterColumnKind.Capacitance => new(0, 1),
        _ => default,
    };

    public bool IsPlain => this == default;

    public bool GoesWith(Dimension other) => IsPlain || other.IsPlain || this == other;

    public Dimension Times(Dimension other) => new(Time + other.Time, Capacitance + other.Capacitance);

    public Dimension Per(Dimension other) => new(Time - other.Time, Capacitance - other.Capacitance);

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
