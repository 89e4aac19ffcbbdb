"""Quotation marks of every style are paired; what is none is left alone."""

from __future__ import annotations

import pytest

from citekit.find.grammar.marks import quoted_spans


def inside(text: str) -> list[tuple[int, str]]:
    """Level and words of all that is quoted."""
    return [(quoted.level, quoted.words(text)) for quoted in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("He said “yes” twice.", "curly"),
        ('He said "yes" twice.', "straight"),
        ("He said ‘yes’ twice.", "single-curly"),
        ("He said 'yes' twice.", "single-straight"),
        ("Il dit « yes » deux fois.", "guillemets"),
        ("Il dit «yes» deux fois.", "guillemets"),
        ("Il dit «\u202fyes\u202f» deux fois.", "guillemets"),
        ("Er sagte »yes« zweimal.", "guillemets-inward"),
        ("Er sagte ›yes‹ zweimal.", "single-guillemets-inward"),
        ("Er sagte „yes“ zweimal.", "german"),
        ("Er sagte „yes” zweimal.", "german"),
        ("Er sagte ‚yes‘ zweimal.", "single-german"),
        ("Han sade ”yes” igen.", "swedish"),
        ("Han sade »yes» igen.", "guillemets-inward"),
        ("He said ``yes'' twice.", "latex"),
        ("He said `yes' twice.", "single-latex"),
        ("He said \\enquote{yes} twice.", "csquotes"),
        ("He said \\enquote*{yes} twice.", "csquotes"),
        ("He said \\foreignquote{french}{yes} twice.", "csquotes"),
        ("He said \\textquote[Nilsson][.]{yes} twice.", "csquotes"),
        ('Er sagte "`yes"\' zweimal.', "babel"),
        ("He said <q>yes</q> twice.", "html"),
        ("He said &ldquo;yes&rdquo; twice.", "curly"),
        ("彼は「yes」と言った。", "corner"),
    ],
)
def test_styles(text: str, style: str) -> None:
    (quoted,) = quoted_spans(text)
    assert quoted.style == style
    assert quoted.words(text) == "yes"
    assert text[quoted.start] != " "


@pytest.mark.parametrize(
    "text",
    [
        "The dogs’ bowls and the cat’s bed aren’t his.",
        "The dogs' bowls and the cat's bed aren't his.",
        "It was rock 'n' roll in the '60s, 'tis true.",
        'He is 6\'2" tall and the board is 12" wide.',
        "L’heure d’été et l'heure d'hiver.",
        "A line with <a href=\"x\" class='y'>a link</a> in it.",
        "",
    ],
)
def test_no_quotation(text: str) -> None:
    assert inside(text) == []


def test_nested() -> None:
    assert inside("“a ‘b “c” d’ e”") == [(1, "a ‘b “c” d’ e"), (2, "b “c” d"), (3, "c")]
    assert inside("»a ›b‹ c«") == [(1, "a ›b‹ c"), (2, "b")]
    assert inside("\\enquote{a \\enquote{b} {c}}") == [(1, "a \\enquote{b} {c}"), (2, "b")]


def test_possessives_inside_single_marks() -> None:
    assert inside("‘It’s the boys’ turn,’ she said.") == [(1, "It’s the boys’ turn,")]
    assert inside("'It's the boys' turn,' she said.") == [(1, "It's the boys' turn,")]


def test_what_is_not_closed_swallows_nothing() -> None:
    text = "He said “I will. Then “no” was heard.\n\nThe next “one” is fine."
    assert inside(text) == [(1, "no"), (1, "one")]
    assert inside("“ “ “ “ ‘ « „") == []
    assert inside("An end” without a beginning, and “one” with.") == [(1, "one")]


def test_several_paragraphs() -> None:
    (quoted,) = quoted_spans("“One.\n\n“Two.\n\n“Three.” Four.")
    assert len(quoted.resumed) == 2
    assert inside("“One.\n\nTwo.”") == [(1, "One.\n\nTwo.")]
    assert inside("“One.\n\nTwo, “three”") == [(1, "three")]


def test_wrapped_lines() -> None:
    text = (
        "The committee met in the old hall and heard from three farmers, “who had\n"
        "never been asked before,” about the price of the land by the river and\n"
        "about the road.\n"
    )
    assert inside(text) == [(1, "who had\nnever been asked before,")]
