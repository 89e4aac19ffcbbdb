"""What does not arrive in another format, beyond what its writer reports: LaTeX that the
works of .bib files do not hold, fields of MARC that are not read, and markup for which the
format has nothing but tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from citekit.formats import bibloss, bibsource, marcloss
from citekit.formats.base import Loss, NoKey
from citekit.formats.registry import Format
from citekit.library.project import Project
from citekit.model import Work, is_names
from citekit.store.files import read_text

_TAG = re.compile(r"<(?:i|b|sup|sub|span [^<>]*)>")
_LEVELS = ("kept", "approximated", "dropped")


def of_text(format_name: str, content: str | bytes, file: str) -> list[Loss]:
    """What is lost in reading a file of works."""
    if format_name in ("marc", "marcxml"):
        return list(marcloss.losses(format_name, content, file))
    if format_name not in ("biblatex", "bibtex") or not isinstance(content, str):
        return []
    return list(bibloss.losses(bibsource.split(content, file)))


def of_catalogue(project: Project, keys: Iterable[str]) -> Iterator[Loss]:
    """What of the catalogue's files the works with these keys do not hold; raises ReadError."""
    by_file: dict[str, set[str]] = {}
    for record in project.records(list(keys)):
        by_file.setdefault(record.file, set()).add(record.key)
    for name, wanted in by_file.items():
        text = read_text(project.root / name, any_encoding=True).text
        yield from bibloss.losses(bibsource.split(text, name), wanted)


def tagged_fields(work: Work) -> Iterator[tuple[str, str]]:
    """Key and name of each field of a work with inline markup."""
    for name, value in (*work.fields.items(), *work.extra.items()):
        texts = chain(*value) if is_names(value) else (value,)
        if any(isinstance(text, str) and "<" in text and _TAG.search(text) for text in texts):
            yield work.id, name


def of_tags(
    target: Format, marked: Iterable[tuple[str, str]], told: Iterable[Loss]
) -> Iterator[Loss]:
    """What of the ``marked`` fields stands in the target format with tags that the format
    does not know; of those ``told`` already nothing more is said."""
    known = {(loss.key, loss.record, loss.field) for loss in told}
    how = "markup as tags, which the format does not know"
    for key, field in marked if target.tags else ():
        record = key.record if isinstance(key, NoKey) else ""
        if (key, record, field) not in known:
            yield Loss(str(key), field, "approximated", how, record=record)


def gone(losses: Iterable[Loss]) -> int:
    """How many fields no work has, because nothing of them was left in reading."""
    return len({(loss.key, loss.field) for loss in losses if loss.level == "dropped"})


def count(losses: Iterable[Loss]) -> dict[str, int]:
    """How many fields are lost at each level; one that was lost in reading, and is in
    writing too, counts once, at the worse level."""
    levels: list[int] = []
    places: dict[tuple[str, str, str], int] = {}
    for loss in sorted(losses, key=lambda loss: bool(loss.file)):
        place = (loss.key, loss.record, loss.field)
        level = _LEVELS.index(loss.level)
        if loss.file and place in places:
            levels[places[place]] = max(levels[places[place]], level)
        else:
            places.setdefault(place, len(levels))
            levels.append(level)
    return {name: levels.count(number) for number, name in enumerate(_LEVELS)}
