"""The quotations of a text and the works that they name as their source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from citekit.corpus.fullstops import first_end, goes_on
from citekit.find.citations.held import is_textual
from citekit.find.citedquotes import HOLDING, is_fronted
from citekit.find.grammar.marks import Quoted
from citekit.find.quotations.finder import set_off
from citekit.find.suggestion import Suggestion
from citekit.library.blocklines import headed, is_within, signature, signer, signing_lines
from citekit.library.ownnotes import MARK, OwnNotes
from citekit.library.quotedtitles import Titles, is_capitalised
from citekit.model import Document
from citekit.verify.words import without_block_marks, words_of

#: Words set off that are fewer than these are no quotation, unless a citation of their own
#: stands beside them.
FEWEST_WORDS = 3
#: A citation further from a quotation, in characters, is not of it.
_FAR = 250

_STOPS = frozenset(".!?…")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\Z")
#: Where a sentence ends and another one begins, also one that a citation in the text begins:
#: "@doe1999 says", ``\textcite`` and its kin.
_NEXT_SENTENCE = re.compile(
    r"\s+(?=[A-ZÄÖÜÀ-Þ“„«\"@]|\\(?:[Tt]extcites?|[Cc]itet|[Cc]iteauthor)\b)"
)
#: Marks of notes stand behind the full stop, also numbers glued to it.
_SENTENCE_END = re.compile(
    rf"[.!?…](?:[\s\u00a0]?»)?[”’»\"')\]]*"
    rf"(?:{MARK}+|(?:(?<=[^\W\d_]{{3}}\.)|(?<=[.!?…][”’»\"')\]]))\d{{1,3}})?"
    + _NEXT_SENTENCE.pattern
)
#: What may stand between a block quotation and what names its source: a line like
#: "— Ada Roth".
_ATTRIBUTED = re.compile(r"[\s>]*(?:[-–—]{1,3}[^\n“„«\"]{0,80})?")
#: The signs before a key: an opening bracket, a command of LaTeX with its options.
_OPENED = re.compile(
    r"(?:[\[(][^\[\]()“”„«»\"]*"
    r"|\\[A-Za-z]+\*?(?:\([^()]*\)){0,2}(?:\[[^\[\]]*\])*\{[^{}]*)\Z"
)
_CLOSED = re.compile(r"[^\[\](){}“”„«»\"]*[\])}]")
#: Between citations in a row; also the notes of biblatex's multicites (manual, 3.9.3).
_JOINED = re.compile(
    r"[,;]?(?: ?(?:and|und|et|&|sowie))?[ \u00a0]?"
    r"(?:(?:\([^()]*\)){0,2}(?:\[[^\[\]]*\]){0,2}\{)?"
)
#: A note, and its mark.
_NOTE = re.compile(r"^(\[\^[^\]\s]+\]):", re.M)
#: Characters of the commands that the end of a sentence may stand before.
_COMMAND = 12
#: Brackets around a citation are no longer than this, in characters, on either side.
_BRACKETED = 150

#: Behind a citation that closes a quotation.
_END = re.compile(r"[\s.,;:!?)\]}]*")
#: Between a quotation and the citation right behind it.
_BEHIND = re.compile(r"[”“\"’'»«›‹\s.,;:!?]{0,8}")
#: Where somebody else may begin to speak: another clause.
_TURN = re.compile(
    r";|\b(?:but|whereas|while|yet|although|though|unlike|aber|doch|während|wohingegen|hingegen"
    r"|dagegen|obwohl|obgleich|anders|mais|tandis|alors\sque|quoique|bien\sque|contrairement)\b"
)
#: The same before a citation that stands for its author.
_NEXT = re.compile(
    r"\b(?:and|und|et|or|oder|ou|so\sthat|th?at|which|whom|den|das|die|der|dem|que|qu[’']|dont)\s\Z"
)
_WORD = re.compile(r"[^\W\d_]+")
#: So many words may stand between a quotation and its author: "as Lee (1990)".
_LED = 2
#: Between quotations in a row: “a” and the “b”, “a” and that they were “b”.
_ROW = re.compile(
    r"[”“\"’'»«›‹]*[,;]?\s*(?:(?:and|or|nor|und|oder|sowie|et|ou|ni|but\salso|sondern\sauch)\s)?"
    r"(?:(?:that|dass|que|qu[’'])\s(?:[^\W\d_A-ZÄÖÜ]+\s){0,4}"
    r"|(?:(?:the|an?|of|to|in|on|by|for|with|as|its?|his|her|their|de[rnms]|das|die|eine?[mnrs]?"
    r"|vo[nm]|zu[mr]?|i[nm]|als|mit|seine?[mnrs]?|ihre?[mnrs]?|l[ae]s?|une?|d[eu]s?|à|aux?|s[ao]n?"
    r"|ses|leurs?)\s){0,3})[“„\"‘‚'«»›‹\s]*"
)
_BLOCK_GOES_ON = re.compile(r"[\s>]*")


class Cited(NamedTuple):
    """A citation: its span (code points) with the brackets or the command around it, and the
    keys of the works it cites, in order."""

    start: int
    end: int
    keys: tuple[str, ...]


class Quotation(NamedTuple):
    """A quotation: its span without marks (code points), its words, the keys of the works
    that it names as its source, the likeliest first, and who the text says speaks; whether
    that is ``guessed``, as no clause or line names him beside the words."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...] = ()
    speaker: str = ""
    guessed: bool = False


