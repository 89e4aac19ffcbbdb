"""The turns of an interview whose speakers have labels: "ANN LEE: …", "Q: …", "[00:12] Lee: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from citekit.find.cues.names import GIVEN


class Turn(NamedTuple):
    """What one person says in an interview: its span, the span of the label (empty where it has
    none), the name (empty where whoever is interviewed answers)."""

    start: int
    end: int
    label: tuple[int, int]
    name: str


#: When something is said in a recording: "[00:12]", "(1:02:45)"; without brackets with its
#: seconds: no time of day in a programme.
_TIME = r"\d\d?(?::\d\d){1,2}(?:[.,]\d{1,3})?"
_STAMP = rf"(?:\[{_TIME}\]|\({_TIME}\)|\d\d?:\d\d:\d\d(?:[.,]\d{{1,3}})?)"
_LABEL = re.compile(
    rf"(?:{_STAMP}[ \t]+(?:[-–—|][ \t]+)?)?(?P<label>(?:\*\*|__)?"
    r"(?P<name>(?:[A-ZÀ-Ý][\w’'.-]*)(?: (?:[A-ZÀ-Ý][\w’'.-]*|von|van|de|der|bin)){0,4})"
    rf"(?:\*\*|__)?(?:[ \t]{_STAMP})?[ \u00a0]?:(?:\*\*|__)?[ \u00a0]+)(?=\S)"
)
#: An interview has at least so many labels.
_LEAST = 3
#: An abbreviation has at most so many letters.
_LETTERS = 5
_VOWELS = frozenset("AEIOUYÄÖÜÉÈ")
#: So many of its questions end like one, if they have no label.
_ASKED = 2
_CLOSED = ' \t\r\n*_”“"»'
_QUESTION = frozenset(("Q", "Question", "Frage", "F", "Interviewer", "INTERVIEWER", "Moderator"))
_ANSWER = frozenset(("A", "Answer", "Antwort", "R", "Réponse"))
#: Whoever answers, or asks, speaks of themselves.
FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us|[Ii]ch|mi[rc]h?|[Mm]ein\w*|[Ww]ir|uns\w*"
    r"|[Jj]e|[Mm]oi|[Mm]on|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os)\b"
    r"|\b[Jj][’'](?=\w)|\b[Mm][’'](?=[aeéèhiou])"
)
#: What begins a paragraph that is no speech: emphasis, brackets, a quotation, a heading.
_SET_OFF = frozenset("*_([#>|<")
_STOPS = frozenset(".!?…")
#: Labels of what the writer adds, whom nobody says.
_ADDED = frozenset(
    """note notes hint tip warning caution example examples source sources figure table update
    correction important nb ps hinweis anmerkung beispiel quelle quellen abbildung tabelle
    korrektur achtung nachtrag remarque exemple exemples tableau attention rectificatif
    nota""".split()
)


def turns(text: str, paragraphs: list[tuple[int, int]]) -> list[Turn]:
    """The turns of an interview, if ``text`` is one: at least four paragraphs begin with
    a label and a colon, with two to six different labels, one of them twice or more; or at
    least three with the same, each behind a paragraph without one, some of which ask."""
    if text.count(":") < _LEAST:
        return []
    labelled: list[tuple[re.Match[str], int]] = []
    for number, (start, end) in enumerate(paragraphs):
        if text.find(":", start, min(end, start + 60)) < 0:
            continue
        match = _LABEL.match(text, start, end)
        if match and match["name"].casefold() not in _ADDED:
            labelled.append((match, number))
    names = _spelt_out([match["name"] for match, _ in labelled])
    different = set(names)
    if len(different) == 1:
        places = [number for _, number in labelled]
        if not _answers(text, paragraphs, names[0], places):
            return []
    elif len(names) < 4 or not 2 <= len(different) <= 6 or len(names) < 2 * len(different) - 1:
        return []
    found = []
    recased = all(name.isupper() for name in different)
    kept = {name for name in different if _is_abbreviated(name, text, recased)}
    several = len(different) > 1
    following = [number for _, number in labelled[1:]] + [len(paragraphs)]
    for name, (match, number), until in zip(names, labelled, following, strict=True):
        if name in _QUESTION:
            continue
        if name in _ANSWER:
            name = ""
        name = name if name in kept else _recased(name)
        label = match.span("label")
        found.append(Turn(*stripped(text, match.end(), paragraphs[number][1]), label, name))
        rest = paragraphs[number + 1 : until] if several else []
        for start, end in going_on(text, rest, name, last=until == len(paragraphs)):
            found.append(Turn(start, end, label, name))
    return found


def going_on(
    text: str, rest: Sequence[tuple[int, int]], name: str, *, last: bool
) -> Iterator[tuple[int, int]]:
    """The paragraphs of ``rest``, between an answer and the next label or question, in which
    the answer goes on: whole sentences, nothing set off, and not on the speaker, ``name``.
    Behind the ``last`` answer only those in the first person: the rest is the writer's."""
    family = name.rsplit(None, 1)[-1] if name else ""
    for start, end in rest:
        words = text[start:end].strip()
        if not words or words[0] in _SET_OFF or words.rstrip(_CLOSED)[-1:] not in _STOPS:
            return
        if family and re.search(rf"\b{re.escape(family)}\b", words, re.I):
            return
        if last and FIRST_PERSON.search(words) is None:
            return
        yield stripped(text, start, end)


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a text without the space around it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _recased(label: str) -> str:
    """A label without its capitals, if it is written in them: "ANN LEE" as "Ann Lee"."""
    return label.title() if label.isupper() else label


def _is_abbreviated(label: str, text: str, recased: bool) -> bool:
    """Whether a label in capitals is an abbreviation, such as a newspaper's, which the text
    writes in no other way: "WOZ"; no given name, and where all labels are in capitals
    (``recased``) more than two letters, or none that is a vowel."""
    if not (label.isupper() and label.isalpha() and 1 < len(label) <= _LETTERS):
        return False
    if recased and len(label) < 3 and not _VOWELS.isdisjoint(label):
        return False
    return label.lower() not in GIVEN and not re.search(rf"\b{label.title()}\b", text)


def _spelt_out(labels: Sequence[str]) -> list[str]:
    """The labels, those that are the family or the initials of another one as that one:
    "LEE" and "A. L." as "ANN LEE"."""
    whole: dict[str, str] = {}
    for label in labels:
        words = label.split()
        if len(words) > 1 and len(words[-1]) > 2:
            whole.setdefault(words[-1], label)
            whole.setdefault(" ".join(word[0] + "." for word in words), label)
    return [whole.get(label, label) for label in labels]


def _answers(
    text: str, paragraphs: list[tuple[int, int]], name: str, places: Sequence[int]
) -> bool:
    """Whether the paragraphs at ``places``, which ``name`` labels, answer those before them."""
    if len(places) < _LEAST or not places[0] or any(b - a < 2 for a, b in pairwise(places)):
        return False
    before = [text[slice(*paragraphs[place - 1])].rstrip(_CLOSED) for place in places]
    if sum(words.endswith("?") for words in before) < _ASKED:
        return False
    if name in _ANSWER:
        return True
    first = text[: paragraphs[places[0]][0]]
    return re.search(rf"\b{re.escape(name)}\b", first, re.I) is not None
