"""A process that judges for the page: what hangs, eats memory or crashes is lost alone."""

import contextlib
import queue
import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from checker.errors import CheckerError

MEMORY = 4 * 1024**3  # bytes of address space, where the system can limit it; LibreOffice alone reserves above 1 GB
PATIENCE = 60.0  # seconds for a new process to be there


class WorkerLostError(Exception):
    """The process was ended for taking too long, or died; `late` tells which."""

    def __init__(self, *, late: bool) -> None:
        self.late = late


class WorkerFailedError(Exception):
    """The task raised something that is no CheckerError: a bug of ours, named in the message."""


class Workers:
    """A fixed number of processes, started when first needed, shared by the threads of the page."""

    def __init__(self, size: int) -> None:
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all = [_Worker() for _ in range(size)]
        for worker in self._all:
            self._idle.put(worker)

    def call(self, task: Callable[..., Any], *arguments: Any, seconds: float) -> Any:
        """What `task(*arguments)` returns; waits for a free process, then at most `seconds`.

        `task` is a function of a module. Raises the task's CheckerError, WorkerLostError, WorkerFailedError.
        """
        worker = self._idle.get()
        try:
            return worker.call(task, arguments, seconds)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        for worker in self._all:
            worker.stop()


class _Worker:
    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def call(self, task: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> Any:
        pipe = self._connected()
        try:
            pipe.send((task, arguments))
            if not pipe.poll(seconds):
                self.stop()
                raise WorkerLostError(late=True)
            outcome, value = pipe.recv()
        except (EOFError, OSError):
            self.stop()
            raise WorkerLostError(late=False) from None
        if outcome == "refused":
            raise CheckerError(value)
        if outcome == "failed":
            raise WorkerFailedError(value)
        return value

    def _connected(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.stop()
        # spawn everywhere: a fork of a process with threads may inherit a lock that nobody will open
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(PATIENCE) or self._pipe.recv() != "ready":
            self.stop()
            raise WorkerLostError(late=True)
        return self._pipe

    def stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(PATIENCE)
        self._pipe = self._process = None


def _work(pipe: Connection) -> None:
    """The life of a process: one task after another, until the page goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the page, which then stops us
    _limit_memory()
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            task, arguments = pipe.recv()
            pipe.send(_outcome(task, arguments))


def _outcome(task: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", task(*arguments)
    except CheckerError as error:
        return "refused", str(error)
    except Exception as error:  # noqa: BLE001 - the border: our bug must be told to the page, not end it
        return "failed", f"{type(error).__name__}: {error}"


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
