"""XML from strangers: streamed, never expanded, read as far as it makes sense."""

from __future__ import annotations

import contextlib
import time
import tracemalloc
from types import ModuleType
from xml.etree.ElementTree import Element as Plain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import Problem, SyntaxProblemError
from citekit.formats import (
    bibo,
    citavi,
    crossrefxml,
    endnotexml,
    marcxml,
    mods,
    pubmedxml,
    tei,
    wordxml,
    zoterordf,
)
from citekit.formats.xmlread import Element, document, records
from citekit.formats.xmltext import attributes, escape, inline, squeezed, tag

READERS = (
    *(bibo, citavi, crossrefxml, endnotexml, marcxml, mods, pubmedxml, tei, wordxml, zoterordf),
)


def found(source: str | bytes) -> list[str]:
    """The marked texts of the records called ``r``, and the codes of problems."""
    return [
        one.code if isinstance(one, Problem) else squeezed(inline(one))
        for one in records(source, {"r"})
    ]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<a><r>1</r><r> 2\n3 </r></a>", ["1", "2 3"]),
        ('\ufeff<?xml version="1.0" encoding="x"?><x:a xmlns:x="u"><x:r>é</x:r></x:a>', ["é"]),
        ("<r>1</r><r>2</r>", ["1", "2"]),
        ("<a><r>1<r>2</r></r><r>3</r></a>", ["1", "2", "3"]),
        ("<a><r>1<b><r>2</r></b></r></a>", ["1<b>2</b>"]),
        ("<a><x:r y:z='1'>1</x:r></a>", ["1"]),
        ("<a><r>1 &eacute; &lt;&#38;</r></a>", ["1 é <&"]),
        ("<r>x<em>y</em> <scp>Z</scp><u>u</u><b> </b><sub>2</sub></r>", [
            'x<i>y</i> <span style="font-variant:small-caps;">Z</span>u <sub>2</sub>'
        ]),
        ("<a><r>1</r><r>2", ["1", "2", "broken-xml"]),
        ("<a><r>1<b>2</r><r>3</r></a>", ["1<b>2</b>", "3", "broken-xml"]),
        ("<a><r>1</x></r></a>", ["1", "broken-xml"]),
        ("<a><x></y><r>1 &lt; 2 &amp; 3 &foo; & &#x41;</r></a>", [
            "unknown-entity", "1 < 2 & 3 &foo; & A", "broken-xml",
        ]),
        ("<a><r>p < 0.05 & q <= 1</r></a>", ["stray-markup", "p < 0.05 & q <= 1"]),
        ("<a><r><![CDATA[&lt;]]> &lt; <![CDATA[x</r></a>", ["&lt; <", "broken-xml"]),
        ("<a>\x01<r>1\x0b&#x1F;&#0;</r></a>", ["control-character", "1"]),
        ("<!DOCTYPE a PUBLIC 'x' 'http://x.y/z.dtd'><a><r>1</r></a>", ["1"]),
        ('<!DOCTYPE a [<!ENTITY e "x">]><a><r>1 &e;</r></a>', [
            "entities-refused", "unknown-entity", "1 &e;",
        ]),
        ("<?xml version='1.0'?><a><r>1</r></a>\n<?xml version='1.0'?><!DOCTYPE a><a><r>2</r></a>", [
            "1", "2",
        ]),
        ("<a><!-- <r>0</r> --><?r 0?><r><![CDATA[<1>]]></r></a>", ["<1>"]),
    ],
)  # fmt: skip
def test_records(source: str, texts: list[str]) -> None:
    assert sorted(found(source)) == sorted(texts)


@pytest.mark.parametrize(
    "source",
    [
        "<?xml version='1.0' encoding='iso-8859-1'?><r>é</r>".encode("latin-1"),
        "<?xml version='1.0' encoding='utf-16'?><r>é</r>".encode("utf-16"),
        "<r>é</r>".encode("utf-16-le"),
        b"\xef\xbb\xbf<r>\xc3\xa9</r>",
    ],
)
def test_encodings(source: bytes) -> None:
    assert found(source) == ["é"]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "plain words",
        '{"json": 1}',
        b"\x00\x01\x02",
        "<a>" * 300,
        "<a/>",
        b'<?xml version="1.0" encoding="klingon"?><r/>',
    ],
)
def test_no_records(source: str | bytes) -> None:
    with pytest.raises(SyntaxProblemError):
        found(source)


