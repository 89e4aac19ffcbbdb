"""The checks, run on a project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from citekit.anchor import Anchor
from citekit.check import CHECKS, Audit, AuditRecord, run
from citekit.corpus.documents import DOCUMENTS
from citekit.errors import NOWHERE, CitekitError, Problem, SettingsError, UsageError, Where
from citekit.library.decided import Placed, contradicted, twofold
from citekit.library.filelinks import own_paths
from citekit.library.moves import find_moves, following
from citekit.library.project import Project
from citekit.library.state import Progress, State
from citekit.library.verifying import Verifier
from citekit.model import Document, Passage
from citekit.store.catalogue import Record
from citekit.store.settings import PROJECT_FILE, Settings

#: The checks that need the verdicts on quotations.
QUOTATION_CHECKS = frozenset({"quotations", "quotation-variants"})

#: The codes of the problems that each check tells; a code is told by one check alone.
CODES: dict[str, tuple[str, ...]] = {
    check: tuple(codes.split())
    for check, codes in {
        "reading": """
            broken-journal broken-passage circular-crossref circular-xdata commented-entry
            deep-crossref duplicate-field duplicate-key-case duplicate-passage empty-value
            entry-in-value escaped-brace extra-brace idle-pattern interrupted-save
            long-string merge-conflict missing-brace missing-comma missing-key odd-field-name
            odd-key odd-value repeated-passage stray-field stray-text undefined-string
            unknown-crossref unreadable-document unreadable-entry unread-text unusable-name
        """,
        "anchors": "fuzzy-anchor missing-document moved-document orphaned-anchor shifted-anchor",
        "linked-keys": "unknown-field unknown-key",
        "uncited-works": "uncited-work",
        "citation-keys": "unknown-citation",
        "quotations": """quotation-altered quotation-elsewhere quotation-not-found
            quotation-trimmed""",
        "quotation-variants": "quotation-differs",
        "documents": "missing-file shared-document unrecorded-document",
        "required-fields": "missing-field present-field",
        "data-model": "circular-reference misspelt-field misspelt-type"
        " no-date no-doi no-isbn no-issn",
        "duplicate-keys": "duplicate-key",
        "duplicate-aliases": "duplicate-alias",
        "duplicate-works": "duplicate-work",
        "decisions": "contradicted-decision twofold-passage",
        "open-suggestions": "open-suggestions",
    }.items()
}
_CHECK_OF = {code: check for check, codes in CODES.items() for code in codes}


def describe() -> list[tuple[str, str]]:
    """Name and purpose of each check."""
    return [
        (
            name,
            " ".join((check.__doc__ or "").replace("``", "`").partition("\n\n")[0].split()).rstrip(
                "."
            ),
        )
        for name, check in CHECKS.items()
    ]


def audit(
    project: Project,
    only: Sequence[str] = (),
    ignore: Sequence[str] = (),
    progress: Progress | None = None,
) -> list[Problem]:
    """The problems found by the chosen checks, or with the chosen codes.

    Without ``only`` all run but those that ``ignore`` or the project's settings
    leave out.  ``progress`` is told of how many documents the quotations are looked at.
    Raises UsageError for a name that is neither a check nor a code.
    """
    for name in (*only, *ignore):
        _require_known(name)
    for name in project.settings.check_ignore:
        _require_known(name, SettingsError, "[check] ignore: ", Where(PROJECT_FILE))
    left_out = {*ignore, *(() if only else project.settings.check_ignore)}
    chosen = {_CHECK_OF.get(name, name) for name in only} or CHECKS.keys()
    names = [name for name in CHECKS if name in chosen and name not in left_out]
    if only and not {_CHECK_OF.get(name, name) for name in only if name not in left_out} & {*names}:
        raise UsageError("--ignore leaves out all that --only names", hint="leave one of them out")
    moves = find_moves(stored := project.state())
    state = following(stored, moves.known)
    found = audit_of(state, project.settings)
    found = replace(found, moved=moves.known, unsure_moves=moves.told())
    if QUOTATION_CHECKS & set(names):
        verifier = Verifier(project, state)
        with project.at_one_moment():
            checked = verifier.corpus(progress)
        found = replace(found, quotations=checked, variants=verifier.variants(checked))
    return [
        problem
        for name in names
        for problem in run(found, [name])
        if problem.code not in left_out and (not only or {name, problem.code} & set(only))
    ]


def _require_known(
    name: str, kind: type[CitekitError] = UsageError, head: str = "", where: Where = NOWHERE
) -> None:
    """Raise an error of this kind for a name that is neither a check nor a code."""
    if name in CHECKS or name in _CHECK_OF:
        return
    near = get_close_matches(name, [*CHECKS, *_CHECK_OF], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "one of " + ", ".join(CHECKS)
    raise kind(f"{head}no check or problem is called {name!r}", where, hint)


def audit_of(state: State, settings: Settings) -> Audit:
    """What the checks see of a project; the quotations are not looked at."""
    records = [
        AuditRecord(
            record.work,
            record.file,
            record.line,
            record.entry_type,
            record.fields,
            record.absent,
            state.file_of(record) or "",
            _lost_document(state, record),
        )
        for record in state.catalogue.records
    ]
    placed = _placed((each, state.anchors[each.id]) for each in state.passages.passages)
    rejected = _placed((each, state.locate(each)) for each in state.rejections.passages)
    return Audit(
        records,
        list(state.texts),
        state.passages.passages,
        state.anchors,
        settings.passages,
        state.problems,
        {id: text.lines.place for id, text in state.texts.items()},
        {id: text.document.keys for id, text in state.texts.items()},
        {id: _listed(text.document) for id, text in state.texts.items()},
        {id: text.document.ignored for id, text in state.texts.items()},
        settings.check_ignore_keys,
        suggestions=len(state.suggestions.passages),
        suggestions_file=settings.suggestions,
        file_places={id: text.lines.in_file for id, text in state.texts.items()},
        contradicted=list(contradicted(placed, rejected)),
        twofold=list(twofold(placed)),
    )


def _lost_document(state: State, record: Record) -> str:
    """The file in the project that a record names as its document and that is not there, or ""."""
    for path in own_paths(state.root, record):
        bases = state.root, (state.root / record.file).parent
        is_document = path.lower().endswith(tuple(DOCUMENTS))
        if is_document and not any((base / path).exists() for base in bases):
            return path
    return ""


def _placed(anchors: Iterable[tuple[Passage, Anchor]]) -> list[Placed]:
    """Those that stand anywhere, where they stand."""
    return [Placed(each, at.start, at.end) for each, at in anchors if at.start >= 0]


def _listed(document: Document) -> frozenset[str]:
    """The keys of the entries of a document's own lists of references."""
    entries = document.markup.entries if document.markup is not None else ()
    return frozenset(entry.key for entry in entries)
