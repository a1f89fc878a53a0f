#!/usr/bin/env python3
"""Drives the real server over stdio: python3 run.py BINARY [name…]. Runs every test_* function of test_*.py here.

`--complaints` instead of names: whether each of the complaints R1–R20 has a test with its number in the name.
NIANBAO_LONG_TESTS=1 runs the long variants: every feature after every character, more random edits."""

import importlib
import inspect
import pathlib
import re
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent


def collect():
    sys.path.insert(0, str(HERE))
    for path in sorted(HERE.glob("test_*.py")):
        module = importlib.import_module(path.stem)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("test_") and function.__module__ == path.stem:
                yield "%s.%s" % (path.stem[5:], name[5:]), function


def complaints_without_a_test(names):
    """R1–R20 of users of other servers: the tests carry the numbers in their names."""
    told = {number for name in names for number in re.findall(r"(?<![a-z0-9])r(\d\d)_", name)}
    return ["r%02d" % number for number in range(1, 21) if "%02d" % number not in told]


def main(arguments):
    if not arguments:
        print(__doc__)
        return 2
    binary, wanted = str(pathlib.Path(arguments[0]).resolve()), arguments[1:]
    from corpus import Skip
    passed = failed = skipped = 0
    tests = list(collect())
    if wanted == ["--complaints"]:
        missing = complaints_without_a_test(name for name, _ in tests)
        for number in range(1, 21):
            told = [name for name, _ in tests if re.search(r"(?<![a-z0-9])r%02d_" % number, name)]
            print("R%d: %s" % (number, ", ".join(told)))
        print("%d passed, %d failed %s" % (20 - len(missing), len(missing), " ".join(missing)))
        return 1 if missing else 0
    for name, function in tests:
        if wanted and not any(word in name for word in wanted):
            continue
        started = time.monotonic()
        try:
            function(binary)
        except Skip as why:
            skipped += 1
            print("skip %-55s %s" % (name, why), flush=True)
        except Exception:  # noqa: BLE001 — every failure is one line in the tally
            failed += 1
            print("FAIL %s\n%s" % (name, traceback.format_exc()), flush=True)
        else:
            passed += 1
            print("ok   %-55s %5.2f s" % (name, time.monotonic() - started), flush=True)
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
