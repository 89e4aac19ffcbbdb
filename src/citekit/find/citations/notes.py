"""Citations that name the note where a work was cited first: "supra note 5", "(Fn. 5)".

Sources: The Bluebook (21st edition), rule 4.2; OSCOLA (4th edition), 1.2.1; DIN 1505-3,
5.3 ("wie Anm. 5"); Chicago Manual of Style (17th edition), 14.31 (short forms).  And what a note
itself begins with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple
from unicodedata import normalize

from citekit.find.citations.held import held
from citekit.find.citations.marks import NOTE_LINE, Marked, note_spans
from citekit.find.citations.raw import NOTE_MARK
from citekit.find.citelocators import locator_at
from citekit.find.references.lists import behind_signal
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, name_key
from citekit.model import Body, Work

_NOTE = r"(?:[Nn]ote|[Nn]\.|n(?=\s\d)|[Ff]n\.?|FN|[Ff]u(?:ß|ss)n(?:ote|\.)|[Aa]nm(?:erkung|\.))"
#: A note by its number, with a word before or behind it that leads back, or in a
#: parenthesis of its own.
BACK = re.compile(
    r"(?P<sign>(?:supra|above|oben|wie(?:\sin)?|s\.\s?o\.|(?:[Oo]p|[Aa]rt|[Ll]oc)\.\s?cit\.?"
    r"|(?:[Aa]rt|[Oo]uvr)\.\s?cité|[Aa]\.\s?a\.\s?O\.?),?\s)?"
    rf"(?P<open>[(\[])?(?:(?:wie|supra|above|oben|siehe|[so]\.|(?P<see>see|cf\.|vgl\.|voir))\s)?{_NOTE}\s?(?P<note>\d{{1,3}})(?!\d)"
    r"(?P<behind>,?\s(?:above|supra|oben|ci-dessus))?(?(open)[)\]])"
    r"(?:,?\sat\s(?P<at>\d[\d–-]{0,9}))?"
)
#: Between a name and what repeats its work: a comma, or the title.
_GAP = re.compile(r"[,:]?\s?(?:(?<=\s)[^;.()\n][^;.()]{1,90}[,.]?\s)?")
_WORD = re.compile(r"[^\W\d_](?:[\w’'‑-]*\w)?")
_LABEL = re.compile(r"\w+")
#: What may stand behind the last word of a note, or before the next of its citations.
_END = re.compile(r"[ .)\]]*(?:[;\n]|$)")
#: The mark of a note, and what may stand before the citation that it begins with.
_MARK = re.compile(
    rf"(?:{NOTE_LINE.pattern})[ \t\u00a0{{]*(?:(?:[Ss]ee|[Ss]iehe|[Vv]oir|[Ff]rom|[Aa]us)\s)?", re.M
)
#: Behind it: the end of a note or of its first sentence, what else is cited, or changed.
_ENDED = re.compile(
    r"[)\]]?\s*(?:\Z|[.;]|,\s(?:(?:my|our|original|added)\b|emphas|italic|transl|trans\.|also\b|auch\b"
    r"|aussi\b|meine|m\.\s|eigene|Herv|Übers|je\s|nous\s|trad|ma\s|notre\s|cf\.|vgl\.))",
)
#: Behind a letter: the edition that it stands in, or where it is kept.
_PRINTED = re.compile(
    r",?\s(?:\(|(?:in|dans|abgedruckt|gedruckt|printed|cité|zitiert|quoted)\b|[^\W\d_a-zß-ÿœ])"
)
_COMPARED = re.compile(r"\b(?:cf|compare|also|but|contra|vgl|auch|anders|aussi|contre)\b\.?", re.I)
#: So many spaces stand at most between a name and "(see note 4)" without a page.
_FEW = 4
#: Before the number of a note, from the start of its line: "[^5]:", "5.", "⁵", "(5)".
_HEAD = (
    r"(?:^|\n)[ \t>]*(?:\[\^?{0}\]:?|\({0}\)|{0}[.)]?|{1})[ \t\u00a0]*"
    r"(?:[^\W\d_]+\.?,?\s){{0,3}}$"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: The mark of a note and its first word, at the beginning of a line; or a note in its sentence.
_BEGINS = re.compile(
    rf"(?<![^\n]){NOTE_MARK.pattern}(?:(?<=\d)(?=[^\s\d])|(?<=[^\w\n])(?=\S))|\^\["
)


def leading(text: str, cites: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Those of the citations, in order of place, that the notes of the text begin with,
    several in brackets together or one alone, perhaps behind "see": they say where the words
    are from that have the note's mark.  What a note says of a work ("Lee (1990) disagrees.")
    does not."""
    starts = [one.start for one in cites]
    for _, (start, end) in note_spans(text) if cites else ():
        mark = _MARK.match(text, start, end)
        begin = mark.end() if mark is not None else start
        first = bisect_left(starts, begin)
        if first == len(cites) or cites[first].start >= end:
            continue
        one = cites[first]
        opened, closed = held(text, one.start, one.end, begin)
        stop = locator_at(text, closed, end, bare=True)
        printed = one.method == "letter" and _PRINTED.match(text, closed, end)
        ended = printed or _ENDED.match(text, stop.end if stop else closed, end)
        if opened != begin or not ended:
            continue
        for one in cites[first:]:
            if one.start >= closed:
                break
            if one.body.value and one.relation == "cites" and not _is_compared(text, opened, one):
                yield one


