"""Dates in and out: EDTF level 0 and 1 (ISO 8601-2:2019), and what people write.

:func:`parse_date` reads both; :func:`format_edtf` prints EDTF, so that
``parse_date(format_edtf(date)) == date`` for every date a reader makes.
:func:`bibtex_date` puts BibTeX's ``year``, ``month`` and ``day`` together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from citekit.model import Date, DatePoint

_MONTH_NAMES = (
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "janner feber maerz april mai juni juli august september oktober november dezember",
)
_SEASON_NAMES = (
    "spring fruhling fruhjahr printemps primavera voorjaar lente",
    "summer sommer ete verano estate zomer verao",
    "autumn fall herbst automne otono autunno herfst outono",
    "winter hiver invierno inverno",
)


def _month_table() -> dict[str, int]:
    """Month names and those of their prefixes (three letters up) that mean one month only."""
    meanings: dict[str, set[int]] = {}
    whole: dict[str, int] = {}
    for names in _MONTH_NAMES:
        for number, name in enumerate(names.split(), 1):
            whole[name] = number
            for end in range(3, len(name)):
                meanings.setdefault(name[:end], set()).add(number)
    table = {prefix: min(found) for prefix, found in meanings.items() if len(found) == 1}
    return table | whole


_MONTHS = _month_table()
_SEASONS = {n: i for i, names in enumerate(_SEASON_NAMES, 1) for n in names.split()}

#: BibTeX's month macros.
MONTH_MACROS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CIRCA = re.compile(
    r"^(?:circa|ca?\.|ca(?=\s*\d)|c(?=\s+\d)|approx\.?|around|about|um|vers)\s*", re.I
)
_POINT = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{4,18}|Y-?\d{1,4}E\d{1,2})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T[0-9:.,]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?P<flag>[?~%]?)",
    re.A,
)
_DECADE = re.compile(r"(-?)(\d\d\d?)(X{1,2})([?~%]?)", re.A)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)", re.A)
_SHORT_YEARS = re.compile(r"(\d{4})\s*(?:--|[/–—]|-(?![0-2]))\s*(\d\d)", re.A)
_ERA = re.compile(r"(\d{1,5})\s*(B\.?\s?C\.?(?:\s?E\.?)?|v\.\s?Chr\.|av\.\s?J\.-C\.)", re.I | re.A)
_OUR_ERA = re.compile(r"^(?:A\.?D\.?)\s*(?=\d)|(?<=\d)\s*(?:A\.?D\.?|C\.?E\.?)$", re.I)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.A)
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.A)
_DASH = re.compile(
    r"\s*(?:--+|[–—]|(?<=[^\W\d_.])\s*[-/]\s*(?=[^\W\d_])|\s-\s|(?<=\d{4})-(?=\d{4}))\s*"
)
#: Between days: "3–5 May", "3./4. Mai", "30. April bis 2. Mai", "du 3 au 5 mai".
_SPAN = re.compile(r"\s*(?:[-–—]+|/)\s*|\s+(?:to|until|and|bis|und|au|et)\s+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+|\d+", re.U)
_NOISE = frozenset(
    ("of", "de", "den", "der", "the", "du", "del", "st", "nd", "rd", "th", "er", "e")
)


def parse_date(text: str) -> Date | None:
    """The date ``text`` says, or None when it says none.

    Reads EDTF levels 0 and 1 (ranges, open ends, ``?``, ``~``, ``%``, seasons
    21–24, unspecified digits as the range they cover, years from before 1 CE
    counted astronomically, ``Y`` years), then what people write ("May 2001",
    "3. Mai 2001", "c. 1999", "[2001?]", "44 BC", "1999--2000").  A date the
    calendar does not have (30 February) is None.
    """
    text = text.strip()
    if not text:
        return None
    return _edtf(text) or _written(text)


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date in EDTF, as BibLaTeX's date fields need it (manual, 2.3.8)."""
    return _edtf(text.strip()) is not None


def format_edtf(date: Date) -> str:
    """``date`` in EDTF; the literal of a date that is only words."""
    if date.start is None and date.end is None:
        return date.literal
    flag = "%" if date.approximate and date.uncertain else ""
    flag = flag or ("~" if date.approximate else "?" if date.uncertain else "")
    start = _print_point(date.start) + flag if date.start else ".."
    if not date.range and date.end is None:
        return start
    end = _print_point(date.end) + flag if date.end else ".."
    return f"{start}/{end}"


