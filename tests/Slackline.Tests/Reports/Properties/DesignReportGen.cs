using System.Globalization;
using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Design;
using static Slackline.Tests.Reports.Properties.ReportGen;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random reports of power, annotation, set-up and delay calculation.</summary>
internal static class DesignReportGen
{
    private static readonly string[] s_origins = ["vcd", "saif", "input"];

    private static readonly Gen<CellUsage> s_usage = Gen.Select(
        Gen.OneOf(Gen.OneOf("Fill cell", "Timing Repair Buffer"), Name), Count, Positive(2), static (name, count, area) => new CellUsage(name, count, area));

    /// <summary>The generators by type.</summary>
    public static IEnumerable<KeyValuePair<Type, Gen<Report>>> All =>
    [
        OfDigits(6, Power),
        OfDigits(6, static digits => Gen.Select(Some(Named(Name, digits)), Gen.Bool, (instances, namesUnit) => new InstancePowerReport { Instances = instances, Columns = new PowerColumns(digits, namesUnit) })),
        OfDigits(3, static digits => Gen.Select(Some(Named(Name, digits)), Gen.Bool, (groups, isPadded) => new PowerJsonReport { Groups = groups, Layout = new PowerJsonLayout(digits, isPadded) })),
        OfDigits(3, static digits => Gen.Select(Some(Named(Name, digits)), Gen.Bool, (instances, isPadded) => new InstancePowerJsonReport { Instances = instances, Layout = new PowerJsonLayout(digits, isPadded) })),
        OfDigits(3, Histogram), Of(CellUsage()),
        Of(Some(Gen.Select(Gen.OneOf(Gen.OneOf("Fill cells", "Buffer/inverters", "a: 1"), Name), Count, static (name, count) => new CellCount(name, count))).Select(static kinds => new CellCountReport { Kinds = kinds })),
        Of(Gen.Select(Positive(0), Gen.OneOf("u", "um"), Positive(0), static (area, unit, utilization) => new DesignAreaReport { Area = area, Unit = unit, Utilization = utilization })),
        OfDigits(6, LongWires),
        Of(Annotation()), Of(Parasitics()), Of(Activity()), Of(Setup()), OfDigits(9, DelayCalculation),
    ];

    private static Gen<double> Scientific(int digits) => Gen.Select(Gen.Int[1, 999_999], Gen.Int[-30, 2], (mantissa, exponent) =>
        double.Parse(ScientificText.ToText(mantissa * Math.Pow(10, exponent), digits), CultureInfo.InvariantCulture));

    private static Gen<PowerValues> Values(int digits) =>
        Scientific(digits).Array[4].Select(static values => new PowerValues(values[0], values[1], values[2], values[3]));

    private static Gen<NamedPower> Named(Gen<string> name, int digits) => Gen.Select(name, Values(digits), static (name, power) => new NamedPower(name, power));

    private static Gen<PowerReport> Power(int digits)
    {
        Gen<double> percent = Gen.Int[0, 1_000].Select(static tenths => tenths / 10.0);
        Gen<PowerGroup> group = Gen.Select(Gen.OneOf("Sequential", "Combinational", "Clock", "Macro", "Pad"), Values(digits), percent, static (name, power, part) => new PowerGroup(name, power, part));
        return Gen.Select(Some(group), group, percent.Array[3], Gen.Bool, (groups, total, percents, namesUnit) => new PowerReport
        {
            Groups = groups,
            Total = total with { Name = "Total" },
            InternalPercent = percents[0],
            SwitchingPercent = percents[1],
            LeakagePercent = percents[2],
            Columns = new PowerColumns(digits, namesUnit),
        });
    }

    // Without wires nothing shows the digits.
    private static Gen<LongWireReport> LongWires(int digits) =>
        Some(Gen.Select(Name, Positive(1), Positive(1), Number(digits), static (driver, manhattan, steiner, delay) => new LongWire(driver, manhattan, steiner, delay)))
            .Select(wires => new LongWireReport { Wires = wires, Digits = digits });

