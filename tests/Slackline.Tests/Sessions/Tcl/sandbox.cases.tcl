# Shapes: opensta-2.0.17 opensta-3.1.0 openroad
# The first wall, the interpreter of a query, and the third, the tool while a query runs. Harmless words only.
ours sandbox/allowed.tcl sandbox/removed.tcl sandbox/lists.tcl sandbox/checks.tcl sandbox/interpreter.tcl sandbox/lock.tcl sandbox/query.tcl

set said {}
rename puts real_puts
proc puts { args } {
  if { [lindex $args end-1] in {stdout -nonewline} || [llength $args] == 1 } {
    lappend ::said $args
  } else {
    real_puts {*}$args
  }
}
# Of the tool, a report that needs another command, and one that no report needs.
call get_cells { args } { return [expr { "none" in $args ? "" : "_00c0ffee_p_Instance" }] }
call _00c0ffee_p_Instance { args } {}
proc report_units { args } { return [::sta::show_units] }
proc ::sta::show_units {} { return "1ns [::sta::capacitance_unit]" }
call sta::capacitance_unit {} { return 1pF }
proc report_tns { args } { ::sta::show_slack $args }
proc ::sta::show_slack { words } { return "tns $words" }
proc ::sta::nobody_needs_this {} { set ::changed 1; return changed }
set changed 0

::slackline::sandbox::create
proc query { script } {
  ::slackline::sandbox::prepare "::slackline::sandbox::run x 1"
  set code [catch { ::slackline::sandbox::run $script 5 } result]
  # The procs of these cases are none that a query needs, either.
  ::slackline::sandbox::give_back needless_shelved
  return [expr { $code ? "error: $result" : $result }]
}
proc trusted_script { script } {
  ::slackline::sandbox::prepare $script
  uplevel #0 $script
}
proc begins { text beginning } {
  return [string equal -length [string length $beginning] $beginning $text]
}

# --- the interpreter ---

check "the result is the last command's" { query {set a 1; set b 2; expr {$a + $b}} } 3
check "or what it returns" { query {return 4; set b 2} } 4
check "an error is the query's" { query {error "no such thing"} } {error: no such thing}
check "a query leaves nothing for the next" { query {set x 1; proc f {} {}; proc puts args {}}; query {list [info exists x] [info procs] [info globals]} } {0 {} {}}
check "there is nothing else in it" {
  lsort [query {set names [info vars]; info locals}]
} {}
check "its commands are those of the list" {
  set allowed [concat $::slackline::sandbox::tcl_commands $::slackline::sandbox::present \
    puts unknown repeat lrepeat format foreach_in_collection sizeof_collection index_collection]
  set missing {}
  foreach name $allowed {
    if { [query [list catch $name message]\;set\ message] eq "invalid command name \"$name\"" } { lappend missing $name }
  }
  set missing
} {}
check "what is not there says what there is" { begins [query {exec ls}] "error: 'exec' is not available in queries: they report and ask, and change nothing. Available are find_timing_paths, " } 1
check "so does a command of the tool that changes something" { begins [query {set_false_path -to x}] "error: 'set_false_path' is not available in queries" } 1
check "and a name that nobody has" { begins [query {nosuch}] "error: 'nosuch' is not available in queries" } 1
check "hidden commands are gone, too" { lmap name {exec open socket source load glob cd pwd exit file interp namespace rename after vwait} { begins [query $name] "error: '$name' is not available" } } {1 1 1 1 1 1 1 1 1 1 1 1 1 1 1}
check "an index of a bus" { list [query {list data[3] x[*]}] [query {set a "u1/d[12]"}] } {{{data[3]} {x[*]}} {u1/d[12]}}
check "a collection is a list" { query {set n 0; foreach_in_collection c {a b c} {incr n}; list $n [sizeof_collection {a b}] [index_collection {a b} 1]} } {3 2 b}

check "puts prints into the report" { set said {}; query {puts a; puts -nonewline b; puts stdout c; puts -nonewline stdout d}; set said } {{stdout a} {-nonewline stdout b} {stdout c} {-nonewline stdout d}}
check "and nowhere else" { query {puts stderr a} } {error: puts prints into the report: puts ?-nonewline? ?stdout? TEXT; channels are not available in queries}
check "text of bounded length" { list [query {string length [string repeat ab 10]}] [query {string repeat ab 9000000}] } {20 {error: string repeat: more than 16000000 characters}}
check "lists of bounded length" { list [query {lrepeat 3 a}] [query {lrepeat 600000 a b}] } {{a a a} {error: lrepeat: more than 1000000 elements}}
check "fields of bounded width" { list [query {format {%5.2f|%-4s|%%} 1.5 a}] [query {format %5000s a}] [query {format %*s 9 a}] } {{ 1.50|a   |%} {error: format: a field wider than 4096} {error: format: * and precisions of more than 999 are not available in queries}}
check "calls of bounded depth" { string match "error: too many nested *" [query {proc f {} {f}; f}] } 1
check "commands of bounded number" {
  set most $::slackline::sandbox::most_commands
  set ::slackline::sandbox::most_commands 1000
  set result [query {while 1 {set a 1}}]
  set ::slackline::sandbox::most_commands $most
  set result
} {error: the query was stopped: it ran more than 1000 commands}

