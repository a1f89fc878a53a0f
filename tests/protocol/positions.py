"""Positions in the three encodings, computed independently of the server. Lines end with LF, CRLF or CR."""

import functools


@functools.lru_cache(maxsize=8)
def line_starts(text):
    starts, i = [0], 0
    while i < len(text):
        if text[i] == "\r":
            i += 2 if text[i + 1:i + 2] == "\n" else 1
            starts.append(i)
        elif text[i] == "\n":
            i += 1
            starts.append(i)
        else:
            i += 1
    return starts


def width(char, encoding):
    if encoding == "utf-8":
        return len(char.encode("utf-8", errors="surrogatepass"))
    if encoding == "utf-16":
        return 2 if ord(char) > 0xFFFF else 1
    return 1


def position(text, index, encoding):
    starts = line_starts(text)
    line = max(i for i, start in enumerate(starts) if start <= index)
    return {"line": line, "character": sum(width(c, encoding) for c in text[starts[line]:index])}


def span(text, begin, end, encoding):
    return {"start": position(text, begin, encoding), "end": position(text, end, encoding)}


def index(text, place, encoding):
    starts = line_starts(text)
    if place["line"] >= len(starts):
        return len(text)
    at, column = starts[place["line"]], 0
    while at < len(text) and text[at] not in "\r\n" and column < place["character"]:
        column += width(text[at], encoding)
        at += 1
    return at


def marked(text, where, encoding):
    return text[index(text, where["start"], encoding):index(text, where["end"], encoding)]


def apply(text, edits, encoding):
    """Text edits of a WorkspaceEdit: all ranges refer to the text before."""
    for edit in sorted(edits, key=lambda e: index(text, e["range"]["start"], encoding), reverse=True):
        begin, end = (index(text, edit["range"][k], encoding) for k in ("start", "end"))
        text = text[:begin] + edit["newText"] + text[end:]
    return text
