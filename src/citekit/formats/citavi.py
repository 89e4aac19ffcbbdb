"""Citavi XML (``CitaviExchangeData``, versions 5 to 7), read, with its knowledge items.

References, persons, keywords, publishers and the rest are lists of their own, tied
together by lists of identifiers ("one;many;many").  Quotations, paraphrases and
comments become extracts about their reference, with the page they are from.  A file
is read whole, since the lists that say what a reference has stand after the references.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citekit.dates import parse_date
from citekit.errors import Where, warning
from citekit.formats.base import Extract, Item, join_keywords, join_notes
from citekit.formats.xmlpath import elements
from citekit.formats.xmlread import document
from citekit.model import Date, Name, Value, Work

#: Citavi's reference type (Citavi manual, "Reference types") and the CSL type.
TYPES = {
    "ArchiveMaterial": "manuscript",
    "AudioBook": "book",
    "AudioOrVideoDocument": "document",
    "Book": "book",
    "BookEdited": "book",
    "Broadcast": "broadcast",
    "CollectedWorks": "book",
    "ComputerProgram": "software",
    "ConferenceProceedings": "book",
    "Contribution": "chapter",
    "ContributionInLegalCommentary": "chapter",
    "CourtDecision": "legal_case",
    "File": "manuscript",
    "InternetDocument": "webpage",
    "InterviewMaterial": "interview",
    "JournalArticle": "article-journal",
    "Lecture": "speech",
    "LegalCommentary": "book",
    "Manuscript": "manuscript",
    "Map": "map",
    "Movie": "motion_picture",
    "MusicAlbum": "song",
    "MusicTrack": "song",
    "NewsAgencyReport": "article-newspaper",
    "NewspaperArticle": "article-newspaper",
    "Patent": "patent",
    "PersonalCommunication": "personal_communication",
    "PressRelease": "document",
    "RadioPlay": "broadcast",
    "SpecialIssue": "periodical",
    "Standard": "standard",
    "StatuteOrRegulation": "legislation",
    "Thesis": "thesis",
    "Unknown": "document",
    "UnpublishedWork": "report",
}

#: Elements of a reference, in lower case (versions differ), and the variable.
FIELDS = {
    "abstract": "abstract",
    "doi": "DOI",
    "edition": "edition",
    "isbn": "ISBN",
    "issn": "ISSN",
    "language": "language",
    "numberofvolumes": "number-of-volumes",
    "onlineaddress": "URL",
    "placeofpublication": "publisher-place",
    "pmcid": "PMCID",
    "pubmedid": "PMID",
    "sourceofbibliographicinformation": "source",
    "storagemedium": "medium",
    "titlesupplement": "genre",
    "uniformtitle": "original-title",
    "volume": "volume",
}

#: What "Number" is: of a journal's issue, or of the work; of others, in their series.
_ISSUES = frozenset({"article-journal", "article-newspaper", "periodical"})
_NUMBERED = frozenset({"report", "patent", "standard", "legal_case", "legislation", "bill"})

#: Relations of a reference with persons, and the variable.
PEOPLE = {
    "ReferenceAuthors": "author",
    "ReferenceEditors": "editor",
    "ReferenceCollaborators": "contributor",
    "ReferenceOthersInvolved": "contributor",
    "ReferenceOrganizations": "organization",
}

#: Citavi's quotation type and the kind of an extract.
QUOTATIONS = {
    "0": "note",  # an image, with words about it
    "1": "quotation",
    "2": "paraphrase",
    "3": "paraphrase",  # a summary
    "4": "note",
    "5": "quotation",  # highlighted
    "6": "quotation",
}

_NOTES = ("notes", "tableofcontents", "evaluation")
_PAGES = re.compile(r"<os>([^<]*)</os>")
_TAG = re.compile(r"<[^<>]*>")
#: Elements that say how Citavi keeps a reference, not what it is.
_ADMINISTRATIVE = re.compile(
    r"(?:created|modified|has|is|rating|static|coverpath|defaultlocation|dateforsorting|"
    r"referencetype|title|subtitle|shorttitle|citationkey|bibtexkey|pagerange|pagecount|date|"
    r"year|accessdate|number|.*id$|.*complex|.*format|.*rtf|.*updatetype|.*numberingtype|"
    r".*numeralsystem|languagecode|protected|number)\w*"
)


def items(source: str | bytes, file: str | None = None) -> Iterator[Item]:
    """The references with their extracts; raises SyntaxProblemError for what is no XML."""
    root, problems = document(source, file)
    yield from problems
    project = _Project(root)
    for reference in project.references:
        yield project.work(reference)
        yield from project.extracts.get(reference.get("id", ""), ())
    known = {reference.get("id", "") for reference in project.references}
    for name, extracts in project.extracts.items():
        if name not in known:
            for extract in extracts:
                message = f"a thought that belongs to no reference: {extract.text:.60}"
                yield warning("unattached", message, Where(file))


class _Project:
    """The lists of a project, by identifier."""

    def __init__(self, root: Element) -> None:
        self.lists = {one.tag: one for one in root}
        self.references = self._list("References", "Reference")
        self.by_id = {one.get("id", ""): one for one in self.references}
        self.persons = {one.get("id", ""): _person(one) for one in self._list("Persons", "Person")}
        self.names: dict[str, str] = {}
        for group in ("Keyword", "Publisher", "SeriesTitle", "Library", "Group", "Category"):
            plural = {"Library": "Libraries", "Category": "Categories"}.get(group, f"{group}s")
            for one in self._list(plural, group):
                self.names[one.get("id", "")] = _fields(one).get("name", "")
        self.periodicals = {
            one.get("id", ""): _fields(one) for one in self._list("Periodicals", "Periodical")
        }
        self.paths = self._category_paths()
        self.parents = {
            inner: outer
            for outer, inside in self._relation("ReferenceReferences").items()
            for inner in inside
        }
        self.relations = {
            name: self._relation(name)
            for name in (
                *PEOPLE,
                "ReferencePublishers",
                "ReferenceKeywords",
                "ReferenceGroups",
                "ReferenceCategories",
            )
        }
        self.locations: dict[str, list[dict[str, str]]] = {}
        for location in self._list("Locations", "Location"):
            found = _fields(location)
            self.locations.setdefault(found.get("referenceid", ""), []).append(found)
        self.extracts: dict[str, list[Extract]] = {}
        for group in ("KnowledgeItems", "Thoughts"):
            for one in self._list(group, "KnowledgeItem"):
                found = _fields(one)
                if extract := _extract(found):
                    self.extracts.setdefault(found.get("referenceid", ""), []).append(extract)

    def _list(self, plural: str, name: str) -> list[Element]:
        return elements(self.lists.get(plural), name)

    def _relation(self, name: str) -> dict[str, list[str]]:
        """ "one;many;many" of a list of relations, by the one."""
        found: dict[str, list[str]] = {}
        for one in self._list(name, "OnetoN"):
            first, *others = [part.strip() for part in (one.text or "").split(";")]
            found.setdefault(first, []).extend(filter(None, others))
        return found

    def _category_paths(self) -> dict[str, str]:
        """The path of each category, "outer/inner"."""
        inside = self._relation("CategoryCatgories") | self._relation("CategoryCategories")
        above = {inner: outer for outer, inners in inside.items() for inner in inners}
        found = {}
        for one in self._list("Categories", "Category"):
            trail: list[str] = []
            place = one.get("id", "")
            while place in self.names and place not in trail:
                trail.append(place)
                place = above.get(place, "")
            found[one.get("id", "")] = "/".join(self.names[part] for part in reversed(trail))
        return found

    # --- one reference ------------------------------------------------------------

    def work(self, reference: Element) -> Work:
        name = reference.get("id", "")
        found = _fields(reference)
        csl_type = TYPES.get(found.get("referencetype", ""), "document")
        fields = self._fields(name, found, csl_type)
        parent = self.by_id.get(self.parents.get(name, ""))
        if parent is not None and parent is not reference:
            csl_type = self._inherit(fields, parent, csl_type)
        extra = {
            one.tag: (one.text or "").strip()
            for one in reference
            if _is_extra(one.tag.lower(), one)
        }
        groups = [self.paths.get(one, "") for one in self._related("ReferenceCategories", name)]
        groups += [self.names.get(one, "") for one in self._related("ReferenceGroups", name)]
        if joined := ", ".join(filter(None, groups)):
            extra["groups"] = joined
        files = [_address(one) for one in self.locations.get(name, ())]
        files = [path for path in files if path and path not in fields.values()]
        if files:
            extra["file"] = ";".join(files)
        return Work(found.get("bibtexkey") or found.get("citationkey", ""), csl_type, fields, extra)

    def _related(self, relation: str, name: str) -> list[str]:
        return self.relations[relation].get(name, [])

    def _fields(self, name: str, found: dict[str, str], csl_type: str) -> dict[str, Value]:
        titles = (found.get("title", ""), found.get("subtitle", ""))
        texts = {"title": ": ".join(filter(None, titles))}
        texts |= {variable: found.get(element, "") for element, variable in FIELDS.items()}
        number = "issue" if csl_type in _ISSUES else "collection-number"
        texts["number" if csl_type in _NUMBERED else number] = found.get("number", "")
        texts["page"] = _pages(found.get("pagerange", ""))
        texts["number-of-pages"] = _pages(found.get("pagecount", ""))
        texts["collection-title"] = self.names.get(found.get("seriestitleid", ""), "")
        periodical = self.periodicals.get(found.get("periodicalid", ""), {})
        texts["container-title"] = periodical.get("name", "")
        short = ("standardabbreviation", "userabbreviation1", "userabbreviation2")
        texts["container-title-short"] = next(filter(None, map(periodical.get, short)), "") or ""
        texts["ISSN"] = texts["ISSN"] or periodical.get("issn", "")
        publishers = (self.names.get(one, "") for one in self._related("ReferencePublishers", name))
        texts["publisher"] = "; ".join(filter(None, publishers))
        keywords = (self.names.get(one, "") for one in self._related("ReferenceKeywords", name))
        texts["keyword"] = join_keywords(keywords)
        texts["annote"] = join_notes(found.get(part, "") for part in _NOTES)
        for location in self.locations.get(name, ()):
            texts.setdefault("call-number", location.get("callnumber", ""))
            library = self.names.get(location.get("libraryid", ""), "")
            texts["source"] = texts["source"] or library
        fields: dict[str, Value] = {key: value for key, value in texts.items() if value}
        fields |= self._people(name, csl_type, fields)
        for variable, written in (
            ("issued", found.get("date") or found.get("year", "")),
            ("accessed", found.get("accessdate", "")),
        ):
            if written:
                fields[variable] = parse_date(written) or Date(literal=written)
        return fields

    def _people(self, name: str, csl_type: str, fields: dict[str, Value]) -> dict[str, Value]:
        """Names by variable; organisations publish a thesis, else are its authors where
        nobody is."""
        found: dict[str, tuple[Name, ...]] = {}
        for relation, variable in PEOPLE.items():
            names = (self.persons.get(one) for one in self._related(relation, name))
            people = tuple(one for one in names if one is not None)
            if people:
                found[variable] = (*found.get(variable, ()), *people)
        organizations = found.pop("organization", ())
        if organizations and csl_type == "thesis" and "publisher" not in fields:
            fields["publisher"] = "; ".join(one.literal or one.family for one in organizations)
        elif organizations:
            variable = "contributor" if found else "author"
            found[variable] = (*found.get(variable, ()), *organizations)
        return dict(found)

    def _inherit(self, fields: dict[str, Value], parent: Element, csl_type: str) -> str:
        """What a contribution has from the work it stands in."""
        found = _fields(parent)
        theirs = self._fields(parent.get("id", ""), found, "book")
        theirs["container-title"] = theirs.pop("title", "")
        theirs["container-author"] = theirs.pop("author", ())
        for variable in ("page", "number-of-pages", "keyword", "annote", "abstract", "DOI", "URL"):
            theirs.pop(variable, None)
        for variable, value in theirs.items():
            if value:
                fields.setdefault(variable, value)
        proceedings = found.get("referencetype") == "ConferenceProceedings"
        return "paper-conference" if proceedings and csl_type == "chapter" else csl_type


def _fields(element: Element) -> dict[str, str]:
    """The texts of an element's children by their names in lower case."""
    found: dict[str, str] = {}
    for one in element:
        found.setdefault(one.tag.lower(), "".join(one.itertext()).strip())
    return found