class _Source(NamedTuple):
    """The works of a source; whether its citation leads to the quotation, or closes it, also
    one of a work that is not known; whether what leads to it stands for its author."""

    keys: tuple[str, ...] = ()
    leads: bool = False
    closes: bool = False
    is_author: bool = False

    @property
    def is_cited(self) -> bool:
        """Whether the quotation has a citation of its own."""
        return self.closes or bool(self.keys)


def cited_together(text: str, places: Iterable[tuple[int, int, str]]) -> list[Cited]:
    """The citations of a text, by place; ``places`` are spans and the keys that stand there.

    Keys in the same brackets, and citations in a row, are one citation.
    """
    found: list[Cited] = []
    for start, end, key in sorted(places):
        opened = _OPENED.search(text, max(0, start - _BRACKETED), start)
        closed = _CLOSED.match(text, end, end + _BRACKETED)
        if opened and closed:
            start, end = opened.start(), closed.end()
        if found and (
            start < found[-1].end or _JOINED.fullmatch(text, found[-1].end, start) is not None
        ):
            last = found[-1]
            keys = last.keys if key in last.keys else (*last.keys, key)
            end += text[last.end : end].count("{") > 0 and text[end : end + 1] == "}"
            found[-1] = Cited(last.start, max(last.end, end), keys)
        else:
            found.append(Cited(start, end, (key,)))
    return found


def with_notes(text: str, cited: Sequence[Cited]) -> list[Cited]:
    """The citations of a text, a note's mark with all works of the citation in its note."""
    notes = {found[1]: found.start() for found in _NOTE.finditer(text)}
    if not notes:
        return list(cited)
    starts = [one.start for one in cited]
    found = []
    for one in cited:
        start = notes.get(text[one.start : one.end])
        if start is not None:
            end = text.find("\n\n", start)
            last = bisect_left(starts, end) if end > 0 else len(cited)
            inside = cited[bisect_left(starts, start) : last]
            keys = next((each.keys for each in inside if one.keys[0] in each.keys), ())
            one = one._replace(keys=tuple(dict.fromkeys((*one.keys, *keys))))
        found.append(one)
    return found


