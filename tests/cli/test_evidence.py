"""The evidence of a record that a review added, in whatever order its passages came."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.library import Project
from citekit.library.decisions import Decision
from citekit.library.reviewing import Review
from tests.cli.conftest import Run

TEXT = (
    "Ilse Bramwell (1987) reads this as a grammar of ropes.\n\nReferences\n\n"
    "Bramwell, I. (1987). The Grammar of Ropes: Quays and Markets. Tarn Press.\n"
)
STATED = {
    "author": "Bramwell, I.",
    "date": "1987",
    "title": "The Grammar of Ropes: Quays and Markets",
    "publisher": "Tarn Press",
}


@pytest.fixture
def scanned(empty: Path, citekit: Run) -> Path:
    (empty / "texts" / "one.txt").write_text(TEXT, encoding="utf-8")
    assert citekit("scan").code == 0
    return empty


def read(citekit: Run) -> dict[str, str]:
    rows = citekit("show", "bramwell1987", "--evidence", "--json").json
    return {row["field"]: row["words"] for row in rows if row["source"] == "read"}


def evidence_count() -> int:
    return sum(each.kind == "evidence" for each in Project.open().state().passages.passages)


def ids(*kinds: str) -> list[str]:
    found = {each.kind: each.id for each in Project.open().state().suggestions.passages}
    return [found[kind] for kind in kinds]


@pytest.mark.parametrize(
    "kinds", [("citation", "reference"), ("reference", "citation")], ids=lambda kinds: kinds[0]
)
@pytest.mark.parametrize("how", ["one batch", "one by one", "scanned between", "one session"])
def test_a_record_has_its_evidence_from_the_reference_whatever_came_first(
    scanned: Path, citekit: Run, kinds: tuple[str, str], how: str
) -> None:
    first, second = ids(*kinds)
    if how == "one batch":
        citekit("review", "--accept", first, "--accept", second)
    elif how == "one session":
        review = Review(Project.open())
        review.decide(Decision(first, "accept"))
        review.decide(Decision(second, "accept"))
    else:
        citekit("review", "--accept", first)
        if how == "scanned between":
            citekit("scan")
            (second,) = ids(kinds[1])
        assert citekit("review", "--accept", second).code == 0
    assert read(citekit) == STATED
    assert evidence_count() == 4


def test_taking_the_reference_back_restores_what_was_read_from_the_citation(
    scanned: Path, citekit: Run
) -> None:
    citation, reference = ids("citation", "reference")
    review = Review(Project.open())
    review.decide(Decision(citation, "accept"))
    before = read(citekit)
    assert before == {"author": "Bramwell", "date": "1987"}
    review.decide(Decision(reference, "accept"))
    review.take_back(reference)
    assert read(citekit) == before


def test_a_record_that_somebody_typed_gets_no_evidence_from_a_citation(
    scanned: Path, citekit: Run
) -> None:
    fields = ("author=Bramwell, Ilse", "date=1987", "title=The Grammar of Ropes")
    assert citekit("add", "book", *fields, "--key", "bramwell1987").code == 0
    citekit("scan")
    (citation,) = ids("citation")
    assert citekit("review", "--accept", citation).code == 0
    assert read(citekit) == {}


PAGE = (
    "<html lang=en><head><title>Of Nets</title><meta name=author content='Ilse Bramwell'>"
    "<meta name=date content=2019-03-04></head><body><h1>Of Nets</h1><p>By Ilse Bramwell</p>"
    f"<p>{'In 2019 a net lay on the quay, and nobody wanted to have it. ' * 4}</p></body></html>"
)


def test_the_record_of_a_document_takes_what_its_file_states(empty: Path, citekit: Run) -> None:
    settings = empty / "citekit.toml"
    settings.write_text('documents = ["texts/*"]\n', encoding="utf-8")
    (empty / "texts" / "net.html").write_text(PAGE, encoding="utf-8")
    dry = citekit("add", "misc", "--document", "net.html", "--dry-run", "--json").json
    assert dry["keys"] == ["bramwell2019"]
    assert citekit("add", "misc", "--document", "net.html", "date=2020").code == 0
    rows = citekit("show", "bramwell2020", "--evidence", "--json").json
    assert {row["field"]: (row["source"], row["words"]) for row in rows} == {
        "author": ("read", "Ilse Bramwell"),
        "title": ("read", "Of Nets"),
        "langid": ("supplied", ""),
        "date": ("supplied", ""),
    }


def test_a_date_in_the_prose_is_no_evidence_of_the_date_stated(empty: Path, citekit: Run) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*"]\n', encoding="utf-8")
    (empty / "texts" / "net.html").write_text(PAGE, encoding="utf-8")
    assert citekit("add", "misc", "--document", "net.html", "title=Another").code == 0
    rows = citekit("show", "bramwell2019", "--evidence", "--json").json
    assert {row["field"] for row in rows if row["source"] == "read"} == {"author"}


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2019/3/4", "2019-03-04"),
        ("2019/03", "2019-03"),
        ("2019-03-04T10:00:00Z", "2019-03-04"),
        ("4. März 2019", "2019-03-04"),
        ("yesterday", None),
    ],
)
def test_dates_as_files_state_them(
    empty: Path, citekit: Run, stated: str, date: str | None
) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*"]\n', encoding="utf-8")
    text = f"---\ntitle: Of Nets\ndate: {stated}\n---\n\nText.\n"
    (empty / "texts" / "net.md").write_text(text, encoding="utf-8")
    assert citekit("add", "misc", "--document", "net.md", "--key", "net").code == 0
    assert citekit("list", "net", "--json").json[0]["fields"].get("date") == date


def test_a_plain_text_states_nothing(empty: Path, citekit: Run) -> None:
    assert citekit("add", "misc", "--document", "two.txt", "--key", "two").code == 0
    assert set(citekit("list", "two", "--json").json[0]["fields"]) == {"file"}


DATED = """\
---
title: Ropes
author: Ann Rope
date: 1948-10-12
---

