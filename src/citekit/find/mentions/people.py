"""Catalogued authors where a text names them, and who else has their surname."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from citekit.find.citations.held import KEYED, is_textual
from citekit.find.citations.names import PARTICLES
from citekit.find.citingwords import (
    CLAIM_WORDS,
    COURTESIES,
    FUNCTION_WORDS,
    NAMING_VERBS,
    OFFICES,
    PLACES,
    ROLES,
    SCHOLARS,
    TERM_OF_NAME,
    THEORY_NOUNS,
    WORK_NOUNS,
    WRITINGS,
)
from citekit.find.cues.mononyms import MONONYMS
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.coauthors import together
from citekit.find.mentions.namesakes import (
    CUES,
    PREPOSITIONS,
    is_adverb,
    is_common_word,
    is_given,
    is_introduced,
    is_noun_of,
    is_plural,
    is_public,
    is_somebody,
    is_trade,
    matching,
    role_in,
)
from citekit.find.mentions.placenames import PLACE_WORDS, like_places
from citekit.find.mentions.titlesnear import has_title, has_written, in_title
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, NameHit, Printed, given_words, name_key

_ELIDED = re.compile(r"(?:[dlDL]|qu|Qu)[’'](?=\w)")
_INITIALS = re.compile(r"(?:[^\W\d_a-zß-ÿœ]\.[-‐]?){1,4}|[^\W\d_a-zß-ÿœ]")
_AFTER = re.compile(r"(?:[ \u00a0\n]|\s?&\s?)([^\W\d_][^\W_]*)")
_CUES_BEFORE = (
    THEORY_NOUNS
    | NAMING_VERBS
    | CLAIM_WORDS
    | WORK_NOUNS
    | WRITINGS
    | frozenset(
        """according laut selon nach après suivant for für pour so author autor autorin
        auteur croire avis mit wie comme as bei following glaubt folgt
        heißt ist bedeutet verdanken means signifie est sense sinne sens termes""".split()
    )
)
#: German compounds that end so are thoughts: "das Drei-Tore-Modell der Geografin Name".
_THOUGHTS = ("modell", "modells", "theorie", "begriff", "konzept", "konzepts", "these", "theorem")
#: Right after a name, or before its "de": it names a term of the field.
_TERMS = frozenset().union(*TERM_OF_NAME.values(), (f"-{noun}" for noun in TERM_OF_NAME["de"]))
#: "the janitor, Mr X", "ein Herr X": somebody new, no author.
_INTRODUCED = re.compile(
    r"(?:\b(?:the|an?|our|ein|eine|der|die|unser|un|une|le|la|notre)\s|\bl['’])"
    r"(?:[^\W\d_][\w-]*\s){0,1}[^\W\d_][\w-]*,\s(?:einen?\s)?$|\beine?[nm]?\s$"
)
_TITLES = ROLES | OFFICES
#: "(Name 1999)", "(Name, 1999)": a citation, no narrative.
_CITED = ("(", "[")
_DATED = (", ", " 1", " 2")
_OPENING = "([{“\"‘'„«‹—–-*_"
#: German nouns before "von" and a name: "im Sinne von Name".
_OF_NAME = frozenset("sinne geiste verständnis terminologie perspektive lesart worten".split())
_DETERMINERS = frozenset("the der die dem den des le la".split())
#: So far from a name its year is looked for (code points).
_NEAR_YEAR = 80
_Cache = dict[tuple[tuple[str, ...], str, bool], tuple[tuple[int, ...], int]]


class Read(Protocol):
    """What is known of a text before its people are.

    ``lowered`` is the text in :func:`citekit.find.worktitles.plain` form, ``printed`` what
    stands in it of the catalogue, ``quote_starts`` the places where quotations begin,
    ``linked`` the entries that the text cites, ``italic`` where words in italics begin and end.
    """

    text: str
    lowered: str
    catalogue: Catalogue
    printed: Printed
    quote_starts: list[int]
    linked: set[int]
    italic: dict[int, int]


class Person(NamedTuple):
    """A place where a catalogued author is named.

    ``start`` is where the name begins, given names included, ``end`` where it ends
    with its possessive ending, ``bare`` where the family ends.  ``full`` if a given
    name or initial of the catalogue stands there, ``known`` if one stands anywhere before,
    ``scholar`` if a scholar's role does.  ``entries`` are the works, ``cue`` says that
    something stands near that may make it a mention, ``introduced`` that the text names
    the author in full somewhere.
    """

    start: int
    end: int
    bare: int
    possessive: bool
    full: bool
    known: bool
    scholar: bool
    entries: tuple[int, ...]
    name: str
    cue: bool
    introduced: bool


@dataclass(slots=True)
class _Seen:
    """Who a surname stands for so far: works, or nobody of the catalogue."""

    entries: tuple[int, ...]


class _Named(NamedTuple):
    """What stands around a family name; ``bare_start`` is where the family begins, with the
    particle that the catalogue gives it; ``courtesy`` the gender that *Mr* or *Frau* shows."""

    start: int
    bare_start: int
    hit: NameHit
    given: tuple[str, ...]
    given_start: int
    office: bool
    scholar: bool
    place: bool
    cue: bool
    courtesy: str
    called: bool


def people(
    read: Read,
    masked: Sequence[tuple[int, int]],
    titled: frozenset[int] | set[int] = frozenset(),
    ended: Iterable[int] = (),
) -> list[Person]:
    """Where the catalogue's authors are named outside the ``masked`` spans, in order; words
    of titles, which end at ``ended``, are no given names.

    Families are left out that nowhere stand beside a quotation, a verb or word of theory,
    and have written none of the ``titled`` entries: nothing would be said of them.

    A surname alone is whoever was last called by it in full.  Others of the same
    surname, places and firms are left out.
    """
    text, catalogue = read.text, read.catalogue
    cache: _Cache = {}
    hits = [
        hit
        for hit in catalogue.name_hits(text, read.printed, masked)
        if text[hit.start - 1 : hit.start] not in _CITED
        or text[hit.end : hit.end + 2] not in _DATED
    ]
    cues = [_has_cue(text, read.lowered, hit, read.quote_starts) for hit in hits]
    families = {hit.key for hit, cue in zip(hits, cues, strict=True) if cue}
    if titled:
        others = {hit.key: hit.entries for hit in hits if hit.key not in families}
        families.update(key for key, entries in others.items() if not titled.isdisjoint(entries))
    families.update(
        hit.key
        for hit in hits
        if hit.key not in families and has_title(read.lowered, hit, read.catalogue)
    )
    italic = frozenset(read.italic.values()).union(ended)
    looked = [
        name
        for hit, cue in zip(hits, cues, strict=True)
        if (name := _named(text, hit, catalogue, cue, italic)) is not None
    ]
    families.update(
        name.hit.key for name in looked if name.given and _is_full(name, catalogue, cache)
    )
    joint = together(text, hits, catalogue)
    families.update(hit.key for hit in hits if hit.start in joint)
    named = [name for name in looked if name.hit.key in families]
    if not named:
        return []
    spoken_of = read.linked | titled
    places = like_places(text, read.lowered, named, spoken_of)
    found: list[Person] = []
    seen: dict[str, _Seen] = {}
    namesakes = {
        name.hit.key for name in named if name.given and not _is_full(name, catalogue, cache)
    }
    later = _introduced(named, catalogue, cache)
    for name in named:
        key = name.hit.key
        entries, start = _of_given(name, catalogue, cache)
        if name.given and not entries and not name.hit.genitive:
            seen[key] = _Seen(())
            continue
        full = bool(name.given) and bool(entries)
        public = full and (name.office or is_public(text, name.hit.end))
        if public and spoken_of.isdisjoint(entries) and not _is_dated(read, name, entries):
            seen[key] = _Seen(())
            continue
        if full:
            seen[key] = _Seen(entries)
        elif name.hit.start in joint:
            entries, start = joint[name.hit.start], _with_particle(text, name)
            if key not in seen or not seen[key].entries:
                seen[key] = _Seen(name.hit.entries)
        else:
            if name.office or (name.courtesy and key in namesakes) or is_introduced(text, name.hit):
                seen[key] = _Seen(())
                continue
            if name.courtesy and not _has_gender(name, catalogue):
                seen.setdefault(key, _Seen(()))
                continue
            if key in seen:
                entries = seen[key].entries
            elif key in later:
                entries = later[key]
                if not entries and not spoken_of.isdisjoint(name.hit.entries):
                    entries = name.hit.entries  # the namesake comes later
            elif key in places:
                continue
            else:
                entries = name.hit.entries
            start = name.bare_start
        if catalogue.own:
            entries = tuple(entry for entry in entries if entry not in catalogue.own)
        if not entries:
            continue
        end, possessive = _possessive(text, name.hit)
        whole = full or key in MONONYMS  # he has no other name
        found.append(
            Person(
                start, end, name.hit.end, possessive or name.hit.genitive, whole,
                key in seen and bool(seen[key].entries), name.scholar, entries,
                text[start : name.hit.end - name.hit.genitive], name.cue,
                key not in FUNCTION_WORDS and bool(later.get(key)),
            )
        )  # fmt: skip
    return found


def _has_cue(text: str, lowered: str, hit: NameHit, quotes: Sequence[int]) -> bool:
    """A cheap look: whether something beside a name may make it a mention."""
    start, end = hit.start, hit.end
    if hit.genitive or text[end : end + 1] in ("’", "'"):
        return True
    if bisect_right(quotes, end + 60) > bisect_right(quotes, start - 90):
        return True
    after = lowered[end : end + 50].replace(",", " ").replace("'", " ").split(None, 6)[:6]
    if not CUES.isdisjoint(after) or (after and after[0] in _TERMS):
        return True
    before = lowered[max(0, start - 70) : start].replace("'", " ").replace(",", " ")
    words = before.rsplit(None, 7)[-7:]
    if not _CUES_BEFORE.isdisjoint(words) or not _TERMS.isdisjoint(words[-4:]):
        return True
    return any(word.endswith(_THOUGHTS) for word in words[-5:])


def _is_full(name: _Named, catalogue: Catalogue, cache: _Cache) -> bool:
    return bool(_of_given(name, catalogue, cache)[0])


def _has_gender(name: _Named, catalogue: Catalogue) -> bool:
    """Whether an author of the surname may have the gender that the courtesy shows; of many
    given names it is not known."""
    authors = (catalogue.entries[entry].authors[place] for entry, place in name.hit.works)
    return any(
        GIVEN.get(author.given[0], name.courtesy) == name.courtesy if author.given else True
        for author in authors
    )


def _introduced(
    named: Sequence[_Named], catalogue: Catalogue, cache: _Cache
) -> dict[str, tuple[int, ...]]:
    """Whom the first full name of each surname stands for."""
    found: dict[str, tuple[int, ...]] = {}
    for name in named:
        if name.given:
            entries, _ = _of_given(name, catalogue, cache)
            if entries or not name.hit.genitive:
                found.setdefault(name.hit.key, entries)
    return found


def _of_given(name: _Named, catalogue: Catalogue, cache: _Cache) -> tuple[tuple[int, ...], int]:
    """The works of those whose given name stands there, and where it begins."""
    given = name.given
    if not given:
        return (), name.hit.start
    key = (given, name.hit.key, name.called)
    if key not in cache:
        cache[key] = matching(given, name.hit.works, catalogue, name.called)
    entries, first = cache[key]
    if not entries:
        return (), name.hit.start
    return entries, name.start if first == 0 else name.given_start


def _named(
    text: str, hit: NameHit, catalogue: Catalogue, cue: bool, italic: frozenset[int]
) -> _Named | None:
    """What stands around a family name, or None if it is no person's; words that end at
    ``italic``, those of titles too, are no given names."""
    if hit.genitive:
        if is_plural(text, hit.start) or is_given(text, hit):
            return None
    elif not _ends_here(text, hit.end) or is_common_word(text, hit.start, hit.end):
        return None
    given: list[str] = []
    start = given_start = bare_start = hit.start
    office = scholar = place = called = False
    courtesy = ""
    at = hit.start
    while len(given) < 4:
        before = text[max(0, at - 40) : at]
        trimmed = before.rstrip()
        spaces = len(before) - len(trimmed)
        if not trimmed or not 0 < spaces <= 2 or at - spaces in italic:
            break
        word = trimmed.rsplit(None, 1)[-1]
        word_start = at - spaces - len(word)
        bare = word.lstrip(_OPENING)
        if "’" in bare or "'" in bare:
            elided = _ELIDED.match(bare)
            if elided is not None:
                bare = bare[elided.end() :]
        if not bare:
            break
        lowered = role_in(bare.lower().rstrip("."))
        initials = bare[1:2] in ("", ".") and _INITIALS.fullmatch(bare) is not None
        if not initials and not bare[-1].isalpha() and lowered not in _TITLES:
            break
        if lowered in ROLES or lowered in OFFICES or lowered in COURTESIES:
            office = office or (lowered in OFFICES and lowered not in ROLES)
            apposed = text.endswith(", ", 0, word_start) and text[hit.end : hit.end + 1] in ",."
            brought = apposed or _INTRODUCED.search(text, max(0, at - 60), word_start)
            office = office or (lowered in COURTESIES and bool(brought))
            scholar = scholar or lowered in SCHOLARS
            courtesy = COURTESIES.get(lowered, "")
            break
        if not given and lowered in PARTICLES:
            if _is_of_family(text, word_start, hit, catalogue):
                bare_start = word_start
            if bare[0].isupper() and _is_family(text, word_start, hit, catalogue):
                start = at = word_start  # "Van Lee argues"
                continue
        if not bare[0].isupper() or lowered in _DETERMINERS:
            called = called or (len(given) > 1 and lowered in _DETERMINERS)
        if not bare[0].isupper():
            if lowered in PARTICLES and not given and bare.islower():
                start = at = word_start
                continue
            if at == hit.start and is_trade(text[max(0, word_start - 6) : at - spaces], lowered):
                if lowered in PLACES:
                    return None
                office = True
            place = (
                at == hit.start and lowered in PLACE_WORDS and not has_written(text, hit, catalogue)
            )
            break
        if lowered in FUNCTION_WORDS and not initials and not _is_given(lowered, hit, catalogue):
            place = not given and lowered in PLACE_WORDS and not has_written(text, hit, catalogue)
            break
        if len(bare) > 1 and bare.isupper() and not initials:
            break
        if not given and is_somebody(lowered):
            scholar = True
            break
        words = () if is_adverb(lowered) else given_words(bare)
        if not words or "'" in bare or "’" in bare:
            break
        if (
            not given
            and start < hit.start
            and (
                lowered in _OF_NAME
                or in_title(lowered, hit, catalogue)
                or is_noun_of(text[start : hit.start], lowered, hit, catalogue)
            )
        ):
            start = hit.start  # "Titre de Name", "im Sinne von Name"
            break
        given[:0] = words
        start = at = word_start + len(word) - len(bare)
        if len(given) == len(words):
            given_start = at
        if len(bare) < len(word):
            break
    return _Named(
        start, bare_start, hit, tuple(given), given_start, office, scholar, place, cue, courtesy,
        called,
    )  # fmt: skip


def _with_particle(text: str, name: _Named) -> int:
    """Where a family begins with a particle that the catalogue does not give it, if that is no
    preposition."""
    before = text[name.start : name.hit.start].split()
    return name.bare_start if not before or before[0].lower() in PREPOSITIONS else name.start


def _is_dated(read: Read, name: _Named, entries: Sequence[int]) -> bool:
    """Whether the year of a work of somebody's stands beside his name."""
    near = read.lowered[max(0, name.start - _NEAR_YEAR) : name.hit.end + _NEAR_YEAR]
    return any(
        str(year) in near for entry in entries for year in read.catalogue.entries[entry].years
    )


