"""Works in the item model of the import cases.

The client that the cases come from has habits that are its own and not the
formats': how it prints a date, that it puts full stops after initials, what it
says where a record says nothing.  :data:`HABITS` has them, by the cases' name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from citekit.dates import format_edtf, parse_date
from citekit.formats import nbib
from citekit.formats.base import Reading, split_keywords, split_notes
from citekit.formats.zoteromap import (
    creator,
    has_field,
    zotero_field,
    zotero_type,
)
from citekit.model import Date, Name, Work, is_names
from citekit.names import OTHERS

Item = dict[str, Any]

#: Fields that the client has since a later version of its schema.
NEWER = {"journalArticle": ("place", "publisher", "section")}

#: Variables that the model keeps as lines of ``extra``, and their labels there.
LINES = {"PMID": "PMID", "PMCID": "PMCID", "DOI": "DOI"}


@dataclass(frozen=True)
class Habit:
    """What the client does with one format.  ``finish`` changes an item, knowing the
    work and the source; ``ids`` are fields where the type has them; authors are called
    so in every type if ``plain_authors``; ``strict`` drops what a type has no field for."""

    finish: Callable[[Item, Work, str], None] = lambda item, work, source: None
    ids: bool = False
    strict: bool = False
    plain_authors: bool = False


def items(reading: Reading, name: str = "", source: str = "") -> list[Item]:
    """All works of a reading of the cases called ``name``."""
    habit = HABITS.get(name, Habit())
    found = []
    for work in reading.works:
        made = item(work, habit)
        habit.finish(made, work, source)
        found.append(made)
    return found


def item(work: Work, habit: Habit | None = None) -> Item:
    """One work.  ``extra`` of a work may say ``zotero:itemType`` where the CSL type
    is coarser, and ``zotero:FIELD`` for a field that CSL has no variable for."""
    habit = habit or Habit()
    kind = work.extra.get("zotero:itemType") or zotero_type(work.type)
    out: Item = {"itemType": kind, "creators": [], "notes": [], "tags": []}
    lines: list[str] = []
    for variable, value in work.fields.items():
        if is_names(value):
            plain = habit.plain_authors and variable == "author"
            role = "author" if plain else creator(kind, variable)
            out["creators"] += [_creator(name, role) for name in value if name != OTHERS]
        elif isinstance(value, Date):
            if field := zotero_field(kind, variable):
                out[field] = value.literal or _season(value) or format_edtf(value)
        elif variable == "keyword":
            out["tags"] = split_keywords(str(value))
        elif variable == "annote":
            out["notes"] = split_notes(str(value))
        elif variable in LINES and (variable != "DOI" or not _takes(kind, "DOI", habit)):
            if habit.ids and kind == "journalArticle":
                out[variable] = value
            elif not habit.ids or kind != "preprint":
                lines.append(f"{LINES[variable]}: {value}")
        elif variable == "note":
            lines += str(value).splitlines()
        elif (field := zotero_field(kind, variable)) and _takes(kind, field, habit):
            out[field] = value
    for key, text in work.extra.items():
        if key.startswith("zotero:") and key != "zotero:itemType":
            out[key.removeprefix("zotero:")] = text
    if lines:
        out["extra"] = "\n".join(lines)
    return out


def _season(date: Date) -> str:
    """A season in words, which the client leaves as they are; else nothing."""
    if date.range or not date.start or not date.start.season:
        return ""
    return f"{_SEASONS[date.start.season - 1]} {date.start.year}"


_SEASONS = "Spring Summer Fall Winter".split()


def _takes(kind: str, field: str, habit: Habit) -> bool:
    """Whether the client keeps a field of a type."""
    return not habit.strict or field in NEWER.get(kind, ()) or has_field(kind, field)


def _creator(name: Name, role: str) -> Item:
    if name.literal:
        return {"creatorType": role, "lastName": name.literal, "fieldMode": 1}
    family = f"{name.non_dropping_particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    if name.suffix:
        given += f", {name.suffix}"
    return {"creatorType": role, "lastName": family, "firstName": given}


# --- the client's habits ------------------------------------------------------

#: Words that the client leaves in lower case inside a title.
_SMALL = frozenset(
    "but or yet so for and nor a an the at by from in into of on to with up down as".split()
)


def title_case(title: str) -> str:
    """Words with a capital, but for small ones inside."""
    words = title.split(" ")
    for place, word in enumerate(words):
        if place and word in _SMALL:
            continue
        if word[:1].islower():
            words[place] = word[0].upper() + word[1:]
    return " ".join(words)


def _pubmed(item: Item, work: Work, source: str) -> None:
    """Titles of journals in title case; full stops after initials; no capitals throughout;
    dates in words as they stand."""
    for words in re.findall(r"<MedlineDate>\s*([^<>]*?)\s*</MedlineDate>", source):
        if (date := work.date("issued")) and date.range and nbib.read_date(words) == date:
            item["date"] = words
    if item["itemType"] == "journalArticle":
        item.pop("rights", None)
        if "publicationTitle" in item:
            item["publicationTitle"] = title_case(item["publicationTitle"])
    for field in ("title", "abstractNote"):
        if field in item:
            item[field] = re.sub(r"</?(?:i|b|sup|sub|span)\b[^<>]*>", "", item[field])
    for one in item["creators"]:
        one["firstName"] = re.sub(r"\b([A-Z])(?=\s|$)", r"\1.", one.get("firstName", ""))
        _not_in_capitals(one)


def _not_in_capitals(one: Item) -> None:
    """Names of persons written in capitals throughout, otherwise."""
    for part in ("lastName", "firstName"):
        if "fieldMode" not in one and len(one[part]) > 2 and one[part].isupper():
            one[part] = one[part] if "." in one[part] else one[part].title()


def _crossref(item: Item, work: Work, source: str) -> None:
    """Month and year as month/year, the month written as the record writes it; words
    for a title and a reviewer that a record does not name; a series' title for an
    edited book's and a report's type, an item's number for a report's pages."""
    date = work.date("issued")
    if date and date.start and date.start.month and not date.start.day:
        month = date.start.month
        padded = re.search(rf"<month>\s*{month:02d}\s*</month>", source)
        item["date"] = f"{month:02d}" if padded else str(month)
        item["date"] += f"/{date.start.year}"
    item.setdefault("title", "[No title found]")
    other = 'book_type="other"' in source and 'component_type="chapter"' in source
    if item["itemType"] == "bookSection" and other:
        item["itemType"] = "encyclopediaArticle"
        item["encyclopediaTitle"] = item.pop("bookTitle", "")
    for one in item["creators"]:
        _not_in_capitals(one)
    series = work.text("collection-title")
    if item["itemType"] == "bookSection" and series and 'book_type="edited_book"' in source:
        for field in ("series", "seriesNumber"):
            item.pop(field, None)
        item["bookTitle"] = series
        roles = item["creators"]
        item["creators"] = [one for one in roles if one["creatorType"] != "seriesEditor"]
    if item["itemType"] == "report":
        item |= {"reportType": series} if series else {}
        if "item_number" in source:
            item.setdefault("pages", item.get("reportNumber", ""))
    if "event-place" in work.fields and "publisher-place" not in work.fields:
        item["place"] = work.text("event-place")
    if item["itemType"] == "preprint":
        item["repository"] = work.extra.get("group_title", "")
    if "thesisType" in item:
        item["thesisType"] = re.sub(r"\(.+\)", "", item["thesisType"])
    if work.type == "review":
        _peer_review(item, work)


def _peer_review(item: Item, work: Work) -> None:
    """A manuscript with no date, a reviewer, and a note of what is reviewed."""
    item |= {"itemType": "manuscript", "manuscriptType": "peer review", "extra": ""}
    item["extra"] = f"DOI: {work.text('DOI')}"
    for field in ("date", "DOI", "type"):
        item.pop(field, None)
    reviewers = [one for one in item["creators"] if one["lastName"] != "Anonymous"]
    item["creators"] = [_creator(Name(literal="Anonymous Reviewer"), "author"), *reviewers]
    kind, _, other = work.extra.get("isReviewOf", "").partition(":")
    link = f"https://doi.org/{other}" if kind == "doi" else other
    if other:
        item["notes"] = [f'Review of <a href="{link}">{link}</a>']


def _as_told(item: Item, work: Work, source: str) -> None:
    """A date as it stands in the document."""
    date = work.date("issued")
    if date is None or format_edtf(date) in source:
        return
    for words in re.findall(r">\s*([^<>]*\d{4}[^<>]*?)\s*<", source):
        if len(words) < 40 and parse_date(words) == date:
            field = next((name for name in ("date", *DATES) if name in item), "date")
            item[field] = words
            return


#: What some types call their date.
DATES = ("dateDecided", "dateEnacted", "issueDate")


def _bibliontology(item: Item, work: Work, source: str) -> None:
    """Authors have no role; the day of access is not read."""
    _as_told(item, work, source)
    item.pop("accessDate", None)
    for one in item["creators"]:
        if one["creatorType"] == "author":
            del one["creatorType"]


def _rdf(item: Item, work: Work, source: str) -> None:
    """A language that is a resource is told by its whole address."""
    _as_told(item, work, source)
    language = re.escape(item.get("language", "\0"))
    if found := re.search(rf'language rdf:resource="([^"]*/{language})"', source):
        item["language"] = found[1]


def _registry(item: Item, work: Work, source: str) -> None:
    """Of a registry's record: no field that the type had not in an older schema, no
    line for a DOI; of OpenAlex no abstract."""
    for field in {"filingDate", *NEWER.get(item["itemType"], ())}:
        item.pop(field, None)
    lines = [line for line in item.get("extra", "").splitlines() if not line.startswith("DOI: ")]
    item["extra"] = "\n".join(lines)
    if "OpenAlex: " in item["extra"]:
        item.pop("abstractNote", None)


def _datacite(item: Item, work: Work, source: str) -> None:
    """What moves and sounds is a video recording, a film too."""
    _registry(item, work, source)
    if item["itemType"] == "film":
        item["itemType"] = "videoRecording"
        if "distributor" in item:
            item["studio"] = item.pop("distributor")


def _openalex(item: Item, work: Work, source: str) -> None:
    """A name's last word is the family name; no licences."""
    _registry(item, work, source)
    item.pop("rights", None)
    for one in item["creators"]:
        if "fieldMode" not in one and "," not in one["firstName"]:
            whole = f"{one['firstName']} {one['lastName']}".strip()
            one["firstName"], _, one["lastName"] = whole.rpartition(" ")


