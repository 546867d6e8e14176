#!/usr/bin/env bash
# Fuzzes what reads bytes from outside: run.sh [report|tcl|filter|all] [--seconds N]. Each target runs for N seconds (60 unless told),
# coverage-guided by afl++ on the instrumented engine. Fails when there is a crash; the inputs found stay in bin/findings/.
# run.sh properties [--minutes N] checks the tests' properties with new samples, for N minutes (10 unless told) in all. What it finds it prints with its
# seed: mend it, and record the seed in the test (seeds: ["..."]), so that every run of the tests checks it again.
set -euo pipefail
cd "$(dirname "$0")"
. ../../demo/install.sh

targets=all seconds=60 minutes=10
while [ $# -gt 0 ]; do
  case "$1" in
    --seconds) seconds=${2:?--seconds needs a number}; shift 2 ;;
    --minutes) minutes=${2:?--minutes needs a number}; shift 2 ;;
    all | report | tcl | filter | properties) targets=$1; shift ;;
    *) echo "run.sh [report|tcl|filter|all] [--seconds N], or run.sh properties [--minutes N]" >&2; exit 2 ;;
  esac
done
[ "$targets" != all ] || targets="report tcl filter"

require_dotnet

if [ "$targets" = properties ]; then
  tests=../Slackline.Tests
  dotnet build -c Release -nologo -v quiet "$tests" >&2
  run=(dotnet "$tests/bin/Release/net10.0/Slackline.Tests.dll" -noColor -trait Kind=Property)
  # One test has the machine for its share of the time.
  count=$("${run[@]}" -preEnumerateTheories -list full | grep -c "Display name:")
  export SLACKLINE_PROPERTY_SECONDS=$((minutes * 60 / count + 1))
  echo "$count properties, each for $SLACKLINE_PROPERTY_SECONDS s"
  exec "${run[@]}" -parallelMode none
fi

install_missing afl++

# Published anew each time: an engine that is instrumented already cannot be instrumented again.
harness=$PWD/bin/harness findings=$PWD/bin/findings
rm -rf "$harness"
dotnet tool restore >/dev/null
dotnet publish -c Release -nologo -v quiet Slackline.Fuzz -o "$harness"
dotnet sharpfuzz "$harness/Slackline.Engine.dll"

# The engine is no native program that afl could check for its instrumentation; a slow start is no crash; crashes need no core files.
export AFL_SKIP_BIN_CHECK=1 AFL_FORKSRV_INIT_TMOUT=60000 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1
# The same code all the time: recompiled methods would look like other paths through it.
export DOTNET_TieredCompilation=0

status=0
for target in $targets; do
  rm -rf "${findings:?}/$target"
  mkdir -p "$findings/$target"
  dictionary=()
  [ ! -f "seeds/$target.dict" ] || dictionary=(-x "seeds/$target.dict")
  if ! afl-fuzz -i "seeds/$target" -o "$findings/$target" "${dictionary[@]}" -V "$seconds" -t 10000 -m none -- \
    "$(command -v dotnet)" "$harness/Slackline.Fuzz.dll" "$target" > "$findings/$target/log" 2>&1; then
    tail -n 20 "$findings/$target/log" >&2
    echo "fuzz $target: afl-fuzz failed" >&2
    status=1
    continue
  fi

  stats=$findings/$target/default/fuzzer_stats
  value() { sed -n "s/^$1 *: //p" "$stats"; }
  echo "fuzz $target (afl++, coverage-guided): $(value execs_done) executions in $(value run_time) s, $(value execs_per_sec)/s, $(value saved_crashes) crashes, $(value saved_hangs) hangs"
  if [ "$(value saved_crashes)" -ne 0 ]; then
    echo "Look at them with: dotnet run -c Release --project tests/fuzz/Slackline.Fuzz -- $target tests/fuzz/bin/findings/$target/default/crashes/id*" >&2
    status=1
  fi
done
exit "$status"
