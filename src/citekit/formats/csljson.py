"""CSL-JSON: the item model of CSL 1.0.2 in JSON, as citeproc-js takes it.

:func:`read` and :func:`write` are the format; :func:`work_from_json`,
:func:`work_to_json` and :func:`citations_from_json` serve programs that hold
the JSON already.  Schema: citation-style-language/schema, ``csl-data.json``.

Keys the model has no variable for go to :attr:`citekit.model.Work.extra`,
arrays and objects as JSON text, and come back out under the same key.  An
extra whose name *is* a CSL variable (BibTeX's ``type``, say) is written inside
the schema's ``custom`` object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from citekit.errors import Problem, Severity, SyntaxProblemError, Where, error, warning
from citekit.formats.base import Item, Reading, Writing, collect
from citekit.formats.csljson_dates import date_from_json, date_to_json
from citekit.formats.csljson_names import name_from_json, name_to_json
from citekit.formats.csljson_values import as_text, from_text, load_json, scalar
from citekit.model import Citation, Cite, CiteMode, Date, Name, Value, Work, is_names
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

#: Keys of the schema that are other names of a variable.
ALIASES = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}

#: Programs that read less than all of CSL-JSON (:mod:`citekit.formats.csljson_programs`).
PROGRAMS = frozenset(("zotero", "pandoc"))

TEXT_VARIABLES = NUMBER_VARIABLES | STANDARD_VARIABLES
_RESERVED = (
    TEXT_VARIABLES | NAME_VARIABLES | DATE_VARIABLES | ALIASES.keys() | {"id", "type", "custom"}
)
#: Keys that may hold the items of a document that is an object.
_CONTAINERS = ("items", "references", "citationItems")
#: Variables that objects of other kinds have as well (package.json, settings).
_COMMON = frozenset(
    """abstract archive dimensions event language license medium note number page part scale
    section source status version""".split()
)
#: Crossref's types, and keys that only its answers have: these are read by
#: :mod:`citekit.formats.csljson_registry`.
REGISTRY_TYPES = frozenset(
    """book-chapter book-part book-section book-series book-set book-track component database
    dissertation edited-book grant journal journal-article journal-issue journal-volume monograph
    other peer-review posted-content proceedings proceedings-article proceedings-series
    reference-book reference-entry report-component report-series""".split()
)
REGISTRY_KEYS = frozenset(
    ("short-container-title", "published-print", "published-online", "indexed")
)

#: The mode of a cite, by the key that asks for it when true.
_MODES: tuple[tuple[str, CiteMode], ...] = (
    ("author-in-text", "author-in-text"),
    ("composite", "author-in-text"),
    ("author-only", "author-only"),
    ("suppress-author", "suppress-author"),
)


# --- documents ----------------------------------------------------------------


def read(text: str, file: str | None = None) -> Reading:
    """The works of a CSL-JSON document.

    The document is an array of items, one item, or an object that holds the
    array as ``items`` or ``references``.  What is no item is a problem of the
    reading.  Raises :class:`~citekit.errors.SyntaxProblemError` for text that
    is no JSON.
    """
    return collect(items(text, file))


def items(source: str, file: str | None = None) -> Iterator[Item]:
    """The works of :func:`read`, each after its problems."""
    try:
        yield from items_of(((item, None) for item in _items(load_json(source, file))), file)
    except RecursionError:
        raise SyntaxProblemError("JSON nested too deeply", Where(file)) from None


def write(works: Iterable[Work]) -> str:
    """The works as a CSL-JSON array: id and type first, then the fields."""
    return "".join(pieces(works, Writing()))


def pieces(works: Iterable[Work], how: Writing) -> Iterator[str]:
    """The array, an item a piece, with names and dates as ``how.program`` reads
    them best (:mod:`citekit.formats.csljson_programs`)."""
    begin = "[\n"
    for work in works:
        text = json.dumps([work_to_json(work, how)], ensure_ascii=False, indent=2)
        yield begin + text[2:-2]
        begin = ",\n"
    yield "[]\n" if begin == "[\n" else "\n]\n"


def items_of(entries: Iterable[tuple[Any, int | None]], file: str | None = None) -> Iterator[Item]:
    """Works of CSL-JSON's objects, each with the line it begins on if that is known."""
    seen: set[str] = set()
    for index, (item, line) in enumerate(entries):
        where = _where(item, index, file)._replace(line=line)
        if type(item) is not dict and not isinstance(item, Mapping):
            yield error("not-an-item", f"item {index + 1} is no object: {_short(item)}", where)
            continue
        if isinstance(item.get("itemData"), Mapping):  # a cite of Zotero's or Mendeley's
            item = {"id": item.get("id"), **item["itemData"]}
        if not _is_work(item):
            yield _no_work(item, index, where)
            continue
        problems: list[Problem] = []
        work = _work(item, problems, where, index)
        yield from problems
        if work.id in seen:
            yield warning("duplicate-key", f"more than one item has the id {work.id!r}", where)
        seen.add(work.id)
        yield work


