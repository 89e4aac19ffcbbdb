"""Audits: pure functions from what the project's files say to problems.

Each check is one small function with a name; :data:`CHECKS` lists them in the
order they run.  Findings of severity *info* do not fail a check.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from citekit.anchor import Anchor, Status
from citekit.errors import Problem, Severity, Where, describing, error, warning
from citekit.formats.bibcircles import keys_of, reference_circles
from citekit.formats.bibmodel import IGNORE, REQUIRED, slips
from citekit.formats.bibsource import KEY_FIELDS
from citekit.formats.bibtokens import XDATA_ITEM
from citekit.model import KeySpan, Passage, Work, aliases
from citekit.twins import Twins
from citekit.verify import Variant
from citekit.verify.report import Checked, problem_of, problem_of_variant, shortened


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """A record as the checks see it: ``fields`` by BibLaTeX name, ``document``
    the id of the corpus text it describes or "", ``lost_document`` the path of a
    document in the project that its ``file`` field names and that is not there, or ""."""

    work: Work
    file: str
    line: int
    entry_type: str
    fields: Mapping[str, str]
    absent: Collection[str] = ()
    document: str = ""
    lost_document: str = ""

    @property
    def where(self) -> Where:
        """The place of the entry."""
        return Where(self.file, self.line, key=self.work.id)


@dataclass(frozen=True, slots=True)
class Audit:
    """What is audited: ``records`` in the files' order (duplicate keys too),
    ``documents`` the ids of the corpus, ``anchors`` by passage id, ``found``
    the problems that reading the files had to report, ``places`` document id →
    function from offset to (line, column), ``keys`` document id → the citation keys in
    its text, ``listed`` document id → the keys of the references in its own lists
    (``\\bibitem``), ``ignored`` document id → keys and codes that a comment in it tells the
    checks to pass over, ``ignored_keys`` patterns of keys that are no citations,
    ``quotations`` the verdicts on quotations, ``variants`` quotations that differ,
    ``moved`` old id → new id of documents that were renamed or moved, ``unsure_moves`` what
    others may be now, and the command that says which,
    ``suggestions`` how many wait in ``suggestions_file``, ``contradicted`` passages with the
    rejection of the same at their place, ``twofold`` passages that say two things of the same
    words."""

    records: Sequence[AuditRecord]
    documents: Sequence[str]
    passages: Sequence[Passage]
    anchors: Mapping[str, Anchor]
    passages_file: str
    found: Sequence[Problem] = ()
    places: Mapping[str, Callable[[int], tuple[int, int]]] = field(default_factory=dict)
    keys: Mapping[str, Sequence[KeySpan]] = field(default_factory=dict)
    listed: Mapping[str, Collection[str]] = field(default_factory=dict)
    ignored: Mapping[str, Collection[str]] = field(default_factory=dict)
    ignored_keys: Sequence[str] = ()
    quotations: Sequence[Checked] = ()
    variants: Sequence[Variant] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    unsure_moves: Sequence[tuple[str, str]] = ()
    suggestions: int = 0
    suggestions_file: str = ""
    file_places: Mapping[str, Callable[[int], tuple[int, int]]] = field(default_factory=dict)
    contradicted: Sequence[tuple[Passage, Passage]] = ()
    twofold: Sequence[tuple[Passage, Passage]] = ()

    def at(self, document: str, start: int) -> Where:
        """The place of a position in a document."""
        if start < 0 or document not in self.places:
            return Where(document or None)
        return Where(document, *self.places[document](start))

    def at_key(self, document: str, span: KeySpan) -> Where:
        """The place of a citation key, also of one that no reader sees."""
        if span.source < 0 or document not in self.file_places:
            return self.at(document, span.start)
        return Where(document, *self.file_places[document](span.source))

    def where(self, passage: Passage) -> Where:
        """Where a passage stands now."""
        return self.at(passage.document, self.anchors[passage.id].start)


def reading(audit: Audit) -> Iterator[Problem]:
    """Files, entries and lines that could not be read, and patterns that find no document."""
    for problem in audit.found:
        if problem.code not in ("duplicate-key",):
            yield problem


def anchors(audit: Audit) -> Iterator[Problem]:
    """Passages whose words are no longer surely found, or were changed, and documents that
    moved."""
    for old, new in audit.moved.items():
        yield warning(
            "moved-document",
            f"this document was {old}",
            Where(new),
            "`citekit anchor` stores what was decided on it under the new name",
        )
    for sentence, command in audit.unsure_moves:
        yield warning(
            "moved-document",
            sentence,
            Where(audit.passages_file),
            f"`{command}` says which it is",
        )
    lost = Counter(each.document for each in audit.passages if each.document not in audit.places)
    for document, count in lost.items():
        subject = "a passage points" if count == 1 else f"{count} passages point"
        yield error(
            "missing-document",
            f"{subject} to {document}, which is not there",
            Where(audit.passages_file),
            "restore the document or make it readable; "
            f"if it is gone for good, `citekit unlink {shlex.quote(document)}`",
        )
    for passage in (each for each in audit.passages if each.document not in lost):
        spot = audit.anchors[passage.id]
        words = shortened(passage.selector.exact)
        if spot.status is Status.ORPHANED:
            yield error(
                "orphaned-anchor",
                f"the words of passage {passage.id} are no longer surely found: {words}",
                Where(passage.document),
                "`citekit anchor` says where they may stand now",
            )
        elif spot.status is Status.FUZZY:
            yield warning(
                "fuzzy-anchor",
                f"the words of passage {passage.id} have changed (score {spot.score:.2f}): {words}",
                audit.where(passage),
                "`citekit anchor` shows old and new words, and stores the passage anew",
            )
        elif spot.status is Status.SHIFTED:
            yield Problem(
                Severity.INFO,
                "shifted-anchor",
                f"the words of passage {passage.id} have moved: {words}",
                audit.where(passage),
                "`citekit anchor` stores the new place, or asks where it is not sure",
            )


def linked_keys(audit: Audit) -> Iterator[Problem]:
    """Passages that point at a work or field the catalogue does not hold."""
    by_key = {record.work.id: record for record in audit.records}
    for passage in audit.passages:
        if passage.body.type not in ("work", "field"):
            continue
        key, name = passage.body.value, ""
        if passage.body.type == "field":
            key, _, name = passage.body.value.rpartition("#")
        if key not in by_key:
            yield error(
                "unknown-key",
                f"a passage points at {key!r}, which is not in the catalogue",
                audit.where(passage),
                f"add the work, or `citekit unlink --id {passage.id}`",
            )
        elif passage.body.type == "field" and name not in by_key[key].fields:
            yield error(
                "unknown-field",
                f"a passage is evidence for {key}'s {name}, which the entry does not have",
                audit.where(passage),
                f"add the field, or `citekit unlink --id {passage.id}`",
            )


def uncited_works(audit: Audit) -> Iterator[Problem]:
    """Works that no passage and no citation key points at, nor any work that one does; the
    corpus's own texts are exempt."""
    cited = {passage.body.value for passage in audit.passages if passage.body.type == "work"}
    cited |= {span.key for spans in audit.keys.values() for span in spans}
    cited |= {own for alias, own in _aliases(audit).items() if alias in cited}
    if "*" in cited:  # \nocite{*}
        return
    cited |= _needed(audit.records, cited)
    for record in audit.records:
        if record.work.id not in cited and not record.document and not record.lost_document:
            yield warning(
                "uncited-work",
                f"no passage cites {record.work.id}",
                record.where,
                "`citekit scan` finds where a text cites it, `citekit link` links passages; "
                "if none does, remove it",
            )


