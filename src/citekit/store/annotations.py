"""Passages as W3C Web Annotations, one JSON object a line.

Each line is an Annotation of the Web Annotation Data Model (W3C
Recommendation, 2017) in JSON-LD.  Both of its selectors are kept, the
TextQuoteSelector (4.2.4) and the TextPositionSelector (4.2.5); the target's
State (4.3) says which text the positions count in.  What the model has no
term for stands under the prefix ``citekit``, declared in the line's own
context; relations are CiTO properties.  Lines are sorted and properties keep
one order, so that a change of one passage is a change of one line.

Suggestions and rejections are kept in the same form, each in a file of its own,
told apart by ``citekit:status``; ``citekit:proposal`` is a work as CSL-JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from citekit.collector import collector_paused
from citekit.errors import Problem, Where, error, warning
from citekit.formats.csljson import work_from_json, work_to_json
from citekit.model import Body, BodyType, Passage, Selector, Work
from citekit.store.extras import Json, as_list, given, merge, subtract
from citekit.store.files import read_text
from citekit.vocabulary import PASSAGE_KINDS, STATUSES

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CITO = "http://purl.org/spar/cito/"
_CONTEXT = [
    ANNOTATION_CONTEXT,
    {
        "citekit": "urn:citekit:ns:",
        "cito": CITO,
        "citekit:relation": {"@type": "@id"},
    },
]
#: Motivations of the Web Annotation Vocabulary (3.3) by kind of passage.
MOTIVATIONS = {
    "reference": "linking",
    "citation": "linking",
    "mention": "linking",
    "echo": "linking",
    "paraphrase": "linking",
    "quotation": "quoting",
    "credit": "identifying",
    "evidence": "describing",
}
#: Bodies by their type: what citekit calls them, and the property with the value.
_BODIES: dict[str, tuple[BodyType, str]] = {
    "citekit:Work": ("work", "citekit:key"),
    "Person": ("person", "name"),
    "citekit:Field": ("field", "citekit:field"),
}
_STATE = "citekit:TextState"
_VALUE = rb'"(?>(?:[^"\\]|\\.)*)"'
#: What a line begins with, up to its document.
_HEAD = re.compile(
    re.escape(f'{{"@context": {json.dumps(_CONTEXT)}, "id": '.encode())
    + rb'"([^"\\]+)", "type": "Annotation", "motivation": %b, "citekit:kind": %b'
    rb'(?:, "body": \[\{"type": %b, %b: %b\}\])?, "target": \{"source": "([^"\\]+)"'
    % ((_VALUE,) * 5)
)
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_IRI = re.compile(r"""[\x00-\x20"%<>?#:\[\]\\^`{|}\x7f]""")
_ENCODED = re.compile("(?:%[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class PassageFile:
    """What a passages file holds.

    ``kept`` are the lines that could not be read, ``extras`` the properties, by
    passage, that are not citekit's own.  All of it is written back.
    """

    passages: tuple[Passage, ...] = ()
    kept: tuple[str, ...] = ()
    extras: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def passage_id(document: str, start: int, end: int, kind: str, body: Body) -> str:
    """The id of a passage: the same for the same place, kind and body."""
    parts = json.dumps([document, start, end, kind, body.type, body.value])
    return f"urn:citekit:{sha256(parts.encode()).hexdigest()[:16]}"


# --- reading -------------------------------------------------------------------


def load(path: Path, name: str | None = None) -> PassageFile:
    """The passages in a file, none if there is no such file; see :func:`read`.

    Raises :class:`ReadError`.
    """
    if not path.exists():
        return PassageFile()
    return read(read_text(path).text, name or str(path))


class _Unreadable(ValueError):
    """A line that is no passage; the message says why."""


@dataclass(frozen=True, slots=True)
class _Line:
    passage: Passage
    extra: Json


@collector_paused()
def read(text: str, file: str | None = None) -> PassageFile:
    """The passages in a file's text.

    ``file`` is its name, for problems.  Never raises: a line that is no
    passage becomes a problem and is kept.
    """
    lines: dict[str, _Line] = {}
    kept: list[str] = []
    problems: list[Problem] = []
    for number, raw in enumerate(text.split("\n"), 1):
        raw = raw.removesuffix("\r")
        if not raw.strip():
            continue
        where = Where(file, number)
        try:
            line = _read_line(raw)
        except _Unreadable as cause:
            kept.append(raw)
            problems.append(error("broken-passage", str(cause), where, _hint(raw)))
            continue
        first = lines.setdefault(line.passage.id, line)
        if first is not line and first == line:
            problems.append(
                warning("repeated-passage", "this line stands twice", where, "remove it")
            )
        if first != line:
            kept.append(raw)
            message = f"another line holds a different passage {line.passage.id}"
            problems.append(error("duplicate-passage", message, where, "keep one of them"))
    extras = {id: line.extra for id, line in lines.items() if line.extra}
    passages = tuple(line.passage for line in lines.values())
    return PassageFile(passages, tuple(kept), extras, tuple(problems))


def _hint(raw: str) -> str:
    if _CONFLICT.match(raw):
        return "resolve the merge conflict"
    return "correct the line or remove it; it is kept as it is"


def read_line(raw: str) -> Passage | None:
    """The passage of one line; None for a line that is none."""
    if not raw.strip():
        return None
    try:
        return _passage(_record(raw.removesuffix("\r")))
    except _Unreadable:
        return None


def head_of(raw: bytes) -> tuple[str, str] | None:
    """Id and document of the passage of a line that begins as citekit writes it, without
    reading the rest; None for others."""
    head = _HEAD.match(raw)
    return None if head is None else (head[1].decode(), _from_iri(head[2].decode()))


def _read_line(raw: str) -> _Line:
    """One line's passage and what else it holds.  Raises :class:`_Unreadable`."""
    record = _record(raw)
    passage = _passage(record)
    own = _annotation(passage)
    return _Line(passage, {} if own == record else subtract(record, own))


def _record(raw: str) -> Json:
    """One line's object.  Raises :class:`_Unreadable`."""
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError) as cause:
        raise _Unreadable(f"this is no JSON: {cause}") from None
    if not isinstance(record, dict):
        raise _Unreadable("this is no JSON object")
    return record


