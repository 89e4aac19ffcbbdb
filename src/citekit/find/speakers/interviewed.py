"""Who answers in an interview whose answers have no name: named in its heading or introduction."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.grammar.tokens import Unit
from citekit.find.speakers.names import NAMES
from citekit.find.speakers.persons import Persons, Speaker

#: Before the name of whoever is interviewed.
_WITH = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onversation|Q ?& ?A|[Gg]espräch|[Ee]ntretien|[Rr]encontre|[Qq]uestions)"
    r" (?:with|mit|avec|an|à|au) (?:[\w-]+ ){0,4}$"
)
#: Before the name of whoever asks, or is only spoken of.
_BY = re.compile(
    r"(?:\b(?:[Ii]nterview\w*|[Gg]espräch|[Ee]ntretien|[Pp]ropos recueillis|[Rr]ecueilli|[Rr]éalisé"
    r"|[Ff]ührten?|[Ss]tellten?|[Ff]ragten?)(?:[ \u00a0]?:| von| par| by)?"
    r"|\b(?:by|our|von|unserer?|par|notre)(?: [\w-]+)?) $"
)
_OBJECT = re.compile(
    r"\b(?:of|by|from|about|with|on|and|von|mit|bei|über|und|an|de|d[’']|avec|par|sur|et|chez) ?$"
)
_GENITIVE = re.compile(r"[’']s\b")
#: Before a name that a question calls somebody by.
_TITLES = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|M)\.?|Professor|Frau|Herr|Madame|Monsieur|Mme|Miss|Minister|Senator"
)


def interviewed(
    persons: Persons, first: int, asked: Sequence[tuple[int, int]], language: str
) -> Speaker | None:
    """Who is interviewed in a text whose answers begin at ``first`` and whose questions are the
    spans ``asked``; None if its beginning names nobody in full."""
    text = persons.text
    u = Unit(text, 0, 0, [], language)
    stop = min([first, *[start for start, _ in asked]])
    for match in NAMES.finditer(text, 0, stop):
        if _WITH.search(text, max(0, match.start() - 80), match.start()):
            person = persons.person(u, *match.span())
            if person is not None and " " in person.name:
                return person
    named = [one for one in persons.named(u, 0, stop) if " " in one.name]
    if not named:  # the introduction ends as a heading does: "… Interview: Ann Lee"
        runs = [match.span() for match in NAMES.finditer(text, text.find("\n", 0, stop), stop)]
        known = [(start, persons.person(u, start, end)) for start, end in runs]
        named = [one._replace(at=start) for start, one in known if one and " " in one.name]
    asking = {one.name for one in named if _BY.search(text, max(0, one.at - 60), one.at)}
    named = [one for one in named if one.name not in asking]
    for one in named:
        family = re.escape(one.name.split()[-1])
        called = re.compile(rf"\b(?:{_TITLES}) (?:[\w-]+ )?{family}\b")
        if any(called.search(text, *span) for span in asked):
            return one
    below = text.find("\n") if len(named) > 1 else -1  # a title may look like a name
    named = [one for one in named if one.at > below] or named
    subjects = [one for one in named if not _spoken_of(text, one)]
    return next(iter(subjects or named), None)


def _spoken_of(text: str, person: Speaker) -> bool:
    """Whether a name is no subject: behind a preposition or in the genitive."""
    end = person.at + len(person.name)
    before = _OBJECT.search(text, max(0, person.at - 12), person.at)
    return before is not None or _GENITIVE.match(text, end) is not None
