"""Texts in decomposed Unicode, and with carriage returns, as finders read them.

Their rules name letters and line ends as people type them: composed (Unicode Normalization
Form C, UAX #15, as the Web has its texts: W3C, *Character Model: String Matching*, 2.1.1) and
with line feeds alone.  File names of macOS, and what is extracted from a PDF, have *u* and a
diaeresis for *ü*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from unicodedata import is_normalized, normalize

from citekit.find.suggestion import Suggestion
from citekit.model import KeySpan, Link, Markup, Name, Value, Work, is_names
from citekit.richtext import strip_markup
from citekit.textfold import Folded

_Span = TypeVar("_Span", KeySpan, Link)


def spans_in(folded: Folded, spans: Sequence[_Span]) -> tuple[_Span, ...]:
    """Spans of the source as spans of the folded text."""
    place = folded.place
    return tuple(each._replace(start=place(each.start), end=place(each.end)) for each in spans)


def markup_in(folded: Folded, markup: Markup | None) -> Markup | None:
    """The markup of the source as that of the folded text."""
    if markup is None:
        return None
    place = folded.place
    return Markup(
        tuple(place(at) for at in markup.breaks),
        tuple((place(start), place(end)) for start, end in markup.emphasis),
        tuple((place(start), place(end)) for start, end in markup.literal),
        spans_in(folded, markup.entries),
        spans_in(folded, markup.quotations),
    )


def composed_work(work: Work) -> Work:
    """The work with its texts and names composed, the texts without inline markup: braces that
    keep a title's capitals, or its italics, stand in no document."""
    fields = {name: _composed(value) for name, value in work.fields.items()}
    if all(fields[name] is value for name, value in work.fields.items()):
        return work
    return work._replace(fields=fields)


def _composed(value: Value) -> Value:
    if isinstance(value, str):
        value = strip_markup(value) if "<" in value else value
        return value if is_normalized("NFC", value) else normalize("NFC", value)
    if not is_names(value) or all(is_normalized("NFC", "".join(name[:6])) for name in value):
        return value
    return tuple(map(_composed_name, value))


def _composed_name(name: Name) -> Name:
    family, given, dropping, kept, suffix, literal = (normalize("NFC", part) for part in name[:6])
    return Name(
        family, given, dropping, kept, suffix, literal, name.comma_suffix, name.static_ordering
    )


def in_source(found: Suggestion, folded: Folded, source: str) -> Suggestion:
    """What was found in the folded text, where it stands in the source; quoted words are
    those of the source, names are composed."""
    start, end = folded.span(found.start, found.end)
    at = folded.text.find(found.quoted, found.start, found.end) if found.quoted else -1
    quoted = found.quoted
    if at >= 0:
        quoted = source[slice(*folded.span(at, at + len(found.quoted)))]
    attribution = found.attribution and folded.span(*found.attribution)
    return found._replace(start=start, end=end, quoted=quoted, attribution=attribution)