def _needed(records: Sequence[AuditRecord], cited: Collection[str]) -> set[str]:
    """The keys of what entries refer to that are cited, or needed by those that are: parents,
    members of sets, related entries (BibLaTeX manual, 2.2.3)."""
    references = {record.work.id: record.fields for record in records}
    keys = {key.lower(): key for key in references}
    found: set[str] = set()
    waiting = [key for key in references if key in cited]
    while waiting:
        fields = references[waiting.pop()]
        named = [key for name in KEY_FIELDS if name in fields for key in keys_of(fields[name])]
        named += [item[1] for value in fields.values() for item in XDATA_ITEM.finditer(value)]
        meant = [key if key in references else keys.get(key.lower(), "") for key in named]
        new = set(filter(None, meant)) - found
        found |= new
        waiting += sorted(new)
    return found


#: Keys of cross-references, not of works (pandoc-crossref, Quarto).
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|def|exm|exr)[:-].")
#: Keys as citation managers make them: a name and a year.
_KEY_SHAPE = re.compile(r"[^\W\d_][\w:'+-]*?(?:1[5-9]|20)\d\d[a-z]?(?:[\W_A-Z]\w*)?")


def citation_keys(audit: Audit) -> Iterator[Problem]:
    """Citation keys in the documents (``@key``, ``\\cite``) that neither the catalogue nor
    the document's own list of references holds.  A bare ``@name`` counts only if it looks
    like a key, in a document that cites by key; else it is somebody's handle."""
    held = {record.work.id for record in audit.records} | _aliases(audit).keys()
    for document, spans in audit.keys.items():
        cites = any(span.sure or span.key in held for span in spans)
        for span in spans:
            if span.key in held or span.key == "*" or _is_no_citation(audit, document, span.key):
                continue
            near = extractOne(span.key, held, scorer=ratio, score_cutoff=80)
            if span.sure or (cites and (near or _KEY_SHAPE.fullmatch(span.key))):
                hint = f"did you mean {near[0]}?" if near else "add the work, or correct the key"
                yield error(
                    "unknown-citation",
                    f"{span.key!r} is cited, but is not in the catalogue",
                    audit.at_key(document, span),
                    hint,
                )


