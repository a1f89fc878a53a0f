"""A user's whole session, driven by pytest-lsp: a client that nobody here wrote and that checks what it is sent.

Every answer is parsed by lsprotocol, strictly by LSP's own description, and compared with what each client said it can.
"""

import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, LspSpecificationWarning, client_capabilities

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORRECT = (ROOT / "tests" / "protocol" / "sample.md").read_text(encoding="utf-8")
WRONG = CORRECT.replace("| 2 | 0 | 28 |", "| 2 | 0 | 29 |", 1)
URI = "file:///tmp/report.md"
CLIENTS = ["visual-studio-code", "neovim@v0.11", "neovim@v0.7", "emacs"]

pytestmark = pytest.mark.filterwarnings("error::pytest_lsp.LspSpecificationWarning")


def make_client():
    """pytest-lsp's client, which declares dynamic registration for the editors that know it but has no handler."""
    client = pytest_lsp.make_test_lsp_client()
    client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    return client


@pytest_lsp.fixture(params=CLIENTS, config=ClientServerConfig(
    server_command=[os.environ["NIANBAO_BINARY"], "lsp"], client_factory=make_client))
async def client(request, lsp_client: LanguageClient):
    name = request.param
    capabilities = client_capabilities(name)
    lsp_client.server_said = await lsp_client.initialize_session(lsp.InitializeParams(
        capabilities=capabilities, process_id=os.getpid(), root_uri=None, locale="zh-CN"))
    yield
    await lsp_client.shutdown_session()


def width(char, encoding):
    if encoding == lsp.PositionEncodingKind.Utf8:
        return len(char.encode("utf-8"))
    return 2 if encoding == lsp.PositionEncodingKind.Utf16 and ord(char) > 0xFFFF else 1


def position_of(text, at, encoding):
    begin = text.rfind("\n", 0, at) + 1
    return lsp.Position(text.count("\n", 0, at), sum(width(c, encoding) for c in text[begin:at]))


def offset_of(text, position, encoding):
    lines = text.split("\n")
    at = sum(len(line) + 1 for line in lines[:position.line])
    column = 0
    while column < position.character:
        column += width(text[at], encoding)
        at += 1
    return at


def later_first(edits):
    return sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True)


def edits_of(edit):
    """Of a workspace edit for the one document, whichever form the client asked for."""
    if edit.document_changes:
        (change,) = edit.document_changes
        assert change.text_document.uri == URI
        return change.edits
    (uri,) = edit.changes
    assert uri == URI
    return edit.changes[uri]


class Editor:
    """What an editor does around the requests: keeps text and version, and the diagnostics it shows."""

    def __init__(self, client):
        self.client, self.text, self.version = client, "", 0
        self.encoding = client.server_said.capabilities.position_encoding
        self.document = lsp.TextDocumentIdentifier(URI)
        self.has = client.server_said.capabilities

    def open(self, text):
        self.text, self.version = text, 1
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(
            lsp.TextDocumentItem(URI, "markdown", self.version, text)))

    def replace(self, begin, end, new):
        where = lsp.Range(begin, end)
        self.version += 1
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(self.version, URI),
            [lsp.TextDocumentContentChangePartial(where, new)]))
        self.text = self.applied([lsp.TextEdit(where, new)])

    def applied(self, edits):
        text = self.text
        for edit in later_first(edits):
            begin, end = (offset_of(self.text, at, self.encoding) for at in (edit.range.start, edit.range.end))
            text = text[:begin] + edit.new_text + text[end:]
        return text

    def apply(self, edits):
        for edit in later_first(edits):
            self.replace(edit.range.start, edit.range.end, edit.new_text)

    async def diagnostics(self, wanted):
        """Pulled where the server offers it, else the last publication for which `wanted` holds."""
        if self.has.diagnostic_provider:
            report = await self.client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(self.document))
            assert not self.client.diagnostics.get(URI), "pushed to a client that pulls"
            assert wanted(report.items), report.items
            return report.items
        while not wanted(self.client.diagnostics.get(URI, [])):
            await self.client.wait_for_notification("textDocument/publishDiagnostics")
        return self.client.diagnostics[URI]

    def place(self, word, offset=0):
        return position_of(self.text, self.text.index(word) + offset, self.encoding)

    def here(self, word, offset=0):
        return {"text_document": self.document, "position": self.place(word, offset)}


def sums(diagnostics):
    return [d for d in diagnostics if str(d.code).startswith("sum/")]


