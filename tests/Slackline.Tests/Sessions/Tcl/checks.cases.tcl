# Shapes: opensta-2.0.17 opensta-3.1.0
# The second wall: the checks of the words of a call.
ours sandbox/allowed.tcl sandbox/removed.tcl sandbox/lists.tcl sandbox/checks.tcl sandbox/interpreter.tcl sandbox/lock.tcl sandbox/query.tcl
::slackline::sandbox::create
namespace path ::slackline::sandbox

# An object that the tool has handed out: it has a command of its name.
call _0000c0de_p_Pin { args } {}
call _0000beef_p_Pin { args } {}
learn _0000c0de_p_Pin

# Of the values, those that pass the check of a kind.
proc passing { kind values } {
  return [lmap value $values { if { [catch { check_$kind here $value }] } continue; set value }]
}
proc refusal { kind value } {
  return [expr { [catch { check_$kind here $value } message] ? $message : "passed" }]
}
proc failing { kind values } {
  return [lmap value $values { if { ![catch { check_$kind here $value }] } continue; set value }]
}

check "numbers" { failing number {0 -1 +1 1.5 .5 1. 1e-9 1E+3 -0.5e12} } {}
check "no numbers" { passing number [list "" x 1x 1ns 0x10 1e "1 2" " 1" "1\n" "1\n2" inf nan --1 1.2.3 {[list 1]} {$x} {1;list} [string repeat 1 41] 1+1] } {}
check "counts" { failing count {0 1 42 999999999} } {}
check "no counts" { passing count [list "" -1 +1 1.0 01 1e3 1000000000 x "1 " "1\n" {[list 1]}] } {}
check "digits" { failing digits {0 2 20} } {}
check "no digits" { passing digits [list "" 21 99 100 -1 02 1.5 x "2\n"] } {}
check "words" { failing word {full full_clock_expanded Max r ^ a1} } {}
check "no words" { passing word [list "" 1a _a a-b "a b" "a\n" {[list a]} {$a} {a;b} a/b [string repeat a 101] {{a}} {"a"}] } {}
check "lists of words" { failing words [list "" {capacitance slew} capacitance, {a|b} input_pin *] } {}
check "no lists of words" { passing words [list {a[b]} {a;b} {$a} "a\nb" {{a}} a\\b \"a\" [string repeat a 1001]] } {}
check "separators" { failing separator {/ . : | @ # ^} } {}
check "no separators" { passing separator [list "" // a \[ \\ \; \$ "\n" " "] } {}
check "filters" { failing filter {{direction == output && name =~ u1/*} {name==a[3]} {!(defined(x)) || y!=z} {name !~ a?b} {a.b@c:d+e-f}} } {}
check "no filters" {
  passing filter [list "" {a == "b"} {a == [list b]} {a == $b} {a ; b} "a\nb" {a == {b}} a\\b {a = b} {a & b} {a | b} {a[b]} {a < b} [string repeat a 4001]]
} {}

check "names and patterns" { failing objects {u1 u1/Z data_in[3] data_in[3:0] bus[*] u*/D {u1 u2} {} {a b\[3\]} {.*state_reg_[0-9]+} -} } {}
check "no names: what Tcl would run" {
  passing objects [list {a[list b]} {[list]} {a;b} {a[set x]} {[get_clocks]} {a[report_checks]} {{[list b]}} {a[b c]} {a[$x]} {u1 {u2 {u3 [list b]}}} {a[list}]
} {}
check "the name of a command in brackets could be a command" { refusal objects {bus[report_checks]} } {here: '[report_checks]' could be a command to Tcl: write ? in the place of the brackets}
check "a backslash does not hide a semicolon" { string match {*write \? in the place of ;*} [refusal objects {a\;b}] } 1
check "the end of a line in a list's name" { refusal objects [list a "b\nc" d\\e] } {here: a name with the end of a line in it: write ? in its place}
check "lists in lists" { set list {a\b c}; for { set i 0 } { $i < 12 } { incr i } { set list [list $list d] }; string match "*lists in lists in lists*" [refusal objects $list] } 1

check "an object that the tool has handed out" { failing objects {_0000c0de_p_Pin {_0000c0de_p_Pin u1}} } {}
check "one that it has not" { refusal objects _0000beef_p_Pin } {here: '_0000beef_p_Pin' is not an object of this query; ask for it by name (get_pins, get_cells ...)}
check "one in a list" { refusal objects {u1 _0000beef_p_Pin} } {here: '_0000beef_p_Pin' is not an object of this query; ask for it by name (get_pins, get_cells ...)}
check "one that looks like one and is a name" { learn _0000feed_p_Pin; refusal objects _0000feed_p_Pin } {here: '_0000feed_p_Pin' is not an object of this query; ask for it by name (get_pins, get_cells ...)}
check "one with its underscore in disguise" { expr { [refusal objects {\x5f0000beef_p_Pin}] eq "passed" } } 0
check "clocks that there are" { failing clocks {core_clk} } {}
check "clocks that there are not" { list [refusal clocks nosuch] [refusal clocks {}] } {{here: there is no clock 'nosuch'} {here: no clock is given}}

check "a call's words as they are" { checked report_checks {-to u1/D -digits 4 -format end} } {-to u1/D -digits 4 -format end}
check "an abbreviated option is written out" { checked report_checks {-endpoint_pa 3 -no_line} } {-endpoint_path_count 3 -no_line_splits}
check "an ambiguous one is refused" { string match "error: *there is no option '-end'*" "error: [catch { checked report_checks {-end 3} } m]$m" } 1
check "an option of another command" {
  checked report_tns {-file x}
} {error: report_tns: there is no option '-file' in queries; allowed are: -min, -max, -digits, -significant_digits}
check "a pattern is no abbreviation" { list [catch { checked report_tns {-m*} }] [catch { checked report_tns {-mi?} }] [catch { checked report_tns {-m[i]n} }] } {1 1 1}
check "a missing value" { checked report_checks {-digits} } {error: report_checks: -digits needs a value}
check "an option in a value's place" { checked report_checks {-to -digits 3} } {error: report_checks: -to needs a value, and '-digits' looks like an option}
check "a negative number is a value" { checked report_checks {-slack_max -0.5} } {-slack_max -0.5}
check "too many arguments" { checked report_checks {u1} } {error: report_checks: 'u1' is one argument too many}
check "each argument by its kind" { checked get_property {u1 {full name}} } {error: get_property: argument 2: 'full name' is not a word of letters, digits and _}
check "the end of a line becomes a space" { checked get_clocks [list "a\nb"] } {{a b}}
check "redirection in every form" {
  set passed {}
  foreach words {{> f} {>f} {>> f} {>>f} {{ > f}} {-digits >f} {-to {>f}} {-to "\t> f"}} {
    if { ![catch { checked report_checks $words } m] || ![string match "redirection is not allowed*" $m] } { lappend passed $words }
  }
  set passed
} {}
check "long words are shown short" { string match "here: 'x*x...' is not*" [refusal word [string repeat x 1000]] } 1
