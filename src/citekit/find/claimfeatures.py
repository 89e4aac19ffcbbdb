"""What a sentence near an author looks like, for the model that says whether it reports
what he claims.

Nothing here is a word of what texts are about: features are words of closed classes
(pronouns, prepositions, conjunctions), endings, lengths, places and what the grammar of
:mod:`citekit.find.mentions_clauses` and its neighbours says of a sentence.  Words are in
the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import COURTESIES, FUNCTION_WORDS
from citekit.find.mentions_anaphora import (
    OPENING_WORDS,
    attributed,
    is_reported,
    is_writer,
    subject,
)
from citekit.find.mentions_clauses import is_thought, predicate, weigh
from citekit.find.mentions_frames import follows, framed, is_of
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import SOMEBODY, Reading
from citekit.find.mentions_ways import brings_in

_WORD = re.compile(r"[^\W\d_]+'?|\d+|[^\w\s]")
#: "…, X warned, …", "…, so X, …", "…, écrit X, …".
_INSERTED_VERB = re.compile(r"(?:\s[^\W\d_]+){0,3},")
_CLAUSE = frozenset(
    """that how why whether dass daß wie warum weshalb ob que qu' comment pourquoi combien
    """.split()
)
_FIRST = frozenset(
    "i we me my our us ich wir mich mir mein meine unser unsere uns je nous moi mon ma mes notre "
    "nos j'".split()
)
_THIRD = frozenset(
    "he she they his her their him them er sie sein seine ihr ihre ihm ihn il elle ils elles son "
    "sa ses leur leurs lui eux".split()
)
_MODALS = frozenset(
    """can could must should may might would cannot kann können muss müssen soll sollen darf
    dürfen sollte könnte peut peuvent doit doivent devrait pourrait faut""".split()
)
_NEGATIONS = frozenset(
    "not no never nor neither nicht kein keine keinen nie weder ne n' pas jamais aucun aucune "
    "rien nichts".split()
)
_BEING = frozenset("is are ist sind est sont be sein être".split())
_SAYING = frozenset("said told says tells sagt sagte erzählt erzählte dit confie raconte".split())
_PREPOSITIONS = frozenset(
    """of by from with to on about like than against for in after between under over through at
    into via von vom mit bei nach zu über gegen für durch um an seit unter ohne aus laut de du des
    d' à au par pour avec chez sur dans contre sous sans selon depuis entre""".split()
)
#: "X's complaint … is that".
_EQUALS = re.compile(
    r"\s(?:is|was|ist|war|lautete?|est|était)(?:,\s(?:dass|daß)|\s(?:that|que|qu'))(?=\s|[^\W\d_])"
)
_LONGEST = 4


class Near(NamedTuple):
    """A sentence near an author: its span, who is named in it or None, the works that may
    be meant, how many sentences ago the author was named, and whether a rule has found
    a mention in it."""

    start: int
    end: int
    person: Person | None
    entries: tuple[int, ...]
    distance: int
    mention: bool = False


def features(reading: Reading, near: Near) -> list[str]:
    """The features of a sentence; the same sentence has always the same."""
    start, end = near.start, near.end
    code = reading.language
    words = _WORD.findall(reading.lowered, start, end)
    kinds = set(words)
    found = [
        "b",
        f"ago={near.distance}",
        f"lang={code}",
        f"long={min(_LONGEST, (end - start) // 60)}",
    ]
    for name, listed in _LISTS:
        if not kinds.isdisjoint(listed):
            found.append(name)
    quoted = reading.quoted_between(start, end) / (end - start)
    found.append(f"quoted={0 if quoted == 0 else 1 if quoted < 0.3 else 2}")
    if near.mention:
        found.append("mention")
    digits = {len(word) for word in kinds if word.isdigit()}
    if 4 in digits:
        found.append("year")
    if digits - {4}:
        found.append("number")
    if attributed(reading.lowered, start, end, code):
        found.append("attributed")
    thoughts = sum(map(is_thought, words))
    found.append(f"thoughts={min(2, thoughts)}")
    if code == "de" and is_reported(reading.lowered, start, end):
        found.append("reported")
    if near.person is None:
        found += _pointing(reading, near, words)
    else:
        found += _naming(reading, near, near.person)
    return found


_LISTS = (
    ("event", EVENT_WORDS),
    ("first", _FIRST),
    ("third", _THIRD),
    ("modal", _MODALS),
    ("negation", _NEGATIONS),
    ("being", _BEING),
    ("clause", _CLAUSE),
    ("saying", _SAYING),
    (":", frozenset(":")),
    (";", frozenset(";")),
    ("?", frozenset("?")),
    ("(", frozenset("(")),
)


#: "…, rechnet er vor, …", "…, prévient-il".
_INSERTED = re.compile(
    r"[,)\"]\s(?:[^\W\d_]+\s(?:er|sie)|s?he\s[^\W\d_]+|[^\W\d_]+-(?:t-)?(?:ils?|elles?))"
    r"(?:\s[^\W\d_]+){0,2}[,.;:]"
)


