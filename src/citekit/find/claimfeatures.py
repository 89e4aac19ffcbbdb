"""What a sentence near an author looks like, for the model that says whether it reports
what he claims.

Features are what the grammar of :mod:`citekit.find.mentions_clauses` and its neighbours
says of a sentence, what the rules have found in it, its place and length, the words of
closed classes in it, the endings of all others, and some of what the sentences beside it
have.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import COURTESIES, FUNCTION_WORDS
from citekit.find.claimwindows import (
    Near,
    begins_paragraph,
    cited_between,
    is_settled,
)
from citekit.find.mentions_anaphora import (
    attributed,
    is_pronoun,
    is_reported,
    subject,
)
from citekit.find.mentions_clauses import is_thought
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Reading
from citekit.find.suggestion import Suggestion

_WORD = re.compile(r"[^\W\d_]+'?|\d+|[^\w\s]")
#: "…, X warned, …", "…, so X, …", "…, écrit X ; …".
_INSERTED_VERB = re.compile(r"(?:\s[^\W\d_]+){0,3}\s?[,.;:]")
#: "…, rechnet er vor, …", "…, prévient-il".
_INSERTED = re.compile(
    r"[,)\"]\s(?:[^\W\d_]+\s(?:er|sie)|s?he\s[^\W\d_]+|[^\W\d_]+-(?:t-)?(?:ils?|elles?))"
    r"(?:\s[^\W\d_]+){0,2}[,.;:]"
)
#: A German verb of the first subjunctive, "lasse den", "brauche keine": an adjective with
#: the same ending has its noun after it.
_SUBJUNCTIVE = re.compile(
    r"\s(?P<verb>[a-zäöü]{2,}[^\W\d_t]e)(?=[,.;]|\s(?:sich|nicht|der|die|das|den|dem|des|ein\w{0,2}"
    r"|kein\w{0,2}|es|man|er|ihn|ihm|ihr\w{0,2}|sein\w{0,2}|in|im|auf|an|am|von|vom|zu|zur|zum|mit"
    r"|aus|für|durch|gegen|über|unter|nur|auch|aber|also|eben|immer|nie|noch|schon)\b)"
)
_NO_VERBS = frozenset(
    """heute gerade lange gerne beinahe ohne beide viele einige alle keine eine diese jene seine
    ihre unsere meine solche manche welche andere wenige mehrere genauso vorne hinge ende
    beispielsweise""".split()
)
_FULL_NAME = re.compile(r"[A-ZÀ-Ý][a-zß-ÿ]+\s(?:[A-Z]\.\s)?[A-ZÀ-Ý][a-zß-ÿ]+")

_FIRST = itemgetter(0)
_COMMAS = frozenset(",;")
_BREAKS = frozenset(',)"')
_LISTS = (
    ("event", EVENT_WORDS),
    (
        "first",
        frozenset(
            """i we me my our us ich wir mich mir mein meine unser unsere uns je nous moi mon ma
            mes notre nos j'""".split()
        ),
    ),
    (
        "third",
        frozenset(
            """he she they his her their him them er sie sein seine ihr ihre ihm ihn il elle ils
            elles son sa ses leur leurs lui eux""".split()
        ),
    ),
    (
        "modal",
        frozenset(
            """can could must should may might would cannot kann können muss müssen soll sollen
            darf dürfen sollte könnte peut peuvent doit doivent devrait pourrait faut""".split()
        ),
    ),
    (
        "negation",
        frozenset(
            """not no never nor neither nicht kein keine keinen nie weder ne n' pas jamais aucun
            aucune rien nichts""".split()
        ),
    ),
    ("being", frozenset("is are ist sind est sont be sein être".split())),
    (
        "clause",
        frozenset("that how why whether dass daß wie warum ob que qu' comment pourquoi".split()),
    ),
    (
        "saying",
        frozenset(
            "said told says tells sagt sagte erzählt erzählte dit confie raconte".split(),
        ),
    ),
)
#: Of which of the lists a word is.
_LISTED: frozenset[str] = frozenset().union(*(listed for _, listed in _LISTS))
_KINDS = {word: tuple(name for name, listed in _LISTS if word in listed) for word in _LISTED}
#: A mention is no longer (code points).
_LONG_MENTION = 400
#: Code points of a step of length, and the most steps.
_STEP, _LONGEST = 50, 5
#: Of a word that is no closed one and not shorter: so much of its end.
_SHORT, _ENDING = 5, 3
#: Of the sentences beside one: what says something of it too.
_BESIDE = frozenset(
    """attributed inserted reported subjunctive subject subject=pronoun rule first
    fresh several event saying somebody third plain has=full has=family
    has=unknown has=cite has=title has=term has=echo capitals=0 capitals=4""".split()
)
_NEXT = ("opens=", "quoted=")


