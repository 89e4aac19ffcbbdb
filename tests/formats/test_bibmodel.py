"""What looks like a slip in an entry, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import Where
from citekit.formats import biblatex
from citekit.formats.bibmap import MEANINGS, ROWS_BY_FIELD
from citekit.formats.bibmodel import slips


def hints(text: str, entry_type: str, *fields: str) -> list[str]:
    [work] = biblatex.read(text).works
    return [found.hint for found in slips(work, entry_type, fields, Where("a.bib", 1))]


def near(entry_type: str, *fields: str) -> list[str]:
    return hints("@book{a, title={T}}", entry_type, *fields)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tittle", "title"),
        ("titel", "title"),
        ("yaer", "year"),
        ("authors", "author"),
        ("editors", "editor"),
        ("bootitle", "booktitle"),
        ("jurnal", "journal"),
    ],
)
def test_a_field_one_slip_away_is_told(name: str, meant: str) -> None:
    assert near("book", name) == [f"did you mean {meant}?"]


OWN = "eissn titlea keyword1 name dio user weird bdsk-url-1 editora csl-note author+an mrnumber"


@pytest.mark.parametrize("name", OWN.split())
def test_other_names_are_the_users_own(name: str) -> None:
    assert near("book", name) == []


def test_types() -> None:
    assert near("boook") == ["did you mean @book?"]
    assert near("artcle") == ["did you mean @article?"]
    for name in (*MEANINGS, "set", "xdata", "customa", "data", "webpage", "talk"):
        assert near(name) == []
    assert near("book", *ROWS_BY_FIELD) == []


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("x", True),
        ("2001-02-30", True),
        ("2001-13-01", True),
        ("forthcoming", True),
        ("1959", False),
        ("1959-05/..", False),
        ("c. 1850", False),
        ("199X", False),
        ("", False),
    ],
)
def test_dates_that_are_none(date: str, told: bool) -> None:
    for field in ("date", "origdate", "eventdate", "urldate"):
        found = hints(f"@book{{a, title={{T}}, {field}={{{date}}}}}", "book", field)
        assert bool(found) == told
    assert hints("@book{a, title={T}, year={in press}}", "book", "year") == []


@given(st.text(max_size=12), st.lists(st.text(max_size=20), max_size=4))
def test_any_names_will_do(entry_type: str, fields: list[str]) -> None:
    near(entry_type, *fields)


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("isbn={978-3-16-148410-0}", []),
        ("isbn={978-3-16-148410-0 (pbk.); 3-16-148410-X}", []),
        ("isbn={316148410X 9783161484100}, issn={0378-5955, 2434-561X (online)}", []),
        ("isbn={425-02341-9}, doi={https://doi.org/10.1000/AbC}", []),
        ("isbn={978-3-16-148410-1}", ["no-isbn"]),
        ("isbn={978-3-16-148410-0; 978-3-16-14841-0}", ["no-isbn"]),
        ("issn={0378-5956}, doi={10.1000}", ["no-issn", "no-doi"]),
    ],
)
def test_identifiers_that_are_none_are_told(fields: str, codes: list[str]) -> None:
    [work] = biblatex.read(f"@book{{a, title={{T}}, {fields}}}").works
    assert [found.code for found in slips(work, "book", (), Where("a.bib", 1))] == codes
