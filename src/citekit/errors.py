"""Errors and problems: the two ways citekit says that something is wrong.

A :class:`Problem` is a *value* with a location; audits, readers and the
citation processor return problems and carry on.  A :class:`CitekitError` is
raised when the requested thing cannot be done at all.  The tree, with the
exit code the command line gives each branch::

    CitekitError                    3   could not
    ├── UsageError                  2   the request itself is wrong
    │   ├── UnknownKeyError         2   no such work
    │   ├── UnknownDocumentError    2   no such document
    │   ├── UnknownPassageError     2   no such passage, or words not found
    │   ├── UnknownStyleError       2   no such style, locale or output format
    │   └── NoProjectError          2   no citekit.toml here or above
    ├── ReadError                   3   a file is missing, unreadable, not UTF-8
    ├── SyntaxProblemError          3   a file was read but is not what it should be
    │   ├── StyleError              3   broken CSL style or locale
    │   └── SettingsError           3   broken citekit.toml
    ├── WriteError                  3   disk full, folder read-only, …
    ├── ConflictError               3   a file changed on disk since it was read
    └── MissingExtraError           3   an optional dependency is not installed

Exit codes: 0 done and clean, 1 findings, 2 wrong usage, 3 could not.
"""

from __future__ import annotations

import shlex
from enum import StrEnum
from typing import NamedTuple

EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_FAILED = 3


class Severity(StrEnum):
    """How grave a problem is; only *error* and *warning* count as findings."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Where(NamedTuple):
    """A place: any of file, 1-based line, 1-based column, and citation key."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        place = self.file or ""
        if self.line is not None:
            place += f":{self.line}" if place else f"line {self.line}"
            if self.column is not None:
                place += f":{self.column}"
        if self.key:
            place += f" [{self.key}]" if place else f"[{self.key}]"
        return place


NOWHERE = Where()


class Problem(NamedTuple):
    """One finding.

    ``code`` is a stable kebab-case name (``duplicate-key``); ``hint`` says
    what to do about it, or is empty.
    """

    severity: Severity
    code: str
    message: str
    where: Where = NOWHERE
    hint: str = ""

    def __str__(self) -> str:
        place = str(self.where)
        head = f"{place}: " if place else ""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{head}{self.severity}: {self.message}{tail} [{self.code}]"


def error(code: str, message: str, where: Where = NOWHERE, hint: str = "") -> Problem:
    """A problem of severity *error*."""
    return Problem(Severity.ERROR, code, message, where, hint)


def warning(code: str, message: str, where: Where = NOWHERE, hint: str = "") -> Problem:
    """A problem of severity *warning*."""
    return Problem(Severity.WARNING, code, message, where, hint)


def describing(document: str) -> str:
    """How a document gets a record, as a hint."""
    name, file = shlex.quote(document), shlex.quote(f"file={document}")
    own = f"`citekit edit KEY {file}` if its work is catalogued"
    return f"{own}, else `citekit add misc --document {name}`"


class CitekitError(Exception):
    """Root of the tree in this module's docstring.

    ``message`` says what is wrong, ``where`` at which place, ``hint`` what to
    do; ``problems`` holds further located problems, if there are several.
    """

    exit_code = EXIT_FAILED

    def __init__(
        self,
        message: str,
        where: Where = NOWHERE,
        hint: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        self.problems = problems

    def __str__(self) -> str:
        place = str(self.where)
        head = f"{place}: " if place else ""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{head}{self.message}{tail}"


class UsageError(CitekitError):
    """The request itself is wrong."""

    exit_code = EXIT_USAGE


class UnknownKeyError(UsageError):
    """No work has this citation key."""


class UnknownDocumentError(UsageError):
    """No document has this key, file name or path."""


class UnknownPassageError(UsageError):
    """No passage has this identifier, or the quoted words are not there."""


class UnknownStyleError(UsageError):
    """No style, locale or output format has this name."""


class NoProjectError(UsageError):
    """Neither this folder nor one above it holds a ``citekit.toml``."""


class ReadError(CitekitError):
    """A file is missing, unreadable or not in the expected encoding."""


class SyntaxProblemError(CitekitError):
    """A file could be read but does not follow its format."""


class StyleError(SyntaxProblemError):
    """A CSL style or locale is broken."""


class SettingsError(SyntaxProblemError):
    """``citekit.toml`` is broken."""


class WriteError(CitekitError):
    """A file could not be written; the old one is untouched."""


class ConflictError(CitekitError):
    """A file changed on disk since it was read; nothing was written."""


class MissingExtraError(CitekitError):
    """An optional dependency is not installed."""
