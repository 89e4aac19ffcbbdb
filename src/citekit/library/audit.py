"""The checks, run on a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.check import CHECKS, Audit, AuditRecord, run
from citekit.errors import Problem, SettingsError, UsageError, Where
from citekit.library.moves import find_moves, following
from citekit.library.project import Project
from citekit.library.state import State
from citekit.library.verifying import Verifier
from citekit.model import Document
from citekit.store.settings import PROJECT_FILE, Settings

#: The checks that need the verdicts on quotations.
QUOTATION_CHECKS = frozenset({"quotations", "quotation-variants"})


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


def audit(project: Project, only: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Problem]:
    """The problems found by the chosen checks.

    Without ``only`` all run but those that ``ignore`` or the project's settings
    leave out.  Raises UsageError for a name that is no check.
    """
    known = "one of " + ", ".join(CHECKS)
    for name in (*only, *ignore):
        if name not in CHECKS:
            raise UsageError(f"no check is called {name!r}", hint=known)
    for name in project.settings.check_ignore:
        if name not in CHECKS:
            where = Where(PROJECT_FILE)
            raise SettingsError(f"[check] ignore: no check is called {name!r}", where, known)
    left_out = {*ignore, *(() if only else project.settings.check_ignore)}
    names = [name for name in only or CHECKS if name not in left_out]
    moves = find_moves(stored := project.state())
    state = following(stored, moves.known)
    found = audit_of(state, project.settings)
    found = replace(found, moved=moves.known, unsure_moves=moves.told())
    if QUOTATION_CHECKS & set(names):
        verifier = Verifier(project, state)
        with project.at_one_moment():
            checked = verifier.corpus()
        found = replace(found, quotations=checked, variants=verifier.variants(checked))
    return run(found, names)


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
            record.work.extra.get("file", ""),
        )
        for record in state.catalogue.records
    ]
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
    )


def _listed(document: Document) -> frozenset[str]:
    """The keys of the entries of a document's own lists of references."""
    entries = document.markup.entries if document.markup is not None else ()
    return frozenset(entry.key for entry in entries)
