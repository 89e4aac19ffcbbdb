"""Words of a title used as a term: "In the “weak ties” argument …", « Le « paradoxe » se
dissipe », where the text has spoken of the work.

Several words that stand side by side in the title, or the whole of it, are the work's by
themselves; one word, of the title or of a term of the work, only after an article that points
back at what is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citingwords import POSSESSIVES, WORK_NOUNS
from citekit.find.mentions.candidates import span_of_quote
from citekit.find.mentions.reading import Choice, Reading, Span
from citekit.find.mentions.sayers import is_his
from citekit.find.mentions.terms import is_name
from citekit.find.mentions.told import is_taken, spoken_of
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import content_words, same_term, term_words
from citekit.find.worktitles import main_title

#: What points back at something known, right before a quotation.
_KNOWN = re.compile(
    rf"(?:\b(?:the|this|these|those|der|die|das|den|dem|des|diese[rsnm]?|jene[rsnm]?|le|la|les|ce|cet|cette"
    rf"|ces|du|des|au|{POSSESSIVES})\s|\bl')$"
)
#: So far before a quotation that is looked for (code points).
_PLACE = 14
#: Works and parts of them speak for their authors.
_OF_WORKS = WORK_NOUNS | {"title", "subtitle", "titel", "untertitel", "titre", "sous-titre"}


class _Words(NamedTuple):
    """Words of a work, its ``title`` or a term in capitals or not, and where the text has
    them first; ``whole`` if a quotation is the title without its subtitle."""

    words: tuple[str, ...]
    entry: int
    start: int
    title: bool
    capital: bool
    whole: bool = False


def title_terms(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The short quotations of words of a title that the text has told of before, and of one
    word of a term."""
    known = _known(reading, found)
    if not known:
        return
    taken = sorted((one.start, one.end) for one in found)
    for alike in reading.alike.values():
        for quote, words in alike:
            own = _own(reading, known, quote, words)
            if own is None or is_taken(taken, quote) or is_taken(reading.citing, quote):
                continue
            again = not own.title or any(other[0] < quote[0] for other, _ in alike)
            words_of_it = " ".join(own.words)
            key = reading.catalogue.entries[own.entry].key
            yield reading.suggest(
                quote if again else span_of_quote(reading, quote),
                "echo" if again else "mention",
                Choice(own.entry, 0.6, (f"words of “{words_of_it}” of {key}",)),
                "title-term", quoted=reading.inner(quote),
            )  # fmt: skip


def _known(reading: Reading, found: Sequence[Suggestion]) -> dict[str, list[_Words]]:
    """The titles of the works told of, and their terms, by the beginnings of their words."""
    first: dict[int, int] = {}
    for at, entry in spoken_of(reading, found):
        first.setdefault(entry, at)
    rows = [
        (term_words(reading.catalogue.entries[entry].title), entry, at, True, True)
        for entry, at in first.items()
    ]
    rows += [(term.words, term.entry, term.start, False, term.capital) for term in reading.terms]
    known: dict[str, list[_Words]] = {}
    for words, entry, at, title, capital in rows:
        own = tuple(word for word in words if word != "s")
        one = _Words(own, entry, at, title, capital)
        for beginning in {word[:4] for word in content_words(own)}:
            known.setdefault(beginning, []).append(one)
    return known


def _own(
    reading: Reading, known: dict[str, list[_Words]], quote: Span, words: tuple[str, ...]
) -> _Words | None:
    """The words of a work that a quotation is of, if they are of one work alone."""
    content = content_words(words)
    if not content:
        return None
    named = reading.language != "de" and is_name(reading, quote)
    fitting = []
    for one in known.get(content[0][:4], ()):
        if one.start >= quote[0] or not _holds(one.words, words):
            continue
        whole = one.title and same_term(_main(reading, one.entry), words) == 3
        if named and not (one.capital and reading.language == "en" and (whole or len(content) > 1)):
            continue  # the name of something else
        fitting.append(one._replace(whole=whole))
    if len({one.entry for one in fitting}) != 1 or _is_said(reading, quote, fitting[0].entry):
        return None
    best = max(fitting, key=lambda one: (one.whole, not one.title))
    if len(content) > 1 or (best.whole and reading.inner(quote)[0].isupper()):
        return best
    before = _KNOWN.search(reading.lowered, max(0, quote[0] - _PLACE), quote[0])
    return best if before is not None else None


def _holds(own: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of a quotation stand side by side among those of a work."""
    count = len(words)
    return any(same_term(own[at : at + count], words) >= 2 for at in range(len(own) - count + 1))


def _is_said(reading: Reading, quote: Span, entry: int) -> bool:
    """Whether somebody says a quotation who has not written a work."""
    said = reading.said.get(quote[0])
    if said is None or not set(said.speaker.lower().split()).isdisjoint(_OF_WORKS):
        return False
    return not is_his(reading, said.speaker, (entry,))


def _main(reading: Reading, entry: int) -> tuple[str, ...]:
    """The words of a title without its subtitle."""
    title = reading.catalogue.entries[entry].title
    return tuple(word for word in term_words(main_title(title)) if word != "s")
