"""Runs of text and their markup."""

from __future__ import annotations

from xml.etree import ElementTree

from citekit.formats.xmltext import inline, runs


def test_runs() -> None:
    assert [tuple(run) for run in runs("a<i>b<sup>c</sup></i>d</b><i>")] == [
        ("a", ()),
        ("b", ("italic",)),
        ("c", ("italic", "sup")),
        ("d</b><i>", ()),
    ]


def test_many_tags_take_no_time() -> None:
    assert len(runs("<i>" * 100_000 + "</b>" * 100_000)) == 1


def test_formulas_in_a_line() -> None:
    source = """<t>On <math><semantics><mrow><msub><mi>CO</mi><mn>2</mn></msub>
    <mo>=</mo><mfrac><mi>a</mi><msubsup><mi>b</mi><mn>1</mn><mn>3</mn></msubsup></mfrac></mrow>
    <annotation>\\x</annotation></semantics></math> and <sc>x</sc></t>"""
    assert inline(ElementTree.fromstring(source)) == (
        'On CO<sub>2</sub>=a/b<sub>1</sub><sup>3</sup> and <span style="font-variant:'
        'small-caps;">x</span>'
    )
