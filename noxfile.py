"""Tasks: nox -s lint types tests mutate bench generate."""

import nox

nox.options.sessions = ["lint", "types", "tests"]
nox.options.default_venv_backend = "venv"


def _install(session: nox.Session) -> None:
    session.install("-e", ".[all,dev]")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, and the floors of the house."""
    _install(session)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    _install(session)
    session.run("mypy")


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    _install(session)
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def mutate(session: nox.Session) -> None:
    """A clean report, spoilt in one way at a time."""
    _install(session)
    session.run("pytest", "-n", "auto", "tests/test_mutants.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Ratios, side by side; never part of the tests."""
    _install(session)
    for script in session.posargs or ("benchmarks/check.py", "benchmarks/read_docx.py"):
        session.run("python", script)
