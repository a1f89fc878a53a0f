"""Drives Kate on a virtual screen by its keys, with editors/kate/settings.json. Run by run.py, inside xvfb-run and
dbus-run-session. Kate shows what it knows on the screen only: between it and the server stands a recorder, and what the
server was asked and told is what Kate did."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

HOME = pathlib.Path(os.environ["HOME"])
REPORT = pathlib.Path(os.environ["REPORT"])
PATIENCE = 60  # seconds

# Reads and writes what passes by, whole chunks as they come.
RECORDER = """#!%(python)s
import os, subprocess, sys, threading
server = subprocess.Popen([%(server)r, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
open(%(pid)r, "w").write(str(server.pid))
def pass_on(source, target, record):
    with open(record, "ab", 0) as file:
        while chunk := os.read(source, 65536):
            file.write(chunk)
            os.write(target, chunk)
    os.close(target)
threading.Thread(target=pass_on, args=(0, server.stdin.fileno(), %(asked)r), daemon=True).start()
pass_on(server.stdout.fileno(), 1, %(told)r)
"""
ASKED = HOME / "asked"
TOLD = HOME / "told"
PID = HOME / "pid"


def messages(record):
    """All whole messages so far."""
    rest = record.read_bytes() if record.exists() else b""
    found = []
    while match := re.match(rb"Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n", rest):
        end = match.end() + int(match.group(1))
        if end > len(rest):
            break
        found.append(json.loads(rest[match.end():end]))
        rest = rest[end:]
    return found


def until(what, probe):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = probe()
        if found is not None:
            return found
        time.sleep(0.1)
    sys.exit("waited in vain for " + what)


def published():
    """The diagnostics told last; nothing before the first."""
    lists = [m["params"]["diagnostics"] for m in messages(TOLD) if m.get("method") == "textDocument/publishDiagnostics"]
    return lists[-1] if lists else None


def asked(method):
    return [m for m in messages(ASKED) if m.get("method") == method]


def answer(method):
    ids = {m["id"] for m in asked(method)}
    return next((m["result"] for m in messages(TOLD) if m.get("id") in ids and m.get("result")), None)


def ended(pid):
    try:
        stat = pathlib.Path("/proc/%d/stat" % pid).read_text()
    except FileNotFoundError:
        return True
    return stat.rsplit(")", 1)[1].split()[0] == "Z"


def configure():
    recorder = HOME / "recorder" / "nianbao"
    recorder.parent.mkdir()
    recorder.write_text(RECORDER % {"python": sys.executable, "server": shutil.which("nianbao"), "asked": str(ASKED), "told": str(TOLD),
                                    "pid": str(PID)})
    recorder.chmod(0o755)
    config = pathlib.Path(os.environ["XDG_CONFIG_HOME"])
    (config / "kate" / "lspclient").mkdir(parents=True)
    shutil.copy(pathlib.Path(os.environ["EDITOR_FILES"]) / "settings.json", config / "kate" / "lspclient" / "settings.json")
    # The plugin is on, and the question whether the server may be started was answered.
    (config / "katerc").write_text("[Kate Plugins]\nlspclientplugin=true\n\n[lspclient]\nAllowedServerCommandLines=%s lsp\n" % recorder)
    runtime = HOME / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.update(PATH="%s:%s" % (recorder.parent, os.environ["PATH"]), XDG_RUNTIME_DIR=str(runtime), QT_QPA_PLATFORM="xcb")


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "200", *names], check=True)


def main():
    configure()
    before = REPORT.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(before) if line.endswith("| 29 |"))
    kate = subprocess.Popen(["kate", "-n", "--line", str(at + 1), "--column", str(before[at].rindex("29") + 1), str(REPORT)],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    diagnostics = until("diagnostics", lambda: published() or None)
    mark = diagnostics[0]["range"]
    line = before[mark["start"]["line"]]
    window = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "kate"], check=True, capture_output=True,
                            text=True, timeout=PATIENCE).stdout.split()[-1]
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=PATIENCE)
    time.sleep(1)
    keys("alt+l", "y")  # LSP Client, Symbol Info
    hover = until("a hover", lambda: answer("textDocument/hover"))
    keys("Escape", "ctrl+period")  # Quick Fix
    until("a change", lambda: asked("textDocument/didChange") or None)
    left = until("no diagnostics", lambda: 0 if published() == [] else None)
    keys("ctrl+s")
    until("a saved file", lambda: asked("textDocument/didSave") or None)
    kate.send_signal(signal.SIGTERM)
    kate.wait(timeout=PATIENCE)
    until("the end of the server", lambda: ended(int(PID.read_text())) or None)  # asked or, in a hurry, killed
    contents = hover["contents"]
    pathlib.Path(os.environ["OUT"]).write_text(json.dumps({
        "name": "Kate", "diagnostics": [one["message"] for one in diagnostics],
        "marked": line[mark["start"]["character"]:mark["end"]["character"]],
        "hover": contents["value"] if isinstance(contents, dict) else str(contents),
        "text": REPORT.read_text(encoding="utf-8"), "left": left,
    }), encoding="utf-8")


if __name__ == "__main__":
    main()
