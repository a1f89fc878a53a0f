#!/usr/bin/env python3
"""Drives the real server over stdio: python3 run.py BINARY [name…]. Runs every test_* function of test_*.py here."""

import importlib
import inspect
import pathlib
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


def main(arguments):
    if not arguments:
        print(__doc__)
        return 2
    binary, wanted = arguments[0], arguments[1:]
    passed = failed = 0
    for name, function in collect():
        if wanted and not any(word in name for word in wanted):
            continue
        started = time.monotonic()
        try:
            function(binary)
        except Exception:  # noqa: BLE001 — every failure is one line in the tally
            failed += 1
            print("FAIL %s\n%s" % (name, traceback.format_exc()), flush=True)
        else:
            passed += 1
            print("ok   %-55s %5.2f s" % (name, time.monotonic() - started), flush=True)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