def _is_extra(name: str, element: Element) -> bool:
    if name in FIELDS or name in _NOTES or _ADMINISTRATIVE.fullmatch(name):
        return False
    return not len(element) and bool((element.text or "").strip())


def _person(element: Element) -> Name | None:
    found = _fields(element)
    given = " ".join(filter(None, (found.get("firstname"), found.get("middlename"))))
    family = found.get("lastname", "")
    if family and not given and not found.get("prefix"):
        return Name(literal=family) if " " in family else Name(family)
    if not family:
        return Name(literal=given) if given else None
    particle, suffix = found.get("prefix", ""), found.get("suffix", "")
    return Name(family, given, non_dropping_particle=particle, suffix=suffix)


def _pages(text: str) -> str:
    """Pages as Citavi shows them: the last ``<os>`` of its little markup language, or
    the text itself."""
    shown: list[str] = _PAGES.findall(text)
    return shown[-1].strip() if shown else " ".join(_TAG.sub(" ", text).split())


def _address(location: dict[str, str]) -> str:
    """A file's path or address: plain, or in a JSON object since version 6."""
    text = location.get("address", "")
    if location.get("mirrorsreferencepropertyid"):
        return ""
    if text.startswith("{"):
        try:
            text = str(json.loads(text).get("UriString", ""))
        except (ValueError, RecursionError, AttributeError):
            return text
    return text


def _extract(found: dict[str, str]) -> Extract | None:
    """A knowledge item; without words of its own its core statement is a note."""
    words, core = found.get("text", ""), found.get("corestatement", "")
    if not words and not core:
        return None
    kind = QUOTATIONS.get(found.get("quotationtype", "4"), "note") if words else "note"
    comment = core if words and core not in words else ""
    page = _pages(found.get("pagerange", ""))
    if not page and found.get("pagerangenumber", "-1").isdecimal():
        page = found["pagerangenumber"]
    return Extract(words or core, kind, page, comment=comment)
