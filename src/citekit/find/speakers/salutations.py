"""Salutations of letters: a paragraph that greets whom the letter is to, who is "you" in it and
no "he" or "she": "Dear Madam,", „Sehr geehrter Herr Roth!“, « Mon cher Gustave, »."""

from __future__ import annotations

import re

#: No salutation is longer (code points).
_LONGEST = 90
_SALUTATION = re.compile(
    r"\s*(?:(?:[Mm]y (?:very |most )?)?[Dd]ear(?:est)?\b|(?:[Rr]everend )?(?:Sir|Madam)\b"
    r"|(?:[Mm]ein(?:e|er|en)? )?(?:(?:[Ss]ehr|[Hh]och|[Ii]nnigst) ?)?"
    r"(?:[Ll]ieb|[Tt]euer|[Tt]eur|[Ww]ert|[Gg]eehrt|[Gg]eschätzt|[Vv]erehrt|[Gg]eliebt)"
    r"(?:st|est)?(?:e[rs]?)?\b"
    r"|(?:[Mm]on |[Mm]a |[Mm]es |[Bb]ien )*(?:(?:très|bien) )?[Cc]h(?:er|ère)s?\b"
    r"|(?:Monsieur|Madame|Mademoiselle|Messieurs)\b)"
    r"[^.?;\n“”„«»\"]*[,!:—–]\s*"
)


def is_salutation(text: str, start: int, end: int) -> bool:
    """Whether the paragraph ``start`` to ``end`` greets whom a letter is to."""
    return end - start < _LONGEST and _SALUTATION.fullmatch(text, start, end) is not None
