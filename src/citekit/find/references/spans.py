"""Where reference strings may stand in a text: candidates by cheap filters, in spans.

A year is looked for first; nothing else is looked at in paragraphs without one.  Then
the paragraph is an entry of a list (under a heading, numbered, or beginning as entries
do), a note, or prose, where a year counts only within a parenthesis that holds more
than names and years, or beside an imprint ("Place: Publisher") or the numbers of a
journal.  What a candidate is, the parser decides (:mod:`citekit.find.references.finder`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from citekit.find.references.clusters import (
    first_of,
    in_sentences,
    is_short,
    names_author,
    split_cluster,
)
from citekit.find.references.heads import Head, head_at
from citekit.find.references.imprints import (
    COMMA_IMPRINT,
    bare_before,
    has_place,
    has_publisher,
    with_pages,
)
from citekit.find.references.lists import (
    CITE_SAYS,
    PARTICLE,
    begins,
    behind_signal,
    entries,
    is_entry,
    is_prose,
    note_body,
    sections,
    trimmed,
)
from citekit.find.references.names import (
    INVERSION,
    NEW_SENTENCE,
    inverted_names,
    is_named,
    lead,
)
from citekit.find.references.parentheses import LONGEST, parenthesis
from citekit.find.references.spoken import cites_its_author, cites_speaker, names_again
from citekit.find.remarks import is_remarked_cite
from citekit.find.shapes import CAP
from citekit.find.signs import year_places
from citekit.model import KeySpan


class Candidate(NamedTuple):
    """A span that may be a reference, the rule that found it, and whether it stands in
    a list of references, where less is asked of it."""

    start: int
    end: int
    method: str
    listed: bool = False


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BREAK = re.compile(r"\n[ \t\r\f]*\n\s*")
#: "(New York: Columbia University Press, 1959)", "(Paris, Seuil, 1970, p. 12)"
_IMPRINT = re.compile(
    r"(?:[^\W\d_a-zß-ÿœ]|o\.\s?O|s\.\s?l)[^():;,]{1,60}(?:\s?[:;,]\s?[^\d\W_][^():;]{1,70})?,?\s+"
    r"(?:1[5-9]|20)\d\d[a-z]?(?:\s*\[[^\]()]*\])?(?:,\s*(?:S\.|pp?\.|p\s)?\s*\d[\d\s,f.–-]*)?",
)
_IMPRINT_AHEAD = re.compile(
    r"[^\W\d_a-zß-ÿœ][\w.’'/ -]{2,40}\s?[:;]\s(?=[^\W\d_a-zß-ÿœ])"
    r"(?:[^.;:()\n]|\.(?=\s?[^\W\d_a-zß-ÿœ]\.)|(?<=\b[^\W\d_])\.){2,70}(?=[.;)]|$)"
)
_JOURNAL_AHEAD = re.compile(
    r"[,:]?\s*(?:\(?\d+\)?\s*[,:]?\s*)?(?:pp?\.|S\.|pages?|Seiten)?\s*\d+\s*[-–—]+\s*\d+"
)
_NUMBERS = re.compile(
    r"\b(?:vol\.?|no\.?|nr\.?|jg\.?|h\.|heft|bd\.|t\.|n[°º])\s*\d|\d+\s?\(\d+(?:[-/–]\d+)?\)|\d+[:.]\d+\b"
    r"|\b(?:pp?|S)\.\s?\d+\s?[-–]\s?\d+",
    re.I,
)
#: What cites, which no title has: "(1999)", "(2001, Kap. 3)", ", p. 3." and another sentence.
_CITE_BETWEEN = re.compile(
    r"\((?:1[5-9]|20)\d\d[a-z]?(?:[,:/][^()]*)?\)|,\s(?:p|S)\.\s\d+(?:\s?ff?)?\.\s+(?=[^\W\d_a-zß-ÿœ])"
)
#: "Rivers 14 (", "12 J. Water L. 45, 67 (", the year being what comes next.
_PAGE_BEFORE = re.compile(r"[^\W\d_][.]?\s\d{1,4}(?:,\s\d+(?:[-–]\d+)?)*\s$")
_SIGNAL = re.compile(
    r"(?<!\w)(?:[Vv]gl\.|[Ss]iehe|[Ss]ee|[Cc]f\.|[Vv]oir)\s+(?:(?:auch|also|aussi|dazu|hierzu)\s+)?"
    r"|(?<!\w)(?:[Ff]urther [Rr]eading|[Ss]ources?|[Rr]eferences?|[Ll]iteratur(?:tipps?)?|Quellen?"
    r"|[Bb]ibliographie|[Rr]éférences?|[Ll]ire|[Ll]esen)\s?:\s+"
)
_ROW = re.compile(r"\s?;\s+")
#: "Kuhn 1962, 12; cf. Berger and Luckmann 1966": a few words before each year
_CITES_ONLY = re.compile(
    r"(?:(?:[\w.’'&-]+[,\s]+){0,5}?(?:\[\d{4}\]\s?)?[(\[]?"
    r"\b(?:(?:1[5-9]|20)\d\d[a-z]?\b|\d{1,3}\s?(?:AD|BC|a[pv]r?\.\sJ\.-C\.|[nv]\.\sChr\.))[)\]]?"
    r"(?:,\s?[a-z]\b)*(?:\s*[,:]\s*(?:(?:S|pp?|chapters?|ch|sec|esp|Kap)\b\.?\s*)?"
    r"[\d–, -]+(?:and\s\d+)?f{0,2}\.?)?\s*(?:[;,]|and|und|$)\s*)+"
)
#: "van der Kolk, Pelcovitz, Roth, & Mandel, 1996, p. 4": families in a row, "and" before the
#: last if they are few, and years (APA 6, 6.12); no title or publisher stands between them.
_FAMILY = rf"{PARTICLE}{CAP}(?:,?\s(?:[^\W\d_a-zß-ÿœ]\.[ -]?){{1,3}})?"
_FAMILIES_DATED = re.compile(
    rf"{_FAMILY}(?:(?:,\s{_FAMILY}){{1,20}}(?<!\s),?\s(?:and|&|und|et)\s{_FAMILY}"
    rf"|(?:,\s{_FAMILY}){{5,20}})(?<!\s),?\s\(?"
    r"(?:1[5-9]|20)\d\d[a-k]?(?:,\s(?:1[5-9]|20)\d\d[a-k]?)*\)?"
    r"(?:\s?[,:]\s?(?:(?:S|pp?|ch|chap|Kap)\.\s?)?\d[\d–, -]*f{0,2}\.?)?\s?"
)
#: "Roth, NJW 1974, 120", "Roth/Lund, AcP 171 (1971), 33": the author and the abbreviated
#: journal, as German lawyers cite an article; it has two capitals.
_BY_JOURNAL = re.compile(
    r"[^\W\d_a-zß-ÿœ][\w’'-]+(?:/[^\W\d_a-zß-ÿœ][\w’'-]+)*,\s(?=[a-z]*[A-Z][a-z]*[A-Z])[A-Za-z-]{2,8}\s"
    r"(?:\d{1,4}\s\((?:1[5-9]|20)\d\d\)|(?:1[5-9]|20)\d\d),\s\d+[^;()]*$"
)
#: A comma, then three words or more up to a year, which are no names: "Kuhn, The Structure
#: of Revolutions, 1962"; one of them no particle or initial
_TITLED = re.compile(
    r",\s(?=[^,;()\d]*[^\W\d_a-zß-ÿœ]\w)(?:(?!(?:and|und|et|&|y|e|zit\.|zitiert|cited|quoted|cité|see|siehe|vgl\.|voir|cf\.)\s)"
    r"[^,;()\d\s]+\s){2,}[^,;()\d\s]+,?\s(?:1[5-9]|20)\d\d"
)


def candidates(text: str, marked: Sequence[KeySpan] = ()) -> Iterator[Candidate]:
    """The candidates of ``text``, in the order of their starts for each paragraph;
    ``marked`` are the entries that its markup tells."""
    paragraphs = _paragraphs(text)
    starts = [start for start, _ in paragraphs]
    listed = sections(text, paragraphs)
    listed.update(bisect_right(starts, entry.start) - 1 for entry in marked)
    dated = _dated_ones(paragraphs, lone_years(text))
    alone = {index for index in dated if is_entry(text, *trimmed(text, *paragraphs[index]))}
    listed |= _in_a_row(text, paragraphs, dated, alone)
    heads = _heads(text, paragraphs, [i for i in dated if i not in listed], alone)
    for index in dated:
        start, end = paragraphs[index]
        if index in listed:
            yield from _entries(text, start, end)
        elif index in heads:
            yield heads[index]
            yield from _prose(text, heads[index].end, end)
        elif text.find("\n", start, end) >= 0:
            yield from _lines(text, start, end)
        elif end - start <= LONGEST:
            yield from _line(text, *trimmed(text, start, end))
        else:
            yield from _prose(text, start, end)
    # entries of a list that name no year
    for index in sorted(listed.difference(dated)):
        start, end = paragraphs[index]
        if _YEAR.search(text, start, end) is None:
            yield from _entries(text, start, end)


#: The mark before a note.
_MARKED = re.compile(
    r"(?:\[\^?\d{1,3}\]:?|\(\d{1,3}\)|[¹²³⁴-⁹⁰]+|\d{1,3}[.)])\s*(?=[^\W\d_a-zß-ÿœ])"
)


@lru_cache(maxsize=1)
def with_lines(text: str, breaks: tuple[int, ...]) -> str:
    """``text`` with line ends for the spaces ``breaks`` that stand under a heading of
    references, where each line may be an entry, and before the marks of notes in a
    paragraph that begins with one; positions stay."""
    if not breaks:
        return text
    paragraphs = _paragraphs(text)
    starts = [start for start, _ in paragraphs]
    listed = sections(text, paragraphs)
    pieces: list[str] = []
    done = 0
    for at in breaks:
        index = bisect_right(starts, at) - 1
        noted = _MARKED.match(text, starts[index]) and _MARKED.match(text, at + 1)
        if noted or index in listed:
            pieces += text[done:at], "\n"
            done = at + 1
    return "".join((*pieces, text[done:]))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans between blank lines."""
    breaks = [found.span() for found in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return list(zip(starts, ends, strict=True))


@lru_cache(maxsize=1)
def lone_years(text: str) -> Sequence[int]:
    """Where years from 1500 on stand that no digit touches, in order; asked for again for
    every stretch of one text."""
    return [
        at
        for at in year_places(text)
        if not text.startswith("14", at)
        and not text[at - 1 : at].isdigit()
        and not text[at + 4 : at + 5].isdigit()
    ]


def _dated_ones(paragraphs: Sequence[tuple[int, int]], years: Sequence[int]) -> list[int]:
    """The indices of the paragraphs that have one of ``years``."""
    ends = [end for _, end in paragraphs]
    dated: list[int] = []
    done = 0
    for at in years:
        if at >= done:
            dated.append(bisect_right(ends, at))
            done = ends[dated[-1]]
    return dated


def _in_a_row(
    text: str, paragraphs: Sequence[tuple[int, int]], dated: Sequence[int], alone: Collection[int]
) -> set[int]:
    """Paragraphs with years that stand together and of which most are entries, as those
    are that stand ``alone``; notes, which may hold several references, are none."""
    found: set[int] = set()
    first = 0
    for place in range(1, len(dated) + 1):
        if place < len(dated) and dated[place] == dated[place - 1] + 1:
            continue
        row, first = dated[first:place], place
        sure = [index for index in row if index in alone]
        if len(row) < _LEAST or len(sure) < 2:
            continue
        row = row[row.index(sure[0]) : row.index(sure[-1]) + 1]
        short = all(end - start <= _LINES for start, end in (paragraphs[i] for i in row))
        if short and len(row) >= _LEAST and len(sure) * 5 > len(row) * 3:
            found.update(i for i in row if note_body(text, *paragraphs[i]) is None)
    return found


#: So many entries without a heading make a list, if none is longer, in code points.
_LEAST, _LINES = 3, 500


def _lines(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The candidates of a paragraph of several lines."""
    lines = entries(text, start, end)
    alone = [is_entry(text, *line) for line in lines]
    listed = sum(alone) * 2 > len(lines)
    for line, entry in zip(lines, alone, strict=True):
        body = note_body(text, *line)
        if body is not None and (len(lines) == 1 or len(split_cluster(text, *body)) > 1):
            yield from _note(text, *body)
        elif listed and len(lines) >= _LEAST and _dated_entry(text, *line):
            yield Candidate(*line, "reference-entry", True)
        elif listed and entry:
            yield Candidate(*line, "reference-entry")
        elif body is not None and not listed:
            yield from _note(text, *body)
        else:
            yield from _prose(text, *line)


def _heads(
    text: str, paragraphs: Sequence[tuple[int, int]], dated: Iterable[int], alone: Collection[int]
) -> dict[int, Candidate]:
    """By index the paragraphs of one line that are a reference each, as entries ``alone`` are
    and heads of reviews.  If only one is, at the beginning of the text, it is the head of a
    review, and of no list."""
    found: dict[int, Head] = {}
    for index in dated:
        start, end = trimmed(text, *paragraphs[index])
        if end - start > LONGEST or text.find("\n", start, end) >= 0:
            continue
        if note_body(text, start, end) is not None:
            continue
        signalled = behind_signal(text, start, end)
        if index in alone:
            found[index] = Head(start, first_of(text, start, end), named=False)
        elif end - start <= _LINES and not (signalled > start and is_named(text, signalled, end)):
            head = head_at(text, start, end, paragraphs[index - 1] if index else (0, 0))
            if head is not None and not cites_its_author(text, head.start, head.end):
                found[index] = head
    lone = len(found) == 1 and all(
        head.start < _AT_HEAD and index + 1 < len(paragraphs) for index, head in found.items()
    )
    methods = {True: "reference-prose", False: "reference-entry"}
    return {
        index: Candidate(start, end, methods[named or lone])
        for index, (start, end, named) in found.items()
    }


#: The head of a review begins so near to that of the text (code points).
_AT_HEAD = 600


def _line(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The candidates of a paragraph of one line, which is no entry by itself."""
    body = note_body(text, start, end)
    signalled = behind_signal(text, start, end)
    if body is not None:
        yield from _note(text, *body)
    elif signalled > start and is_named(text, signalled, end):
        yield from _note(text, start, end)
    else:
        yield from _prose(text, start, end)


def _entries(text: str, start: int, end: int) -> Iterator[Candidate]:
    for one in chain.from_iterable(
        in_sentences(text, *entry, listed=True) for entry in entries(text, start, end)
    ):
        if is_prose(text, *one) and not begins(text, *one):
            yield from _prose(text, *one)
        elif one[1] - one[0] <= LONGEST and not is_short(text, *one):
            yield Candidate(*one, "reference-list", True)


def _dated_entry(text: str, start: int, end: int) -> bool:
    """Whether a line among entries is one too."""
    dated = _YEAR.search(text, start, end) is not None
    return dated and end - start <= LONGEST and not is_prose(text, start, end)


def _note(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The references of a note, split where a new one starts."""
    for left, right in split_cluster(text, start, end):
        if _YEAR.search(text, left, right) is None:
            continue
        if names_author(text, left, right) or is_entry(text, left, right):
            yield Candidate(left, right, "reference-note")
        else:
            yield from _prose(text, left, right)


def _prose(text: str, start: int, end: int) -> Iterator[Candidate]:
    """References in running text."""
    done = start
    years = lone_years(text)
    for at in years[bisect_left(years, start) : bisect_right(years, end - 4)]:
        if at < done:
            continue
        enclosed = parenthesis(text, at, start, end)
        if enclosed is None:
            one = _open(text, at, done, end)
            if one is not None and _is_closed(text, one):
                yield one
                done = one.end
            continue
        left, right = enclosed
        inner = text[left + 1 : right]
        if 7 < len(inner) < 141 and _IMPRINT.fullmatch(inner):
            one = _before(text, left, right + 1, done, end)
            if one is not None and _is_closed(text, one):
                yield one
                done = one.end
                continue
        if _BY_JOURNAL.match(inner):
            yield Candidate(left + 1, right, "reference-parentheses")
            done = right
            continue
        if len(inner) > 24 and (not _CITES_ONLY.fullmatch(inner) or _TITLED.search(inner)):
            for span in split_cluster(text, left + 1, right):
                words = text[slice(*span)]
                cite = is_remarked_cite(words) or _FAMILIES_DATED.fullmatch(words)
                if len(words) > 30 and not cite:
                    yield Candidate(*span, "reference-parentheses")
            done = right
            continue
        if len(inner) > 24 or not inner.strip():
            continue
        one = _dated(text, left, right + 1, done, end)
        if one is not None and _is_closed(text, one):
            yield one
            done = one.end


#: A quotation mark that closes: behind a word or full stop, before none.
_CLOSES = re.compile(r"(?<=[^\s(\[–—-])[“”\"»«](?!\w)")
_QUOTES = re.compile('[“”"»«„]')


def _is_closed(text: str, one: Candidate) -> bool:
    """Whether no parenthesis closes in a candidate that opens before it, and no quotation."""
    if text.count(")", one.start, one.end) > text.count("(", one.start, one.end):
        return False
    first = _QUOTES.search(text, one.start, one.end)
    return first is None or _CLOSES.match(text, first.start()) is None


def _before(text: str, left: int, right: int, floor: int, end: int) -> Candidate | None:
    """ "Author, Title (Place: Publisher, Year), 12": from the author to the pages."""
    begin = lead(text, floor, left)
    if begin < 0 or _CITE_BETWEEN.search(text, begin, left):
        return None
    if cites_speaker(text, begin, left, right) or names_again(text, begin, left, right):
        return None
    return Candidate(begin, with_pages(text, right, end), "reference-prose")


def _dated(text: str, left: int, right: int, floor: int, end: int) -> Candidate | None:
    """A year alone in its parenthesis, behind a name in inverted order and before a title
    and an imprint, behind a journal's volume and before pages, or behind the page cited, as
    law reviews print it (The Bluebook, rules 15 and 16)."""
    begin = -1
    if INVERSION.search(text, max(floor, left - 90), left):
        begin = inverted_names(text, max(floor, left - 160), left, 40)
    if begin >= 0 and not CITE_SAYS.match(text, left, min(end, right + 80)):
        ahead = _IMPRINT_AHEAD.search(text, right, min(end, right + 320))
        numbers = _NUMBERS.search(text, right, min(end, right + 320))
        stop = ahead.end() if ahead else numbers.end() if numbers else -1
        if stop > 0:
            return Candidate(begin, with_pages(text, stop, end), "reference-prose")
    pages = _JOURNAL_AHEAD.match(text, right, end)
    if pages and pages.end() > right + 1:
        begin = lead(text, floor, left)
        if begin >= 0 and (
            _NUMBERS.search(text, begin, left) or re.search(r"\d\s*$", text[begin:left])
        ):
            return Candidate(begin, pages.end(), "reference-prose")
    if text[left - 2 : left].rstrip().isdecimal() and _PAGE_BEFORE.search(text, floor, left):
        begin = lead(text, floor, left)
        if begin >= 0 and not _CITE_BETWEEN.search(text, begin, left):
            return Candidate(begin, with_pages(text, right, end), "reference-prose")
    return None


def _open(text: str, at: int, floor: int, end: int) -> Candidate | None:
    """A year in no parenthesis: behind an imprint or a title, or between name and title."""
    begin = bare_before(text, at, floor)
    if begin >= 0:
        return Candidate(begin, at + 4 + text.startswith(".", at + 4), "reference-prose")
    comma = text.rfind(", ", max(floor, at - 76), at)
    colon = text.rfind(": ", max(floor, at - 76), at)
    begin = -1
    if (colon >= 0 and has_publisher(text, max(floor, colon - 48), at)) or (
        comma >= 0
        and text.count(",", max(floor, at - 100), at) > 2
        and COMMA_IMPRINT.search(text, max(floor, at - 100), at)
    ):
        begin = lead(text, floor, at - 10)
    elif comma >= 0 and has_place(text, comma, at, end):
        begin = _signalled_lead(text, floor, at)
    if begin >= 0:
        return Candidate(begin, with_pages(text, at + 4, end), "reference-prose")
    if comma >= 0 and text[comma:at].rstrip(" ,.:;(")[-1:].isalpha():
        begin = inverted_names(text, max(floor, at - 100), at, 4)
        ahead = _IMPRINT_AHEAD.search(text, at + 4, min(end, at + 300)) if begin >= 0 else None
        if ahead:
            return Candidate(begin, with_pages(text, ahead.end(), end), "reference-prose")
    return None


def _signalled_lead(text: str, floor: int, at: int) -> int:
    """Where a person is named behind the last "see" or "vgl." before ``at``, behind the
    semicolon after another reference, or at the beginning of the line; -1 for none."""
    begin = max(floor, at - 250)
    signals = list(_SIGNAL.finditer(text, begin, at))
    if signals:
        begin = signals[-1].end()
    else:
        row = _ROW.match(text, floor)
        begin = row.end() if row else max(begin, text.rfind("\n", begin, at) + 1)
        if not (row or begin == 0 or text[begin - 1] == "\n"):
            return -1
    named = is_named(text, begin, at)
    return begin if named and not NEW_SENTENCE.search(text, begin, at) else -1
