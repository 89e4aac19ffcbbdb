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
