"""Which documents may hold words, of many texts with the same common words."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.library import Project, audit
from citekit.library.nominating import documents_with
from citekit.library.setup import make_project

COMMON = "The engine of the mill was in the yard and the boats were on the river."
SOURCE = "We saw the copper pump of the brewery in the yard before the flood of that autumn."


@pytest.fixture
def mill(tmp_path: Path) -> Project:
    """Thirty texts that share their words, and one that has others, too."""
    (tmp_path / "texts").mkdir()
    make_project(tmp_path, ["texts/*.txt"])
    for number in range(30):
        (tmp_path / "texts" / f"{number:02}.txt").write_text(COMMON, encoding="utf-8")
    (tmp_path / "texts" / "source.txt").write_text(f"{COMMON} {SOURCE}", encoding="utf-8")
    return Project.open(tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        "the copper pump of the brewery in the yard",
        "the old copper pump of that brewery in our yard",
        "the kopper pump of the brewery in the yard before the floods",
    ],
)
def test_the_document_with_the_rarer_words_comes_first(mill: Project, words: str) -> None:
    counts: dict[str, int] = {}
    for _ in range(2):  # the second time the words are known
        assert documents_with(mill, words, counts)[0] == "texts/source.txt"
    assert documents_with(mill, words)[0] == "texts/source.txt"
    assert counts["the"] == 31
    assert counts["copper" if "copper" in words else "kopper"] == ("copper" in words)


def test_common_words_alone_are_found(mill: Project) -> None:
    assert "texts/00.txt" in documents_with(mill, "the boats were on the river")
    assert documents_with(mill, "—") == []


def test_a_check_of_quotations_tells_how_far_it_is(mill: Project) -> None:
    told: list[tuple[int, int, str]] = []
    audit.audit(mill, ["quotations"], progress=lambda *now: told.append(now))
    assert told[0] == (0, 31, "texts/00.txt")
    assert told[31] == (0, 31, "quotations of texts/00.txt")
    assert told[-1] == (31, 31, "")
    assert len(told) == 63
