"""Labelled strings made as bad as found ones, and cut into labelled tokens."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from citekit.find.parsetokens import tokens

Labelled = tuple[str, list[str]]

_OCR = {
    "l": "1",
    "1": "l",
    "I": "l",
    "O": "0",
    "0": "O",
    "m": "rn",
    "e": "c",
    "é": "e",
    "ü": "ii",
    "h": "b",
    "fi": "ﬁ",
    "ff": "ff",
}
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


def spoil(one: Labelled, rng: Random, amount: float = 1.0) -> Labelled:
    """Scanning errors, lost or changed marks, breaks of lines, numbers in front."""
    chars = list(one[0])
    labels = list(one[1])
    chance = rng.random

    def each(test: str, put: str, share: float) -> None:
        for index, char in enumerate(chars):
            if char in test and chance() < share:
                chars[index] = put

    if chance() < 0.25 * amount:
        each("“”„", '"', 1)
        each("‘’", "'", 1)
    if chance() < 0.3 * amount:
        each("–—", "-", 1)
    if chance() < 0.05 * amount:
        chars[:] = list(_plain(chars))
    if chance() < 0.05 * amount:
        each('“”„"«»', "", 1)
    if chance() < 0.04 * amount:
        each(",", rng.choice(["", ".", ";"]), 0.2)
    if chance() < 0.05 * amount:
        each(".", rng.choice(["", ","]), 0.2)
    if chance() < 0.03 * amount:
        each(" ", "", 0.04)
    if chance() < 0.03 * amount:
        for index, char in enumerate(chars):
            if (
                char in ",;:"
                and chance() < 0.5
                and index + 1 < len(chars)
                and chars[index + 1] == " "
            ):
                chars[index + 1] = ""
    if chance() < 0.03 * amount:
        each(" ", "  ", 0.1)
    if chance() < 0.04 * amount:
        for index, char in enumerate(chars):
            if char in _OCR and chance() < 0.03:
                chars[index] = _OCR[char]
    if chance() < 0.08 * amount:
        for index in range(3, len(chars) - 3):
            if chance() < 0.012 and "".join(chars[index - 3 : index + 3]).isalpha():
                chars[index] = rng.choice(["- ", "-", "-\n", " "]) + chars[index]
    if chance() < 0.02 * amount:
        for index, label in enumerate(labels):
            if label == "title":
                chars[index] = chars[index].upper()
    if chance() < 0.1 * amount and labels and "number" not in labels:
        number = rng.choice(
            [
                f"[{rng.randint(1, 200)}] ",
                f"{rng.randint(1, 99)}. ",
                f"{rng.randint(1, 99)} ",
                f"({rng.randint(1, 99)}) ",
                f"[{''.join(chars[:3])}{rng.randint(10, 99)}] ",
            ]
        )
        chars[:0] = [number]
        labels[:0] = ["number"]
    if chance() < 0.05 * amount:
        each(" ", "\n", 0.06)
    if chance() < 0.1 * amount and chars and chars[-1] == ".":
        chars[-1] = ""
    text = "".join(chars)
    out = [label for char, label in zip(chars, labels, strict=True) for _ in char]
    return text, out


def _plain(chars: list[str]) -> list[str]:
    """Without accents."""
    return [
        "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
        for char in chars
    ]


_WORD = re.compile(r"\w")


def labelled_tokens(one: Labelled) -> tuple[list[str], list[str]]:
    """Tokens and a label for each: that of most of its letters; words of no field go to
    the field they introduce, else they are notes."""
    text, labels = one
    words: list[str] = []
    tags: list[str] = []
    for start, end in tokens(text):
        words.append(text[start:end])
        counts: dict[str, int] = {}
        for index in range(start, end):
            if _WORD.match(text[index]) and labels[index]:
                counts[labels[index]] = counts.get(labels[index], 0) + 1
        tags.append(max(counts, key=lambda label: counts[label]) if counts else "")
    for index in range(len(tags)):
        if tags[index] and tags[index] not in ("title", "note"):
            continue
        word = words[index].lower().strip("([,;:)]")
        following = next((tag for tag in tags[index + 1 :] if tag), "")
        if tags[index] == "title" and word != "in":
            continue
        if tags[index] == "title" and (
            following == "title" or (index + 1 < len(tags) and tags[index + 1] == "title")
        ):
            continue
        before = tags[index - 1] if index else ""
        if not _WORD.search(word):
            tags[index] = before or following
        elif (before and before == following) or (word in _EDITION and before == "edition"):
            tags[index] = before
        elif word in _FOLLOWS and following:
            tags[index] = following
        else:
            tags[index] = "note"
    return words, [tag or "note" for tag in tags]
