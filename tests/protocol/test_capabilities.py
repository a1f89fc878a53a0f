"""Every method that the server offers: it is declared, it answers, and what it answers lies in the document."""

import positions
import sample
from client import Client

URI = "file:///tmp/report.md"
ENCODING = "utf-16"
DOCUMENT = {"textDocument": {"uri": URI}}
MODERN = {
    "general": {"positionEncodings": [ENCODING]},
    "textDocument": {
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "definition": {"linkSupport": True},
        "rename": {"prepareSupport": True},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}, "dataSupport": True,
                       "disabledSupport": True, "resolveSupport": {"properties": ["edit"]}},
        "inlayHint": {"resolveSupport": {"properties": ["tooltip"]}},
        "diagnostic": {},
    },
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
}


def at(text, word, offset=0):
    return {"position": positions.position(text, text.index(word) + offset, ENCODING)}


def whole(text):
    return {"range": positions.span(text, 0, len(text), ENCODING)}


def marked(text, where):
    return positions.marked(text, where, ENCODING)


def opened(binary, text, **more):
    client = Client(binary)
    client.initialize(capabilities=MODERN, **more)
    client.open(URI, text)
    return client


def test_what_is_declared(binary):
    with opened(binary, sample.report()) as client:
        has = client.capabilities
        for name in ("hover", "documentSymbol", "workspaceSymbol", "foldingRange", "selectionRange", "documentHighlight",
                     "definition", "references", "documentLink", "inlayHint", "codeLens", "completion", "signatureHelp",
                     "documentFormatting", "documentRangeFormatting", "documentOnTypeFormatting", "rename", "codeAction",
                     "semanticTokens", "executeCommand", "diagnostic"):
            assert has.get(name + "Provider"), name
        assert has["codeActionProvider"]["resolveProvider"] is True
        assert has["diagnosticProvider"]["workspaceDiagnostics"] is True
        assert has["renameProvider"] == {"prepareProvider": True}
        assert has["semanticTokensProvider"]["full"] == {"delta": True}


def test_nothing_is_declared_that_a_client_cannot_do(binary):
    with Client(binary) as client:
        client.initialize(capabilities={})
        assert "executeCommandProvider" not in client.capabilities
        assert client.capabilities["renameProvider"] is True
        assert "diagnosticProvider" not in client.capabilities


def test_outline_nested_and_flat(binary):
    text = sample.report()
    with opened(binary, text) as client:
        (title,) = client.request("textDocument/documentSymbol", DOCUMENT)
        assert title["name"].startswith("云岭市水利局2023年") and len(title["children"]) == 6
    with Client(binary) as client:
        client.initialize(capabilities={})
        client.open(URI, text)
        flat = client.request("textDocument/documentSymbol", DOCUMENT)
        assert all(s["location"]["uri"] == URI for s in flat) and len(flat) > 40
        named = client.request("workspace/symbol", {"query": "总体"})
        assert [s["name"] for s in named] == ["一、总体情况"]


def test_folding_and_selection(binary):
    text = sample.report()
    with opened(binary, text) as client:
        folds = client.request("textDocument/foldingRange", DOCUMENT)
        assert {"startLine": 26, "endLine": 56} == {k: folds[3][k] for k in ("startLine", "endLine")}
        (ring,) = client.request("textDocument/selectionRange",
                                 {**DOCUMENT, "positions": [at(text, "| 21 | 4 |", 3)["position"]]})
        seen = []
        while ring:
            seen.append(marked(text, ring["range"]))
            ring = ring.get("parent")
        assert seen[0] == "21" and seen[1] == sample.GRANTED and seen[-1] == text


def test_cells_that_belong_together(binary):
    text = sample.report()
    total = at(text, "| 0 | 28 |", 6)
    with opened(binary, text) as client:
        links = client.request("textDocument/definition", {**DOCUMENT, **total})
        assert [marked(text, l["targetRange"]) for l in links] == ["21", "4", "0", "1", "2", "0"]
        assert marked(text, links[0]["originSelectionRange"]) == "28"
        lights = client.request("textDocument/documentHighlight", {**DOCUMENT, **total})
        assert len(lights) > 7 and all(marked(text, l["range"]).isdigit() for l in lights)
        places = client.request("textDocument/references",
                                {**DOCUMENT, **total, "context": {"includeDeclaration": False}})
        assert len(places) == len(lights) - 1


def test_hints_and_lenses(binary):
    text = sample.wrong_total()
    with opened(binary, text) as client:
        hints = client.request("textDocument/inlayHint", {**DOCUMENT, **whole(text)})
        (wrong,) = [h for h in hints if h["label"] == "各项和 28"]
        assert "tooltip" not in wrong
        assert "28" in client.request("inlayHint/resolve", wrong)["tooltip"]
        lens = client.request("textDocument/codeLens", DOCUMENT)[0]
        assert lens["command"] == {"title": "勾稽关系：37 条成立 / 2 条不成立", "command": ""}
        assert client.request("codeLens/resolve", lens) == lens
    with opened(binary, text, options={"clientCommands": True}) as client:
        lens = client.request("textDocument/codeLens", DOCUMENT)[0]
        assert lens["command"]["command"] == "nianbao.showRelations"
        assert lens["command"]["arguments"][0] == URI
        assert [marked(text, r) for r in lens["command"]["arguments"][1]] == ["29", "57"]


