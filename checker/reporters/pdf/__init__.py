"""The printed sheet: A4, one report after the other, for the file and for the signature. Needs typst (`[print]`)."""

from checker.model.result import Batch
from checker.reporters.pdf.sheet import sheet
from checker.reporters.pdf.typesetting import typeset

NAME = "pdf"
SUFFIX = ".pdf"


def render(batch: Batch) -> bytes:
    """All reports of the batch, each on pages of its own; fonts embedded, no date of printing, so that the same batch
    gives the same bytes. Raises OptionError without typst or without a Chinese font."""
    return typeset("sheet.typ", {"version": batch.version, "sheets": [sheet(report) for report in batch.reports]})
