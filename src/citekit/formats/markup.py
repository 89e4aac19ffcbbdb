"""Text for formats without inline markup, and what a writer's text did not keep."""

from __future__ import annotations

import re

from citekit.formats.base import Writing
from citekit.model import Work

_TAG = re.compile(r"</?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>")


def without_markup(text: str) -> str:
    """The text without CSL-JSON's inline markup."""
    return _TAG.sub("", text)


def report(work: Work, told: Work, how: Writing) -> None:
    """Note what a reader takes differently from the file (``told``), or not at all."""
    if told.id != work.id:
        how.lose(work.id, "id", "dropped" if not told.id else "approximated")
    if told.type != work.type:
        how.lose(work.id, "type", "approximated", told.type)
    for variable, value in work.fields.items():
        if variable not in told.fields:
            how.lose(work.id, variable, "dropped")
        elif told.fields[variable] != value:
            how.lose(work.id, variable, "approximated")
    for key, text in work.extra.items():
        if told.extra.get(key) != text:
            how.lose(work.id, key, "dropped")