def absolute(text, data):
    line = column = 0
    for i in range(0, len(data), 5):
        line += data[i]
        column = data[i + 1] if data[i] else column + data[i + 1]
        begin = positions.index(text, {"line": line, "character": column}, ENCODING)
        yield text[begin:begin + data[i + 2]], data[i + 3]


def test_r04_tokens_whole_delta_and_range(binary):
    text = sample.report()
    with opened(binary, text) as client:
        types = client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"]
        first = client.request("textDocument/semanticTokens/full", DOCUMENT)
        words = dict(absolute(text, first["data"]))
        assert types[words["58"]] == "enumMember" and types[words["2.重复申请"]] == "property"
        where = positions.span(text, text.index("| 46 |") + 2, text.index("| 46 |") + 4, ENCODING)
        client.change(URI, [{"range": where, "text": "𠮷4"}])
        delta = client.request("textDocument/semanticTokens/full/delta",
                               {**DOCUMENT, "previousResultId": first["resultId"]})
        data = list(first["data"])
        for edit in delta["edits"]:
            data[edit["start"]:edit["start"] + edit["deleteCount"]] = edit.get("data", [])
        assert len(delta["edits"]) == 1 and len(delta["edits"][0].get("data", [])) < 50
        again = client.request("textDocument/semanticTokens/full", DOCUMENT)
        assert data == again["data"] and again["resultId"] == delta["resultId"]
        unknown = client.request("textDocument/semanticTokens/full/delta", {**DOCUMENT, "previousResultId": "?"})
        assert unknown["data"] == data
        lines = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 3, "character": 0}}}
        part = client.request("textDocument/semanticTokens/range", {**DOCUMENT, **lines})["data"]
        assert part == data[:len(part)] and 0 < len(part) < 60


def test_completion_and_resolve(binary):
    text = sample.with_slip(sample.GRANTED, sample.GRANTED.replace("| 28 |", "|  |"))
    with opened(binary, text) as client:
        items = client.request("textDocument/completion", {**DOCUMENT, **at(text, "| 0 |  |\n|  | （二）", 7)})["items"]
        assert [i["label"] for i in items] == ["28", "0"], items
        cut = sample.report()[:sample.report().index("## 五、")]
        client.change(URI, [{"text": cut}])
        items = client.request("textDocument/completion", {**DOCUMENT, **at(cut + "‸", "‸")})["items"]
        (part,) = [i for i in items if i["label"].startswith("五、")]
        assert part["textEdit"]["newText"].startswith("## 五、")
        assert client.request("completionItem/resolve", part)["documentation"]["kind"] == "markdown"
        client.change(URI, [{"text": ""}])
        items = client.request("textDocument/completion", {**DOCUMENT, "position": {"line": 0, "character": 0}})["items"]
        assert items[0]["insertTextFormat"] == 2 and "${1:" in items[0]["textEdit"]["newText"]


def test_signature_of_a_row(binary):
    text = sample.report()
    with opened(binary, text) as client:
        help_ = client.request("textDocument/signatureHelp", {**DOCUMENT, **at(text, "| 21 | 4 |", 7)})
        (signature,) = help_["signatures"]
        assert signature["parameters"][help_["activeParameter"]]["label"] == "商业企业"
        assert client.request("textDocument/signatureHelp", {**DOCUMENT, **at(text, "做好主动")}) is None
        on_label = client.request("textDocument/signatureHelp", {**DOCUMENT, **at(text, "| 21 | 4 |", -4)})
        assert on_label["activeParameter"] >= len(on_label["signatures"][0]["parameters"])


def test_rename(binary):
    text = sample.report()
    with opened(binary, text) as client:
        assert client.request("textDocument/prepareRename", {**DOCUMENT, **at(text, "水利局2023")})["placeholder"] == "云岭市水利局"
        assert client.request("textDocument/prepareRename", {**DOCUMENT, **at(text, "做好主动")}) is None
        edit = client.request("textDocument/rename", {**DOCUMENT, **at(text, "水利局2023"), "newName": "云岭市水务局"})
        (change,) = edit["documentChanges"]
        assert change["textDocument"] == {"uri": URI, "version": 1}
        after = positions.apply(text, change["edits"], ENCODING)
        assert "水利局" not in after and after.count("云岭市水务局") == 2
        refused = client.request_raw("textDocument/rename", {**DOCUMENT, **at(text, "水利局2023"), "newName": " "})
        assert refused["error"]["code"] == -32803


