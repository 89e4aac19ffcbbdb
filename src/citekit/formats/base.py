"""What readers return and what writers are told.

A format's module has ``items(source, file)``, a generator of :class:`Work`,
:class:`Extract` (about the work before it) and :class:`Problem`, and
``pieces(works, how)``, a generator of the parts of the text; or one of the two.
:mod:`citekit.formats.registry` joins them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from citekit.errors import Problem
from citekit.model import Work

#: Between the notes of a work, in its variable ``annote``.
NOTE_BREAK = "\n\n* * *\n\n"


class Extract(NamedTuple):
    """Words out of a work, or about it, with the place they are from.

    ``kind`` is one of :data:`citekit.vocabulary.PASSAGE_KINDS`, or "note" for
    words of the reader's own.  ``locator`` is a place in the work (a page);
    ``document`` names the text that quotes it, empty for the work itself.
    """

    text: str
    kind: str = "quotation"
    locator: str = ""
    document: str = ""
    comment: str = ""


Item: TypeAlias = "Work | Extract | Problem"


class Reading(NamedTuple):
    """The works a reader found, in the file's order, what it had to say, and the
    extracts, each with the place of its work in ``works``."""

    works: tuple[Work, ...]
    problems: tuple[Problem, ...] = ()
    extracts: tuple[tuple[int, Extract], ...] = ()


class Loss(NamedTuple):
    """A field that does not arrive as it is: ``approximated`` is in the file in a
    coarser form, ``kept`` besides in a custom field that citekit reads back,
    ``dropped`` is not in the file.

    What is lost in reading already has the place, ``file`` and ``line`` (from 1), of the
    field, and its name there, ``source_field``.  A work that has no key is named by
    ``record``, its number in the file and its title.
    """

    key: str
    field: str
    level: Literal["approximated", "kept", "dropped"]
    how: str = ""
    file: str = ""
    line: int = 0
    source_field: str = ""
    record: str = ""


class NoKey(str):
    """The empty key of a work that has none, which knows what else it is called, so
    that a loss of it can be told from that of another."""

    __slots__ = ("record",)

    def __new__(cls, record: str) -> NoKey:
        key = super().__new__(cls)
        key.record = record
        return key

    record: str


_NO_EXTRACTS: Mapping[str, Sequence[Extract]] = MappingProxyType({})


class Writing:
    """How to write: ``program`` is the one that will read the file (a name of
    :data:`citekit.formats.registry.PROGRAMS`) or empty, ``extracts`` are to be
    carried with the works, by key, ``options`` belong to a format.  Writers add
    to ``losses`` whatever does not arrive as it is."""

    def __init__(
        self,
        program: str = "",
        extracts: Mapping[str, Sequence[Extract]] = _NO_EXTRACTS,
        **options: Any,
    ) -> None:
        self.program = program
        self.extracts = extracts
        self.options = options
        self.losses: list[Loss] = []

    def lose(self, key: str, field: str, level: Any, how: str = "") -> None:
        """Note a field that does not arrive as it is."""
        record = key.record if isinstance(key, NoKey) else ""
        self.losses.append(Loss(str(key), field, level, how, record=record))


def collect(items: Iterable[Item]) -> Reading:
    """A reader's items as one value."""
    works: list[Work] = []
    problems: list[Problem] = []
    extracts: list[tuple[int, Extract]] = []
    for item in items:
        if isinstance(item, Work):
            works.append(item)
        elif isinstance(item, Problem):
            problems.append(item)
        else:
            extracts.append((len(works) - 1, item))
    return Reading(tuple(works), tuple(problems), tuple(extracts))


def join_notes(notes: Iterable[str]) -> str:
    """Several notes as one text."""
    return NOTE_BREAK.join(note for note in notes if note)


def split_notes(text: str) -> list[str]:
    """The notes of a text that :func:`join_notes` made."""
    return [note for note in text.split(NOTE_BREAK) if note]


def join_keywords(keywords: Iterable[str]) -> str:
    """Keywords as the variable ``keyword`` holds them: "a, b"; with semicolons where
    one of them has a comma of its own ("Mice, Inbred; Rats")."""
    found = list(dict.fromkeys(filter(None, (" ".join(word.split()) for word in keywords))))
    if not any("," in keyword for keyword in found):
        return ", ".join(found)
    return "; ".join(found) if len(found) > 1 else f"{found[0]};"


def split_keywords(text: str) -> list[str]:
    """The keywords of a text that :func:`join_keywords` made."""
    parts = text.split(";" if ";" in text else ",")
    return list(filter(None, (part.strip() for part in parts)))
