"""The catalogue as it is asked: names and titles in one pass, families by year."""

from __future__ import annotations

from citekit.find.works import Catalogue
from citekit.find.worktitles import plain, typed
from citekit.model import Date, DatePoint, Name, Work


def _work(key: str, family: str, title: str, year: int | None = None) -> Work:
    fields: dict[str, object] = {"author": (Name(family, "Ann"),), "title": title}
    if year is not None:
        fields["issued"] = Date(DatePoint(year))
    return Work(key, "book", fields)  # type: ignore[arg-type]


CATALOGUE = Catalogue.of([
    _work("a", "Berg", "The Berg Harbour", 1990),
    _work("b", "Berg Lund", "Lights of the Quay", 1990),
    _work("c", "Bergen", "Quay Walls", 2001),
    _work("d", "Berg", "Moving Sands"),
])  # fmt: skip


def test_of_names_that_overlap_the_longest_stays() -> None:
    text = "Berg and Berg Lund met Bergen, not Bergener, at the Berg Harbour."
    printed = CATALOGUE.printed(typed(text))
    names = [text[hit.start : hit.end] for hit in CATALOGUE.name_hits(text, printed)]
    assert names == ["Berg", "Berg Lund", "Bergen", "Berg"]


def test_a_title_is_found_though_a_name_stands_in_it() -> None:
    text = "In The Berg Harbour and in Quay Walls."
    printed = CATALOGUE.printed(typed(text))
    hits = CATALOGUE.title_hits(text, plain(text), printed, ())
    assert [text[hit.start : hit.end] for hit in hits] == ["The Berg Harbour", "Quay Walls"]


def test_the_works_of_a_family_by_year() -> None:
    assert CATALOGUE.written("berg", None) == [0, 3]
    assert list(CATALOGUE.written("berg", (1990,))) == [0]
    assert list(CATALOGUE.written("berg", ())) == [3]
    assert list(CATALOGUE.written("bergen", (1990, 2001))) == [2]
    assert list(CATALOGUE.written("nobody", (1990,))) == []
