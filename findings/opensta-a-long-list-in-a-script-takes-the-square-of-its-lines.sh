#!/usr/bin/env bash
# OpenSTA 2.0.17 and 3.1.0: a list in a script, one name a line between braces, takes time that grows with the square of its lines. The same list on one line, or with a backslash at
# the end of each line, takes next to none.
#
# A script (SDC, or what `sta FILE` and `source` evaluate) is read a line at a time, and after each line the tool asks Tcl whether all that it has of the command is complete. So a
# generated exception or path group of ten thousand pins, as flows write them, costs seconds before its command even begins, and forty thousand a minute: it looks like slow timing, and
# one thinks of get_pins. Lines that end in a backslash are joined without the question.
#
# Seen with OpenSTA 2.0.17 (Debian package opensta 0~20191111gitc018cb2+dfsg-1): 0.7 s for 10,000 names, 2.7 s for 20,000; 0.02 s on one line, 0.07 s with backslashes. With 3.1.0, built
# from its sources of August 2026, 0.6 and 1.8 s, and 0.03 s on one line.
# Exits 0 while the tool behaves so, 1 when it does not any more. It compares times of one run, so that the machine's speed does not matter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
package=0~20191111gitc018cb2+dfsg-1
echo "package: opensta $package"
chmod 755 "$folder"
apt-get download "opensta=$package" > /dev/null 2>&1
dpkg-deb -x opensta_*.deb .
sta=$folder/usr/bin/sta

names() { seq -f 'u%.0f/D' "$1"; }
for n in 10000 20000; do
  { echo "set pins {"; names $n; echo "}"; echo 'puts [llength $pins]'; } > lines$n.tcl
  { echo "set pins {$(names $n | tr '\n' ' ')}"; echo 'puts [llength $pins]'; } > one$n.tcl
  { echo 'set pins [list \'; names $n | sed 's/$/ \\/'; echo "]"; echo 'puts [llength $pins]'; } > backslashes$n.tcl
done

# Hundredths of a second of processor time.
spent() {
  local TIMEFORMAT=%U seconds
  seconds=$( { time "$sta" -no_splash -no_init -exit "$1" > out.txt; } 2>&1 )
  grep -qx "$2" out.txt
  seconds=${seconds/./}
  echo $((10#$seconds / 10))
}
for kind in lines one backslashes; do
  for n in 10000 20000; do
    declare "$kind$n=$(spent $kind$n.tcl $n)"
    name=$kind$n
    echo "$n names, $kind: ${!name} hundredths of a second"
  done
done
[ "$lines20000" -gt $((5 * lines10000 / 2)) ] && [ "$lines20000" -gt $((10 * (one20000 + 1))) ] && [ "$lines20000" -gt $((10 * (backslashes20000 + 1))) ] \
  && echo "as described: twice the lines take more than 2.5 times as long, and one line or backslashes a tenth at the most"
