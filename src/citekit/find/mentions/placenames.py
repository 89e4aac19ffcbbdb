"""Surnames that may be places' names: "in Name", "to Name", "nach Name"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Protocol

from citekit.find.citingwords import CLAIM_VERBS, THEORY_NOUNS
from citekit.find.parsing.imprints import is_place
from citekit.find.works import NameHit

#: Prepositions that stand before places.
PLACE_WORDS = frozenset("in to near across toward towards into nach aus à en vers".split())
#: Those that stand before persons as often.
_TOWARD = frozenset(("nach", "à"))


class Named(Protocol):
    """What stands around a surname: its ``hit``, where it begins with a particle, the given
    names before it, whether a preposition of ``place`` does, and whether something beside it
    may make it a mention (``cue``)."""

    @property
    def hit(self) -> NameHit: ...
    @property
    def bare_start(self) -> int: ...
    @property
    def given(self) -> Sequence[str]: ...
    @property
    def place(self) -> bool: ...
    @property
    def cue(self) -> bool: ...


def like_places(text: str, lowered: str, named: Sequence[Named], spoken_of: Set[int]) -> set[str]:
    """The surnames that a text has behind a preposition of place, unless one of the works
    ``spoken_of`` is the bearer's or the text shows that a person is meant."""
    placed = [name for name in named if name.place and not name.given]
    if not placed:
        return set()
    elsewhere = {name.hit.key for name in named if name.cue and not name.place and not name.given}
    claiming = {name.hit.key for name in named if not name.place and _claims(lowered, name.hit)}
    return {
        name.hit.key
        for name in placed
        if spoken_of.isdisjoint(name.hit.entries)
        and not _is_person(text, name, name.hit.key in elsewhere, name.hit.key in claiming)
    }


def _is_person(text: str, name: Named, elsewhere: bool, claims: bool) -> bool:
    """Whether a name behind a preposition of place is a person's even so: "according to Name",
    "nach Name", where the text has it ``elsewhere`` beside what persons do, "in Name", where
    the text says what Name ``claims``."""
    before = text[max(0, name.bare_start - 30) : name.bare_start].lower().split()[-2:]
    if elsewhere and (name.hit.genitive or before[-1] in _TOWARD):
        return True
    if is_place(text[name.bare_start : name.hit.end]):
        return False
    return claims or before == ["according", "to"]


def _claims(lowered: str, hit: NameHit) -> bool:
    """Whether a name has a verb of claim, or the noun of a thought, right behind it."""
    after = lowered[hit.end : hit.end + 40].removeprefix("'s").split(None, 2)[:2]
    return bool(after) and (
        after[0] in CLAIM_VERBS
        or (lowered.startswith("'", hit.end) and not THEORY_NOUNS.isdisjoint(after))
    )
