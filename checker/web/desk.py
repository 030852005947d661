"""What the page does: judge files, show results, make copies."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker import __version__
from checker.app import not_checked
from checker.model.result import CheckResult
from checker.reporters import html
from checker.settings import Settings
from checker.web.choices import Choice, choices
from checker.web.copies import Copy
from checker.web.store import Kept, Store
from checker.web.tasks import Judged, judge
from checker.web.worker import WorkerFailedError, WorkerLostError, Workers

SPARE = 5.0  # seconds that a worker gets above the time for one file, to give up by itself
COPYING = 120.0  # seconds for a copy


@dataclass(frozen=True, slots=True)
class _Bare:
    """A result without a structure."""

    result: CheckResult
    structure: None = None


@dataclass(slots=True)
class Desk:
    """Settings and workers are fixed when the page is opened; the store is filled while it is open."""

    settings: Settings
    workers: Workers
    store: Store = field(default_factory=Store)
    choices: tuple[Choice, ...] = ()

    def __post_init__(self) -> None:
        self.choices = choices(self.settings)

    def judge(self, content: bytes, name: str, template: str) -> Kept:
        """Judges one file in a worker and keeps it. Raises TemplateErrors for a broken template, and nothing else."""
        number = self.store.next_number()
        settings = replace(self.settings, template=template or self.settings.template)
        try:
            judged = self.workers.call(judge, content, name, settings, number, seconds=settings.seconds + SPARE)
        except WorkerLostError as lost:
            late = f"超过{settings.seconds:g}秒还没有查完，已放弃"
            judged = _lost(content, name, late if lost.late else "检查这个文件时内存不够或程序异常退出", number)
        except WorkerFailedError as failure:
            judged = _lost(content, name, f"程序出错（{failure}）", number)
        kept = Kept(number=number, name=name, content=content, settings=settings, judged=judged)
        self.store.keep(kept)
        return kept

    def copy(self, kept: Kept, copy: Copy) -> bytes:
        """The bytes of a copy. Raises CheckerError, WorkerLostError, WorkerFailedError."""
        made: bytes = self.workers.call(copy.make, kept.content, kept.name, kept.settings, seconds=COPYING)
        return made

    def page(self, shown: tuple[Kept, ...], banner: str = "") -> Iterator[str]:
        """The report page of kept results, in pieces."""
        return html.page(
            __version__,
            [kept.judged.result for kept in shown],
            [kept.judged.sheet for kept in shown],
            numbers=tuple(kept.number for kept in shown),
            banner=banner,
        )


def _lost(content: bytes, name: str, reason: str, number: int) -> Judged:
    result = not_checked(content, name, reason)
    return Judged(result=result, sheet=html.sheet(_Bare(result), number))
