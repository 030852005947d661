"""The page over plain HTTP: what it answers, what it refuses, and that it writes nothing."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from checker.errors import OptionError
from checker.web import open_page
from checker.web.server import LocalServer
from tests.readers.build_docx import docx, p, r
from tests.reporters.build_page import REPORT

BOUNDARY = "----grenze"
WORD = docx(*(p(r(line)) for line in REPORT.splitlines() if line))


class Answer:
    def __init__(self, address: str, path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> None:
        where = urlsplit(address)
        connection = http.client.HTTPConnection(where.netloc, timeout=60)
        connection.request(method, where.path + path, body or None, headers)
        answer = connection.getresponse()
        self.status, self.headers = answer.status, answer.headers
        self.text = answer.read().decode("utf-8")
        connection.close()


def form(*files: tuple[str, bytes], **fields: str) -> bytes:
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    parts += [
        f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode() + content
        for name, content in files
    ]
    start = f"--{BOUNDARY}\r\n".encode()
    return b"".join(start + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--\r\n".encode()


def send(address: str, body: bytes, accept: str = "application/json", **changed: str) -> Answer:
    where = urlsplit(address)
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Origin": f"http://{where.netloc}",
        "Accept": accept,
    }
    return Answer(address, "check", method="POST", body=body, **(headers | changed))


def test_the_address_is_this_machine_with_a_long_token(server: LocalServer) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{24}/", server.address)


def test_the_first_page_offers_the_shipped_templates(server: LocalServer) -> None:
    answer = Answer(server.address, "")
    assert answer.status == 200
    assert 'value="fazhi-township"' in answer.text
    assert "base/" not in answer.text


def test_every_answer_forbids_scripts_from_elsewhere_and_keeping(server: LocalServer) -> None:
    for path in ("", "static/desk.js", "result/77777"):
        headers = Answer(server.address, path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_without_the_token_there_is_nothing(server: LocalServer) -> None:
    root = server.address.rstrip("/").rpartition("/")[0]
    assert [Answer(root, path).status for path in ("/", "/static/desk.js", "/check", "/result/1")] == [403] * 4


def test_another_host_or_origin_is_refused(server: LocalServer) -> None:
    body = form(("报告.txt", REPORT.encode()), template="")
    assert Answer(server.address, "", Host="evil.example").status == 403
    assert send(server.address, body, Origin="http://evil.example").status == 403
    assert send(server.address, body, Origin="null").status == 403


def test_a_template_that_was_not_offered_is_refused(server: LocalServer) -> None:
    body = form(("报告.txt", REPORT.encode()), template="/etc/passwd.yaml")
    answer = send(server.address, body)
    assert (answer.status, json.loads(answer.text)) == (400, {"error": "没有这个模板"})


def test_the_chosen_template_judges(server: LocalServer) -> None:
    body = form(("报告.txt", REPORT.encode()), template="fazhi-street")
    row = json.loads(send(server.address, body).text)[0]
    page = Answer(server.address, "result/" + row["href"].rpartition("/")[2]).text
    assert "街道" in page
    assert "由使用者指定" in page


def test_a_form_with_several_files_answers_with_all(server: LocalServer) -> None:
    body = form(("甲.txt", REPORT.encode()), ("乙.docx", WORD), ("丙.pdf", b"%PDF-"), template="")
    rows = json.loads(send(server.address, body).text)
    assert [row["name"] for row in rows] == ["甲.txt", "乙.docx", "丙.pdf"]
    assert [row["status"] for row in rows][2] == "not_checked"
    assert rows[0]["score"] == rows[1]["score"]


def test_a_name_is_only_ever_a_name(server: LocalServer) -> None:
    body = form(("../../etc/passwd.txt", REPORT.encode()), ("C:\\\\报告\\\\乙.txt", REPORT.encode()), template="")
    assert [row["name"] for row in json.loads(send(server.address, body).text)] == ["passwd.txt", "乙.txt"]


def test_nothing_sent_is_said_in_one_sentence(server: LocalServer) -> None:
    assert "没有收到文件或文字" in send(server.address, form(template=""), accept="text/html").text
    assert send(server.address, form(template="")).status == 400


def test_what_is_too_large_is_refused_before_it_is_read(server: LocalServer) -> None:
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=30) as line:
        head = f"POST {where.path}check HTTP/1.1\r\nHost: {where.netloc}\r\nOrigin: http://{where.netloc}\r\n"
        line.sendall(f"{head}Content-Length: {10**12}\r\n\r\n".encode())
        assert b" 413 " in line.recv(200)


def test_the_saved_page_has_the_name_of_the_report(server: LocalServer) -> None:
    row = json.loads(send(server.address, form(("白石镇.txt", REPORT.encode()), template="")).text)[0]
    answer = Answer(server.address, f"result/{row['href'].rpartition('/')[2]}/page")
    assert answer.headers["Content-Disposition"].endswith(
        "%E7%99%BD%E7%9F%B3%E9%95%87.txt.%E6%A3%80%E6%9F%A5%E7%BB%93%E6%9E%9C.html"
    )
    assert 'class="banner"' not in answer.text


def test_forgetting_leaves_nothing(server: LocalServer) -> None:
    row = json.loads(send(server.address, form(("报告.txt", REPORT.encode()), template="")).text)[0]
    Answer(server.address, "forget", method="POST", Origin=server.address.rpartition("/")[0].rpartition("/")[0])
    assert Answer(server.address, "result/" + row["href"].rpartition("/")[2]).status == 404


def test_a_taken_port_is_said_in_one_sentence(server: LocalServer) -> None:
    from datetime import date

    from checker.settings import Settings

    with pytest.raises(OptionError, match="端口不能用"):
        open_page(Settings(as_of=date(2026, 3, 1)), urlsplit(server.address).port or 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有文件大小上限")
def test_a_large_file_is_judged_where_no_byte_may_be_written_to_any_file() -> None:
    import resource

    def no_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    picture = os.urandom(6_000_000)
    large = docx(*(p(r(line)) for line in REPORT.splitlines() if line), members={"word/media/image1.png": picture})
    command = [sys.executable, "-B", "-m", "checker", "serve"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=no_files) as page:
        assert page.stderr is not None
        address = page.stderr.readline().decode("utf-8").strip().partition("：")[2]
        rows = json.loads(send(address, form(("大.docx", large), template="", text=REPORT + "。" * 190_000)).text)
        page.terminate()
    assert [row["verdict"] for row in rows] == ["通过", "通过"]
