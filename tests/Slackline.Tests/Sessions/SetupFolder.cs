using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>Setup scripts of a test, in a folder of their own beside a small design.</summary>
internal sealed class SetupFolder(DemoDesignFixture design) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("setup-");

    /// <summary>The folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>Commands that load the demonstration design, without its constraints: four lines.</summary>
    public string Design => $"""
        read_liberty {System.IO.Path.GetDirectoryName(design.Setup)}/demo_tt.lib
        read_verilog {System.IO.Path.GetDirectoryName(design.Setup)}/design.v
        link_design slackline_demo
        create_clock -name core_clk -period 2 [get_ports core_clk]

        """;

    /// <summary>Writes a file and returns its name. Line ends are those of the text.</summary>
    public string Write(string name, string text)
    {
        string file = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>What a file holds.</summary>
    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(_folder.FullName, name));

    /// <summary>A session of the usual tool, or of another.</summary>
    public Task<StaSession> StartAsync(StaTool? tool = null, bool goesOn = false) => StaSession.StartAsync(
        new StaSessionOptions { Tool = tool ?? StaTool.Find(), WorkingDirectory = _folder.FullName, ContinueOnError = goesOn }, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
