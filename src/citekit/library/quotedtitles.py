"""Titles of catalogued works in quotation marks, which are no quotations.

Titles of articles, essays and speeches stand in quotation marks, in English with capitals
(Chicago Manual of Style 18, 8.159 and 8.177; MLA Handbook 9, 2.106; Duden, "Anführungszeichen").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.find.citingwords import ARTICLES
from citekit.find.workforms import title_variants
from citekit.find.worktitles import plain, title_words, typed
from citekit.model import Work

_TAG = re.compile(r"</?[a-z][^<>]*>")
#: Words of fewer letters may be without a capital in a title in capitals.
_LONG = 5
#: Words with a capital that such a title has at least.
_CAPITALS = 2


class Titles:
    """The titles of these works, whole, before the subtitle, and short."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._printed: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for work in works:
            for title in title_variants(work):
                printed = typed(_TAG.sub("", title))
                if words := _words(printed):
                    self._printed.setdefault(words, []).append((printed, work.id))

    def named(self, words: str) -> frozenset[str]:
        """The keys of the works whose title these words are, with the capitals of the record
        or those of a title."""
        words = typed(words)
        titles = self._printed.get(_words(words), ())
        if not titles:
            return frozenset()
        capitals = _capitals(words)
        return frozenset(
            key
            for printed, key in titles
            if is_capitalised(words) or capitals == _capitals(printed)[-len(capitals) :]
        )


def is_capitalised(words: str) -> bool:
    """Whether all longer words have a capital, as in a title in English."""
    found = [words[each.start() : each.end()] for each in title_words(plain(words))]
    long = [word for word in found if len(word) >= _LONG]
    return sum(word[0].isupper() for word in found) >= _CAPITALS and not any(
        word[0].islower() for word in long
    )


def _words(title: str) -> tuple[str, ...]:
    """The words of a title in one case, without the article that it begins with."""
    words = tuple(each[0] for each in title_words(plain(title)))
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def _capitals(title: str) -> list[bool]:
    """Which of the words of a title have a capital, but for the article it begins with."""
    found = [title[each.start()].isupper() for each in title_words(plain(title))]
    return found[len(found) - len(_words(title)) :]
