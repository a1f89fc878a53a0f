"""Reports to type, cut and spoil: the examples of the documentation, and the five real ones where they are there."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "reports"
LONG = os.environ.get("NIANBAO_LONG_TESTS", "") not in ("", "0")
# A sanitizer makes the server several times slower and larger: figures of time and memory say nothing then.
SANITIZED = os.environ.get("NIANBAO_SANITIZED", "") != ""
SLOWNESS = 8 if SANITIZED else 1


class Skip(Exception):
    """The test cannot be done here; its text says why."""


def skip_if_sanitized():
    if SANITIZED:
        raise Skip("the server is built with a sanitizer")


def examples():
    return {path.name: read(path) for path in sorted((ROOT / "docs" / "examples").iterdir())}


def real():
    return {path.name: read(path) for path in sorted(REAL.glob("*.txt"))} if REAL.is_dir() else {}


def read(path):
    return path.read_bytes().decode("utf-8")
