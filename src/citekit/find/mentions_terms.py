"""Terms: words in quotation marks beside an author's name, and the same words again.

What a work's terms are is learned from the text: nothing is known beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.citingwords import (
    CLAIM_VERBS,
    FUNCTION_WORDS,
    NAMING_VERBS,
    SPEECH_VERBS,
    THEORY_NOUNS,
)
from citekit.find.mentions_people import Person
from citekit.find.mentions_reading import Choice, Reading, Span, Term
from citekit.find.suggestion import Suggestion
from citekit.find.works import plain

_WORD = re.compile(r"[^\W_]+")
_LONGEST_TERM = 8
_REACH = 90

#: Between a name and the term after it there is no other clause.
_BROKEN = re.compile(r"[;:?!]|\.\s|\n\s*\n")
#: What may stand between a term and the name after it.
_OF_NAME = re.compile(
    r"[,.]?\s(?:(?:a|the|an|to use|to borrow|in|as|borrowed|taken|term|phrase|concept|notion|idea"
    r"|word|words|expression|metaphor|formula|theory|coined|introduced|developed|proposed"
    r"|popularised|popularized|described|theorised|theorized|formulated|famously|first"
    r"|sense|language|terms|formulation|so-called"
    r"|ein|eine|der|die|das|den|dem|begriff|ausdruck|wort|sinne|worten|geprägt|eingeführt|entwickelt"
    r"|wie|es|laut|im|des"
    r"|un|une|le|la|les|au|sens|terme|mot|mots|notion|selon|forgé|forgée|proposé|proposée|développé"
    r"|développée|chère|cher|comme|théorisé|théorisée|expression|formule)\s){0,6}"
    r"(?P<link>of|by|from|as|in|with|von|bei|nach|im sinne|wie|laut|de|d'|par|selon|chez|à)\s?$"
)
_PARENTHESIS = re.compile(r"\s\(\s?(?:(?:see|cf\.|vgl\.|siehe|voir)\s)?$")
_NAMED_AFTER = re.compile(
    r"\s(?:would|has|had|have|once|famously|later|also|hat|das|dies|ihn|sie|es|l'a|le|la|l'avait)?"
    r"\s?(?P<verb>[^\W\d_]+)"
)
_NUMERALS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six
    seven eight nine ten 1 2 3 4 5 6 7 8 9 1st 2nd 3rd 4th 5th
    erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten dritter drittes vierte
    vierten zwei drei vier fünf
    premier première deuxième second seconde troisième quatrième cinquième deux trois quatre
    cinq""".split()
)


def term_words(text: str) -> tuple[str, ...]:
    """The words of a term for comparison."""
    return tuple(_WORD.findall(plain(text)))


def is_term(reading: Reading, quote: Span) -> bool:
    """Whether a quotation is short enough for a term and no sentence."""
    words = reading.inner(quote)
    count = len(words.split())
    if not 0 < count <= _LONGEST_TERM:
        return False
    return not (count > 4 and words[0].isupper() and words[-1] in ".!?")


def term_after(reading: Reading, person: Person) -> tuple[Span, float] | None:
    """The quotation that is a term of ``person``, named before it, and how sure."""
    lowered = reading.lowered
    quotes = reading.quotes_between(person.end, person.end + _REACH)
    if not quotes or not is_term(reading, quotes[0]):
        return None
    gap = lowered[person.end : quotes[0][0]]
    cited = re.sub(r"\s?\([^()]*\)", "", gap)
    if _BROKEN.search(cited):
        return None
    words = _WORD.findall(cited)
    if len(words) > 12:
        return None
    naming = NAMING_VERBS.intersection(words)
    if person.possessive and len(words) <= 7:
        if naming or not CLAIM_VERBS.intersection(words) - THEORY_NOUNS:
            theory = bool(THEORY_NOUNS.intersection(words))
            return quotes[0], 1.0 if theory or person.full else 0.9
        return None
    if any(others.start < quotes[0][0] for others in _others(reading, person, quotes[0])):
        # "A and B call": the verb belongs to both
        if not (naming and "," not in cited):
            return None
    if naming and len(words) <= 9:
        return quotes[0], 0.95
    if not cited.strip(" \u00a0") and person.full:
        return None
    if THEORY_NOUNS.intersection(words) and "," not in cited and len(words) <= 5:
        if not SPEECH_VERBS.intersection(words):
            return quotes[0], 0.8
    return None


