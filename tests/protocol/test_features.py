"""Hover, quick fixes, pages (complaints R16, R18)."""

import itertools

import positions
import sample
from client import Client

URI = "file:///tmp/report.md"
ENCODING = "utf-16"


def hover_at(client, text, word, offset=1):
    place = positions.position(text, text.index(word) + offset, ENCODING)
    return client.hover(URI, place["line"], place["character"])


def test_hover_on_a_row_label(binary):
    text = sample.report()
    with Client(binary) as client:
        client.initialize()
        client.open(URI, text)
        hover = hover_at(client, text, "1.属于国家秘密")
        value = hover["contents"]["value"]
        assert hover["contents"]["kind"] == "markdown"
        assert value.startswith("**1.属于国家秘密**"), value
        assert "条例第十四条" in value and "`解释`" in value
        assert "3＋0＋0＋0＋0＋0＝3" in value, value
        assert len([line for line in value.split("\n") if line.strip()]) <= 12
        assert "command:" not in value
        assert positions.marked(text, hover["range"], ENCODING) == "1.属于国家秘密"


def test_hover_shows_a_failing_sum(binary):
    text = sample.wrong_total()
    with Client(binary) as client:
        client.initialize()
        client.open(URI, text)
        value = hover_at(client, text, "（一）予以公开")["contents"]["value"]
        assert "21＋4＋0＋1＋2＋0≠29" in value, value


def test_hover_on_a_correct_number_is_short(binary):
    text = sample.report()
    with Client(binary) as client:
        client.initialize()
        client.open(URI, text)
        value = hover_at(client, text, "| 21 | 4 |", 2)["contents"]["value"]
        assert len([line for line in value.split("\n") if line.strip()]) <= 3, value
        assert "予以公开" in value and "自然人" in value


def test_hover_on_a_correct_number_can_be_switched_off(binary):
    text = sample.report()
    with Client(binary) as client:
        client.initialize(options={"hover": {"numbers": False}})
        client.open(URI, text)
        assert hover_at(client, text, "| 21 | 4 |", 2) is None
        assert hover_at(client, text, "1.属于国家秘密") is not None
        client.notify("workspace/didChangeConfiguration", {"settings": {"nianbao": {"hover": {"numbers": True}}}})
        assert hover_at(client, text, "| 21 | 4 |", 2) is not None


