"""Reading of the formatting attributes every rendering element shares."""

from __future__ import annotations

from citekit.csl import marks
from citekit.csl.nodes import PLAIN, Look

#: (attribute, {value: format}); innermost first, as citations nest them.
FORMATTING: tuple[tuple[str, dict[str, str]], ...] = (
    ("font-style", {"italic": "italic", "oblique": "oblique", "normal": "normal"}),
    ("font-variant", {"small-caps": "small-caps", "normal": "normal-variant"}),
    ("font-weight", {"bold": "bold", "light": "light", "normal": "normal-weight"}),
    ("text-decoration", {"underline": "underline", "none": "no-decoration"}),
    ("vertical-align", {"sup": "sup", "sub": "sub", "baseline": "baseline"}),
)
DISPLAY = ("block", "left-margin", "right-inline", "indent")
TEXT_CASES = (
    "lowercase",
    "uppercase",
    "capitalize-first",
    "capitalize-all",
    "sentence",
    "title",
)
ATTRIBUTES = frozenset(
    [name for name, _ in FORMATTING]
    + ["prefix", "suffix", "display", "quotes", "strip-periods", "text-case"]
)


def read_look(attrs: dict[str, str]) -> Look:
    """The formatting in ``attrs`` (CSL 1.0.2, "Formatting" and its neighbours)."""
    if ATTRIBUTES.isdisjoint(attrs):
        return PLAIN
    opens = tuple(
        marks.OPEN[values[attrs[name]]]
        for name, values in FORMATTING
        if attrs.get(name, "") in values
    )
    display = attrs.get("display", "")
    case = attrs.get("text-case", "")
    return Look(
        opens=opens,
        quotes=attrs.get("quotes") == "true",
        strip_periods=attrs.get("strip-periods") == "true",
        text_case=case if case in TEXT_CASES else "",
        prefix=marks.sanitise(attrs.get("prefix", "")),
        suffix=marks.sanitise(attrs.get("suffix", "")),
        display=display if display in DISPLAY else "",
    )


def invalid_values(attrs: dict[str, str]) -> list[tuple[str, str]]:
    """Formatting attributes whose value CSL does not know."""
    wrong = []
    for name, values in FORMATTING:
        if name in attrs and attrs[name] not in values:
            wrong.append((name, attrs[name]))
    if attrs.get("display", "block") not in DISPLAY:
        wrong.append(("display", attrs["display"]))
    if attrs.get("text-case", "title") not in TEXT_CASES:
        wrong.append(("text-case", attrs["text-case"]))
    return wrong
