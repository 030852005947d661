"""Results of an audit at an address that fsspec knows (s3://桶/汇总): made in a folder here, then copied there."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checker.audit.entries import file_system
from checker.audit.store import NAME
from checker.errors import OptionError

_JOURNALS = ("-wal", "-shm", "-journal")  # of the store, which is closed and needs none


@contextmanager
def workplace(given: str, home: Path, told: Callable[[str], None]) -> Iterator[Path]:
    """The folder in which an audit leaves its results; it is made when it is not there.

    For an address that is a folder under `home`, always the same one, so that an interrupted audit goes on; a store
    that another machine left at the address comes first. Raises OptionError when the folder or address can't be used.
    """
    if "://" not in given:
        yield _made(Path(given))
        return
    system, root = file_system(given)
    folder = _made(home / "audits" / hashlib.sha256(given.encode("utf-8")).hexdigest()[:16])
    with _trouble(given):
        if not (folder / NAME).exists() and system.exists(f"{root}/{NAME}"):
            system.get_file(f"{root}/{NAME}", str(folder / NAME))
    yield folder
    with _trouble(given):
        count = sum(1 for path in sorted(folder.rglob("*")) if _copy(system, root, folder, path))
    told(f"结果已写到 {given}（{count}个文件）")


def _copy(system: Any, root: str, folder: Path, path: Path) -> bool:
    if not path.is_file() or path.name.endswith(_JOURNALS):
        return False
    there = f"{root}/{path.relative_to(folder).as_posix()}"
    system.makedirs(there.rpartition("/")[0], exist_ok=True)
    system.put_file(str(path), there)
    return True


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionError(f"{folder}: 这个文件夹建不了（{error.strerror or error}）") from None
    return folder


@contextmanager
def _trouble(address: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, ImportError, NotImplementedError) as error:
        raise OptionError(f"{address}: 写不进去（{error}）") from None
