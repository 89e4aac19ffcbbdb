"""Identifiers: canonical forms, check digits, DOIs in running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit import identifiers as ids


@pytest.mark.parametrize(
    ("normalise", "text", "canonical"),
    [
        (ids.normalise_doi, "10.1000/XYZ_1", "10.1000/xyz_1"),
        (ids.normalise_doi, "https://doi.org/10.1000/a(b)c", "10.1000/a(b)c"),
        (ids.normalise_doi, "http://dx.doi.org/10.1002/x%3C1%3E", "10.1002/x<1>"),
        (ids.normalise_doi, "doi: 10.1000.10/123", "10.1000.10/123"),
        (ids.normalise_doi, "10.1000/a%20b", "10.1000/a%20b"),
        (ids.normalise_doi, "10.1000", None),
        (ids.normalise_doi, "11.1000/x", None),
        (ids.normalise_doi, "10.1000/a b", None),
        (ids.normalise_isbn, "0-306-40615-2", "9780306406157"),
        (ids.normalise_isbn, "ISBN 978-0-306-40615-7", "9780306406157"),
        (ids.normalise_isbn, "080442957X", "9780804429573"),
        (ids.normalise_isbn, "0-306-40615-3", None),
        (ids.normalise_isbn, "9780306406158", None),
        (ids.normalise_isbn, "9990306406157", None),
        (ids.normalise_issn, "ISSN 0378-5955", "0378-5955"),
        (ids.normalise_issn, "2434561x", "2434-561X"),
        (ids.normalise_issn, "0378-5954", None),
        (ids.normalise_arxiv, "arXiv:2101.00001v2 [cs.DL]", "2101.00001v2"),
        (ids.normalise_arxiv, "https://arxiv.org/pdf/math.GT/0309136.pdf", "math.gt/0309136"),
        (ids.normalise_arxiv, "2101.001", None),
        (ids.normalise_pmid, "PMID: 12345678", "12345678"),
        (ids.normalise_pmid, "https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
        (ids.normalise_pmid, "012", None),
        (ids.normalise_pmcid, "pmc123", "PMC123"),
        (ids.normalise_pmcid, "PMCID: 123", "PMC123"),
        (ids.normalise_pmcid, "123", None),
        (ids.normalise_orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        (ids.normalise_orcid, "0000-0002-1694-233x", "0000-0002-1694-233X"),
        (ids.normalise_orcid, "0000-0002-1825-0098", None),
        (ids.normalise_orcid, "nobody", None),
    ],
)
def test_canonical(
    normalise: Callable[[str], str | None], text: str, canonical: str | None
) -> None:
    assert normalise(text) == canonical


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("See doi:10.1000/abc.", "10.1000/abc"),
        ("(https://doi.org/10.1000/a(1)b).", "10.1000/a(1)b"),
        ("[10.1000/abc], 10.1000/def", "10.1000/abc"),
        ("in 10.1000/ABC;", "10.1000/abc"),
        ("version 110.1000/x", None),
        ("nothing", None),
    ],
)
def test_doi_in_text(text: str, doi: str | None) -> None:
    assert ids.find_doi(text) == doi


@given(st.from_regex(r"\A[0-9]{9}\Z"), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_found(body: str, place: int, shift: int) -> None:
    isbn = ids.isbn13(body + "0")
    assert ids.normalise_isbn(isbn) == isbn
    wrong = isbn[: place + 3] + str((int(isbn[place + 3]) + shift) % 10) + isbn[place + 4 :]
    assert ids.normalise_isbn(wrong) is None


@given(st.text())
def test_any_text(text: str) -> None:
    for normalise in (
        ids.normalise_doi,
        ids.normalise_isbn,
        ids.normalise_issn,
        ids.normalise_arxiv,
        ids.normalise_pmid,
        ids.normalise_pmcid,
        ids.normalise_orcid,
        ids.find_doi,
    ):
        canonical = normalise(text)
        assert canonical is None or normalise(canonical) == canonical
