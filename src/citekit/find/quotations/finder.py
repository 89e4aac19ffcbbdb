"""Quotations: words in quotation marks, and who says them.

:func:`quotations` finds those that the text attributes to a speaker, :func:`marks` all
words in quotation marks and what kind they are.  The marks are paired by
:mod:`citekit.find.grammar.marks`, the attributions read by
:mod:`citekit.find.quotations.attribution`, the speakers named by
:mod:`citekit.find.speakers.resolver`.

Methods, and the score each gives (how often it was right on the texts it was written
for, rounded, lowered the further the cue stands from the quotation):

- ``cue-before``, ``cue-after`` (0.95): the reporting clause stands beside the quotation;
- ``according-to`` (0.9; 0.8 if not beside it): "according to X";
- ``cue-inside`` (0.85): French « …, a déclaré X, … »;
- ``split`` (0.9), ``continued`` (0.85): the speaker of the quotation before goes on;
- ``turn`` (0.6): a dash stands between two quotations: somebody answers;
- ``cue-clause`` (0.5–0.9): a quotation inside a reported clause, or governed by a verb;
- ``signature`` (0.8), ``colon``, ``speech-noun``, ``clause-end``, ``same-clause``,
  ``reported-speech``, ``same-text`` (0.7), ``citation`` (0.65);
- ``block`` (0.8): a block quotation that a clause introduces;
- ``transcript`` (0.8; 0.7 without labels): an answer in an interview;
- ``dialogue`` (0.7): French, a turn behind a dash, with a reporting clause;
- ``heading`` (0.7): the words of a heading come back in a quotation further down;
- ``beat`` (0.6): no cue, but somebody acts in the sentence before ("Lee shrugged. “…”");
- ``free-indirect`` (0.5): the sentence before reports speech ("Too grand, she says.");
- ``paragraph``, ``next-paragraph`` (0.6): no cue, but a quotation stands before;
- ``ranked`` (how likely the model finds the speaker): no rule is sure, see
  :mod:`citekit.find.speakers.ranks`.

A speaker that a pronoun or a role was resolved to lowers the score by a tenth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from typing import Literal, NamedTuple

from citekit.corpus.notemarks import without_note_marks
from citekit.corpus.wrapping import paragraphs
from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution, cued
from citekit.find.grammar.documents import CALLED, unknown_place
from citekit.find.grammar.lines import unwrapped
from citekit.find.grammar.marks import Quoted, quoted_spans, title_case
from citekit.find.grammar.tokens import Unit, guess
from citekit.find.quotations.attribution import PARAGRAPH, Attributor
from citekit.find.quotations.blocks import Block, blocks, led_by_colon, only_source
from citekit.find.quotations.dialogue import dialogue
from citekit.find.quotations.headings import headed, lone
from citekit.find.quotations.nearer import noun_at
from citekit.find.quotations.received import HEARD
from citekit.find.quotations.references import known_to_go, referenced
from citekit.find.quotations.titled import hidden, shown
from citekit.find.quotations.transcripts import transcript
from citekit.find.quotations.turns import Turns, answering
from citekit.find.speakers.candidates import Rule
from citekit.find.speakers.persons import HEADING, Speaker
from citekit.find.speakers.ranks import Ranker, Ranking, asks
from citekit.find.speakers.resolver import Speakers
from citekit.find.suggestion import At, Suggestion, unheard

MarkKind = Literal["speech", "scare", "title", "unknown"]

#: Words of more than this length in quotation marks are not "only set off".
_SCARE_WORDS = 4
#: German possessives and articles in the genitive.
_GENITIVES = frozenset("seiner ihrer seines ihres eines einer".split())
#: German: what words stand in, and verbs of that.
_STATEMENTS = ("mitteilung", "aussendung", "erklärung", "stellungnahme")
#: So many paragraphs may be the title and what stands under it.
_TITLES = 2
#: The language that the first quotation marks of a short text suggest.
_LANGUAGES = {"german": "de", "guillemets-inward": "de", "guillemets": "fr"}
#: Of a heading's quotation whose words come back below, who says them there knows better.
_UNSURE = frozenset("ranked clause-end beat free-indirect reported-speech colon".split())
#: So many characters tell the language of a paragraph.
_SAMPLE = 400


class Mark(NamedTuple):
    """Words in quotation marks.

    ``start`` and ``end`` include the marks, ``inner_start`` and ``inner_end`` do not;
    all count code points.  ``level`` is 1 outside of other marks; ``style`` names the
    opening mark (``curly``, ``straight``, ``guillemets``, ``german``, ``block`` …).
    ``kind`` is ``speech`` (attributed to a speaker; ``suggestion`` says to whom),
    ``title`` (of a work), ``scare`` (a word or two set off) or ``unknown``.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    level: int
    style: str
    kind: MarkKind
    suggestion: Suggestion | None = None


