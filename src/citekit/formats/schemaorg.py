"""schema.org in JSON-LD, written only.

Types and properties are schema.org's.  A journal's volume and issue are nodes of their
own, as its vocabulary has them; a person's particle is part of the family name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citekit.formats.base import Writing
from citekit.formats.markup import known, page_ends, report_written, start_date, without_markup
from citekit.model import Name, Work

#: CSL type and schema.org's; others are a CreativeWork.
TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "broadcast": "Episode",
    "chapter": "Chapter",
    "classic": "Book",
    "collection": "Collection",
    "dataset": "Dataset",
    "entry": "Article",
    "entry-dictionary": "Article",
    "entry-encyclopedia": "Article",
    "event": "Event",
    "figure": "ImageObject",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "musical_score": "SheetMusic",
    "pamphlet": "Book",
    "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical",
    "personal_communication": "Message",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "review": "Review",
    "review-book": "Review",
    "software": "SoftwareApplication",
    "song": "MusicRecording",
    "speech": "PresentationDigitalDocument",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
#: Types that only one CSL type is written as.
_ONCE = {name for name in TYPES.values() if list(TYPES.values()).count(name) == 1}

#: CSL type and the type of its container.
CONTAINERS = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "article-newspaper": "Newspaper",
    "review": "Periodical",
    "review-book": "Periodical",
    "chapter": "Book",
    "paper-conference": "Book",
    "post-weblog": "Blog",
    "webpage": "WebSite",
    "broadcast": "Series",
}

#: CSL variable and property, for text.
TEXTS = {
    "title": "name",
    "title-short": "alternateName",
    "abstract": "abstract",
    "language": "inLanguage",
    "URL": "url",
    "ISBN": "isbn",
    "edition": "bookEdition",
    "version": "version",
    "license": "license",
    "genre": "genre",
    "number-of-pages": "numberOfPages",
    "note": "comment",
}
#: ... for names ...
NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "illustrator": "illustrator",
    "director": "director",
    "producer": "producer",
    "composer": "composer",
    "performer": "performer",
    "contributor": "contributor",
    "recipient": "recipient",
}
#: ... and for dates.
DATES = {"issued": "datePublished", "original-date": "dateCreated"}
#: Identifiers that have no property of their own.
IDENTIFIERS = ("DOI", "PMID", "PMCID", "number", "call-number")

_PLACED = frozenset(
    """container-title collection-title volume issue ISSN page publisher publisher-place keyword
    """.split()
)
_WRITTEN = TEXTS.keys() | NAMES.keys() | DATES.keys() | set(IDENTIFIERS) | _PLACED


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """A graph, a node a work; ``<`` is escaped, so that it may stand in HTML."""
    begin = '{"@context": "https://schema.org", "@graph": [\n'
    for work in works:
        text = json.dumps(_node(work), ensure_ascii=False, indent=2).replace("<", "\\u003c")
        yield begin + text
        begin = ",\n"
        if TYPES.get(work.type) not in _ONCE:
            how.lose(work.id, "type", "approximated", TYPES.get(work.type, "CreativeWork"))
        report_written(work, _WRITTEN, how)
    yield begin + "]}\n" if begin[0] == "{" else "\n]}\n"


def _node(work: Work) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": TYPES.get(work.type, "CreativeWork"), "@id": f"#{work.id}"}
    for variable, key in TEXTS.items():
        if text := work.text(variable):
            node[key] = without_markup(text)
    for variable, key in NAMES.items():
        if names := known(work.names(variable)):
            node[key] = [_person(name) for name in names]
    for variable, key in DATES.items():
        if date := work.date(variable):
            node[key] = start_date(date)
    if keyword := work.text("keyword"):
        node["keywords"] = [word.strip() for word in keyword.split(",") if word.strip()]
    if publisher := work.text("publisher"):
        node["publisher"] = {"@type": "Organization", "name": without_markup(publisher)}
    if place := work.text("publisher-place"):
        node.setdefault("publisher", {"@type": "Organization"})["location"] = without_markup(place)
    identifiers = [
        {"@type": "PropertyValue", "propertyID": name, "value": work.text(name)}
        for name in IDENTIFIERS
        if work.text(name)
    ]
    if identifiers:
        node["identifier"] = identifiers
    if doi := work.text("DOI"):
        node["sameAs"] = f"https://doi.org/{doi}"
    if page := work.text("page"):
        node["pagination"] = page
        start, end = page_ends(page)
        if end:
            node |= {"pageStart": start, "pageEnd": end}
    if holder := _holder(work):
        node["isPartOf"] = holder
    return node


def _holder(work: Work) -> dict[str, Any]:
    """What the work is part of: issue in volume in periodical, or book in series."""
    kind = CONTAINERS.get(work.type, "CreativeWork")
    serial = kind in ("Periodical", "Newspaper")
    holder: dict[str, Any] = {}
    if series := work.text("collection-title"):
        holder = {"@type": "BookSeries", "name": without_markup(series)}
    if title := work.text("container-title"):
        holder = _inside({"@type": kind, "name": without_markup(title)}, holder)
    if issn := work.text("ISSN"):
        holder = holder or {"@type": "Periodical"}
        holder["issn"] = issn
    if volume := work.text("volume"):
        node = {"@type": "PublicationVolume", "volumeNumber": volume}
        holder = _inside(node, holder)
    if issue := work.text("issue"):
        holder = _inside({"@type": "PublicationIssue", "issueNumber": issue}, holder)
    elif serial and not holder:
        return {}
    return holder


def _inside(node: dict[str, Any], holder: dict[str, Any]) -> dict[str, Any]:
    return {**node, "isPartOf": holder} if holder else node


def _person(name: Name) -> dict[str, str]:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    whole = " ".join(filter(None, (given, family, name.suffix)))
    parts = {
        "name": whole,
        "familyName": family,
        "givenName": given,
        "honorificSuffix": name.suffix,
    }
    return {"@type": "Person", **{key: text for key, text in parts.items() if text}}
