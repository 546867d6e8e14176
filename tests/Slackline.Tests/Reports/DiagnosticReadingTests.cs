using System.Text;
using Slackline.Reports;

namespace Slackline.Tests.Reports;

public class DiagnosticReadingTests
{
    [Theory]
    [InlineData("Warning: b.tcl, 19 port 'nosuch*' not found.", Severity.Warning, "", "b.tcl", 19, "port 'nosuch*' not found.", nameof(DiagnosticForm.OldOpenSta))]
    [InlineData("Error: no valid objects specified for -to.", Severity.Error, "", "", 0, "no valid objects specified for -to.", nameof(DiagnosticForm.OpenSta))]
    [InlineData("Warning 1140: lib/x.lib line 23, library nangate already exists.", Severity.Warning, "1140", "lib/x.lib", 23, "library nangate already exists.", nameof(DiagnosticForm.OpenSta))]
    [InlineData("Error 501: port not found.", Severity.Error, "501", "", 0, "port not found.", nameof(DiagnosticForm.OpenSta))]
    [InlineData("Critical 240: x.lib line 7, out of memory.", Severity.Error, "240", "x.lib", 7, "out of memory.", nameof(DiagnosticForm.OpenStaCritical))]
    [InlineData("Critical 240: a, 7 words", Severity.Error, "240", "", 0, "a, 7 words", nameof(DiagnosticForm.OpenStaCritical))]
    [InlineData("[WARNING STA-1140] ./a.lib line 3, exists.", Severity.Warning, "STA-1140", "./a.lib", 3, "exists.", nameof(DiagnosticForm.OpenRoad))]
    [InlineData("[ERROR GUI-0070] find_timing failed.", Severity.Error, "GUI-0070", "", 0, "find_timing failed.", nameof(DiagnosticForm.OpenRoad))]
    [InlineData("[INFO ODB-0227] LEF file: a.lef, created 22 layers", Severity.Info, "ODB-0227", "", 0, "LEF file: a.lef, created 22 layers", nameof(DiagnosticForm.OpenRoad))]
    [InlineData("[WARNING] Found obstacle outside die area in instance u1", Severity.Warning, "", "", 0, "Found obstacle outside die area in instance u1", nameof(DiagnosticForm.Bracketed))]
    [InlineData("[INFO]: Setting load to: 0.033", Severity.Info, "", "", 0, "Setting load to: 0.033", nameof(DiagnosticForm.BracketedWithColon))]
    [InlineData("[ERROR] a.sdc line 3, no clock", Severity.Error, "", "a.sdc", 3, "no clock", nameof(DiagnosticForm.Bracketed))]
    [InlineData("Notice 0: Reading LEF file:  a.lef", Severity.Info, "0", "", 0, "Reading LEF file:  a.lef", nameof(DiagnosticForm.Notice))]
    public void Diagnostics_of_all_versions_are_read(string line, Severity severity, string code, string file, int number, string message, string form)
    {
        Assert.True(DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(line), out Diagnostic? diagnostic));
        Assert.Equal(new Diagnostic(severity, code, file, number, message) { Form = Enum.Parse<DiagnosticForm>(form) }, diagnostic);
    }

    [Theory]
    [InlineData("Warning 1140: lib/x.lib line 23, exists.\r\n")]
    [InlineData("Error: no valid objects")]
    [InlineData("[INFO ODB-0131]     Created 92 components and 5 component-terminals.\n")]
    [InlineData("Warning: a.sdc, 07 text\n")]
    [InlineData("Warning:  two spaces\n")]
    [InlineData("[WARNING] text\r\n")]
    [InlineData("[INFO]:  text")]
    [InlineData("Notice 12: text\n")]
    public void A_diagnostic_is_printed_from_its_model(string text) =>
        // The recorder prints it again and compares.
        Assert.NotNull(Assert.Single(BlockRecorder.Read(text).Blocks).Diagnostic);

    [Fact]
    public void A_changed_diagnostic_is_printed()
    {
        var text = new TextBuffer();
        new Diagnostic(Severity.Warning, "1140", "x.lib", 23, "exists.").Render(text);
        new Diagnostic(Severity.Error, "", "a.tcl", 2, "no.") { Form = DiagnosticForm.OldOpenSta }.Render(text);
        new Diagnostic(Severity.Error, "STA-0240", "", 0, "no way.") { Form = DiagnosticForm.OpenRoadCritical }.Render(text);
        Assert.Equal("Warning 1140: x.lib line 23, exists.\nError: a.tcl, 2 no.\n[CRITICAL STA-0240] no way.\n", Encoding.UTF8.GetString(text.Written));
    }

    [Theory]
    [InlineData("Warnings are fine")]
    [InlineData("Critical: 3 nets exceed the fanout")]
    [InlineData("Errors: 3")]
    [InlineData("[0.000, 0.050): ** (2)")]
    [InlineData("Warning")]
    [InlineData("Warning:text")]
    [InlineData("W")]
    [InlineData("[CRITICAL] text")]
    [InlineData("[INFO]text")]
    [InlineData("[INFO STA-0001]: text")]
    [InlineData("[WARNING 7] text")]
    [InlineData("[NOTE] text")]
    [InlineData("Notice: text")]
    [InlineData("Notice a: text")]
    public void Other_lines_are_not(string line) => Assert.False(DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(line), out _));
}
