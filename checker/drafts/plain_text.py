""".txt: the words alone, for those who write elsewhere. UTF-8 with a byte-order mark, as 记事本 likes it."""

from checker.drafts.lines import Line, Look


def draft(lines: tuple[Line, ...]) -> bytes:
    """A blank line between paragraphs, two full-width blanks before those of the body."""
    written = (("" if line.look in (Look.TITLE, Look.ADDRESSEE) else "　　") + line.text for line in lines)
    return ("\r\n\r\n".join(written) + "\r\n").encode("utf-8-sig")
