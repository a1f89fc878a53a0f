#!/usr/bin/env python3
"""Writes docs/nianbao.schema.json, the schema of .nianbao.json, from the rule catalogue, and the extension's copy.
With --check nothing is written: exit 1 where one of the two is not what would be written."""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGETS = [ROOT / "docs" / "nianbao.schema.json", ROOT / "editors" / "vscode" / "schemas" / "nianbao.schema.json"]
SEVERITIES = ["error", "warning", "information", "hint", "off"]


def schema():
    catalogue = json.loads((ROOT / "server/standard/data/rules.json").read_text(encoding="utf-8"))["rules"]
    groups = list(dict.fromkeys(rule["id"].split("/")[0] for rule in catalogue))
    severity = {"$ref": "#/definitions/severity"}
    rules = {"*": {"allOf": [severity], "description": "全部规则"}}
    rules |= {f"{group}/*": {"allOf": [severity], "description": f"{group} 一组的全部规则"} for group in groups}
    rules |= {rule["id"]: {"allOf": [severity], "description": rule["title"]} for rule in catalogue}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "nianbao 的设置：.nianbao.json",
        "description": "对所在文件夹及其下的年报有效；最近的一份起作用",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "locale": {"enum": ["auto", "zh", "en"], "description": "提示的语言；命令行以 --locale 为准"},
            "rules": {
                "type": "object",
                "description": "各规则的级别；单条规则先于一组，一组先于全部",
                "properties": rules,
                "additionalProperties": False,
            },
            "organ": {
                "type": "object",
                "properties": {
                    "level": {
                        "enum": ["人民政府", "部门", "乡镇街道", "government", "department", "township", "unknown"],
                        "description": "机关类别，决定公布期限；不写时按机关名称判断",
                    }
                },
                "additionalProperties": False,
            },
            "law": {
                "type": "object",
                "properties": {
                    "inlayHints": {
                        "enum": ["first", "all", "off"],
                        "description": "条文后的灰字要旨：同一条只注第一次、每次都注、不注；只在编辑器中显示",
                    },
                    "folders": {
                        "type": "array",
                        "items": {"type": "string", "minLength": 1},
                        "description": "自己收集的法规文本所在的文件夹，从本文件所在的文件夹算起",
                    },
                },
                "additionalProperties": False,
            },
            "deadline": {
                "type": "string",
                "pattern": "^(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])$",
                "description": "本地要求的公布期限，报告年度下一年的月-日，如 01-20",
            },
            "words": {
                "type": "object",
                "properties": {
                    "allowed": {
                        "type": "array",
                        "items": {"type": "string", "minLength": 1},
                        "description": "不当作错词的词，含有错词的较长词语也可以",
                    },
                    "confusions": {
                        "type": "array",
                        "items": {"type": "string", "pattern": "^.+→.+$"},
                        "description": "另外要查的错词，写作 错词→正词，可有几个正词：甲→乙|丙",
                    },
                },
                "additionalProperties": False,
            },
            "parent": {"type": "string", "description": "汇总报告：文件（从本文件所在的文件夹算起）或者机关全称"},
            "children": {"type": "array", "items": {"type": "string"}, "description": "汇总报告所汇总的各单位：报告文件、文件夹或者机关全称；缺一个就不核对"},
        },
        "additionalProperties": False,
        "definitions": {
            "severity": {
                "enum": SEVERITIES,
                "enumDescriptions": ["错误", "提醒", "提示", "极轻的提示", "不检查"],
            }
        },
    }


def main():
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if "--check" in sys.argv:
        stale = [str(path.relative_to(ROOT)) for path in TARGETS
                 if not path.exists() or path.read_text(encoding="utf-8") != text]
        for path in stale:
            print(f"{path}: not up to date; run tests/schema/settings_schema.py", file=sys.stderr)
        print(f"settings schema: {len(TARGETS) - len(stale)} passed, {len(stale)} failed")
        return 1 if stale else 0
    for path in TARGETS:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
