"""The same audit on a dask cluster: batches of reports go out, records come back, the driver keeps the store."""

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from checker.audit.entries import Entry
from checker.audit.record import Record, lost, record
from checker.errors import OptionError
from checker.settings import Settings

AHEAD = 3  # tasks in hand for each thread of the cluster


def on_cluster(todo: list[Entry], settings: Settings, address: str, batch: int) -> Iterator[tuple[str, Record]]:
    """Names and records, in whatever order they come, `batch` reports a task.

    A batch whose workers died again and again is done one by one; a report that kills its worker by itself is recorded
    as not checked. Raises OptionError without the cluster.
    """
    client = _client(address)
    try:
        yield from _through(client, [todo[i : i + batch] for i in range(0, len(todo), batch)], settings)
    finally:
        client.close()


def _through(client: Any, batches: list[list[Entry]], settings: Settings) -> Iterator[tuple[str, Record]]:
    distributed: Any = import_module("distributed")
    threads = max(1, sum(client.nthreads().values()))
    rest = iter(batches)
    waiting = distributed.as_completed(loop=client.loop)
    held: dict[str, list[Entry]] = {}

    def submit(batch: list[Entry]) -> None:
        future = client.submit(_judge, batch, settings, pure=False)
        held[future.key] = batch
        waiting.add(future)

    for batch in islice(rest, threads * AHEAD):
        submit(batch)
    for future in waiting:
        batch = held.pop(future.key)
        if future.status == "finished":
            yield from zip((entry.name for entry in batch), future.result(), strict=True)
        elif len(batch) > 1:
            for entry in batch:
                submit([entry])
        else:
            yield batch[0].name, lost(batch[0])
        following = next(rest, None)
        if following is not None:
            submit(following)


def _judge(batch: list[Entry], settings: Settings) -> list[Record]:
    return [record(entry, settings) for entry in batch]


def _client(address: str) -> Any:
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise OptionError('在集群上运行需要 dask.distributed，请安装：pip install "checker[cluster]"') from None
    try:
        return distributed.Client(address, timeout="5s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise OptionError(f"--cluster {address}: 连不上（{error}）") from None
