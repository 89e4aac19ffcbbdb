"""Quotations without marks: block quotations and the turns of an interview.

Block quotations are Markdown's ``>`` lines (CommonMark 0.31, 5.1), HTML's ``blockquote``,
LaTeX's ``quote``, ``quotation`` and csquotes' ``displayquote`` environments, and indented
lines after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from citekit.find.citelocators import locator_at
from citekit.find.cues.names import GIVEN
from citekit.find.grammar.marks import Quoted


class Block(NamedTuple):
    """A block quotation and the span of the paragraph before it; ``marked`` are the words
    in quotation marks, if it is all of them but for their source; ``locator`` is the place
    that closes it in parentheses, which is no part of it."""

    quoted: Quoted
    lead: tuple[int, int]
    marked: Quoted | None
    locator: str


class Turn(NamedTuple):
    """What one person says in an interview: its span, the label's span, the name (empty
    where the label is "A")."""

    start: int
    end: int
    label: tuple[int, int]
    name: str


_MARKED = re.compile(
    r"^(?:[ ]{0,3}>[^\n]*(?:\n|\Z))+"
    r"|<blockquote\b[^<>\n]{0,200}>"
    r"|\\begin\{(quote|quotation|displayquote|displaycquote|foreigndisplayquote)\}",
    re.M,
)
_INDENTED = re.compile(
    r":[ \t]*\n(?:[ \t]*\n)?((?:(?:[ ]{3,}|\t)(?![-*+•–—\d])[^\n]*\S[^\n]*(?:\n|\Z))+)"
)
_WORD = re.compile(r"[^\W_]")
_PREFIX = re.compile(r"^[ ]{0,3}> ?", re.M)
#: A block that is one quotation in marks, with its source in brackets behind it.
_WHOLE = re.compile(
    r"(?P<words>“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\")\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])?\.?"
)
#: A short parenthesis at the end of a block, behind the end of a sentence or a word in lower
#: case, and a year in it.
_CLOSING = re.compile(
    r"(?P<last>[.!?…”“\"»’]|(?<![^\s>])[^\W\dA-ZÀ-ÖØ-Þ]\w*)[\s>]+"
    r"\((?P<year>\d{4}[a-z]?(?!\d))?(?P<rest>[^()\n]{0,30})\)\.?\Z"
)
#: Names, a year and a place.
_SOURCE = re.compile(
    r"(?:--?-?|[—–])?\s?\(?(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|and|und|et|&|al\.|v[ao]n|de[rn]?)"
    r"(?:,? (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|and|und|et|&|al\.|v[ao]n|de[rn]?)){0,7},? "
    r"\(?\d{4}[a-z]?\)?(?:[,:] ?[^\n]{1,30})?\)?\.?"
)
_PAGE = re.compile(r"\d{1,4}")
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
#: Labels of what the writer adds, whom nobody says.
_ADDED = frozenset(
    """note notes hint tip warning caution example examples source sources figure table update
    correction important nb ps hinweis anmerkung beispiel quelle quellen abbildung tabelle
    korrektur achtung nachtrag remarque exemple exemples tableau attention rectificatif
    nota""".split()
)


def blocks(text: str, parts: Sequence[tuple[int, int]]) -> list[Block]:
    """The block quotations of ``text``, whose paragraphs are ``parts``, by where they
    begin."""
    found: list[Block] = []
    marked = ">" in text or ("\\" in text and "\\begin{" in text)
    if not marked and not any(text[end - 1] in ": \t\r" for _, end in parts):
        return found
    at = 0
    for match in _MARKED.finditer(text) if marked else ():
        start, end = match.span()
        if start < at:
            continue
        if text[start] == "<":
            stop = text.find("</blockquote", end)
            if stop < 0:
                break
            inner, end = (end, stop), text.find(">", stop) + 1 or len(text)
        elif text[start] == "\\":
            stop = text.find("\\end{" + match.group(1), end)
            if stop < 0:
                continue
            inner, end = (end, stop), text.find("}", stop) + 1 or len(text)
        else:
            inner = (start, end)
        found.append(_block(text, start, end, *inner))
        at = end
    if at == 0:
        for match in _INDENTED.finditer(text):
            found.append(_block(text, *match.span(1), *match.span(1)))
    return [one for one in found if _WORD.search(text, one.quoted.inner_start, one.quoted.end)]


def _block(text: str, start: int, end: int, inner_start: int, inner_end: int) -> Block:
    repeated = []
    if text[inner_start : inner_start + 4].lstrip()[:1] == ">":
        first = _PREFIX.match(text, inner_start)
        for match in _PREFIX.finditer(text, inner_start, inner_end):
            if first is None or match.start() > first.start():
                repeated.append(match.span())
        inner_start = first.end() if first else inner_start
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    while end > inner_end and text[end - 1].isspace():
        end -= 1
    if start < inner_start and text[start:inner_start].isspace():
        start = inner_start
    stop, locator = _place(text, inner_start, inner_end)
    if stop < inner_end:
        if end == inner_end:
            end = stop
        inner_end = stop
    spans = tuple(span for span in repeated if inner_start <= span[0] < inner_end)
    quoted = Quoted(start, end, inner_start, inner_end, 1, "block", spans)
    lead_end = start
    while lead_end and text[lead_end - 1].isspace():
        lead_end -= 1
    lead_start = max(text.rfind("\n\n", 0, lead_end) + 2, lead_end - 1500, 0)
    if lead_start == 1:
        lead_start = 0
    return Block(quoted, (lead_start, lead_end), _in_marks(text, quoted), locator)


def only_source(text: str, block: Block) -> bool:
    """Whether a block right below another one is no more than the source of that: "Lee 1990,
    12", as HTML's ``footer`` in a ``blockquote`` (HTML 4.4.4)."""
    above = text[block.lead[0] : block.lead[0] + 5].lstrip(" ")
    return above.startswith(">") and bool(
        _SOURCE.fullmatch(text, block.quoted.inner_start, block.quoted.inner_end)
    )


def _place(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the words of a block end before a place in parentheses that closes it, and the
    place: "(p. 12)", and behind the end of a sentence "(1990, 12)", "(12)" and "(1990)"."""
    found = _CLOSING.search(text, max(start, end - 60), end)
    if found is None or (found["year"] and found["last"].isalpha()):
        return end, ""
    locator = locator_at(text, *found.span("rest"))
    if locator is not None and locator.end == found.end("rest"):
        return found.end("last"), str(locator)
    bare = not found["rest"] if found["year"] else _PAGE.fullmatch(found["rest"])
    if bare and not found["last"].isalpha():
        return found.end("last"), found["rest"]
    return end, ""


def _in_marks(text: str, block: Quoted) -> Quoted | None:
    whole = _WHOLE.fullmatch(text, block.inner_start, block.inner_end)
    if whole is None:
        return None
    start, end = whole.span("words")
    return block._replace(start=start, end=end, inner_start=start + 1, inner_end=end - 1)


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
    for name, (match, number) in zip(names, labelled, strict=True):
        if name in _QUESTION:
            continue
        if name in _ANSWER:
            name = ""
        start, end = match.end(), paragraphs[number][1]
        while end > start and text[end - 1].isspace():
            end -= 1
        found.append(
            Turn(start, end, match.span("label"), name if name in kept else _recased(name))
        )
    return found


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