async def test_a_whole_session(client: LanguageClient):
    editor = Editor(client)
    assert client.server_said.server_info.name == "nianbao"

    # Open: the slip is found, at the total.
    editor.open(WRONG)
    (wrong, *_) = sums(await editor.diagnostics(sums))
    assert editor.applied([lsp.TextEdit(wrong.range, "?")]) == WRONG.replace("| 2 | 0 | 29 |", "| 2 | 0 | ? |", 1)

    # Hover: why the number is wrong.
    hover = await client.text_document_hover_async(lsp.HoverParams(**editor.here("| 2 | 0 | 29 |", 10)))
    assert "28" in hover.contents.value and hover.range == wrong.range

    # Complete: in a cell of a row, with what follows from the sums.
    cell = editor.place("| 2 | 0 | 29 |", 10)
    editor.replace(cell, lsp.Position(cell.line, cell.character + 2), "")
    answer = await client.text_document_completion_async(lsp.CompletionParams(editor.document, cell))
    items = answer if isinstance(answer, list) else answer.items
    assert "28" in [item.label for item in items]
    (best,) = [item for item in items if item.label == "28"]
    if editor.has.completion_provider.resolve_provider:
        resolved = await client.completion_item_resolve_async(best)
        assert resolved.label == "28"
    editor.replace(cell, cell, "29")
    assert editor.text == WRONG

    # Fix: the action belongs to the diagnostic and makes the report correct.
    (wrong, *_) = sums(await editor.diagnostics(sums))
    actions = await client.text_document_code_action_async(lsp.CodeActionParams(
        editor.document, wrong.range, lsp.CodeActionContext([wrong])))
    fix = next(a for a in actions if a.kind == lsp.CodeActionKind.QuickFix)
    assert "28" in fix.title
    editor.apply(edits_of(fix.edit))
    assert editor.text == CORRECT
    assert not sums(await editor.diagnostics(lambda d: not sums(d)))

    # Rename the organ, everywhere.
    renamed = await client.text_document_rename_async(lsp.RenameParams(**editor.here("水利局2023"), new_name="云岭市水务局"))
    editor.apply(edits_of(renamed))
    assert "云岭市水利局" not in editor.text and editor.text.count("云岭市水务局") == CORRECT.count("云岭市水利局")

    # Format: only blanks and rules of tables; a second time there is nothing to do.
    options = lsp.FormattingOptions(tab_size=4, insert_spaces=True)
    edits = await client.text_document_formatting_async(lsp.DocumentFormattingParams(editor.document, options))
    before = editor.text
    editor.apply(edits)
    blanks = str.maketrans("", "", " -")
    assert editor.text != before and editor.text.translate(blanks) == before.translate(blanks)
    again = await client.text_document_formatting_async(lsp.DocumentFormattingParams(editor.document, options))
    assert not again
    assert not sums(await editor.diagnostics(lambda d: not sums(d)))

    # Close: nothing stays behind.
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(editor.document))
    if not editor.has.diagnostic_provider:
        while client.diagnostics.get(URI):
            await client.wait_for_notification("textDocument/publishDiagnostics")
    assert not [m for m in client.messages if m.type == lsp.MessageType.Error], client.messages


async def test_every_declared_feature_answers(client: LanguageClient):
    """What `initialize` declares is answered, in the types of the protocol; nothing else is."""
    editor = Editor(client)
    editor.open(WRONG)
    has, document = editor.has, editor.document
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(WRONG.count("\n"), 0))
    total = editor.here("| 2 | 0 | 29 |", 10)
    options = lsp.FormattingOptions(tab_size=4, insert_spaces=True)
    asked = [
        (has.document_symbol_provider, client.text_document_document_symbol_async, lsp.DocumentSymbolParams(document)),
        (has.folding_range_provider, client.text_document_folding_range_async, lsp.FoldingRangeParams(document)),
        (has.selection_range_provider, client.text_document_selection_range_async,
         lsp.SelectionRangeParams(document, [total["position"]])),
        (has.document_highlight_provider, client.text_document_document_highlight_async,
         lsp.DocumentHighlightParams(**total)),
        (has.definition_provider, client.text_document_definition_async, lsp.DefinitionParams(**total)),
        (has.references_provider, client.text_document_references_async,
         lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=True), **total)),
        (has.document_link_provider, client.text_document_document_link_async, lsp.DocumentLinkParams(document)),
        (has.inlay_hint_provider, client.text_document_inlay_hint_async, lsp.InlayHintParams(document, whole)),
        (has.code_lens_provider, client.text_document_code_lens_async, lsp.CodeLensParams(document)),
        (has.signature_help_provider, client.text_document_signature_help_async, lsp.SignatureHelpParams(**total)),
        (has.document_range_formatting_provider, client.text_document_range_formatting_async,
         lsp.DocumentRangeFormattingParams(document, whole, options)),
        (has.semantic_tokens_provider, client.text_document_semantic_tokens_full_async,
         lsp.SemanticTokensParams(document)),
        (has.semantic_tokens_provider, client.text_document_semantic_tokens_range_async,
         lsp.SemanticTokensRangeParams(document, whole)),
        (has.workspace_symbol_provider, client.workspace_symbol_async, lsp.WorkspaceSymbolParams("总体")),
    ]
    for provider, ask, params in asked:
        assert provider, ask
        answer = await ask(params)
        assert answer, (ask, answer)
    if has.execute_command_provider:
        assert all(name.startswith("nianbao.") for name in has.execute_command_provider.commands)
    with pytest.raises(Exception, match="(?i)unknown|not found|未"):
        await client.text_document_moniker_async(lsp.MonikerParams(**total))


def test_the_warnings_are_errors():
    assert issubclass(LspSpecificationWarning, UserWarning)
