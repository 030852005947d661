"""What a worker survives, and what becomes of one that does not."""

import os
import time
from collections.abc import Iterator

import pytest

from checker.errors import CheckerError
from checker.web.worker import WorkerFailedError, WorkerLostError, Workers


def die() -> None:
    os._exit(3)


def hang() -> None:
    time.sleep(60)


def refuse() -> None:
    raise CheckerError("模板写错了")


def break_down() -> None:
    raise ValueError("坏了")


def swallow() -> int:
    return len(bytearray(16 * 1024**3))


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1)
    yield made
    made.close()


def test_a_task_gives_its_value(workers: Workers) -> None:
    assert workers.call(divmod, 17, 5, seconds=30) == (3, 2)


def test_one_that_dies_is_replaced(workers: Workers) -> None:
    with pytest.raises(WorkerLostError) as lost:
        workers.call(die, seconds=30)
    assert not lost.value.late
    assert workers.call(divmod, 17, 5, seconds=30) == (3, 2)


def test_one_that_hangs_is_ended_and_replaced(workers: Workers) -> None:
    with pytest.raises(WorkerLostError) as lost:
        workers.call(hang, seconds=0.2)
    assert lost.value.late
    assert workers.call(divmod, 17, 5, seconds=30) == (3, 2)


def test_an_error_of_the_users_files_keeps_its_words(workers: Workers) -> None:
    with pytest.raises(CheckerError, match="模板写错了"):
        workers.call(refuse, seconds=30)


def test_a_bug_is_named(workers: Workers) -> None:
    with pytest.raises(WorkerFailedError, match="ValueError: 坏了"):
        workers.call(break_down, seconds=30)


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有进程内存上限")
def test_one_that_eats_memory_is_stopped_before_the_machine_suffers(workers: Workers) -> None:
    with pytest.raises(WorkerFailedError, match="MemoryError"):
        workers.call(swallow, seconds=30)
