"""The only door to PyYAML: JSON types, plain scalars as YAML 1.2 means them, the place of every value and key.

`on`, `no`, `3:1`, `2024-01-15` and `012` stay what was written; a plain number becomes a number only where nothing is
lost (`0.5` does, `1.10` does not). Refused, all in one run: duplicate keys, tags, `<<`, tabs, full-width blanks as
indentation, a full-width colon after a key, more than one document, and anything too large, deep or often repeated.
"""

import yaml

from checker.errors import TemplateError, TemplateErrors
from checker.strict_yaml.builder import Builder
from checker.strict_yaml.guard import forbidden, translate
from checker.strict_yaml.node import Json, Node, Parsed, Place

__all__ = ["Json", "Node", "Parsed", "Place", "parse"]


def parse(text: str, file: str) -> Parsed:
    """The one document that `text` holds. Raises TemplateErrors with every mistake, each at its place in `file`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    wrong = tuple(forbidden(text, file))
    if wrong:
        raise TemplateErrors(wrong)
    try:
        return _build(Builder(text, file, yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.SafeLoader))))
    except yaml.YAMLError:
        # the same again by the Python parser: slower, but its messages do not depend on how PyYAML was built
        return _build_slowly(text, file)


def _build_slowly(text: str, file: str) -> Parsed:
    builder = Builder(text, file, yaml.parse(text, Loader=yaml.SafeLoader))
    try:
        return _build(builder)
    except yaml.MarkedYAMLError as error:
        raise TemplateErrors((*builder.errors, translate(error, text, file))) from None
    except yaml.YAMLError as error:
        raise TemplateErrors((*builder.errors, TemplateError(f"不是 YAML：{error}", file=file))) from None


def _build(builder: Builder) -> Parsed:
    root = builder.document()
    if builder.errors:
        raise TemplateErrors(tuple(builder.errors))
    return Parsed(root)
