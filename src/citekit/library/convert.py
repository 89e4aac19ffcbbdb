"""Files of works from one format into another, and what arrives."""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from citekit.curate import keys as key_patterns
from citekit.errors import Problem, SyntaxProblemError, UsageError, Where, warning
from citekit.formats import registry
from citekit.formats.base import Extract, Loss, NoKey, Writing
from citekit.formats.registry import Format
from citekit.library import losses
from citekit.model import Work
from citekit.richtext import strip_markup
from citekit.store import settings
from citekit.store.files import decode, is_same_file, read_bytes, require_text, write_text

#: Called with the number of works done so far.
Progress = Callable[[int], None]
_STEP = 1000


class Source(NamedTuple):
    """A file to be read: its name, its format and what is in it."""

    name: str
    format: Format
    content: str | bytes


class Conversion(NamedTuple):
    """What a conversion did: how many works and fields (a work's type is one), what
    the reader had to report, and what does not arrive as it is."""

    works: int
    fields: int
    problems: tuple[Problem, ...]
    losses: tuple[Loss, ...]

    def count(self, level: str) -> int:
        """How many fields ended so: exact, kept, approximated or dropped."""
        lost = losses.count(self.losses)
        return self.fields - sum(lost.values()) if level == "exact" else lost[level]


def open_source(name: str, format_name: str | None = None) -> Source:
    """A file, or standard input for ``-``; its format is told by its content, then
    by its extension.

    Raises ReadError, also for what is no text, UsageError for a format that is not read,
    SyntaxProblemError if nothing tells the format, or the content that it is another one
    than ``format_name``.
    """
    path = Path(name)
    data = sys.stdin.buffer.read() if name == "-" else read_bytes(path)
    shown = "<standard input>" if name == "-" else name
    named = registry.get(format_name, "r") if format_name else None
    if named is not None:
        _require_format(named, data, shown)
    else:
        _refuse_documents(data, shown)
    found = named or registry.detect(data, path.suffix)
    if found is not None and found.binary:
        return Source(shown, found, data)
    text = require_text(decode(data, shown).text, shown)
    if named is not None:
        _require_format(named, text, shown)
    found = named or registry.detect(text, path.suffix)
    if found is None and not text.strip():
        raise SyntaxProblemError(
            "cannot tell the format: there is nothing in this file", Where(shown)
        )
    if found is None:
        readable = "|".join(registry.names("r"))
        raise SyntaxProblemError(
            "cannot tell the format", Where(shown), f"name it with --from {readable}"
        )
    return Source(shown, found, text)


#: How files begin that hold a text and no works.
_DOCUMENTS = (
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"PK\x03\x04"), "an archive, such as Word and LibreOffice write"),
    (re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.I), "a web page"),
)


def _refuse_documents(data: bytes, shown: str) -> None:
    """Raise SyntaxProblemError for a file that is a document, not a list of works."""
    for begins, kind in _DOCUMENTS:
        if begins.match(data):
            raise SyntaxProblemError(
                f"this is {kind}, and no file of works",
                Where(shown),
                "export the works from the program that has them, such as to RIS or BibTeX",
            )


def _require_format(named: Format, content: str | bytes, shown: str) -> None:
    """Raise SyntaxProblemError for a file whose content tells that it is another format."""
    other = registry.contradicting(content, named)
    if other is not None:
        raise SyntaxProblemError(
            f"this is no {named.label}; it looks like {other.label}",
            Where(shown),
            f"leave --from out, or say --from {other.name}",
        )


def target_format(
    file: str, name: str | None, program: str | None, others: Collection[str] = ()
) -> Format:
    """The format to write: the one named, by its name or extension, the one of the file's
    extension, or what the program reads best, which goes first where the extension is
    one of its own (``.xml``).  ``others`` are further names that may be meant.  Raises
    UsageError."""
    if program is not None and program not in registry.PROGRAMS:
        raise UsageError(
            f"unknown program {program!r}", hint="one of " + ", ".join(registry.PROGRAMS)
        )
    if name is not None:
        return registry.get(name, "w", others)
    found = registry.by_extension(Path(file).suffix, "w")
    if program is not None:
        best = registry.get(registry.PROGRAMS[program], "w")
        found = best if found is None or Path(file).suffix in best.extensions else found
    if found is None:
        known = "|".join((*registry.names("w"), *others))
        raise UsageError(f"which format? {file} does not tell", hint=f"say --to {known}")
    return found


