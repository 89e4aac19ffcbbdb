"""``check``: audits."""

from __future__ import annotations

from typing import Annotated

import typer

from citekit.cli.context import Json, message, open_project, print_json
from citekit.errors import EXIT_FINDINGS, Problem, Severity, UsageError
from citekit.library import audit
from citekit.library.state import as_json as problem_json

app = typer.Typer(rich_markup_mode=None)


@app.command("check")
def check(
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CHECK", help="Run this check alone.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CHECK", help="Leave this check out.")
    ] = None,
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
    if output not in ("text", "github"):
        raise UsageError(f"unknown format {output!r}", hint="text or github")
    problems = audit.audit(open_project(), only or (), ignore or ())
    findings = [problem for problem in problems if problem.severity is not Severity.INFO]
    if as_json:
        print_json([problem_json(problem) for problem in problems])
    else:
        for problem in problems:
            print(_github(problem) if output == "github" else problem)
        message(f"{len(findings)} findings" if findings else "all checks hold")
    if findings:
        raise typer.Exit(EXIT_FINDINGS)


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
