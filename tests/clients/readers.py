"""What programs write about what they read, as records.

The names of fields and of types on the right of these tables are CSL's; those on
the left are each program's own.  The tables are written from the programs' and
formats' documentation, not from citekit's, so that a wrong mapping there shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pybtex.database
from lxml import etree

from citekit.latex import to_unicode
from citekit.model import Name
from tests.clients.flat import Record, View, from_csl, name, plain, text

Found = list[tuple[str, Record]]

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def csl_items(items: Iterable[Mapping[str, Any]], view: View) -> Found:
    """Items of CSL-JSON."""
    return [(str(item.get("id", "")), from_csl(item, view)) for item in items]


# --- fields with BibTeX's names ------------------------------------------------------

_ARTICLES = ("article", "periodical", "review", "suppperiodical")
_FIELDS = {
    "title": "title",
    "booktitle": "container-title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "series": "collection-title",
    "shorttitle": "title-short",
    "shortjournal": "container-title-short",
    "origtitle": "original-title",
    "eventtitle": "event-title",
    "venue": "event-place",
    "volume": "volume",
    "volumes": "number-of-volumes",
    "issue": "issue",
    "part": "part-number",
    "chapter": "chapter-number",
    "edition": "edition",
    "version": "version",
    "type": "genre",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "location": "publisher-place",
    "address": "publisher-place",
    "date": "issued",
    "origdate": "original-date",
    "eventdate": "event-date",
    "urldate": "accessed",
    "pubstate": "status",
    "langid": "language",
    "language": "language",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "keywords": "keyword",
    "abstract": "abstract",
    "note": "note",
    "annote": "annote",
    "annotation": "annote",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "genre": {"phdthesis": "PhD thesis", "mathesis": "Master's thesis"},
    "language": {"english": "en", "british": "en-GB", "russian": "ru", "hebrew": "he"},
}
_MACROS = re.compile(r"\\(?:emph|text(?:it|bf|sc|subscript|superscript))(?=\{)")
_SYMBOLS = {
    "braceleft": "{",
    "braceright": "}",
    "backslash": "\\",
    "asciitilde": "~",
    "asciicircum": "^",
}
_SYMBOL = re.compile(r"\\text(" + "|".join(_SYMBOLS) + r")(?:\{\}| |$)?")
_BRACES = re.compile(r"[{}]")


def bib_field(field: str, entry_type: str, fields: Mapping[str, str]) -> str:
    """The CSL variable that a field of an entry is, or the field's own name."""
    if field == "number":
        if entry_type in _ARTICLES or (entry_type == "article" and "issue" not in fields):
            return "issue"
        books = ("book", "incollection", "inbook", "inproceedings", "collection", "inreference")
        return "collection-number" if entry_type in books else "number"
    return _FIELDS.get(field, field)


def _bib_record(entry_type: str, fields: Mapping[str, str], view: View) -> Record:
    record: Record = {"type": entry_type}
    if entry_type in _GENRES:
        record["genre"] = _GENRES[entry_type]
    for field, value in fields.items():
        variable = bib_field(field, entry_type, fields)
        value = _WORDS.get(variable, {}).get(value, value)
        record[variable] = text(value, view)
    if "issued" not in record and "year" in record:
        record["issued"] = _year_month(record)
    for field in list(record):
        if field in ("year", "month", "day", "entrysubtype") or field.startswith("csl-"):
            del record[field]
    return record


#: Entry types that say what kind of thesis it is.
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _year_month(record: Record) -> str:
    """BibTeX's year, month and day as one date."""
    year = record["year"].replace("-", "/")
    month = record.get("month", "").lower()[:3]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    if found := re.fullmatch(r"(\d+) BCE?", year):
        year = f"-{int(found[1]) - 1:04d}"
    if number:
        year += f"-{number:02d}"
        if record.get("day", "").isdigit():
            year += f"-{int(record['day']):02d}"
    return year


