"""ISBD's punctuation, which MARC records carry in their subfields, taken off.

What stands between the areas and elements of a description (ISBD, consolidated edition,
0.3.2) leads to the next subfield and is no part of this one; a terminal full stop ends a
heading or an area (AACR2 1.0C, 22.1; RDA appendix D.1) unless it belongs to the last word,
an abbreviation.  Square brackets enclose what is not taken from the prescribed sources, over
several elements at once (ISBD 0.3.2.8); an element not known is "S.l.", "s.n." or said in words
(AACR2 1.4C6, 1.4D7; RDA 2.8.2.6, 2.8.4.7).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from citekit.formats.xmltext import squeezed

_END = " :;,/="
_LAST = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)\.$")
#: A stop of its own behind what no abbreviation ends in.
_BARE_STOP = re.compile(r"(?<=[\])\"”»\d])\.$")
_VOWEL = re.compile(r"[aeiouyаеиоуыэюяαεηιουω]")

#: Abbreviations that headings and publishers end in, without accents (AACR2, appendix B), and
#: those of American states and Canadian provinces that places end in.
_ABBREVIATIONS = frozenset(
    """
    jr sr st ste dr prof rev hon capt col lt esq bros bro co inc ltd corp cie cia pty assn assoc
    dept dep dip univ inst soc acad akad ges verl gesamtverl vol bd bde tl ser abt ed eds hrsg hg
    et al usw etc ca fl ms mss op pp edw chas thos jos aug benj wm chr joh jak friedr gottfr heinr
    ludw wilh ferd theod nik matth ph phil herm mme mlle mgr publ aufl ausg nachdr repr impr illus
    trad ubers comp dir
    """.split()
)
_STATES = frozenset(
    """
    ala ariz ark calif cal colo conn del fla ga ill ind kan ky la mass md me mich minn miss mo mont
    neb nev okla or ore pa tenn tex va wash wis wyo ont que alta sask man engl eng ger switz
    """.split()
)
#: Whole words that statements of edition end in; all others there are abbreviations.
_EDITION_WORD = re.compile(
    r"(?:[a-z]{4}ed|ion|ione|ioni|ing|sion|issue|lage|gabe|druck|cao|ausgabe|text|impression|uitgave|utgave|"
    r"udgave|upplaga|painos|druk|serie|series|version|book|cover)$"
)
_ABSENT = re.compile(
    r"s\. ?l\.?|s\. ?n\.?|s\. ?e\.?|s\. ?a\.?|s\. ?d\.?|s\. ?t\.?|sine (?:loco|nomine|anno)|"
    r"n\. ?p\.?|n\. ?d\.?|n\. ?pub\.?|o\. ?o\.?|o\. ?v(?:erl)?\.?|o\. ?j\.?|б\. ?[миг]\.?|"
    r".*\b(?:not identified|nicht (?:ermittelbar|identifiziert)|non identifi(?:e|ee|es)|"
    r"non identificat[oa]|no identificad[oa]|nao identificad[oa]|niet vastgesteld|unknown)"
)


def trim(text: str) -> str:
    """A subfield without the punctuation that leads to the next one, and without a terminal
    full stop that is not its last word's."""
    return _without_stop(squeezed(text).rstrip(_END))


def without_marks(text: str) -> str:
    """A subfield without the punctuation that leads to the next one, its full stop left."""
    return squeezed(text).rstrip(_END)


def trim_edition(text: str) -> str:
    """A statement of edition, which mostly ends in an abbreviation ("3. Aufl.", "1st ed.";
    AACR2 1.2B), so that only whole words lose a full stop."""
    text = squeezed(text).rstrip(_END)
    last = _LAST.search(text)
    if last is None or _EDITION_WORD.search(plain(last[1])) is None:
        return text
    return text[:-1]


def trim_place(text: str) -> str:
    """A place, which may end in an abbreviated state ("Boston, Mass.")."""
    return _without_stop(squeezed(text).rstrip(_END), _STATES)


def _without_stop(text: str, more: frozenset[str] = frozenset()) -> str:
    if not text.endswith(".") or text.endswith(".."):
        return text
    if _BARE_STOP.search(text):
        return text[:-1]
    last = _LAST.search(text)
    if last is None:
        return text
    word = last[1]
    before = text[last.start() - 1 : last.start()]
    if len(word) == 1 or (before == "." and len(word) < 4):
        return text  # an initial, or "N.Y.", "e.V."
    folded = plain(word)
    if folded in _ABBREVIATIONS or folded in more or not _VOWEL.search(folded):
        return text
    return text[:-1]


def plain(text: str) -> str:
    """Text without case and accents, for comparison."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def is_absent(text: str) -> bool:
    """Whether an element says that it is not known ("[S.l.]", "publisher not identified")."""
    words = plain(text.strip(" []().,:;?"))
    return bool(_ABSENT.fullmatch(words))


def closed(subfields: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Subfields each of which has both its brackets: one that opens in a subfield and closes
    in a later one encloses every subfield between (ISBD 0.3.2.8); one that never closes, or
    was never opened, is left out."""
    found = list(subfields)
    made: list[tuple[str, str]] = []
    opened = False
    for place, (code, text) in enumerate(found):
        depth = _depth(text)
        if opened:
            body = text.rstrip().rstrip(_END)
            tail = text.rstrip()[len(body) :]
            if depth < 0:
                opened = False
                made.append((code, f"[{text}"))
            else:
                made.append((code, f"[{body}]{tail}"))
        elif depth > 0 and any(_depth(later) < 0 for _, later in found[place + 1 :]):
            opened = True
            body = text.rstrip().rstrip(_END)
            made.append((code, f"{body}]{text.rstrip()[len(body) :]}"))
        elif depth > 0:
            made.append((code, text[: text.rindex("[")] + text[text.rindex("[") + 1 :]))
        elif depth < 0:
            made.append((code, text[: text.index("]")] + text[text.index("]") + 1 :]))
        else:
            made.append((code, text))
    return tuple(made)


def _depth(text: str) -> int:
    """How many brackets more a subfield opens than it closes."""
    return text.count("[") - text.count("]")