def _items(data: Any) -> Sequence[Any]:
    if isinstance(data, list):
        return data
    if isinstance(data, Mapping):
        if isinstance(data.get("message"), Mapping) and "type" not in data:
            data = data["message"]  # an answer of Crossref's
        for key in _CONTAINERS:
            if isinstance(data.get(key), list) and "type" not in data:
                items: list[Any] = data[key]
                return items
    return [data]


def _is_work(item: Mapping[str, Any]) -> bool:
    """Whether an object is an item of CSL-JSON: of a type that is known, or with what only
    works have, were it in ``custom`` as no value of its kind.  The schema asks for ``id`` and
    ``type``; many programs leave one out."""
    kind = scalar(item.get("type"))
    if kind in TYPES and item.get("id"):
        return True
    custom = item.get("custom")
    every = {**custom, **item} if isinstance(custom, Mapping) else item
    telling = sum(_is_telling(key, value) for key, value in every.items())
    foreign = any(key not in _RESERVED for key in item)
    if kind in TYPES or kind in REGISTRY_TYPES:
        return telling > 0 or not foreign or bool(scalar(item.get("id")))
    return telling > 1 or (not foreign and any(key != "type" for key in item))


def _is_telling(key: str, value: Any) -> bool:
    """Whether a key is a variable with a value of its kind."""
    if key in _COMMON or not value:
        return False
    if key in NAME_VARIABLES:
        return isinstance(value, list) and all(isinstance(name, Mapping) for name in value)
    if key in DATE_VARIABLES or key in TEXT_VARIABLES or key in ALIASES:
        return not isinstance(value, bool)
    return False


def _no_work(item: Mapping[str, Any], index: int, where: Where) -> Problem:
    kind = scalar(item.get("type"))
    if "itemType" in item:
        reason, hint = "it is one of Zotero's own items", "export the library as CSL JSON"
    else:
        reason = f"{_short(kind)!r} is no type of CSL 1.0.2" if kind else "it has no type"
        keys = ", ".join(sorted(map(_short, item))[:5])
        reason += f", and its keys are others ({keys}{', …' if len(item) > 5 else ''})"
        hint = "an item has id, type and title"
    message = f"item {index + 1} is no work of CSL-JSON: {reason}"
    return error("not-an-item", message, where, hint)


def _where(item: object, index: int, file: str | None) -> Where:
    known = type(item) is dict or isinstance(item, Mapping)
    key = scalar(item.get("id")) if known else None  # type: ignore[attr-defined]
    return Where(file, key=key or f"item {index + 1}")


def _short(value: object) -> str:
    text = as_text(value)
    return text if len(text) <= 40 else text[:39] + "…"


# --- items ----------------------------------------------------------------------


def work_from_json(item: Mapping[str, Any], problems: list[Problem] | None = None) -> Work:
    """One item of CSL-JSON; what could not be taken is appended to ``problems``."""
    return _work(item, [] if problems is None else problems, _where(item, 0, None), 0)


def _work(item: Mapping[str, Any], problems: list[Problem], where: Where, index: int) -> Work:
    if str(item.get("type")) in REGISTRY_TYPES or not REGISTRY_KEYS.isdisjoint(item):
        from citekit.formats.csljson_registry import from_answer

        item = from_answer(item)
    fields: dict[str, Value] = {}
    extra: dict[str, str] = {}
    for key, value in item.items():
        if value is None or key in ("id", "type"):
            continue
        if key in TEXT_VARIABLES:
            if type(value) is not str:
                _read_text(key, value, fields, extra, problems, where)
            elif value:
                fields[key] = value
        elif key in NAME_VARIABLES:
            _read_names(key, value, fields, problems, where)
        elif key in DATE_VARIABLES:
            _read_date(key, value, fields, problems, where)
        elif key not in ALIASES:
            _read_extra(key, value, extra)
    for alias in ALIASES:
        if alias in item:
            _read_aliases(item, fields, extra)
            break
    return Work(_id(item, index, problems, where), _type(item, problems, where), fields, extra)


def _id(item: Mapping[str, Any], index: int, problems: list[Problem], where: Where) -> str:
    if found := scalar(item.get("id")):
        return found
    problems.append(warning("missing-id", f"item {index + 1} has no id", where))
    return f"item-{index + 1}"


def _type(item: Mapping[str, Any], problems: list[Problem], where: Where) -> str:
    found = scalar(item.get("type"))
    if not found:
        problems.append(warning("missing-type", "the item has no type", where, "say document"))
        return "document"
    if found not in TYPES:
        problems.append(warning("unknown-type", f"{found!r} is no type of CSL 1.0.2", where))
    return found


def _read_names(
    key: str, value: Any, fields: dict[str, Value], problems: list[Problem], where: Where
) -> None:
    names: list[Name] = []
    for entry in value if isinstance(value, list) else [value]:
        name, strange = name_from_json(entry)
        if name is None:
            if entry:
                problems.append(warning("not-a-name", f"{key}: no name in {_short(entry)}", where))
            continue
        if not isinstance(entry, Mapping):
            problems.append(warning("not-a-name", f"{key}: a bare string is no name", where))
        if strange:
            keys = ", ".join(strange)
            problems.append(
                Problem(Severity.INFO, "unknown-name-part", f"{key}: {keys} left out", where)
            )
        names.append(name)
    if names:
        fields[key] = tuple(names)


