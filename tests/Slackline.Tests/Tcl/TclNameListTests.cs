using System.Text;
using CsCheck;
using Slackline.Tcl;

namespace Slackline.Tests.Tcl;

public class TclNameListTests
{
    [Theory]
    [InlineData("core/u1/A core/u2/A\n", false, "core/u1/A", "core/u2/A")]
    [InlineData("{data[0]} {data[1]}", false, "data[0]", "data[1]")]
    [InlineData(@"{\esc[0] } plain", false, @"\esc[0] ", "plain")]
    [InlineData("core/u1/A\ncore/u2/A\n", true, "core/u1/A", "core/u2/A")]
    [InlineData("data[0]\ndata[1]", true, "data[0]", "data[1]")]
    [InlineData("data[0]\n", true, "data[0]")]
    [InlineData("core/u1/A\r\ndata[0]\r\n", true, "core/u1/A", "data[0]")]
    [InlineData("clk\n", false, "clk")]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public void A_list_is_one_line_or_a_line_for_each_name(string text, bool isOnePerLine, params string[] names)
    {
        Assert.True(TclNameList.TryRead(Encoding.UTF8.GetBytes(text), out TclNameList? list));
        Assert.Equal(names, list.Names);
        Assert.Equal(isOnePerLine, list.IsOnePerLine);
        Assert.Equal(text, list.Render());
    }

    [Fact]
    public void A_changed_name_is_printed()
    {
        Assert.True(TclNameList.TryRead("a b\n"u8, out TclNameList? list));
        Assert.Equal("a {data[0]}\n", (list with { Names = ["a", "data[0]"] }).Render());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.False(TclNameList.TryRead([(byte)'a', 0xFF, (byte)'\n'], out _));

    [Fact]
    [Property]
    public void What_is_read_prints_back() => Gen.Byte.Array[0, 60].Holds(bytes =>
    {
        if (TclNameList.TryRead(bytes, out TclNameList? list))
        {
            Assert.Equal(bytes, Encoding.UTF8.GetBytes(list.Render()));
        }
    });
}
