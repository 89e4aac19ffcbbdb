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
import pybtex.errors
from lxml import etree

from citekit.latex import to_unicode
from citekit.model import Name
from tests.clients.flat import Record, View, from_csl, name, text

Found = list[tuple[str, Record]]

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def words(node: Any, path: str) -> str:
    """The text of the element at ``path``, or the empty string."""
    found = node.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def csl_items(items: Iterable[Mapping[str, Any]], view: View) -> Found:
    """Items of CSL-JSON."""
    return [(str(item.get("id", "")), from_csl(item, view)) for item in items]


# --- fields with BibTeX's names ---

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
WORDS: Mapping[str, Mapping[str, str]] = {
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
        value = WORDS.get(variable, {}).get(value, value)
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


# --- JabRef: BibTeX, read with pybtex ---


def bibtex(source: str, view: View, tex: bool = True) -> Found:
    """Entries of BibTeX that a program wrote, read with pybtex; ``tex``: their fields
    are LaTeX, and not another format's words as they were."""
    number = iter(range(100_000))
    source = re.sub(r"(?m)^(@\w+\{),", lambda found: f"{found[1]}-{next(number)},", source)
    source = re.sub(r"(?m)^@[^{\n]+|^ +[\w ]+ = ", _one_word, source)
    with pybtex.errors.capture():
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


def _one_word(found: re.Match[str]) -> str:
    """An entry type or field that JabRef took from another format, spaces and all."""
    return re.sub(r"(?<=\w)[ ’](?=\w)", "-", found[0])


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


# --- biber ---


def biblatexml(source: str, view: View) -> Found:
    """Entries of biber's XML."""
    return [
        (entry.get("id", ""), _biber_entry(entry, view))
        for entry in etree.fromstring(source.encode(), PARSER).iterfind("{*}entry")
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


# --- @retorquere/bibtex-parser ---

_SCRIPTS = {"sup": "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "sub": "₀₁₂₃₄₅₆₇₈₉₋"}


def _scripts(value: str) -> str:
    """Superscript and subscript characters as markup."""
    for tag, signs in _SCRIPTS.items():
        table = str.maketrans(signs, "0123456789-")
        value = re.sub(f"([{signs}]+)", rf"<{tag}>\1</{tag}>", value).translate(table)
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


# --- Tellico ---


def tellico(source: str, view: View, tex: bool = False) -> Found:
    """Entries of Tellico's bibliography collection; ``tex``: names are as BibTeX has them."""
    tree = etree.fromstring(source.encode(), PARSER)
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
        entry_type = words(entry, "{*}entry-type")
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
