"""The check of a style: schema, then what the processor knows of it."""

from __future__ import annotations

from pathlib import Path

from citekit import csl
from citekit.csl.lint import check_style
from citekit.errors import Problem, StyleError, error
from citekit.library.references import locale
from citekit.store import styles, styleschema


def validate_style(name: str, root: Path | None = None) -> list[Problem]:
    """What is wrong with the style of this name or path, in the order of its lines.

    A dependent style is checked itself, not its parent, which must be there.
    Raises UnknownStyleError, ReadError, and MissingExtraError without lxml.
    """
    path, text = styles.style_text(name, root)
    file = str(path)
    found = styleschema.check(text, file)
    known = {problem.code for problem in found}
    found += [one for one in check_style(text, locale, file) if one.code not in known]
    if not any(problem.severity == "error" for problem in found):
        try:
            csl.parse_style(text, file)
            styles.find_style(name, root)
        except StyleError as broken:
            found.append(error("broken-style", broken.message, broken.where, broken.hint))
    return sorted(found, key=lambda one: (one.where.line or 0, one.where.column or 0))
