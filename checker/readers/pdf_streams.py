"""A look at the compressed streams of a PDF before the library opens it: the library has no limits of its own."""

import base64
import re
import zlib

from checker.errors import UnreadableError

TOTAL_LIMIT = 256 * 1024 * 1024  # bytes of all streams unpacked; the fonts of a Chinese report take some 20 MB
TEXT_LIMIT = 4 * 1024 * 1024  # bytes of one stream that is no picture and no font; a page of text takes some 20 kB
RATIO_LIMIT = 300  # unpacked to packed, of streams that are over 1 MB and no picture
_STEP = 1024 * 1024

_STREAM = re.compile(rb"stream\r?\n")  # ISO 32000-1, 7.3.8.1
_PICTURE = re.compile(rb"/Image\b|/Length1\b|/(?:CIDFontType0C|Type1C|OpenType|ICCBased|Metadata)\b")
_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
TOO_BIG = "PDF 展开后异常庞大，不像一份报告；请重新导出，或提供 Word 文件"


def refuse_bombs(content: bytes) -> None:
    """Raises UnreadableError for streams that unpack to far more than a report has (ISO 32000-1, 7.4.4)."""
    if _TWICE.search(content):
        raise UnreadableError(TOO_BIG)
    total = 0
    for stream in _STREAM.finditer(content):
        head = content[max(0, stream.start() - 600) : stream.start()].rpartition(b"obj")[2]
        packed = memoryview(content)[stream.end() :]
        if _LETTERS.search(head):
            packed = memoryview(_from_letters(content, stream.end()))
        # the first byte of a zlib stream, with any window: 08 to 78
        if len(packed) and packed[0] & 0x0F == 8:
            total += _size(packed, picture=_PICTURE.search(head) is not None)
            if total > TOTAL_LIMIT:
                raise UnreadableError(TOO_BIG)


def _from_letters(content: bytes, start: int) -> bytes:
    """Bytes written as letters (7.4.3); empty when they are none."""
    end = content.find(b"~>", start)
    try:
        return base64.a85decode(content[start : end if end >= 0 else len(content)])
    except ValueError:
        return b""


def _size(packed: memoryview, *, picture: bool) -> int:
    """Bytes of the stream when unpacked, without keeping them."""
    unpacker = zlib.decompressobj()
    size = used = 0
    while not unpacker.eof and (used < len(packed) or unpacker.unconsumed_tail):
        piece = unpacker.unconsumed_tail or packed[used : used + _STEP]
        if not unpacker.unconsumed_tail:
            used += len(piece)
        try:
            size += len(unpacker.decompress(piece, _STEP))
        except zlib.error:
            break  # a stream that is not compressed, or broken: the library will see
        consumed = used - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)
        if size > TOTAL_LIMIT or (
            not picture and size > _STEP and (size > TEXT_LIMIT or size > RATIO_LIMIT * max(consumed, 1))
        ):
            raise UnreadableError(TOO_BIG)
    return size