def _others(reading: Reading, person: Person, quote: Span) -> list[Person]:
    return [
        other for other in reading.people_between(person.end, quote[0]) if other is not person
    ]


def term_before(reading: Reading, person: Person) -> tuple[Span, int] | None:
    """The quotation that is a term of ``person``, named after it, and where the naming
    ends: “…”, as Name calls it; the “…” of Name; “…” (Name)."""
    low = person.start - 60
    quotes = [
        quote
        for quote in reading.quotes_between(low - 80, person.start)
        if low <= quote[1] <= person.start
    ]
    if not quotes or not is_term(reading, quotes[-1]):
        return None
    quote = quotes[-1]
    gap = reading.lowered[quote[1] : person.start]
    end = person.end
    found = _OF_NAME.fullmatch(gap)
    if found is None:
        return (quote, end) if _PARENTHESIS.fullmatch(gap) and person.full else None
    if found["link"] in ("as", "wie"):
        verb = _NAMED_AFTER.match(reading.lowered, end)
        if verb is None or verb["verb"] not in NAMING_VERBS | {"nennt", "put", "puts"}:
            return None
        end = verb.end()
    if found["link"] in ("in", "im sinne", "with") and not person.possessive:
        return None
    return quote, end


def echoes(reading: Reading) -> Iterator[Suggestion]:
    """The quotations that use a learned term again, after it was learned."""
    if not reading.terms:
        return
    terms = sorted(reading.terms, key=lambda term: term.start)
    first = terms[0].start
    for quote in reading.quotations:
        if quote[0] <= first or quote in reading.used or not is_term(reading, quote):
            continue
        words = term_words(reading.inner(quote))
        best: tuple[int, int, Term] | None = None
        for term in terms:
            if term.start >= quote[0]:
                break
            likeness = same_term(words, term.words)
            if likeness and (best is None or (likeness, term.start) >= best[:2]):
                best = (likeness, term.start, term)
        if best is not None:
            yield _echo(reading, quote, best[0], best[2])


def _echo(reading: Reading, quote: Span, likeness: int, term: Term) -> Suggestion:
    from_words = " ".join(term.words)
    entry = reading.catalogue.entries[term.entry]
    how = {3: "the term", 2: "another form of the term", 1: "the counterpart of the term"}
    choice_score = {3: 0.9, 2: 0.75, 1: 0.7}[likeness]
    return reading.suggest(
        quote,
        "echo",
        Choice(term.entry, choice_score, (f"{how[likeness]} “{from_words}” of {entry.key}",)),
        "term-again",
        quoted=reading.inner(quote),
    )


def same_term(words: tuple[str, ...], term: tuple[str, ...]) -> int:
    """3 for the same words, 2 for other forms of them ("perceived or misperceived" for
    "perception and misperception"), 1 for another numeral ("second image" for "third
    image"), else 0."""
    if words == term:
        return 3
    own = [word for word in words if word not in FUNCTION_WORDS or word in _NUMERALS]
    theirs = [word for word in term if word not in FUNCTION_WORDS or word in _NUMERALS]
    if not own or len(own) != len(theirs):
        return 0
    likeness = 3 if own == theirs else 2
    alone = len(own) == 1
    for mine, other in zip(own, theirs, strict=True):
        if mine == other:
            continue
        if mine in _NUMERALS and other in _NUMERALS and not alone:
            likeness = 1
        elif not _inflected(mine, other, alone):
            return 0
    if likeness == 1 and not any(word not in _NUMERALS for word in own):
        return 0
    return likeness


def _inflected(one: str, other: str, alone: bool) -> bool:
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
