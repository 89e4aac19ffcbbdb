"""What may be a mention that no rule knows, and what it looks like to the model.

Candidates are short quotations near an author or work that the text has spoken of, and
authors' names.  Features are words of closed classes and of the field's own lists,
endings, lengths and places; no word of what texts are about.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citingverbs import AUXILIARIES, COPULAS, EVENT_WORDS
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
from citekit.find.mentions_clauses import is_thought
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Reading, Span, term_words
from citekit.find.mentions_terms import is_inflected, joined, same_term, spoken_of
from citekit.find.suggestion import Suggestion
from citekit.find.worktitles import is_content, title_words

#: Farther than this from the author a quotation is nobody's term (code points).
_FARTHEST = 900
_WORD = re.compile(r"[^\W\d_]+'?|\d+|[^\w\s]")
_PRONOUNS = frozenset("he she they it er sie es il elle ils elles on man".split())
_HIS = frozenset(POSSESSIVES.split("|"))
_TERMS = frozenset(
    """name term phrase word words label expression metaphor formula coinage title subtitle
    titel untertitel titre sous-titre namen begriff ausdruck wort schlagwort formel nom mot terme
    formule bild motto slogan""".split()
)
_SELF = frozenset("i we my our us me you ich wir mein unser uns je nous mon notre vous".split())
_LISTS = (
    ("pronoun", _PRONOUNS),
    ("his", _HIS),
    ("naming", NAMING_VERBS),
    ("term", _TERMS),
    ("theory", THEORY_NOUNS),
    ("work", WORK_NOUNS),
    ("speech", SPEECH_VERBS),
    ("claim", CLAIM_WORDS),
    ("event", EVENT_WORDS),
)
_FINITE = frozenset().union(*AUXILIARIES.values(), *COPULAS.values())
_PIECE = 60


class Candidate(NamedTuple):
    """What may be a mention: its span, the quotation that it is about or None, the person
    named in it or None, and the works that may be meant; ``anchor`` is where the words
    end that spoke of them last."""

    span: Span
    quote: Span | None
    person: Person | None
    entries: tuple[int, ...]
    anchor: int


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


def quoted(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Candidate]:
    """The short quotations near an author or work that was spoken of."""
    places = spoken_of(reading, found)
    if not places:
        return
    taken = sorted((one.start, one.end) for one in found if one.kind != "paraphrase")
    for quote in sorted(reading.short):
        index = bisect_right(taken, (quote[0], quote[1] + 1)) - 1
        if any(start <= quote[0] and quote[1] <= end for start, end in taken[max(0, index - 3) : index + 3]):
            continue
        own = _whose(reading, places, quote)
        if own is not None:
            yield Candidate(_span(reading, quote), quote, None, (own[1],), own[0])


def _whose(reading: Reading, places: list[tuple[int, int]], quote: Span) -> tuple[int, int] | None:
    """The place where the author was last spoken of, and his work: before the quotation,
    else after it in the sentence."""
    start, end = reading.sentences.around(quote[0])
    index = bisect_left(places, (quote[0], -1))
    if index and places[index - 1][0] >= start:
        return places[index - 1]
    if index < len(places) and places[index][0] < end:
        return places[index]
    if index and places[index - 1][0] > quote[0] - _FARTHEST:
        return places[index - 1]
    return None


_BEFORE = re.compile(
    r"(?:(?:\b(?:wh?at|was|wie|ce qu(?:e|')|as)\s)?\b(?:s?he|they|er|sie|ils?|elles?)\s(?:l')?(?:[^\W\d_]+['\s]){1,9}?"
    rf"|\b(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,3}}?"
    r"|\b(?:the|an?|der|die|das|den|dem|des|le|la|les|une?)\s(?:[^\W\d_]+\s){0,3}?|\bl')$"
)
_NAMES = re.compile(
    r"\b(?:s?he|they|er|sie|ils?|elles?)\s(?:l')?(?P<between>(?:[^\W\d_]+['\s]){1,9})$"
)
_OWN = re.compile(rf"\b(?:{POSSESSIVES})\s(?:[^\W\d_]+[,]?\s){{0,3}}$")
_ARTICLE = re.compile(
    r"(?:\b(?:the|an?|der|die|das|den|dem|des|le|la|les|une?|du)\s|\bl')(?:(?P<noun>[^\W\d_]+)\s(?:of\s|vom\s|von\s|de\s|d'|du\s)?(?:the\s|der\s|la\s)?)?$"
)
_AFTER = re.compile(
    r"[,.]?\s(?:(?:s?he|they|er|sie|il|elle)\s(?P<verb>[^\W\d_]+)(?:\s(?:it|this|that|them|these|those|das|es|dies|the\s[^\W\d_]+))?\b"
    r"|(?:is|was|were|are|ist|war|est|était)\s(?:what\s)?(?:[^\W\d_]+'?s?\s){1,3}?(?P<noun>[^\W\d_]+)(?:\s(?:it|this|that|for (?:it|this|that|them)|dafür))?(?=[\s.,;:])"
    r"|(?P<naming>nennt|nannte|heißt|hieß|lautet|lautete)\s[^.;:!?]{2,40}?(?=[.,;:]))"
)


def _span(reading: Reading, quote: Span) -> Span:
    """The quotation with the words that tie it to its author."""
    lowered = reading.lowered
    start = reading.sentences.around(quote[0])[0]
    low = max(start, quote[0] - 90)
    named = _NAMES.search(lowered, low, quote[0])
    if named is not None and not NAMING_VERBS.isdisjoint(named["between"].split()):
        return named.start(), quote[1]
    last = quote
    for other in joined(reading, quote):
        last = other
    after = _AFTER.match(lowered, last[1])
    if after is not None and (
        after["naming"] or after["verb"] in NAMING_VERBS or after["noun"] in NAMING_VERBS | _TERMS
    ):
        return quote[0], after.end()
    own = _OWN.search(lowered, max(low, quote[0] - 40), quote[0])
    if own is not None:
        return own.start(), quote[1]
    article = _ARTICLE.search(lowered, max(low, quote[0] - 30), quote[0])
    if article is not None and (article["noun"] is None or article["noun"] in _TERMS | THEORY_NOUNS):
        return article.start(), quote[1]
    return quote


def named(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Candidate]:
    """The authors' names that stand in nothing that was found."""
    keys = reading.catalogue.keys
    taken = sorted((one.start, one.end, keys.get(one.body.value, -1)) for one in found)
    taken += [(start, end, -1) for start, end in reading.citing]
    for person in reading.people:
        if any(
            start <= person.start < end and (entry in person.entries or entry == -1)
            for start, end, entry in taken
        ):
            continue
        span = _span_of_name(reading, person)
        yield Candidate(span, None, person, person.entries, person.start)


