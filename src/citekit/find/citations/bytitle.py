"""Works cited by their title and a place or a year, with no author: “Rivers,” 1931, p. 12.

Sources: Publication Manual of the APA (7th edition), 8.14 (works of unknown authors: the title,
shortened, and the year); Chicago Manual of Style (17th edition), 14.33 (short forms of titles);
MLA Handbook (9th edition), 6.1 (a citation begins with what its entry begins with).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from citekit.find.citations.raw import Masks
from citekit.find.citations.resolve import relation_behind
from citekit.find.citations.subjects import named_before
from citekit.find.citelocators import Locator, locator_at
from citekit.find.citingwords import (
    ARTICLES,
    CLAIM_VERBS,
    SPEECH_VERBS,
    WORK_NOUNS,
    WRITINGS,
)
from citekit.find.references.lists import behind_signal
from citekit.find.shapes import CAP, YEAR
from citekit.find.signs import in_brackets
from citekit.find.suggestion import Suggestion
from citekit.find.workforms import title_variants, years_of
from citekit.find.works import AUTHOR_ROLES, Catalogue, Span
from citekit.find.worktitles import TitleForm, is_content, plain, same, words_of
from citekit.find.worktitles import title_words as tokens_of
from citekit.model import Body, Work

#: The method of these citations.
METHOD = "cited-title"
#: A parenthesis that may begin with a title, or a name, perhaps behind a signal.
_PARENTHESIS = re.compile(
    r"\((?P<words>(?:[a-zéè.’']{2,10}\s){0,3}[“\"«„‘'*_]{0,3}\s?[^\W\d_a-zß-ÿœ]"
    rf"(?:[^()]|\({YEAR}\)){{4,300}})\)"
)
#: A line with the source of the words above it: "— Rivers, 1931, p. 12".
_SOURCE_LINE = re.compile(r"\n[ \t>]*(?:[—–]|---?)\s?(?P<words>[^\s—–-][^\n]{5,200})")
#: Behind a signal, before a title in marks.
_FURTHER = re.compile(
    r"(?:(?:especially|esp\.|particularly|besonders|bes\.|insb\.|notamment|surtout)\s)?"
    r"(?:(?:the|die|der|das|dem|den|les?|la)\s|l[’'])?(?=[“\"«„‘*_])"
)
#: Behind what another cite may begin; behind a cite by a title also "and".
_ANOTHER = re.compile(
    r";\s+|(?<!\w)(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Cc]ompare|[Vv]gl\.|[Ss]iehe|[Vv]oir(?:\saussi)?)\s"
)
_NEXT = re.compile(rf"{_ANOTHER.pattern}|,?\s(?:and|und|et|sowie)\s")
_OPENING = re.compile(r"[“\"«„‘'*_]{0,3}\s?")
_CLOSING = re.compile(r"[,.]?(?:(?:\s(?=»))?[”\"»“«’'*_]){0,3}[,.]?")
_MARKS = frozenset("“”\"«»„‘’'*_")
#: The end of a title in marks before its year and a place: “Rivers” (1931, p. 12); and the mark
#: that opens where another one closes.
_YEAR_AND_PLACE = re.compile(rf"\({YEAR}[a-z]?[,:]")
_OPENS = {"”": "“", "»": "«", "“": "„", "’": "‘", '"': '"', "*": "*", "_": "_"}
#: The year behind a title: ", 1931", " (1931)"; or that it has none.
_DATED = re.compile(rf"[,.]?\s[(\[]?(?P<year>{YEAR})[a-z]?[)\]]?(?![\d–-])")
_UNDATED = re.compile(r"[,.]?\s[(\[]?(?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.)[)\]]?")
#: Who edited or translated a work, behind its title: ", ed. Ann Lee", ", hg. von A. Lee".
_NAMES = rf"(?:{CAP}\.?|and|und|et|&|de|du|von|van|der|la)"
_EDITED = (
    r"[,.]\s(?:[Ee]d(?:s|ited\sby)?\b\.?|(?:[Hh]g|[Hh]rsg)\.\s?(?:v\.|von)|[Hh]erausgegeben\svon"
    r"|[Éé]d(?:ité|itée)?\b\.?(?:\spar)?|[Tt]rans(?:l\.|\.|lated\sby)|[Üü]bers(?:\.|etzt)\s(?:v\.|von)"
    rf"|[Tt]rad(?:\.|uite?\spar))\s{_NAMES}(?:,?\s{_NAMES}){{0,11}}?"
)
#: What stands between a title and the year that it was published in.
_IMPRINT = re.compile(
    rf"(?:{_EDITED})?"
    r"(?:[,.]\s\(?|\s\(|(?<=[”\"»“*_])\s)(?P<imprint>[^;\n]{3,110}?)"
    rf"(?<![\w–-])(?P<year>{YEAR})[)\]]?(?![\w–-])"
)
_PARTED = re.compile(r"[,:]\s")
_LOWER = re.compile(r"(?<![\w’'.-])[a-zß-öø-ÿ]{2,}")
_JOINTS = frozenset(
    """of the and for in on at no nr vol vols ed eds rev der die das des dem den und von vom zu zur
    zum für bei am im jg bd hg hrsg h de du des la le les et en à sur pour dans éd st
    janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre""".split()
)
#: What a cite ends before; and one that has no place.
_END = re.compile(r"\s?(?:[.;,:)\]]|$)|\s(?:and|und|et|sowie)\s")
_CLOSED = re.compile(r"\s?(?:\.?\s?$|[;)\]])")
#: Nouns of kinds of works: alone they name none.
_KINDS = WORK_NOUNS | WRITINGS | frozenset(
    """reports letter letters address journal journals review reviews record records minutes
    guide notes papers documents dialogue dialogues bericht berichte brief briefe rede
    denkschrift gutachten protokoll zeitschrift chronik rapport rapports lettre lettres discours
    revue mémoire mémoires""".split()
)  # fmt: skip
#: A title is no longer than this (code points, words).
_REACH = 200
_WORDS = 40
_FIRST = re.compile(r"[^\W_]+")
_CLAIMING = CLAIM_VERBS | SPEECH_VERBS
#: So many words with content hardly stand together by chance.
_SEVERAL = 3


class _Candidate(NamedTuple):
    """A work that may be cited: the key if it is catalogued, the work itself if it is only
    proposed, its years, the title in :func:`plain` form, whether it has authors."""

    key: str
    proposal: Work | None
    years: frozenset[int]
    title: str
    authored: bool


class _Titles:
    """The titles of the catalogue, without the text's own, and of the works that references of
    the text propose, by their first words."""

    def __init__(self, catalogue: Catalogue, proposals: Sequence[Work] = ()) -> None:
        self._catalogue = catalogue
        self._proposals = proposals

    @cached_property
    def _proposed(self) -> Mapping[str, Sequence[TitleForm]]:
        headed: dict[str, list[TitleForm]] = {}
        for index, work in enumerate(self._proposals, len(self._catalogue.entries)):
            for title in title_variants(work):
                words = tuple(map(same, words_of(plain(title))))
                optional = int(len(words) > 1 and words[0] in ARTICLES)
                if words:
                    content = sum(map(is_content, words))
                    form = TitleForm(words, optional, content, index)
                    headed.setdefault(words[optional], []).append(form)
        return headed

    def beginning(self, word: str) -> Iterator[TitleForm]:
        """The titles that begin with a word, or with an article and the word."""
        for form in self._catalogue.headed.get(word, ()):
            if form.entry not in self._catalogue.own:
                yield form
        if self._proposals:
            yield from self._proposed.get(word, ())

    def may_begin(self, word: str) -> bool:
        """Whether a title may begin with a word, as it stands in a text."""
        if word in ARTICLES or word in self._catalogue.headed:
            return True
        return bool(self._proposals) and word in self._proposed

    def candidate(self, index: int) -> _Candidate:
        """The work that a form is a title of."""
        known = len(self._catalogue.entries)
        if index < known:
            entry = self._catalogue.entries[index]
            return _Candidate(entry.key, None, entry.years, entry.title, bool(entry.authors))
        work = self._proposals[index - known]
        authored = any(map(work.names, AUTHOR_ROLES))
        return _Candidate("", work, years_of(work), plain(work.text("title")), authored)


class _Cite(NamedTuple):
    """A title that begins a cite: its span, whose it is, whether all of it is printed and in
    marks, its printed words with content, the locator and what stands before its numbers (", p. "),
    whether the year stands behind the title, and whether nothing else does."""

    start: int
    end: int
    work: _Candidate
    whole: bool
    marked: bool
    content: tuple[str, ...]
    locator: str
    before: str
    dated: bool
    bare: bool


def title_cites(
    text: str,
    notes: Iterable[Span],
    catalogue: Catalogue,
    proposals: Sequence[Work],
    masked: Masks,
    emphasis: Iterable[Span] = (),
) -> Iterator[Suggestion]:
    """The cites of works, catalogued or among the ``proposals`` of the text's references, that
    begin with the title, whole or its first words, with the year, a locator or both behind it:
    at the beginning of one of the ``notes``, of a parenthesis or of a line with the source of the
    words above it, behind a semicolon or "see"; or in the sentence with year and locator in a
    parenthesis.

    The title stands in marks or italics (``emphasis``), or has two words that say something.
    One such word alone cites a work only if that has no author; without the year only if nobody
    claims something in the sentence, whose work it might be, and a noun of a kind of work only
    if the text has the whole title elsewhere.
    """
    titles = _Titles(catalogue, proposals)
    italic = dict(emphasis)
    held = (match.span("words") for match in in_brackets(_PARENTHESIS, text))
    lines = (match.span("words") for match in _SOURCE_LINE.finditer(text))
    for stretches, noted in ((notes, True), (lines, True), (held, False)):
        for start, end in stretches:
            for lead, one in _in_stretch(text, start, end, titles, italic):
                score = _score(text, one, catalogue, noted)
                if score and not masked.covers(one.start):
                    yield _suggestion(one, score, text[lead : one.start])
    for start, end in _narrative(text, italic):
        read = _read(text, start, end, titles, italic)
        if read is None or not (read.dated and read.locator) or masked.covers(start):
            continue
        score = _score(text, read, catalogue, noted=False)
        if score:
            yield _suggestion(read._replace(end=read.end + 1), score, "")


def without_title_cites(
    text: str, catalogue: Catalogue, references: Iterable[Suggestion]
) -> list[Suggestion]:
    """The references without those in parentheses and notes that print nothing but the title of
    their work, the year and a place: these are citations, as "(Lee 1990, 12)" is one."""
    titles = _Titles(catalogue)
    return [one for one in references if not _is_title_cite(text, titles, one)]


def _is_title_cite(text: str, titles: _Titles, one: Suggestion) -> bool:
    if one.method not in ("reference-parentheses", "reference-note") or not one.body.value:
        return False
    read = _read(text, one.start, one.end, titles, {})
    return (
        read is not None
        and read.bare
        and read.work.key == one.body.value
        and not text[read.end : one.end].strip(" .,")
        and _score(text, read, None, noted=one.method == "reference-note") > 0
    )


def _in_stretch(
    text: str, start: int, end: int, titles: _Titles, italic: Mapping[int, int]
) -> Iterator[tuple[int, _Cite]]:
    """The cites of a stretch, each with the place where its signal begins."""
    lead = start
    while start < end:
        begin = behind_signal(text, start, end)
        further = _FURTHER.match(text, begin, end)
        begin = further.end() if further is not None else begin
        one = _read(text, begin, end, titles, italic)
        if one is not None:
            yield lead, one
            start = one.end
        following = (_ANOTHER if one is None else _NEXT).search(text, start, end)
        if following is None:
            return
        lead, start = following.span()


def _narrative(text: str, italic: Mapping[int, int]) -> Iterator[Span]:
    """Where titles in marks or italics begin that have a year and more in parentheses behind
    them, and where these close."""
    begun = {end: start for start, end in italic.items()}
    for match in in_brackets(_YEAR_AND_PLACE, text):
        stop = match.start() - text[match.start() - 1 : match.start()].isspace() - 1
        start = begun.get(stop + 1, -1)
        mark = _OPENS.get(text[stop]) if stop > 0 and start < 0 else None
        if mark is not None:
            start = text.rfind(mark, max(0, stop - _REACH), stop)
        end = text.find(")", match.end(), match.end() + _REACH)
        if start >= 0 and end >= 0 and not text[start - 1 : start].isalnum():
            yield start, end


def _read(
    text: str, start: int, end: int, titles: _Titles, italic: Mapping[int, int]
) -> _Cite | None:
    """The cite that begins at ``start`` with a title."""
    opening = _OPENING.match(text, start, end)
    at = opening.end() if opening is not None else start
    if not text[at : at + 1].isupper():
        return None
    found = _longest(text, at, end, titles)
    if not found:
        return None
    stop = max(found)
    closing = _CLOSING.match(text, stop, end)
    behind = closing.end() if closing is not None else stop
    marked = not _MARKS.isdisjoint(text[start:at])
    if marked == _MARKS.isdisjoint(text[stop:behind]):
        return None  # the title goes on, or the marks are of something else
    marked = marked or abs(italic.get(at, 0) - stop) <= 1
    while text[behind - 1] in ",. ":
        behind -= 1
    printed = found[stop]
    whole = [index for index, one in printed.items() if one[0]]
    cited = {index: titles.candidate(index) for index in whole or printed}
    dated, bare = _dated(text, behind, end, cited if whole else {})
    if dated is not None:
        year = int(dated["year"])
        cited = {index: work for index, work in cited.items() if year in (work.years or (year,))}
        behind = dated.end()
    elif (undated := _UNDATED.match(text, behind, end)) is not None:
        behind = undated.end()
    locator = locator_at(text, behind, min(end, behind + 60), bare=True)
    close = locator.end if locator is not None else behind
    if len(cited) != 1 or not (locator or dated):
        return None
    if (_END if locator is not None else _CLOSED).match(text, close, end) is None:
        return None
    ((index, work),) = cited.items()
    return _Cite(
        start, close, work, bool(whole), marked, printed[index][1],
        str(locator) if locator is not None else "", _before(text, behind, locator),
        dated is not None and bool(work.years), bare,
    )  # fmt: skip


def _longest(
    text: str, at: int, end: int, titles: _Titles
) -> dict[int, dict[int, tuple[bool, tuple[str, ...]]]]:
    """Where titles that begin at ``at`` end, or their first words do: by work, whether all of
    the title is printed, and its printed words with content."""
    first = _FIRST.match(text, at, end)
    if first is None or not titles.may_begin(same(plain(first[0]))):
        return {}
    tokens = tokens_of(plain(text[at : min(end, at + _REACH)]))[:_WORDS]
    words = [same(token[0]) for token in tokens]
    found: dict[int, dict[int, tuple[bool, tuple[str, ...]]]] = {}
    for skipped in range(1 + (len(words) > 1 and words[0] in ARTICLES) if words else 0):
        for form in titles.beginning(words[skipped]):
            own = form.words[form.optional :]
            if skipped and form.words[0] != words[0]:
                continue
            count = 0
            for printed, word in zip(words[skipped:], own, strict=False):
                if printed != word:
                    break
                count += 1
            whole = count == len(own)
            content = tuple(filter(is_content, own[:count]))
            if content and (whole or is_content(own[count - 1])):
                rows = found.setdefault(at + tokens[skipped + count - 1].end(), {})
                rows[form.entry] = max(rows.get(form.entry, (False, ())), (whole, content))
    return found


def _dated(
    text: str, stop: int, end: int, whole: Mapping[int, _Candidate]
) -> tuple[re.Match[str] | None, bool]:
    """The year behind a title, or behind what holds or who publishes one of the works that the
    ``whole`` title is of, in no words of a sentence; and whether nothing stands between."""
    found = _DATED.match(text, stop, end)
    if found is not None or not whole:
        return found, True
    found = _IMPRINT.match(text, stop, end)
    if found is None or not _is_imprint(found["imprint"]):
        return None, True
    known = any(int(found["year"]) in work.years for work in whole.values())
    return (found, False) if known else (None, True)


def _is_imprint(words: str) -> bool:
    """Whether what stands before a year are names and numbers, and no words of a sentence: "Paris,
    Imprimerie nationale, ", "*Harbour Review*, 3 May "."""
    *parts, last = _PARTED.split(words)
    lower = [len(set(_LOWER.findall(part)) - _JOINTS) for part in parts]
    named = [part.lstrip(' *_“"«„') for part in parts]
    return (
        any(map(str.isupper, words))
        and _JOINTS.issuperset(_LOWER.findall(last))
        and max(lower, default=0) <= 1
        and not any(part[:1].islower() for part in named)
    )


