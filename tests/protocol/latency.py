#!/usr/bin/env python3
"""Measures the real server: python3 latency.py BINARY [REPORTS]. Not a test: figures depend on the machine.
REPORTS is a folder; it is opened as a workspace."""

import pathlib
import statistics
import sys
import time

import positions
import sample
from client import Client

URI = "file:///tmp/report.md"


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def show(name, seconds):
    print("%-34s median %7.2f ms   p95 %7.2f ms   (%d)" % (
        name, statistics.median(seconds) * 1e3, percentile(seconds, 0.95) * 1e3, len(seconds)))


def report_of(size):
    text = sample.wrong_total()
    filler = "本机关按照《条例》第二十条的要求，全年主动公开政府信息120条，其中规范性文件3件，政策解读8篇。\n\n"
    while len(text.encode("utf-8")) < size:
        text = text.replace("## 二、", filler + "## 二、", 1)
    return text


def start_times(binary):
    seconds = []
    for _ in range(20):
        began = time.perf_counter()
        with Client(binary) as client:
            client.initialize()
            seconds.append(time.perf_counter() - began)
    show("start to initialize reply", seconds)


def resident(pid):
    with open("/proc/%d/status" % pid, encoding="utf-8") as file:
        return {line.split(":")[0]: line.split(":")[1].strip() for line in file if line.startswith(("VmRSS", "VmHWM"))}


def session(binary, size):
    text = report_of(size)
    row = text.index("| 29 |") + 2
    with Client(binary) as client:
        client.initialize()
        began = time.perf_counter()
        client.open(URI, text)
        client.published(URI, 1)
        print("%d bytes: first diagnostics after open %.2f ms" % (len(text.encode()), (time.perf_counter() - began) * 1e3))
        edits, hovers = [], []
        where = positions.span(text, row, row + 2, "utf-16")
        for turn in range(300):
            began = time.perf_counter()
            # Another wrong total each time, so that the message changes and is published again.
            version = client.change(URI, [{"range": where, "text": str(30 + turn % 60)}])
            client.published(URI, version)
            edits.append(time.perf_counter() - began)
        label = positions.position(text, text.index("1.属于国家秘密") + 3, "utf-16")
        for _ in range(300):
            began = time.perf_counter()
            client.hover(URI, label["line"], label["character"])
            hovers.append(time.perf_counter() - began)
        show("edit to diagnostics", edits)
        show("hover", hovers)
        show("tokens, delta after an edit", token_deltas(client, where))
        print("memory", resident(client.process.pid))


def token_deltas(client, where):
    document = {"textDocument": {"uri": URI}}
    known = client.request("textDocument/semanticTokens/full", document)["resultId"]
    seconds = []
    for turn in range(50):
        client.published(URI, client.change(URI, [{"range": where, "text": str(30 + turn % 60)}]))
        began = time.perf_counter()
        delta = client.request("textDocument/semanticTokens/full/delta", {**document, "previousResultId": known})
        seconds.append(time.perf_counter() - began)
        known = delta["resultId"]
    return seconds


def cancellations(binary, size):
    """From the cancellation of a pull behind an edit to its answer."""
    text = report_of(size)
    where = positions.span(text, text.index("| 29 |") + 2, text.index("| 29 |") + 4, "utf-16")
    seconds = []
    with Client(binary) as client:
        client.initialize(pull=True)
        client.open(URI, text)
        client.pull(URI)
        for turn in range(50):
            client.change(URI, [{"range": where, "text": str(30 + turn % 60)}])
            number = client.request_nowait("textDocument/diagnostic", {"textDocument": {"uri": URI}})
            time.sleep(0.0005)
            began = time.perf_counter()
            client.notify("$/cancelRequest", {"id": number})
            client.reply(number)
            seconds.append(time.perf_counter() - began)
            client.pull(URI)
    show("%d KB: cancel to answer" % (size // 1000), seconds)


def scan(binary, folder):
    count = sum(1 for _ in pathlib.Path(folder).iterdir())
    with Client(binary) as client:
        began = time.perf_counter()
        client.initialize(folders=[pathlib.Path(folder).resolve().as_uri()], capabilities={"window": {"workDoneProgress": True}})
        client.take(lambda m: m.get("method") == "$/progress" and m["params"]["value"]["kind"] == "end", timeout=60)
        print("%d reports of a workspace: indexed after %.0f ms" % (count, (time.perf_counter() - began) * 1e3))
        began = time.perf_counter()
        found = client.request("workspace/symbol", {"query": "2021"})
        print("workspace/symbol: %d in %.1f ms" % (len(found), (time.perf_counter() - began) * 1e3))
        print("memory", resident(client.process.pid))


if __name__ == "__main__":
    start_times(sys.argv[1])
    if len(sys.argv) > 2:
        scan(sys.argv[1], sys.argv[2])
    for size in (20_000, 200_000, 1_000_000):
        session(sys.argv[1], size)
    for size in (100_000, 1_000_000):
        cancellations(sys.argv[1], size)
