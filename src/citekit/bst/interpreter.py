"""Runs ``.bst`` files in pybtex's interpreter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pybtex import errors as pybtex_errors
from pybtex.bibtex.bst import BstParser, strip_comment
from pybtex.bibtex.builtins import builtins
from pybtex.bibtex.exceptions import BibTeXError
from pybtex.bibtex.interpreter import Function, Identifier, Interpreter, QuotedVar
from pybtex.database import BibliographyData, Entry
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError

from citekit.bst import output
from citekit.bst.base import Rendering
from citekit.bst.entries import entry_type, fields, people
from citekit.errors import Problem, Severity, StyleError, Where, warning
from citekit.model import Work
from citekit.richtext import Bibliography
from citekit.richtext import Entry as RichEntry

#: What pybtex lets escape when a style does what it must not: a number where a
#: string belongs, an empty stack, functions that call each other for ever.
_STYLE_FAULTS = (
    PybtexError,
    TypeError,
    AttributeError,
    ValueError,
    LookupError,
    RecursionError,
    OverflowError,
)
#: Rounds of all loops of a run; a thousand works take some hundred thousand.
_MOST_ROUNDS = 10_000_000
_WARNING_LINES = re.compile(r"\s+")


def run(works: Sequence[Work], style_text: str, file: str) -> Rendering:
    """See :func:`citekit.bst.process`."""
    commands = _parsed(style_text, file)
    _check_names(commands, style_text, file)
    said: list[str] = []
    machine = _machine(works, commands, said)
    with pybtex_errors.capture() as captured:
        try:
            latex = machine.run(commands, [work.id for work in works], [], 2)
        except _STYLE_FAULTS as fault:
            raise StyleError(f"the style failed: {_message(fault)}", Where(file)) from fault
    problems = [
        warning("bibtex-warning", _WARNING_LINES.sub(" ", str(one)), Where(file))
        for one in captured
    ]
    problems += [Problem(Severity.INFO, "bibtex-output", line, Where(file)) for line in said]
    return _rendering(latex, problems, file)


def _parsed(text: str, file: str) -> list[list[Any]]:
    lines = "\n".join(strip_comment(line) for line in text.splitlines())
    try:
        return list(BstParser(lines, filename=file).parse())
    except PybtexSyntaxError as fault:
        message = str(fault).partition(": ")[2]
        raise StyleError(f"broken .bst file: {message}", Where(file, fault.lineno)) from None
    except RecursionError:
        raise StyleError("broken .bst file: braces nested too deeply", Where(file)) from None


def _machine(works: Sequence[Work], commands: list[list[Any]], said: list[str]) -> Any:
    """An interpreter whose database is ``works``."""
    known = {command[1][0].value() for command in commands if command[0].upper() == "FUNCTION"}

    class Database:
        """Takes the place of a parser of .bib files."""

        def __init__(self, *, macros: Mapping[str, str], **_: object) -> None:
            self.macros = macros

        def parse_files(self, _: object) -> BibliographyData:
            return BibliographyData({work.id: _entry(work, known, self.macros) for work in works})

    machine = _Machine(Database, None)
    machine.vars = _Names(machine.vars.items())
    machine.vars["while$"] = _While()
    for name in ("top$", "stack$"):
        machine.vars[name] = _Say(said, whole=name == "stack$")
    return machine


class _Machine(Interpreter):  # type: ignore[misc]
    """pybtex's interpreter, in which functions know at once what the names in them stand
    for: no name is given a second meaning, and looking them up is much of a run's time."""

    def command_function(self, name: list[Any], body: list[Any]) -> None:
        super().command_function(name, body)
        self._link(body)

    def _link(self, body: list[Any]) -> None:
        for index, token in enumerate(body):
            if isinstance(token, Function):
                self._link(token.body)
            elif isinstance(token, Identifier) and token.value() in self.vars:
                body[index] = self.vars[token.value()]
            elif isinstance(token, QuotedVar) and token.value() in self.vars:
                body[index] = _Push(self.vars[token.value()])


class _Push:
    """A quoted name, what it stands for looked up."""

    __slots__ = ("meant",)

    def __init__(self, meant: Any) -> None:
        self.meant = meant

    def execute(self, machine: Any) -> None:
        machine.push(self.meant)


