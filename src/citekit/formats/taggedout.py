"""Writing line-tagged records, and saying exactly what does not arrive.

A record is written, read back with the format's own reader, and compared.  What
comes back otherwise goes besides into the format's custom field, if it has one;
what then differs still is reported as a loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from citekit.dates import format_edtf
from citekit.errors import Problem
from citekit.formats.base import Item, Writing, split_keywords, split_notes
from citekit.formats.tagged import Field, Kind, Table, extract_note, plain, user_line, write_name
from citekit.latex import to_latex, to_unicode
from citekit.model import Date, Value, Work, is_names
from citekit.names import format_names
from citekit.vocabulary import NUMBER_VARIABLES


class Output(NamedTuple):
    """How a format writes a record.

    ``compose`` makes the tags and values of a work, leaving out the fields whose
    names it is given; ``render`` makes a record's text of them (with ``extra``
    lines before its end); ``items`` reads a file.  ``custom`` is the tag for what
    has no other, ``note`` the tag that carries extracts; empty if there is none.
    """

    compose: Callable[[Work, frozenset[str], Writing], list[Field]]
    render: Callable[[Work, list[Field]], str]
    items: Callable[[str], Iterator[Item]]
    custom: str = ""
    note: str = ""


class _Differences(NamedTuple):
    wrong: tuple[str, ...]
    lost: frozenset[str]
    ghosts: tuple[str, ...]
    broken: bool = False


def pieces(works: Iterable[Work], how: Writing, output: Output) -> Iterator[str]:
    """A record a work."""
    for work in works:
        fields = _settled(work, how, output)
        extracts = how.extracts.get(work.id, ())
        if output.note:
            fields = [*fields, *((output.note, extract_note(extract)) for extract in extracts)]
        elif extracts:
            how.lose(work.id, "extracts", "dropped", "the format has no notes")
        yield output.render(work, fields)


def _settled(work: Work, how: Writing, output: Output) -> list[Field]:
    fields = output.compose(work, frozenset(), how)
    result = _compare(work, fields, output)
    if not result.wrong and not result.ghosts and not result.broken:
        return fields
    if result.ghosts or result.broken:
        # What came back as something else is told in the custom field alone.
        skip = frozenset((*work.fields, *work.extra)) if result.broken else result.lost
        fields = output.compose(work, skip, how)
        result = _compare(work, fields, output)
    if output.custom and result.wrong:
        wrong = result.wrong
        fields, result = _with_custom(work, fields, wrong, output)
        # Two numbers for one tag: neither may stand in it.
        if NUMBER_VARIABLES & {*result.wrong}:
            without = output.compose(work, NUMBER_VARIABLES & {*wrong}, how)
            other = _with_custom(work, without, _compare(work, without, output).wrong, output)
            if len(other[1].wrong) < len(result.wrong):
                fields, result = other
        for name in wrong:
            if name not in result.wrong:
                how.lose(work.id, _bare(name), "kept", f"as it is only in {output.custom}")
    for name in result.wrong:
        level = "dropped" if name in result.lost else "approximated"
        how.lose(work.id, _bare(name), level)
    for name in result.ghosts:
        how.lose(work.id, _bare(name), "approximated", "comes back though it was not there")
    return fields


def _with_custom(
    work: Work, fields: list[Field], wrong: tuple[str, ...], output: Output
) -> tuple[list[Field], _Differences]:
    """What is wrong put besides into the custom field, and what is wrong then."""
    custom = [(output.custom, text) for name in wrong for text in _custom_lines(work, name)]
    return [*fields, *custom], _compare(work, [*fields, *custom], output)


def _bare(name: str) -> str:
    return name.removeprefix("extra:")


def _compare(work: Work, fields: list[Field], output: Output) -> _Differences:
    """What comes back otherwise, is lost, or comes back though it was not there."""
    read = list(output.items(output.render(work, fields)))
    works = [item for item in read if isinstance(item, Work)]
    if len(works) != 1 or any(isinstance(item, Problem) for item in read):
        everything = (*work.fields, *(f"extra:{name}" for name in work.extra))
        if not works:
            return _Differences(("id", "type", *everything), frozenset(everything), (), True)
        broken = True
    else:
        broken = False
    back = works[0]
    wrong = [name for name in ("type", "id") if getattr(back, name) != getattr(work, name)]
    lost = set(wrong) if not back.id else set()
    for prefix, mine, theirs in (
        ("", work.fields, back.fields),
        ("extra:", work.extra, back.extra),
    ):
        for name, value in mine.items():
            if theirs.get(name) != value:
                wrong.append(prefix + name)
                if name not in theirs:
                    lost.add(prefix + name)
    ghosts = [name for name in back.fields if name not in work.fields]
    ghosts += [f"extra:{name}" for name in back.extra if name not in work.extra]
    return _Differences(tuple(wrong), frozenset(lost - {"type"}), tuple(ghosts), broken)


def _custom_lines(work: Work, name: str) -> Iterator[str]:
    if name in ("type", "id"):
        yield user_line("csl", name, getattr(work, name))
    elif name.startswith("extra:"):
        yield user_line("extra", _bare(name), work.extra[_bare(name)])
    else:
        yield user_line("csl", name, user_text(work.fields[name]))


def user_text(value: Value) -> str:
    """A value's written form in a custom field."""
    if isinstance(value, Date):
        return format_edtf(value)
    if is_names(value):
        return format_names(value, to_latex, to_unicode)
    assert isinstance(value, str)
    return value


def table_fields(
    work: Work,
    table: Table,
    how: Writing,
    skip: frozenset[str],
    own: str = "",
    date: Callable[[Date], str] = format_edtf,
) -> Iterator[Field]:
    """The tags and values that a table has for a work's variables."""
    for variable, value in work.fields.items():
        if variable in skip:
            continue
        row = table.writes(variable, work.type, own)
        if row is None:
            continue
        if isinstance(value, Date):
            if text := date(value):
                yield row.write, text
        elif is_names(value):
            for name in value:
                yield row.write, write_name(name, how.program)
        elif isinstance(value, str):
            for text in _texts(row.kind, value):
                yield row.write, text


def _texts(kind: Kind, value: str) -> list[str]:
    if kind is Kind.LIST:
        return split_keywords(value)
    if kind is Kind.NOTES:
        return split_notes(value)
    if kind is Kind.LINES:
        return [plain(value)]
    return [" ".join(plain(value).split())]


def extra_fields(
    work: Work, table: Table, known: Callable[[str], bool], skip: frozenset[str], own: str = ""
) -> Iterator[Field]:
    """The tags of their own for what was read from one."""
    for name, text in work.extra.items():
        if f"extra:{name}" in skip or name in skip or not known(name):
            continue
        yield name, text
