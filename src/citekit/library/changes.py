"""What an edit made of the words of a passage."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from rapidfuzz.distance import LCSseq

from citekit import anchor
from citekit.model import Passage
from citekit.textfold import fold_text

Change = tuple[Literal["same", "gone", "new"], str]

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
#: What ends before the first word of a sentence, of a quotation, or of the text.
_BEGINNING = re.compile(r"""(?:^|[.!?:]["')\]]*\s|["'(\[])["'(\[\s]*$""")


def word_diff(old: str, new: str) -> list[Change]:
    """Both texts as pieces of whole words that are the same, gone or new."""
    one, other = old.split(), new.split()
    found: list[Change] = []
    for step in LCSseq.opcodes(one, other):
        gone = " ".join(one[step.src_start : step.src_end])
        came = " ".join(other[step.dest_start : step.dest_end])
        if step.tag == "equal":
            found.append(("same", came))
        elif step.tag == "insert":
            found.append(("new", came))
        elif found and found[-1][0] == "new":
            found.insert(-1, ("gone", gone))
        else:
            found.append(("gone", gone))
    return found


def quoted_in(passage: Passage, words: str) -> str | None:
    """The quoted part of the passage's words as it stands in the new ones; None if
    it is not there.  Quoted words outside of the passage stay."""
    if words == passage.selector.exact:
        return passage.quoted
    spans = anchor.occurrences(passage.selector.exact, passage.quoted)
    if not spans or anchor.occurrences(words, passage.quoted):
        return passage.quoted
    spot = anchor.resolve(anchor.select(passage.selector.exact, *spans[0]), words)
    return words[spot.start : spot.end] if spot.status is not anchor.Status.ORPHANED else None


def telling_words(old: str, new: str, text: str) -> list[str]:
    """The numbers and names that only one of two versions of some words has.

    A number is a word with a digit, a name one with a capital letter that its place does
    not explain: at the beginning of a sentence only if ``text``, where the words stand,
    does not have it without the capital.
    """
    one, other = fold_text(old), fold_text(new)
    words, others = _counted(one), _counted(other)
    gone, came = words - others, others - words
    only = gone | came
    if not only:
        return []
    recased = {word.lower() for word in gone} & {word.lower() for word in came}
    plain = frozenset(_WORD.findall(fold_text(text)))
    found = [
        word
        for word in dict.fromkeys([*_names(one, plain), *_names(other, plain)])
        if word in only and word.lower() not in recased
    ]
    return [*(word for word in only if _DIGIT.search(word)), *found]


def _counted(words: str) -> Counter[str]:
    return Counter(_WORD.findall(words))


def _names(words: str, plain: frozenset[str]) -> list[str]:
    """The words with capital letters that are no first words in disguise."""
    return [
        match[0]
        for match in _WORD.finditer(words)
        if match[0][0].isupper()
        and not _DIGIT.search(match[0])
        and not (match[0].lower() in plain and _BEGINNING.search(words[: match.start()]))
    ]
