"""The quotations of a project and of manuscripts, held against their sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from citekit.corpus.places import Lines
from citekit.errors import ReadError, Where
from citekit.find.scan import FINDERS, Reading, Scanner, scan
from citekit.find.sources import TITLES
from citekit.find.suggestion import Suggestion
from citekit.library.manuscript import Cited, Quotation, cited_together, quotations
from citekit.library.parsing import parser
from citekit.library.project import Project
from citekit.library.quoting import documents_with
from citekit.library.state import State
from citekit.model import Document
from citekit.store.corpus import read_document
from citekit.verify import (
    Finding,
    Quoted,
    Source,
    Variant,
    Verdict,
    continued,
    in_its_sentence,
    judge,
    variants,
)
from citekit.verify.report import Checked
from citekit.verify.titled import is_title
from citekit.verify.words import without_block_marks

#: How sure (0–1) a citation must be that is no key.
_SURE = 0.8
#: Between a quotation and the citation right behind it.
_RIGHT_BEHIND = re.compile(r"[”“\"’'»«›‹\s.,;:!?]{1,8}[(\[]?")
#: Verdicts of words that stand in the named source, if not as they should.
_THERE = (Verdict.VERBATIM, Verdict.PERMITTED, Verdict.TRIMMED, Verdict.ALTERED)
#: Verdicts of words that do not, as they are.
_NOT_THERE = (Verdict.ALTERED, Verdict.ELSEWHERE, Verdict.NOT_FOUND)


def read_manuscript(path: Path) -> Document:
    """The document of a file in or outside of the project; its id is the path.

    Raises ReadError.
    """
    where = Where(str(path))
    if path.is_dir():
        raise ReadError("this is a folder", where, "name the files in it")
    if not path.exists():
        raise ReadError("no such file", where, "check the name")
    return read_document(path.parent, path.name)._replace(id=str(path))


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
        citation stands beside.  By document and place."""
        cited: dict[str, list[Quotation]] = {}
        for id, text in self._state.texts.items():
            cited[id] = [one for one in self._quotations(text.document) if one.keys]
        found = list(self._passages(cited))
        spans: dict[str, list[tuple[int, int]]] = {}
        for one in found:
            spans.setdefault(one.document, []).append((one.start, one.end))
        for id, quoted in cited.items():
            taken = spans.get(id, ())
            for each in quoted:
                if not any(start < each.end and each.start < end for start, end in taken):
                    document = self._state.texts[id].document
                    found.append(self._checked(document, each, searched=False))
        found = sorted(found, key=lambda one: (one.document, one.start))
        found = _continued(found, self.source)
        return sorted(found, key=self._place)

    def manuscripts(self, documents: Sequence[Document]) -> list[Checked]:
        """The quotations of these manuscripts, in or outside of the project."""
        found: list[Checked] = []
        for document in documents:
            self._manuscripts[document.id] = Lines.of(document)
            found += [
                self._checked(document, each, searched=True) for each in self._quotations(document)
            ]
        names = [document.id for document in documents]
        return sorted(
            _continued(found, self.source),
            key=lambda one: (names.index(one.document), self._place(one)),
        )

    def _place(self, checked: Checked) -> tuple[str, int, int]:
        """Document, line and column, in whose order quotations are told of."""
        where = self.where(checked.document, checked.start)
        return checked.document, where.line or 0, where.column or 0

    def _passages(self, cited: Mapping[str, Sequence[Quotation]]) -> Iterator[Checked]:
        """The quotations that are passages; the source of one without a work is what the
        citation beside it names."""
        for passage in self._state.passages.passages:
            spot = self._state.anchors[passage.id]
            if passage.kind != "quotation" or spot.start < 0:
                continue
            document = self._state.texts[passage.document].document
            words = without_block_marks(document.text[spot.start : spot.end])
            if passage.body.type == "work":
                keys: tuple[str, ...] = (passage.body.value,)
            else:
                keys = next(
                    (
                        one.keys
                        for one in cited.get(passage.document, ())
                        if one.start < spot.end and spot.start < one.end
                    ),
                    (),
                )
            quotation = Quotation(spot.start, spot.end, words, keys)
            checked = self._checked(document, quotation, searched=False)
            yield checked._replace(passage=passage.id)

    def _quotations(self, document: Document) -> list[Quotation]:
        """The quotations of a document with the works that it names as their sources: by
        keys, and as the finders read it.  Without a key a source counts if its text is held,
        and its citation was not rejected."""
        held = self._state.catalogue.by_key
        other = self._state.catalogue.aliases
        keyed = [
            (key.start, key.end, other.get(key.key, key.key))
            for key in document.keys
            if key.key in held or key.key in other or (key.sure and key.start < key.end)
        ]
        found = self._found(document)
        cites = [one for one in found if one.kind == "citation" and one.body.type == "work"]
        sure = [_place(one) for one in cites if one.score >= _SURE]
        titles = [_place(one) for one in found if one.method in TITLES and one.body.value]
        text = document.text
        cited = cited_together(text, [*keyed, *sure])
        quoted = quotations(
            document,
            cited,
            [one for one in found if one.kind == "quotation" and one.body.type == "work"],
            cited_together(text, [*keyed, *map(_place, cites), *titles]),
        )
        unsure = [_place(one) for one in cites if one.score < _SURE]
        quoted = [one if one.keys else self._closed_by(one, document, unsure) for one in quoted]
        named = {key for *_, key in keyed}
        named.update(key for key, id in self._state.document_of.items() if id != document.id)
        return [
            _without_citation(one if named.intersection(one.keys) else one._replace(keys=()), cited)
            for one in quoted
        ]

    def _closed_by(
        self, quotation: Quotation, document: Document, unsure: Iterable[tuple[int, int, str]]
    ) -> Quotation:
        """A quotation that names no work, with the one of a less sure citation right behind it,
        such as a page alone in a review (MLA Handbook 9, 6.3), if the text of that work has its
        words or nearly these: so it accuses nobody of words that are another's."""
        for start, _, key in unsure:
            if not _RIGHT_BEHIND.fullmatch(document.text, quotation.end, max(quotation.end, start)):
                continue
            held = self._state.document_of.get(key, document.id)
            if held == document.id:
                continue
            if judge(quotation.text, self.source(held)).verdict in _THERE:
                return quotation._replace(keys=(key,))
        return quotation

    def _found(self, document: Document) -> list[Suggestion]:
        """What the finders find in a document, without citations that were rejected."""
        sources = self._state.document_of
        if not sources:
            return []

        def citations(reading: Reading) -> list[Suggestion]:
            return [
                one
                for one in FINDERS["citations"](reading)
                if not self._is_rejected(document.id, one.start, one.end, one.body.value)
            ]

        own = frozenset(key for key, id in sources.items() if id == document.id)
        return scan(
            document.text, self._scanner.without(own), {**FINDERS, "citations": citations},
            keys=document.keys, links=document.links, markup=document.markup,
        )  # fmt: skip

    @cached_property
    def _scanner(self) -> Scanner:
        works = [record.work for record in self._state.catalogue.by_key.values()]
        return Scanner.of(works, parser())

    @cached_property
    def _rejected(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """Document and work → the spans of the citations that were rejected."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for passage in self._state.rejections.passages:
            if passage.document in self._state.texts:
                spot = self._state.locate(passage)
                name = passage.document, passage.body.value
                found.setdefault(name, []).append((spot.start, spot.end))
        return found

    def _is_rejected(self, document: str, start: int, end: int, work: str) -> bool:
        spans = self._rejected.get((document, work), ())
        return any(left < end and start < right for left, right in spans)

    def _checked(self, document: Document, quotation: Quotation, *, searched: bool) -> Checked:
        """A quotation with the best verdict that one of the works it names gives."""
        held = self._state.catalogue.by_key
        start, end, words, keys = quotation
        known = [key for key in keys if key in held]
        missing = keys[0] if keys and not known else ""
        if known:
            ways = [(self._judge(words, key, document.id, searched=searched), key) for key in known]
            there = [way for way in ways if way[0].verdict in _THERE]
            unheld = [way for way in ways if way[0].verdict is Verdict.NO_SOURCE]
            order = list(Verdict)
            finding, work = min(
                there or unheld or ways, key=lambda way: order.index(way[0].verdict)
            )
        else:
            finding = self._judge(words, "", document.id, searched=searched, cited=bool(keys))
            work = missing
        finding = in_its_sentence(finding, document.text, start, end)
        if finding.verdict in _NOT_THERE and is_title(document.text, start, end):
            finding = Finding(Verdict.NO_SOURCE, reasons=("the title of a part",))
        if missing:
            reasons = (*finding.reasons, f"no work has the key {missing}")
            finding = finding._replace(reasons=reasons)
        return Checked(document.id, start, end, words, finding, work, missing=missing)

    def _judge(
        self, words: str, work: str, document: str, *, searched: bool, cited: bool = True
    ) -> Finding:
        """The verdict; other documents are looked at where the named one does not have the
        words, and with ``searched`` where none is named or held.  ``cited`` is whether a
        source is named at all."""
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
        return judge(words, self.source(named) if named else None, others, names_one=cited)

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


def _place(one: Suggestion) -> tuple[int, int, str]:
    return one.start, one.end, one.body.value


def _without_citation(quotation: Quotation, cited: Iterable[Cited]) -> Quotation:
    """The quotation without the parentheses at its end that cite."""
    depth = 0
    for at in range(len(quotation.text.rstrip(" \n.,;")) - 1, 0, -1):
        depth += (quotation.text[at] in ")]}") - (quotation.text[at] in "([{")
        if depth <= 0:
            break
    else:
        return quotation
    begin = quotation.end - len(quotation.text) + at
    if quotation.text[at] != "(" or not any(begin <= one.start < quotation.end for one in cited):
        return quotation
    return quotation._replace(text=quotation.text[:at].rstrip())


def _continued(found: list[Checked], source: Callable[[str], Source]) -> list[Checked]:
    """The quotations of several documents, each judged with the one it goes on with."""
    made = []
    for _, group in groupby(found, key=lambda one: one.document):
        own = list(group)
        findings = continued([one.finding for one in own], source)
        made += [one._replace(finding=finding) for one, finding in zip(own, findings, strict=True)]
    return made
