"""The list of shorthands: the abbreviations by which works are cited, each with its entry.

BibLaTeX's ``\\printbiblist{shorthand}`` (manual, 3.8.3): the works that have a ``shorthand``, in
the order of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.latex import to_unicode
from citekit.library.views import RecordView
from citekit.richtext import Bibliography, Element, Entry, RichText, strip_markup
from citekit.textfold import fold_text


def shorthand_list(made: Bibliography, records: Sequence[RecordView]) -> Bibliography:
    """The entries of the works of these records that have a shorthand, behind it."""
    shown = {
        record.key: strip_markup(to_unicode(record.fields["shorthand"]))
        for record in records
        if record.fields.get("shorthand")
    }
    entries = sorted(
        (entry for entry in made.entries if entry.id in shown),
        key=lambda entry: (fold_text(shown[entry.id], casefold=True), shown[entry.id]),
    )
    return made._replace(
        entries=tuple(
            Entry(
                entry.id,
                (
                    Element("left-margin", (shown[entry.id],)),
                    Element("right-inline", _unlabelled(entry.text)),
                ),
            )
            for entry in entries
        ),
        hanging_indent=False,
        second_field_align="flush",
    )


def _unlabelled(text: RichText) -> RichText:
    """An entry without the number or label that its style gives it."""
    if not text or not isinstance(text[0], Element) or text[0].format != "left-margin":
        return text
    rest = text[1:]
    if len(rest) == 1 and isinstance(rest[0], Element) and rest[0].format == "right-inline":
        return rest[0].children
    return rest
