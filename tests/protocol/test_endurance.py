"""Big files, long sessions, fast typing, idle times: nothing grows, nothing spins (complaints R7–R10, R19)."""

import os
import time

import corpus
import everything
import positions
import proc
import sample
from client import Client

URI = "file:///tmp/report.md"
MIB = 1024 * 1024
FILLER = "本机关按照《条例》第二十条的要求，全年主动公开政府信息120条，其中规范性文件3件，政策解读8篇。\n\n"


def opened(binary, text, pull=True):
    client = Client(binary)
    client.initialize(capabilities=everything.capabilities("utf-16", pull), process_id=os.getpid() if pull else None)
    client.open(URI, text)
    return client


def report_of(size):
    text = sample.wrong_total()
    count = (size - len(text.encode("utf-8"))) // len(FILLER.encode("utf-8"))
    return text.replace("## 二、", FILLER * count + "## 二、", 1)


def seconds(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def test_r07_a_report_of_one_megabyte_is_read_whole(binary):
    text = report_of(MIB)
    with opened(binary, text) as client:
        assert any(d["code"].startswith("sum/") for d in client.pull(URI)["items"])
        place = positions.position(text, text.index("| 29 |") + 2, "utf-16")
        everything.ask(client, URI, text, place, "utf-16")
        assert client.shutdown() == 0


def test_r07_a_file_of_16_megabytes_gets_one_message_and_the_rest_goes_on(binary):
    text = report_of(16 * MIB)
    small = "file:///tmp/other.md"
    with opened(binary, text) as client:
        client.open(small, sample.wrong_total())
        start = {"line": 0, "character": 0}
        for _ in range(10):
            client.change(URI, [{"range": {"start": start, "end": start}, "text": "字"}])
            for method in ("documentSymbol", "foldingRange", "semanticTokens/full", "codeLens", "diagnostic"):
                client.request("textDocument/" + method, {"textDocument": {"uri": URI}})
            assert client.pull(small)["items"]
        client.sync()
        said = [m for m in client.seen if m.get("method") == "window/showMessage"]
        assert len(said) == 1 and "report.md" in said[0]["params"]["message"], said
        # An answer about another document takes no longer because of the large one.
        assert seconds(lambda: [client.pull(small) for _ in range(20)]) < 5 * corpus.SLOWNESS
        # Cut to size, it is read again.
        client.change(URI, [{"text": sample.wrong_total()}])
        assert client.pull(URI)["items"]
        client.close(URI)
        assert client.shutdown() == 0


def test_r07_messages_larger_than_any_file_are_passed_over(binary):
    corpus.skip_if_sanitized()
    with Client(binary) as client:
        client.initialize()
        client.process.stdin.write(b"Content-Length: %d\r\n\r\n" % (65 * MIB))
        for _ in range(65):
            client.process.stdin.write(b" " * MIB)
        client.process.stdin.flush()
        client.sync()
        assert proc.resident(client.process.pid) < 60 * MIB
        assert client.shutdown() == 0


def come_to_rest(pid):
    """Behind the replies the standard is loaded and memory given back; on a busy machine that takes its time."""
    for _ in range(10):
        before = proc.busy(pid)
        time.sleep(1.5)
        if proc.busy(pid) - before < 1:
            return


def test_r08_no_work_while_idle(binary):
    """No processor time, and hardly a wake-up, with reports open and with a client whose process is watched."""
    for pull in (False, True):
        with opened(binary, sample.wrong_total(), pull) as client:
            client.open("file:///tmp/big.md", report_of(MIB // 4))
            client.sync()
            if pull:
                client.pull(URI)
            pid = client.process.pid
            come_to_rest(pid)
            before, switches = proc.busy(pid), proc.context_switches(pid)
            time.sleep(30 if corpus.LONG else 3)
            # A wake-up to look whether the client lives takes 0.1 ms.
            assert proc.busy(pid) - before < (30 if corpus.LONG else 3)
            assert proc.context_switches(pid) - switches <= (60 if corpus.LONG else 8)


def test_r08_no_work_at_the_end_of_a_half_message(binary):
    """A client that stops in the middle of a message is waited for, not polled."""
    with opened(binary, sample.wrong_total()) as client:
        client.process.stdin.write(b"Content-Length: 1000\r\n\r\n{\"jsonrpc\"")
        client.process.stdin.flush()
        time.sleep(1.5)
        before = proc.busy(client.process.pid)
        time.sleep(1)
        assert proc.busy(client.process.pid) - before < 3


def test_r09_fast_typing_with_cancels(binary):
    """Edits come faster than anybody reads; each is followed by requests, most of them cancelled."""
    text = sample.wrong_total()
    where = positions.position(text, text.index("做好主动公开"), "utf-16")
    with opened(binary, text) as client:
        asked = []
        for turn in range(500):
            client.change(URI, [{"range": {"start": where, "end": where}, "text": "字"}])
            here = {"textDocument": {"uri": URI}, "position": where}
            numbers = [client.request_nowait("textDocument/" + method, here)
                       for method in ("documentHighlight", "hover", "completion", "semanticTokens/full", "diagnostic")]
            asked += numbers
            if turn % 10 != 9:
                for number in numbers:
                    client.notify("$/cancelRequest", {"id": number})
        began = time.monotonic()
        assert any(d["code"].startswith("sum/") for d in client.pull(URI)["items"])
        assert time.monotonic() - began < 5 * corpus.SLOWNESS, "the server is far behind the typing"
        client.sync()
        answers = [m["id"] for m in client.seen if "id" in m and "method" not in m]
        assert all(answers.count(number) == 1 for number in asked)
        assert {m["error"]["code"] for m in client.seen if "error" in m} <= {-32800, -32801}
        assert client.shutdown() == 0


def typed(client, text, count):
    """Numbers typed into a cell and deleted again, with what an editor asks after a key now and then."""
    at = text.index("| 29 |") + 2
    where = positions.position(text, at, "utf-16")
    end = {"line": where["line"], "character": where["character"] + 1}
    for turn in range(count // 2):
        client.change(URI, [{"range": {"start": where, "end": where}, "text": str(turn % 10)}])
        if turn % 50 == 0:
            everything.ask(client, URI, text[:at] + str(turn % 10) + text[at:], where, "utf-16")
        client.change(URI, [{"range": {"start": where, "end": end}, "text": ""}])
        client.pending.clear()
        del client.seen[:]


def test_r10_twenty_thousand_edits_do_not_grow(binary):
    corpus.skip_if_sanitized()
    text = sample.wrong_total()
    with opened(binary, text) as client:
        typed(client, text, 2000)  # tables are loaded and caches filled
        client.sync()
        before = proc.resident(client.process.pid)
        typed(client, text, 200_000 if corpus.LONG else 20_000)
        client.sync()
        assert proc.resident(client.process.pid) - before <= 2 * MIB
        assert client.shutdown() == 0


def test_r10_documents_opened_and_closed_do_not_stay(binary):
    corpus.skip_if_sanitized()
    with opened(binary, sample.wrong_total(), pull=False) as client:
        def pass_by(first, count):
            for number in range(first, first + count):
                uri = "file:///tmp/folder%d/report%d.md" % (number % 7, number)
                client.open(uri, sample.wrong_total() + "字" * (number % 50))
                client.request("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}})
                client.close(uri)
                client.pending.clear()
                del client.seen[:]
            client.sync()

        pass_by(0, 200)
        before = proc.resident(client.process.pid)
        pass_by(200, 1000 if corpus.LONG else 500)
        assert proc.resident(client.process.pid) - before <= 2 * MIB
        assert client.shutdown() == 0


def test_r10_a_big_document_gives_its_memory_back(binary):
    corpus.skip_if_sanitized()
    with opened(binary, sample.wrong_total()) as client:
        client.pull(URI)
        client.sync()
        before = proc.resident(client.process.pid)
        for _ in range(3):
            client.open("file:///tmp/big.md", report_of(2 * MIB))
            client.pull("file:///tmp/big.md")
            client.close("file:///tmp/big.md")
        client.sync()
        time.sleep(1.5)
        assert proc.resident(client.process.pid) - before <= 12 * MIB
        assert client.shutdown() == 0


ODD_TEXTS = {
    "book marks": "《" * 160_000, "pipes": "|" * 300_000, "tabs": "\t" * 300_000, "tables": "<table><tr><td>" * 20_000,
    "end tags": "</td></tr></table>" * 20_000, "brackets": "（" * 100_000, "lines": "字\n" * 80_000,
    "quotes": "> " * 100_000, "emphasis": "*_" * 100_000, "ordinals": "1." * 100_000, "heading": "#" * 200_000,
    "rows": "| 1 " * 60_000 + "\n" + "|---" * 60_000, "spans": "<td colspan=99999999 rowspan=99999999>1</td>" * 4000,
    "digits": "9" * 300_000, "combining": "e" + "\u0301" * 100_000, "carriage returns": "\r" * 200_000, "nul": "\0" * 200_000,
    "title": "2023年政府信息公开工作年度报告" * 8000, "items": "（一）" * 60_000, "articles": "第二十条第（一）项" * 10_000,
}


def test_r19_odd_texts_end_in_time(binary):
    """Texts on which parsers hang or overflow their stack: inside a report, every feature within the client's patience."""
    for name, odd in ODD_TEXTS.items():
        odd = odd if corpus.LONG else odd[:len(odd) // 3]
        text = sample.report().replace("本机关按照", odd + "\n本机关按照", 1)
        with opened(binary, text) as client:
            took = seconds(lambda: client.pull(URI))
            for method in ("documentSymbol", "foldingRange", "semanticTokens/full", "inlayHint", "documentLink", "codeLens"):
                params = {"textDocument": {"uri": URI}, "range": {"start": {"line": 0, "character": 0},
                                                                  "end": {"line": 9, "character": 0}}}
                took = max(took, seconds(lambda: client.request("textDocument/" + method, params)))
            client.change(URI, [{"text": odd}])
            client.pull(URI)
            assert took < 8 * corpus.SLOWNESS, (name, took)
            assert client.shutdown() == 0, name
