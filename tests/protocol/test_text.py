"""Line ends, byte order marks, names of documents, other languages (complaints R11, R13, R17)."""

import sample
from client import Client

URI = "file:///tmp/report.md"


def findings(client, text, uri=URI, language="nianbao", version=1):
    client.open(uri, text, version=version, language=language)
    return client.published(uri)


def slipped():
    return sample.wrong_total().replace("保障监督", "监督保障") + "\n根据(宁政办发[2020]15号)。\n"


def mixed(text):
    # Never CR before LF on an empty line: that would be one line end.
    ends = ("\n", "\r", "\r\n")
    lines = text.split("\n")
    return "".join(line + (ends[i % 3] if i < len(lines) - 1 else "") for i, line in enumerate(lines))


def test_r17_line_ends_give_the_same_findings(binary):
    plain = slipped()
    with Client(binary) as client:
        client.initialize()
        expected = None
        variants = {"lf": plain, "crlf": plain.replace("\n", "\r\n"), "cr": plain.replace("\n", "\r"),
                    "mixed": mixed(plain), "bom": "\ufeff" + plain}
        for name, text in variants.items():
            got = [(d["code"], d["message"], d["range"]) for d in findings(client, text, "file:///tmp/%s.md" % name)]
            assert any(code.startswith("sum/") for code, _, _ in got), name
            if expected is None:
                expected = got
            assert got == expected, (name, got, expected)


URIS = [
    "file:///c%3A/%E6%94%BF%E5%8A%A1/2023%E5%B9%B4%E6%8A%A5.md",
    "file:///C:/政务/2023年报.md",
    "file:///d%3a/a+b/%25/%23%20x.md",
    "file:///tmp/工作 资料/报告（终稿）.md",
    "untitled:Untitled-1",
    "vscode-remote://wsl%2Bubuntu/home/u/a.md",
    "git:/tmp/a.md?ref%3DHEAD",
    "",
]


def test_r13_the_clients_own_uri_comes_back(binary):
    with Client(binary) as client:
        client.initialize()
        for uri in URIS:
            assert findings(client, sample.wrong_total(), uri), uri
            actions = client.request("textDocument/codeAction", {
                "textDocument": {"uri": uri}, "context": {"diagnostics": []},
                "range": {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}})
            edited = [e["textDocument"]["uri"] for a in actions for e in a["edit"]["documentChanges"]]
            assert edited and set(edited) == {uri}, (uri, edited)
            client.close(uri)
            assert client.published(uri) == []


def test_r13_two_spellings_are_one_document(binary):
    with Client(binary) as client:
        client.initialize()
        client.open("file:///c%3A/x/%e6%94%bf.md", sample.wrong_total())
        assert client.published("file:///c%3A/x/%e6%94%bf.md")
        client.notify("textDocument/didChange", {"textDocument": {"uri": "file:///C:/x/%E6%94%BF.md", "version": 2},
                                                 "contentChanges": [{"text": sample.report()}]})
        shown = client.published("file:///c%3A/x/%e6%94%bf.md", 2)
        assert [d for d in shown if d["severity"] == 1] == []


def test_other_documents_get_no_diagnostics(binary):
    with Client(binary) as client:
        client.initialize()
        client.open("file:///tmp/readme.md", "# Read me\n\n共12条，其中5条、6条。知情权力\n", language="markdown")
        client.open("file:///tmp/report.md", sample.wrong_total(), language="markdown")
        assert client.published("file:///tmp/report.md")
        client.sync()
        assert not [m for m in client.seen if m.get("method") == "textDocument/publishDiagnostics"
                    and m["params"]["uri"].endswith("readme.md")]


def test_r08_unchanged_diagnostics_are_not_sent_again(binary):
    with Client(binary) as client:
        client.initialize()
        assert findings(client, sample.wrong_total())
        client.sync()
        before = len(client.seen)
        line = len(sample.wrong_total().split("\n"))
        end = {"line": line, "character": 0}
        client.change(URI, [{"range": {"start": end, "end": end}, "text": "\n"}])
        client.sync()
        sent = [m for m in client.seen[before:] if m.get("method") == "textDocument/publishDiagnostics"]
        assert sent == [], sent


def test_r11_close_clears(binary):
    with Client(binary) as client:
        client.initialize()
        assert findings(client, sample.wrong_total())
        client.close(URI)
        assert client.published(URI) == []


def test_r11_a_language_change_clears_and_checks_again(binary):
    """Clients change the language by closing and opening again at once."""
    with Client(binary) as client:
        client.initialize()
        assert findings(client, sample.wrong_total())
        client.close(URI)
        client.open(URI, sample.wrong_total(), version=1, language="nianbao")
        client.sync()
        assert client.shown(URI, 1)
