"""What an edit made of the words of a passage, and of what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain, pairwise, product
from typing import Literal, NamedTuple
from unicodedata import normalize

from rapidfuzz.distance import LCSseq, Levenshtein

from citekit import anchor
from citekit.anchor import CONTEXT, Anchor
from citekit.corpus.places import sentence, sentence_breaks
from citekit.library.worddiff import (
    CONTENT,
    WORD,
    counted,
    is_content,
    opposites,
    replaced,
    word_diff,
    words_in,
)
from citekit.model import Passage, Selector
from citekit.textfold import fold_text
from citekit.verify.turning import is_negative

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
_LINE_END = re.compile(r"(?<![\r\n])(?:\r\n|\r|\n)(?![\r\n])")
#: A blank line, with the marks of headings, block quotations and lists around it, and what
#: stands for it in folded words.
_PARAGRAPH = re.compile(r"\s*(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)\s*(?:[#>*+-]+\s+)*")
_PILCROW = "\u00b6"
#: What ends before the first word of a sentence, of a quotation, of a paragraph or of the text.
_BEGINNING = re.compile(rf"""(?:^|{_PILCROW}\s|[.!?:]["')\]]*\s|["'(\[])["'(\[\s]*$""")
#: A word with a capital inside a sentence: behind a word, a number or a comma in its line.
_INSIDE = re.compile(r"(?<=[^\W_])[,;]?[ \t]+([^\W\d_]+)")


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


class Doubt(NamedTuple):
    """Why words may be another statement: what was found, and the words that say so."""

    reason: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.reason}: {', '.join(self.words)}"


class _Part(NamedTuple):
    """Words of a passage, or its context as far as that is still there: as they are stored,
    as they stand now, and whether the rest is not there."""

    old: str
    new: str
    is_cut: bool = False

    @property
    def is_same(self) -> bool:
        """Whether all of it stands as it did."""
        return self.old.split() == self.new.split() and not self.is_cut


def other_statement(
    selector: Selector,
    spot: Anchor,
    text: str,
    folded: str,
    names: Collection[str] = (),
    *,
    kept_place: bool = False,
) -> Doubt | None:
    """What speaks for it that the words at ``spot`` in ``text`` (``folded``) say something
    else than those of the selector; None if nothing does.

    Other numbers, names or negations do, in the words or next to them, and words of their
    sentence that give way to their opposites or change places.  In the words themselves so does
    any word that gives way to another one, unless it is a form, spelling or misreading of it
    (:func:`replaced`); beside them other words do where the context is another too: an edit
    rarely changes both.  Words that stay as they are in their
    place (``kept_place``) are the same statement if their sentence is: what was edited is
    the one beside it.  ``names`` are as for :func:`telling_words`; in the words themselves any
    first word may be a name.
    """
    parts = before, words, after = _parts(selector, spot, text)
    around = _in_sentence(parts, selector, spot, text)
    if kept_place:
        parts = around
    old, new = (" ".join(words) for words in ([p.old for p in parts], [p.new for p in parts]))
    own = telling_words(parts[1].old, parts[1].new, folded, None)
    told = dict.fromkeys((*own, *telling_words(old, new, folded, names)))
    misread = _misread(before, words, after)
    if telling := [word for word in told if word not in misread]:
        return Doubt("other numbers, names or negations", tuple(telling))
    opposed = dict.fromkeys(chain.from_iterable(opposites(p.old, p.new) for p in around))
    if opposed:
        return Doubt("opposites", tuple(opposed))
    swapped = exchanged_places(
        " ".join(p.old for p in around), " ".join(p.new for p in around), folded, names
    )
    if swapped:
        return Doubt("words that changed places", tuple(swapped))
    own = [word for word in replaced(words.old, words.new) if word.strip(_SIGNS) not in misread]
    if own:
        return Doubt("other words", tuple(own))
    exchanged = [
        [word for word in _exchanged(part) if word.strip(_SIGNS) not in misread] for part in parts
    ]
    others = [part for part, came in zip(parts, exchanged, strict=True) if came or part.is_cut]
    found = dict.fromkeys(chain.from_iterable(exchanged))
    if not found or len(others) < 2:
        return None
    return Doubt("other words, and another context", tuple(found))


#: Letters that are taken for each other where a print is read by a machine.
_CONFUSED = (("f", "s"), ("n", "u"), ("u", "n"), ("c", "e"), ("rn", "m"), ("ii", "ü"), ("li", "h"))
_SIGNS = ".,;:!?()\"'"


def _misread(*parts: _Part) -> set[str]:
    """The words, old and new, that are corrections of one misreading: they differ only in
    letters that are taken for each other, and words without capitals were corrected so too.

    Two names may differ by one letter: a word with a capital alone tells nothing.
    """
    pairs: list[tuple[str, str, tuple[str, str]]] = []
    for part in parts:
        changes = word_diff(*(" ".join(words_in(text)) for text in (part.old, part.new)))
        for (gone, one), (came, other) in pairwise(changes):
            if (gone, came) == ("gone", "new"):
                for old, new in product(one.split(), other.split()):
                    pairs += ((old, new, each) for each in _CONFUSED if _reads(old, new, *each))
    known = {each for old, new, each in pairs if old.islower() and new.islower()}
    return {word for old, new, each in pairs if each in known for word in (old, new)}


def _reads(old: str, new: str, misread: str, right: str) -> bool:
    """Whether a word is another one with letters misread, though not the last one: a long s
    does not end a word."""
    return (
        old.count(misread) > new.count(misread)
        and old[-1] == new[-1]
        and old.replace(misread, right) == new.replace(misread, right)
    )


def is_held(selector: Selector, spot: Anchor, text: str) -> bool:
    """Whether the words at ``spot`` are those of the selector, with the whole context on
    one side at least, or with all of their sentence that the context holds."""
    parts = before, words, after = _parts(selector, spot, text)
    if not words.is_same or before.is_same or after.is_same:
        return words.is_same
    left, _, right = _in_sentence(parts, selector, spot, text)
    old, new = _sentences(selector, spot, text)
    sizes = zip((left, right), old, new, strict=True)
    return sum(old) > 0 and all(
        part.old == part.new and len(part.old.split()) >= max(one, other)
        for part, one, other in sizes
    )


_Parts = tuple[_Part, _Part, _Part]


def _parts(selector: Selector, spot: Anchor, text: str) -> _Parts:
    """The context before the words, the words, and the context behind them."""
    before = text[max(0, spot.start - CONTEXT - _DRIFT) : spot.start]
    after = text[spot.end : spot.end + CONTEXT + _DRIFT]
    return (
        _held(selector.prefix, before, -1),
        _Part(_plain(selector.exact), _plain(text[spot.start : spot.end])),
        _held(selector.suffix, after, 1),
    )


def _in_sentence(parts: _Parts, selector: Selector, spot: Anchor, text: str) -> _Parts:
    """The words, and of the context that is still there what belongs to their sentence, or
    sentences."""
    old, new = _sentences(selector, spot, text)
    before, words, after = parts
    return (
        _nearest(before, old[0], new[0], -1),
        words,
        _nearest(after, old[1], new[1], 1),
    )


def _sentences(
    selector: Selector, spot: Anchor, text: str
) -> tuple[tuple[int, int], tuple[int, int]]:
    """How many words of their sentence stand before and behind the stored words, and before
    and behind those at ``spot``."""
    stored = selector.prefix + selector.exact + selector.suffix
    start = len(selector.prefix)
    low = max(0, spot.start - CONTEXT - _DRIFT)
    around = text[low : spot.end + CONTEXT + _DRIFT]
    return (
        _beside(stored, start, start + len(selector.exact)),
        _beside(around, spot.start - low, spot.end - low),
    )


def _plain(text: str) -> str:
    """Folded text in which a mark is left of where paragraphs end, and of notes."""
    return fold_text(_PARAGRAPH.sub(f" {_PILCROW} ", anchor.without_numbers(text)))


def _beside(text: str, start: int, end: int) -> tuple[int, int]:
    """How many words of the sentence of ``text[start:end]`` stand before and behind it.  A
    line may be a wrapped one: alone it ends no sentence."""
    text = _LINE_END.sub(lambda found: " " * len(found[0]), text)
    left, right = sentence(text, sentence_breaks(text), start, end)
    before, after = text[min(left, start) : start], text[end : max(right, end)]
    return len(fold_text(before).split()), len(fold_text(after).split())


def _nearest(part: _Part, old: int, new: int, step: Literal[1, -1]) -> _Part:
    """Of a context, from the words outward (``step``), so many words at least of the old
    version and of the new one, up to the same place in both."""
    one, other = part.old.split()[::step], part.new.split()[::step]
    src = dest = 0
    for each in LCSseq.opcodes(one, other):
        wanted = max(old - src, new - dest)
        if wanted <= 0:
            break
        if each.tag == "equal":
            taken = min(wanted, each.src_end - each.src_start)
            src, dest = src + taken, dest + taken
        else:
            src, dest = each.src_end, each.dest_end
    return _Part(" ".join(one[:src][::step]), " ".join(other[:dest][::step]), part.is_cut)


def _held(context: str, around: str, step: Literal[1, -1]) -> _Part:
    """The context as far as it is still there, from the words outward (``step``): up to the
    last word that is the same, while most are."""
    one, other = _plain(context).split()[::step], _plain(around).split()[::step]
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
    return len(bare) >= CONTENT and all(Levenshtein.distance(word, each) > 1 for each in words)


def exchanged_places(old: str, new: str, text: str, names: Collection[str] = ()) -> list[str]:
    """The words that stand in another order in the new version of a text, so that it may
    say something else; in the order of the old one.

    Names and numbers that follow each other in another order do (*Reed refutes Weed*), two
    words that stand where the other stood, with others between them (*he sees her*), else
    words that are more than grammar and moved in several places, and negations.  One word or
    phrase that was put elsewhere in its sentence says the same.  Folded ``text`` and ``names``
    tell names from first words, as for :func:`telling_words`; what stands without its capital
    is none.
    """
    one, other = words_in(old), words_in(new)
    lower, others = [word.lower() for word in one], [word.lower() for word in other]
    named = _names(old, new, text, names)
    known = {name.lower() for name in named} - {word for word in (*one, *other) if word.islower()}
    telling = {word for word in lower if word in known or _is_number(word)}
    found = _reordered(
        [word for word in lower if word in telling], [word for word in others if word in telling]
    ) or _traded(lower, others)
    if not found:
        blocks = _moved(lower, others)
        content = [
            {word for word in block if word in telling or is_content(word)} for block in blocks
        ]
        found = set().union(*content) if sum(map(bool, content)) > 1 else set()
        found |= {word for block in blocks for word in block if is_negative(word)}
    return list(dict.fromkeys(word for word in one if word.lower() in found))


def _reordered(old: list[str], new: list[str]) -> set[str]:
    """The words of which one stood before the other and stands behind it now."""
    first = {word: new.index(word) for word in old if old.count(word) == new.count(word) == 1}
    known = [word for word in old if word in first]
    return {
        word
        for index, one in enumerate(known)
        for other in known[index + 1 :]
        if first[one] > first[other]
        for word in (one, other)
    }


def _traded(old: list[str], new: list[str]) -> set[str]:
    """The two words that stand where the other stood, if nothing else changed and they do
    not follow each other."""
    if len(old) != len(new):
        return set()
    apart = [index for index, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    if len(apart) != 2 or apart[1] - apart[0] == 1:
        return set()
    (one, other), (came, put) = (old[at] for at in apart), (new[at] for at in apart)
    return {one, other} if (one, other) == (put, came) else set()


def _moved(old: list[str], new: list[str]) -> list[list[str]]:
    """The words that stand elsewhere than they did, those together that moved together."""
    gone: list[int] = []
    came: list[int] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag != "equal":
            gone += range(step.src_start, step.src_end)
            came += range(step.dest_start, step.dest_end)
    blocks: list[list[str]] = []
    last = (-2, -2)
    for at in gone:
        to = next((to for to in came if new[to] == old[at]), None)
        if to is None:
            continue
        came.remove(to)
        if (at - 1, to - 1) == last:
            blocks[-1].append(old[at])
        else:
            blocks.append([old[at]])
        last = (at, to)
    return blocks


def _is_number(word: str) -> bool:
    return bool(_DIGIT.search(word)) or word.lower() in _NUMBERS


def inner_capitals(text: str) -> frozenset[str]:
    """The folded words that ``text`` has with a capital inside a sentence, where nothing but
    the word itself explains it: names, and the nouns of German."""
    found = (match[1] for match in _INSIDE.finditer(normalize("NFC", text)))
    return frozenset(fold_text(word) for word in found if word[0].isupper())


def telling_words(old: str, new: str, text: str, names: Collection[str] | None = ()) -> list[str]:
    """The numbers, names and negations that only one of two versions of some words has.

    A number is a word with a digit, or one for a number.  A name is a word with a capital
    letter that its place does not explain.  The place explains it at the beginning of a
    sentence, where every word has one, unless the word is among ``names`` (those known to be
    names, and those that stand with a capital inside a sentence; None: any may be one) and the
    folded ``text``, where the words stand, does not have it without the capital.
    Negations count where there are more of them than before, or fewer.
    """
    one, other = fold_text(old), fold_text(new)
    words, others = counted(one), counted(other)
    gone, came = words - others, others - words
    recased = {word.lower() for word in gone} & {word.lower() for word in came}
    only = {word: word.lower() for word in gone | came if word.lower() not in recased}
    numbers = [word for word, lower in only.items() if _is_number(lower)]
    negations = [word for word, lower in only.items() if is_negative(lower)]
    if _denials(gone) == _denials(came):
        negations = []
    named = [word for word in _names(one, other, text, names) if word in only]
    return list(dict.fromkeys((*numbers, *negations, *named)))


def _denials(words: Counter[str]) -> int:
    return sum(count for word, count in words.items() if is_negative(word.lower()))


def _names(old: str, new: str, text: str, names: Collection[str] | None) -> list[str]:
    """The words of two versions with capital letters that are no first words in disguise."""
    capitals = [
        (match[0], _BEGINNING.search(words[: match.start()]) is not None)
        for words in (old, new)
        for match in WORD.finditer(words)
        if match[0][0].isupper() and not _DIGIT.search(match[0])
    ]
    inside = {word for word, is_first in capitals if not is_first}
    return [
        word
        for word, is_first in capitals
        if not is_first
        or word in inside
        or ((names is None or word in names) and not _stands(word.lower(), text))
    ]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text) is not None
