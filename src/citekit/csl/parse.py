"""Styles: XML to the frozen nodes of :mod:`citekit.csl.nodes`."""

from __future__ import annotations

from collections.abc import Callable

from citekit.csl import marks, nodes, vocabulary, xml
from citekit.csl.locale import Locale
from citekit.csl.locale_parse import read_date_part, read_locale
from citekit.csl.look import invalid_values, read_look
from citekit.csl.macros import check_macros
from citekit.errors import Problem, Severity, StyleError, Where


def parse_style(source: str | bytes, file: str | None = None) -> nodes.Style:
    """Read a style; raises StyleError with line and column.

    A style the processor understands in part is returned with ``problems``.
    """
    root = xml.read(source, file)
    if root.tag != "style":
        where = Where(file, root.line, root.column)
        raise StyleError(f"not a CSL style: the root element is {root.tag!r}", where)
    return _Parser(file).style(root)


class _Parser:
    def __init__(self, file: str | None) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def where(self, element: xml.Element) -> Where:
        return Where(self.file, element.line, element.column)

    def fail(self, element: xml.Element, message: str) -> StyleError:
        return StyleError(message, self.where(element))

    def warn(self, element: xml.Element, code: str, message: str) -> None:
        self.problems.append(Problem(Severity.WARNING, code, message, self.where(element)))

    def check(self, element: xml.Element) -> None:
        """Report attributes and values that have no effect here."""
        known = vocabulary.ATTRIBUTES[element.tag]
        for name in element.attrs:
            if name not in known and not name.startswith("{") and " " not in name:
                self.warn(
                    element,
                    "unsupported-attribute",
                    f"attribute {name!r} of <{element.tag}> is not supported",
                )
        for name, value in invalid_values(element.attrs):
            self.warn(element, "unsupported-value", f"{name}={value!r} is not supported")

    def unsupported(self, element: xml.Element, parent: str) -> None:
        self.warn(
            element,
            "unsupported-element",
            f"element <{element.tag}> in <{parent}> is not supported",
        )

    # --- top level ----------------------------------------------------------

    def style(self, root: xml.Element) -> nodes.Style:
        self.check(root)
        macros: dict[str, tuple[nodes.Node, ...]] = {}
        areas: dict[str, nodes.Area] = {}
        locales: list[Locale] = []
        style_id = title = ""
        parent = None
        for child in root.children:
            if child.tag == "info":
                style_id, title, parent = _info(child)
            elif child.tag == "locale":
                locales.append(read_locale(child))
            elif child.tag == "macro":
                self.check(child)
                macros[self.need(child, "name")] = self.children(child)
            elif child.tag in ("citation", "bibliography"):
                areas[child.tag] = self.area(child)
            else:
                self.unsupported(child, "style")
        if "citation" not in areas and parent is None:
            raise self.fail(root, "the style has no <citation> and names no parent style")
        check_macros(macros, areas, self.where(root))
        return nodes.Style(
            id=style_id,
            title=title,
            style_class=root.attrs.get("class", "in-text"),
            parent=parent,
            default_locale=root.attrs.get("default-locale"),
            options=dict(root.attrs),
            macros=macros,
            citation=areas.get("citation"),
            bibliography=areas.get("bibliography"),
            locales=tuple(locales),
            problems=tuple(self.problems),
        )

    def need(self, element: xml.Element, name: str) -> str:
        value = element.attrs.get(name)
        if value is None:
            raise self.fail(element, f"<{element.tag}> lacks the attribute {name!r}")
        return value

    def area(self, element: xml.Element) -> nodes.Area:
        self.check(element)
        layout: xml.Element | None = None
        keys: list[nodes.SortKey] = []
        for child in element.children:
            if child.tag == "layout":
                if "locale" in child.attrs or layout is not None:
                    self.unsupported(child, element.tag)
                    layout = layout or child
                else:
                    layout = child
            elif child.tag == "sort":
                keys = [self.key(key) for key in child.children if key.tag == "key"]
            else:
                self.unsupported(child, element.tag)
        if layout is None:
            raise self.fail(element, f"<{element.tag}> lacks a <layout>")
        self.check(layout)
        return nodes.Area(
            sort=tuple(keys),
            layout=self.children(layout),
            look=read_look(layout.attrs),
            delimiter=marks.sanitise(layout.attrs.get("delimiter", "")),
            options=dict(element.attrs),
        )

    def key(self, element: xml.Element) -> nodes.SortKey:
        self.check(element)
        attrs = element.attrs
        if "variable" not in attrs and "macro" not in attrs:
            raise self.fail(element, "<key> needs a variable or a macro")
        names = {
            "names-min": "et-al-min",
            "names-use-first": "et-al-use-first",
            "names-use-last": "et-al-use-last",
        }
        return nodes.SortKey(
            attrs.get("variable", ""),
            attrs.get("macro", ""),
            attrs.get("sort") == "descending",
            {names[name]: value for name, value in attrs.items() if name in names},
        )

    # --- rendering elements ---------------------------------------------------

    def children(self, element: xml.Element) -> tuple[nodes.Node, ...]:
        found: list[nodes.Node] = []
        for child in element.children:
            read = _READERS.get(child.tag)
            if read is None:
                self.unsupported(child, element.tag)
            else:
                self.check(child)
                found.append(read(self, child))
        return tuple(found)

    def text(self, element: xml.Element) -> nodes.Node:
        attrs = element.attrs
        look = read_look(attrs)
        form = attrs.get("form", "long")
        if "variable" in attrs:
            return nodes.TextVariable(attrs["variable"], form, look)
        if "macro" in attrs:
            return nodes.TextMacro(attrs["macro"], look._replace(text_case=""))
        if "term" in attrs:
            return nodes.TextTerm(attrs["term"], form, attrs.get("plural") == "true", look)
        if "value" in attrs:
            return nodes.TextValue(marks.sanitise(attrs["value"]), look)
        raise self.fail(element, "<text> needs a variable, macro, term or value")

    def number(self, element: xml.Element) -> nodes.Node:
        form = element.attrs.get("form", "numeric")
        return nodes.Number(self.need(element, "variable"), form, read_look(element.attrs))

    def label(self, element: xml.Element) -> nodes.Node:
        attrs = element.attrs
        return nodes.Label(
            self.need(element, "variable"),
            attrs.get("form", "long"),
            attrs.get("plural", "contextual"),
            read_look(attrs),
        )

    def date(self, element: xml.Element) -> nodes.Node:
        attrs = element.attrs
        parts = []
        for child in element.children:
            if child.tag == "date-part":
                self.check(child)
                parts.append(read_date_part(child))
            else:
                self.unsupported(child, "date")
        return nodes.DateNode(
            self.need(element, "variable"),
            attrs.get("form", ""),
            attrs.get("date-parts", "year-month-day"),
            marks.sanitise(attrs.get("delimiter", "")),
            tuple(parts),
            read_look(attrs),
        )

    def group(self, element: xml.Element) -> nodes.Node:
        delimiter = marks.sanitise(element.attrs.get("delimiter", ""))
        return nodes.Group(self.children(element), delimiter, read_look(element.attrs))

    def names(self, element: xml.Element) -> nodes.Node:
        name: nodes.Name | None = None
        et_al: nodes.EtAl | None = None
        label: nodes.NamesLabel | None = None
        label_first = False
        substitute: tuple[nodes.Node, ...] = ()
        for child in element.children:
            if child.tag not in ("name", "et-al", "label", "substitute"):
                self.unsupported(child, "names")
                continue
            self.check(child)
            attrs = child.attrs
            if child.tag == "name":
                name = self.name(child)
            elif child.tag == "et-al":
                et_al = nodes.EtAl(attrs.get("term", "et-al"), read_look(attrs))
            elif child.tag == "label":
                label_first = name is None and element.first("name") is not None
                label = nodes.NamesLabel(
                    attrs.get("form", "long"), attrs.get("plural", "contextual"), read_look(attrs)
                )
            else:
                substitute = self.children(child)
        delimiter = element.attrs.get("delimiter")
        return nodes.Names(
            tuple(self.need(element, "variable").split()),
            name,
            et_al,
            label,
            label_first,
            substitute,
            None if delimiter is None else marks.sanitise(delimiter),
            read_look(element.attrs),
        )

    def name(self, element: xml.Element) -> nodes.Name:
        parts: dict[str, nodes.Look] = {}
        for child in element.children:
            if child.tag == "name-part":
                self.check(child)
                parts[child.attrs.get("name", "")] = read_look(child.attrs)
            else:
                self.unsupported(child, "name")
        options = {
            key: marks.sanitise(value)
            for key, value in element.attrs.items()
            if key in vocabulary.NAME_OPTIONS or key in ("form", "delimiter")
        }
        return nodes.Name(
            options, read_look(element.attrs), parts.get("family"), parts.get("given")
        )

    def choose(self, element: xml.Element) -> nodes.Node:
        branches = []
        for child in element.children:
            if child.tag not in ("if", "else-if", "else"):
                self.unsupported(child, "choose")
                continue
            self.check(child)
            if child.tag == "else":
                branches.append(nodes.Branch((), "all", self.children(child)))
            else:
                branches.append(self.branch(child))
        return nodes.Choose(tuple(branches))

    def branch(self, element: xml.Element) -> nodes.Branch:
        conditions = tuple(
            nodes.Condition(kind, value)
            for kind in vocabulary.CONDITIONS
            for value in _tests(kind, element.attrs.get(kind, ""))
        )
        if not conditions:
            raise self.fail(element, f"<{element.tag}> has no condition")
        for one in conditions:
            if one.kind == "position" and one.value not in vocabulary.POSITIONS:
                self.warn(element, "unsupported-value", f"position={one.value!r} is not supported")
        return nodes.Branch(conditions, element.attrs.get("match", "all"), self.children(element))


_READERS: dict[str, Callable[[_Parser, xml.Element], nodes.Node]] = {
    "text": _Parser.text,
    "number": _Parser.number,
    "label": _Parser.label,
    "date": _Parser.date,
    "names": _Parser.names,
    "group": _Parser.group,
    "choose": _Parser.choose,
}


def _tests(kind: str, value: str) -> list[str]:
    """The values of a condition; the types are one test, as a work has one type."""
    return [value] if kind == "type" and value.strip() else value.split()


def _info(element: xml.Element) -> tuple[str, str, str | None]:
    """Identifier, title and the parent's basename of ``cs:info``."""
    style_id, title = element.first("id"), element.first("title")
    parent = None
    for link in element.all("link"):
        if link.attrs.get("rel") == "independent-parent":
            parent = link.attrs.get("href", "").rstrip("/").rpartition("/")[2]
    return (
        style_id.text.strip() if style_id else "",
        title.text.strip() if title else "",
        parent,
    )
