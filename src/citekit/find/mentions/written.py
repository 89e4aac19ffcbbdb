"""Whether a claim of an author's is out of a work, or said to whoever wrote the text."""

from __future__ import annotations

from citekit.find.mentions.bounds import Claim
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading

_SAYING = frozenset(
    """said says told tells adds added tweeted sagt sagte erzählt erzählte dit déclare déclarait
    assure raconte confie""".split()
)
_EXPERTS = frozenset(
    """expert analyst director fellow head chief spokesman spokeswoman lecturer researcher
    consultant experte expertin leiter leiterin sprecher sprecherin directeur directrice
    chercheur chercheuse experte porte-parole""".split()
)


def has_work(reading: Reading, person: Person, found: Claim) -> bool:
    """Whether the text cites a work of the person, or speaks of one."""
    if found.noun or not (reading.linked | reading.treated).isdisjoint(person.entries):
        return True
    if person.full and not speaks(reading, person):
        return True
    return person.scholar or any(
        other.scholar or (other.full and not speaks(reading, person))
        for other in reading.people
        if other.entries == person.entries
    )


def speaks(reading: Reading, person: Person) -> bool:
    """Whether the text has somebody of this name say something to it: then it quotes a
    person, no book."""
    known = reading.speaks.get(person.entries)
    if known is None:
        known = reading.speaks[person.entries] = any(
            _is_quoted(reading, other)
            for other in reading.people
            if other.entries == person.entries
        )
    return known


def _is_quoted(reading: Reading, other: Person) -> bool:
    """Whether somebody says something beside a name, or is brought in as an expert."""
    after = reading.lowered[other.end : other.end + 24].replace(",", " ").split()[:3]
    before = reading.lowered[max(0, other.start - 24) : other.start].split()[-2:]
    if before[:1] in (["nous"], ["us"]):  # "nous dit": out of a book
        return False
    if after[:1] in (["or"], ["and"], ["und"], ["oder"], ["et"], ["ou"]):
        after = []  # somebody else says it
    if not _SAYING.isdisjoint(after) or not _SAYING.isdisjoint(before):
        return True
    apposed = reading.lowered[other.end : other.end + 60]
    return apposed.startswith(",") and not _EXPERTS.isdisjoint(apposed[1:].split()[:6])
