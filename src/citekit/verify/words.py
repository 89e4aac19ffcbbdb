"""Texts as words, and quotations as runs of words with what an editor may change.

Two words are the same if they are after :func:`citekit.textfold.fold` with case
folded.  What style guides let a quoting author do (Chicago Manual of Style 18,
12.7–12.8 and 12.59–12.70; MLA Handbook 9, 6.54–6.66; APA 7, 8.30–8.31): leave out
words for an ellipsis, put words or letters into square brackets, change the case of
the first letter and the punctuation at the end, and the form of quotation marks,
dashes and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from citekit.corpus.fullstops import first_end
from citekit.corpus.notemarks import numbers_behind_sentences
from citekit.textfold import fold
from citekit.verify.pages import page_lines

_APOSTROPHE = "'’ʼ＇"
#: Lower-case letters of Latin (with long s and ligatures), Greek and Cyrillic.
_LOWER = "".join(
    char for low, high in ((0x61, 0x530), (0x1F00, 0x2000), (0xFB00, 0xFB07))
    for char in map(chr, range(low, high)) if char.islower()
)  # fmt: skip
#: The end of a line inside a word, also with the signs that stand for its hyphen in transcripts
#: of old prints; "Vor-" before "und Nachteile" is one by itself.
_LINE_END = (
    r"(?:[-‐\u00ad¬⸗]|(?<=[^\W\d_]{2})=)[ \t]*(?:\r\n|\r|\n)[ \t\u2060]*"
    rf"(?=[{_LOWER}])(?!(?:und|oder|bis|sowie|and|or|to|et|ou)\b)"
)
#: What stands for each bracket around letters or words that an editor supplied.
_SUPPLIED = "\u2064"
_WORD = re.compile(
    rf"[^\W_]+(?:(?:[{_APOSTROPHE}]|\u00ad|{_SUPPLIED}{{1,2}}|{_LINE_END})(?=[^\W_])[^\W_]+"
    r"|[\u0300-\u036f]+[^\W_]*)*"
    r"|[%‰$€£¥&§°+=<>]"
)
#: What is raised behind a figure or a variable, not behind a unit: a power, 10², is another
#: number than 102.
_POWER = re.compile(r"(?:(?<=\d)|(?<=\b[^\W\d_ms]))[⁰¹²³⁴-⁹ⁿⁱˣ]+")
_JOINTS = re.compile(rf"{_LINE_END}|\u00ad|{_SUPPLIED}")


class Word(NamedTuple):
    """A word as it is compared, and its span in its text (code points)."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    word = _POWER.sub(r"^\g<0>", _JOINTS.sub("", word))
    return without_ligatures(fold(word, casefold=True).text)


def without_ligatures(text: str) -> str:
    """A text with two letters for each of the ligatures that Unicode does not take apart."""
    for ligature, letters in (("œ", "oe"), ("æ", "ae"), ("Œ", "Oe"), ("Æ", "Ae")):
        text = text.replace(ligature, letters)
    return text


