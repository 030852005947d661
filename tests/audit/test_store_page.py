"""docs/store.md names every column of the store, and its example runs."""

import re
from pathlib import Path

from checker.audit.store import Store

PAGE = (Path(__file__).parents[2] / "docs/store.md").read_text("utf-8")


def test_every_column_is_on_the_page(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        columns = {
            (table, column)
            for table in ("report", "part", "item", "finding", "pair")
            for (_, column, *_) in store.rows(f"PRAGMA table_info({table})")
        }
    assert [f"{table}.{column}" for table, column in sorted(columns) if f"`{column}`" not in PAGE] == []


def test_the_example_of_the_page_is_a_query(tmp_path: Path) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    with Store(tmp_path / "s.sqlite") as store:
        assert list(store.rows(query.strip().rstrip(";"))) == []
