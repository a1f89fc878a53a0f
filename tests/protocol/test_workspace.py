"""Reports that are not open: the real server over real folders, with links in a circle and files that cannot be read."""

import json
import os
import pathlib
import tempfile

import sample
from client import Client


def tree(folder):
    root = pathlib.Path(folder)
    (root / "2022").mkdir()
    (root / "2022" / "报告.md").write_text(sample.report().replace("2023", "2022"), encoding="utf-8")
    (root / "2022" / "up").symlink_to(root, target_is_directory=True)
    (root / "gone.md").symlink_to(root / "nowhere.md")
    (root / "notes.md").write_text("x", encoding="utf-8")
    locked = root / "locked"
    locked.mkdir()
    (locked / "2021.md").write_text(sample.report().replace("2023", "2021"), encoding="utf-8")
    locked.chmod(0)
    os.mkfifo(root / "pipe.md")
    return root


def carried(diagnostics):
    return [d for d in diagnostics if d["code"] == "year/carry-over"]


def test_an_open_report_is_compared_with_last_years_file(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = tree(folder)
        try:
            with Client(binary) as client:
                client.initialize(folders=[root.as_uri()])
                uri = (root / "2023.md").as_uri()
                client.open(uri, sample.report())
                client.sync()
                (one,) = carried(client.shown(uri, 1))
                there = one["relatedInformation"][0]["location"]
                assert there["uri"] == (root / "2022" / "报告.md").as_uri()
                line = (root / "2022" / "报告.md").read_text(encoding="utf-8").split("\n")[there["range"]["start"]["line"]]
                assert line.startswith("| 四、结转下年度继续办理")
                symbols = client.request("workspace/symbol", {"query": "云岭市水利局2022"})
                assert [s["location"]["uri"] for s in symbols] == [there["uri"]]
        finally:
            (root / "locked").chmod(0o700)


def test_watched_files_keep_the_index_true(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        with Client(binary) as client:
            client.initialize(folders=[root.as_uri()])
            uri = (root / "2023.md").as_uri()
            client.open(uri, sample.report())
            client.sync()
            assert not carried(client.shown(uri, 1))
            last = root / "2022.md"
            last.write_text(sample.report().replace("2023", "2022"), encoding="utf-8")
            client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": last.as_uri(), "type": 1}]})
            client.sync()
            client.sync()
            assert carried(client.shown(uri, 1))
            last.unlink()
            client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": last.as_uri(), "type": 3}]})
            client.sync()
            assert not carried(client.shown(uri, 1))


def test_workspace_diagnostics_cover_files(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "a.md").write_text(sample.wrong_total(), encoding="utf-8")
        with Client(binary) as client:
            client.initialize(pull=True, folders=[root.as_uri()])
            (item,) = client.request("workspace/diagnostic", {"previousResultIds": []})["items"]
            assert item["uri"] == (root / "a.md").as_uri() and item["version"] is None
            assert [d for d in item["items"] if d["code"].startswith("sum/")]
            known = [{"uri": item["uri"], "value": item["resultId"]}]
            (again,) = client.request("workspace/diagnostic", {"previousResultIds": known})["items"]
            assert again["kind"] == "unchanged"


MEASURE = "# 云岭市政府信息公开办法\n\n2020年3月1日起施行\n\n第一条　为了规范本市政府信息公开，制定本办法。\n\n第二条　本市机关每年一月三十一日前公布年度报告，独此一句。\n"


def cited_measure():
    return sample.report().replace("做好主动公开", "按《云岭市政府信息公开办法》第二条做好主动公开", 1)


def hover_on_the_measure(client, uri, text):
    client.open(uri, text)
    client.sync()
    before = text[:text.index("办法》第二条") + 4]
    shown = client.hover(uri, before.count("\n"), len(before) - before.rfind("\n"))
    return json.dumps(shown, ensure_ascii=False)


def test_law_folders_start_where_their_setting_stands(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "法规").mkdir()
        (root / "法规" / "云岭市政府信息公开办法（2020-03-01）.md").write_text(MEASURE, encoding="utf-8")
        text = cited_measure()
        with Client(binary) as client:
            client.initialize(folders=[root.as_uri()])
            assert "独此一句" not in hover_on_the_measure(client, (root / "a.md").as_uri(), text)
            client.notify("workspace/didChangeConfiguration", {"settings": {"nianbao": {"law": {"folders": ["法规"]}}}})
            assert "独此一句" in hover_on_the_measure(client, (root / "b.md").as_uri(), text)
        (root / ".nianbao.json").write_text('{"law": {"folders": ["法规"]}}', encoding="utf-8")
        with Client(binary) as client:
            client.initialize(folders=[root.as_uri()])
            assert "独此一句" in hover_on_the_measure(client, (root / "a.md").as_uri(), text)
        with Client(binary) as client:
            client.initialize(folders=[])
            open_report = (root / "a.md").as_uri()
            assert "独此一句" not in hover_on_the_measure(client, open_report, text)
            client.notify("workspace/didChangeWorkspaceFolders", {"event": {
                "added": [{"uri": root.as_uri(), "name": "x"}], "removed": []}})
            client.sync()
            before = text[:text.index("办法》第二条") + 4]
            shown = client.hover(open_report, before.count("\n"), len(before) - before.rfind("\n"))
            assert "独此一句" in json.dumps(shown, ensure_ascii=False)


def test_a_settings_file_that_is_being_typed_reads_no_folder(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "a.md").write_text(sample.report(), encoding="utf-8")
        (root / "notes.txt").write_text("x", encoding="utf-8")
        with Client(binary) as client:
            client.initialize(folders=[root.as_uri()])
            settings = (root / ".nianbao.json").as_uri()
            for version, typed in enumerate(["", ".", "./", "../", "法"]):
                text = json.dumps({"law": {"folders": [typed]}}, ensure_ascii=False)
                if version == 0:
                    client.open(settings, text, language="json")
                else:
                    client.change(settings, [{"text": text}])
                client.sync()
            about = {n["params"]["uri"] for n in client.seen if n.get("method") == "textDocument/publishDiagnostics"}
            assert about <= {settings}, about


def test_the_index_shows_its_progress_where_a_client_can_see_it(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for year in range(2010, 2024):
            (root / ("%d.md" % year)).write_text(sample.report().replace("2023", str(year)), encoding="utf-8")
        for able in (True, False):
            with Client(binary) as client:
                client.initialize(folders=[root.as_uri()], capabilities={
                    "general": {"positionEncodings": ["utf-16"]}, "window": {"workDoneProgress": able}})
                client.sync()
                kinds = [n["params"]["value"]["kind"] for n in client.seen if n.get("method") == "$/progress"]
                assert (kinds[:1] == ["begin"] and kinds[-1] == "end" and kinds.count("begin") == 1) if able else not kinds
                found = client.request("workspace/symbol", {"query": "2012"})
                assert len(found) == 1, found


def test_folders_that_are_added_and_taken_away_are_seen(binary):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "a").mkdir()
        (root / "b").mkdir()
        (root / "b" / "2022.md").write_text(sample.report().replace("2023", "2022"), encoding="utf-8")
        changed = lambda added, removed: {"event": {
            "added": [{"uri": uri, "name": "x"} for uri in added], "removed": [{"uri": uri, "name": "x"} for uri in removed]}}
        with Client(binary) as client:
            client.initialize(folders=[(root / "a").as_uri()])
            client.sync()
            assert not client.request("workspace/symbol", {"query": "2022"})
            client.notify("workspace/didChangeWorkspaceFolders", changed([(root / "b").as_uri()], []))
            client.sync()
            assert len(client.request("workspace/symbol", {"query": "2022"})) == 1
            client.notify("workspace/didChangeWorkspaceFolders", changed([], [(root / "b").as_uri()]))
            client.sync()
            assert not client.request("workspace/symbol", {"query": "2022"})