class Document:
    """What a text is like, and what the rules have ``found`` in it."""

    def __init__(self, reading: Reading, found: Sequence[Suggestion]) -> None:
        self._mentions = sorted(
            (one for one in found if one.kind in ("mention", "echo")), key=lambda one: one.start
        )
        self._starts = [one.start for one in self._mentions]
        cited = len(reading.citing)
        quoted = len(reading.quotations) * 1000 // max(1, len(reading.text))
        self.features = (
            f"text:cites={0 if not cited else 1 if cited < 5 else 2}",
            f"text:quotes={min(5, quoted)}",
        )

    def mentioned(self, start: int, end: int) -> Iterator[str]:
        """How the mentions and echoes in a span were found."""
        first = bisect_left(self._starts, start - _LONG_MENTION)
        for one in self._mentions[first : bisect_left(self._starts, end)]:
            if one.end > start:
                yield f"mention={one.method if one.kind == 'mention' else one.kind}"


def rows(reading: Reading, run: Sequence[Near], document: Document) -> list[list[str]]:
    """The features of sentences that follow each other; the same have always the same."""
    words = [
        [] if is_settled(near) else _WORD.findall(reading.lowered, near.start, near.end)
        for near in run
    ]
    own = [_grammar(reading, *pair, document) for pair in zip(run, words, strict=True)]
    shown = [[name for name in row if name in _BESIDE or name.startswith(_NEXT)] for row in own]
    made = []
    for index, row in enumerate(own):
        if is_settled(run[index]):
            made.append(row)
            continue
        beside: list[str] = []
        for step in (-1, 1):
            names = shown[index + step] if 0 <= index + step < len(own) else ["none"]
            beside += [_with_step(step, name) for name in names]
        made.append([*row, *_words(reading.language, words[index]), *document.features, *beside])
    return made


@cache
def _with_step(step: int, name: str) -> str:
    return f"{step:+}:{name}"


def _grammar(reading: Reading, near: Near, words: Sequence[str], document: Document) -> list[str]:
    """What a sentence has besides its ``words``; of one that is settled little is asked."""
    if near.plain:
        return ["plain", f"ago={near.ago}"]
    made = [
        "any",
        f"ago={near.ago}",
        f"main={near.main.kind}",
        *_marked(reading, near, document),
    ]
    if is_settled(near):
        return made
    start, end = near.start, near.end
    code, lowered = reading.language, reading.lowered
    kinds = set(words)
    made += [
        f"language={code}",
        f"long={min(_LONGEST, (end - start) // _STEP)}",
    ]
    if begins_paragraph(reading.text, start):
        made.append("fresh")
    made += sorted({name for word in kinds & _LISTED for name in _KINDS[word]})
    digits = {len(word) for word in kinds if word.isdigit()}
    if 4 in digits:
        made.append("year")
    if digits - {4}:
        made.append("number")
    if attributed(lowered, start, end, code):
        made.append("attributed")
    if not _BREAKS.isdisjoint(kinds) and _INSERTED.search(lowered, start, end) is not None:
        made.append("inserted")
    if code == "de":
        if is_reported(lowered, start, end):
            made.append("reported")
        if "ich" not in kinds and _is_subjunctive(reading.text, near):
            made.append("subjunctive")
    else:
        capitals = sum(map(str.isupper, map(_FIRST, reading.text[start:end].split()[1:])))
        made.append(f"capitals={min(4, capitals)}")
    if _FULL_NAME.search(reading.text, start, end) is not None:
        made.append("somebody")
    made.append(f"thoughts={min(2, sum(map(_is_thought, words)))}")
    made += _opening(reading, near, words)
    if near.main.person is not None and near.ago == 0:
        made += _naming(reading, near, near.main.person)
    return made