def quotations(
    document: Document,
    cited: Sequence[Cited],
    said: Iterable[Suggestion] = (),
    naming: Sequence[Cited] = (),
    unknown: Sequence[Cited] = (),
    notes: OwnNotes | None = None,
    titles: Titles | None = None,
) -> list[Quotation]:
    """The quotations of a document, by place: words in quotation marks, outer ones only, and
    block quotations, with the works that they name.

    ``cited`` are the citations of the document.  ``said`` are the quotations whose work the
    finders know (:mod:`citekit.find.sources`, :mod:`citekit.find.signed`), each of a work that
    one of ``naming``, less sure citations and titles, names beside it or its speaker.
    ``unknown`` are citations of no work of the catalogue: whose quotation they close names
    nothing else; nor does a quotation whose note, of ``notes``, names another source.
    What is one of ``titles``, those of the catalogue, and said by nobody, is no quotation.
    """
    text = document.text
    breaks = document.markup.breaks if document.markup is not None else ()
    marks = set_off(text)
    signing = signing_lines(text, marks)
    spans = [
        mark
        for mark in marks
        if not (
            is_within(mark, signing)
            or _only_cites(text, mark, cited)
            or _only_cites(text, mark, unknown)
        )
    ]
    said = list(said)
    spans = _outermost(spans)
    named = _titles(text, spans, said, titles) if titles is not None else {}
    spans = [mark for mark in spans if mark not in named or not is_capitalised(_inner(text, mark))]
    unknown = [one for one in unknown if not _overlaps(cited, one)]
    sources = []
    before = 0
    for index, mark in enumerate(spans):
        after = spans[index + 1].inner_start if index + 1 < len(spans) else len(text)
        known = _source(text, cited, mark, before, after)
        if not known.leads and _is_closed(text, unknown, mark):
            known = _Source(closes=True)
        led = known.leads and known.is_author
        if notes is not None and not led and notes.name_another(mark.inner_start, mark.inner_end):
            known = _Source(closes=True)
        sources.append(known)
        if not _is_in(cited, mark):
            before = mark.inner_end
    shared = _shared(text, spans, sources)
    signed = [
        signature(text, mark.inner_start, mark.inner_end, breaks) if mark.style == "block" else None
        for mark in spans
    ]
    ends = [line[0] if line else mark.inner_end for mark, line in zip(spans, signed, strict=True)]
    told = _told(spans, ends, said)
    found = []
    for index, mark in enumerate(spans):
        start, end, keys = mark.inner_start, ends[index], sources[index].keys
        start = headed(text, start, end, breaks) if mark.style == "block" else start
        one = told.get(index)
        if one is not None and mark.style == "block" and start < one.end < end:
            end = one.end  # what names its source is no part of it
        words = without_block_marks(text[start:end])
        several = len(words.split()) >= FEWEST_WORDS
        if several:
            keys = shared[index].keys
            if one is not None and (keys or not shared[index].closes):
                keys = tuple(dict.fromkeys((*keys, *_named(text, one, mark, naming))))
        if mark in named and named[mark].issuperset(keys):
            continue
        if keys or several:
            line = signed[index]
            name = line[1] if line is not None else signer(text, mark, signing)
            found.append(Quotation(start, end, words, keys, name))
    return found


def _is_in(cited: Sequence[Cited], mark: Quoted) -> bool:
    """Whether a title in quotation marks is part of a citation."""
    at = bisect_left(cited, (mark.inner_start,)) - 1
    return at >= 0 and mark.inner_end < cited[at].end


def _overlaps(cited: Sequence[Cited], one: Cited) -> bool:
    """Whether one of these citations stands in the same brackets."""
    at = bisect_left(cited, (one.end,)) - 1
    return at >= 0 and one.start < cited[at].end


def _outermost(spans: Iterable[Quoted]) -> list[Quoted]:
    found: list[Quoted] = []
    for mark in spans:
        if mark.level == 1 and (not found or mark.inner_start >= found[-1].inner_end):
            found.append(mark)
    return found


def _inner(text: str, mark: Quoted) -> str:
    return text[mark.inner_start : mark.inner_end].strip(" ,.;\u00a0\u202f")


def _titles(
    text: str, spans: Sequence[Quoted], said: Iterable[Suggestion], titles: Titles
) -> dict[Quoted, frozenset[str]]:
    """The spans that are titles of catalogued works, and are no words that somebody says;
    with the keys of these works."""
    found = {
        mark: keys
        for mark in spans
        if mark.style != "block" and (keys := titles.named(_inner(text, mark)))
    }
    if not found:
        return found
    spoken = _told(list(found), [mark.inner_end for mark in found], filter(_is_spoken, said))
    return {mark: keys for at, (mark, keys) in enumerate(found.items()) if at not in spoken}


def _is_spoken(one: Suggestion) -> bool:
    return bool(one.speaker and one.cue)


def _only_cites(text: str, mark: Quoted, cited: Sequence[Cited]) -> bool:
    """Whether a paragraph of a block quotation is nothing but the citation of those above
    it (Chicago Manual of Style 18, 13.70: the source of a block quotation stands behind it)."""
    if mark.style != "block":
        return False
    held = [one for one in cited if mark.inner_start <= one.start < mark.inner_end]
    if not held:
        return False
    start, end = held[0].start, held[-1].end
    words = text[mark.inner_start : start] + text[end : mark.inner_end]
    between = "".join(text[one.end : two.start] for one, two in pairwise(held))
    return not words_of(without_block_marks(words) + between)


