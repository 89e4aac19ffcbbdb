"""How likely a work read from a text is one of the catalogue: names, year and title compared.

A year that differs counts little where the rest agrees: reprints and translations carry
other years, and ``original-date`` is as good as ``issued``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from citekit.find.workforms import SECOND_TITLE
from citekit.model import Name, Work
from citekit.names import OTHERS

#: Who stands in the place of the author.
LEADS = ("author", "editor", "container-author", "translator", "director")
_WORD = re.compile(r"[^\W_]+")
SMALL = frozenset(
    """a an and the of in on to for as at by with der die das des den dem ein eine und von zu zur
    zum im am le la les l de du d et un une au aux il lo gli i di del della e el los las y
    en""".split()
)
#: A work appears in so many years at most.
_LONGEST = 150
#: Where a subtitle begins, or another title.
_SUBTITLE = re.compile(rf"[:.?!]\s|\s[–—-]\s|{SECOND_TITLE}")


class Match(NamedTuple):
    """A work of the catalogue that a parsed one may be: its key, a score (0–1), and why."""

    key: str
    score: float
    reasons: tuple[str, ...]


class Entry(NamedTuple):
    """A work as it is compared."""

    key: str
    families: tuple[str, ...]
    years: tuple[int, ...]
    title: tuple[str, ...]
    main: tuple[str, ...]  # the words before the subtitle
    content: tuple[str, ...]  # those that are no small words
    letters: str  # of the content
    main_letters: str
    initials: tuple[str, ...] = ()  # of the words of each body's name


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case without accents and markup."""
    return words_in(text)


def words_in(text: str) -> tuple[str, ...]:
    """The same for a text that is not asked for again."""
    if "<" in text:
        text = re.sub(r"</?[a-z][^>]*>", "", text)
    text = text.replace("&", " and ")
    if not text.isascii():
        text = text.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae")
        text = unicodedata.normalize("NFKD", text.replace("’", "").replace("–", "-"))
        text = "".join(filterfalse(unicodedata.combining, text))
        if not text.isascii():
            return tuple(_WORD.findall(text.casefold().replace("'", "")))
    return tuple(text.encode().translate(_LETTERS, b"'").decode().split())


#: Bytes of ASCII as lower-case letters, digits, and white space between: a table is several
#: times as fast as an expression.
_LETTERS = bytes(ord(char) if (char := chr(code).lower()).isalnum() else 32 for code in range(128))
_LETTERS += bytes(128)


def family_of(name: Name) -> str:
    """The folded family name, without particles; a literal name whole."""
    return "".join(words_of(name.family or name.literal))


def entry_of(work: Work) -> Entry:
    names = [name for v in LEADS for name in work.names(v) if name != OTHERS]
    families = map(family_of, names)
    years = []
    for variable in ("issued", "original-date"):
        date = work.date(variable)
        if date is not None:
            years += [point.year for point in (date.start, date.end) if point is not None]
    title = work.text("title")
    words = words_of(title)
    main = words_of(_SUBTITLE.split(title, maxsplit=1)[0])
    content = tuple(word for word in words if word not in SMALL) or words
    return Entry(
        work.id,
        tuple(filter(None, families)),
        tuple(years),
        words,
        main,
        content,
        " ".join(content),
        " ".join(main),
        tuple(
            "".join(word[0] for word in words_of(name.literal)) for name in names if name.literal
        ),
    )


def years_of(work: Work, years: tuple[int, ...]) -> tuple[int, ...]:
    """The years of a work, and those between if it appeared in several, as volumes do."""
    issued = work.date("issued")
    if issued is None or issued.start is None or issued.end is None:
        return years
    between = range(issued.start.year + 1, min(issued.end.year, issued.start.year + _LONGEST))
    return (*years, *between)


