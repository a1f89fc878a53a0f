"""The server as a process: it never outlives its client, opens no socket and no file that is not its business (R15)."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import everything
import proc
import sample
from client import Client
from corpus import Skip, skip_if_sanitized

# A client that starts the server, initialises it and then hangs; a sleeper keeps the server's input open behind it.
EDITOR = r"""
import json, os, subprocess, sys, time
server = subprocess.Popen([sys.argv[1], "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
holder = subprocess.Popen(["sleep", "60"], stdout=server.stdin, close_fds=False) if sys.argv[2] == "held" else None
body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                   "params": {"processId": os.getpid(), "capabilities": {}}}).encode()
server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
server.stdin.flush()
server.stdout.readline()
print(server.pid, holder.pid if holder else 0, flush=True)
time.sleep(60)
"""


def ends_with_its_client(binary, kind, blow):
    editor = subprocess.Popen([sys.executable, "-c", EDITOR, binary, kind], stdout=subprocess.PIPE)
    server = holder = 0
    try:
        server, holder = (int(word) for word in editor.stdout.readline().split())
        assert proc.runs(server)
        editor.send_signal(blow)
        editor.wait()
        end = time.monotonic() + 1.0
        while proc.runs(server) and time.monotonic() < end:
            time.sleep(0.02)
        assert not proc.runs(server), "the server outlives its client (%s)" % kind
    finally:
        editor.kill()
        editor.wait()
        editor.stdout.close()
        for pid in (server, holder):
            if pid:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass


def test_r15_a_killed_client_ends_the_server_within_a_second(binary):
    ends_with_its_client(binary, "pipes", signal.SIGKILL)


def test_r15_also_where_something_else_keeps_its_input_open(binary):
    if not os.path.isdir("/proc/self"):
        raise Skip("no /proc here")
    ends_with_its_client(binary, "held", signal.SIGKILL)
    ends_with_its_client(binary, "held", signal.SIGTERM)


def test_r15_a_signal_ends_it(binary):
    for blow in (signal.SIGTERM, signal.SIGINT):
        with Client(binary) as client:
            client.initialize()
            client.process.send_signal(blow)
            assert client.wait(1.0) != 0


def test_r15_a_client_that_stops_reading_and_dies(binary):
    """The pipe to the client is full: the server waits in its write, and ends when the reader is gone."""
    process = subprocess.Popen([binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        messages = [{"id": 1, "method": "initialize", "params": {"capabilities": {}}},
                    {"method": "textDocument/didOpen", "params": {"textDocument": {
                        "uri": "file:///a.md", "languageId": "nianbao", "version": 1, "text": sample.report()}}}]
        messages += [{"id": 10 + i, "method": "textDocument/documentSymbol",
                      "params": {"textDocument": {"uri": "file:///a.md"}}} for i in range(100)]
        for message in messages:
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        process.stdin.flush()
        time.sleep(0.3)
        assert process.poll() is None
        process.stdout.close()
        assert process.wait(1.0) != 0
    finally:
        process.kill()
        process.wait()
        process.stdin.close()


# --- system calls ---------------------------------------------------------------------------------------------------

CALLS = "socket,connect,bind,listen,accept,accept4,socketpair,sendto,open,openat,openat2,creat,execve,unlink,unlinkat,rename"


def traced_session(binary, folder, trace):
    """A session with reports in a workspace, laws in a folder, settings; the trace begins before and ends after it."""
    workspace, home = folder / "工作区", folder / "home"
    (workspace / "2023").mkdir(parents=True)
    laws = home / ".local" / "share" / "nianbao" / "law"
    laws.mkdir(parents=True)
    (laws / "办法.md").write_text("# 某某办法\n\n第一条 为了规范工作，制定本办法。\n", encoding="utf-8")
    (workspace / ".nianbao.json").write_text("{}\n", encoding="utf-8")
    report = workspace / "2023" / "年报.md"
    report.write_text(sample.wrong_total(), encoding="utf-8")
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        environment.pop(name, None)
    command = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=" + CALLS + ",write", "-o", str(trace)]
    with Client(command[0], command[1:] + [binary, "lsp"], environment) as client:
        client.initialize(capabilities=everything.capabilities("utf-16"), folders=[workspace.as_uri()])
        uri, text = report.as_uri(), sample.wrong_total()
        client.open(uri, text)
        for word in ("| 29 |", "《条例》", "2.重复申请", "水利局"):
            if word in text:
                place = everything.positions.position(text, text.index(word) + 2, "utf-16")
                everything.ask(client, uri, text, place, "utf-16")
        client.request_raw("nianbao/textDocumentContent", {"uri": "nianbao:/rules/sum/row-total.md"})
        client.notify("workspace/didChangeConfiguration", {"settings": {"nianbao": {"locale": "en"}}})
        client.notify("workspace/didChangeWatchedFiles", {"changes": [
            {"uri": (workspace / ".nianbao.json").as_uri(), "type": 2}]})
        client.pull(uri)
        client.sync()
        assert client.shutdown() == 0
    return workspace, home


def unescaped(text):
    """strace writes bytes beyond ASCII in octal."""
    raw = re.sub(rb"\\([0-7]{1,3})", lambda m: bytes([int(m.group(1), 8)]), text.encode("latin-1", "replace"))
    return raw.decode("utf-8", "replace")


def test_no_socket_and_no_path_outside(binary):
    skip_if_sanitized()
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    if subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False).returncode != 0:
        raise Skip("tracing is not allowed here")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        trace = folder / "trace"
        workspace, home = traced_session(binary, folder, trace)
        lines = trace.read_text(encoding="latin-1").splitlines()
        allowed = [str(workspace), str(home / ".local/share/nianbao"), str(home / ".config/nianbao"),
                   str(home / ".cache/nianbao")]
        # Settings files are looked for upwards from the report.
        settings = [str(parent / ".nianbao.json") for parent in [workspace, *workspace.parents]]
        started = replied = 0
        for line in lines:
            call = re.match(r"\d+\s+(\w+)\((.*)", line)
            if not call:
                continue
            name, rest = call.groups()
            if name == "write":
                replied += "serverInfo" in rest
                continue
            if name == "rename" and unescaped(rest).count(str(home / ".cache/nianbao") + "/") == 2:
                continue  # a page of the law is put in its place whole
            assert name in ("open", "openat", "openat2", "execve"), "the server made a call that it must not: " + line
            if name == "execve":
                started += 1
                continue
            path = unescaped(re.search(r'"((?:[^"\\]|\\.)*)"', rest).group(1))
            if not replied:
                continue
            if path in settings or any(path == a or path.startswith(a + "/") for a in allowed):
                if path.startswith(str(home / ".cache/nianbao") + "/"):
                    continue  # pages of the law, for clients that open nothing but files
                assert "O_WRONLY" not in rest and "O_RDWR" not in rest and "O_CREAT" not in rest, line
                continue
            raise AssertionError("opened after the reply to initialize: " + path)
        assert started == 1 and replied == 1, (started, replied)
        assert any("年报" in unescaped(line) or ".nianbao.json" in line for line in lines), "the trace saw nothing"
