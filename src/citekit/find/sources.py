"""The works that quotations are taken from.

A quotation names a speaker.  A citation right after it says where the words stand, whoever
the speaker is; a term of few words only if that is nobody by name ("one historian").  Where
the speaker is an author of a catalogued work and the text shows that the words are from it,
the quotation points at that work: a citation stands beside the speaker's name; the work's
title stands in the same sentence; or the speaker, named in full, is known for one work alone
and the cue is a verb of writing, with no letter, column or message that it is written in.  A
work without an author may be what speaks, by its title.  A note or number of the quotation's
own says which work it is, so that it gets no other one (Chicago Manual of Style, 17th edition,
14.26: the number follows the quotation).
Without such evidence it stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from citekit.find.citations.finder import place_in_text
from citekit.find.citations.held import SIGNS, held, is_textual
from citekit.find.citations.marks import MARKS
from citekit.find.citedquotes import LEAST, NEAR, RELATION, is_fronted
from citekit.find.citingwords import SCHOLARS
from citekit.find.mentions.sayers import written_by
from citekit.find.mentions.sentences import Sentences
from citekit.find.notesources import NoteSources
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Span
from citekit.model import Body

_NOTHING = Body()
#: Of a note that begins with a source that is no work of the catalogue.
_NOBODYS: frozenset[str] = frozenset()
#: Methods of mentions by the title of a work.
TITLES = ("title", "short-title")
_CITES = ("citation", "mention", "paraphrase", "echo", "reference")
_CLOSING = "”“\"'’»«› \u00a0\u202f.,;:()[]\n"
#: Verbs that say that somebody wrote the words.
WRITING = frozenset(
    """writes wrote written write writing
    schreibt schrieb schreiben schrieben geschrieben notiert notierte
    écrit écrivait écrivit écrivent écrire écrivaient""".split()
)
#: Where else somebody writes.
_ELSEWHERE = (
    "mail", "tweet", "twitter", "facebook", "instagram", "letter", "statement", "column", "blog",
    "memo", "op-ed", "brief", "gastbeitrag", "kolumne", "lettre", "courriel", "communiqué",
    "tribune", "message", "posted",
)  # fmt: skip
#: The rest of a block quotation of several paragraphs.
_BLOCK = re.compile(r"(?:\s*\n {0,3}>[^\n]*)+")
#: Before the line that closes one with its source.
_LINE = re.compile(r"(?:\s|\n {0,3}>)+(?:--?-?|[—–])\s?")
#: Before a sentence, or a paragraph.
_BREAKS = ("", ".", "!", "?", "\n", ":")
#: What closes words.
_MARKS = "”“\"’'»«›‹ \u00a0\u202f"
#: So many citations are looked at before the end of a quotation; so long is the mark of a note.
_FEW = 3
_LONGEST_MARK = 90
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE = r"(?P<note>\[\^?[^\]\s]{1,80}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\(\d{1,3}\))"
_MARK_INSIDE = re.compile(rf"{_NOTE}[.,;:?!…]?[{re.escape(_MARKS)}]*\Z")
#: A mark of a note, no exponent, behind the last word of what is quoted.
_NOTE_INSIDE = re.compile(
    r"(?:\s?\[\^[^\]\s]{1,80}\]|(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?…]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"(?=[.,;:?!…]?\s*\Z)"
)
_MARK_BEHIND = re.compile(rf"[.,;:?!]?[ \u00a0\u202f]?{_NOTE}")
_SOME = frozenset("one a an another some ein eine einer un une certain".split())


def with_sources(
    text: str, catalogue: Catalogue, suggestions: Iterable[Suggestion]
) -> list[Suggestion]:
    """The suggestions, quotations from catalogued works with the work as their body and
    the relation ``includesQuotationFrom``."""
    found = [_without_mark(one) for one in suggestions]
    spoken = [
        index
        for index, each in enumerate(found)
        if each.kind == "quotation" and each.speaker and each.body == _NOTHING
    ]
    if not spoken or not catalogue.entries:
        return found
    sources = _Sources(text, catalogue, tuple(found))
    for index in spoken:
        found[index] = sources.add(found[index])
    return found


def _without_mark(one: Suggestion) -> Suggestion:
    """A quotation whose words are without the mark of a note before the closing mark."""
    if one.kind != "quotation":
        return one
    end = one.quoted[-_LONGEST_MARK:]
    if "[^" not in end and _RAISED.isdisjoint(end):
        return one
    found = _NOTE_INSIDE.search(one.quoted, max(0, len(one.quoted) - _LONGEST_MARK))
    if found is None:
        return one
    return one._replace(quoted=one.quoted[: found.start()] + one.quoted[found.end() :])


def _is_some_scholar(speaker: str) -> bool:
    """Whether the text says of a speaker that he does research, and leaves his name to the
    citation: "one scholar", "ein Historiker"."""
    words = speaker.lower().split()
    return words[0] in _SOME and words[-1] in SCHOLARS


class _Sources:
    """What one text cites, asked for the source of each quotation."""

    def __init__(self, text: str, catalogue: Catalogue, found: Sequence[Suggestion]) -> None:
        self._catalogue = catalogue
        self._sentences = Sentences(text)
        self._text = text
        self._found = found
        self._known: dict[str, frozenset[str]] = {}
        self._notes = NoteSources(text, found)

    @cached_property
    def _citing(self) -> list[Suggestion]:
        """What cites or mentions a work, in order."""
        citing = (each for each in self._found if each.body.type == "work" and each.kind in _CITES)
        return sorted(citing, key=place_in_text)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self._citing]

    def add(self, quotation: Suggestion) -> Suggestion:
        """The quotation with its source, if the text shows one."""
        if self._is_of_another(quotation):
            return quotation
        works = self._known.get(quotation.speaker)
        if works is None:
            works = self._known[quotation.speaker] = written_by(self._catalogue, quotation.speaker)
        shown = self._after(quotation, works)
        if shown is None and self._is_from_elsewhere(quotation):
            return quotation
        if shown is None and works:
            shown = self._beside(quotation, works)
        shown = shown or self._behind(quotation) or self._speaking(quotation)
        if shown is None and len(works) == 1:
            shown = self._written(quotation, next(iter(works)))
        own = self._noted(quotation) if shown is not None else _NOBODYS
        if shown is not None and own and shown[0] not in own:
            shown = self._behind(quotation)
        if shown is None or (own and shown[0] not in own):
            return quotation
        key, locator, reason = shown
        return quotation._replace(
            body=Body("work", key), relation=RELATION, locator=quotation.locator or locator,
            reasons=(*quotation.reasons, reason),
        )  # fmt: skip

    def _is_of_another(self, quotation: Suggestion) -> bool:
        """Whether the speaker is only the subject of the main clause behind the quotation's:
        "While Lee calls it “a port,” Roy (1990) says …"."""
        if quotation.attribution is None or quotation.attribution[0] < quotation.end:
            return False
        before = self._text[max(0, quotation.start - 3) : quotation.start].strip(" \u00a0")
        if before[-1:] in _BREAKS:
            return False  # it begins the sentence
        start, _ = self._sentences.around(quotation.start)
        return is_fronted(self._text, start, quotation.start)

    def _after(self, quotation: Suggestion, works: frozenset[str]) -> tuple[str, str, str] | None:
        """A citation of a work of the speaker's right after the quotation: “…” (Name 1959, 12)."""
        for each, span in self._cited_after(quotation) if works else ():
            if self._opens_next(quotation, each, span):
                return None
            if each.body.value in works and self._notes.first(each.start, each.end) != _NOBODYS:
                return each.body.value, each.locator, "a citation follows the quotation"
        return None

    def _behind(self, quotation: Suggestion) -> tuple[str, str, str] | None:
        """A citation right behind the quotation, of whomever, if the words are more than a
        term or nobody says them by name: one in brackets or a mark, not the subject of the
        next sentence."""
        if len(quotation.quoted.split()) < LEAST and not _is_some_scholar(quotation.speaker):
            return None
        for each, (opened, closed) in self._cited_after(quotation):
            text = self._text
            inside = each.start < quotation.end
            narrative = not inside and opened == each.start and text[opened] not in SIGNS
            subject = (
                text[closed : closed + 1].isspace() and text[closed + 1 : closed + 2].islower()
            )
            if narrative or (subject and not inside) or is_textual(text, each.start, each.end):
                return None
            first = self._notes.first(each.start, each.end)
            if first is not None and each.body.value not in first:
                continue
            if "\n\n" not in text[quotation.end : opened] and each.relation == "cites":
                return each.body.value, each.locator, "a citation follows the quotation"
        return None

    def _cited_after(self, quotation: Suggestion) -> Iterator[tuple[Suggestion, Span]]:
        """The citations right after a quotation, and the note marks right before its closing
        mark, each with the span of what holds it.  In French the mark of a note stands before
        the closing one (Imprimerie nationale, Lexique des règles typographiques, "Appel de
        note")."""
        low = bisect_left(self._starts, quotation.end)
        for each in self._citing[max(0, low - _FEW) : low]:
            behind = self._text[each.end : quotation.end]
            if each.method in MARKS and each.start > quotation.start and not behind.strip(_CLOSING):
                yield each, held(self._text, each.start, each.end, quotation.start)
        for each in self._citing[low : low + 4]:
            span = held(self._text, each.start, each.end, quotation.end)
            gap = self._text[quotation.end : span[0]]
            near = len(gap) <= NEAR and not gap.strip(_CLOSING)
            block = quotation.method == "block"
            if "\n\n" in gap and not block:
                break
            if not (near or (block and (_BLOCK.fullmatch(gap) or _LINE.fullmatch(gap)))):
                break
            if each.kind == "citation":
                yield each, span

    def _opens_next(self, quotation: Suggestion, each: Suggestion, span: Span) -> bool:
        """Whether the author of a citation behind a quotation is named in the next sentence, and
        not as who says the words: "Lee (1990) calls it “a port”. Lee (1990, 12) adds …"."""
        said, text = quotation.attribution, self._text
        if said is not None and said[1] > quotation.end:
            return False
        if each.method != "author-date-narrative" and not is_textual(text, each.start, each.end):
            return False
        before = text[max(quotation.start, quotation.end - 3) : span[0]].strip(_MARKS)
        return any(sign in before for sign in ".!?\n")

    def _beside(self, quotation: Suggestion, works: frozenset[str]) -> tuple[str, str, str] | None:
        """A citation of, or the title of, one of the speaker's works in the sentence that
        names the speaker."""
        at = quotation.start
        if quotation.attribution is not None:
            at = quotation.attribution[0]
        start, end = self._sentences.around(at)
        noted = self._is_noted(quotation)
        low = bisect_left(self._starts, start - 1)
        high = bisect_left(self._starts, max(end, quotation.start))
        near = [
            each
            for each in self._citing[low:high]
            if not quotation.start <= each.start < quotation.end
            and each.body.value in works
            and (each.kind == "citation" or each.method in TITLES)
            and not (noted and each.method in MARKS)
        ]
        keys = {each.body.value for each in near}
        if quotation.method == "ranked" and all(map(self._is_one_of_several, near)):
            return None
        if len(keys) != 1:
            return None
        cites = near[0].kind == "citation"
        reason = "a citation" if cites else "the title"
        locator = near[0].locator if cites else ""
        return near[0].body.value, locator, f"{reason} stands in the same sentence"

    def _is_one_of_several(self, each: Suggestion) -> bool:
        """Whether a citation stands in brackets with others, of other works: that hardly says
        whose words stand beside them."""
        opened, closed = held(self._text, each.start, each.end)
        first, last = bisect_left(self._starts, opened), bisect_left(self._starts, closed)
        inside = self._citing[first:last] if opened < each.start else []
        return any(one.kind == "citation" and one.body != each.body for one in inside)

    def _is_noted(self, quotation: Suggestion) -> bool:
        """Whether a quotation has a note or number of its own, which says where the words are
        from, so that no other one does."""
        return self._mark(quotation) is not None

    def _noted(self, quotation: Suggestion) -> frozenset[str]:
        """The works that the quotation's own note or number cites, of which its words are; none
        if there is no such note, or it only points to more on the matter."""
        mark = self._mark(quotation)
        if mark is None or self._notes.points(*mark):
            return _NOBODYS
        return frozenset(
            each.body.value
            for each, _ in self._cited_after(quotation)
            if each.method in MARKS and mark[0] <= each.start < mark[1]
        )

    def _mark(self, quotation: Suggestion) -> Span | None:
        """The note or number right before or behind the closing mark."""
        low = max(quotation.start, quotation.end - _LONGEST_MARK)
        found = _MARK_INSIDE.search(self._text, low, quotation.end)
        found = found or _MARK_BEHIND.match(self._text, quotation.end)
        return found.span("note") if found is not None else None

    def _is_from_elsewhere(self, quotation: Suggestion) -> bool:
        """Whether the quotation's own note begins with a source that is no catalogued work."""
        mark = self._mark(quotation)
        return mark is not None and self._notes.first(*mark) == frozenset([""])

    def _speaking(self, quotation: Suggestion) -> tuple[str, str, str] | None:
        """The one work without an author whose title stands where the speaker is named: “…,” says
        the *Report on Rivers* (1931, 12)."""
        if quotation.attribution is None:
            return None
        low, high = (bisect_left(self._starts, at) for at in quotation.attribution)
        entries, keys = self._catalogue.entries, self._catalogue.keys
        named = {
            each.body.value: each.locator
            for each in self._citing[low:high]
            if (each.kind == "citation" or each.method in TITLES)
            and each.body.value in keys
            and not entries[keys[each.body.value]].authors
        }
        if len(named) != 1:
            return None
        ((key, locator),) = named.items()
        return key, locator, "its title names the speaker"

    def _written(self, quotation: Suggestion, key: str) -> tuple[str, str, str] | None:
        """The only work of somebody who "writes"."""
        words = quotation.cue.lower().replace(",", " ").split()
        if WRITING.isdisjoint(words) or " " not in quotation.speaker.strip():
            return None
        at = quotation.attribution[0] if quotation.attribution is not None else quotation.start
        start, end = self._sentences.around(at)
        around = self._text[start : min(end, quotation.start)].lower() + " ".join(words)
        if any(other in around for other in _ELSEWHERE):
            return None
        return key, "", f"the only work of {quotation.speaker}, who writes this"
