"""All passages of a project for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from citekit.formats import refiqda
from citekit.formats.base import Extract
from citekit.library.project import Project
from citekit.store.annotations import ANNOTATION_CONTEXT
from citekit.store.annotations import write as write_lines
from citekit.store.corpus import read_document

#: Names on the command line: what each is.
PASSAGE_FORMATS = {
    "webannotation": "W3C Web Annotations, a page of JSON-LD",
    "refiqda": "a REFI-QDA project (.qdpx)",
}


#: Extensions that only these have.
_EXTENSIONS = {".qdpx": "refiqda"}


def by_extension(file: str) -> str | None:
    """The format of :data:`PASSAGE_FORMATS` that a file's extension tells, if one does."""
    extension = Path(file).suffix.lower()
    name = _EXTENSIONS.get(extension, extension.removeprefix("."))
    return name if name in PASSAGE_FORMATS else None


def export(project: Project, name: str) -> tuple[bytes, int]:
    """All passages in a format of :data:`PASSAGE_FORMATS`, and how many they are."""
    passages = project.state().passages
    if name == "refiqda":
        documents = [read_document(project.root, row["id"]) for row in project.documents()]
        labels = {
            record.key: ", ".join(filter(None, (record.authors, record.year, record.title)))
            for record in project.records()
        }
        title = project.root.resolve().name
        data = refiqda.write(title, documents, passages.passages, labels)
        return data, len(passages.passages)
    lines = [json.loads(line) for line in write_lines(passages).splitlines()]
    contexts = [line.pop("@context") for line in lines]
    page = {
        "@context": contexts[0] if contexts else ANNOTATION_CONTEXT,
        "type": "AnnotationPage",
        "items": lines,
    }
    text = json.dumps(page, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8"), len(lines)


def extracts(project: Project, keys: Sequence[str]) -> dict[str, list[Extract]]:
    """The passages that point at these works, to be carried with them."""
    wanted = set(keys)
    found: dict[str, list[Extract]] = {}
    for view in project.passages():
        if view.work in wanted:
            found.setdefault(view.work, []).append(
                Extract(view.told, view.kind, view.locator, view.document)
            )
    return found
