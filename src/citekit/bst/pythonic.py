"""Runs pybtex's own styles."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from pybtex import errors as pybtex_errors
from pybtex import richtext as pybtex_text
from pybtex.database import Entry, Person
from pybtex.plugin import find_plugin
from pybtex.style.template import FieldIsMissing
from pybtex.style.template import Node as TemplateNode

from citekit.bst.base import PYTHON_STYLES, Rendering
from citekit.bst.entries import entry_type, fields, name_lists
from citekit.errors import Problem, UnknownStyleError, Where, warning
from citekit.latex import to_latex
from citekit.model import Work
from citekit.names import format_names
from citekit.richtext import Bibliography, Element, Format, Link, Node, RichText
from citekit.richtext import Entry as RichEntry

_TAGS: dict[str, Format] = {
    "em": "italic",
    "i": "italic",
    "strong": "bold",
    "b": "bold",
    "sup": "sup",
    "sub": "sub",
}
#: Inline tags of CSL-JSON other than nocase, whose span stays.
_FORMAT_TAG = re.compile(r"</?(?:i|b|sup|sub)>|<span style=[^<>]*>((?:(?!</?span).)*)</span>", re.S)
#: What parts several pages (``multi.page.check``).
_MANY_PAGES = re.compile("[-,+–]")
_ROLES = ("author", "editor")
_ET_AL = "{et al.}"
_SYMBOLS = {"ndash": "–", "newblock": " ", "nbsp": "\u00a0"}


def run_python(works: Sequence[Work], style: str) -> Rendering:
    """See :func:`citekit.bst.process`."""
    if style not in PYTHON_STYLES:
        raise UnknownStyleError(
            f"pybtex has no style {style!r}", hint="one of " + ", ".join(PYTHON_STYLES)
        )
    maker = find_plugin("pybtex.style.formatting", style)()
    known = {name[4:-9] for name in dir(maker) if name.startswith("get_")}
    problems: list[Problem] = []
    with pybtex_errors.capture() as captured:
        ordered = list(maker.sort([_entry(work, known) for work in works]))
        labels = [f"[{label}]" for label in maker.format_labels(ordered)]
        entries = [
            RichEntry(entry.key, _boxes(label, _formatted(maker, entry, problems)))
            for label, entry in zip(labels, ordered, strict=True)
        ]
    problems += [warning("bibtex-warning", str(one)) for one in captured]
    bibliography = Bibliography(tuple(entries), second_field_align="flush")
    by_key = {entry.key: label for entry, label in zip(ordered, labels, strict=True)}
    return Rendering(bibliography, by_key, tuple(problems))


def _entry(work: Work, known: Container[str]) -> Entry:
    kind = entry_type(work, known)
    persons = {
        role: [Person(format_names([name], to_latex, labels=False)) for name in names]
        for role, names in name_lists(work).items()
    }
    made = Entry(kind, fields=fields(_without_formats(work), kind, {}), persons=persons)
    made.key = work.id
    return made


def _without_formats(work: Work) -> Work:
    """``work`` without italics and the like, which pybtex's styles print as macros."""
    kept = {
        key: _FORMAT_TAG.sub(r"\1", value) if isinstance(value, str) else value
        for key, value in work.fields.items()
    }
    return work._replace(fields=kept)


def _formatted(maker: Any, entry: Entry, problems: list[Problem]) -> RichText:
    """The entry's text; a field it lacks and the style needs is left empty."""
    missing: list[str] = []
    while True:
        try:
            text = _rich(_template(maker, entry).format_data({"entry": entry, "style": maker}))
        except FieldIsMissing as fault:
            if fault.field_name in missing:
                raise
            missing.append(fault.field_name)
            if fault.field_name in _ROLES:
                entry.persons[fault.field_name] = []
            else:
                entry.fields[fault.field_name] = ""
        else:
            break
    problems += [
        warning("missing-field", f"the style needs {name}", Where(key=entry.key))
        for name in missing
    ]
    return text


def _template(maker: Any, entry: Entry) -> Any:
    """What the style makes the entry of; a single page is called one, and names that are
    left out "et al.", as in BibTeX's styles (``multi.page.check`` and ``format.names`` of
    ``plain.bst``), which pybtex's do not do."""
    template = getattr(maker, f"get_{entry.type}_template")(entry)
    single = not _MANY_PAGES.search(entry.fields.get("pages", "-"))
    shortened = [role for role in _ROLES if _et_al(entry.persons.get(role, []))]
    return _mended(template, single, shortened) if single or shortened else template


def _mended(node: Any, single: bool, shortened: Container[str]) -> Any:
    """A template and those inside it, for an entry with a single page and with roles whose
    names are shortened."""
    if not isinstance(node, TemplateNode):
        return "page" if single and node == "pages" else node
    made = node[()]
    made.children = [_mended(child, single, shortened) for child in node.children]
    if node.name == "names" and node.args[0] in shortened:
        made.kwargs |= {"sep2": " ", "last_sep": ", "}
    return made


def _et_al(persons: list[Person]) -> bool:
    """Whether names end with "et al."; "others" at the end is put so."""
    if len(persons) > 1 and str(persons[-1]) == "others":
        persons[-1] = Person(_ET_AL)
    return len(persons) > 1 and str(persons[-1]) == _ET_AL


def _boxes(label: str, text: RichText) -> RichText:
    return (Element("left-margin", (label,)), Element("right-inline", text))


def _rich(text: Any) -> RichText:
    return tuple(_nodes(text))


def _nodes(text: Any) -> Iterator[Node]:
    if isinstance(text, pybtex_text.String):
        yield str(text)
    elif isinstance(text, pybtex_text.Symbol):
        yield _SYMBOLS.get(text.name, "")
    elif isinstance(text, pybtex_text.HRef):
        yield Link(text.url, _inside(text))
    elif isinstance(text, pybtex_text.Tag) and text.name in _TAGS:
        yield Element(_TAGS[text.name], _inside(text))
    else:
        yield from _inside(text)


def _inside(text: Any) -> RichText:
    return tuple(node for part in text.parts for node in _nodes(part))
