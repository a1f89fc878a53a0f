#!/usr/bin/env python3
"""What others make of nianbao's output: run.py BINARY TEST. Exit code 77: a program is missing, which is said.

word_processor  the page in LibreOffice Writer, as docx and PDF: merged cells, page size, text, what the pages look like
                (Debian: libreoffice-writer-nogui, poppler-utils)
browser         the page printed by Chromium: A4, landscape where needed, all text (chromium, poppler-utils)
sarif           `check --format sarif` against the schema of SARIF 2.1.0 (npm, python3-jsonschema)
shells          the completion scripts in their shells, the manual page in man (bash, zsh, fish, man-db)
commands        the examples of docs/commands.md
messages        one line each, short enough to be read beside the text
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SKIPPED = 77


class Skip(Exception):
    pass


def need(*programs):
    for program in programs:
        found = shutil.which(program)
        if found:
            return found
    raise Skip(f"{' or '.join(programs)} is not installed")


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=300, **options).stdout


def render(binary, report, folder):
    page = folder / (report.stem + ".html")
    run(binary, "render", "--html", report, "--output", page)
    return page


def wide_report(folder):
    """Table three with numbers that do not fit on a page in portrait."""
    text = (EXAMPLES / "form-2021.md").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if "一、本年新收" in line)
    path = folder / "wide.md"
    path.write_text(text.replace(row, row.replace(" 49 ", " 12345678 ")), encoding="utf-8")
    return path


def html_spans(page):
    html = page.read_text(encoding="utf-8")
    return [(len(re.findall(r'colspan="', table)), len(re.findall(r'rowspan="', table)))
            for table in re.findall(r"<table.*?</table>", html, re.S)]


def word_processor(binary, folder):
    office = need("soffice", "libreoffice")
    profile = "-env:UserInstallation=" + (folder / "profile").as_uri()
    for name in ("form-2021.md", "form-2019.txt", "form-2014.md"):
        page = render(binary, EXAMPLES / name, folder)
        run(office, profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", folder, page)
        with zipfile.ZipFile(page.with_suffix(".docx")) as archive:
            xml = archive.read("word/document.xml").decode()
        tables = re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.S)
        expected = html_spans(page)
        assert len(tables) == len(expected), f"{name}: {len(tables)} tables, not {len(expected)}"
        for table, (columns, rows) in zip(tables, expected):
            assert (columns == 0) == ("w:gridSpan" not in table), f"{name}: cells merged across columns are lost"
            restarts = len(re.findall(r'w:vMerge w:val="restart"', table))
            assert restarts == rows, f"{name}: {restarts} cells merged across rows, not {rows}"
        assert 'w:w="11906" w:h="16838"' in xml, f"{name}: the page is not A4"
        text = re.sub(r"<[^>]+>", "", xml)
        for word in ("政府信息公开工作年度报告", "云岭市"):
            assert word in text, f"{name}: {word} is lost"
        run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, page.with_suffix(".docx"))
        look_at_pages(name, page.with_suffix(".pdf"), folder, len(expected))


def look_at_pages(name, pdf, folder, tables):
    """The pages as the word processor prints them: A4, ink inside the margins, ruled tables, numbers in line."""
    need("pdftoppm"), need("pdftotext"), need("pdfinfo")
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", run("pdfinfo", "-l", "99", pdf).decode())
    assert 2 <= len(sizes) <= 12, f"{name}: {len(sizes)} pages"
    assert all((round(float(a)), round(float(b))) == (595, 842) for a, b in sizes), f"{name}: pages of {set(sizes)}"
    run("pdftoppm", "-r", "100", "-gray", pdf, folder / "look")
    ruled = 0
    for picture in sorted(folder.glob("look*.pgm")):
        width, height, rows = read_pgm(picture)
        picture.unlink()
        dark = [[x for x in range(width) if row[x] < 200] for row in rows]
        ink = [x for row in dark for x in row]
        assert ink, f"{name}: an empty page, {picture.name}"
        # A4 is 210 mm wide: nothing within 10 mm of an edge, or a printer cuts it off.
        edge = width * 10 // 210
        assert min(ink) >= edge and max(ink) < width - edge, f"{name}: ink from {min(ink)} to {max(ink)} of {width}, {picture.name}"
        ruled += any(len(row) > width * 0.6 for row in dark)
    assert ruled >= min(tables, 2), f"{name}: rules of tables on {ruled} pages only"
    printed = run("pdftotext", "-layout", pdf, "-").decode()
    flat = re.sub(r"\s+", "", printed)
    for word in ("政府信息公开工作年度报告", "云岭市"):
        assert word in flat, f"{name}: {word} is not printed"
    if name == "form-2021.md":
        # Seven numbers of a row stand in one line, under one another: cells are neither lost nor shifted.
        numbers = [line for line in printed.splitlines() if len(re.findall(r"(?<!\S)\d+(?!\S)", line)) >= 7]
        assert len(numbers) >= 20, f"{name}: {len(numbers)} rows of numbers are in line"


def read_pgm(path):
    """Width, height and rows of a binary PGM."""
    data = path.read_bytes()
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(header[1]), int(header[2])
    pixels = data[header.end():]
    return width, height, [pixels[y * width:(y + 1) * width] for y in range(height)]


def browser(binary, folder):
    chromium = need("chromium", "chromium-browser", "google-chrome")
    need("pdfinfo"), need("pdftotext")
    for report, landscape in ((EXAMPLES / "form-2021.md", False), (EXAMPLES / "form-2019.txt", False),
                              (wide_report(folder), True)):
        page = render(binary, report, folder)
        pdf = page.with_suffix(".pdf")
        run(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'chromium'}", f"--print-to-pdf={pdf}", page.as_uri())
        sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", run("pdfinfo", "-l", "99", pdf).decode())
        flat = [(round(float(a)), round(float(b))) for a, b in sizes]
        assert all(size in ((595, 842), (842, 595)) for size in flat), f"{report.name}: pages of {set(flat)}"
        assert ((842, 595) in flat) == landscape, f"{report.name}: landscape pages: {flat}"
        text = re.sub(r"\s+", "", run("pdftotext", "-layout", pdf, "-").decode())
        for word in ("政府信息公开工作年度报告", "一、总体情况", "结转下年度继续办理", "六、其他需要报告的事项"):
            assert word in text, f"{report.name}: {word} is not printed"


SARIF_PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"


def sarif_schema():
    """The schema that an npm package brings along; kept between runs."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "nianbao" / "sarif"
    schemas = lambda: sorted(cache.glob("node_modules/**/schemas/sarif-2.1.0*.json"))
    if not schemas():
        npm = need("npm")
        cache.mkdir(parents=True, exist_ok=True)
        try:
            run(npm, "install", "--prefix", cache, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save",
                "--legacy-peer-deps", SARIF_PACKAGE)
        except subprocess.CalledProcessError as error:
            raise Skip(f"npm could not install {SARIF_PACKAGE}") from error
    if not schemas():
        raise Skip(f"{SARIF_PACKAGE} holds no schema")
    return schemas()[0]


