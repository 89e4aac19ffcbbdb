"""Whose work a sentence speaks of: its subject, and the authors of the catalogue it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations.resolve import given_agrees
from citekit.find.citingwords import CLAIM_VERBS, SPEECH_VERBS
from citekit.find.grammar.marks import quoted_spans
from citekit.find.grammar.sentences import clause_subject
from citekit.find.grammar.tokens import CAPITAL, Unit, guess
from citekit.find.works import Catalogue, name_key

#: A sentence and what it needs of those before it stand in so many code points.
_REACH = 1200
#: Verbs of what somebody makes of a text or a claim, beside those of claims and speech.
_TAKING = frozenset(
    """reads read sees saw takes took disagrees disagreed objects objected replies replied
    repeats repeated rejects rejected agrees agreed concurs concurred answers answered
    liest las hält hielt nimmt nahm deutet deutete widerspricht widersprach wendet wandte stimmt
    stimmte lehnt lehnte verwirft verwarf wiederholt wiederholte erwidert erwiderte bestreitet
    bestritt
    lit lisait voit voyait tient tenait nie niait conteste contestait répond répondait rejette
    rejetait refuse refusait répète répétait objecte objectait""".split()
)
_CLAIMING = CLAIM_VERBS | SPEECH_VERBS | _TAKING
_GENITIVES = ("’s", "'s", "’", "'")
#: So far from its subject its verb stands (tokens).
_NEAR = 4


class Named(NamedTuple):
    """Whom a sentence names.

    ``kind`` says what its subject is: a name, a role or a pronoun (see
    :class:`citekit.find.grammar.phrases.Phrase`), or nothing that is known; ``works`` are the
    keys of the works by the author of that name, ``claims`` says that he claims something or
    takes something so; ``authors`` are the works of each author of the catalogue who is named
    in it, whatever he is in it, in the order of their last names in it.
    """

    authors: tuple[frozenset[str], ...]
    kind: str = ""
    works: frozenset[str] = frozenset()
    claims: bool = False


def named_before(text: str, at: int, catalogue: Catalogue) -> Named:
    """Whom the sentence names that goes on at ``at``, before that place and outside quotation
    marks and brackets."""
    low = max(0, at - _REACH, text.rfind("\n\n", 0, at))
    piece = text[low:at].rstrip(" ([")
    quoted = [each for each in quoted_spans(piece) if each.level == 1]
    u = Unit(piece, 0, len(piece), quoted, guess(piece.lower().split(), "en"), whole=True)
    last = len(u.words)
    if not last:
        return Named(())
    first = u.sentence.index(u.sentence[-1])
    authors = tuple(dict.fromkeys([*_authors(u, first, last, catalogue)][::-1]))[::-1]
    phrase = clause_subject(u, first, last)
    if phrase is None:
        return Named(authors)
    names = [" ".join(u.words[start:end]) for start, end in phrase.names]
    if any(name.endswith(_GENITIVES) for name in names):
        return Named(authors)
    if phrase.kind != "name":
        return Named(authors, phrase.kind)
    works = [works_of(name, catalogue) for name in names]
    both = frozenset.intersection(*works) or works[0] if works else frozenset[str]()
    around = u.low[max(first, phrase.start - _NEAR) : phrase.end + _NEAR]
    return Named(authors, "name", both, not _CLAIMING.isdisjoint(around))


def works_of(name: str, catalogue: Catalogue) -> frozenset[str]:
    """The keys of the works by a name, with the given names as far as it has them."""
    whole = name_key(name)
    return frozenset(
        catalogue.entries[index].key
        for index, place in catalogue.same_family(name)
        if given_agrees(
            whole,
            catalogue.entries[index].authors[place].key,
            catalogue.entries[index].authors[place].given,
        )
    )


def _authors(u: Unit, first: int, last: int, catalogue: Catalogue) -> Iterator[frozenset[str]]:
    """The works of each author named among some tokens, outside brackets."""
    depth = 0
    for at in range(first, last):
        word = u.words[at]
        depth += (word in "([") - (word in ")]")
        if depth or not (word[:1].isupper() or u.flags[at] & CAPITAL):
            continue
        for name in _written(u.words, first, at):
            keys = works_of(name, catalogue)
            if keys:
                yield keys
                break


def _written(words: Sequence[str], first: int, at: int) -> Iterator[str]:
    """What a token may be the end of as a name, the longest first; with and without the ending
    of a genitive."""
    bare = words[at]
    for ending in _GENITIVES:
        bare = bare.removesuffix(ending)
    for last in dict.fromkeys((bare, bare.removesuffix("s"))):
        for start in range(max(first, at - 2), at):
            yield " ".join((*words[start:at], last))
        yield last
