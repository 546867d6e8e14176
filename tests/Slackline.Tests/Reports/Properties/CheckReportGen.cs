using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Timing;
using static Slackline.Tests.Reports.Properties.ReportGen;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random reports of checks and clocks.</summary>
internal static class CheckReportGen
{
    private static readonly CheckKind[] s_limits = [.. Enum.GetValues<CheckKind>().Where(static kind => LimitNames.Find(kind) is not null)];

    /// <summary>The generators by type.</summary>
    public static IEnumerable<KeyValuePair<Type, Gen<Report>>> All =>
    [
        OfDigits(9, Table), OfDigits(9, Details), OfDigits(6, Path), OfDigits(9, MinPeriod), OfDigits(9, Skew), OfDigits(9, Latency),
        OfDigits(6, static digits => Gen.Select(Name, Number(digits), Gen.OneOf(Number(digits), Gen.Const(double.PositiveInfinity)),
            (clock, period, frequency) => new ClockMinPeriod(clock, period, frequency, digits))),
        OfDigits(6, static digits => Some(Waveform(digits)).Select(clocks => new ClockProperties { Clocks = clocks, Digits = digits })),
        OfDigits(9, Times),
        OfDigits(9, static digits => Gen.Select(Name, Delays(digits), Delays(digits), (pin, rise, fall) => new PinSlews(pin, rise.Times, fall.Times, digits) { RiseSpreads = rise.Spreads, FallSpreads = fall.Spreads })),
        OfDigits(9, Edge),
        Of(Gen.Select(Gen.Int[0, 100], Gen.OneOf("s", "ns", "?F", "mohm")).Array[ReportedUnits.Quantities.Count].Select(static units => new ReportedUnits
        {
            Units = [.. units.Select(static (unit, i) => new ReportedUnit(ReportedUnits.Quantities[i], unit.Item1, unit.Item2))],
        })),
        OfDigits(9, static digits => Gen.Select(Gen.Enum<SlackMeasure>(), Gen.Enum<PathType>(), Number(digits), (measure, type, value) => new SlackSummary(measure, type, value, digits))),
    ];

    private static Gen<CheckTable> Table(int digits) => Gen.Enum<CheckKind>().SelectMany(kind => Gen.Select(
        Some(Row(kind, digits)), Gen.Int[10, 50], Gen.Int[8, 16], Gen.Bool,
        (rows, name, field, areSpaced) => new CheckTable { Kind = kind, Rows = rows, Layout = new CheckTableLayout(name, field, digits, areSpaced && rows.Count > 1) }));

    private static Gen<CheckRow> Row(CheckKind kind, int digits) => Gen.Select(
        Name, kind switch { CheckKind.PulseWidth => Gen.OneOf("high", "low"), CheckKind.MaxSkew => Gen.OneOf("^->v", "v->^"), _ => Gen.Const("") }, Number(digits).Array[3], Gen.Bool,
        static (pin, detail, numbers, isMet) => new CheckRow(pin, detail, numbers[0], numbers[1], numbers[2], isMet));

    private static Gen<LimitDetails> Details(int digits) => Gen.OneOf(s_limits).SelectMany(kind => Gen.Select(
        Some(Gen.Select(Name, Gen.Enum<Transition>(), Gen.OneOf(Gen.Const(""), Name), Number(digits).Array[3], Gen.Bool,
            static (pin, edge, corner, numbers, isMet) => new LimitDetail(pin, edge, corner, numbers[0], numbers[1], numbers[2], isMet))),
        Gen.Int[5, 16], Gen.Bool, Gen.Bool,
        (pins, width, namesScenes, isDense) => new LimitDetails
        {
            Kind = kind,
            Pins = pins,
            FieldWidth = width,
            Digits = digits,
            NamesScenes = namesScenes && pins.Any(static pin => pin.Corner.Length > 0),
            IsDense = isDense && pins.Count > 1,
        }));

    // The tables are those of paths, and vary with these.
    private static Gen<CheckPath> Path(int digits) => Gen.Select(
        Name, Gen.OneOf(Gen.Const(""), Name), TableLayoutGen.ForDigits(digits), Number(digits).Array[1, 6], Number(digits), Gen.Bool,
        (pin, reference, layout, times, slack, isMet) =>
        {
            var chunk = PathChunk.WithRoomFor(1);
            chunk.UseUnits(TimingUnits.Default);
            foreach (double time in times)
            {
                chunk.SetTime(chunk.AddRow(RowForm.Cells, chunk.Descriptions.Intern("open edge arrival time"u8)), time);
                chunk.AddRow(RowForm.Blank, -1);
            }

            chunk.AddRow(RowForm.Separator, -1);
            chunk.AddRow(RowForm.Cells, chunk.Descriptions.Intern(isMet ? "slack (MET)"u8 : "slack (VIOLATED)"u8));
            chunk.CommitPath(new PathHeading(), double.NaN, double.NaN, slack, chunk.UseLayout(layout), digits);
            return new CheckPath(chunk) { Pin = pin, ReferencePin = reference, Check = reference.Length > 0 ? "max_skew" : "sequential_clock_pulse_width" };
        });

    private static Gen<MinPeriodDetail> MinPeriod(int digits) => Gen.Select(
        Name, Number(digits).Array[3], Gen.Bool, Gen.Int[5, 16], Gen.Bool,
        (pin, numbers, isMet, width, hasOldNames) => new MinPeriodDetail
        {
            Pin = pin,
            Period = numbers[0],
            MinPeriod = numbers[1],
            Slack = numbers[2],
            IsMet = isMet,
            FieldWidth = width,
            Digits = digits,
            HasOldNames = hasOldNames,
        });

