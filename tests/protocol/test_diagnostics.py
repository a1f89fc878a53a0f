"""What a diagnostic carries; push or pull, never both (complaints R12, R14, R16, R9)."""

import json

import sample
from client import Client

URI = "file:///tmp/report.md"


def total_error(diagnostics):
    return [d for d in diagnostics if d["code"].startswith("sum/")]


def test_a_diagnostic_is_complete(binary):
    with Client(binary) as client:
        client.initialize()
        client.open(URI, sample.wrong_total(), version=4)
        (one,) = total_error(client.published(URI, 4))
        assert one["source"] == "nianbao"
        assert one["severity"] == 1
        assert one["codeDescription"]["href"] == "nianbao:/rules/%s.md" % one["code"]
        assert "28" in one["message"]
        assert one["relatedInformation"]
        for related in one["relatedInformation"]:
            assert related["location"]["uri"] == URI
        assert one["data"]


def test_a_correct_report_has_no_error(binary):
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, sample.report())
        shown = client.pull(URI)["items"]
        assert [d for d in shown if d["severity"] == 1] == [], json.dumps(shown, ensure_ascii=False, indent=1)


def test_poor_clients_get_plain_diagnostics(binary):
    with Client(binary) as client:
        client.initialize(capabilities={})
        client.open(URI, sample.wrong_total())
        (one,) = total_error(client.published(URI))
        assert "relatedInformation" not in one and "codeDescription" not in one and "data" not in one
        assert isinstance(one["code"], str)


def test_r12_pull_clients_are_never_pushed_to(binary):
    with Client(binary) as client:
        client.initialize(pull=True)
        assert client.capabilities["diagnosticProvider"]["interFileDependencies"] is True
        client.open(URI, sample.wrong_total())
        first = client.pull(URI)
        assert first["kind"] == "full" and total_error(first["items"])
        second = client.pull(URI, first["resultId"])
        assert second == {"kind": "unchanged", "resultId": first["resultId"]}
        client.change(URI, [{"text": sample.report()}])
        third = client.pull(URI, first["resultId"])
        assert third["kind"] == "full" and not total_error(third["items"])
        client.close(URI)
        client.sync()
        assert not [m for m in client.seen if m.get("method") == "textDocument/publishDiagnostics"]


def test_r12_push_clients_see_no_pull_capability(binary):
    with Client(binary) as client:
        client.initialize(pull=False)
        assert "diagnosticProvider" not in client.capabilities


def test_r09_edits_that_wait_together_are_checked_once(binary):
    with Client(binary) as client:
        client.initialize()
        client.open(URI, sample.report(), version=1)
        client.sync()
        before = len(client.seen)
        messages = []
        for i in range(100):
            text = sample.wrong_total() if i % 2 else sample.report()
            if i == 99:  # unlike all others, so that it must be published
                text = sample.wrong_case_total()
            messages.append({"method": "textDocument/didChange",
                             "params": {"textDocument": {"uri": URI, "version": 2 + i}, "contentChanges": [{"text": text}]}})
        client.send_together(messages)
        client.versions[URI] = 101
        client.sync()
        sent = [m for m in client.seen[before:] if m.get("method") == "textDocument/publishDiagnostics"]
        assert sent and len(sent) < 50, len(sent)
        assert sent[-1]["params"]["version"] == 101 and total_error(sent[-1]["params"]["diagnostics"])


def test_r09_every_request_is_answered_once_under_cancels_and_edits(binary):
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, sample.wrong_total(), version=1)
        asked = []
        for i in range(150):
            number = client.request_nowait("textDocument/hover", {"textDocument": {"uri": URI},
                                                                  "position": {"line": 30, "character": 8}})
            other = client.request_nowait("textDocument/diagnostic", {"textDocument": {"uri": URI}})
            asked += [number, other]
            if i % 3 == 0:
                client.notify("$/cancelRequest", {"id": number})
            client.change(URI, [{"range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 0}},
                                 "text": "，"}])
        last = client.pull(URI)
        assert total_error(last["items"])
        client.sync()
        answers = [m["id"] for m in client.seen if "id" in m and "method" not in m]
        for number in asked:
            assert answers.count(number) == 1, number
        codes = {m["error"]["code"] for m in client.seen if "error" in m}
        assert codes <= {-32800, -32801}, codes


def test_r09_a_cancelled_request_that_waits_is_answered_at_once(binary):
    with Client(binary) as client:
        client.initialize()
        client.open(URI, sample.wrong_total())
        client.sync()
        params = {"textDocument": {"uri": URI}, "position": {"line": 30, "character": 8}}
        client.send_together([{"id": 900, "method": "textDocument/hover", "params": params},
                              {"method": "$/cancelRequest", "params": {"id": 900}}])
        answer = client.reply(900)
        assert "result" in answer or answer["error"]["code"] == -32800


def test_r14_settings_are_obeyed_without_restart(binary):
    with Client(binary) as client:
        client.initialize(options={"rules": {"sum/*": "warning"}})
        client.open(URI, sample.wrong_total())
        (one,) = total_error(client.published(URI))
        assert one["severity"] == 2
        rule = one["code"]
        client.notify("workspace/didChangeConfiguration", {"settings": {"nianbao": {"rules": {rule: "off"}}}})
        client.sync()
        assert total_error(client.shown(URI, 1)) == []
        client.notify("workspace/didChangeConfiguration", {"settings": {"nianbao": {"rules": {}, "locale": "en"}}})
        client.sync()
        (one,) = total_error(client.shown(URI, 1))
        assert one["severity"] == 1 and "不等于" not in one["message"]


def test_r14_wrong_settings_are_said_once(binary):
    with Client(binary) as client:
        client.initialize()
        client.open(URI, sample.wrong_total())
        for _ in range(3):
            client.notify("workspace/didChangeConfiguration",
                          {"settings": {"nianbao": {"rules": {"sum/no-such-rule": "error", "sum/row-total": "loud"},
                                                    "locale": 7, "organ": []}}})
        client.sync()
        said = [m for m in client.seen if m.get("method") in ("window/showMessage", "window/logMessage")]
        assert len(said) == 1, said
        assert total_error(client.shown(URI, 1))


def test_locale_of_the_client(binary):
    with Client(binary) as client:
        client.initialize(locale="en-US")
        client.open(URI, sample.wrong_total())
        (one,) = total_error(client.published(URI))
        assert "sum" in one["message"] or "total" in one["message"], one["message"]