def _told(
    spans: Sequence[Quoted], ends: Sequence[int], said: Iterable[Suggestion]
) -> dict[int, Suggestion]:
    """The quotations that the finders know, by the number of the span that they are or
    hold; ``ends`` are where the words of the spans end."""
    told: dict[int, Suggestion] = {}
    for one in said:
        for index in range(bisect_right(ends, one.start), len(spans)):
            start, end = spans[index].inner_start, ends[index]
            if one.end <= start:
                break
            if 2 * (min(end, one.end) - max(start, one.start)) > end - start:
                told[index] = one
    return told


def _named(text: str, one: Suggestion, mark: Quoted, naming: Sequence[Cited]) -> tuple[str, ...]:
    """The works of the citation, or title, nearest to a quotation and its speaker that names
    its work in their sentence, or anywhere beside a block quotation; none of a title that
    stands in quotation marks itself."""
    start, end = one.attribution or (one.start, one.end)
    start, end = min(start, one.start), max(end, one.end)
    near: list[tuple[int, tuple[str, ...]]] = []
    for each in naming:
        if one.body.value not in each.keys:
            continue
        if each.start < mark.inner_end and mark.inner_start < each.end and mark.style != "block":
            return ()
        if start - _FAR < each.end and each.start < end + _FAR:
            between = text[each.end : start] or text[end : each.start]
            if mark.style == "block" or first_end(_SENTENCE_END, between, 0, len(between)) is None:
                near.append((len(between), each.keys))
    return min(near)[1] if near else ()


def _shared(text: str, spans: Sequence[Quoted], sources: Sequence[_Source]) -> list[_Source]:
    """The sources of quotations, those in a row and the paragraphs of a block quotation with
    the one that closes the last or leads to the first of them."""
    shared = list(sources)
    last = len(spans) - 1
    for index in range(last - 1, -1, -1):
        following = shared[index + 1]
        if following.closes and not shared[index].is_cited and _goes_on(text, spans, index):
            shared[index] = following
    for index in range(1, last + 1):
        before = shared[index - 1]
        if before.leads and not shared[index].is_cited and _goes_on(text, spans, index - 1):
            shared[index] = before
    return shared


def _goes_on(text: str, spans: Sequence[Quoted], index: int) -> bool:
    """Whether a quotation and the next one are a row, or paragraphs of one block."""
    one, other = spans[index], spans[index + 1]
    if (one.style == "block") != (other.style == "block"):
        return False
    between = _BLOCK_GOES_ON if one.style == "block" else _ROW
    return between.fullmatch(text, one.inner_end, other.inner_start) is not None


def _source(
    text: str, cited: Sequence[Cited], mark: Quoted, previous: int, following: int
) -> _Source:
    """What is cited inside or behind a quotation, or before it, in its sentence, between the
    quotations before and behind it.

    What closes it is its source; other citations inside it may be of those whom the quoted
    words cite.  A block quotation belongs to the sentence that leads to it, and what stands
    alone behind it belongs to it.
    """
    start, end, block = mark.inner_start, mark.inner_end, mark.style == "block"
    inside = [one for one in cited if start <= one.start < end]
    if inside and _END.fullmatch(text, min(inside[-1].end, end), end):
        return _Source(inside[-1].keys, closes=True)
    behind = next((one for one in cited if end <= one.start < following), None)
    if behind is not None:
        if block and _ATTRIBUTED.fullmatch(text, end, behind.start):
            return _Source(behind.keys, closes=True)
        if not _is_in_sentence(text, end, behind):
            behind = None
    before = next(
        (one for one in reversed(cited) if previous <= one.start and one.end <= start), None
    )
    if before is not None and not _leads(text, before, start, block):
        before = None
    if behind is not None:
        return _between(text, start, end, before, behind)
    if before is not None:
        return _Source(before.keys, leads=True, is_author=_is_author(text, before))
    return _Source(inside[-1].keys if inside else ())


