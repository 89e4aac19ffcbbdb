"""Locators as they are typed, and as they are printed in any language."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.library.locators import parse_cite
from tests.cli.conftest import Run, citekit, empty  # noqa: F401  (fixtures)


@pytest.mark.parametrize(
    ("typed", "label", "locator"),
    [
        ("12", "page", "12"),
        ("p. 12", "page", "12"),
        ("p12", "page", "12"),
        ("S.12", "page", "12"),
        ("S. 12–15", "page", "12–15"),
        ("S 12", "page", "12"),
        ("Seiten 12 und 14", "page", "12 und 14"),
        ("ch. 3", "chapter", "3"),
        ("Kap.3", "chapter", "3"),
        ("Kapitel 3", "chapter", "3"),
        ("chap. 3", "chapter", "3"),
        ("chapitre 3", "chapter", "3"),
        ("Bd. 2", "volume", "2"),
        ("t. 2", "volume", "2"),
        ("Abschn. 4", "section", "4"),
        ("§ 4", "section", "4"),
        ("Abs. 2", "paragraph", "2"),
        ("Anm. 7", "note", "7"),
        ("Z. 5", "line", "5"),
        ("Abb. 6", "figure", "6"),
        ("livre 2", "book", "2"),
        ("n° 8", "number", "8"),
        ("s. v. rope", "sub-verbo", "rope"),
        ("acts 2", "act", "2"),
        ("Kap. 3, S. 12", "chapter", "3, p. 12"),
        # no labels
        ("S12", "page", "S12"),
        ("xii", "page", "xii"),
        ("12, 14", "page", "12, 14"),
        ("12,14", "page", "12,14"),
        ("12-15", "page", "12-15"),
        ("12 ff.", "page", "12 ff."),
        ("e12", "page", "e12"),
        # the same in all editions
        ("435e", "canonical", "435e"),
        ("514a-517c", "canonical", "514a–517c"),
        ("1102a26-28", "canonical", "1102a26–28"),
        ("A 51/B 75", "canonical", "A 51/B 75"),
        ("B 75", "canonical", "B 75"),
        ("VI, 146", "canonical", "VI, 146"),
        ("6.146", "canonical", "6.146"),
        ("p. 435e", "page", "435e"),
        # headings of sections
        ("Follow-up section, paras. 2-3", "canonical", "Follow-up section, paras. 2–3"),
        ('"What, Then, to Do" section', "canonical", '"What, Then, to Do" section'),
        ("ch. 3, methods section", "chapter", "3, methods section"),
        # another word before the number
        ("Rn. 12", "canonical", "Rn. 12"),
        ("lib. 3", "canonical", "lib. 3"),
        ("sig. A2v", "canonical", "sig. A2v"),
        # volumes in parts
        ("10 I/2, 48", "canonical", "10 I/2, 48"),
        ("10.3, 361", "canonical", "10.3, 361"),
        ("12,14, 16", "page", "12,14, 16"),
    ],
)
def test_labels_in_three_languages(typed: str, label: str, locator: str) -> None:
    cite = parse_cite(f"key@{typed}")
    assert (cite.id, cite.label, cite.locator) == ("key", label, locator)


@pytest.fixture
def bramwell(empty: Path, citekit: Run) -> Path:  # noqa: F811
    fields = ("author=Bramwell, Ilse", "date=1987", "title=The Grammar of Ropes")
    assert citekit("add", "book", *fields, "--key", "bramwell1987").code == 0
    return empty


@pytest.mark.parametrize(
    ("typed", "style", "language", "printed"),
    [
        ("S.12", "apa", "de-DE", "(Bramwell, 1987, S. 12)"),
        # a sign that was typed stays
        ("§ 12", "apa", "de-DE", "(Bramwell, 1987, § 12)"),
        ("§§12-14", "apa", "en-US", "(Bramwell, 1987, §§ 12–14)"),
        ("§ 12 Abs. 3", "chicago", "de-DE", "(Bramwell 1987, § 12 Abs. 3)"),
        ("Abschnitt 12", "apa", "de-DE", "(Bramwell, 1987, Abschnitt 12)"),
        ("Kap. 2, § 3", "apa", "de-DE", "(Bramwell, 1987, Kapitel 2, § 3)"),
        ("¶ 3", "apa", "en-US", "(Bramwell, 1987, ¶ 3)"),
        # both labels in the style's language
        ("acte 2, sc. 3", "apa", "fr-FR", "(Bramwell, 1987, Acte 2, sc. 3)"),
        ("acte II, scène 3", "apa", "en-US", "(Bramwell, 1987, Act II, sc. 3)"),
        ("Akt 2, Szene 3", "apa", "en-US", "(Bramwell, 1987, Act 2, sc. 3)"),
        ("Akt 2, Sz. 3", "apa", "de-DE", "(Bramwell, 1987, Akt 2, Sz. 3)"),
        ("S. 184–186", "apa", "en-US", "(Bramwell, 1987, pp. 184–186)"),
        ("S. 184–186", "modern-language-association", "de-DE", "(Bramwell 184–186)"),
        ("Kap. 3", "apa", "fr-FR", "(Bramwell, 1987, Chapitre 3)"),
        ("chap. 3", "apa", "de-DE", "(Bramwell, 1987, Kapitel 3)"),
        ("Kap. 3, S. 12", "apa", "fr-FR", "(Bramwell, 1987, Chapitre 3, p. 12)"),
        ("435e", "apa", "de-DE", "(Bramwell, 1987, 435e)"),
        ("1102a26-28", "apa", "en-US", "(Bramwell, 1987, 1102a26–28)"),
        ("Rn. 12", "apa", "de-DE", "(Bramwell, 1987, Rn. 12)"),
        ("página 12", "apa", "es-ES", "(Bramwell, 1987, p. 12)"),
    ],
)
def test_no_label_is_printed_twice(
    bramwell: Path,
    citekit: Run,  # noqa: F811
    typed: str,
    style: str,
    language: str,
    printed: str,
) -> None:
    ran = citekit("cite", f"bramwell1987@{typed}", "--style", style, "--locale", language)
    assert ran.out.strip() == printed
