using System.Globalization;
using Slackline.Planning.Plans;
using Slackline.Sessions;
using Slackline.Tests.Planning;

namespace Slackline.Tests.Sessions;

/// <summary>Whatever forks the tool's process: the same paths, children that end and are reaped, and words that say which it is.</summary>
public sealed class ForkingSpecs(DemoDesignFixture design)
{
    private const string Query = "report_checks -group_path_count 1000 -endpoint_path_count 3";
    private static readonly PlanOptions s_fine = new() { Workers = 2, SliceWork = TimeSpan.FromMilliseconds(20) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Forker.TclX, "by TclX, /")]
    [InlineData(Forker.Expect, "by Expect, /")]
    [InlineData(Forker.None, "not possible: it was asked not to be")]
    public async Task The_same_paths_come_whatever_forks(Forker forker, string words)
    {
        await using StaSession usual = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        await using StaSession session = await LoadAsync(forker);
        Assert.Equal(forker, session.Features.Forker);
        Assert.Equal(forker == Forker.None, session.CannotFork is not null);
        Assert.StartsWith(words, session.Forking, StringComparison.Ordinal);
        EqualityTests.AssertSame(await PlannedSessions.RunAsync(usual, Query, s_fine), await PlannedSessions.RunAsync(session, Query, s_fine), forker.ToString());
        await Waiting.Until(() => ChildrenOf(session.ProcessId, "Z").Count == 0);
        Assert.Equal(0, session.Restarts);
    }

    [Theory]
    [InlineData(Forker.TclX)]
    [InlineData(Forker.Expect)]
    public async Task Children_that_are_given_up_are_reaped_and_the_session_goes_on(Forker forker)
    {
        await using StaSession session = await LoadAsync(forker);
        int[] before = [.. ChildrenOf(session.ProcessId, "")];
        for (int i = 0; i < 10; i++)
        {
            // Several at once, which end in another order than they began.
            StaCommand[] commands = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => session.RunAsync("while 1 {incr i}", Cancellation)))];
            Assert.Equal(3, commands.Select(static command => command.ProcessId).Append(session.ProcessId).Distinct().Count() - 1);
            foreach (StaCommand command in commands.Reverse())
            {
                await command.DisposeAsync();
            }

            Assert.All(commands, static command => Assert.True(ToolActivity.HasExited(command.ProcessId)));
        }

        await Waiting.Until(() => !ChildrenOf(session.ProcessId, "").Except(before).Any());
        Assert.NotEmpty(await PlannedSessions.RunAsync(session, "report_checks", s_fine));
        Assert.Equal(0, session.Restarts);
    }

    [Theory]
    [InlineData(Forker.TclX, "KILL")]
    [InlineData(Forker.Expect, "KILL")]
    [InlineData(Forker.TclX, "TERM")]
    [InlineData(Forker.Expect, "TERM")]
    public async Task How_a_child_ended_is_told(Forker forker, string signal)
    {
        await using StaSession session = await LoadAsync(forker);
        await using StaCommand other = await session.RunAsync("while 1 {incr i}", Cancellation);
        await using StaCommand command = await session.RunAsync("while 1 {incr i}", Cancellation);

        // Both have ended when one of them is asked for: how the other ended is not lost.
        Processes.Signal(other.ProcessId, "USR1");
        Processes.Signal(command.ProcessId, signal);
        await Waiting.Until(() => ToolActivity.HasExited(other.ProcessId) && ToolActivity.HasExited(command.ProcessId));
        Assert.Contains($"was killed by SIG{signal}", (await DeathAsync(command)).Message, StringComparison.Ordinal);
        Assert.Contains("was killed by SIGUSR1", (await DeathAsync(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variable_chooses_and_explain_says_so()
    {
        string[] arguments = ["explain", "--setup", design.Setup, Query];
        Processes.Result expect = await Processes.SlacklineAsync(Choose("expect"), arguments);
        Assert.Contains("forking     by Expect, /", expect.Output, StringComparison.Ordinal);

        Processes.Result none = await Processes.SlacklineAsync(Choose("none"), ["run", .. arguments[1..], "--take", "1"]);
        Assert.Equal(0, none.ExitCode);
        Assert.Single(none.Errors.Split('\n'), static line => line.Contains("ran in OpenSTA's own process, which cannot be forked: it was asked not to be.", StringComparison.Ordinal));

        Processes.Result usual = await Processes.SlacklineAsync("run", "--setup", design.Setup, Query, "--take", "1");
        Assert.DoesNotContain("forked", usual.Errors, StringComparison.Ordinal);

        Processes.Result wrong = await Processes.SlacklineAsync(Choose("vfork"), arguments);
        Assert.Equal(4, wrong.ExitCode);
        Assert.Contains("$SLACKLINE_FORKER is 'vfork'. It may be tclx, expect or none", wrong.Errors, StringComparison.Ordinal);

        static Dictionary<string, string> Choose(string forker) => new() { [StaSessionOptions.ForkerVariable] = forker };
    }

    /// <summary>Distributions put the libraries into different places; a link, and a folder named twice, are no second library.</summary>
    [Fact]
    public async Task Libraries_are_found_where_distributions_put_them()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("libraries-");
        try
        {
            string[] files = ["lib64/tcl8.6/tclx8.4/libtclx8.4.so", "lib/libexpect.so.5.45", "lib/expect5.45.4/libexpect5.45.4.so", "lib64/libexpectation.txt", "lib/libtcl9tclx9.0.so", "lib/libtcl9expect6.0.so"];
            foreach (string file in files)
            {
                string path = Path.Combine(root.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, "", Cancellation);
            }

            File.CreateSymbolicLink(Path.Combine(root.FullName, "lib/libexpect.so.5"), "libexpect.so.5.45");
            var environment = new Dictionary<string, string> { ["TCLLIBPATH"] = $"{root}/lib {root}/lib64", ["LD_LIBRARY_PATH"] = $"{root}/lib" };
            Assert.Equal(files[..3].Order(StringComparer.Ordinal), await FindAsync(""));

            // A library for Tcl 8 ends a tool that has Tcl 9.
            Assert.Equal(files[4..].Order(StringComparer.Ordinal), await FindAsync("proc info args {expr {$args eq {patchlevel} ? {9.0.2} : [uplevel 1 [linsert $args 0 ::tcl_info]]}}"));

            async Task<IEnumerable<string>> FindAsync(string tool)
            {
                string script = $$"""
                    rename info ::tcl_info
                    interp alias {} info {} ::tcl_info
                    {{tool}}
                    foreach way {tclx expect} {puts [join [::slackline::forking::libraries $way] \n]}
                    """;
                string found = await TclScripts.RunAsync("forking.tcl", script, environment);
                return found.Split('\n').Where(line => line.StartsWith(root.FullName, StringComparison.Ordinal)).Select(line => Path.GetRelativePath(root.FullName, line)).Order(StringComparer.Ordinal);
            }
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_cannot_be_loaded_is_told()
    {
        string said = await TclScripts.RunAsync("forking.tcl", """
            proc ::slackline::forking::libraries way { return [expr { $way eq "tclx" ? "/nowhere/libtclx8.4.so" : "" }] }
            puts [::slackline::forking::prepare {tclx expect}]
            """);
        Assert.StartsWith("way none file {} cannot {TclX: /nowhere/libtclx8.4.so: ", said, StringComparison.Ordinal);
        Assert.EndsWith("; Expect: not installed}", said.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_install_depends_on_the_tools_Tcl()
    {
        Assert.Contains("apt-get install tclx8.4", StaFeatures.Parse("tcl 8.6.13 forking {way none cannot {TclX: not installed}}").CannotFork, StringComparison.Ordinal);
        Assert.Contains("The tool has Tcl 9.0.2", StaFeatures.Parse("tcl 9.0.2 forking {way none cannot {TclX: not installed}}").CannotFork, StringComparison.Ordinal);
        Assert.Null(StaFeatures.Parse("tcl 9.0.2 forking {way tclx file /x}").CannotFork);
    }

    private static async Task<StaDiedException> DeathAsync(StaCommand command)
    {
        await command.Output.CopyToAsync(Stream.Null, Cancellation);
        return await Assert.ThrowsAsync<StaDiedException>(command.CompleteAsync);
    }

    // The processes whose parent it is, all or those in a state.
    private static List<int> ChildrenOf(int parent, string state)
    {
        var children = new List<int>();
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out int process))
            {
                try
                {
                    string status = File.ReadAllText($"/proc/{process}/stat");
                    string[] words = status[(status.LastIndexOf(')') + 2)..].Split(' ');
                    if (words[1] == parent.ToString(CultureInfo.InvariantCulture) && words[0].StartsWith(state, StringComparison.Ordinal))
                    {
                        children.Add(process);
                    }
                }
                catch (IOException)
                {
                    // It has ended meanwhile.
                }
            }
        }

        return children;
    }

    private async Task<StaSession> LoadAsync(Forker forker)
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find(), Forker = forker }, Cancellation);
        await session.LoadAsync(design.Setup, Cancellation);
        return session;
    }
}
