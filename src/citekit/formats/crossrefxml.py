"""Crossref Unixref XML, read (Crossref's unixref 1.1 and deposit schemas 4.x and 5.x).

One record is a journal with an article, a book with a chapter, a conference with
a paper, and so on: the innermost thing that has metadata of its own is the work,
what is around it its container.  Elements are told by their local names, which
all versions of the schemas share.  A posted content's ``group_title`` and what a
review or component belongs to are kept in ``extra``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from citekit.dates import parse_date
from citekit.errors import Problem, Where, warning
from citekit.formats.base import Item
from citekit.formats.xmlpath import child, elements, marked
from citekit.formats.xmlread import records
from citekit.model import Date, Name, Value, Work


class Kind(NamedTuple):
    """A kind of record: where its works are, where the container's metadata are (the
    first there is), and the works' type; ``whole`` is the type of a record with
    no such part, whose metadata are then the work's."""

    parts: str
    around: tuple[str, ...]
    type: str
    whole: str = ""


#: The records of a Crossref file, by their element.
KINDS = {
    "journal": Kind("journal_article", ("journal_metadata",), "article-journal", "periodical"),
    "book": Kind(
        "content_item",
        ("book_metadata", "book_series_metadata", "book_set_metadata"),
        "chapter",
        "book",
    ),
    "conference": Kind(
        "conference_paper",
        ("proceedings_metadata", "proceedings_series_metadata"),
        "paper-conference",
        "book",
    ),
    "report-paper": Kind(
        "content_item",
        ("report-paper_metadata", "report-paper_series_metadata"),
        "chapter",
        "report",
    ),
    "standard": Kind(
        "content_item",
        ("standard_metadata", "standard_series_metadata"),
        "chapter",
        "standard",
    ),
    "database": Kind("dataset", ("database_metadata",), "dataset", "dataset"),
    "dissertation": Kind("", ("",), "thesis", "thesis"),
    "posted_content": Kind("", ("",), "article", "article"),
    "peer_review": Kind("", ("",), "review", "review"),
    "sa_component": Kind("component_list/component", ("",), "document"),
}

#: Records of what is no work, or not out yet.
UNREAD = frozenset({"grant", "pending_publication"})

#: A posted content's ``type`` that is no preprint, and its CSL type.
POSTED = {
    "working_paper": "report",
    "report": "report",
    "dissertation": "thesis",
    "other": "post-weblog",
}

#: A contributor's role and the variable; others are contributors.
ROLES = {"author": "author", "editor": "editor", "chair": "chair", "translator": "translator"}

#: Elements of a work, and their variables; then those of its container.
OF_WORK: tuple[tuple[str, str], ...] = (
    ("titles/original_language_title", "original-title"),
    ("doi_data/doi", "DOI"),
    ("doi_data/resource", "URL"),
    ("program/license_ref", "license"),
    ("free_to_read/license_ref", "license"),
    ("crossmark/custom_metadata/program/license_ref", "license"),
    ("degree", "genre"),
    ("component_number", "chapter-number"),
)
OF_CONTAINER: tuple[tuple[str, str], ...] = (
    ("full_title", "container-title"),
    ("abbrev_title", "container-title-short"),
    ("proceedings_title", "container-title"),
    ("series_metadata/titles/title", "collection-title"),
    ("set_metadata/titles/title", "collection-title"),
    ("series_metadata/series_number", "collection-number"),
    ("edition_number", "edition"),
    ("volume", "volume"),
    ("publisher/publisher_name", "publisher"),
    ("publisher/publisher_place", "publisher-place"),
    ("institution/institution_name", "publisher"),
    ("institution/institution_place", "publisher-place"),
    ("institution/institution_department", "division"),
    ("standards_body/standards_body_name", "authority"),
)
#: Elements beside the container's.
BESIDE: tuple[tuple[str, str], ...] = (
    ("journal_issue/journal_volume/volume", "volume"),
    ("journal_issue/journal_volume/issue", "issue"),
    ("journal_issue/issue", "issue"),
    ("journal_issue/special_numbering", "issue"),
    ("journal_issue/titles/title", "volume-title"),
    ("event_metadata/conference_name", "event-title"),
    ("event_metadata/conference_location", "event-place"),
)

