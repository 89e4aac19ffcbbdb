"""The ``citekit`` command: finds the subcommand, prints errors, chooses the exit code.

Command modules load when their command runs, so that ``--help`` and look-ups
start at once; :data:`COMMANDS` is the literal list of what there is.
"""

from __future__ import annotations

import io
import os
import sys
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup, TyperOption

from citekit import __version__
from citekit.errors import EXIT_FAILED, CitekitError

#: Command → (module that holds it, one line of help).
COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("project", "Make a project in this folder."),
    "demo": ("demo", "Run the whole job on the seed corpus and say where the files are."),
    "add": ("catalogue", "Add a work, or the record of a document."),
    "import": ("exchange", "Add the works of other files to the catalogue."),
    "export": ("exchange", "Write works, or passages, for other programs."),
    "convert": ("exchange", "Convert a file of works into another format."),
    "parse": ("parsing", "Parse reference strings into works, in any format."),
    "list": ("lookup", "List the catalogue."),
    "show": ("lookup", "Show a work, and with --evidence where its fields were read."),
    "search": ("lookup", "Find works and passages by words."),
    "edit": ("catalogue", "Change fields of works, or an entry in an editor."),
    "rm": ("catalogue", "Remove works and the passages that point at them."),
    "merge": ("catalogue", "Make entries of the same work one, with their passages."),
    "key": ("catalogue", "Give a work another key, everywhere."),
    "cites": ("lookup", "The passages that cite a work."),
    "works": ("lookup", "The works a document cites."),
    "graph": ("graph", "Which documents cite which works, also as CSV, DOT or GraphML."),
    "passages": ("lookup", "Passages by document, work, kind, speaker or text."),
    "scan": ("scanning", "Find what the documents cite and quote, as suggestions."),
    "review": ("reviewing", "Accept, correct or reject suggestions."),
    "link": ("passages", "Link words of a document to a work."),
    "unlink": ("passages", "Remove passages."),
    "anchor": ("anchoring", "Store passages anew where they stand after edits."),
    "check": ("checks", "Audit the catalogue, the passages and the documents."),
    "quote": ("quoting", "Find where a remembered quotation stands, ready to paste."),
    "bib": ("bibliography", "Print a bibliography in any style."),
    "cite": ("bibliography", "Print a citation in any style."),
    "style": ("styles", "List, search and show citation styles."),
    "process": ("bibliography", "Process citations: JSON in, JSON out."),
}


class LazyGroup(TyperGroup):
    """The top-level group: knows its commands by name and loads the one that runs."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of :data:`COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, its module loaded; None for another name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"citekit.cli.{COMMANDS[cmd_name][0]}")
        return _with_global_options(typer.main.get_group(module.app).commands[cmd_name])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments begin with; for another name those near it."""
        near = get_close_matches(args[0], COMMANDS) if args[0] not in COMMANDS else []
        if near:
            names = ", ".join(map(repr, near))  # as commands below this group are told
            ctx.fail(f"No such command {args[0]!r}. Did you mean {names}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands in ``--help``, without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _with_global_options(command: Any) -> Any:
    """A command, or each of its own, that takes the global options as well."""
    for each in getattr(command, "commands", {}).values():
        _with_global_options(each)
    if not hasattr(command, "commands"):
        command.params += [
            TyperOption(
                param_decls=["--project", "-C"], type=Path, expose_value=False, hidden=True,
                callback=_choose_project,
            ),
            TyperOption(
                param_decls=["--quiet", "-q"], is_flag=True, expose_value=False, hidden=True,
                callback=_silence,
            ),
        ]  # fmt: skip
    return command


def _choose_project(ctx: Any, option: Any, folder: Path | None) -> None:
    from citekit.cli import context

    if folder is not None:
        context.choose(folder)


def _silence(ctx: Any, option: Any, wanted: bool) -> None:
    from citekit.cli import context

    if wanted:
        context.silence()


app = typer.Typer(
    cls=LazyGroup,
    name="citekit",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"citekit {__version__}")
        raise typer.Exit


@app.callback()
def citekit(
    project: Annotated[
        Path | None,
        typer.Option("--project", "-C", envvar="CITEKIT_PROJECT", help="The project's folder."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Citations, bibliographies and the passages of a corpus of texts.

    Data go to standard output, messages to standard error. Exit codes: 0 done
    and clean, 1 findings, 2 wrong usage, 3 could not.
    """
    from citekit.cli import context

    context.start(project, quiet)


#: The root of the exceptions with which the parser of the command line ends it,
#: wherever typer keeps that parser.
_ClickError: Any = typer.BadParameter.__mro__[2]
#: Exit codes of a shell for a process ended by SIGINT and by SIGPIPE.
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit code; errors are printed."""
    _mend_streams()
    try:
        code = app(args=arguments, prog_name="citekit", standalone_mode=False)
        if code == EXIT_INTERRUPTED:  # the parser makes an exit code of it
            raise KeyboardInterrupt
        sys.stdout.flush()
    except _ClickError as failure:
        failure.show()
        return int(failure.exit_code)
    except CitekitError as failure:
        for problem in failure.problems:
            print(problem, file=sys.stderr)
        print(f"citekit: {failure}", file=sys.stderr)
        return failure.exit_code
    except (KeyboardInterrupt, typer.Abort):
        print("citekit: interrupted; nothing was left half done", file=sys.stderr)
        return EXIT_INTERRUPTED
    except SystemExit as end:
        # the parser's own answer to a pipe without a reader, or to completion
        return EXIT_PIPE if end.code == 1 else int(end.code or 0)
    except BrokenPipeError:
        _discard_output()  # the reader of a pipe has gone: nothing is left to say to it
        return EXIT_PIPE
    except OSError as failure:
        _discard_output()
        name = f"{failure.filename}: " if failure.filename else ""
        print(f"citekit: {name}{failure.strerror or failure}", file=sys.stderr)
        return EXIT_FAILED
    except UnicodeEncodeError as failure:
        encoding = sys.getfilesystemencoding()
        if encoding == "utf-8":
            raise
        shown = f"citekit: this locale's file names, in {encoding}, cannot have: {failure.object}"
        print(f"{shown} (set PYTHONUTF8=1, or LC_ALL=C.UTF-8)", file=sys.stderr)
        return EXIT_FAILED
    finally:
        context = sys.modules.get("citekit.cli.context")
        if context is not None:
            context.finish()
    return code if isinstance(code, int) else 0


def _mend_streams() -> None:
    """Closed standard streams become empty ones; what an encoding cannot print is escaped."""
    sys.stdin = sys.stdin or io.TextIOWrapper(io.BytesIO())
    sys.stdout = sys.stdout or io.TextIOWrapper(io.BytesIO())
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Let what is still buffered go nowhere when the process ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
