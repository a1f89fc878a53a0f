#!/bin/sh
# Writes the generated files of the grammar; with --check only says whether the committed ones are fresh.
# The generator is $TREE_SITTER (default: tree-sitter on PATH), version 0.24.7: another one writes another parser.c.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
generator=${TREE_SITTER:-tree-sitter}
wanted=0.24.7
files="src/parser.c src/grammar.json src/node-types.json src/tree_sitter/parser.h src/labels.h src/run_characters.h"

if ! version=$("$generator" --version 2>/dev/null); then
  echo "regenerate.sh: no tree-sitter found; install it (cargo install tree-sitter-cli --version $wanted --locked) or set TREE_SITTER" >&2
  exit 2
fi
case $version in
  "tree-sitter $wanted"*) ;;
  *) echo "regenerate.sh: need tree-sitter $wanted, found: $version" >&2; exit 2 ;;
esac

# generate FOLDER: grammar.js, tree-sitter.json and package.json are there; the last says that grammar.js is CommonJS,
# whatever a package.json in a folder above says.
generate() {
  (cd "$1" && "$generator" generate --abi 14)
  # Bindings' headers that nothing here uses.
  rm -f "$1/src/tree_sitter/alloc.h" "$1/src/tree_sitter/array.h"
}

if [ "${1-}" != "--check" ]; then
  python3 "$here/labels.py"
  python3 "$here/run_characters.py"
  generate "$here"
  python3 "$here/node_kinds.py"
  exit 0
fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT INT TERM
mkdir -p "$fresh/src"
cp "$here/grammar.js" "$here/package.json" "$here/tree-sitter.json" "$here/node_kinds.py" "$fresh"
python3 "$here/labels.py" "$fresh/src/labels.h"
python3 "$here/run_characters.py" "$fresh/src/run_characters.h"
generate "$fresh"
python3 "$fresh/node_kinds.py" "$fresh/node_kinds.h"

stale=
for file in $files; do
  cmp -s "$here/$file" "$fresh/$file" || stale="$stale grammar/$file"
done
cmp -s "$here/../server/syntax/node_kinds.h" "$fresh/node_kinds.h" || stale="$stale server/syntax/node_kinds.h"
if [ -n "$stale" ]; then
  echo "regenerate.sh: not what the generator writes now:$stale" >&2
  echo "run grammar/regenerate.sh and commit the result" >&2
  exit 1
fi
