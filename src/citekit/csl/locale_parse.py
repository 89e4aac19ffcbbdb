"""``cs:locale`` elements and locale files to :class:`~citekit.csl.locale.Locale`."""

from __future__ import annotations

from citekit.csl import xml
from citekit.csl.locale import DateFormat, Locale, Term, TermKey, clean_term
from citekit.csl.look import read_look
from citekit.csl.nodes import DatePart
from citekit.errors import StyleError, Where


def parse_locale(source: str | bytes, file: str | None = None) -> Locale:
    """Read a locale file; raises StyleError with line and column."""
    root = xml.read(source, file)
    if root.tag != "locale":
        where = Where(file, root.line, root.column)
        raise StyleError(f"not a CSL locale: the root element is {root.tag!r}", where)
    return read_locale(root)


def read_locale(element: xml.Element) -> Locale:
    """A ``cs:locale`` element."""
    terms: dict[TermKey, Term] = {}
    dates: dict[str, DateFormat] = {}
    options: dict[str, str] = {}
    for child in element.children:
        if child.tag == "terms":
            for term in child.all("term"):
                key, value = _read_term(term)
                terms[key] = value
        elif child.tag == "date":
            dates[child.attrs.get("form", "text")] = DateFormat(
                tuple(read_date_part(part) for part in child.all("date-part")),
                child.attrs.get("delimiter", ""),
                read_look(child.attrs),
            )
        elif child.tag == "style-options":
            options.update(child.attrs)
    return Locale(element.attrs.get("xml:lang", ""), terms, dates, options)


def _read_term(element: xml.Element) -> tuple[TermKey, Term]:
    attrs = element.attrs
    key = (attrs.get("name", ""), attrs.get("form", "long"), attrs.get("gender-form", ""))
    single, multiple = element.first("single"), element.first("multiple")
    if single is None and multiple is None:
        text = clean_term(element.text)
        texts = (text, text)
    else:
        one = clean_term(single.text) if single else ""
        texts = (one, clean_term(multiple.text) if multiple else one)
    return key, Term(*texts, attrs.get("gender", ""), attrs.get("match", ""))


def read_date_part(element: xml.Element) -> DatePart:
    """``cs:date-part``."""
    return DatePart(
        element.attrs.get("name", ""),
        element.attrs.get("form", ""),
        element.attrs.get("range-delimiter") or "–",
        read_look(element.attrs),
    )