def sarif(binary, folder):
    try:
        import jsonschema
    except ImportError as error:
        raise Skip("python3-jsonschema is not installed") from error
    schema = json.loads(sarif_schema().read_text(encoding="utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for name in ("form-2021.md", "form-2021-errors.md", "form-2019-errors.txt", "form-2014-errors.md"):
        out = subprocess.run([binary, "check", "--format", "sarif", str(EXAMPLES / name)], capture_output=True, check=False)
        log = json.loads(out.stdout)
        problems = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(log)]
        assert not problems, f"{name}: {problems[:3]}"
        assert ("errors" in name) == bool(log["runs"][0]["results"]), name


def messages(binary, folder):
    for locale, longest in (("zh", 60), ("en", 110)):
        out = subprocess.run([binary, "--locale", locale, "check", "--format", "json", *sorted(EXAMPLES.glob("*errors*"))],
                             capture_output=True, check=False).stdout
        said = {finding["message"] for file in json.loads(out)["files"] for finding in file["findings"]}
        assert len(said) > 5, said
        for message in said:
            assert len(message) <= longest and "\n" not in message, f"{len(message)}: {message}"


def shells(binary, folder):
    scripts = {shell: folder / f"nianbao.{shell}" for shell in ("bash", "zsh", "fish")}
    for shell, path in scripts.items():
        run(binary, "completion", shell, "--output", path)
    bash = need("bash")
    answer = run(bash, "-c", f'source "{scripts["bash"]}"; COMP_WORDS=(nianbao check --format ""); COMP_CWORD=3; '
                 '_nianbao; echo "${COMPREPLY[@]}"').decode().split()
    assert answer == ["text", "json", "sarif", "github"], answer
    checked = ["bash"]
    for shell in ("zsh", "fish"):
        if shutil.which(shell):
            run(shell, "-n", scripts[shell])
            checked.append(shell)
    if shutil.which("man"):
        page = folder / "nianbao.1"
        run(binary, "man", "--locale", "en", "--output", page)
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", str(page)], capture_output=True, check=True)
        assert not done.stderr, done.stderr.decode()
        assert "nianbao check" in done.stdout.decode()
        checked.append("man")
    print("checked:", ", ".join(checked))


def commands(binary, folder):
    """Blocks marked `console`: `$ command` and what it prints; `…` stands for any text, # exit N for the code."""
    shutil.copytree(EXAMPLES, folder / "examples")
    environment = {**os.environ, "PATH": f"{Path(binary).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    count = 0
    for block in re.findall(r"^```console\n(.*?)^```", page, re.S | re.M):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            line, _, expected = step.partition("\n")
            done = subprocess.run(["bash", "-c", line], cwd=folder / "examples", env=environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60)
            shown = done.stdout.decode()
            pattern = ".*?".join(re.escape(part) for part in expected.split("…"))
            assert re.fullmatch(pattern, shown, re.S), f"$ {line}\nexpected:\n{expected}\nshown:\n{shown}"
            count += 1
    assert count >= 10, "docs/commands.md has lost its examples"


def main():
    binary, name = str(Path(sys.argv[1]).resolve()), sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="nianbao-documents-") as folder:
        try:
            globals()[name](binary, Path(folder))
        except Skip as why:
            print(f"skipped: {why}")
            return SKIPPED
        except subprocess.CalledProcessError as error:
            print(error.stderr.decode(errors="replace"))
            raise
    print(f"{name}: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
