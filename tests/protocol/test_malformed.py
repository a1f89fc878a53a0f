"""Hundreds of random and malformed messages: each request has exactly one reply, and the server lives (R1, R20)."""

import json
import random

import corpus
import everything
import sample
from client import Client

URI = "file:///tmp/report.md"
FIRST = 10_000  # ids of requests in a storm; those of the client itself stay below
ODD = [None, True, False, -1, 0, 1.5, 1e300, 2 ** 31, 2 ** 63, "", "三", "\ud800", [], {}, [[]], {"": {}}, {"line": -1},
       {"uri": 3}, {"uri": "file:///%ff%zz"}, {"uri": "::::"}, {"start": {}, "end": []}]
BROKEN = [b"", b"{", b"}", b"nul", b"{\"jsonrpc\":\"2.0\",\"id\":1", b"\xff\xfe{}", b"[]", b"[1,2]", b"17", b"\"x\"", b"{}",
          b"{\"jsonrpc\":\"1.0\",\"method\":5}", b"{\"id\":{},\"method\":\"x\"}", b"[" * 3000, b"{\"a\":" * 3000,
          b"{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":\"\\ud83d\"}", b"\x00\x00\x00", b"{\"id\":1e400}"]


def storm_methods():
    lines = everything.Lines("x", "utf-16")
    known = [m for m, _ in everything.questions(URI, {"line": 0, "character": 0}, lines)]
    return known + ["textDocument/rename", "completionItem/resolve", "codeAction/resolve", "inlayHint/resolve",
                    "codeLens/resolve", "workspace/executeCommand", "nianbao/textDocumentContent", "nianbao/newReport",
                    "textDocument/semanticTokens/full/delta", "textDocument/noSuchThing", "$/noSuchThing", "", "三"]


def spoilt(rng, value, depth=0):
    """The value with some of its members replaced, dropped or wrapped."""
    if rng.random() < 0.25 or depth > 4:
        return rng.choice(ODD)
    if isinstance(value, dict):
        return {k: spoilt(rng, v, depth + 1) if rng.random() < 0.4 else v
                for k, v in value.items() if rng.random() > 0.15}
    if isinstance(value, list):
        return [spoilt(rng, v, depth + 1) for v in value] * rng.choice((0, 1, 1, 3))
    return rng.choice(ODD) if rng.random() < 0.5 else value


def raw_params(rng, method):
    place = {"line": rng.choice((0, 3, 30, 10 ** 6)), "character": rng.choice((0, 1, 8, 10 ** 6))}
    lines = everything.Lines(sample.report(), "utf-16")
    for name, params in everything.questions(URI, place, lines):
        if name == method:
            return params
    return {"textDocument": {"uri": URI}, "position": place, "newName": "甲", "command": "nianbao.server.fixAll",
            "arguments": [URI], "previousResultId": "1", "uri": "nianbao:/rules/sum.md", "label": "x", "title": "x"}


NOTIFICATIONS = ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
                 "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", "$/setTrace", "$/cancelRequest",
                 "initialized", "workspace/didChangeWorkspaceFolders", "$/progress", "nianbao/none"]


def notification_params(rng):
    where = {"start": {"line": 2, "character": 1}, "end": {"line": 2, "character": 2}}
    return {"textDocument": {"uri": URI, "languageId": "nianbao", "version": rng.randrange(99), "text": sample.report()},
            "contentChanges": [{"range": where, "text": "𠮷"}], "settings": {"nianbao": {"rules": {"sum/*": "off"}}},
            "changes": [{"uri": "file:///tmp/.nianbao.json", "type": 2}], "value": "verbose", "id": FIRST + 3,
            "event": {"added": [{"uri": "file:///nowhere", "name": "x"}], "removed": []}}


def storm(client, seed, count):
    """Sends the messages; returns how often each id was asked with."""
    rng, asked = random.Random(seed), {}
    methods = storm_methods()
    for number in range(count):
        kind = rng.random()
        if kind < 0.5:
            ident = FIRST + number if rng.random() < 0.9 else "号%d" % number
            method = rng.choice(methods)
            message = {"id": ident, "method": method}
            if rng.random() < 0.95:
                message["params"] = spoilt(rng, raw_params(rng, method)) if rng.random() < 0.7 else raw_params(rng, method)
            asked[ident] = asked.get(ident, 0) + 1
            client.send(message)
        elif kind < 0.8:
            client.send({"method": rng.choice(NOTIFICATIONS), "params": spoilt(rng, notification_params(rng))})
        elif kind < 0.9:
            client.send_bytes(rng.choice(BROKEN))
        else:
            client.send({"id": rng.choice(["", -5, 77, None, 1.5, {}]), "result": rng.choice(ODD)})
    return asked


def replies(client):
    """How often each id was answered, of everything received so far."""
    counts = {}
    for message in client.seen:
        if "method" not in message and isinstance(message.get("id"), (int, str)):
            counts[message["id"]] = counts.get(message["id"], 0) + 1
    return counts


def replies_to(client, asked):
    """As `replies`, when the requests that the server leaves for later are answered too."""
    for ident in asked:
        if ident not in replies(client):
            client.take(lambda m, ident=ident: m.get("id") == ident and "method" not in m)
    client.sync()
    return replies(client)


