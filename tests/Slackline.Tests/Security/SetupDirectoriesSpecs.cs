using Slackline.Sessions;

namespace Slackline.Tests.Security;

/// <summary>Which files a stranger may have loaded.</summary>
public sealed class SetupDirectoriesSpecs : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("setup-directories-").FullName;
    private readonly string _allowed;
    private readonly string _outside;
    private readonly SetupDirectories _directories;

    public SetupDirectoriesSpecs()
    {
        _allowed = Directory.CreateDirectory(Path.Combine(_root, "allowed")).FullName;
        _outside = Directory.CreateDirectory(Path.Combine(_root, "allowed-not")).FullName;
        Directory.CreateDirectory(Path.Combine(_allowed, "chip"));
        Write(_allowed, "chip/setup.tcl");
        Write(_outside, "secret.tcl");
        _directories = new SetupDirectories([_allowed]);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_below_an_allowed_directory_is_found_by_its_full_and_by_its_relative_name()
    {
        string setup = Path.Combine(_allowed, "chip/setup.tcl");
        Assert.Equal(setup, _directories.Resolve(setup));
        Assert.Equal(setup, _directories.Resolve("chip/setup.tcl"));
        Assert.Equal(setup, _directories.Resolve("./chip//setup.tcl"));
    }

    [Fact]
    public void Links_are_followed_and_what_counts_is_where_they_lead()
    {
        File.CreateSymbolicLink(Path.Combine(_allowed, "inside.tcl"), Path.Combine(_allowed, "chip/setup.tcl"));
        File.CreateSymbolicLink(Path.Combine(_allowed, "outside.tcl"), Path.Combine(_outside, "secret.tcl"));
        File.CreateSymbolicLink(Path.Combine(_allowed, "relative.tcl"), "../allowed-not/secret.tcl");
        Directory.CreateSymbolicLink(Path.Combine(_allowed, "folder"), _outside);
        File.CreateSymbolicLink(Path.Combine(_allowed, "loop"), Path.Combine(_allowed, "loop"));
        File.CreateSymbolicLink(Path.Combine(_allowed, "proc"), "/proc/self/root");
        Directory.CreateSymbolicLink(Path.Combine(_root, "also-allowed"), _allowed);

        Assert.Equal(Path.Combine(_allowed, "chip/setup.tcl"), _directories.Resolve("inside.tcl"));
        Assert.Equal(Path.Combine(_allowed, "chip/setup.tcl"), new SetupDirectories([Path.Combine(_root, "also-allowed")]).Resolve("chip/setup.tcl"));
        foreach (string name in (string[])["outside.tcl", "relative.tcl", "folder/secret.tcl", "loop", "proc/etc/hostname"])
        {
            Assert.Contains("no such file in the allowed directories", Refusal(name), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../allowed-not/secret.tcl", "'..'")]
    [InlineData("chip/../../allowed-not/secret.tcl", "'..'")]
    [InlineData("chip/..", "'..'")]
    [InlineData("/etc/passwd", "no such file in the allowed")]
    [InlineData("/etc/no-such-file", "no such file in the allowed")]
    [InlineData("absent.tcl", "no such file in the allowed")]
    [InlineData("chip", "not a regular file")]
    [InlineData("", "empty")]
    [InlineData("chip/setup.tcl\0", "not allowed")]
    [InlineData("chip/setup.tcl\nexec", "not allowed")]
    [InlineData("[exec id]", "not allowed")]
    [InlineData("|id", "not allowed")]
    [InlineData("~root/x", "not allowed")]
    [InlineData("-echo", "not allowed")]
    public void Everything_else_is_refused_with_its_reason(string file, string reason) => Assert.Contains(reason, Refusal(file), StringComparison.Ordinal);

    [Fact]
    public void What_everybody_may_write_to_is_refused()
    {
        File.SetUnixFileMode(Path.Combine(_allowed, "chip/setup.tcl"), UnixFileMode.UserRead | UnixFileMode.OtherWrite);
        Assert.Contains("everybody may write to", Refusal("chip/setup.tcl"), StringComparison.Ordinal);
        Write(_allowed, "chip/other.tcl");
        File.SetUnixFileMode(Path.Combine(_allowed, "chip"), (UnixFileMode)511);
        Assert.Contains("everybody may write to", Refusal("chip/other.tcl"), StringComparison.Ordinal);
        Assert.Throws<SetupPathException>(() => new SetupDirectories([Path.Combine(_allowed, "chip")]));
    }

    [Fact]
    public async Task A_pipe_is_no_file_and_is_not_waited_for()
    {
        await Processes.RunAsync("mkfifo", [Path.Combine(_allowed, "pipe.tcl")]);
        Assert.Contains("not a regular file", Refusal("pipe.tcl"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_directories_allow_nothing_and_a_directory_must_exist()
    {
        Assert.Contains("no directory is allowed", Assert.Throws<SetupPathException>(() => new SetupDirectories([]).Resolve("/etc/passwd")).Message, StringComparison.Ordinal);
        Assert.Contains("no such directory", Assert.Throws<SetupPathException>(() => new SetupDirectories([Path.Combine(_root, "absent")])).Message, StringComparison.Ordinal);
        Assert.Contains("not a directory", Assert.Throws<SetupPathException>(() => new SetupDirectories([Path.Combine(_allowed, "chip/setup.tcl")])).Message, StringComparison.Ordinal);
    }

    private static void Write(string directory, string name) => File.WriteAllText(Path.Combine(directory, name), "set a 1\n");

    private string Refusal(string file) => Assert.Throws<SetupPathException>(() => _directories.Resolve(file)).Message;
}
