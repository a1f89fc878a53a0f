"""Documents come, go and change their name; settings change; versions and line ends are right (R11, R14, R16–R18)."""

import pathlib
import tempfile

import corpus
import everything
import positions
import sample
from client import Client

URI = "file:///tmp/report.md"
ENCODING = "utf-16"


def opened(binary, text, pull=False, **more):
    client = Client(binary)
    client.initialize(capabilities=everything.capabilities(ENCODING, pull), **more)
    client.open(URI, text)
    return client


def shown_now(client):
    """What an editor shows at the end, by document: the last publication counts."""
    client.sync()
    shown = {}
    for message in client.seen:
        if message.get("method") == "textDocument/publishDiagnostics":
            shown[message["params"]["uri"]] = message["params"]["diagnostics"]
    return shown


def test_r11_a_renamed_document_leaves_nothing_behind(binary):
    """Editors close the old name and open the new one; the file watcher tells of it as well."""
    with opened(binary, sample.wrong_total()) as client:
        new = "file:///tmp/report-2.md"
        assert shown_now(client)[URI]
        client.close(URI)
        client.open(new, sample.wrong_total())
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": URI, "type": 3}, {"uri": new, "type": 1}]})
        shown = shown_now(client)
        assert shown[URI] == [] and shown[new]


def test_r11_a_deleted_document_leaves_nothing_behind(binary):
    with tempfile.TemporaryDirectory() as name:
        report = pathlib.Path(name) / "年报.md"
        report.write_text(sample.wrong_total(), encoding="utf-8")
        with Client(binary) as client:
            client.initialize(capabilities=everything.capabilities(ENCODING, False),
                              folders=[pathlib.Path(name).as_uri()])
            client.open(report.as_uri(), sample.wrong_total())
            assert shown_now(client)[report.as_uri()]
            report.unlink()
            client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": report.as_uri(), "type": 3}]})
            client.close(report.as_uri())
            assert shown_now(client)[report.as_uri()] == []


def test_r11_a_report_that_stops_being_one_is_cleared(binary):
    with opened(binary, sample.wrong_total()) as client:
        assert shown_now(client)[URI]
        client.change(URI, [{"text": ""}])
        assert [d for d in shown_now(client)[URI] if d["code"].startswith("sum/")] == []


def test_r14_settings_asked_for_by_the_server(binary):
    """A client with workspace/configuration: what it answers is obeyed, wrong answers change nothing."""
    capabilities = everything.capabilities(ENCODING, False)
    capabilities["workspace"] = {**capabilities["workspace"], "configuration": True,
                                 "didChangeConfiguration": {"dynamicRegistration": True}}

    class Configured(Client):
        answer = {"rules": {"sum/*": "off"}}

        def _answer(self, message):
            if message["method"] != "workspace/configuration":
                return super()._answer(message)
            self.send({"id": message["id"], "result": [self.answer] * len(message["params"]["items"])})

    def sums(client):
        return [d for d in shown_now(client).get(URI, []) if d["code"].startswith("sum/")]

    with Configured(binary) as client:
        client.initialize(capabilities=capabilities)
        client.take(lambda m: m.get("method") == "workspace/configuration")
        client.open(URI, sample.wrong_total())
        assert sums(client) == []
        for answer in ({"rules": {}}, None, 7, {"rules": 7}, []):
            client.answer = answer
            client.notify("workspace/didChangeConfiguration", {"settings": None})
            client.take(lambda m: m.get("method") == "workspace/configuration")
            assert sums(client), answer
        client.answer = {"rules": {"sum/*": "off"}}
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        client.take(lambda m: m.get("method") == "workspace/configuration")
        assert sums(client) == []
        assert client.shutdown() == 0


def test_r14_a_settings_file_with_a_mistake_is_a_diagnostic(binary):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        settings = folder / ".nianbao.json"
        report = (folder / "年报.md").as_uri()
        with Client(binary) as client:
            client.initialize(capabilities=everything.capabilities(ENCODING, False))
            for text, wanted in (('{"rules": {"sum/*": "off"}}', False), ('{"rules": {"sum/no-such": "off"}}', True),
                                 ('{"rules": ', True), ("", True), ("{}", True)):
                settings.write_text(text, encoding="utf-8")
                client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
                client.open(report, sample.wrong_total())
                shown = shown_now(client)
                assert bool([d for d in shown[report] if d["code"].startswith("sum/")]) == wanted, text
                told = shown.get(settings.as_uri(), [])
                assert bool(told) == (text not in ('{"rules": {"sum/*": "off"}}', "{}")), (text, told)
            assert client.shutdown() == 0


