"""Documents of about the same size in the languages of the servers that are compared, each with a place to type at."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "protocol"))
import sample  # noqa: E402

PROSE = "本机关按照《条例》第二十条的要求，全年主动公开政府信息120条，其中规范性文件3件，政策解读8篇。\n\n"


def repeated(piece, size):
    """The piece with numbers from 0, until the text is that long."""
    parts, length = [], 0
    while length < size:
        parts.append(piece % {"n": len(parts)})
        length += len(parts[-1].encode("utf-8"))
    return parts


def joined(parts, middle):
    half = len(parts) // 2
    before = "".join(parts[:half])
    return before + middle + "".join(parts[half:]), before.count("\n") + middle.count("\n") - 1


def report(size):
    head, tail = sample.wrong_total().split("## 二、", 1)
    parts = repeated(PROSE.replace("%", "%%"), size - len(sample.wrong_total().encode("utf-8")))
    text, _ = joined(parts, "在这里写字。\n")
    whole = head + text + "## 二、" + tail
    return whole, whole[:whole.index("在这里写字")].count("\n")


def yaml(size):
    return joined(repeated("item%(n)d:\n  name: 名称%(n)d\n  value: %(n)d\n", size), "here: 写字\n")


def html(size):
    parts = repeated("<tr><td id=\"a%(n)d\">规章</td><td>%(n)d</td></tr>\n", size)
    text, line = joined(parts, "<!-- here -->\n")
    return "<table>\n" + text + "</table>\n", line + 1


def shell(size):
    return joined(repeated("f%(n)d() {\n  echo \"名称%(n)d\"\n}\n", size), "# here\n")


def cpp(size):
    return joined(repeated("int f%(n)d(int x) { return x + %(n)d; }\n", size), "// here\n")