def words_of(text: str) -> list[Word]:
    """The words of a text, by place: letters and digits with apostrophes inside; a word
    divided at a line's end is one, a compound with hyphens several."""
    return [Word(_key(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


#: What parts sentences.
_SENTENCE_ENDS = re.compile(r"[.!?…][”’\"')\]»]*\s|\n\s*\n")


def part_sentences(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two words of a text, at ``start`` and before ``end``."""
    return first_end(_SENTENCE_ENDS, text, start, end) is not None


#: What stands between a run and the one before it.
Gap = Literal["start", "ellipsis", "insertion"]


class Run(NamedTuple):
    """Words of a quotation that claim to stand together in the source.

    ``loose`` are the numbers of those with letters in brackets (``attack[s]``,
    ``[T]he``), ``ends`` of those behind which a sentence ends.  Spans are those
    of the quotation, with these brackets.
    """

    words: tuple[Word, ...]
    loose: frozenset[int]
    gap: Gap
    ends: frozenset[int] = frozenset()


_DOTS = r"(?:…|\.[ \u00a0\u202f]{0,2}\.[ \u00a0\u202f]{0,2}\.(?:[ \u00a0\u202f]{0,2}\.)?)"
_MARK = re.compile(
    rf"(?P<ellipsis>[\[(]\s*{_DOTS}\s*[\])]|{_DOTS})"
    r"|(?P<letters>\[[^\W_]{1,2}\](?=[^\W_])|(?<=[^\W_])\[[^\W_]{0,4}\])"
    r"|(?P<insertion>\[[^\[\]]*\])"
)
_MARKS_AROUND = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("‹", "›"), ("‘", "’"),
                 ('"', '"'), ("'", "'"), ("‚", "‘"))  # fmt: skip


#: A quotation mark that opens: behind white space or a bracket, and not before white space
#: alone as the closing one of « … » is.
_QUOTING = re.compile(r"[\"“”„‟«»‘‚‹›]")
_OPENS = re.compile(r"(?<![^\s(\[—–])(?:[\"“”„‟»‹›‚‘](?=[\w(\[…\"“„‚‘«'])|«)")
#: Characters before words in which the mark that opens their quotation is looked for.
_BACK = 600
#: The marks of a block quotation before each of its lines (CommonMark 0.31, 5.1).
_BLOCK_MARKS = re.compile(r"^ {0,3}>(?:[ \t]{0,4}>)*[ \t]?", re.MULTILINE)
#: Marks of notes and citations: their markup, daggers, and raised numbers.
_REFERENCE = re.compile(
    r"\[(?:\^[^\]\s]+|\d{1,3}|\*{1,3}|[†‡]|[^\[\]@]*@[^\[\]]*)\]"
    r"|\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\[\]]*\])*\{[^{}]*\}"
    r"|(?:[†‡]+|\*{1,3}(?=\))|[⁰¹²³⁴-⁹]+(?:[,–⁻-][⁰¹²³⁴-⁹]+)*(?![^\W_])"
    r"|(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?…”’»]))\d{1,2}(?=\)(?:[\s.,;:!?…”’»]|\Z)))\)?"
)
#: A parenthesis before a mark such as "1)" that is still open: it closes that.
_OPEN = re.compile(r"\([^()\n]{0,200}\Z")
#: What a dagger or a raised number stands behind if it is a mark.
_MARKED = re.compile(r"(?:[^\W\d_]{2}|[.,;:!?…”’»)*_])$")
_LETTERS = re.compile(r"[^\W\d_]+$")
#: What is raised to a power: units, and functions of mathematics.
_RAISED = frozenset("mm cm dm km µm μm nm ft yd mi in ha mc sin cos tan log ln exp chi".split())
#: What an editor supplied, in brackets: letters or words.
_EDITED = re.compile(r"[\[⟨〈](?=[^\W\d_])[^\[\]⟨⟩〈〉@\\]{1,80}[\]⟩〉]")
#: What stands for each character of such a mark: it is part of no word, and folds away.
_MASK = "\u2060"


def is_quoted(text: str, start: int) -> bool:
    """Whether the words at ``start`` (code points) stand in quotation marks, or in a block
    quotation, in a text."""
    paragraph = max(text.rfind("\n\n", 0, start), start - _BACK, 0)
    before = list(_QUOTING.finditer(text, paragraph, start))
    line = text.rfind("\n", 0, start) + 1
    if before and _OPENS.match(text, before[-1].start()):
        return True
    return text.startswith(">", line)


def without_block_marks(text: str) -> str:
    """A text without the marks of block quotations before its lines."""
    return _BLOCK_MARKS.sub("", text)


def masked(text: str, more: Sequence[tuple[int, int]] = ()) -> str:
    """A text, position for position, with what is no part of any word in the place of
    citations and marks of notes, which a quoting author may leave out and add (Chicago
    Manual of Style 18, 12.7), of the marks of block quotations before its lines, and of page
    numbers and running heads; ``more`` are spans that are no words either."""
    spans = [*more]
    spans += [match.span("number") for match in numbers_behind_sentences(text)]
    spans += [match.span() for match in _BLOCK_MARKS.finditer(text)]
    spans += page_lines(text)
    for match in _REFERENCE.finditer(text):
        start, end = match.span()
        if text[start] not in "[\\":
            if not _is_mark(text, start):
                continue
            if text[end - 1] == ")" and _OPEN.search(text, max(0, start - 200), start):
                end -= 1
                if text[start] in "*0123456789":
                    continue
        elif text[start - 1 : start] in (" ", "\t", "\u00a0"):
            start -= 1
        spans.append((start, end))
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        start, end = max(start, done), max(end, done)  # a citation may go on in the next line
        pieces += (text[done:start], _MASK * (end - start))
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _is_mark(text: str, at: int) -> bool:
    """Whether what is raised at ``at`` is a mark and no power: kings², not km²."""
    word = _LETTERS.search(text, max(0, at - 4), at)
    if word and word[0].lower() in _RAISED:
        return False
    return _MARKED.search(text, max(0, at - 2), at) is not None


def unmasked(text: str) -> str:
    """A text that was masked, without the places of citations, marks and editors' brackets."""
    return text.replace(_MASK, "").replace(_SUPPLIED, "")


def unsupplied(text: str) -> str:
    """A masked text, position for position, with what is no part of any word in the place of
    the brackets around letters and words that its editor supplied: *la[n]dlord*, *[the] sheets*,
    *⟨in a fair hand⟩* (Chicago Manual of Style 18, 6.104 and 12.70; TEI P5, ``supplied``)."""
    if "[" not in text and "⟨" not in text and "〈" not in text:
        return text
    return _EDITED.sub(lambda found: f"{_SUPPLIED}{found[0][1:-1]}{_SUPPLIED}", text)


def is_supplied(text: str) -> bool:
    """Whether a text that :func:`unsupplied` gave has such brackets."""
    return _SUPPLIED in text


def cleaned(quotation: str) -> str:
    """A quotation without the marks around it and before its lines, and without citations
    and marks of notes."""
    return without_marks(unmasked(masked(quotation)))


def without_marks(text: str) -> str:
    """A quotation without the quotation marks around it, if they are one pair."""
    text = text.strip()
    for opening, closing in _MARKS_AROUND:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == opening and text[-1] == closing:
            if opening == closing and opening in inner.replace(" '", "").replace("' ", ""):
                continue
            if opening != closing and (opening in inner or closing in inner):
                continue
            return inner.strip()
    return text


def runs_of(quotation: str) -> list[Run]:
    """The runs of a quotation, in order; none for one without words."""
    runs: list[Run] = []
    gap: Gap = "start"
    shown: list[str] = []  # the quotation with blanks for what is no word of the source
    offsets: list[int] = []
    bracketed: set[int] = set()  # where brackets around letters stand

    def end_run(next_gap: Gap) -> None:
        nonlocal gap
        words: list[Word] = []
        loose: set[int] = set()
        for key, first, last in words_of("".join(shown)):
            start, end = offsets[first], offsets[last - 1] + 1
            start -= start - 1 in bracketed
            while end in bracketed:
                end += 1
            if any(start <= at < end for at in bracketed):
                loose.add(len(words))
            words.append(Word(key, start, end))
        if words:
            ends = frozenset(
                number
                for number, (one, two) in enumerate(pairwise(words))
                if part_sentences(quotation, one.end, two.start)
            )
            runs.append(Run(tuple(words), frozenset(loose), gap, ends))
            gap = next_gap
        elif next_gap == "ellipsis" and runs:
            gap = next_gap
        shown.clear()
        offsets.clear()
        bracketed.clear()

    def copy(start: int, end: int) -> None:
        shown.extend(quotation[start:end])
        offsets.extend(range(start, end))

    done = 0
    for mark in _MARK.finditer(quotation):
        copy(done, mark.start())
        done = mark.end()
        if mark["ellipsis"]:
            end_run("ellipsis")
        elif mark["letters"] is not None:
            bracketed |= {mark.start(), mark.end() - 1}
            copy(mark.start() + 1, mark.end() - 1)
        else:
            end_run("insertion")
    copy(done, len(quotation))
    end_run("start")
    return runs


def without_brackets(quotation: str) -> str:
    """A quotation with its letters in brackets as parts of their words."""
    return _MARK.sub(lambda mark: mark[0][1:-1] if mark["letters"] else mark[0], quotation)


def is_marked(quotation: str) -> tuple[bool, bool]:
    """Whether a quotation has an ellipsis, and whether it has words or letters in brackets."""
    marks = list(_MARK.finditer(quotation))
    return (
        any(mark["ellipsis"] for mark in marks),
        any(mark["letters"] is not None or mark["insertion"] for mark in marks),
    )
