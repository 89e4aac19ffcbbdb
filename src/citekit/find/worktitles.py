"""Titles as a text has them: the form in which text is compared, where a title begins
and ends.

Everything here keeps positions: a place in the compared form is one in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.find.citingwords import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]+|&")
_SUBTITLE = re.compile(r"[:.?!]\s")
#: One character each, so that positions stay; the most frequent outside Latin-1 first: a
#: text that has no others is searched twice as fast from there, and for some not at all.
TYPOGRAPHY = (
    ("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("„", '"'), ("‘", "'"),
    ("\u202f", " "), ("‑", "-"), ("‐", "-"), ("\u2009", " "), ("ʼ", "'"),
    ("«", '"'), ("»", '"'), ("\u00a0", " "), ("\n", " "), ("\r", " "), ("\t", " "),
)  # fmt: skip
_SPACES = (("\n", " "), ("\r", " "), ("\t", " "))
#: Where markup ends that opens italics or a quotation.
_OPENED = re.compile("[{>]")
_AROUND = "\"'*_‹›{}.,:;!? "


class TitleForm(NamedTuple):
    """A form of a title: the whole, what stands before the subtitle, the short title.

    ``optional`` counts the leading articles a text may leave out, ``content`` the words
    that are no function words.
    """

    words: tuple[str, ...]
    optional: int
    content: int
    entry: int


class TitleHit(NamedTuple):
    """A title that stands in a text; ``partial`` if only its beginning does."""

    start: int
    end: int
    form: TitleForm
    partial: bool = False


def typed(text: str) -> str:
    """``text`` with plain quotes, dashes and spaces, each character in its place."""
    for old, new in _SPACES if text.isascii() else TYPOGRAPHY:
        text = text.replace(old, new)
    return text


def lower(text: str) -> str:
    """``text`` in lower case, each character in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):  # U+0130 alone grows
        lowered = text.replace("\u0130", "I").lower()
    return lowered


def plain(text: str) -> str:
    """``text`` in lower case with plain quotes, dashes and spaces, each character in
    its place: positions in the result are positions in ``text``."""
    return lower(typed(text))  # without curly quotes it is often ASCII, lowered fast


def title_words(title: str) -> list[re.Match[str]]:
    """The words of a title in :func:`plain` form, each with its place."""
    return list(_WORD.finditer(title))


def words_of(title: str) -> list[str]:
    """The words of a title in :func:`plain` form."""
    return _WORD.findall(title)


def main_title(title: str) -> str:
    """A title in :func:`plain` form without its subtitle."""
    return _SUBTITLE.split(title, maxsplit=1)[0]


def is_content(word: str) -> bool:
    """Whether a word in :func:`plain` form says something of its own."""
    return len(word) > 2 and word not in FUNCTION_WORDS


def spellings(words: str) -> Iterator[str]:
    """The ways in which the beginning of a title is printed where it begins with a
    capital: as in a sentence, as in a heading, in capitals."""
    yield words[0].upper() + words[1:]
    yield words.title()
    yield words.upper()
    parts = [word.title() if is_content(word) else word for word in words.split(" ")]
    parts[0] = parts[0].title()
    yield " ".join(parts)


def kept_spellings(printed: str) -> Iterator[str]:
    """The ways of print that keep what the title has in capitals: as it stands, and as in a
    sentence, "Le capital au XXIe siècle" of *Le Capital au XXIe siècle*."""
    yield printed[0].upper() + printed[1:]
    words = printed.split(" ")
    if any(word[1:2].isupper() for word in words):
        kept = " ".join(word if word[1:2].isupper() else word.lower() for word in words)
        yield kept[0].upper() + kept[1:]


#: What parts a title from its subtitle, in :func:`typed` form.
_BEFORE_SUBTITLE = (": ", " - ", ". ", ", ")


