"""Titles of chapters and essays in quotation marks, which their text need not have as words.

Chicago Manual of Style 18, 8.164–8.180, and its counterparts: what is part of a larger work
stands in quotation marks.
"""

from __future__ import annotations

import re

#: What has such a title, right before it, with its number.
_PART = re.compile(
    r"\b(?i:chapters?|sections?|essays?|articles?|papers?|lectures?|poems?|columns?|reviews?"
    r"|kapitels?|abschnitte?|aufs(?:atz|ätze)|aufsatze?s|beitrags?|beiträge|artikels?|vortrags?"
    r"|gedichte?s?|chapitres?|essais?|poèmes?|contributions?|conférences?)"
    r"(?:\s+(?:\d{1,3}|[IVXL]{1,6}|[A-Z]))?(?P<apart>[,:])?\s*[\"“”„‟«»‘‚]\s*\Z"
)
#: What the part stands in, right behind its title.
_WHOLE = re.compile(
    r"[\s.,;!?\"“”»«’‘]*(?:\(\s*)?(?:in|In|dans)\s+(?:[*_\[(<\\@]|[^\W\da-z_ß-öø-ÿ])"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE = re.compile(r"[.!;]\s|\.$")
#: Longer words that are not set in capitals in a title.
_SMALL = frozenset(
    """
    about above across after against along among around before behind below beneath between beyond
    during through toward towards under until upon within without
    """.split()
)
#: Characters beside a quotation that are looked at, and how many words a title has at most.
_BESIDE, _MOST_WORDS = 60, 12


def is_title(text: str, start: int, end: int) -> bool:
    """Whether the words in quotation marks at ``start``–``end`` (code points) of a text are
    the title of a part of a work: what stands beside them says so, and their capitals."""
    inner = text[start:end].strip().rstrip(",")
    words = _WORD.findall(inner)
    if not 0 < len(words) <= _MOST_WORDS or not words[0][0].isupper() or _SENTENCE.search(inner):
        return False
    part = _PART.search(text[max(0, start - _BESIDE) : start])
    if part is not None and not part["apart"]:
        return True
    small = [word for word in words if not word[0].isupper()]
    if any(len(word) > 4 and word not in _SMALL for word in small):
        return False
    in_whole = len(words) - len(small) > 1 and _WHOLE.match(text, end) is not None
    return part is not None or in_whole
