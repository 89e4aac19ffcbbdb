"""Writing line-tagged records, and saying exactly what does not arrive.

A record is read back with the format's own reader before it is written, and
compared.  What comes back otherwise goes besides into the format's custom field, if
it has one; what then differs still is reported as a loss.  Where it is certain which
tags and values the record's lines are, those are read instead of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from citekit.dates import format_edtf
from citekit.formats.base import Writing, join_keywords, split_keywords, split_notes
from citekit.formats.tagged import (
    Field,
    Kind,
    Record,
    Row,
    Shape,
    Table,
    extract_note,
    plain,
    read_name,
    records,
    write_name,
)
from citekit.formats.taggeduser import user_line
from citekit.latex import to_latex, to_unicode
from citekit.model import Date, Name, Value, Work, is_names
from citekit.names import format_names
from citekit.vocabulary import NUMBER_VARIABLES


class Output(NamedTuple):
    """How a format writes a record.

    ``compose`` makes the tags and values of a work, leaving out the fields whose
    names it is given; ``render`` makes a record's text of them, ``shape`` finds
    records in a text, ``read`` makes a work of one.  ``custom`` is the tag for what
    has no other, ``note`` the tag that carries extracts; empty if there is none.
    ``lined`` are tags whose values have a line each.  ``untold`` names what no tag of
    a work's type can hold ("type", variables, "extra:NAME"): it goes into the custom
    field at once.
    """

    compose: Callable[[Work, frozenset[str], Writing], list[Field]]
    render: Callable[[Sequence[Field]], str]
    shape: Shape
    read: Callable[[Record], Work]
    custom: str = ""
    note: str = ""
    lined: frozenset[str] = frozenset()
    untold: Callable[[Work, Writing], list[str]] = lambda work, how: []


class _Differences(NamedTuple):
    wrong: tuple[str, ...]
    lost: frozenset[str]
    ghosts: tuple[str, ...]
    broken: bool = False


_NONE: frozenset[str] = frozenset()
_SAME = _Differences((), frozenset(), ())


def pieces(works: Iterable[Work], how: Writing, output: Output) -> Iterator[str]:
    """A record a work."""
    for work in works:
        fields = _settled(work, how, output)
        extracts = how.extracts.get(work.id, ())
        if output.note:
            fields = [*fields, *((output.note, extract_note(extract)) for extract in extracts)]
        elif extracts:
            how.lose(work.id, "extracts", "dropped", "the format has no notes")
        yield output.render(fields)


def _settled(work: Work, how: Writing, output: Output) -> list[Field]:
    plain = output.compose(work, _NONE, how)
    untold = output.untold(work, how) if output.custom else []
    fields = [*plain, *_custom(work, untold, output)]
    result = _compare(work, fields, output)
    if result.ghosts or result.broken:
        # What came back as something else is told in the custom field alone.
        skip = frozenset((*work.fields, *work.extra)) if result.broken else result.lost
        plain = output.compose(work, skip, how)
        fields = [*plain, *_custom(work, untold, output)]
        result = _compare(work, fields, output)
    wrong = untold
    if output.custom and result.wrong:
        wrong = _with(work, untold, result.wrong)
        fields, result = _with_custom(work, plain, wrong, output)
        # Two numbers for one tag: neither may stand in it.
        if NUMBER_VARIABLES & {*result.wrong}:
            without = output.compose(work, NUMBER_VARIABLES & {*wrong}, how)
            more = _compare(work, [*without, *_custom(work, untold, output)], output).wrong
            other = _with_custom(work, without, _with(work, untold, more), output)
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


def _with(work: Work, *found: Iterable[str]) -> list[str]:
    """Names of type, id, variables and extras, each once, in the work's order."""
    names = {name for some in found for name in some}
    every = ("type", "id", *work.fields, *(f"extra:{name}" for name in work.extra))
    return [name for name in every if name in names]


def _with_custom(
    work: Work, fields: list[Field], wrong: list[str], output: Output
) -> tuple[list[Field], _Differences]:
    """What is wrong put besides into the custom field, and what is wrong then."""
    fields = [*fields, *_custom(work, wrong, output)]
    return fields, _compare(work, fields, output)


def _custom(work: Work, names: Iterable[str], output: Output) -> list[Field]:
    return [(output.custom, _custom_line(work, name)) for name in names]


