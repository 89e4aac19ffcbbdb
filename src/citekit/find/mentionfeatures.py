"""What a candidate for a mention looks like, for the model that says whether it is one.

Features are words of closed classes and of the field's own lists, endings of two letters,
lengths and places; no word of what texts are about.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import (
    CLAIM_WORDS,
    FUNCTION_WORDS,
    NAMING_VERBS,
    POSSESSIVES,
    SPEECH_VERBS,
    THEORY_NOUNS,
    WORK_NOUNS,
)
from citekit.find.mentions_anaphora import is_writer
from citekit.find.mentions_candidates import FINITE, TERM_NOUNS, Candidate, again
from citekit.find.mentions_clauses import is_thought
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Reading, Span
from citekit.find.termwords import is_inflected, term_words
from citekit.find.worktitles import is_content, title_words

_WORD = re.compile(r"[^\W\d_]+'?|\d+|[^\w\s]")
_PRONOUNS = frozenset("he she they it er sie es il elle ils elles on man".split())
_HIS = frozenset(POSSESSIVES.split("|"))
_SELF = frozenset("i we my our us me you ich wir mein unser uns je nous mon notre vous".split())
_LISTS = (
    ("pronoun", _PRONOUNS),
    ("his", _HIS),
    ("naming", NAMING_VERBS),
    ("term", TERM_NOUNS),
    ("theory", THEORY_NOUNS),
    ("work", WORK_NOUNS),
    ("speech", SPEECH_VERBS),
    ("claim", CLAIM_WORDS),
    ("event", EVENT_WORDS),
)
#: Steps of lengths (code points).
_STEPS = (2, 20, 60, 120)
#: So far before and after a candidate words are looked at one by one, or for a list's.
_NEAR, _AROUND = 60, 120
_MOST_SENTENCES = 6
#: An author not named for so long is named anew (code points).
_FAR = 3000


def features(reading: Reading, candidate: Candidate) -> list[str]:
    """The features of a candidate; the same candidate has always the same."""
    if candidate.person is not None:
        return [f"n:{one}" for one in _of_name(reading, candidate, candidate.person)]
    if candidate.quote is not None:
        return [f"q:{one}" for one in _of_quote(reading, candidate, candidate.quote)]
    return []


def _of_quote(reading: Reading, candidate: Candidate, quote: Span) -> Iterator[str]:
    start, end = reading.sentences.around(quote[0])
    end = max(end, quote[1])
    inner = reading.inner(quote)
    words = term_words(inner)
    yield from _beside(reading, quote, start, end)
    yield f"words={min(len(words), 6)}"
    yield f"upper={inner[:1].isupper()}"
    yield f"stop={inner[-1:] if inner[-1:] in '.!?,' else ''}"
    yield f"tied={candidate.span != quote}"
    if not _SELF.isdisjoint(words):
        yield "self"
    if not FINITE.isdisjoint(words):
        yield "finite"
    yield from _distance(reading, candidate.anchor, quote, start)
    title = [word[0] for word in title_words(reading.catalogue.entries[candidate.entries[0]].title)]
    content = [word for word in words if is_content(word)]
    shared = sum(
        any(
            word == other or (word[:4] == other[:4] and is_inflected(word, other, alone=True))
            for other in title
        )
        for word in content
    )
    yield f"title={0 if not shared else 2 if shared == len(content) else 1}"
    yield from sorted(again(reading, quote))
    yield f"others={min(len(reading.quotes_between(start, end)) - 1, 3)}"
    if reading.names_another(*sorted((candidate.anchor, quote[0]))):
        yield "another"


def _of_name(reading: Reading, candidate: Candidate, person: Person) -> Iterator[str]:
    lowered, span = reading.lowered, candidate.span
    start, end = reading.sentences.around(person.start)
    end = max(end, span[1])
    yield from _beside(reading, span, start, end)
    yield f"possessive={person.possessive}"
    yield f"full={person.full}"
    yield f"known={person.known}"
    yield f"scholar={person.scholar}"
    yield f"established={reading.established(person)}"
    inside = _WORD.findall(lowered, person.bare, span[1])
    yield f"inside={min(len(inside), 3)}"
    if inside:
        yield f"noun={kind_of(inside[-1])}"
    for word in _WORD.findall(lowered, span[0], person.start)[:3]:
        yield f"role={kind_of(word)}"
    quote = bisect_right(reading.quote_starts, person.start) - 1
    if quote >= 0 and reading.quotations[quote][1] > person.start:
        yield "quoted"
    if reading.quotes_between(start, end):
        yield "quotes"
    mine = set(person.entries)
    near = reading.people_between(person.start - _FAR, person.start)
    yield f"first={not any(mine & set(other.entries) for other in near)}"
    if reading.titled_between(start, end, person.entries):
        yield "title"
    following = reading.sentences.after(person.start)
    if following is not None:
        words = _WORD.findall(lowered, following[0], following[0] + 20)
        if words and (words[0] in _PRONOUNS or words[0] in _HIS):
            yield "goes-on"
        if reading.titled_between(*following, person.entries):
            yield "title-next"
        if any(mine & set(other.entries) for other in reading.people_between(*following)):
            yield "again"


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """The class of a word: the word itself if its class is closed."""
    if word in FUNCTION_WORDS or not word[0].isalnum() or word in _PRONOUNS:
        return word
    for name, listed in _LISTS:
        if word in listed:
            return f"<{name}>"
    if word[0].isdigit():
        return "<year>" if len(word) == 4 else "<number>"
    if is_writer(word):
        return "<writer>"
    return "<thought>" if is_thought(word) else f"<{word[-2:]}>"


def _beside(reading: Reading, span: Span, start: int, end: int) -> Iterator[str]:
    """The words before and after a span in its sentence: by their classes, the nearest
    alone and in pairs, and lists' words farther away."""
    lowered = reading.lowered
    before = _WORD.findall(lowered, max(start, span[0] - _AROUND), span[0])
    after = _WORD.findall(lowered, span[1], min(end, span[1] + _AROUND))
    left = [*(kind_of(word) for word in before[:-4:-1]), "^"]
    right = [*(kind_of(word) for word in after[:3]), "$"]
    for place in range(min(3, len(left))):
        yield f"before{place}={left[place]}"
    for place in range(min(3, len(right))):
        yield f"after{place}={right[place]}"
    if before:
        yield f"before={left[1]} {left[0]}"
    if after:
        yield f"after={right[0]} {right[1]}"
    yield f"between={left[0]} {right[0]}"
    for side, words in (("before", before), ("after", after)):
        for name, listed in _LISTS:
            if not listed.isdisjoint(words):
                yield f"{side}:{name}"
    if "<writer>" in map(kind_of, before):
        yield "before:writer"
    yield f"lead={_size(span[0] - start)}"
    yield f"tail={_size(end - span[1])}"


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
