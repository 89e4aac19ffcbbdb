"""A parsed reference as a work: types guessed, values in the forms of CSL."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from citekit.dates import parse_date
from citekit.find.parsing.bodies import ORGANISED
from citekit.find.parsing.fields import own_publisher, reviewed, versioned
from citekit.find.parsing.kinds import THESIS, kind_of
from citekit.find.parsing.mending import BY_ABOVE
from citekit.find.parsing.names import AUTHOR_AGAIN, split_names
from citekit.find.parsing.parts import Parsed, Part
from citekit.find.shapes import CAP, YEAR
from citekit.identifiers import find_doi, normalise_isbn, pubmed_places
from citekit.model import Date, DatePoint, Name, Work

#: Labels of texts that are taken as they stand, without marks around them.
_TEXTS = {
    "journal": "container-title",
    "booktitle": "container-title",
    "series": "collection-title",
    "publisher": "publisher",
    "place": "publisher-place",
}
_NAMES = ("author", "editor", "translator")
_EDGES = " \t\r\n,;:.([{)]}<>/“”„\"«»‚‘’'`–—-*_"
_YEAR = re.compile(rf"(?<!\d)({YEAR})(?!\d)")
_SUFFIXED = re.compile(r"((?:1[4-9]|20)\d\d)\s?[a-z]\b")
_IN = re.compile(r"^(?:in|dans|aus|en|of|from|de la revue)\b\s*:?\s+", re.I)
_VOLUME = re.compile(
    r"^(?:vols?|volumes?|bd|band|jg|jahrgang|t|tome?|tomo|v|nos?|nr|n|num|number|núm|heft|h|issue"
    r"|fasc)\b[.°º]?\s*|^n[°º.]\s*",
    re.I,
)
#: How many volumes a work has: "2 Bde.", "14 vols", "3 tomes"; "3. Bd." is the third.
_COUNTED = re.compile(r"\W*(\d{1,3})\s(?:bde|bände|vols?|volumes|tomes|t)\b\W*$", re.I)
_PAGES = re.compile(
    r"^(?:pages?|pp?|pgs?|págs?|pagg?|seiten?|s|pp\.?)\b\.?\s*|\s*\b(?:pp|pages|p|S|Seiten|S\.)\.?$",
    re.I,
)
_PRICE = r"(?:\W*$|\W*[£$€]|.*(?:Euro|EUR))"
#: "10–33 (p. 15)": the page cited, behind those of the article.
_PIN = re.compile(r"(?<=\d)\s\((?:pp?|S)\.\s?\d.*")
#: "42 Suppl", before the number of the supplement (Citing Medicine, 2nd edition, chapter 1 A).
_SUPPLEMENT = re.compile(r"(?P<volume>\d+)[\s,(]+(?P<issue>(?:Suppl(?:ement|ément)?|Pt)\b.*)")
#: "15/2", "15.2", "XV/2-3", "2013/2": volume and issue of a journal.
_VOLUME_AND_ISSUE = re.compile(
    r"(?P<volume>\d{1,4}|[IVXLC]+)(?:\s?/\s?|\.(?=\d))(?P<issue>\d{1,3}(?:\s?[-–/+]\s?\d{1,3})?)"
)
#: The issues of a year are hardly more; "15/16" are two volumes in one.
_MOST_ISSUES = 12
#: What stands behind the bracket that an issue is in: "6), Article", "6):[about 1 p.".
_IN_BRACKETS = re.compile(r"(?<=\w)\)(?![^(]*\)).*", re.S)
_FRONT = r"[ivxlcIVXLC]+\s?[,+]\s?"
#: How many pages a book has: "248 pp.", "xii, 248 S.", "Pp. xii + 248. $45.00".
_LENGTH = re.compile(
    rf"\W*(?:(?:{_FRONT})?(\d+)\s*(?:pp?|pages|S|Seiten|s|págs?)\b{_PRICE}"
    rf"|(?:Pp\.|pp?\.?(?=\s{_FRONT}))\s(?:{_FRONT})?(\d+)\b{_PRICE})"
)
_EDITION = re.compile(
    r"\s*\b(?:ed(?:itions?|n|s)?|aufl(?:age)?|édition|éd|edición|edizione)\b\.?", re.I
)
_ORDINAL = re.compile(r"(\d+)\s*(?:st|nd|rd|th|e|er|ère|ème|ª|º|a|\.)?", re.I)
#: Raised digits: "²1999" is the second edition.
_LOWERED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_WORDS = {
    word: str(number)
    for number, words in enumerate(
        ("first erste première", "second zweite deuxième seconde", "third dritte troisième",
         "fourth vierte quatrième", "fifth fünfte", "sixth sechste", "seventh siebte",
         "eighth achte", "ninth neunte", "tenth zehnte"), 1)
    for word in words.split()
}  # fmt: skip
_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"]+", re.I)
#: A word parted at a line's end; a short word, which is an abbreviation with its point.
_PARTED = re.compile(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=[a-zà-ÿ])")
_SHORT = re.compile(r"(?:^|(?P<again>\.)|\s)(?P<word>[^\W\d_]{1,3})$")
#: "coll. « Name »": what says that a series follows.
_SERIES = re.compile(r"coll(?:\.|ection)?\s*(?=[«“„\"‘])|coll\.\s*", re.I)
_PLACE_PUBLISHER = re.compile(r"(?P<place>[^:\d]{2,60}?)\s?:\s(?P<publisher>\D{2,80})")
#: "Leeds (MI): Quay", as Citing Medicine has a place with its state.
_STATED = re.compile(
    rf"(?P<place>{CAP}[^:()\d]{{1,30}}\s\([^():\d]{{2,20}}\)):\s(?P<publisher>[^:]{{2,80}})"
)
#: The author again, as editor or author of what a work stands in: "In: Dies. (Hg.): ".
_SELF = re.compile(rf"\W*(?:(?:in|dans)\b:?\s)?{AUTHOR_AGAIN}[\s.,:]*", re.I)
#: "Edited and", before "translated by".
_ROLE_AND = re.compile(r"\W*[^\W\d_]+\.?,?\s(?:and|und|et|&)")
#: The year of an edition and that of the first one: "1988 [1963]", "[1963] 1988", "1963/1988".
_FIRST_PUBLISHED = (
    r"(?:orig(?:inal(?:ly)?)?|first|zuerst|erst\w+|EA|1(?:re|ère)\séd|éd(?:ition)?\.?\sorig)\b"
    r"[^\d\[\]()]*"
)
_TWO_YEARS = re.compile(
    rf"({YEAR})[a-z]?(?:\s?[\[(]\s?|[,;]?\s?[\[(]?{_FIRST_PUBLISHED}|\s?[\])]\s?|/)"
    rf"({YEAR})[a-z]?",
    re.I,
)
_FIRST_NOTED = re.compile(rf"\W*{_FIRST_PUBLISHED}({YEAR})(?!\d)", re.I)
#: "Paris, PUF": letters of a publisher, not of a country or state.
_PLACE_ACRONYM = re.compile(
    r"(?P<place>[^,:\d]{2,40}),\s(?P<publisher>(?!USA|DDR|BRD|GDR|RDA|RFA|URSS|USSR|CSSR|ČSSR)[A-ZÀ-Þ]{3,6})"
)
_DASH = re.compile(r"\s*[-–—‐−]+\s*")
_GENRE_NUMBER = re.compile(r",?\s+(?:no\.?|nr\.?|n[°º]\.?|number|#)?\s*(\S*\d\S*)$", re.I)
_SERIES_NUMBER = re.compile(r"[,;:]?\s+(?:vol\.?|no\.?|nr\.?|bd\.?|band|n[°º]\.?)?\s*(\d+)$", re.I)

#: "medRxiv [Preprint]" (NLM, Samples of Formatted References, "Preprint").
_SERVED = re.compile(r"(?P<server>[^\[\]]+?)\s\[(?P<genre>[^\[\]]+)\]")


def work_of(parsed: Parsed, one: str = "") -> Work:
    """The work a parsed reference describes; ``one`` is its key, by default family name
    and year."""
    fields: dict[str, Any] = {}
    groups: dict[str, list[str]] = {}
    for part in parsed.parts:
        groups.setdefault(part.label, []).append(part.text)
    _people(fields, parsed.parts)
    if "title" in groups:
        fields["title"] = _text(groups["title"][0], titled=True)
        versioned(fields)
    at = [part.label for part in parsed.parts]
    for index in range(len(at) - 2):
        if at[index : index + 3] == ["title", "volume", "title"]:  # "Tides: Vol. 2. Wells"
            fields["volume-title"] = _text(parsed.parts[index + 2].text, titled=True)
    for label, variable in _TEXTS.items():
        if label in groups:
            fields.setdefault(variable, _IN.sub("", _text(groups[label][0])))
            if label in ("publisher", "place"):
                fields[variable] = _stopped(fields[variable], groups[label][0])
    if "journal" in groups:
        fields["container-title"] = _journal(fields["container-title"], parsed.parts)
        reviewed(fields)
    _imprint(fields)
    if len(groups.get("author", ())) == 1:
        own_publisher(fields, _text(groups["author"][0]))
    _own_container(fields)
    _dates(fields, groups)
    _numbers(fields, groups)
    _identifiers(fields, groups, parsed.string)
    kind = kind_of(fields, groups)
    fields = {name: value for name, value in fields.items() if value}
    return Work(one or key_of(fields), kind, fields)


def with_author_above(parsed: Parsed, work: Work, above: Work) -> Work:
    """The work that a string describes; where it begins with a dash, or "idem", by the author
    of the entry ``above`` it (Chicago Manual of Style, 17th edition, 14.67), or edited by
    them ("———, ed.")."""
    names = above.names("author") or above.names("editor")
    part = next((part for part in parsed.parts if part.label != "number"), None)
    if not names or part is None or not BY_ABOVE.match(parsed.string, part.start):
        return work
    role = "editor" if part.label == "editor" else "author"
    own = work.names(role)  # "———, and Ann Lee": the first of those above, and her
    fields = {**work.fields, role: (names[0], *own) if own else names}
    return work._replace(id=key_of(fields), fields=fields)


def key_of(fields: Mapping[str, Any]) -> str:
    """A key of family name (or title) and year, in ASCII and lower case."""
    names = fields.get("author") or fields.get("editor") or ()
    lead = (names[0].family or names[0].literal) if names else fields.get("title", "")
    words = re.findall(r"[a-z0-9]+", _ascii(lead).lower())
    date = fields.get("issued")
    year = str(date.start.year) if isinstance(date, Date) and date.start else ""
    return ("".join(words[:1] if not names else words) + year) or "reference"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _people(fields: dict[str, Any], parts: Sequence[Part]) -> None:
    """Who wrote, edited and translated the work; two roles may have the same people."""
    for part, following in zip_longest(parts, parts[1:]):
        if part.label not in _NAMES:
            continue
        text = part.text
        if following is not None and _ROLE_AND.fullmatch(text):
            text = following.text
        names = split_names(text)
        if part.label == "editor" and _SELF.match(text):
            names = (*fields.get("author", ()), *names)
        if names:
            fields[part.label] = (*fields.get(part.label, ()), *names)


def _own_container(fields: dict[str, Any]) -> None:
    """What a work stands in may be by its own author: "In: Dies.: Rivers"."""
    container = fields.get("container-title", "")
    again = _SELF.match(container)
    if again and "author" in fields:
        fields["container-title"] = container[again.end() :]
        fields["container-author"] = fields["author"]


def _imprint(fields: dict[str, Any]) -> None:
    """A series without the word for one, a place without the publisher behind its colon."""
    if "collection-title" in fields:
        series = fields["collection-title"]
        led = _SERIES.match(series)
        fields["collection-title"] = series[led.end() :].strip(_EDGES) if led else series
    if "publisher-place" not in fields and (
        found := _STATED.fullmatch(fields.get("publisher", ""))
    ):
        fields["publisher-place"], fields["publisher"] = found["place"], found["publisher"]
    if "publisher" not in fields and "publisher-place" in fields:
        place = fields["publisher-place"]
        both = (
            _PLACE_PUBLISHER.fullmatch(place)
            or _PLACE_ACRONYM.fullmatch(place)
            or _by_author(place, fields.get("author", ()))
            or _BODY_FIRST.fullmatch(place)
        )
        if both is not None:
            fields["publisher-place"], fields["publisher"] = both["place"], both["publisher"]


def _text(text: str, *, titled: bool = False) -> str:
    """A field's words: on one line, joined where a line's end had parted them, without
    the marks around them.  The point behind an abbreviation stays; a title's last word, and
    one in capitals, is one only behind another point ("U.S.")."""
    if "\n" in text:
        text = _PARTED.sub("", text)
    text = " ".join(text.split())
    bare = text.strip(_EDGES)
    end = text.rfind(bare) + len(bare) if bare else 0
    short = _SHORT.search(bare, max(0, len(bare) - 4)) if text[end : end + 1] == "." else None
    if short is not None:
        word = short["word"]
        lowered = not titled and (len(word) == 1 or not word.isupper())
        bare += "." if short["again"] or lowered else ""
    mark = text[end : end + 1]
    if mark in _OPENERS and bare.count(_OPENERS[mark]) > bare.count(mark):
        bare += mark
    start = text.find(bare)
    lead = text[:start].rstrip()[-1:]
    if lead in _QUOTES_CLOSED and _QUOTES_CLOSED[lead].match(bare):
        return text[text.rfind(lead, 0, start) : start] + bare
    return bare


def _by_author(place: str, authors: Sequence[Name]) -> re.Match[str] | None:
    """A place and the body that wrote the work and published it: "Paris, Insee"."""
    found = _PLACE_AND_MORE.fullmatch(place)
    names = [(name.literal or name.family).casefold() for name in authors]
    return found if found is not None and found["publisher"].casefold() in names else None


#: "Bank of Leeds, Leeds", which the model took for a place.
_BODY_FIRST = re.compile(
    rf"(?P<publisher>(?=[^,]*{ORGANISED.pattern})[^,:\d]{{8,80}}),\s(?P<place>[^,:\d]{{2,40}})",
    re.I,
)
_PLACE_AND_MORE = re.compile(r"(?P<place>[^,:\d]{2,40}),\s(?P<publisher>[^,:\d]{2,80})")


def _stopped(name: str, text: str) -> str:
    """The name of a publisher or place; its last stop is its own only behind an abbreviation."""
    bare = name.rstrip(".")
    if _NO_ABBREVIATION.search(bare):
        return bare
    return f"{bare}." if f"{bare}." in text and _STATES.search(bare) else name


#: "Harper & Row."
_NO_ABBREVIATION = re.compile(r"&\s(?!Co$|Cie$|Bro$)[^\W\d_]{1,3}$")
#: States, as English bibliographies abbreviate them (Chicago Manual of Style, 17th edition, 10.27).
_STATES = re.compile(
    r",\s(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Mass|Md|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nebr|Nev|Okla|Ont|Ore|Oreg|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Eng)$"
)
_OPENERS = {")": "(", "]": "[", "”": "“", "»": "«", "“": "„"}
#: By the mark that begins a text: that its quotation ends within it ("“Salt fever”: a study").
_QUOTES_CLOSED = {
    "“": re.compile(r"[^“”]*”\W"),
    "„": re.compile(r"[^„“”]*[“”]\W"),
    "«": re.compile(r"[^«»]*»\W"),
    '"': re.compile(r"[^\"]*[^\s\"]\"\W"),
}


def _journal(name: str, parts: Sequence[Part]) -> str:
    """The name of a journal, without the stop that only parts it from the date.

    Lists that print "N Engl J Med. 2002 Jul 25;347" abbreviate without stops (Citing Medicine,
    2nd edition, chapter 1 A, "Journal Title"); where another word has one ("Phys. Rev. Lett."),
    the last one's is its own as well (ISO 4:1997).
    """
    at = next(index for index, part in enumerate(parts) if part.label == "journal")
    stopped = parts[at].text.endswith(".")
    if not stopped:
        return name
    if "." in name.rstrip("."):
        return name.rstrip(".") + "." if _CUT_OFF.search(name) else name
    following = parts[at + 1] if at + 1 < len(parts) else None
    dated = following is not None and following.label == "date" and ";" in following.text
    return name.rstrip(".") if dated or _NO_STOP.search(name) else name


#: A word that may be cut off: a short one that ends in a consonant.
_CUT_OFF = re.compile(r"(?:^|[\s.])[^\W\d_]{1,5}(?<![aeiouyàâéèêîôûäöü])\.?$", re.I)
_NO_STOP = re.compile(r"(?:^|\s)[A-Z]\s")


def _dates(fields: dict[str, Any], groups: Mapping[str, list[str]]) -> None:
    for text in groups.get("date", ()):
        years = _two_years(text)
        if years is not None and "issued" not in fields:
            first, last = sorted(years)
            fields["original-date"], fields["issued"] = (
                Date(DatePoint(first)),
                Date(DatePoint(last)),
            )
            continue
        date = _date(text)
        if date is None:
            continue
        if "issued" not in fields:
            fields["issued"] = date
        elif date.start and (issued := fields["issued"]).start and date != issued:
            if date.start.year == issued.start.year:  # "(2021) …, 4 March 2021"
                fields["issued"] = max(issued, date, key=_exactness)
                continue
            first, second = sorted((issued, date), key=lambda d: d.start.year)
            fields["original-date"], fields["issued"] = first, second
    _finer(fields, groups.get("date", ()))
    for text in groups.get("note", ()):
        noted = _FIRST_NOTED.match(text)
        if noted and "issued" in fields:
            fields.setdefault("original-date", Date(DatePoint(int(noted[1]))))
    for text in groups.get("accessed", ()):
        found = re.sub(r"^\D*?(?=\d|\b[A-ZÀ-Þa-z]+\s\d)", "", text)
        date = parse_date(found.strip(_EDGES)) or _date(text)
        if date and date.start:
            fields["accessed"] = date


def _finer(fields: dict[str, Any], texts: Sequence[str]) -> None:
    """The year with the month and day that stand apart from it: "2009. …, September 2."."""
    issued = fields.get("issued")
    start = issued.start if isinstance(issued, Date) else None
    if start is None or start.month or start.season or (issued and issued.end):
        return
    for text in texts:
        bare = text.strip(_EDGES)
        if _YEAR.search(bare) or not re.search(r"[^\W\d_]{3}", bare):
            continue
        date = parse_date(f"{bare} {start.year}")
        if date is not None and date.start is not None and date.start.year == start.year:
            fields["issued"] = date
            return


def _two_years(text: str) -> tuple[int, int] | None:
    """The years of an edition and of the first one; "1998/1999" is one volume's."""
    found = _TWO_YEARS.fullmatch(text.strip(_EDGES))
    if found is None:
        return None
    one, other = int(found[1]), int(found[2])
    return None if one == other or ("/" in found[0] and other == one + 1) else (one, other)


