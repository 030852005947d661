"""The pictures of docs/pictures: `python -m tests.web.pictures` takes them again."""

import shutil
import threading
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from checker.settings import Settings
from checker.web.server import LocalServer
from tests.readers.build_docx import docx, p, r
from tests.reporters.build_page import REPORT

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
FAULTY = (
    REPORT.replace("县委、县政府：\n\n", "")
    .replace("接待咨询426人次", "接待咨询426人次（联系电话13800138000）")
    .replace("（二）执法行为更加严格", "（三）执法行为更加严格")
    .replace("成功率97%", "成功率99%")
    .replace("培训4次，", "培训4次,")
)
WITHOUT_PLAN = REPORT[: REPORT.index("四、")] + REPORT[REPORT.rindex("清源县") :]
FILES = {
    "白石镇.docx": FAULTY,
    "青溪镇.docx": REPORT.replace("白石", "青溪"),
    "柳湾镇.docx": WITHOUT_PLAN.replace("白石", "柳湾"),
}


def take(browser: Any, address: str, width: int) -> None:
    """First page, many files, a result from the top, and a finding's words, at one width."""
    page = browser.new_page(viewport={"width": width, "height": 900}, locale="zh-CN")
    page.goto(address)
    page.screenshot(path=FOLDER / f"first-{width}.png")
    files = [{"name": name, "mimeType": "", "buffer": _word(text)} for name, text in FILES.items()]
    page.set_input_files("#file", files)
    page.click("#form button")
    page.wait_for_selector("#said:has-text('查完')")
    page.screenshot(path=FOLDER / f"many-{width}.png")
    page.click("#rows a >> nth=0")
    page.wait_for_url("**/result/*")
    page.screenshot(path=FOLDER / f"result-{width}.png")
    page.click(".finding.error .see >> nth=0")
    page.screenshot(path=FOLDER / f"marks-{width}.png")
    page.goto(address)
    page.click("text=清除全部结果")
    page.close()


def _word(text: str) -> bytes:
    return docx(*(p(r(line)) for line in text.splitlines() if line))


def main() -> None:
    server = LocalServer(Settings(as_of=date(2026, 3, 1)))
    threading.Thread(target=server.run, daemon=True).start()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--lang=zh-CN"], env={"LANGUAGE": "zh_CN"}
        )
        for width in (1280, 390):
            take(browser, server.address, width)
        browser.close()
    server.close()


if __name__ == "__main__":
    main()
