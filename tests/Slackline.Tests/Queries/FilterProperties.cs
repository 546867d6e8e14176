using CsCheck;
using Slackline.Queries;
using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Tests.Queries;

/// <summary>What holds of every filter.</summary>
public class FilterProperties
{
    private static readonly PathChunk s_chunk = SampleReport.Chunk;

    private static readonly Gen<string> s_word = Gen.OneOf(
        "slack", "group", "endpoint", "clock", "point.cell", "point.delay", "depth", "violated", "nosuch", "and", "or", "not", "any", "all", "no", "in", "like",
        "matches", "under", "is", "null", "count(", "abs(", "min(", "(", ")", ",", "<", "<=", "=", "!=", "~", "!", "&&", "||", "+", "-", "*", "/", "1", "0.5ps", "1e400",
        "2 pF", "3 q", "\"core*\"", "'(a'", "\"", "'", "\\", ".", ";", "é", "\0", "\ud800");

    [Fact]
    [Property]
    public void A_printed_filter_is_parsed_to_the_same_filter() => FilterGen.Filter.Holds(
        static filter => Assert.Equal(filter, PathFilter.Parse(FilterPrinter.Print(filter)).In(TimingUnits.Default)), iter: 5_000, print: FilterPrinter.Print);

    [Fact]
    [Property]
    public void A_filter_finds_what_the_plain_interpreter_finds() => FilterGen.Filter.Holds(
        static filter =>
        {
            var matches = new int[s_chunk.Count];
            int count = PathFilter.Parse(FilterPrinter.Print(filter)).Match(s_chunk, matches);
            Assert.Equal(Enumerable.Range(0, s_chunk.Count).Where(path => FilterInterpreter.Holds(filter, s_chunk[path])), matches[..count]);
        },
        iter: 5_000,
        print: FilterPrinter.Print);

    [Fact]
    [Property]
    public void Random_text_is_parsed_or_refused() => Gen.String[0, 40].Holds(IsParsedOrRefused, iter: 20_000);

    [Fact]
    [Property]
    public void Random_words_are_parsed_or_refused() =>
        s_word.Array[0, 12].Select(static words => string.Join(' ', words)).Holds(IsParsedOrRefused, iter: 50_000);

    [Fact]
    [Property]
    public void Damaged_filters_are_parsed_or_refused() =>
        Gen.Select(FilterGen.Filter.Select(FilterPrinter.Print), Gen.Int[0, int.MaxValue], s_word)
            .Select(static (filter, at, word) => filter.Remove(at % filter.Length, 1).Insert(at % filter.Length, word))
            .Holds(IsParsedOrRefused, iter: 10_000);

    [Fact]
    public void Every_part_of_a_conjunction_is_one_of_the_roots_parts()
    {
        var and = Assert.IsType<AndNode>(PathFilter.Parse("(violated and (group = 'g' and depth > 2)) and any point.fanout > 3").In(TimingUnits.Default));
        Assert.Equal(4, and.Parts.Count);
        Assert.Equal(new FlagNode(PathSchema.Violated), and.Parts[0]);
        Assert.Equal(new TextNode(PathSchema.PathGroup, new OneOfTest(new("g")), false), and.Parts[1]);
    }

    private static void IsParsedOrRefused(string text)
    {
        try
        {
            PathFilter.Parse(text).Match(s_chunk, new int[s_chunk.Count]);
        }
        catch (FilterException error)
        {
            Assert.InRange(error.Column, 1, text.Length + 1);
            Assert.InRange(error.Length, 0, text.Length - error.Column + 1);
            Assert.Equal(2, error.Picture.Split('\n').Length);
        }
    }
}