def _marc(item: Item, work: Work, source: str) -> None:
    """Languages of 041 only; places without a sign between; a tag for each kind of subdivision;
    the title of a set, number and title of the volume as one."""
    directory = source.partition("\x1e")[0][24:]
    tags = {directory[at : at + 3] for at in range(0, len(directory), 12)}
    if "041" not in tags and 'tag="041"' not in source:
        item.pop("language", None)
    if "place" in item:
        item["place"] = item["place"].replace(" ; ", " ")
    words = [word.split("--") for word in item["tags"]]
    item["tags"] = []
    for first, *rest in words:
        item["tags"].append(first)
        for before, word in zip([first, *rest], rest, strict=False):
            if f"v{before}\x1fv{word}" in source:
                item["tags"][-1] += f" {word}"
            else:
                item["tags"].append(word)
    number = re.search(r"\x1fn([^\x1e\x1f]*)", source)
    if number and (of_set := work.text("container-title")):
        item["title"] = f"{of_set}. {number[1]}: {item['title']}"
        for field in ("volume", "bookTitle", "publicationTitle"):
            item.pop(field, None)


HABITS = {
    "MARC": Habit(_marc),
    "MARCXML": Habit(_marc),
    "Datacite_JSON": Habit(_datacite, strict=True, plain_authors=True),
    "OpenAlex_JSON": Habit(_openalex, strict=True),
    "Bibliontology_RDF": Habit(_bibliontology),
    "RDF": Habit(_rdf, strict=True),
    "PubMed_XML": Habit(_pubmed, ids=True, strict=True),
    "Crossref_Unixref_XML": Habit(_crossref, strict=True),
}
