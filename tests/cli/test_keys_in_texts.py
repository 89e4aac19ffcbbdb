"""Texts that cite by keys, entry sets, and what of an entry is no more than typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

BIB = """@article{m1, author={A, B}, title={One}, journaltitle={J}, date=2001}
@article{m2, author={A, C}, title={Two}, journaltitle={J}, date=2002}
@set{st, entryset={m1,m2}}
@set{half, entryset={m1,gone}}
@book{par, editor={Ed, I}, title={Handbook}, publisher={P}, date=2000}
@incollection{ch, author={Au, T}, title={Essay}, crossref={par}, pages={3--9}}
@book{lone, author={Lo, N}, title={Alone}, date=1999}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, citekit: Run) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.tex").write_text("\\cite{st} \\cite{ch}\n\nSo \\cite{ch}.\n", encoding="utf-8")
    assert citekit("init", "--documents", "a.tex").code == 0
    (tmp_path / "refs").mkdir(exist_ok=True)
    (tmp_path / "refs/works.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def test_a_set_is_its_members(citekit: Run, folder: Path) -> None:
    assert citekit("cite", "st", "--style", "apa").out.strip() == "(B. A, 2001; C. A, 2002)"
    printed = citekit("bib", "st", "m2", "--style", "apa").out.splitlines()
    assert printed == ["A, B. (2001). One. J.", "A, C. (2002). Two. J."]
    assert "'gone', a member of this set" in citekit("bib", "half", "--style", "apa").err


def test_what_cited_entries_need_is_not_uncited(citekit: Run, folder: Path) -> None:
    told = citekit("check", "--only", "uncited-works").out
    assert [key for key in ("m1", "m2", "par", "lone") if f"[{key}]" in told] == ["lone"]


@pytest.mark.parametrize("command", [("key", "ch", "essay"), ("rm", "ch")])
def test_texts_that_cite_a_key_that_goes_are_named(
    citekit: Run, folder: Path, command: tuple[str, ...]
) -> None:
    done = citekit(*command)
    assert done.code == 0
    assert "a.tex:1:17: cites ch 2 times" in done.err
    assert "citekit does not change your texts" in done.err
    assert "cites" not in citekit("key", "lone", "alone").err


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("f. 3v", "(Lo, 1999, Folio 3v)"),
        ("f1234", "(Lo, 1999, p. f1234)"),
        ("passim", "(Lo, 1999, passim)"),
        ("S. ", "no number follows 'S.'"),
    ],
)
def test_locators_without_a_page(citekit: Run, folder: Path, locator: str, printed: str) -> None:
    done = citekit("cite", f"lone@{locator}", "--style", "apa")
    assert printed in done.out + done.err


def test_a_date_that_biblatex_does_not_know_is_told_and_kept(citekit: Run, folder: Path) -> None:
    done = citekit("add", "book", "author=X, Y", "title=T", "date=Frühling 1999", "--key", "x")
    assert (done.code, "write 1999-21 (EDTF)" in done.err) == (1, True)
    assert "date = {Frühling 1999}" in (folder / "refs/works.bib").read_text(encoding="utf-8")
