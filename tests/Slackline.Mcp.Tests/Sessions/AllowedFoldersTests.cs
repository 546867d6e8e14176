using Slackline.Mcp.Sessions;

namespace Slackline.Mcp.Tests.Sessions;

public sealed class AllowedFoldersTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly AllowedFolders _folders;
    private readonly string _inside;
    private readonly string _outside;

    public AllowedFoldersTests()
    {
        _inside = Directory.CreateDirectory(Path.Combine(_root.Path, "designs")).FullName;
        _outside = Directory.CreateDirectory(Path.Combine(_root.Path, "designs-secret")).FullName;
        File.WriteAllText(Path.Combine(_inside, "setup.tcl"), "");
        File.WriteAllText(Path.Combine(_outside, "key"), "");
        _folders = new AllowedFolders(_inside);
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_file_in_a_folder_may_be_named_in_any_way()
    {
        string expected = Path.Combine(_inside, "setup.tcl");
        Assert.Equal(expected, _folders.Check(expected));
        Assert.Equal(expected, _folders.Check("setup.tcl"));
        Assert.Equal(expected, _folders.Check("./x/../setup.tcl"));
    }

    [Fact]
    public void A_link_that_stays_inside_is_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_inside, "latest.tcl"), "setup.tcl");
        Assert.Equal(Path.Combine(_inside, "setup.tcl"), _folders.Check("latest.tcl"));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../designs-secret/key")]
    [InlineData("../designs-secret")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("setup.tcl\0.txt")]
    public void Nothing_outside_may_be_named(string name) => Assert.Contains("outside", Assert.Throws<ToolInputException>(() => _folders.Check(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_link_leads_out()
    {
        File.CreateSymbolicLink(Path.Combine(_inside, "file"), Path.Combine(_outside, "key"));
        Directory.CreateSymbolicLink(Path.Combine(_inside, "folder"), _outside);
        Directory.CreateSymbolicLink(Path.Combine(_inside, "relative"), "../designs-secret");
        File.CreateSymbolicLink(Path.Combine(_inside, "loop"), "loop");
        foreach (string name in new[] { "file", "folder/key", "relative/key", "loop", "loop/key" })
        {
            Assert.Contains("outside", Assert.Throws<ToolInputException>(() => _folders.Check(name)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Outside_the_folders_a_file_that_is_there_looks_like_one_that_is_not() => Assert.Equal(
        Assert.Throws<ToolInputException>(() => _folders.Check("../designs-secret/key")).Message.Replace("key", "nix", StringComparison.Ordinal),
        Assert.Throws<ToolInputException>(() => _folders.Check("../designs-secret/nix")).Message);

    [Fact]
    public void A_file_that_is_missing_inside_is_said_to_be() =>
        Assert.Contains("no file", Assert.Throws<ToolInputException>(() => _folders.Check("other.tcl")).Message, StringComparison.Ordinal);
}
