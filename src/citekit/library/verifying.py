"""The quotations of a project and of manuscripts, held against their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from citekit.corpus.places import Lines
from citekit.errors import ReadError, Where
from citekit.library.manuscript import quotations
from citekit.library.project import Project
from citekit.library.quoting import documents_with
from citekit.library.state import State
from citekit.model import Document
from citekit.store.corpus import read_document
from citekit.verify import Finding, Quoted, Source, Variant, Verdict, continued, judge, variants
from citekit.verify.report import Checked


class Verifier:
    """The sources that a project holds, and verdicts against them."""

    def __init__(self, project: Project, state: State) -> None:
        self._project = project
        self._state = state
        self._sources: dict[str, Source] = {}
        #: The lines of manuscripts, by name.
        self._manuscripts: dict[str, Lines] = {}

    def source(self, id: str) -> Source:
        """A document of the corpus as a source."""
        if id not in self._sources:
            self._sources[id] = Source(id, self._state.texts[id].document.text)
        return self._sources[id]

    def corpus(self) -> list[Checked]:
        """The quotations of the corpus: its passages, and words in quotation marks that a
        citation key stands beside.  By document and place."""
        found = list(self._passages())
        taken = {(one.document, one.start) for one in found}
        spans: dict[str, list[tuple[int, int]]] = {}
        for one in found:
            spans.setdefault(one.document, []).append((one.start, one.end))
        for id, text in self._state.texts.items():
            if not text.document.keys:
                continue
            for checked in self._document(text.document, only_cited=True):
                overlaps = any(
                    start < checked.end and checked.start < end for start, end in spans.get(id, ())
                )
                if not overlaps and (id, checked.start) not in taken:
                    found.append(checked)
        return _continued(sorted(found, key=lambda one: (one.document, one.start)))

    def files(self, paths: Sequence[Path]) -> list[Checked]:
        """The quotations of these manuscripts, in or outside of the project.

        Raises ReadError.
        """
        found: list[Checked] = []
        for path in paths:
            if path.is_dir():
                raise ReadError("this is a folder", Where(str(path)), "name the files in it")
            document = read_document(path.parent, path.name)._replace(id=str(path))
            self._manuscripts[document.id] = Lines.of(document)
            found += self._document(document, only_cited=False)
        return _continued(found)

    def _passages(self) -> Iterator[Checked]:
        for passage in self._state.passages.passages:
            spot = self._state.anchors[passage.id]
            if passage.kind != "quotation" or spot.start < 0:
                continue
            text = self._state.texts[passage.document].document.text
            work = passage.body.value if passage.body.type == "work" else ""
            words = text[spot.start : spot.end]
            finding = self._judge(words, work, passage.document, searched=False)
            yield Checked(passage.document, spot.start, spot.end, words, finding, work, passage.id)

    def _document(self, document: Document, *, only_cited: bool) -> Iterator[Checked]:
        held = {record.key for record in self._state.catalogue.records}
        for quotation in quotations(document):
            work = quotation.key if quotation.key in held else ""
            if work or not only_cited:
                finding = self._judge(quotation.text, work, document.id, searched=not only_cited)
                yield Checked(
                    document.id, quotation.start, quotation.end, quotation.text, finding, work
                )

    def _judge(self, words: str, work: str, document: str, *, searched: bool) -> Finding:
        """The verdict; other documents are looked at where the named one does not have the
        words, and with ``searched`` where none is named or held."""
        named = self._state.document_of.get(work, "")
        if named == document or (not named and not searched):
            return Finding(Verdict.NO_SOURCE)
        first = judge(words, self.source(named)) if named else Finding(Verdict.NO_SOURCE)
        if first.verdict in (Verdict.VERBATIM, Verdict.PERMITTED, Verdict.TRIMMED):
            return first
        others = [
            self.source(id)
            for id in documents_with(self._project, words)
            if id not in (named, document) and id in self._state.texts
        ]
        return judge(words, self.source(named) if named else None, others, names_one=bool(work))

    def variants(self, checked: Iterable[Checked]) -> list[Variant]:
        """The pairs of these quotations that quote the same words differently."""
        return variants([Quoted(one.document, one.start, one.text) for one in checked])

    def where(self, document: str, start: int) -> Where:
        """The place of a position in a document or manuscript."""
        if start < 0:
            return Where(document or None)
        if document in self._manuscripts:
            return Where(document, *self._manuscripts[document].place(start))
        return Where(document, *self._state.texts[document].lines.place(start))

    def checked_json(self, checked: Checked) -> dict[str, Any]:
        """A checked quotation as a JSON object."""
        finding = checked.finding
        where = self.where(checked.document, checked.start)
        source = self.where(finding.source, finding.start)
        return {
            "file": where.file,
            "line": where.line,
            "column": where.column,
            "quotation": checked.text,
            "work": checked.work,
            "passage": checked.passage,
            "verdict": str(finding.verdict),
            "score": finding.score,
            "source": finding.source,
            "source_line": source.line,
            "source_column": source.column,
            "changes": [change._asdict() for change in finding.changes],
            "reasons": list(finding.reasons),
        }

    def variant_json(self, variant: Variant) -> dict[str, Any]:
        """Two quotations that differ as a JSON object."""
        sides = []
        for side in (variant.first, variant.second):
            where = self.where(side.document, side.start)
            sides.append(
                {
                    "file": where.file,
                    "line": where.line,
                    "column": where.column,
                    "quotation": side.text,
                }
            )
        return {
            "first": sides[0],
            "second": sides[1],
            "score": variant.score,
            "changes": [change._asdict() for change in variant.changes],
        }


def _continued(found: list[Checked]) -> list[Checked]:
    """The quotations of several documents, each judged with the one it goes on with."""
    made = []
    for _, group in groupby(found, key=lambda one: one.document):
        own = list(group)
        findings = continued([one.finding for one in own])
        made += [one._replace(finding=finding) for one, finding in zip(own, findings, strict=True)]
    return made
