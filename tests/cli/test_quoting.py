"""``quote`` and ``show --evidence``: what is found, and what is said where something lacks."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

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


def test_one_document_alone_is_looked_in(pace: Path, citekit: Run) -> None:
    (pace / "texts" / "two.txt").write_text(
        "Somebody wrote that the pace is slow and steady on the ropes.\n", encoding="utf-8"
    )
    assert (
        citekit("add", "misc", "--document", "texts/two.txt", "--key", "pace", "title=T").code == 0
    )

    def found(*names: str) -> list[str]:
        more = [part for name in names for part in ("-d", name)]
        ran = citekit("quote", "the pace is slow and steady", "--json", *more)
        return sorted(one["document"] for one in ran.json)

    assert found() == found("one.txt", "pace") == ["texts/one.txt", "texts/two.txt"]
    assert found("pace") == ["texts/two.txt"]
    assert found("texts/one.txt") == ["texts/one.txt"]
    ran = citekit("quote", "on the ropes", "harbour", "-d", "pace")
    assert ran.code == 0
    ran = citekit("quote", "wholly other matters", "-d", "pace")
    assert (ran.code, ran.err) == (1, "nothing like these words stands in texts/two.txt\n")
    ran = citekit("quote", "the pace", "-d", "nosuch")
    assert ran.code == 2
    assert "no document has the key, file name or path 'nosuch'" in ran.err


def test_words_of_a_decomposed_greek_text_are_found(empty: Path, citekit: Run) -> None:
    line = "Ἡ δὲ κώπη οὐκ ἔστι τοῦ πλοίου μέρος, ἀλλὰ τῶν ἐρετῶν"
    text = normalize("NFD", f"Οὕτως λέγουσιν οἱ πάλαι. {line}. Καὶ ταῦτα μὲν ταύτῃ.\n")
    (empty / "texts" / "one.txt").write_text(text, encoding="utf-8")
    ran = citekit("quote", "ἡ κώπη οὐκ ἔστι τοῦ πλοίου μέρος", "--json")
    assert ran.code == 0
    (one,) = ran.json
    assert normalize("NFC", one["exact"]).endswith("οὐκ ἔστι τοῦ πλοίου μέρος")


@pytest.mark.parametrize("command", [("works", "one.txt"), ("bib", "--cited")])
def test_that_no_passage_cites_a_work_is_told_with_what_to_do(
    pace: Path, citekit: Run, command: tuple[str, ...]
) -> None:
    ran = citekit(*command)
    assert ran.out == ""
    assert "(`citekit scan` finds what texts cite)" in ran.err


def test_show_tells_what_an_entry_inherits(empty: Path, citekit: Run) -> None:
    (empty / "refs" / "works.bib").write_text(
        "@xdata{x, publisher = {Tarn Press}}\n"
        "@incollection{a, author = {Reed, A.}, title = {Ropes}, crossref = {b}, xdata = {x}}\n"
        "@collection{b, editor = {Weed, B.}, title = {Quays \\& Ferries}, date = {1902}}\n",
        encoding="utf-8",
    )
    ran = citekit("show", "a")
    assert "  from b, x\n" in ran.out
    shown = [line.split(maxsplit=1) for line in ran.out.splitlines() if line.startswith("    ")]
    assert sorted(shown) == [
        ["booktitle", "Quays & Ferries"],
        ["date", "1902"],
        ["editor", "Weed, B."],
        ["publisher", "Tarn Press"],
    ]
    assert citekit("show", "a", "--json").json["inherited"]["date"] == "1902"
    assert citekit("show", "b", "--json").json["inherited"] == {}
    assert "from" not in citekit("show", "b").out
