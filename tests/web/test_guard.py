"""Who is refused, and in which words."""

import pytest

from checker.web.guard import refusal

GOOD = {
    "method": "POST",
    "path": "/secret/check",
    "host": "127.0.0.1:8000",
    "origin": "http://127.0.0.1:8000",
    "site": "same-origin",
    "port": 8000,
    "token": "secret",
}


def _refusal(**changed: object) -> str:
    return refusal(**{**GOOD, **changed})  # type: ignore[arg-type]


def test_the_page_itself_may_send() -> None:
    assert _refusal() == ""
    assert _refusal(host="localhost:8000", origin="http://localhost:8000") == ""


def test_an_address_that_was_typed_may_be_opened() -> None:
    assert _refusal(method="GET", path="/secret/", origin="", site="none") == ""


def test_a_browser_without_fetch_metadata_may_read() -> None:
    assert _refusal(method="GET", origin="", site="") == ""


@pytest.mark.parametrize(
    "host", ["", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1.evil.example:8000"]
)
def test_another_host_is_refused(host: str) -> None:
    assert "本机" in _refusal(host=host, origin=f"http://{host}")


@pytest.mark.parametrize("path", ["/", "/check", "/secre/check", "/secret2/", "//secret/", "/密/"])
def test_without_the_token_there_is_nothing(path: str) -> None:
    assert "地址不完整" in _refusal(path=path)


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.example", "https://127.0.0.1:8000", "http://localhost:8000"]
)
def test_another_origin_may_not_send(origin: str) -> None:
    assert "别的网页" in _refusal(origin=origin)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_not_even_read(site: str) -> None:
    assert "别的网页" in _refusal(method="GET", site=site)