def test_formatting_keeps_every_word(binary):
    for text in (sample.report(), sample.report().replace("\n", "\r\n")):
        with opened(binary, text) as client:
            options = {"options": {"tabSize": 4, "insertSpaces": True}}
            edits = client.request("textDocument/formatting", {**DOCUMENT, **options})
            after = positions.apply(text, edits, ENCODING)
            squeeze = str.maketrans("", "", " -")
            assert after != text and after.translate(squeeze) == text.translate(squeeze)
            client.change(URI, [{"text": after}])
            assert client.request("textDocument/formatting", {**DOCUMENT, **options}) == []
            client.change(URI, [{"text": text}])
            one = {"range": {"start": at(text, "| 行政处罚")["position"], "end": at(text, "| 行政处罚")["position"]}}
            part = client.request("textDocument/rangeFormatting", {**DOCUMENT, **options, **one})
            assert 0 < len(part) < len(edits)
            typed = client.request("textDocument/onTypeFormatting",
                                   {**DOCUMENT, **options, **at(text, "| 行政强制"), "ch": "\n"})
            assert typed == part


def test_r16_rewrites_are_resolved(binary):
    text = sample.with_slip("| 3 | 1 | 0 | 1 | 5 |", "| 3 |  | 0 | 1 | 5 |")
    with opened(binary, text) as client:
        where = positions.span(text, text.index("| 3 |  |"), text.index("| 3 |  |"), ENCODING)
        ask = {**DOCUMENT, "range": where, "context": {"diagnostics": [], "only": ["refactor.rewrite"]}}
        actions = client.request("textDocument/codeAction", ask)
        assert [a["title"] for a in actions] == ["表四空白格填 0（1 格）"]
        assert all(a["kind"] == "refactor.rewrite" and "edit" not in a for a in actions)
        fill = client.request("codeAction/resolve", actions[0])
        (change,) = fill["edit"]["documentChanges"]
        assert "| 3 | 0 | 0 | 1 | 5 |" in positions.apply(text, change["edits"], ENCODING)
        client.change(URI, [{"text": text + "\n"}])
        assert client.request_raw("codeAction/resolve", actions[0])["error"]["code"] == -32801


def test_commands_ask_the_client_to_edit(binary):
    text = sample.wrong_total()
    with opened(binary, text) as client:
        assert "nianbao.server.fixAll" in client.capabilities["executeCommandProvider"]["commands"]
        number = client.request_nowait("workspace/executeCommand",
                                       {"command": "nianbao.server.fixAll", "arguments": [URI]})
        asked = client.take(lambda m: m.get("method") == "workspace/applyEdit")
        (change,) = asked["params"]["edit"]["documentChanges"]
        assert positions.apply(text, change["edits"], ENCODING) == sample.report()
        assert client.reply(number)["result"] is None
        refused = client.request_raw("workspace/executeCommand", {"command": "nianbao.server.none", "arguments": [URI]})
        assert refused["error"]["code"] == -32602


def test_workspace_diagnostics_of_open_reports(binary):
    with opened(binary, sample.wrong_total()) as client:
        (item,) = client.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert item["uri"] == URI and item["version"] == 1 and item["kind"] == "full" and item["items"]
        known = {"previousResultIds": [{"uri": URI, "value": item["resultId"]}]}
        (again,) = client.request("workspace/diagnostic", known)["items"]
        assert again["kind"] == "unchanged" and "items" not in again


def test_status_for_our_extension_only(binary):
    with opened(binary, sample.wrong_total(), options={"clientCommands": True}) as client:
        client.pull(URI)
        told = client.take(lambda m: m.get("method") == "nianbao/status")["params"]
        assert told == {"uri": URI, "form": "2021", "cells": told["cells"], "relations": 42, "holding": 40,
                        "unfilled": 0, "due": "2024-01-31", "recognised": True}
        assert told["cells"] > 150
        client.pull(URI)
        client.change(URI, [{"text": sample.report()}])
        client.pull(URI)
        assert client.take(lambda m: m.get("method") == "nianbao/status")["params"]["holding"] == 42
    with opened(binary, sample.report()) as client:
        client.pull(URI)
        client.sync()
        assert not [m for m in client.seen if m.get("method") == "nianbao/status"]


def test_trace_when_asked(binary):
    with opened(binary, sample.wrong_total()) as client:
        client.notify("$/setTrace", {"value": "verbose"})
        client.pull(URI)
        told = client.take(lambda m: m.get("method") == "$/logTrace")["params"]
        assert "report.md" in told["message"] and URI in told["verbose"]
        client.notify("$/setTrace", {"value": "off"})
        count = len([m for m in client.seen if m.get("method") == "$/logTrace"])
        client.pull(URI)
        assert len([m for m in client.seen if m.get("method") == "$/logTrace"]) == count


def test_documents_that_are_not_open_have_no_answers(binary):
    with opened(binary, sample.report()) as client:
        gone = {"textDocument": {"uri": "file:///tmp/not-open.md"}, "position": {"line": 0, "character": 0},
                "context": {"includeDeclaration": True}, "positions": [], "options": {},
                "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}}
        for method in ("documentSymbol", "foldingRange", "selectionRange", "documentHighlight", "definition", "references",
                       "documentLink", "inlayHint", "codeLens", "completion", "signatureHelp", "formatting",
                       "rangeFormatting", "prepareRename", "semanticTokens/full", "semanticTokens/range"):
            assert client.request("textDocument/" + method, gone) is None, method
