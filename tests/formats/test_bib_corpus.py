"""The corpus runner: it sees what is wrong, and a part of the real files is right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from citekit.formats import biblatex
from citekit.formats.bibsource import split
from tests import bib_corpus

TESTDATA = Path(os.environ.get("CITEKIT_TESTDATA", Path(__file__).parents[3] / "shared"))


def files(folder: str) -> list[Path]:
    found = sorted((TESTDATA / folder).glob("*.bib"))
    if not found:
        pytest.skip(f"no test data in {TESTDATA / folder}")
    return found


def test_hostile_files() -> None:
    results = [bib_corpus.examine(path) for path in files("bib-torture")]
    assert [result for result in results if not result.good] == []


def test_every_eighth_real_file() -> None:
    results = [bib_corpus.examine(path) for path in files("bib-corpus")[::8]]
    assert [result for result in results if not result.good] == []


GOOD = """\
@string{p = "Press"}
@book{a, title = {One} # { two}, publisher = p, month = Jan, year = 2001}
@misc{b, note = "x"}
"""


def test_a_sound_file_is_good(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "utf-16", "iso-8859-1", "utf-8-sig")):
        path = tmp_path / f"{number}__2.bib"
        path.write_bytes(GOOD.replace("two", "zwölf").replace("\n", "\r\n").encode(encoding))
        result = bib_corpus.examine(path)
        assert result.good, result
        assert (result.entries, result.edited) == (2, 2)


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "three__3.bib"
    path.write_text(GOOD)
    assert bib_corpus.examine(path).missing == 1
    path.write_bytes("ü ö ä".encode() + b"\xff")
    assert "UTF-8" in bib_corpus.examine(path).refused


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        (GOOD.replace('@misc{b, note = "x"}', ""), ["entry b"]),
        (GOOD.replace("note =", "nota ="), ["field note of b"]),
        (GOOD.replace("{One}", "{Uno}"), ["value of title of a"]),
    ],
)
def test_a_loss_is_seen(ours: str, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that reads other than its text says."""
    peer = bib_corpus.peer_entries(GOOD)
    monkeypatch.setattr(bib_corpus, "peer_entries", lambda text: peer)
    found = list(bib_corpus.lost(split(ours), biblatex.read(ours)))
    assert found == told
