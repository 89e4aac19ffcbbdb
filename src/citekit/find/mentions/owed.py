"""Persons credited with an idea or word that the text names by a noun: "The idea goes back to
Name", "Den Ausdruck verdanke ich Name", « On doit cette idée à Name ».

The credit takes in what is credited.  What is owed is a noun of thought or language: a house
that goes back to somebody is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.mentions.credits import PEOPLE, people_in
from citekit.find.mentions.reading import Reading
from citekit.find.mentions.sayings import credit_of
from citekit.find.signs import Signs
from citekit.find.suggestion import Suggestion

_EN = (
    "idea|notion|concept|thought|insight|word|term|phrase|expression|metaphor|formula|formulation"
    "|theory|distinction|thesis|label|coinage"
)
_DE = (
    "Gedanken?|Idee|Begriff|Ausdruck|Wort|Schlagwort|Formel|Formulierung|Metapher|Theorie|These"
    "|Unterscheidung|Konzept|Einsicht"
)
_FR = (
    "idée|notion|concept|mot|terme|expression|formule|métaphore|théorie|thèse|distinction|intuition"
)
_QUOTED_WORDS = '\\s[“"„«][^“”"„«»\\n]{1,60}[”"“»]'
_QUOTED = f"(?:{_QUOTED_WORDS})?"
#: Who somebody is, before his name.
_EN_ROLE = r"(?:the\s(?:[a-z]+\s){1,4})?"
_DE_ROLE = r"(?:(?:der|dem|die|den)\s(?:[a-zäöüß]+\s){0,2})?"
_FR_ROLE = r"(?:(?:le\s|la\s|l['’])(?:[a-zà-ÿ]+\s){1,4})?"
_DE_NOUN = (
    r"\b(?:[Dd](?:er|ie|as|en|em)|[Dd]iese[rsnm]?|[Ss]eine[nm]?|[Ii]hre[nm]?)\s"
    rf"(?:[a-zäöüß]+e[rsnm]?\s){{0,2}}?(?:{_DE})"
    rf"(?:\s(?:der|des|von|vom|einer|eines)(?:{_QUOTED_WORDS}|\s[^.;:!?\n]{{2,60}}?)|{_QUOTED_WORDS})?"
    r"(?:,\s[^.;:!?,\n]{3,80},)?"
)
#: By language, with a sign of each: what somebody is credited with, and he.
_PATTERNS = {
    "en": (
        (
            (" owe ", " owes ", " owed "),
            re.compile(
                rf"\bow(?:e|es|ed)\s(?:[a-z-]+\s){{1,4}}?(?:{_EN}){_QUOTED}"
                rf"(?:\s(?:of|for|that)\s[^.;:!?\n]{{2,60}}?)?\sto\s{_EN_ROLE}{PEOPLE}"
            ),
        ),
        (
            ("goes back to ", "went back to ", "riginates with ", "riginated with ", "is due to ",
             "comes from ", "came from ", "stems from ", "coined by ", "introduced by ",
             "formulated by ", "popularised by ", "popularized by "),
            re.compile(
                rf"\b(?:[Tt]he|[Tt]h(?:is|at)|[Hh]is|[Hh]er|[Mm]y)\s(?:[a-z-]+\s){{0,2}}?(?:{_EN})"
                rf"{_QUOTED}(?:\s(?:of|for|that)\s[^.;:!?\n]{{2,60}}?)?,?\s"
                r"(?:goes\sback\sto|went\sback\sto|originate[sd]\swith|is\sdue\sto"
                r"|comes\sfrom|came\sfrom|stems\sfrom|(?:was|were|is|(?:had|has)\sbeen)\s(?:first\s)?"
                r"(?:coined|introduced|formulated|populari[sz]ed)\sby)"
                rf"\s{_EN_ROLE}{PEOPLE}"
            ),
        ),
        (
            (" the first to ",),
            re.compile(
                rf"{PEOPLE}\s(?:was|were)\sthe\sfirst\sto\s(?:connect|distinguish|formulate"
                r"|theori[sz]e|(?:argue|suggest|observe)\sthat|speak\sof|link\s|compare\s"
                r"|use\sthe\s(?:word|term|phrase|expression))[^.;:!?\n]{2,80}"
            ),
        ),
        (
            ("rawing on ", "uilding on "),
            re.compile(
                rf"\b(?:[Dd]raw|[Bb]uild)ing\son\s{_EN_ROLE}{PEOPLE}[’']s?\s(?:[a-z-]+\s){{0,2}}?"
                rf"(?:{_EN})\s(?:of|about)\s(?:the\s)?[^\W\d_][\w-]*"
            ),
        ),
    ),
    "de": (
        (
            (" zurück",),
            re.compile(rf"{_DE_NOUN}\s(?:geht|ging)\s(?:wohl\s)?auf\s{_DE_ROLE}{PEOPLE}\szurück\b"),
        ),
        (
            ("stammt ", "stammte ", "verdank"),
            re.compile(
                rf"{_DE_NOUN}\s(?:stammte?\s(?:[a-zäöüß]+\s)?von"
                r"|verdank(?:e|t|en|ten?)\s(?:ich|wir|er|sie|man|sich))\s"
                rf"{_DE_ROLE}{PEOPLE}"
            ),
        ),
        (
            ("geprägt", "eingeführt"),
            re.compile(
                rf"{_DE_NOUN}\s(?:wurde|ist)\s(?:[a-zäöüß]+\s){{0,2}}?von\s"
                rf"{_DE_ROLE}{PEOPLE}\s(?:geprägt|eingeführt)\b"
            ),
        ),
    ),
    "fr": (
        (
            ("remonte ", "remontait ", "vient d", "revient à ", "est d", "été forgé",
             "été introduit"),
            re.compile(
                rf"(?:\b(?:[Ll]a|[Ll]e|[Cc]ette|[Cc]et?)\s|\b[Ll]['’])(?:[a-zà-ÿ]+\s)?(?:{_FR})"
                rf"{_QUOTED}(?:\s(?:de\s|du\s|des\s|d['’])[^.;:!?\n]{{2,60}}?)?\s(?:remont(?:e|ait)\sà"
                r"|(?:nous\s)?vient\sd(?:e|['’])|revient\sà|est\sdue?\sà|est\sd(?:e|['’])"
                rf"|a\sété\s(?:forgée?|introduite?)\spar)\s?{_FR_ROLE}{PEOPLE}"
            ),
        ),
        (
            ("doit ", "dois ", "devons ", "devait "),
            re.compile(
                r"\b(?:[Oo]n|[Jj]e|[Nn]ous|[Ii]l|[Ee]lle)\s(?:doi[st]|devons|devait)\s"
                rf"(?:cette\s|cet\s|ce\s|la\s|le\s|l['’])(?:[a-zà-ÿ]+\s)?(?:{_FR}){_QUOTED}"
                rf"(?:\s(?:de\s|du\s|des\s|d['’])[^.;:!?\n]{{2,60}}?)?\sà\s{_FR_ROLE}{PEOPLE}"
            ),
        ),
    ),
}  # fmt: skip
_SIGNS = {code: Signs(*(signs for signs, _ in rows)) for code, rows in _PATTERNS.items()}
#: So far before a sign what is credited is looked for (code points).
_BEFORE = 160


def owed(reading: Reading) -> Iterator[Suggestion]:
    """The persons whom a text credits with an idea or word."""
    code = reading.language
    for places, (_, pattern) in zip(
        _SIGNS[code].places(reading.lowered), _PATTERNS[code], strict=True
    ):
        done = 0
        for at in places:
            start, end = reading.sentences.around(at)
            found = pattern.search(reading.text, max(start, done, at - _BEFORE), end)
            if found is None:
                continue
            done = found.end()
            for person in people_in(found):
                yield from credit_of(
                    reading, person.start, person.name, found.end(), "", found.start()
                )
