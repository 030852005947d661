"""Tables of dated words, laws and places: files in YAML or CSV, and the rows that a template adds to them."""

import csv
import io
from collections.abc import Iterator

from checker.errors import TemplateError, TemplateErrors
from checker.strict_yaml import Json, Node, Place, parse
from checker.template.inherit import Find
from checker.template.mistakes import Mistakes
from checker.template.rows import COLUMNS, read_row
from checker.template.wording import nearest

TOP = ("table", "about", "rows", "lookalikes", "never_flag")
_KEYS = ("wrong", "name", "old_name", "pattern", "code")  # what a row is called


def read_tables(root: Node, find: Find, mistakes: Mistakes) -> dict[str, Json]:
    """All tables of a template as `model.Tables` has them, in plain JSON."""
    terms: dict[str, Json] = {}
    other: dict[str, list[Json]] = {"laws": [], "places": [], "divisions": [], "topics": []}
    lookalikes: list[Json] = []
    for name, table in root.map["tables"].map.items() if "tables" in root.map else ():
        sort = table.map["type"].text if "type" in table.map else ""
        if sort not in COLUMNS:
            continue  # the schema says so
        held = _file(table, find, mistakes)
        rows = [row for node in _rows(table, held, mistakes) if (row := read_row(node, sort, mistakes))]
        if sort == "terms":
            terms[name] = list(rows)
        elif sort == "divisions":
            other[sort] += [row["name"] for row in rows]
        else:
            other[sort] += rows
        if sort == "laws" and "lookalikes" in held.map:
            lookalikes += [node.text for node in held.map["lookalikes"].list]
    return {"terms": terms, **{key: list(rows) for key, rows in other.items()}, "lookalikes": lookalikes}


def table_sizes(tables: dict[str, Json]) -> dict[str, int]:
    """Rows of every table by the name or type under which a rule may ask for it."""
    terms = tables["terms"] if isinstance(tables["terms"], dict) else {}
    sizes = {name: len(rows) for name, rows in terms.items() if isinstance(rows, list)}
    return sizes | {key: len(rows) for key, rows in tables.items() if isinstance(rows, list)}


def _file(table: Node, find: Find, mistakes: Mistakes) -> Node:
    name = table.map.get("file")
    if name is None or not name.text:
        return Node({}, table.place)
    try:
        label, text = find(name.text, name.place.file)
        if name.text.endswith(".csv"):
            return _csv(label, text, mistakes)
        if name.text.endswith(".txt"):
            return _names(label, text)
        held = parse(text, label).root
    except TemplateErrors as errors:
        mistakes.adopt(errors)
        return Node({}, table.place)
    except TemplateError as error:
        mistakes.add(name.place, error.message)
        mistakes.broken = True
        return Node({}, table.place)
    for key, node in held.map.items():
        if key not in TOP:
            mistakes.add(held.keys.get(key, node.place), f"不认识的键“{key}”{nearest(key, TOP)}")
    if not held.map.get("rows", Node(None, held.place)).list:
        mistakes.add(held.place, "表里没有“rows”，或一行也没有")
    return held


def _csv(label: str, text: str, mistakes: Mistakes) -> Node:
    """A CSV file as if it were YAML: the first line names the columns, empty cells are left out, `|` parts a list."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    head = Place(label, 1, 1)
    rows: list[Node] = []
    try:
        columns = next(lines, [])
        for column in sorted({column for column in columns if columns.count(column) > 1}):
            mistakes.add(head, f"列“{column}”写了两次")
        keys = dict.fromkeys(columns, head)  # a wrong column is wrong once, not in every line
        for cells in lines:
            place = Place(label, lines.line_num, 1)
            if len(cells) > len(columns):
                mistakes.add(place, f"这一行有 {len(cells)} 列，表头只有 {len(columns)} 列")
            elif any(cells):
                rows.append(Node(dict(_cells(columns, cells, place)), place, keys))
    except csv.Error:
        mistakes.add(Place(label, lines.line_num, 1), "不是 CSV：引号没有配对，或引号后面多了字")
    return Node({"rows": Node(tuple(rows), head)}, head)


def _names(label: str, text: str) -> Node:
    """A list of names, one a line; `#` begins a line of explanation."""
    lines = enumerate(text.removeprefix("\ufeff").splitlines(), 1)
    found = [(Place(label, number, 1), line.strip()) for number, line in lines if line.strip()[:1] not in ("", "#")]
    rows = (Node({"name": Node(name, place)}, place) for place, name in found)
    return Node({"rows": Node(tuple(rows), Place(label, 1, 1))}, Place(label, 1, 1))


def _cells(columns: list[str], cells: list[str], place: Place) -> Iterator[tuple[str, Node]]:
    for column, cell in zip(columns, cells, strict=False):
        if column in ("aliases", "levels", "unverified") and cell:
            yield column, Node(tuple(Node(part, place) for part in cell.split("|")), place)
        elif cell:
            yield column, Node({"true": True, "false": False}.get(cell, cell), place)


def _rows(table: Node, held: Node, mistakes: Mistakes) -> Iterator[Node]:
    rows = (*held.map["rows"].list, *_own(table)) if "rows" in held.map else _own(table)
    gone = {node.text: node for node in table.map["rows-"].list} if "rows-" in table.map else {}
    seen: dict[str, Place] = {}
    for row in rows:
        name = next((row.map[key].text for key in _KEYS if key in row.map), "")
        if name in gone:
            seen[name] = row.place
            continue
        yield row
    for name, node in gone.items():
        if name not in seen:
            known = [row.map[key].text for row in rows for key in _KEYS if key in row.map]
            mistakes.add(node.place, f"表里没有“{name}”可删{nearest(name, known)}")


def _own(table: Node) -> tuple[Node, ...]:
    return table.map["rows"].list if "rows" in table.map else ()