def _exactness(date: Date) -> int:
    """How many parts of its first day a date has."""
    return sum(part is not None for part in date.start or ())


#: "n.d.", "o. J.", "s.d.": no date.
_UNDATED = re.compile(r"(?:n\.\s?d|s\.\s?[ad]|o\.\s?J|no date|sans date|ohne Jahr)\.?", re.I)


def _date(text: str) -> Date | None:
    bare = text.strip(_EDGES + "©")
    if _UNDATED.fullmatch(bare):
        return None
    if _YEAR.fullmatch(bare):
        return Date(DatePoint(int(bare)))
    bare = _SUFFIXED.sub(r"\1", bare)
    date = parse_date(bare) if bare else None
    if date is not None:
        return date
    years = _YEAR.findall(bare)
    if years:
        return Date(DatePoint(int(years[-1])))
    return Date(literal=bare) if re.search(r"[^\W\d_]{2}|\b[a-z]\.", bare) else None


def _numbers(fields: dict[str, Any], groups: Mapping[str, list[str]]) -> None:
    counted = _COUNTED.match(groups["volume"][0]) if "volume" in groups else None
    if counted is not None:
        fields["number-of-volumes"] = counted[1]
        groups = {**groups, "volume": groups["volume"][1:]}
    for label in ("volume", "issue"):
        if groups.get(label) and (label == "volume" or "journal" in groups):
            text = groups[label][0].strip(_EDGES)
            fields[label] = _VOLUME.sub("", _IN_BRACKETS.sub("", text)).strip(_EDGES)
    supplement = _SUPPLEMENT.fullmatch(fields.get("volume", ""))
    if supplement and "journal" in groups:
        fields["volume"] = supplement["volume"]
        fields["issue"] = f"{supplement['issue']} {fields.get('issue', '')}".strip()
    _part_issue(fields, groups)
    for text in groups.get("pages", ()):
        length = _LENGTH.match(text)
        if length:
            fields.setdefault("number-of-pages", length[1] or length[2])
            continue
        bare = _PAGES.sub("", _PIN.sub("", text).strip(_EDGES)).strip(_EDGES)
        fields.setdefault("page", _DASH.sub("-", bare))
    if "edition" in groups:
        text = _EDITION.sub("", groups["edition"][0]).strip(_EDGES).translate(_LOWERED)
        number = _ORDINAL.fullmatch(text)
        fields["edition"] = number[1] if number else _WORDS.get(text.lower(), text)
    if "genre" in groups:
        fields["genre"] = _text(groups["genre"][0])
        served = _SERVED.fullmatch(fields["genre"])
        if served is not None:
            fields["genre"] = served["genre"]
            fields.setdefault("publisher", served["server"])
        number = _GENRE_NUMBER.search(fields["genre"])
        if number and not THESIS.search(fields["genre"]):
            fields["number"] = number[1]
            fields["genre"] = fields["genre"][: number.start()].strip(_EDGES)
    series = fields.get("collection-title", "")
    number = _SERIES_NUMBER.search(series)
    if number and series[: number.start()].strip():
        fields["collection-number"] = number[1]
        fields["collection-title"] = series[: number.start()].strip(_EDGES)


