using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Slackline.Demo;

namespace Slackline.Bench;

/// <summary>What agents pay for paths, against the tool's own text; and how the server stands 50 of them that page at once over HTTP.</summary>
internal static class McpBenchmark
{
    private const int Clients = 50;

    public static void Run(BenchContext context) => RunAsync(context).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchContext context)
    {
        int endpoints = context.IsQuick ? 1_000 : 10_000;
        string design = Path.Combine(context.DirectoryPath, "design");
        DemoFiles files = DemoDesign.Write(design, new DemoOptions(Endpoints: endpoints));
        using Process server = Start(design, Path.Combine(context.DirectoryPath, "state"), out Uri address);
        try
        {
            McpClient client = await ConnectAsync(address).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
            {
                await CallAsync(client, "open_session", new() { ["setup"] = files.Setup }).ConfigureAwait(false);
                string stream = await TokensAsync(context, client).ConfigureAwait(false);
                await QuestionsAsync(context, client, stream).ConfigureAwait(false);
                await LoadAsync(context, server, address, client, stream).ConfigureAwait(false);
            }
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync().ConfigureAwait(false);
        }
    }

    private static async Task<string> TokensAsync(BenchContext context, McpClient client)
    {
        BenchContext.Say("bytes a path                     the tool's text      a page of summary        of points           of text");
        string last = "";
        foreach ((string name, string command) in new[]
        {
            ("report_checks", "report_checks -group_path_count 100000"),
            ("full_clock_expanded", "report_checks -format full_clock_expanded -group_path_count 100000"),
            ("expanded_fields", "report_checks -format full_clock_expanded -fields {slew capacitance fanout} -group_path_count 100000"),
        })
        {
            JsonElement first = await CallAsync(client, "stream_timing_analysis", new() { ["command"] = command, ["page_size"] = 1, ["wait_seconds"] = 300 }).ConfigureAwait(false);
            last = first.GetProperty("stream").GetString()!;
            JsonElement status = await EndAsync(client, last).ConfigureAwait(false);
            double text = status.GetProperty("outputBytes").GetDouble() / status.GetProperty("totals").GetProperty("read").GetDouble();
            var line = new StringBuilder();
            line.Append(CultureInfo.InvariantCulture, $"{name,-28}{text,17:0}");
            context.Figure($"{name}.text", text, "bytes/path");
            foreach (string detail in new[] { "summary", "points", "text" })
            {
                double bytes = await BytesAPathAsync(client, status.GetProperty("firstCursor").GetString()!, detail).ConfigureAwait(false);
                line.Append(CultureInfo.InvariantCulture, $"{bytes,15:0} {text / bytes,4:0.0} x");
                context.Figure($"{name}.{detail}", bytes, "bytes/path");
                context.Figure($"{name}.{detail}_smaller", text / bytes, "x");
            }

            BenchContext.Say(line.ToString());
        }

        return last;
    }

    // What an agent pays for what people ask first, in tokens of four bytes, results as they are sent.
    private static async Task QuestionsAsync(BenchContext context, McpClient client, string stream)
    {
        IList<McpClientTool> tools = await client.ListToolsAsync().ConfigureAwait(false);
        double list = JsonSerializer.SerializeToUtf8Bytes(tools.Select(static tool => tool.ProtocolTool), ModelContextProtocol.McpJsonUtilities.DefaultOptions).Length;
        context.Figure("tools_list", list, "bytes");

        var ask = new Dictionary<string, object?> { ["stream"] = stream, ["group_by"] = "endpoint_pin, type", ["max_groups"] = 10, ["only_violating"] = true };
        (JsonElement summary, int worst) = await AnswerAsync(client, "timing_summary", ask).ConfigureAwait(false);
        int place = summary.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()).ToList().IndexOf("worst_path");
        long[] paths = [.. summary.GetProperty("rows").EnumerateArray().Select(row => row[place].GetInt64())];
        (_, int why) = await AnswerAsync(client, "explain_path", new() { ["stream"] = stream, ["paths"] = paths }).ConfigureAwait(false);
        context.Figure("ten_worst_and_why", (worst + why) / 4.0, "tokens");

        (_, int clocks) = await AnswerAsync(client, "timing_summary", new() { ["stream"] = stream, ["group_by"] = "launch_clock, capture_clock", ["only_violating"] = true }).ConfigureAwait(false);
        context.Figure("failing_clock_pairs", clocks / 4.0, "tokens");

        (_, int page) = await AnswerAsync(client, "refine_stream", new() { ["stream"] = stream, ["filters"] = new { where = "violated" }, ["wait_seconds"] = 60 }).ConfigureAwait(false);
        context.Figure("first_page", page / 4.0, "tokens");
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"the list of tools {list / 1000:0.0} kB; the ten worst endpoints and why {(worst + why) / 4:N0} tokens; which clock pairs fail {clocks / 4:N0}; a page of violations {page / 4:N0}"));
    }

    private static async Task<(JsonElement Answer, int Bytes)> AnswerAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments).ConfigureAwait(false);
        string text = ((TextContentBlock)result.Content[0]).Text;
        return result.IsError is true
            ? throw new InvalidOperationException(text)
            : (JsonSerializer.Deserialize<JsonElement>(text), JsonSerializer.SerializeToUtf8Bytes(result, ModelContextProtocol.McpJsonUtilities.DefaultOptions).Length);
    }

    // As an agent gets them, with everything around the rows: pages of the default budget, to the end or twenty of them.
    private static async Task<double> BytesAPathAsync(McpClient client, string cursor, string detail)
    {
        long bytes = 0;
        long paths = 0;
        string? next = cursor;
        for (int pages = 0; next is not null && pages < 20; pages++)
        {
            JsonElement page = await CallAsync(client, "next_page", new() { ["cursor"] = next, ["page_size"] = 10_000, ["detail"] = detail }).ConfigureAwait(false);
            bytes += Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(page, s_asSent));
            paths += page.GetProperty(detail == "text" ? "texts" : "rows").GetArrayLength();
            next = page.TryGetProperty("nextCursor", out JsonElement following) ? following.GetString() : null;
        }

        return (double)bytes / paths;
    }

    private static readonly JsonSerializerOptions s_asSent = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task LoadAsync(BenchContext context, Process server, Uri address, McpClient client, string stream)
    {
        JsonElement status = await EndAsync(client, stream).ConfigureAwait(false);
        string first = status.GetProperty("firstCursor").GetString()!;
        TimeSpan duration = TimeSpan.FromSeconds(context.IsQuick ? 5 : 60);
        var latencies = new List<double>[Clients];
        int errors = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async i =>
        {
            latencies[i] = [];
            McpClient agent = await ConnectAsync(address).ConfigureAwait(false);
            await using (agent.ConfigureAwait(false))
            {
                string? cursor = first;
                while (Stopwatch.GetElapsedTime(start) < duration)
                {
                    long sent = Stopwatch.GetTimestamp();
                    try
                    {
                        JsonElement page = await CallAsync(agent, "next_page", new() { ["cursor"] = cursor ?? first, ["detail"] = i % 5 == 0 ? "points" : "summary" }).ConfigureAwait(false);
                        cursor = page.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString() : null;
                    }
#pragma warning disable CA1031 // Whatever it is, it is counted.
                    catch (Exception error)
                    {
                        Interlocked.Increment(ref errors);
                        await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
                    }
#pragma warning restore CA1031
                    latencies[i].Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }
            }
        })).ConfigureAwait(false);

        double[] all = [.. latencies.SelectMany(static one => one).Order()];
        server.Refresh();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        BenchContext.Say("");
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Clients} clients page at once for {seconds:0} s: {all.Length / seconds:0} pages a second, p50 {all[all.Length / 2]:0} ms, p99 {all[all.Length * 99 / 100]:0} ms, {errors} errors, peak memory of the server {server.PeakWorkingSet64 / 1e6:0} MB"));
        context.Figure("load.pages", all.Length / seconds, "pages/s");
        context.Figure("load.p50", all[all.Length / 2], "ms");
        context.Figure("load.p99", all[all.Length * 99 / 100], "ms");
        context.Figure("load.errors", errors, "errors");
        context.Figure("load.peak", server.PeakWorkingSet64 / 1e6, "MB");
    }

    private static async Task<JsonElement> EndAsync(McpClient client, string stream)
    {
        while (true)
        {
            JsonElement status = await CallAsync(client, "stream_status", new() { ["stream"] = stream }).ConfigureAwait(false);
            if (status.GetProperty("state").GetString() is not ("running" or "paused"))
            {
                return status;
            }

            await Task.Delay(100).ConfigureAwait(false);
        }
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments) => (await AnswerAsync(client, tool, arguments).ConfigureAwait(false)).Answer;

    private static Task<McpClient> ConnectAsync(Uri address) =>
        McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = address, TransportMode = HttpTransportMode.StreamableHttp }));

    private static Process Start(string design, string state, out Uri address)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "slackline"),
            ["serve", "--port", "0", "--setup-dir", design, "--state-dir", state, "--rate", "100000"])
        {
            RedirectStandardError = true,
        };
        Process server = Process.Start(start)!;
        string line = server.StandardError.ReadLine() ?? throw new InvalidOperationException("The server ended at once.");
        _ = server.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError());
        address = new Uri(line[(line.LastIndexOf(' ') + 1)..]);
        return server;
    }
}
