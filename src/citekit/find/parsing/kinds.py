"""The CSL type of a parsed reference, as its genre, what it stands in and its title suggest.

Source: CSL 1.0.2, appendix III (item types).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.model import Date

_CASE = re.compile(r"\sv\.\s")
THESIS = re.compile(r"th[eè]s|diss|habil|mémoire|tesi|diplomarbeit|magister|masterarbeit", re.I)
_OF_GENRE = re.compile(
    r"(?P<patent>patent)|(?P<dataset>data\s?set|datensatz|jeu de données)"
    r"|(?P<software>software|computer program|computerprogramm|logiciel)"
    r"|(?P<speech>^(?:speech|lecture|keynote|address|sermon|remarks|talk|rede|ansprache|(?:fest)?vortrag"
    r"|predigt|discours|allocution|conférence|(?:paper|conference|poster)\s\w+|poster)\b)"
    r"|(?P<blog>\bblog\b)"
    r"|(?P<manuscript>^(?:unpublished|mimeo|manus[ck]ri|typescript|unveröffentlicht|inédit|job\smarket))",
    re.I,
)
#: The title of what has none of its own.
_TITLED_AS = re.compile(
    r"(?P<report>(?:(?:final|interim|annual) )?report$|(?:jahres|schluss)?bericht$"
    r"|rapport(?: annuel)?$)"
    r"|(?P<speech>(?:speech|rede|ansprache|discours|allocution)\s(?:prononcée? |gehalten |given )?"
    r"(?:at|to|before|in|im|vor|auf|bei|an|am|à|aux?|devant|lors|dans)\b)",
    re.I,
)
#: Acts and the gazettes that print them.
_GAZETTE = re.compile(
    r"(?:Stat|OJ(?:\s[LC])?|ABl|BGBl|RGBl|JORF|JO|Official Journal|Amtsblatt|Bundesgesetzblatt"
    r"|Journal officiel|Federal Register|Fed\. Reg)\b"
)
_ACT = re.compile(
    r"(?:(?:Council |Commission )?(?:Regulation|Directive|Decision) \((?:EU|EC|EEC)\)"
    r"|(?:Directive|Richtlinie|Verordnung|Règlement) (?:\((?:EU|EG|UE|CE)\) )?(?:Nr\. |n[°º] )?"
    r"\d+/\d|(?:Loi|Décret|Ordonnance) n[°º]|Gesetz (?:zu[rm]?|über)\b.* vom\b)"
    r"|.+\bAct(?: of (?:1[5-9]|20)\d\d)?$"
)
_PREPRINT = re.compile(r"preprint|vorabdruck|prépublication", re.I)
_REPORT = re.compile(
    r"report|tech|working|discussion|memo|rapport|bericht|arbeitspapier"
    r"|diskussion|de travail|de recherche|staff paper|research paper"
    r"|policy (?:paper|note)|occasional",
    re.I,
)
_MEETING = re.compile(
    r"\bproc(?:eedings|\.)|conference|workshop|symposi|congress|colloqu|\bmeeting|konferenz|tagung"
    r"|kongress|actes d|atti d|actas d|\bconf\.|\bsymp\.",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:times|post|guardian|telegraph|zeitung|tribune|herald|spiegel|monde|figaro|libération"
    r"|independent|observer|gazette|reuters|news|daily|courier|tagesspiegel|standard|repubblica"
    r"|corriere|país|welt|globe|chronicle|die zeit|handelsblatt|wall street journal|économiste"
    r"|échos|economist|newsweek)\b",
    re.I,
)


def _is_act(fields: Mapping[str, Any], container: str) -> bool:
    """Whether a work without an author is an act, by its title where a gazette has it, or
    nothing and nobody has published it."""
    printed = _GAZETTE.match(container) or not (container or fields.get("publisher"))
    return bool(printed and _ACT.match(fields.get("title", "")))


def _is_daily(fields: Mapping[str, Any]) -> bool:
    """Whether a work has the day on which it appeared."""
    issued = fields.get("issued")
    return isinstance(issued, Date) and bool(issued.start and issued.start.day)


def kind_of(fields: Mapping[str, Any], groups: Mapping[str, list[str]]) -> str:
    """The CSL type that the fields suggest."""
    genre = fields.get("genre", "")
    container = fields.get("container-title", "")
    if THESIS.search(genre):
        return "thesis"
    if genre and (kind := _OF_GENRE.search(genre)):
        return "post-weblog" if kind["blog"] else kind.lastgroup or ""
    if not fields.get("author") and _is_act(fields, container):
        return "legislation"
    if "journal" in groups:
        if _CASE.search(fields.get("title", "")) and not fields.get("author"):
            return "legal_case"
        if _PAPER.search(container) and (_is_daily(fields) or "volume" not in fields):
            return "article-newspaper"
        return "article-journal"
    if _REPORT.search(genre):
        return "report"
    if _PREPRINT.search(genre) and not container:
        return "article"
    if _PAPER.search(container) and _is_daily(fields):
        return "article-newspaper"
    if not container and (kind := _TITLED_AS.match(fields.get("title", ""))):
        return kind.lastgroup or ""
    if container:
        return "paper-conference" if _MEETING.search(container) else "chapter"
    if any(fields.get(name) for name in ("publisher", "publisher-place", "edition", "ISBN")):
        return "book"
    if fields.get("URL"):
        return "webpage"
    if genre:
        return "manuscript"
    return "article-journal" if "volume" in fields and "page" in fields else "document"
