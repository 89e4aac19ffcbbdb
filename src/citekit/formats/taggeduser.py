"""What citekit puts into a custom field of a line-tagged format, and reads back."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from citekit.dates import parse_date
from citekit.latex import to_unicode
from citekit.model import Date, Names, Value
from citekit.names import parse_names
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
)

#: What a custom field may hold as ``csl:NAME``.
KEPT = DATE_VARIABLES | NAME_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES | {"id", "type"}
#: A line of a custom field: kind, whether it is JSON, name, text.
USER = re.compile(r"(csl|extra)(\+json)?:([^\n]+?): (.*)", re.S)
_SPECIAL = re.compile(r"[{}\\~=]")
_AND = re.compile(r"(?:\s|^)and(?=\s|$)", re.I)


def user_line(kind: str, name: str, text: str) -> str:
    """What a custom field holds: ``csl:VARIABLE: value`` or ``extra:KEY: value``; a
    value that white space would not survive as JSON, ``csl+json:…``."""
    if text != " ".join(text.split()):
        quoted = json.dumps(text).replace("  ", " \\u0020").replace('" ', '"\\u0020')
        return f"{kind}+json:{name}: {quoted}"
    return f"{kind}:{name}: {text}"


def unquote(text: str) -> str:
    """A value that :func:`user_line` wrote as JSON."""
    try:
        value = json.loads(" ".join(text.split()))
    except ValueError:
        return text
    return value if isinstance(value, str) else text


@lru_cache(maxsize=4096)
def from_user(variable: str, text: str) -> Value:
    """A value out of its written form in a custom field; of names, as
    :func:`~citekit.names.parse_names` reads them."""
    if variable in NAME_VARIABLES:
        parts = text.split(" and ")
        listed = len(parts) == len(_AND.findall(text)) + 1 and "" not in parts
        if not listed or "  " in text or _SPECIAL.search(text):
            return parse_names(text, to_unicode)
        return tuple(name for part in parts for name in _bib_names(part))
    if variable in DATE_VARIABLES:
        return parse_date(text) or Date(literal=text)
    return text


@lru_cache(maxsize=8192)
def _bib_names(text: str) -> Names:
    return parse_names(text, to_unicode)


def words_of(text: str) -> list[str]:
    """The words that two texts are compared by."""
    return re.split(r"[\s,;]+", text.strip(" ,;"))
