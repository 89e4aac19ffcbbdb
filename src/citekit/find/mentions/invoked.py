"""An author whom a sentence brings in with a work or a thought of his and no claim: "Ann Lee has
a book on it", "Ann Lee, whose notion of …", "seit Ann Lee".

A name alone is no mention.  What stands before and after a full name is listed by language, in
the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.citingwords import (
    CLAIM_NOUNS,
    LIVES,
    TERM_NOUNS,
    THEORY_NOUNS,
    WORK_NOUNS,
    WRITINGS,
)
from citekit.find.mentions.anaphora import is_writer
from citekit.find.mentions.candidatenames import ROLE_BEFORE
from citekit.find.mentions.nouns import ABOUT
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.told import Told


class Frame(NamedTuple):
    """What stands before a name, ending there, and after it, beginning there (None for
    anything).

    What of either belongs to the mention is in a group ``with``, what the author is called in
    a group ``role``.
    """

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


#: Works, and what is said to hearers as well: "Antrittsvorlesung", "séminaire".
_WORKS = WORK_NOUNS | frozenset(
    """lecture lectures survey vorlesung vorlesungen vortrag rede séminaire leçon leçons
    conférence conférences""".split()
)
#: Too much of everyday talk to be an author's thought.
_EVERYDAY = frozenset(
    """word words answer reply view law discussion reading vision story account point warning
    antwort pointe wort satz gesetz rede réponse avis opinion remarque mot cadre""".split()
)
_THOUGHT = THEORY_NOUNS | CLAIM_NOUNS | TERM_NOUNS
_THOUGHT = (_THOUGHT | {"vocabulary", "vokabular", "vocabulaire"}) - _EVERYDAY


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


_WORK, _WRITTEN, _IDEA = _any(_WORKS), _any(_WORKS | WRITINGS), _any(_THOUGHT)
#: What is by whom it is "of".
_OWN = _any((_WORKS | WRITINGS) - LIVES)
#: German compounds end with the noun.
_DE_WORK = rf"[^\W\d_]*(?:{_WORK})(?:e?s|e?n)?"
_DE_IDEA = rf"[^\W\d_]*(?:{_IDEA}|begrifflichkeit)(?:e?s|e?n)?"
#: Words before a noun, or between a verb and its object.
_FEW = r"(?:[^\W\d_][\w-]*\s){0,2}?"
_SOME = r"(?:[^.,;:!?]{2,60}?\s)??"
#: ", a professor at Lund,": in apposition behind the name, or a relative clause.
_ASIDE = r"(?:,[^.;:!?\"]{2,100}?,|\s\([^()]{2,60}\))?"
#: No part of what somebody is called: "reading the box with Lee".
_WORD = (
    r"(?!(?:with|that|who|whose|is|was|are|were|has|had|in|on|to|from|by|as|than|for|and|or|about"
    r"|mit|ist|war|hat|hatte|auf|für|bei|zu|aus|nach|über|dass|und|oder|wie|à|avec|par|pour|sur"
    r"|dans|devant|que|qui|est|était|a|chez|et|ou)\s)[^\W\d_][\w.'-]*"
)
#: "the late", "a Dutch sociologist,": what may stand between a frame and the name.
_ROLES = {
    "en": rf"(?P<role>(?:(?:the|an?)\s(?:{_WORD},?\s){{1,5}}?|(?:late|young|professor)\s)?)$",
    "de": rf"(?P<role>(?:(?:de[nmrs]|die|das|eine[nmrs]?|ein)\s(?:{_WORD},?\s){{1,5}}?)?)$",
    "fr": rf"(?P<role>(?:(?:l[ea]\s|l'|une?\s|[ad]u\s|de\sla\s)(?:{_WORD},?\s){{1,5}}?)?)$",
}


def _before(code: str, pattern: str) -> Frame:
    return _between(code, pattern, "")


def _after(pattern: str) -> Frame:
    return Frame(None, re.compile(pattern))


def _between(code: str, before: str, after: str) -> Frame:
    return Frame(
        re.compile(f"(?:{before}){_ROLES[code]}"),
        re.compile(after) if after else None,
    )


#: Behind a noun that is no part of another: not "in the book trade".
_EN_END = (
    r"(?=[.,;:!?)]|$|\s(?:of|on|about|that|which|in|from|for|by|published|called|entitled|titled|and"
    r"|but|with|to|as|whose|where|at|i|we|printed|still|now|first|two|three|half|some|long)\b)"
)
_EN_GAVE = (
    r"(?:gave|gives|has|had|supplie[sd]|provide[sd]|coined|offer(?:s|ed)|propose[sd]|introduced"
    r"|developed|invented|formulated|populari[sz]ed|furnished|devised|sketched|set\sout|worked\sout)"
)
_EN_WROTE = (
    r"(?:(?:has\s|had\s)?(?:written|published|devoted|wrote)|(?:had|has|gave|gives)(?=\san?\s))"
)
_EN_GIVEN = (
    r"\s(?P<with>wrote|gave|coined|proposed|developed|introduced|published|drew|built|devised"
    r"|formulated|delivered|described|(?:has|had)\s[^\W\d_]+ed)\b"
)
_EN = (
    _before(
        "en",
        r"(?P<with>(?:\b(?:the|an?|his|her|their|my|two|three|some)\s(?:[a-z]+\s){0,2}?)?\b(?:copy"
        rf"|copies|pages?|passages?|sentences|lines|paperback|{_OWN})\s(?:[a-z]+\s)?(?:of|by)\s)"
    ),
    _between(
        "en", r"\bsince\s",
        r",?\s(?:an?|the|we|we've|it|it's|they|there|this|no|nobody|everyone|one|every)\b"
    ),
    _after(
        rf",\s(?P<with>(?:on\s|in\s)?whose\s{_FEW}(?!name|title)(?:{_IDEA}|{_WRITTEN}|\"[^\"]{{2,50}}\"))"
        r"(?!\w)"
    ),
    _before("en", rf"\b(?:{_IDEA})\s(?:[a-z]+ed\sby|by)\s"),
    _before("en", rf"(?P<with>\b(?:{_IDEA}|{_WRITTEN})\s{_SOME}(?:is|was)\sthat\sof\s)"),
    _between(
        "en", rf"(?P<with>\b(?:{_WRITTEN}|{_IDEA})\s{_SOME}(?:(?:,\s)?(?:that|which)\s)?)",
        _EN_GIVEN
    ),
    _after(
        rf"(?P<with>{_ASIDE}(?:,?\swho)?\s(?:[a-z]+ly\s)?(?:{_EN_GAVE}\s{_SOME}(?:an?|the|this|its|it)\s"
        rf"(?:[\w-]+\s){{0,3}}?(?:{_IDEA})|{_EN_WROTE}\s{_SOME}(?:an?|the|this|two|three)\s"
        rf"(?:[\w-]+\s){{0,3}}?(?:{_WORK}|pages))){_EN_END}"
    ),
    _after(rf"(?P<with>{_ASIDE}\s(?:wrote|(?:has|had)\swritten)\s(?:about|on)\s[^\W\d_]+)\b"),
    _after(
        r"(?P<with>\s(?:(?!(?:is|was|were|been|being)\s[a-z]+ed\s)[^\s.;:!?\"]+\s){1,14}?in\s(?:an?|the|his|her|two"
        rf"|three|some)\s{_FEW}(?:{_WORK})){_EN_END}"
    ),
    _before(
        "en",
        r"\b(?:borrowing\sfrom|echoing|apologies\sto|goes\sback\sto"
        r"|(?:raised|schooled|steeped|versed)\s(?:on|in)|(?:critics|disciples)\sof"
        r"|(?:(?:who|you|we)\s(?:has|have|had)|still|made\sto|must|should)\s(?:re-?)?read|out\sof"
        r"|is\s(?:classic|pure|vintage))\s"
    ),
    _before("en", r"(?:^|[,;(–—]\s?)pace\s"),
    _between("en", r"[,;(–—]\s?after\s", r"[,;)–—]"),
)  # fmt: skip

_DE_WROTE = r"(?:schrieb|verfasste|veröffentlichte|publizierte|widmete|hielt)"
_DE_GAVE = r"(?:lieferte|prägte|entwickelte|formulierte|entwarf|fand)"
_DE_WRITTEN = r"(?:geschrieben|gewidmet|vorgelegt|verfasst|veröffentlicht|publiziert|gehalten)"
_DE_GIVEN = (
    r"(?:geliefert|gefunden|geprägt|gegeben|übernommen|entwickelt|versucht|vorgeschlagen"
    r"|formuliert|beigesteuert|eingeführt|entlehnt|gestellt|geschrieben|gewidmet)"
)
_DE_DET = r"(?:die|das|den|dem|der|eine?[nmr]?|zwei|drei|ihre?|seine?)"
_DE = (
    _before(
        "de",
        rf"(?P<with>(?:\b{_DE_DET}\s{_FEW})?\b(?:exemplar|seiten|zeilen|sätze|taschenbuch|{_DE_WORK}"
        rf"|{_any(WRITINGS)})\s(?:von\s)?)"
    ),
    # "seit Lee im Amt ist" is a clause
    _between("de", r"\bseit\s", r"(?![^.,;:!?]*\s(?:ist|war|hat|hatte|wurde|wird),)"),
    _before(
        "de", rf"(?P<with>\b(?:{_DE_WORK}|{_DE_IDEA})(?:\s[^.,;:!?]{{2,30}})?,\s(?:nämlich\s)?"
        r"(?:die|das|den|der)\svon\s)"
    ),
    _between(
        "de",
        rf"(?P<with>\b{_DE_DET}\s{_FEW}(?:{_DE_WORK}|{_DE_IDEA}),\s(?:die|den|das|der|dem)\s)",
        rf"(?P<with>(?:\s[^.,;:!?]{{2,80}}?)?\s(?:{_DE_GIVEN}|{_DE_WRITTEN})(?:\s(?:hat|hatte))?)"
        r"(?=[.,;:!?])"
    ),
    _after(rf",\s(?P<with>(?:dessen|deren)\s{_FEW}(?:{_DE_WORK}|{_DE_IDEA}))\b"),
    _after(
        rf"(?P<with>(?:,[^.;:!?\"]{{2,100}}?,)?(?:\s[^.,;:!?]{{1,80}}?)?\s(?:(?:{_DE_WORK}|seiten)"
        rf"(?:\s[^.,;:!?]{{2,40}}?)?\s{_DE_WRITTEN}|{_DE_IDEA}(?:\s[^.,;:!?]{{2,40}}?)?\s{_DE_GIVEN}"
        rf"|über\s[^.,;:!?]{{2,40}}\sgeschrieben|darüber\s{_FEW}geschrieben))\b"
    ),
    _after(
        rf"(?P<with>{_ASIDE}\s(?:{_DE_WROTE}\s{_SOME}{_DE_DET}\s{_FEW}{_DE_WORK}"
        rf"|{_DE_GAVE}\s{_SOME}{_DE_DET}\s{_FEW}{_DE_IDEA}))\b"
    ),
    _after(
        r"(?P<with>(?:\s(?!(?:wird|wurde|ist|war)\s)[^\s.,;:!?]+){0,12}?\s(?:in|aus)\s(?:eine[mr]|seine[mr]"
        rf"|ihre[mr])\s{_FEW}{_DE_WORK})\b"
    ),
    _before(
        "de",
        r"\b(?:im\s(?:anschluss\san|gefolge|sinne|geiste?)|(?:in\s)?(?:anlehnung|nachfolge|tradition)"
        r"(?:\san)?|(?:berufung|rückgriff)\sauf|frei\snach|(?:kritiker|schüler|jünger)"
        r"(?:n|innen)?)\s(?:von\s)?"
    ),
    _between("de", r"\bgeht\sauf\s", r"[^.,;:!?]{0,60}\szurück\b"),
    _between("de", r"\bmit\s", r"\s(?:gesprochen|gesagt|gedacht|zu\s(?:sprechen|sagen|reden))\b"),
    _between("de", "", r"\s(?:in\sreinform|(?:[^\W\d_]+\s)?gelesen\s(?:hat|haben|hatte))\b"),
)  # fmt: skip

_FR_OF = r"(?:de\s|d'|(?=du\s))"
_FR_DET = r"(?:(?:une?|le|la|les|des|cet?|cette|son|sa|ses)\s|l')"
_FR_WRITTEN = r"(?:consacrée?|publiée?|écrite?|signée?|tirée?|livrée?)"
_FR_GIVEN = (
    rf"(?:{_FR_WRITTEN}|donnée?|proposée?|fournie?|forgée?|popularisée?|introduite?|formulée?"
    r"|développée?|posée?|esquissée?|reprise?|empruntée?)"
)
_FR_GAVE = r"(?:donna|propos(?:e|ait|a)|fournit|forgea?|publi(?:e|ait|a)|écrivit|tira)"
_FR = (
    _before(
        "fr",
        rf"(?P<with>(?:\b(?:{_FR_DET}|au\s)(?:[^\W\d_]+\s)?)?\b(?:exemplaires?|pages?|lignes|phrases?"
        rf"|{_OWN})\s(?:[^\W\d_]+\s)?{_FR_OF})"
    ),
    _before("fr", r"\bdepuis\s"),
    _before(
        "fr",
        rf"(?P<with>\b(?:{_IDEA}|cadre|mise\sen\sgarde)\s{_SOME}"
        rf"(?:[^\W\d_]+ée?s?\spar\s|{_FR_OF}))"
    ),
    _before(
        "fr",
        rf"(?P<with>\b(?:{_IDEA}|{_WRITTEN})(?:\s[^.,;:!?]{{2,30}})?,\scel(?:le|ui)\s{_FR_OF})"
    ),
    _between(
        "fr",
        rf"(?P<with>\b{_FR_DET}{_FEW}(?:{_WRITTEN}|{_IDEA})(?:\s[^.,;:!?]{{2,40}}?)?"
        r"\s(?:que\s|qu'))",
        rf"(?P<with>\s(?:(?:en|y|lui)\s)?(?:(?:a|avait)\s{_FEW}{_FR_GIVEN}|{_FR_GAVE})\b[^.,;:!?]{{0,80}})"
    ),
    _after(rf",\s(?P<with>dont\s{_FR_DET}{_FEW}(?:{_WRITTEN}|{_IDEA}))\b"),
    _after(
        rf"(?P<with>{_ASIDE}(?:,?\s|,\squi\s)(?:(?:lui|en|y|leur)\s)?(?:(?:(?:a|avait)\s{_FEW}{_FR_GIVEN}"
        rf"|{_FR_GAVE})\s{_SOME}{_FR_DET}{_FEW}(?:{_IDEA})|(?:(?:a|avait)\s{_FEW}{_FR_WRITTEN}|{_FR_GAVE})"
        rf"\s{_SOME}{_FR_DET}{_FEW}(?:{_WORK})|(?:a|avait)\s{_FEW}écrit\s(?:là-dessus|sur)))\b"
    ),
    _after(
        r"(?P<with>\s(?:(?!(?:est|était|fut|été)\s)[^\s.;:!?\"]+\s){0,10}?dans\s(?:une?|son|sa|ses|cet|cette)\s"
        rf"{_FEW}(?:{_WRITTEN}))\b"
    ),
    _after(
        rf",\s(?P<with>à\squi\s(?:l'on|on|nous)\sdoi(?:t|vent|vons)\s{_FR_DET}{_FEW}(?:{_WORK}|{_IDEA}))\b"
    ),
    _before(
        "fr",
        r"\b(?:(?:dans\s(?:le\ssillage|la\slignée|la\stradition)|à\sla\ssuite|sur\sles\straces|au\ssens"
        r"|(?:disciples|critiques|héritiers)|s'inspir[^\W\d_]+|inspirée?s?)"
        rf"\s{_FR_OF}|(?:en\sdéplaise|remonte|empruntée?s?)\sà\s)"
    ),
    Frame(re.compile(r"\b(?:re)?(?:lire|lu|lisant|lit|lisons)\s(?P<role>)$"), None),
)  # fmt: skip

#: The frames by language.
FRAMES = {"en": _EN, "de": _DE, "fr": _FR}


_AND = ("and", "&", "und", "et")
#: A frame reaches no farther before and after the name (code points).
_BEFORE, _AFTER = 160, 240


def invoked(told: Told, person: Person) -> Span | None:
    """The span of a full name in the first frame in which it stands, if its bearer has not been
    named in full before."""
    if not told.is_first(person):
        return None
    return _framed(told.reading, person, told.reading.sentences.around(person.start))


def _framed(reading: Reading, person: Person, sentence: Span) -> Span | None:
    """The span of the mention by the first frame in which a name stands."""
    low = max(sentence[0], person.start - _BEFORE)
    before = reading.lowered[low : person.start]
    after = reading.lowered[person.bare : min(sentence[1], person.bare + _AFTER)]
    for frame in FRAMES[reading.language]:
        led = followed = None
        if frame.before is not None:
            led = frame.before.search(before)
            if led is None:
                continue
        if frame.after is not None:
            followed = frame.after.match(after)
            if followed is None:
                continue
        return _span(reading, person, low, led, followed)
    return None


def _span(
    reading: Reading,
    person: Person,
    at: int,
    led: re.Match[str] | None,
    followed: re.Match[str] | None,
) -> Span:
    """The name with what its bearer is called, and with what belongs to the
    mention of a frame around it, which was looked for from ``at`` on; with the topic of a work."""
    start, end = person.start, person.end
    if led is not None:
        start = at + led.start("with" if "with" in led.re.groupindex else "role")
    else:
        role = ROLE_BEFORE.search(reading.lowered, at, start)
        if role is not None and is_writer(role[0].split()[-1]):
            start = role.start()
    for other in reading.people_between(end, end + 6):
        if reading.lowered[end : other.start].strip() in _AND:
            end = other.end
    if followed is not None and "with" in followed.re.groupindex:
        end = max(end, person.bare + followed.end("with"))
    about = ABOUT.match(reading.lowered, end)
    return start, end if about is None else about.end()
