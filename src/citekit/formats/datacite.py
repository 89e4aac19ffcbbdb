"""DataCite JSON, read only: what the registry answers for a DOI.

The properties are those of the DataCite Metadata Schema 4.x in the form the REST
API and content negotiation give them; an answer of the API (``data.attributes``, one
or many) is read too.  What holds the work (``container``, ``relatedItems``) fills the
fields of the container; descriptions other than the abstract are notes.  Identifiers
and affiliations of people, and what the registry counts, are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from citekit.dates import format_edtf, parse_date
from citekit.formats.base import Item, join_keywords, join_notes
from citekit.formats.csljson_values import as_text
from citekit.formats.datacitemap import (
    CONTAINER,
    DATES,
    GENERAL_TYPES,
    HOLDS,
    ISSUED,
    NUMBERS,
    OF_RELATED,
    RIS_TYPES,
    ROLES,
    SCHEMA_TYPES,
    TYPE_WORDS,
)
from citekit.formats.jsonvalues import doi_of, list_of, mappings, paragraphs, text_of, works_of
from citekit.model import Date, Name, Value, Work
from citekit.names import parse_name
from citekit.vocabulary import TYPES

#: A size that says which pages, or how many.
_RANGE = re.compile(r"(?:pp?\.?|pages?|S\.|Seiten)?\s*\w*\d\s*[-–]\s*\w*\d+\b.{0,20}", re.I)
_COUNT = re.compile(r"(\d+)\s*(?:pp?\.?|pages?|S\.|Seiten)", re.I)

#: Properties that fields are made of, or that say nothing about the work.
_READ = frozenset(
    """id doi url types creators titles publisher container subjects contributors dates
    publicationYear language sizes formats version rightsList descriptions relatedItems
    schemaVersion providerId clientId agency state identifiers relatedIdentifiers prefix
    suffix xml contentUrl metadataVersion source isActive reason viewCount downloadCount
    referenceCount citationCount partCount partOfCount versionCount versionOfCount created
    registered published updated citationsOverTime downloadsOverTime viewsOverTime
    """.split()
)


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of an answer.  Raises SyntaxProblemError for text that is no JSON."""
    return works_of(source, file, "data", _read)


def _read(record: Mapping[str, Any]) -> Work:
    inner = record.get("attributes")
    return _Record(inner if isinstance(inner, Mapping) else record).work()


