using Slackline.Tests;

namespace Slackline.Mcp.Tests.Tools;

/// <summary>An agent with the demonstration design open in the real sta, and a stream of all its paths.</summary>
public sealed class OpenDesign(DemoDesignFixture design) : IAsyncLifetime
{
    /// <summary>The stream's command.</summary>
    public const string Command = "report_checks -format full_clock_expanded -fields {slew capacitance fanout} -group_path_count 5000";

    private ServedDesign? _server;
    private Agent? _agent;

    /// <summary>The stream of the worst path of each endpoint.</summary>
    public string Stream { get; private set; } = "";

    /// <summary>The session.</summary>
    public string Session { get; private set; } = "";

    /// <summary>The design.</summary>
    public DemoDesignFixture Design => design;

    internal Agent Agent => _agent!;

    public async ValueTask InitializeAsync()
    {
        _server = await ServedDesign.StartAsync(design);
        _agent = await Agent.ConnectAsync(_server.Address);
        Session = (await _agent.CallAsync("open_session", new() { ["setup"] = design.Setup })).GetProperty("session").GetString()!;
        Stream = (await _agent.CallAsync("stream_timing_analysis", new()
        {
            ["command"] = Command,
            ["page_size"] = 1,
        })).GetProperty("stream").GetString()!;
        while ((await _agent.CallAsync("stream_status", new() { ["stream"] = Stream })).GetProperty("state").GetString() is "running" or "paused")
        {
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _agent!.DisposeAsync();
        await _server!.DisposeAsync();
    }
}
