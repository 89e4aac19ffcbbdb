"""The words of a term, and whether two terms are forms of one."""

from __future__ import annotations

from functools import lru_cache

from citekit.find.citingwords import FUNCTION_WORDS
from citekit.find.worktitles import plain, words_of

_NUMERALS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six
    seven eight nine ten 1 2 3 4 5 6 7 8 9 1st 2nd 3rd 4th 5th
    erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten dritter drittes vierte
    vierten zwei drei vier fünf
    premier première deuxième second seconde troisième quatrième cinquième deux trois quatre
    cinq""".split()
)

#: Words that deny; "t" is what is left of "isn't".
_NEGATIONS = frozenset(
    """not no never neither nor cannot without none nobody nothing nowhere t
    nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne weder
    ne n pas jamais rien aucun aucune nul nulle ni sans""".split()
)
#: Words without content: numerals have some.
_EMPTY = FUNCTION_WORDS - _NUMERALS


@lru_cache(maxsize=4096)
def term_words(text: str) -> tuple[str, ...]:
    """The words of a term for comparison."""
    return tuple(words_of(plain(text)))


def term_key(words: tuple[str, ...]) -> tuple[int, str]:
    """What :func:`same_term` asks of two terms at least: as many words with content, and
    the beginning of the first."""
    own = content_words(words)
    if not own:
        return 0, " ".join(words)
    return len(own), "1" if own[0] in _NUMERALS else own[0][:4]


def content_words(words: tuple[str, ...]) -> list[str]:
    """The words that say what a term is about, and numerals."""
    return [word for word in words if word not in _EMPTY]


def same_term(words: tuple[str, ...], term: tuple[str, ...]) -> int:
    """3 for the same words, 2 for other forms of them ("remembered or imagined" for
    "remembering and imagining"), 1 for another numeral ("second wave" for "third
    wave"), else 0; what denies is no form of what does not."""
    if words == term:
        return 3
    if _NEGATIONS.isdisjoint(words) != _NEGATIONS.isdisjoint(term):
        return 0
    own, theirs = content_words(words), content_words(term)
    if not own or len(own) != len(theirs):
        return 0
    likeness = 3 if own == theirs else 2
    alone = len(own) == 1
    for mine, other in zip(own, theirs, strict=True):
        if mine == other:
            continue
        if mine in _NUMERALS and other in _NUMERALS and not alone:
            likeness = 1
        elif not is_inflected(mine, other, alone):
            return 0
    if likeness == 1 and not any(word not in _NUMERALS for word in own):
        return 0
    return likeness


def is_inflected(one: str, other: str, alone: bool) -> bool:
    """Whether two words may be forms of one: they share their beginning."""
    common = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        common += 1
    short, long = sorted((len(one), len(other)))
    if alone:
        return common >= 4 and common >= long - 3 and common >= 0.75 * long
    return common >= 4 and 2 * common >= short and long - common <= 6
