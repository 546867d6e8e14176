using System.Text;
using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>What a failed load or command says, from what the tool printed: recorded, or made here.</summary>
public sealed class ToolErrorTests
{
    [Fact]
    public void A_setup_that_OpenSTA_3_refused_names_the_command_and_what_was_said_about_it()
    {
        (DiagnosticLog log, OutputTail tail) = Replay(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sessions", "Recordings", "opensta-3.1.0-setup.txt")));
        var reply = new ControlReply(false, "Error 511: setup.tcl line 11, report_checks command failed.", "/designs/setup.tcl", 11);
        StaSetupException error = new SetupFailure("/designs/setup.tcl", log, tail).Of(reply);
        Assert.Equal(
            """
            /designs/setup.tcl:11: Error 511: report_checks command failed.
              before it: Warning 101: setup.tcl:11: object 'no_such_pin' not found.
              before it: Warning 473: setup.tcl:11: no valid objects specified for -to.
            """,
            error.Message);
        Assert.Equal(
            [("warns.sdc", 3), ("warns.sdc", 4), ("warns.sdc", 4), ("warns.sdc", 4), ("warns.sdc", 4), ("setup.tcl", 5), ("setup.tcl", 5), ("setup.tcl", 9), ("setup.tcl", 10), ("setup.tcl", 11), ("setup.tcl", 11)],
            error.Diagnostics.Select(static diagnostic => (diagnostic.File, diagnostic.Line)));
        Assert.All(error.Diagnostics, static diagnostic => Assert.Matches(@"^\d+$", diagnostic.Code));
    }

    [Fact]
    public void The_old_forms_give_the_same()
    {
        (DiagnosticLog log, OutputTail tail) = Replay("Warning: a.sdc, 2 port 'x' not found.\nWarning: setup.tcl, 15 pin 'y/D' not found.\nError: no valid objects specified for -to.\n"u8);
        StaSetupException error = new SetupFailure("setup.tcl", log, tail).Of(new ControlReply(false, "Error: setup.tcl, 15 set_false_path command failed.", "/d/setup.tcl", 15));
        Assert.Equal(
            """
            setup.tcl:15: set_false_path command failed.
              before it: Warning: setup.tcl:15: pin 'y/D' not found.
              before it: Error: no valid objects specified for -to.
            """,
            error.Message);
    }

    [Theory]
    [InlineData("[ERROR ORD-0001] a.lef does not exist.\n", "ORD-0001", "a.lef does not exist.")]
    [InlineData("[ERROR ORD-0001] a.lef does not exist.\n[INFO ODB-0227] more\n", "ORD-0001", "a.lef does not exist.")]
    [InlineData("[ERROR ORD-0001] a.lef does not exist.\n", "Error: in.tcl, 3 ORD-0001", "a.lef does not exist.")]
    [InlineData("[ERROR ORD-0002] other\n", "ORD-0001", "the tool gave no text with this number.")]
    [InlineData("", "invalid command name \"x\"", "invalid command name \"x\"")]
    public void A_number_alone_is_looked_up_in_what_was_printed(string printed, string message, string text) =>
        Assert.Equal(text, ToolErrorText.Read(message, Replay(Encoding.UTF8.GetBytes(printed)).Log.Diagnostics).Message);

    [Fact]
    public void Errors_have_room_of_their_own_behind_any_number_of_warnings()
    {
        string warnings = string.Concat(Enumerable.Range(0, 12_000).Select(static i => $"Warning 1: cell {i} has no area.\n"));
        DiagnosticLog log = Replay(Encoding.UTF8.GetBytes($"{warnings}Error: a.sdc, 3 no\n")).Log;
        Assert.Equal(10_001, log.Diagnostics.Count);
        Assert.Equal("a.sdc", log.FirstPassedOver?.File);
    }

    [Fact]
    public void The_tail_is_the_last_lines_however_they_came()
    {
        var random = new Random(7);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(static i => $"line {i}\n\n")));
        var tail = new OutputTail();
        for (int at = 0; at < text.Length;)
        {
            int length = Math.Min(random.Next(1, at % 3 == 0 ? 6_000 : 90), text.Length - at);
            tail.Add(text.AsSpan(at, length));
            at += length;
        }

        Assert.Equal(["line 1997", "line 1998", "line 1999"], tail.Lines(3));
        Assert.Empty(tail.Diagnostics(3));
        tail.Add("Warning 1: one.\r\n[ERROR STA-0002] two.\n"u8);
        Assert.Equal(["one.", "two."], tail.Diagnostics(5).Select(static diagnostic => diagnostic.Message));
    }

    private static (DiagnosticLog Log, OutputTail Tail) Replay(ReadOnlySpan<byte> output)
    {
        var log = new DiagnosticLog();
        var tail = new OutputTail();
        tail.Add(output);
        using var stream = new MemoryStream(output.ToArray());
        log.Read(stream);
        return (log, tail);
    }
}
