"""``quote`` and ``show --evidence``: what is found, and what is said where something lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = (
    "The pace is slow and steady, and the ropes of Bramwell’s harbour are taut in the long run.\n"
)


@pytest.fixture
def pace(empty: Path, citekit: Run) -> Path:
    (empty / "texts" / "one.txt").write_text(TEXT, encoding="utf-8")
    return empty


@pytest.mark.parametrize(
    "pasted",
    [
        "> The pace is slow and steady,\n> and the ropes of Bramwell’s harbour",
        "\\> The pace is slow and steady,\\\n\\> and the ropes of Bramwell’s harbour",
        "> > The pace is slow and steady, > and the ropes of Bramwell’s harbour",
        "The pace is slow and steady\\, and the ropes of Bramwell\\'s harbour",
        "The pace is slow and steady, and the \\*ropes\\* of Bramwell’s harbour",
    ],
)
def test_signs_of_markdown_are_no_words(pace: Path, citekit: Run, pasted: str) -> None:
    ran = citekit("quote", pasted)
    assert ran.code == 0
    assert "⟦The pace is slow and steady, and the ropes of Bramwell’s harbour⟧" in ran.out
    assert "yours:" not in ran.out


def test_a_document_without_a_record_is_told(pace: Path, citekit: Run) -> None:
    ran = citekit("quote", "the ropes of Bramwell’s harbour")
    assert ran.out.endswith("“the ropes of Bramwell’s harbour”\n")
    assert "texts/one.txt: warning: no record describes this document" in ran.err
    assert "citekit add misc --document texts/one.txt" in ran.err


def test_a_record_without_evidence_is_told(pace: Path, citekit: Run) -> None:
    assert citekit("add", "misc", "--document", "texts/one.txt", "--key", "pace").code == 0
    ran = citekit("show", "pace", "--evidence")
    assert (ran.code, ran.out) == (0, "")
    assert "no evidence for pace: its record has no field that a text states" in ran.err
    assert "evidence are the words of a text that a field was read from" in ran.err
    assert citekit("edit", "pace", "title=The Pace").code == 0
    ran = citekit("show", "pace", "--evidence")
    assert (ran.out, ran.err) == ("title  The Pace  supplied\n", "")


def test_a_proposed_work_is_shown_without_guards(pace: Path, citekit: Run) -> None:
    reference = "Bramwell, I. (1987). The NATO Ropes & Quays. Oxford: Tarn Press.\n"
    (pace / "texts/one.txt").write_text(f"{TEXT}\nReferences\n\n{reference}", encoding="utf-8")
    assert citekit("scan").code == 0
    out = citekit("review", "--kind", "reference", "--dry-run").out
    assert "{{}" not in out
    ran = citekit("review", "--kind", "reference")
    assert "title = {The NATO Ropes & Quays}," in ran.out
    assert citekit("review", "--accept-above", "0.1", "--kind", "reference").code == 0
    stored = (pace / "refs/works.bib").read_text(encoding="utf-8")
    assert "title = {The {{}NATO} Ropes \\& Quays}," in stored


def test_the_essays_own_words_for_what_an_author_says_are_the_essays(
    empty: Path, citekit: Run
) -> None:
    path = empty / "texts" / "one.txt"
    claim = "Bramwell holds that the harbour owed its wealth to “the taut rope”."
    path.write_text(f"A beginning. {claim} An end of it.\n", encoding="utf-8")
    citekit("add", "book", "--key", "bram", "author=Bramwell, Ida", "title=Ropes", "date=1987")
    citekit("add", "misc", "--key", "own", "author=Orme, Kate", "title=On Ports", "date=2020",
            "--document", "texts/one.txt")  # fmt: skip
    made = citekit("link", "one.txt", "bram", "--quote", claim[:-1], "--kind", "paraphrase")
    assert made.code == 0
    own = citekit("quote", "the harbour owed its wealth", "--style", "apa").out
    assert own.rstrip().endswith("“the harbour owed its wealth” (Orme, 2020)")
    term = citekit("quote", "the taut rope", "--style", "apa").out
    assert term.rstrip().endswith("“the taut rope” (Bramwell, 1987, as cited in Orme, 2020)")


@pytest.mark.parametrize(
    ("text", "asked", "pasted"),
    [
        ('Orme told me, "was never about speed."', "it was never about speed",
         "was never about speed"),
        ("A lock can be changed; a face cannot.", "a lock may be changed but not a face",
         "A lock can be changed; a face cannot"),
        ("Man kann den Preis senken; die Steuer nie.", "man darf den Preis senken, keine Steuer",
         "Man kann den Preis senken; die Steuer nie"),
        ("On vend le sel ; les cordes ne se vendent plus.", "on vend le sel mais pas les cordes",
         "On vend le sel ; les cordes ne se vendent plus"),
        ("The big “large boats” stayed.", "the large boats stayed", "The big ‘large boats’ stayed"),
        ("The ships sailed, the boats stayed.", "the ships sailed", "The ships sailed"),
    ],
)  # fmt: skip
def test_what_is_pasted_begins_and_ends_whole(
    empty: Path, citekit: Run, text: str, asked: str, pasted: str
) -> None:
    (empty / "texts" / "one.txt").write_text(f"A beginning of it. {text} An end.\n")
    ran = citekit("quote", asked, "--count", "1")
    assert ran.out.rstrip().endswith(f"“{pasted}”")
