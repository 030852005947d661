"""A browser page whose console and requests are noted."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

AXE = (Path(__file__).parent / "axe.min.js").read_text("utf-8")


class Watched:
    """`page` is Playwright's; `complaints` and `elsewhere` collect what must not happen."""

    def __init__(self, *, page: Any, home: str) -> None:
        self.page = page
        self.home = home
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.context.on("request", self._note)

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _note(self, request: Any) -> None:
        if not request.url.startswith(("data:", f"http://{urlsplit(self.home).netloc}/")):
            self.elsewhere.append(request.url)

    def drop(self, files: dict[str, str]) -> None:
        """Drops text files on the page, as from a folder window."""
        carried = self.page.evaluate_handle(
            """files => {
                const carried = new DataTransfer();
                for (const [name, text] of Object.entries(files)) carried.items.add(new File([text], name));
                return carried;
            }""",
            files,
        )
        self.page.dispatch_event("#drop", "drop", {"dataTransfer": carried})

    def choose(self, files: dict[str, bytes]) -> None:
        """Chooses files in the file dialog."""
        chosen = [{"name": name, "mimeType": "", "buffer": content} for name, content in files.items()]
        self.page.set_input_files("#file", chosen)

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page as it stands: rule, and the first element."""
        self.page.evaluate(AXE)
        found = self.page.evaluate("() => axe.run()")["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

    def in_view(self, selector: str) -> bool:
        """Whether an element lies inside the window."""
        seen: bool = self.page.eval_on_selector(
            selector,
            """node => { const box = node.getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; }""",
        )
        return seen