def _is_compared(text: str, opened: int, one: Suggestion) -> bool:
    """Whether "cf." stands before a citation among others."""
    words = _COMPARED.search(text, opened, one.start)
    return words is not None and ";" not in text[words.end() : one.start]


class Cited(NamedTuple):
    """What a note cites: a key of the catalogue, or a work that is proposed."""

    key: str
    proposal: Work | None = None


class Notes:
    """What the notes of a text cite; ``proposals`` are the works that references propose, and
    what cites them, by their starts."""

    def __init__(
        self,
        text: str,
        marked: Marked,
        references: Sequence[Suggestion],
        found: Sequence[Suggestion],
    ) -> None:
        self._text = text
        self._marked = marked
        self._found = found
        self._cited: dict[str, list[Cited]] = {}
        self.proposals = {
            each.start: each.proposal for each in (*found, *references) if each.proposal is not None
        }
        self._by_family: dict[str, list[tuple[int, Work]]] = {}
        for start, work in sorted(self.proposals.items()):
            for family in _proposed(work):
                self._by_family.setdefault(family, []).append((start, work))

    def cited_in(self, label: str) -> list[Cited]:
        """What the note with this label cites, in order; nothing if there is none."""
        known = self._cited.get(label)
        if known is None:
            known = self._cited[label] = self._look_up(label)
        return known

    def _look_up(self, label: str) -> list[Cited]:
        references = self._marked.notes.get(label) or self._marked.numbers.get(int(label))
        found = references or self._first_in(label)
        works: list[Cited] = []
        for each in found:
            one = Cited(each.body.value, each.proposal)
            if one not in works and (one.key or one.proposal is not None):
                works.append(one)
        return works

    def by_name(self, text: str, at: int) -> tuple[int, Work | None]:
        """Where the name before ``at`` begins, and the work of that author that a
        reference before it proposed last."""
        for start, family in _names(text, at):
            works = self._by_family.get(family, [])
            index = bisect_left(works, at, key=itemgetter(0))
            if index:
                return start, works[index - 1][1]
        return at, None

    def by_names(self, names: Sequence[str], at: int) -> Work | None:
        """The work of all these authors that was cited last before ``at`` and is proposed."""
        keys = [name_key(name) for name in names]
        works = self._by_family.get(keys[0], [])
        for _, work in reversed(works[: bisect_left(works, at, key=itemgetter(0))]):
            if set(keys).issubset(_proposed(work)):
                return work
        return None

    def _first_in(self, label: str) -> Iterator[Suggestion]:
        """The citation with which a note begins."""
        head = re.compile(_HEAD.format(label, label.translate(_RAISED)))
        for each in self._found:
            if each.kind == "citation" and head.search(
                self._text, max(0, each.start - 60), each.start
            ):
                yield each
                return


