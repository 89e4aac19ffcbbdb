"""Entries of a .bib file as they go to another one: their own source text, with what
they need of their file written out, and what of the file does not go along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citekit.dates import MONTH_MACROS
from citekit.errors import CitekitError, Problem, Severity, Where
from citekit.formats import bibsource
from citekit.formats.bibmacros import uses
from citekit.formats.bibmap import NO_WORKS
from citekit.formats.bibread import field_texts, fill
from citekit.formats.bibtokens import XDATA_ITEM
from citekit.formats.bibwrite import entry_text
from citekit.store.catalogue import Record

#: What a file says of its own encoding, which is known by then (JabRef).
_ENCODING = re.compile(r"^\s*%\s*encoding:.*$", re.I | re.M)
#: So many lines of each kind are named.
_MOST_LINES = 5


class Entries:
    """The entries of a file that make works, in the file's order."""

    def __init__(self, text: str, file: str) -> None:
        self.source = bibsource.split(text, file)
        self.blocks = [
            block
            for block in self.source.blocks
            if block.kind == "entry" and block.type not in NO_WORKS
        ]

    def text(
        self,
        number: int,
        key: str,
        places: Mapping[str, str],
        there: Mapping[str, Record],
    ) -> str | None:
        """The source text of an entry under its new ``key``, or None if it cannot be read.

        ``@string``s are written out as their text, and so is what it has by ``xdata``. A
        ``crossref`` is kept; ``places`` says which key its parent has there.  Of a parent
        that was ``there`` before, by key, the entry gets what the file's own parent
        says otherwise (BibLaTeX manual, 2.4.1).
        """
        block = self.blocks[number]
        try:
            text, own = self._sound(block, key)
            changes = self._changes(block, places, there)
            text = bibsource.set_fields(bibsource.split(text), own, changes)
            if key != own:
                text = bibsource.rename_key(bibsource.split(text), own, key)
        except CitekitError:  # braces that do not balance, a key that is none
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _sound(self, block: bibsource.Block, key: str) -> tuple[str, str]:
        """The entry as it is written, and its key there; a broken one made anew, under
        ``key``, of its fields' source texts."""
        text = self.source.raw(block)
        alone = bibsource.split(text)
        if not alone.problems and len(alone.blocks) == 1:
            return text, block.key
        values = {span.name: span.value for span in reversed(block.fields)}
        ordered = {name: values[name] for name in reversed(values)}
        return entry_text(key, block.type, ordered).strip(), key

    def _changes(
        self,
        block: bibsource.Block,
        places: Mapping[str, str],
        there: Mapping[str, Record],
    ) -> dict[str, str | None]:
        """What of an entry needs its file, in other words; None for what goes."""
        own = {span.name: span.value for span in reversed(block.fields)}
        changes: dict[str, str | None] = {}
        whole = field_texts(self.source, block)
        for name, value in own.items():
            if _needs_file(value) or uses(value, self.source.commands):
                changes[name] = whole[name]
        inherited = {} if own.keys().isdisjoint({"xdata", "crossref"}) else dict(whole)
        parent = self._parent(whole.get("crossref", ""))
        place = places.get(parent.key) if parent else None
        if place is not None:
            changes["crossref"] = place
            known = there.get(place)
            if known is None:  # it comes along
                inherited = field_texts(self.source, block, parents=False)
            else:
                passed: dict[str, str] = {}
                fill(passed, dict(known.fields), known.entry_type, block.type)
                inherited = {n: t for n, t in inherited.items() if passed.get(n) != t}
        elif parent is not None:
            changes["crossref"] = None
        if "xdata" in own:
            changes["xdata"] = None
        added = {n: t for n, t in inherited.items() if n not in own and n not in changes}
        return {**changes, **added}

    def _parent(self, key: str) -> bibsource.Block | None:
        key = key.strip()
        return (self.source.entry(key) or self.source.entry_nocase(key)) if key else None

    def left_behind(self) -> Iterator[Problem]:
        """One note on what of the file is no work, and so does not go along."""
        source = self.source
        macros, data = self._used()
        lines: dict[str, list[int]] = {}
        for start, text in _gaps(source):
            rest = _ENCODING.sub(lambda found: " " * len(found[0]), text)
            if rest.strip("\ufeff \t\r\n,"):
                at = start + len(rest) - len(rest.lstrip("\ufeff \t\r\n,"))
                lines.setdefault("text between entries", []).append(source.line(at))
        for block in source.blocks:
            if block.kind in ("preamble", "comment"):
                lines.setdefault(f"@{block.kind}", []).append(block.line)
            elif block.kind == "string" and block.key.lower() not in macros:
                lines.setdefault("@string that nothing uses", []).append(block.line)
            elif block.kind == "entry" and block.type in NO_WORKS and block.key.lower() not in data:
                lines.setdefault(f"@{block.type} that nothing uses", []).append(block.line)
        if lines:
            in_order = sorted(lines.items(), key=lambda item: item[1])
            parts = [f"{what} ({_line_list(found)})" for what, found in in_order]
            yield Problem(
                Severity.INFO,
                "not-taken-over",
                f"not taken over, as only works are: {', '.join(parts)}",
                Where(source.file, min(min(found) for found in lines.values())),
                "copy by hand what the catalogue's file needs",
            )

    def _used(self) -> tuple[set[str], set[str]]:
        """The names of the macros and the keys of the data that something uses."""
        macros: set[str] = set()
        data: set[str] = set()
        for block in self.source.blocks:
            for span in block.fields:
                for delimiter, content in bibsource.pieces(span.value):
                    if not delimiter:
                        macros.add(content.lower())
                if "xdata" in span.value:
                    data |= {item[1].lower() for item in XDATA_ITEM.finditer(span.value)}
            for span in filter(None, map(block.field, ("xdata", "crossref"))):
                data |= {key.strip().lower() for key in span.value.strip('{}"').split(",")}
        return macros, data


def _needs_file(value: str) -> bool:
    """Whether a value is, in part, a macro of its file or a datum of another entry."""
    if "xdata" in value and XDATA_ITEM.search(value):
        return True
    return any(
        not delimiter and not content.isdigit() and content.lower() not in MONTH_MACROS
        for delimiter, content in bibsource.pieces(value)
    )


def _gaps(source: bibsource.Source) -> Iterator[tuple[int, str]]:
    """What stands between the blocks, with its place."""
    pos = 0
    for block in source.blocks:
        yield pos, source.text[pos : block.start]
        pos = block.end
    yield pos, source.text[pos:]


def _line_list(lines: list[int]) -> str:
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
