"""The official schema of CSL styles, as the package ``citeproc-py`` brings it.

RELAX NG needs lxml, which that package depends on; it is loaded for this check
only.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from citekit.errors import MissingExtraError, Problem, Where, error
from citekit.store.styles import schema_path

_LXML = "pip install lxml"
_NAMES = re.compile(r"\{http://purl\.org/net/xbiblio/csl\}")


def check(source: str, file: str | None = None) -> list[Problem]:
    """Where ``source`` breaks the schema, each place with its line.

    Raises MissingExtraError without lxml, or without the package's schema.
    """
    etree = _etree()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        document = etree.fromstring(source.encode("utf-8"), parser).getroottree()
    except etree.XMLSyntaxError as broken:
        line, column = broken.position
        return [error("broken-xml", broken.msg or "not well-formed", Where(file, line, column))]
    schema = _schema()
    schema.validate(document)
    found: dict[tuple[int, str], Problem] = {}
    for one in schema.error_log:
        message = _NAMES.sub("", one.message)
        found.setdefault(
            (one.line, message), error("schema", message, Where(file, one.line, one.column or None))
        )
    return list(found.values())


def _etree() -> Any:
    try:
        return import_module("lxml.etree")
    except ImportError:
        raise MissingExtraError("checking the schema needs lxml", hint=_LXML) from None


@cache
def _schema() -> Any:
    path: Path = schema_path()
    if not path.is_file():
        raise MissingExtraError(
            "the package citeproc-py holds no schema", hint="pip install --upgrade citeproc-py"
        )
    etree = _etree()
    return etree.RelaxNG(etree.parse(str(path)))
