using CsCheck;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes the tables of random paths, from the launching clock down to the slack or what stands in its place.</summary>
internal static class PathTableGen
{
    private static readonly RowSpec s_blank = new(RowForm.Blank);
    private static readonly RowSpec s_separator = new(RowForm.Separator);
    private static readonly RowSpec s_totalSeparator = new(RowForm.TotalSeparator);
    private static readonly RowSpec s_arrival = new(RowForm.Cells, "data arrival time");
    private static readonly RowSpec s_required = new(RowForm.Cells, "data required time");

    private static readonly Gen<PathShape> s_rowShape =
        Gen.OneOf(PathShape.None, PathShape.PaddedRows, PathShape.WrappedDescriptions, PathShape.PaddedRows | PathShape.WrappedDescriptions, PathShape.SpacedDescriptions);

    private static readonly Gen<string> s_pin = Gen.Select(NastyNames.Any, NastyNames.Cell, static (pin, cell) => $"{pin} ({cell})");

    // A clock named (x) beside an attribute cannot be distinguished from a pin's cell and an attribute that begins with a bracket.
    private static readonly Gen<string> s_clock = NastyNames.Any.Where(static name => name[0] != '(');

    private static readonly Gen<string> s_launch = Gen.OneOf(
        s_pin,
        s_pin,
        s_pin,
        NastyNames.Any.Select(static net => $"{net} (net)"),
        Gen.Select(s_clock, Gen.OneOf("rise", "fall"), static (clock, edge) => $"clock {clock} ({edge} edge)"),
        Gen.OneOf("(unconnected)", "clock network delay (ideal)", "clock network delay (propagated)", "clock source latency", "input external delay", "time given to startpoint"),
        Gen.OneOf("sigma", "mean", "mean_shift", "std_dev", "skewness"));

    private static readonly Gen<string> s_capture = Gen.OneOf(
        s_launch,
        Gen.OneOf(
            "clock uncertainty", "inter-clock uncertainty", "clock reconvergence pessimism", "library setup time", "library hold time", "output external delay",
            "clock gating hold time", "max_delay", "path margin", "time borrowed from endpoint"));

    /// <summary>A table that ends in its slack.</summary>
    public static Gen<TableSpec> Check { get; } = WithLayout(static (layout, digits) => CheckTable(layout, digits));

    /// <summary>The same, with the time that a latch borrows below.</summary>
    public static Gen<TableSpec> BorrowingCheck { get; } = WithLayout(static (layout, digits) => Gen.Select(
        CheckTable(layout, digits),
        Borrowing(TableNumbers.OfDigits(digits)),
        static (table, borrowing) => table with { Rows = [.. table.Rows, .. borrowing] }));

    /// <summary>A table that ends in the sentence that nothing constrains the path.</summary>
    public static Gen<TableSpec> Unconstrained { get; } = WithLayout(static (layout, digits) => Gen.Select(
        Rows(s_launch, layout, digits),
        TableNumbers.OfDigits(digits),
        (rows, arrival) => new TableSpec(
            layout, digits, arrival, double.NaN, double.NaN, [.. rows, s_arrival, s_separator, new RowSpec(RowForm.Sentence, "(Path is unconstrained)")])));

    /// <summary>A table of <c>report_path</c>, which never sums up.</summary>
    public static Gen<TableSpec> Bare { get; } = WithLayout(static (layout, digits) =>
        Rows(s_launch, layout, digits).Select(rows => new TableSpec(layout, digits, double.NaN, double.NaN, double.NaN, rows)));

    private static Gen<TableSpec> WithLayout(Func<TableLayout, int, Gen<TableSpec>> table) => Gen.Int[0, 9]
        .SelectMany(static digits => TableLayoutGen.ForDigits(digits).Select(layout => (Layout: layout, Digits: digits)))
        .SelectMany(pair => Gen.Select(table(pair.Layout, pair.Digits), Spreads(TableNumbers.OfDigits(pair.Digits)), Statistical))
        .SelectMany(static table => s_rowShape.Select(shape => WithShape(table, shape)));

    private static TableSpec WithShape(TableSpec table, PathShape shape)
    {
        TableSpec timed = table.Layout.Columns[0].Kind == ColumnKind.Description ? table with { Rows = [.. table.Rows.Select(WithTime)] } : table;
        return timed with { Shape = Shown(timed, PathShape.PaddedRows & shape) | Shown(timed, (PathShape.WrappedDescriptions | PathShape.SpacedDescriptions) & shape) };
    }

    // Where rows begin with their description, one without any number could be any line of text, and a wrapped one would look like one that
    // is not wrapped.
    private static RowSpec WithTime(RowSpec row) => row.Form == RowForm.Cells && double.IsNaN(row.Time) && !SumsUp(row) ? row with { Time = 0 } : row;

    // Such rows show the path's own times.
    private static bool SumsUp(RowSpec row) => row.Description is "data arrival time" or "data required time" or "slack (MET)" or "slack (VIOLATED)";

