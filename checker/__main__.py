"""python -m checker"""

import sys

from checker.cli import run


def main() -> None:
    """The entry point of the installed command."""
    sys.exit(run())


if __name__ == "__main__":
    main()