# --- JabRef: BibTeX, read with pybtex -----------------------------------------------------


def bibtex(source: str, view: View, tex: bool = True) -> Found:
    """Entries of BibTeX that a program wrote, read with pybtex; ``tex``: their fields
    are LaTeX, and not another format's words as they were."""
    source = re.sub(r"(?m)^(@\w+\{),", r"\1-,", source)  # JabRef leaves keys empty
    number = iter(range(100_000))
    source = re.sub(r"(?m)^(@\w+\{)-,", lambda found: f"{found[1]}-{next(number)},", source)
    data = pybtex.database.parse_string(source, "bibtex")
    found = []
    for key, entry in data.entries.items():
        fields = {field.lower(): value for field, value in entry.fields.items()}
        for field, value in fields.items():
            fields[field] = _untex(value) if tex and field not in _VERBATIM else _unescaped(value)
        key = fields.pop("refid", key)
        record = _bib_record(entry.type.lower(), fields, view)
        for role, people in entry.persons.items():
            record[_FIELDS.get(role, role)] = "; ".join(_person(one, view) for one in people)
        found.append((key, record))
    return found


_VERBATIM = ("url", "doi", "file", "date", "origdate", "eventdate", "urldate", "eprint")


def _untex(value: str) -> str:
    return to_unicode(value)


def _unescaped(value: str) -> str:
    return re.sub(r"\\([&#_%$])", r"\1", value)


def _person(person: Any, view: View) -> str:
    family, given = " ".join(person.last_names), [*person.first_names, *person.middle_names]
    if family == "others" and not given:
        return "et al."
    if family.startswith("{") and family.endswith("}") and not given:
        return name(Name(literal=_untex(family)), view)
    return name(
        Name(
            family=_untex(family),
            given=_untex(" ".join(given)),
            non_dropping_particle=_untex(" ".join(person.prelast_names)),
            suffix=_untex(" ".join(person.lineage_names)),
        ),
        view,
    )


# --- biber ---------------------------------------------------------------------------------


def biblatexml(source: str, view: View) -> Found:
    """Entries of biber's XML."""
    return [
        (entry.get("id", ""), _biber_entry(entry, view))
        for entry in etree.fromstring(source.encode(), _PARSER).iterfind("{*}entry")
    ]


def _biber_entry(entry: Any, view: View) -> Record:
    fields, people = {}, {}
    for node in entry:
        tag = etree.QName(node).localname
        if tag == "names":
            names = [_biber_name(one, view) for one in node.iterfind("{*}name")]
            if node.get("morenames"):
                names.append("et al.")
            people[_FIELDS.get(node.get("type"), node.get("type"))] = "; ".join(names)
        elif tag == "date":
            fields[node.get("type", "") + "date"] = _biber_date(node)
        elif items := list(node.iterfind("{*}list/{*}item")):
            between = ", " if tag in ("pages", "keywords") else "; "
            fields[tag] = between.join(_biber_item(item) for item in items)
        else:
            value = "".join(node.itertext())
            fields[tag] = value if tag in ("url", "doi", "file") else _unbib(value)
    return _bib_record(entry.get("entrytype"), fields, view) | people


def _biber_item(item: Any) -> str:
    ends = [_unbib("".join(end.itertext())) for end in item]
    return "-".join(ends) if ends else _unbib("".join(item.itertext()))


def _biber_date(node: Any) -> str:
    ends = [end.text or ".." for end in node] or [node.text or ""]
    return "/".join(re.sub(r"^-(\d+)", lambda year: f"-{int(year[1]):04d}", end) for end in ends)


def _biber_name(node: Any, view: View) -> str:
    parts = {}
    for part in node:
        words = [word.text or "" for word in part] or [part.text or ""]
        parts[part.get("type")] = _unbib(" ".join(words))
    family, given = parts.get("family", ""), parts.get("given", "")
    return name(Name(family, given, "", parts.get("prefix", ""), parts.get("suffix", "")), view)