def _bare(name: str) -> str:
    return name.removeprefix("extra:")


def _compare(work: Work, fields: list[Field], output: Output) -> _Differences:
    """What comes back otherwise, is lost, or comes back though it was not there."""
    record = _certain(fields, output)
    found = [record] if record else list(records(output.render(fields), output.shape, None))
    read = [output.read(item) for item in found if isinstance(item, Record)]
    broken = len(found) != 1
    if not read:
        everything = (*work.fields, *(f"extra:{name}" for name in work.extra))
        return _Differences(("id", "type", *everything), frozenset(everything), (), True)
    back = read[0]
    if back == work:
        return _SAME
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


def _certain(fields: Sequence[Field], output: Output) -> Record | None:
    """What a record's text is read as, None where only reading it tells: a value of
    words parted by single spaces, after a tag that neither begins nor ends a record,
    comes back as it is."""
    begins = output.shape.begins
    if not fields or (begins and fields[0][0] not in begins):
        return None
    if begins and any(tag in begins for tag, _ in fields[1:]):
        return None
    for tag, value in fields:
        if not _comes_back(tag, output):
            return None
        if value == " ".join(value.split()) and (value or tag in begins):
            continue
        parts = value.split("\n") if tag in output.lined else [""]
        if "" in parts or parts != [" ".join(part.split()) for part in parts]:
            return None
    return Record(1, list(fields), True)


@lru_cache(maxsize=1024)
def _comes_back(tag: str, output: Output) -> bool:
    """Whether a tag's line is read as such, in a record of its own."""
    found = list(records(output.render([(tag, "x")]), output.shape, None))
    return [item.fields for item in found if isinstance(item, Record)] == [[(tag, "x")]]


def _custom_line(work: Work, name: str) -> str:
    if name in ("type", "id"):
        return user_line("csl", name, getattr(work, name))
    if name.startswith("extra:"):
        return user_line("extra", _bare(name), work.extra[_bare(name)])
    return user_line("csl", name, user_text(work.fields[name]))


def untold(
    work: Work,
    how: Writing,
    rows: Mapping[str, Row],
    own: Container[str],
    known: Callable[[str], bool],
) -> list[str]:
    """What cannot come back from tags: variables that neither ``rows`` nor a rule of the
    format's ``own`` write, protected case, keywords given twice, names that a tag does
    not hold, and what is in ``extra`` under a name that is no ``known`` tag."""
    found: list[str] = []
    for variable, value in work.fields.items():
        row = rows.get(variable)
        if row is None:
            held = variable in own
        elif isinstance(value, str):
            held = row.kind is Kind.NOTES or (
                join_keywords(split_keywords(value)) == value
                if row.kind is Kind.LIST
                else plain(value) == value
            )
        else:
            held = not is_names(value) or all(_is_held(name, how.program) for name in value)
        if not held:
            found.append(variable)
    return found + [f"extra:{name}" for name in work.extra if not known(name)]


@lru_cache(maxsize=8192)
def _is_held(name: Name, program: str) -> bool:
    return read_name(write_name(name, program)) == name


def user_text(value: Value) -> str:
    """A value's written form in a custom field."""
    if isinstance(value, Date):
        return format_edtf(value)
    if is_names(value):
        return " and ".join(filter(None, map(_bib_name, value)))
    assert isinstance(value, str)
    return value


@lru_cache(maxsize=8192)
def _bib_name(name: Name) -> str:
    return format_names((name,), to_latex, to_unicode)


def in_lines(text: str, width: int) -> list[str]:
    """Words in lines of at most ``width`` characters, or of one longer word."""
    text = " ".join(text.split())
    return [text] if len(text) <= width else _line(width).findall(text)


@lru_cache
def _line(width: int) -> re.Pattern[str]:
    return re.compile(rf"\S.{{0,{width - 1}}}(?!\S)|\S+")


def table_fields(
    work: Work,
    table: Table,
    how: Writing,
    skip: frozenset[str],
    own: str = "",
    date: Callable[[Date], str] = format_edtf,
) -> Iterator[Field]:
    """The tags and values that a table has for a work's variables."""
    rows = table.writes(work.type, own)
    for variable, value in work.fields.items():
        row = rows.get(variable)
        if row is None or variable in skip:
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
