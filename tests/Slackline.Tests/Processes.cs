using System.Diagnostics;
using System.Globalization;

namespace Slackline.Tests;

/// <summary>Runs programs as a user would.</summary>
internal static class Processes
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>The outcome of a program.</summary>
    public sealed record Result(int ExitCode, string Output, string Errors);

    /// <summary>Runs the slackline command.</summary>
    public static Task<Result> SlacklineAsync(params string[] arguments) => RunAsync("dotnet", [SlacklineDll, .. arguments]);

    /// <summary>Runs the slackline command with a state directory of its own.</summary>
    public static Task<Result> SlacklineAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync("dotnet", [SlacklineDll, .. arguments], environment: environment);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Result> RunAsync(string program, string[] arguments, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using Process process = Start(program, arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {s_patience}.");
        }

        return new Result(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the slackline command as a terminal would: a script in the background has Ctrl-C ignored, and its children inherit that.</summary>
    public static Process StartSlackline(params string[] arguments) => StartSlackline(null, arguments);

    /// <inheritdoc cref="StartSlackline(string[])"/>
    public static Process StartSlackline(IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Start("env", ["--default-signal=INT", "dotnet", SlacklineDll, .. arguments], environment);

    /// <summary>Sends a signal by its name.</summary>
    public static void Signal(int process, string signal)
    {
        using Process kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static string SlacklineDll => Path.Combine(AppContext.BaseDirectory, "slackline.dll");

    private static Process Start(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
