""".doc, .wps, .odt, .rtf → Document, by LibreOffice when it is installed: it makes a .docx, which our own reader reads.

The one reader with effects, marked as such: it runs a program in a temporary folder, for a limited time, with a
profile of its own that runs no macros and reaches no network.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from checker.errors import UnreadableError
from checker.model.document import Document, Note, Source
from checker.readers import docx, recognise_format
from checker.readers.office_checks import refuse_broken

SUFFIXES = (".doc", ".wps", ".odt", ".rtf")

SECONDS = 60  # a conversion takes 1 to 5
_NAMES = ("soffice", "libreoffice")
PLACES = (  # where it stands when it is not on the path
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_CONVERTED = "由 LibreOffice 转换后读取：会自动更新的日期可能已变，段落号按转换后的文件"
_FAILED = "LibreOffice 打不开这个文件（可能已损坏或有密码）；请用 Word 或 WPS 另存为 .docx 再检查"
# macros never run (3 is "very high"), nothing linked is loaded, and a proxy that is not there answers for the network
_SETTINGS = {
    ("Office.Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Office.Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Office.Common/Misc", "FirstRun"): "false",
    ("Inet/Settings", "ooInetProxyType"): "2",
    ("Inet/Settings", "ooInetHTTPProxyName"): "127.0.0.1",
    ("Inet/Settings", "ooInetHTTPProxyPort"): "9",
    ("Inet/Settings", "ooInetHTTPSProxyName"): "127.0.0.1",
    ("Inet/Settings", "ooInetHTTPSProxyPort"): "9",
}


def read(content: bytes, name: str) -> Document:
    """As the .docx reader reads what LibreOffice makes of the file.

    Raises UnreadableError when LibreOffice is not installed, fails or takes too long, and for what need not be tried:
    broken or encrypted files, spreadsheets and slides under a false name.
    """
    kind = recognise_format(content, name)
    refuse_broken(content, kind)
    program = find()
    if program is None:
        raise UnreadableError(
            f"读取 .{kind} 需要 LibreOffice；没有的，请用 Word 或 WPS 另存为“Word 文档（*.docx）”再检查"
        )
    document = docx.read(convert(content, kind, program), name)
    source = Source(name=name, format=kind, sha256=hashlib.sha256(content).hexdigest(), counts="paragraph")
    return replace(document, source=source, notes=(Note(message=_CONVERTED), *document.notes))


def find() -> str | None:
    """The program's path, None when it is not installed."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in PLACES if Path(path).is_file()), None)


def convert(content: bytes, kind: str, program: str, seconds: float = SECONDS) -> bytes:
    """The .docx that `program` makes. Raises UnreadableError when it makes none, or not within `seconds`."""
    with tempfile.TemporaryDirectory(prefix="checker-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        (home / f"report.{kind}").write_bytes(content)
        made = home / "report.docx"
        _run(
            [
                program,
                "--headless",
                "--norestore",
                "--nolockcheck",
                f"-env:UserInstallation={(home / 'profile').as_uri()}",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                folder,
                str(home / f"report.{kind}"),
            ],
            seconds,
        )
        if not made.is_file():
            raise UnreadableError(_FAILED)
        return made.read_bytes()


def _run(command: list[str], seconds: float) -> None:
    """Runs to its end, or ends it with all that it started (on POSIX its own session)."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise UnreadableError("LibreOffice 启动不了；请用 Word 或 WPS 另存为 .docx 再检查") from None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            f"LibreOffice 转换超过{seconds:g}秒，已停止；请用 Word 或 WPS 另存为 .docx 再检查"
        ) from None
    finally:
        if process.poll() is None:
            with contextlib.suppress(OSError):
                if os.name == "posix":
                    os.killpg(process.pid, signal.SIGKILL)
                else:
                    process.kill()
            process.wait()


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, name), value in _SETTINGS.items()
    )
    names = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {names}>{items}</oor:items>\n'
