"""Words that somebody else says of what an author thinks: "Lund calls this “…”".

A critic's label is no term of the author's.  Who says it was read before, by the finder of
quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.citingwords import POSSESSIVES, THEORY_NOUNS, WORK_NOUNS, WRITINGS
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.sayers import written_by
from citekit.find.works import given_words, name_key
from citekit.find.worktitles import plain

_WORD = re.compile(r"[^\W\d_]+")
_PRONOUNS = frozenset("he she they er sie il elle ils elles i we ich wir je nous".split())
_THINGS = THEORY_NOUNS | WORK_NOUNS | WRITINGS
_HIS = frozenset(POSSESSIVES.split("|"))
#: A clause in the place of an object, at the beginning of its sentence.
_THAT = re.compile(r"(?:that|dass|daß|que|qu')\s?$")
#: "…, she mocks as": the clause's verb with its subject, before what he says.
_SAYS_OF_IT = re.compile(r"\b(?:s?he|they|er|sie|ils?|elles?)\s(?:[^\W\d_]+\s){1,3}$")


def is_critics(reading: Reading, quote: Span, entries: Sequence[int]) -> bool:
    """Whether the sentence of a quotation names somebody who says it and has written none of
    the ``entries``.  A pronoun, or a noun for a writer, may stand for the author; what the
    author has written speaks for him, and words of a title are the title's."""
    said = reading.said.get(quote[0])
    if said is None or said.attribution is None:
        return False
    start, end = said.attribution
    low, high = reading.sentences.around(quote[0])
    if start < low or end > max(high, quote[1]):
        return False
    if not _PRONOUNS.isdisjoint(_WORD.findall(reading.lowered, start, end)):
        return False
    known = [reading.catalogue.entries[entry] for entry in entries]
    if any(plain(reading.inner(quote)) in entry.title for entry in known):
        return False
    if not written_by(reading.catalogue, said.speaker).isdisjoint(entry.key for entry in known):
        return False
    words = _WORD.findall(said.speaker.lower())
    if said.speaker[0].isupper():
        names = {
            word
            for entry in known
            for author in entry.authors
            for word in (*author.key.split(), *author.given)
        }
        return names.isdisjoint((*name_key(said.speaker).split(), *given_words(said.speaker)))
    if not _THINGS.isdisjoint(words) or any(map(is_thought, words)):
        return False
    return words[0] in _HIS or not any(map(is_writer, words))


def is_said_of(reading: Reading, person: Person, quote: Span) -> bool:
    """Whether a sentence begins with a clause about ``person`` of which somebody else then
    says the quotation: "That Lee speaks of boats he mocks as “…”"."""
    start = reading.sentences.around(person.start)[0]
    lowered = reading.lowered
    return (
        _THAT.fullmatch(lowered, start, person.start) is not None
        and _SAYS_OF_IT.search(lowered, person.end, quote[0]) is not None
    )
