"""checker.yaml, its waivers and its baseline: what a repository of reports has agreed on. Strict, with positions."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from checker.engine.waive import Waiver
from checker.errors import OptionError
from checker.settings import PathRule, Project
from checker.strict_yaml import Node, parse
from checker.template.mistakes import Mistakes
from checker.template.schema import check_shape

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}


def _closed(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


CONFIG = _closed(
    {
        "checker": {"const": 1},
        "reports": {
            "type": "array",
            "items": _closed(
                {
                    "paths": {**_TEXTS, "minItems": 1},
                    "template": _TEXT,
                    "params": {"type": "object", "additionalProperties": True},
                },
                "paths",
                "template",
            ),
        },
        "fail-on": {"enum": ["error", "warning", "info", "never"]},
        "min-score": {"type": "number", "minimum": 0, "maximum": 100},
        "skip": _TEXTS,
        "waivers": _TEXT,
        "baseline": _TEXT,
        "places": _TEXTS,
        "issuers": _TEXTS,
    },
    "checker",
)
WAIVERS = _closed(
    {
        "waivers": {
            "type": "array",
            "items": _closed(
                {
                    "rule": _TEXT,
                    "file": _TEXT,
                    "issuer": _TEXT,
                    "year": {"type": "integer", "minimum": 2000, "maximum": 2100},
                    "match": _TEXT,
                    "reason": _TEXT,
                    "approved_by": _TEXT,
                    "expires": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
                },
                "rule",
                "reason",
                "approved_by",
                "expires",
            ),
        }
    },
    "waivers",
)


def read_project(path: Path) -> Project:
    """The configuration in a file. Raises OptionError if it cannot be read, TemplateErrors with all its mistakes."""
    root = _read(path, CONFIG)
    base = path.parent

    def inside(key: str) -> str:
        return (base / root.map[key].text).as_posix() if key in root.map else ""

    return Project(
        base=base.as_posix(),
        table=tuple(_row(row, base) for row in root.at(("reports",)).list),
        fail_on=root.map["fail-on"].text if "fail-on" in root.map else "",
        min_score=_number(root.map["min-score"].value) if "min-score" in root.map else None,
        skip=_texts(root, "skip"),
        waivers=inside("waivers"),
        baseline=inside("baseline"),
        places=_texts(root, "places"),
        issuers=_texts(root, "issuers"),
    )


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Every waiver in a file; one must name a file, or an issuer and a year. Raises as `read_project` does."""
    root = _read(path, WAIVERS)
    mistakes = Mistakes()
    found = [_waiver(node, mistakes) for node in root.map["waivers"].list]
    mistakes.raise_any()
    return tuple(found)


def read_baseline(path: Path) -> frozenset[tuple[str, str]]:
    """(path, fingerprint) of every known finding. Raises OptionError: an unreadable baseline must not look empty."""
    try:
        lines = path.read_text("utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        return frozenset((str(row["file"]), str(row["fingerprint"])) for row in rows)
    except OSError as error:
        raise OptionError(f"{path.as_posix()}: 读不出来（{error.strerror}）") from None
    except (ValueError, KeyError, TypeError):
        raise OptionError(f"{path.as_posix()}: 不是基线文件（每行一个 JSON 对象，含 file 和 fingerprint）") from None


def _read(path: Path, schema: dict[str, Any]) -> Node:
    label = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise OptionError(f"{label}: 读不出来（{error.strerror}）") from None
    except UnicodeDecodeError:
        raise OptionError(f"{label}: 不是 UTF-8 编码；请另存为 UTF-8") from None
    root = parse(text, label).root
    mistakes = Mistakes()
    check_shape(root, schema, mistakes)
    mistakes.raise_any()
    return root


def _row(row: Node, base: Path) -> PathRule:
    name = row.map["template"].text
    template = (base / name).as_posix() if name.endswith((".yaml", ".yml")) else name
    given = row.map["params"].map if "params" in row.map else {}
    params = tuple((key, node.value) for key, node in given.items() if isinstance(node.value, bool | int | float | str))
    return PathRule(paths=_texts(row, "paths"), template=template, params=params)


def _waiver(node: Node, mistakes: Mistakes) -> Waiver:
    values = {key: inner.value for key, inner in node.map.items()}
    if "file" not in values and not ("issuer" in values and "year" in values):
        mistakes.add(node.place, "要写明 file，或 issuer 和 year：豁免总是对某一份报告的")
    try:
        expires = date.fromisoformat(str(values["expires"]))
    except ValueError:
        mistakes.add(node.map["expires"].place, f"“{values['expires']}”不是日期；应为 '2024-12-31'")
        expires = date.min
    year = values.get("year")
    return Waiver(
        rule=str(values["rule"]),
        reason=str(values["reason"]),
        approved_by=str(values["approved_by"]),
        expires=expires,
        path=str(values.get("file", "")),
        issuer=str(values.get("issuer", "")),
        year=year if isinstance(year, int) else None,
        match=str(values.get("match", "")),
        source=f"{node.place.file}:{node.place.line}",
    )


def _texts(node: Node, key: str) -> tuple[str, ...]:
    return tuple(entry.text for entry in node.map[key].list) if key in node.map else ()


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
