"""Stores of shards → one store, as if one machine had done it all."""

from pathlib import Path

from checker.audit.run import copy_report
from checker.audit.store import Store
from checker.errors import OptionError


def stores_in(paths: tuple[str, ...]) -> tuple[Path, ...]:
    """The stores that files and folders name, sorted. Raises OptionError for a path without one."""
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        some = sorted(path.glob("*.sqlite")) if path.is_dir() else [path] if path.is_file() else []
        if not some:
            raise OptionError(f"{given}: 没有分片的结果（*.sqlite）")
        found |= dict.fromkeys(some)
    return tuple(found)


def merge(store: Store, parts: tuple[Path, ...]) -> int:
    """Takes over the reports of all parts; gives how many reports no part has judged yet. Commits.

    Raises OptionError when the parts were judged by different versions, templates or options.
    """
    digests: dict[str, Path] = {}
    for part in parts:
        with Store(part) as shard:
            digests.setdefault(shard.get("digest"), part)
            if len(digests) > 1:
                raise OptionError(f"{part}: 与{next(iter(digests.values()))}的程序版本、模板或选项不同，不能合并")
            _take(store, shard)
    return store.number("SELECT count(*) FROM entry WHERE name NOT IN (SELECT path FROM report)")


def _take(store: Store, shard: Store) -> None:
    store.set("digest", shard.get("digest"))
    store.set("as_of", shard.get("as_of"))
    store.connection.executemany(
        "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", shard.rows("SELECT * FROM entry")
    )
    for name, batch in list(shard.rows("SELECT path, batch FROM report ORDER BY batch, path")):
        copy_report(store, shard, name, name, batch)
    store.commit()
