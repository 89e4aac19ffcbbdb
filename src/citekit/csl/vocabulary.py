"""Attribute names the processor understands, element by element."""

from __future__ import annotations

from citekit.csl.look import ATTRIBUTES as LOOK

#: Options of names that inherit (CSL 1.0.2, "Inheritable Name Options").
NAME_OPTIONS = frozenset(
    [
        "and",
        "delimiter-precedes-et-al",
        "delimiter-precedes-last",
        "et-al-min",
        "et-al-use-first",
        "et-al-subsequent-min",
        "et-al-subsequent-use-first",
        "et-al-use-last",
        "initialize",
        "initialize-with",
        "name-as-sort-order",
        "sort-separator",
    ]
)
INHERITABLE = NAME_OPTIONS | {"name-form", "name-delimiter", "names-delimiter"}
AREA = INHERITABLE
CITATION = AREA | frozenset(
    [
        "disambiguate-add-names",
        "disambiguate-add-givenname",
        "givenname-disambiguation-rule",
        "disambiguate-add-year-suffix",
        "cite-group-delimiter",
        "collapse",
        "year-suffix-delimiter",
        "after-collapse-delimiter",
        "near-note-distance",
    ]
)
BIBLIOGRAPHY = AREA | frozenset(
    [
        "hanging-indent",
        "second-field-align",
        "line-spacing",
        "entry-spacing",
        "subsequent-author-substitute",
        "subsequent-author-substitute-rule",
    ]
)
STYLE = AREA | frozenset(
    [
        "class",
        "version",
        "default-locale",
        "demote-non-dropping-particle",
        "initialize-with-hyphen",
        "page-range-format",
        "xml:lang",
        "xml:space",
        "xml:base",
    ]
)
_FORMAT = LOOK - {"quotes", "strip-periods", "text-case", "display"}

ATTRIBUTES: dict[str, frozenset[str]] = {
    "style": STYLE,
    "citation": CITATION,
    "bibliography": BIBLIOGRAPHY,
    "macro": frozenset(["name"]),
    "sort": frozenset(),
    "key": frozenset(
        ["variable", "macro", "sort", "names-min", "names-use-first", "names-use-last"]
    ),
    "layout": _FORMAT | {"delimiter"},
    "text": LOOK | {"variable", "macro", "term", "value", "form", "plural"},
    "number": LOOK | {"variable", "form"},
    "label": LOOK | {"variable", "form", "plural"},
    "date": LOOK | {"variable", "form", "date-parts", "delimiter"},
    "date-part": LOOK | {"name", "form", "range-delimiter"},
    "names": LOOK | INHERITABLE | {"variable", "delimiter"},
    "name": _FORMAT | INHERITABLE | {"delimiter", "form"},
    "name-part": (LOOK - {"display", "quotes"}) | {"name"},
    "et-al": _FORMAT | {"term"},
    "substitute": frozenset(),
    "group": LOOK | {"delimiter"},
    "choose": frozenset(),
    "if": frozenset(
        [
            "disambiguate",
            "is-numeric",
            "is-uncertain-date",
            "locator",
            "position",
            "type",
            "variable",
            "match",
        ]
    ),
    "else": frozenset(),
}
ATTRIBUTES["else-if"] = ATTRIBUTES["if"]
CONDITIONS = (
    "disambiguate",
    "is-numeric",
    "is-uncertain-date",
    "locator",
    "position",
    "type",
    "variable",
)
POSITIONS = ("first", "subsequent", "ibid", "ibid-with-locator", "near-note")
