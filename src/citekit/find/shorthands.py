"""What primary works are cited by before a place in them: BibLaTeX's ``shorthand`` ("KrV"), the
short title ("Il.", "Rep."), or the whole one ("Genesis").

One matcher (Aho and Corasick) finds them where something may follow.  The Bible, if the catalogue
has it as one work, is cited by the titles of its books.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citekit.find.biblebooks import BOOK_OF, BOOKS
from citekit.find.citingwords import ARTICLES
from citekit.find.workforms import title_variants
from citekit.find.worktitles import typed, words_of
from citekit.model import Work

#: Whole titles have at most so many words, an abbreviation without a point so many letters.
_WORDS = 4
_LETTERS = 5
#: What may stand behind a form, before the place.
_BEHIND = (" ", ",", "*", '"', "_")
#: "STh", also printed "S. th.", "S.Th.".
_CAMEL = re.compile(r"(?P<first>[A-Z])(?P<second>[A-Z][a-zß-ÿ]+)")
_BIBLE = re.compile(r"\b(?:bible|bibel|biblia)\b", re.I)
_BIBLE_ALONE = re.compile(
    r"(?:(?:the|die|la)\s)?(?:(?:holy|heilige|sainte)\s)?(?:bible|bibel|biblia(?:\ssacra)?)", re.I
)
#: Types that are cited in other ways.
_OTHERS = frozenset("legal_case legislation bill regulation treaty standard patent".split())
#: What numbers stand behind in any text: "(S. 12)", "(Ex. 2.1)".
LABELS = frozenset(
    """s p pp v vv l ll n nn no nr nos fig abb tab table sec sect ch chap kap cap vol bd t col sp
    art app ex eq def prop thm cor lem bsp fn anm z abs rn pt par para r q c d a""".split()
)


class Form(NamedTuple):
    """A form of a work: its entry, and what it is: *shorthand*, *short*, *title* or *bible*;
    ``pointed`` if a point of abbreviation ends it."""

    entry: int
    kind: str
    letters: int
    pointed: bool


@dataclass(frozen=True, slots=True)
class Shorthands:
    """The forms of all works of a catalogue: ``patterns`` are how they are printed with a
    sign behind, as a matcher looks for them."""

    forms: Sequence[tuple[Form, ...]]
    patterns: Sequence[str]

    @staticmethod
    def of(works: Iterable[Work]) -> Shorthands:
        """The forms of ``works``, whose places in the catalogue are theirs here."""
        table: dict[str, dict[int, Form]] = {}
        bibles: list[int] = []
        books: set[int] = set()
        for entry, work in enumerate(works):
            if work.type in _OTHERS:
                continue
            for text, kind in _forms(work):
                book = BOOK_OF.get(text.rstrip("."))
                for other in BOOKS[book] if book is not None and kind != "title" else ():
                    _add(table, other, entry, "bible")
                if book is not None and kind != "title":
                    books.add(book)
                _add(table, text, entry, kind)
            if is_bible(work):
                bibles.append(entry)
        if len(bibles) == 1:
            left = (forms for book, forms in enumerate(BOOKS) if book not in books)
            for form in (form for forms in left for form in forms):
                _add(table, form, bibles[0], "bible")
        patterns = [form + sign for form in table for sign in _BEHIND]
        forms = [tuple(found.values()) for found in table.values() for _ in _BEHIND]
        return Shorthands(forms, patterns)

    def places(
        self, text: str, hits: Iterable[tuple[int, int, int]]
    ) -> Iterator[tuple[int, int, tuple[Form, ...]]]:
        """Where a form stands in a text in :func:`typed` form, as a whole word; ``hits`` are
        (pattern, start, end) of the patterns in it."""
        for pattern, start, end in hits:
            if not start or not (text[start - 1].isalnum() or text[start - 1] in "-.@/"):
                yield start, end - 1, self.forms[pattern]


def _add(table: dict[str, dict[int, Form]], text: str, entry: int, kind: str) -> None:
    for form, pointed in _spellings(text, kind):
        letters = sum(map(str.isalnum, form))
        table.setdefault(form, {}).setdefault(entry, Form(entry, kind, letters, pointed))


def _forms(work: Work) -> Iterator[tuple[str, str]]:
    """The shorthand, the short title and the titles without their article."""
    shorthand = typed(work.extra.get("shorthand", "")).strip()
    if shorthand:
        yield shorthand, "shorthand"
    short, title = typed(work.text("title-short")).strip(), typed(work.text("title"))
    if short and short != shorthand and _is_abbreviation(short, title):
        yield short, "short"
    for variant in title_variants(work):
        words = typed(variant).strip(" .").split()
        if len(words) > 1 and words[0].lower() in ARTICLES:
            words = words[1:]
        if len(words) <= _WORDS and len("".join(words)) >= _LETTERS:
            yield " ".join(words), "title"


def _is_abbreviation(short: str, title: str) -> bool:
    """Whether a short title abbreviates, and is no word of the whole one."""
    if short.endswith("."):
        return True
    return short.isalpha() and len(short) <= _LETTERS and short not in words_of(title) and (
        short.lower() not in words_of(title.lower())
    )  # fmt: skip


def _spellings(text: str, kind: str) -> Iterator[tuple[str, bool]]:
    """How a form is printed, and whether with a point: "Gen", "Gen."; "STh", "S. th."; in
    French with the accents of its own titles ("Rép.")."""
    bare = text.removesuffix(".")
    if kind == "title":
        yield text, False
        return
    if bare.lower() in LABELS:
        if kind == "shorthand":
            yield bare, False
        return
    yield text, text.endswith(".")
    if kind == "shorthand":
        camel = _CAMEL.fullmatch(text)
        if camel is not None:
            first, second = camel["first"], camel["second"]
            for space in (" ", ""):
                yield f"{first}.{space}{second}.", True
                yield f"{first}.{space}{second.lower()}.", True
        return
    if text == bare:
        yield f"{bare}.", True
        return
    if len(bare) > 2:
        yield bare, False
        yield text[0].lower() + text[1:], True
    accented = text[0] + text[1:].replace("e", "é", 1)
    if accented != text and len(bare) < 6:
        yield accented, True


def is_bible(work: Work) -> bool:
    """Whether a work is the whole Bible: it is called so, or has the word and no author."""
    title = work.text("title")
    if _BIBLE_ALONE.fullmatch(title.split(":", 1)[0].strip()):
        return True
    return not work.names("author") and work.type == "book" and bool(_BIBLE.search(title)) and (
        len(title.split()) <= _WORDS + 2
    )  # fmt: skip
