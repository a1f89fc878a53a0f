#!/usr/bin/env bash
# Runs every fuzzer for a time. Usage: run.sh BUILD_DIR SECONDS. Seeds are the examples and fixtures; a crash fails.
set -euo pipefail
build=$1 seconds=$2
here=$(dirname "${BASH_SOURCE[0]}")
passed=0 failed=0
for fuzzer in "$build"/tests/fuzz/fuzz_*; do
  [ -x "$fuzzer" ] && [ -f "$fuzzer" ] || continue
  name=$(basename "$fuzzer")
  corpus=$build/corpus/$name
  mkdir -p "$corpus" "$build/crashes"
  cp -n "$here"/seeds/"$name"/* "$here"/../../docs/examples/*.* "$corpus"/ 2>/dev/null || true
  if "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 \
      -artifact_prefix="$build/crashes/$name-" "$corpus" >"$build/$name.log" 2>&1; then
    passed=$((passed + 1))
    echo "$name: $(grep -m1 number_of_executed_units "$build/$name.log" | tr -dc 0-9) runs, no crash"
  else
    failed=$((failed + 1))
    echo "$name: failed" && tail -n 40 "$build/$name.log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