    // Fields are ordered otherwise than usual where rows are laid out like that, and not every table shows it.
    private static PathShape Shown(TableSpec table, PathShape shape) =>
        table.Layout.Columns[^1].Kind != ColumnKind.Description && Text(table with { Shape = shape }) != Text(table) ? shape : PathShape.None;

    private static string Text(TableSpec table) => PathSpecWriter.Print(new PathSpec(null, table), carriageReturns: false);

    // One table in four is statistical, and there most of its numbers.
    private static Gen<Spread[]> Spreads(Gen<double> number) => Gen.Frequency(
        (3, Gen.Const(Array.Empty<Spread>())),
        (1, Gen.Frequency(
            (2, number.Select(Spread.Normal)),
            (2, Gen.Select(number, number, number, static (shift, sigma, skewness) => new Spread(shift, sigma, skewness))),
            (1, Gen.Const(Spread.None))).Array[7]));

    private static TableSpec Statistical(TableSpec table, Spread[] spreads)
    {
        return spreads.Length == 0 ? table : table with { Rows = [.. table.Rows.Select(WithSpreads)] };

        RowSpec WithSpreads(RowSpec row, int i)
        {
            bool hasTime = !double.IsNaN(row.Time) || SumsUp(row);
            return row with
            {
                SlewSpread = double.IsNaN(row.Slew) ? Spread.None : spreads[i % spreads.Length],
                DelaySpread = double.IsNaN(row.Delay) ? Spread.None : spreads[(i + 1) % spreads.Length],
                TimeSpread = hasTime ? spreads[(i + 2) % spreads.Length] : Spread.None,
            };
        }
    }

    private static Gen<TableSpec> CheckTable(TableLayout layout, int digits)
    {
        Gen<double> number = TableNumbers.OfDigits(digits);
        return Gen.Select(
            Rows(s_launch, layout, digits), Rows(s_capture, layout, digits), number, number, number, Repeated(number), Gen.OneOf("slack (MET)", "slack (VIOLATED)"),
            (launch, capture, arrival, required, slack, repeatedArrival, verdict) => new TableSpec(
                layout, digits, arrival, required, slack,
                [
                    .. launch, s_arrival, s_blank, .. capture, s_required, s_separator, s_required,
                    s_arrival with { Time = SameBits(repeatedArrival, -arrival) ? double.NaN : repeatedArrival }, s_separator, new RowSpec(RowForm.Cells, verdict),
                ]));
    }

    // The arrival below the line mostly repeats the one above (NaN); otherwise the row keeps its own.
    private static Gen<double> Repeated(Gen<double> number) => Gen.Frequency((4, Gen.Const(double.NaN)), (1, number));

    private static bool SameBits(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    // The first row has a finite time, so that the table shows its digits.
    private static Gen<RowSpec[]> Rows(Gen<string> description, TableLayout layout, int digits) => Gen.Select(
        Row(Gen.Const("clock network delay (ideal)"), layout, digits),
        Row(description, layout, digits).Array[0, 8],
        static (first, rows) => (RowSpec[])[first with { Time = 0 }, .. rows]);

    private static Gen<RowSpec> Row(Gen<string> description, TableLayout layout, int digits)
    {
        Gen<double> cell = TableNumbers.OrBlank(digits);
        return Gen.Select(
            description, cell.Array[5], TableNumbers.Fanout, Gen.OneOf(Transition.None, Transition.Rise, Transition.Fall), Attribute(layout),
            (text, numbers, fanout, edge, attribute) => new RowSpec(RowForm.Cells, text)
            {
                Edge = edge,
                Time = numbers[0],
                Delay = numbers[1],
                Slew = numbers[2],
                Capacitance = numbers[3],
                Variation = numbers[4],
                Fanout = fanout,
                Attribute = text.EndsWith(')') ? attribute : null,
            });
    }

    private static Gen<string?> Attribute(TableLayout layout) => layout.Contains(ColumnKind.Attribute)
        ? Gen.OneOf<string?>(Gen.Const((string?)null), Gen.Const((string?)"gcd.v:12.3-14.5"), NastyNames.Any.Select(static string? (name) => name))
        : Gen.Const((string?)null);

    private static Gen<RowSpec[]> Borrowing(Gen<double> number)
    {
        Gen<RowSpec> total = Gen.Select(
            Gen.OneOf(Gen.OneOf("library setup time", "user max time borrow"), NastyNames.Any.Select(static clock => $"{clock} pulse width")),
            number,
            static (text, time) => new RowSpec(RowForm.Total, text) { Time = time });
        return Gen.Select(total.Array[1, 3], number, number, static (above, max, actual) => (RowSpec[])
        [
            s_blank, new RowSpec(RowForm.Sentence, "Time Borrowing Information"), s_totalSeparator, .. above, s_totalSeparator,
            new RowSpec(RowForm.Total, "max time borrow") { Time = max }, new RowSpec(RowForm.Total, "actual time borrow") { Time = actual }, s_totalSeparator,
        ]);
    }
}
