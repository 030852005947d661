"""What a form sends, taken apart in memory."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO

from flask import Request

LARGEST_FILE = 64 * 1024 * 1024  # bytes, as for every reader
LARGEST_REQUEST = 2 * LARGEST_FILE
LONGEST_TEXT = 4 * 1024 * 1024  # bytes of pasted text
LONGEST_NAME = 120  # characters of a file's name
MOST_PARTS = 2000  # of one form


class MemoryRequest(Request):
    """werkzeug puts uploads above 500 kB into a temporary file; here they stay in memory."""

    max_form_memory_size = LONGEST_TEXT
    max_form_parts = MOST_PARTS

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def sent(request: Request, pasted: str) -> Iterator[tuple[bytes, str]]:
    """Content and name of every file of the form, then of the pasted text, which is called `pasted`."""
    for upload in request.files.getlist("file"):
        if upload.filename:  # an empty file field comes as a part without a name
            yield upload.read(), _name(upload.filename)
    text = request.form.get("text", "")
    if text.strip():
        yield text.encode("utf-8"), pasted


def _name(given: str) -> str:
    """The last part of the name without control characters: a name is shown, and never opened."""
    name = PureWindowsPath(PurePosixPath(given).name).name or given
    shown = "".join(char for char in name if char.isprintable()).strip()
    stem, dot, suffix = shown.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{suffix[:10]}" if stem else shown[:LONGEST_NAME] or "未命名"
