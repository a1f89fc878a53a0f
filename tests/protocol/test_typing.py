"""Reports typed in character by character and spoilt at random, with every feature asked (complaints R2–R6)."""

import json
import random

import corpus
import everything
import positions
from client import Client

URI = "file:///tmp/report.md"
ENCODINGS = ("utf-8", "utf-16", "utf-32")
END_OF_LINE = "\r\n"


def opened(binary, text, encoding, pull=True):
    client = Client(binary)
    client.initialize(capabilities=everything.capabilities(encoding, pull))
    client.open(URI, text)
    return client


def type_in(client, text, encoding, every):
    """One message for each character; every so many, all features at the cursor, where the last one may be cut."""
    typed, line, column = [], 0, 0
    for count, char in enumerate(text, 1):
        place = {"line": line, "character": column}
        client.change(URI, [{"range": {"start": place, "end": place}, "text": char}])
        typed.append(char)
        if char == "\n" and typed[-2:-1] == ["\r"]:
            pass  # the line ended with the carriage return already
        elif char in END_OF_LINE:
            line, column = line + 1, 0
        else:
            column += positions.width(char, encoding)
        if count % every == 0 or count == len(text):
            everything.ask(client, URI, "".join(typed), {"line": line, "character": column}, encoding)


OTHER = "file:///tmp/other/report.md"


def opened_anew(client, text):
    """The diagnostics of the same text in a document that was never edited, as if they were of this one."""
    client.open(OTHER, text)
    return json.loads(json.dumps(client.pull(OTHER)["items"]).replace(OTHER, URI))


def typed_like_opened(binary, text, encoding, every):
    with opened(binary, "", encoding) as client:
        type_in(client, text, encoding, every)
        assert client.pull(URI)["items"] == opened_anew(client, text)
        assert client.shutdown() == 0


def test_r06_examples_typed_in(binary):
    for i, text in enumerate(corpus.examples().values()):
        typed_like_opened(binary, text, ENCODINGS[i % 3], 1 if corpus.LONG else 97)


def test_r06_real_reports_typed_in(binary):
    reports = corpus.real()
    if not reports:
        raise corpus.Skip("the five real reports are not here")
    for i, text in enumerate(reports.values()):
        typed_like_opened(binary, text, ENCODINGS[i % 3], 1 if corpus.LONG else 97)


def test_r06_pushed_diagnostics_while_typing(binary):
    """The client that is pushed to: the last diagnostics are those of the last text."""
    text = corpus.examples()["form-2021-errors.md"]
    with opened(binary, "", "utf-16", pull=False) as client:
        line = column = 0
        for char in text:
            place = {"line": line, "character": column}
            client.change(URI, [{"range": {"start": place, "end": place}, "text": char}])
            line, column = (line + 1, 0) if char == "\n" else (line, column + positions.width(char, "utf-16"))
        typed = client.shown(URI, client.versions[URI])
        client.open(OTHER, text)
        codes = [(d["code"], d["range"]) for d in client.shown(OTHER, 1)]
        assert codes and [(d["code"], d["range"]) for d in typed] == codes


PIECES = ["", "", "，", "𠮷", "12", "\n", "\r\n", "\r", "| 3 | 4 |\n", "|", "é", "👩\u200d🔧", "一、总体情况\n", "〔2021〕30号",
          "（", "《", "<table><tr><td>", "</td>", "\t", "\u3000", "\u0000", "\ufeff", "第二十条第（一）项", "- ", "##", "```\n"]


def spoil(rng, text, encoding):
    """One random edit with the text after it. Editors never put a cursor between CR and LF."""
    begin = rng.randrange(len(text) + 1)
    end = min(len(text), begin + rng.choice((0, 0, 1, 2, 7, 60, 900)))
    if 0 < begin < len(text) and text[begin - 1:begin + 1] == END_OF_LINE:
        begin -= 1
    if 0 < end < len(text) and text[end - 1:end + 1] == END_OF_LINE:
        end += 1
    new = rng.choice(PIECES) if rng.random() < 0.9 else text[begin // 2:begin // 2 + rng.randrange(400)]
    return {"range": positions.span(text, begin, end, encoding), "text": new}, text[:begin] + new + text[end:]


def spoilt_at_random(binary, text, encoding, seed, turns):
    rng = random.Random(seed)
    with opened(binary, text, encoding) as client:
        for turn in range(turns):
            changes = []
            for _ in range(rng.choice((1, 1, 2, 3))):
                change, text = spoil(rng, text, encoding)
                changes.append(change)
            client.change(URI, changes)
            if turn % 3 == 0:
                place = positions.position(text, rng.randrange(len(text) + 1), encoding)
                everything.ask(client, URI, text, place, encoding)
            if not text:
                text = "一"
                client.change(URI, [{"text": text}])
        assert client.pull(URI)["items"] == opened_anew(client, text), (encoding, seed)
        assert client.shutdown() == 0


def test_r02_r03_r04_ranges_after_random_edits(binary):
    texts = list(corpus.examples().values()) + list(corpus.real().values())
    for i, text in enumerate(texts):
        odd = text.replace("政府", "𠮷e\u0301府", 7).replace("0", "０", 2)
        for encoding in ENCODINGS:
            spoilt_at_random(binary, odd, encoding, 100 * i + len(encoding), 600 if corpus.LONG else 36)


def test_r05_everything_deleted(binary):
    """Select all, delete; then undo: every sample, with every feature on the empty text and after."""
    for text in list(corpus.examples().values()) + list(corpus.real().values()):
        with opened(binary, text, "utf-16") as client:
            lines = everything.Lines(text, "utf-16")
            start = {"line": 0, "character": 0}
            before = client.pull(URI)["items"]
            client.change(URI, [{"range": {"start": start, "end": lines.last()}, "text": ""}])
            everything.ask(client, URI, "", start, "utf-16")
            client.change(URI, [{"range": {"start": start, "end": start}, "text": text}])
            assert client.pull(URI)["items"] == before
            everything.ask(client, URI, text, lines.last(), "utf-16")


def test_r05_places_far_outside_get_answers_inside(binary):
    big = 2 ** 31 - 1
    text = corpus.examples()["form-2021-errors.md"].replace("\n", END_OF_LINE).replace("政府", "𠮷府", 5)
    with opened(binary, text, "utf-16") as client:
        lines = everything.Lines(text, "utf-16")
        inside_pair = {"line": 0, "character": lines.lines[0].find("𠮷") + 1}
        assert inside_pair["character"] > 0
        for place in ({"line": 0, "character": big}, {"line": big, "character": 0}, {"line": big, "character": big},
                      {"line": 5, "character": 4096}, inside_pair):
            everything.ask(client, URI, text, place, "utf-16")
        assert client.shutdown() == 0
