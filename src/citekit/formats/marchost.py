"""The host item entry of MARC 21 (773): where in its host a part stands, and the host itself.

``$g`` is free text in every library's own way: with labels ("Vol. 15, no. 2 (Dec. 2013), p.
233-258", "Jg. 15, H. 2 (2013), S. 233-258"), without ("15 (2013), 2, Seite 233-258", "15:2
(Spring 2013) 233-258"), or a labelled subfield each ("volume:15", "year:2013": K10plus, DNB).
``$q`` is the same in code (SICI: "15:2<233"), ``$d`` place, publisher and date, ``$k`` the
series, ``$a`` the main entry of the host.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from citekit.dates import parse_date
from citekit.formats.marctext import is_absent, trim, trim_place
from citekit.formats.xmltext import squeezed
from citekit.model import Date

_KEYED = re.compile(
    r"(volume|year|number|issue|month|day|pages?|extent|supplement|elocationid|articlenumber)"
    r"\s*:\s*(.*)",
    re.I,
)
_PAGES = re.compile(
    r"\b(?:pp?|pages?|pgs?|s|seiten?|sp|str|págs?|pagg?|fol|ff?|bl|blatt|с|стр)\b\.?:? ?"
    r"(\[?[A-Za-z]{0,3}\d[\w.]*\]?(?: ?[-–] ?[A-Za-z]{0,3}\d[\w.]*)?|[ivxlc]+ ?[-–] ?[ivxlc]+"
    r"|[^\s,;]+$)",
    re.I,
)
#: A range of pages at the end, without a word for it.
_LAST_RANGE = re.compile(r"(?:^|[\s,;:)])\(?([A-Za-z]?\d+ ?[-–] ?[A-Za-z]?\d+)\)?\.?$")
_VOLUME = re.compile(
    r"\b(?:vol(?:ume)?s?|v|bd|band|bde|jg|jahrg(?:ang)?|t|tome?|tomo|torno|année|annata|anno"
    r"|año|årg|roč|rok|том|т)\b\.? ?(?:n°|nr\.?)? ?([^\s,;:()]+)",
    re.I,
)
_ISSUE = re.compile(
    r"(?:n[°º]|№|\b(?:no|nos|nr|nrs|num|núm|number|numéro|numero|iss(?:ue)?|h|heft|hft|n"
    r"|fasc(?:icule|icolo)?|ausg(?:abe)?|part|pt|teil|tl|č|вып)\b\.?(?![°º])) ?([^\s,;:()]+)",
    re.I,
)
#: A volume that no word names, at the beginning: a number that is no year, unless one follows.
_BARE = re.compile(
    r"(\d{1,4}(?:[/–-]\d+)?|[IVXLCDM]+(?=\W))\s*"
    r"(?:[:]\s*(?P<issue>[\w/–-]+)|\((?P<inner>[^()]*)\))?"
)
_YEAR = re.compile(r"(?<![\d/:])(?:1[5-9]|20)\d\d(?:/\d{2,4})?(?!\d)")
_PARENTHESES = re.compile(r"\(([^()]*\d{4}[^()]*)\)")
#: What stands between commas behind the year, and no word says what: a number.
_BARE_ISSUE = re.compile(r"[,;.\s]*(\d{1,4}(?:[/–-]\d{1,4})?)\s*(?:[,;.]|$)")
#: "15.2013": volume and year.
_DOTTED_YEAR = re.compile(
    r"(?<![\d.])(\d{1,3}(?:[/–-]\d{1,3})?)\.((?:1[5-9]|20)\d\d(?:/\d{2,4})?)(?=[,;\s)]|$)"
)
#: "2. Bd.", "52e année".
_BEFORE = re.compile(
    r"(?<![\w.])(\d{1,3})(?:\.|e|er|ère|º|°|ª|th|st|nd|rd)? ?(?:Bd|Band|Jg|Jahrg(?:ang)?|année"
    r"|anno|annata|vol)\b\.?(?! ?\d)",
    re.I,
)
_SLASH = re.compile(r"(\d+)/(\d+)")
_ENUMERATION = re.compile(r"([^:<]*)(?::([^:<]*))?(?::[^<]*)?(?:<(.+))?")
_IMPRINT_YEAR = re.compile(
    r"[\s,;:.]*\[?(?:c|©|cop\. ?|ca?\. ?)?(\d{4}\??(?: ?[-–] ?(?:\d{4})?)?)\]?\.?$"
)
_ROLE = re.compile(
    r"\s*[,;]?\s*[\[(]?\b(hrsg|hg|herausgeber(?:in)?|eds?|éds?|editors?|dir|a cura di)\b\.?[\])]?"
    r"\.?$",
    re.I,
)
_LIFE = re.compile(r",\s*(?:ca?\. ?|b\. ?|d\. ?)?\d{3,4}\??(?:\s*[-–]\s*(?:\d{3,4}\??)?)?\.?$")


class Place(NamedTuple):
    """Where in its host a part stands; each as written, or empty."""

    volume: str = ""
    issue: str = ""
    page: str = ""
    date: Date | None = None


def place(related: Iterable[str], coded: str = "") -> Place:
    """What ``$g``, and where that says nothing ``$q``, say of a part's place."""
    words: list[str] = []
    keyed: dict[str, str] = {}
    for text in map(squeezed, related):
        if found := _KEYED.fullmatch(text):
            keyed.setdefault(found[1].lower().removesuffix("s"), found[2].strip())
        else:
            words.append(text)
    told = _worded(" ".join(words)) if words else Place()
    code = _ENUMERATION.fullmatch(squeezed(coded))
    volume, issue, page = ((text or "").strip() for text in code.groups()) if code else ("",) * 3
    number = keyed.get("number") or keyed.get("issue", "")
    return Place(
        keyed.get("volume") or told.volume or volume,
        number or told.issue or issue,
        _dashed(keyed.get("page") or keyed.get("articlenumber", "")) or told.page or page,
        _keyed_date(keyed) or told.date,
    )


