using CsCheck;
using Slackline.Tcl;

namespace Slackline.Tests.Tcl;

public class TclListTests
{
    // What makes quoting hard, and what names are made of.
    private static readonly Gen<string> _element = Gen.OneOf(
        Gen.String[Gen.OneOfConst('a', 'b', '/', '[', ']', '{', '}', '\\', '"', '$', ';', '#', ' ', '\n', '\t', 'é'), 0, 8],
        Gen.OneOfConst("", "#", "core/u_1/A", "data[3]", @"\esc[0] ", "a{b}", "{", "}", @"\", "\\\n", @"\{", "a]", "\"q", "-1"));

    private static readonly Gen<string[]> _elements = _element.Array[0, 6];

    [Fact]
    public void What_was_formatted_parses_to_the_same() => _elements.Sample(elements => Assert.Equal(elements, TclList.Parse(TclList.Format(elements))));

    [Fact]
    public async Task Tcl_writes_lists_as_we_do_and_reads_them_as_we_do()
    {
        string[][] lists = [.. Enumerable.Range(0, 2000).Select(seed => _elements.Single(Seed(seed)))];
        string script = "fconfigure stdout -encoding utf-8 -translation lf\nfconfigure stdin -encoding utf-8\n"
            + string.Concat(lists.Select(elements => $"puts [string length [set l [list {string.Join(' ', elements.Select(Escape))}]]]:$l\n"));
        Processes.Result tcl = await Processes.RunAsync("tclsh", [], script);
        Assert.Equal("", tcl.Errors);
        string rest = tcl.Output;
        foreach (string[] elements in lists)
        {
            // The length tells where a list ends that has line ends in it.
            int colon = rest.IndexOf(':', StringComparison.Ordinal);
            int length = int.Parse(rest[..colon], System.Globalization.CultureInfo.InvariantCulture);
            string list = rest.Substring(colon + 1, length);
            rest = rest[(colon + 1 + length + 1)..];
            Assert.Equal(list, TclList.Format(elements));
            Assert.Equal(elements, TclList.Parse(list));
        }
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("\"a")]
    [InlineData("{a}b")]
    [InlineData("\"a\"b")]
    public void What_is_no_list_is_refused(string text) => Assert.Throws<FormatException>(() => TclList.Parse(text));

    [Fact]
    public void Any_bytes_are_a_list_or_none() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        try
        {
            TclList.Parse(bytes);
        }
        catch (FormatException)
        {
        }
    });

    private static string Seed(int number) => SeedString(number);

    private static string Escape(string element) => "[binary format H* x]" + element;
}
