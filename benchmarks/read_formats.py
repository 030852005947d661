"""How long each reader takes for the same report of some ten pages, and how much that is per thousand characters.

    python benchmarks/read_formats.py

Prints the best of several runs in milliseconds. .doc and .wps are left out: they are LibreOffice's time, as .odt and
.rtf show where it is installed.
"""

import sys
import timeit
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from checker.readers import read
from checker.readers.office import find
from tests.readers.build_report import REPORT
from tests.readers.samples import samples

TITLE, ADDRESSEE, *BODY = REPORT
LONG = (TITLE, ADDRESSEE, *BODY[:-2] * 5, *BODY[-2:])
OFFICE = ("libreoffice.odt", "rich.rtf")


def best(content: bytes, name: str) -> float:
    repeat = 1 if name in OFFICE else 15
    return min(timeit.repeat(lambda: read(content, name), number=1, repeat=repeat)) * 1000


def main() -> None:
    characters = sum(len(part.text) for part in LONG)
    print(f"{characters} characters in {len(LONG)} paragraphs and rows")
    for name, content in samples(LONG).items():
        if name in OFFICE and find() is None:
            print(f"{name:18} LibreOffice is not installed")
            continue
        milliseconds = best(content, name)
        print(
            f"{name:18} {len(content):8} bytes {milliseconds:9.1f} ms {1000 * milliseconds / characters:8.2f} ms/1000"
        )


if __name__ == "__main__":
    main()