def _unbib(value: str) -> str:
    """Text as biber leaves it: braces, a few macros and TeX's quotes."""
    value = _BRACES.sub("", _MACROS.sub("", value.replace("~", " "))).replace("``", '"')
    value = re.sub(r"\\([&%#_$ ])", r"\1", value).replace("''", '"')
    return _SYMBOL.sub(lambda found: _SYMBOLS[found[1]], value)


# --- @retorquere/bibtex-parser ------------------------------------------------------------------

_SCRIPTS = {"sup": "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "sub": "₀₁₂₃₄₅₆₇₈₉₋"}


def _scripts(value: str) -> str:
    """Superscript and subscript characters as markup."""
    for tag, signs in _SCRIPTS.items():
        table = str.maketrans(signs, "0123456789-")
        value = re.sub(
            f"[{signs}]+",
            lambda found: f"<{tag}>{found[0].translate(table)}</{tag}>",
            value,  # noqa: B023
        )
    return value


def retorquere(items: Iterable[Mapping[str, Any]], view: View) -> Found:
    """Entries as Better BibTeX' parser gives them."""
    found = []
    for item in items:
        fields, people = {}, {}
        for field, value in item["fields"].items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                people[_FIELDS.get(field, field)] = "; ".join(_creator(one, view) for one in value)
            elif isinstance(value, list):
                between = ", " if field == "keywords" else "; "
                fields[field] = between.join(re.sub(r"\\(.)", r"\1", str(one)) for one in value)
            else:
                fields[field] = _scripts(str(value))
        record = _bib_record(item["type"], fields, view) | people
        found.append((item["key"], record))
    return found


def _creator(one: Mapping[str, str], view: View) -> str:
    if one.get("lastName") == "others" and not one.get("firstName"):
        return "et al."
    return name(
        Name(
            family=one.get("lastName", ""),
            given=one.get("firstName", ""),
            non_dropping_particle=one.get("prefix", ""),
            suffix=one.get("suffix", ""),
            literal=one.get("name", ""),
        ),
        view,
    )


# --- bibutils: MODS --------------------------------------------------------------------------------

_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "sponsor": "publisher",
    "organizer of meeting": "publisher",
    "event": "event-title",
    "degree grantor": "publisher",
    "creator": "author",
    "inventor": "author",
    "director": "author",
}
_DETAILS = {
    "volume": "volume",
    "issue": "issue",
    "chapter": "chapter-number",
    "report number": "number",
    "page": "page",
    "number": "number",
}


def mods(source: str, view: View) -> Found:
    """Records of MODS, as bibutils writes it."""
    tree = etree.fromstring(source.lstrip("\ufeff").encode(), _PARSER)
    return [(node.get("ID", ""), _mods_record(node, view)) for node in tree.iterfind("{*}mods")]


def _words(node: Any, path: str) -> str:
    found = node.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _mods_record(node: Any, view: View) -> Record:
    record: Record = {}
    _mods_level(node, record, view, "title", "title-short")
    host = node.find("{*}relatedItem[@type='host']")
    inner = None
    if host is not None:
        _mods_level(host, record, view, "container-title", "container-title-short", "container-")
        inner = host.find("{*}relatedItem")
    if inner is not None:
        _mods_level(
            inner, record, view, "collection-title", "collection-title-short", "collection-"
        )
    own = [genre.text for genre in node.iterfind("{*}genre") if genre.text]
    outer = [genre.text for genre in node.iterfind("{*}relatedItem[@type='host']/{*}genre")]
    theses = [genre for genre in own if "thesis" in genre]
    if theses:
        record["type"] = "thesis"
        record["genre"] = next((_THESES[genre] for genre in own if genre in _THESES), "")
    else:
        kinds = [own[-1] if own else "", (outer[-1] or "") if outer else ""]
        record["type"] = "/".join(kinds).strip("/")
        record["genre"] = "; ".join(own[:-1])
    number = "issue" if "article" in record["type"] else "number"
    if record["type"] in ("book", "collection", "book chapter/book"):
        number = "collection-number"
        if record["type"] == "book" and "container-title" in record:
            record["collection-title"] = record.pop("container-title")
    record.setdefault(number, record.pop("number", ""))
    if "language" in record:
        language = record["language"].split("; ")[0]
        record["language"] = _WORDS["language"].get(language, language)
    return {field: plain(value) for field, value in record.items() if value}


