using System.Text.RegularExpressions;
using Slackline.Tests.Queries;

namespace Slackline.Tests.Cli;

/// <summary>Which assemblies a command of slackline loads. The files that it opens are watched from outside.</summary>
public sealed partial class LoadedAssemblyTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("read", "REPORT")]
    [InlineData("read", "REPORT", "--where", "slack < 0", "--format", "ndjson")]
    [InlineData("summary", "REPORT")]
    [InlineData("histogram", "REPORT")]
    [InlineData("serve", "--help")]
    public async Task Only_serving_loads_the_server(params string[] arguments)
    {
        IReadOnlyList<string> loaded = await LoadedAsync(arguments);
        Assert.Contains("slackline.dll", loaded);
        Assert.DoesNotContain(loaded, IsOfServer);
    }

    /// <summary>That none are loaded means something only if they are seen where they are loaded.</summary>
    [Fact]
    public async Task Serving_loads_it()
    {
        // Refused, but only by the server: it would let in whoever comes.
        IReadOnlyList<string> loaded = await LoadedAsync("serve", "--listen", "0.0.0.0");
        Assert.Contains("Slackline.Server.dll", loaded);
        Assert.Contains("Microsoft.AspNetCore.dll", loaded);
    }

    private static bool IsOfServer(string name) =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("ModelContextProtocol", StringComparison.Ordinal) || name is "Slackline.Server.dll" or "Slackline.Mcp.dll";

    private static async Task<IReadOnlyList<string>> LoadedAsync(params string[] arguments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("loaded-");
        try
        {
            string report = Path.Combine(folder.FullName, "paths.rpt");
            await File.WriteAllTextAsync(report, SampleReport.Text, TestContext.Current.CancellationToken);
            string log = Path.Combine(folder.FullName, "log");
            string[] command = [.. arguments.Select(argument => argument == "REPORT" ? report : argument)];
            Processes.Result result = await Processes.RunAsync("strace", ["-ff", "-qq", "-s", "500", "-e", "trace=openat", "-o", log, "dotnet", Processes.SlacklineDll, .. command]);
            Assert.True(result.Errors.Length == 0 || arguments is ["serve", ..], result.Errors);
            // One for each thread: in one for all, a call may be in two parts.
            IEnumerable<string> calls = Directory.EnumerateFiles(folder.FullName, "log.*").Select(File.ReadAllText);
            return [.. calls.SelectMany(static text => Opened().Matches(text)).Select(static match => match.Groups["name"].Value).Distinct()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What was opened and not only looked for.
    [GeneratedRegex("""openat\([^"]*"(?:[^"]*/)?(?<name>[^"/]+\.dll)"[^)]*\) = \d""")]
    private static partial Regex Opened();
}
