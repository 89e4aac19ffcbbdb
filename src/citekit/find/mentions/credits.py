"""Persons credited with a term, an idea or a word, with no work in the catalogue: "what Name
calls “…”", "Name, with his “…”", "borrowed the word from Name", "Name's quip about …", "The idea
goes back to Name", "Den Ausdruck verdanke ich Name", « On doit cette idée à Name ».

What somebody is credited with is a term in quotation marks, or has a noun of thought or
language: a house that goes back to somebody is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.find.citations.names import NAME
from citekit.find.citingwords import (
    EPONYMS,
    FUNCTION_WORDS,
    NOT_AUTHORS,
    OFFICES,
    PLACES,
    POSSESSIVES,
    ROLES,
    SCHOLARS,
    TERM_NOUNS,
    THEORY_NOUNS,
)
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.namesakes import SCHOLARLY
from citekit.find.mentions.reading import Reading, Span
from citekit.find.signs import Signs
from citekit.find.suggestion import Suggestion
from citekit.model import Body

#: What somebody gives a thing; and what else he has or says.
_NAMES = (TERM_NOUNS | {"notion", "concept"}) - frozenset(
    "title subtitle titel untertitel titre sous-titre motto slogan".split()
)
_NOUNS = _NAMES | THEORY_NOUNS | frozenset(
    "example image thought gedanken einsicht formulierung intuition quip aphorism".split()
)  # fmt: skip
_NAME = rf"(?i:{'|'.join(sorted(_NAMES))})"
_NOUN = rf"(?i:{'|'.join(sorted(_NOUNS))})"
_NOUN_HERE = re.compile(rf"\b{_NOUN}s?\b")
_PEOPLE = rf"(?P<people>{NAME}(?:(?:,\s|,?\s(?:and|und|et|&)\s){NAME}){{0,3}})"
_ROLE = r"(?:(?:the|der|die|dem|den|le|la|l['’])\s?)?(?:[^\W\d_]+\s){0,4}?"
_ARTICLE = r"(?:(?:the|an?|this|our|der|die|das|dem|den|einen?|le|la|les|une?|l['’])\s?)?"
_APPOSED = r"(?:,\s[^,“”„«»\"\n]{1,60},)?"
_LATELY = (
    r"(?:(?:would|used\sto|likes\sto|liked\sto|has|have|had|might|could|once|famously|later|also"
    r"|memorably|aptly|first|too|who|which|qui|der|die|hat|a|avait)\s){0,3}"
)
_CALLS = (
    r"(?:calls?|called|term(?:s|ed)?|dub(?:s|bed)?|label(?:s|led|ed)?|name[sd]?|describe[sd]?\sas"
    r"|refer(?:s|red)?\sto\sas|christened|characteri[sz]e[sd]?\sas)"
)
_APPELLE = (
    r"(?:appel(?:le|ait|lent|aient)|appelé|nomm(?:e|ait|ent)|nommé|qualifi(?:e|ait)\sde"
    r"|désign(?:e|ait)\scomme|baptis(?:e|ait|é)|théorise\scomme)"
)
#: "Name called it “…”", "Name, who taught us, calls this “…”".
_CALLED_IT = re.compile(
    rf"{_PEOPLE}{_APPOSED},?\s(?:{_LATELY}(?:called|dubbed|termed|christened)\s(?:it|this|them"
    rf"|these)\s{_ARTICLE}|(?:nannte|taufte)\s(?:das|dies|es|so\setwas)\s(?:[^\W\d_]+\s){{0,3}}"
    r"|(?:(?:appelait|nommait|baptisa)\scela|l['’](?:appelait|a\sappelée?))\s(?:[^\W\d_]+['’\s]){0,3})$"
)


class _Rule(NamedTuple):
    """What stands before or after a term, or tells of something said: one of the words that
    it needs, and whether what is credited belongs to the credit."""

    pattern: re.Pattern[str]
    needed: frozenset[str]
    whole: bool = False


def _rule(needed: str, pattern: str, whole: bool = False) -> _Rule:
    return _Rule(re.compile(pattern), frozenset(needed.split()), whole)


_CALLED = _Rule(
    _CALLED_IT,
    frozenset("""called dubbed termed christened nannte taufte appelait nommait baptisa appelé
              appelée""".split()),
    True,
)  # fmt: skip
_WAS = _rule(
    "was wie",
    rf"\b(?:[Ww]as|[Ww]ie|dem,\swas)\s{_ROLE}{_PEOPLE}(?:,[^,„“]{{1,60}},)?\s(?:[^\W\d_]+\s){{0,3}}$",
)
#: "The sociologist Name speaks of “…”": of others it is but speech, and with an article a
#: judgement.
_SPEAKS = _rule(
    "speak speaks spoke spricht sprach parle parlait",
    rf"{_PEOPLE}\s{_LATELY}(?:speaks?|spoke|spricht|sprach|parle|parlait)\s"
    r"(?:(?:hier|da|dabei|gern|oft|einmal|später|ici|souvent)\s)?(?:of|von|vom|de|d['’])\s?"
    rf"{_ARTICLE}$",
)
#: Before a term.
_BEFORE = (
    _rule("what", rf"\b[Ww]hat\s{_ROLE}{_PEOPLE}{_APPOSED}\s{_LATELY}{_CALLS}\s{_ARTICLE}$"),
    _Rule(
        re.compile(
            rf"{_PEOPLE}(?:[’']s?)?\s(?:[^\W\d_]+\s){{0,3}}?(?:{'|'.join(sorted(_NOUNS))})s?\s"
            rf"(?:of|for|about|that|der|des|von|vom|de|du|d['’])\s?{_ARTICLE}$"
        ),
        _NOUNS,
    ),
    _WAS,
    _rule(
        "ce",
        rf"\b[Cc]e\s(?:que?\s{_ROLE}{_PEOPLE}{_APPOSED}\s(?:(?:a|avait|l['’]on)\s)?{_APPELLE}?"
        rf"|qu['’](?:a\s)?{_APPELLE}\s{_PEOPLE.replace('people', 'others')})\s?{_ARTICLE}$",
    ),
    _rule(
        "von",
        rf"\b[Vv]on\s{_ROLE}{_PEOPLE}\s(?:so\s)?(?:genannte|geprägte|beschriebene|eingeführte)[nrs]?\s"
        r"(?:[^\W\d_]+\s){0,3}$",
    ),
    _Rule(
        re.compile(
            rf"{_PEOPLE}\s(?:[^\W\d_A-ZÀ-Ý][^\W\d_]*['’\s]|l['’]|[A-ZÄÖÜ][^\W\d_]+\s){{1,8}}?"
            rf"(?:the|an?|die|den|das|der|einen?|le|la|un|une|l['’])\s?{_NAME}"
            r"(?:\s(?:of|for|that|vom|von|der|des|de|du)\b|\s(?:pour|for|für)\s[^.,;:!?]{3,40})?,?\s?"
            rf"{_ARTICLE}$"
        ),
        _NAMES,
    ),
    _rule(
        """baptisé baptisée nommé nommée appelé appelée christened called dubbed termed named
        labeled labelled""",
        rf"{_PEOPLE}\s(?:has|had|hat|a|avait)\s(?:then\s|once\s)?(?:{_CALLS}|{_APPELLE}e?s?)\s"
        rf"{_ARTICLE}$",
    ),
    _SPEAKS,
    _CALLED,
    _rule(
        "with mit avec",
        rf"{_PEOPLE},?\s(?:with|mit|avec)\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,3}}$", True,
    ),
    _rule(
        "currency up invented",
        rf"{_PEOPLE}{_APPOSED},?\s{_LATELY}(?:gave\scurrency\sto|thought\sup|invented)\s"
        r"(?:[^\W\d_]+\s){1,5}$", True,
    ),
    _rule(
        """coined coins introduced introduces popularised popularized prägte prägt geprägt forge
        forgea forgé""",
        rf"{_PEOPLE}{_APPOSED},?\s{_LATELY}(?:coin(?:ed|s)|introduce[sd]|populari[sz]ed|prägte?"
        r"|geprägt|forg(?:e|ea|é))\s(?:[^\W\d_]+['’\s]){0,6}$",
    ),
)  # fmt: skip
#: "Ann Names „…“", "Name’s “…”".
_OWN = re.compile(
    rf"{_PEOPLE}['’]s?\s(?:(?:old|famous|celebrated|own)\s)?$"
    r"|(?P<genitive>[A-ZÄÖÜ][\w-]+\s(?:[A-ZÄÖÜ]\.\s)?[A-ZÄÖÜ][\w-]+)s\s$"
)
#: After a term.
_AFTER = (
    _rule(
        "by par",
        r"[,.]?\s(?:(?:a|the|an|un|une|le|la|in|to|as)\s){0,2}"
        rf"(?:{_NOUN}\s)?(?:(?:first|originally|famously)\s)?"
        r"(?:coined|introduced|developed|proposed|populari[sz]ed|described|theori[sz]ed|forgée?"
        rf"|proposée?|développée?|introduite?|théorisée?)\s(?:by|par)\s{_ROLE}{_PEOPLE}",
    ),
    _rule(
        "as wie comme",
        rf"[,.]?\s(?:as|wie|comme)\s(?:(?:l['’]|es\s|sie\s)?(?:appelle|nomme)\s)?{_ROLE}{_PEOPLE}\s"
        r"(?:(?:has|have|once|famously|es|sie|ihn|das|dies|l['’]a)\s?){0,2}"
        rf"(?:{_CALLS}|puts?|nennt|nannte|formuliert|{_APPELLE})\b",
    ),
    _rule(
        "reprendre sinne sense selon sens words phrase chère",
        r",?\s(?:chère?\sà|pour\sreprendre\s(?:la\s|le\s|l['’])(?:mot|terme|formule|expression|notion)"
        r"\sd(?:e\s|['’])|im\sSinne\s(?:von|des)|in\sthe\s(?:sense|words|phrase)\sof"
        r"|to\suse\sthe\s(?:phrase|term|words)\sof|selon\s(?:le\smot|l['’]expression)\sde|au\ssens\sde)"
        rf"\s?{_PEOPLE}",
    ),
    _rule(
        "that which que das den die",
        r",?\s(?:das|den|die|that|which|que)\s(?:(?:the|der|die|das|le|la)\s|l['’])?"
        rf"(?:[^\W\d_]+\s){{0,2}}?{_PEOPLE}\s(?:[^.;:!?]{{0,50}}?\s)?"
        r"(?:coined|invented|popularised|popularized|forgée?s?|inventée?s?|popularisée?s?|geprägt"
        r"|erfunden|entworfen|prägte|erfand|entwarf|popularisiert|ersonnen"
        r"|unter die Leute gebracht)(?:\s(?:hat|hatte))?\b",
        True,
    ),
)
_NENNT = re.compile(
    r"[,.]?\s(?:(?:einst|einmal|später|so|treffend)\s)?(?:nennt|nannte|genannt\shat|genannt\shaben"
    r"|bezeichnete?|nennen|nannten|beschreibt|getauft\shat)\b"
)
#: Who calls a thing so judges it and names nothing: "a disgrace", "the worst of my career".
_JUDGES = frozenset("a an eine ein einen une un my our mein meine unser mon ma notre".split())
_JUDGED = re.compile(r"(?:an?|eine?[mnrs]?|une?)\s", re.I)

_QUOTED_WORDS = '\\s[“"„«][^“”"„«»\\n]{1,60}[”"“»]'
_QUOTED = f"(?:{_QUOTED_WORDS})?"
_OF = rf"(?:{_QUOTED_WORDS})?(?:\s(?:of|for|that)\s[^.;:!?\n]{{2,60}}?)?"
_DE_OF = rf"{_QUOTED}(?:\s(?:de\s|du\s|des\s|d['’])[^.;:!?\n]{{2,60}}?)?"
_DE_NOUN = (
    r"\b(?:[Dd](?:er|ie|as|en|em)|[Dd]iese[rsnm]?|[Ss]eine[nm]?|[Ii]hre[nm]?)\s"
    rf"(?:[a-zäöüß]+e[rsnm]?\s){{0,2}}?{_NOUN}"
    rf"(?:\s(?:der|des|von|vom|einer|eines)(?:{_QUOTED_WORDS}|\s[^.;:!?\n]{{2,60}}?)|{_QUOTED_WORDS})?"
    r"(?:,\s[^.;:!?,\n]{3,80},)?"
)
_FROM = (
    rf"\s(?:[^\W\d_]+\s){{0,6}}?(?:from|by|von|bei|à|de)\s(?:(?:the|der|dem|la|le)\s|l['’])?"
    rf"(?:[^\W\d_A-ZÀ-Ý]+\s){{0,3}}?{_PEOPLE}(?:\s(?:the|den|das|die|le|la)\s{_NOUN})?(?![^\W_])"
)
#: By language, with signs of each: what somebody is credited with, and he.
_TOLD = {
    "en": (
        (("borrow", "took "), rf"\b(?:borrow(?:s|ed|ing)?|took){_FROM}"),
        (
            (" owe ", " owes ", " owed "),
            rf"\bow(?:e|es|ed)\s(?:[a-z-]+\s){{1,4}}?{_NOUN}{_OF}\sto\s{_ROLE}{_PEOPLE}",
        ),
        (
            ("goes back to ", "went back to ", "riginates with ", "riginated with ", "is due to ",
             "comes from ", "came from ", "stems from ", "coined by ", "introduced by ",
             "formulated by ", "popularised by ", "popularized by "),
            rf"\b(?:[Tt]he|[Tt]h(?:is|at)|[Hh]is|[Hh]er|[Mm]y)\s(?:[a-z-]+\s){{0,2}}?{_NOUN}{_OF},?\s"
            r"(?:goes\sback\sto|went\sback\sto|originate[sd]\swith|is\sdue\sto"
            r"|comes\sfrom|came\sfrom|stems\sfrom|(?:was|were|is|(?:had|has)\sbeen)\s(?:first\s)?"
            rf"(?:coined|introduced|formulated|populari[sz]ed)\sby)\s{_ROLE}{_PEOPLE}",
        ),
        (
            (" the first to ",),
            rf"{_PEOPLE}\s(?:was|were)\sthe\sfirst\sto\s(?:connect|distinguish|formulate"
            r"|theori[sz]e|(?:argue|suggest|observe)\sthat|speak\sof|link\s|compare\s"
            r"|use\sthe\s(?:word|term|phrase|expression))[^.;:!?\n]{2,80}",
        ),
        (
            ("rawing on ", "uilding on "),
            rf"\b(?:[Dd]raw|[Bb]uild)ing\son\s{_ROLE}{_PEOPLE}[’']s?\s(?:[a-z-]+\s){{0,2}}?"
            rf"{_NOUN}\s(?:of|about)\s(?:the\s)?[^\W\d_][\w-]*",
        ),
        (
            ("quip ", "dictum ", "maxim ", "aphorism "),
            rf"{_PEOPLE}['’]s?\s(?:[a-z]+\s){{0,2}}?(?:quip|dictum|maxim|aphorism)\s"
            r"(?:about|that|on|of)\s[^.;:!?,\n]{5,90}",
        ),
    ),
    "de": (
        (("entlehn", "entlieh", "übern"),
         rf"\b(?:entlehnt(?:e|en)?|entliehen|übernimmt|übernahm|übernommen){_FROM}"),
        ((" zurück",), rf"{_DE_NOUN}\s(?:geht|ging)\s(?:wohl\s)?auf\s{_ROLE}{_PEOPLE}\szurück\b"),
        (
            ("stammt ", "stammte ", "verdank"),
            rf"{_DE_NOUN}\s(?:stammte?\s(?:[a-zäöüß]+\s)?von"
            rf"|verdank(?:e|t|en|ten?)\s(?:ich|wir|er|sie|man|sich))\s{_ROLE}{_PEOPLE}",
        ),
        (
            ("geprägt", "eingeführt"),
            rf"{_DE_NOUN}\s(?:wurde|ist)\s(?:[a-zäöüß]+\s){{0,2}}?von\s"
            rf"{_ROLE}{_PEOPLE}\s(?:geprägt|eingeführt)\b",
        ),
        (
            ("wort vo", "diktum "),
            r"(?P<people>(?:[A-ZÄÖÜ][^\W\d_]+\s)?[A-ZÄÖÜ][^\W\d_]+)s\s(?:[a-zäöüß]+\s)?"
            r"(?:Wort|Diktum)\s(?:vom|von\sder|von\sden|über)\s(?:[a-zäöüß]+\s){0,2}[A-ZÄÖÜ][\w-]+",
        ),
    ),
    "fr": (
        (("emprunt",), rf"\bemprunt(?:e|ait|ant|é|ée){_FROM}"),
        (
            ("remonte ", "remontait ", "vient d", "revient à ", "est d", "été forgé",
             "été introduit"),
            rf"(?:\b(?:[Ll]a|[Ll]e|[Cc]ette|[Cc]et?)\s|\b[Ll]['’])(?:[a-zà-ÿ]+\s)?{_NOUN}{_DE_OF}"
            r"\s(?:remont(?:e|ait)\sà|(?:nous\s)?vient\sd(?:e|['’])|revient\sà|est\sdue?\sà|est\sd(?:e|['’])"
            rf"|a\sété\s(?:forgée?|introduite?)\spar)\s?{_ROLE}{_PEOPLE}",
        ),
        (
            ("doit ", "dois ", "devons ", "devait "),
            r"\b(?:[Oo]n|[Jj]e|[Nn]ous|[Ii]l|[Ee]lle)\s(?:doi[st]|devons|devait)\s"
            rf"(?:cette\s|cet\s|ce\s|la\s|le\s|l['’])(?:[a-zà-ÿ]+\s)?{_NOUN}{_DE_OF}\sà\s{_ROLE}{_PEOPLE}",
        ),
    ),
}  # fmt: skip
_PATTERNS = {code: [re.compile(pattern) for _, pattern in rows] for code, rows in _TOLD.items()}
_SIGNS = {code: Signs(*(signs for signs, _ in rows)) for code, rows in _TOLD.items()}

_THINKER = re.compile(
    rf"(?:['’]s?|s)\s(?:[^\W\d_]+\s){{0,2}}{_NOUN}\b"
    rf"|\s(?:had|has|hat|hatte|avait|a)\s(?:an?|the|einen?|den|die|das|une?|le|la)\s(?:[^\W\d_]+\s)?{_NAME}\b"
)
_SPLIT = re.compile(r",?\s(?:and|und|et|&)\s|,\s")
_POSSESSIVE = re.compile(r"[’']s?$")
#: First words of a name that are no part of it.
_NO_FIRST = FUNCTION_WORDS | ROLES | {"old", "poor", "dear"}
_NO_GIVEN = FUNCTION_WORDS | ROLES | OFFICES
#: In a name: "Sie", "He"; particles may be.
_NO_PERSON = (OFFICES | PLACES | NOT_AUTHORS | FUNCTION_WORDS) - frozenset(
    "de des du la le les der den dem von vom zu zur zum will may".split()
)
#: What follows is a thing, a place, or one of us.
_NO_PERSON_AFTER = {
    "en": frozenset("a an in at near into our my".split()),
    "de": frozenset("ein eine einer einem einen in aus im unser unsere unserer unserem".split()),
    "fr": frozenset("un une en sur dans notre mon ma".split()),
}
_GERMAN_ARTICLES = frozenset(("der", "die", "dem", "den", "des"))
#: So far before a term, or a sign, what is credited is looked for (code points).
_REACH = 160
#: So far before a name its bearer may have been named in full.
_NAMED_BEFORE = 6000


class Credited(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    name: str


def called_by(text: str, start: int, end: int) -> int | None:
    """Where somebody is named in a span that calls something by what stands after it."""
    if _CALLED.needed.isdisjoint(text[start:end].replace("’", " ").replace("'", " ").split()):
        return None
    found = _CALLED_IT.search(text, start, end)
    return None if found is None else found.start("people")


def told_credits(reading: Reading) -> Iterator[Suggestion]:
    """The persons whom a text credits with an idea, word or saying that it does not quote."""
    code = reading.language
    for places, pattern in zip(_SIGNS[code].places(reading.lowered), _PATTERNS[code], strict=True):
        done = 0
        for at in places:
            start, end = reading.sentences.around(at)
            found = pattern.search(reading.text, max(start, done, at - _REACH), end)
            if found is None:
                continue
            done = found.end()
            if _NOUN_HERE.search(found[0]) is not None or " the first to " in found[0]:
                for person in _people_in(found):
                    yield from _credit(reading, person, found.span(), "")


def quoted_credits(reading: Reading, quote: Span) -> Iterator[Suggestion]:
    """The persons credited with a quoted term."""
    if quote not in reading.short:
        return
    quoted = reading.inner(quote)
    for match, whole in (*_before(reading, quote), *_after(reading, quote)):
        found = False
        for person in _people_in(match):
            span = (person.start, person.end)
            if whole:
                span = min(person.start, quote[0]), max(match.end(), quote[1])
            for one in _credit(reading, person, span, quoted):
                found = True
                yield one
        if found:
            return


def _before(reading: Reading, quote: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """What stands before a term and credits somebody with it."""
    text, (start, end) = reading.text, quote
    low = max(reading.sentences.around(start)[0], start - _REACH)
    words = reading.inner(quote).split()
    own = len(words) in (2, 3) and (words[-1] in EPONYMS or is_thought(words[-1]))
    if own and text[start - 1].isspace() and text[start - 2 : start - 1] in ("s", "’", "'"):
        match = _OWN.search(text, low, start)
        # "Ann Names „Die Verwandlung“" is a title
        if match is not None and (match["people"] or words[0].islower()):
            name = match["people"] or match["genitive"]
            if " " in name:
                yield match, True
    before = frozenset(reading.words_before(quote))
    for rule in _BEFORE:
        if rule.needed.isdisjoint(before):
            continue
        match = rule.pattern.search(text, low, start)
        if (
            match is None
            or (rule is _WAS and _NENNT.match(text, end) is None)
            or (rule is _SPEAKS and not _is_scholars(match, reading.inner(quote)))
            or (rule.whole and not _JUDGES.isdisjoint(words[:1] + words[-2:]))
        ):
            continue
        yield match, rule.whole


def _after(reading: Reading, quote: Span) -> Iterator[tuple[re.Match[str], bool]]:
    """What stands after a term and credits somebody with it."""
    end = quote[1]
    after = reading.lowered[end : end + 60].replace("'", " ").replace(",", " ").replace(".", " ")
    words = after.split(None, 8)[:8]
    for rule in _AFTER:
        if rule.needed.isdisjoint(words):
            continue
        match = rule.pattern.match(reading.text, end, end + _REACH)
        if match is not None and (not rule.whole or " " in match["people"]):
            yield match, rule.whole


def _is_scholars(match: re.Match[str], quoted: str) -> bool:
    """Whether whoever speaks of something quoted is called a scholar, and gives it a name."""
    before = match.string[max(0, match.start("people") - 30) : match.start("people")].split()
    words = [*before[-1:], *match["people"].split()[:-2]]
    return _JUDGED.match(quoted) is None and any(
        word.lower() in SCHOLARS or SCHOLARLY.search(word.lower()) for word in words
    )


def _people_in(match: re.Match[str]) -> Iterator[Credited]:
    """The names that a match holds."""
    group = next(name for name, words in match.groupdict().items() if words)
    place = match.start(group)
    for part in _SPLIT.split(match[group]):
        start = match.string.find(part, place)
        place = start + len(part)
        name = part
        before = match.string[max(0, start - 5) : start].split()
        while " " in name:
            first, rest = name.split(" ", 1)
            # "der Volkskundler Vorname Name": a noun after the article
            noun = bool(before) and before[-1] in _GERMAN_ARTICLES and rest.count(" ") == 1
            if first.lower() not in _NO_FIRST and not noun:
                break
            before = []
            start += len(first) + 1
            name = rest
        name = _POSSESSIVE.sub("", name)
        yield Credited(start, start + len(name), name)


def _credit(reading: Reading, person: Credited, span: Span, quoted: str) -> Iterator[Suggestion]:
    """The credit of somebody, unless he is no scholar, or one of the catalogue."""
    before = reading.lowered[max(0, person.start - 24) : person.start].split()
    if quoted and before[-1:] == ["from"]:
        return
    if not _is_person(reading, person, before[-1].strip(".,") if before else ""):
        return
    authors = reading.people_between(person.start - 30, person.end)
    if any(author.end > person.start for author in authors):
        return
    full = _in_full(reading, person) or person.name
    yield Suggestion(
        *span, "credit", Body("person", full), quoted=quoted, method="credit",
        score=0.6 if " " in full else 0.4,
        reasons=(f"credited to {full}, no work in the catalogue",),
    )  # fmt: skip


def _is_person(reading: Reading, found: Credited, before: str) -> bool:
    """Whether a name may be a scholar's: in full, or a surname that the text introduced or that
    stands where only a thinker's does: "Name's theory", "Name had a name for it"."""
    words = found.name.replace("-", " ").split()
    if not _NO_PERSON.isdisjoint(word.lower().rstrip(".") for word in words):
        return False
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words):
        return False
    if before in OFFICES or before in _NO_PERSON_AFTER[reading.language]:
        return False
    if words[0].lower() in ("m.", "mme", "mlle"):
        return False
    if reading.language == "de" and words[-1].lower() in THEORY_NOUNS:
        return False
    return (
        len(words) > 1
        or before in SCHOLARS
        or bool(_in_full(reading, found))
        or _THINKER.match(reading.text, found.end) is not None
    )


def _in_full(reading: Reading, found: Credited) -> str:
    """The full name that the text gave a surname before, or an empty string."""
    if " " in found.name:
        return ""
    text = reading.text[max(0, found.start - _NAMED_BEFORE) : found.start]
    if found.name not in text:
        return ""
    names = re.findall(
        r"(?<![^\W_])([^\W\d_a-zß-ÿœ][^\W\d_]+(?:-[^\W\d_]+)?\s(?:[^\W\d_a-zß-ÿœ]\.\s)?"
        rf"{re.escape(found.name)})\b",
        text,
    )
    full = (name for name in reversed(names) if name.split()[0].lower() not in _NO_GIVEN)
    return str(next(full, ""))
