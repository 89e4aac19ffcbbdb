"""What of a .bib file's LaTeX its works do not hold: macros that nobody knows, and those
that leave no trace in Unicode text with CSL-JSON's inline markup."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from citekit.formats.base import Loss
from citekit.formats.bibjournals import journal_of
from citekit.formats.bibmap import NO_WORKS, SUBTITLES, VERBATIM
from citekit.formats.bibread import DATE_FIELDS, EntryReader, places_of, read_verbatim
from citekit.formats.bibsplit import Source
from citekit.formats.bibtokens import Block
from citekit.latex import lost_macros, to_unicode

_HOW = {
    "unknown": "not known, only the arguments stay",
    "left": "stays as LaTeX in the text",
    "plain": "left out, the text stays",
    "argument": "left out with the first argument",
}


def losses(source: Source, keys: Collection[str] | None = None) -> Iterator[Loss]:
    """What is lost of the macros of each field, in the file's order: of all entries that
    are works, or of those with these keys."""
    for block in source.blocks:
        is_work = block.kind == "entry" and block.type not in NO_WORKS
        if is_work and (keys is None or block.key in keys):
            yield from _entry_losses(source, block)


def _entry_losses(source: Source, block: Block) -> Iterator[Loss]:
    if not any("\\" in span.value for span in block.fields) and not _takes(block):
        return
    for placed in _placed_texts(source, block):
        fates: dict[str, list[str]] = {}
        for macro, fate in lost_macros(placed.tex):
            fates.setdefault(fate, []).append(macro)
        if fates:
            said = [f"{', '.join(macros)}: {_HOW[fate]}" for fate, macros in fates.items()]
            yield Loss(
                block.key,
                placed.variable,
                "approximated" if to_unicode(placed.tex) else "dropped",
                "; ".join(said) + (" (inherited)" if placed.inherited else ""),
                source.file or "",
                placed.line,
                placed.name,
            )


def _takes(block: Block) -> bool:
    """Whether an entry takes texts from elsewhere: from its parents, or by macros."""
    return any(
        span.name in ("crossref", "xdata") or "xdata" in span.value or span.value[:1] not in '{"'
        for span in block.fields
    )


class _PlacedText(NamedTuple):
    """A field's LaTeX text: its name in the file, the variable, or name among ``extra``,
    that it becomes, and the line it stands in; where it is inherited that of the entry."""

    name: str
    variable: str
    tex: str
    line: int
    inherited: bool


def _placed_texts(source: Source, block: Block) -> Iterator[_PlacedText]:
    """The fields of an entry that are read as prose, names and dates, verbatim ones aside,
    with what it inherits."""
    reader = EntryReader(source, block)
    texts = reader.texts()
    rest = dict(texts)
    csl_type = reader.csl_type(rest)
    places = dict(zip(rest, places_of(csl_type, tuple(rest)), strict=True))
    lines = {span.name: source.line(span.name_start) for span in reversed(block.fields)}
    for name, tex in texts.items():
        title = SUBTITLES.get(name, "")
        place = places.get(title if title in rest else name)
        if place is None or place.read is read_verbatim:
            continue
        if place.read is None and place.key in VERBATIM:
            continue
        if name in ("journal", "journaltitle"):
            tex = journal_of(tex)
        variable = "issued" if name in DATE_FIELDS else place.key
        yield _PlacedText(name, variable, tex, lines.get(name, block.line), name not in lines)