class _Record:
    """One record on its way into a work."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self.record = record
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}

    def work(self) -> Work:
        record = self.record
        csl_type = _type(record)
        self._titles()
        self._people()
        self._dates()
        self._set("DOI", doi_of(text_of(record, "doi")) or doi_of(text_of(record, "id")))
        if "DOI" not in self.fields and (doi := text_of(record, "doi")):
            self.extra["doi"] = doi
        self._set("URL", text_of(record, "url"))
        self._set("publisher", text_of(record, "publisher") or text_of(record, "publisher", "name"))
        self._set("language", text_of(record, "language"))
        self._set("version", text_of(record, "version"))
        self._set("medium", ", ".join(filter(None, map(text_of, list_of(record, "formats")))))
        rights = list(mappings(record, "rightsList"))
        self._set("license", ", ".join(filter(None, (text_of(one, "rights") for one in rights))))
        for one in rights:
            if not text_of(one, "rights") and (address := text_of(one, "rightsUri")):
                self._keep("rightsUri", address)
        words = (text_of(item, "subject") for item in mappings(record, "subjects"))
        self._set("keyword", join_keywords(words))
        self._descriptions()
        self._container(csl_type)
        self._sizes()
        self._numbers()
        for key, value in record.items():
            if key not in _READ and value not in (None, "", [], {}):
                self.extra[key] = as_text(value)
        return Work("", csl_type, self.fields, self.extra)

    def _set(self, variable: str, text: str) -> None:
        if text and variable and variable not in self.fields:
            self.fields[variable] = text

    def _titles(self) -> None:
        """The title with its subtitle; of further titles the kind names the variable."""
        titles: dict[str, list[str]] = {}
        for item in mappings(self.record, "titles"):
            kind = text_of(item, "titleType").lower()
            if text := paragraphs(text_of(item, "title")):
                titles.setdefault(kind, []).append(text)
        title = ": ".join([*titles.get("", ())[:1], *titles.pop("subtitle", ())])
        self._set("title", title)
        for text in titles.pop("", [])[1:]:
            self._keep("titles", text)
        for kind, texts in titles.items():
            if kind == "alternativetitle" and len(texts[0]) < len(title):
                self._set("title-short", texts.pop(0))
            for text in texts:
                self._keep(kind, text)

    def _keep(self, key: str, text: str) -> None:
        self.extra[key] = f"{self.extra[key]}; {text}" if key in self.extra else text

    def _people(self) -> None:
        names: dict[str, list[Name]] = {}
        for item in mappings(self.record, "creators"):
            if name := _name(item):
                names.setdefault("author", []).append(name)
        for item in mappings(self.record, "contributors"):
            role = ROLES.get(text_of(item, "contributorType").lower(), "contributor")
            if (name := _name(item)) and name not in names.setdefault(role, []):
                names[role].append(name)
        for role, found in names.items():
            if found:
                self.fields[role] = tuple(found)

    def _dates(self) -> None:
        dates: dict[str, Date] = {}
        for item in mappings(self.record, "dates"):
            text = text_of(item, "date")
            kind = text_of(item, "dateType").lower()
            if text and kind:
                dates.setdefault(kind, parse_date(text) or Date(literal=text))
        year = parse_date(text_of(self.record, "publicationYear"))
        issued = dates.get("issued") or year
        issued = issued or next((dates[kind] for kind in ISSUED if kind in dates), None)
        if issued:
            self.fields["issued"] = issued
        for kind, date in dates.items():
            if kind in DATES and date != issued:
                self.fields[DATES[kind]] = date
            elif kind not in ISSUED:
                self._keep(f"date {kind}", format_edtf(date))

    def _descriptions(self) -> None:
        notes: list[str] = []
        for item in mappings(self.record, "descriptions"):
            text = paragraphs(text_of(item, "description"))
            kind = text_of(item, "descriptionType")
            if kind.lower() == "abstract" and "abstract" not in self.fields:
                self._set("abstract", text)
            elif text:
                notes.append(f"{kind}\n{text}".strip())
        self._set("annote", join_notes(notes))

    def _container(self, csl_type: str) -> None:
        """A related item that holds the work says more than ``container``."""
        related = [
            item
            for kind in HOLDS
            for item in mappings(self.record, "relatedItems")
            if text_of(item, "relationType").lower() == kind
        ]
        for item in mappings(self.record, "relatedItems"):
            self._set(OF_RELATED.get(text_of(item, "relationType").lower(), ""), _title(item))
        for item in related:
            self._held(csl_type, item, _title(item))
            self._people_of(item)
            number = text_of(item, "relatedItemIdentifier", "relatedItemIdentifier")
            kind = text_of(item, "relatedItemIdentifier", "relatedItemIdentifierType").upper()
            self._set(NUMBERS.get(kind, ""), number) if kind in NUMBERS else None
            self._republished(text_of(item, "publicationYear"))
        container = self.record.get("container")
        if isinstance(container, Mapping):
            title = text_of(container, "title")
            self._held(csl_type, container, title)
            kind = text_of(container, "identifierType").upper()
            if kind in NUMBERS:
                self._set(NUMBERS[kind], text_of(container, "identifier"))

    def _people_of(self, item: Mapping[str, Any]) -> None:
        """Who made what holds the work: its authors, and those who contributed."""
        authors = tuple(filter(None, map(_name, mappings(item, "creators"))))
        if authors:
            self.fields.setdefault("container-author", authors)
        found: dict[str, list[Name]] = {}
        for person in mappings(item, "contributors"):
            role = ROLES.get(text_of(person, "contributorType").lower(), "")
            if role and role not in self.fields and (name := _name(person)):
                found.setdefault(role, []).append(name)
        self.fields |= {role: tuple(names) for role, names in found.items()}

    def _held(self, csl_type: str, item: Mapping[str, Any], title: str) -> None:
        if csl_type not in ("dataset", "software") or item.get("type") != "DataRepository":
            series = csl_type in ("book", "report", "thesis")
            self._set("collection-title" if series else "container-title", title)
        for key, variable in CONTAINER.items():
            self._set(variable, text_of(item, key))
        first, last = text_of(item, "firstPage"), text_of(item, "lastPage")
        if first and "page" not in self.fields:
            self.fields["page"] = f"{first}-{last}" if last and last != first else first

    def _republished(self, year: str) -> None:
        """What holds the work came out in another year: the work did so too."""
        date, issued = parse_date(year), self.fields.get("issued")
        if date is None or date.start is None or not isinstance(issued, Date):
            return
        if issued.start is None or issued.start.year != date.start.year:
            self.fields["issued"] = date

    def _sizes(self) -> None:
        for size in map(text_of, list_of(self.record, "sizes")):
            if found := _COUNT.fullmatch(size):
                self._set("number-of-pages", found[1])
            elif _RANGE.fullmatch(size):
                self.fields["page"] = size
            elif size:
                self._keep("sizes", size)

    def _numbers(self) -> None:
        """ISBN and ISSN of the work, then of what it is part of; others are kept."""
        for item in mappings(self.record, "identifiers"):
            kind, number = text_of(item, "identifierType"), text_of(item, "identifier")
            if kind.upper() in NUMBERS:
                self._set(NUMBERS[kind.upper()], number)
            elif number and doi_of(number).lower() != str(self.fields.get("DOI", "")).lower():
                self._keep(kind or "identifiers", number)
        for item in mappings(self.record, "relatedIdentifiers"):
            kind = text_of(item, "relatedIdentifierType").upper()
            number, relation = text_of(item, "relatedIdentifier"), text_of(item, "relationType")
            if kind in NUMBERS and relation.lower() in HOLDS and NUMBERS[kind] not in self.fields:
                self._set(NUMBERS[kind], number)
            elif number:
                self._keep(relation or "relatedIdentifiers", number)


def _title(item: Mapping[str, Any]) -> str:
    for title in mappings(item, "titles"):
        if not text_of(title, "titleType"):
            return text_of(title, "title")
    return ""


def _name(item: Mapping[str, Any]) -> Name | None:
    """A person has two names, or a name with a comma; anything else is kept whole."""
    family, given = text_of(item, "familyName"), text_of(item, "givenName")
    whole = text_of(item, "name")
    kind = text_of(item, "nameType").lower()
    if kind != "organizational":
        if family:
            return Name(family, given)
        if "," in whole or (kind == "personal" and whole):
            return parse_name(whole)
    return Name(literal=whole) if whole else None


def _type(record: Mapping[str, Any]) -> str:
    """The CSL type: the general type where it says enough, the words of the free
    type, then the registry's guesses."""
    types = record.get("types")
    if not isinstance(types, Mapping):
        return "document"
    if found := GENERAL_TYPES.get(_word(text_of(types, "resourceTypeGeneral"))):
        return found
    citeproc = text_of(types, "citeproc")
    if citeproc in TYPES and citeproc not in ("article", "document"):
        return citeproc
    free = _word(text_of(types, "resourceType"))
    found = next((csl for word, csl in TYPE_WORDS if word in free), "")
    found = found or RIS_TYPES.get(text_of(types, "ris"), "")
    return found or SCHEMA_TYPES.get(text_of(types, "schemaOrg"), "document")


def _word(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