def test_r20_five_hundred_malformed_messages(binary):
    for seed in range(20 if corpus.LONG else 3):
        with Client(binary) as client:
            client.initialize(capabilities=everything.capabilities("utf-16", pull=seed % 2 == 0))
            client.open(URI, sample.wrong_total())
            asked = storm(client, seed, 500)
            client.sync()
            answered = replies_to(client, asked)
            for ident, count in asked.items():
                assert answered.get(ident, 0) == count, (seed, ident, count, answered.get(ident, 0))
            client.close(URI)
            client.notify("workspace/didChangeConfiguration", {"settings": {"nianbao": {}}})
            client.open(URI, sample.wrong_total(), version=1)
            if seed % 2 == 0:
                everything.ask(client, URI, sample.wrong_total(), {"line": 0, "character": 0}, "utf-16")
            assert client.shutdown() == 0


def test_r20_a_storm_before_initialize_and_after_shutdown(binary):
    with Client(binary) as client:
        asked = storm(client, 11, 250)
        assert client.request_raw("nianbao/settle", {})["error"]["code"] == -32002
        answered = replies(client)
        assert all(answered.get(ident, 0) == count for ident, count in asked.items())
        assert {m["error"]["code"] for m in client.seen if m.get("id") in asked} == {-32002}
        client.seen.clear()
        client.initialize()
        client.request("shutdown", None)
        asked = storm(client, 12, 250)
        assert client.request_raw("nianbao/settle", {})["error"]["code"] == -32600
        answered = replies(client)
        assert all(answered.get(ident, 0) == count for ident, count in asked.items())
        client.notify("exit", None)
        assert client.wait() == 0


def test_r20_an_id_in_use_is_refused_and_the_first_is_answered(binary):
    """Requests that wait in the background keep their ids; a second one of the same id gets an error of its own."""
    with Client(binary) as client:
        client.initialize(capabilities=everything.capabilities("utf-16"))
        client.open(URI, sample.wrong_total())
        twice = {"id": 501, "method": "workspace/diagnostic", "params": {"previousResultIds": []}}
        client.send_together([twice, twice])
        first, second = client.reply(501), client.reply(501)
        assert sorted(["result" in first, "result" in second]) == [False, True], (first, second)
        client.send(twice)  # free again
        assert "result" in client.reply(501)
        client.sync()
        assert replies(client)[501] == 3


def framed(body):
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def test_r20_wrong_lengths_and_huge_headers(binary):
    """What is no frame is passed over up to the next header; the request behind it is answered once."""
    junk = [b"Content-Length: nonsense\r\n\r\n{}", b"Content-Length: -5\r\n\r\n", b"Content-Length: 99999999999999999999\r\n\r\n{}",
            b"Content-Type: x\r\n\r\n", b"no header at all\r\n\r\n", b"X: " + b"y" * 200_000 + b"\r\n", b"\r\n\r\n\r\n",
            b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", b"Content-Length: 0\r\n\r\n", b"\x00" * 5000,
            b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"content-length:2\n\n{}", b"Content-Length: 1\r\n\r\n{\r\n\r\n"]
    with Client(binary) as client:
        client.initialize()
        for number, bytes_ in enumerate(junk):
            body = json.dumps({"jsonrpc": "2.0", "id": FIRST + number, "method": "nianbao/settle", "params": {}}).encode()
            client.process.stdin.write(bytes_ + framed(body))
            client.process.stdin.flush()
            assert client.reply(FIRST + number)["result"] is None, bytes_[:40]
        # A length that is too small cuts the message; its rest is searched for the next header.
        body = b'{"jsonrpc":"2.0","id":4,"method":"nianbao/settle","params":{}}'
        client.process.stdin.write(b"Content-Length: 10\r\n\r\n" + body + framed(body.replace(b"4", b"20001")))
        client.process.stdin.flush()
        assert client.reply(20001)["result"] is None
        assert client.shutdown() == 0


def test_r01_text_that_is_no_unicode(binary):
    """Documents cut within characters and lone surrogates: nothing that the server writes is broken by them."""
    text = sample.wrong_total()
    whole = text.encode("utf-8")
    cuts = [at for at in range(1, len(whole)) if whole[at] & 0xC0 == 0x80]
    with Client(binary) as client:
        client.initialize(capabilities=everything.capabilities("utf-16"))
        body = json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": URI, "languageId": "nianbao", "version": 1, "text": "@"}}}).encode("ascii")
        for at in random.Random(1).sample(cuts, 400 if corpus.LONG else 40):
            piece = json.dumps(text, ensure_ascii=False).encode("utf-8")[1:-1][:at]
            client.send_bytes(body.replace(b"@", piece.rstrip(b"\\")))
            for method in ("documentSymbol", "semanticTokens/full", "codeLens", "foldingRange", "diagnostic"):
                client.request("textDocument/" + method, {"textDocument": {"uri": URI}})
        for odd in ("\ud83d", "\udc00", "\ud83d\ud83d", "a\udfff\ud800b"):
            client.open(URI, text.replace("云岭市", odd).replace("| 29 |", "| 29%s |" % odd))
            client.pull(URI)
            client.request("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
            refused = client.request_raw("无此" + odd, {"x": odd})
            assert refused["error"]["code"] == -32601
        assert client.shutdown() == 0