    // Bounds are padded to the longest of them.
    private static Gen<HistogramReport> Histogram(int digits) =>
        Some(Gen.Select(Number(digits), Number(digits), Gen.Int[0, 5_000], static (from, to, count) => new HistogramBin(from, to, count)), most: 8).Select(bins => new HistogramReport
        {
            Bins = bins,
            Digits = digits,
            BoundWidth = bins.Max(bin => Math.Max(DecimalText.ToText(bin.From, digits).Length, DecimalText.ToText(bin.To, digits).Length)),
        });

    private static Gen<CellUsageReport> CellUsage() => Gen.Select(Maybe(Name), Some(s_usage), s_usage, Maybe(Some(s_usage)), static (module, kinds, total, cells) => new CellUsageReport
    {
        ModuleInstance = module is null ? null : "u1/" + module,
        Module = module,
        Kinds = kinds,
        Total = total with { Name = "Total" },
        Cells = cells,
    }).SelectMany(static report => Gen.Bool.Select(isWide => Widened(report, isWide)));

    // That columns are wide shows in their titles alone.
    private static CellUsageReport Widened(CellUsageReport report, bool isWide)
    {
        CellUsageReport wide = report with { HasWideColumns = true };
        return isWide && Titles(wide) != Titles(report) ? wide : report;

        static string Titles(CellUsageReport report) => ReportProperties.Print(report).Split('\n').First(static line => line.StartsWith("Cell type report: ", StringComparison.Ordinal));
    }

    private static Gen<AnnotationReport> Annotation()
    {
        Gen<ConstantArcCount> constants = Gen.Select(Count, Count, static (annotated, not) => new ConstantArcCount(annotated, not));
        Gen<AnnotationCount> count = Gen.Select(
            Gen.OneOf("cell arcs", "internal net arcs", "net arcs from primary inputs", "cell setup arcs"), Count.Array[3], MaybeValue(constants),
            static (kind, counts, constants) => new AnnotationCount(kind, counts[0], counts[1], counts[2], constants));
        Gen<AnnotatedArc> arc = Gen.Select(
            Gen.OneOf("delay", "internal net", "primary output net", "setup"), Name, Maybe(Name), Maybe(Gen.OneOf("", "A&~B", "A == 1'b1")),
            static (role, from, to, condition) => new AnnotatedArc(role, from, to, to is null ? null : condition));
        return Gen.Select(Gen.Enum<AnnotatedTiming>(), Some(count, fewest: 0), Count.Array[3], Maybe(Some(arc, fewest: 0)), Maybe(Some(arc, fewest: 0)), static (timing, counts, totals, annotated, not) => new AnnotationReport
        {
            Timing = timing,
            Counts = counts,
            Total = totals[0],
            Annotated = totals[1],
            NotAnnotated = totals[2],
            AnnotatedArcs = annotated,
            UnannotatedArcs = not,
        });
    }

    private static Gen<ParasiticAnnotationReport> Parasitics()
    {
        Gen<PartiallyAnnotatedDriver> driver = Gen.Select(Name, Some(Name, fewest: 0), static (driver, loads) => new PartiallyAnnotatedDriver(driver, loads));
        return Gen.Select(Some(Name, fewest: 0), Some(driver, fewest: 0), Gen.Bool, static (unannotated, partial, areListed) => new ParasiticAnnotationReport
        {
            UnannotatedCount = unannotated.Count,
            PartiallyAnnotatedCount = partial.Count,
            Unannotated = areListed ? unannotated : [],
            PartiallyAnnotated = areListed ? partial : [],
        });
    }

    private static Gen<ActivityAnnotationReport> Activity() => Gen.Select(
        Gen.Shuffle(s_origins), Gen.Int[0, 3].Array[0, 3], Count, Name.Array[9], Gen.Bool, Maybe(Some(Name, fewest: 0)), static (origins, counts, unannotated, pins, areListed, not) => new ActivityAnnotationReport
        {
            Annotated = [.. counts.Select((count, i) => new ActivityCount(origins[i], count))],
            Unannotated = unannotated,
            AnnotatedPins = areListed ? [.. pins.Take(counts.Sum()).Select(pin => new AnnotatedActivity("vcd", pin))] : null,
            UnannotatedPins = not,
        });

