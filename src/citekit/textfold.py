"""Folding for comparison, with a map back to the source.

Two texts that differ only in typography fold to the same text.  The rules,
in this order:

1. soft hyphens and invisible characters go; a soft hyphen at a line's end
   takes the line break with it;
2. a word hyphenated at a line's end is joined when it goes on in lower case, also with ``¬``
   and the double hyphen ``⸗``, which transcripts of old prints have there;
3. every quotation mark becomes ``"`` or ``'``, every dash ``-``, every white
   space character a space;
4. Unicode Normalization Form KC (UAX #15), which also splits ligatures and
   the ellipsis; with ``casefold``, caseless forms (Unicode 3.13, toCasefold);
5. several spaces become one.

Folding twice gives what folding once gives.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from unicodedata import category, combining, is_normalized, normalize

_SINGLE_QUOTES = "‘’‚‛‹›`´′‵ʹʻʼʽˈ＇❛❜❮❯"
_DOUBLE_QUOTES = "“”„‟«»″‶ʺ＂〝〞〟❝❞「」『』"
_DASHES = "‐‑‒–—―−⁃⸗⸺⸻﹘﹣－"
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LINE_END = "(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])"

_ONE_TO_ONE = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
}
# Patterns that begin with one set of characters are found several times faster.
_WHITE = "".join(char for char in map(chr, range(0x3001)) if char.isspace() and char != " ")
_TYPOGRAPHY = re.compile(f"[{_SINGLE_QUOTES}{_DOUBLE_QUOTES}{_DASHES}{_WHITE}]")
_DROPS = re.compile(f"[{_INVISIBLE}]")
_DROPPED = re.compile(rf"\u00ad[ \t]*{_LINE_END}[ \t]*|[{_INVISIBLE}]+")
_HYPHENATED = re.compile(rf"[-‐‑¬⸗](?<=[^\W\d_].)[ \t]*{_LINE_END}\s*")
_HYPHENS = re.compile("[-‐‑¬⸗]")
_SPACES = re.compile("  +")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_RETURNS = re.compile("\r\n?")
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")

_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where it comes from.

    ``starts[i]`` is the offset in the source of the ``i``-th code point of
    ``text``; a last entry holds the source's length.  ``gaps`` maps the end
    of each dropped piece of the source to its start.  All offsets count
    Unicode code points.
    """

    text: str
    starts: Sequence[int]
    gaps: Mapping[int, int] = field(default_factory=dict)

    def place(self, offset: int) -> int:
        """Where the source's ``offset`` is in the folded text; behind what stands for a
        character, or a cluster, that it is inside of."""
        return bisect_left(self.starts, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that the folded span ``start``–``end`` stands for.

        It covers whole source characters and nothing dropped at its end.
        Raises ``IndexError`` outside ``0 <= start <= end <= len(text)``.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"no span {start}–{end} in a text of {len(self.text)}")
        source_start = self.starts[start]
        if start == end:
            return source_start, source_start
        last = self.starts[end - 1]
        while self.starts[end] == last:  # inside one character's expansion
            end += 1
        source_end = self.starts[end]
        return source_start, self.gaps.get(source_end, source_end)


def fold(text: str, *, casefold: bool = False) -> Folded:
    """``text`` folded by this module's rules; linear in its length."""
    starts: Sequence[int] = range(len(text) + 1)
    gaps: dict[int, int] = {}
    for edits in (_dropped, _hyphenated):
        text, starts = _apply(text, starts, edits(text), gaps)
    text = _plain_typography(text)
    if text.isascii():
        text = text.lower() if casefold else text
    else:
        text, starts = _apply(text, starts, _normalised(text, casefold), gaps)
    text, starts = _apply(text, starts, _single_spaces(text), gaps)
    return Folded(text, starts, gaps)


def fold_text(text: str, *, casefold: bool = False) -> str:
    """``fold(text, casefold=casefold).text``, without the map and therefore faster."""
    if not text.isascii() and _DROPS.search(text):
        text = _DROPPED.sub("", text)
    if _HYPHENS.search(text):
        text = _replaced(text, _hyphenated(text))
    text = _plain_typography(text)
    if text.isascii():
        text = text.lower() if casefold else text
    else:
        text = _replaced(text, _normalised(text, casefold))
    return _SPACES.sub(" ", text)


def composed(text: str) -> Folded | None:
    """``text`` in Unicode Normalization Form C (UAX #15) with line feeds as line ends, and
    where it comes from; None if it is so already.  Linear in its length."""
    if "\r" not in text and is_normalized("NFC", text):
        return None
    starts: Sequence[int] = range(len(text) + 1)
    gaps: dict[int, int] = {}
    lines = ((match.start(), match.end(), "\n") for match in _RETURNS.finditer(text))
    text, starts = _apply(text, starts, lines, gaps)
    text, starts = _apply(text, starts, _compositions(text), gaps)
    return Folded(text, starts, gaps)


