"""Dates that stand in pieces, or are none: "Times, 23 June" far from the year, "22 (July): 3–42",
"Annual Report 2019".

Sources: Chicago Manual of Style (17th edition), 15.14 and 15.49 (author–date: the year behind the
author, month and day behind the periodical), 14.171 (month beside an issue).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.dates import parse_month
from citekit.find.parsing.parts import Part, Sure
from citekit.find.shapes import YEAR

_MONTH = r"(?P<month>[^\W\d_]{3,10}\.?(?:[/–-][^\W\d_]{3,10}\.?)?)"
_DAY = r"\d{1,2}(?:[–-]\d{1,2})?\.?"
#: A month, with a day or without: "23 June", "(June 10)", "Sept.".
_OF_YEAR = rf"(?:{_DAY}\s)?{_MONTH}(?:\s{_DAY}(?!\w))?"
_ALONE = re.compile(rf"[\s(,;]*{_OF_YEAR}[\s),.:;]*")
#: So long is the longest day and month, in code points.
_LONGEST = 32
_LAST = re.compile(rf"[,.]\s\(?(?P<date>{_OF_YEAR})\)?,?\W*$")
_LAST_BEHIND_NUMBER = re.compile(rf"(?<=[)\d])(?:,\s|\s(?=\())(?P<date>\(?{_OF_YEAR}\)?[\s,.:;]*)$")
_AND_PAGES = re.compile(rf"\W*{_OF_YEAR}\)?:\s(?P<pages>\w?\d+(?:[–-]\w?\d+)?\W*)")
_DAY_LAST = re.compile(rf"\s(?:(?P<word>vom|du|of)\s)?(?P<day>{_DAY})\s*$")
_WORD = re.compile(r"[^\W\d_]{3}")
_DAY_ALONE = re.compile(rf"{_DAY}")
_YEAR_FIRST = re.compile(rf"\W*{YEAR}\b")
_MONTH_FIRST = re.compile(rf"{_MONTH}\s{YEAR}\b")
_MONTH_ALONE = re.compile(rf"{_MONTH}[,.:]*")
_YEAR_ALONE = re.compile(rf"\(?(?P<year>{YEAR})\W*")
#: "2010. Spring Tides.", where the title begins with a month.
_YEAR_AND_TITLE = re.compile(rf"\W*{YEAR}[a-z]?\)?\.\s{_MONTH}")
_HAS_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_TITLES = frozenset("title booktitle journal".split())
_BEFORE_MONTHS = frozenset("journal booktitle issue volume place publisher genre".split())


#: The days on which a letter was written before the month or the year: "An Roth, 3.–5.", "To
#: Roth, May 3–5,", "À Roth, du 3 au 5".
_UP_TO = r"(?:\s?[–—/-]\s?|\s(?:to|until|and|bis|und|au|et)\s)"
_DAYS_LAST = re.compile(
    rf",\s(?:(?:vom|du|of)\s)?(?P<date>(?:(?P<month>[^\W\d_]{{3,9}}\.?)\s)?"
    rf"\d{{1,2}}\.?(?:\s[^\W\d_]{{3,9}}\.?)?{_UP_TO}\d{{1,2}}\.?),?\s*$"
)


def is_month(found: re.Match[str] | None) -> bool:
    """Whether the word in a match that stands for a month is one."""
    return found is not None and parse_month(found["month"]) is not None


def dated(_: str, parts: Sequence[Part]) -> list[Sure]:
    """The stretches that are dates, or none, by what the parts beside them are."""
    sure = [*_apart(parts), *_titles(parts)]
    return sorted(sure, key=lambda one: one[1])


def _apart(parts: Sequence[Part]) -> Iterator[Sure]:
    """Months and days that were taken for something else."""
    for part in parts:
        if part.label in ("issue", "volume") and _WORD.search(part.text):
            whole, last = _ALONE.fullmatch(part.text), _LAST_BEHIND_NUMBER.search(part.text)
            if is_month(whole):
                yield "date", part.start, part.end
            elif last is not None and is_month(last):
                yield "date", part.start + last.start("date"), part.end
        elif part.label == "date" and ": " in part.text:
            found = _AND_PAGES.fullmatch(part.text)
            if found is not None and is_month(found):
                yield "pages", part.start + found.start("pages"), part.end
    for before, part in pairwise(parts):
        if part.label == "date" and before.label == "title":
            yield from _of_writing(before, part)
            continue
        if part.label != "date" or before.label not in _BEFORE_MONTHS:
            continue
        if _DAY_ALONE.fullmatch(before.text) and is_month(_MONTH_ALONE.fullmatch(part.text)):
            yield "date", before.start, part.end
            continue
        low = max(0, len(before.text) - _LONGEST)
        if _YEAR_FIRST.match(part.text):
            last = _LAST.search(before.text, low)
            if last is not None and is_month(last):
                yield "date", before.start + last.start("date"), part.end
        elif is_month(_MONTH_FIRST.match(part.text)):
            day = _DAY_LAST.search(before.text, low)
            if day is not None and day["word"]:
                yield "note", before.start + day.start("word"), before.start + day.end("word")
            if day is not None:
                yield "date", before.start + day.start("day"), part.end


def _of_writing(title: Part, date: Part) -> Iterator[Sure]:
    """The days on which a letter was written, at the end of its title."""
    if not any(map(str.isdigit, title.text[-3:])):
        return
    days = _DAYS_LAST.search(title.text, max(0, len(title.text) - _LONGEST))
    if days is None:
        return
    month = days if days["month"] else _MONTH_FIRST.match(date.text)
    if is_month(month) and (not days["month"] or _YEAR_FIRST.match(date.text)):
        yield "date", title.start + days.start("date"), date.end


def _titles(parts: Sequence[Part]) -> Iterator[Sure]:
    """Titles that end in a year, or go on behind it, where another year stands before them."""
    years: set[str] = set()
    for index, part in enumerate(parts[:-1]):
        following = parts[index + 1]
        month = _YEAR_AND_TITLE.fullmatch(part.text) if part.label == "date" else None
        if following.label == "title" and is_month(month) and month is not None:
            yield "title", part.start + month.start("month"), following.end
        if part.label == "date":
            years.update(found[0] for found in _HAS_YEAR.finditer(part.text))
        elif part.label in _TITLES and following.label == "date" and years:
            found = _YEAR_ALONE.fullmatch(following.text)
            open_ended = part.text[-1].isalnum() and part.end + 1 == following.start
            if found is None or "(" in following.text or not open_ended:
                continue
            if found["year"] in years and part.label != "title":
                continue  # "(2004) … Journal of Tides 2004, 12"
            behind = parts[index + 2] if index + 2 < len(parts) else None
            on = behind is not None and behind.label == part.label
            yield part.label, part.start, behind.end if behind is not None and on else following.end
