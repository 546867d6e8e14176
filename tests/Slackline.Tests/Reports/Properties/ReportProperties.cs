using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Headings;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>What holds of reports of every kind, whatever they say.</summary>
public class ReportProperties
{
    public static TheoryData<Type> Kinds => [.. ReportGen.ByType.Keys];

    [Fact]
    public void Every_kind_is_made() => Assert.Equal(
        typeof(Report).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Report)) && !type.IsAbstract).OrderBy(static type => type.Name),
        ReportGen.ByType.Keys.Append(typeof(JsonListEnd)).OrderBy(static type => type.Name));

    [Theory]
    [Property]
    [MemberData(nameof(Kinds))]
    public void What_is_printed_is_read_again(Type kind) => Gen.Select(ReportGen.ByType[kind], Gen.Bool).Holds(
        static (report, carriageReturns) =>
        {
            Report made = report with { CarriageReturns = carriageReturns };
            string end = carriageReturns ? "\r\n" : "\n";
            List<BlockRecorder.Block> blocks = BlockRecorder.Read(Print(made) + end + "done" + end).Blocks;
            Assert.Equal((made is FlowHeading ? BlockKind.Heading : BlockKind.Report, 0), (blocks[0].Kind, blocks[0].Offset));
            Assert.Equal(Describe(made), Describe(blocks[0].Report));
            Assert.Equal([BlockKind.BlankLines, BlockKind.Verbatim], blocks.Skip(1).Select(static block => block.Kind));
        },
        iter: 200,
        print: static sample => Print(sample.Item1));

    internal static string Print(Report report)
    {
        var output = new TextBuffer();
        report.Render(output);
        return Encoding.UTF8.GetString(output.Written);
    }

    // All that a model says, so that models are the same when these texts are. Tables of paths are compared as they are printed.
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IConvertible simple => simple.ToString(CultureInfo.InvariantCulture),
        TimingPath path => PathRenderer.ToText(path),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Describe))}]",
        _ => $"{value.GetType().Name} {{{string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name} = {Describe(property.GetValue(value))}"))}}}",
    };
}
