#!/usr/bin/env bash
# Runs the benchmarks, or the one that is named, and prints the README's tables: ./bench.sh [live|parse|stream|plan|stress|faults|cancel|mcp|python] [--quick] [--sta FILE]
# Every result also comes as a line: figure NAME VALUE UNIT
set -euo pipefail
cd "$(dirname "$0")"
. demo/install.sh
require_dotnet
install_missing opensta tclx8.4 gawk python3 python3-pandas gzip zstd libfaketime
dotnet publish -c Release -nologo -v quiet --ucr --no-self-contained -o bench/out bench/Slackline.Bench
exec bench/out/slackline-bench "$@"