def _passage(record: Json) -> Passage:
    """The passage of an Annotation.  Raises :class:`_Unreadable`."""
    target = _get(record, "target", _object)
    kind = _get_text(record, "citekit:kind")
    if kind not in PASSAGE_KINDS:
        raise _Unreadable(f"{kind!r} is no kind of passage")
    state = _typed(target, "state").get(_STATE, {})
    return Passage(
        id=_get_text(record, "id"),
        document=_from_iri(_get_text(target, "source")),
        selector=_read_selector(target),
        kind=kind,
        body=_read_body(record),
        relation=_get(record, "citekit:relation", _relation, ""),
        locator=_get_text(record, "citekit:locator", ""),
        quoted=_get_text(record, "citekit:quoted", ""),
        speaker=_get_text(record, "citekit:speaker", ""),
        cue=_get_text(record, "citekit:cue", ""),
        attribution=_get(record, "citekit:attribution", _attribution, None),
        status=_get(record, "citekit:status", _status, "reviewed"),
        method=_get_text(record, "citekit:method", "manual"),
        score=_get(record, "citekit:score", _score, 1.0),
        reasons=_get(record, "citekit:reasons", _texts, ()),
        proposal=_get(record, "citekit:proposal", _proposal, None),
        digest=_get_text(state, "citekit:digest", ""),
        extractor=_get_text(state, "citekit:extractor", ""),
    )


def _read_selector(target: Json) -> Selector:
    selectors = _typed(target, "selector")
    quote = selectors.get("TextQuoteSelector")
    position = selectors.get("TextPositionSelector")
    if quote is None or position is None:
        raise _Unreadable("a TextQuoteSelector and a TextPositionSelector are needed")
    selector = Selector(
        exact=_get_text(quote, "exact"),
        prefix=_get_text(quote, "prefix", ""),
        suffix=_get_text(quote, "suffix", ""),
        start=_get(position, "start", _offset),
        end=_get(position, "end", _offset),
    )
    if selector.start > selector.end:
        raise _Unreadable("the passage ends before it starts")
    return selector


def _read_body(record: Json) -> Body:
    """The first body of a type citekit knows."""
    for name, item in _typed(record, "body").items():
        if name in _BODIES:
            kind, value = _BODIES[name]
            return Body(kind, _get(item, value, _text))
    return Body()


def _typed(record: Json, name: str) -> dict[str, Json]:
    """The objects of a property by their type, the first of each type."""
    found: dict[str, Json] = {}
    for item in as_list(record.get(name)):
        if isinstance(item, dict) and isinstance(item.get("type"), str):
            found.setdefault(item["type"], item)
    return found


# --- checked values ---------------------------------------------------------------

_T = TypeVar("_T")
_MISSING: Any = object()


def _get(record: Json, name: str, check: Callable[[object], _T], default: _T = _MISSING) -> _T:
    """A property's value.  Raises :class:`_Unreadable` if it is none such."""
    value = record.get(name, _MISSING)
    if value is _MISSING:
        if default is _MISSING:
            raise _Unreadable(f"{name!r} is missing")
        return default
    try:
        return check(value)
    except ValueError as cause:
        raise _Unreadable(f"{name!r} must be {cause}") from None


