"""``check``: audits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.context import (
    Json,
    bold,
    counted,
    message,
    open_project,
    plain_line,
    print_json,
    read_input,
    told,
    wrap,
)
from citekit.cli.progress import Progress
from citekit.corpus.documents import extract
from citekit.errors import EXIT_FINDINGS, Problem, Severity, UsageError
from citekit.library import audit, quotationreport
from citekit.library.manuscriptfiles import read_manuscripts
from citekit.library.state import as_json as problem_json
from citekit.library.verifying import Verifier
from citekit.model import Document
from citekit.verify import Change, Verdict
from citekit.verify.report import Checked
from citekit.verify.words import without_marks

app = typer.Typer(rich_markup_mode=None)

#: Of more findings than these the number of each code is told at the end.
_MANY = 20


@app.command("check")
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Manuscripts, with --quotations."),
    ] = None,
    quotations: Annotated[
        bool,
        typer.Option(
            "--quotations", help="The verdict on every quotation of the corpus, or of FILEs."
        ),
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="CHECK", help="These checks or codes alone, with commas."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CHECK", help="Not these checks or codes, with commas."),
    ] = None,
    findings_only: Annotated[
        bool, typer.Option("--findings", help="Print what is a finding, nothing else.")
    ] = False,
    list_checks: Annotated[
        bool, typer.Option("--list", help="Name the checks and what they look for.")
    ] = False,
    output: Annotated[
        str, typer.Option("--format", help="text, or github for its annotations.")
    ] = "text",
    as_json: Json = False,
) -> None:
    """Audit the catalogue, the passages and the documents.

    Exit code 0 if all is well, 1 with findings.
    """
    if list_checks:
        for name, purpose in audit.describe():
            print(f"{name:18} {purpose}")
        return
    if files and not quotations:
        raise UsageError("files are for --quotations", hint="citekit check --quotations FILE…")
    if quotations and (only or ignore):
        raise UsageError(
            "--quotations goes without --only and --ignore",
            hint="citekit check --only quotations audits the corpus's",
        )
    if output not in ("text", "github"):
        raise UsageError(f"unknown format {output!r}", hint="text or github")
    if quotations:
        _quotations(files or [], "json" if as_json else output, findings_only)
        return
    progress = Progress("documents")
    problems = audit.audit(open_project(), _names(only), _names(ignore), progress)
    told(problems)
    findings = [problem for problem in problems if problem.severity is not Severity.INFO]
    problems = findings if findings_only else problems
    if as_json:
        print_json([problem_json(problem) for problem in problems])
    else:
        for problem in problems:
            print(_github(problem) if output == "github" else problem)
        message(_summary(findings))
    if findings:
        raise typer.Exit(EXIT_FINDINGS)


def _names(given: Sequence[str] | None) -> list[str]:
    """The checks that an option names, also several at once with commas."""
    return [name.strip() for one in given or () for name in one.split(",") if name.strip()]


def _summary(findings: Sequence[Problem]) -> str:
    """How many findings there are, of many also how many of each code."""
    if not findings:
        return "all checks hold"
    said = counted(len(findings), "finding")
    if len(findings) <= _MANY:
        return said
    codes = Counter(problem.code for problem in findings).most_common()
    return f"{said}: {', '.join(f'{count} {code}' for code, count in codes)}"


def _quotations(files: list[Path], output: str, findings_only: bool) -> None:
    """Every quotation with its verdict, or the findings among them, then those that two
    documents quote differently."""
    project = open_project()
    with project.at_one_moment():
        state = project.state()
        documents: dict[str, Document] = {}
        for path in files:
            read = (
                [extract(read_input("-").encode(), "<standard input>")]
                if str(path) == "-"
                else read_manuscripts(path, project.root, state.texts)
            )
            for document in read:
                documents.setdefault(document.id, document)
        verifier = Verifier(project, state)
        told_of = Progress("documents")
        checked = verifier.manuscripts([*documents.values()]) if files else verifier.corpus(told_of)
        pairs = verifier.variants(checked)
    shown = [one for one in checked if not (findings_only and one.is_fine)]
    if output == "json":
        print_json(
            {
                "quotations": [
                    {**verifier.checked_json(one), "finding": not one.is_fine} for one in shown
                ],
                "variants": [{**verifier.variant_json(pair), "finding": True} for pair in pairs],
            }
        )
    elif output == "github":
        for problem in quotationreport.problems(verifier, checked, pairs):
            print(_github(problem))
    else:
        for one in shown:
            _print_checked(verifier, one)
        for pair in pairs:
            for side in pair[:2]:
                print(f"{bold(str(verifier.where(side.document, side.start)))}  quoted differently")
                print(wrap(plain_line(f"“{without_marks(side.text)}”"), "    "))
            _print_changes(pair.changes)
    wrong = sum(1 for one in checked if not one.is_fine) + len(pairs)
    message(f"{counted(len(checked), 'quotation')}, {counted(wrong, 'finding')}")
    waiting = 0 if files else quotationreport.waiting(state, checked)
    if waiting:
        verb = "waits" if waiting == 1 else "wait"
        message(f"{waiting} more {verb} among the suggestions: `citekit review --kind quotation`")
    if wrong:
        raise typer.Exit(EXIT_FINDINGS)


def _print_checked(verifier: Verifier, one: Checked) -> None:
    finding = one.finding
    source = verifier.where(finding.source, finding.start) if finding.source else one.work
    if finding.verdict is Verdict.ELSEWHERE:
        source = f"not {one.work or one.speaker}, but {source}"
    facts = [str(finding.verdict), str(source), *finding.reasons]
    print(
        f"{bold(str(verifier.where(one.document, one.start)))}  "
        + "  ".join(fact for fact in facts if fact)
    )
    print(wrap(plain_line(f"“{without_marks(one.text)}”"), "    "))
    _print_changes(finding.changes)


def _print_changes(changes: tuple[Change, ...]) -> None:
    for change in changes:
        print(wrap(plain_line(str(change)), "      "))


def _github(problem: Problem) -> str:
    level = {"error": "error", "warning": "warning", "info": "notice"}[problem.severity]
    place = f"file={_escaped(problem.where.file or '')},line={problem.where.line or 1}"
    text = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    return f"::{level} {place},title={problem.code}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


@app.callback()
def _group() -> None:
    """Checks."""
