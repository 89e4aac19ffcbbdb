"""What has the shape of a citation and may be one of a work that no reader knows: "(Rep. 515a)",
"347 U.S. 612", "BGHZ 26, 349", "§ 12 Abs. 3 StGB", "Lee, Rivers, p. 12".  "Ibid." behind it repeats
it, whatever it cites (Chicago Manual of Style, 17th edition, 14.30 and 14.34: author, short title
and page are a note's short form; "ibid." is the single work cited last)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from citekit.find.citations.lettershapes import letter_at
from citekit.find.citations.names import UPPER
from citekit.find.shapes import YEAR
from citekit.find.signs import year_places

#: So far back from a place is looked (code points).
_REACH = 2000
_SIGNAL = r"(?:(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Ss]o)\s)?"
#: With these what stands in brackets is no work: a part of this one, a date.
_NO_WORKS = (
    r"(?!(?:Fig|Figs|Figures?|Tab|Tables?|Tabellen?|Tableau|Abb|Abbildung(?:en)?|Chapters?|Ch|Kap|Kapitel"
    r"|Chapitres?|Chap|Sections?|Sec|Abschnitt|Parts?|Teil|Partie|Appendix|Anhang|Annexe|Notes?|Anm|Fn|FN"
    r"|Fußn(?:ote)?|Seiten?|Pages?|S|P|Pp|Nr|No|N|Bd|Vol|Eq|Gl|Plates?|Taf|Pl|Maps?|Box|Rn|Rdnr"
    r"|Jan|January|Januar|Feb|February|Februar|Mar|March|März|Apr|April|May|Mai|Jun|June|Juni|Jul|July|Juli"
    r"|Aug|August|Sept?|September|Oct|October|Okt|Oktober|Nov|November|Dec|December|Dez|Dezember)\b)"
)
_YEAR = rf"{YEAR}[a-k]?"
#: In brackets a word or two with capitals, and a number that is no year alone.
_BRACKET = (
    rf"[(\[]{_SIGNAL}(?:[1-3]\s)?{_NO_WORKS}(?:[{UPPER}][^\W\d_]{{0,11}}\.?,?\s){{1,3}}"
    rf"(?:[^\W\d_]{{1,4}}\.\s){{0,2}}(?!{_YEAR}\s?[)\];])"
    r"(?:§{1,2}\s?)?(?:\d|[IVXLC]{1,6}[,.\s])"
)
#: "347 U.S. 612", "92 Harv. L. Rev. 411", "42 U.S.C. § 3604": volume, reporter, page.
_REPORTED = (
    rf"\b\d{{1,4}}\s(?:[{UPPER}][\w’'&]*\.?\s?){{0,3}}[{UPPER}]\w*\."
    rf"(?:\d?[{UPPER}]?\w?\.?)?,?\s(?:at\s|§{{1,2}}\s?)?(?!{_YEAR}\b)\d{{1,4}}\b"
)
#: "BGHZ 26, 349", "JZ 1974, 125": the capitals of a collection or a journal, two numbers.
_COLLECTED = rf"\b[{UPPER}]\w?[{UPPER}]\w*\s\d{{1,4}}(?:\s\(\d{{4}}\))?,\s\d{{1,4}}\b"
#: "§ 12 Abs. 3 StGB": the provision and the abbreviation of a statute.
_PROVISION = rf"§{{1,2}}\s?\d[^\n;()§]{{0,40}}?\s(?=[{UPPER}]\w*[{UPPER}])\w{{2,9}}\b(?!-)"
#: "Lee, Rivers, p. 12", "Lee: *Rivers*, S. 12", "Lee, « Rivers », p. 12": an author, a title and a
#: page with its label.
_WORD = r"[^\W\d_][\w’'-]*\.?"
_SHORT = (
    rf"(?<![\w’'-])(?:[{UPPER}]\.[ -]?){{0,3}}[{UPPER}][\w’'-]+"
    rf"(?:\s(?:and|und|et|&|/)\s[{UPPER}][\w’'-]+)?"
    rf"(?:,|:)\s[*_“\"„«‘]{{0,2}}\s?[{UPPER}][\w’'-]*(?:,?\s(?:{_WORD}|\d{{1,4}})){{0,9}}?"
    r"\s?[*_”“\"»’]{0,2},?[*_”\"]{0,2}\s(?:pp?|S|Sp|Bl|fols?)\.\s?(?:\d|[ivxlc]+\b)"
)
_UNREAD = re.compile(rf"{_BRACKET}|{_REPORTED}|{_COLLECTED}|{_PROVISION}|{_SHORT}")
#: What goes on a citation: "Okell, The Passive Bench, 92 Harv. L. Rev. 411".
_GAP = re.compile(r"[\s,:;()”“\"’»«*_]*")
#: The page or pages that a citation of a reporter ends with.
_PAGE = re.compile(r",?\s(?:at\s|§{1,2}\s?)?\d+$")


def unread(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans from ``start`` to ``end`` of what has the shape of a citation."""
    return (found.span() for found in _UNREAD.finditer(text, start, end))


def unread_between(text: str, cited: int, at: int) -> bool:
    """Whether something between the end of a citation at ``cited`` and ``at`` may cite another
    work; what follows the citation with nothing but a comma is a part of it, and so is what
    names the same volume again."""
    start = max(cited, at - _REACH)
    years = year_places(text)
    if any(
        letter_at(text, year, start)
        for year in years[bisect_left(years, start) : bisect_left(years, at)]
    ):
        return True
    gap = _GAP.match(text, start, at)
    behind = gap.end() if gap is not None and start == cited else -1
    own = ""
    for first, last in unread(text, start, at):
        volume = _PAGE.sub("", text[first:last])
        if first == behind:
            own = volume
        elif volume != own:
            return True
    return False
