"""What one version of some words has and the other has not, word by word."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise, product
from typing import Literal

from rapidfuzz.distance import LCSseq, Levenshtein

from citekit.textfold import fold_text
from citekit.verify.alignment import alike
from citekit.verify.opposites import are_opposite

Change = tuple[Literal["same", "gone", "new"], str]

WORD = re.compile(r"[^\W_]*n't\b|[^\W_]+")
#: Letters of a word that is more than grammar.
CONTENT = 4
#: Words of grammar that stand here and there in a sentence: articles, prepositions,
#: conjunctions, pronouns and auxiliaries of English, German and French.
_GRAMMAR = frozenset(
    """
    the this that these those and but for nor yet from with into onto upon about over under than
    then when where which who whom whose what was were are been being has have had does did will
    would shall should can could may might must its their there his her him them they she you our
    such some any each also only very
    der die das den dem des ein eine einen einem einer eines und oder aber denn von vom zur zum mit
    aus auf bei bis für als wie dass wenn was wer ist sind war waren wird wurde wurden hat haben
    hatte sei sich ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner sie ihn ihm uns man
    auch nur noch sehr durch über unter gegen dieser diese dieses diesem diesen
    les des une aux par sur sous dans avec pour sans que qui dont où est sont était étaient été
    ont avait aurait fut ses son leur leurs ces cet cette elle elles ils lui eux nous vous mais donc
    comme aussi très plus tout
    """.split()
)
#: Letters that an abbreviation has at least.
_SHORTEST = 3


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


def replaced(old: str, new: str) -> list[str]:
    """The words of two versions of a text, more than grammar, that gave way to other ones, and
    those: not forms, spellings and misreadings of them, nor what was only taken out or put in."""
    found: list[str] = []
    for (gone, one), (came, other) in pairwise(word_diff(old, new)):
        if (gone, came) != ("gone", "new"):
            continue
        words, others = words_in(one.lower()), words_in(other.lower())
        if not words or not others or _are_forms("".join(words), "".join(others)):
            continue  # signs alone; a word that was parted or joined
        pair = [
            [
                word
                for word in side
                if len(word) >= CONTENT
                and is_content(word)
                and not any(_are_forms(word, each) for each in against)
            ]
            for side, against in ((words, others), (others, words))
        ]
        if all(pair):
            found += chain.from_iterable(pair)
    return list(dict.fromkeys(found))


def _are_forms(one: str, other: str) -> bool:
    """Whether two words, in lower case, are one in another form or spelling, or misread or
    abbreviated: they have most letters in common, or all consonants but those of endings."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and long.startswith(short):
        return True
    if Levenshtein.distance(one, other) <= 1 or alike(one, other):
        return True
    consonants, others = (_ENDING.sub("", _VOWELS.sub("", word)) for word in (one, other))
    return one[0] == other[0] and len(consonants) > 1 and consonants == others


_VOWELS = re.compile("[aeiouyäöüàâéèêëîïôûù]")
_ENDING = re.compile("[sdtnr]+$")


def opposites(old: str, new: str) -> list[str]:
    """The words of two versions of a text of which one gave way to its opposite: in its
    place, or there are more of one and fewer of the other than before."""
    gone, came = counted(old.lower()), counted(new.lower())
    pairs = [(gone - came, came - gone)]
    for (tag, one), (other_tag, other) in pairwise(word_diff(old.lower(), new.lower())):
        if (tag, other_tag) == ("gone", "new"):
            pairs.append((counted(one), counted(other)))
    return list(
        dict.fromkeys(
            word
            for words, others in pairs
            for one, other in product(words, others)
            if are_opposite(one, other)
            for word in (one, other)
        )
    )


def is_content(word: str) -> bool:
    """Whether a word, in lower case, is more than grammar."""
    return len(word) > 2 and word not in _GRAMMAR


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return WORD.findall(fold_text(text))


def counted(words: str) -> Counter[str]:
    """The words of a text, each with how often it is there."""
    return Counter(WORD.findall(words))
