using CsCheck;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random lists of the formats end, summary and slack_only.</summary>
internal static class ListSpecGen
{
    private static readonly Gen<string> s_group = Gen.Frequency((3, Gen.OneOf("clk", "(none)", "path delay", "**async_default**", "unconstrained")), (1, NastyNames.Any));

    // A heading's group is text, not bytes.
    private static readonly Gen<string> s_headingGroup = s_group.Where(static group => group.All(char.IsAscii));

    private static readonly Gen<ListedPin> s_pin = Gen.Select(NastyNames.Any, NastyNames.Cell, static (name, cell) => new ListedPin(name, cell));

    /// <summary>Any list.</summary>
    public static Gen<ListSpec> Any { get; } = Gen.Select(Gen.Int[0, 9], Gen.Int[5, 8])
        .SelectMany(static (digits, excess) => Heading(digits + excess).Select(heading => (Heading: heading, Digits: digits)))
        .SelectMany(static pair => Row(pair.Heading, pair.Digits).Array[1, 12].Select(rows => new ListSpec(pair.Heading, pair.Digits, rows)));

    private static Gen<PathListHeading> Heading(int numberWidth)
    {
        Gen<int> nameWidth = Gen.Frequency((3, Gen.Const(36)), (1, Gen.Int[12, 80]));
        return Gen.OneOf(
            Gen.Select(Gen.OneOf(PathType.Max, PathType.Min), s_headingGroup, nameWidth, PathListHeading (type, group, width) => new EndListHeading(type, group, width, numberWidth)),
            Gen.Select(nameWidth, Gen.Bool, PathListHeading (width, isSpaced) => new SummaryListHeading(width, numberWidth, isSpaced)),

            // The dashes show only the sum of the widths; one of them is assumed to have its default.
            Gen.Const<PathListHeading>(new SlackListHeading(36, numberWidth)));
    }

    private static Gen<ListRowSpec> Row(PathListHeading heading, int digits)
    {
        Gen<double> number = TableNumbers.OfDigits(digits);
        double none = heading is EndListHeading { PathType: PathType.Min } ? double.NegativeInfinity : double.PositiveInfinity;
        return Gen.Select(
            s_pin, s_pin, s_group, number, number, number, Gen.Bool,
            (startpoint, endpoint, group, arrival, required, slack, isViolated) => new ListRowSpec(
                startpoint, endpoint, group, arrival, Unless(none, required), Unless(double.PositiveInfinity, slack), isViolated));
    }

    private static double Unless(double none, double number) => number == none ? double.NaN : number;
}
