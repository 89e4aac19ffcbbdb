"""Persons credited with more than a quoted term: "Name called it “…”", "Name, with his
“…”", "borrowed the word from Name", "Name's quip about …".

Unlike :mod:`citekit.find.mentions.credits` a credit here takes in what is credited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citations.names import NAME
from citekit.find.citingwords import EPONYMS, FUNCTION_WORDS, POSSESSIVES, THEORY_NOUNS
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.credits import Credited, in_full, is_person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.signs import Signs
from citekit.find.suggestion import Suggestion
from citekit.model import Body

_PERSON = rf"(?P<name>{NAME})"
_APPOSED = r"(?:,\s[^,“”„«»\"\n]{1,60},)?"
#: "Name called it “…”", "Name, who taught us, calls this “…”".
_CALLED_IT = re.compile(
    rf"{_PERSON}{_APPOSED},?\s(?:(?:once|later|famously|memorably|aptly|has|had|used\sto|likes\sto|liked\sto)\s){{0,2}}"
    r"(?:called|dubbed|termed|christened)\s(?:it|this|them|these)\s(?:(?:the|a|an)\s)?$"
    rf"|{_PERSON.replace('name', 'named')}{_APPOSED}\s(?:nannte|taufte)\s"
    r"(?:das|dies|es|so\setwas)\s(?:[^\W\d_]+\s){0,3}$"
    rf"|{_PERSON.replace('name', 'nommé')}{_APPOSED}\s(?:(?:appelait|nommait|baptisa)"
    r"\scela|l['’](?:appelait|a\sappelée?))\s(?:[^\W\d_]+['’\s]){0,3}$"
)
#: "Name, with his “…”".
_WITH_HIS = re.compile(
    rf"{_PERSON},?\s(?:with|mit|avec)\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,3}}$"
)
_GAVE = re.compile(
    rf"{_PERSON}{_APPOSED},?\s(?:who\s|which\s|der\s|die\s|qui\s)?(?:(?:had|has|first|too|once)\s){{0,2}}"
    r"(?:gave\scurrency\sto|thought\sup|coined|invented|introduced|popularised|popularized)\s(?:[^\W\d_]+\s){1,5}$"
)
#: "das „…“, das Ann Name geprägt hat".
_WHO_GAVE = re.compile(
    r",?\s(?:das|den|die|that|which|que)\s(?:(?:the|der|die|das|le|la)\s|l['’])?"
    rf"(?:[^\W\d_]+\s){{0,2}}?{_PERSON}\s(?:[^.;:!?]{{0,50}}?\s)?"
    r"(?:coined|invented|popularised|popularized|forgée?s?|inventée?s?|popularisée?s?|geprägt|erfunden"
    r"|entworfen|prägte|erfand|entwarf|popularisiert|ersonnen|unter die Leute gebracht)"
    r"(?:\s(?:hat|hatte))?\b"
)
_RELATIVES = ("das ", "den ", "die ", "that", "whic", "que ")
#: "Ann Names „…“".
_GENITIVE = re.compile(r"(?P<name>[A-ZÄÖÜ][\w-]+\s(?:[A-ZÄÖÜ]\.\s)?[A-ZÄÖÜ][\w-]+)s\s$")
#: "Name’s “…”".
_OWN = re.compile(rf"{_PERSON}['’]s?\s(?:(?:old|famous|celebrated|own)\s)?$")
#: By pattern: one of these words stands in what it matches.
_PATTERNS = (
    (_CALLED_IT, frozenset("called dubbed termed christened nannte taufte appelait nommait "
                           "baptisa appelé appelée".split())),
    (_WITH_HIS, frozenset("with mit avec".split())),
    (_GAVE, frozenset("currency up coined invented introduced popularised popularized".split())),
)  # fmt: skip
#: Who calls a thing so judges it and names nothing: "a disgrace", "the worst of my career".
_JUDGES = frozenset("a an eine ein einen une un my our mein meine unser mon ma notre".split())
_CALLING = frozenset(
    """call calls called dub dubs dubbed term terms termed christened nannte nennt taufte appelait
    appelle nommait nomme baptisa baptisé appelé appelée with mit avec currency up""".split()
)
_NOUN = "|".join(sorted(THEORY_NOUNS | frozenset(
    "word words example image picture label name term phrase ausdruck begriff bild wort mot image "
    "formule terme".split()
)))  # fmt: skip
#: "took from the critic Name the word", "borrowing the phrase from Name".
_FROM = re.compile(
    r"(?<![^\W\d_])(?P<verb>borrow(?:s|ed|ing)?|took"
    r"|entlehnt(?:e|en)?|entliehen|übernimmt|übernahm|übernommen|emprunt(?:e|ait|ant|é|ée))\s"
    rf"(?P<before>(?:[^\W\d_]+\s){{0,6}}?)(?:from|by|von|bei|à|de)\s(?:(?:the|der|dem|la|le)\s|l['’])?(?:[^\W\d_A-ZÀ-Ý]+\s){{0,3}}?"
    rf"{_PERSON}(?P<after>(?:\s(?:the|den|das|die|le|la)\s(?:{_NOUN}))?)(?![^\W_])"
)
_NOUN_HERE = re.compile(rf"\b(?:{_NOUN})\b")
#: "Name's quip about …", "Name's remark that …", "Names Wort vom …".
_SAYING = re.compile(
    rf"{_PERSON}['’]s?\s(?:[a-z]+\s){{0,2}}?(?:quip|dictum|maxim|aphorism)\s(?:about|that|on|of)\s[^.;:!?,\n]{{5,90}}"
    r"|(?P<german>[A-ZÄÖÜ][^\W\d_]+\s)?(?P<genitive>[A-ZÄÖÜ][^\W\d_]+)s\s(?:[a-zäöüß]+\s)?(?:Wort|Diktum)\s(?:vom|von\sder|von\sden|über)\s"
    r"(?:[a-zäöüß]+\s){0,2}[A-ZÄÖÜ][\w-]+"
)
#: By language: a word of each match of :data:`_FROM`, one of each of :data:`_SAYING`.
_WORDS = {
    "en": Signs(("borrow", "took "), ("quip ", "dictum ", "maxim ", "aphorism ")),
    "de": Signs(("entlehn", "entlieh", "übern"), ("wort vo", "diktum ")),
    "fr": Signs(("emprunt",), ()),
}


def called_by(text: str, start: int, end: int) -> int | None:
    """Where somebody is named in a span that calls something by what stands after it."""
    if _PATTERNS[0][1].isdisjoint(text[start:end].replace("’", " ").replace("'", " ").split()):
        return None
    found = _CALLED_IT.search(text, start, end)
    if found is None:
        return None
    return next(found.start(name) for name, words in found.groupdict().items() if words)


def credited_calls(reading: Reading, quote: Span) -> Iterator[Suggestion]:
    """Who calls something by a quoted term, or is brought in with it."""
    text, lowered = reading.text, reading.lowered
    if quote not in reading.short:
        return
    words = reading.inner(quote).split()
    if lowered[quote[1] : quote[1] + 6].lstrip(", ").startswith(_RELATIVES):
        given = _WHO_GAVE.match(text, quote[1], quote[1] + 160)
        if given is not None and " " in given["name"]:
            yield from credit_of(
                reading, given.start("name"), given["name"], given.end(), reading.inner(quote),
                quote[0],
            )  # fmt: skip
            return
    if len(words) in (2, 3) and (words[-1] in EPONYMS or is_thought(words[-1])):
        low = reading.sentences.around(quote[0])[0]
        own = None
        # "Ann Names „Die Verwandlung“" is a title
        if words[0].islower() and text[quote[0] - 2 : quote[0]] == "s ":
            own = _GENITIVE.search(text, max(low, quote[0] - 50), quote[0])
        if "'" in lowered[max(0, quote[0] - 16) : quote[0]]:
            own = _OWN.search(text, max(low, quote[0] - 60), quote[0])
        if own is not None and " " in own["name"]:
            yield from credit_of(
                reading, own.start("name"), own["name"], quote[1], reading.inner(quote)
            )
            return
    if _CALLING.isdisjoint(reading.words_before(quote)[-6:]):
        return
    if not _JUDGES.isdisjoint(words[:1] + words[-2:]):
        return
    low = max(reading.sentences.around(quote[0])[0], quote[0] - 150)
    before = lowered[low : quote[0]].replace("'", " ").split()
    for pattern, needed in _PATTERNS:
        found = None if needed.isdisjoint(before) else pattern.search(text, low, quote[0])
        if found is None:
            continue
        start = next(found.start(name) for name, words in found.groupdict().items() if words)
        name = next(words for words in found.groupdict().values() if words)
        yield from credit_of(reading, start, name, quote[1], reading.inner(quote))
        return


def retold(reading: Reading) -> Iterator[Suggestion]:
    """From whom an idea or word was taken, and then whose saying the text tells."""
    taken, told = _WORDS[reading.language].places(reading.lowered)
    for found in _near(reading.text, _FROM, taken):
        words = found["before"] + found["after"]
        if _NOUN_HERE.search(words.lower()) is None:
            continue
        yield from credit_of(
            reading, found.start("name"), found["name"], found.end(), "", found.start()
        )
    for found in _near(reading.text, _SAYING, told):
        start = found.start("name") if found["name"] else found.start()
        name = found["name"] or (found["german"] or "") + found["genitive"]
        yield from credit_of(reading, start, name, found.end(), "", known=found["name"] is None)


def _near(text: str, pattern: re.Pattern[str], places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern around the places of words one of which is in each."""
    last = 0
    for at in places:
        found = pattern.search(text, max(last, at - _BEFORE), at + _BEHIND)
        if found is not None:
            yield found
            last = found.end()