def _compositions(text: str) -> Iterator[_Edit]:
    if is_normalized("NFC", text):
        return
    for match in _NON_ASCII.finditer(text):
        start = max(0, match.start() - 1)  # a combining mark may stand on the character before
        run = text[start : match.end()]
        if is_normalized("NFC", run):
            continue
        for first, last in _clusters(run):
            replacement = normalize("NFC", run[first:last])
            if replacement != run[first:last]:
                yield start + first, start + last, replacement


def unbroken(text: str) -> str:
    """``text`` without what setting it in lines left in it: invisible characters, hyphens of
    words divided at a line's end, Latin ligatures; quotation marks and dashes stay."""
    text = _DROPPED.sub("", text)
    text = _replaced(text, _hyphenated(text))
    return _LIGATURES.sub(lambda match: normalize("NFKC", match[0]), text)


def _replaced(text: str, edits: Iterator[_Edit]) -> str:
    """Text after the edits ``(start, end, replacement)``, in order."""
    parts: list[str] = []
    done = 0
    for start, end, replacement in edits:
        parts += (text[done:start], replacement)
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _apply(
    text: str, starts: Sequence[int], edits: Iterator[_Edit], gaps: dict[int, int]
) -> tuple[str, Sequence[int]]:
    """Text and map after the edits ``(start, end, replacement)``, in order.

    A replacement as long as what it replaces is taken character by
    character; any other stands for its source as a whole.
    """
    parts: list[str] = []
    new_starts = array("L")
    done = 0
    for start, end, replacement in edits:
        if not parts and isinstance(starts, range):
            starts = _counted(len(starts).bit_length())
        parts += (text[done:start], replacement)
        if len(replacement) == end - start:
            new_starts.extend(starts[done:end])
        else:
            new_starts.extend(starts[done:start])
            new_starts.extend(repeat(starts[start], len(replacement)))
        if not replacement:
            gaps[starts[end]] = gaps.get(starts[start], starts[start])
        done = end
    if not parts:
        return text, starts
    parts.append(text[done:])
    new_starts.extend(starts[done : len(text) + 1])
    return "".join(parts), new_starts


@lru_cache(maxsize=2)
def _counted(bits: int) -> Sequence[int]:
    """The numbers below ``2**bits``: slices of an array are copied fast."""
    return array("L", range(1 << bits))


def _dropped(text: str) -> Iterator[_Edit]:
    if text.isascii() or not _DROPS.search(text):
        return
    for match in _DROPPED.finditer(text):
        yield match.start(), match.end(), ""


def _hyphenated(text: str) -> Iterator[_Edit]:
    for match in _HYPHENATED.finditer(text):
        following = text[match.end() : match.end() + 1]
        if following.islower() and following.isalpha():
            yield match.start(), match.end(), ""


def _plain_typography(text: str) -> str:
    return _TYPOGRAPHY.sub(lambda match: _ONE_TO_ONE.get(match[0], " "), text)


def _single_spaces(text: str) -> Iterator[_Edit]:
    for match in _SPACES.finditer(text):
        yield match.start(), match.end(), " "


def _normalised(text: str, casefold: bool) -> Iterator[_Edit]:
    """The edits of normalisation; ASCII stands as it is, but for its case."""
    done = 0
    for match in _NON_ASCII.finditer(text):
        start, end = match.span()
        start -= start > 0  # a combining mark may stand on the character before
        run = text[start:end]
        if casefold and start > done:
            yield done, start, text[done:start].lower()
        done = end
        if is_normalized("NFKC", run):
            if not casefold:
                continue
            folded = run.casefold()
            if len(folded) == len(run) and _canonical(folded, casefold) == folded:
                yield start, end, folded
                continue
        for first, last in _clusters(run):
            cluster = run[first:last]
            replacement = _canonical(cluster, casefold)
            if replacement != cluster:
                yield start + first, start + last, replacement
    if casefold and done < len(text):
        yield done, len(text), text[done:].lower()


def _canonical(text: str, casefold: bool) -> str:
    """NFKC, caseless if asked, with plain typography, to a fixed point."""
    while True:
        new = _plain_typography(normalize("NFKC", text))
        if casefold:
            new = new.casefold()
        if new == text:
            return text
        text = new


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """Spans that normalise independently of each other."""
    first = 0
    for index in range(1, len(run)):
        if not _composes_backwards(run[index]):
            yield first, index
            first = index
    yield first, len(run)


def _composes_backwards(char: str) -> bool:
    """Whether normalisation may merge the character into the one before it:
    marks, and the vowels and final consonants of Hangul (Unicode 3.12)."""
    head = normalize("NFKD", char)[0]
    return (
        combining(head) != 0
        or category(head).startswith("M")
        or "\u1160" <= head <= "\u11ff"
        or "\ud7b0" <= head <= "\ud7fb"
    )