#: Types whose item number is a number of their own, not an article's in place of pages.
_NUMBERED = frozenset({"report", "standard", "dataset", "article", "thesis", "book"})
_LOOSE = re.compile(r"\s+<(sub|sup)>")


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The works of a file, in its order.  Problems: what Crossref says instead of a
    record, a record that is of no work."""
    names = {*KINDS, *UNREAD, "error"}
    for record in records(source, names, file, "Crossref record", "doi_records"):
        if isinstance(record, Problem):
            yield record
        elif record.tag in KINDS:
            yield from _works(record)
        elif record.tag in UNREAD:
            message = f"a record of a {record.tag.replace('_', ' ')} is left out"
            yield warning("no-work", message, Where(file, record.line))
        elif not len(record):
            message = f"Crossref says: {marked(record) or 'no record'}"
            yield warning("crossref-error", message, Where(file, record.line))


def _works(record: Element) -> Iterator[Work]:
    kind = KINDS[record.tag]
    found = (child(record, path) if path else record for path in kind.around)
    around = next((one for one in found if one is not None), None)
    parts = elements(record, kind.parts) if kind.parts else []
    if parts:
        for part in parts:
            yield _Work(record, around, part, kind.type).work()
    elif kind.whole:
        yield _Work(record, around, around, kind.whole).work()


class _Work:
    """One work on its way from its element, its container's and the record's."""

    def __init__(
        self, record: Element, around: Element | None, part: Element | None, csl_type: str
    ) -> None:
        self.record = record
        self.around = around
        self.part = part
        self.whole = part is around
        self.type = csl_type
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}

    def work(self) -> Work:
        self._own_type()
        self._put("title", _title(self.part))
        if self.whole:
            self._put("title", marked(self.part, "full_title"))
            self._put("title", marked(self.part, "proceedings_title"))
        elif self.record.tag != "sa_component":
            self._put("container-title", _title(self.around))
        self._contributors()
        for path, variable in OF_WORK:
            self._put(variable, _tight(marked(self.part, path)))
        for path, variable in OF_CONTAINER:
            if not (self.whole and variable == "container-title"):
                for element in (self.part, self.around):
                    self._put(variable, _tight(marked(element, path)))
        for path, variable in BESIDE:
            self._put(variable, _tight(marked(self.record, path)))
        for variable, name in (("ISSN", "issn"), ("ISBN", "isbn")):
            self._put(variable, ", ".join(dict.fromkeys(map(marked, self._all(name)))))
        self._put("language", self._language())
        self._dates()
        self._pages()
        self._put("abstract", _abstract(self.part))
        self._own_fields()
        return Work("", self.type, self.fields, self.extra)

    def _put(self, variable: str, value: str) -> None:
        if value and variable not in self.fields:
            self.fields[variable] = value

    def _all(self, name: str) -> list[Element]:
        """Elements of the work, else of its container, else of the series."""
        for element in (self.part, self.around, child(self.around, "series_metadata")):
            if found := elements(element, name):
                return found
        return []

    def _language(self) -> str:
        elements = (one for one in (self.part, self.around) if one is not None)
        return next(filter(None, (one.get("language", "") for one in elements)), "")

    def _own_type(self) -> None:
        """The type where an attribute tells more than the element."""
        if self.record.tag == "posted_content":
            self.type = POSTED.get(self.record.get("type", ""), self.type)
        book_type = self.record.get("book_type", "")
        component = "" if self.part is None else self.part.get("component_type", "")
        entry = component == "reference_entry" or (component, book_type) == ("chapter", "reference")
        if self.type == "chapter" and entry:
            self.type = "entry-encyclopedia"

    def _contributors(self) -> None:
        """The work's own, the container's (its authors as such), the series' editors."""
        found = _people(self.part)
        if not found and self.record.tag == "database":
            found = _people(self.around)
        elif not self.whole:
            theirs = _people(self.around)
            if "author" in theirs:
                theirs["container-author"] = theirs.pop("author")
            found = found | {role: names for role, names in theirs.items() if role not in found}
        series = _people(child(self.around, "series_metadata")).get("editor", ())
        if series:
            found["collection-editor"] = series
        self.fields |= found

    def _dates(self) -> None:
        """Print before online, the work's own before its container's."""
        places = ("publication_date", "posted_date", "approval_date", "review_date")
        for element in (self.part, self.around, child(self.record, "journal_issue")):
            dates = [date for name in places for date in elements(element, name)]
            dates += elements(element, "database_date/publication_date")
            dates += elements(element, "database_date/creation_date")
            dates.sort(key=lambda one: one.get("media_type") != "print")
            for one in dates:
                date = _date(one)
                if date is not None:
                    self.fields.setdefault("issued", date)
        held = child(self.record, "event_metadata/conference_date")
        if held is not None and (date := _event_date(held)):
            self.fields["event-date"] = date

    def _pages(self) -> None:
        ends = [marked(self.part, f"pages/{name}") for name in ("first_page", "last_page")]
        pages = "-".join(filter(None, ends))
        self._put("page", ", ".join(filter(None, (pages, marked(self.part, "pages/other_pages")))))
        number = marked(self.part, "publisher_item/item_number") or marked(self.part, "item_number")
        self._put("number" if self.type in _NUMBERED else "page", number)

    def _own_fields(self) -> None:
        """What only some records have."""
        if self.type == "standard" and self.part is not None:
            designators = [one for one in self.part.iter() if one.tag == "std_designator"]
            self._put("number", marked(designators[0]) if designators else "")
        if self.type == "report":
            self._put("number", str(self.fields.pop("volume", "")))
        if self.type == "post-weblog" and "publisher" in self.fields:
            self.fields["container-title"] = self.fields.pop("publisher")
        if self.type == "review":
            self.fields["genre"] = "peer review"
        if group := marked(self.part, "group_title"):
            self.extra["group_title"] = group
        for one in elements(self.record, "program/related_item/inter_work_relation"):
            relation = one.get("relationship-type")
            if relation == "isReviewOf":
                self.extra[relation] = f"{one.get('identifier-type', '')}:{marked(one)}"
        for name in ("contract_number", "standards_body/standards_body_acronym"):
            if told := marked(self.part, name):
                self.extra[name.rpartition("/")[2]] = told
        for one in elements(self.part, "publisher_item/identifier"):
            self.extra[one.get("id_type") or "identifier"] = marked(one)
        if parent := self.record.get("parent_doi"):
            self.extra["parent_doi"] = parent