def quotations(text: str, ranking: Ranking | None = None) -> list[Suggestion]:
    """The attributed quotations of ``text``, by where they begin.

    With ``ranking`` the likeliest speaker is found too where no rule is sure of one.

    ``start`` and ``end`` of a suggestion include the quotation marks, ``quoted`` are the
    words inside, ``speaker`` the fullest name that the text gives the speaker, ``cue`` the
    words that attribute, ``attribution`` their span.
    """
    return _find(text, ranking)[1]


def marks(text: str) -> list[Mark]:
    """All words of ``text`` in quotation marks, and its block quotations, by where they begin."""
    return read(text)[0]


def set_off(text: str) -> list[Quoted]:
    """The spans of :func:`marks` alone, in a fraction of the time."""
    parts = paragraphs(text)
    return _with_blocks(quoted_spans(without_note_marks(text), parts), blocks(text, parts))


def _with_blocks(spans: list[Quoted], printed: list[Block]) -> list[Quoted]:
    """What stands in quotation marks, and what is set off without them."""
    others = [block.quoted for block in printed if block.marked is None]
    return sorted([*spans, *others], key=lambda q: (q.start, -q.end))


def read(
    text: str, ranking: Ranking | None = None, parts: list[tuple[int, int]] | None = None,
    works: Sequence[tuple[int, int]] = (), at: At = unheard,
    knows: Callable[[str], bool] | None = None,
) -> tuple[list[Mark], list[Suggestion]]:  # fmt: skip
    """Both, for the price of one: :func:`marks` and :func:`quotations`.  ``parts`` are the
    paragraphs, where another text than this one says how far they reach; ``works`` are the
    titles of works that stand in the text and are nobody; ``at`` is told where it is; ``knows``
    says which surnames need no given name."""
    spans, found, titles = _find(text, ranking, parts, works, at, knows)
    by_place = {(suggestion.start, suggestion.end): suggestion for suggestion in found}
    result = []
    for quoted in spans:
        suggestion = by_place.get((quoted.start, quoted.end))
        kind: MarkKind = "speech" if suggestion else _kind(text, quoted, titles)
        result.append(Mark(*quoted[:6], kind, suggestion))
    return result, found


def _whose(u: Unit, first: int, attribution: Attribution) -> bool:
    """German: whether a phrase says whose the noun before it is, as no subject does."""
    return attribution.reason in ("colon", u.low[first - 1])


def _unsigned(u: Unit, attribution: Attribution) -> bool:
    """German: whether words stand in a statement that the clause says nobody's: "„…“, hieß es in
    einer Mitteilung"."""
    phrase = attribution.phrase
    if phrase is None or attribution.reason not in CALLED or u.low[phrase.start] != "einer":
        return False
    behind = u.low[phrase.end : phrase.end + 1]
    return u.low[phrase.head].endswith(_STATEMENTS) and behind not in (["des"], ["der"], ["von"])


def _kind(text: str, quoted: Quoted, titles: frozenset[int]) -> MarkKind:
    if quoted.start in titles:
        return "title"
    inner = text[quoted.inner_start : min(quoted.inner_end, quoted.inner_start + 200)]
    words = inner.split()
    if len(words) <= _SCARE_WORDS and inner.rstrip(",;")[-1:] not in ".!?":
        return "scare"
    return "unknown"