def no_works(source: Source) -> list[Problem]:
    """The problem of a file that holds no work."""
    if not source.content.strip():
        return [warning("no-works", "there is nothing in this file", Where(source.name))]
    message = f"there is no work in this file, read as {source.format.label}"
    return [warning("no-works", message, Where(source.name), "name its format with --from")]


def refuse_existing(file: str, force: bool) -> None:
    """Raise UsageError if ``file`` is there, unless ``force``; ``-``, devices and pipes
    hold nothing that could be lost."""
    if file != "-" and not force and Path(file).is_file():
        raise UsageError(
            f"{file} is there already", hint="name another file, or overwrite it with --force"
        )


def convert(
    source: Source,
    target: Format,
    file: str,
    how: Writing,
    progress: Progress,
    *,
    force: bool = False,
    dry_run: bool = False,
    explain: bool = False,
) -> Conversion:
    """Read ``source`` and write ``file`` (``-`` for standard output), a work at a time
    where the formats allow; with ``dry_run``, and where there is no work in ``source``,
    nothing is written.  With ``explain`` it is looked up too what of the
    source's LaTeX and markup is lost.

    Extracts travel with their works.  A work without a key gets one by the pattern, if the
    format cannot do without.  Raises UsageError if ``file`` is the file that was
    read, or is there and not to be overwritten (``force``), WriteError.
    """
    if file != "-" and is_same_file(Path(source.name), Path(file)):
        raise UsageError(
            f"{file} is the file that is read; it would be overwritten",
            hint="convert into another file",
        )
    refuse_existing(file, force)
    problems: list[Problem] = []
    extracts: dict[str, list[Extract]] = {}
    counts = [0, 0]
    key_of = _Keys(source)
    marked: list[tuple[str, str]] = []

    def works() -> Iterator[Work]:
        last = ""
        for item in source.format.items(source.content, source.name):
            if isinstance(item, Problem):
                problems.append(item)
            elif isinstance(item, Extract):
                extracts.setdefault(last, []).append(item)
            else:
                if target.keyed and not item.id:
                    item = item._replace(id=key_of(item))
                counts[0] += 1
                if not item.id:
                    item = item._replace(id=NoKey(_record_name(item, counts[0])))
                counts[1] += 1 + len(item.fields) + len(item.extra)
                last = item.id
                if explain:
                    marked.extend(losses.tagged_fields(item))
                if not counts[0] % _STEP:
                    progress(counts[0])
                yield item

    how.extracts = extracts
    read = works()
    first = list(islice(read, 1))
    made = target.pieces(chain(first, read), how)
    if not first:
        problems += no_works(source)
    if dry_run or (not first and problems):
        deque(made, maxlen=0)
    else:
        write_pieces(made, file)
    lost = how.losses
    if explain:
        read_lost = losses.of_text(source.format.name, source.content, source.name)
        counts[1] += losses.gone(read_lost)
        lost = [*read_lost, *lost, *losses.of_tags(target, marked, lost)]
    return Conversion(counts[0], counts[1], tuple(problems), tuple(lost))


def _record_name(work: Work, number: int) -> str:
    """What a work without a key is called: its place in the file and its title, or the
    number that its catalogue gives it."""
    title = " ".join(strip_markup(work.text("title")).split())
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
    name = work.extra.get("001", "") or title
    return f"record {number}, {name}" if name else f"record {number}"


_LONGEST_TITLE = 50


class _Keys:
    """Keys for the works of a source that have none, by the user's pattern."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._taken: set[str] = set()
        self._pattern = ""

    def __call__(self, work: Work) -> str:
        """A key that no work of the source has, and none was given before."""
        if not self._pattern:
            self._pattern = settings.load().key_pattern
            items = self._source.format.items(self._source.content, self._source.name)
            self._taken = {item.id for item in items if isinstance(item, Work)}
        key = key_patterns.unique(key_patterns.generate(self._pattern, work), self._taken)
        self._taken.add(key)
        return key


def write_pieces(pieces: Iterator[str], file: str) -> None:
    """The pieces in a file, in one rename, or on standard output."""
    if file != "-":
        write_text(Path(file), "".join(pieces))
        return
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()


def measure(
    works: Sequence[Work], target: Format, how: Writing, read_lost: Sequence[Loss] = ()
) -> Conversion:
    """What became of works that were written with ``how``, and had lost ``read_lost``
    in reading."""
    fields = sum(1 + len(work.fields) + len(work.extra) for work in works)
    marked = [each for work in works for each in losses.tagged_fields(work)]
    tags = losses.of_tags(target, marked, how.losses)
    lost = (*read_lost, *how.losses, *tags)
    return Conversion(len(works), fields + losses.gone(read_lost), (), lost)
