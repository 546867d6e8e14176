# OpenROAD, which has OpenSTA 3.1.0 in it, TclX in its main interpreter, and one redirection at a time.
evaluate_file [file join $here stand-ins opensta-3.1.0.tcl]

namespace eval ::ord {}
namespace eval ::utl {}
call ord::openroad_version {} { return 26Q3 }
call ord::write_db_cmd { args } { set ::changed $args }
foreach name {fork kill wait system execl unlink chmod write_file read_file} {
  call $name { args } { set ::changed $args }
}