def _find(
    text: str, ranking: Ranking | None = None, parts: list[tuple[int, int]] | None = None,
    works: Sequence[tuple[int, int]] = (), at: At = unheard,
    knows: Callable[[str], bool] | None = None,
) -> tuple[list[Quoted], list[Suggestion], frozenset[int]]:  # fmt: skip
    """The quoted spans, the attributed ones, and where the titles begin."""
    parts = paragraphs(text) if parts is None else parts
    spans = quoted_spans(without_note_marks(text), parts)
    printed = blocks(text, parts)
    finder = _Finder(text, parts, spans, ranking, works)
    finder.speakers.knows = knows
    found = finder.prose(at)
    places = {(one.start, one.end) for one in found}
    for block in printed:
        suggestion = finder.block(block)
        if suggestion is not None and (suggestion.start, suggestion.end) not in places:
            found.append(suggestion)
    said = transcript(text, parts, finder.outer, finder.speakers, finder.language)
    places = {(one.start, one.end) for one in said}
    found = [one for one in found if (one.start, one.end) not in places] + said
    if finder.language == "fr":
        found.extend(dialogue(finder.flat, parts, spans, finder.speakers, text))
    sure = {one.start for one in found if one.method not in _UNSURE}
    again = headed(text, [q for q in finder.headings() if q.start not in sure], found)
    known = {one.start for one in again}
    found = [one for one in found if one.start not in known] + again
    found = list(shown(text, works, found)) if works else found
    found.sort(key=lambda suggestion: (suggestion.start, -suggestion.end))
    return _with_blocks(spans, printed), found, frozenset(finder.titles)


