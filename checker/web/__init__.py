"""The clerk's page on this machine: files in, the report page out; nothing is kept on disk, nothing leaves."""

from importlib import import_module
from typing import Protocol, cast

from checker.errors import OptionError
from checker.settings import Settings


class Server(Protocol):
    """A page that is open. `address` holds the token; `run` returns after `close`, called from anywhere."""

    address: str

    def run(self) -> None: ...
    def close(self) -> None: ...


def open_page(settings: Settings, port: int = 0) -> Server:
    """A server on 127.0.0.1 (port 0: any free one), not yet running.

    Raises OptionError when the port is taken or flask and waitress are not installed.
    """
    try:
        server = import_module("checker.web.server")
    except ImportError as error:
        if error.name not in ("flask", "waitress", "werkzeug"):
            raise
        raise OptionError('本机网页要用 flask 和 waitress；请先安装：pip install "checker[web]"') from None
    return cast(Server, server.LocalServer(settings, port))
