"""``python -m tests.bib_corpus FOLDER [--json OUT] [--show N]``

Reads every .bib file of a folder and prints how many

* raised an exception other than our own, or took longer than five seconds,
* lost an entry, a field or a value that pybtex reads (leniently) and no problem
  names,
* came back byte for byte when rewritten with no change,
* changed outside the field when one field of one entry was changed, for the
  first, the middle and the last entry.

A number after ``__`` in a file's name is how many entries it has at least.
Exit code 1 if anything is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import sys
from bisect import bisect
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.utils import CaseInsensitiveDict

from citekit.encodings import encode
from citekit.errors import CitekitError, Problem
from citekit.formats import biblatex
from citekit.formats.base import Reading
from citekit.formats.bibread import field_text
from citekit.formats.bibsource import Block, Source, set_fields, split
from citekit.store.files import decode

#: Seconds that reading a file may take.
LIMIT = 5
#: Entry types that make no work of their own.
NO_WORKS = frozenset({"xdata"})
VALUE = "A new value"


class Hang(Exception):
    """Reading took longer than :data:`LIMIT`."""


class Result(NamedTuple):
    """What became of a file; every tuple is empty where all is right."""

    file: str
    entries: int = 0
    exception: str = ""
    hang: bool = False
    refused: str = ""
    lost: tuple[str, ...] = ()
    identical: bool = True
    spoilt: tuple[str, ...] = ()
    edited: int = 0
    missing: int = 0

    @property
    def good(self) -> bool:
        """Whether all is as it should be."""
        fine = not (self.exception or self.hang or self.lost or self.spoilt or self.missing)
        return fine and self.identical


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raises :class:`Hang` when its block takes longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def examine(path: Path) -> Result:
    """Read, compare, rewrite and edit one file."""
    data = path.read_bytes()
    result = Result(path.name)
    try:
        with time_limit(LIMIT):
            found = decode(data, path.name)
            source = split(found.text, path.name)
            reading = biblatex.read(found.text, path.name)
    except Hang:
        return result._replace(hang=True)
    except CitekitError as refusal:
        return result._replace(refused=str(refusal))
    except Exception as failure:  # noqa: BLE001 — these are to be counted
        return result._replace(exception=repr(failure))
    blocks = [block for block in source.blocks if block.kind == "entry"]
    number = path.stem.rpartition("__")[2]
    wanted = int(number) if "__" in path.stem and number.isdecimal() and len(number) < 4 else 0
    return result._replace(
        entries=len(reading.works),
        lost=tuple(lost(source, reading)),
        identical=rewritten(source, found.encoding, found.bom) == data,
        spoilt=tuple(spoilt(source, found.encoding, found.bom, data)),
        edited=len(chosen(source)),
        missing=max(0, wanted - len(blocks)),
    )


# --- nothing is lost ---------------------------------------------------------


class PeerEntry(NamedTuple):
    """An entry as pybtex reads it: where its ``@`` stands, and its fields' texts;
    ``sound`` if pybtex has nothing against it."""

    offset: int
    end: int
    key: str
    fields: dict[str, str]
    sound: bool


def lost(source: Source, reading: Reading) -> Iterator[str]:
    """Entries, fields and values that pybtex reads and we neither have nor report."""
    blocks = {block.start: block for block in source.blocks if block.kind == "entry"}
    works = len(reading.works)
    if works != sum(block.type not in NO_WORKS for block in blocks.values()):
        yield f"{works} works of {len(blocks)} entries"
    newlines = [found.end() for found in re.finditer(r"\r\n|\r|\n", source.text)]
    failed = [block for block in source.blocks if block.kind == "failed"]
    keys = {block.key for block in blocks.values()}
    for peer in peer_entries(source.text):
        lines = range(bisect(newlines, peer.offset) + 1, bisect(newlines, peer.end) + 2)
        if any(is_about(problem, peer.key, lines) for problem in reading.problems):
            continue
        block = blocks.get(peer.offset)
        if block is None:
            # a failed block is a problem; pybtex takes an @ for a part of a type
            reported = any(block.start <= peer.offset < block.end for block in failed)
            if not reported and peer.key not in keys:
                yield f"entry {peer.key}"
            continue
        for name, value in peer.fields.items():
            span = block.field(name)
            if span is None:
                yield f"field {name} of {peer.key}"
            elif peer.sound and not same(name, field_text(source, block, span), value):
                yield f"value of {name} of {peer.key}"


def same(name: str, ours: str, theirs: str) -> bool:
    """Whether two texts of a field are equal, white space and the case of a month aside."""
    text = " ".join(ours.split())
    return text == theirs or (name == "month" and text.lower() == theirs.lower())


def is_about(problem: Problem, key: str, lines: range) -> bool:
    """Whether a problem names an entry or stands in its lines."""
    return problem.where.key == key or problem.where.line in lines


def peer_entries(text: str) -> list[PeerEntry]:
    """What pybtex reads, in the file's order."""
    found: list[PeerEntry] = []
    errors: list[Exception] = []
    broken_macros = False
    macros = CaseInsensitiveDict({name: name for name in month_names})
    parser = LowLevelParser(text, handle_error=errors.append, macros=macros)
    try:
        with time_limit(4 * LIMIT):
            for kind, content in parser:
                if kind.lower() not in ("string", "preamble"):
                    key, fields = content
                    texts: dict[str, str] = {}
                    for name, parts in fields:
                        texts.setdefault(name.lower(), " ".join("".join(parts).split()))
                    place = (parser.command_start, parser.pos)
                    found.append(
                        PeerEntry(*place, key or "", texts, not errors and not broken_macros)
                    )
                elif errors:
                    broken_macros = True
                errors.clear()
    except (Hang, RecursionError):
        pass
    return found


