"""Labelled strings made as bad as found ones, and cut into labelled tokens."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from random import Random

from citekit.find.parsing.tokens import tokens

Labelled = tuple[str, list[str]]

#: What scanning takes for what.
_OCR = dict(zip("l1IO0meéüh", ["1", "l", "l", "0", "O", "rn", "c", "e", "ii", "b"], strict=True))
_FOLLOWS = frozenset(  # words that introduce the field behind them
    """in in: dans aus en vol vol. volume vols bd bd. band jg jg. jahrgang no no. nr nr. num number
    issue heft h h. t t. tome n n. n° nº p p. pp pp. s s. seiten pages doi doi: isbn url by of von v
    v. hg hrsg hrsg. ed ed. eds eds. trans trans. ser. coll. chap. part lfg""".split()
)
_EDITION = frozenset("ed ed. edition edn edn. aufl aufl. auflage éd éd. edición".split())


def pieces(rows: list[tuple[str, str]]) -> Labelled:
    """The pieces of a hand-made reference as a labelled string."""
    text = "".join(part for part, _ in rows)
    labels = [label for part, label in rows for _ in part]
    return text, labels


class _Spoiler:
    """A labelled string while it is spoiled: each character may become none or several."""

    def __init__(self, one: Labelled, rng: Random) -> None:
        self.chars = list(one[0])
        self.labels = list(one[1])
        self.rng = rng

    def each(self, of: str, put: str, share: float = 1.0) -> None:
        """Put something for a share of the characters ``of``."""
        for index, char in enumerate(self.chars):
            if char in of and self.rng.random() < share:
                self.chars[index] = put

    def straight_quotes(self) -> None:
        self.each("“”„", '"')
        self.each("‘’", "'")

    def hyphens(self) -> None:
        self.each("–—", "-")

    def no_accents(self) -> None:
        for index, char in enumerate(self.chars):
            parts = unicodedata.normalize("NFD", char)
            self.chars[index] = "".join(c for c in parts if not unicodedata.combining(c))

    def no_quotes(self) -> None:
        self.each('“”„"«»', "")

    def other_commas(self) -> None:
        self.each(",", self.rng.choice(["", ".", ";"]), 0.2)

    def other_points(self) -> None:
        self.each(".", self.rng.choice(["", ","]), 0.2)

    def joined_words(self) -> None:
        self.each(" ", "", 0.04)

    def tight_marks(self) -> None:
        for index in range(len(self.chars) - 1):
            if self.chars[index] in ",;:" and self.rng.random() < 0.5:
                self.chars[index + 1] = self.chars[index + 1].strip()

    def wide_spaces(self) -> None:
        self.each(" ", "  ", 0.1)

    def misread(self) -> None:
        for index, char in enumerate(self.chars):
            if self.rng.random() < 0.03:
                self.chars[index] = _OCR.get(char, char)

    def broken_words(self) -> None:
        for index in range(3, len(self.chars) - 3):
            around = "".join(self.chars[index - 3 : index + 3])
            if self.rng.random() < 0.012 and around.isalpha():
                self.chars[index] = self.rng.choice(["- ", "-", "-\n", " "]) + self.chars[index]

    def broken_addresses(self) -> None:
        for index, char in enumerate(self.chars):
            if char in "/-._" and self.labels[index] in ("url", "doi") and self.rng.random() < 0.08:
                self.chars[index] += self.rng.choice("  \n")

    def capital_title(self) -> None:
        for index, label in enumerate(self.labels):
            if label == "title":
                self.chars[index] = self.chars[index].upper()

    def numbered(self) -> None:
        number = self.rng.randint(1, 199)
        if self.chars and "number" not in self.labels:
            code = "".join(self.chars[:3]) + str(number)
            forms = [f"[{number}] ", f"{number}. ", f"{number} ", f"({number}) ", f"[{code}] "]
            self.chars.insert(0, self.rng.choice(forms))
            self.labels.insert(0, "number")

    def wrapped(self) -> None:
        self.each(" ", "\n", 0.06)

    def no_full_stop(self) -> None:
        if self.chars and self.chars[-1] == ".":
            self.chars[-1] = ""


#: What is done to strings, in this order, and to what share of them.
_RULES = (
    (_Spoiler.straight_quotes, 0.25),
    (_Spoiler.hyphens, 0.3),
    (_Spoiler.no_accents, 0.05),
    (_Spoiler.no_quotes, 0.05),
    (_Spoiler.other_commas, 0.04),
    (_Spoiler.other_points, 0.05),
    (_Spoiler.joined_words, 0.03),
    (_Spoiler.tight_marks, 0.03),
    (_Spoiler.wide_spaces, 0.03),
    (_Spoiler.misread, 0.04),
    (_Spoiler.broken_words, 0.08),
    (_Spoiler.broken_addresses, 0.15),
    (_Spoiler.capital_title, 0.02),
    (_Spoiler.numbered, 0.1),
    (_Spoiler.wrapped, 0.05),
    (_Spoiler.no_full_stop, 0.1),
)


def spoil(one: Labelled, rng: Random) -> Labelled:
    """Scanning errors, lost or changed marks, breaks of lines, numbers in front."""
    spoiler = _Spoiler(one, rng)
    for rule, share in _RULES:
        if rng.random() < share:
            rule(spoiler)
    pairs = zip(spoiler.chars, spoiler.labels, strict=True)
    return "".join(spoiler.chars), [label for char, label in pairs for _ in char]


_WORD = re.compile(r"\w")


def labelled_tokens(one: Labelled) -> tuple[list[str], list[str]]:
    """Tokens and a label for each: that of most of its letters; words of no field go to
    the field they introduce, else they are notes."""
    text, labels = one
    spans = tokens(text)
    words = [text[start:end] for start, end in spans]
    tags: list[str] = []
    for start, end in spans:
        letters = [i for i in range(start, end) if _WORD.match(text[i])]
        counts = Counter(labels[i] for i in letters or range(start, end))
        del counts[""]
        tags.append(counts.most_common(1)[0][0] if counts else "")
    following = ""
    for index in range(len(tags) - 1, -1, -1):
        word = words[index].lower().strip("([,;:)]")
        before = tags[index - 1] if index else ""
        if tags[index] == "title" and word == "in" and following not in ("", "title"):
            tags[index] = following  # a style's "In:" behind the title, in its affix
        elif not tags[index]:
            tags[index] = _owner(word, before, following)
        following = tags[index]
    return words, [tag or "note" for tag in tags]


def _owner(word: str, before: str, following: str) -> str:
    """The field that a word between two fields belongs to."""
    if not _WORD.search(word):
        return before or following
    if before and before == following:
        return before
    if word in _EDITION and before == "edition":
        return before
    return following if word in _FOLLOWS and following else "note"
