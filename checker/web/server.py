"""The socket, the token and the loop; what the pages say is in `desk`."""

import logging
import os
import secrets
import socket
from contextlib import suppress

from waitress.server import create_server

from checker.errors import OptionError
from checker.settings import Settings
from checker.web.desk import Desk
from checker.web.pages import create_app
from checker.web.uploads import LARGEST_REQUEST
from checker.web.worker import Workers

HOST = "127.0.0.1"
PROCESSES = 2  # as many files as are judged at the same time
THREADS = 6


class LocalServer:
    """The page of one person on one machine. Raises OptionError when the port is taken."""

    def __init__(self, settings: Settings, port: int = 0) -> None:
        self._socket = _listen(port)
        self._workers = Workers(min(PROCESSES, os.cpu_count() or 1))
        token = secrets.token_urlsafe(18)
        bound = self._socket.getsockname()[1]
        self.address = f"http://{HOST}:{bound}/{token}/"
        logging.getLogger("waitress").setLevel(logging.ERROR)
        self._server = create_server(
            create_app(Desk(settings, self._workers), token=token, port=bound),
            sockets=[self._socket],
            threads=THREADS,
            ident="checker",
            max_request_body_size=LARGEST_REQUEST + 1024 * 1024,
            # waitress puts what is larger than these into files; reports must not touch the disk
            inbuf_overflow=2 * LARGEST_REQUEST,
            outbuf_overflow=1024 * LARGEST_REQUEST,
        )

    def run(self) -> None:
        """Serves until `close` or Ctrl-C."""
        with suppress(OSError):  # the select() of a loop whose socket `close` has just taken away
            self._server.run()

    def close(self) -> None:
        self._server.close()
        self._workers.close()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError):
        listening.close()
        raise OptionError(f"--port {port}: 端口不能用（可能已被占用）；换一个，或不写由程序选") from None
    return listening
