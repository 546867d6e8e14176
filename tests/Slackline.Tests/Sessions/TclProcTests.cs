using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>
/// Our Tcl procs without a tool, in the shapes that the versions of the tool have: what CI cannot have (OpenSTA 3, OpenROAD) is guarded here. The checks themselves are in <c>Procs</c>; they
/// run in a plain interpreter inside the tool, so that no other Tcl is needed.
/// </summary>
public sealed class TclProcTests
{
    [Theory]
    [InlineData("loading", "sdc_file")]
    [InlineData("loading", "script")]
    [InlineData("redirection", "one")]
    [InlineData("redirection", "many")]
    [InlineData("crashes", "all")]
    [InlineData("crashes", "some")]
    public async Task Procs_do_what_their_checks_say(string part, string shape)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("procs-");
        try
        {
            string procs = Path.Combine(folder.FullName, part + ".tcl");
            await using (Stream script = typeof(StaSession).Assembly.GetManifestResourceStream($"Slackline.Sessions.{part}.tcl")!)
            await using (FileStream file = File.Create(procs))
            {
                await script.CopyToAsync(file, TestContext.Current.CancellationToken);
            }

            // Not sourced: commands and procs then have no place in a file, as when the tool reads the bootstrap.
            string checks = Path.Combine(AppContext.BaseDirectory, "Sessions", "Procs");
            string run = Path.Combine(folder.FullName, "run.tcl");
            await File.WriteAllTextAsync(
                run,
                $$"""
                set plain [interp create]
                interp eval $plain {
                  set folder {{folder.FullName}}
                  set shape {{shape}}
                  foreach file {{{procs}} {{checks}}/checks.tcl {{checks}}/{{part}}-test.tcl} {
                    set channel [open $file r]
                    set script [read $channel]
                    close $channel
                    eval $script
                  }
                }
                """,
                TestContext.Current.CancellationToken);
            Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", run]);
            string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(lines, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
            Assert.Equal("ok done", lines[^1]);
            Assert.True(lines.Length > 5);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