_ROLE_BEFORE = re.compile(
    r"(?:\b(?:the|an?|der|dem|den|die|das|le|la|les|une?|this|dieser)\s|\bl')(?:[^\W\d_][\w-]*\s){0,3}$"
)
_OF_NAME = re.compile(
    r"(?:\b(?:the|an?|der|dem|den|die|das|le|la|les|une?|his|her|my|son|sa|this)\s|\bl')(?:[^\W\d_][\w-]*\s){1,3}"
    r"(?:of|by|von|d['e]|du|aus|from|bei|chez)\s?$"
)
_ARTICLE_ONLY = re.compile(
    rf"(?:\b(?:the|an?|der|dem|den|die|das|eine?[rnm]?|le|la|les|une?|du|{POSSESSIVES}|my|mon|mein\w*|our)\s|\bl')"
    r"(?:(?:old|late|great|good|alte[nr]?|grand|vieux)\s)?$"
)
_SCHE = re.compile(r"['’]?sche[nrms]?\b")
_NAME_AFTER = re.compile(r",?\s(?:and|und|et|&)\s$")


def _span_of_name(reading: Reading, person: Person) -> Span:
    """A name with what is tied to it: its noun, or what its bearer is called."""
    lowered, text = reading.lowered, reading.text
    start, end = person.start, person.end
    low = max(reading.sentences.around(start)[0], start - 60)
    for other in reversed(reading.people_between(start - 60, start)):
        if _NAME_AFTER.fullmatch(lowered, other.end, start):
            start = other.start
    following = reading.people_between(end, end + 40)
    if following and _NAME_AFTER.fullmatch(lowered, end, following[0].start):
        end = following[0].end
    sche = _SCHE.match(lowered, person.bare)
    if sche is not None:
        article = _ARTICLE_ONLY.search(lowered, low, start)
        return (article.start() if article else start), noun_phrase(reading, sche.end())
    if person.possessive:
        return start, noun_phrase(reading, end)
    article = _ARTICLE_ONLY.search(lowered, low, start)
    if article is not None and not person.full:
        return article.start(), noun_phrase(reading, end)
    of = _OF_NAME.search(lowered, low, start)
    if of is not None:
        return of.start(), end
    role = _ROLE_BEFORE.search(lowered, low, start) if person.full else None
    return (role.start() if role is not None else start), end