# --- nothing is changed ------------------------------------------------------


def rewritten(source: Source, encoding: str, bom: bool) -> bytes:
    """The file put together again from its blocks and what lies between them."""
    parts = []
    end = 0
    for block in source.blocks:
        parts += [source.text[end : block.start], source.raw(block)]
        end = block.end
    return encode("".join([*parts, source.text[end:]]), encoding, bom)


def chosen(source: Source) -> list[Block]:
    """The first, the middle and the last entry that can be edited by its key."""
    blocks = [
        block
        for block in source.blocks
        if block.kind == "entry" and block.fields and source.entry(block.key) is block
    ]
    return list(dict.fromkeys([*blocks[:1], *blocks[len(blocks) // 2 :][:1], *blocks[-1:]]))


def spoilt(source: Source, encoding: str, bom: bool, data: bytes) -> Iterator[str]:
    """Keys of entries where changing a field changed more than that field."""
    for block in chosen(source):
        span = block.fields[len(block.fields) // 2]
        first = block.field(span.name)
        assert first is not None
        try:
            text = set_fields(source, block.key, {span.name: VALUE})
        except CitekitError as refusal:
            yield f"{block.key}: {refusal}"
            continue
        edited = encode(text, encoding, bom)
        before = encode(source.text[: first.start], encoding, bom)
        after = encode(source.text[first.end :], encoding)
        inside = edited[len(before) : len(edited) - len(after)]
        again = split(text).entry(block.key)
        value = again.field(span.name) if again else None
        if not (edited.startswith(before) and edited.endswith(after)):
            yield f"{block.key}: bytes outside {span.name}"
        elif encode(VALUE, encoding) not in inside or value is None or VALUE not in value.value:
            yield f"{block.key}: {span.name} is not what it was set to"
        elif before + data[len(before) : len(data) - len(after)] + after != data:
            yield f"{block.key}: bytes of {span.name}"


# --- the report --------------------------------------------------------------


def examine_folder(folder: Path) -> list[Result]:
    """All .bib files of a folder and those below."""
    return [examine(path) for path in sorted(folder.rglob("*.bib"))]


def report(results: list[Result], show: int) -> None:
    """Print the counts, and what is not as it should be."""
    print(f"{len(results)} files, {sum(result.entries for result in results)} works")
    print(f"exceptions: {sum(bool(result.exception) for result in results)}")
    print(f"hangs over {LIMIT} s: {sum(result.hang for result in results)}")
    print(f"entries lost without a problem: {sum(len(result.lost) for result in results)}")
    print(f"good entries not read: {sum(result.missing for result in results)}")
    print(f"refused with a message: {sum(bool(result.refused) for result in results)}")
    same = sum(result.identical for result in results)
    print(f"rewritten with no change, byte for byte the same: {same} of {len(results)}")
    edits = sum(result.edited for result in results)
    wrong = sum(len(result.spoilt) for result in results)
    print(f"one field changed, every byte outside it the same: {edits - wrong} of {edits} entries")
    bad = [result for result in results if not result.good or result.refused]
    for result in bad[:show]:
        print(result)


def main() -> None:
    """Examine a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, help="write every file's result")
    parser.add_argument("--show", type=int, default=20, help="files to print")
    args = parser.parse_args()
    results = examine_folder(args.folder)
    if not results:
        sys.exit(f"no .bib files in {args.folder}")
    report(results, args.show)
    if args.json:
        rows: list[dict[str, Any]] = [result._asdict() for result in results]
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.exit(0 if all(result.good for result in results) else 1)


if __name__ == "__main__":
    main()
