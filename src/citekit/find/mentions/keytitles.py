"""Titles in italics or quotation marks that are shortened in prose, in the sentence of their
author: "In *La Méditerranée* Braudel …", "Elliott, in “Composite Monarchies”".

Source: Chicago Manual of Style (18th edition), 13.33–13.36 (a short title has the key words
of the main title in their order).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from citekit.find.citingwords import ARTICLES
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.titlemarks import capitals_in, is_first
from citekit.find.worktitles import TitleForm, TitleHit, is_content, main_title, same, words_of

#: Code points and words of a shortened title, at most.
_LONGEST = 60
_SHORTEST = 4
#: So far from a title its author is named at most (code points).
_FAR = 300
_MOST_WORDS = 6
#: One word alone that is all of a shortened title has so many letters.
_LEAST_ALONE = 6
_ARTICLE_BEFORE = re.compile(
    r"(?<![\w’'-])(?:the|an?|der|die|das|de[nms]|la|les?|du|des|une?)\s[“\"«„‘]?\Z", re.I
)
_AROUND = " \u00a0\u202f.,;:"


def shortened(
    reading: Reading, hits: Iterable[TitleHit], masked: Sequence[Span]
) -> Iterator[TitleHit]:
    """The shortened titles in italics or quotation marks in a sentence with a family that wrote
    one work alone of such a title; nothing inside the ``masked`` spans.  ``hits`` are the titles
    that are found otherwise.  In quotation marks, which enclose terms as well, a title is
    ``partial``."""
    found = {hit.start: hit.end for hit in hits if not hit.partial}
    marked = [(span, False) for span in reading.emphasis]
    marked += [((a + 1, b - 1), True) for a, b in reading.quotations if b - a < _LONGEST]
    spans = [
        (start, end, quoted)
        for (start, end), quoted in ((_bare(reading.text, span), quoted) for span, quoted in marked)
        if _SHORTEST < end - start <= _LONGEST
        and reading.text[start].isupper()
        and found.get(start, 0) < end
    ]
    if not spans:
        return
    names = list(reading.catalogue.name_hits(reading.text, reading.printed, masked))
    starts = [name.start for name in names]
    for start, end, quoted in spans:
        first, last = bisect_left(starts, start - _FAR), bisect_left(starts, end + _FAR)
        if first == last:
            continue
        low, high = reading.sentences.around(start)
        words = tuple(map(same, words_of(reading.lowered[start:end])))
        near = {
            entry
            for name in names[first:last]
            if low <= name.start < high and not start <= name.start < end
            for entry in name.entries
        }
        titled = [entry for entry in near if _has(reading, entry, words, (start, end), quoted)]
        if len(titled) == 1:
            form = TitleForm(words, 0, sum(map(is_content, words)), titled[0])
            yield TitleHit(start, end, form, partial=quoted)


def is_with_author(reading: Reading, hit: TitleHit) -> bool:
    """Whether a name in the sentence of a title is its author's."""
    return any(
        hit.form.entry in person.entries
        for person in reading.people_between(*reading.sentences.around(hit.start))
    )


def _bare(text: str, span: Span) -> Span:
    """A span without the spaces and stops at its ends."""
    start, end = span
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end


def _has(reading: Reading, entry: int, words: Sequence[str], span: Span, quoted: bool) -> bool:
    """Whether some words are the key words of a work's main title, and not all of it."""
    title = tuple(words_of(main_title(reading.catalogue.entries[entry].title)))
    if title[:1] and title[0] in ARTICLES and words[:1] != title[:1]:
        title = title[1:]
    count = len(words)
    if not 0 < count <= min(_MOST_WORDS, len(title) - 1) or not is_content(words[-1]):
        return False
    text, start = reading.text, span[0]
    content = sum(map(is_content, words))
    begins = title[:count] == words and not is_content(title[count])
    if words[0] not in ARTICLES and _ARTICLE_BEFORE.search(text, max(0, start - 6), start):
        return False  # "the *English Revolution*" may be what the title names
    if begins and content > 1 and not quoted:
        return True
    if content < 2:
        # in German any noun has a capital
        if quoted or not begins or reading.language == "de":
            return False
        if count == 1:
            return len(words[0]) >= _LEAST_ALONE and not is_first(text, start)
        return count == 2 and words[0] in ARTICLES
    return capitals_in(text[slice(*span)]) == 1 and (
        begins
        or any(
            title[at : at + count] == words and is_content(words[0])
            for at in range(len(title) - count + 1)
        )
    )
