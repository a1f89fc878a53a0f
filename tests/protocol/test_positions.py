"""Columns in three encodings, edits in them, positions out of range, broken text (complaints R1–R5)."""

import random

import positions
import sample
from client import Client

URI = "file:///tmp/report.md"
ENCODINGS = ("utf-8", "utf-16", "utf-32")
# Astral (two UTF-16 units), combining marks, an emoji with a joiner. Cells that hold it are no numbers, and neither
# is the one behind them on the same line: its columns are those of everything before it.
ODD = "𠮷野e\u0301\u0323👩\u200d🔧"
WORD = "约5"


def odd_report(odd=ODD):
    text = sample.with_slip("| 规章 | 0 | 0 | 0 |", "| 规章 | %s | %s | 0 |" % (odd, WORD))
    return text.replace("本机关按照", "𠮷e\u0301👩\u200d🔧本机关按照")


def about_word(client, text, diagnostics, encoding):
    """Ranges of the diagnostics that mark WORD."""
    return [d["range"] for d in diagnostics if positions.marked(text, d["range"], encoding) == WORD]


def test_r04_encoding_is_negotiated(binary):
    for offered, expected in ((None, "utf-16"), ((), "utf-16"), (("utf-8",), "utf-8"), (("utf-32",), "utf-32"),
                              (("utf-16", "utf-8"), "utf-16"), (("utf-8", "utf-16"), "utf-8"), (("utf-7",), "utf-16")):
        with Client(binary) as client:
            client.initialize(encodings=offered)
            assert client.capabilities["positionEncoding"] == expected, offered


def test_r04_clients_that_count_bytes_can_say_so_in_their_settings(binary):
    """ALE takes columns for bytes and cannot declare it; what a client declares itself comes first."""
    for offered, set_, expected in ((None, ["utf-8"], "utf-8"), (None, ["utf-7"], "utf-16"), (None, "utf-8", "utf-16"),
                                    (("utf-32",), ["utf-8"], "utf-32")):
        with Client(binary) as client:
            client.initialize(encodings=offered, options={"positionEncodings": set_})
            assert client.capabilities["positionEncoding"] == expected, (offered, set_)


def test_r03_columns_of_a_finding(binary):
    text = odd_report()
    at = text.index(WORD)
    for encoding in ENCODINGS:
        with Client(binary) as client:
            client.initialize(encodings=(encoding,))
            client.open(URI, text)
            shown = client.published(URI)
            assert about_word(client, text, shown, encoding) == [positions.span(text, at, at + len(WORD), encoding)], shown


def test_r02_columns_of_a_hover(binary):
    """The label of a row, asked for at every column that lies inside it."""
    label = "3.危及“三安全一稳定”"
    text = odd_report()
    begin = text.index(label)
    for encoding in ENCODINGS:
        with Client(binary) as client:
            client.initialize(encodings=(encoding,))
            client.open(URI, text)
            for i in range(begin, begin + len(label)):
                place = positions.position(text, i, encoding)
                hover = client.hover(URI, place["line"], place["character"])
                assert positions.marked(text, hover["range"], encoding) == label, (encoding, i, hover)


def random_edit(rng, text, encoding):
    pieces = ["", "，", "𠮷", "12", "\n", "\r\n", "| 3 | 4 |\n", "é", "一、总体情况\n", "〔2021〕30号"]
    begin = rng.randrange(len(text) + 1)
    end = min(len(text), begin + rng.choice((0, 0, 1, 2, 7)))
    # Editors never put a cursor between CR and LF.
    for name in ("begin", "end"):
        at = begin if name == "begin" else end
        if 0 < at < len(text) and text[at - 1] == "\r" and text[at] == "\n":
            begin, end = min(begin, at - 1), max(end, at + 1) if name == "end" else end
    new = rng.choice(pieces)
    change = {"range": positions.span(text, begin, end, encoding), "text": new}
    return change, text[:begin] + new + text[end:]