def noted(text: str, match: re.Match[str], catalogue: Catalogue, notes: Notes) -> Suggestion | None:
    """The citation of a match of :data:`BACK`: a work that the note cites, by an author
    who is named before, or the only one where a page follows."""
    works = notes.cited_in(match["note"])
    locator, end = _locator(text, match)
    start, cited = _by_name(text, match.start(), works, catalogue)
    if match["see"] and not locator and text[start : match.start()].count(" ") > _FEW:
        return None  # "Lee says that it silts up (see note 4)"
    leads = match["sign"] or match["behind"]
    if cited is None and leads and len(works) == 1 and fills_note(text, match.start(), end):
        start, cited = match.start(), works[0]
    if not (leads or match["open"] or cited):
        return None  # "Lee, n 4" names the author
    if cited is None and _names_another(text, match.start(), catalogue):
        return None
    if cited is None:
        before = text[max(0, match.start() - 60) : match.start()].rstrip(" ,:(")
        named = before.rpartition(" ")[2][:1].isupper() or before.endswith((".", ")", "”", "*"))
        if len(works) != 1 or not locator or (named and text[match.start() - 2] in ",:"):
            return None
        start, cited = match.start(), works[0]
    linked = bool(cited.key)
    return Suggestion(
        start,
        end,
        "citation",
        Body("work", cited.key) if linked else Body(),
        "cites" if linked else "",
        locator,
        method="note",
        score=0.85 if linked else 0.6,
        reasons=(f"note {match['note']} cites {cited.key or 'a work that is proposed'}",),
        proposal=cited.proposal,
    )


def skips_note(text: str, cited: int, at: int) -> bool:
    """Whether "ibid." at ``at`` cannot repeat what is cited at ``cited``: a whole note stands
    between, or another source of its own note ("Record Office, DN 4; ibid.").  It repeats what
    the note right before cites, whatever that is (Chicago Manual of Style, 14.34; The
    Bluebook, rule 4.1)."""
    if text[at - 1 : at] == "(":
        return False  # in a sentence, it may be one of a numbered list
    begun = list(_BEGINS.finditer(text, cited, at + 1))
    if not begun or ("]" if begun[-1][0] == "^[" else "\n\n") in text[begun[-1].end() : at]:
        return False
    *others, own = begun
    return ";" in text[own.end() : at] or any(_precedes(other[0], own[0]) for other in others)


def _precedes(mark: str, other: str) -> bool:
    """Whether the mark of a note has the form of another one, and no higher number."""
    mark, other = normalize("NFKC", mark).strip(), normalize("NFKC", other).strip()
    one, two = _LABEL.search(mark), _LABEL.search(other)
    if _LABEL.sub("", mark) != _LABEL.sub("", other) or one is None or two is None:
        return mark == other  # "^["
    return not (one[0].isdecimal() and two[0].isdecimal()) or int(one[0]) < int(two[0])


def fills_note(text: str, start: int, end: int) -> bool:
    """Whether a stretch is all of a note up to its first semicolon, but for "see" and the
    like: "3. See note 1 above."."""
    line = text.rfind("\n", 0, start) + 1
    mark = NOTE_MARK.match(text, line, start) if line else None
    if mark is None or mark.end() == line or _END.match(text, end) is None:
        return False
    return mark.end() == start or behind_signal(text, mark.end(), start) == start


def _locator(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The locator behind a match, and where the citation ends."""
    end = match.end()
    if match["at"]:
        return match["at"], end
    found = locator_at(text, end, min(len(text), end + 60), bare=match["open"] is not None)
    return (str(found), found.end) if found is not None else ("", end)


def _by_name(
    text: str, at: int, works: Sequence[Cited], catalogue: Catalogue
) -> tuple[int, Cited | None]:
    """Where the name nearest before ``at`` begins that is an author's of one of the
    works, and that work."""
    families = {family: work for work in works[::-1] for family in _families(work, catalogue)}
    for start, family in _names(text, at) if families else ():
        if family in families:
            return start, families[family]
    return at, None


def _names_another(text: str, at: int, catalogue: Catalogue) -> bool:
    """Whether an author is named before ``at``, who is none of the note's."""
    named = _names(text, at)
    return any(text[start].isupper() and family in catalogue.families for start, family in named)


def _names(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Where what may be a family name before ``at`` begins, and its name key; the nearest
    and shortest first."""
    words = list(_WORD.finditer(text, max(0, at - 140), at))
    for last in range(len(words) - 1, -1, -1):
        if _GAP.fullmatch(text, words[last].end(), at):
            for first in range(last, max(-1, last - 3), -1):
                start = words[first].start()
                yield start, name_key(text[start : words[last].end()])


def _families(work: Cited, catalogue: Catalogue) -> Iterator[str]:
    """The name keys of the families of a work's authors."""
    if work.key in catalogue.keys:
        for author in catalogue.entries[catalogue.keys[work.key]].authors:
            yield author.key
    elif work.proposal is not None:
        yield from _proposed(work.proposal)


def _proposed(work: Work) -> Iterator[str]:
    for name in work.names("author") or work.names("editor"):
        yield name_key(name.family or name.literal)
