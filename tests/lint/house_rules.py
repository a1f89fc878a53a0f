#!/usr/bin/env python3
"""House rules that no compiler enforces: docs/architecture.md, "Invariants". Prints `N passed, N failed`."""
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = {"text", "syntax", "standard", "report", "rules", "features", "jsonrpc", "lsp", "workspace"}
LONGEST_FILE = 400  # “about 400”
LONGEST_HEADER = 5
# Below workspace/ and cli/: no threads, files, processes, environment, clocks or locale (design: kept portable).
FORBIDDEN = re.compile(
    r"#include <(thread|mutex|condition_variable|future|atomic|fstream|filesystem|iostream|locale|csignal|unistd\.h|sys/)"
    r"|\b(getenv|setlocale|fopen|popen|system|sleep_for|steady_clock|system_clock)\b"
    r"|\b(throw|try|catch)\b(?=[\s({])"
)
JSON = re.compile(r"nlohmann|\bJson\b")
JSON_FOLDERS = {"jsonrpc", "lsp", "workspace", "cli", "standard"}
ICU = re.compile(r"#include <unicode/")
TREE_SITTER = re.compile(r"#include <tree_sitter/")
PROMISES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|[Nn]ot implemented")


def tracked(*patterns):
    out = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in out.decode().split("\0") if name]


def without_comments(text):
    text = re.sub(r'R"([^()\s]*)\(.*?\)\1"', '""', text, flags=re.S)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def check_source(path, complain):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    name = path.relative_to(ROOT)
    if len(lines) > LONGEST_FILE:
        complain(f"{name}: {len(lines)} lines; perhaps two ideas")
    header = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    if path.suffix == ".h" and header == 0:
        complain(f"{name}: does not say what it is for and what it must not know")
    if header > LONGEST_HEADER:
        complain(f"{name}: the opening comment has {header} lines, {LONGEST_HEADER} are enough")
    if PROMISES.search(text):
        complain(f"{name}: an unspoken promise (TODO or the like)")
    folder = name.parts[1] if name.parts[0] == "server" and len(name.parts) > 2 else None
    if folder is None:
        return
    code = without_comments(text)
    if folder in CORE:
        for match in FORBIDDEN.finditer(code):
            complain(f"{name}: `{match.group(0)}` is not allowed in the core")
    if folder not in JSON_FOLDERS and JSON.search(code):
        complain(f"{name}: JSON stays in {', '.join(sorted(JSON_FOLDERS))}")
    if folder != "text" and ICU.search(code):
        complain(f"{name}: ICU stays in text")
    if folder != "syntax" and TREE_SITTER.search(code):
        complain(f"{name}: tree-sitter stays in syntax")


def check_top_level(complain):
    expected = {"CMakeLists.txt", "CMakePresets.json", "README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "dev",
                ".ci", "server", "grammar", "editors", "tests", "docs"}
    found = {path.relative_to(ROOT).parts[0] for path in tracked()}
    for extra in sorted(f for f in found - expected if not f.startswith(".")):
        complain(f"{extra}: has no place at the top level")
    for missing in sorted(expected - found):
        complain(f"{missing}: is missing at the top level")


def check_lock_files(complain):
    for path in tracked("**/package-lock.json", "package-lock.json"):
        packages = json.loads(path.read_text(encoding="utf-8")).get("packages", {})
        if any("resolved" in package and package["resolved"].startswith("http") for package in packages.values()):
            complain(f"{path.relative_to(ROOT)}: names a download address; see .npmrc")


def main():
    complaints = []
    sources = tracked("server/*.cpp", "server/*.h", "tests/*.cpp", "tests/*.h")
    for path in sources:
        check_source(path, complaints.append)
    check_top_level(complaints.append)
    check_lock_files(complaints.append)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"house rules: {len(sources)} sources")
    print(f"{len(sources) + 2 - len(complaints)} passed, {len(complaints)} failed")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
