"""Dublin Core, written only: simple Dublin Core in XML, a record a work.

Elements are the fifteen of ISO 15836-1, records those of the OAI-PMH schema
(``oai_dc``), with the conventions of DCMI's "Guidelines for Encoding Bibliographic
Citation Information": identifiers are URIs, what holds the work is a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from citekit.formats.base import Writing
from citekit.formats.markup import known, report_written, start_date, two_parts, without_markup
from citekit.model import Work

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<records xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" \
xmlns:dc="http://purl.org/dc/elements/1.1/">
"""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: CSL types, and the DCMI type of each.
TYPES = {
    "dataset": "Dataset",
    "event": "Event",
    "performance": "Event",
    "figure": "Image",
    "graphic": "Image",
    "map": "Image",
    "motion_picture": "MovingImage",
    "broadcast": "MovingImage",
    "software": "Software",
    "song": "Sound",
    "collection": "Collection",
}

#: CSL variable, element, what stands before the value.
ROWS = (
    ("title", "title", ""),
    ("author", "creator", ""),
    ("editor", "contributor", ""),
    ("translator", "contributor", ""),
    ("contributor", "contributor", ""),
    ("illustrator", "contributor", ""),
    ("director", "contributor", ""),
    ("publisher", "publisher", ""),
    ("issued", "date", ""),
    ("language", "language", ""),
    ("abstract", "description", ""),
    ("keyword", "subject", ""),
    ("license", "rights", ""),
    ("medium", "format", ""),
    ("DOI", "identifier", "https://doi.org/"),
    ("ISBN", "identifier", "urn:ISBN:"),
    ("URL", "identifier", ""),
    ("ISSN", "source", "urn:ISSN:"),
    ("collection-title", "relation", ""),
)
#: What ``source`` says of the container besides its title, and how.
PLACE = (
    ("volume", "vol. {}"),
    ("issue", "no. {}"),
    ("page", "pp. {}"),
)


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The records."""
    yield _HEAD
    for work in works:
        lines = "".join(
            f"    <dc:{element}>{escape(_FORBIDDEN.sub('', text))}</dc:{element}>\n"
            for element, text in _elements(work, how)
            if text
        )
        yield f"  <oai_dc:dc>\n{lines}  </oai_dc:dc>\n"
    yield "</records>\n"


def _elements(work: Work, how: Writing) -> Iterator[tuple[str, str]]:
    for variable, element, before in ROWS:
        for name in known(work.names(variable)):
            yield element, ", ".join(filter(None, two_parts(name)))
        if date := work.date(variable):
            yield element, start_date(date)
        elif variable == "keyword":
            yield from ((element, word.strip()) for word in work.text(variable).split(","))
        elif text := work.text(variable):
            yield element, before + without_markup(text)
    yield "type", TYPES.get(work.type, "Text")
    yield "type", work.type
    parts = [without_markup(work.text("container-title"))]
    parts += [form.format(work.text(name)) for name, form in PLACE if work.text(name)]
    yield "source", ", ".join(filter(None, parts))
    how.lose(work.id, "id", "dropped", "Dublin Core has no key")
    for variable in ("container-title", *(name for name, _ in PLACE)):
        if variable in work.fields:
            how.lose(work.id, variable, "approximated", "part of source")
    told = {variable for variable, _, _ in ROWS} | {"container-title", "volume", "issue", "page"}
    report_written(work, told, how)
