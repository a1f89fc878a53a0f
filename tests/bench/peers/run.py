#!/usr/bin/env python3
"""Other language servers and linters beside nianbao, in one run: python3 run.py BINARY [REPORTS_FOLDER] [--rounds N].

The servers take turns, five rounds; figures are medians with the smallest and largest round. Servers of other languages do
other work: the comparison is one of architecture. Each edits one character in the middle of a document of the same size
and asks for the outline. The linters check punctuation of the same reports. Prints Markdown, ratios first. What is not
installed is named and left out (npm ci in this folder; clangd from Debian).
"""

import json
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

import documents

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "protocol"))
from client import Client, ServerGone  # noqa: E402

BIN = HERE / "node_modules" / ".bin"
SIZES = (20_000, 70_000)
EDITS = 40
# (name, package, one file of how many is enough)
LINTERS = (("autocorrect", "autocorrect-node", 1), ("zhlint", "zhlint", 1), ("harper", "harper.js", 10))


def servers(binary):
    """(name, command, language, ending, document)"""
    yield "nianbao", [binary, "lsp"], "nianbao", "md", documents.report
    yield "yaml-language-server 2.0.0", [BIN / "yaml-language-server", "--stdio"], "yaml", "yaml", documents.yaml
    yield "vscode-html-language-server 4.10.0", [BIN / "vscode-html-language-server", "--stdio"], "html", "html", documents.html
    yield "bash-language-server 5.8.1", [BIN / "bash-language-server", "start"], "shellscript", "sh", documents.shell
    yield clangd_name(), ["clangd", "--log=error"], "cpp", "cpp", documents.cpp


def clangd_name():
    if not shutil.which("clangd"):
        return "clangd"
    words = subprocess.run(["clangd", "--version"], capture_output=True, text=True, check=False).stdout.split()
    return "clangd " + words[words.index("version") + 1].split("-")[0]


def installed(command):
    return shutil.which(str(command[0])) is not None


def tree_memory(pid):
    """MiB of a process and of those that it started."""
    total = 0
    for line in pathlib.Path("/proc/%d/status" % pid).read_text().splitlines():
        if line.startswith("VmRSS"):
            total += int(line.split()[1]) / 1024
    for task in pathlib.Path("/proc/%d/task" % pid).iterdir():
        total += sum(tree_memory(int(child)) for child in (task / "children").read_text().split())
    return total


def milliseconds(work):
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def session(command, language, ending, text, line):
    """One fresh server: what a user waits for, in milliseconds, and MiB at the end."""
    uri = "file:///tmp/nianbao-bench/document." + ending
    symbols = {"textDocument": {"uri": uri}}
    seen = {}
    with Client(str(command[0]), [str(word) for word in command[1:]]) as client:
        capabilities = {"general": {"positionEncodings": ["utf-16"]}, "workspace": {"configuration": True}, "textDocument": {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}, "publishDiagnostics": {}}}
        seen["start"] = milliseconds(lambda: client.initialize(capabilities=capabilities))

        def opened():
            client.open(uri, text, language=language)
            client.request("textDocument/documentSymbol", symbols)

        seen["open"] = milliseconds(opened)
        edits = []
        for turn in range(EDITS):
            place = {"line": line, "character": 4}
            change = [{"range": {"start": place, "end": {"line": line, "character": 4 + turn % 2}}, "text": "" if turn % 2 else "x"}]

            def edited(change=change):
                client.change(uri, change)
                client.request("textDocument/documentSymbol", symbols)

            edits.append(milliseconds(edited))
            time.sleep(0.03)
        seen["edit"] = statistics.median(edits)
        seen["edit p95"] = sorted(edits)[int(EDITS * 0.95)]
        seen["memory"] = tree_memory(client.process.pid)
    return seen


