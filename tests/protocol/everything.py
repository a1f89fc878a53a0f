"""Asks every feature at one place of a document and checks that every range in the answers lies in the text."""

import positions

CAPABILITIES = {
    "textDocument": {
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "definition": {"linkSupport": True},
        "rename": {"prepareSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True, "codeDescriptionSupport": True,
                               "dataSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}, "dataSupport": True,
                       "disabledSupport": True, "isPreferredSupport": True,
                       "resolveSupport": {"properties": ["edit"]}},
        "inlayHint": {"resolveSupport": {"properties": ["tooltip"]}},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


def capabilities(encoding, pull=True):
    document = dict(CAPABILITIES["textDocument"])
    if pull:
        document["diagnostic"] = {}
    return {**CAPABILITIES, "textDocument": document, "general": {"positionEncodings": [encoding]}}


class Lines:
    """The lines of a text and which columns between characters they have, in one encoding."""

    def __init__(self, text, encoding):
        self.encoding = encoding
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.columns = {}

    def last(self):
        return {"line": len(self.lines) - 1, "character": max(self.columns_of(len(self.lines) - 1))}

    def columns_of(self, line):
        if line not in self.columns:
            column, columns = 0, {0}
            for char in self.lines[line]:
                column += positions.width(char, self.encoding)
                columns.add(column)
            self.columns[line] = columns
        return self.columns[line]

    def has(self, place):
        line = place["line"]
        return 0 <= line < len(self.lines) and place["character"] in self.columns_of(line)


def outside(answer, uri, lines):
    """Every position in the answer that does not lie in the document; other documents are passed over."""
    wrong, waiting = [], [answer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        if not isinstance(value, dict):
            continue
        if value.get("uri", uri) != uri or value.get("targetUri", uri) != uri:
            continue
        if "line" in value and "character" in value and not lines.has(value):
            wrong.append(value)
        if "startLine" in value and not 0 <= value["startLine"] <= value["endLine"] < len(lines.lines):
            wrong.append(value)
        if isinstance(value.get("start"), dict) and "end" in value and order(value["start"]) > order(value["end"]):
            wrong.append(value)
        waiting.extend(value.values())
    return wrong


def order(place):
    return place["line"], place["character"]


def outside_tokens(data, lines, kinds):
    """Tokens (five numbers each) that do not begin and end between characters of one line, in order."""
    wrong, line, column, end = [], 0, 0, 0
    for i in range(0, len(data), 5):
        down, right, length, kind = data[i:i + 4]
        line, column = (line + down, right) if down else (line, column + right)
        if down:
            end = 0
        inside = line < len(lines.lines) and {column, column + length} <= lines.columns_of(line)
        if not inside or length == 0 or column < end or kind >= kinds or len(data) % 5:
            wrong.append((line, column, length, kind))
        end = column + length
    return wrong


def questions(uri, place, lines):
    """Every request of an editor about this place: name and parameters."""
    document = {"textDocument": {"uri": uri}}
    here = {**document, "position": place}
    point = {"start": place, "end": place}
    everything = {"start": {"line": 0, "character": 0}, "end": lines.last()}
    options = {"options": {"tabSize": 4, "insertSpaces": True}}
    yield "textDocument/diagnostic", document
    yield "textDocument/documentSymbol", document
    yield "textDocument/foldingRange", document
    yield "textDocument/semanticTokens/full", document
    yield "textDocument/semanticTokens/range", {**document, "range": everything}
    yield "textDocument/inlayHint", {**document, "range": everything}
    yield "textDocument/codeLens", document
    yield "textDocument/documentLink", document
    yield "textDocument/hover", here
    yield "textDocument/completion", here
    yield "textDocument/signatureHelp", here
    yield "textDocument/documentHighlight", here
    yield "textDocument/definition", here
    yield "textDocument/references", {**here, "context": {"includeDeclaration": True}}
    yield "textDocument/prepareRename", here
    yield "textDocument/selectionRange", {**document, "positions": [place]}
    yield "textDocument/codeAction", {**document, "range": point, "context": {"diagnostics": []}}
    yield "textDocument/codeAction", {**document, "range": everything, "context": {"diagnostics": []}}
    yield "textDocument/formatting", {**document, **options}
    yield "textDocument/rangeFormatting", {**document, **options, "range": point}
    yield "textDocument/onTypeFormatting", {**here, **options, "ch": "\n"}
    yield "workspace/symbol", {"query": ""}
    yield "workspace/diagnostic", {"previousResultIds": []}
    yield "nianbao/preview", document


def ask(client, uri, text, place, encoding):
    """All of them in one go, as an editor does after a key; returns the answers by method."""
    lines = Lines(text, encoding)
    asked, messages = [], []
    for method, params in questions(uri, place, lines):
        client.next_id += 1
        messages.append({"id": client.next_id, "method": method, "params": params})
        asked.append((client.next_id, method))
    client.send_together(messages)
    kinds = len(client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"])
    answers = {}
    for number, method in asked:
        answer = client.reply(number)
        assert "error" not in answer, (method, answer)
        result = answers[method] = answer["result"]
        if "semanticTokens" in method:
            wrong = outside_tokens(result["data"], lines, kinds) if result else []
        else:
            wrong = outside(result, uri, lines)
        assert not wrong, (method, encoding, wrong[:3], len(lines.lines))
    return answers
