"""What has been judged since the page was opened, in memory only."""

import threading
from dataclasses import dataclass

from checker.settings import Settings
from checker.web.tasks import Judged

ROOM = 512 * 1024 * 1024  # bytes of uploaded files; the oldest ones go first
MOST = 5000  # results


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One judged file: `number` is its place in the session, from 1; `content` what was uploaded."""

    number: int
    name: str
    content: bytes
    settings: Settings
    judged: Judged


class Store:
    """Shared by the threads of the page."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[int, Kept] = {}
        self._size = 0
        self._last = 0

    def next_number(self) -> int:
        """A number that no other file of this session has."""
        with self._lock:
            self._last += 1
            return self._last

    def keep(self, kept: Kept) -> None:
        """Keeps a result; the oldest ones make room for it."""
        with self._lock:
            self._kept[kept.number] = kept
            self._size += len(kept.content)
            while len(self._kept) > 1 and (self._size > ROOM or len(self._kept) > MOST):
                self._size -= len(self._kept.pop(min(self._kept)).content)

    def get(self, number: int) -> Kept | None:
        with self._lock:
            return self._kept.get(number)

    def all(self) -> tuple[Kept, ...]:
        """Everything kept, in the order of arrival."""
        with self._lock:
            return tuple(self._kept[number] for number in sorted(self._kept))

    def forget(self) -> None:
        """Nothing is kept any more; numbers go on, so that an old address never shows another file."""
        with self._lock:
            self._kept.clear()
            self._size = 0
