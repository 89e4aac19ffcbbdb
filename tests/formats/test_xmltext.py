"""Runs of text and their markup."""

from __future__ import annotations

from citekit.formats.xmltext import runs


def test_runs() -> None:
    assert [tuple(run) for run in runs("a<i>b<sup>c</sup></i>d</b><i>")] == [
        ("a", ()),
        ("b", ("italic",)),
        ("c", ("italic", "sup")),
        ("d</b><i>", ()),
    ]


def test_many_tags_take_no_time() -> None:
    assert len(runs("<i>" * 100_000 + "</b>" * 100_000)) == 1