def inserts(lowered: str, start: int, end: int) -> bool:
    """Whether a pronoun and its verb stand between commas inside a sentence."""
    return _INSERTED.search(lowered, start, end) is not None


def _pointing(reading: Reading, near: Near, words: list[str]) -> list[str]:
    """Of a sentence that names no author."""
    start, end = near.start, near.end
    opening = words[0] if words and words[0] in OPENING_WORDS else "-"
    found = [f"opens={opening}"]
    if SOMEBODY.search(reading.text, start, end) is not None:
        found.append("another")
    known = reading.catalogue.entries
    many = any(len(known[entry].authors) > 1 for entry in near.entries)
    if inserts(reading.lowered, start, end):
        found.append("inserted")
    at = subject(reading.lowered, start, end, many)
    if at is not None:
        found.append("subject")
        found += _predicate(reading, at, end, "s", many=True)
        if follows(reading.lowered, at, end):
            found.append("follows")
    return found


def _naming(reading: Reading, near: Near, person: Person) -> list[str]:
    """Of a sentence that names an author."""
    start, end = near.start, near.end
    lowered = reading.lowered
    form = "full" if person.full else "family"
    place = person.start - start
    found = [form, f"place={0 if place == 0 else 1 if place < 12 else 2 if place < 50 else 3}"]
    if person.scholar:
        found.append("scholar")
    before = _WORD.findall(lowered, max(start, person.start - 30), person.start)
    last = before[-1] if before else "^"
    found.append(f"before={last if _closed(last) else '*'}")
    following = _WORD.findall(lowered, person.end, min(end, person.end + 25))
    next_one = following[0] if following else "$"
    found.append(f"after={next_one if _closed(next_one) else '*'}")
    if "," in before[-2:] and _INSERTED_VERB.match(lowered, person.end, end) is not None:
        found.append("inserted")
    if is_of(lowered, person.start, start):
        found.append("of")
    if len({one.entries for one in reading.people_between(start, end)}) > 1:
        found.append("several")
    name, around = (person.start, person.end), (start, end)
    if person.possessive:
        found.append("possessive")
        if following:
            noun = following[0]
            found.append(f"of={'thought' if is_thought(noun) else 'other'}")
        if _EQUALS.search(lowered, person.end, end) is not None:
            found.append("equals")
    elif last in _PREPOSITIONS:
        found.append("p:governed")
    else:
        found += _predicate(reading, person.end, end, "p")
    if framed(lowered, name, person.possessive, around):
        found.append("framed")
    if brings_in(lowered, name, person.possessive, around):
        found.append("brings")
    if not COURTESIES.isdisjoint(before[-2:]):
        found.append("courtesy")
    elif any(map(is_writer, before[-3:])) or any(map(is_writer, following[:4])):
        found.append("writer")
    return found


#: Words before a name that may give a sentence to its bearer.
_LEADS = tuple(
    f"before={word}"
    for word in "according laut nach selon après suivant as wie so comme for für pour".split()
)
_SIGNS = frozenset(
    ("framed", "equals", "brings", "inserted", "attributed", "clause", ":", "reported", "follows",
     "of=thought", *_LEADS)
)  # fmt: skip
_SURE = ("p:sure=1", "p:sure=2", "p:sure=3", "p:sure=4", "s:sure=4", "s:takes=as")
_WEAK = frozenset(("clause", ":"))
_DOES = frozenset(("p:sure=0", "p:governed", "of=other"))
_BARRED = frozenset(("of", "another", "?"))


def may_report(found: Sequence[str]) -> bool:
    """Whether a sentence with these features may report a claim at all: something in its
    grammar says so, and it tells no news, of nobody else, and of nothing that only might
    have been said."""
    kinds = set(found)
    if not _BARRED.isdisjoint(kinds) or ("p:unreal" in kinds and "p:takes=clause" not in kinds):
        return False
    if "courtesy" in kinds and not ("p:sure=4" in kinds or "framed" in kinds):
        return False  # a neighbour of the author's name
    if not kinds.isdisjoint(_DOES) or ("p:none" in kinds and "place=0" in kinds):
        kinds -= _WEAK  # what the author is said to do is no claim
    return not _SIGNS.isdisjoint(kinds) or not kinds.isdisjoint(_SURE)


def _closed(word: str) -> bool:
    return word in FUNCTION_WORDS or not word[0].isalnum()


def _predicate(reading: Reading, at: int, end: int, who: str, many: bool = False) -> list[str]:
    """What is said of the subject that ends at ``at``."""
    code = reading.language
    said = predicate(reading.text, reading.lowered, at, end, code, many)
    if said is None:
        return [f"{who}:none"]
    weight = weigh(reading.lowered, said, end, code)
    found = [
        f"{who}:sure={round(weight * 4)}",
        f"{who}:takes={said.complement or '-'}",
        f"{who}:past={said.past}",
        f"{who}:ends={code}{said.verb[-2:]}",
    ]
    if said.unreal:
        found.append(f"{who}:unreal")
    return found