# --- calls of the tool ---

check "a report's words are checked" { query {report_tns -digits x} } {error: report_tns -digits: 'x' is not a number of digits from 0 to 20}
check "and reach it" { query {report_tns -digits 3} } {tns -digits 3}
check "also put together at that moment" { query {set o -dig; set n its; report_tns $o$n [expr {1 + 2}]} } {tns -digits 3}
check "an object may be handed back" { query {get_name [get_cells *]} } _00c0ffee_p_Instance
check "not one of another query" { query {get_cells *}; query {get_name _00c0ffee_p_Instance} } {error: get_name: argument 1: '_00c0ffee_p_Instance' is not an object of this query; ask for it by name (get_pins, get_cells ...)}
check "a search frees the paths of the one before" {
  set ends {{{a clk -1 max p1 one}} {{b clk -1 max p2 one}}}
  call _00000000_p_PathEnd { args } {}
  query {set first [find_timing_paths]; find_timing_paths; get_name $first}
} {error: get_name: argument 1: '_00000000_p_PathEnd' is not an object of this query; ask for it by name (get_pins, get_cells ...)}

# --- the tool while a query runs ---

# Evaluated in the tool itself while a query runs, as if both other walls had fallen.
proc within { script } {
  ::slackline::sandbox::lock
  set code [catch { uplevel #0 $script } result]
  ::slackline::sandbox::unlock
  ::slackline::sandbox::give_back needless_shelved
  return [expr { $code ? "error: $result" : $result }]
}

check "what no report needs is not there" { list [within ::sta::nobody_needs_this] $changed } {{error: '::sta::nobody_needs_this' is not available in queries} 0}
check "it is noted who asked" { set ::slackline::sandbox::trips } ::sta::nobody_needs_this
set ::slackline::sandbox::trips {}
check "it is back for a trusted script" { ::sta::nobody_needs_this } changed
check "what a report needs is there, to any depth" { list [query report_tns] [query report_units] } {{tns } {1ns 1pF}}
check "nothing has been missed by them" { set ::slackline::sandbox::trips } {}
check "what reaches files and programs is not there" {
  lmap name {exec open socket source load cd glob exit} { within [list $name x] }
} [lmap name {exec open socket source load cd glob exit} { string cat "error: '::$name' is not available in queries" }]
check "and is there again" { list [llength [info commands ::exec]] [catch { close [open $folder/probe w] }] [file exists $folder/probe] } {1 0 1}
check "a command that comes with a trusted script is not there for the next query" {
  trusted_script {proc ::brought args { set ::changed 2 }}
  set ::slackline::sandbox::trips {}
  list [query {catch brought}] [within ::brought] [set ::slackline::sandbox::trips {}]
} {1 {error: '::brought' is not available in queries} {}}
check "nor one of a namespace below another" {
  trusted_script {namespace eval ::deep::er {proc change {} {}}}
  within ::deep::er::change
} {error: '::deep::er::change' is not available in queries}
check "an interpreter that can do everything" { trusted_script {interp create able}; within {able eval set a 1} } {error: '::able' is not available in queries}
check "what a trace calls is left" {
  trusted_script {
    set traced 1
    proc ::sta::on_read { args } { set ::traced read }
    trace add variable ::traced read ::sta::on_read
  }
  set result [within { set ::traced }]
  trace remove variable ::traced read ::sta::on_read
  set result
} read
check_in openroad "TclX is not there" { lmap name {fork kill system execl unlink chmod write_file read_file} { begins [within $name] "error: '::$name' is not available" } } {1 1 1 1 1 1 1 1}
check_in openroad "nor is what writes the design" { within {ord::write_db_cmd x} } {error: '::ord::write_db_cmd' is not available in queries}
check "all is as it was" { list $::slackline::sandbox::shelved $::slackline::sandbox::needless_shelved [llength [info commands ::sta::nobody_needs_this]] } {{} {} 1}
check "scripts and queries are told apart" { lmap script {{::slackline::sandbox::run x 1} report_checks { ::slackline::sandbox::run x 1}} { ::slackline::sandbox::is_query $script } } {1 0 0}
