using Slackline.Tcl;

namespace Slackline.Tests.Security;

/// <summary>The third wall of the sandbox: what is left of the tool while a query runs, whatever the tool brings (OpenROAD: TclX, and commands that write the design).</summary>
public sealed class SandboxWallSpecs(DemoDesignFixture design) : IDisposable
{
    // Evaluates a script behind the third wall alone, as if a query's word had come to be evaluated in the tool.
    private const string Behind =
        """
        proc behind { script } {
          ::slackline::sandbox::lock
          catch { uplevel #0 $script } message
          ::slackline::sandbox::unlock
          return $message
        }
        """;

    private const string LoadTclX =
        """
        # The tool's own source prints an error over TclX's scripts.
        if { [llength [info commands ::builtin_source]] } {
          rename ::source ::source_of_the_tool
          rename ::builtin_source ::source
        }
        foreach library [glob -nocomplain /usr/lib/libtclx8*.so* /usr/lib/*/libtclx8*.so* /usr/lib/tclx8*/libtclx8*.so*] {
          if { ![catch { load $library Tclx }] } {
            break
          }
        }
        if { [llength [info commands ::source_of_the_tool]] } {
          rename ::source ::builtin_source
          rename ::source_of_the_tool ::source
        }
        """;

    private const string Reports = "report_checks -path_delay min_max -fields {slew capacitance}; report_power; report_tns; report_check_types; puts [llength [get_cells -hierarchical *]]";

    private readonly List<string> _setups = [];

    /// <summary>OpenROAD has TclX in its main interpreter: these are TclX's real commands.</summary>
    [Fact]
    public async Task None_of_TclX_is_left_while_a_query_runs()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(await SetupAsync($"set before [info commands ::*]\n{LoadTclX}\nset brought {{}}\nforeach name [info commands ::*] {{ if {{ $name ni $before }} {{ lappend brought $name }} }}\n{Behind}"));
        IReadOnlyList<string> brought = TclList.Parse(await watched.EvaluateAsync("set brought"));
        Assert.True(brought.Count > 60, $"TclX brought {brought.Count} commands");
        Assert.Superset(new HashSet<string> { "::system", "::execl", "::fork", "::kill", "::unlink", "::chmod", "::link", "::mkdir", "::rmdir", "::pipe", "::dup" }, brought.ToHashSet());
        string created = watched.Canary.CreatedFile;
        string victim = watched.Canary.VictimFile;
        string[] attempts =
        [
            $"system {{touch {created}}}", $"execl /bin/sh {{-c {{touch {created}}}}}", $"mkdir {created}", $"unlink {victim}", $"chmod 0777 {victim}", $"link {watched.Canary.SecretFile} {created}",
            $"frename {victim} {created}", $"write_file {created} x", $"for_recursive_glob f {watched.Canary.Path} * {{error $f}}", $"read_file {watched.Canary.SecretFile}", "fork", "kill 0 [pid]", $"chroot {watched.Canary.Path}", "umask 0", "signal ignore SIGINT", "nice 1",
        ];
        foreach (string attempt in attempts)
        {
            string said = await watched.EvaluateAsync($"behind {{{attempt}}}");
            Assert.False(watched.Canary.IsHarmed, attempt);
            Assert.DoesNotContain(watched.Canary.Secret, said, StringComparison.Ordinal);
            Assert.Matches("not available in queries|invalid command name|ambiguous command name", said.ToLowerInvariant());
        }

