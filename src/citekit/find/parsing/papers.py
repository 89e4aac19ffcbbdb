"""What a work is that stands in no journal or book: papers of a series, manuscripts, data sets,
the texts of acts.

Sources: ISO 690:2021, 7.7 (reports and their series); Chicago Manual of Style (17th edition),
14.218 (working papers and unpublished manuscripts), 14.208 (blogs), 14.257 (scientific databases);
Publication Manual of the APA (7th edition), 9.21 (descriptions in brackets), 11.5 (statutes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.parsing.parts import Part, Sure

_CAPITAL = r"[^\W_a-zß-ÿœ][\w’'/&.-]*"
#: The words before the noun of a series: "World Bank Policy Research", "Social, Employment and".
_LED = rf"(?:{_CAPITAL},?\s|(?:and|for|of|the|on|&|und|für)\s){{0,13}}?"
_NOUN = (
    r"(?:(?:Working|Discussion|Research|Policy|Staff|Technical|Occasional|Background|Staff\sWorking"
    r"|Economic\sResearch)\s(?:Papers?|Notes?|Reports?)(?:\sSeries)?|Discussion\sSeries"
    r"|Diskussions(?:papiere?|beitr[aä]ge?|beitrag)|Arbeitspapiere?|[Dd]ocuments?\sde\stravail"
    r"|[Cc]ahiers?\sde\srecherche|[Dd]ocument\sd[’']études?)"
)
_ABOUT = r"(?:\s(?:zur|zum|für|in|on|en|de|sur)\s[^,.:;\d]{3,50}?)?"
_NUMBER = (
    r"(?:,?\s(?:[Nn]os?\.?|[Nn]r\.?|[Nn]umber|[Nn][°º]\.?|#)\s?|,?\s)"
    r"(?=\S*\d)[A-Z]{0,4}\d[\w/.-]*\b"
)
#: "NBER Working Paper No. 13085", "IZA Discussion Papers 3640", "Document de travail n° 633".
_SERIES = re.compile(
    rf"(?<=[.,?!”\"»’])\s(?:in:\s)?(?P<genre>(?:{_LED}{_NOUN}{_ABOUT}(?:\s\([^()\d]{{2,12}}\))?{_NUMBER}"
    r"|arXiv\spreprint\sarXiv:\d{4}\.\d{4,5}(?:v\d+)?)[.,;:]?)(?=\s|$)"
)
#: Without a number, between a title and whoever has it: "Mimeo", "Dataset".
_KIND = re.compile(
    r"(?<=[.,?!”\"»’])\s(?P<genre>\[?(?:[Uu]npublished\s(?:manuscript|paper|working\spaper|data)|[Mm]imeo(?:graph)?"
    r"|Manuscript|Typescript|Manuskript|[Uu]nveröffentlichtes\sManuskript|[Ii]nédit|Data\s?[Ss]et"
    r"|Datensatz|Jeu\sde\sdonnées|Job\s[Mm]arket\s[Pp]aper|[Mm]anuscrit)\]?[.,;])(?=\s|$)"
)
_BLOG = re.compile(r"\s(?P<genre>\([Bb]log\)[.,]?)(?=\s|$)")
#: "Salt Tax Act, Pub. L. No. 12-3, 95 Stat. 20".
_ACT = re.compile(
    r"(?P<title>[^\W\d_a-zß-ÿœ][^.;:“”\"]{4,150}?\s(?:Act|Code)(?:\sof\s(?:1[5-9]|20)\d\d)?,)"
    r"\s(?P<number>(?:Pub(?:lic)?\.?\sL(?:aw)?\.?\s(?:No\.?\s)?[\d–-]+,?))"
    r"(?:\s(?P<volume>\d{1,3})\s(?P<journal>Stat\.)\s(?P<pages>\d{1,5}\b[.,]?))?"
)
#: A cheap look before all of these.
_MAY_BE = (
    "aper", "eries", "Note", "Report", "apier", "beitr", "ravail", "echerche", "étude", "preprint",
    "npublished", "imeo", "anus", "ypescript", "nveröff", "nédit", "ata", "Daten", "données",
    "log)", " L.", " Law ",
)  # fmt: skip
_OPEN = frozenset("booktitle journal title series publisher genre".split())
_KEPT = frozenset("author editor date pages url doi".split())


def papers(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The series and number of a paper, the kind of another text, and who issued either."""
    if not any(word in string for word in _MAY_BE):
        return []
    act = _ACT.match(string)
    if act is not None:
        names = "title number volume journal pages".split()
        return [(name, *act.span(name)) for name in names if act[name]]
    first = next((part.end for part in parts if part.label in ("author", "editor")), 0)
    start = next((p.start for p in parts if p.label == "title" and p.start >= first), None)
    if start is None:
        return []
    sure: list[Sure] = []
    for pattern in (_SERIES, _KIND, _BLOG):
        found = pattern.search(string, start + 1)
        if found is not None and not _is_kept(parts, *found.span("genre")):
            sure.append(("genre", *found.span("genre")))
            sure += _issued(string, parts, found.end("genre"))
            break
    return sure


def _is_kept(parts: Sequence[Part], start: int, end: int) -> bool:
    """Whether a stretch is of a part that it cannot be cut from."""
    return any(part.label in _KEPT and part.start < end and start < part.end for part in parts)


def _issued(string: str, parts: Sequence[Part], end: int) -> Iterator[Sure]:
    """Who issued a paper: what is left of the part that its series was in, and of the next where
    the place was cut from the name: "Banque de | France"."""
    part = next((p for p in parts if p.start < end < p.end), None)
    if part is not None and part.label in _OPEN and string[end : part.end].strip(" .,;:"):
        yield "publisher", end + 1, part.end
        return
    behind = [p for p in parts if p.start >= end][:2]
    if [p.label for p in behind] == ["place", "publisher"] and _CUT_OFF.search(behind[0].text):
        yield "publisher", behind[0].start, behind[1].end


_CUT_OFF = re.compile(r"\s(?:de|of|du|des|d’|for|für)$")
