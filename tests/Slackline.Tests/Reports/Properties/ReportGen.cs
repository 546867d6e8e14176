using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Headings;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random reports of every kind other than paths, and their parts.</summary>
internal static class ReportGen
{
    private const string NameCharacters = "abcXY019_/.[]{}$\\:#~@!|&;'\"<>?%é漢";

    /// <summary>Names without spaces, as the tool's own are. Those of reports are text, not bytes.</summary>
    public static Gen<string> Name { get; } = Gen.Frequency(
        (2, Gen.OneOf("clk", "r1/CK", "core/dp_0/stage_0/q_reg[1]", @"u\[0]")),
        (1, Gen.Int[0, NameCharacters.Length - 1].Select(static i => NameCharacters[i]).Array[1, 50].Select(static characters => new string(characters))));

    /// <summary>Numbers of things.</summary>
    public static Gen<int> Count { get; } = Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, int.MaxValue]);

    /// <summary>The edge at a pin.</summary>
    public static Gen<Transition> Edge { get; } = Gen.OneOf(Transition.Rise, Transition.Fall);

    /// <summary>Any report other than a path.</summary>
    public static Gen<Report> Any { get; }

    /// <summary>The generators by the type that they make.</summary>
    public static IReadOnlyDictionary<Type, Gen<Report>> ByType { get; } = new Dictionary<Type, Gen<Report>>([.. Lists(), .. Headings(), .. CheckReportGen.All, .. DesignReportGen.All, .. NetlistReportGen.All, .. SearchReportGen.All]);

    static ReportGen() => Any = Gen.OneOf([.. ByType.Values]);

    /// <summary>A finite number with <paramref name="digits"/> digits.</summary>
    public static Gen<double> Number(int digits) => Gen.OneOf(Gen.Int[-9_999, 9_999], Gen.Int[-99_999_999, 99_999_999]).Select(mantissa => mantissa / Math.Pow(10, digits));

    /// <summary>The same, and not negative.</summary>
    public static Gen<double> Positive(int digits) => Number(digits).Select(Math.Abs);

    /// <summary>A few of something.</summary>
    public static Gen<IReadOnlyList<T>> Some<T>(Gen<T> item, int fewest = 1, int most = 4) => item.List[fewest, most].Select(static IReadOnlyList<T> (items) => items);

    /// <summary>Something, or nothing.</summary>
    public static Gen<T?> Maybe<T>(Gen<T> item)
        where T : class => Gen.OneOf(Gen.Const((T?)null), item.Select(static T? (value) => value));

    /// <inheritdoc cref="Maybe{T}(Gen{T})"/>
    public static Gen<T?> MaybeValue<T>(Gen<T> item)
        where T : struct => Gen.OneOf(Gen.Const((T?)null), item.Select(static T? (value) => value));

    /// <summary>An entry of <see cref="ByType"/>: a report whose numbers have a given number of digits.</summary>
    public static KeyValuePair<Type, Gen<Report>> OfDigits<T>(int most, Func<int, Gen<T>> report)
        where T : Report => Of(Gen.Int[0, most].SelectMany(report));

    /// <summary>An entry of <see cref="ByType"/>.</summary>
    public static KeyValuePair<Type, Gen<Report>> Of<T>(Gen<T> report)
        where T : Report => new(typeof(T), report.Select(static Report (made) => made));

    // Headings of lists, whose lines are paths, and what stands in place of paths.
    private static IEnumerable<KeyValuePair<Type, Gen<Report>>> Lists()
    {
        Gen<int> width = Gen.Int[5, 20];
        yield return Of(Gen.Const(new NoPaths()));
        yield return Of(Gen.Const(new JsonListHeading()));
        yield return Of(Gen.Select(Gen.OneOf(PathType.Max, PathType.Min), Name, Gen.Int[12, 80], width, static (type, group, name, number) => new EndListHeading(type, group, name, number)));
        yield return Of(Gen.Select(Gen.Int[12, 80], width, static (name, number) => new SummaryListHeading(name, number, IsSpaced: true)));
        yield return Of(width.Select(static number => new SlackListHeading(36, number)));
    }

    // What flows print above reports.
    private static IEnumerable<KeyValuePair<Type, Gen<Report>>> Headings()
    {
        Gen<int> length = Gen.Int[3, 80];
        yield return Of(Gen.Select(Gen.OneOf(Name, Gen.Const("nom tt 025C")), length, length, static (corner, before, behind) => new CornerHeading(corner, before, behind)));
        yield return Of(Gen.Select(Gen.OneOf(Gen.Const("report_checks -path_delay max (Setup)"), Name.Where(static name => name[0] is not ('=' or '-'))), Gen.Int[10, 80], Gen.OneOf('=', '-'), Gen.Int[10, 80], static (title, above, below, length) =>
            new SectionHeading(title, above, below, length)));
        yield return Of(Name.Select(static file => new CreatedReportHeading(file)));
        yield return Of(Gen.Const(new CreatedReportEnd()));
    }
}