def _before(text: str, start: int, locator: Locator | None) -> str:
    """What stands before the numbers of a locator."""
    return text[start : locator.end - len(locator.text)] if locator is not None else ""


def _score(text: str, one: _Cite, catalogue: Catalogue | None, noted: bool) -> float:
    """How sure a cite is one; 0 for none.  Without a ``catalogue`` nobody is looked for who is
    named before it."""
    if one.work.authored and not (one.locator or noted):
        return 0.0  # "the geographer Ann Lee (Rivers, 1990)"
    if len(one.content) > 1:
        if one.dated or one.marked:
            return 0.9 if one.whole else 0.8
        worded = one.locator[:1].isalpha() and any(map(str.isdigit, one.locator))  # "sig. A2v"
        sure = (
            worded
            or any(map(str.isalpha, one.before))
            or (
                (not one.work.authored or len(one.content) >= _SEVERAL)
                and not (noted and one.before == " ")  # a table of contents may be numbered
            )
        )
        return 0.8 if one.whole and sure else 0.0
    if not one.marked or not (one.locator or one.whole):
        return 0.0
    if one.dated and one.whole:
        return 0.85
    if one.work.authored or not one.locator:
        return 0.0
    if one.dated:
        return 0.7
    if not one.whole and one.content[0] in _KINDS and one.work.title not in plain(text):
        return 0.0
    if noted or catalogue is None:
        return 0.7
    return 0.0 if _is_somebodys(text, one.start, catalogue) else 0.7


def _is_somebodys(text: str, at: int, catalogue: Catalogue) -> bool:
    """Whether somebody claims something in the sentence before a short title: it may be of a
    work of his."""
    named = named_before(text, at, catalogue)
    if named.authors or named.kind not in ("name", "pronoun"):
        return bool(named.authors)
    words = text[max(0, at - _REACH, text.rfind("\n\n", 0, at)) : at].lower().split()
    return not _CLAIMING.isdisjoint(words)


def _suggestion(one: _Cite, score: float, lead: str) -> Suggestion:
    shortened = "" if one.whole else ", shortened,"
    year = " and the year" if one.dated else ""
    found = Suggestion(
        one.start, one.end, "citation", Body("work", one.work.key), relation_behind(lead),
        one.locator, method=METHOD, score=score,
        reasons=(f"the title{shortened}{year} of {one.work.key}",),
    )  # fmt: skip
    if one.work.proposal is None:
        return found
    return found._replace(
        body=Body(), relation="", score=0.6, proposal=one.work.proposal,
        reasons=(f"the title{shortened}{year} of a reference of this text",),
    )  # fmt: skip
