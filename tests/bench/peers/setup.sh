#!/usr/bin/env bash
# Installs the servers and linters from npm that package-lock.json pins. Safe to repeat; without npm it says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if ! command -v npm >/dev/null 2>&1; then
  echo "npm is not installed: the peers from npm are left out" >&2
elif ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
  # Some versions of npm refuse a lock file that leaves out the packages of other systems; install keeps to its versions, too.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null 2>&1 ||
    npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error >&2
fi