def _get_text(record: Json, name: str, default: str = _MISSING) -> str:
    """A text property's value, as :func:`_get` gives it: most of them are texts."""
    value = record.get(name, default)
    if value.__class__ is str:
        return value
    return _get(record, name, _text, default)


def _object(value: object) -> Json:
    if not isinstance(value, dict):
        raise ValueError("an object")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of texts")
    return tuple(value)


def _offset(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a whole number from 0")
    return value


def _score(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError("a number from 0 to 1")
    return float(value)


def _status(value: object) -> str:
    if not isinstance(value, str) or value not in STATUSES:
        raise ValueError("one of " + ", ".join(STATUSES))
    return value


def _attribution(value: object) -> Selector:
    return _read_selector(_object(value))


def _proposal(value: object) -> Work:
    """A work from its CSL-JSON; what is wrong in it is left out."""
    return work_from_json(_object(value), [])


def _relation(value: object) -> str:
    """A relation's name from its address, written out, short, or as an object."""
    address = _text(value.get("id") if isinstance(value, dict) else value)
    return address.removeprefix(CITO).removeprefix("cito:")


# --- writing ------------------------------------------------------------------------


def write(file: PassageFile) -> str:
    """The text of the file: passages by document and place, then the kept lines."""
    lines = [
        _dump(merge(_annotation(passage), file.extras.get(passage.id, {})))
        for passage in sorted(file.passages, key=place)
    ]
    return "".join(f"{line}\n" for line in (*lines, *file.kept))


def write_line(passage: Passage, old: str = "") -> str:
    """The line of a passage, with its end; what other programs wrote into ``old``, the
    line that it replaces, stays."""
    extra = _read_line(old).extra if old else {}
    return _dump(merge(_annotation(passage), extra)) + "\n"


def place(passage: Passage) -> tuple[str, int, int, str, str]:
    """By what the lines of a file are sorted: document, position, kind and id."""
    at = passage.selector
    return passage.document, at.start, at.end, passage.kind, passage.id


def _dump(record: Json) -> str:
    line = json.dumps(record, ensure_ascii=False)
    if _SURROGATE.search(line):  # no UTF-8 holds one
        return json.dumps(record)
    return line


def _annotation(passage: Passage) -> Json:
    """The passage as an Annotation, its properties in the order they are written."""
    target: Json = {"source": _to_iri(passage.document)}
    if passage.digest or passage.extractor:
        text = {"citekit:digest": passage.digest, "citekit:extractor": passage.extractor}
        target["state"] = [{"type": _STATE, **text}]
    target["selector"] = _selectors(passage.selector)
    own = given(
        relation=CITO + passage.relation if passage.relation else "",
        locator=passage.locator,
        quoted=passage.quoted,
        speaker=passage.speaker,
        cue=passage.cue,
    )
    if passage.attribution is not None:
        own["attribution"] = {"selector": _selectors(passage.attribution)}
    own |= {"status": passage.status, "method": passage.method}
    own |= given(score=None if passage.score == 1 else passage.score)
    own |= given(reasons=list(passage.reasons))
    if passage.proposal is not None:
        own["proposal"] = work_to_json(passage.proposal)
    return {
        "@context": _CONTEXT,
        "id": passage.id,
        "type": "Annotation",
        "motivation": MOTIVATIONS[passage.kind],
        "citekit:kind": passage.kind,
        **_body(passage.body),
        "target": target,
        **{f"citekit:{name}": value for name, value in own.items()},
    }


def _selectors(at: Selector) -> list[Json]:
    """A selector as its two of the model."""
    quote = {"type": "TextQuoteSelector", "exact": at.exact, **given(prefix=at.prefix)}
    quote |= given(suffix=at.suffix)
    return [quote, {"type": "TextPositionSelector", "start": at.start, "end": at.end}]


def _body(body: Body) -> Json:
    for type_, (kind, value) in _BODIES.items():
        if kind == body.type:
            return {"body": [{"type": type_, value: body.value}]}
    return {}


# --- documents as IRIs --------------------------------------------------------------


def _to_iri(document: str) -> str:
    """A path as a relative IRI reference (RFC 3987): only what cannot stand in one
    is percent-encoded."""
    return _NOT_IN_IRI.sub(lambda match: f"%{ord(match[0]):02X}", document)


def _from_iri(iri: str) -> str:
    return _ENCODED.sub(_decoded, iri)


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
