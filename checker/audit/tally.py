"""What pairs of reports share, added up on disk: a province has millions of pairs that share a clause or two."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.engine.similarity import Shared


class DiskTally:
    """A tally in a temporary SQLite file. Use as a context manager."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="checker-")
        self._connection = sqlite3.connect(Path(self._folder.name) / "pairs.sqlite", isolation_level=None)
        run = self._connection.execute
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        run("PRAGMA cache_size = -1000")
        columns = "a INTEGER, b INTEGER, clauses INTEGER, length INTEGER, PRIMARY KEY (a, b)"
        run(f"CREATE TABLE pair ({columns}) WITHOUT ROWID")

    def __enter__(self) -> "DiskTally":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._folder.cleanup()

    def add(self, shared: Shared) -> None:
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT INTO pair VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " clauses = clauses + excluded.clauses, length = length + excluded.length",
            ((a, b, clauses, length) for (a, b), (clauses, length) in sorted(shared.items())),
        )
        self._connection.execute("COMMIT")

    def sums(self) -> Iterator[tuple[tuple[int, int], Sequence[int]]]:
        for a, b, clauses, length in self._connection.execute("SELECT * FROM pair ORDER BY a, b"):
            yield (a, b), (clauses, length)
