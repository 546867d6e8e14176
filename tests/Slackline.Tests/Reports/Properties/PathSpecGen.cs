using CsCheck;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random paths of every form that <c>report_checks</c> and <c>report_path</c> have.</summary>
internal static class PathSpecGen
{
    private static readonly Gen<string> s_clock = Gen.Frequency((3, Gen.OneOf("clk", "core_clk", "clk'")), (1, NastyNames.Any));

    private static readonly Gen<string> s_detail = Gen.OneOf(
        Gen.OneOf("input port", "output port", "internal pin", "internal path startpoint"),
        Gen.Select(
            Gen.OneOf(
                "rising edge-triggered flip-flop clocked by", "output port clocked by", "gated clock check against rising-edge clock",
                "removal check against falling-edge clock", "falling edge-triggered data to data check clocked by"),
            s_clock,
            static (text, clock) => $"{text} {clock}"),
        s_clock.Select(static clock => $"clock source '{clock}'"));

    private static readonly Gen<string> s_latchDetail = s_clock.Select(static clock => $"positive level-sensitive latch clocked by {clock}");

    private static readonly Gen<string?> s_optionalName = Gen.Frequency((3, Gen.Const((string?)null)), (1, NastyNames.Any.Select(static string? (name) => name)));

    private static readonly Gen<string> s_group = Gen.Frequency((3, Gen.OneOf("clk", "(none)", "path delay", "**async_default**")), (1, NastyNames.Any));

    /// <summary>Any path.</summary>
    public static Gen<PathSpec> Any { get; } = Gen.Frequency(
        (6, Headed(s_detail, PathTableGen.Check)),
        (2, Headed(s_latchDetail, PathTableGen.Check)),
        (2, Headed(s_latchDetail, PathTableGen.BorrowingCheck)),
        (2, Headed(s_detail, PathTableGen.Unconstrained)),
        (1, Heading(s_detail).Select(static heading => new PathSpec(heading, null))),
        (1, PathTableGen.Bare.Select(static table => new PathSpec(null, table))));

    private static Gen<PathSpec> Headed(Gen<string> endpointDetail, Gen<TableSpec> table) =>
        Gen.Select(Heading(endpointDetail), table, static (heading, table) => new PathSpec(heading, table));

    private static Gen<HeadingSpec> Heading(Gen<string> endpointDetail) => Gen.Select(
        End(s_detail), End(endpointDetail), s_group, Gen.OneOf(PathType.Max, PathType.Min), s_optionalName, s_optionalName,
        static (startpoint, endpoint, group, type, mode, corner) => new HeadingSpec(startpoint, endpoint, group, type, mode, corner));

    private static Gen<EndSpec> End(Gen<string> detail) =>
        Gen.Select(NastyNames.Any, detail, Gen.Bool, static (name, detail, wrapped) => new EndSpec(name, detail, wrapped));
}
