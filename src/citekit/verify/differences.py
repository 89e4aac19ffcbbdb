"""What differs between a quotation and the words of its source, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from citekit.textfold import fold, unbroken
from citekit.verify.alignment import Aligned, Source, Step, stands
from citekit.verify.numerals import (
    are_one_number,
    begins_number,
    ends_number,
    has_dash,
    head,
    joined_alike,
    same,
    sign,
    tail,
)
from citekit.verify.placing import Placed
from citekit.verify.reporting import REPORTED, is_reporting
from citekit.verify.spelling import spelt_alike
from citekit.verify.turning import PARAGRAPH_END
from citekit.verify.words import Run, Word, unmasked, without_ligatures

ChangeKind = Literal["changed", "spelling", "added", "removed", "moved", "case", "punctuation"]
#: So many words stand hardly anywhere by chance.
_TELLING = 4


class Change(NamedTuple):
    """One place where quotation and source differ: the words of each, "" for none."""

    kind: ChangeKind
    quoted: str
    source: str

    def __str__(self) -> str:
        match self.kind:
            case "added":
                return f"added “{self.quoted}”"
            case "removed":
                return f"left out “{self.source}”"
            case "moved":
                return f"“{self.quoted}” stands in another place of the source"
            case "spelling":
                return f"“{self.source}” became “{self.quoted}”, in another spelling"
            case _:
                return f"“{self.source}” became “{self.quoted}”"


#: What stands between words and is no punctuation: quotation marks, dashes, markup.
_NO_PUNCTUATION = re.compile(r"\\[A-Za-z]+\*?(?:\[[^\[\]]*\])*\{[^{}]*\}|[\s\"'*_~`|>\-]+")
#: A mark of a note in brackets, behind a word or a stop, or before a stop.
_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?…”’»]))[(\[{<]\d{1,3}[)\]}>]"
    r"|(?<=[.,;:!?…”’»])[(\[{<][a-z][)\]}>]"
    r"|(?<=[ \u00a0\n])\((?:\d{1,3}|[a-z])\)(?=[.,;:!?…”’»])"
)
#: A quotation mark that opens before a word, not one that opens speech again with a
#: paragraph; and any that a quotation may have for it.
_OPENING = re.compile(r"(?<!\n)[ \t(\[—–][\"“„«‘‚‹]\s?\Z")
_QUOTING = re.compile(r"[\"“”„‟«»‹›‘’‚']")


def squeezed(text: str) -> str:
    """A text with one space for each row of white space."""
    return " ".join(text.split())


def _punctuation(between: str) -> str:
    return _NO_PUNCTUATION.sub("", fold(between).text)


#: A line of verse ends, or a stanza (Chicago Manual of Style 18, 12.29; MLA Handbook 9, 6.33).
_SLASH = re.compile(r"//?")


def _is_broken_as(quoted: str, held: str) -> bool:
    """Whether slashes between two words stand for line breaks of the source, and nothing
    else differs."""
    slash = _SLASH.search(quoted)
    if slash is None or "\n" not in held:
        return False
    if slash[0] == "//" and not PARAGRAPH_END.search(held):
        return False
    return _punctuation(_SLASH.sub("", quoted, count=1)) == _punctuation(held)


#: Quotation marks that close and open before and behind words.
_CLOSED = re.compile(r"[^\s][\"”“’»«‹›][,.;:]?\s+\Z")
_OPENED = re.compile(r"[,.;:]?\s+[\"“„‘«»‹›]")
#: What may come and go between letters: a hyphen, also at the end of a line.
_HYPHEN = re.compile(r"[-‐‑–⸗\u00ad](?:[ \t]*[\r\n]\s*)?")


def _joints(words: Sequence[Word], text: str) -> dict[int, str]:
    """What stands between words, by the number of letters before."""
    found: dict[int, str] = {}
    letters = 0
    for one, two in pairwise(words):
        letters += len(one.key)
        found[letters] = text[one.end : two.start]
    return found


_BEGINS_NUMBER = re.compile(r"(?:\d+[.,’'\u202f\u00a0])+\Z")
_ENDS_NUMBER = re.compile(r"(?:[.,’'\u202f\u00a0]\d+)+")


def _whole(words: Sequence[Word], text: str) -> tuple[int, int]:
    """The span of words, with the rest of the numbers that they are parts of: 3,450."""
    start, end = words[0].start, words[-1].end
    if text[start].isdigit():
        before = _BEGINS_NUMBER.search(text, max(0, start - 20), start)
        start = before.start() if before else start
    if text[end - 1].isdigit():
        behind = _ENDS_NUMBER.match(text, end)
        end = behind.end() if behind else end
    return start, end


class Reader:
    """Reads the changes off an alignment; ``permitted`` are those that nobody minds."""

    def __init__(self, quotation: str, source: Source) -> None:
        self._quotation = quotation
        self._source = source
        self.permitted: list[str] = []

    def changes(self, placed: Placed) -> list[Change]:
        """The changes that nobody permits, in the quotation's order."""
        found: list[Change] = []
        for run, spot in zip(placed.runs, placed.spots, strict=True):
            if spot is None:
                found.append(Change(self._unplaced(run), self._quoted(run.words), ""))
                continue
            found += self._words(run, spot)
            found += self._letters(run, spot)
            found += self._numbers(run, spot)
        return found

    def _unplaced(self, run: Run) -> ChangeKind:
        """What words are that do not stand where the order of the quotation has them."""
        keys = [word.key for word in run.words]
        return "moved" if len(keys) >= _TELLING and stands(keys, self._source) else "added"

    def _quoted(self, words: Sequence[Word], *, whole: bool = False) -> str:
        if not words:
            return ""
        start, end = _whole(words, self._quotation) if whole else (words[0].start, words[-1].end)
        return squeezed(self._quotation[start:end].replace(REPORTED, ""))

    def _held(self, words: Sequence[Word], *, whole: bool = False) -> str:
        if not words:
            return ""
        text = self._source.text
        start, end = _whole(words, text) if whole else (words[0].start, words[-1].end)
        return squeezed(unbroken(self._source.plain(start, end)))

    def _words(self, run: Run, spot: Aligned) -> Iterator[Change]:
        """Words that are not the same, those next to each other together, but those in another
        spelling alone."""
        steps: list[tuple[Step, int, int]] = []
        for step in (*spot.steps, ("equal", -1, -1)):
            if step[0] != "equal":
                steps.append(step)
            elif steps:
                quoted, held = self._sides(run, steps)
                if told := self._is_joined(quoted, held):
                    self.permitted.append(told)
                elif quoted or not self._is_mark(held):
                    for respelt, part in groupby(steps, partial(self._is_respelt, run)):
                        yield from self._changed(run, list(part), respelt=respelt)
                steps = []

    def _sides(
        self, run: Run, steps: Sequence[tuple[Step, int, int]]
    ) -> tuple[list[Word], list[Word]]:
        """The words of the quotation and of the source that some steps are about."""
        return (
            [run.words[number] for _, number, _ in steps if number >= 0],
            [self._source.words[at] for _, _, at in steps if at >= 0],
        )

    def _is_respelt(self, run: Run, step: tuple[Step, int, int]) -> bool:
        _, number, at = step
        if number < 0 or at < 0 or number in run.loose:
            return False
        return spelt_alike(run.words[number].key, self._source.words[at].key)

    def _changed(
        self, run: Run, steps: Sequence[tuple[Step, int, int]], *, respelt: bool
    ) -> Iterator[Change]:
        """What some steps in a row change, ``respelt`` or otherwise."""
        quoted, held = self._sides(run, steps)
        if respelt:
            yield Change("spelling", self._quoted(quoted), self._held(held))
            return
        kind: ChangeKind = "changed" if quoted and held else "added" if quoted else "removed"
        if kind == "removed" and self._is_told(held):
            self.permitted.append("leaves out a reporting clause of the source")
        whole = kind == "changed"
        yield Change(kind, self._quoted(quoted, whole=whole), self._held(held, whole=whole))

    def _is_mark(self, held: Sequence[Word]) -> bool:
        """Whether a word of the source is the mark of a note in brackets: "says(1) that", "the
        way (a)."; "the first way, (a) the road" counts the words that follow."""
        text = self._source.text
        start, end = held[0].start, held[-1].end
        start -= text[start] != "<"
        mark = _MARK.match(text, max(0, start))
        return mark is not None and mark.end() == end + (text[end - 1] != ">")

    def _is_told(self, held: Sequence[Word]) -> bool:
        """Whether words of the source are a reporting clause, between commas or between the
        marks of its speech (“It rains,” he said, “but seldom”): editors differ on whether it may
        go without an ellipsis."""
        start, end = held[0].start, held[-1].end
        text = self._source.text
        before, after = text[max(0, start - 6) : start], text[end : end + 6]
        if _CLOSED.search(before) and _OPENED.match(after):
            return True
        is_apart = "," in before and "," in after
        return is_apart and is_reporting(self._source.plain(start, end))

    def _is_joined(self, quoted: Sequence[Word], held: Sequence[Word]) -> str:
        """What is permitted where the same letters are parted into words otherwise: a hyphen
        between letters more or less, and a space between thousands; "" for nothing."""
        if quoted and held and self._is_one_number(quoted, held):
            return "typography"
        if "".join(word.key for word in quoted) != "".join(word.key for word in held):
            return ""
        one = _joints(quoted, self._quotation)
        other = _joints(held, self._source.text)
        for at in one.keys() | other.keys():
            if at in one and at in other:
                if _punctuation(one[at]) != _punctuation(other[at]):
                    return ""
            elif not _HYPHEN.fullmatch(unmasked(one.get(at) or other[at])):
                return ""
        letters = "".join(word.key for word in quoted)
        if any(
            letters[at - 1].isdigit() or letters[at].isdigit() for at in one.keys() ^ other.keys()
        ):
            return ""
        return "hyphenation"

    def _is_one_number(self, quoted: Sequence[Word], held: Sequence[Word]) -> bool:
        """Whether the words are one number, whose thousands are grouped otherwise."""
        if not (begins_number(quoted[0]) and begins_number(held[0])):
            return False
        english = "the" in self._source.positions
        return any(
            are_one_number(
                self._quoted(quoted, whole=whole), self._held(held, whole=whole), english=english
            )
            for whole in (True, False)
        )

    def _letters(self, run: Run, spot: Aligned) -> Iterator[Change]:
        """Case and punctuation of the words that are the same."""
        before: tuple[int, int] | None = None
        for step, number, at in spot.steps:
            if step != "equal":
                before = None
                continue
            word, other = run.words[number], self._source.words[at]
            if number not in run.loose:
                yield from self._case(word, other, first=number == 0)
            if before == (number - 1, at - 1):
                yield from self._between(
                    run.words[number - 1], word, self._source.words[at - 1], other
                )
            before = (number, at)

    def _numbers(self, run: Run, spot: Aligned) -> Iterator[Change]:
        """Numbers that are the same but for their sign, and those of which an end of the run
        is only a part."""
        text, last = self._source.text, len(run.words) - 1
        for step, number, at in spot.steps:
            if step != "equal" or number in run.loose:
                continue
            word, other = run.words[number], self._source.words[at]
            before = after = before_other = after_other = ""
            if begins_number(word):
                of = head if number == 0 else sign
                before, before_other = of(self._quotation, word), of(text, other)
                if number and at and has_dash(self._source.between(at - 1, at)):
                    start = run.words[number - 1].end
                    if has_dash(self._quotation[start : word.start]):
                        before = before_other
            if ends_number(word):
                after, after_other = tail(self._quotation, word), tail(text, other)
            is_cut = number == last and not same(after, after_other)
            if is_cut or not same(before, before_other):
                yield Change(
                    "changed",
                    before + self._quoted((word,)) + after,
                    before_other + self._held((other,)) + after_other,
                )

    def _case(self, word: Word, other: Word, *, first: bool) -> Iterator[Change]:
        quoted = without_ligatures(fold(self._quotation[word.start : word.end]).text)
        held = without_ligatures(fold(self._source.plain(other.start, other.end)).text)
        if quoted == held:
            return
        if first and quoted[1:] == held[1:]:
            self.permitted.append("case of the first letter")
        elif re.sub(r"[-=\u00ad\s]", "", quoted) != re.sub(r"[-=\u00ad\s]", "", held):
            respelt = quoted.replace("ß", "ss") == held.replace("ß", "ss")
            yield Change("spelling" if respelt else "case", quoted, held)

    def _between(self, one: Word, two: Word, other_one: Word, other_two: Word) -> Iterator[Change]:
        quoted = self._quotation[one.end : two.start]
        held = self._source.plain(other_one.end, other_two.start)
        if quoted == held or REPORTED in quoted:
            return
        unmarked = _OPENING.search(held) and not _QUOTING.search(quoted)
        figures = ends_number(one) and begins_number(two)
        if figures and self._is_one_number((one, two), (other_one, other_two)):
            self.permitted.append("typography")
            return
        alike = _punctuation(quoted) == _punctuation(held)
        if alike and not unmarked and (not figures or joined_alike(quoted, held)):
            return
        if _is_broken_as(quoted, held):
            self.permitted.append("line breaks")
            return
        yield Change(
            "punctuation",
            self._quoted((one, two)),
            self._held((other_one, other_two)),
        )
