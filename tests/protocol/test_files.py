"""The commands that write, where writing fails: read-only folders and files, a full disk, links in circles."""

import os
import pathlib
import resource
import subprocess
import tempfile
import urllib.parse

import everything
import sample
from client import Client
from corpus import Skip

NOBODY = 65534


class Folder:
    """A temporary folder that belongs to somebody without rights of their own, also where the tests run as root."""

    def __enter__(self):
        self.holder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.holder.name)
        self.identity = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        self.own(self.path)
        return self

    def __exit__(self, *_):
        for folder, _, files in os.walk(self.path):
            os.chmod(folder, 0o700)
        self.holder.cleanup()

    def own(self, path):
        if self.identity:
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.own(path.parent)
        self.own(path)
        return path

    def run(self, binary, *arguments, before=None, **more):
        command = [str(a) for a in (binary, *arguments)]
        environment = {**os.environ, "HOME": str(self.path / "home"), "LC_ALL": "C.UTF-8"}
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            environment.pop(name, None)
        more.setdefault("stdout", subprocess.PIPE)
        try:
            return subprocess.run(command, cwd=self.path, env=environment, stderr=subprocess.PIPE, timeout=30,
                                  stdin=subprocess.DEVNULL, preexec_fn=before, restore_signals=False, check=False,
                                  **self.identity, **more)
        except PermissionError:
            raise Skip("the binary lies where only its builder may run it") from None

    def listing(self):
        return sorted(str(p.relative_to(self.path)) for p in self.path.rglob("*"))


def writing_commands(folder):
    return [("fix", folder.path / "in" / "年报.md"), ("format", folder.path / "in" / "年报.md"),
            ("new", "--organ", "云岭市水利局", "--year", "2025", "-o", folder.path / "in" / "新.md"),
            ("render", folder.path / "in" / "年报.md", "-o", folder.path / "in" / "页.html")]


def fails_and_keeps_everything(folder, binary, arguments, before=None):
    """Exit code 2 (not a crash), a sentence that names the file, every file as it was and none beside them."""
    kept = {p: p.read_bytes() for p in folder.path.rglob("*") if p.is_file()}
    names = folder.listing()
    done = folder.run(binary, *arguments, before=before)
    said = done.stderr.decode("utf-8")
    assert done.returncode == 2, (arguments[0], done.returncode, said)
    assert arguments[-1].name in said, (arguments[0], said)
    assert folder.listing() == names, (arguments[0], set(folder.listing()) ^ set(names))
    assert all(path.read_bytes() == bytes_ for path, bytes_ in kept.items()), arguments[0]


def test_read_only_folder(binary):
    with Folder() as folder:
        folder.write("in/年报.md", sample.wrong_total())
        os.chmod(folder.path / "in", 0o500)
        for arguments in writing_commands(folder):
            fails_and_keeps_everything(folder, binary, arguments)


def test_read_only_file(binary):
    with Folder() as folder:
        report = folder.write("in/年报.md", sample.wrong_total())
        os.chmod(report, 0o400)
        for arguments in writing_commands(folder)[:2]:
            fails_and_keeps_everything(folder, binary, arguments)