    private static Gen<ClockSkew> Skew(int digits)
    {
        Gen<double?> optional = MaybeValue(Number(digits));
        Gen<ClockEnd> end = Gen.Select(Name, ReportGen.Edge, Number(digits), static (pin, edge, latency) => new ClockEnd(pin, edge, latency));
        return Gen.Select(Name, Gen.Enum<ClockSkewForm>(), end, end, Gen.Select(optional, optional, optional), Number(digits).Array[2], Gen.OneOf(PathType.Max, PathType.Min),
            (clock, form, source, target, terms, numbers, type) => form switch
            {
                ClockSkewForm.NoPaths => new ClockSkew { Clock = clock, Form = form },
                ClockSkewForm.Columns => new ClockSkew { Clock = clock, Form = form, Source = source, Target = target, Crpr = numbers[0], Skew = numbers[1], Digits = digits },
                _ => new ClockSkew
                {
                    Clock = clock,
                    Form = form,
                    Source = source with { InternalDelay = terms.Item1 },
                    Target = target with { InternalDelay = terms.Item2 },
                    Uncertainty = terms.Item3,
                    Crpr = numbers[0],
                    Skew = numbers[1],
                    PathType = type,
                    Digits = digits,
                },
            });
    }

    private static Gen<ClockLatency> Latency(int digits)
    {
        Gen<MinMaxTime> times = Gen.Select(Number(digits), Number(digits), static (min, max) => new MinMaxTime(min, max));
        Gen<LatencySection> section = Gen.Select(
            ReportGen.Edge, ReportGen.Edge, times.Array[3], Name, Name, Gen.Select(MaybeValue(times), Gen.Bool), Number(digits),
            static (source, end, latencies, minPin, maxPin, inside, skew) => new LatencySection
            {
                SourceTransition = source,
                EndTransition = end,
                SourceLatency = latencies[0],
                NetworkLatency = latencies[1],
                Latency = latencies[2],
                MinPin = minPin,
                MaxPin = maxPin,
                InternalLatency = inside.Item1,
                NamesLibertyTree = inside.Item2 && inside.Item1 is not null,
                Skew = skew,
            });
        return Gen.Select(Name, Some(section, fewest: 0), (clock, sections) => new ClockLatency { Clock = clock, Sections = sections, Digits = sections.Count > 0 ? digits : 0 });
    }

    // Edges without digits after the point that fill their columns could not be distinguished.
    private static Gen<ClockWaveform> Waveform(int digits)
    {
        Gen<double> time = digits > 0 ? Positive(digits) : Gen.Int[0, 9_999].Select(static whole => (double)whole);
        return Gen.Select(Name.Where(static name => name.Length < 20), time, Some(time, fewest: 0), Gen.Bool,
            static (clock, period, edges, isGenerated) => new ClockWaveform(clock, period, edges, isGenerated));
    }

    private static Gen<PinTimes> Times(int digits) => Gen.Select(
        Gen.OneOf(Gen.Const(""), Name, Gen.Const("input port clock")), ReportGen.Edge, Delays(digits), Delays(digits), Gen.Bool,
        (clock, edge, rise, fall, isIndented) => new PinTimes
        {
            Clock = clock,
            ClockTransition = clock.Length == 0 ? Transition.None : edge,
            Rise = rise.Times,
            Fall = fall.Times,
            RiseSpreads = rise.Spreads,
            FallSpreads = fall.Spreads,
            Digits = digits,
            IsIndented = isIndented,
        });

    private static Gen<TimingEdge> Edge(int digits)
    {
        Gen<string> pin = Gen.Select(Name, Gen.OneOf("", "", " driver", " load  "), static (name, side) => name + side);
        Gen<TimingArc> arc = Gen.Select(Gen.OneOf("^", "v", "0Z"), Gen.OneOf("^", "v", "Z1"), Delays(digits), Gen.Bool, static (from, to, delays, isDisabled) => new TimingArc(from, to, delays.Times, isDisabled) { Spreads = delays.Spreads });
        return Gen.Select(
            pin, pin, Gen.OneOf("wire", "combinational", "Reg Clk to Q", "Latch D to Q", "tristate enable"), Gen.OneOf("", "", "G ^"),
            Gen.Select(Gen.OneOf("", "constraint, loop"), Gen.OneOf("", "A & !B"), Gen.OneOf("", "scan on")), Some(arc),
            (from, to, role, enable, notes, arcs) => new TimingEdge
            {
                From = from,
                To = to,
                Role = role,
                Enable = enable,
                DisabledBy = notes.Item1,
                Condition = notes.Item2,
                Mode = notes.Item3,
                Arcs = arcs,
                Digits = digits,
            });
    }

    // The last has a number, which shows the digits.
    // One list in three is of statistical times, and there all that are there; the last is always there, so that the list shows its digits.
    private static Gen<(IReadOnlyList<double> Times, IReadOnlyList<Spread> Spreads)> Delays(int digits) => Gen.Select(
        Gen.OneOf(Number(digits), Gen.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity)).Array[0, 3], Number(digits),
        Gen.Frequency((2, Gen.Const(Spread.None)), (1, Number(digits).Select(Spread.Normal)), (1, Number(digits).Array[3].Select(static parts => new Spread(parts[0], parts[1], parts[2])))),
        static (IReadOnlyList<double>, IReadOnlyList<Spread>) (times, last, spread) =>
            ([.. times, last], spread.IsNone ? [] : [.. times.Select(time => double.IsNaN(time) ? Spread.None : spread), spread]));
}
