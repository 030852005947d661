"""The main part of a .docx seen through a document that was read from it: characters of blocks → pieces of runs."""

from collections.abc import Iterator

from checker.model.document import Document, Span
from checker.ooxml.cuts import Cuts
from checker.ooxml.hiding import hiding_styles
from checker.ooxml.located import Located, Splices, word_prefix
from checker.ooxml.members import Members
from checker.ooxml.names import P
from checker.ooxml.paragraph import Piece, places


class Text:
    """`cuts` and `splices` collect changes; `changed` is the part with all of them."""

    def __init__(self, members: Members) -> None:
        source = members.read(members.main)
        self.part = Located(source)
        self.splices = Splices(self.part)
        self.prefix = word_prefix(self.part, self.splices)
        styles = next(iter(members.targets(members.main, "styles")), None)
        hiding = hiding_styles(source, Located(members.read(styles)).root if styles else None)
        self.cuts = Cuts(self.part, self.splices, self.prefix, hiding)
        self._paragraphs = list(self.part.root.iter(P))

    def pieces(self, document: Document, span: Span) -> Iterator[tuple[Piece, int, int]]:
        """The pieces that hold a span's characters, each with the first and the end of its own that belong to it.

        Rebuilt list numbers and the marks between cells stand in no piece.
        """
        for paragraph, start in places(document.blocks[span.block].anchor):
            for piece in self.cuts.pieces(self._paragraphs[paragraph]):
                at = start + piece.start
                first, end = max(span.start - at, 0), min(span.end - at, len(piece.text))
                if first < end:
                    yield piece, first, end

    def put_point(self, document: Document, span: Span, markup: str) -> None:
        """Before the character at the span's beginning; where there is none, behind the block's last one."""
        words = len(document.blocks[span.block].text)
        after = next(self.pieces(document, Span(block=span.block, start=span.start, end=words)), None)
        if after is not None:
            self.cuts.before(after[0], after[1], markup.encode())
            return
        pieces = list(self.pieces(document, Span(block=span.block, start=0, end=words)))
        if pieces:
            piece, _, end = pieces[-1]
            self.cuts.after(piece, end, markup.encode())
            return
        paragraph = self._paragraphs[places(document.blocks[span.block].anchor)[-1].paragraph]
        self.splices.insert(self.part.extents[paragraph].close, markup.encode())

    def changed(self) -> bytes:
        """The part with all changes; to be called once."""
        self.cuts.apply()
        return self.splices.applied()