def _is_family(text: str, at: int, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether the words from ``at`` are the family with a particle that a catalogued author
    has: "van Lee"."""
    family = name_key(text[at : hit.end - hit.genitive])
    return not set(hit.works).isdisjoint(catalogue.families.get(family, ()))


def _is_of_family(text: str, at: int, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether the particle at ``at`` belongs to the family: the catalogue has it, and where
    it may be a preposition it begins a sentence."""
    if not _is_family(text, at, hit, catalogue):
        return False
    return text[at].isupper() or text[at : hit.start].split()[0] not in PREPOSITIONS


def _is_given(word: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a function word is an author's given name: "Will Durant"."""
    return any(
        catalogue.entries[entry].authors[place].given[:1] == (word,) for entry, place in hit.works
    )


def _ends_here(text: str, end: int) -> bool:
    """Whether the name does not go on: no second surname, no street, no firm."""
    after = _AFTER.match(text, end)
    if after is None:
        return True
    word = after[1]
    lowered = word.lower()
    if not word[0].isupper():
        return True
    if lowered in PLACES or "&" in after[0]:
        return lowered not in PLACES
    return lowered in FUNCTION_WORDS or (len(word) > 1 and word.isupper())


def _possessive(text: str, hit: NameHit) -> tuple[int, bool]:
    end = hit.end
    if text[end : end + 1] in ("’", "'"):
        if text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalnum():
            return end + 2, True
        if not text[end + 1 : end + 2].isalnum():
            return end + 1, text[end - 1] in "sxzSXZ"
    return end, False


def named_by_key(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> Iterator[Person]:
    """The citations by key that are a part of their sentence, as the authors they stand
    for."""
    for one in references:
        entry = catalogue.keys.get(one.body.value)
        if entry is None or entry in catalogue.own:
            continue
        if one.method in KEYED and is_textual(text, one.start, one.end):
            yield Person(
                one.start, one.end, one.end, possessive=False, full=False, known=True,
                scholar=False, entries=(entry,), name=catalogue.entries[entry].key, cue=False,
                introduced=False,
            )  # fmt: skip