def noun_phrase(reading: Reading, at: int) -> int:
    """Where the noun ends that a possessive or adjective that ends at ``at`` stands with."""
    text, lowered = reading.text, reading.lowered
    for quote in reading.quotes_between(at, at + 3):
        return quote[1]
    end, capital = at, False
    for _ in range(4):
        word = _NEXT.match(lowered, end)
        if word is None or word[1] in FUNCTION_WORDS or word[1] in _FINITE:
            break
        upper = text[word.start(1)].isupper()
        if reading.language == "de" and capital and not upper:
            break
        if reading.language == "en" and end > at and word[1].endswith(("ed", "ly")):
            break
        capital, end = upper, word.end()
    return end


_NEXT = re.compile(r"\s([^\W\d_][\w-]*)(?!\w)")


def features(reading: Reading, candidate: Candidate) -> list[str]:
    """The features of a candidate."""
    if candidate.quote is not None:
        return _of_quote(reading, candidate, candidate.quote)
    if candidate.person is not None:
        return _of_name(reading, candidate, candidate.person)
    return []


def _of_quote(reading: Reading, candidate: Candidate, quote: Span) -> list[str]:
    lowered, text = reading.lowered, reading.text
    start, end = reading.sentences.around(quote[0])
    end = max(end, quote[1])
    inner = reading.inner(quote)
    words = term_words(inner)
    before = _WORD.findall(lowered, max(start, quote[0] - _PIECE), quote[0])
    after = _WORD.findall(lowered, quote[1], min(end, quote[1] + _PIECE))
    found = ["q", f"lang={reading.language}"]
    found += _around(before, after)
    found += [
        f"words={min(len(words), 6)}",
        f"upper={inner[:1].isupper()}",
        f"stop={inner[-1:] if inner[-1:] in '.!?,' else ''}",
        f"lead={_size(quote[0] - start)}",
        f"tail={_size(end - quote[1])}",
        f"tied={candidate.span != quote}",
    ]
    if not _SELF.isdisjoint(words):
        found.append("self")
    if not _FINITE.isdisjoint(words):
        found.append("finite")
    clause = _WORD.findall(lowered, max(start, quote[0] - 120), quote[0])
    said = _WORD.findall(lowered, quote[1], min(end, quote[1] + 80))
    for name, listed in _LISTS:
        if not listed.isdisjoint(clause):
            found.append(f"before:{name}")
        if not listed.isdisjoint(said):
            found.append(f"after:{name}")
    if not {"<writer>"}.isdisjoint(map(kind_of, clause)):
        found.append("before:writer")
    found += _distance(reading, candidate.anchor, quote, start)
    entry = candidate.entries[0]
    title = [word[0] for word in title_words(reading.catalogue.entries[entry].title)]
    content = [word for word in words if is_content(word)]
    shared = sum(any(word == other or is_inflected(word, other, alone=True) for other in title) for word in content)
    found.append(f"title={0 if not shared else 2 if shared == len(content) else 1}")
    found += _again(reading, quote, words)
    others = len(reading.quotes_between(start, end)) - 1
    found.append(f"others={min(others, 3)}")
    low, high = sorted((candidate.anchor, quote[0]))
    if reading.names_another(low, high):
        found.append("another")
    if text[max(0, quote[0] - 2) : quote[0]].strip() == ":":
        found.append("colon")
    return found


