"""Nodes from the parser's events, with every mistake on the way."""

import re
from collections.abc import Iterator

import yaml

from checker.errors import TemplateError, TemplateErrors
from checker.strict_yaml.guard import KEY_WITH_WIDE_COLON, wide_colon, wide_indents
from checker.strict_yaml.node import Node, Place, Scalar

DEPTH = 24  # levels of nesting
VALUES = 300_000  # values after all aliases are followed


class Builder:
    """Turns the parser's events into nodes and keeps every mistake on the way."""

    def __init__(self, text: str, file: str, events: Iterator[yaml.Event]) -> None:
        self.lines = text.split("\n")
        self.file = file
        self.events = events
        self.errors: list[TemplateError] = []
        self.anchors: dict[str, tuple[Node, int, int]] = {}  # node, values in it, levels in it
        self.values = 0
        self.quoted: set[int] = set()  # lines (from 0) inside quotation marks or behind | and >: their blanks are text

    def document(self) -> Node:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self.wrong(event, "一个文件只能有一份文档；请删去多余的“---”")
                    break
                node = self.node(next(self.events), 0)[0]
        plain = (number for number in range(len(self.lines)) if number not in self.quoted)
        self.errors += wide_indents(self.lines, self.file, plain)
        return node or Node({}, Place(self.file, 1, 1))

    def node(self, event: yaml.Event, depth: int) -> tuple[Node, int]:
        """The node that begins with `event`, and how many levels it holds."""
        self.values += 1
        if self.values > VALUES or depth > DEPTH:
            self.stop(event, f"值超过 {VALUES} 个" if self.values > VALUES else f"嵌套超过 {DEPTH} 层")
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, depth)
        before = self.values
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.wrong(event, f"不支持标签“{tag.replace('tag:yaml.org,2002:', '!!')}”；请直接写值")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            node, height = Node(read_scalar(event.value) if plain else event.value, self.place(event)), 0
            if plain:
                self.watch_colon(event)
            elif event.start_mark and event.end_mark:
                stop = event.end_mark.line + (event.end_mark.column > 0)
                self.quoted.update(range(event.start_mark.line + 1, stop))
        elif isinstance(event, yaml.SequenceStartEvent):
            node, height = self.sequence(event, depth)
        else:
            node, height = self.mapping(event, depth)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self.anchors[anchor] = (node, self.values - before + 1, height)
        return node, height

    def alias(self, event: yaml.AliasEvent, depth: int) -> tuple[Node, int]:
        if event.anchor not in self.anchors:
            self.wrong(event, f"引用的“*{event.anchor}”在前面没有“&{event.anchor}”，或引用了自己")
            return Node(None, self.place(event)), 0
        node, values, height = self.anchors[event.anchor]
        self.values += values
        if self.values > VALUES or depth + height > DEPTH:
            self.stop(event, f"引用展开后值超过 {VALUES} 个" if self.values > VALUES else f"引用展开后超过 {DEPTH} 层")
        return node, height

    def sequence(self, start: yaml.Event, depth: int) -> tuple[Node, int]:
        inner: list[Node] = []
        height = 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            node, below = self.node(event, depth + 1)
            inner.append(node)
            height = max(height, below + 1)
        return Node(tuple(inner), self.place(start)), height

    def mapping(self, start: yaml.Event, depth: int) -> tuple[Node, int]:
        inner: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        height = 0
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, depth)
            node, below = self.node(next(self.events), depth + 1)
            height = max(height, below + 1)
            if key is None:
                continue
            if key in inner:
                self.wrong(event, f"键“{key}”写了两次，第一次在第 {keys[key].line} 行")
                continue
            inner[key], keys[key] = node, self.place(event)
        return Node(inner, self.place(start), keys), height

    def key(self, event: yaml.Event, depth: int) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self.wrong(event, "键只能是文字")
            if not isinstance(event, yaml.AliasEvent):
                self.node(event, depth + 1)
            return None
        if event.tag is not None or event.anchor is not None:
            self.wrong(event, "键前面不能有标签或“&”；请直接写键")
            return None
        if event.value == "<<" and event.style in (None, ""):
            self.wrong(event, "不支持“<<”合并；请用 extends，或把键写全")
            return None
        if not event.value:
            self.wrong(event, "冒号前缺少键")
            return None
        if KEY_WITH_WIDE_COLON.match(event.value) and event.style in (None, ""):
            self.wide_colon(*self.position(event))
            return None
        return event.value

    def watch_colon(self, event: yaml.ScalarEvent) -> None:
        """Finds `id：x` where a key was meant: at the start of the value or of one of its further lines."""
        if "：" not in event.value:
            return
        first, column = self.position(event)
        last = event.end_mark.line if event.end_mark else first
        alone = not self.lines[first][:column].strip(" -")  # nothing but blanks and dashes before it
        if alone and KEY_WITH_WIDE_COLON.match(event.value):
            self.wide_colon(first, column)
        for number in range(first + 1, min(last + 1, len(self.lines))):
            line = self.lines[number]
            if KEY_WITH_WIDE_COLON.match(line.strip(" -")):
                self.wide_colon(number, len(line) - len(line.lstrip(" -")))

    def wide_colon(self, line: int, column: int) -> None:
        self.errors.append(wide_colon(self.lines, self.file, line, column))

    def position(self, event: yaml.Event) -> tuple[int, int]:
        """Line and column from 0."""
        mark = event.start_mark
        return (mark.line, mark.column) if mark else (0, 0)

    def place(self, event: yaml.Event) -> Place:
        line, column = self.position(event)
        return Place(self.file, line + 1, column + 1)

    def wrong(self, event: yaml.Event, message: str) -> None:
        place = self.place(event)
        self.errors.append(TemplateError(message, file=place.file, line=place.line, column=place.column))

    def stop(self, event: yaml.Event, message: str) -> None:
        self.wrong(event, f"{message}；不像一份模板")
        raise TemplateErrors(tuple(self.errors))


_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)\.\d+", re.ASCII)


def read_scalar(text: str) -> Scalar:
    """What a plain scalar means: `read_scalar("0.5") == 0.5`, but "1.10", "012", "no" and "2024-01-15" stay text."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text
