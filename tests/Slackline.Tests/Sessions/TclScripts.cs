using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>Runs a part of the bootstrap script in a plain Tcl shell, where a test stands for the tool.</summary>
internal static class TclScripts
{
    /// <summary>What a script prints behind a part.</summary>
    public static async Task<string> RunAsync(string part, string script, IReadOnlyDictionary<string, string>? environment = null)
    {
        using Stream source = typeof(StaSession).Assembly.GetManifestResourceStream($"Slackline.Sessions.{part}")!;
        using var reader = new StreamReader(source);
        string file = Path.Combine(Path.GetTempPath(), $"part-{Guid.NewGuid():N}.tcl");
        await File.WriteAllTextAsync(file, $"{await reader.ReadToEndAsync()}\n{script}\n");
        try
        {
            Processes.Result result = await Processes.RunAsync("tclsh", [file], environment: environment);
            Assert.Equal((0, ""), (result.ExitCode, result.Errors));
            return result.Output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