def _aliases(audit: Audit) -> dict[str, str]:
    """Other keys of entries (BibLaTeX manual 2.2.3, ``ids``) → their own, the first of each."""
    found: dict[str, str] = {}
    for record in audit.records:
        for alias in aliases(record.fields):
            found.setdefault(alias, record.work.id)
    keys = {record.work.id for record in audit.records}
    return {alias: own for alias, own in found.items() if alias not in keys}


def _is_no_citation(audit: Audit, document: str, key: str) -> bool:
    if _CROSS_REFERENCE.match(key) or key in audit.ignored.get(document, ()):
        return True
    if key in audit.listed.get(document, ()):
        return True
    return any(fnmatchcase(key, pattern) for pattern in audit.ignored_keys)


def quotations(audit: Audit) -> Iterator[Problem]:
    """Quotations whose source is held and that are altered, trimmed where the meaning may
    turn, found in another document than the one named, or not found."""
    for checked in audit.quotations:
        finding = checked.finding
        problem = problem_of(
            checked,
            audit.at(checked.document, checked.start),
            audit.at(finding.source, finding.start),
        )
        if problem is not None:
            yield problem


def quotation_variants(audit: Audit) -> Iterator[Problem]:
    """Documents that quote the same words differently."""
    for variant in audit.variants:
        first, second = variant.first, variant.second
        yield problem_of_variant(
            variant, audit.at(first.document, first.start), audit.at(second.document, second.start)
        )


def documents(audit: Audit) -> Iterator[Problem]:
    """Documents without a record, records whose document is not there, and
    documents with several records."""
    owners: dict[str, str] = {}
    for record in audit.records:
        if record.document:
            if record.document in owners:
                yield warning(
                    "shared-document",
                    f"{record.document} is the document of {owners[record.document]} too",
                    record.where,
                    "keep one record for a document",
                )
            owners.setdefault(record.document, record.work.id)
        elif record.lost_document:
            yield error(
                "missing-file",
                f"the file {record.lost_document} is not there",
                record.where,
                "restore it, or correct the file field",
            )
    for id in audit.documents:
        if id not in owners:
            message = "no record describes this document"
            yield warning("unrecorded-document", message, Where(id), describing(id))


def required_fields(audit: Audit) -> Iterator[Problem]:
    """Fields that the entry's type needs and that are neither given, nor
    inherited, nor recorded as absent in the source; and the reverse."""
    for record in audit.records:
        for names in REQUIRED.get(record.entry_type, ()):
            given = any(record.fields.get(name) for name in names) or _inherits(record)
            if not given and not any(name in record.absent for name in names):
                yield warning(
                    "missing-field",
                    f"@{record.entry_type} needs {' or '.join(names)}",
                    record.where,
                    f"`citekit edit {record.work.id} {names[0]}=…`, or record it as absent: "
                    f"`citekit edit {record.work.id} citekit-absent=…`",
                )
        for name in sorted(record.absent):
            if record.fields.get(name):
                yield warning(
                    "present-field",
                    f"{name} is recorded as absent in the source, but given",
                    record.where,
                    "correct citekit-absent",
                )


def _inherits(record: AuditRecord) -> bool:
    return "crossref" in record.fields or "xdata" in record.fields


def data_model(audit: Audit) -> Iterator[Problem]:
    """Entry types and fields that look like misspelt ones of BibLaTeX or BibTeX, dates and
    identifiers that are none, and entries that refer to themselves."""
    for record in audit.records:
        yield from slips(record.work, record.entry_type, record.fields, record.where)
    yield from reference_circles(
        (record.work.id, record.fields, record.where) for record in audit.records
    )


def duplicate_keys(audit: Audit) -> Iterator[Problem]:
    """Keys that more than one entry has."""
    yield from (problem for problem in audit.found if problem.code == "duplicate-key")
    first: dict[str, AuditRecord] = {}
    for record in audit.records:
        if record.work.id not in first:
            first[record.work.id] = record
        elif first[record.work.id].file != record.file:
            yield error(
                "duplicate-key",
                f"the key {record.work.id!r} is also that of {first[record.work.id].where}",
                record.where,
                "give one of the two another key in its file",
            )