        Assert.Empty(await watched.SuspiciousCallsAsync());
        // Words of a report's procedure may be named like commands of TclX: those that only calculate may stay.
        string left = await watched.EvaluateAsync($"behind {{set left {{}}; foreach name $brought {{ if {{ [catch {{ info body $name }} body] || ![string match {{::slackline::sandbox::trip *}} $body] }} {{ lappend left $name }} }}; set left}}");
        string[] calculating =
        [
            "abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "double", "exp", "fabs", "floor", "fmod", "int", "log", "log10", "max", "min", "pow", "random", "round", "sin", "sinh", "sqrt", "tan", "tanh",
            "cconcat", "cequal", "cindex", "clength", "crange", "csubstr", "ctype", "echo", "lempty", "lmatch", "loop", "replicate", "union", "intersect", "translit",
        ];
        Assert.Empty(TclList.Parse(left).Select(Last).Except(calculating));
        // And they are there again, and the reports were always there.
        await watched.EvaluateAsync($"system {{touch {created}}}");
        Assert.True(watched.Canary.IsHarmed);
    }

    /// <summary>What TclX and OpenROAD bring must not get into the way of the reports.</summary>
    [Fact]
    public async Task Reports_are_the_same_with_TclX_in_the_tool()
    {
        await using WatchedSession plain = await WatchedSession.StartAsync(design.Setup);
        await using WatchedSession extended = await WatchedSession.StartAsync(await SetupAsync(LoadTclX));
        string expected = await plain.QueryAsync(Reports);
        Assert.True(expected.Length > 5000, expected);
        Assert.Equal(expected, await extended.QueryAsync(Reports));
        Assert.Equal("", await extended.EvaluateAsync("set ::slackline::sandbox::trips"));
    }

    /// <summary>Commands by the names that OpenROAD and newer versions have them, and by any other, tell when they are reached. One is needed by a report.</summary>
    [Fact]
    public async Task What_no_report_needs_is_not_reached_by_whatever_name()
    {
        string[] names =
        [
            "::ord::read_db_cmd", "::ord::write_db_cmd", "::ord::write_def_cmd", "::ord::write_lef_cmd", "::ord::write_abstract_lef_cmd", "::ord::write_cdl_cmd", "::ord::read_lef_cmd", "::ord::read_def_cmd",
            "::ord::read_verilog_cmd", "::ord::link_design_db_cmd", "::ord::read_3dbv_cmd", "::ord::write_3dbx_cmd", "::ord::get_db", "::ord::get_db_tech", "::ord::set_thread_count", "::ord::design_created",
            "::utl::redirectFileBegin", "::utl::redirectFileAppendBegin", "::utl::redirectStringBegin", "::utl::teeFileBegin", "::utl::teeFileAppendBegin", "::utl::teeStringBegin", "::utl::set_metrics_stage",
            "::utl::open_metrics", "::utl::startPrometheusEndpoint", "::utl::man", "::odb::read_db", "::odb::write_db", "::odb::read_def", "::odb::write_def", "::odb::read_lef", "::odb::write_lef",
            "::odb::dbInst_destroy", "::odb::dbNet_create", "::odb::dbDatabase_destroy", "::rsz::repair_design_cmd", "::grt::read_guides", "::drt::detailed_route_cmd", "::pdn::write", "::gui::save_image",
            "::tee", "::man", "::write_def", "::write_db", "::read_lef", "::read_db", "::place_pin", "::repair_design", "::global_route", "::gui::deeper::still::show", "::sta::write_anything", "::sta::read_anything",
            "::sta::write_sdc_cmd2", "::sta::set_anything_cmd", "::sta::make_anything", "::sta::connect_anything", "::sta::network_changed", "::anything", "::anything::else",
        ];
        string definitions = string.Concat(names.Select(name => $"namespace eval [namespace qualifiers {name}]:: {{}}\nproc {name} args {{ lappend ::reached {name} }}\n"));
        string setup = await SetupAsync(
            $$"""
            set reached {}
            {{definitions}}
            namespace eval ::ord { proc get_db_block {} { return "the block" } }
            rename ::report_tns ::report_tns_of_the_tool
            proc ::report_tns { args } { puts [ord::get_db_block]; report_tns_of_the_tool }
            interp alias {} ::shortcut {} ::exec
            {{Behind}}
            """);
        await using WatchedSession watched = await WatchedSession.StartAsync(setup);
        foreach (string name in names)
        {
            await watched.EvaluateAsync($"behind {{{name} {watched.Canary.CreatedFile}}}");
            // Abbreviated, and from inside of the tool's own namespace.
            await watched.EvaluateAsync($"behind {{{name[..^1]} {watched.Canary.CreatedFile}}}");
            await watched.EvaluateAsync($"behind {{namespace eval ::sta {{{name.TrimStart(':')} {watched.Canary.CreatedFile}}}}}");
        }

        await watched.EvaluateAsync($"behind {{shortcut touch {watched.Canary.CreatedFile}}}");
        Assert.Equal("", await watched.EvaluateAsync("set reached"));
        Assert.False(watched.Canary.IsHarmed);
        Assert.Equal("", await watched.EvaluateAsync("set ::slackline::sandbox::trips {}"));
        Assert.StartsWith("the block\ntns ", await watched.QueryAsync("report_tns"), StringComparison.Ordinal);
        Assert.Equal("", await watched.EvaluateAsync("set ::slackline::sandbox::trips"));
        // That nothing was reached means something only if they are reached otherwise.
        await watched.EvaluateAsync(string.Concat(names.Select(name => $"{name} x\n")));
        Assert.Equal(names, TclList.Parse(await watched.EvaluateAsync("set reached")));
    }

    /// <summary>What is taken away may not be missed: not by any option of any command, nor by the traces of variables that one reads.</summary>
    [Fact]
    public async Task Everything_that_queries_may_call_works_as_outside()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(design.Setup, forks: true);
        IReadOnlyList<string> table = TclList.Parse(await watched.EvaluateAsync("set ::slackline::sandbox::commands"));
        IReadOnlyList<string> present = TclList.Parse(await watched.EvaluateAsync("set ::slackline::sandbox::present"));
        IReadOnlyList<string> names = TclList.Parse(await watched.EvaluateAsync(
            "set cell [lindex [all_registers -cells] 0]; set name [get_full_name $cell]; list $name [get_full_name [lindex [get_pins $name/*] 0]] [get_full_name [lindex [get_nets *] 3]]"));
        var legal = new LegalCalls(names[0], names[1], names[2]);
        int calls = 0;
        int accepted = 0;
        for (int i = 0; i < table.Count; i += 2)
        {
            if (!present.Contains(table[i]))
            {
                continue;
            }

            IReadOnlyList<string> specification = TclList.Parse(table[i + 1]);
            string[] scripts = [.. legal.Of(table[i], TclList.Parse(specification[0]), TclList.Parse(specification[1]))];
            // Of an error only that there is one: outside, its text has the line of another script.
            string script = $$"""
                foreach call {{TclList.Format(TclList.Format(scripts))}} {
                  set failed [catch { eval $call } result]
                  puts "$call: [expr { $failed ? [string match {*not available in queries*} $result] ? $result : {an error} : [regsub -all {_[0-9a-f]+_p_} $result _p_] }]"
                }
                """;
            string outside = WithoutWarnings(await watched.EvaluateAsync(script));
            Assert.Equal(outside, WithoutWarnings(await watched.QueryAsync(script)));
            calls += scripts.Length;
            accepted += scripts.Length - outside.Split('\n').Count(line => line.EndsWith(": an error", StringComparison.Ordinal));
        }

        Assert.True(calls > 500 && accepted > 250, $"{accepted} of {calls} calls");
        TestContext.Current.TestOutputHelper!.WriteLine($"{calls} calls, of which the tool took {accepted}");
    }

    /// <summary>What the running tool itself has that opens files or changes the design, by its name.</summary>
    [Fact]
    public async Task The_tool_has_nothing_that_reads_writes_or_sets_while_a_query_runs()
    {
        await using WatchedSession watched = await WatchedSession.StartAsync(await SetupAsync(Behind));
        const string List = "set all {}; foreach name [::slackline::sandbox::commands_below {}] { if { [catch { info body [namespace origin $name] } body] || ![string match {::slackline::sandbox::trip *} $body] } { lappend all $name } }; set all";
        IReadOnlyList<string> whole = TclList.Parse(await watched.EvaluateAsync(List));
        IReadOnlyList<string> left = TclList.Parse(await watched.EvaluateAsync($"behind {{{List}}}"));
        Assert.InRange(left.Count, 200, whole.Count - 500);
        string[] verbs = ["read_", "write_", "set_", "unset_", "make_", "delete_", "remove_", "create_", "connect", "disconnect", "replace_", "swap_", "link_", "load_", "save_", "redirect_", "log_", "include", "source", "group_path", "define_", "report_cell_usage_file"];
        string[] harmless =
        [
            // What is made, set and given back again for one report.
            "make_exception_from", "make_exception_thru", "make_exception_to", "delete_exception_from", "delete_exception_thru", "delete_exception_to", "delete_from_thrus_to", "delete_path_ref",
            "set_report_path_format", "set_report_path_fields", "set_report_path_field_properties", "set_report_path_field_width", "set_report_path_digits", "set_report_path_no_split", "set_report_path_sigmas",
            "set_current_instance", "set_report_path_field_order",
            // Ends what Slackline began.
            "redirect_file_end", "redirect_string_end",
            // Slackline's, around a fork, and when it has loaded a design with several modes.
            "set_thread_count", "set_cmd_mode",
            "define_cmd_args", "define_hidden_cmd_args",
        ];
        string[] reaching = [.. left.Where(name => verbs.Any(verb => Last(name).StartsWith(verb, StringComparison.Ordinal)) && !harmless.Contains(Last(name)))];
        Assert.Equal([], reaching);
    }

    public void Dispose() => _setups.ForEach(File.Delete);

    private static string WithoutWarnings(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("Warning", StringComparison.Ordinal)));

    private static string Last(string name) => name[(name.LastIndexOf(':') + 1)..];

    // Beside the design's files, where its script looks for them.
    private async Task<string> SetupAsync(string additions)
    {
        string file = Path.Combine(Path.GetDirectoryName(design.Setup)!, $"setup-{Guid.NewGuid():N}.tcl");
        _setups.Add(file);
        await File.WriteAllTextAsync(file, $"{await File.ReadAllTextAsync(design.Setup, TestContext.Current.CancellationToken)}\n{additions}\n", TestContext.Current.CancellationToken);
        return file;
    }
}
