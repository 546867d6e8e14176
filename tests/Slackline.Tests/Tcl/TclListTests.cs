using System.Globalization;
using CsCheck;
using Slackline.Tcl;

namespace Slackline.Tests.Tcl;

public class TclListTests
{
    // What makes quoting hard, and what names are made of.
    private const string Characters = "ab/[]{}\\\"$;# \n\té";
    private static readonly string[] s_examples = ["", "#", "core/u_1/A", "data[3]", @"\esc[0] ", "a{b}", "{", "}", @"\", "\\\n", @"\{", "a]", "\"q", "-1"];

    private static readonly Gen<string> s_element = Gen.OneOf(
        Gen.Int[0, Characters.Length - 1].Select(index => Characters[index]).Array[0, 8].Select(characters => new string(characters)),
        Gen.Int[0, s_examples.Length - 1].Select(index => s_examples[index]));

    private static readonly Gen<string[]> s_elements = s_element.Array[0, 6];

    [Fact]
    [Property]
    public void What_was_formatted_parses_to_the_same() => s_elements.Holds(elements => Assert.Equal(elements, TclList.Parse(TclList.Format(elements))));

    [Fact]
    [Property]
    public Task Tcl_writes_lists_as_we_do_and_reads_them_as_we_do() => s_elements.Array[300].HoldsAsync(CompareWithTcl, iter: 10);

    [Theory]
    [InlineData("{a")]
    [InlineData("\"a")]
    [InlineData("{a}b")]
    [InlineData("\"a\"b")]
    public void What_is_no_list_is_refused(string text) => Assert.Throws<FormatException>(() => TclList.Parse(text));

    [Fact]
    [Property]
    public void Any_bytes_are_a_list_or_none() => Gen.Byte.Array[0, 40].Holds(bytes =>
    {
        try
        {
            TclList.Parse(bytes);
        }
        catch (FormatException)
        {
        }
    });

    private static async Task CompareWithTcl(string[][] lists)
    {
        // The length tells where a list ends that has line ends in it.
        string script = "fconfigure stdout -encoding utf-8 -translation lf\n"
            + string.Concat(lists.Select(elements => $"set l [list {string.Join(' ', elements.Select(Literal))}]; puts [string length $l]:$l\n"));
        Processes.Result tcl = await Processes.RunAsync("tclsh", [], script);
        Assert.Equal("", tcl.Errors);
        string rest = tcl.Output;
        foreach (string[] elements in lists)
        {
            int start = rest.IndexOf(':', StringComparison.Ordinal) + 1;
            string list = rest.Substring(start, int.Parse(rest[..(start - 1)], CultureInfo.InvariantCulture));
            rest = rest[(start + list.Length + 1)..];
            Assert.Equal(list, TclList.Format(elements));
            Assert.Equal(elements, TclList.Parse(list));
        }
    }

    private static string Literal(string element) =>
        $"\"{string.Concat(element.Select(character => $"\\u{(int)character:x4}"))}\"";
}