def _tight(value: str) -> str:
    """Without the white space that pretty printing puts before an index."""
    return _LOOSE.sub(r"<\1>", value)


def _title(element: Element | None) -> str:
    title = _tight(marked(element, "titles/title"))
    subtitle = _tight(marked(element, "titles/subtitle"))
    return f"{title.removesuffix(':').rstrip()}: {subtitle}" if title and subtitle else title


def _people(element: Element | None) -> dict[str, Value]:
    """Names by variable; a record without ``contributors`` has the names itself."""
    if element is None:
        return {}
    found: dict[str, tuple[Name, ...]] = {}
    listed = elements(element, "contributors") or [element]
    for one in (person for parent in listed for person in parent):
        name = _name(one)
        if name is not None:
            role = one.get("contributor_role", "author")
            reviewed = element.tag == "peer_review" and role.startswith("review")
            variable = "author" if reviewed else ROLES.get(role, "contributor")
            found[variable] = (*found.get(variable, ()), name)
    return dict(found)


def _name(element: Element) -> Name | None:
    kind = element.tag
    if kind == "organization":
        organization = marked(element)
        return Name(literal=organization) if organization else None
    if kind == "anonymous":
        return Name(literal="Anonymous")
    if kind != "person_name":
        return None
    family, given = marked(element, "surname"), marked(element, "given_name")
    if not family:
        return Name(literal=given) if given else None
    return Name(family, given, suffix=marked(element, "suffix"))


def _date(element: Element) -> Date | None:
    """Year, month (Crossref's 21–34 are seasons and quarters) and day."""
    year, month, day = (marked(element, name) for name in ("year", "month", "day"))
    if not year:
        return None
    written = year
    if month.isdecimal() and 1 <= int(month) <= 24:
        written += f"-{int(month):02d}"
        written += f"-{int(day):02d}" if day.isdecimal() and int(month) <= 12 else ""
    return parse_date(written) or parse_date(year) or Date(literal=written)


def _event_date(element: Element) -> Date | None:
    ends = []
    for end in ("start", "end"):
        parts = [element.get(f"{end}_{name}", "") for name in ("year", "month", "day")]
        numbers = [int(part) for part in parts if part.isdecimal() and part.isascii()]
        if len(numbers) < len([part for part in parts if part]) or not numbers or not parts[0]:
            break
        written = "-".join(f"{number:02d}" for number in numbers[1:])
        date = parse_date(f"{numbers[0]:04d}" + (f"-{written}" if written else ""))
        if date and date.start:
            ends.append(date.start)
    if len(ends) == 2 and ends[0] != ends[1]:
        return Date(ends[0], ends[1], range=True)
    return Date(ends[0]) if ends else parse_date(marked(element))


def _abstract(element: Element | None) -> str:
    """A JATS abstract, a line a paragraph, or a description."""
    for one in [*elements(element, "abstract"), *elements(element, "description")]:
        parts = [part for part in one.iter() if part.tag in ("p", "title")]
        if parts and parts[0].tag == "title" and marked(parts[0]).lower().strip(".:") == "abstract":
            del parts[0]
        paragraphs = [marked(part) for part in parts]
        if found := "\n".join(filter(None, paragraphs)) or marked(one):
            return found
    return ""
