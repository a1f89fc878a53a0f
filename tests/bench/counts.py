#!/usr/bin/env python3
"""Instructions executed in three scenarios, counted by callgrind: seconds depend on the machine's load, counts do not.

    python3 counts.py BINARY COMPILER ICU            within 3 % of counts.json? Exit code 77: other libraries, or no valgrind
    python3 counts.py BINARY COMPILER ICU --write    a change is meant: store the counts

Counts depend on the compiler and on ICU, so they are stored with both and compared only where both are the same.
"""

import json
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
STORE = HERE / "counts.json"
ALLOWED = 0.03
SKIPPED = 77
sys.path.insert(0, str(HERE.parent / "protocol"))
import client as lsp_client  # noqa: E402
import everything  # noqa: E402
import positions  # noqa: E402
import sample  # noqa: E402

lsp_client.TIMEOUT = 300.0  # valgrind is some fifty times slower
URI = "file:///tmp/report.md"


def valgrind(out):
    return ["--tool=callgrind", "--callgrind-out-file=%s" % out, "-q"]


def check_a_report(binary, out):
    report = ROOT / "docs" / "examples" / "form-2021-errors.md"
    subprocess.run(["valgrind", *valgrind(out), binary, "check", "--locale", "zh", str(report)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def session(binary, out, work):
    with lsp_client.Client("valgrind", [*valgrind(out), binary, "lsp"]) as client:
        client.initialize(capabilities=everything.capabilities("utf-16"))
        client.open(URI, sample.wrong_total())
        work(client)
        assert client.shutdown() == 0


def open_a_report(binary, out):
    """Opened, and everything asked once that an editor asks then."""
    session(binary, out, lambda client: everything.ask(
        client, URI, sample.wrong_total(), {"line": 30, "character": 8}, "utf-16"))


def type_a_hundred_characters(binary, out):
    """Each followed by diagnostics, colours and outline, one after the other."""
    text = sample.wrong_total()
    cell = positions.position(text, text.index("| 29 |") + 3, "utf-16")
    prose = positions.position(text, text.index("做好主动公开"), "utf-16")

    def work(client):
        document = {"textDocument": {"uri": URI}}
        for turn in range(100):
            place = cell if turn % 2 else prose
            client.change(URI, [{"range": {"start": place, "end": place}, "text": str(turn % 10) if turn % 2 else "字"}])
            client.pull(URI)
            client.request("textDocument/semanticTokens/full", document)
            client.request("textDocument/documentSymbol", document)

    session(binary, out, work)


SCENARIOS = [check_a_report, open_a_report, type_a_hundred_characters]


def count(scenario, binary):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "callgrind"
        scenario(binary, out)
        for line in out.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(("summary:", "totals:")):
                return int(line.split()[1])
    raise SystemExit("callgrind wrote no total for " + scenario.__name__)


def main(arguments):
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    binary, compiler, icu = str(pathlib.Path(arguments[0]).resolve()), arguments[1], arguments[2]
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return SKIPPED
    here = {"compiler": compiler, "icu": icu, "libc": " ".join(platform.libc_ver()), "machine": platform.machine()}
    stored = json.loads(STORE.read_text(encoding="utf-8")) if STORE.exists() else {}
    if "--write" in arguments:
        counts = {scenario.__name__: count(scenario, binary) for scenario in SCENARIOS}
        STORE.write_text(json.dumps({"with": here, "instructions": counts}, indent=2) + "\n", encoding="utf-8")
        print(json.dumps(counts))
        return 0
    if stored.get("with") != here:
        print("skipped: the counts are of %s, here is %s" % (stored.get("with"), here))
        return SKIPPED
    failed = 0
    for scenario in SCENARIOS:
        before, now = stored["instructions"][scenario.__name__], count(scenario, binary)
        change = now / before - 1
        good = abs(change) <= ALLOWED
        failed += not good
        print("%s %-28s %12d instructions, %+.1f %%" % ("ok  " if good else "FAIL", scenario.__name__, now, 100 * change))
    if failed:
        print("If the change is meant, store the new counts: counts.py BINARY %s %s --write" % (compiler, icu))
    print("%d passed, %d failed" % (len(SCENARIOS) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
