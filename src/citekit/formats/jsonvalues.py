"""Reading what services answer in JSON: values of the kind expected, or none."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from citekit.errors import SyntaxProblemError, Where, error, warning
from citekit.formats.base import Item
from citekit.formats.csljson_values import load_json, scalar
from citekit.identifiers import normalise_doi
from citekit.model import Work

_BREAK = re.compile(
    r"(?:<(?:br\s?/?|/?(?:p|div|li|ul|ol|h[1-6]|jats:(?:p|sec|title))(?:\s[^<>]*)?)>\s*)+", re.I
)
_JATS_TAG = re.compile(r"<(/?)(?:jats:)?(italic|bold|sup|sub|em|strong|inf)>")
_INLINE = {"italic": "i", "em": "i", "bold": "b", "strong": "b", "sup": "sup", "sub": "sub"}
_INLINE["inf"] = "sub"
_SMALL_CAPS = re.compile(r"<(?:jats:)?(?:sc|scp)>(.*?)</(?:jats:)?(?:sc|scp)>", re.S)
#: MathML's indices without more inside, what machines read again, and other tags.
_INDEX = re.compile(
    r"<mml:m(sub|sup)\b[^<>]*>\s*<mml:\w+[^<>]*>([^<>]*)</mml:\w+>\s*<mml:\w+[^<>]*>([^<>]*)"
    r"</mml:\w+>\s*</mml:m\1>"
)
_AGAIN = re.compile(r"<(mml:annotation|jats:tex-math|tex-math)\b[^<>]*>[^<>]*</\1>")
_FOREIGN = re.compile(r"</?(?:mml|jats):[^<>]*>")


def works_of(
    source: str, file: str | None, many: str, read: Callable[[Mapping[str, Any]], Work]
) -> Iterator[Item]:
    """The works of an answer: one record, a list, or an object with either as ``many``.

    Raises SyntaxProblemError for text that is no JSON.
    """
    try:
        found = load_json(source, file)
    except RecursionError:
        raise SyntaxProblemError("JSON nested too deeply", Where(file)) from None
    if isinstance(found, Mapping) and many in found:
        found = found[many]
    for number, record in enumerate(found if isinstance(found, list) else [found], 1):
        where = Where(file, key=f"record {number}")
        if not isinstance(record, Mapping):
            yield error("not-an-item", f"record {number} is no object", where)
            continue
        work = read(record)
        if not work.text("title"):
            yield warning("missing-title", "the record has no title", where)
        yield work


def text_of(value: Any, *keys: str) -> str:
    """The text at the end of a path of keys, without white space at its ends."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return (scalar(value) or "").strip()


def list_of(value: Any, key: str) -> list[Any]:
    """The list under ``key``, a single value as a list of one."""
    found = value.get(key) if isinstance(value, Mapping) else None
    if found is None or found == "":
        return []
    return found if isinstance(found, list) else [found]


def mappings(value: Any, key: str) -> Iterator[Mapping[str, Any]]:
    """The objects of the list under ``key``."""
    return (item for item in list_of(value, key) if isinstance(item, Mapping))


def doi_of(text: str) -> str:
    """The DOI as it is written, without resolver; empty where there is none."""
    found = normalise_doi(text)
    if found is None:
        return ""
    return text[-len(found) :] if text.lower().endswith(found) else found


def paragraphs(text: str) -> str:
    """Text of HTML or JATS with inline markup alone; line feeds between paragraphs."""
    text = html.unescape(text) if "&" in text else text
    text = _BREAK.sub("\n", text)
    text = _JATS_TAG.sub(lambda found: f"<{found[1]}{_INLINE[found[2]]}>", text)
    if "<" in text:
        text = _SMALL_CAPS.sub(r'<span style="font-variant:small-caps;">\1</span>', text)
        text = _INDEX.sub(r"\2<\1>\3</\1>", _AGAIN.sub("", text))
        text = _FOREIGN.sub("", text)
    return text.strip()