@lru_cache(maxsize=512)
def parse_month(text: str) -> tuple[DatePoint, ...] | None:
    """The month a BibTeX ``month`` field names, as points of year 0.

    One point, or two for a range ("jan/feb"); None when it names no month.
    A day may stand with it ("10~jan", "3 May"), or two ("May 3--5").
    """
    cleaned = re.sub(r"[{}~.,\s#\"\u00a0]+", " ", text).strip()
    if (days := _days(f"{cleaned} 0000")) and days.start and days.end:
        return days.start, days.end
    ends = [_words_point(part, 0) for part in re.split(r"\s*(?:--?|/|–|—|&| and )\s*", cleaned)]
    if len(ends) > 2 or any(point is None for point in ends):
        return None
    return tuple(point for point in ends if point)


@lru_cache(maxsize=4096)
def bibtex_date(year: str, month: str = "", day: str = "") -> Date:
    """The date of BibTeX's fields; one with only a literal when ``year`` is no date.

    A month or day that is not understood is left out; ask :func:`parse_month`.
    """
    date = parse_date(year.replace("~", " ").replace("{", "").replace("}", ""))
    if date is None:
        return Date(literal=year.strip())
    points = parse_month(month) if month else None
    start = date.start
    if not points or date.range or start is None or start.month or start.season:
        return date
    first, last = points[0], points[-1]
    if day.strip().isdecimal() and first.month and first.day is None and len(points) == 1:
        first = first._replace(day=int(day))
    first, last = first._replace(year=start.year), last._replace(year=start.year)
    if not (_valid(first) and _valid(last)):
        first = last = first._replace(day=None)
    if len(points) == 1:
        return date._replace(start=first)
    return date._replace(start=first, end=last, range=True)


# --- EDTF -------------------------------------------------------------------


def _edtf(text: str) -> Date | None:
    if "/" not in text:
        return _edtf_point(text)
    left, _, right = text.partition("/")
    if left in ("", "..") and right in ("", ".."):
        return None
    start = Date() if left in ("", "..") else _edtf_point(left)
    end = Date() if right in ("", "..") else _edtf_point(right)
    return _join(start, end)


def _join(start: Date | None, end: Date | None) -> Date | None:
    """One range from two dates, ``Date()`` standing for an open end."""
    if start is None or end is None:
        return None
    return Date(
        start.start,
        end.end if end.range else end.start,
        range=True,
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
    )


def _edtf_point(text: str) -> Date | None:
    found = _POINT.fullmatch(text)
    if not found:
        return _decade(text)
    year = _year(found["year"])
    month, day = _number(found["month"]), _number(found["day"])
    if month is None and day is not None:
        return None
    return _flagged(_point(year, month, day), found["flag"])


def _number(digits: str | None) -> int | None:
    return None if digits in (None, "XX") else int(digits or "0")


def _year(text: str) -> int:
    mantissa, _, exponent = text.lstrip("Y").partition("E")
    return int(mantissa) * int("1" + "0" * int(exponent or "0"))


def _flagged(point: DatePoint | None, flag: str) -> Date | None:
    if point is None:
        return None
    return Date(point, approximate=flag in ("~", "%"), uncertain=flag in ("?", "%"))


def _decade(text: str) -> Date | None:
    """Unspecified digits (``201X``, ``19XX``) as the years they cover."""
    found = _DECADE.fullmatch(text)
    if not found or len(found[2]) + len(found[3]) != 4:
        return None
    width = 10 ** len(found[3])
    low = int(found[2]) * width
    ends = (low, low + width - 1) if not found[1] else (-(low + width - 1), -low)
    start = _flagged(DatePoint(ends[0]), found[4])
    return _join(start, Date(DatePoint(ends[1])))


def _point(year: int, month: int | None = None, day: int | None = None) -> DatePoint | None:
    """The point, its month 21–24 read as a season; None when the calendar has it not."""
    if month is not None and 21 <= month <= 24 and day is None:
        return DatePoint(year, season=month - 20)
    point = DatePoint(year, month, day)
    return point if _valid(point) else None


def _valid(point: DatePoint) -> bool:
    if point.month is None:
        return point.day is None
    if not 1 <= point.month <= 12:
        return False
    if point.day is None:
        return True
    leap = point.year % 4 == 0 and (point.year % 100 != 0 or point.year % 400 == 0)
    last = 28 if point.month == 2 and not leap else _DAYS[point.month - 1]
    return 1 <= point.day <= last


def _print_point(point: DatePoint) -> str:
    if abs(point.year) > 9999:
        text = f"Y{point.year}"
    else:
        text = f"{point.year:05d}" if point.year < 0 else f"{point.year:04d}"
    if point.season is not None:
        return f"{text}-{20 + point.season}"
    if point.month is not None:
        text += f"-{point.month:02d}"
        if point.day is not None:
            text += f"-{point.day:02d}"
    return text


