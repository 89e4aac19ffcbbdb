"""Passages as a REFI-QDA project (.qdpx; REFI-QDA standard 1.5, "Project exchange").

Documents are text sources, passages plain-text selections; the works, persons and
kinds they are about are codes.  Identifiers are made from citekit's own, so that
the same project is the same file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID, uuid5
from xml.etree import ElementTree

from citekit.model import Document, Passage

NAMESPACE = "urn:QDA-XML:project:1.0"
_ROOT = UUID("6f3b1c52-9d0e-5a7b-8f5e-0d3a4c1b2e69")
#: Zip files know no time before this one.
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Code(NamedTuple):
    """What passages are coded with: its group, its key there, what people read."""

    group: str
    key: str
    label: str


def write(
    name: str,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    labels: Mapping[str, str],
) -> bytes:
    """The project file.  ``labels`` are works' names by key; passages of documents
    that are not there are left out."""
    coded = {passage.id: _codes(passage, labels) for passage in passages}
    project = ElementTree.Element("Project", xmlns=NAMESPACE, name=name, origin="citekit")
    users = ElementTree.SubElement(project, "Users")
    user = _guid("user", "citekit")
    ElementTree.SubElement(users, "User", guid=user, name="citekit")
    _write_codes(project, {code for codes in coded.values() for code in codes})
    sources = ElementTree.SubElement(project, "Sources")
    for document in documents:
        own = [passage for passage in passages if passage.document == document.id]
        _write_source(sources, document, own, coded, user)
    ElementTree.indent(project)
    files = {"project.qde": ElementTree.tostring(project, "utf-8", xml_declaration=True)}
    for document in documents:
        files[f"sources/{_file(document)}"] = document.text.encode("utf-8")
    return _zipped(files)


def _codes(passage: Passage, labels: Mapping[str, str]) -> list[Code]:
    codes = [Code("kind", passage.kind, passage.kind)]
    value = passage.body.value
    if passage.body.type == "work":
        codes.append(Code("work", value, labels.get(value, value)))
    elif passage.body.type != "none":
        codes.append(Code(passage.body.type, value, value))
    return codes


def _write_codes(project: ElementTree.Element, codes: Iterable[Code]) -> None:
    book = ElementTree.SubElement(project, "CodeBook")
    parent = ElementTree.SubElement(book, "Codes")
    groups: dict[str, ElementTree.Element] = {}
    for code in sorted(codes):
        if code.group not in groups:
            groups[code.group] = ElementTree.SubElement(
                parent, "Code", guid=_guid("group", code.group), name=code.group, isCodable="false"
            )
        ElementTree.SubElement(
            groups[code.group],
            "Code",
            guid=_guid(code.group, code.key),
            name=_clean(code.label),
            isCodable="true",
        )


def _write_source(
    sources: ElementTree.Element,
    document: Document,
    passages: Sequence[Passage],
    coded: Mapping[str, Sequence[Code]],
    user: str,
) -> None:
    source = ElementTree.SubElement(
        sources,
        "TextSource",
        guid=_guid("document", document.id),
        name=_clean(document.id),
        plainTextPath=f"internal://{_file(document)}",
        creatingUser=user,
    )
    for passage in passages:
        chosen = passage.selector
        selection = ElementTree.SubElement(
            source,
            "PlainTextSelection",
            guid=_guid("passage", passage.id),
            name=_clean(" ".join(chosen.exact.split())[:80]),
            startPosition=str(chosen.start),
            endPosition=str(chosen.end),
            creatingUser=user,
        )
        said = [f"{key}: {text}" for key in _SAID if (text := getattr(passage, key))]
        if said:
            ElementTree.SubElement(selection, "Description").text = _clean("\n".join(said))
        for code in coded[passage.id]:
            coding = ElementTree.SubElement(
                selection,
                "Coding",
                guid=_guid("coding", f"{passage.id} {code.group} {code.key}"),
                creatingUser=user,
            )
            ElementTree.SubElement(coding, "CodeRef", targetGUID=_guid(code.group, code.key))


#: What a passage says besides its place, its kind and its work.
_SAID = ("locator", "relation", "quoted", "speaker", "cue", "status")


def _file(document: Document) -> str:
    return f"{_guid('document', document.id)}.txt"


def _guid(kind: str, name: str) -> str:
    return str(uuid5(_ROOT, f"{kind} {name}"))


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 does not allow."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
