"""The lexicon as recognisers ask it: does this line look like an organ, a title, residue?"""

import re
from dataclasses import dataclass

from checker.model.lexicon import Lexicon
from checker.text.patterns import compiled


@dataclass(frozen=True, slots=True)
class Words:
    lexicon: Lexicon

    def pattern(self, name: str) -> re.Pattern[str]:
        return compiled(self.lexicon.patterns[name])

    def is_(self, name: str, text: str) -> bool:
        """True when the whole text is what the pattern names."""
        return self.pattern(name).fullmatch(text) is not None

    def is_residue(self, text: str) -> bool:
        """True for a line of a web page around the report, with or without the bullet of a list."""
        bullet = self.pattern("bullet").match(text)
        return self.is_("residue", text) or (bullet is not None and self.is_("residue", text[bullet.end() :]))

    def has(self, name: str, text: str) -> bool:
        """True when the pattern is found anywhere in the text."""
        return self.pattern(name).search(text) is not None
