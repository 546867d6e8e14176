#!/usr/bin/env bash
# Makes a design, lets OpenSTA analyse it, and streams its timing paths through Slackline.
set -euo pipefail
cd "$(dirname "$0")"
. demo/install.sh
require_dotnet
install_missing opensta tclx8.4

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
show() { printf '$ %s\n' "$*"; }
[ -t 1 ] || { say() { printf '\n%s\n' "$*"; }; }

say "Building (once)"
dotnet publish -c Release -nologo -v quiet --ucr --no-self-contained -o out src/Slackline.Cli
dotnet build -c Release -nologo -v quiet demo/Slackline.Demo
PATH="$PWD/out:$PATH"

design=$(mktemp -d)
trap 'rm -rf "$design"' EXIT

say "A design of 3,000 endpoints: several clocks, gating, latches, crossings, exceptions"
demo/Slackline.Demo/bin/Release/net10.0/slackline-demo --out "$design" --endpoints 3000 --depth 12 --clocks 3 --seed 1

query='report_checks -path_delay max -format full_clock_expanded -group_path_count 100000 -endpoint_path_count 3'
filter='slack < 0 and group = "core_clk"'

say "All violating paths of core_clk, streamed while OpenSTA prints them (the first 15 are shown)"
show "slackline run --setup setup.tcl '$query' --where '$filter'"
slackline run --setup "$design/setup.tcl" "$query" --where "$filter" --progress always > "$design/violating.txt"
head -n 16 "$design/violating.txt" | cut -c "1-${COLUMNS:-150}"

say "How all slacks are distributed"
show "slackline histogram --setup setup.tcl 'report_checks -group_path_count 100000'"
slackline histogram --setup "$design/setup.tcl" 'report_checks -group_path_count 100000' --quiet

say "Per path group and clock pair"
show "slackline summary --setup setup.tcl 'report_checks -group_path_count 100000'"
slackline summary --setup "$design/setup.tcl" 'report_checks -group_path_count 100000' --quiet

say "The worst of them in full"
show "slackline show --setup setup.tcl 'report_checks -format full_clock_expanded -fields {slew capacitance}' --where '$filter'"
slackline show --setup "$design/setup.tcl" 'report_checks -format full_clock_expanded -fields {slew capacitance}' --where "$filter" --quiet
