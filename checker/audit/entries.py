"""What there is to audit: files, folders, archives, buckets; and the content of one of them."""

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.errors import OptionError, UnreadableError
from checker.files import is_report, read, walk
from checker.readers import LIMIT

ARCHIVE = ".zip"
_OTHER_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report to judge. `name` is unique; `stamp` changes when the content does; `member` is the name in an archive.

    A `reason` says why it cannot be opened.
    """

    name: str
    stamp: str
    archive: str = ""
    member: str = ""
    reason: str = ""


def entries(paths: tuple[str, ...]) -> tuple[Entry, ...]:
    """All reports under files, folders, archives and addresses (`s3://…`), sorted by name, each once.

    Raises OptionError for a path that is not there or holds nothing.
    """
    found: dict[str, Entry] = {}
    for given in paths:
        some = list(_under(given))
        if not some:
            kinds = "docx、doc、wps、pdf、html、txt、md、odt、ofd，或装着它们的 zip"
            raise OptionError(f"{given}: 里面没有可检查的报告（{kinds}）")
        found |= {entry.name: entry for entry in some}
    return tuple(found[name] for name in sorted(found))


def content(entry: Entry) -> bytes:
    """The content of a report. Raises UnreadableError in one sentence."""
    if entry.reason:
        raise UnreadableError(entry.reason)
    if entry.member:
        return _member(entry)
    if "://" in entry.name:
        with _remote(entry.name) as file:
            data: bytes = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise UnreadableError(f"文件超过 {LIMIT // 1048576} MB，不像一份报告")
        return data
    return read(entry.name)


def _under(given: str) -> Iterator[Entry]:
    if "://" in given:
        yield from _addresses(given)
        return
    path = Path(given)
    if path.is_dir():
        for file in walk(path, (ARCHIVE, *_OTHER_ARCHIVES)):
            yield from _file(file)
    elif path.is_file():
        yield from _file(path)
    else:
        raise OptionError(f"{given}: 找不到这个文件或文件夹")


def _file(path: Path) -> Iterator[Entry]:
    name = path.as_posix()
    known = path.stat()
    stamp = f"{known.st_size}-{known.st_mtime_ns}"
    if path.suffix.lower() == ARCHIVE:
        yield from _members(name, stamp)
    elif path.suffix.lower() in _OTHER_ARCHIVES:
        yield Entry(name=name, stamp=stamp, reason="这种压缩包打不开，请解压或改存为 zip")
    else:
        yield Entry(name=name, stamp=stamp)


def _members(archive: str, stamp: str) -> Iterator[Entry]:
    try:
        infos = _open(archive, os.getpid()).infolist()
    except (OSError, zipfile.BadZipFile, UnreadableError) as error:
        yield Entry(name=archive, stamp=stamp, reason=f"压缩包打不开：{error}")
        return
    for info in infos:
        if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16):
            continue
        shown = _spelling(info)
        path = Path(shown)
        if path.suffix.lower() in (ARCHIVE, *_OTHER_ARCHIVES):
            reason = "压缩包里又有压缩包，没有打开；请先解压"
            yield Entry(name=f"{archive}/{shown}", stamp=f"{info.CRC}", reason=reason)
        elif is_report(path):
            name = f"{archive}/{shown}"
            yield Entry(name=name, stamp=f"{info.CRC}-{info.file_size}", archive=archive, member=info.filename)


def _spelling(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: Windows writes GB18030 into a field that the format reads as code page 437."""
    name = info.filename
    if not info.flag_bits & 0x800:
        raw = name.encode("cp437", errors="replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/").lstrip("/")


def _member(entry: Entry) -> bytes:
    try:
        archive = _open(entry.archive, os.getpid())
        info = archive.getinfo(entry.member)
        if info.flag_bits & 0x1:
            raise UnreadableError("压缩包有密码，请解压后再查")
        with archive.open(info) as file:
            data = file.read(LIMIT + 1)  # what the archive says of the size need not be true
    except UnreadableError:
        raise
    except (OSError, KeyError, ValueError, NotImplementedError, zipfile.BadZipFile, EOFError) as error:
        raise UnreadableError(f"压缩包里的这个文件读不出来：{error}") from None
    if len(data) > LIMIT:
        raise UnreadableError(f"文件超过 {LIMIT // 1048576} MB，不像一份报告")
    return data


@lru_cache(2)
def _open(archive: str, process: int) -> zipfile.ZipFile:
    """Kept open: workers take neighbours, and a list of ten thousand members is dear to read each time.

    Once per `process`: forked ones share the place in an open file, and would read each other's members.
    """
    return zipfile.ZipFile(_remote(archive).open() if "://" in archive else archive)


def _addresses(given: str) -> Iterator[Entry]:
    """Reports behind an address that fsspec knows: s3://bucket/2023, zip://**::https://…, memory://…"""
    head, chain, tail = given.partition("::")
    system, root = file_system(given)
    try:
        # with details: one request a thousand names, not one a name
        found = system.glob(root, detail=True) if "*" in root else system.find(root, detail=True)
        for name, known in sorted(found.items()):
            path = Path(name)
            mark = known.get("ETag") or known.get("mtime") or known.get("LastModified") or known.get("CRC") or ""
            stamp = f"{known.get('size')}-{mark}"
            address = f"{head.partition('://')[0]}://{name}{chain}{tail}"
            if path.suffix.lower() == ARCHIVE and not chain:
                yield from _members(address, stamp)
            elif is_report(path) and known.get("type") != "directory":
                yield Entry(name=address, stamp=stamp)
    except (OSError, ValueError, ImportError) as error:
        raise OptionError(f"{given}: 打不开（{error}）") from None


def file_system(address: str) -> tuple[Any, str]:
    """The fsspec file system behind an address, and the path in it. Raises OptionError."""
    try:
        system, root = _fsspec().core.url_to_fs(address)
    except (OSError, ValueError, ImportError) as error:
        raise OptionError(f"{address}: 打不开（{error}）") from None
    return system, root


def _remote(address: str) -> Any:
    try:
        return _fsspec().open(address, "rb")
    except (OSError, ValueError, ImportError) as error:
        raise UnreadableError(f"读不出来：{error}") from None


def _fsspec() -> Any:
    try:
        return import_module("fsspec")
    except ImportError:
        raise OptionError('读网络地址需要 fsspec，请安装：pip install "checker[cloud]"') from None
