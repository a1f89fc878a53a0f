"""Start, end, and odd messages (complaints R15, R20)."""

import os
import signal
import subprocess
import time

import sample
from client import Client

URI = "file:///tmp/report.md"


def code_of(answer):
    return answer["error"]["code"]


def test_initialize_names_server_and_version(binary):
    with Client(binary) as client:
        result = client.initialize()
        assert result["serverInfo"]["name"] == "nianbao"
        assert result["serverInfo"]["version"]
        assert result["capabilities"]["positionEncoding"] == "utf-16"
        assert client.shutdown() == 0


def test_r20_request_before_initialize_is_refused(binary):
    with Client(binary) as client:
        assert code_of(client.request_raw("textDocument/hover", {})) == -32002
        client.notify("textDocument/didOpen", {})  # dropped
        client.initialize()
        assert client.shutdown() == 0


def test_r20_second_initialize_is_refused(binary):
    with Client(binary) as client:
        client.initialize()
        assert code_of(client.request_raw("initialize", {"capabilities": {}})) == -32600


def test_r20_request_after_shutdown_is_refused(binary):
    with Client(binary) as client:
        client.initialize()
        client.request("shutdown", None)
        assert code_of(client.request_raw("textDocument/hover", {})) == -32600
        client.notify("exit", None)
        assert client.wait() == 0


def test_r15_exit_without_shutdown_is_1(binary):
    with Client(binary) as client:
        client.initialize()
        client.notify("exit", None)
        assert client.wait() == 1


def test_r15_end_of_input_ends_the_process(binary):
    with Client(binary) as client:
        client.initialize()
        started = time.monotonic()
        client.process.stdin.close()
        assert client.wait() == 1
        assert time.monotonic() - started < 1.0


def test_r15_end_of_input_after_shutdown_is_0(binary):
    with Client(binary) as client:
        client.initialize()
        client.request("shutdown", None)
        client.process.stdin.close()
        assert client.wait() == 0


def test_r15_closed_output_ends_the_process(binary):
    """The editor is gone but something keeps the pipe to the server open: no endless loop on a broken pipe."""
    process = subprocess.Popen([binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    try:
        process.stdout.close()
        body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
        process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        process.stdin.flush()
        code = process.wait(2.0)
        assert code >= 0 or code != -signal.SIGPIPE, "killed by SIGPIPE"
        assert code != 0
    finally:
        process.kill()
        process.wait()
        try:
            process.stdin.close()
        except OSError:
            pass


def test_message_in_one_byte_pieces(binary):
    with Client(binary) as client:
        body = b'{"jsonrpc":"2.0","id":77,"method":"initialize","params":{"capabilities":{}}}'
        for byte in b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body:
            client.process.stdin.write(bytes([byte]))
            client.process.stdin.flush()
        assert client.reply(77)["result"]["serverInfo"]["name"] == "nianbao"


def test_r20_rubbish_gets_a_parse_error_and_the_server_lives(binary):
    with Client(binary) as client:
        client.initialize()
        client.send_bytes(b"{not json")
        assert code_of(client.take(lambda m: m.get("id", 0) is None)) == -32700
        client.send_bytes(b'{"jsonrpc":"2.0","id":5}')
        client.send_bytes(b"[" * 5000 + b"]" * 5000)
        client.send_bytes(b"17")
        client.sync()
        assert client.shutdown() == 0


def test_r20_unknown_messages(binary):
    with Client(binary) as client:
        client.initialize()
        assert code_of(client.request_raw("textDocument/noSuchThing", {})) == -32601
        assert code_of(client.request_raw("$/noSuchThing", {})) == -32601
        client.notify("$/noSuchThing", {})
        client.notify("textDocument/noSuchThing", {})
        client.notify("$/setTrace", {"value": "verbose"})
        client.notify("$/setTrace", {"value": 7})
        client.notify("$/cancelRequest", {"id": 4711})
        client.notify("$/cancelRequest", {"id": {"odd": True}})
        client.sync()
        assert client.shutdown() == 0


def test_r20_wrong_parameters_name_the_method(binary):
    with Client(binary) as client:
        client.initialize()
        for method in ("textDocument/hover", "textDocument/codeAction", "nianbao/textDocumentContent"):
            for params in (None, {}, [], 5, {"textDocument": 7, "position": {}, "uri": []}):
                answer = client.request_raw(method, params)
                assert code_of(answer) == -32602, answer
                assert method in answer["error"]["message"], answer
        assert client.shutdown() == 0


def test_r20_document_notifications_out_of_order(binary):
    """Empty change list, change and close of an unknown document, duplicate open, second close."""
    with Client(binary) as client:
        client.initialize()
        client.change(URI, [{"text": "x"}], version=3)
        client.close(URI)
        client.open(URI, "", version=1)
        client.open(URI, sample.wrong_total(), version=2)
        assert any(d["code"].startswith("sum/") for d in client.published(URI, 2))
        client.change(URI, [], version=3)
        assert any(d["code"].startswith("sum/") for d in client.shown(URI, 3))
        client.close(URI)
        assert client.take(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                           and m["params"]["diagnostics"] == [])
        client.close(URI)
        client.sync()
        assert client.shutdown() == 0


def test_r20_malformed_notifications_are_survived(binary):
    with Client(binary) as client:
        client.initialize()
        for params in ({}, None, [], {"textDocument": {}}, {"textDocument": {"uri": 3}},
                       {"textDocument": {"uri": URI, "languageId": "nianbao", "version": "1", "text": 4}},
                       {"textDocument": {"uri": URI, "version": 1e300}, "contentChanges": [{"text": "a"}]},
                       {"textDocument": {"uri": URI, "version": 1}, "contentChanges": "no"},
                       {"settings": 7}, {"settings": {"nianbao": [1]}}):
            for method in ("didOpen", "didChange", "didClose", "didSave"):
                client.notify("textDocument/" + method, params)
            client.notify("workspace/didChangeConfiguration", params)
        client.sync()
        client.open(URI, sample.wrong_total())
        assert client.published(URI)
        assert client.shutdown() == 0


def test_string_ids_are_echoed(binary):
    with Client(binary) as client:
        client.initialize()
        client.send({"id": "三", "method": "nianbao/none", "params": {}})
        assert code_of(client.take(lambda m: m.get("id") == "三")) == -32601


def test_r08_nothing_but_protocol_on_stdout_and_no_cpu_when_idle(binary):
    with Client(binary) as client:
        client.initialize()
        client.open(URI, sample.wrong_total())
        client.published(URI)
        client.sync()
        if not os.path.exists("/proc/%d/stat" % client.process.pid):
            return

        def ticks():
            with open("/proc/%d/stat" % client.process.pid, encoding="utf-8") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            return int(fields[11]) + int(fields[12])

        before = ticks()
        time.sleep(0.5)
        assert ticks() - before <= 1
