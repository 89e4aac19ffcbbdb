"""What the client that made the cases does to what it has read.

These are habits of that program, not of the formats: a reader of citekit's says
what the file says, and this puts it the client's way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from citekit.dates import format_edtf
from citekit.formats.base import split_notes
from citekit.formats.endnotemap import LEAVES
from citekit.model import Date, Work, is_names

_EDGES = " \u00a0.,/[]:"
_INITIAL = re.compile(r"-?[A-Z\u0400-\u042f]")


def adapt(name: str, work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """``item`` as the client would have it from a file of this format."""
    if name in _OWN:
        item = _OWN[name](work, item)
        item["creators"] = [_cleaned(creator) for creator in item["creators"]]
    return item


def _cleaned(creator: dict[str, Any]) -> dict[str, Any]:
    """No punctuation at the ends of a name, a full stop after each initial."""
    if creator.get("fieldMode"):
        return creator
    given = creator.get("firstName", "").strip(_EDGES)
    family = creator.get("lastName", "").strip(_EDGES)
    if re.fullmatch(r"[A-Z]{2,3}", given) and family.upper() != family:
        given = " ".join(given)
    words = re.split(r"[\s.]+|(?=-)", re.sub(r"\s*-\s*", "-", given))
    words = [word + "." if _INITIAL.fullmatch(word) else word for word in words]
    given = " ".join(words).replace(" -", "-").strip()
    return {**creator, "firstName": given, "lastName": family}


#: Fields of EndNote's that the client has no place for in a type.
_NO_PLACE = {
    "journalArticle": {"place": "pub-location", "publisher": "publisher"},
    "magazineArticle": {"place": "pub-location", "publisher": "publisher"},
    "webpage": {"place": "pub-location", "publisher": "publisher"},
}


def _endnotexml(work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """What has no field is told in a note, with EndNote's name; the label is a line of extra."""
    item["notes"] = [*split_notes(work.text("note")), *split_notes(work.text("annote"))]
    lines = [f"Citation Key: {work.id}"] if work.id else []
    item["extra"] = "\n".join(lines)
    if item["itemType"] == "conferencePaper" and (place := work.text("event-place")):
        item.setdefault("place", place)
    if item["itemType"] == "patent":
        item["assignee"] = item.pop("publisher", "")
        item["country"] = work.text("jurisdiction")
    told = []
    for field, element in _NO_PLACE.get(item["itemType"], {}).items():
        if field in item:
            told.append(f"{element}: {item.pop(field)}")
    if "periodical" in work.extra:
        told.append(f"periodical: {work.extra['periodical']}")
    told += [f"{name}: {text}" for name, text in work.extra.items() if name in LEAVES]
    if told:
        head = "The following values have no corresponding Zotero field:<br/>"
        item["notes"].append(head + "<br/>".join(told))
    return item


#: Fields that only some of the client's types have.
_WHERE = {
    "place": """book bookSection conferencePaper report thesis map manuscript hearing
        audioRecording videoRecording computerProgram newspaperArticle patent presentation
        radioBroadcast tvBroadcast encyclopediaArticle dictionaryEntry standard""",
    "publisher": """book bookSection conferencePaper encyclopediaArticle dictionaryEntry
        document hearing map standard""",
    "publicationTitle": "journalArticle magazineArticle newspaperArticle",
    "ISBN": """book bookSection conferencePaper encyclopediaArticle dictionaryEntry map
        audioRecording videoRecording computerProgram""",
    "ISSN": "journalArticle magazineArticle newspaperArticle",
    "journalAbbreviation": "journalArticle",
    "numPages": "book thesis manuscript standard",
    "numberOfVolumes": """book bookSection encyclopediaArticle dictionaryEntry audioRecording
        videoRecording""",
    "volume": """book bookSection conferencePaper journalArticle magazineArticle
        encyclopediaArticle dictionaryEntry audioRecording videoRecording""",
    "issue": "journalArticle magazineArticle",
    "pages": """journalArticle magazineArticle newspaperArticle bookSection conferencePaper
        report encyclopediaArticle dictionaryEntry hearing patent statute""",
    "edition": """book bookSection encyclopediaArticle dictionaryEntry map newspaperArticle""",
    "series": """book bookSection conferencePaper journalArticle encyclopediaArticle
        dictionaryEntry preprint""",
    "seriesNumber": """book bookSection encyclopediaArticle dictionaryEntry preprint""",
    "type": "standard dataset",
    "medium": "",
    "videoRecordingFormat": "",
    "audioRecordingFormat": "",
    "runningTime": "",
    "system": "",
    "number": "standard",
    "section": "newspaperArticle",
    "conferenceName": "conferencePaper",
}
#: Fields that most types have, and those that do not.
_NOT_IN = {"callNumber": ("webpage", "blogPost"), "language": ("computerProgram",)}


def _allowed(item: dict[str, Any]) -> dict[str, Any]:
    """Without what the client's type has no field for."""
    kind = item["itemType"]
    return {
        field: value
        for field, value in item.items()
        if field
        and kind not in _NOT_IN.get(field, ())
        and (field not in _WHERE or kind in _WHERE[field].split())
    }


def _library(work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """Names without titles of honour, the first of a range of dates."""
    suffixes = [name.suffix for value in work.fields.values() if is_names(value) for name in value]
    for creator in item["creators"]:
        for suffix in filter(None, suffixes):
            if "firstName" in creator:
                creator["firstName"] = creator["firstName"].removesuffix(f", {suffix}")
    issued = work.date("issued")
    if issued is not None and issued.start is not None:
        item["date"] = format_edtf(Date(issued.start))
    return item


def _mods(work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """Scores and serials are documents, films video recordings, an archive is its own
    location."""
    if work.type in ("periodical", "musical_score"):
        item["itemType"] = "document"
    if item["itemType"] == "film":
        item["itemType"] = "videoRecording"
        if "distributor" in item:
            item["studio"] = item.pop("distributor")
    places = [work.text("archive"), work.extra.get("host location", "")]
    item["archiveLocation"] = "; ".join(filter(None, places))
    item.pop("archive", None)
    if work.extra.get("detail") == "number":
        item.pop("issue", None)
    return _allowed(_library(work, item))


def _marc(work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """The first number of an extent counts pages, all notes are one, added names editors."""
    if extent := re.search(r"\d+", work.extra.get("extent", "")):
        item["numPages"] = extent[0]
    for creator in item["creators"]:
        if creator["creatorType"] == "contributor":
            creator["creatorType"] = "editor"
    item["notes"] = [" ".join(note.rstrip(".") for note in item["notes"])] if item["notes"] else []
    for field, value in item.items():
        if isinstance(value, str) and field not in ("url", "itemType"):
            value = value.strip(" .,/:;")
            item[field] = value[1:-1] if value[:1] + value[-1:] in ("[]", "()") else value
    number = work.extra.get("035", "").partition(";")[0]
    if number.startswith("(OCoLC)"):
        item["extra"] = f"OCLC: {number.removeprefix('(OCoLC)')}"
    return _allowed(_library(work, item))


_OWN: dict[str, Callable[[Work, dict[str, Any]], dict[str, Any]]] = {
    "Endnote_XML": _endnotexml,
    "MARC": _marc,
    "MARCXML": _marc,
    "MODS": _mods,
}