def _read_date(
    key: str, value: Any, fields: dict[str, Value], problems: list[Problem], where: Where
) -> None:
    date, wrong = date_from_json(value)
    if wrong:
        problems.append(warning("not-a-date", f"{key}: {wrong}", where))
    if date is not None:
        fields[key] = date


def _read_text(
    key: str,
    value: Any,
    fields: dict[str, Value],
    extra: dict[str, str],
    problems: list[Problem],
    where: Where,
) -> None:
    text = scalar(value)
    if text is None and isinstance(value, list) and all(scalar(v) is not None for v in value):
        text = ", ".join(scalar(part) or "" for part in value)  # ISBN and ISSN of Crossref
        if len(value) > 1:
            problems.append(warning("not-a-string", f"{key}: an array was joined", where))
    if text is None:
        problems.append(warning("not-a-string", f"{key}: {_short(value)} is no text", where))
        extra[key] = as_text(value)
    elif text:
        fields[key] = text


def _read_extra(key: str, value: Any, extra: dict[str, str]) -> None:
    if key != "custom" or not isinstance(value, Mapping):
        extra[key] = as_text(value)
        return
    rest = {}
    for name, inner in value.items():
        if name in _RESERVED and name != "custom":
            extra[name] = as_text(inner)
        else:
            rest[name] = inner
    if rest.keys() == {"custom"} and not isinstance(rest["custom"], Mapping):
        extra["custom"] = as_text(rest["custom"])  # was no object, see work_to_json
    elif rest:
        extra["custom"] = as_text(rest)


def _read_aliases(item: Mapping[str, Any], fields: dict[str, Value], extra: dict[str, str]) -> None:
    for alias, variable in ALIASES.items():
        text = scalar(item.get(alias))
        if not text or fields.get(variable) == text:
            continue
        if variable in fields:
            extra[alias] = text
        else:
            fields[variable] = text


def work_to_json(work: Work, how: Writing | None = None) -> dict[str, Any]:
    """The item :func:`work_from_json` reads back as ``work``; with ``how``, as its
    program reads it best."""
    out: dict[str, Any] = {"id": work.id, "type": work.type}
    if how is not None and how.program in PROGRAMS:
        from citekit.formats.csljson_programs import fields_for

        out |= fields_for(work, how)
    else:
        for key, value in work.fields.items():
            if isinstance(value, Date):
                out[key] = date_to_json(value)
            elif is_names(value):
                out[key] = [name_to_json(name) for name in value]
            else:
                out[key] = value
    custom: dict[str, Any] = {}
    for key, text in work.extra.items():
        found = from_text(text)
        if key == "custom" and isinstance(found, dict):
            custom.update(found)
        else:
            (custom if key in _RESERVED else out)[key] = found
    if custom:
        out["custom"] = custom
    return out


# --- citations --------------------------------------------------------------------


def citations_from_json(data: object) -> tuple[Citation, ...]:
    """Citations in the form of citeproc-js' citation objects.

    Each is ``{"citationItems": [cite, …], "properties": {"noteIndex": n}}``
    (``noteIndex`` may also stand beside ``citationItems``) or a bare list of
    cites; a cite is ``{"id": …, "locator"?, "label"?, "prefix"?, "suffix"?,
    "suppress-author"?, "author-only"?, "composite" or "author-in-text"?}`` or
    a bare id.  Raises :class:`~citekit.errors.SyntaxProblemError` naming the
    citation that is none of these.
    """
    if not isinstance(data, list):
        raise SyntaxProblemError("citations must be a JSON array")
    return tuple(_citation(value, number) for number, value in enumerate(data, 1))


def _citation(value: object, number: int) -> Citation:
    cites: object = value
    note = 0
    if isinstance(value, Mapping):
        cites = value.get("citationItems", value.get("cites"))
        properties = value.get("properties")
        inner = properties.get("noteIndex") if isinstance(properties, Mapping) else None
        note = _note(value.get("noteIndex", inner), number)
    if not isinstance(cites, list):
        raise SyntaxProblemError(f"citation {number} has no array of citationItems")
    return Citation(tuple(_cite(cite, number) for cite in cites), note)


def _note(value: object, number: int) -> int:
    text = scalar(value) or "0"
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise SyntaxProblemError(f"citation {number}: {text!r} is no note number")
    return int(text)


def _cite(value: object, number: int) -> Cite:
    if isinstance(value, str | int):
        value = {"id": value}
    key = scalar(value.get("id")) if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not key:
        raise SyntaxProblemError(f"citation {number} holds a cite without an id: {_short(value)}")
    mode: CiteMode = next((mode for flag, mode in _MODES if value.get(flag)), "normal")
    return Cite(
        id=key,
        locator=scalar(value.get("locator")) or "",
        label=scalar(value.get("label")) or "page",
        prefix=scalar(value.get("prefix")) or "",
        suffix=scalar(value.get("suffix")) or "",
        mode=mode,
    )
