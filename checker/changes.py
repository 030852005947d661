"""Which files of a git repository changed; the only place that runs git."""

import subprocess
from pathlib import Path

from checker.errors import OptionError


def changed_since(reference: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `names` that differ from where the branch left `reference`, or are new and not yet committed.

    Raises OptionError when git, the repository or the reference is not there.
    """
    root = Path(_git("rev-parse", "--show-toplevel").strip())
    base = _git("merge-base", "--", reference, "HEAD").strip()
    listed = _git("diff", "--name-only", "-z", "--diff-filter=d", base, "--") + _git(
        "ls-files", "--others", "--exclude-standard", "-z", "--full-name", root.as_posix()
    )
    changed = {(root / name).resolve() for name in listed.split("\0") if name}
    return tuple(name for name in names if Path(name).resolve() in changed)


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments], capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        raise OptionError("--changed-since 要用 git，本机没有安装") from None
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["git 出错"]
        raise OptionError(f"--changed-since: {reason[0]}")
    return done.stdout
