"""What the double-click program does: opens the page; with arguments it is the command line."""

import multiprocessing
import sys

from checker.cli import run

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a worker of the page starts this very program again
    sys.exit(run(sys.argv[1:] or ["serve", "--open"]))
