using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Search;
using Slackline.Timing;
using static Slackline.Tests.Reports.Properties.ReportGen;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random reports of the search's insides.</summary>
internal static class SearchReportGen
{
    private static readonly Gen<PathType> s_type = Gen.OneOf(PathType.Max, PathType.Min);

    private static readonly Gen<string> s_word = Gen.OneOf("null", "clk", "u1/Z", "core/q[1]", "7");

    private static readonly Gen<string> s_exceptions = Gen.OneOf("", "Group -from {in1}", "-false_path -thru u1/A (next thru u2/A)", "reset v");

    /// <summary>The generators by type.</summary>
    public static IEnumerable<KeyValuePair<Type, Gen<Report>>> All =>
    [
        Of(Some(Tag(hasEdge: true, hasIndex: true)).Select(static tags => new TagList { Tags = tags })),
        Of(Gen.Select(Count, Gen.OneOf("<hash>", "7", "18446744073709551615"), Gen.OneOf("<bucket>", "0", "12345"), Some(Gen.Select(Count, Tag(hasEdge: true, hasIndex: true), static (slot, tag) => new TagSlot(slot, tag)), fewest: 0), static (index, hash, bucket, tags) =>
            new TagGroup { Index = index, Hash = hash, Bucket = bucket, Tags = tags })),
        OfDigits(9, static digits => Gen.Select(Name, MaybeValue(Count), Gen.OneOf(Arrivals(digits, hasIndex: false), Arrivals(digits, hasIndex: true)), (vertex, group, arrivals) =>
            new TagArrivals { Vertex = vertex, Group = arrivals.Count == 0 ? null : group, Arrivals = arrivals, Digits = arrivals.Count == 0 ? 0 : digits })),
        Of(Some(Gen.Select(s_word, s_type, Maybe(s_word), Edge, Gen.OneOf("", "clk_src clk uncertain ", "clk_src clk insert 0.1"), static (scene, type, clock, edge, properties) =>
            new ClockInfo(scene, type, clock, clock is null ? Transition.None : edge, properties))).Select(static infos => new ClockInfoList { Infos = infos })),
        Of(Gen.OneOf(
            Some(Gen.OneOf("_80a1f35e7f5500_p_PathEnd", "_00ff_p_Pin", "_12345_p_dbInst")),
            Some(Gen.OneOf("path delay", "", "a {b} c", "x [y] $z", "u1/A u1/B"), fewest: 2)).Select(static elements => new TclListLine(elements))),
        Of(Gen.Select(
            Gen.OneOf(
                Gen.OneOf("u1/Z", "_414_/Q", @"core/\u[3]/D").Select(static IReadOnlyList<string> (name) => [name]),
                Some(Gen.OneOf("0.064794", "-3", "1e-12", "r1/Q", "req_msg[0]"), fewest: 0).Select(static IReadOnlyList<string> (words) => ["0.5", .. words, "core/u2/D"])),
            Gen.OneOf(0, 2, 4),
            static (words, indent) => new ObjectLine(string.Join(' ', words), indent))),
        Of(Gen.Select(Count, Gen.ULong, static (length, hash) => new LongestHashBucket(length, hash))),
    ];

    private static Gen<SearchTag> Tag(bool hasEdge, bool hasIndex) => Gen.Select(
        Gen.Select(Count, s_word, Edge, s_type),
        Gen.Select(Maybe(s_word), Edge, Maybe(Gen.OneOf("clock ideal", "clock prop"))),
        Gen.Select(Maybe(s_word), s_word, Gen.OneOf(PathType.Unknown, PathType.Max, PathType.Min)),
        Gen.Select(Maybe(s_word), Gen.Bool, s_exceptions),
        (start, clock, source, end) => new SearchTag
        {
            Index = hasIndex ? start.Item1 : null,

            // Without an index before it, a scene that is a number would be read as the index only if a tag were left after it.
            Scene = start.Item2,
            Transition = hasEdge ? start.Item3 : Transition.None,
            PathType = hasEdge ? start.Item4 : PathType.Unknown,
            Clock = clock.Item1,
            ClockTransition = clock.Item1 is null ? Transition.None : clock.Item2,
            ClockPath = clock.Item3,
            ClockSource = source.Item1,
            CrprPin = source.Item2,
            CrprPathType = source.Item3,
            Input = end.Item1,
            IsSegmentStart = end.Item2,
            Exceptions = end.Item3,
        });

    private static Gen<IReadOnlyList<TagArrival>> Arrivals(int digits, bool hasIndex) => Some(
        Gen.Select(Edge, s_type, Number(digits), Number(digits), Tag(hasEdge: false, hasIndex), Maybe(Gen.OneOf("buf2/Z ^ default/min 16 buf2/Z ^ -> out1 ^", "NULL")), static (edge, type, arrival, required, tag, previous) =>
            new TagArrival(edge, type, arrival, required, tag) { Previous = previous }),
        fewest: 0);
}
