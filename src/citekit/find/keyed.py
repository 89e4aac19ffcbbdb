"""Quotations beside citations by key, read as they are printed: "Lee (1990, p. 3) writes".

Whoever reads the typeset text sees a name where the file has a key.  So the finder of
quotations reads the text with pandoc's keys and LaTeX's commands printed in author–date
form, numbers of references beside a name as years, and what it finds is put back to where it
stands in the text itself.  Sources: Pandoc User's Guide, "Citation syntax"; BibLaTeX manual 3.9
(citation commands); natbib.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.corpus.wrapping import paragraphs
from citekit.find.citations.held import KEYED, held, is_textual
from citekit.find.citations.marks import MARKS
from citekit.find.citations.names import UPPER
from citekit.find.mentions.clauses import language
from citekit.find.quotations.finder import Mark, read
from citekit.find.references.names import ET_AL
from citekit.find.speakers.ranks import Ranking
from citekit.find.suggestion import At, Suggestion, unheard
from citekit.find.works import AUTHOR_ROLES, Catalogue, Entry, Span, name_key

#: Pandoc's key as typed.
_AT = re.compile(r"(?P<minus>-?)@(?:\{[^{}\s]+\}|)")
#: A LaTeX command that cites: its name, and its notes before and behind if it has one key.
_COMMAND = re.compile(
    r"\\(?P<name>[A-Za-z]+)\*?(?:\([^()]*\)){0,2}"
    r"(?:\[(?P<first>[^\[\]]*)\](?:\[(?P<second>[^\[\]]*)\])?)?"
)
#: Commands by what they print.
_AUTHOR = re.compile(r"(?:[Cc]iteauthor|citefullauthor|citeauthorfull)$")
_YEAR = re.compile(r"(?:citeyear(?:par)?|citedate)$")
#: What prints more or less than author and year.
_OTHER = re.compile(
    r"(?:[Cc]itetitle|citeurl|citenum|citetext|c?quote|full[Cc]ite|citep?t?alias|cite(?:field|name|list)|bibentry)"
)
#: So much of a text tells its language (code points).
_SAMPLE = 2500
_STOPS = ".!?:\n"
#: Words before a citation that look like a given name before a family: "See Lee".
_LED = re.compile(r"(?:\A|[.!?;:(\n{]\s?)(?:See|Siehe|Voir|Compare)(?:\s(?:also|auch|aussi))?\s\Z")
_AND = {"en": "and", "de": "und", "fr": "et"}


#: Before a number that stands beside whoever is cited: a name, or what cuts several short.
_NAMED = re.compile(rf"(?:(?<!\w)[{UPPER}][\w’'-]*[^\W\d_]|{ET_AL})[ \u00a0\u202f]?$")
_LONGEST_NAME = 40
#: Behind it: the rest of the clause.
_GOES_ON = re.compile(r",?[ \u00a0\n](?=[a-zß-öø-ÿœ])|,?[ \u00a0]?:|,\s[\"“„«]")
#: Other numbers of the same mark.
_OTHERS = re.compile(r"[\d\W]*(?:(?:and|und|sowie|et|pp?|S)[\d\W]+)*")
_LONGEST_MARK = 100
#: Any year: the rules only skip it.
_DATED = "(1900)"


class _Piece(NamedTuple):
    """A span of the text and the words that are printed there."""

    start: int
    end: int
    words: str


def read_printed(
    text: str, catalogue: Catalogue, citations: Iterable[Suggestion],
    ranking: Ranking | None = None, titles: Sequence[Span] = (), at: At = unheard,
) -> tuple[list[Mark], list[Suggestion]]:  # fmt: skip
    """What :func:`citekit.find.quotations.finder.read` finds in ``text`` as it is printed:
    the works of ``catalogue`` that ``citations`` cite by key by their authors and years.
    ``titles`` are the places of titles.  All spans are those of ``text``; ``at`` is told
    where in it, nearly, the reading is."""

    def knows(name: str) -> bool:
        return name_key(name) in catalogue.families

    cited = list(citations)
    keyed = [one for one in cited if one.method in KEYED]
    pieces = _apart([*_pieces(text, catalogue, keyed), *_numbers(text, cited)])
    if not pieces:
        return read(text, ranking, works=titles, at=at, knows=knows)
    printed = _Printed(text, pieces)
    parts, titles = (
        [(printed.shown(start), printed.shown(end)) for start, end in spans]
        for spans in (paragraphs(text), titles)
    )
    marks, found = read(printed.text, ranking, parts, titles, at, knows)
    back = {id(one): printed.back(one) for one in found}
    placed = [
        mark._replace(
            start=printed.start(mark.start),
            end=printed.end(mark.end),
            inner_start=printed.start(mark.inner_start),
            inner_end=printed.end(mark.inner_end),
            suggestion=None if mark.suggestion is None else back[id(mark.suggestion)],
        )
        for mark in marks
    ]
    return placed, [back[id(one)] for one in found]


def language_of(text: str) -> str:
    """The language that a text begins in: en, de or fr."""
    return language(text[:_SAMPLE].lower())


def authors_of(entry: Entry, code: str) -> str:
    """The authors of a work as an author–date citation names them in a text of the language
    ``code`` (en, de or fr): "Lee", "Lee and Roy", "Lee et al."; empty if it has none."""
    names = next(filter(None, map(entry.work.names, AUTHOR_ROLES)), ())
    families = [
        name.literal or f"{name.non_dropping_particle} {name.family}".strip() for name in names
    ]
    if len(families) > 2:
        return f"{families[0]} et al."
    return f" {_AND[code]} ".join(families)


class _Printed:
    """A text with other words in some places, and the way back from it."""

    def __init__(self, text: str, pieces: Sequence[_Piece]) -> None:
        self._original = text
        self._pieces = pieces
        self._starts: list[int] = []
        parts: list[str] = []
        at = length = 0
        for piece in pieces:
            length += piece.start - at
            parts += (text[at : piece.start], piece.words)
            self._starts.append(length)
            length += len(piece.words)
            at = piece.end
        parts.append(text[at:])
        self.text = "".join(parts)
        self._begins = [piece.start for piece in pieces]

    def shown(self, at: int) -> int:
        """Where a place of the original text is."""
        index = bisect_right(self._begins, at) - 1
        if index < 0:
            return at
        piece, start = self._pieces[index], self._starts[index]
        if at == piece.start:
            return start
        return start + len(piece.words) + max(0, at - piece.end)

    def start(self, at: int) -> int:
        """Where what begins at a place begins in the original text."""
        return self._place(at, end=False)

    def end(self, at: int) -> int:
        """Where what ends at a place ends in the original text."""
        return self._place(at, end=True)

    def _place(self, at: int, *, end: bool) -> int:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return at
        piece, start = self._pieces[index], self._starts[index]
        behind = at - start - len(piece.words)
        if behind >= 0:
            return piece.end + behind
        return piece.end if end and at > start else piece.start

    def back(self, found: Suggestion) -> Suggestion:
        """A quotation with the spans, and the words, of the original text."""
        start, end = self.start(found.start), self.end(found.end)
        quoted, cue, attribution = found.quoted, found.cue, found.attribution
        first = self.text.find(quoted, found.start, found.end) if quoted else -1
        if first >= 0:
            quoted = self._original[self.start(first) : self.end(first + len(quoted))]
        else:  # in several pieces, or without its line breaks
            quoted = self._as_typed(quoted, start, end)
        if attribution is not None:
            attribution = self.start(attribution[0]), self.end(attribution[1])
            words = " ".join(self._original[slice(*attribution)].split())
            printed = self.text[slice(*found.attribution)] if found.attribution else ""
            cue = words if cue == " ".join(printed.split()) else cue
        return found._replace(start=start, end=end, quoted=quoted, cue=cue, attribution=attribution)

    def _as_typed(self, quoted: str, start: int, end: int) -> str:
        """What is quoted between these places of the original text, with the words that stand
        there."""
        done = 0
        inside = bisect_right(self._begins, start), bisect_right(self._begins, end - 1)
        for piece in self._pieces[slice(*inside)]:
            words = piece.words
            if (at := quoted.find(words, done)) < 0:
                words = words.strip()  # what is quoted begins or ends with it
                at = quoted.find(words, done)
            if at >= 0:
                typed = self._original[piece.start : piece.end]
                quoted = quoted[:at] + typed + quoted[at + len(words) :]
                done = at + len(typed)
        return quoted


def _pieces(text: str, catalogue: Catalogue, citations: Iterable[Suggestion]) -> list[_Piece]:
    """What is printed in place of keys, by place, none over another."""
    code = language_of(text)
    found: list[_Piece] = []
    commands: dict[Span, list[tuple[Entry, str]]] = {}
    for one in citations:
        entry = catalogue.keys.get(one.body.value)
        if entry is None:
            continue
        if one.method == "pandoc-key":
            found += _pandoc(text, one, catalogue.entries[entry], code)
        else:
            held_by = held(text, one.start, one.end) if text[one.start] != "\\" else one[:2]
            commands.setdefault(held_by, []).append((catalogue.entries[entry], one.locator))
    for span, cited in commands.items():
        words = _command(text, span, cited, code)
        if words is not None:
            found.append(_Piece(*span, words))
    return found


def _apart(found: Iterable[_Piece]) -> list[_Piece]:
    """The pieces by place, none over another."""
    pieces: list[_Piece] = []
    for piece in sorted(set(found)):
        if not pieces or pieces[-1].end <= piece.start:
            pieces.append(piece)
    return pieces


def _numbers(text: str, citations: Iterable[Suggestion]) -> Iterator[_Piece]:
    """Numbers of references between a name and what its clause goes on with ("Lee [3] says",
    "Lee et al.² say"), as the year in parentheses that stands there in other styles."""
    for one in citations:
        if one.method not in MARKS:
            continue
        start, end = _bracketed(text, one.start, one.end)
        if _NAMED.search(text, max(0, start - _LONGEST_NAME), start) and _GOES_ON.match(text, end):
            yield _Piece(start, end, _DATED if text[start - 1].isspace() else f" {_DATED}")


def _pandoc(text: str, one: Suggestion, entry: Entry, code: str) -> Iterator[_Piece]:
    """What is printed for a key with ``@`` and the brackets around it."""
    typed = _AT.match(text, one.start)
    authors, year = authors_of(entry, code), _year(entry)
    if typed is None or not authors:
        return
    end = typed.end() if typed[0].endswith("}") else typed.end() + len(one.body.value)
    opened, closed = held(text, one.start, one.end)
    if opened < one.start and text[closed - 1] == "]":
        first = text.index("[", opened) + 1
        yield _Piece(opened, first, " (" if first - opened > 1 else "(")
        yield _Piece(one.start, end, year if typed["minus"] else f"{authors} {year}")
        yield _Piece(closed - 1, closed, ")")
        return
    if typed["minus"]:
        yield _Piece(one.start, end, year)
        return
    if text[max(0, one.start - 2) : one.start].rstrip(" ")[-1:] in ("", *_STOPS):
        authors = authors[0].upper() + authors[1:]
    printed = f"({authors} {year}" if is_led(text, one.start) else f"{authors} ({year}"
    if one.end > end and text[end : end + 2] == " [":
        yield _Piece(one.start, end, printed)
        yield _Piece(end, end + 2, ", ")
        yield _Piece(one.end - 1, one.end, ")")
    else:
        yield _Piece(one.start, end, f"{printed})")


def _bracketed(text: str, start: int, end: int) -> Span:
    """A number with the brackets right around it and its like, if it is one of several."""
    opened = text.rfind("[", max(0, start - _LONGEST_MARK), start)
    closed = text.find("]", end, end + _LONGEST_MARK)
    if opened < 0 or closed < 0 or not _OTHERS.fullmatch(text[opened + 1 : start]):
        return start, end
    return opened, closed + 1


def is_led(text: str, at: int) -> bool:
    """Whether "see" leads to the citation at ``at``."""
    return _LED.search(text, max(0, at - 20), at) is not None


def _command(text: str, span: Span, cited: Sequence[tuple[Entry, str]], code: str) -> str | None:
    """What a command prints that cites these works; None if it prints something else."""
    command = _COMMAND.match(text, *span)
    if command is None or _OTHER.search(command["name"]):
        return None
    name = command["name"]
    textual = is_textual(text, *span) and not is_led(text, span[0])
    printed = []
    for entry, locator in cited:
        authors, year = authors_of(entry, code), _year(entry)
        if not authors:
            return None
        dated = f"{year}, {locator}" if locator else year
        if _AUTHOR.match(name):
            printed.append(authors)
        elif _YEAR.match(name):
            printed.append(dated)
        else:
            printed.append(f"{authors} ({dated})" if textual else f"{authors} {dated}")
    if textual:
        return ", ".join(printed)
    led = command["first"] if command["second"] is not None else ""
    words = f"({led} {'; '.join(printed)})" if led else f"({'; '.join(printed)})"
    return words if text[span[0] - 1 : span[0]].isspace() else " " + words


def _year(entry: Entry) -> str:
    return str(min(entry.years)) if entry.years else "n.d."
