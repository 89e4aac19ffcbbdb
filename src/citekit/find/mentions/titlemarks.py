"""The marks around titles: quotation marks, italics, markup."""

from __future__ import annotations

import re

from citekit.find.mentions.reading import Reading, Span
from citekit.find.worktitles import TitleHit, is_content

_OPENING = re.compile(r"(?:[“‘\"'„*_]{1,2}|[«»‹›][ \u00a0\u202f]?)$")
_CLOSING = re.compile(r"[ \u00a0\u202f]?[?!.,]?(?:[”’“‘\"'*_]{1,2}|[ \u00a0\u202f]?[»«›‹])")
MARKS = "“”\"‘’'„«»‹›*_"
MARKUP = re.compile(r"(?:<(?:i|em|cite)>|\\(?:emph|textit|enquote|citetitle)\{)\s?$", re.I)
#: Where a sentence or an item of a list begins.
_BEGUN = re.compile(r"(?:\A|\n[ \t>]*(?:[-*+]|\d{1,3}[.)])?\s?|[.!?:;]\s)\Z")
#: Before a subtitle, and around it.
_BEFORE_SUBTITLE = frozenset(":.,?!–—")
_AROUND_SUBTITLE = " .,:;?!"

_SPACES = (" ", "\u00a0", "\u202f")


def is_marked(reading: Reading, hit: TitleHit) -> bool:
    """Whether quotation marks, italics or markup enclose the title, or its subtitle too."""
    text = reading.text
    if _is_emphasised(reading, hit):
        return True
    before = text[hit.start - 1 : hit.start]
    if (
        before in _SPACES
        and text[hit.start].isupper()
        and text[max(0, hit.start - 2) : hit.start - 1] in ("«", "‹")
    ):
        before = "«"  # « Titre »
    if before and before in MARKS:
        after = text[hit.end : hit.end + 2]
        return any(mark in MARKS for mark in after) or after[:1] in ",:.?!" or before in "*_“„«"
    return MARKUP.search(text, max(0, hit.start - 14), hit.start) is not None


def _is_emphasised(reading: Reading, hit: TitleHit) -> bool:
    """Whether the title, or its subtitle too, is all that stands in italics without signs, and
    has its capitals: any words may be emphasised."""
    end = reading.italic.get(hit.start, 0)
    if end < hit.end:
        return False
    words = reading.text[hit.start : hit.end]
    title = reading.catalogue.entries[hit.form.entry].work.text("title")
    if words not in title and (words[0].islower() or capitals_in(words) < 1):
        return False
    if " " not in words and is_first(reading.text, hit.start):
        return False  # the capital may be that of the sentence
    rest = reading.text[hit.end : end].strip(_AROUND_SUBTITLE)
    return not rest or reading.text[hit.end] in _BEFORE_SUBTITLE


def is_first(text: str, at: int) -> bool:
    """Whether a sentence, or an item of a list, begins at a place."""
    return _BEGUN.search(text, max(0, at - 12), at) is not None


def is_italic(text: str, hit: TitleHit) -> bool:
    """Whether the marks around a title are not quotation marks."""
    return text[hit.start - 1 : hit.start] not in tuple("“”\"‘’'„«»‹›")


def span_of_marks(reading: Reading, hit: TitleHit) -> Span:
    """The title with the marks around it."""
    text = reading.text
    opening = _OPENING.search(text, max(0, hit.start - 3), hit.start)
    if opening is None:
        return hit.start, hit.end
    closing = _CLOSING.match(text, hit.end)
    start, end = opening.start(), closing.end() if closing is not None else hit.end
    linked = reading.with_link((start, end))
    if text[start - 1 : start] == "[" and linked[1] > end:
        return start - 1, linked[1]
    return start, end


def capitals_in(words: str) -> float:
    """How many of the words with content begin with a capital, 0 to 1."""
    content = [word for word in re.findall(r"[^\W\d_]+", words) if is_content(word.lower())]
    return sum(word[0].isupper() for word in content) / len(content) if content else 1.0