def _is_subjunctive(text: str, near: Near) -> bool:
    return any(
        found["verb"] not in _NO_VERBS and found["verb"] not in FUNCTION_WORDS
        for found in _SUBJUNCTIVE.finditer(text, near.start, near.end)
    )


def _marked(reading: Reading, near: Near, document: Document) -> list[str]:
    """What is quoted, cited, named and found by rules in a sentence."""
    start, end = near.start, near.end
    quoted = reading.quoted_between(start, end) / (end - start)
    made = [f"quoted={0 if not quoted else 1 if quoted < 0.3 else 2 if quoted < 0.7 else 3}"]
    cited = cited_between(reading, start, end)
    if cited:
        made.append(f"cited={1 if 2 * cited < end - start else 2}")
    if near.told:
        made.append("rule")
    found = {f"rule={one.method}" for one in near.told}
    found.update(document.mentioned(start, end))
    found |= {f"has={anchor.kind}" for anchor in near.anchors}
    first = set(near.anchors[0].entries) if near.anchors else set()
    if any(first.isdisjoint(anchor.entries) for anchor in near.anchors):
        found.add("several")
    return [*made, *sorted(found)]


def _opening(reading: Reading, near: Near, words: Sequence[str]) -> Iterator[str]:
    """How a sentence opens, and whether its subject may be an author named before."""
    first, second = (*words[:2], "-", "-")[:2]
    yield f"opens={first if _closed(first) else '*'}"
    if _closed(first) and _closed(second):
        yield f"opens={first} {second}"
    known = reading.catalogue.entries
    many = any(len(known[entry].authors) > 1 for entry in near.main.entries)
    at = subject(reading.lowered, near.start, near.end, many)
    if at is not None:
        yield "subject"
        pronoun = is_pronoun(reading.lowered, near.start, at)
        yield f"subject={'pronoun' if pronoun else 'noun'}"


def _words(code: str, words: Sequence[str]) -> list[str]:
    """The words of a sentence, as far as they are features."""
    made = {_word(code, word) for word in set(words)}
    made.discard("")
    return sorted(made)


@lru_cache(maxsize=20_000)
def _word(code: str, word: str) -> str:
    """A closed word or sign, or the end of another word; "" for what is no feature."""
    if word.isdigit():
        return ""
    if _closed(word):
        return f"word={word}"
    return "" if len(word) < _SHORT else f"ends={code}{word[-_ENDING:]}"


@lru_cache(maxsize=20_000)
def _is_thought(word: str) -> bool:
    return is_thought(word)


def _naming(reading: Reading, near: Near, person: Person) -> Iterator[str]:
    """How a sentence names an author; what it says that he does the rules know."""
    start, end = near.start, near.end
    code, lowered = reading.language, reading.lowered
    place = person.start - start
    yield f"at={0 if place == 0 else 1 if place < 12 else 2 if place < 50 else 3}"
    before = _WORD.findall(lowered, max(start, person.start - 30), person.start)
    last = before[-1] if before else "^"
    yield f"before={last if _closed(last) else '*'}"
    following = _WORD.findall(lowered, person.end, min(end, person.end + 25))
    after = following[0] if following else "$"
    yield f"after={after if _closed(after) else '*'}"
    for name, word in (("before", last), ("after", after)):
        if not _closed(word) and len(word) > _ENDING:
            yield f"{name}={code}-{word[-2:]}"
    if not _COMMAS.isdisjoint(before[-3:]) and _INSERTED_VERB.match(lowered, person.end, end):
        yield "verb inserted"
    if person.possessive:
        yield "possessive"
        if following:
            yield f"of={'thought' if _is_thought(after) else 'other'}"
    if not COURTESIES.isdisjoint(before[-2:]):
        yield "courtesy"


def _closed(word: str) -> bool:
    return word in FUNCTION_WORDS or not word[0].isalnum()