#: bibutils' words for theses.
_THESES = {"Ph.D. thesis": "PhD thesis", "Masters thesis": "Master's thesis"}


def _mods_level(
    node: Any, record: Record, view: View, title: str, short: str, level: str = ""
) -> None:
    def add(field: str, value: str, between: str = "; ") -> None:
        if value and value not in record.get(field, "").split(between):
            record[field] = between.join(filter(None, [record.get(field, ""), value]))

    for info in node.iterfind("{*}titleInfo"):
        parts = [_words(info, "{*}title"), _words(info, "{*}subTitle")]
        add(
            short if info.get("type") == "abbreviated" else title,
            text(": ".join(filter(None, parts)), view),
        )
    for person in node.iterfind("{*}name"):
        role = _words(person, "{*}role/{*}roleTerm")
        role = _ROLES.get(role, role)
        add(level + role if role == "author" else role, _mods_name(person, view))
    for path, field in (
        ("{*}originInfo/{*}publisher", "publisher"),
        ("{*}originInfo/{*}place/{*}placeTerm", "publisher-place"),
        ("{*}originInfo/{*}edition", "edition"),
        ("{*}originInfo/{*}dateIssued", "issued"),
        ("{*}part/{*}date", "issued"),
        ("{*}originInfo/{*}dateCaptured", "accessed"),
        ("{*}abstract", "abstract"),
        ("{*}language/{*}languageTerm", "language"),
        ("{*}location/{*}url", "URL"),
        ("{*}part/{*}extent[@unit='volumes']/{*}total", "number-of-volumes"),
        ("{*}part/{*}extent[@unit='page']/{*}total", "number-of-pages"),
        ("{*}physicalDescription/{*}extent", "number-of-pages"),
        ("{*}location/{*}shelfLocator", "call-number"),
    ):
        for found in node.iterfind(path):
            if field != "issued" or field not in record:
                add(field, "".join(found.itertext()).strip())
    for note in node.iterfind("{*}note"):
        add("annote" if note.get("type") == "annotation" else "note", note.text or "")
    for topic in node.iterfind("{*}subject/{*}topic"):
        add("keyword", topic.text or "", ", ")
    for identifier in node.iterfind("{*}identifier"):
        kind = identifier.get("type", "")
        if kind != "citekey":
            add(
                kind.upper() if kind in ("doi", "isbn", "issn", "pmid") else kind,
                identifier.text or "",
            )
    for detail in node.iterfind("{*}part/{*}detail"):
        kind = detail.get("type", "")
        add(_DETAILS.get(kind, kind), _words(detail, "{*}number"))
    for extent in node.iterfind("{*}part/{*}extent[@unit='page']"):
        ends = [_words(extent, "{*}start"), _words(extent, "{*}end")]
        add("page", "-".join(filter(None, ends)) or _words(extent, "{*}list"))


def _mods_name(node: Any, view: View) -> str:
    parts: dict[str, list[str]] = {}
    for part in node.iterfind("{*}namePart"):
        parts.setdefault(part.get("type", ""), []).append(part.text or "")
    joined = {kind: " ".join(words) for kind, words in parts.items()}
    if joined.get("", "") in ("et al.", "others"):
        return "et al."
    if "" in joined:
        return name(Name(literal=joined[""]), view)
    family, given = joined.get("family", ""), joined.get("given", "")
    return name(Name(family, given, suffix=joined.get("suffix", "")), view)


