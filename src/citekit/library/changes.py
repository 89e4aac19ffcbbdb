"""What an edit made of the words of a passage, and of what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise, product
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from citekit import anchor
from citekit.anchor import CONTEXT, Anchor
from citekit.model import Passage, Selector
from citekit.textfold import fold_text
from citekit.verify.opposites import are_opposite
from citekit.verify.turning import is_negative

Change = tuple[Literal["same", "gone", "new"], str]

_WORD = re.compile(r"[^\W_]*n't\b|[^\W_]+")
_DIGIT = re.compile(r"\d")
_NUMBERS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion half twice first second third fourth fifth sixth
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
    hundert tausend million millionen milliarde milliarden
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize
    vingt trente quarante cinquante soixante cent mille millions milliard milliards
    """.split()
)
#: Code points by which a context may have become longer.
_DRIFT = 16
#: Letters of a word that is more than grammar.
_CONTENT = 4
_SENTENCE_END = re.compile(r"""[.!?]["')\]]*(?:\s+|$)""")
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


class _Part(NamedTuple):
    """Words of a passage, or its context as far as that is still there: as they are stored,
    as they stand now, and whether the rest is not there."""

    old: str
    new: str
    is_cut: bool = False


def other_statement(selector: Selector, spot: Anchor, text: str, folded: str) -> str:
    """What speaks for it that the words at ``spot`` in ``text`` (``folded``) say something
    else than those of the selector, for a person to read; empty if nothing does.

    Other numbers, names or negations do, in the words or next to them, and words of their
    sentence that give way to their opposites.  So do other words where the context is
    another too: an edit rarely changes both.
    """
    after = text[spot.end : spot.end + CONTEXT + _DRIFT]
    parts = (
        _held(selector.prefix, text[max(0, spot.start - CONTEXT - _DRIFT) : spot.start], -1),
        _Part(fold_text(selector.exact), fold_text(text[spot.start : spot.end])),
        _held(selector.suffix, after, 1),
    )
    old, new = (" ".join(words) for words in ([p.old for p in parts], [p.new for p in parts]))
    told = telling_words(old, new, folded)
    if told:
        return f"other numbers, names or negations: {', '.join(told)}"
    sentence = _in_sentence(*parts)
    opposed = dict.fromkeys(chain.from_iterable(opposites(old, new) for old, new in sentence))
    if opposed:
        return f"opposites: {', '.join(opposed)}"
    exchanged = [_exchanged(part) for part in parts]
    others = [part for part, words in zip(parts, exchanged, strict=True) if words or part.is_cut]
    words = dict.fromkeys(chain.from_iterable(exchanged))
    if not words or len(others) < 2:
        return ""
    return f"other words, and another context: {', '.join(words)}"


def _in_sentence(before: _Part, words: _Part, after: _Part) -> list[tuple[str, str]]:
    """Old and new version of the words and of what is still there of their sentence."""
    led = [_SENTENCE_END.split(text)[-1] for text in before[:2]]
    ended = _SENTENCE_END.search(words.old) and _SENTENCE_END.split(words.old)[-1] == ""
    ends = ["" if ended else _SENTENCE_END.split(text)[0] for text in after[:2]]
    return [(led[0], led[1]), (words.old, words.new), (ends[0], ends[1])]


def _held(context: str, around: str, step: Literal[1, -1]) -> _Part:
    """The context as far as it is still there, from the words outward (``step``): up to the
    last word that is the same, while most are."""
    one, other = fold_text(context).split()[::step], fold_text(around).split()[::step]
    if len(context) == CONTEXT:
        one = one[:-1]  # it may be a part of a word
    same = changed = old = new = 0
    for each in LCSseq.opcodes(one, other):
        if each.tag == "equal":
            same += each.src_end - each.src_start
            old, new = (each.src_end, each.dest_end) if same >= changed else (old, new)
        else:
            changed += each.src_end - each.src_start + each.dest_end - each.dest_start
    held, now = one[:old][::step], other[:new][::step]
    return _Part(" ".join(held), " ".join(now), is_cut=old < len(one))


def _exchanged(part: _Part) -> list[str]:
    """The words that stand for other ones, old and new: not short, and more than one
    character apart."""
    found: list[str] = []
    changes = word_diff(part.old, part.new)
    for (gone, one), (came, other) in pairwise(changes):
        if (gone, came) == ("gone", "new"):
            words, others = one.split(), other.split()
            found += (word for word in words if _is_other(word, others))
            found += (word for word in others if _is_other(word, words))
    return found


def _is_other(word: str, words: Sequence[str]) -> bool:
    bare = word.strip(".,;:!?()\"'")
    return len(bare) >= _CONTENT and all(Levenshtein.distance(word, each) > 1 for each in words)


def opposites(old: str, new: str) -> list[str]:
    """The words of two versions of a text of which one gave way to its opposite: in its
    place, or there are more of one and fewer of the other than before."""
    gone, came = _counted(old.lower()), _counted(new.lower())
    pairs = [(gone - came, came - gone)]
    for (tag, one), (other_tag, other) in pairwise(word_diff(old.lower(), new.lower())):
        if (tag, other_tag) == ("gone", "new"):
            pairs.append((_counted(one), _counted(other)))
    return list(
        dict.fromkeys(
            word
            for words, others in pairs
            for one, other in product(words, others)
            if are_opposite(one, other)
            for word in (one, other)
        )
    )


def telling_words(old: str, new: str, text: str) -> list[str]:
    """The numbers, names and negations that only one of two versions of some words has.

    A number is a word with a digit, or one for a number.  A name is a word with a capital
    letter that its place does not explain: at the beginning of a sentence only if the
    folded ``text``, where the words stand, does not have it without the capital.
    Negations count where there are more of them than before, or fewer.
    """
    one, other = fold_text(old), fold_text(new)
    words, others = _counted(one), _counted(other)
    gone, came = words - others, others - words
    recased = {word.lower() for word in gone} & {word.lower() for word in came}
    only = {word: word.lower() for word in gone | came if word.lower() not in recased}
    numbers = [word for word, lower in only.items() if _DIGIT.search(lower) or lower in _NUMBERS]
    negations = [word for word, lower in only.items() if is_negative(lower)]
    if _denials(gone) == _denials(came):
        negations = []
    names = [word for word in (*_names(one, text), *_names(other, text)) if word in only]
    return list(dict.fromkeys((*numbers, *negations, *names)))


def _counted(words: str) -> Counter[str]:
    return Counter(_WORD.findall(words))


def _denials(words: Counter[str]) -> int:
    return sum(count for word, count in words.items() if is_negative(word.lower()))


def _names(words: str, text: str) -> list[str]:
    """The words with capital letters that are no first words in disguise."""
    return [
        match[0]
        for match in _WORD.finditer(words)
        if match[0][0].isupper()
        and not _DIGIT.search(match[0])
        and not (_BEGINNING.search(words[: match.start()]) and _stands(match[0].lower(), text))
    ]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text) is not None