def compare(one: Entry, known: Entry, least: float = 0.0) -> Match | None:
    """How likely ``one``, read from a text, is the ``known`` work; None where the score is
    below ``least`` or ``one`` has no title.  Titles are compared only where names and
    years leave it open."""
    if not one.title:
        return None
    hits = [family for family in one.families if _knows(family, known.families)]
    names = _names(one, known, len(hits))
    year = _year(one, known)
    if names is None:
        rest, weight = 0.25 * year, 0.75
        if year < 0.9 or len(known.title) < 3:
            rest -= 0.15  # a title alone, and a common one perhaps
    else:
        rest, weight = 0.32 * names + 0.18 * year, 0.5
        if names < 0.3:
            rest -= 0.2
    short = _abbreviation(one, known) if names == 0.0 and year == 1.0 else ""
    if weight + rest < least - 0.001 and not short:
        return None
    title, reason = _title(one, known)
    if names == 0.0 and short and title > 0.9:
        hits, rest = [short], 0.5
    score = round(max(0.0, min(1.0, weight * title + rest)), 3) if title >= 0.55 else 0.0
    if score < least:
        return None
    reasons = ["names: " + ", ".join(hits)] if hits and known.families else []
    if reason:
        reasons.append(reason)
    reasons += _year_reason(one, known, year)
    return Match(known.key, score, tuple(reasons))


def _names(one: Entry, known: Entry, hits: int) -> float | None:
    """How far the names agree, of which so many are known; None where one of the two
    names nobody."""
    if not one.families or not known.families:
        return None
    if not hits:
        return 0.0
    share = hits / min(len(one.families), len(known.families))
    return min(1.0, share * 0.7 + 0.3 * _knows(one.families[0], known.families[:1]))


def _abbreviation(one: Entry, known: Entry) -> str:
    """The first author of one of two works, if it may abbreviate the body that is the author of
    the other: its letters are first letters of the body's words, in their order, beginning with
    the first: "who", "nice" (National Institute for Health and Care Excellence); or ""."""
    for short, bodies in (
        (one.families[0], known.initials),
        (known.families[0], one.initials),
    ):
        if 2 < len(short) <= _LONGEST_SHORT:
            for initials in bodies:
                if short[0] == initials[:1] and LCSseq.similarity(short, initials) == len(short):
                    return short
    return ""


#: An abbreviation of a body has at most so many letters.
_LONGEST_SHORT = 8


def _knows(family: str, families: Sequence[str]) -> bool:
    if family in families:
        return True
    if len(family) < 5:
        return False
    first, last = family[0], family[-1]
    for other in families:
        if len(other) < 5:
            continue
        if last == other[-1] and (family.endswith(other) or other.endswith(family)):
            return True
        if first == other[0] and _near(family, other):
            return True
    return False


def _near(one: str, other: str) -> bool:
    """One letter wrong, or two in a long name."""
    return abs(len(one) - len(other)) < 2 and Indel.normalized_similarity(one, other) > 0.87


def _title(one: Entry, known: Entry) -> tuple[float, str]:
    """How far two titles agree, and in what."""
    ours, theirs = one.title, known.title
    if not theirs:
        return 0.0, ""
    if ours == theirs:
        return 1.0, "the same title"
    main, other = one.main, known.main
    if main == theirs or other == ours or (main == other and len(main) > 1):
        return 0.95 if len(main) > 1 else 0.85, "the same title without the subtitle"
    a, b = one.content, known.content
    hits = LCSseq.similarity(a, b)
    score = max(2 * hits / (len(a) + len(b)), 0.9 * hits / len(b) if hits > 2 else 0.0)
    if score < 0.9:
        whole = _spelled(one.letters, known.letters)
        score = max(score, whole, 0.95 * _spelled(one.main_letters, known.main_letters))
    return score, f"the title alike ({score:.2f})"


def _spelled(ours: str, theirs: str) -> float:
    """How alike two titles are letter by letter; 0 where not very."""
    if len(ours) < 12:
        return 0.0
    return Indel.normalized_similarity(ours, theirs, score_cutoff=0.85)


def _year(one: Entry, known: Entry) -> float:
    if not one.years or not known.years:
        return 0.5
    apart = min([abs(a - b) for a in one.years for b in known.years])
    return (1.0, 0.7, 0.35, 0.35)[apart] if apart < 4 else 0.25


def _year_reason(one: Entry, known: Entry, likeness: float) -> list[str]:
    """What is said of the years where both works have one."""
    if not one.years or not known.years:
        return []
    if likeness == 1.0:
        return [f"year {one.years[0]}"]
    other = "" if likeness == 0.7 else ": another edition?"
    return [f"year {one.years[0]}, in the catalogue {known.years[0]}{other}"]