def credit_of(
    reading: Reading, at: int, name: str, end: int, quoted: str,
    start: int | None = None, known: bool = False,
) -> Iterator[Suggestion]:  # fmt: skip
    """The credit of somebody named at ``at``, from ``start`` or the name to ``end``, unless he
    is no scholar, or one of the catalogue."""
    for ending in ("’s", "'s", "’", "'"):
        name = name.removesuffix(ending)
    while " " in name and name.split(" ", 1)[0].lower() in _NO_NAMES:
        first, name = name.split(" ", 1)
        at += len(first) + 1
    person = Credited(at, at + len(name), name)
    if not (known or is_person(reading, person)):
        return
    if any(author.start < person.end for author in reading.people_between(at - 30, person.end)
           if author.end > at):  # fmt: skip
        return
    full = in_full(reading, person) or name
    yield Suggestion(
        at if start is None else start,
        end,
        "credit",
        Body("person", full),
        quoted=quoted,
        method="credit",
        score=0.6 if " " in full else 0.4,
        reasons=(f"credited to {full}, no work in the catalogue",),
    )


#: So far around a word that tells of a saying its author is looked for (code points).
_BEFORE, _BEHIND = 60, 180
#: First words of a sentence that are no part of the name after them.
_NO_NAMES = FUNCTION_WORDS | frozenset(("old", "poor", "dear"))