    private static Gen<SetupReport> Setup() => Gen.Select(
        Gen.Select(Gen.Bool, Gen.Int[1, 3], Gen.Bool, Name.Array[3]).Array[Enum.GetValues<SetupProblem>().Length],
        static checks => new SetupReport
        {
            Messages = [.. checks.Select(static (check, i) => (check.Item1, new SetupMessage((SetupProblem)i, check.Item2, check.Item3 ? check.Item4[..check.Item2] : [])))
                .Where(static check => check.Item1).Select(static check => check.Item2)],
        }).Where(static report => report.Messages.Count > 0);

    private static Gen<DelayCalculationReport> DelayCalculation(int digits)
    {
        Gen<double> number = Number(digits);
        Gen<TableAxis> axis = Gen.Select(Gen.OneOf("input_net_transition", "total_output_net_capacitance"), number, Gen.Bool, static (variable, value, isIdeal) => new TableAxis(variable, value, isIdeal));
        Gen<CalculationStep> step = Gen.OneOf(
            Gen.Select(Gen.OneOf("Delay", "PVT scale factor", "Table value constant"), number, Gen.Bool, static CalculationStep (name, value, isIdeal) => new CalculatedValue(name, value) { IsIdealClock = isIdeal }),
            number.Array[4].Select(static CalculationStep (values) => new PiModel(values[0], values[1], values[2], values[3])),
            number.Array[3].Select(static CalculationStep (values) => new OperatingConditions(values[0], values[1], values[2])),
            number.Array[4].Select(static CalculationStep (values) => new LinearDelay("Delay", values[0], values[1], values[2], values[3])),
            Gen.Const<CalculationStep>(new NegativeSlewClipped()),
            Gen.Select(Gen.OneOf("delay_calc", "dmp_ceff", "x1"), Gen.OneOf(Name, Gen.OneOf("", "a = 1.00", "find delays out (top): 2")), static CalculationStep (subject, text) => new DebugMessage(subject, text)),
            Gen.Select(axis, number.Array[4], Gen.Bool, static CalculationStep (axis, values, hasOne) => new LinearLookup(axis, hasOne ? [] : values[..2], hasOne ? [] : values[2..])),
            Gen.Select(axis, axis, Gen.Int[1, 2], Gen.Int[1, 2], number.Array[8], static CalculationStep (rows, columns, width, height, values) => new TableLookup(
                rows, columns, values[..width], [.. Enumerable.Range(0, height).Select(i => new TableRow(values[2 + i], values[(4 + (2 * i))..(4 + (2 * i) + width)]))])),
            Gen.Select(axis.Array[3], Gen.Int[1, 2], Gen.Bool, number.Array[14], static CalculationStep (axes, width, hasUpper, values) => new CubeLookup(
                axes[0], axes[1], axes[2], values[..width], values[2], hasUpper ? values[3] : double.NaN, values[4], values[5],
                [.. Enumerable.Range(0, 4).Select(i => !hasUpper && i % 2 == 0 ? [] : values[(6 + (2 * i))..(6 + (2 * i) + width)])])));

        // A value follows every table.
        Gen<IReadOnlyList<CalculationStep>> section = Some(step, fewest: 0).Select(number, static IReadOnlyList<CalculationStep> (steps, value) => [.. steps.SelectMany(step => (CalculationStep[])[step, new CalculatedValue("Table value", value)])]);
        Gen<ArcCalculation> arc = Gen.Select(Name, Name, Gen.OneOf("^", "v"), Gen.OneOf("^", "v"), Some(section, most: 3), Gen.Bool, static (from, to, fromEdge, toEdge, sections, endsAtOnce) =>
            new ArcCalculation(from, fromEdge, to, toEdge, sections) { EndsAtOnce = endsAtOnce && sections[^1].Count > 0 });
        return Gen.Select(Name, Name, Maybe(Gen.OneOf("positive_unate", "non_unate")), Some(arc), number, (library, cell, sense, arcs, value) => new DelayCalculationReport
        {
            Library = library,
            Cell = cell,
            Sense = sense,
            Role = "combinational",
            Digits = digits,

            // The last number shows the digits.
            Arcs = [.. arcs, arcs[0] with { Sections = [[new CalculatedValue("Slew", value)]], EndsAtOnce = false }],
        });
    }
}
