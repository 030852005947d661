"""Does a built program work? Starts it, has a report judged, opens the result, ends it. Exit 0 when all went well.

python packaging/smoke.py dist/checker/checker        (Windows: dist\\checker\\checker.exe)
"""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

REPORT = Path(__file__).parents[1] / "examples" / "township" / "01-good.txt"
EDGE = "----smoke"


def main(program: str) -> None:
    """Raises AssertionError, or an error of the network, where something is wrong."""
    page = subprocess.Popen([program, "serve"], stderr=subprocess.PIPE)
    try:
        assert page.stderr is not None
        found = re.search(rb"http://\S+", page.stderr.readline())
        assert found, "没有显示地址"
        address = found[0].decode("ascii")
        rows = json.loads(_send(address, REPORT.read_bytes()))
        assert rows[0]["verdict"] in ("通过", "不通过"), rows
        origin = f"http://{urlsplit(address).netloc}"
        with urllib.request.urlopen(origin + rows[0]["href"], timeout=60) as answer:
            assert b'class="paper"' in answer.read()
    finally:
        page.terminate()
        page.wait(30)
    print(f"{program}: 正常（{rows[0]['verdict']}，{rows[0]['score']}分）")


def _send(address: str, content: bytes) -> bytes:
    start = f'--{EDGE}\r\nContent-Disposition: form-data; name="template"\r\n\r\n\r\n'.encode()
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="report.txt"\r\n\r\n'.encode()
    request = urllib.request.Request(
        f"{address}check",
        start + head + content + f"\r\n--{EDGE}--\r\n".encode(),
        {
            "Accept": "application/json",
            "Content-Type": f"multipart/form-data; boundary={EDGE}",
            "Origin": f"http://{urlsplit(address).netloc}",
        },
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        told: bytes = answer.read()
    return told


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(sys.argv[1])
