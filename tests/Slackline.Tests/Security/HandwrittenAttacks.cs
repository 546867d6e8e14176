namespace Slackline.Tests.Security;

/// <summary>Attempts by hand to get out of the sandbox: a query each.</summary>
internal static class HandwrittenAttacks
{
    /// <summary>All of them; each line is a query of its own.</summary>
    public static IEnumerable<string> All(Canary canary)
    {
        string file = canary.CreatedFile;
        string touch = $"exec touch {file}";
        return
        [
            .. Lines(
                """
                <TOUCH>
                ::<TOUCH>
                :::<TOUCH>
                {exec} touch <CREATED>
                "exec" touch <CREATED>
                ex\ec touch <CREATED>
                [string cat ex ec] touch <CREATED>
                set c exec; $c touch <CREATED>
                {*}{<TOUCH>}
                eval {<TOUCH>}
                eval [list exec touch <CREATED>]
                eval [string reverse [string reverse {<TOUCH>}]]
                subst {[<TOUCH>]}
                expr {[<TOUCH>]}
                expr [list [<TOUCH>]]
                if 1 {<TOUCH>}
                while 1 {<TOUCH>; break}
                foreach x 1 {<TOUCH>}
                for {} 1 {break} {<TOUCH>}
                catch {<TOUCH>} m; puts $m
                try {<TOUCH>} on error m {puts $m} finally {<TOUCH>}
                apply {{} {<TOUCH>}}
                lmap x 1 {<TOUCH>}
                switch a a {<TOUCH>}
                dict for {a b} {1 2} {<TOUCH>}
                lsort -command exec {touch <CREATED>}
                lsort -command {apply {{a b} {<TOUCH>}}} {1 2}
                regsub -all x x {[<TOUCH>]}
                uplevel #0 {<TOUCH>}
                uplevel 1 {<TOUCH>}
                uplevel 99 {<TOUCH>}
                proc f {} {uplevel 2 {<TOUCH>}}; f
                proc f {} {uplevel #0 {<TOUCH>}}; f
                namespace eval :: {<TOUCH>}
                namespace eval ::sta {<TOUCH>}
                namespace inscope ::sta exec touch <CREATED>
                proc unknown args {exec {*}$args}; touch <CREATED>
                unknown exec touch <CREATED>
                interp eval {} {<TOUCH>}
                interp invokehidden {} exec touch <CREATED>
                interp expose {} exec; <TOUCH>
                interp create x; x eval {<TOUCH>}
                interp alias {} e {} exec; e touch <CREATED>
                interp slaves; interp hidden
                interp limit {} time -seconds {}
                interp recursionlimit {} 100000
                interp0 eval {<TOUCH>}
                slave eval {<TOUCH>}
                forker eval {<TOUCH>}
                forker eval {kill KILL 1}
                rename puts exec; exec touch <CREATED>
                rename report_checks {}; rename exec report_checks; report_checks touch <CREATED>
                trace add execution report_checks enter exec
                trace add variable x write {<TOUCH>}; set x 1
                after 0 {<TOUCH>}; vwait x
                after idle {<TOUCH>}; update
                fileevent stdin readable {<TOUCH>}
                coroutine c exec touch <CREATED>
                tailcall exec touch <CREATED>
                oo::class create c {constructor {} {<TOUCH>}}; c new
                package require Tclx
                package ifneeded x 1 {<TOUCH>}; package require x
                load /usr/lib/libtclx8.4.so.0 Tclx
                load {} Tclx
                auto_load exec
                auto_execok touch
                auto_import x
                source <SCRIPT>
                ::tcl::tm::path add <DIRECTORY>
                open <CREATED> w
                open {|touch <CREATED>}
                open "|touch <CREATED>" r+
                set f [open <CREATED> w]; puts $f x; close $f
                open <SECRET>
                puts [read [open <SECRET>]]
                read stdin
                gets stdin
                puts stdin x
                puts stderr x
                puts file3 x
                puts file4 x
                puts sock5 x
                puts -nonewline file3 x
                puts -nonewline stdout x y
                puts stdout x nonewline
                chan puts file3 x
                chan names
                chan create {read write} exec
                chan pipe
                chan push stdout exec
                fconfigure stdout -translation binary
                fcopy stdin stdout
                close stdout
                close file3
                flush stdout
                seek stdin 0
                tell stdin
                eof stdin
                socket localhost 22
                socket -server exec 0
                cd /
                pwd
                glob *
                glob -directory <DIRECTORY> *
                file delete <VICTIM>
                file copy <SECRET> <CREATED>
                file mkdir <CREATED>
                file link <CREATED> <SECRET>
                file rename <VICTIM> <CREATED>
                file exists <SECRET>
                file attributes <VICTIM> -permissions 0777
                ::tcl::file::delete <VICTIM>
                ::tcl::file::mkdir <CREATED>
                tcl:file:delete <VICTIM>
                ::tcl::chan::puts file3 x
                ::tcl::unsupported::assemble {push exec; push touch; push <CREATED>; invokeStk 3}
                ::tcl::unsupported::inject c exec
                ::tcl::encoding::system utf-8
                ::tcl::clock::getenv HOME
                encoding system utf-8
                encoding dirs <DIRECTORY>
                clock format 0 -locale ../../<CREATED>
                clock scan x -timezone :<SECRET>
                zlib push gzip stdout
                exit
                ::exit 3
                quit
                pid
                set ::env(HOME)
                array get ::env
                parray env
                set ::auto_path
                set ::tcl_platform(user)
                info nameofexecutable
                info script
                info library
                info hostname
                info loaded
                info sharedlibextension
                info frame 0
                info coroutine
                info body ::sta::report_checks
                info commands ::sta::*
                info commands ::slackline::*
                global env; set env(PATH)
                upvar #0 env e; set e(PATH)
                upvar #0 ::slackline::sandbox::handles h; array get h
                set ::slackline::sandbox::most_commands 1
                set ::sta::sdc_file x
                ::slackline::sandbox::unlock
                ::slackline::sandbox::call report_checks exec touch <CREATED>
                ::slackline::sandbox::shelf::1 touch <CREATED>
                ::slackline::load_file <SCRIPT>
                ::slackline::captured <CREATED> {puts x}
                ::sta::redirect_file_begin <CREATED>
                ::sta::write_sdc_cmd <CREATED>
                ::sta::Pin_net {[<TOUCH>]}
                ::sta::is_object x
                namespace import ::sta::*
                write_sdc <CREATED>
                write_sdf <CREATED>
                write_verilog <CREATED>
                write_path_spice -path_args {} -spice_directory <DIRECTORY>
                write_timing_model <CREATED>
                read_verilog <VICTIM>
                read_liberty <SECRET>
                read_sdc <SCRIPT>
                read_spef <SECRET>
                read_sdf <SECRET>
                include <SCRIPT>
                log_begin <CREATED>
                report_cell_usage -file <CREATED>
                report_checks -file <CREATED>
                with_output_to_variable x {<TOUCH>}
                define_cmd_args report_checks x
                link_design x
                set_false_path -to *
                set_cmd_units -time ns
                set_units -time 1ps
                set_hierarchy_separator .
                create_clock -period 1 x
                delete_clock core_clk
                set_case_analysis 0 *
                delete_instance core
                make_instance x DFF_X1
                connect_pin x y
                disconnect_pin x y
                replace_cell core DFF_X1
                group_path -name x -to *
                set_disable_timing core
                unset_case_analysis *
                current_design x
                current_instance core
                report_units > <CREATED>
                proc report_checks args {<TOUCH>}; report_checks
                proc get_cells args {<TOUCH>}; report_instance [get_cells *]
                proc puts args {<TOUCH>}; puts x
                proc if args {<TOUCH>}; report_checks
                set x {report_checks > }; append x <CREATED>; eval $x
                set r >; report_checks $r <CREATED>
                set r ><CREATED>; report_checks $r
                report_checks {*}[split {>|<CREATED>} |]
                report_checks [format %c 62]<CREATED>
                foreach w {> >>} {catch {report_checks $w <CREATED>} m; puts $m}
                report_checks -format end -to ><CREATED>
                report_checks -to > <CREATED>
                report_checks -digits > <CREATED>
                report_checks ＞ <CREATED>
                report_checks ﹥<CREATED>
                report_checks "\u200b>" <CREATED>
                report_checks "\t>" <CREATED>
                report_checks "\u00a0><CREATED>"
                report_checks "\0>" <CREATED>
                ｅｘｅｃ touch <CREATED>
                еxec touch <CREATED>
                ехес touch <CREATED>
                report_checks －to x
                report_checks –digits 3
                ｒeport_checks
                exec​ touch <CREATED>
                report_checks -digits {[<TOUCH>]}
                report_checks -digits "3;<TOUCH>"
                report_checks -digits ３
                report_checks -slack_max {[<TOUCH>]}
                report_checks -slack_max 1e[<TOUCH>]
                report_checks -slack_max ١
                report_checks -group_count {1+[<TOUCH>]}
                report_checks -group_count 0x10
                report_checks -group_count 010
                report_checks -group_count { 1 }
                report_checks -fields {[<TOUCH>]}
                report_checks -fields {slew [<TOUCH>]}
                report_checks -format {[<TOUCH>]}
                report_checks -format {full > <CREATED>}
                report_checks -dig 2 -digi 3 -d > <CREATED>
                report_checks -digits -format -digits 3
                report_checks -to -digits {[<TOUCH>]}
                report_checks -through -digits {[<TOUCH>]}
                report_checks -through -fields -through {[<TOUCH>]}
                report_checks -unknown_option {[<TOUCH>]}
                report_checks -* {[<TOUCH>]}
                report_path -tags {[<TOUCH>]} r
                get_cells -filter {[<TOUCH>]}
                get_cells -filter {name == [<TOUCH>]} *
                get_cells -filter {name=="[<TOUCH>]"} *
                get_cells -filter {name=~*;<TOUCH>} *
                get_cells -filter {$x} *
                get_cells -hsc {[<TOUCH>]} *
                get_cells -hsc {(.*)} *
                get_cells -regexp {(?e)[<TOUCH>]}
                get_cells -of_objects {[<TOUCH>]}
                get_property {[<TOUCH>]} name
                get_property -object_type cell {[<TOUCH>]} name
                get_property core {[<TOUCH>]}
                get_property _4141414141414141_p_Pin full_name
                get_name _4141414141414141_p_Instance
                get_full_name [list _4141414141414141_p_Net]
                report_object_names {{_4141414141414141_p_Net}}
                report_object_names \x5f4141414141414141_p_Net
                report_object_names "a _4141414141414141_p_Net"
                report_net _4141414141414141_p_Net
                report_instance [string map {p_Pin p_Instance} [lindex [get_pins -hierarchical *] 0]]
                get_property [string map {p_Instance p_PathEnd} [lindex [get_cells *] 0]] slack
                get_property [string map {p_Instance p_LibertyCell} [lindex [get_cells *] 0]] name
                set p [find_timing_paths]; report_checks; get_property $p slack
                set p [find_timing_paths]; set r [get_property $p points]; find_timing_paths; get_property [lindex $r 0] arrival
                [lindex [get_cells *] 0] liberty_cell
                [lindex [get_pins -hierarchical *] 0] net
                help {[<TOUCH>]}
                help > <CREATED>
                foreach_in_collection x [<TOUCH>] {}
                foreach_in_collection x 1 {<TOUCH>}
                index_collection [<TOUCH>] 0
                repeat [<TOUCH>] 3
                format [<TOUCH>]
                string map [<TOUCH>] x
                set x [<TOUCH>
                set x "[<TOUCH>]
                return -code return [<TOUCH>]
                return -level 9 -code error x
                return -code 99 x
                return -code break
                break
                continue
                error x {} {POSIX EACCES x}
                throw {TCL LIMIT TIME} x
                error "Error: /etc/passwd, 1 x"
                throw {CHILDSTATUS 1 2} {x y}
                set errorInfo [<TOUCH>]
                unset ::errorInfo; unset -nocomplain ::tcl_version; error x
                string is list "\{[<TOUCH>]"
                """, canary),
            // Over several lines.
            $"report_checks \\\n > {file}",
            $"report_checks \\\n\\\n >{file}",
            $"exec \\\n touch {file}",
            $"ex\\\nec touch {file}",
            $"report_checks\n{touch}",
            $"report_checks -to {{\n{touch}\n}}",
            $"report_checks -to \"x\\\n[{touch}]\"",
            $"report_checks; # \\\n{touch}",
            $"report_checks ;\r\n{touch}",
            $"report_checks\r{touch}",
            $"report_checks\0{touch}",
            $"\ufeff{touch}",
            $"report_checks \u2028{touch}",
            "{",
            "}",
            "\"",
            "[",
            "]",
            "",
            "\0",
            ";;;;",
            "\\",
        ];
    }

    private static string[] Lines(string queries, Canary canary) => queries
        .Replace("<TOUCH>", "exec touch <CREATED>", StringComparison.Ordinal)
        .Replace("<CREATED>", canary.CreatedFile, StringComparison.Ordinal)
        .Replace("<SECRET>", canary.SecretFile, StringComparison.Ordinal)
        .Replace("<VICTIM>", canary.VictimFile, StringComparison.Ordinal)
        .Replace("<SCRIPT>", canary.ScriptFile, StringComparison.Ordinal)
        .Replace("<DIRECTORY>", canary.Path, StringComparison.Ordinal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
