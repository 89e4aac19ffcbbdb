"""Cases and statutes: "Roe v. Lee, 12 U.S. 34, 36 (1990)", "12 U.S. at 36", "BGHZ 1, 23 (25)",
"Cass. civ. 2e, 3 mai 1990, Bull. civ. II, n° 45"; "§ 12 Abs. 3 BGB", "C. civ., art. 1240".

Sources: The Bluebook (21st edition), rules 10 and 12; OSCOLA (4th edition), 2.1 and 2.4;
Byrd/Lehmann, Zitierfibel für Juristen (2nd edition); Rédaction des références juridiques (SNE).
A case is told by its reporter with volume and first page, or by its docket number; by its
name where a noun or a place in it stands beside that, or once the text has cited it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations.raw import Masks
from citekit.find.citelocators import DASH
from citekit.find.citingwords import PREFIXES
from citekit.find.reporters import Report, Sign
from citekit.find.shapes import YEAR
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.model import Body

#: Before a reporter: the volume, or the year in brackets with or without one.
_BEFORE = re.compile(
    rf"(?<![\w.,/–-])(?:[\[(](?P<year>{YEAR})[\])]\s)?(?:(?P<volume>\d{{1,4}})\s)?$"
)
_NUMBER = r"\d{1,5}[A-H]?(?![\w])"
_PIN = (
    rf"(?P<pin>{_NUMBER}(?:\s?{DASH}\s?{_NUMBER})?(?:\s?ff?\b\.?)?"
    r"(?:,?\s?nn?\.\s?\d{1,3})?)"
)
_PINNED = re.compile(
    rf"(?:,\s(?:S\.\s?|p\.\s?|at\s)?(?!{YEAR}\b){_PIN}"
    rf"|\s?[(\[](?:S\.\s?)?(?!{YEAR}[)\]]){_PIN.replace('pin', 'inner')}[)\]])"
)
#: "612", "at 620", "34, 269", "171 (1971), 33", "1974, 120", ", n° 187", ", p. 77".
_AT = re.compile(rf",?\sat\s{_PIN}")
_PAGE = re.compile(r",?\s(?P<page>\d{1,5})(?![\w°])")
_VOLUME_PAGE = re.compile(
    rf",?\s(?P<volume>\d{{1,4}})(?:\s\((?P<year>{YEAR})\))?[,.]\s(?:S\.\s?|p\.\s?)?"
    r"(?P<page>\d{1,5})(?!\w)"
)
_NUMBERED = re.compile(
    rf"(?:,?\s(?P<year>{YEAR}))?[,.]?\s(?:n[°o]|p\.|S\.)\s?(?P<page>\d{{1,5}})(?!\w)"
)
#: Behind: the court and the year.
_DATED = re.compile(rf"\s\((?:[^()\n]{{1,30}}\s)?{YEAR}\)")
#: A case has at most so many pages, where only the first is known.
_LONGEST = 150
#: So far before a reporter without volume the date of a case stands (code points).
_REACH = 80
#: Where what leads to a journal begins; the numbers of what is cited before; a name or a noun.
_PART = re.compile(r"\A|[;(\[\n]|[^\W\d_]{3,}[.!?]\s(?<!Anm\.\s)")
_FIGURES = re.compile(r"\A|\d")
_NO_DIGIT = re.compile(r"\D")
_CAPITAL = re.compile(r"(?<![\w])[^\W\d_a-zß-ÿ][\w’'-]*")
#: What stands between the name of a case and its reporter.
_BEHIND_NAME = (", ", "*, ", ",* ", "_, ", " ", "* ")

#: The place in a statute, before its name.
_UNIT = (
    r"(?:Abs|Absatz|Absätze|S|Satz|Nr|Nrn|Alt|Hs|Halbs|lit|Buchst|UAbs|Unterabs|Var|Fall|alinéas?"
    r"|als?|paras?|ff|f|bis|ter|quater|und|et|and|i\.\s?V\.\s?m|u|or|to|à|1er|[a-h]|[IVX]{1,4}"
    r"|\d{1,4}(?:[a-z]{1,2}|er)?(?:-\d{1,3})*(?:\(\w{1,3}\))*)(?![^\W_])"
)
_LABEL = r"(?P<label>§§?|\b[Aa]rt(?:icles?|ikeln?|s)?\.?|\b[Ss]ections?|\bss?\.?)"
_LABELLED = rf"{_LABEL}\s?(?P<place>(?:[LRD]\.?\s?)?\d(?:\(\w{{1,3}}\))*(?:{_UNIT}|[\s.,–-])*?)"
_PLACE_BEFORE = re.compile(
    rf"{_LABELLED},?\s(?:(?:des|der|du|de\sla|of\sthe|of|aus\sdem|im)\s)?[*_“\"«„]?$"
)
_PLACE_BEHIND = re.compile(
    rf"[*_”\"»]?(?:\s{YEAR})?,?\s{_LABELLED}(?=[,;:)\]]|\.(?:\s|\Z)|\s(?!{_UNIT}\b)|\Z)"
)
_SUBSECTIONS = re.compile(r"(?:\(\w{1,4}\))*(?![\w-])")
_TERMS = {
    "§": "section",
    "s": "section",
    "S": "section",
    "a": "article-locator",
    "A": "article-locator",
}

#: Behind the short name of a case that was cited: a place in it, a noun, "supra".
_NAME_AT = re.compile(rf"[*_]?,?\s(?:[*_]?supra[*_]?,?\s)?at\s{_PIN}")
_NAME_NOUN = re.compile(
    r"[*_”\"]?\s(?:[Cc]ourt|panel|majority|dissent|opinion|decision|case|judgment|test|rule"
    r"|doctrine|standard|holding)\b"
)
_IN_NAME = re.compile(r"(?<!\w)[Ii]n\s[*_]?$")


class _Cited(NamedTuple):
    start: int
    end: int
    entry: int
    locator: str


def law(text: str, typed: str, catalogue: Catalogue, masked: Masks) -> list[Suggestion]:
    """The cases, the statutes and the articles by journal and page that ``text`` cites;
    ``typed`` is the text in :func:`citekit.find.worktitles.typed` form."""
    found: list[Suggestion] = []
    first: dict[int, int] = {}  # where each case is first cited
    done = 0
    for start, end, sign in catalogue.reports.places(typed):
        if start < done or masked.covers(start):
            continue
        if sign.kind == "reporter":
            one = _reported(text, start, end, sign.reports, catalogue, first)
        elif sign.kind in ("statute", "code"):
            one = _statute(text, start, end, sign)
        else:
            one = _Cited(start, end, sign.entries[0], "") if len(sign.entries) == 1 else None
        if one is None or one.entry in catalogue.own:
            continue
        if one.entry in catalogue.reports.names:
            first.setdefault(one.entry, one.end)
        done = one.end
        found.append(
            _suggestion(one, catalogue, "mention" if sign.kind == "case" else "citation", sign.kind)
        )
    taken = Masks([(one.start, one.end) for one in found])
    for entry, at in first.items():
        for one, kind in _by_name(text, entry, at, catalogue):
            if not masked.covers(one.start) and not taken.covers(one.start):
                found.append(_suggestion(one, catalogue, kind, "case"))
    return found


def with_cases(
    text: str, typed: str, catalogue: Catalogue, references: Sequence[Suggestion]
) -> list[Suggestion]:
    """The references; those of no work known otherwise with the case that they print by its
    reporter or docket number."""
    found = list(references)
    for index, one in enumerate(found):
        key = "" if one.body.value else _case_in(text, typed, (one.start, one.end), catalogue)
        if key and catalogue.keys[key] not in catalogue.own:
            reason = f"the reporter or the docket number of {key}"
            found[index] = one._replace(
                body=Body("work", key), proposal=None, score=0.9, reasons=(reason,)
            )
    return found


def _case_in(text: str, typed: str, span: tuple[int, int], catalogue: Catalogue) -> str:
    """The key of the one case that a stretch of a text cites; or ""."""
    entries: set[int] = set()
    low, high = span
    for start, end, sign in catalogue.reports.places(typed[low:high]):
        if sign.kind == "docket":
            entries.update(sign.entries)
        elif sign.kind == "reporter":
            one = _reported(text, low + start, low + end, sign.reports, catalogue, ())
            entries.update(() if one is None else (one.entry,))
    cases = entries.intersection(catalogue.reports.names)
    return catalogue.entries[cases.pop()].key if len(cases) == 1 == len(entries) else ""


def _reported(
    text: str, start: int, end: int, reports: Sequence[Report], catalogue: Catalogue,
    cited: Collection[int],
) -> _Cited | None:  # fmt: skip
    """The work that a reporter with its numbers tells."""
    before = _BEFORE.search(text, max(0, start - 12), start)
    begins = before.start() if before is not None else start
    volume = before["volume"] if before is not None else None
    year = before["year"] if before is not None else None
    short = _AT.match(text, end) if volume else None
    if short is not None:
        own = [one for one in reports if one.volume == volume]
        return _pinned(text, begins, short, own, catalogue, cited)
    page = (_PAGE if volume or year else _VOLUME_PAGE).match(text, end) or _NUMBERED.match(
        text, end
    )
    if page is None:
        return None
    groups = page.groupdict()
    volume, year = volume or groups.get("volume"), year or groups.get("year")
    number = int(page["page"])
    own = [one for one in reports if _agrees(text, begins, one, volume, year)]
    whole = [one for one in own if one.page == number]
    if not whole:  # "JZ 1974, 125", a place in an article alone
        inside = [one for one in own if one.page < number <= one.last]
        if len(inside) != 1 or _is_anothers(text, begins, inside[0].entry, catalogue):
            return None
        return _Cited(
            _named(text, begins, inside[0].entry, catalogue),
            page.end(),
            inside[0].entry,
            page["page"],
        )
    if len({one.entry for one in whole}) != 1:
        return None
    entry, stop, pin = whole[0].entry, page.end(), ""
    place = _PINNED.match(text, stop)
    if place is not None:
        pin, stop = place["pin"] or place["inner"], place.end()
    dated = _DATED.match(text, stop)
    stop = dated.end() if dated is not None else stop
    return _Cited(_named(text, begins, entry, catalogue), stop, entry, pin)


def _is_anothers(text: str, at: int, entry: int, catalogue: Catalogue) -> bool:
    """Whether a name, a court or a note on a case before a journal says that the page is of
    another text than an article: "OLG Kiel, JZ 1974, 127", "Anm. zu BGH, JZ 1974, 130"."""
    part = text[max(0, at - _REACH) : at]
    part = part[max(found.end() for found in _PART.finditer(part)) :]
    names = catalogue.entries[entry].work.names("author")
    families = [name.family or name.literal for name in names]
    nearest = part[max(found.end() for found in _FIGURES.finditer(part)) :]
    words = [word for word in _CAPITAL.findall(nearest) if word.lower() not in PREFIXES]
    if not words and len(nearest) == len(part):
        return False  # "Vgl. JZ 1974, 125"
    return not any(family and family in (nearest if words else part) for family in families)


def _agrees(text: str, at: int, one: Report, volume: str | None, year: str | None) -> bool:
    """Whether a report has the volume and the year that are given; without either, its date
    stands before."""
    if year and one.years and int(year) not in one.years:
        return False
    if volume:
        same = one.volume == volume or (not one.volume and int(volume) in one.years)
        return same or bool(year and not one.volume)
    if year:
        return bool(one.years)
    return any(str(known) in text[max(0, at - _REACH) : at] for known in one.years)


def _pinned(
    text: str, begins: int, found: re.Match[str], reports: Sequence[Report],
    catalogue: Catalogue, cited: Collection[int],
) -> _Cited | None:  # fmt: skip
    """ "347 U.S. at 620": the case named before it, cited before, or the only one of the
    volume."""
    pin = int(_NO_DIGIT.split(found["pin"], maxsplit=1)[0])
    may = [
        one for one in reports
        if one.page <= pin <= (one.last if one.last > one.page else one.page + _LONGEST)
    ]  # fmt: skip
    named = [one for one in may if _named(text, begins, one.entry, catalogue) < begins]
    earlier = [one for one in may if one.entry in cited]
    for few in (named, earlier, may):
        if few:
            nearest = max(few, key=lambda one: one.page)
            if len({one.entry for one in few}) > 1 and few is may:
                return None
            start = _named(text, begins, nearest.entry, catalogue)
            return _Cited(start, found.end(), nearest.entry, found["pin"])
    return None


def _named(text: str, at: int, entry: int, catalogue: Catalogue) -> int:
    """Where the name of a case right before its reporter begins, or ``at``."""
    for name in catalogue.reports.names.get(entry, ()):
        for sign in _BEHIND_NAME:
            if text.endswith(name + sign, 0, at):
                return at - len(name) - len(sign)
    return at


def _statute(text: str, start: int, end: int, sign: Sign) -> _Cited | None:
    """The provision of a statute before or behind its name, or that its number is."""
    if len(sign.entries) != 1:
        return None
    entry = sign.entries[0]
    if sign.kind == "code":
        more = _SUBSECTIONS.match(text, end)
        if more is None:
            return None
        section = _LAST.search(text, start, end)
        place = text[section.end() : more.end()].strip() if section is not None else more[0]
        term = _TERMS[section["label"][0]] if section is not None else ""
        return _Cited(start, more.end(), entry, f"{term} {place}".strip())
    if text[end : end + 1] == "-":
        return None  # "BGB-Kommentar"
    low = max(0, start - 100)
    before = list(_LAST.finditer(text, low, start))
    for opened in before[:-3:-1]:
        found = _PLACE_BEFORE.match(text, opened.start(), start)
        if found is not None:
            named = _YEAR_OF.match(text, end)  # "section 6 of the Tidal Rights Act 1998"
            stop = end if named is None else named.end()
            return _Cited(found.start(), stop, entry, _locator(found))
    found = _PLACE_BEHIND.match(text, end, end + 80)
    return None if found is None else _Cited(start, found.end(), entry, _locator(found))


#: The year of an act, which is of its short title.
_YEAR_OF = re.compile(rf"(?<=\bAct)\s{YEAR}(?!\w)")
_LAST = re.compile(_LABEL + r"(?=\s?(?:[LRD]\.?\s?)?\d)")


def _locator(found: re.Match[str]) -> str:
    return f"{_TERMS[found['label'][0]]} {found['place'].strip(' ,')}"


def _by_name(text: str, entry: int, at: int, catalogue: Catalogue) -> Iterator[tuple[_Cited, str]]:
    """Where the short name of a case that is cited at ``at`` stands for it behind."""
    for name in catalogue.reports.names[entry][-1:]:
        start = text.find(name, at)
        while start != -1:
            end = start + len(name)
            if not (text[start - 1].isalnum() or text[end : end + 1].isalnum()):
                place = _NAME_AT.match(text, end)
                if place is not None:
                    yield _Cited(start, place.end(), entry, place["pin"]), "citation"
                elif _NAME_NOUN.match(text, end) or (
                    text[end : end + 1] in (",", "*")
                    and _IN_NAME.search(text, max(0, start - 5), start)
                ):
                    yield _Cited(start, end, entry, ""), "mention"
            start = text.find(name, end)


def _suggestion(one: _Cited, catalogue: Catalogue, kind: str, sign: str) -> Suggestion:
    key = catalogue.entries[one.entry].key
    reason = {
        "reporter": f"the reporter, the volume and the page of {key}",
        "docket": f"the docket number of {key}",
        "case": f"the name of {key}",
    }.get(sign, f"the name of {key} and a provision")
    return Suggestion(
        one.start, one.end, kind, Body("work", key), "cites", one.locator,
        method="law" if kind == "citation" else "case-name",
        score=0.8 if sign == "case" else 0.95, reasons=(reason,),
    )  # fmt: skip
