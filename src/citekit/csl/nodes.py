"""The syntax tree of a style: frozen nodes, one class a rendering element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from citekit.errors import Problem

if TYPE_CHECKING:
    from citekit.csl.locale import Locale


class Look(NamedTuple):
    """The attributes shared by rendering elements (CSL 1.0.2, "Affixes",
    "Formatting", "Quotes", "Strip Periods", "Text-case", "Display").

    ``opens`` are the marks of the formats, innermost first.
    """

    opens: tuple[str, ...] = ()
    quotes: bool = False
    strip_periods: bool = False
    text_case: str = ""
    prefix: str = ""
    suffix: str = ""
    display: str = ""


PLAIN = Look()


class TextVariable(NamedTuple):
    variable: str
    form: str
    look: Look


class TextMacro(NamedTuple):
    macro: str
    look: Look


class TextTerm(NamedTuple):
    term: str
    form: str
    plural: bool
    look: Look


class TextValue(NamedTuple):
    value: str
    look: Look


class Number(NamedTuple):
    variable: str
    form: str
    look: Look


class Label(NamedTuple):
    variable: str
    form: str
    plural: str
    look: Look


class DatePart(NamedTuple):
    """``cs:date-part``; ``look`` None fields are taken from the locale's part."""

    name: str
    form: str
    range_delimiter: str
    look: Look


class DateNode(NamedTuple):
    """``cs:date``; ``form`` empty for a date the style lays out itself."""

    variable: str
    form: str
    precision: str
    delimiter: str
    parts: tuple[DatePart, ...]
    look: Look


class Name(NamedTuple):
    """``cs:name``: options of its own by attribute name, formats, name-parts."""

    options: Mapping[str, str]
    look: Look
    family: Look | None = None
    given: Look | None = None


class EtAl(NamedTuple):
    term: str
    look: Look


class NamesLabel(NamedTuple):
    form: str
    plural: str
    look: Look


class Names(NamedTuple):
    """``cs:names``; ``label_first`` when the label stands before the name."""

    variables: tuple[str, ...]
    name: Name | None
    et_al: EtAl | None
    label: NamesLabel | None
    label_first: bool
    substitute: tuple[Node, ...]
    delimiter: str | None
    look: Look


class Group(NamedTuple):
    children: tuple[Node, ...]
    delimiter: str
    look: Look


class Condition(NamedTuple):
    """One test with one of the values it may take."""

    kind: str
    value: str


class Branch(NamedTuple):
    """``cs:if``, ``cs:else-if`` or ``cs:else`` (no conditions)."""

    conditions: tuple[Condition, ...]
    match: str
    children: tuple[Node, ...]


class Choose(NamedTuple):
    branches: tuple[Branch, ...]


Node: TypeAlias = (
    "TextVariable | TextMacro | TextTerm | TextValue | Number | Label | DateNode | Names"
    " | Group | Choose"
)


class SortKey(NamedTuple):
    """``cs:key``: a variable or a macro, and options for the names in it."""

    variable: str
    macro: str
    descending: bool
    options: Mapping[str, str]


class Area(NamedTuple):
    """``cs:citation`` or ``cs:bibliography``: sort keys, layout and options by
    attribute name (inheritable name options among them)."""

    sort: tuple[SortKey, ...]
    layout: tuple[Node, ...]
    look: Look
    delimiter: str
    options: Mapping[str, str]


class Style(NamedTuple):
    """A parsed style.

    ``parent`` is the basename of the independent style a dependent one names;
    such a style has no ``citation``.  ``problems`` holds what was found that
    the processor does not support.
    """

    id: str
    title: str
    style_class: str
    parent: str | None
    default_locale: str | None
    options: Mapping[str, str]
    macros: Mapping[str, tuple[Node, ...]]
    citation: Area | None
    bibliography: Area | None
    locales: tuple[Locale, ...] = ()
    problems: tuple[Problem, ...] = ()