def duplicate_aliases(audit: Audit) -> Iterator[Problem]:
    """Aliases of entries (``ids``) that are another entry's key or alias, or stand twice."""
    owners = {record.work.id: record.where for record in audit.records}
    for record in audit.records:
        for alias in aliases(record.fields):
            if alias in owners:
                yield error(
                    "duplicate-alias",
                    f"the alias {alias!r} (`ids`) is also a key of {owners[alias]}",
                    record.where,
                    f"take it out of one of the two: `citekit edit {record.work.id} ids=…`",
                )
            owners.setdefault(alias, record.where)


def duplicate_works(audit: Audit) -> Iterator[Problem]:
    """Records that are likely the same work: the same DOI or ISBN, or the same
    title with agreeing authors and years, and no other volume, number, pages or the like.
    Parts of one book share its ISBN."""
    twins = Twins()
    by_key = {record.work.id: record for record in audit.records}
    for record in audit.records:
        twin = twins.look(record.work)
        if twin is not None and twin.key != record.work.id and not twin.difference:
            other = f"{twin.key} ({by_key[twin.key].file}:{by_key[twin.key].line})"
            years = f", the years {' and '.join(twin.years)} aside" if twin.years else ""
            merge = f"`citekit merge {twin.key} {record.work.id}`"
            yield warning(
                "duplicate-work",
                f"likely the same work as {other}: the same {twin.by}{years}"
                if twin.same
                else f"has the same {twin.by} as {other}, another title",
                record.where,
                f"compare the two: {merge} makes them one"
                if twin.same
                else f"correct the {twin.by}, or, if the two are the same work, {merge}",
            )
        twins.add(record.work)


def decisions(audit: Audit) -> Iterator[Problem]:
    """Passages that were rejected as well, and words that are two passages of a kind, as two
    reviews leave them that were merged."""
    for passage, rejection in audit.contradicted:
        yield warning(
            "contradicted-decision",
            f"{shortened(passage.selector.exact)} is accepted as {_told(passage)}, and rejected",
            audit.where(passage),
            f"keep one: `citekit unlink --id {passage.id}`, "
            f"or `citekit review --reopen {rejection.id}`",
        )
    for passage, other in audit.twofold:
        one, two = _told(passage), _told(other)
        told = f"stands twice as {one}" if one == two else f"is {one}, and {two}"
        joins = "`citekit anchor` makes one of those that say the same; else " if one == two else ""
        yield warning(
            "twofold-passage",
            f"{shortened(passage.selector.exact)} {told}",
            audit.where(passage),
            f"{joins}keep one: `citekit unlink --id {passage.id}`, "
            f"or `citekit unlink --id {other.id}`",
        )


def _told(passage: Passage) -> str:
    """What a passage says, for a person to read."""
    of = f" of {passage.body.value}" if passage.body.value else ""
    said = f" by {passage.speaker}" if passage.speaker else ""
    return f"{'an' if passage.kind == 'echo' else 'a'} {passage.kind}{of}{said}"


def open_suggestions(audit: Audit) -> Iterator[Problem]:
    """Suggestions of a scan that nobody has decided on yet."""
    if audit.suggestions:
        yield Problem(
            Severity.INFO,
            "open-suggestions",
            f"{audit.suggestions} suggestion{' waits' if audit.suggestions == 1 else 's wait'}"
            " for review",
            Where(audit.suggestions_file),
            "`citekit review`",
        )


#: Every check by name, in the order they run.
CHECKS: dict[str, Callable[[Audit], Iterator[Problem]]] = {
    "reading": reading,
    "anchors": anchors,
    "linked-keys": linked_keys,
    "uncited-works": uncited_works,
    "citation-keys": citation_keys,
    "quotations": quotations,
    "quotation-variants": quotation_variants,
    "documents": documents,
    "required-fields": required_fields,
    "data-model": data_model,
    "duplicate-keys": duplicate_keys,
    "duplicate-aliases": duplicate_aliases,
    "duplicate-works": duplicate_works,
    "decisions": decisions,
    "open-suggestions": open_suggestions,
}


def run(audit: Audit, names: Sequence[str]) -> list[Problem]:
    """The problems that the named checks find, without those that a comment in their
    document or a field of their record tells to pass over."""
    fields = {record.work.id: record.fields.get(IGNORE, "") for record in audit.records}
    return [
        problem
        for name in names
        for problem in CHECKS[name](audit)
        if problem.code not in audit.ignored.get(problem.where.file or "", ())
        and problem.code not in fields.get(problem.where.key or "", "").replace(",", " ").split()
    ]