def test_an_empty_collection_is_no_error() -> None:
    assert list(records("<all/>", {"r"}, None, "record", "all")) == []


def test_lines_and_attributes() -> None:
    source = '<?xml version="1.0"?>\n<!DOCTYPE a [\n]>\n<a>\n<r xml:id="x" u:v="1"/>\n<b></a>'
    one, broken = records(source, {"r"}, "x.xml")
    assert isinstance(one, Element)
    assert (one.line, dict(one.items())) == (5, {"xml:id": "x", "v": "1"})
    assert isinstance(broken, Problem)
    assert (broken.where.file, broken.where.line) == ("x.xml", 6)


def test_a_document_can_keep_its_namespaces() -> None:
    source = '<a xmlns="u"><b xmlns:c="v" c:d="1"/></a>'
    whole, problems = document(source, namespaces=True)
    assert (whole.tag, [(b.tag, b.attrib) for b in whole]) == ("{u}a", [("{u}b", {"{v}d": "1"})])
    assert problems == []
    assert [(b.tag, b.attrib) for b in document(source)[0]] == [("b", {"d": "1"})]


@pytest.mark.parametrize("end", ["", "</b></a>", "<a>" * 300, "</x>"])
def test_a_broken_document_is_read_as_far_as_it_goes(end: str) -> None:
    whole, problems = document("<a><b>1</b><b>2" + end, "x.xml")
    assert [b.text for b in whole][:2] == ["1", "2"]
    assert {problem.code for problem in problems} <= {"broken-xml"}


def test_entities_do_not_grow() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE a [<!ENTITY e1 "x">{entities}]><a k="&e9;"><r>&e10;</r></a>'
    assert len("".join(found(bomb))) < 100
    assert found('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>')[-1] == "&x;"


def test_long_documents_come_record_by_record() -> None:
    source = "<a>" + "<r>x<b>y</b></r>\n<c/>" * 20_000 + "</a>"
    tracemalloc.start()
    assert sum(isinstance(one, Element) for one in records(source, {"r"})) == 20_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("source", ["", "text", "\x00", "{}"])
def test_no_xml(reader: ModuleType, source: str) -> None:
    with pytest.raises(SyntaxProblemError):
        list(reader.items(source))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "source",
    [
        "<" * 50_000,
        "<a>" * 20_000,
        "<record>" * 20_000,
        "<!DOCTYPE a [" + "]" * 100_000,
        "<!DOCTYPE a [" + "<!ENTITY x 'y'>" * 5_000 + "]><a/>",
        "<a " + "b='c' " * 5_000 + "/>",
        "<a " + "".join(f"x{n}:y='' " for n in range(5_000)) + "/>",
        "<?xml " * 20_000,
        "<!--" * 20_000,
        "&a;" * 20_000 + "<a/>",
        "<a>" + "<![CDATA[" * 20_000 + "]]>" * 20_000,
    ],
)
def test_hostile_documents_end_soon(reader: ModuleType, source: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(SyntaxProblemError):
        list(reader.items(source))
    assert time.perf_counter() - begin < 5


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_written_text_is_read(text: str) -> None:
    (one,) = records(f"<r{attributes([('k', text)])}>{tag('a', escape(text), n=text)}</r>", {"a"})
    assert isinstance(one, Plain)
    assert escape(one.text or "") == escape(text)
    assert escape(one.get("n", "")) == escape(text)


@settings(deadline=None, max_examples=200)
@given(st.binary() | st.text() | st.text(alphabet="<>/ar&;![]CDT-?'\"=x: \n"))
def test_anything_is_read_or_refused(source: str | bytes) -> None:
    with contextlib.suppress(SyntaxProblemError):
        found(source)
    with contextlib.suppress(SyntaxProblemError):
        document(source)
