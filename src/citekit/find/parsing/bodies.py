"""Bodies among the authors at the head of a reference string, which the model takes for the
beginning of the title: "et al; Tide Study Group.", "Open Harbour Collaboration. (2015)."

The model is shown the string without such a name, or with one it knows in its place
(:func:`shown`); what it says is then read for the string as it stands (:func:`restored`).

Sources: Citing Medicine (2nd edition), chapter 1 A, "Author", box "Organization as author" (behind
persons after a semicolon); AMA Manual of Style (11th edition), 3.7 (a group behind "et al;");
Publication Manual of the American Psychological Association (7th edition), 9.11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import CAP_WORD, YEAR

_PARTICLES = r"(?:(?:[Vv][oa]n|de|di|da|del|della|der|den|du|la|le|el|ten|ter)\s|[dD][’'])*"
#: "Roth AB Jr": a name as medical journals print it.
_NAME = (
    rf"{_PARTICLES}{CAP_WORD}(?:\s{CAP_WORD})?\s[^\W\d_a-zß-ÿœ]{{1,4}}\.?(?!\w)"
    r"(?:\s(?:Jr|Sr|2nd|3rd|4th|I{2,3}|IV)\.?)?"
)
#: "Roth, A. B.": as APA prints it.
_INVERTED = (
    rf"{_PARTICLES}{CAP_WORD}(?:[\s-]{CAP_WORD})?,"
    r"(?:\s[^\W\d_a-zß-ÿœ]\.(?:-?[^\W\d_a-zß-ÿœ]\.)*){1,3}"
)
#: Rows of these; atomic, as each name may be read in two ways, and a row in twice as many a name.
_NAMES = (
    rf"(?:(?>{_NAME})(?:[,;]\s(?>{_NAME}))*(?:,?\set\sal\.?)?"
    rf"|(?>{_INVERTED})(?:[,;]\s(?>{_INVERTED}))*)"
)
_WORD = r"[^\W_a-zß-ÿœ][\w’'/&+-]*"
_WORDS = rf"{_WORD}(?:\s(?:{_WORD}|of|for|on|in|the|and|to|de|&)){{0,10}}?"
#: Nouns of bodies that stand at the end of their names.
_SURELY = (
    r"(?:Investigators|Collaborators|Collaboration|Consortium|Trialists|Task\sForce|Initiative"
    r"|(?:Study|Research|Working|Collaborative|Trials?|Writing|Steering|Advisory|Expert|Cooperative"
    r"|Intervention)\sGroup|(?:Steering|Writing|Advisory)\sCommittee)"
)
_LIKELY = rf"(?:{_SURELY}|Group|Committee|Network|Team|Society|Association|Council|Panel|Alliance)"
#: The words of a name before "Administration" that make it no science: "Food and Drug".
_AGENCY = rf"{CAP_WORD}(?:\s(?:{CAP_WORD}|and)){{1,5}}\sAdministration"
#: French and German names of bodies, whose noun comes first.
_NOUN_FIRST = (
    r"(?:(?:Arbeits(?:gemeinschaft|gruppe|kreis)|Studiengruppe|Forschungsgruppe|Haute\sAutorité"
    r"|Institut\snational|Groupe\s(?:de\stravail|de\srecherche|d[’']études?)"
    r"|Société\s(?:française|nationale|royale|internationale|européenne|suisse|belge)\sd(?:e|es|u)?"
    r")\b[^.:;(\d]{0,80})"
)
_FOR = r"(?:(?:and|for|on\sbehalf\sof|und|für|et|pour)\s)?(?:(?:the|die|der|le|la)\s|l[’'])?"
_DATED = rf"(?=\s?\(?{YEAR}\b)"
_BEHIND_PERSONS = re.compile(
    rf"{_NAMES}(?P<group>(?:"
    rf"(?:[,;]|,?\s&)\s{_FOR}(?:(?:The\s)?(?:{_WORDS}\s)?{_SURELY}|{_NOUN_FIRST})(?:\.(?=\s)|{_DATED})"
    # words that are in titles as well
    rf"|(?:;|,?\s&)\s{_FOR}(?:{_WORDS}\s)?{_LIKELY}\.(?=\s)"
    rf"|(?:[,;]|,?\s&)\s{_FOR}(?:{_WORDS}\s)?{_LIKELY}{_DATED}))"
)
_ALONE = re.compile(
    rf"(?P<group>(?:The\s)?(?:{_WORDS}\s{_SURELY}|{_AGENCY}|{_NOUN_FIRST})\.?)\s"
    rf"(?=\(?{YEAR}\b|[^\W\d_a-zß-ÿœ])"
)
#: A group behind "and": "Roth, A., & Tide Study Group".
GROUP = re.compile(rf"(?:[Tt]he\s)?{_WORDS}\s{_SURELY}\.?")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿœ]{2}")
#: A body that the model knows.
_KNOWN = "World Health Organization."


class Shown(NamedTuple):
    """What is shown for a string: the text, where the body stands in the string, the length of
    what stands there in its place, and whether the body is the only author."""

    text: str
    start: int
    end: int
    length: int
    alone: bool


def shown(string: str) -> Shown | None:
    """What to show of ``string`` if there is a body among its authors."""
    found = _BEHIND_PERSONS.match(string)
    if found is not None:
        start, end = found.span("group")
        before = string[start - 1 : start]
        stand_in = "." if string[end - 1] == "." and before != "." else ""
        return Shown(string[:start] + stand_in + string[end:], start, end, len(stand_in), False)
    found = _ALONE.match(string)
    if found is None:
        return None
    end = found.end("group")
    words = found["group"].split()
    dated = string[end - 1] != "." or re.match(rf"\s\(?{YEAR}\b", string[end:])
    if not dated and len(words) < 3 and not _CAPITALS.match(words[0]):
        return None
    return Shown(_KNOWN + string[end:], 0, end, len(_KNOWN), True)


def restored(string: str, seen: Shown, parts: Sequence[Part]) -> tuple[list[Part], Sure] | None:
    """The parts of what was shown, as stretches of ``string``, and the stretch of the authors;
    none where the parts show that it has no body for an author."""
    inside, shift = seen.start + seen.length, seen.end - seen.start - seen.length
    found: list[Part] = []
    for label, _, start, end in parts:
        start += shift if start >= inside else 0
        end += shift if end >= inside else 0
        if seen.alone and end <= seen.end:
            continue
        found.append(Part(label, string[start:end], start, end))
    placed = any(part.label == "place" for part in parts)
    if not placed and any(part.label == "title" and part.text.endswith(":") for part in parts):
        return None  # "Leeds:", a place, and what was taken for a body is the title
    if seen.alone:
        titled = [part.label for part in parts if part.end > inside and part.label != "date"]
        if titled[:1] != ["title"]:
            return None
        return found, ("author", 0, seen.end)
    author = next((p for p in parts if p.end >= seen.start and p.label == "author"), None)
    if author is None or author.start >= seen.start:
        return None
    return found, ("author", author.start, seen.end)