def pointed(words: str) -> Iterator[str]:
    """The beginning of a title as it is, with other signs before its subtitle, and without
    its commas ("Exit Voice and Loyalty")."""
    if ": " in words:
        yield from (words.replace(": ", sign) for sign in _BEFORE_SUBTITLE)
    else:
        yield words
    if "," in words:
        yield words.replace(",", "")


def anchor_end(words: Sequence[str], first: int) -> int:
    """The last word of the anchor: two words with content, at most five in all."""
    content = 0
    for index in range(first, min(len(words), first + 5)):
        content += is_content(words[index])
        if content == 2:
            return index
    return min(len(words), first + 5) - 1


def marked_key(words: str) -> str:
    """The words of a title in :func:`plain` form as ``marked_titles`` has them."""
    if words.replace(" ", "").isalnum():
        return words
    return " ".join(map(same, words_of(words)))


def unmarked(words: str) -> str:
    """The words inside quotation marks, italics or markup."""
    if words[0] in "\\<":
        words = _OPENED.split(words, maxsplit=1)[-1].partition("<")[0]
    return words.strip(_AROUND)


def by_entry(marked: Iterable[list[TitleForm]]) -> dict[int, tuple[TitleForm, ...]]:
    """Forms of titles by the entry whose title they are, each once."""
    found: dict[int, dict[TitleForm, None]] = {}
    for form in (form for forms in marked for form in forms):
        found.setdefault(form.entry, {})[form] = None
    return {entry: tuple(forms) for entry, forms in found.items()}


def longest(hits: Iterable[TitleHit]) -> list[TitleHit]:
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end))
    kept: list[TitleHit] = []
    for hit in ordered:
        if kept and hit.start < kept[-1].end:
            same = (kept[-1].start, kept[-1].end) == (hit.start, hit.end)
            if not same and hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            elif same:
                kept.append(hit)
            continue
        kept.append(hit)
    return kept


def match(lowered: str, at: int, form: TitleForm, index: int) -> tuple[int, int] | None:
    """The span of ``form`` whose word ``index`` begins at ``at``, or None."""
    words = form.words
    end = _forward(lowered, at, words, index)
    if end is None:
        return None
    start = at
    if index:
        before = lowered[max(0, at - sum(map(len, words[:index])) - 4 * index - 8) : at]
        shift = at - len(before)
        tokens = list(_WORD.finditer(before))
        for step in range(1, index + 1):
            if step > len(tokens) or same(tokens[-step][0]) != words[index - step]:
                return (start, end) if index - step < form.optional else None
            start = shift + tokens[-step].start()
    return start, end


def beginning(
    lowered: str, at: int, end: int, form: TitleForm, index: int
) -> tuple[int, int] | None:
    """The span of a title's beginning that ends before a function word: "The Formation of
    Vegetable Mould" of "… through the Action of Worms"."""
    count = len(words_of(lowered[at:end]))
    words = form.words
    if sum(is_content(word) for word in words[index : index + count]) < 2:
        return None
    while index + count < len(words) - 1 and is_content(words[index + count]):
        following = _forward(lowered, at, words[: index + count + 1], index)
        if following is None:
            return None
        end, count = following, count + 1
    article = words[0] + " " if index else ""
    start = at - len(article) if article and lowered.endswith(article, 0, at) else at
    return start, end


def _forward(lowered: str, at: int, words: Sequence[str], index: int) -> int | None:
    end = at
    for word in words[index:]:
        found = _WORD.search(lowered, end, end + len(word) + 12)
        if found is None or (found.start() - end > 8):
            return None
        token, end = same(found[0]), found.end()
        if token != word:
            # hyphenated at a line's end
            if not (word.startswith(token) and lowered[end : end + 1] == "-"):
                return None
            rest = _WORD.search(lowered, end, end + len(word) + 12)
            if rest is None or token + rest[0] != word:
                return None
            end = rest.end()
    if end < len(lowered) and lowered[end].isalnum():
        return None
    return end


def same(word: str) -> str:
    return "and" if word == "&" else word