# Ropes

By Ann Rope, 12.10.1948

It rained on the quay all day, and nobody came to see the boats, which was a pity, as they said
later in the harbour office, over a cup of tea that had been made for somebody else entirely.
"""


def test_a_date_with_points_is_evidence_and_a_name_is_its_nearest_parts(
    empty: Path, citekit: Run
) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*"]\n', encoding="utf-8")
    (empty / "texts" / "rope.md").write_text(DATED, encoding="utf-8")
    assert citekit("add", "misc", "--document", "rope.md").code == 0
    rows = citekit("show", "rope1948", "--evidence", "--json").json
    assert {row["field"]: row["words"] for row in rows} == {
        "author": "Ann Rope",
        "title": "Ropes",
        "date": "12.10.1948",
    }


def test_a_body_that_states_itself_as_author_is_no_person(empty: Path, citekit: Run) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*"]\n', encoding="utf-8")
    page = PAGE.replace("Ilse Bramwell", "The Net Quarterly")
    (empty / "texts" / "net.html").write_text(page, encoding="utf-8")
    assert citekit("add", "misc", "--document", "net.html", "--key", "net").code == 0
    fields = citekit("show", "net", "--json").json["fields"]
    assert fields["author"] == "{The Net Quarterly}"


def test_records_of_several_documents_are_added_at_once(empty: Path, citekit: Run) -> None:
    (empty / "citekit.toml").write_text('documents = ["**/*.txt", "**/*.md"]\n', encoding="utf-8")
    more = empty / "more" / "deep"
    more.mkdir(parents=True)
    for name, title in (("net", "Of Nets"), ("rope", "Of Ropes")):
        head = f"---\ntitle: {title}\nauthor: Ida Bramwell\ndate: 2019\n---\n"
        text = f"{head}\n# {title}\n\nIda Bramwell\n\nText.\n"
        (more / f"{name}.md").write_text(text, encoding="utf-8")
    assert citekit("add", "misc", "--document", "rope.md", "--key", "rope").code == 0
    before = (empty / "refs" / "works.bib").read_bytes()
    refused = citekit("add", "misc", "--document", "more", "--document", "rope.md")
    assert (refused.code, "has a record: rope" in refused.err) == (2, True)
    refused = citekit("add", "misc", "--document", "texts", "--key", "k")
    assert (refused.code, "2 records cannot have one key" in refused.err) == (2, True)
    assert (empty / "refs" / "works.bib").read_bytes() == before
    done = citekit("add", "misc", "--document", "more", "--document", "texts", "keywords=old")
    assert done.code == 0
    assert "added bramwell2019, one, two (refs/passages.jsonl, refs/works.bib" in done.err
    files = {each["key"]: each["fields"]["file"] for each in citekit("list", "--json").json}
    assert files == {
        "rope": "more/deep/rope.md",
        "bramwell2019": "more/deep/net.md",
        "one": "texts/one.txt",
        "two": "texts/two.txt",
    }
    rows = citekit("show", "bramwell2019", "--evidence", "--json").json
    assert {row["field"] for row in rows if row["source"] == "read"} == {"title", "author"}
    again = citekit("add", "misc", "--document", "more")
    assert (again.code, "every document in 'more' has a record" in again.err) == (2, True)


def test_one_key_is_not_given_to_several_new_records(empty: Path, citekit: Run) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*"]\n', encoding="utf-8")
    for name in ("a", "b"):
        text = "---\nauthor: Ida Bramwell\ndate: 2019\n---\n\nText.\n"
        (empty / "texts" / f"{name}.md").write_text(text, encoding="utf-8")
    done = citekit("add", "misc", "--document", "a.md", "--document", "b.md", "--json").json
    assert done["keys"] == ["bramwell2019", "bramwell2019a"]