def _of_name(reading: Reading, candidate: Candidate, person: Person) -> list[str]:
    lowered = reading.lowered
    start, end = reading.sentences.around(person.start)
    span = candidate.span
    before = _WORD.findall(lowered, max(start, span[0] - _PIECE), span[0])
    after = _WORD.findall(lowered, span[1], min(end, span[1] + _PIECE))
    inside = _WORD.findall(lowered, person.bare, span[1])
    within = _WORD.findall(lowered, span[0], person.start)
    form = "possessive" if person.possessive else "plain"
    found = ["n", f"nlang={reading.language}", f"n:{form}", f"n:full={person.full}"]
    found += [f"n{one}" for one in _around(before, after)]
    found += [f"n{form}:{one}" for one in _around(before, after)[:1]]
    found += [
        f"n:known={person.known}",
        f"n:scholar={person.scholar}",
        f"n:established={reading.established(person)}",
        f"n:lead={_size(span[0] - start)}",
        f"n:tail={_size(end - span[1])}",
        f"n:within={bool(within)}",
        f"n:inside={min(len(inside), 3)}",
    ]
    if inside:
        found.append(f"n:noun={kind_of(inside[-1])}")
    found += [f"n:role={kind_of(word)}" for word in within[:3]]
    clause = _WORD.findall(lowered, max(start, span[0] - 120), span[0])
    said = _WORD.findall(lowered, span[1], min(end, span[1] + 100))
    for name, listed in _LISTS:
        if not listed.isdisjoint(clause):
            found.append(f"n:before:{name}")
        if not listed.isdisjoint(said):
            found.append(f"n:after:{name}")
    quote = bisect_right(reading.quote_starts, person.start) - 1
    if quote >= 0 and reading.quotations[quote][1] > person.start:
        found.append("n:quoted")
    if reading.quotes_between(start, end):
        found.append("n:quotes")
    index = bisect_left(reading.people_starts, person.start)
    ago = person.start - reading.people[index - 1].end if index else 9999
    mine = any(set(other.entries) & set(person.entries) for other in reading.people[:index])
    found.append(f"n:first={not mine}")
    found.append(f"n:ago={_size(ago // 4)}")
    if reading.titled_between(start, end, person.entries):
        found.append("n:title")
    following = reading.sentences.after(person.start)
    if following is not None:
        words = _WORD.findall(lowered, following[0], following[0] + 20)
        if words and words[0] in _PRONOUNS | _HIS:
            found.append("n:goeson")
        if reading.titled_between(*following, person.entries):
            found.append("n:titlenext")
        others = reading.people_between(*following)
        if any(set(other.entries) & set(person.entries) for other in others):
            found.append("n:again")
    return found


def _around(before: list[str], after: list[str]) -> list[str]:
    """The classes of the words beside a place, alone and in pairs."""
    left = [kind_of(word) for word in before[-3:]][::-1] + ["^"]
    right = [kind_of(word) for word in after[:3]] + ["$"]
    found = [f"b{place}={kind}" for place, kind in enumerate(left[:3])]
    found += [f"a{place}={kind}" for place, kind in enumerate(right[:3])]
    if len(left) > 1:
        found.append(f"b01={left[1]} {left[0]}")
    if len(right) > 1:
        found.append(f"a01={right[0]} {right[1]}")
    found.append(f"ba={left[0]} {right[0]}")
    return found


def _size(length: int) -> int:
    return next((step for step, most in enumerate((2, 20, 60, 120)) if length <= most), 4)


def _distance(reading: Reading, anchor: int, quote: Span, start: int) -> list[str]:
    """How far away the author was spoken of."""
    if anchor > quote[1]:
        return ["ago=-1", f"near={_size(anchor - quote[1])}"]
    found = [f"near={_size(quote[0] - anchor)}"]
    if anchor >= start:
        return [*found, "ago=0"]
    if "\n" in reading.text[anchor : quote[0]]:
        found.append("paragraph")
    sentence = reading.sentences.around(max(0, anchor - 1))
    ago = 1
    while ago < 6:
        following = reading.sentences.after(sentence[0])
        if following is None or following[0] >= start:
            break
        sentence = following
        ago += 1
    return [*found, f"ago={ago}"]


def _again(reading: Reading, quote: Span, words: tuple[str, ...]) -> list[str]:
    """Whether the same words stand in quotation marks elsewhere."""
    found = set()
    for other in reading.quotations:
        if other != quote and other in reading.short:
            if same_term(term_words(reading.inner(other)), words) >= 2:
                found.add("again:before" if other[0] < quote[0] else "again:later")
    return sorted(found)