def _part_issue(fields: dict[str, Any], groups: Mapping[str, list[str]]) -> None:
    """Volume and issue of a journal with a stroke between ("15/2"); not two years, nor two
    volumes in one ("15/16", "Bd. 3/4")."""
    found = _VOLUME_AND_ISSUE.fullmatch(fields.get("volume", ""))
    if not found or "journal" not in groups or fields.get("issue"):
        return
    volume, issue = found["volume"], found["issue"]
    if _VOLUME.match(groups["volume"][0].strip(_EDGES)) and issue.isdecimal():
        return
    if volume.isdecimal() and issue.isdecimal():
        modulus = 100 if len(volume) == 4 else 10_000
        follows = (int(volume) + 1) % modulus == int(issue)
        if follows and int(issue) > _MOST_ISSUES:
            return
    fields["volume"], fields["issue"] = volume, _DASH.sub("-", issue)


def _identifiers(fields: dict[str, Any], groups: Mapping[str, list[str]], string: str) -> None:
    doi = find_doi(" ".join(groups.get("doi", ()))) or find_doi(string) if "10." in string else None
    if doi:
        fields["DOI"] = doi
    for text in groups.get("url", ()):
        found = _URL.search(text)
        if found and not (doi and "doi.org" in found[0].lower()):
            fields["URL"] = found[0].rstrip(".,;:)]}>'\"")
            break
    if "PM" in string or "ubmed" in string.lower():
        for _, _, number in pubmed_places(string):
            fields.setdefault("PMCID" if number.startswith("PMC") else "PMID", number)
    for text in groups.get("isbn", ()):
        isbn = normalise_isbn(text.strip(_EDGES).removeprefix("ISBN").strip(" :"))
        fields.setdefault("ISBN", isbn or re.sub(r"^\D*", "", text).strip(_EDGES))
