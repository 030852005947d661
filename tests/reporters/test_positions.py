"""Lines and columns lead to the quoted words: in characters for SARIF, in bytes of UTF-8 for reviewdog."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from checker.app import check
from checker.model.result import Batch
from checker.reporters import render
from tests.reporters.real import CORPUS, EXAMPLES, ROOT, batch
from tests.support.desk import desk

FILES = (*EXAMPLES, *CORPUS[::2])


def _lines(content: bytes) -> list[str]:
    text = content.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _words(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """What stands between two places; lines and columns from 1, the end not included."""
    (first, column), (last, stop) = start, end
    if first == last:
        return lines[first - 1][column - 1 : stop - 1]
    return "\n".join([lines[first - 1][column - 1 :], *lines[first : last - 1], lines[last - 1][: stop - 1]])


def _bytes(lines: list[str], span: dict[str, Any]) -> str:
    raw = [line.encode("utf-8").decode("latin-1") for line in lines]  # one character a byte
    start, end = span["start"], span["end"]
    words = _words(raw, (start["line"], start["column"]), (end["line"], end["column"]))
    return words.encode("latin-1").decode("utf-8")


def _regions(judged: Batch) -> list[dict[str, Any]]:
    results = json.loads(render("sarif", judged))["runs"][0]["results"]
    return [result["locations"][0]["physicalLocation"]["region"] for result in results]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sarif_region_is_the_snippet_in_the_file(path: Path) -> None:
    lines = _lines(path.read_bytes())
    for region in _regions(batch((path,))):
        if "snippet" in region:
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            assert _words(lines, start, end) == region["snippet"]["text"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_byte_columns_cut_the_quoted_words_out_of_the_file(path: Path) -> None:
    lines = _lines(path.read_bytes())
    judged = batch((path,))
    findings = [finding for finding in judged.reports[0].findings if finding.waived is None]
    diagnostics = [json.loads(line) for line in str(render("rdjsonl", judged)).splitlines()]
    for finding, diagnostic in zip(findings, diagnostics, strict=True):
        span = diagnostic["location"]["range"]
        if finding.quote is not None and "end" in span:
            words = _bytes(lines, span)
            pieces = finding.quote.split("\n") if len(finding.spans) > 1 else [finding.quote]
            assert words.startswith(pieces[0]) and words.endswith(pieces[-1])
            assert len(finding.spans) > 1 or words == finding.quote


def test_nearly_every_quote_has_its_columns() -> None:
    quoted = [finding for report in batch(FILES).reports for finding in report.findings if finding.quote]
    assert len(quoted) > 200
    assert sum(finding.byte_column is not None for finding in quoted) > 0.98 * len(quoted)
    assert any(len(finding.spans) > 1 for finding in quoted)
    assert any(finding.byte_column != finding.column for finding in quoted)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_columns_hold_with_any_line_ending_and_byte_order_mark(ending: str, mark: bytes, suffix: str) -> None:
    text = (ROOT / "examples/township/08-wording.txt").read_text("utf-8")
    # characters beyond the basic plane: one code point, two units of UTF-16, four bytes
    text = text.replace("截止目前", "𠮷𠮷截止目前")
    content = mark + text.replace("\n", ending).encode("utf-8")
    judged = Batch(version="1", reports=(check(content, f"报告{suffix}", desk()),))
    lines = _lines(content)
    regions = [region for region in _regions(judged) if "snippet" in region]
    assert "截止目前" in [region["snippet"]["text"] for region in regions]
    for region in regions:
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert _words(lines, start, end) == region["snippet"]["text"]
    for line in str(render("rdjsonl", judged)).splitlines():
        diagnostic = json.loads(line)
        if diagnostic["code"]["value"] == "typo":
            assert _bytes(lines, diagnostic["location"]["range"]) in diagnostic["message"]


def test_a_safe_suggestion_put_into_the_file_removes_its_finding() -> None:
    path = ROOT / "examples/township/08-wording.txt"
    lines = [line.encode("utf-8") for line in _lines(path.read_bytes())]
    diagnostics = [json.loads(line) for line in str(render("rdjsonl", batch((path,)))).splitlines()]
    suggestions = [(d["code"]["value"], d["suggestions"][0]) for d in diagnostics if "suggestions" in d]
    assert suggestions
    places = sorted((s["range"]["start"]["line"], s["range"]["start"]["column"]) for _, s in suggestions)
    assert all(one != other for one, other in pairwise(places))
    ordered = sorted(suggestions, key=lambda s: (s[1]["range"]["start"]["line"], -s[1]["range"]["start"]["column"]))
    for _, suggestion in ordered:
        start, end = suggestion["range"]["start"], suggestion["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"] - 1]
        lines[start["line"] - 1] = line[: start["column"] - 1] + suggestion["text"].encode() + line[end["column"] - 1 :]
    mended = check(b"\n".join(lines), "report.txt", desk())
    left = [finding.rule for finding in mended.findings]
    for rule in {rule for rule, _ in suggestions}:
        before = sum(finding.rule == rule for finding in batch((path,)).reports[0].findings)
        assert left.count(rule) == before - sum(name == rule for name, _ in suggestions)


def test_columns_count_the_marks_of_markdown() -> None:
    text = (ROOT / "examples/township/08-wording.txt").read_text("utf-8")
    lines = [
        f"## **{line}**" if line.startswith("（") else f"> {line}" if "截止目前" in line else line
        for line in text.split("\n")
    ]
    content = "\n".join(lines).encode("utf-8")
    regions = [r for r in _regions(Batch(version="1", reports=(check(content, "r.md", desk()),))) if "snippet" in r]
    assert len(regions) > 5
    for region in regions:
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert _words(lines, start, end) == region["snippet"]["text"]


def test_a_web_page_gives_lines_and_no_columns_because_tags_stand_between() -> None:
    text = (ROOT / "examples/township/08-wording.txt").read_text("utf-8")
    source = "\n".join(f"<p><b>{line[:2]}</b>{line[2:]}</p>" for line in text.split("\n") if line)
    judged = Batch(version="1", reports=(check(f"<html><body>\n{source}\n</body></html>".encode(), "r.html", desk()),))
    regions = _regions(judged)
    assert regions and all(set(region) == {"startLine"} for region in regions)
    typo = next(finding for finding in judged.reports[0].findings if finding.rule == "typo")
    assert typo.line is not None and "投拆" in source.split("\n")[typo.line - 2]
    ranges = [json.loads(line)["location"]["range"] for line in str(render("rdjsonl", judged)).splitlines()]
    assert all(set(span) == {"start"} and set(span["start"]) == {"line"} for span in ranges)
    assert "col=" not in str(render("github", judged)) and "column=" not in str(render("checkstyle", judged))
