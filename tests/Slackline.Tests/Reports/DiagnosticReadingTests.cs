using System.Text;
using Slackline.Reports;

namespace Slackline.Tests.Reports;

public class DiagnosticReadingTests
{
    [Theory]
    [InlineData("Warning: b.tcl, 19 port 'nosuch*' not found.", Severity.Warning, "", "b.tcl", 19, "port 'nosuch*' not found.")]
    [InlineData("Error: no valid objects specified for -to.", Severity.Error, "", "", 0, "no valid objects specified for -to.")]
    [InlineData("Warning 1140: lib/x.lib line 23, library nangate already exists.", Severity.Warning, "1140", "lib/x.lib", 23, "library nangate already exists.")]
    [InlineData("Error 501: port not found.", Severity.Error, "501", "", 0, "port not found.")]
    [InlineData("[WARNING STA-1140] ./a.lib line 3, exists.", Severity.Warning, "STA-1140", "./a.lib", 3, "exists.")]
    [InlineData("[ERROR GUI-0070] find_timing failed.", Severity.Error, "GUI-0070", "", 0, "find_timing failed.")]
    [InlineData("[INFO ODB-0227] LEF file: a.lef, created 22 layers", Severity.Info, "ODB-0227", "", 0, "LEF file: a.lef, created 22 layers")]
    public void Diagnostics_of_all_versions_are_read(string line, Severity severity, string code, string file, int number, string message)
    {
        Assert.True(DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(line), out Diagnostic? diagnostic));
        Assert.Equal(new Diagnostic(severity, code, file, number, message), diagnostic);
    }

    [Theory]
    [InlineData("Warnings are fine")]
    [InlineData("Errors: 3")]
    [InlineData("[0.000, 0.050): ** (2)")]
    [InlineData("Warning")]
    [InlineData("W")]
    public void Other_lines_are_not(string line) => Assert.False(DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(line), out _));
}
