"""The store's tables as Parquet files, for questions about a province. Needs duckdb (`[analytics]`)."""

import csv
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.audit.store import Store
from checker.errors import OptionError

FOLDER = "数据"
TABLES = ("report", "part", "item", "finding", "pair")
_TYPES = {"INTEGER": "BIGINT", "REAL": "DOUBLE", "TEXT": "VARCHAR"}
_NULL = "\\N"  # what stands for NULL on the way; an empty text stays one


def write_parquet(folder: Path, store: Store) -> Iterator[str]:
    """Writes one Parquet file a table and gives their names. Raises OptionError without duckdb.

    Rows go through a CSV file: DuckDB's own reader of SQLite is downloaded at run time, which fails without a network.
    """
    try:
        duckdb: Any = import_module("duckdb")
    except ImportError:
        raise OptionError('写 Parquet 需要 duckdb，请安装：pip install "checker[analytics]"') from None
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection, tempfile.TemporaryDirectory(prefix="checker-") as temporary:
        connection.execute("SET memory_limit = '512MB'")
        for table in TABLES:
            plain = Path(temporary) / f"{table}.csv"
            types = {row[1]: _TYPES[row[2]] for row in store.rows(f"PRAGMA table_info({table})")}
            _write_csv(plain, store, table)
            name = f"{FOLDER}/{table}.parquet"
            listed = ", ".join(f"'{column}': '{kind}'" for column, kind in types.items())
            connection.execute(
                f"COPY (SELECT * FROM read_csv({_quoted(plain)}, header = false, columns = {{{listed}}}, "
                f"nullstr = '{_NULL}', delim = ',', quote = '\"', escape = '\"', auto_detect = false, "
                f"max_line_size = 16777216, parallel = false)) TO {_quoted(folder / name)} (FORMAT parquet)"
            )
            yield name


def _write_csv(path: Path, store: Store, table: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = store.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
        csv.writer(file).writerows([_NULL if cell is None else cell for cell in row] for row in rows)


def _quoted(path: Path) -> str:
    return "'" + path.as_posix().replace("'", "''") + "'"