def test_r02_edits_give_what_opening_anew_gives(binary):
    """Random incremental edits in each encoding; the diagnostics are those of the same text opened anew."""
    for encoding in ENCODINGS:
        rng = random.Random(7)
        text = odd_report()
        with Client(binary) as client:
            client.initialize(encodings=(encoding,), pull=True)
            client.open(URI, text)
            for turn in range(40):
                changes = []
                for _ in range(rng.choice((1, 1, 2, 5))):
                    change, text = random_edit(rng, text, encoding)
                    changes.append(change)
                client.change(URI, changes)
                if turn % 8 == 7:
                    other = "file:///tmp/other-%d.md" % turn
                    client.open(other, text)
                    mine, fresh = client.pull(URI)["items"], client.pull(other)["items"]
                    assert [(d["code"], d["message"], d["range"]) for d in mine] == \
                           [(d["code"], d["message"], d["range"]) for d in fresh], (encoding, turn)
                    client.close(other)


def test_r05_positions_out_of_range(binary):
    big = 2 ** 31 - 1
    odd = [0, 1, 7, 100000, big, 2 ** 32 - 1]
    with Client(binary) as client:
        client.initialize()
        client.open(URI, odd_report())
        for line in odd:
            for character in odd:
                client.hover(URI, line, character)
        for bad in (-1, 2 ** 32, 1e300, 1.5, "3", None, [], True):
            for place in ({"line": bad, "character": 0}, {"line": 0, "character": bad}):
                answer = client.request_raw("textDocument/hover", {"textDocument": {"uri": URI}, "position": place})
                assert answer["error"]["code"] == -32602, (place, answer)
        rng = random.Random(3)
        for _ in range(200):
            place = [rng.choice(odd) for _ in range(4)]
            where = {"start": {"line": place[0], "character": place[1]}, "end": {"line": place[2], "character": place[3]}}
            client.request_raw("textDocument/codeAction",
                               {"textDocument": {"uri": URI}, "range": where, "context": {"diagnostics": []}})
        assert client.shutdown() == 0


def test_r05_edits_out_of_range_are_clamped(binary):
    text = sample.report()
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, text)
        end = {"line": 10 ** 6, "character": 10 ** 6}
        client.change(URI, [{"range": {"start": {"line": 0, "character": 0}, "end": end}, "text": sample.wrong_total()}])
        assert [d["code"] for d in client.pull(URI)["items"]] != []
        client.change(URI, [{"range": {"start": end, "end": end}, "text": "\n"}])
        client.change(URI, [{"text": text}])
        assert [d for d in client.pull(URI)["items"] if d["severity"] == 1] == []


def test_r01_lone_surrogates_lose_no_edit(binary):
    """JavaScript clients can send half a character, as an escape; the text keeps its length and later edits fit."""
    text = odd_report(odd="\ud83d与\udc00")
    with Client(binary) as client:
        client.initialize(encodings=("utf-16",))
        client.open(URI, text)
        at = text.index(WORD)
        where = positions.span(text, at, at + len(WORD), "utf-16")
        assert about_word(client, text, client.published(URI, 1), "utf-16") == [where]
        # An edit behind the lone surrogates on the same line, which brings another one.
        client.change(URI, [{"range": where, "text": WORD + "\ud800"}])
        assert about_word(client, text, client.published(URI, 2), "utf-16") == []
        client.change(URI, [{"range": positions.span(text, at, at + len(WORD) + 1, "utf-16"), "text": WORD}])
        assert about_word(client, text, client.published(URI, 3), "utf-16") == [where]
        assert client.shutdown() == 0


def test_r01_invalid_utf8_in_a_message(binary):
    with Client(binary) as client:
        client.initialize()
        body = ('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"%s",'
                '"languageId":"nianbao","version":1,"text":"# X2023年政府信息公开工作年度报告\\n@"}}}' % URI).encode("utf-8")
        for junk in (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\x80\x80"):
            client.send_bytes(body.replace(b"@", junk))
            client.sync()
            client.close(URI)
        client.open(URI, sample.wrong_total())
        client.sync()
        assert client.shutdown() == 0
