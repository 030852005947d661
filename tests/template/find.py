"""Templates from strings, for tests that show the whole template they are about."""

from typing import Any

from checker.template.emit import Compiled
from checker.template.inherit import Find
from checker.template.load import compile_template
from checker.template_cache import Disk

HEAD = 'checker: 1\nid: it\nversion: "1"\ntitle: 试\n'
WORK = """
level: township
parts:
  - {id: work, name: 主要工作, points: 100, required: true, gate: true, heading: {any: [主要工作, 工作情况], not: [计划]}, messages: {missing: 没有主要工作}}
rules:
  - id: words.slogan
    kind: pattern
    in: body
    severity: warning
    category: wording
    any: [口号, 标语]
    message: “{quote}”是口号
score: {items: [], pools: [], bands: [{name: 合格, at_least: 0}]}
"""


def finder(**files: str) -> Find:
    """Finds `name.yaml` among the given texts, and the shipped templates; every text gets a head if it has none."""
    texts = {f"{name}.yaml": text if "checker:" in text else HEAD + text for name, text in files.items()}

    def find(name: str, origin: str | None) -> tuple[str, str]:
        if name in texts:
            return name, texts[name]
        return Disk().find(name, origin)

    return find


def compiled(**files: str) -> Compiled:
    """The first of the given texts, compiled; the others are files beside it."""
    return compile_template(f"{next(iter(files))}.yaml", finder(**files))


def entry(template: Compiled, kind: str, name: str) -> Any:
    """The entry of `parts`, `rules` … with that id."""
    held: Any = template[kind]
    return next(one for one in held if one["id"] == name)