def test_hover_as_plain_text(binary):
    text = sample.report()
    with Client(binary) as client:
        client.initialize(capabilities={"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})
        client.open(URI, text)
        contents = hover_at(client, text, "1.属于国家秘密")["contents"]
        assert contents["kind"] == "plaintext" and "**" not in contents["value"] and "`" not in contents["value"]


def test_hover_elsewhere_is_null(binary):
    text = sample.report()
    with Client(binary) as client:
        client.initialize()
        client.open(URI, text)
        assert hover_at(client, text, "做好主动公开") is None
        answer = client.request_raw("textDocument/hover", {"textDocument": {"uri": "file:///tmp/not-open.md"},
                                                           "position": {"line": 0, "character": 0}})
        assert answer.get("result", 0) is None or "not-open" in answer["error"]["message"]


def actions_of(client, where, only=None, diagnostics=()):
    context = {"diagnostics": list(diagnostics)}
    if only:
        context["only"] = [only]
    return client.request("textDocument/codeAction", {"textDocument": {"uri": URI}, "range": where, "context": context})


def whole(text):
    return positions.span(text, 0, len(text), ENCODING)


def edits_of(action):
    changes = action["edit"]["documentChanges"]
    assert len(changes) == 1 and changes[0]["textDocument"]["uri"] == URI
    return changes[0]["textDocument"]["version"], changes[0]["edits"]


# Reports with one slip each.
def slips():
    granted = sample.GRANTED
    yield "total", sample.wrong_total()
    yield "case", sample.wrong_case_total()
    yield "culprit", sample.with_slip(granted, granted.replace("| 21 |", "| 12 |"))
    yield "blank", sample.with_slip("| 3 | 1 | 0 | 1 | 5 |", "| 3 | 1 |  | 1 | 5 |")
    yield "digits", sample.with_slip("| 行政许可 | 120 |", "| 行政许可 | １２０ |")
    yield "words", sample.with_slip("| 行政许可 | 120 |", "| 行政许可 | 120件 |")
    yield "label", sample.with_slip("2.重复申请", "2.重复的申请")
    yield "heading", sample.with_slip("五、存在的主要问题及改进情况", "五、存在的主要问题及下一步工作")
    yield "period", sample.with_slip("至2023年12月31日", "至2022年12月31日")
    yield "negative", sample.with_slip("| 行政处罚 | 17 |", "| 行政处罚 | -17 |")


# Slips in prose, reported once their rules are there.
def prose_slips():
    yield "word", sample.with_slip("做好主动公开", "保障公民知情权力，做好主动公开")
    yield "punctuation", sample.with_slip("做好主动公开、", "做好主动公开,")
    yield "number", sample.with_slip("本年度未收取", "根据（宁政办发[2020]15号），本年度未收取")


def test_r18_every_quick_fix_repairs_and_breaks_nothing(binary):
    """Apply it: its diagnostic is gone, there is no new one, and the same action is not offered again."""
    applied = 0
    with Client(binary) as client:
        client.initialize(pull=True)
        version = 1
        client.open(URI, sample.report(), version)
        clean = {(d["code"], d["message"]) for d in client.pull(URI)["items"]}
        told = {name for name, _ in slips()}
        for name, text in itertools.chain(slips(), prose_slips()):
            client.change(URI, [{"text": text}])
            before = client.pull(URI)["items"]
            new = [d for d in before if (d["code"], d["message"]) not in clean]
            assert new or name not in told, name
            for diagnostic in new:
                asked = client.versions[URI]
                for action in actions_of(client, diagnostic["range"], "quickfix", [diagnostic]):
                    if diagnostic not in action.get("diagnostics", []):
                        continue
                    version, edits = edits_of(action)
                    assert version == asked
                    client.change(URI, [{"text": positions.apply(text, edits, ENCODING)}])
                    after = client.pull(URI)["items"]
                    old_keys = {(d["code"], d["message"]) for d in before}
                    keys = {(d["code"], d["message"]) for d in after}
                    assert (diagnostic["code"], diagnostic["message"]) not in keys, (name, action["title"])
                    assert keys <= old_keys, (name, action["title"], keys - old_keys)
                    applied += 1
                    client.change(URI, [{"text": text}])
    assert applied >= 5, applied


def test_r18_fix_all_takes_only_what_is_certain_and_ends(binary):
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, sample.report())
        for name, text in itertools.chain(slips(), prose_slips()):
            client.change(URI, [{"text": text}])
            actions = actions_of(client, whole(text), "source.fixAll")
            assert all(a["kind"] == "source.fixAll.nianbao" for a in actions)
            if name == "culprit":
                assert actions == [], actions  # a number that must be checked is nobody's to invent
                continue
            if not actions:
                continue
            (action,) = actions
            _, edits = edits_of(action)
            fixed = positions.apply(text, edits, ENCODING)
            assert fixed != text
            client.change(URI, [{"text": fixed}])
            assert actions_of(client, whole(fixed), "source.fixAll") == [], name


def test_a_wrong_total_is_preferred_and_first(binary):
    text = sample.wrong_total()
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, text)
        (diagnostic,) = [d for d in client.pull(URI)["items"] if d["code"].startswith("sum/")]
        first = actions_of(client, diagnostic["range"], "quickfix", [diagnostic])[0]
        assert first["isPreferred"] is True and first["kind"] == "quickfix"
        assert "28" in first["title"]
        assert first["diagnostics"] == [diagnostic]
        _, edits = edits_of(first)
        assert positions.apply(text, edits, ENCODING) == sample.report()


def test_other_kinds_are_not_offered(binary):
    text = sample.wrong_total()
    with Client(binary) as client:
        client.initialize()
        client.open(URI, text)
        assert actions_of(client, whole(text), "refactor.inline") == []
        assert actions_of(client, whole(text), "quickfix.other") == []
        assert actions_of(client, whole(text), "source.organizeImports") == []


def test_clients_without_document_changes_get_changes(binary):
    text = sample.wrong_total()
    with Client(binary) as client:
        client.initialize(capabilities={"textDocument": {"codeAction": {"codeActionLiteralSupport": {
            "codeActionKind": {"valueSet": ["quickfix"]}}}}})
        client.open(URI, text)
        action = actions_of(client, whole(text), "quickfix")[0]
        assert list(action["edit"]["changes"]) == [URI]


def test_rule_page_of_a_diagnostic(binary):
    with Client(binary) as client:
        client.initialize()
        client.open(URI, sample.wrong_total())
        (one,) = [d for d in client.published(URI) if d["code"].startswith("sum/")]
        href = one["codeDescription"]["href"]
        page = client.request("nianbao/textDocumentContent", {"uri": href})["text"]
        assert page.startswith("#") and len(page) > 20
        assert client.request("workspace/textDocumentContent", {"uri": href})["text"] == page
        answer = client.request_raw("nianbao/textDocumentContent", {"uri": "nianbao:/rules/no/such.md"})
        assert answer["error"]["code"] == -32602


def test_r18_a_diagnostic_that_lost_its_data_still_finds_its_fix(binary):
    """Some clients (ALE) send back only what they show, with the cursor elsewhere on the line."""
    text = sample.wrong_total()
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, text)
        (diagnostic,) = [d for d in client.pull(URI)["items"] if d["code"].startswith("sum/")]
        poor = {key: diagnostic[key] for key in ("code", "message", "range")}
        start = {"line": diagnostic["range"]["start"]["line"], "character": 0}
        actions = actions_of(client, {"start": start, "end": start}, "quickfix", [poor])
        assert any("28" in action["title"] for action in actions), actions