class _Finder:
    """One document while its quotations are attributed."""

    def __init__(
        self, text: str, parts: list[tuple[int, int]], spans: list[Quoted],
        ranking: Ranking | None = None, works: Sequence[tuple[int, int]] = (),
    ) -> None:  # fmt: skip
        self.text = text
        self.outer = [quoted for quoted in spans if quoted.level == 1]
        self.titles: list[int] = []
        self.lone: list[Quoted] = []  # headings that are a quotation
        default = _LANGUAGES.get(spans[0].style, "en") if spans else "en"
        self.language = guess(text[:2000].lower().split(), default)
        self.mixed = bool(spans) and len(self._languages()) > 1  # its paragraphs' languages
        self.paragraphs = parts
        flat = unwrapped(text, parts, (quoted.end for quoted in self.outer))
        self.flat = hidden(without_note_marks(text, flat), works)
        self.turns = Turns(self.flat)
        self.speakers = Speakers(self.flat, spans, parts, self.language)
        self.ranker: Ranker | None = None
        if ranking is not None:
            self.ranker = Ranker(ranking, self.flat, parts, self.outer, self.speakers)

    def headings(self) -> list[Quoted]:
        """The quotations in the text's title and its headings."""
        first = [end for _, end in self.paragraphs[:_TITLES]]
        title = max(first, default=0)
        outer = self.outer
        below = {q.start for q in outer if q.start < title and self._says(q)}
        inside = [q for q in outer if q.start in below or self._in_heading(q.start)]
        return inside + [q for q in self.lone if q not in inside]

    def _says(self, quoted: Quoted) -> bool:
        """Whether a quotation under the title is more than what somebody is called there."""
        return len(quoted.words(self.text).split()) >= _SCARE_WORDS

    def _in_heading(self, at: int) -> bool:
        """Whether a place is in a heading, also in one that ends with its quotation."""
        part = bisect_right(self.paragraphs, (at, len(self.text))) - 1
        start, end = self.paragraphs[part]
        words = self.text[start:end].rstrip("”“\"»«’'›‹")
        return self.speakers.in_heading(at) or (end - start < HEADING and words[-1:].isalnum())

    def _languages(self) -> set[str]:
        """The languages of some samples of the text."""
        step = max(_SAMPLE, len(self.text) // 5)
        return {
            guess(self.text[at : at + _SAMPLE].lower().split(), self.language)
            for at in range(0, len(self.text), step)
        }

    def _language(self, start: int, end: int) -> str:
        """The language of a paragraph."""
        if not self.mixed:
            return self.language
        return guess(self.text[start : min(end, start + _SAMPLE)].lower().split(), self.language)

    def prose(self, at: At) -> list[Suggestion]:
        """The quotations in quotation marks."""
        found: list[Suggestion] = []
        last: Speaker | None = None
        last_unit = -2
        for number, until, start, end, quoted in self._units():
            at(start)
            continues = last_unit == number - 1 and last is not None
            u = Unit(self.flat, start, end, quoted, self._language(start, end))
            if len(quoted) == 1 and lone(self.flat, start, end, quoted[0]):
                self.lone.append(quoted[0])
                continue
            if not continues and not cued(u):
                self.titles.extend(
                    q.start
                    for q in quoted
                    if " " in self.text[q.inner_start : q.inner_end]
                    and title_case(self.text, q, self.language)
                )
                continue
            if number == until and quoted[-1].end <= end:
                self.speakers.know(number, u)
            reader = Attributor(u, continues)
            attributions = reader.run()
            self.titles.extend(self._titles(u, {*attributions, *reader.standing}))
            spoken: dict[int, tuple[Speaker, Suggestion]] = {}
            for q in u.quotes:
                if q in reader.unsaid:
                    continue
                made = self._decided(u, q, attributions.get(q), spoken, last, (number, until))
                if made is None:
                    continue
                spoken[q] = made
                found.append(made[1])
            if spoken:
                final = max(spoken)
                self.turns.take(u, final, spoken[final][0], number, until)
                last, last_unit = spoken[final][0], until
                if final != next(reversed(u.quotes)):
                    last_unit = -2
        return found

    def _decided(
        self, u: Unit, q: int, attribution: Attribution | None,
        spoken: dict[int, tuple[Speaker, Suggestion]], last: Speaker | None,
        parts: tuple[int, int],
    ) -> tuple[Speaker, Suggestion] | None:  # fmt: skip
        """Who speaks at a quotation: by the rules, or, if they are not sure, whoever is
        the likeliest."""
        if referenced(u, q) or known_to_go(u, q):
            return None
        history = [] if self.ranker is None else self.speakers.history[:]
        made = rule = None
        if attribution is not None:
            made = self._suggestion(u, q, attribution, spoken, last)
            place = attribution.phrase and unknown_place(attribution.unit or u, attribution.phrase)
            if attribution.reason == HEARD or attribution.method == "turn" or place:
                return made
        if self.ranker is None or not asks(u, q, attribution if made else None):
            return made
        if attribution is not None:
            attribution = attribution._replace(unit=attribution.unit or u)
            rule = Rule(attribution, made[0]) if made is not None else None
        quoted = u.quotes[q]
        with_rule, self.speakers.history = self.speakers.history, history
        chosen = self.ranker.speaker(quoted, u.language, rule, parts, attribution)
        if chosen is None:
            return None
        speaker, chance = chosen
        if made is not None and speaker.name == made[0].name:
            self.speakers.history = with_rule
            return made
        self.speakers.remember(speaker, quoted.start)
        return speaker, Suggestion(
            quoted.start, quoted.end, "quotation", quoted=quoted.words(self.text),
            speaker=speaker.name, method="ranked", score=round(chance, 2),
            reasons=("the likeliest speaker of those named around",),
        )  # fmt: skip

    def _units(self) -> Iterator[tuple[int, int, int, int, list[Quoted]]]:
        """Paragraphs with quotations, those that a quotation joins as one: numbers of the
        first and the last paragraph, span, quotations."""
        at = 0
        number = 0
        spans = self.paragraphs
        outer = self.outer
        while number < len(spans) and at < len(outer):
            start, end = spans[number]
            first = number
            inside: list[Quoted] = []
            while at < len(outer) and outer[at].start < end:
                inside.append(outer[at])
                at += 1
                while inside[-1].end > end and number + 1 < len(spans):
                    number += 1
                    end = spans[number][1]
            if inside:
                yield first, number, start, end, inside
            number += 1

    def _titles(self, u: Unit, found: Container[int]) -> Iterator[int]:
        for q, quoted in u.quotes.items():
            if q in found:
                continue
            before = u.flags[q - 1] if q else 0
            long = " " in self.text[quoted.inner_start : quoted.inner_end]
            if (long or before & c.WORK) and title_case(self.text, quoted, u.language):
                yield quoted.start

    def _suggestion(
        self, u: Unit, q: int, attribution: Attribution,
        spoken: dict[int, tuple[Speaker, Suggestion]], last: Speaker | None,
    ) -> tuple[Speaker, Suggestion] | None:  # fmt: skip
        quoted = u.quotes[q]
        u = attribution.unit or u
        score = attribution.score
        reasons = [attribution.reason]
        method = attribution.method
        acting = None
        if method == "turn":
            acting = self._turn(q, attribution.same, spoken)
            if acting is None:
                return None
        elif method == "free-indirect":
            acting = self.speakers.reporting(u.starts[u.bounds(q)[0]])
        elif attribution.phrase is None and (
            method in ("beat", "reported-speech") or attribution.same == -1
        ):
            groups = method == "reported-speech"
            acting = self.speakers.acting(u.starts[u.bounds(q)[0]], groups)
        if acting is not None:
            speaker = acting
            reasons.append(speaker.name)
        elif attribution.phrase is None:
            if method in ("beat", "reported-speech", "free-indirect") and attribution.same == -1:
                return None
            if method == "beat":
                method = "next-paragraph" if attribution.same == PARAGRAPH else "paragraph"
                reasons = []
                if attribution.same == PARAGRAPH:
                    other = self.turns.other(u, q)
                    other = other or self.turns.called(u, self.speakers.history)
                    if other is None and last is not None and self.turns.passes(u, q):
                        other = answering(self.speakers, last, quoted.start)
                        last = None
                    last = other or last
            if attribution.same >= 0:
                if attribution.same not in spoken:
                    return None
                speaker = spoken[attribution.same][0]
            elif last is not None:
                speaker = last
            else:
                return None
            reasons.append(f"speaker of the quotation before: {speaker.name}")
        else:
            first = attribution.phrase.start
            oblique = attribution.method == "according-to" or (
                (first > 0 and bool(u.flags[first - 1] & c.PREPOSITION))
                or u.low[first] in ("des", "dem")
                or attribution.reason.startswith("zitier")
                or (u.low[first] == "der" and noun_at(u, first) and _whose(u, first, attribution))
                or attribution.reason == "die Rede"
                or (u.low[first] in _GENITIVES and noun_at(u, first))
            )
            lone = attribution.phrase.kind == "name" and len(attribution.phrase.names) == 1
            strict = lone and (
                method == "colon"
                or score <= 0.5
                or (quoted.style != "block" and self.speakers.in_heading(quoted.start))
            )
            named = self.speakers.resolve(u, attribution.phrase, oblique, strict)
            if named is None:
                return None
            speaker = named
            if _unsigned(u, attribution):
                speaker = self.speakers.issuing(u.starts[u.bounds(first)[0]]) or named
            if attribution.phrase.kind == "pronoun":
                score -= 0.1
                reasons.append(f"“{u.words[attribution.phrase.start]}” read as {speaker.name}")
        span: tuple[int, int] | None = None
        cue = ""
        if attribution.end > attribution.start:
            span = (u.starts[attribution.start], u.ends[attribution.end - 1])
            cue = u.print(attribution.start, attribution.end)
        suggestion = Suggestion(
            quoted.start,
            quoted.end,
            "quotation",
            quoted=quoted.words(self.text),
            speaker=speaker.name,
            cue=cue,
            attribution=span,
            method=method,
            score=round(score, 2),
            reasons=tuple(reason for reason in reasons if reason),
        )
        return speaker, suggestion

    def _turn(
        self, q: int, before: int, spoken: dict[int, tuple[Speaker, Suggestion]]
    ) -> Speaker | None:
        """Who answers the quotation before the one at ``q``: who spoke before it, at token
        ``before`` in the same dialogue, or the other one of whom the text speaks."""
        if before in spoken:
            return spoken[before][0]
        if not spoken:
            return None
        last = spoken[max(spoken)][0]
        other = self.speakers.partner(last, last.at)
        several = last.kind in ("several", "group") or last.gender == "p"
        return last if several else other

    def block(self, block: Block) -> Suggestion | None:
        """A block quotation that the paragraph before introduces, or that is signed."""
        if only_source(self.text, block):
            return None
        start, _ = block.lead
        quoted = block.quoted
        language = self._language(start, quoted.start)
        u = Unit(led_by_colon(self.flat, block), start, quoted.end, [quoted], language)
        if not u.quotes:
            return None
        attribution = Attributor(u).run().get(len(u.words) - 1)
        if attribution is None or attribution.phrase is None:
            return None
        if attribution.method in ("paragraph", "continued", "next-paragraph", "beat"):
            return None
        made = self._suggestion(u, len(u.words) - 1, attribution, {}, None)
        if made is None:
            return None
        score = min(0.8, made[1].score)
        found = made[1]._replace(method="block", score=score, locator=block.locator)
        marked = block.marked
        if marked is None:
            return found
        words = marked.words(self.text)
        return found._replace(start=marked.start, end=marked.end, quoted=words)