def _keyed_date(keyed: dict[str, str]) -> Date | None:
    parts = [keyed.get("year", "")]
    for name in ("month", "day"):
        if not keyed.get(name, "").isdecimal():
            break
        parts.append(keyed[name].zfill(2))
    return (parse_date("-".join(parts)) or parse_date(parts[0])) if parts[0] else None


def _worded(text: str) -> Place:
    """A place in words: pages from the end, then volume, number and date of what is left."""
    page = ""
    rest = text = _DOTTED_YEAR.sub(r"\1 (\2)", text)
    if found := _PAGES.search(text):
        page, rest = found[1], f"{text[: found.start()]} {text[found.end() :]}"
    elif (found := _LAST_RANGE.search(text)) and not _is_years(found[1]):
        page, rest = found[1], text[: found.start(1)]
    rest = rest.strip(" ,;.:")
    date, rest = _date(rest)
    volume = issue = ""
    if found := _BEFORE.search(rest) or _VOLUME.search(rest):
        volume = found[1].strip(".")
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    elif (found := _BARE.match(rest)) and not _YEAR.fullmatch(found[1]):
        volume, issue = found[1], found["issue"] or found["inner"] or ""
        rest = rest[found.end() :]
        if (both := _SLASH.fullmatch(volume)) and int(both[2]) != int(both[1]) + 1:
            volume, issue = both[1], issue or both[2]
    if not issue:
        if found := _ISSUE.search(rest):
            issue = found[1].strip(".")
        elif found := _BARE_ISSUE.match(rest if volume else _YEAR.sub("", rest, count=1)):
            issue = found[1] if volume or date is not None or _YEAR.match(rest) else ""
    if date is None and (found := _YEAR.search(rest)):
        date = parse_date(found[0])
    return Place(volume, issue, _dashed(page), date)


def _date(text: str) -> tuple[Date | None, str]:
    """The date between parentheses, or in words behind a comma, and the text without it."""
    for found in _PARENTHESES.finditer(text):
        year = _YEAR.search(found[1])
        if year is not None:
            inner = found[1].strip()
            rest = f"{text[: found.start()]} , {text[found.end() :]}"
            return parse_date(inner) or parse_date(year[0]), rest
    if text[:1].isalpha() and _YEAR.search(text) and (date := parse_date(text)) is not None:
        return date, ""
    for part in re.split(r"[,;] ", text):
        date = parse_date(part.strip(" .")) if _YEAR.search(part) else None
        if date is not None:
            return date, text.replace(part, "", 1)
    return None, text


def _is_years(text: str) -> bool:
    ends = re.split(r" ?[-–] ?", text)
    return all(_YEAR.fullmatch(end) for end in ends)


def _dashed(page: str) -> str:
    """A range of pages with a hyphen and nothing around it."""
    return re.sub(r" ?[-–] ?", "-", page.strip(" .,;[]"))


class Imprint(NamedTuple):
    """Place, publisher and date of a host."""

    place: str = ""
    publisher: str = ""
    date: Date | None = None


def imprint(text: str) -> Imprint:
    """What ``$d`` says ("München : dtv, 1988"; ISBD, area 4)."""
    text = squeezed(text)
    date = None
    if found := _IMPRINT_YEAR.search(text):
        date, text = parse_date(found[1].replace(" ", "")), text[: found.start()]
    if " : " not in text and not re.search(r"\w: ", text):
        town = trim_place(text).strip("[]")
        return Imprint("" if is_absent(town) else town, "", date)
    town, _, publisher = re.sub(r"(?<=\w): ", " : ", text, count=1).partition(" : ")
    town, publisher = trim_place(town), trim(publisher)
    return Imprint("" if is_absent(town) else town, "" if is_absent(publisher) else publisher, date)


def series(text: str) -> tuple[str, str]:
    """Title and number of a series ("Theorie der Geschichte ; 5"; ISBD, area 6)."""
    title, _, number = squeezed(text).partition(" ; ")
    return trim(title), trim(number)


def heading(text: str) -> tuple[str, str]:
    """The name in ``$a`` and the variable it belongs to: a host's editor where the heading
    says so, else its author, as main entries are (AACR2 21.1)."""
    text = squeezed(text)
    found = _ROLE.search(text)
    name = _LIFE.sub("", text[: found.start()] if found else text)
    return trim(name), "editor" if found else "container-author"
