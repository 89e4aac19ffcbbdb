"""What an entry has from other entries."""

from __future__ import annotations

from citekit.formats import bibsource
from citekit.formats.bibread import field_texts
from citekit.library.project import Project
from citekit.library.views import RecordView
from citekit.store.files import read_text

_PARENTS = ("crossref", "xdata")


def inherited_fields(project: Project, record: RecordView) -> dict[str, str]:
    """The fields that a record's entry has by ``crossref`` or ``xdata`` (BibLaTeX manual, 2.4.1
    and 3.13.6), under the names that they have in it."""
    if not any(name in record.fields for name in _PARENTS):
        return {}
    text = read_text(project.root / record.file, any_encoding=True).text
    source = bibsource.split(text, record.file)
    return {
        name: value
        for block in source.blocks
        if block.kind == "entry" and block.line == record.line
        for name, value in field_texts(source, block).items()
        if value.strip() and name not in record.fields
    }