def tiny_files():
    """Every write beyond 1000 bytes of a file fails, as it does when the disk is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_disk_full(binary):
    with Folder() as folder:
        folder.write("in/年报.md", sample.wrong_total())
        for arguments in writing_commands(folder):
            fails_and_keeps_everything(folder, binary, arguments, before=tiny_files)
        law = folder.write("办法.md", "# 某某办法\n\n" + "第一条 为了规范工作，制定本办法。\n" * 200)
        done = folder.run(binary, "law", "add", law, before=tiny_files)
        assert done.returncode == 2, (done.returncode, done.stderr.decode())
        assert not [n for n in folder.listing() if n.endswith(".tmp")], folder.listing()
        for arguments in writing_commands(folder):
            done = folder.run(binary, *arguments)
            assert done.returncode in (0, 1), (arguments[0], done.stderr.decode("utf-8"))


def test_output_that_cannot_be_written(binary):
    """A full disk behind `>`: what was not written is not taken for a success."""
    if not os.path.exists("/dev/full"):
        raise Skip("no /dev/full here")
    with Folder() as folder:
        report = folder.write("年报.md", sample.report())
        for arguments in (("check", report), ("new", "--organ", "甲市水利局", "--year", "2025"), ("render", report),
                          ("dump", report), ("rules",), ("check", "--format", "json", report)):
            with open("/dev/full", "wb") as full:
                done = folder.run(binary, *arguments, stdout=full)
            assert done.returncode == 2, (arguments[0], done.returncode)


def test_links_in_circles(binary):
    with Folder() as folder:
        folder.write("a/年报.md", sample.wrong_total())
        for link, target in (("a/b", "."), ("a/c", ".."), ("self", "self"), ("x", "y"), ("y", "x"),
                             ("a/环.md", "环.md"), ("a/断.md", "nowhere.md"), ("a/又.md", "年报.md")):
            (folder.path / link).symlink_to(target)
        done = folder.run(binary, "check", folder.path)
        said = done.stdout.decode("utf-8")
        assert done.returncode == 1, (done.returncode, done.stderr.decode("utf-8"))
        assert said.count("予以公开") >= 1
        for odd in ("self", "x", "a/环.md", "a/断.md"):
            done = folder.run(binary, "check", folder.path / odd)
            assert done.returncode == 2 and done.stderr, (odd, done.returncode)
        # Through a link the file behind it is mended; the link stays one.
        done = folder.run(binary, "fix", folder.path / "a" / "又.md")
        assert (folder.path / "a" / "又.md").is_symlink(), done.stderr.decode("utf-8")
        assert "| 29 |" not in (folder.path / "a" / "年报.md").read_text(encoding="utf-8")


def test_the_server_in_a_folder_of_circles(binary):
    """Workspace folders that contain themselves, settings files that are links, folders or unreadable."""
    with Folder() as folder:
        report = folder.write("a/年报.md", sample.wrong_total())
        (folder.path / "a" / "b").symlink_to("..")
        for kind in ("circle", "folder", "rubbish", "fifo"):
            settings = folder.path / "a" / ".nianbao.json"
            if kind == "circle":
                settings.symlink_to(".nianbao.json")
            elif kind == "folder":
                settings.mkdir()
            elif kind == "rubbish":
                settings.write_bytes(b"\xff\x00{" * 1000)
            else:
                os.mkfifo(settings)
            with Client(binary) as client:
                client.initialize(capabilities=everything.capabilities("utf-16"),
                                  folders=[folder.path.as_uri(), (folder.path / "a" / "b").as_uri(), "untitled:x"])
                client.open(report.as_uri(), sample.wrong_total())
                assert any(d["code"].startswith("sum/") for d in client.pull(report.as_uri())["items"]), kind
                assert client.shutdown() == 0
            settings.rmdir() if kind == "folder" else settings.unlink()


def test_r13_folders_with_odd_names(binary):
    """Chinese, blanks, #, %, + and quotes in the path: settings beside the report are found through the client's URI."""
    with Folder() as folder:
        name = "政务 公开#1%25+年报'（终稿）"
        report = folder.write(name + "/年报.md", sample.wrong_total())
        folder.write(name + "/.nianbao.json", '{"rules": {"sum/*": "off"}}')
        tight = "file://" + urllib.parse.quote(str(report), safe="/")
        loose = "file://" + urllib.parse.quote(str(report), safe="/'+（）公开政务年报终稿md")
        for uri in (report.as_uri(), tight, loose, tight.replace("%E", "%e")):
            with Client(binary) as client:
                client.initialize(capabilities=everything.capabilities("utf-16"))
                client.open(uri, sample.wrong_total())
                assert not [d for d in client.pull(uri)["items"] if d["code"].startswith("sum/")], uri
