"""A limit on the time that one file may take, where the system has an alarm clock."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooLong(BaseException):
    """Not an Exception: the border around a rule must not take it for the rule's own failure."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TooLong inside after `seconds`. Without SIGALRM (Windows), or in another thread, there is no limit."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
