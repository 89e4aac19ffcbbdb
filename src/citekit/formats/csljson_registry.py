"""What Crossref's API answers, and DOI content negotiation, as CSL-JSON.

The answers (Crossref REST API, "Works"; ``application/vnd.citationstyles.csl+json``)
look like CSL-JSON, but have Crossref's own types, arrays where CSL has one value,
dates by medium, names with what else the registry knows of people, and JATS in
abstracts.  What the registry counts and keeps for itself is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.formats.base import join_keywords
from citekit.formats.jsonvalues import list_of, mappings, paragraphs, text_of

#: Crossref's types (REST API, "/types") and CSL's.
TYPES = {
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "component": "document",
    "database": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "book-chapter": "chapter",
    "grant": "document",
    "journal": "periodical",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "proceedings-series": "book",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report-component": "report",
    "report-series": "report",
}

#: Keys that are another variable, or its first value.
_SAME = {
    "title": "title",
    "original-title": "original-title",
    "short-title": "title-short",
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "edition-number": "edition",
    "article-number": "number",
    "degree": "genre",
}
_DATES = ("issued", "published-print", "published", "published-online", "posted", "approved")
_NAMES = ("author", "editor", "translator", "chair")
#: Of a name, what CSL knows.
_PARTS = ("family", "given", "suffix", "literal", "dropping-particle", "non-dropping-particle")

#: Keys that are read here, or say nothing of the work.
_DONE = frozenset(
    """abstract alternative-id archive assertion authenticated-orcid clinical-trial-number
    content-created content-domain content-updated created deposited event funder indexed
    institution is-referenced-by-count isbn-type issn-type issue journal-issue license link member
    original-title posted approved prefix published published-online published-print published-other
    reference reference-count references references-count relation resource score short-title
    special-numbering standards-body subject subtitle subtype update-policy update-to updated-by
    accepted aliases free-to-read review proceedings-subject
    """.split()
)
_ISBN_ADDRESS = re.compile(r"https?://\S*/isbn/", re.I)


def from_answer(item: Mapping[str, Any]) -> dict[str, Any]:
    """An answer as an item of CSL-JSON."""
    kind = text_of(item, "type")
    out: dict[str, Any] = {
        key: value
        for key, value in item.items()
        if key not in _DONE and key not in _SAME and value not in (None, "", [], {})
    }
    out["type"] = TYPES.get(kind, kind)
    out.setdefault("id", text_of(item, "DOI"))
    for key, variable in _SAME.items():
        if text := paragraphs(next(iter(map(text_of, list_of(item, key))), "")):
            out.setdefault(variable, text)
    subtitle = paragraphs(text_of(next(iter(list_of(item, "subtitle")), "")))
    if subtitle and subtitle.lower() not in out.get("title", subtitle).lower():
        out["title"] += f": {subtitle}"
    _containers(item, out)
    for key in ("ISSN", "ISBN"):
        if numbers := [_ISBN_ADDRESS.sub("", text_of(one)) for one in list_of(item, key)]:
            out[key] = ", ".join(filter(None, numbers))
    for key in _NAMES:
        if names := [_name(one) for one in mappings(item, key)]:
            out[key] = names
    issued = next((item[key] for key in _DATES if _has_year(item.get(key))), None)
    out.pop("issued", None)
    if issued is not None:
        out["issued"] = issued
    _rest(item, out)
    return out


def _containers(item: Mapping[str, Any], out: dict[str, Any]) -> None:
    """Of two titles around a part of a book the first is the series'."""
    around = [paragraphs(text_of(one)) for one in list_of(item, "container-title")]
    around = list(filter(None, around))
    out.pop("container-title", None)
    if len(around) > 1 and out["type"] in ("chapter", "paper-conference"):
        out.setdefault("collection-title", around.pop(0))
    if around:
        whole = out["type"] in ("book", "report", "periodical")
        out["collection-title" if whole else "container-title"] = around[0]


def _rest(item: Mapping[str, Any], out: dict[str, Any]) -> None:
    if keywords := join_keywords(text_of(one) for one in list_of(item, "subject")):
        out["keyword"] = keywords
    if abstract := paragraphs(text_of(item, "abstract")):
        out["abstract"] = abstract
    if issue := text_of(item, "issue") or text_of(item, "journal-issue", "issue"):
        out["issue"] = issue
    if link := next((text_of(one, "URL") for one in mappings(item, "license")), ""):
        out["license"] = link
    event = item.get("event")
    if isinstance(event, Mapping):
        out |= {"event-title": text_of(event, "name"), "event-place": text_of(event, "location")}
        if _has_year(event.get("start")):
            out["event-date"] = event["start"]
    elif event:
        out["event-title"] = event
    place = next((text_of(one, "name") for one in mappings(item, "institution")), "")
    if place and (out["type"] in ("article", "thesis") or "publisher" not in out):
        out["publisher"] = place
    for key in ("event-title", "event-place"):
        if not out.get(key, "-"):
            del out[key]


def _name(name: Mapping[str, Any]) -> dict[str, Any]:
    if "name" in name and "family" not in name:
        return {"literal": name["name"]}
    return {part: name[part] for part in _PARTS if part in name}


def _has_year(date: Any) -> bool:
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        return isinstance(date, str | Mapping) and bool(date) and "date-parts" not in date
    return bool(parts[0]) and parts[0][0] is not None
