"""Quotations by what is cited beside them: “…” [3], a block quotation and (Lee 1990, 18).

Where the text names nobody who says the words, the work that is cited right behind them,
or before their colon, says whose they are.  A citation that closes a block quotation is no
part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations.held import SIGNS, held, is_textual
from citekit.find.citations.raw import Masks
from citekit.find.citedclauses import (
    FAR,
    agrees,
    follows,
    is_meant,
    is_narrative,
    leads_to,
    name_of,
    pronoun_of,
    reported,
)
from citekit.find.cues import bits as c
from citekit.find.grammar.tokens import LANGUAGES
from citekit.find.keyed import authors_of, is_led, language_of
from citekit.find.notesources import NoteSources
from citekit.find.quotations.finder import Mark
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Entry, name_key
from citekit.find.worktitles import marked_key, plain
from citekit.model import Body

#: CiTO 2.8.1: the citing text includes a quotation from the cited work.
RELATION = "includesQuotationFrom"
_METHOD = "citation"
#: Methods that find a speaker whom no clause around the words names.
_UNGOVERNED = frozenset("ranked beat paragraph next-paragraph".split())
#: How a block quotation begins that markup makes one.
_PRINTED = frozenset(">\\<")
_SCORE = 0.6
#: How far from the words what holds their citation begins (code points).
NEAR = 6
#: Between the words and their citation.
_GAP = re.compile(r"[”“\"’'»«›‹ \u00a0\u202f.,;:!?\n]*")
_COLON = re.compile(r"\s?:\s*")
#: Between the lines of a block quotation.
_BREAKS = " \t\n\r\u00a0>"
#: With these a citation begins that nothing else holds: "[3]", a command, a number.
HOLDING = SIGNS | frozenset("0123456789")
#: In parentheses before a citation of the words' own source.
_LEADS = frozenset("see siehe voir vgl s in from aus dans".split())
#: The same before a work that is to be compared.
_COMPARED = frozenset("cf also auch aussi compare vergleiche contra".split())
_WORD = re.compile(r"[^\W\d_]+")
#: Before the source of a block quotation that stands in its last line, or alone in it.
_LINE = re.compile(r"(?:(?:^|\n)[ \t>]*(?:(?:--?-?|[—–~])\s?)?|\s(?:--?-?|[—–])\s?)$")
#: Behind a citation that closes a block quotation.
_CLOSED = re.compile(r"[\s>.,;:!?)\]”“\"’'»]*")
#: A block quotation in quotation marks of its own.
_MARKED = re.compile(r"[“„«\"]\s?(?P<words>[^“”„«»\"]+?)\s?[”“»\"]")
_PREFIX = re.compile(r"(?<=\n)[ ]{0,3}> ?")
#: Before a clause that its main clause follows, as far as it can be told by its first word.
_FRONTED = re.compile(
    r"[\s>]*(?:While|Whereas|If|Although|(?:Even )?[Tt]hough|When|Since|Because|Where|Unlike"
    r"|Während|Wenn|Obwohl|Obgleich|Wo|Da|Weil|Tandis|Alors\sque|Si|S[’']il|Bien\sque|Quoique"
    r"|Quand)\b"
)
#: Words of a clause with a finite verb, as titles seldom are: of French, and of German.
_FINITE = frozenset(
    """ne il elle ils elles je nous est sont ont a était fut sera
    ist sind war hat haben wird er wir man nicht ich""".split()
)
#: German: in which title "es heißt" that words stand, in their sentence; so far before them.
_SAID = re.compile(r"ß(?:(?<=\bheiß)t|(?<=\bhieß)) es\b")  # first what is rarest
_STATED = re.compile(
    r"\b(?:[Ii]m|[Ii]n(?: de[rm])?)\s(?P<title>[^\W\d_a-zß-ÿœ][^\n.,;:!?“”„»«()]{1,60}?)"
    r"\s(?:heißt|hieß)\ses\b[^.!?\n“”„»«]*\Z"
)
_FAR = 200
#: Before what is spoken or thought of, and how verbs of that begin.
_OF = re.compile(r"(?:\b(?:of|about|von|über|de)\s|\b[dD][’'])\s?\Z")
_SPEAKING = tuple(
    """speak spoke talk dream think thought boast sprech sprich sprach red träum schwärm parl rêv
    discut caus""".split()
)
#: Between the author of a sentence and the words that he claims in it; it has no other clause, and
#: is no longer than this (code points).
_THAT = re.compile(r"(?P<words>(?:\s[^\W\d_][\w’'-]*){1,12},?)\s(?P<that>that|dass|daß|que)\s")
_CLAUSE = 90
_SENTENCE = re.compile(r"(?:\A|[.!?\n]\s?|[.!?]\s)\Z")
#: Fewer words than this in quotation marks are a term.
LEAST = 5
#: Fewer are one even if a clause gives them as an author's.
FEW = 3


def is_fronted(text: str, sentence: int, at: int) -> bool:
    """Whether a quotation at ``at`` is a part of the clause that begins its sentence, before
    the main clause: "While Lee calls it “a port,” Roy …"."""
    if _FRONTED.match(text, sentence) is None:
        return False
    return text[sentence:at].rstrip(" \u00a0\u202f“„«»\"‘‚'")[-1:] not in ",:"


class _Cited(NamedTuple):
    """What holds citations, and the works they cite at their locators, without those that
    are only to be compared; ``led`` are the words before them inside it."""

    start: int
    end: int
    works: dict[str, str]
    led: str
    named: str = ""


def with_cited(
    text: str,
    catalogue: Catalogue,
    marks: Sequence[Mark],
    quotations: Iterable[Suggestion],
    citations: Iterable[Suggestion],
    references: Sequence[Suggestion] = (),
) -> list[Suggestion]:
    """The quotations, block quotations without the citation that closes them, and those
    words in quotation marks, and block quotations, beside which nothing but a citation says
    whose they are; its authors are their speakers."""
    found: list[Suggestion | None] = list(quotations)
    found += _stated(text, catalogue, marks)
    cites = _Cites(text, [*citations, *references])
    if not cites:
        return [one for one in found if one is not None]
    said = {(one.start, one.end): number for number, one in enumerate(found) if one is not None}
    blocks = [(mark.start, mark.end) for mark in marks if mark.style == "block"]
    apart = Masks([*blocks, *((one.start, one.end) for one in references)])
    made: list[Suggestion] = []
    source: tuple[int, _Cited] | None = None  # of the paragraphs of a block, from the last on
    for mark in reversed(marks):
        number = said.get((mark.start, mark.end), -1)
        own = found[number] if number >= 0 else None
        if mark.style != "block":
            if own is None and _may_be_quoted(text, mark, apart):
                cited = cites.behind(mark.end) or cites.leading(mark.start)
                cited = cited or cites.claiming(mark.start, catalogue)
                made += _quotation(text, catalogue, mark, cited or cites.giving(mark, catalogue))
            elif own is None and _may_be_quoted(text, mark, apart, FEW):
                cited = cites.giving(mark, catalogue, colon=False)
                made += _quotation(text, catalogue, mark, cited)
            elif own is not None and own.method == "colon":
                cited = cites.giving(mark, catalogue)
                if cited is not None and _is_summoned(text, catalogue, own, cited):
                    found[number] = next(_quotation(text, catalogue, mark, cited), own)
            elif (
                own is not None
                and _is_ungoverned(own)
                and not _is_spoken_of(text, own, mark)
                and not apart.covers(mark.start)
            ):
                cited = cites.behind(mark.end)
                if cited is None and own.method == "ranked":
                    cited = cites.claiming(mark.start, catalogue) or cites.giving(mark, catalogue)
                found[number] = next(_quotation(text, catalogue, mark, cited, own.speaker), own)
            continue
        cited = cites.closing(mark.inner_start, mark.inner_end)
        if cited is None:
            same = source is not None and not text[mark.end : source[0]].strip()
            cited = source[1] if source is not None and same else None
        elif cited.start <= mark.inner_start:  # nothing but the source of what stands before
            if own is not None:
                found[number] = None
            source = mark.start, cited
            continue
        else:
            mark = mark._replace(end=cited.start, inner_end=cited.start)
        source = None if cited is None else (mark.start, cited)
        if own is None and text[mark.start] in _PRINTED:
            made += _quotation(text, catalogue, mark, cited or cites.leading(mark.start))
        elif own is None:
            continue  # lines set in may be anything
        else:
            found[number] = _block(text, catalogue, mark, cited, own)
    said_by = [one for one in found if one is not None]
    return [*_with_pronouns(text, catalogue, cites, said_by), *made]


class _Cites:
    """The citations among what cites in a text, by place, in what holds them."""

    def __init__(self, text: str, citing: Iterable[Suggestion]) -> None:
        self._text = text
        found = list(citing)
        self._notes = NoteSources(text, found)
        self._cites = sorted(
            (one.start, one.end, one.body.value, one.locator)
            for one in found
            if one.kind == "citation"
        )

    def __bool__(self) -> bool:
        return bool(self._cites)

    def behind(self, at: int) -> _Cited | None:
        """What is cited right behind words that end at ``at``."""
        first = bisect_left(self._cites, (at,))
        for start, end, *_ in self._cites[first : first + 1]:
            opened, closed = held(self._text, start, end, at)
            gap = self._text[at:opened]
            if len(gap) <= NEAR and _GAP.fullmatch(gap) and "\n" not in gap:
                return self._held(opened, closed)
        return None

    def leading(self, at: int) -> _Cited | None:
        """What is cited before the colon of words that begin at ``at``."""
        last = bisect_left(self._cites, (at,))
        for start, end, *_ in self._cites[max(0, last - 1) : last]:
            opened, closed = held(self._text, start, end)
            if closed <= at and _COLON.fullmatch(self._text, closed, at):
                led = is_led(self._text, opened)
                cited = self._held(opened, closed, lone=led)
                named = name_of(self._text[start:end]) if led and opened == start else ""
                return cited and cited._replace(named=named)
        return None

    def claiming(self, at: int, catalogue: Catalogue) -> _Cited | None:
        """What is cited as the subject of the sentence whose clause with "that" words at ``at``
        are: "Lee (1990, 3) opens with the claim that “…”"; nothing if others are named between."""
        last = bisect_left(self._cites, (at,))
        for start, end, work, locator in self._cites[max(0, last - 1) : last]:
            gap = _THAT.fullmatch(self._text, end, at) if at - end <= _CLAUSE else None
            if gap is None or not self._begins(start, end):
                continue
            if _has_names(gap["words"], catalogue, self._text):
                continue
            return self._narrative(start, end, work, locator)
        return None

    def giving(self, mark: Mark, catalogue: Catalogue, *, colon: bool = True) -> _Cited | None:
        """What is cited as a part of the clause beside words that gives them as its author's:
        "As Lee (1990: 18) has it, “…”", with a ``colon`` also "We follow Lee (1990, 18): “…”";
        or right behind a pronoun that says them: "“…,” she writes (Lee 1990, 18)"."""
        text = self._text
        first = bisect_left(self._cites, (mark.start,))
        for cite in self._cites[max(0, first - 1) : first]:
            if mark.start - cite[1] > FAR or not self._is_narrative(*cite[:2]):
                continue
            words = leads_to(text, *cite[:2], mark.start, colon=colon)
            if words is not None and not _has_names(words, catalogue, text):
                return self._narrative(*cite)
        for cite in self._cites[first : first + 1]:
            if follows(text, mark.end, *cite[:2]) and self._is_narrative(*cite[:2]):
                return self._narrative(*cite)
        clause = reported(text, mark.end)
        cited = self.behind(clause[0]) if clause is not None else None
        if clause is None or cited is None:
            return None
        named = _sayer(text, catalogue, cited, clause[1])
        return cited._replace(named=named) if named else None

    def _narrative(self, start: int, end: int, work: str, locator: str) -> _Cited:
        return _Cited(start, end, {work: locator}, "", name_of(self._text[start:end]))

    def _is_narrative(self, start: int, end: int) -> bool:
        text = self._text
        return is_narrative(text[start:end]) or is_textual(text, start, end)

    def _begins(self, start: int, end: int) -> bool:
        """Whether a citation is an author, with the year in parentheses, or a key as such, with
        whom a sentence begins."""
        text = self._text
        if not (is_textual(text, start, end) or (text[start].isupper() and text[end - 1] == ")")):
            return False
        return _SENTENCE.search(text, max(0, start - 3), start) is not None

    def closing(self, low: int, high: int) -> _Cited | None:
        """What is cited at the end of a block quotation, from where its words end."""
        text = self._text
        first, last = bisect_left(self._cites, (low,)), bisect_left(self._cites, (high,))
        opened = high
        for start, end, *_ in reversed(self._cites[first:last]):
            begins, closed = held(text, start, end, low)
            if closed > high or not _CLOSED.fullmatch(text, closed, opened):
                break
            line = _LINE.search(text[low:begins])
            if line is None and not self._is_held(start, begins):
                break
            opened = begins if line is None else low + line.start()
        if opened == high:
            return None
        cited = self._held(opened, high, lone=opened == low)
        return cited and cited._replace(start=low + len(text[low:opened].rstrip(_BREAKS)))

    def _is_held(self, start: int, begins: int) -> bool:
        """Whether a citation is no part of the sentence before it."""
        if begins < start:
            return True
        return self._text[start] in HOLDING and not is_textual(self._text, start, start + 1)

    def _held(self, opened: int, closed: int, lone: bool = False) -> _Cited | None:
        """The citations between two places; None if they belong to the sentence there, unless
        nothing else is there (``lone``)."""
        first, last = bisect_left(self._cites, (opened,)), bisect_left(self._cites, (closed,))
        inside = self._cites[first:last]
        if not inside or not (lone or self._is_held(inside[0][0], opened)):
            return None
        works: dict[str, str] = {}
        before = inside[0][0]
        for start, end, work, locator in inside:
            sources = self._notes.first(start, end)
            own = sources is None or work in sources
            if own and _COMPARED.isdisjoint(_words(self._text[before:start])):
                works.setdefault(work, locator)
            before = end
        return _Cited(opened, closed, works, self._text[opened : inside[0][0]])


def _has_names(words: str, catalogue: Catalogue, text: str) -> bool:
    """Whether one of some words may be somebody's name: one with a capital, in German only the
    name of a catalogued author or its genitive."""
    others = [word for word in _WORD.findall(words) if word[0].isupper()]
    if not others or language_of(text) != "de":
        return bool(others)
    keys = {name_key(form) for word in others for form in (word, word.removesuffix("s"))}
    return any(key in catalogue.families for key in keys)


def _stated(text: str, catalogue: Catalogue, marks: Sequence[Mark]) -> Iterator[Suggestion]:
    """German: the words that nobody says of which "es heißt" that they stand in the title of one
    work: "Im Phaidon heißt es, …"."""
    for mark in marks if catalogue.entries and _SAID.search(text) else ():
        if mark.kind in ("speech", "title") or mark.level != 1 or mark.style == "block":
            continue
        match = _STATED.search(text, max(0, mark.start - _FAR), mark.start)
        entry = _called(catalogue, match["title"]) if match is not None else None
        speaker = authors_of(entry, "de") if entry is not None else ""
        if entry is not None and speaker:
            yield Suggestion(
                mark.start, mark.end, "quotation", Body("work", entry.key), RELATION,
                quoted=_words_of(text, mark), speaker=speaker, method=_METHOD, score=_SCORE,
                reasons=("its title is named as the place of the words",),
            )  # fmt: skip


def _called(catalogue: Catalogue, title: str) -> Entry | None:
    """The only work of a catalogue, no own one, with a title, also one of a single word."""
    key = plain(title)
    found = {form.entry for form in catalogue.marked_titles.get(marked_key(key), ())}
    found = found or {at for at, entry in enumerate(catalogue.entries) if entry.title == key}
    found -= catalogue.own
    return catalogue.entries[found.pop()] if len(found) == 1 else None


def _is_ungoverned(quotation: Suggestion) -> bool:
    """Whether no clause with a verb of saying names the speaker."""
    if quotation.method != "cue-clause" or not quotation.reasons:
        return quotation.method in _UNGOVERNED
    saying = c.SAY | c.WEAK | c.NAME | c.SPEECH | c.SHEET
    verb = quotation.reasons[0].lower()
    return verb.isalpha() and not any(
        cues.words.get(verb, 0) & saying for cues in LANGUAGES.values()
    )


def _is_spoken_of(text: str, quotation: Suggestion, mark: Mark) -> bool:
    """Whether somebody speaks, thinks or dreams of what the words say: "It spoke of “…”"."""
    before = text[max(0, mark.start - 8) : mark.start]
    return (
        quotation.method == "cue-clause"
        and quotation.reasons[0].lower().startswith(_SPEAKING)
        and _OF.search(before) is not None
    )


def _is_summoned(text: str, catalogue: Catalogue, quotation: Suggestion, cited: _Cited) -> bool:
    """Whether the speaker of words is the author of what is cited right before their colon with
    a word before him that is none of his name: "Compare Lee (1990): “…”"."""
    first, _, last = quotation.speaker.partition(" ")
    if quotation.attribution is None or not text.startswith(last, cited.start) or not last:
        return False
    entries = (catalogue.keys.get(work) for work in cited.works)
    authors = [one for at in entries if at is not None for one in catalogue.entries[at].authors]
    return name_key(first) not in {word for one in authors for word in one.given}


def _words_of(text: str, mark: Mark) -> str:
    """The quoted words, without the signs of a block quotation before its lines."""
    words = _PREFIX.sub("", text[mark.inner_start : mark.inner_end])
    marked = _MARKED.fullmatch(words) if mark.style == "block" else None
    return words if marked is None else marked["words"]


def _words(led: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(led)]


def _may_be_quoted(text: str, mark: Mark, apart: Masks, least: int = LEAST) -> bool:
    """Whether words in quotation marks are more than a term or title, and in no reference or
    block quotation."""
    if mark.level != 1 or mark.kind == "speech" or (mark.kind == "scare" and least >= LEAST):
        return False
    if apart.covers(mark.start) or apart.covers(mark.end - 1):
        return False
    words = text[mark.inner_start : mark.inner_end].split()
    if mark.kind == "title" and _FINITE.isdisjoint(word.lower() for word in words):
        return False
    return len(words) >= least


def _quotation(
    text: str, catalogue: Catalogue, mark: Mark, cited: _Cited | None, likely: str = ""
) -> Iterator[Suggestion]:
    """The quotation of the only work cited; none of a title, or if ``likely``, who may say the
    words, is one of its authors.  It has no speaker if the work has no author; then nothing is
    known against ``likely``."""
    if cited is None or len(cited.works) != 1:
        return
    ((work, locator),) = cited.works.items()
    if not work and cited.named and name_key(cited.named) not in name_key(likely):
        yield Suggestion(
            mark.start, mark.end, "quotation", quoted=_words_of(text, mark), speaker=cited.named,
            method=_METHOD, score=_SCORE, reasons=("cited beside it",),
        )  # fmt: skip
    if work not in catalogue.keys or catalogue.keys[work] in catalogue.own:
        return
    entry = catalogue.entries[catalogue.keys[work]]
    words = _words_of(text, mark)
    speaker = authors_of(entry, language_of(text))
    if not speaker and (likely or entry.authors):
        return
    if not _LEADS.issuperset(_words(cited.led)):
        return
    names = {name_key(word) for word in likely.split()}
    if any(names.issuperset(author.key.split()) for author in entry.authors):
        return
    if plain(words).strip(" .,") not in entry.title:
        yield Suggestion(
            mark.start, mark.end, "quotation", Body("work", work), RELATION, locator, words,
            speaker, method=_METHOD, score=_SCORE, reasons=(f"{work} is cited beside it",),
        )  # fmt: skip


def _block(
    text: str, catalogue: Catalogue, mark: Mark, cited: _Cited | None, own: Suggestion
) -> Suggestion:
    """A block quotation without the citation that closes it; said by whoever is cited there if no
    verb of saying names its speaker, or a pronoun that stands for nobody the text has named."""
    shortened = (
        own if own.end == mark.end else own._replace(end=mark.end, quoted=_words_of(text, mark))
    )
    gender = pronoun_of(text, own)
    if cited is None or not cited.works:
        return shortened
    if gender is not None:
        speaker = _sayer(text, catalogue, cited, gender)
        if not speaker or not is_meant(text, own, speaker.split()[0]):
            return shortened
        return shortened._replace(speaker=speaker, method=_METHOD, score=_SCORE)
    if not _is_ungoverned(own):
        return shortened
    found = _quotation(text, catalogue, mark, cited, own.speaker)
    return next((one._replace(quoted=shortened.quoted) for one in found), shortened)


def _with_pronouns(
    text: str, catalogue: Catalogue, cites: _Cites, quotations: Sequence[Suggestion]
) -> Iterator[Suggestion]:
    """The quotations; those that a pronoun says right before their citation, and by whom nobody
    is meant whom the text has named, are said by whoever is cited."""
    meant: dict[tuple[int, int], str] = {}
    for one in quotations:
        gender = pronoun_of(text, one)
        if gender is None or one.attribution is None:
            continue
        cited = cites.behind(max(one.end, one.attribution[1]))
        speaker = "" if cited is None else _sayer(text, catalogue, cited, gender)
        if speaker and is_meant(text, one, speaker.split()[0]):
            meant[one.attribution] = speaker
    for one in quotations:
        speaker = meant.get(one.attribution, "") if one.attribution is not None else ""
        yield one._replace(speaker=speaker, method=_METHOD, score=_SCORE) if speaker else one


def _sayer(text: str, catalogue: Catalogue, cited: _Cited, gender: str) -> str:
    """Whom a pronoun of a gender stands for that says words right before what is cited: its
    authors; nobody if they do not agree, or the work is not the words' own source."""
    if len(cited.works) != 1 or not _LEADS.issuperset(_words(cited.led)):
        return ""
    (work,) = cited.works
    if work not in catalogue.keys:
        return "" if work else name_of(text[cited.start : cited.end].strip("([ "))
    entry = catalogue.entries[catalogue.keys[work]]
    code = language_of(text)
    return authors_of(entry, code) if agrees(entry, gender, code) else ""
