"""Titles of the catalogue, hidden from whoever looks for names.

In "In Salt Roads Ada Marsh walks on" neither Salt nor "Salt Roads Ada Marsh" is anybody.
Where a title may be somebody or the subject of a clause ("Mrs Dalloway said") it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Printed, Span
from citekit.find.worktitles import lower

#: In place of each letter of a hidden title: a letter that has no capital.
_HIDDEN = "ˣ"
#: What stands before a title, and before nobody: whose it is, "in", a sign of emphasis.
_BEFORE = re.compile(
    r"(?:\w['’]s?\s|\b[^\W\d_a-zß-ÿœ]\w+s\s|\b(?:[Ii]n|[Dd]ans)\s(?:(?:de[rmn]|l[ae]s?|the)\s|l['’])?|[*_{>])[*_{]?\Z"
)
#: So much of the text is looked at for that.
_NEAR = 40
#: What stands behind a title: its year, who wrote it.
_BEHIND = re.compile(r"[*_}]?(?:\s\((?:\D{1,40}\s)?\d{4}\)|,?\s(?:by|von|de|par)\s[^\W\d_a-zß-ÿœ])")
_LETTER = re.compile(r"\w")


def titled(text: str, catalogue: Catalogue, printed: Printed) -> list[Span]:
    """Where in ``text`` whole titles stand, in order, that cannot be anybody; ``printed``
    is what :meth:`citekit.find.works.Catalogue.printed` finds in it."""
    if not printed.titles:
        return []
    hits = catalogue.title_hits(text, lower(printed.typed), printed, ())
    return [
        (hit.start, hit.end)
        for hit in hits
        if not hit.partial
        and (
            _BEFORE.search(text, max(0, hit.start - _NEAR), hit.start)
            or _BEHIND.match(text, hit.end)
        )
    ]


def hidden(text: str, titles: Sequence[Span]) -> str:
    """``text`` with other letters for those of the titles; positions stay."""
    pieces: list[str] = []
    at = 0
    for start, end in titles:
        pieces += (text[at:start], _LETTER.sub(_HIDDEN, text[start:end]))
        at = end
    return "".join((*pieces, text[at:])) if pieces else text


def shown(
    text: str, titles: Sequence[Span], quotations: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """The quotations with the titles in their cues and speakers as they are printed in
    ``text``; none whose speaker is a piece of a title."""
    for one in quotations:
        if _HIDDEN in one.cue and one.attribution is not None:
            one = one._replace(cue=" ".join(text[slice(*one.attribution)].split()))
        speaker = one.speaker
        if _HIDDEN in speaker:
            for start, end in titles:
                words = " ".join(text[start:end].split())
                speaker = speaker.replace(_LETTER.sub(_HIDDEN, words), words)
            if _HIDDEN in speaker:
                continue
            reasons = tuple(reason.replace(one.speaker, speaker) for reason in one.reasons)
            one = one._replace(speaker=speaker, reasons=reasons)
        yield one