# --- Tellico ---------------------------------------------------------------------------------------


def tellico(source: str, view: View, tex: bool = False) -> Found:
    """Entries of Tellico's bibliography collection; ``tex``: names are as BibTeX has them."""
    tree = etree.fromstring(source.encode(), _PARSER)
    found = []
    for entry in tree.iterfind("{*}collection/{*}entry"):
        fields, people, key = {}, {}, ""
        for node in entry:
            tag = etree.QName(node).localname
            if tag in ("authors", "editors", "translators"):
                names = [_sorted_name(one.text or "", view, tex) for one in node]
                people[tag[:-1]] = "; ".join(names)
            elif tag == "bibtex-key":
                key = node.text or ""
            elif tag == "keywords":
                fields[tag] = ", ".join(one.text or "" for one in node)
            elif tag not in ("id", "cdate", "mdate", "entry-type"):
                fields[tag] = node.text or ""
        entry_type = _words(entry, "{*}entry-type")
        found.append((key, _bib_record(entry_type, fields, view) | people))
    return found


def _sorted_name(value: str, view: View, tex: bool) -> str:
    """ "Family, Given, Suffix" as a program shows it, or BibTeX's "Family, Suffix, Given"."""
    if value.strip(" ,") == "others":
        return "et al."
    if value.endswith(","):
        return name(Name(literal=value.strip(" ,")), view)
    family, _, rest = value.partition(", ")
    given, _, suffix = rest.partition(", ")
    if tex and suffix:
        given, suffix = suffix, given
    return name(Name(family, given, suffix=suffix), view)


# --- typeset text -------------------------------------------------------------------------------------

#: What typesetting writes otherwise without meaning anything else.
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
_MARKS = re.compile("[\"'`]")


def typeset(lines: Iterable[str], meant: Mapping[str, Record]) -> Found:
    """For each work the fields whose words stand in its line of a bibliography."""
    found = []
    for (key, record), line in zip(meant.items(), lines, strict=False):
        line = plain(line.translate(_LIGATURES))
        shown = {field: value for field, value in record.items() if _shown(field, value, line)}
        found.append((key, shown))
    return found


def typst(said: Iterable[tuple[bool, str]], meant: Mapping[str, Record]) -> Found:
    """As :func:`typeset`, and why typst refuses a work."""
    found = []
    for (key, record), (done, words) in zip(meant.items(), said, strict=True):
        told = typeset([words], {key: record}) if done else [(key, {"error": words[:100]})]
        found.extend(told)
    return found


def _shown(field: str, value: str, line: str) -> bool:
    squeezed = re.sub("[ ~˜∼]", "", line)
    value = re.sub("[~˜∼]", "", value) if field in ("URL", "title") else value
    if re.fullmatch(r"-?\d{4}(-\d\d)*[~?]?(/-?\d{4}(-\d\d)*[~?]?)?", value):
        return all(str(int(year)) in line for year in re.findall(r"(?<![\d-])\d{4}(?!\d)", value))
    if "; " in value or (", " in value and field in ("author", "editor", "translator")):
        families = [one.split(",")[0] for one in value.split("; ") if one != "et al."]
        return all(family.replace(" ", "") in squeezed for family in families)
    return _MARKS.sub("", value.replace(" ", "")) in _MARKS.sub("", squeezed)


# --- Word -----------------------------------------------------------------------------------------------


def word(errors: Iterable[str], source: str, keys: Iterable[str]) -> Found:
    """A record a source, with an ``error`` where Word's schema has one."""
    records = {key: Record() for key in keys}
    for said in errors:
        place = re.search(r"Source\[(\d+)\]", said)
        number = int(place[1]) - 1 if place else -1
        key = list(records)[number] if 0 <= number < len(records) else "file"
        records.setdefault(key, {})["error"] = said[:160]
    return list(records.items())