# --- what people write ------------------------------------------------------


def _written(text: str) -> Date | None:
    text, approximate, uncertain = _strip_doubt(text)
    for rule in _RULES:
        date = rule(text)
        if date is not None:
            return date._replace(
                approximate=date.approximate or approximate,
                uncertain=date.uncertain or uncertain,
            )
    return None


def _strip_doubt(text: str) -> tuple[str, bool, bool]:
    """Brackets, "circa", question mark and copyright sign off; what they meant."""
    text = text.strip("[]()<> \t\r\n,;.").replace("\u00a0", " ")
    uncertain = text.endswith("?")
    text = text.rstrip("?]) ")
    shorter = _CIRCA.sub("", text)
    approximate = shorter != text
    text = re.sub(r"^(?:©|cop\.|c(?=\d{4}))\s*", "", shorter)
    return _OUR_ERA.sub("", text).strip(), approximate, uncertain


def _plain_year(text: str) -> Date | None:
    if re.fullmatch(r"\d{1,4}", text, re.A):
        return Date(DatePoint(int(text)))
    return _edtf(text)


def _before_christ(text: str) -> Date | None:
    found = _ERA.fullmatch(text)
    return Date(DatePoint(1 - int(found[1]))) if found else None


def _digits(text: str) -> Date | None:
    """20010503, 3.5.2001, 2001/5/3."""
    if found := _BASIC.fullmatch(text) or _SLASHED.fullmatch(text):
        point = _point(int(found[1]), int(found[2]), int(found[3]))
    elif found := _DOTTED.fullmatch(text):
        point = _point(int(found[3]), int(found[2]), int(found[1]))
    else:
        return None
    return Date(point) if point else None


def _short_range(text: str) -> Date | None:
    """1998--99; 2001-13, with one hyphen, is a month that is none."""
    found = _SHORT_YEARS.fullmatch(text)
    if not found:
        return None
    first = int(found[1])
    last = first - first % 100 + int(found[2])
    return Date(DatePoint(first), DatePoint(last), range=True) if last > first else None


def _words(text: str) -> Date | None:
    """Month or season names with a year, and a day perhaps."""
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    year = int(years[0])
    point = _words_point(text.replace(years[0], " ", 1), year)
    return Date(point) if point else None


def _words_point(text: str, year: int) -> DatePoint | None:
    """Words and digits that are a month (or season) and perhaps a day."""
    month = day = season = None
    for word in _WORD.findall(text):
        folded = _fold(word)
        if folded.isdecimal() and len(folded) <= 2:
            if day is not None:
                return None
            day = int(folded)
        elif folded in _MONTHS and month is None:
            month = _MONTHS[folded]
        elif folded in _SEASONS and season is None:
            season = _SEASONS[folded]
        elif folded not in _NOISE:
            return None
    if season is not None:
        return DatePoint(year, season=season) if month is None and day is None else None
    if month is None and day is not None and year == 0:
        return _point(year, day)  # a bare number names a month only where a month is asked for
    return _point(year, month, day) if month is not None else None


def _days(text: str) -> Date | None:
    """From one day to another of a year: "May 3–5, 2004", "30. Mai bis 2. Juni 2004"."""
    years = _YEAR.findall(text)
    if len(years) != 1 or not (text.startswith(years[0]) or text.endswith(years[0])):
        return None
    parts = _SPAN.split(_YEAR.sub(" ", text))
    if len(parts) != 2:
        return None
    named = [[word for word in _WORD.findall(part) if _fold(word) in _MONTHS] for part in parts]
    start, end = (
        _words_point(part if own else " ".join([part, *other]), int(years[0]))
        for part, own, other in zip(parts, named, reversed(named), strict=True)
    )
    if start is None or end is None or start.day is None or end.day is None or end <= start:
        return None
    return Date(start, end, range=True)


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _written_range(text: str) -> Date | None:
    """Two dates and a dash; the first may leave the year to the second."""
    parts = _DASH.split(text)
    if len(parts) != 2 or not all(parts):
        return None
    end = _written(parts[1])
    if end is None or end.start is None:
        return None
    start = _written(parts[0])
    if start is None:
        start = _written(f"{parts[0]} {end.start.year:04d}")
    return _join(start, end)


_RULES: tuple[Callable[[str], Date | None], ...] = (
    _plain_year,
    _before_christ,
    _digits,
    _short_range,
    _words,
    _days,
    _written_range,
)