def _is_closed(text: str, unknown: Sequence[Cited], mark: Quoted) -> bool:
    """Whether a citation of no known work, in parentheses, is the last of a block quotation or
    stands right behind a quotation."""
    start, end = mark.inner_start, mark.inner_end
    at = bisect_left(unknown, (start,))
    while at < len(unknown) and unknown[at].start < end:
        if text[unknown[at].start] in HOLDING and _END.fullmatch(text, unknown[at].end, end):
            return True
        at += 1
    if at == len(unknown) or text[unknown[at].start] not in HOLDING:
        return False
    return _BEHIND.fullmatch(text, end, unknown[at].start) is not None


def _between(text: str, start: int, end: int, before: Cited | None, behind: Cited) -> _Source:
    """Which of the citations beside a quotation, in its sentence, is its source; both where
    the text leaves it open."""
    gap = text[end : behind.start]
    words = len(_WORD.findall(gap))
    turned = _TURN.search(gap) is not None
    if _is_author(text, behind):
        turned = (
            turned
            or _NEXT.search(gap) is not None
            or is_fronted(text, _sentence(text, start), start)
        )
        if before is None:
            return _Source() if turned else _Source(behind.keys, closes=True)
        keys = before.keys if turned or words > _LED else (*before.keys, *behind.keys)
        return _Source(keys, leads=True, is_author=_is_author(text, before))
    if before is None or not words:
        return _Source(behind.keys, closes=True)
    if _is_author(text, before):
        keys = before.keys if turned else (*behind.keys, *before.keys)
        return _Source(keys, leads=turned, is_author=True)
    keys = (*before.keys, *behind.keys) if turned else behind.keys
    return _Source(keys, closes=not turned)


def _is_in_sentence(text: str, end: int, behind: Cited) -> bool:
    """Whether a citation stands in the sentence of a quotation that ends before it."""
    paragraph = _PARAGRAPH_END.search(text, end)
    limit = min(paragraph.end() if paragraph else len(text), end + _FAR)
    stop = first_end(_SENTENCE_END, text, end - 1, behind.start + _COMMAND)
    return behind.start < limit and (stop is None or stop.end() > behind.start)


def _leads(text: str, before: Cited, start: int, block: bool) -> bool:
    """Whether a citation stands in the sentence of a quotation, or leads to a block."""
    lead = text[before.end : start]
    if not block and not _is_author(text, before) and _closes_sentence(text, before, start):
        return False
    apart = "\n\n" in (lead.rstrip(" \n>") if block else lead)
    if len(lead) >= _FAR or apart or _TURN.search(lead):
        return False
    return first_end(_SENTENCE_END, text, before.end, start) is None


def _closes_sentence(text: str, one: Cited, end: int) -> bool:
    """Whether a citation, or the mark of a note, stands behind the full stop of its sentence."""
    before = text[max(0, one.start - 4) : one.start].rstrip(" \u00a0”’»\"')]")
    return before[-1:] in _STOPS and _NEXT_SENTENCE.match(text, one.end, end) is not None


def _is_author(text: str, one: Cited) -> bool:
    """Whether a citation is a part of its sentence, as its author's name would be."""
    return text[one.start] not in HOLDING or is_textual(text, one.start, one.end)


def _sentence(text: str, at: int) -> int:
    """Where the sentence of a quotation that begins at ``at`` begins."""
    blank = text.rfind("\n\n", 0, at)
    low = max(blank + 2 if blank >= 0 else 0, at - _FAR)
    ends = [
        found.end()
        for found in _SENTENCE_END.finditer(text, low, at)
        if not goes_on(text, found.start())
    ]
    return ends[-1] if ends else low


def without_citation(quotation: Quotation, cited: Iterable[Cited]) -> Quotation:
    """The quotation without the parentheses or brackets at its end that cite."""
    depth = 0
    for at in range(len(quotation.text.rstrip(" \n.,;")) - 1, 0, -1):
        depth += (quotation.text[at] in ")]}") - (quotation.text[at] in "([{")
        if depth <= 0:
            break
    else:
        return quotation
    begin = quotation.end - len(quotation.text) + at
    if quotation.text[at] not in "([" or not any(
        begin <= one.start < quotation.end for one in cited
    ):
        return quotation
    return quotation._replace(text=quotation.text[:at].rstrip())
