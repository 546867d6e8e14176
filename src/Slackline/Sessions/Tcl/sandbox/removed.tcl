# The commands taken away from the main interpreter while an untrusted query runs, besides those that the allowed commands do not need
# (lock.tcl). This is data, a name on a line; lists.tcl reads it. Lines of # and [HEADING] are for the reader.

namespace eval ::slackline::sandbox {
  # Of Tcl's own commands these, and those that a safe interpreter hides.
  set text(taken_from_tcl) {

[Files, programs, channels]
exec
open
socket
source
load
unload
cd
glob
pwd
fcopy

[The process, its events, other interpreters]
exit
after
vwait
update
fileevent
interp
history

[Loading of packages]
auto_load
auto_execok
auto_import

[What ensembles are made of]
::tcl::file::copy
::tcl::file::delete
::tcl::file::rename
::tcl::file::mkdir
::tcl::file::link
::tcl::file::tempfile
::tcl::file::attributes
::tcl::chan::pipe
::tcl::chan::create
::tcl::chan::push

  }

  # Of the tool's commands these (patterns), though the bodies of some reports name them.
  set text(taken_from_tool) {

[Output that goes elsewhere]
redirect*begin
redirect*Begin
tee
tee*Begin
log_begin*

[Scripts and files]
builtin_*
include*
source*
read_*
write_*
load_*
save_*
*_file

[Changes of the design]
link_*
clear_*
remove_*
make_instance*
make_net*
make_port*
delete_instance*
delete_net*
delete_all*
connect_*
disconnect_*
replace_*
swap_*

  }

  # Of TclX, which OpenROAD has in its main interpreter, these (patterns). Some of its commands are named like any word.
  set text(taken_from_tclx) {

[Files, folders, channels]
bsearch
chgrp
chmod
chown
chroot
copyfile
dirs
dup
fcntl
flock
for_file
for_recursive_glob
frename
fstat
ftruncate
funlock
lgets
link
mkdir
pipe
popd
pushd
read_file
readdir
recursive_glob
rmdir
scanfile
select
server_*
sync
umask
unlink
write_file

[Processes]
alarm
execl
fork
host_info
id
kill
nice
signal
sleep
system
times
wait

[Its own scripts, libraries, tracing]
auto_load_pkg
auto_mkindex*
catclose
catgets
catopen
cmdtrace
commandloop
convert_lib
edprocs
loadlibindex
mainloop
profile
saveprocs
tclx_*

  }

  # What else would be taken, and stays.
  set text(left_in_place) {

[Not for queries, but reports may use them]
::find_timing
::sta::find_timing
::user_run_time
::sta::user_run_time
::elapsed_run_time
::sta::elapsed_run_time
::define_cmd_args
::sta::define_cmd_args
::define_hidden_cmd_args
::sta::define_hidden_cmd_args

[A safe interpreter hides them. Here they only take names of files apart, as the tool does for the place of a warning]
::file
::encoding
::tcl::file::dirname
::tcl::file::extension
::tcl::file::nativename
::tcl::file::normalize
::tcl::file::rootname
::tcl::file::tail

  }
}
