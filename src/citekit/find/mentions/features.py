"""What a candidate for a mention looks like, for the model that says whether it is one.

Features are words of closed classes and of the field's own lists, endings of two letters,
lengths and places; no word of what texts are about.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import (
    CLAIM_WORDS,
    FUNCTION_WORDS,
    NAMING_VERBS,
    POSSESSIVES,
    SPEECH_VERBS,
    TERM_NOUNS,
    THEORY_NOUNS,
    WORK_NOUNS,
)
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.candidates import Quoted, span_of_name
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.termwords import is_inflected
from citekit.find.worktitles import is_content, title_words

_PRONOUNS = frozenset("he she they it er sie es il elle ils elles on man".split())
_LISTS = (
    ("pronoun", _PRONOUNS),
    ("his", frozenset(POSSESSIVES.split("|"))),
    ("naming", NAMING_VERBS),
    ("term", TERM_NOUNS),
    ("theory", THEORY_NOUNS),
    ("work", WORK_NOUNS),
    ("speech", SPEECH_VERBS),
    ("claim", CLAIM_WORDS),
    ("event", EVENT_WORDS),
)
#: Of which lists a word is.
_LISTED = {
    word: tuple(name for name, listed in _LISTS if word in listed)
    for word in frozenset().union(*(listed for _, listed in _LISTS))
}
#: Steps of lengths (code points).
_STEPS = (2, 20, 60, 120)
#: So far before and after a candidate words are looked at (code points).
_AROUND = 120
_MOST_SENTENCES = 6
#: An author not named for so long is named anew (code points).
_FAR = 3000


def of_quotation(reading: Reading, quoted: Quoted) -> set[str]:
    """The features of a short quotation; the same has always the same."""
    return {f"q:{one}" for one in _of_quotation(reading, quoted)}


def of_name(reading: Reading, person: Person) -> set[str]:
    """The features of an author's name; the same has always the same."""
    return {f"n:{one}" for one in _of_name(reading, person)}


def _of_quotation(reading: Reading, quoted: Quoted) -> Iterator[str]:
    quote, words = quoted.span, quoted.words
    start, end = reading.sentences.around(quote[0])
    yield from _beside(reading, quote, start, max(end, quote[1]))
    yield f"words={min(len(words), 6)}"
    yield f"upper={reading.inner(quote)[:1].isupper()}"
    yield from _distance(reading, quoted.anchor, quote, start)
    yield f"title={_in_title(reading.catalogue.entries[quoted.entry].title, words)}"
    yield from quoted.again


def _in_title(title: str, words: Sequence[str]) -> int:
    """Whether none (0), some (1) or all (2) of the words with content stand in a title, or
    forms of them."""
    content = [word for word in words if is_content(word)]
    likely = [word for word in content if word[:4] in title]
    if not likely:
        return 0
    theirs = [word[0] for word in title_words(title)]
    shared = sum(
        any(
            word == other or (word[:4] == other[:4] and is_inflected(word, other, alone=True))
            for other in theirs
        )
        for word in likely
    )
    return 0 if not shared else 2 if shared == len(content) else 1


def _of_name(reading: Reading, person: Person) -> Iterator[str]:
    lowered, span = reading.lowered, span_of_name(reading, person)
    start, end = reading.sentences.around(person.start)
    end = max(end, span[1])
    yield from _beside(reading, span, start, end)
    yield f"possessive={person.possessive}"
    yield f"full={person.full}"
    yield f"known={person.known}"
    yield f"scholar={person.scholar}"
    yield f"established={reading.established(person)}"
    inside = _split(lowered[person.bare : span[1]])
    yield f"inside={min(len(inside), 3)}"
    if inside:
        yield f"{'his-' if person.possessive else ''}noun={kind_of(inside[-1])}"
    mine = set(person.entries)
    near = reading.people_between(person.start - _FAR, person.start)
    yield f"first={not any(mine & set(other.entries) for other in near)}"
    if reading.titled_between(start, end, person.entries):
        yield "title"


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """The class of a word: the word itself if its class is closed; of a sign the sign."""
    if not word[0].isalnum():
        return word[0]
    word = word.rstrip('.;:!?)"]')
    if word in FUNCTION_WORDS or word in _PRONOUNS:
        return word
    if word in _LISTED:
        return f"<{_LISTED[word][0]}>"
    if word[0].isdigit():
        return "<year>" if len(word) == 4 else "<number>"
    if is_writer(word):
        return "<writer>"
    return "<thought>" if is_thought(word) else f"<{word[-2:]}>"


def _split(words: str) -> list[str]:
    """Words and commas."""
    return words.replace("'", "' ").replace(",", " , ").split()


def _beside(reading: Reading, span: Span, start: int, end: int) -> Iterator[str]:
    """The words before and after a span in its sentence: the classes of the nearest, the
    lists of all."""
    lowered = reading.lowered
    before = _split(lowered[max(start, span[0] - _AROUND) : span[0]])
    after = _split(lowered[span[1] : min(end, span[1] + _AROUND)])
    yield f"before0={kind_of(before[-1]) if before else '^'}"
    yield f"after0={kind_of(after[0]) if after else '$'}"
    for word in _LISTED.keys() & before:
        for name in _LISTED[word]:
            yield f"before:{name}"
    for word in _LISTED.keys() & after:
        for name in _LISTED[word]:
            yield f"after:{name}"


def _size(length: int) -> int:
    return next((step for step, most in enumerate(_STEPS) if length <= most), len(_STEPS))


def _distance(reading: Reading, anchor: int, quote: Span, start: int) -> Iterator[str]:
    """How far away the author was spoken of."""
    if anchor > quote[1]:
        yield "ago=-1"
        yield f"near={_size(anchor - quote[1])}"
        return
    yield f"near={_size(quote[0] - anchor)}"
    ago = 0
    if anchor < start:
        if "\n" in reading.text[anchor : quote[0]]:
            yield "paragraph"
        at = reading.sentences.around(max(0, anchor - 1))[0]
        ago = 1
        while ago < _MOST_SENTENCES:
            following = reading.sentences.after(at)
            if following is None or following[0] >= start:
                break
            at = following[0]
            ago += 1
    yield f"ago={ago}"
