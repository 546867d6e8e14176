#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test. Ends with the line "N passed, N failed, N skipped".
#   ./test.sh [--sta FILE] [OPTIONS OF XUNIT]     FILE is the OpenSTA or OpenROAD to test with; unless given, $SLACKLINE_STA or Debian's OpenSTA 2.0.17
set -euo pipefail
if [ "${1:-}" = --sta ]; then
  [ -x "${2:-}" ] || { echo "test.sh: --sta takes a program: an OpenSTA, or OpenROAD" >&2; exit 2; }
  SLACKLINE_STA=$(realpath "$2")
  export SLACKLINE_STA
  shift 2
fi
cd "$(dirname "$0")"
. demo/install.sh
require_dotnet
install_missing opensta tcl tclx8.4 tcl-expect zstd gzip strace libfaketime python3 python3-pandas python3-pip python3-pytest python3-setuptools python3-wheel mypy
# Node.js may be there from elsewhere, with an npm that Debian's conflicts with.
command -v node >/dev/null || install_missing nodejs
command -v npm >/dev/null || install_missing npm
# What the MCP server is tested with. Its lock file says exactly which; nothing that it brings is run to install it.
(
  cd tests/mcp
  cmp -s package-lock.json node_modules/.installed || { npm ci --ignore-scripts --no-fund --no-audit && cp package-lock.json node_modules/.installed; }
)

dotnet build -c Release -nologo -v quiet Slackline.slnx

passed=0 failed=0 skipped=0 broken=0
for project in tests/*.Tests/; do
  name=$(basename "$project")
  log=$(mktemp)
  # A test that hangs fails, too.
  timeout 1500 dotnet "$project/bin/Release/net10.0/$name.dll" -noColor "$@" 2>&1 | tee "$log" || broken=1
  # xunit's summary: "  NAME  Total: 12, Errors: 0, Failed: 1, Skipped: 2, Not Run: 0, Time: 1.2s"
  counts=$(sed -nE "s/^ *$name +Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p" "$log" | tail -n 1)
  rm -f "$log"
  if [ -z "$counts" ]; then
    echo "$name ended without a summary" >&2
    failed=$((failed + 1))
    continue
  fi
  read -r total errors wrong left unrun <<< "$counts"
  passed=$((passed + total - wrong - left - unrun))
  failed=$((failed + wrong + errors))
  skipped=$((skipped + left))
done

# The Python package, with Debian's Python, which has what was installed above.
if [ $# -eq 0 ]; then
  log=$(mktemp)
  (cd python && /usr/bin/python3 -m mypy && timeout 900 /usr/bin/python3 -m pytest -q --tb=short) 2>&1 | tee "$log" || broken=1
  # pytest's summary: "1 failed, 33 passed, 2 skipped in 43.99s"
  summary=$(grep -E '^[0-9]+ (passed|failed|skipped|error).* in [0-9.]+s' "$log" | tail -n 1)
  rm -f "$log"
  count() { grep -oE "[0-9]+ $1" <<< "$summary" | grep -oE '[0-9]+' || echo 0; }
  [ -n "$summary" ] || { echo "the tests of python/ ended without a summary" >&2; failed=$((failed + 1)); }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed) + $(count error)))
  skipped=$((skipped + $(count skipped)))
fi

if [ "$broken" -ne 0 ] && [ "$failed" -eq 0 ]; then
  failed=1
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
