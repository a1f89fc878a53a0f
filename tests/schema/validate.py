#!/usr/bin/env python3
"""Checks server/standard/data: against the schemas beside this file, and what a schema cannot say:
that ids exist, that the languages agree, and (where ../shared is there) that no researched fact was lost.
Usage: validate.py [checkout]. Needs Debian's python3-jsonschema."""
import json
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

HERE = Path(__file__).resolve().parent
ROOT = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE.parent.parent
DATA = ROOT / "server" / "standard" / "data"
SHARED = ROOT.parent / "shared" / "standard"
SCHEMAS = [
    ("form-*.json", "form"), ("law/*.json", "law"), ("rules.json", "rules"),
    ("messages/*.json", "messages"), ("words/variants.json", "words"),
    ("snippets.json", "snippets"),
    ("words/citations.json", "citations"),
    ("words/facts.json", "facts"),
]
problems: list[str] = []


def problem(path: Path, text: str) -> None:
    problems.append(f"{path.relative_to(ROOT)}: {text}")


def unique_object(pairs):
    """json.load keeps the last of two equal keys; we want to hear of it."""
    keys = [key for key, _ in pairs]
    for key in set(keys):
        if keys.count(key) > 1:
            raise ValueError(f"key {key!r} twice in one object")
    return dict(pairs)


def load(path: Path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique_object)


def check_schemas() -> dict[Path, object]:
    documents, covered = {}, set()
    for pattern, name in SCHEMAS:
        schema = load(HERE / f"{name}.schema.json")
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        paths = sorted(DATA.glob(pattern))
        if not paths:
            problems.append(f"no file matches {pattern}")
        for path in paths:
            covered.add(path)
            try:
                documents[path] = load(path)
            except ValueError as error:
                problem(path, str(error))
                continue
            for error in validator.iter_errors(documents[path]):
                problem(path, f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    for path in DATA.rglob("*.json"):
        if path not in covered:
            problem(path, "no schema covers this file")
    return documents


def check_ids(documents) -> None:
    rules = {rule["id"] for rule in documents[DATA / "rules.json"]["rules"]}
    laws = {doc["id"]: doc for path, doc in documents.items() if path.parent.name == "law"}
    for path, doc in documents.items():
        if path.parent.name == "law":
            if path.stem != doc["id"]:
                problem(path, f"holds law {doc['id']}")
            if doc.get("replaced_by") and doc["replaced_by"] not in laws:
                problem(path, f"replaced by the unknown law {doc['replaced_by']}")
        if path.name.startswith("form-"):
            check_form(path, doc, rules, laws)


def check_form(path, form, rules, laws) -> None:
    entries = {entry["id"] for entry in form["entries"]}
    cells = {
        f"{row['id']}/{column['id']}"
        for table in form["tables"] for block in table["blocks"] for row in block["rows"] for column in block["columns"]
    }
    for entry in form["entries"]:
        if entry.get("parent", next(iter(entries))) not in entries:
            problem(path, f"{entry['id']}: unknown parent {entry['parent']}")
        for basis in entry["basis"]:
            law = laws.get(basis["law"])
            if law is None:
                problem(path, f"{entry['id']}: unknown law {basis['law']}")
            elif "article" in basis and basis["article"] not in {article["number"] for article in law["articles"]}:
                problem(path, f"{entry['id']}: law {law['id']} has no article {basis['article']}")
    for relation in form["relations"] + form["notes"]:
        if relation["rule"] and relation["rule"] not in rules:
            problem(path, f"{relation['id']}: unknown rule {relation['rule']}")
    for relation in form["relations"]:
        for instance in relation.get("for_each", [""]):
            conditions = relation.get("when", []) + ([relation["then"]] if "then" in relation else [])
            for condition in conditions:
                for side in (condition["left"], condition["right"]):
                    for cell, _ in side if isinstance(side, list) else side.get("terms", []):
                        if cell.replace("{x}", instance) not in cells:
                            problem(path, f"{relation['id']}: unknown cell {cell.replace('{x}', instance)}")


def check_languages(documents) -> None:
    zh, en = (documents[DATA / "messages" / f"{name}.json"] for name in ("zh", "en"))
    placeholders = re.compile(r"\{([\w-]+)(?:\|[^}]*)?\}")
    for name, one, other in (("zh", zh, en), ("en", en, zh)):
        path = DATA / "messages" / f"{name}.json"
        for key in one.keys() - other.keys():
            problem(path, f"{key}: no translation")
        if list(one) != sorted(one):
            problem(path, "not sorted by id")
    for key in zh.keys() & en.keys():
        if set(placeholders.findall(zh[key])) != set(placeholders.findall(en[key])):
            problem(DATA / "messages" / "en.json", f"{key}: other placeholders than zh")


def check_facts(documents) -> None:
    """Every researched entry and relation is in the data, with its label, confidence and basis unchanged."""
    if not SHARED.is_dir():
        print("no ../shared: completeness not checked")
        return
    forms = {doc["id"]: doc for path, doc in documents.items() if path.name.startswith("form-")}
    names = {"pre2019": "2014", "2019": "2019", "2021": "2021"}
    for fact in load(SHARED / "legal_basis.json")["entries"]:
        for name in fact["formats"]:
            form = forms[names[name]]
            entry = next((e for e in form["entries"] if e["id"] == fact["id"]), None)
            if entry is None:
                problems.append(f"form {form['id']} lacks entry {fact['id']}")
                continue
            pairs = [(entry["label"], fact["label"]), (entry["confidence"], fact["definition_confidence"]),
                     ([(b.get("article"), b.get("paragraph"), b.get("item"), b["confidence"]) for b in entry["basis"]],
                      [(b["article"], b["paragraph"], b["item"], b["confidence"]) for b in fact["legal_basis"]])]
            for ours, theirs in pairs:
                if ours != theirs:
                    problems.append(f"form {form['id']}, {fact['id']}: {ours} instead of {theirs}")
    for fact in load(SHARED / "relations.json")["relations"]:
        for name in fact["formats"]:
            form = forms[names[name]]
            found = [r for r in form["relations"] + form["notes"] if r["id"] == fact["id"] or r["id"].startswith(fact["id"] + ".")]
            if not found:
                problems.append(f"form {form['id']} lacks relation {fact['id']}")
            for relation in found:
                if (relation["severity"], relation["confidence"]) != (fact["severity"], fact["confidence"]):
                    problems.append(f"form {form['id']}, {relation['id']}: severity or confidence changed")


def check_word_lists(documents) -> None:
    """A list that no rule reads would promise words that change nothing."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "server" / "rules").glob("*.cpp"))]
    path = DATA / "rules.json"
    for rule in documents[path]["rules"]:
        words = rule.get("words", {})
        own = "\n".join(text for text in sources if f'"{rule["id"]}"' in text)
        for name in words:
            if f'"{name}"' not in own and name not in words.get("subjects", []):
                problem(path, f"{rule['id']}: no rule reads the list {name}")


def main() -> int:
    documents = check_schemas()
    if not problems:
        check_ids(documents)
        check_languages(documents)
        check_word_lists(documents)
        check_facts(documents)
    for text in problems:
        print(text)
    print(f"{len(documents)} data files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
