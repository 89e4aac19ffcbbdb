"""Labels (CSL 1.0.2, "Label")."""

from __future__ import annotations

from citekit.csl import numfields
from citekit.csl.locale import View
from citekit.csl.nodes import Label, NamesLabel
from citekit.model import Cite


def names_label(variable: str, count: int, label: NamesLabel, view: View) -> str:
    """The term of a name variable."""
    plural = label.plural == "always" or (label.plural == "contextual" and count > 1)
    found = view.term(variable, label.form)
    if found is None and variable == "editortranslator":
        found = view.term("editor-translator", label.form)
    return found.text(plural) if found else ""


def label_text(label: Label, term: str, value: str, cite: Cite | None, view: View) -> str:
    """The term of a locator or number variable that has ``value``."""
    if label.plural == "contextual":
        plural = numfields.read(label.variable, value, cite, view).several
    else:
        plural = label.plural == "always"
    return view.text(term, label.form, plural)
