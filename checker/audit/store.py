"""The results of an audit in one SQLite file: written as they come, read in the order of the reports' names."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from checker.audit.entries import Entry
from checker.audit.record import Record, unpacked_keys, unpacked_print, unpacked_result
from checker.audit.schema import TABLES, VERSION
from checker.errors import OptionError
from checker.model.result import CheckResult
from checker.model.similarity import Fingerprint, Keys

CURRENT, PREVIOUS = "current", "previous"
NAME = "结果.sqlite"
_COLUMNS = {"part": 6, "item": 6, "finding": 15}
_PAGES = -4_000  # kibibytes of cache: the same for a county and for a province


class Store:
    """An open store. Use as a context manager; what was added is safe on disk after `commit`."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the store. Raises OptionError when the file is something else or of a newer program."""
        self.path = path
        try:
            self.connection = sqlite3.connect(path, isolation_level="DEFERRED")
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            self._prepare(version)
        except sqlite3.Error as error:
            raise OptionError(f"{path}: 打不开结果库（{error}）") from None

    def _prepare(self, version: int) -> None:
        run = self.connection.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("PRAGMA foreign_keys = ON")
        run(f"PRAGMA cache_size = {_PAGES}")
        if version > VERSION:
            raise OptionError(f"{self.path}: 结果库是更新版本的程序写的，请升级本程序")
        if version < VERSION:
            self.connection.executescript(f"BEGIN;{TABLES}PRAGMA user_version = {VERSION};COMMIT;")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def commit(self) -> None:
        self.connection.commit()

    def set(self, name: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def get(self, name: str) -> str:
        """A remark of an earlier run, "" when there is none."""
        row = self.row("SELECT value FROM meta WHERE name = ?", (name,))
        return str(row[0]) if row else ""

    def begin(self, listed: dict[str, tuple[Entry, ...]], digest: str) -> list[Entry]:
        """Takes over what is to be audited, by batch; gives the entries that are not judged yet.

        Results that another digest made, and those of files that changed or are gone, are thrown away.
        """
        run = self.connection.execute
        if self.get("digest") != digest:
            run("DELETE FROM report")
        self.set("digest", digest)
        run("DELETE FROM entry")
        rows = [
            (e.name, number, e.stamp, batch, e.archive, e.member, e.reason)
            for batch, some in listed.items()
            for number, e in enumerate(some)
        ]
        self.connection.executemany("INSERT OR IGNORE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        run(
            "DELETE FROM report WHERE NOT EXISTS (SELECT 1 FROM entry WHERE name = path"
            " AND entry.stamp = report.stamp AND entry.batch = report.batch)"
        )
        self.commit()
        todo = run(
            "SELECT name, stamp, archive, member, reason FROM entry"
            " WHERE name NOT IN (SELECT path FROM report) ORDER BY batch, number"
        )
        return [Entry(name=n, stamp=s, archive=a, member=m, reason=r) for n, s, a, m, r in todo]

    def add(self, name: str, record: Record) -> None:
        """Puts a report into the store, in the place of what was there under its name."""
        run = self.connection.execute
        run("DELETE FROM report WHERE path = ?", (name,))
        stamp, batch = run("SELECT stamp, batch FROM entry WHERE name = ?", (name,)).fetchone()
        row = (name, stamp, batch, *record.report)
        id_ = run(f"INSERT INTO report VALUES (NULL, {_marks(len(row))})", row).lastrowid
        for table, rows in (("part", record.parts), ("item", record.items), ("finding", record.findings)):
            self.connection.executemany(
                f"INSERT OR REPLACE INTO {table} VALUES (?, {_marks(_COLUMNS[table])})", [(id_, *row) for row in rows]
            )
        run("INSERT INTO packed VALUES (?, ?, ?, ?, ?)",
            (id_, record.result, record.keys, record.lengths, record.clauses))  # fmt: skip

    def rows(self, query: str, values: Iterable[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one by one."""
        yield from self.connection.execute(query, tuple(values))

    def row(self, query: str, values: Iterable[object] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, None when there is none."""
        found: tuple[Any, ...] | None = self.connection.execute(query, tuple(values)).fetchone()
        return found

    def number(self, query: str, values: Iterable[object] = ()) -> int:
        """What a query counts, 0 when it has no row."""
        row = self.row(query, values)
        return int(row[0]) if row else 0

    def ids(self, batches: tuple[str, ...] = (CURRENT, PREVIOUS)) -> list[int]:
        """The reports' ids: last year's first, each batch in the order of names."""
        found = [
            [id_ for (id_,) in self.rows("SELECT id FROM report WHERE batch = ? ORDER BY path", (batch,))]
            for batch in (PREVIOUS, CURRENT)
            if batch in batches
        ]
        return [id_ for some in found for id_ in some]

    def keys(self, ids: list[int]) -> Iterator[tuple[int, Keys]]:
        """The number of each report in `ids`, and its keys."""
        for number, id_ in enumerate(ids):
            row = self.connection.execute("SELECT keys, lengths FROM packed WHERE report = ?", (id_,)).fetchone()
            yield number, unpacked_keys(*row)

    def print_of(self, id_: int) -> Fingerprint:
        return unpacked_print(self._packed("clauses", id_))

    def result(self, id_: int) -> CheckResult:
        """The result as it was judged by itself, without what the batch brought."""
        return unpacked_result(self._packed("result", id_))

    def _packed(self, column: str, id_: int) -> bytes:
        row = self.connection.execute(f"SELECT {column} FROM packed WHERE report = ?", (id_,)).fetchone()
        return bytes(row[0])


def _marks(count: int) -> str:
    return ", ".join("?" * count)
