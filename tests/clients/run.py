#!/usr/bin/env python3
"""Real editors with the files of editors/: python3 run.py neovim|emacs|vim|kate|session BINARY. Exit code 77: not here.

Each editor opens a report with a wrong total, gets the diagnostic, hovers over it and applies the fix; the text after
that is the correct report. `session` is test_session.py in the environment that setup.sh makes.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SKIPPED = 77
PATIENCE = 90  # seconds
CORRECT = (ROOT / "tests" / "protocol" / "sample.md").read_text(encoding="utf-8")
WRONG = CORRECT.replace("| 2 | 0 | 28 |", "| 2 | 0 | 29 |", 1)

COMMANDS = {
    "neovim": ["nvim", "--headless", "--clean", "--cmd", "set rtp+=%s/editors/neovim" % ROOT, "-S", str(HERE / "neovim.lua")],
    "emacs": ["emacs", "--batch", "-l", str(HERE / "emacs.el")],
    "vim": ["vim", "-N", "-u", "NONE", "-i", "NONE", "-es", "-S", str(HERE / "ale.vim")],
    "kate": ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", sys.executable, str(HERE / "kate.py")],
}
# Programs that a command starts itself.
ALSO = {"kate": ["kate", "xdotool", "dbus-run-session"]}


def skip(why):
    print("skipped: " + why)
    sys.exit(SKIPPED)


def grammar(folder):
    """The parser as nvim-treesitter builds it, with its queries; empty where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return ""
    source = ROOT / "grammar" / "src"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-I", source, source / "parser.c", source / "scanner.c",
                    "-o", folder / "nianbao.so"], check=True)
    shutil.copy(ROOT / "grammar" / "queries" / "highlights.scm", folder)
    return str(folder)


def editor(name, binary, ending):
    for program in [COMMANDS[name][0], *ALSO.get(name, [])]:
        if shutil.which(program) is None:
            skip("%s is not installed" % program)
    if name == "vim" and not pathlib.Path("/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale").exists():
        skip("vim-ale is not installed")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "bin").mkdir()
        (folder / "bin" / "nianbao").symlink_to(binary)
        (folder / "grammar").mkdir()
        report = folder / "文件" / ("2023年政府信息公开工作年度报告." + ending)
        report.parent.mkdir()
        report.write_text(WRONG, encoding="utf-8")
        out = folder / "out.json"
        environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
                       "XDG_DATA_HOME": str(folder / "data"), "XDG_STATE_HOME": str(folder / "state"),
                       "PATH": "%s:%s" % (folder / "bin", os.environ["PATH"]), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
                       "REPORT": str(report), "OUT": str(out), "EDITOR_FILES": str(ROOT / "editors" / name),
                       "GRAMMAR": grammar(folder / "grammar") if name == "neovim" else ""}
        done = subprocess.run(COMMANDS[name], env=environment, cwd=folder, timeout=PATIENCE, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        said = done.stdout.decode("utf-8", "replace")
        if not out.exists():
            sys.exit("%s wrote nothing; it said:\n%s" % (name, said))
        check(name, json.loads(out.read_text(encoding="utf-8")), said)


def check(name, seen, said):
    problems = []
    if "error" in seen:
        problems.append(seen["error"])
    if not any("28" in text and "29" in text for text in seen.get("diagnostics", [])):
        problems.append("no diagnostic on the wrong total")
    if seen.get("marked") != "29":
        problems.append("marked is %r" % seen.get("marked"))
    if "28" not in (seen.get("hover") or ""):
        problems.append("the hover is %r" % seen.get("hover"))
    if seen.get("text") != CORRECT:
        problems.append("the fix does not give the correct report")
    if seen.get("left") != 0:
        problems.append("a diagnostic stays behind after the fix")
    if name == "neovim" and "captures" in seen and seen["captures"] < 50:
        problems.append("the grammar's queries capture nothing")
    print("%s: %s" % (seen["name"], "; ".join(problems) or "open, diagnostics, hover and fix work"))
    if problems:
        sys.exit(json.dumps(seen, ensure_ascii=False, indent=1)[:3000] + "\n" + said[-3000:])


def session(binary):
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    python = cache / "nianbao" / "clients-venv" / "bin" / "python"
    if not python.exists():
        skip("pytest-lsp is not installed; tests/clients/setup.sh does that")
    environment = {**os.environ, "NIANBAO_BINARY": str(binary), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short", HERE / "test_session.py"]
    sys.exit(subprocess.run(command, env=environment, cwd=HERE, timeout=4 * PATIENCE, check=False).returncode)


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in [*COMMANDS, "session"]:
        sys.exit(__doc__)
    binary = pathlib.Path(arguments[1]).resolve()
    if arguments[0] == "session":
        session(binary)
    else:
        # Kate chooses the server by the kind of file.
        for ending in ["md", "txt"] if arguments[0] == "kate" else ["md"]:
            editor(arguments[0], binary, ending)


if __name__ == "__main__":
    main(sys.argv[1:])
