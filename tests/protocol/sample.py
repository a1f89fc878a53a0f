"""A correct report for 2023 in the form of 2021 (sample.md), and ways to put slips into it."""

import pathlib

_TEXT = (pathlib.Path(__file__).resolve().parent / "sample.md").read_bytes().decode("utf-8")


def report():
    """The correct report, LF line ends."""
    return _TEXT


def with_slip(old, new):
    """The report with one piece of text replaced; the piece must occur exactly once."""
    assert _TEXT.count(old) == 1, old
    return _TEXT.replace(old, new)


GRANTED = "| 三、本年度办理结果 | （一）予以公开 |  | 21 | 4 | 0 | 1 | 2 | 0 | 28 |"


def wrong_total():
    """（一）予以公开: total 29 instead of 28."""
    return with_slip(GRANTED, GRANTED.replace("| 28 |", "| 29 |"))


def wrong_case_total():
    return with_slip("| 3 | 1 | 0 | 1 | 5 |", "| 3 | 1 | 0 | 1 | 4 |")
