"""What may be a mention that no rule knows: its span, the works that may be meant, and what it
looks like to the model that says whether it is one.

Candidates are short quotations near an author or work that the text has spoken of; names are in
:mod:`citekit.find.mentions.candidatenames`.  Features are words of closed classes and of the
field's own lists, endings of two letters, lengths and places; no word of what texts are about.
Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

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
from citekit.find.mentions.claimwindows import split
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.sayers import is_anothers, is_critics
from citekit.find.mentions.terms import joined, naming
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import is_inflected, same_term, term_key, term_words
from citekit.find.worktitles import is_content, title_words

#: Farther than this from the author a quotation is nobody's term (code points).
_FARTHEST = 900
#: So far after a quotation its author may be named (code points).
_BEHIND = 200
#: Farther than this it is none if somebody else is named between, unless it is used again.
_NEAR = 250
_SELF = frozenset("i we me us i'm i’m i've i’ve ich wir mich uns je j'ai j’ai nous".split())
#: So far before a term its author's pronoun is looked for (code points).
_BETWEEN = 90
_OWN = re.compile(rf"\b(?:{POSSESSIVES})\s(?:[^\W\d_]+[,]?\s){{0,3}}$")
_ARTICLE = re.compile(
    r"(?:\b(?:the|an?|der|die|das|den|dem|des|le|la|les|une?|du)\s|\bl')"
    r"(?:(?P<noun>[^\W\d_]+)\s(?:of\s|vom\s|von\s|de\s|d'|du\s)?(?:the\s|der\s|la\s)?)?$"
)
_TERM = "|".join(sorted(TERM_NOUNS))
_NAMING = "|".join(sorted(TERM_NOUNS | NAMING_VERBS))
#: "“…”, he named it", "“…” were his words", "„…“ heißt das bei Name".
_AFTER = re.compile(
    r",?\s(?:(?:s?he|they|er|sie|il|elle)\s(?P<verb>[^\W\d_]+)"
    r"(?:\s(?:it|this|that|them|these|those|das|es|dies|the\s[^\W\d_]+))?\b"
    rf"|(?:is|was|were|are|ist|war|est|était)\s(?:what\s)?(?:[^\W\d_]+'?s?\s){{1,4}}?(?P<noun>{_NAMING})"
    r"(?:\s(?:it|this|that|them|for (?:it|this|that|them)|dafür))?(?=[\s.,;:])"
    rf"|(?:to use|in|nach|mit|selon|pour reprendre)\s(?:[^\W\d_]+'?s?\s){{1,2}}"
    rf"(?P<word>{_TERM})(?=[\s.,;:])"
    r"|(?P<naming>nennt|nannte|heißt|hieß|lautet|lautete)\s[^.;:!?]{2,40}?(?=[.,;:]))"
)


class Quoted(NamedTuple):
    """A short quotation near an author or work that was spoken of: its span and words,
    their :func:`citekit.find.termwords.term_key`, whether they stand in quotation marks too
    before it (``again:before``) or after it (``again:later``), where the words end that
    speak of the author, and the work that is meant."""

    span: Span
    words: tuple[str, ...]
    key: tuple[int, str]
    again: frozenset[str]
    anchor: int
    entry: int


class Place(NamedTuple):
    """Where a text speaks of an author or a work, and the works that may be meant."""

    end: int
    start: int
    entries: tuple[int, ...]


def quoted(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Quoted]:
    """The short quotations near an author or work that was spoken of, in order."""
    places = _places(reading, found)
    if not places:
        return
    taken = sorted((one.start, one.end) for one in found if one.kind != "paraphrase")
    for quote in reading.quotations:
        if (
            quote not in reading.short
            or quote in reading.others
            or _is_speech(reading.inner(quote))
        ):
            continue
        own = _whose(reading, places, quote)
        if own is None:
            continue
        if reading.cites_between(quote[1], quote[1] + 4):
            continue  # the cited work's
        beside = own.start >= reading.sentences.around(quote[0])[0]
        if beside and is_anothers(reading, quote, (own.start, own.end), own.entries):
            continue
        index = bisect_left(taken, (quote[0] + 1, -1))
        near = taken[max(0, index - 3) : index]
        if any(start <= quote[0] and quote[1] <= end for start, end in near):
            continue
        words = term_words(reading.inner(quote))
        key = term_key(words)
        again = _again(reading.alike.get(key, ()), quote[0], words)
        if not (beside or again) and is_critics(reading, quote, own.entries):
            continue
        if not again and quote[0] - own.end > _NEAR and reading.names_another(own.end, quote[0]):
            continue
        entry = own.entries[0]
        if len(own.entries) > 1:
            chosen = reading.choose(own.entries, own.start).entry
            if chosen is None:
                continue
            entry = chosen
        yield Quoted(quote, words, key, again, own.end, entry)


def _again(
    alike: Sequence[tuple[Span, tuple[str, ...]]], at: int, words: tuple[str, ...]
) -> frozenset[str]:
    """On which side of the quotation at ``at`` its words stand in quotation marks again; of
    those ``alike``, in order, the first and the last mostly tell."""
    before = (theirs for (start, _), theirs in alike if start < at)
    later = (theirs for (start, _), theirs in reversed(alike) if start > at)
    sides = (("again:before", before), ("again:later", later))
    return frozenset(
        side for side, some in sides if any(same_term(one, words) >= 2 for one in some)
    )


def _places(reading: Reading, found: Sequence[Suggestion]) -> list[Place]:
    """Where the text speaks of works and of authors whom it introduces or cites, in
    order."""
    keys = reading.catalogue.keys
    ends = reading.citing_ends
    places = [
        Place(one.end, one.start, (keys[one.body.value],))
        for one in found
        if one.body.type == "work" and one.kind != "echo"
    ]
    places += [Place(ends[at], at, (entry,)) for at, entry in reading.links if at in ends]
    places += [
        Place(person.bare, person.start, person.entries)
        for person in reading.people
        if reading.established(person)
    ]
    places.sort()
    return places


def _is_speech(words: str) -> bool:
    """Whether words are what somebody says rather than what he calls a thing."""
    pieces = words.lower().split()
    if words[0].isupper() and words[-1] in ".!?," and len(pieces) > 2:
        return True
    return not _SELF.isdisjoint(pieces)


def _whose(reading: Reading, places: Sequence[Place], quote: Span) -> Place | None:
    """The place where the author was last spoken of: before the quotation, else after it
    in the sentence."""
    index = bisect_left(places, quote)
    before = places[index - 1] if index else None
    after = places[index] if index < len(places) else None
    if after is not None and after.end > quote[1] + _BEHIND:
        after = None
    if before is not None and before.end < quote[0] - _FARTHEST:
        before = None
    if after is None:
        return before
    start, end = reading.sentences.around(quote[0])
    if after.end < end and (before is None or before.end < start):
        return after
    return before


def span_of_quote(reading: Reading, quote: Span) -> Span:
    """The quotation with the words that tie it to its author."""
    lowered = reading.lowered
    start = reading.sentences.around(quote[0])[0]
    low = max(start, quote[0] - _BETWEEN)
    last = [quote, *joined(reading, quote)][-1]
    named = naming(lowered, low, quote[0])
    if named is not None:
        return named, last[1]
    after = _AFTER.match(lowered, last[1])
    if after is not None and (
        after["naming"] or after["verb"] in NAMING_VERBS or after["noun"] or after["word"]
    ):
        return quote[0], after.end()
    own = _OWN.search(lowered, max(low, quote[0] - 40), quote[0])
    if own is not None:
        return own.start(), last[1]
    article = _ARTICLE.search(lowered, max(low, quote[0] - 30), quote[0])
    if article is not None and (article["noun"] is None or article["noun"] in _TIED_NOUNS):
        return article.start(), quote[1]
    return quote


_TIED_NOUNS = TERM_NOUNS | THEORY_NOUNS


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


def of_quotation(reading: Reading, quoted: Quoted) -> set[str]:
    """The features of a short quotation; the same has always the same."""
    return {f"q:{one}" for one in _of_quotation(reading, quoted)}


def _of_quotation(reading: Reading, quoted: Quoted) -> Iterator[str]:
    quote, words = quoted.span, quoted.words
    start, end = reading.sentences.around(quote[0])
    yield from beside(reading, quote, start, max(end, quote[1]))
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


def beside(reading: Reading, span: Span, start: int, end: int) -> Iterator[str]:
    """The words before and after a span in its sentence: the classes of the nearest, the
    lists of all."""
    lowered = reading.lowered
    before = split(lowered[max(start, span[0] - _AROUND) : span[0]])
    after = split(lowered[span[1] : min(end, span[1] + _AROUND)])
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
