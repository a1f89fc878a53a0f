#!/usr/bin/env bash
# Runs every fuzzer for a time. Usage: run.sh BUILD_DIR SECONDS [NAME…]. Seeds are the examples and fixtures; a crash fails.
set -euo pipefail
build=$1 seconds=$2
shift 2
here=$(dirname "${BASH_SOURCE[0]}")
passed=0 failed=0
for fuzzer in "$build"/tests/fuzz/fuzz_*; do
  [ -x "$fuzzer" ] && [ -f "$fuzzer" ] || continue
  name=$(basename "$fuzzer")
  if [ $# -gt 0 ] && [[ " $* " != *" ${name#fuzz_} "* ]]; then continue; fi
  corpus=$build/corpus/$name
  mkdir -p "$corpus" "$build/crashes"
  cp -n "$here"/seeds/"$name"/* "$corpus"/ 2>/dev/null || true
  case $name in
    fuzz_report | fuzz_change) cp -n "$here"/../../docs/examples/*.* "$corpus"/ || true ;;
    fuzz_settings) cp -n "$here"/../../docs/nianbao.schema.json "$corpus"/ || true ;;
    fuzz_law_text) cp -n "$here"/../../docs/rules/law/*.md "$corpus"/ 2>/dev/null || true ;;
  esac
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
