using CsCheck;
using Slackline.Tests.Reports.Checks;
using Slackline.Tests.Reports.Design;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random logs of sessions: paths, reports of all other kinds, what scripts print between them. Latin-1, like all texts here.</summary>
internal static class LogGen
{
    private static readonly string[] s_samples =
    [
        .. CheckSamples.All.Select(static row => row.Data), .. DesignSamples.All.Values, .. SamplePaths.WithTable, SamplePaths.Short,
    ];

    private static readonly Gen<string> s_path = PathSpecGen.Any.Select(static spec => PathSpecWriter.Print(spec, carriageReturns: false));

    private static readonly Gen<string> s_list = ListSpecGen.Any.Select(static spec => ListSpecWriter.Print(spec, carriageReturns: false));

    // A log is read with the reader's default units.
    private static readonly Gen<string> s_json = JsonSpecGen.Any.Where(static spec => spec.Units == TimingUnits.Default).Array[1, 3].Select(static specs =>
        specs.All(static spec => spec.Check is not null) ? JsonSpecWriter.PrintList(specs) : string.Concat(specs.Select(static spec => JsonSpecWriter.Print(spec) + "\n")));

    private static readonly Gen<string> s_report = Gen.OneOf(
        Gen.Int[0, s_samples.Length - 1].Select(static index => s_samples[index].Utf8AsLatin1() + "\n\n"),
        ReportGen.Any.Select(static report => ReportProperties.Print(report).Utf8AsLatin1() + "\n\n"));

    private static readonly Gen<string> s_line = Gen.OneOf(
        "report_checks -path_delay max", "=== setup ===", "% puts hello", "slack", "No paths found.", "Startpoint", "  Delay    Time", "-----", "clock clk", "{", "}", "]", "[", "Net", "tns", "  ],", "{\"checks\": [",
        "Warning: b.tcl, 19 port 'nosuch*' not found.", "Warning 1140: lib/x.lib line 23, library nangate already exists.", "Error: no valid objects specified for -to.",
        "[WARNING STA-1140] ./a.lib line 3, exists.", "[INFO ODB-0227] LEF file: a.lef, created 22 layers");

    private static readonly Gen<string> s_between = Gen.OneOf(s_line, NastyNames.Any).Select(static line => line + "\n");

    private static readonly Gen<string> s_blankLines = Gen.Int[1, 4].Select(static count => new string('\n', count));

    // A part has line ends of its own: logs are pasted together from files.
    private static readonly Gen<string> s_part = Gen.Select(
        Gen.Frequency((4, s_path), (2, s_list), (2, s_json), (4, s_report), (3, s_between), (1, s_blankLines)),
        Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))),
        static (text, carriageReturns) => carriageReturns ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);

    /// <summary>Any log; it may end in the middle of a line.</summary>
    public static Gen<byte[]> Any { get; } = Gen.Select(s_part.Array[1, 10], Gen.Int[0, 3]).Select(static (parts, missing) =>
    {
        byte[] log = string.Concat(parts).Latin1Bytes();
        return log[..Math.Max(1, log.Length - missing)];
    });
}
