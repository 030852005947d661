"""A page that is open, and a browser to look at it."""

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.settings import Settings
from checker.web.server import LocalServer
from tests.web.watching import Watched

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    folder = tmp_path_factory.mktemp("templates")
    opened = LocalServer(Settings(as_of=date(2026, 3, 1), cache=folder))
    thread = threading.Thread(target=opened.run, daemon=True)
    thread.start()
    yield opened
    opened.close()
    thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium: `apt-get install chromium`, `pip install playwright`; nothing else is downloaded."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright")
    if CHROMIUM is None:
        pytest.skip("没有安装 Chromium（apt-get install chromium）")
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def watched(chromium: Any, server: LocalServer, tmp_path: Path) -> Iterator[Watched]:
    """The first page in a fresh browser; afterwards the console must be silent and no request have gone elsewhere."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN", accept_downloads=True)
    page = context.new_page()
    seen = Watched(page=page, home=server.address)
    page.goto(server.address)
    yield seen
    context.close()
    assert seen.complaints == []
    assert seen.elsewhere == []