def linters(binary, folder):
    """(name, milliseconds, bytes) once; nianbao as a whole process on one core, the others without their start."""
    sizes = [file.stat().st_size for file in sorted(folder.iterdir())]
    check = [binary, "check", "--quiet", "--fail-on", "never", "--jobs", "1", str(folder)]
    yield "nianbao check (whole process)", milliseconds(
        lambda: subprocess.run(check, stdout=subprocess.DEVNULL, check=True)), sum(sizes)
    for name, package, share in LINTERS:
        if not (HERE / "node_modules" / package).is_dir():
            continue
        count = max(1, len(sizes) // share)
        command = ["node", HERE / "lint.mjs", name, folder, str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seen = json.loads(done.stdout.splitlines()[-1])
        yield package + " (in its process)", seen["ms"], seen["bytes"]


def spread(values):
    low, high = min(values), max(values)
    digits = 0 if statistics.median(values) >= 100 else 1 if statistics.median(values) >= 10 else 2
    return "%.*f (%.*f–%.*f)" % (digits, statistics.median(values), digits, low, digits, high)


def server_table(size, results):
    ours = {key: statistics.median(r[key] for r in results["nianbao"]) for key in results["nianbao"][0]}
    print("\n### A document of %d KB: one character typed, then the outline\n" % (size // 1000))
    print("| server | edit, times nianbao's | memory, times nianbao's | edit p50 ms | edit p95 ms | open ms | start ms | MiB |")
    print("|---|---|---|---|---|---|---|---|")
    for name, rounds in results.items():
        times = {key: [r[key] for r in rounds] for key in rounds[0]}
        ratio = {key: statistics.median(times[key]) / ours[key] for key in ("edit", "memory")}
        print("| %s | %.1f | %.1f | %s | %s | %s | %s | %s |" % (
            name, ratio["edit"], ratio["memory"], *(spread(times[k]) for k in ("edit", "edit p95", "open", "start", "memory"))))


def linter_table(results, count):
    """Of each linter: (milliseconds, bytes) of every round."""
    speeds = {name: statistics.median(size / 1e3 / taken for taken, size in rounds) for name, rounds in results.items()}
    ours = next(iter(speeds.values()))
    print("\n### %d reports of 12 KB: all rules of nianbao beside those of the others\n" % count)
    print("autocorrect and zhlint look at punctuation; harper looks at English texts of the same size.\n")
    print("| linter | time per byte, times nianbao's | MB/s | MB | ms |\n|---|---|---|---|---|")
    for name, rounds in results.items():
        print("| %s | %.2f | %.1f | %.1f | %s |" % (name, ours / speeds[name], speeds[name], rounds[0][1] / 1e6,
                                                 spread([taken for taken, _ in rounds])))


def main(arguments):
    rounds = int(arguments[arguments.index("--rounds") + 1]) if "--rounds" in arguments else 5
    paths = [a for i, a in enumerate(arguments) if not a.startswith("--") and arguments[i - 1] != "--rounds"]
    if not paths:
        sys.exit(__doc__)
    binary = str(pathlib.Path(paths[0]).resolve())
    here = [s for s in servers(binary) if installed(s[1])]
    for name, command, *_ in servers(binary):
        if not installed(command):
            print("%s is not installed and left out" % name)
    load = pathlib.Path("/proc/loadavg").read_text().split()[0]
    print("%s, %d rounds, load at the beginning %s" % (platform.platform(), rounds, load))
    if float(load) > 2:
        print("The machine was busy: these figures are good for nothing but trying the driver.")
    for size in SIZES:
        results = {name: [] for name, *_ in here}
        for _ in range(rounds):
            for name, command, language, ending, make in here:
                try:
                    results[name].append(session(command, language, ending, *make(size)))
                except (ServerGone, TimeoutError, AssertionError) as why:
                    print("%s did not last a round: %s" % (name, str(why)[:200]), file=sys.stderr)
        server_table(size, {name: rounds_ for name, rounds_ in results.items() if rounds_})
    if len(paths) > 1:
        folder, results = pathlib.Path(paths[1]), {}
        for _ in range(rounds):
            for name, taken, size in linters(binary, folder):
                results.setdefault(name, []).append((taken, size))
        linter_table(results, len(list(folder.iterdir())))


if __name__ == "__main__":
    main(sys.argv[1:])