def versions_in(value):
    """(uri, version) of every document edit in an answer."""
    found, waiting = [], [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            for change in one.get("documentChanges", []):
                found.append((change["textDocument"]["uri"], change["textDocument"]["version"]))
            assert "changes" not in one or "documentChanges" in one
            waiting.extend(one.values())
    return found


def test_r16_edits_carry_the_version_they_were_made_for(binary):
    text = sample.wrong_total()
    with opened(binary, text, pull=True) as client:
        for version in (1, 2, 77, 500):
            if version > 1:
                client.change(URI, [{"range": positions.span(text, 0, 0, ENCODING), "text": ""}], version=version)
            where = {"textDocument": {"uri": URI}, "range": positions.span(text, 0, len(text), ENCODING)}
            actions = client.request("textDocument/codeAction", {**where, "context": {"diagnostics": []}})
            resolved = [client.request("codeAction/resolve", a) if "edit" not in a and "data" in a else a for a in actions]
            title = positions.position(text, text.index("水利局2023"), ENCODING)
            rename = client.request("textDocument/rename", {"textDocument": {"uri": URI}, "position": title,
                                                            "newName": "云岭市水务局"})
            found = versions_in(resolved) + versions_in(rename)
            assert len(found) >= 2 and set(found) == {(URI, version)}, (version, found)


def shape(symbol):
    return symbol["name"], [shape(child) for child in symbol.get("children", [])]


def mixed(text):
    """Never CR before LF on an empty line: that would be one line end."""
    ends = ("\n", "\r", "\r\n")
    lines = text.split("\n")
    return "".join(line + (ends[i % 3] if i < len(lines) - 1 else "") for i, line in enumerate(lines))


def test_r17_line_ends_give_the_same_outline_and_findings(binary):
    texts = {**corpus.examples(), **corpus.real()}
    with Client(binary) as client:
        client.initialize(capabilities=everything.capabilities(ENCODING))
        for name, text in texts.items():
            plain = text.replace("\r\n", "\n").removeprefix("\ufeff")
            expected = None
            for kind, variant in (("lf", plain), ("crlf", plain.replace("\n", "\r\n")), ("cr", plain.replace("\n", "\r")),
                                  ("mixed", mixed(plain)), ("bom", "\ufeff" + plain)):
                uri = "file:///tmp/%s-%s" % (kind, name)
                client.open(uri, variant)
                symbols = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
                findings = [(d["code"], d["message"], d["range"]["start"]["line"]) for d in client.pull(uri)["items"]]
                client.close(uri)
                got = [shape(s) for s in symbols], findings
                assert got[0], (name, kind)
                expected = expected or got
                assert got == expected, (name, kind, got, expected)


def test_r18_fix_all_on_every_report_ends_and_adds_nothing(binary):
    """What is certain is mended in one go; asked again there is nothing, and no finding is new."""
    with Client(binary) as client:
        client.initialize(capabilities=everything.capabilities(ENCODING))
        for name, text in {**corpus.examples(), **corpus.real()}.items():
            uri = "file:///tmp/" + name
            client.open(uri, text)
            before = {(d["code"], d["message"]) for d in client.pull(uri)["items"]}
            for attempt in range(3):
                lines = everything.Lines(text, ENCODING)
                where = {"start": {"line": 0, "character": 0}, "end": lines.last()}
                actions = client.request("textDocument/codeAction", {
                    "textDocument": {"uri": uri}, "range": where,
                    "context": {"diagnostics": [], "only": ["source.fixAll"]}})
                if not actions:
                    break
                assert attempt < 2, (name, "fix-all does not end")
                (change,) = actions[0]["edit"]["documentChanges"]
                text = positions.apply(text, change["edits"], ENCODING)
                client.change(uri, [{"text": text}])
            after = {(d["code"], d["message"]) for d in client.pull(uri)["items"]}
            assert after <= before, (name, after - before)
            client.close(uri)
