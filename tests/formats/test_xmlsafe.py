"""XML from strangers: nothing is expanded, loaded, or lost silently."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import Problem, SyntaxProblemError
from citekit.formats.xmlsafe import (
    DEEPEST,
    Record,
    attributes,
    escape,
    plain,
    records,
    runs,
    tag,
    text_of,
)


def texts(source: str | bytes) -> list[str]:
    found = records(source, {"a"})
    return [text_of(one.element) for one in found if isinstance(one, Record)]


def problems(source: str | bytes) -> list[str]:
    return [one.code for one in records(source, {"a"}, "x.xml") if isinstance(one, Problem)]


def test_records_have_lines_and_ancestors() -> None:
    source = '<r>\n<p:g n="1"><a>x <b>y</b>\n z</a></p:g><a/><a>1<a>2</a></a></r>'
    found = [one for one in records(source, {"a"}) if isinstance(one, Record)]
    assert [(text_of(one.element), one.line) for one in found] == [("x y z", 2), ("", 3), ("12", 3)]
    assert found[0].ancestors == (("r", {}), ("g", {"n": "1"}))
    assert found[1].ancestors == (("r", {}),)


@pytest.mark.parametrize(
    "source",
    [
        '<!DOCTYPE r [<!ENTITY x "y">]><r><a>&x;</a></r>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><a>&x;</a></r>',
        '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://x.y/z"> %x;]><r><a>1</a></r>',
        "<a>" * (DEEPEST + 1),
        "",
        "plain words",
        '{"json": 1}',
        b"\x00\x01\x02",
        b'<?xml version="1.0" encoding="klingon"?><a/>',
    ],
)
def test_refused(source: str | bytes) -> None:
    with pytest.raises(SyntaxProblemError):
        list(records(source, {"a"}))


def test_a_dtd_is_not_read() -> None:
    source = '<!DOCTYPE r SYSTEM "file:///etc/passwd"><r><a>&nbsp;&x;.</a></r>'
    assert texts(source) == ["&x;."]
    assert problems(source) == ["unknown-entity"]
    assert texts("<a>M&uuml;ller&amp;&#233;</a>") == ["Müller&é"]


@pytest.mark.parametrize(
    "source",
    [
        "\ufeff  <?xml version='1.0' encoding='UTF-16'?><a>é</a>",
        "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode("latin-1"),
        "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16"),
        b"\xef\xbb\xbf<a>\xc3\xa9</a>",
    ],
)
def test_encodings(source: str | bytes) -> None:
    assert texts(source) == ["é"]


def test_characters_xml_cannot_hold_are_reported() -> None:
    assert texts("<a>x\x0b&#x1F;y</a>") == ["xy"]
    assert texts(b"<a>x\x0by</a>") == ["xy"]
    assert problems("<a>x\x0by</a>") == ["control-character"]


def test_what_came_before_broken_xml_is_kept() -> None:
    assert texts("<r><a>1</a><a>2</a><b></r>") == ["1", "2"]
    (found,) = [
        one for one in records("<r>\n<a>1</a>\n<b></r>", {"a"}, "x.xml") if isinstance(one, Problem)
    ]
    assert (found.code, found.where.file, found.where.line) == ("broken-xml", "x.xml", 3)


def test_long_documents_come_record_by_record() -> None:
    source = "<r>" + "<a>x</a>" * 50_000 + "</r>"
    found = records(source, {"a"})
    assert isinstance(next(found), Record)
    assert sum(1 for _ in found) == 49_999


def test_runs() -> None:
    assert [tuple(run) for run in runs("a<i>b<sup>c</sup></i>d</b><i>")] == [
        ("a", ()),
        ("b", ("italic",)),
        ("c", ("italic", "sup")),
        ("d</b><i>", ()),
    ]
    assert plain('<span class="nocase">x</span> <y>') == "x <y>"


def test_many_tags_take_no_time() -> None:
    assert len(runs("<i>" * 100_000 + "</b>" * 100_000)) == 1


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_written_text_is_read(text: str) -> None:
    (found,) = records(f"<r{attributes([('k', text)])}>{tag('a', escape(text), n=text)}</r>", {"a"})
    assert isinstance(found, Record)
    assert escape(found.element.text or "") == escape(text)
    assert escape(found.element.get("n", "")) == escape(text)


@settings(deadline=None, max_examples=200)
@given(st.binary() | st.text())
def test_anything_is_read_or_refused(source: str | bytes) -> None:
    try:
        list(records(source, {"a"}))
    except SyntaxProblemError:
        return
