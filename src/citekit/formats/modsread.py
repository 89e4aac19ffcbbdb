"""One MODS record on its way into a work; :mod:`citekit.formats.mods` is the format."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from citekit.formats.base import Extract, join_keywords, join_notes
from citekit.formats.modsmap import (
    GENRES,
    HOST,
    HOST_GENRES,
    JOINTS,
    ORIGINAL,
    OTHER_DATES,
    OTHER_SUBJECT_PARTS,
    OTHER_TITLES,
    RELATED_NAMES,
    RESOURCES,
    REVIEWED,
    ROWS,
    SERIALS,
    SERIES,
    SUBJECT_PARTS,
    TITLES,
)
from citekit.formats.modsnames import read_dates, read_person
from citekit.formats.xmlkeep import any_date, is_kept, read_block, read_doi
from citekit.formats.xmlpath import elements, values
from citekit.formats.xmltext import paragraphs, squeezed, text_of
from citekit.model import Name, Value, Work, is_names

_PAGES = re.compile(r"(\d+)(?: numbered)? ?(?:p|pp|pages?|s|seiten|leaves|l)\b(?!\w)", re.I)
_BAR = re.compile(r"\([^()]*\)")
_VOLUMES = re.compile(
    r"(\d+) ?(?:v|vols?|volumes?|bde?|t|(?:sound |video|audio)?dis[ck]s?)\b", re.I
)
_PARTS = re.compile(
    r"(\d+) (?:sound|audio|video|computer)[ -]?(?:dis[ck]|cassette|cartridge|reel)s?", re.I
)
_ISBN = re.compile(r"[\dXx][\dXx -]{8,16}")
_RUNNING = re.compile(
    r"\b(?:ca\. ?)?\d+ ?(?:min|hr?|hours?|sec)\b\.?(?: ?,? ?\d+ ?(?:min|sec)\b\.?)?", re.I
)
#: "pp. 12-30", where the element says already that these are pages.
_PAGE_WORD = re.compile(r"^(?:pp?|pages?|S|Seiten?|ss)\b\.?\s*(?=[A-Za-z]?\d|[ivxlc]+\b)", re.I)
#: Roles of who granted a thesis' degree.
_SCHOOLS = frozenset({"dgg", "degree grantor", "degree granting institution"})
_LONG = frozenset({"abstract", "note"})
_CONTINUING = ("continuing", "serial", "integrating resource")
_KNOWN = frozenset(
    """abstract accessCondition classification extension genre identifier language location name
    note originInfo part physicalDescription recordInfo relatedItem subject tableOfContents
    titleInfo typeOfResource""".split()
)
_USED = frozenset({"host", "series", "original", "reviewOf"})


class ModsRecord:
    """A ``mods`` element; ``extracts`` and ``kept`` are known after :meth:`work`."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}
        self.extracts: list[Extract] = []
        self.kept = ""
        self.school = ""

    def work(self) -> Work:
        """The work as MODS' own elements tell it."""
        record = self.element
        kept = ("".join(one.itertext()).strip() for one in elements(record, "extension/kept"))
        self.kept = next(filter(is_kept, kept), "")
        csl_type = self._type()
        self._titles()
        self._people(csl_type)
        self._dates()
        hosted = bool(elements(record, HOST))
        for row in ROWS:
            paths = [row.path, row.alone] if hosted else [row.alone, row.path]
            for path in filter(None, (*paths, *row.also)):
                found = _texts(record, path) if row.variable in _LONG else values(record, path)
                if found := list(dict.fromkeys(found)):
                    self.fields[row.variable] = JOINTS.get(row.variable, "; ").join(found)
                    break
        if doi := self.fields.get("DOI"):
            self.fields["DOI"] = read_doi(str(doi))
        for variable in ("publisher", "publisher-place"):
            if text := str(self.fields.get(variable, "")):
                self.fields[variable] = text.rstrip(" ,;:") or text
        if self.school:
            self.fields.setdefault("publisher", self.school)
        self._numbers(csl_type)
        self._languages()
        self._links()
        self._subjects()
        self._notes()
        key = self._identifiers()
        return Work(key, csl_type, self.fields, self.extra)

    # --- type ---

    def _type(self) -> str:
        """The genre's type, else the resource's, else the host's, else the issuance's."""
        record = self.element
        hosts = elements(record, HOST)
        genres = values(record, "genre")
        found = ""
        rest: list[str] = []
        for genre in genres:
            meaning = GENRES.get(genre.lower(), "")
            if meaning and not found:
                found = meaning
            elif not any(genre.lower() == other.lower() for other in rest):
                rest.append(genre)
        if rest:
            self.fields["genre"] = "; ".join(rest)
        resources = [text.lower() for text in values(record, "typeOfResource")]
        issuance = values(record, "originInfo/issuance")
        if found == "book" and "book" not in map(str.lower, genres):
            # the genre says what it is about
            serial = bool(set(issuance) & set(_CONTINUING))
            if serial or (hosts and "monographic" not in issuance):
                found = ""
        if found and hosts:
            return "article-journal" if found == "periodical" else found
        if found in ("entry-dictionary", "entry-encyclopedia") and not self._named(found):
            return "book"
        if found:
            return found
        if elements(record, "typeOfResource[manuscript=yes]") and "text" in resources:
            return "manuscript"
        for resource in resources:
            if resource in RESOURCES:
                return RESOURCES[resource]
        return self._type_without_genre(hosts, resources)

    def _named(self, csl_type: str) -> bool:
        return csl_type in values(self.element, "genre")

    def _type_without_genre(self, hosts: list[Element], resources: list[str]) -> str:
        record = self.element
        media = values(record, "physicalDescription/internetMediaType")
        issuance = set(values(record, "originInfo/issuance"))
        text = not resources or "text" in resources
        for host in hosts:
            for genre in values(host, "genre"):
                if genre.lower() in HOST_GENRES:
                    return HOST_GENRES[genre.lower()]
            if set(values(host, "originInfo/issuance")) & set(_CONTINUING):
                return "article-journal"
            if elements(host, "part/detail[type=issue]") or values(host, "identifier[type=issn]"):
                return "article-journal"
            if text and elements(host, "part"):
                return "chapter"
        if text and "text/html" in media:
            return "webpage"
        if text and issuance & set(_CONTINUING):
            return "periodical"
        if text and "monographic" in issuance and not hosts:
            return "book"
        return "document"

    # --- titles and names ---

    def _titles(self) -> None:
        record = self.element
        found = elements(record, "titleInfo[!type]")
        other = [e for e in elements(record, "titleInfo") if e.get("type") == "alternative"]
        if not found:
            found = [e for e in elements(record, "titleInfo") if e.get("type") != "abbreviated"]
        titles = [title for title in map(_title, found) if title]
        if titles:
            self.fields["title"] = titles[0]
        rest = [*titles[1:], *(title for title in map(_title, other) if title not in titles)]
        if rest := list(dict.fromkeys(filter(None, rest))):
            self.extra["titleaddon"] = "; ".join(rest)
        for kind, name in OTHER_TITLES.items():
            for info in elements(record, f"titleInfo[type={kind}]"):
                if (title := _title(info)) and title not in titles:
                    self._more(name, title)
        for variable, related in TITLES.items():
            for info in elements(record, f"{related}/titleInfo"):
                number = related == SERIES
                if info.get("type") != "abbreviated" and (title := _title(info, not number)):
                    self.fields.setdefault(variable, title)
        for info in elements(record, f"{HOST}/{SERIES}/titleInfo[!type]"):
            if title := _title(info, False):
                self.fields.setdefault("collection-title", title)
        for item in elements(record, "relatedItem"):
            kind = item.get("type", "")
            title = next((t for t in map(_title, elements(item, "titleInfo")) if t), "")
            if kind not in _USED and title:
                self._more(f"related {kind}".strip(), title)

    def _people(self, csl_type: str) -> None:
        record = self.element
        groups: set[str] = set()
        for element in elements(record, "name"):
            group = element.get("altRepGroup", "")
            if group and group in groups:
                self._more("name in another script", text_of(element))
            else:
                self._person(element, csl_type, "")
            groups.add(group)
        for related in (HOST, f"{HOST}/{SERIES}", SERIES, ORIGINAL, REVIEWED):
            for element in elements(record, f"{related}/name"):
                self._person(element, csl_type, related)

    def _person(self, element: Element, csl_type: str, related: str) -> None:
        name, variables, role = read_person(element)
        if name is None:
            return
        meeting = element.get("type") == "conference" and not role
        if meeting and (related == HOST or csl_type == "paper-conference"):
            self.fields.setdefault("event-title", name.literal)
            return
        if csl_type == "thesis" and role.lower() in _SCHOOLS and not self.school:
            self.school = name.literal or name.family
            return
        for variable in variables or ("",):
            if related:
                self._add(self._related_variable(related, variable), name)
            else:
                self._add(variable or ("contributor" if role else "author"), name)

    @staticmethod
    def _related_variable(related: str, variable: str) -> str:
        last = related.rpartition("/")[2]
        for own, (where, role) in RELATED_NAMES.items():
            if where == last and (variable == role or where != HOST):
                return own
        return variable or "contributor"

    def _add(self, variable: str, name: Name) -> None:
        old = self.fields.get(variable, ())
        self.fields[variable] = (*old, name) if is_names(old) else (name,)

    # --- the rest ---

    def _dates(self) -> None:
        record = self.element
        found = read_dates(record, "originInfo")
        if found:
            self.fields["issued"] = found[0][1]
            created = dict(found).get("dateCreated")
            if created is not None and created != found[0][1]:
                self.fields["original-date"] = created
        if "issued" not in self.fields:
            told = [*values(record, f"{HOST}/part/date"), *values(record, "part/date")]
            origin = read_dates(record, f"{HOST}/originInfo")
            date = any_date(told[0]) if told else origin[0][1] if origin else None
            if date is not None:
                self.fields["issued"] = date
        for name in OTHER_DATES:
            for text in values(record, f"originInfo/{name}"):
                self._more(name, text)
        if original := read_dates(record, f"{ORIGINAL}/originInfo"):
            self.fields["original-date"] = original[0][1]

    def _numbers(self, csl_type: str) -> None:
        """Pages of the work in its host, how many pages or volumes it has, and how long
        it runs."""
        record = self.element
        for part in [*elements(record, f"{HOST}/part"), *elements(record, "part")]:
            if "issue" not in self.fields and (found := values(part, "detail[type=number]/number")):
                self.fields["issue"] = found[0]
                self.extra["detail"] = "number"
            for detail in elements(part, "detail"):
                kind = detail.get("type", "")
                if kind in ("volume", "issue") and not elements(detail, "number"):
                    words = [text_of(child) for child in detail if child.tag != "caption"]
                    if said := squeezed(" ".join([detail.text or "", *words])):
                        self.fields.setdefault(kind, said)
            for extent in elements(part, "extent"):
                if extent.get("unit", "page").lower().rstrip("s.") in ("page", "p", "pp", ""):
                    self._pages(extent)
            if text := values(part, "text"):
                self.extra["part"] = text[0]
        for told in values(record, "physicalDescription/extent"):
            outside = _BAR.sub(" ", told)
            if (found := _PAGES.findall(outside)) and "number-of-pages" not in self.fields:
                self.fields["number-of-pages"] = found[-1]
            counted = _VOLUMES.search(outside) or _PARTS.search(outside)
            if counted and "number-of-volumes" not in self.fields:
                self.fields["number-of-volumes"] = counted[1]
            running = _RUNNING.search(told)
            if running and csl_type in ("motion_picture", "song", "broadcast"):
                self.fields.setdefault("dimensions", running[0].strip())
            if not found and not counted:
                self.extra["extent"] = told

    def _pages(self, extent: Element) -> None:
        start, end = values(extent, "start"), values(extent, "end")
        told = [_PAGE_WORD.sub("", text) for text in values(extent, "list")]
        if start and end and start != end:
            self.fields.setdefault("page", f"{start[0]}-{end[0]}")
        elif start or end or told:
            self.fields.setdefault("page", (start or end or told)[0])

    def _languages(self) -> None:
        found: list[str] = []
        for language in elements(self.element, "language"):
            terms = elements(language, "languageTerm")
            coded = [e for e in terms if e.get("type") != "text"]
            texts = [text_of(term) for term in coded or terms] or [squeezed(language.text or "")]
            found += [text for text in texts[:1] if text]
        if found:
            self.fields["language"] = "; ".join(dict.fromkeys(found))

    def _links(self) -> None:
        """The link to the work itself, not to a preview; the others are extra."""
        record = self.element
        links = [url for url in elements(record, "location/url") if text_of(url)]
        links = [url for url in links if url.get("access") != "preview"] or links
        links.sort(key=lambda url: url.get("usage", "") not in ("primary", "primary display"))
        if links:
            self.fields["URL"] = text_of(links[0])
            if date := any_date(links[0].get("dateLastAccessed", "")):
                self.fields["accessed"] = date
        if links[1:]:
            self.extra["url"] = "\n".join(text_of(url) for url in links[1:])
        if places := values(record, f"{HOST}/location/physicalLocation"):
            self.extra["host location"] = "; ".join(places)

    def _subjects(self) -> None:
        """Topics are keywords, and so are subjects that are a place, time, person or work,
        their parts with hyphens between ("London--History"); a place or time beside a topic
        is kept as such."""
        found: list[str] = []
        beside: dict[str, list[str]] = {}
        for subject in elements(self.element, "subject"):
            topics = values(subject, "topic")
            words = [] if topics else [_joined(p) for p in subject if p.tag in SUBJECT_PARTS]
            found += topics or ["--".join(filter(None, words))]
            for part in subject:
                if part.tag in OTHER_SUBJECT_PARTS or (topics and part.tag in SUBJECT_PARTS):
                    beside.setdefault(part.tag, []).append(_joined(part))
        if found := list(filter(None, found)):
            self.fields["keyword"] = join_keywords(found)
        beside.pop("topic", None)
        for name, told in beside.items():
            if told := list(dict.fromkeys(filter(None, told))):
                self.extra[f"subject {name}"] = "; ".join(told)

    def _notes(self) -> None:
        """Notes with their types; quotations are extracts."""
        record = self.element
        notes: list[str] = []
        for note in elements(record, "note[!displayLabel]"):
            text, kind = "".join(note.itertext()).strip(), note.get("type", "")
            extract = read_block(text) if kind == "quotation" else None
            if extract is not None:
                self.extracts.append(extract)
            elif text:
                notes.append(f"{kind}: {paragraphs(text)}" if kind else paragraphs(text))
        for note in elements(record, "note"):
            label = note.get("displayLabel")
            if label and label != "Extra" and text_of(note):
                notes.append(f"{label}: {text_of(note)}")
        notes += [f"Table of Contents: {text}" for text in values(record, "tableOfContents")]
        if notes:
            self.fields["annote"] = join_notes(notes)
        for child in record:
            if child.tag not in _KNOWN and (text := text_of(child)):
                self._more(child.tag, text)
        if described := values(record, "physicalDescription/note"):
            self.extra["physical description"] = "; ".join(described)

    def _identifiers(self) -> str:
        """ISBN and ISSN, what else has no variable, and the key."""
        record = self.element
        key = record.get("ID", "")
        for element in elements(record, "identifier"):
            kind, text = element.get("type", "").lower(), text_of(element)
            if not text or element.get("invalid") == "yes":
                continue
            if kind == "citekey":
                key = text
            elif kind in SERIALS:
                self._serial(kind, text)
            elif kind not in ("doi", "pmid", "pubmed", "pmc", "pmcid", "document number"):
                self._more(kind or "identifier", text)
        for related in (HOST, SERIES):
            for kind in SERIALS:
                for text in values(record, f"{related}/identifier[type={kind}]"):
                    if related == HOST or kind == "issn":
                        self._serial(kind, text)
        return key

    def _serial(self, kind: str, text: str) -> None:
        """The number without what stands behind it ("(pbk.)"); the first counts."""
        found = _ISBN.match(text) if kind == "isbn" else None
        number = found[0].strip() if found and "(" in text[found.end() - 1 :] else text
        if self.fields.setdefault(SERIALS[kind], number) != number:
            self._more(kind, number)

    def _more(self, name: str, text: str) -> None:
        old = self.extra.get(name)
        if old is None:
            self.extra[name] = text
        elif text not in old.split("; "):
            self.extra[name] = f"{old}; {text}"


def _texts(record: Element, path: str) -> list[str]:
    """Texts of more than a line, their paragraphs kept."""
    found = (paragraphs("".join(element.itertext())) for element in elements(record, path))
    return list(filter(None, found))


def _joined(element: Element) -> str:
    """An element's text, that of its children with hyphens between, as in subject headings."""
    if not len(element):
        return text_of(element)
    return "--".join(filter(None, (text_of(child) for child in element if child.tag != "role")))


def _title(info: Element, numbered: bool = True) -> str:
    """Non-sorting words, title, subtitle, number and name of the part."""

    def first(name: str) -> str:
        return next(iter(values(info, name)), "")

    title, subtitle = first("title"), first("subTitle")
    if subtitle:
        title += f" {subtitle}" if title.endswith(":") else f": {subtitle}" if title else subtitle
    if nonsort := first("nonSort"):
        title = f"{nonsort}{title}" if nonsort.endswith(("'", "’", "-")) else f"{nonsort} {title}"
    part = ": ".join(filter(None, [first("partNumber") if numbered else "", first("partName")]))
    if part:
        title = f"{title.rstrip('.')}. {part}" if title else part
    return title.strip()
