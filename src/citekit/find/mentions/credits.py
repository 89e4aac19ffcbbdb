"""Persons credited with a quoted term or idea, with no work in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.find.citations.names import NAME
from citekit.find.citingwords import (
    FUNCTION_WORDS,
    NAMING_VERBS,
    NOT_AUTHORS,
    OFFICES,
    PLACES,
    ROLES,
    SCHOLARS,
    THEORY_NOUNS,
)
from citekit.find.mentions.namesakes import SCHOLARLY
from citekit.find.mentions.reading import Reading, Span
from citekit.find.suggestion import Suggestion
from citekit.model import Body

_THEORY = "|".join(sorted(THEORY_NOUNS))
PEOPLE = rf"(?P<people>{NAME}(?:(?:,\s|,?\s(?:and|und|et|&)\s){NAME}){{0,3}})"
ROLE = r"(?:(?:the|der|die|le|la|l['’])\s?)?(?:[^\W\d_]+\s){0,4}?"
#: Nouns for what somebody gives a thing.
_NAMES = (
    "name|term|phrase|word|label|expression|metaphor|formula|Namen|Begriff|Ausdruck|Wort|Schlagwort|Formel"
    "|nom|mot|terme|expression|formule|notion|concept|notions|Bild"
)
#: Before the term.
_BEFORE = (
    re.compile(
        rf"\b[Ww]hat\s{ROLE}{PEOPLE}(?:,[^,“”\"]{{1,60}},)?\s(?:(?:would|used\sto|has|have|had|might|could|once|famously|later"
        rf"|also|memorably|aptly|first)\s){{0,3}}"
        r"(?:calls?|called|term(?:s|ed)?|dub(?:s|bed)?|label(?:s|led|ed)?|name[sd]?|describe[sd]?\sas"
        r"|refer(?:s|red)?\sto\sas|christened|characteri[sz]e[sd]?\sas)\s(?:(?:the|a|an|this|our)\s)?$"
    ),
    re.compile(
        rf"{PEOPLE}(?:[’']s?)?\s(?:[^\W\d_]+\s){{0,3}}?(?:{_THEORY})s?\s"
        r"(?:of|for|about|that|der|des|von|vom|de|du|d['’])\s?(?:(?:the|a|an|la|le|l['’]|les|une|un)\s?)?$"
    ),
    re.compile(
        rf"{PEOPLE}(?:,[^,“”\"]{{1,60}},)?,?\s(?:(?:has|have|had|first|famously|once|later|also|who|qui|hat|den|das|die|a|avait)\s){{0,3}}"
        r"(?:coin(?:s|ed)|prägte?|geprägt|forg(?:e|ea|é)|introduce[sd]?|introduisit|popularised|popularized)\s"
        r"(?:[^\W\d_]+['’\s]){0,6}$"
    ),
    re.compile(
        rf"\b(?:[Ww]as|[Ww]ie|dem,\swas)\s{ROLE}{PEOPLE}(?:,[^,„“]{{1,60}},)?\s(?:[^\W\d_]+\s){{0,3}}$"
    ),
    re.compile(
        rf"\b[Cc]e\sque?\s{ROLE}{PEOPLE}(?:,[^,«»]{{1,60}},)?\s(?:(?:a|avait|l['’]on)\s)?"
        r"(?:appel(?:le|ait|lent|aient)|appelé|nomm(?:e|ait|ent)|nommé|qualifi(?:e|ait)\sde|désign(?:e|ait)\scomme"
        r"|baptis(?:e|ait|é)|théorise\scomme)?\s?(?:(?:le|la|les|l['’]|un|une)\s?)?$"
    ),
    re.compile(
        rf"\b[Cc]e\squ['’](?:appelle|appelait|a\sappelé|nomme|nommait)\s{PEOPLE}\s(?:(?:le|la|les|l['’]|un|une)\s?)?$"
    ),
    re.compile(
        rf"\b[Vv]on\s{ROLE}{PEOPLE}\s(?:so\s)?(?:genannte[nrs]?|geprägte[nrs]?|beschriebene[nrs]?|eingeführte[nrs]?)\s"
        r"(?:[^\W\d_]+\s){0,3}$"
    ),
    re.compile(
        rf"{PEOPLE}\s(?:[^\W\d_A-ZÀ-Ý][^\W\d_]*['’\s]|l['’]|[A-ZÄÖÜ][^\W\d_]+\s){{1,8}}?(?:the|an?|die|den|das|der|einen?|le|la|un|une|l['’])\s?"
        rf"(?:{_NAMES})(?:\s(?:of|for|that|vom|von|der|des|de|du)\b|\s(?:pour|for|für)\s[^.,;:!?]{{3,40}})?,?\s?"
        r"(?:(?:the|a|der|dem|le|la|les|l['’])\s?)?$"
    ),
    re.compile(
        rf"{PEOPLE}\s(?:has|had|hat|a|avait)\s(?:then\s|once\s)?(?:baptisée?s?|nommée?s?|appelée?s?|christened|called|dubbed|termed|named|labell?ed)\s"
        r"(?:(?:the|a|le|la|les|l['’])\s?)?$"
    ),
    re.compile(rf"\b[Ii]n\s{PEOPLE}[’']s?\s(?:famous\s|memorable\s|apt\s)?(?:phrase|words|terms|formulation),?\s(?:the\s|a\s)?$"),
    re.compile(
        rf"{PEOPLE}\s(?:(?:also|here|often|once|later)\s)?(?:speaks?|spoke|spricht|sprach|parle|parlait)\s"
        r"(?:(?:hier|da|dabei|gern|oft|einmal|später|ici|souvent)\s)?(?:of|von|vom|de|d['’])\s?"
        r"(?:(?:the|der|dem|la|l['’])\s?)?$"
    ),
)  # fmt: skip
#: One of these words stands before the term if the pattern of the same place matches.
_NEEDED = (
    frozenset(("what",)),
    THEORY_NOUNS,
    frozenset("coined coins coin prägte prägt geprägt forge forgea forgé introduced introduces "
              "introduce introduisit popularised popularized".split()),
    frozenset(("was", "wie")),
    frozenset(("ce",)),
    frozenset(("ce",)),
    frozenset(("von",)),
    frozenset(_NAMES.lower().split("|")),
    frozenset("has had hat a avait".split()),
    frozenset("phrase words terms formulation".split()),
    frozenset("speak speaks spoke spricht sprach parle parlait".split()),
)  # fmt: skip
_GERMAN_WAS = 3
#: "The sociologist Name speaks of “…”": of others it is but speech, and with an article a
#: judgement.
_SPEAKS = 10
_ARTICLE = re.compile(r"(?:an?|eine?[mnrs]?|une?)\s", re.I)
#: "Name has called it": one of these words too.
_BAPTISED = 8
_BAPTISMS = frozenset(
    """baptisé baptisée baptisés baptisées nommé nommée nommés nommées appelé appelée appelés
    appelées christened called dubbed termed named labeled labelled""".split()
)
#: After the term.
_AFTER = (
    re.compile(
        r"[,.]?\s(?:(?:a|the|an|un|une|le|la|ein|der|den|dem|die|das|in|to|as|borrow|use)\s){0,2}(?:(?:term|phrase|concept|notion|idea|word"
        r"|expression|metaphor|terme|formule|begriff|ausdruck)\s)?(?:(?:first|originally|famously|zuerst)\s)?"
        r"(?:coined|introduced|developed|proposed|popularised|popularized|described|forgée?|proposée?"
        rf"|développée?|introduite?|théorisée?|theorised|theorized)\s(?:by|par)\s(?:the\s|le\s|la\s|l['’])?{ROLE}{PEOPLE}"
    ),
    re.compile(
        rf"[,.]?\s(?:as|wie|comme)\s(?:(?:l['’]|es\s|sie\s)?(?:appelle|nomme)\s)?{ROLE}{PEOPLE}\s(?:(?:has|have|once|famously|es|sie|ihn|das|dies|l['’]a)\s?){{0,2}}"
        r"(?:calls?|called|terms?|termed|puts?|dubs?|dubbed|nennt|nannte|appelle|appelée?|nomme|formuliert)\b"
    ),
    re.compile(rf"[,.]?\scomme\s(?:l['’]appell(?:e|ait)|l['’]a\s(?:appelée?|nommée?)|la\s?nomme|le\s?nomme|dit|disait)\s{PEOPLE}"),
    re.compile(rf",?\s(?:chère?\sà|pour\sreprendre\s(?:la\s|le\s|l['’])(?:mot|terme|formule|expression|notion)\sd(?:e\s|['’])|im\sSinne\s(?:von|des)|in\sthe\s(?:sense|words|phrase)\sof|to\suse\sthe\s(?:phrase|term|words)\sof|selon\sle\smot\sde|selon\sl['’]expression\sde|au\ssens\sde)\s?{PEOPLE}"),
)  # fmt: skip
_NENNT = re.compile(
    r"[,.]?\s(?:(?:einst|einmal|später|so|treffend)\s)?(?:nennt|nannte|genannt\shat|genannt\shaben|bezeichnet|bezeichnete"
    r"|nennen|nannten|beschreibt|getauft\shat)\b"
)
_THINKER = re.compile(
    rf"['’]s?\s(?:[^\W\d_]+\s){{0,2}}(?:{_THEORY})\b"
    r"|\s(?:had|has|hat|hatte|avait|a)\s(?:an?|the|einen?|den|die|das|une?|le|la)\s(?:[^\W\d_]+\s)?"
    rf"(?:{_NAMES.lower()})\b"
)
_SPLIT = re.compile(r",?\s(?:and|und|et|&)\s|,\s")
_CUE_AFTER = frozenset(
    """by par as wie comme von of coined term concept nennt nannte genannt bezeichnet bezeichnete
    chère cher sinne sense selon au nennen nannten words phrase reprendre""".split()
)
_CUE_BEFORE = (
    NAMING_VERBS
    | THEORY_NOUNS
    | frozenset(_NAMES.lower().split("|"))
    | frozenset("baptisé baptisée baptisés christened dubbed termed called nommée".split())
    | frozenset(
        "was wie words terms as de by genannte genannten geprägte geprägten prägte appelle "
        "refer refers referred phrase speak speaks spricht".split()
    )
)
_NO_FIRST = FUNCTION_WORDS | ROLES
_ELIDED = re.compile(r"^[ld]['’]")
_NO_GIVEN = FUNCTION_WORDS | ROLES | OFFICES
_NO_PERSON = OFFICES | PLACES | NOT_AUTHORS
#: No part of a name: "Sie", "He"; particles are.
_NO_NAME = FUNCTION_WORDS - frozenset(
    "de des du la le les der den dem von vom zu zur zum will may".split()
)
#: What follows is a thing or a place.
_NO_PERSON_AFTER = frozenset(
    "a an ein eine einer einem einen in at near into aus im en sur dans".split()
)
_GERMAN_ARTICLES = frozenset(("der", "die", "dem", "den", "des"))
_REACH = 150


class Credited(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    name: str


def credit_passages(reading: Reading, quote: Span) -> Iterator[Suggestion]:
    """The persons credited with a quoted term, one suggestion each."""
    if quote[1] - quote[0] > 100 or quote not in reading.short:
        return
    for found in _credited(reading, quote):
        if not is_person(reading, found) or reading.lowered.endswith("from ", 0, found.start):
            continue
        full = in_full(reading, found) or found.name
        yield Suggestion(
            found.start,
            found.end,
            "credit",
            Body("person", full),
            quoted=reading.inner(quote),
            method="credit",
            score=0.7 if " " in full else 0.5,
            reasons=(f"credited with “{reading.inner(quote)}”, no work in the catalogue",),
        )


def _credited(reading: Reading, quote: Span) -> Iterator[Credited]:
    text, lowered = reading.text, reading.lowered
    start, end = quote
    if not _CUE_BEFORE.isdisjoint(reading.words_before(quote)[-9:]):
        words = lowered[max(0, start - 70) : start].replace("'", " ").replace(",", " ").split()
        low = max(reading.sentences.around(start)[0], start - _REACH)
        for number, pattern in enumerate(_BEFORE):
            if _NEEDED[number].isdisjoint(words):
                continue
            if number == _BAPTISED and _BAPTISMS.isdisjoint(words):
                continue
            match = pattern.search(text, low, start)
            if match is None:
                continue
            if number == _GERMAN_WAS and _NENNT.match(text, end) is None:
                continue
            if number == _SPEAKS and not _is_scholars(reading, match, quote):
                continue
            yield from people_in(match)
            return
    after = lowered[end : end + 60].replace("'", " ").replace(",", " ").replace(".", " ")
    if not _CUE_AFTER.isdisjoint(after.split(None, 6)[:6]):
        for pattern in _AFTER:
            match = pattern.match(text, end)
            if match is not None:
                yield from people_in(match)
                return


def _is_scholars(reading: Reading, match: re.Match[str], quote: Span) -> bool:
    """Whether whoever speaks of something quoted is called a scholar, and gives it a name."""
    before = match.string[max(0, match.start("people") - 30) : match.start("people")].split()
    words = [*before[-1:], *match["people"].split()[:-2]]
    return _ARTICLE.match(reading.inner(quote)) is None and any(
        word.lower() in SCHOLARS or SCHOLARLY.search(word.lower()) for word in words
    )


def people_in(match: re.Match[str]) -> Iterator[Credited]:
    """The names that the group ``people`` of a match holds."""
    place = match.start("people")
    for part in _SPLIT.split(match["people"]):
        start = match.string.find(part, place)
        place = start + len(part)
        name = part
        before = match.string[max(0, start - 5) : start].split()
        while " " in name:
            first, rest = name.split(" ", 1)
            # "der Volkskundler Vorname Name": a noun after the article
            noun = bool(before) and before[-1] in _GERMAN_ARTICLES and rest.count(" ") == 1
            if _ELIDED.sub("", first.lower()) not in _NO_FIRST and not noun:
                break
            before = []
            start += len(first) + 1
            name = rest
        for ending in ("’s", "'s", "’", "'"):
            name = name.removesuffix(ending)
        yield Credited(start, start + len(name), name)


def is_person(reading: Reading, found: Credited) -> bool:
    """Whether a name may be a scholar's: in full, or a surname that the text introduced."""
    words = found.name.replace("-", " ").split()
    lowered = {word.lower().rstrip(".") for word in words}
    if not lowered.isdisjoint(_NO_PERSON) or not lowered.isdisjoint(_NO_NAME):
        return False
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        return False
    before = reading.lowered[max(0, found.start - 24) : found.start].split()
    if before and (before[-1].strip(".,") in OFFICES or before[-1] in _NO_PERSON_AFTER):
        return False
    if reading.language == "fr" and words[0].lower() in ("m.", "mme", "mlle"):
        return False
    if reading.language == "de" and words[-1].lower() in THEORY_NOUNS:
        return False
    if len(words) > 1:
        return True
    if before and before[-1].strip(".,") in SCHOLARS:
        return True
    return bool(in_full(reading, found)) or _is_thinker(reading, found)


def in_full(reading: Reading, found: Credited) -> str:
    """The full name that the text gave a surname before, or an empty string."""
    if " " in found.name:
        return ""
    text = reading.text[max(0, found.start - 6000) : found.start]
    if found.name not in text:
        return ""
    names = re.findall(
        rf"(?<![^\W_])([^\W\d_a-zß-ÿœ][^\W\d_]+(?:-[^\W\d_]+)?\s(?:[^\W\d_a-zß-ÿœ]\.\s)?{re.escape(found.name)})\b",
        text,
    )
    for name in reversed(names):
        first = name.split()[0].lower()
        if first not in _NO_GIVEN:
            return str(name)
    return ""


def _is_thinker(reading: Reading, found: Credited) -> bool:
    """Whether a lone surname stands where only a thinker's does: "Name's theory", "Name
    had a name for it"."""
    return _THINKER.match(reading.lowered, found.end) is not None
