"""XML: streamed, never expanded, read as far as it makes sense."""

from __future__ import annotations

import contextlib
import time

import pytest

from citekit.errors import Problem, SyntaxProblemError
from citekit.formats import bibo, citavi, crossrefxml, pubmedxml, wordxml, xmltree, zoterordf

READERS = (bibo, citavi, crossrefxml, pubmedxml, wordxml, zoterordf)


def read(source: str) -> list[str]:
    """The texts of the records called ``r``, and the codes of problems."""
    return [
        found.code if isinstance(found, Problem) else xmltree.text(found)
        for found in xmltree.records(source, ("r",), None)
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<a><r>1</r><r> 2\n3 </r></a>", ["1", "2 3"]),
        ('\ufeff<?xml version="1.0" encoding="x"?><x:a xmlns:x="u"><x:r>é</x:r></x:a>', ["é"]),
        ("<r>1</r><r>2</r>", ["1", "2"]),
        ("<a><r>1 &eacute; &lt;&#38;</r></a>", ["1 é <&"]),
        ("<r>x<em>y</em> <scp>Z</scp><u>u</u><b> </b><sub>2</sub></r>", [
            'x<i>y</i> <span style="font-variant:small-caps;">Z</span>u <sub>2</sub>'
        ]),
        ("<a><r>1</r><r>2", ["1", "2", "broken-xml"]),
        ("<a><r>1</x></r></a>", ["1", "broken-xml"]),
        ("<a><x></y><r>1 &lt; 2 &amp; 3 &foo; & &#x41;</r></a>", [
            "1 < 2 & 3 &foo; & A",
            "broken-xml",
        ]),
        ("<a><r><![CDATA[&lt;]]> &lt; <![CDATA[x</r></a>", ["&lt; <", "broken-xml"]),
        ("<a>\x01<r>1\x0b</r></a>", ["1"]),
        ("<!DOCTYPE a PUBLIC 'x' 'http://x.y/z.dtd'><a><r>1</r></a>", ["1"]),
        ('<!DOCTYPE a [<!ENTITY e "x">]><a><r>1</r></a>', ["entities-refused", "1"]),
        ("<a><!-- <r>0</r> --><?r 0?><r><![CDATA[<1>]]></r></a>", ["<1>"]),
    ],
)  # fmt: skip
def test_records(source: str, found: list[str]) -> None:
    assert read(source) == found


def test_entities_do_not_grow() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY e1 "x">{entities}]><a k="&e9;"><r>&e10;</r></a>'
    assert len("".join(read(bomb))) < 100


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("source", ["", "text", "\x00", "{}"])
def test_no_xml(reader: object, source: str) -> None:
    with pytest.raises(SyntaxProblemError):
        list(reader.items(source))  # type: ignore[attr-defined]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "source",
    [
        "<" * 50_000,
        "<a>" * 20_000,
        "<!DOCTYPE a [" + "]" * 100_000,
        "<!DOCTYPE a [" + "<!ENTITY x 'y'>" * 5_000 + "]><a/>",
        "<a " + "b='c' " * 5_000 + "/>",
        "<?xml " * 20_000,
        "&a;" * 20_000 + "<a/>",
    ],
)
def test_hostile_documents_end_soon(reader: object, source: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(SyntaxProblemError):
        list(reader.items(source))  # type: ignore[attr-defined]
    assert time.perf_counter() - begin < 5