class _Names(dict[str, Any]):
    """What names stand for, in whatever case ("Designing BibTeX Styles", section 4); a name
    in lower case, as most are, is found at once."""

    def __init__(self, items: Iterable[tuple[str, Any]]) -> None:
        super().__init__((name.lower(), value) for name, value in items)

    def __missing__(self, name: str) -> Any:
        return super().__getitem__(lower) if (lower := name.lower()) != name else _absent(name)

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name.lower(), value)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())


def _absent(name: str) -> Any:
    raise KeyError(name)


class _While:
    """``while$`` that comes to an end, if not by itself."""

    def __init__(self) -> None:
        self.rounds = 0

    def execute(self, machine: Any) -> None:
        body, condition = machine.pop(), machine.pop()
        while True:
            condition.execute(machine)
            if machine.pop() <= 0:
                return
            body.execute(machine)
            self.rounds += 1
            if self.rounds > _MOST_ROUNDS:
                raise BibTeXError("a loop without end")


class _Say:
    """``top$`` and ``stack$``, which print: what they say is kept instead."""

    def __init__(self, said: list[str], *, whole: bool) -> None:
        self.said = said
        self.whole = whole

    def execute(self, machine: Any) -> None:
        if not self.whole:
            self.said.append(str(machine.pop()))
        while self.whole and machine.stack:
            self.said.append(str(machine.pop()))


def _entry(work: Work, known: set[str], macros: Mapping[str, str]) -> Entry:
    kind = entry_type(work, known)
    return Entry(kind, fields={**fields(work, kind, macros), **people(work)})


def _rendering(latex: str, problems: list[Problem], file: str) -> Rendering:
    found = output.items(latex)
    if not found and r"\begin{thebibliography}" not in latex and latex.strip():
        problems.append(
            warning(
                "no-bibitem", r"the style wrote no \bibitem; its text is kept whole", Where(file)
            )
        )
        whole = Bibliography((RichEntry("", output.rich(latex)),))
        return Rendering(whole, {}, tuple(problems), latex)
    labels = {item.key: output.citation_label(item, number) for number, item in enumerate(found, 1)}
    author_year = any(map(output.is_author_year, found))
    bibliography = Bibliography(
        output.entries(found),
        hanging_indent=author_year,
        second_field_align=None if author_year else "flush",
    )
    return Rendering(bibliography, labels, tuple(problems), latex)


# --- names that nothing defines -------------------------------------------------


def _check_names(commands: list[list[Any]], text: str, file: str) -> None:
    """Refuse a style that calls what it never defines."""
    defined = {name.lower() for name in builtins} | {"sort.key$", "global.max$", "entry.max$"}
    defined.add("crossref")
    for command in commands:
        defined |= {name.lower() for name in _defines(command)}
    for command in commands:
        for name in _calls(command):
            if name.lower() not in defined:
                raise StyleError(
                    f"undefined function or variable {name!r}", Where(file, _line(name, text))
                )


def _defines(command: list[Any]) -> Iterator[str]:
    kind = command[0].upper()
    groups = command[1:2] if kind == "FUNCTION" else command[1:]
    if kind in ("ENTRY", "FUNCTION", "INTEGERS", "STRINGS"):
        for group in groups:
            yield from (token.value() for token in group if isinstance(token, Identifier))


def _calls(command: list[Any]) -> Iterator[str]:
    kind = command[0].upper()
    if kind == "FUNCTION":
        yield from _names(command[2] if len(command) > 2 else [])
    elif kind in ("EXECUTE", "ITERATE", "REVERSE"):
        yield from _names(command[1] if len(command) > 1 else [])


def _names(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, Function):
            yield from _names(token.body)
        elif isinstance(token, Identifier | QuotedVar):
            yield str(token.value())


def _line(name: str, text: str) -> int | None:
    pattern = re.compile(rf"(?<![^\s{{}}']){re.escape(name)}(?![^\s{{}}])", re.I)
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(strip_comment(line)):
            return number
    return None


def _message(fault: BaseException) -> str:
    if isinstance(fault, RecursionError):
        return "functions call each other without end"
    if isinstance(fault, PybtexError):
        return str(fault)
    return f"a value of the wrong kind or a missing one ({fault})"
