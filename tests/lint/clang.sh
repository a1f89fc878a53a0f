#!/usr/bin/env bash
# clang-format on all files; clang-tidy on files changed since the branch point or the last ten commits, or on all.
# Usage: clang.sh BUILD_DIR JOBS [--all]
set -euo pipefail
build=$1 jobs=$2 scope=${3:-}
mapfile -t sources < <(git ls-files 'server/**/*.cpp' 'server/**/*.h' 'server/*.cpp' 'tests/**/*.cpp' 'tests/**/*.h')
echo "clang-format: ${#sources[@]} files"
clang-format-19 --dry-run --Werror "${sources[@]}"
if [ "$scope" = --all ]; then
  mapfile -t changed < <(git ls-files 'server/**/*.cpp' 'server/*.cpp')
else
  base=${NIANBAO_LINT_BASE:-$(git rev-parse --verify -q HEAD~10 || git rev-list --max-parents=0 HEAD | tail -n 1)}
  mapfile -t changed < <(git diff --name-only --diff-filter=d "$base" -- 'server/**/*.cpp' 'server/*.cpp')
fi
echo "clang-tidy: ${#changed[@]} files"
[ ${#changed[@]} -eq 0 ] && exit 0
# Generated sources must exist before they are read.
cmake --build "$build" -j "$jobs" --target nianbao_standard >/dev/null
printf '%s\n' "${changed[@]}" | xargs -P "$jobs" -n 1 clang-tidy-19 --quiet --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-ignored-gch -p "$build" 2>/dev/null
