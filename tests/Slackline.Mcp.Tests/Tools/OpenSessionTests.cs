using System.Text.Json;
using Slackline.Tests;
using Slackline.Tests.Sessions;

namespace Slackline.Mcp.Tests.Tools;

/// <summary>What open_session does with scripts that err, and with the operator's choice of a program.</summary>
public sealed class OpenSessionTests(DemoDesignFixture design) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly OpenRoadStandIn _openRoad = new();

    private string Load => $"""
        read_liberty {Path.GetDirectoryName(design.Setup)}/demo_tt.lib
        read_verilog {Path.GetDirectoryName(design.Setup)}/design.v
        link_design slackline_demo
        create_clock -name core_clk -period 2 [get_ports core_clk]

        """;

    public void Dispose()
    {
        _folder.Dispose();
        _openRoad.Dispose();
    }

    [Fact]
    public async Task Errors_in_the_setup_stop_it_or_are_counted_and_stand_before_warnings()
    {
        Write("setup.tcl", Load + "set sta_continue_on_error 0\nset_load 0.1 [get_ports nosuch]\nset_foo_net x\n");
        await using ServedDesign server = await ServedDesign.StartAsync(_folder.Path);
        await using Agent agent = await Agent.ConnectAsync(server.Address);
        string failure = await agent.FailAsync("open_session", new() { ["setup"] = "setup.tcl" });
        Assert.Contains("setup.tcl:7: invalid command name \"set_foo_net\"", failure, StringComparison.Ordinal);
        Assert.Contains("continue_on_error", failure, StringComparison.Ordinal);

        Write("setup.tcl", Load + "set_load 0.1 [get_ports nosuch]\nset_foo_net x\n");
        JsonElement session = await agent.CallAsync("open_session", new() { ["setup"] = "setup.tcl", ["continue_on_error"] = true });
        Assert.Equal(1, session.GetProperty("setupErrors").GetInt32());
        JsonElement messages = session.GetProperty("messages");
        Assert.Contains("setup.tcl:6: invalid command name", messages[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("port 'nosuch' not found.", messages[1].GetString(), StringComparison.Ordinal);

        string refused = await agent.FailAsync("run_report", new() { ["command"] = "report_checks -to nosuch/D" });
        Assert.Contains("object 'nosuch/D' not found.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_is_the_operators()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(_folder.Path, tool: _openRoad.Tool.Path);
        await using Agent agent = await Agent.ConnectAsync(server.Address);
        Write("setup.tcl", $"read_lef {_openRoad.Lef}\n{Load}puts {{[INFO ODB-0227] LEF}}\n");
        foreach (Dictionary<string, object?> asked in (Dictionary<string, object?>[])[new() { ["setup"] = "setup.tcl" }, new() { ["setup"] = "setup.tcl", ["tool"] = "openroad" }])
        {
            JsonElement session = await agent.CallAsync("open_session", asked);
            Assert.Equal("openroad: OpenROAD 26Q3-77 (OpenSTA 2.0.17)", session.GetProperty("tool").GetString());
            Assert.False(session.TryGetProperty("messages", out JsonElement messages), messages.ToString());
        }

        Assert.Contains("has chosen openroad", await agent.FailAsync("open_session", new() { ["setup"] = "setup.tcl", ["tool"] = "sta" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenROAD_is_asked_for_LEF_before_it_starts_and_reads_DEF_on_top()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(_folder.Path, tool: _openRoad.Tool.Path);
        await using Agent agent = await Agent.ConnectAsync(server.Address);
        foreach (string file in (string[])["demo_tt.lib", "design.v", "design.sdc", "design.def"])
        {
            File.Copy(Path.Combine(Path.GetDirectoryName(design.Setup)!, file), Path.Combine(_folder.Path, file));
        }

        Write("cells.lef", "VERSION 5.8 ;\n");
        var files = new Dictionary<string, object?>
        {
            ["liberty"] = new[] { "demo_tt.lib" },
            ["verilog"] = new[] { "design.v" },
            ["def"] = new[] { "design.def" },
            ["sdc"] = new[] { "design.sdc" },
            ["top"] = "slackline_demo",
        };
        Assert.Contains("OpenROAD needs LEF files", await agent.FailAsync("open_session", files), StringComparison.Ordinal);
        files["lef"] = new[] { "cells.lef" };
        Assert.Equal("slackline_demo", (await agent.CallAsync("open_session", files)).GetProperty("design").GetString());
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);
}
