using System.Text.RegularExpressions;

namespace Slackline.Tests.Cli;

/// <summary>Runs every shell example of the README, in order, as one who reads it would.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Every_example_works()
    {
        string readme = Documents.Find("README.md");
        string script = string.Concat(ShellBlocks().Matches(await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken)).Select(block => block.Groups[1].Value));
        Assert.Contains("slackline run", script, StringComparison.Ordinal);
        DirectoryInfo directory = Directory.CreateTempSubdirectory("readme-");
        try
        {
            // The commands' own starters lie beside the tests.
            Processes.Result result = await Processes.RunAsync(
                "bash",
                ["-euo", "pipefail", "-x", "-c", $"cd '{directory.FullName}'; export PATH='{AppContext.BaseDirectory}':$PATH SLACKLINE_STATE='{directory.FullName}/state'\n{script}"]);
            Assert.True(result.ExitCode == 0, result.Errors);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlocks();
}
