"""Publishers that the model takes for a part of the title.

Source: MLA Handbook (9th edition), 5.54-67 (the publisher, a comma and the year; "UP" and "P" for
university presses; no place of publication; works from before 1900 need no publisher).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import CAP, CAP_WORD, YEAR

#: "U of Hull P", "Hull UP", "UP of Hull", and the year behind a comma.
_WORDS = rf"{CAP}(?:[\s-](?:{CAP}|of|at|and|the|de|&)){{0,4}}?"
_PRESS = re.compile(
    rf"(?<=[.,?!”\"]\s)(?P<publisher>(?:{CAP_WORD}\s)?U\sof\s(?:the\s)?{_WORDS}\sP|UP\sof\s(?:the\s)?{_WORDS}"
    rf"|{CAP_WORD}(?:\s{CAP_WORD})?\sUP),\s(?=\(?{YEAR})"
)
_GIVEN = rf"(?:{CAP_WORD}|[^\W\d_a-zß-ÿœ]\.)"
#: "Lee, Ann Mary. Rivers of Old. 1817.", with the given name in full: nothing but author, title
#: and year.
_NO_IMPRINT = (
    rf"(?<![\w’'-])(?P<author>{CAP_WORD}(?:[ -]{CAP_WORD})?,\s{CAP_WORD}(?:\s{_GIVEN}){{0,2}}"
    rf"(?:(?<!\.)\s(?:de|du|von|van|d[’']|da|di))?(?:,?\s(?:and|und|et|&)\s(?:{_GIVEN}\s)+{CAP_WORD})?"
    rf"(?<=[^\W\d_][^\W\d_])\.)\s(?P<title>[*_“\"„«]?[^\W_a-zß-ÿœ][^.\n:]{{2,120}}[.?!][*_”“\"»]?)\s"
    rf"(?P<date>{YEAR}(?:\s?[-–/]\s?\d{{2,4}})?)"
)
BARE = re.compile(_NO_IMPRINT)
_BARE_ONLY = re.compile(rf"\W*{_NO_IMPRINT}\W*")
#: One word between a full stop and the comma before the year that ends the string.
_ALONE = re.compile(
    rf"(?<=[^\W\d_]{{2}}[.?!]\s)(?P<publisher>{CAP_WORD}),\s(?={YEAR}[a-k]?\.?\s*$)"
)
#: Where most books have appeared: a place even so.
_CITIES = frozenset(
    """Amsterdam Athens Augsburg Baltimore Barcelona Basel Beijing Berkeley Berlin Bern Bologna
    Bonn Bordeaux Bremen Breslau Bristol Dijon Dortmund Dresden Düsseldorf Erfurt Essen Gent
    Grenoble Halle Kassel Leeds Lille Linz Liverpool Manchester Marseille Nantes Nürnberg Passau
    Potsdam Regensburg Rennes Rostock Salzburg Strasbourg Straßburg Toulouse Trier Ulm Utrecht
    York Bielefeld Bruges Caen Metz Tours Luzern Mannheim
    Boston Bruxelles Brussels Budapest Cambridge Chicago Copenhagen Darmstadt Dordrecht Dublin
    Edinburgh Firenze Florence Frankfurt Freiburg Genève Geneva Glasgow Göttingen Graz Hamburg
    Hannover Heidelberg Helsinki Indianapolis Innsbruck Jena Jerusalem Kiel Köln Konstanz
    Lausanne Leiden Leipzig Leuven Lisboa London Londres Louvain Lyon Madrid Mainz Marburg
    Milano Montréal Montreal Moscow München Münster Nancy Neuchâtel Oslo Oxford Padova Paris
    Philadelphia Prague Praha Princeton Rome Roma Stockholm Stuttgart Sydney Tokyo Torino
    Toronto Toulouse Turnhout Tübingen Uppsala Vienna Warszawa Washington Weimar Wien Wiesbaden
    Würzburg Zagreb Zürich Zurich""".split()
)


#: "Nantes, Ormeau," between a title's comma and the year, in one.
_PARTED = re.compile(
    rf"(?P<place>{CAP_WORD}(?:[ -]{CAP_WORD}){{0,2}},)\s"
    rf"(?P<publisher>{CAP_WORD}(?:\s{CAP_WORD})?,?)"
)
#: States and countries, which stand behind places as publishers do.
_LANDS = re.compile(
    r"""(?:Austria|Australia|Argentina|Belgi\w+|Bra[sz]il|Britain|Canada|Chile|China|Czech\w*|Denmark
    |Deutschland|Egypt|England|España|Finland|France|Germany|Greece|Hungary|India|Indonesia|Iran
    |Ireland|Israel|Ital\w+|Japan|Kenya|Korea|Mal\w+|M[eé]xico|Netherlands|New\s\w+|Nigeria|Norway
    |Österreich|Pakistan|Peru|Poland|Polska|Portugal|Russia|Schweiz|Scotland|Singapore|South\s\w+
    |Spain|Suisse|Sweden|Switzerland|Taiwan|Thailand|Turkey|UK|USA?|Wales|Ontario|Qu[eé]bec|Alberta
    |Mass\w*|Conn\w*|Calif\w*|Ill\w*|Mich\w*|Minn\w*|Penn\w*|Texas|Virginia|Florida|Georgia|Ohio
    |Oregon|Utah|Wash\w*|Wis\w*|Maryland|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Missouri
    |Nebraska|Nevada|Colorado|Arizona|Alabama|Tennessee|Vermont|[A-Z]{2})\W*""",
    re.X,
)


def is_place(word: str) -> bool:
    """Whether a word is the name of a state, or of a city where many books have appeared."""
    return word in _CITIES or _LANDS.fullmatch(word) is not None


#: Before a book, in languages whose bibliographies have commas in an imprint.
_IN = re.compile(r"(?:en|dans)\s")


def _parted(string: str, parts: Sequence[Part]) -> list[Sure]:
    """Place and publisher with a comma between them, as French, Italian and Spanish
    bibliographies have them, where the model saw the place alone."""
    for title, place, date in zip(parts, parts[1:], parts[2:], strict=False):
        book = title.label == "title" or (title.label == "booktitle" and _IN.match(title.text))
        if not book or place.label != "place" or date.text[:1] == "(":
            continue
        found = _PARTED.fullmatch(place.text) if title.text[-1:] == "," else None
        if found is None or date.label not in ("date", "series"):
            return []
        word = found["publisher"].rstrip(",")
        if word in _CITIES or _LANDS.fullmatch(word):
            return []
        names = ("place", "publisher")
        return [(n, place.start + found.start(n), place.start + found.end(n)) for n in names]
    return []


def unpublished(string: str, parts: Sequence[Part]) -> list[Sure]:
    """Author, title and year, where a string has nothing else and full names."""
    found = _BARE_ONLY.fullmatch(string) if 1 < len(parts) < 5 and parts[-1].text else None
    if found is None:
        return []
    return [(name, *found.span(name)) for name in ("author", "title", "date")]


def published(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The publisher, if it stands before the year as MLA has it, or behind a place."""
    if not any(part.label in ("publisher", "journal") for part in parts):
        parted = _parted(string, parts)
        if parted:
            return parted
    press = _PRESS.search(string) if "UP" in string or " P," in string else None
    if press is not None:
        return [("publisher", press.start("publisher"), press.end("publisher") + 1)]
    alone = _ALONE.search(string)
    if alone is None or alone["publisher"] in _CITIES:
        return []
    start, end = alone.start("publisher"), alone.end("publisher") + 1
    labels = {part.label for part in parts}
    if "publisher" in labels or "journal" in labels:
        return []
    own = next(part for part in parts if part.start <= start < part.end)
    mistaken = own.label == "title" and own.start < start
    return [("publisher", start, end)] if mistaken else []
