"""A small LSP client over stdio: enough to drive the real server in tests. Standard library only."""

import json
import os
import queue
import subprocess
import threading

TIMEOUT = 20.0 if not os.environ.get("NIANBAO_SANITIZED") else 120.0


class ServerGone(Exception):
    """The server closed its output while something was expected of it."""


class Client:
    def __init__(self, binary, args=("lsp",), environment=None):
        self.process = subprocess.Popen([binary, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=environment)
        self.inbox = queue.Queue()
        self.seen = []          # everything received, in order
        self.pending = []       # received, not yet taken
        self.next_id = 0
        self.versions = {}
        self.capabilities = {}
        self.stderr = b""
        threading.Thread(target=self._read, daemon=True).start()
        self.stderr_reader = threading.Thread(target=self._read_errors, daemon=True)
        self.stderr_reader.start()

    # --- transport -------------------------------------------------------------------------------------------------
    def _read(self):
        out = self.process.stdout
        while True:
            length = None
            while True:
                line = out.readline()
                if not line:
                    self.inbox.put(None)
                    return
                line = line.strip()
                if not line:
                    break
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            body = out.read(length)
            # The server must never send broken UTF-8.
            self.inbox.put(json.loads(body.decode("utf-8", errors="strict")))

    def _read_errors(self):
        self.stderr = self.process.stderr.read()

    def send_bytes(self, body):
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def send(self, message):
        # Lone surrogates stay escapes, as a JavaScript client sends them.
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=True).encode("ascii"))

    def send_together(self, messages):
        """All in one write, so that they wait together."""
        data = b""
        for message in messages:
            body = json.dumps({"jsonrpc": "2.0", **message}).encode("ascii")
            data += b"Content-Length: %d\r\n\r\n" % len(body) + body
        self.process.stdin.write(data)
        self.process.stdin.flush()

    # --- messages --------------------------------------------------------------------------------------------------
    def take(self, wanted, timeout=TIMEOUT):
        """The first message for which wanted(message) is true; others are kept."""
        for i, message in enumerate(self.pending):
            if wanted(message):
                return self.pending.pop(i)
        while True:
            try:
                message = self.inbox.get(timeout=timeout)
            except queue.Empty:
                raise TimeoutError("no such message within %g s; pending: %s" % (timeout, self.pending)) from None
            if message is None:
                self.inbox.put(None)
                raise ServerGone("exit code %s, stderr: %s" % (self.process.poll(), self.stderr[-2000:]))
            self.seen.append(message)
            if "method" in message and "id" in message:
                self._answer(message)
            if wanted(message):
                return message
            self.pending.append(message)

    def _answer(self, message):
        """Requests of the server: say yes to registrations, give no configuration."""
        result = [None] * len(message["params"]["items"]) if message["method"] == "workspace/configuration" else None
        self.send({"id": message["id"], "result": result})

    def request_nowait(self, method, params):
        self.next_id += 1
        self.send({"id": self.next_id, "method": method, "params": params})
        return self.next_id

    def reply(self, number):
        return self.take(lambda m: m.get("id") == number and "method" not in m)

    def request_raw(self, method, params):
        return self.reply(self.request_nowait(method, params))

    def request(self, method, params):
        answer = self.request_raw(method, params)
        assert "error" not in answer, "%s: %s" % (method, answer)
        return answer["result"]

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    # --- session ---------------------------------------------------------------------------------------------------
    def initialize(self, encodings=("utf-16",), pull=False, capabilities=None, options=None, locale=None,
                   process_id=None, folders=None):
        general = {"positionEncodings": list(encodings)} if encodings else {}
        document = {"publishDiagnostics": {"relatedInformation": True, "versionSupport": True,
                                           "codeDescriptionSupport": True, "dataSupport": True},
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
                                   "isPreferredSupport": True, "dataSupport": True}}
        if pull:
            document["diagnostic"] = {"relatedDocumentSupport": False}
        params = {"rootUri": None,
                  "capabilities": capabilities if capabilities is not None else
                  {"general": general, "textDocument": document, "workspace": {"workspaceEdit": {"documentChanges": True}}}}
        params["processId"] = process_id
        if folders is not None:
            params["workspaceFolders"] = [{"uri": uri, "name": "folder"} for uri in folders]
        if options is not None:
            params["initializationOptions"] = options
        if locale is not None:
            params["locale"] = locale
        result = self.request("initialize", params)
        self.capabilities = result["capabilities"]
        self.notify("initialized", {})
        return result

    def open(self, uri, text, version=1, language="nianbao"):
        self.versions[uri] = version
        self.notify("textDocument/didOpen",
                    {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, uri, changes, version=None):
        self.versions[uri] = version if version is not None else self.versions[uri] + 1
        self.notify("textDocument/didChange",
                    {"textDocument": {"uri": uri, "version": self.versions[uri]}, "contentChanges": changes})
        return self.versions[uri]

    def close(self, uri):
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def published(self, uri, version=None):
        """Diagnostics published for the document (for that version, if given)."""
        message = self.take(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
                            and (version is None or m["params"].get("version") == version))
        return message["params"]["diagnostics"]

    def pull(self, uri, previous=None):
        params = {"textDocument": {"uri": uri}}
        if previous is not None:
            params["previousResultId"] = previous
        return self.request("textDocument/diagnostic", params)

    def shown(self, uri, version):
        """What the client shows for that version: unchanged diagnostics need not be published again."""
        self.sync()
        diagnostics = []
        for message in self.seen:
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                diagnostics = message["params"]["diagnostics"]
                assert message["params"].get("version", 0) <= version
        return diagnostics

    def hover(self, uri, line, character):
        return self.request("textDocument/hover",
                            {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})

    def sync(self):
        """Waits until everything sent so far was handled and what follows from it is published."""
        assert self.request("nianbao/settle", {}) is None

    def shutdown(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        return self.wait()

    def wait(self, timeout=10.0):
        code = self.process.wait(timeout)
        self.stderr_reader.join(timeout)
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except OSError:
                pass
