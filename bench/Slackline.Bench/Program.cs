using System.Globalization;
using Slackline.Bench;
using Slackline.Sessions;

if (args is ["--read", string report, string threads])
{
    ChunkReading.Run(report, int.Parse(threads, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["--repeat", string file, string times])
{
    StreamBenchmark.Repeat(file, long.Parse(times, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["--plan", string setup, string query, string how])
{
    await PlannedRun.RunAsync(setup, query, how).ConfigureAwait(false);
    return 0;
}

int tool = Array.IndexOf(args, "--sta");
if (tool >= 0)
{
    if (tool + 1 == args.Length)
    {
        Console.Error.WriteLine("--sta takes the program to measure: an OpenSTA, or OpenROAD.");
        return 2;
    }

    // Processes that are measured inherit it.
    Environment.SetEnvironmentVariable(StaTool.Variable, Path.GetFullPath(args[tool + 1]));
    args = [.. args[..tool], .. args[(tool + 2)..]];
}

string[] names = [.. args.Where(argument => argument != "--quick")];
bool isQuick = args.Contains("--quick");
IReadOnlyDictionary<string, Action<BenchContext>> benchmarks = new Dictionary<string, Action<BenchContext>>
{
    ["live"] = LiveBenchmark.Run,
    ["parse"] = ParseBenchmark.Run,
    ["stream"] = StreamBenchmark.Run,
    ["plan"] = PlanBenchmark.Run,
    ["stress"] = StressBenchmark.Run,
    ["faults"] = FaultBenchmark.Run,
    ["cancel"] = CancelBenchmark.Run,
    ["mcp"] = McpBenchmark.Run,
    ["python"] = PythonBenchmark.Run,
};

foreach (string name in names.Length == 0 ? benchmarks.Keys : names)
{
    if (!benchmarks.TryGetValue(name, out Action<BenchContext>? benchmark))
    {
        Console.Error.WriteLine($"There is no benchmark '{name}'. There are: {string.Join(", ", benchmarks.Keys)}.");
        return 2;
    }

    using var context = new BenchContext(name, isQuick);
    benchmark(context);
}

return 0;
