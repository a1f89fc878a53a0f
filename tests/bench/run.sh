#!/usr/bin/env bash
# Runs the benchmarks. Usage: run.sh BUILD_DIR [--quick]. Figures depend on the machine; nothing here can fail a test.
set -euo pipefail
build=$1
scale=${2:-}
here=$(dirname "${BASH_SOURCE[0]}")
binary=$build/nianbao
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "## machine"
grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'
echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"

echo "## functions"
"$build"/tests/bench/functions_bench --benchmark_min_time=$([ "$scale" = --quick ] && echo 0.05 || echo 0.5) 2>/dev/null

count=$([ "$scale" = --quick ] && echo 100 || echo 1000)
"$build"/tests/bench/write_reports "$work/reports" "$count"

echo "## language server over stdio"
python3 "$here/../protocol/latency.py" "$binary" "$work/reports"

echo "## nianbao check on $count different reports of 12 KB"
for round in 1 2 3 4 5; do
  begin=$(date +%s%N)
  "$binary" check --quiet --fail-on never "$work/reports" >/dev/null
  echo "round $round: $((($(date +%s%N) - begin) / 1000000)) ms"
done

echo "## error localisation"
"$build"/tests/bench/localise_experiment

echo "## other servers and linters, in one run"
bash "$here/peers/setup.sh"
python3 "$here/peers/run.py" "$binary" "$work/reports" --rounds $([ "$scale" = --quick ] && echo 1 || echo 5)
