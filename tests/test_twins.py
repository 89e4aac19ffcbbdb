"""Which works with the same title, author and year are one, and which are two."""

from __future__ import annotations

import pytest

from citekit.formats import biblatex
from citekit.twins import Twin, Twins

_SAME = [
    ("journaltitle={J. Hist. Ideas}", "journaltitle={Journal of the History of Ideas}"),
    ("journaltitle={PNAS}", "journaltitle={Proceedings of the National Academy of Sciences}"),
    ("journaltitle={Z. Phys.}", "journaltitle={Zeitschrift für Physik}"),
    ("journaltitle={JACM}", "journaltitle={Journal of the ACM}"),
    ("journaltitle={Merkur}", "journaltitle={Merkur: Deutsche Zeitschrift}"),
    ("volume={Vol. 2}", "volume={II}"),
    ("volume={38}, number={1-2}", "volume={38}, number={2}"),
    ("volume={2}", ""),
    ("pages={433--49}", "pages={440}"),
    ("pages={e123}", "pages={1--4}"),
    ("author={Smith, J.}", "author={Smith, John M.}"),
    ("author={Smith, JM}", "author={Smith, John}"),
    ("author={Hegel, G. W. Friedrich}", "author={Hegel, Friedrich}"),
    ("author={Jung, Carl}", "author={Jung, Karl}"),
    ("author={Beck, Jörg}", "author={Beck, Joerg}"),
    ("date={2001-05-05}, volume=3, pages=4", "date={2001-05-09}, volume=3, pages=4"),
    ("isbn={9780571142194}, publisher={Faber}", "isbn={9780198140009}, publisher={Faber & Faber}"),
    ("isbn={9780571142194}, edition={2}", "isbn={9780198140009}, edition={2nd ed.}"),
    ("publisher={Faber}", "isbn={9780198140009}, publisher={Clarendon}"),
]
_TWO = [
    ("isbn={9780571142194}, edition={2}", "isbn={9780198140009}, edition={3}", "edition"),
    (
        "isbn={9780571142194}, translator={Lowe, Ann}",
        "isbn={9780198140009}, translator={High, Bodo}",
        "translator",
    ),
    (
        "isbn={9780571142194}, publisher={Oxford University Press}",
        "isbn={9780198140009}, publisher={Cambridge University Press}",
        "publisher",
    ),
    ("journaltitle={Isis}", "journaltitle={Osiris}", "container"),
    (
        "journaltitle={Journal of Philosophy}",
        "journaltitle={Journal of the History of Philosophy}",
        "container",
    ),
    ("journaltitle={Physical Review A}", "journaltitle={Physical Review B}", "container"),
    ("volume={I}", "volume={2}", "volume"),
    ("volume=5, number={1}", "volume=5, number={2}", "number"),
    ("volume=5, pages={1--4}", "volume=5, pages={201--204}", "pages"),
    ("author={Smith, John}", "author={Smith, Mary}", "given name"),
    ("date={2001-05-05}", "date={2001-06-17}", "date"),
    ("related={k0,k1}, relatedtype={reprintof}", "", "related"),
]


def _looked(one: str, other: str) -> Twin | None:
    entries = [
        f"@article{{k{number}, title={{Introduction}}, {fields}"
        + ("" if "author" in fields else ", author={Smith, John}")
        + ("" if "date" in fields else ", date={2001}")
        + "}"
        for number, fields in enumerate((one, other))
    ]
    first, second = biblatex.read("\n".join(entries)).works
    return Twins([first]).look(second)


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_abbreviations_spellings_and_gaps_are_no_difference(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        twin = _looked(*pair)
        assert twin is not None
        assert twin.same


@pytest.mark.parametrize(("one", "other", "said"), _TWO)
def test_another_place_day_or_name_is_another_work(one: str, other: str, said: str) -> None:
    for pair in ((one, other), (other, one)):
        twin = _looked(*pair)
        assert twin is not None
        assert not twin.same
        assert said in twin.difference


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ("@book{k0, title={The Flat Water}, author={Smith, John}, date={2001}}", True),
        ("@book{k1, title={The Flat Water}, author={Smith, John}, date={2001}}", False),
        ("@book{k0, title={The Flat Water}, author={Jones, John}, date={2001}}", False),
        ("@book{k0, title={The Flat Water}, author={Smith, John}, date={2002}}", False),
        ("@book{k0, title={Of Mud and Men}, author={Smith, John}, date={2001}}", False),
        ("@book{k0, title={The Flat Waters 2}, author={Smith, John}, date={2001}}", False),
    ],
)
def test_a_title_that_was_corrected_is_the_same_work_by_its_key(second: str, same: bool) -> None:
    first = "@book{k0, title={The Flat Watre}, author={Smith, John}, date={2001}}"
    (known,), (work,) = biblatex.read(first).works, biblatex.read(second).works
    assert Twins([known]).look(work) == (Twin("k0", "key") if same else None)
