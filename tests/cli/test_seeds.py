"""The seed corpus: what a newcomer sees."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ANALYSIS = "001_14cf3669de14d582"


@pytest.mark.parametrize(
    ("key", "count"),
    [("waltz1959", 7), ("jervis1976", 4), ("schelling1963", 3), ("bacon2018", 3)],
)
def test_cites(seeds: Path, citekit: Run, key: str, count: int) -> None:
    views = citekit("cites", key, "--json").json
    assert len(views) == count
    for view in views:
        text = (seeds / view["document"]).read_text(encoding="utf-8")
        assert text[view["start"] : view["end"]] == view["exact"]
        assert view["anchor"] == "exact"
        start, end = view["mark"]
        assert view["sentence"][start:end] == view["exact"]
        line = text.split("\n")[view["line"] - 1]
        assert line[view["column"] - 1 :].startswith(view["exact"].split("\n")[0])


def test_cites_for_people(seeds: Path, citekit: Run) -> None:
    out = citekit("cites", "waltz1959").out
    assert f"seeds/{ANALYSIS}.txt:3:" in out
    assert "⟦Kenneth Waltz’s neo-realist “three level analysis”⟧" in " ".join(out.split())


def test_quotations_have_speakers(seeds: Path, citekit: Run) -> None:
    views = citekit("passages", "--kind", "quotation", "--json").json
    assert len(views) == 18
    speakers = Counter(view["speaker"] for view in views)
    assert speakers["Harleen Gambhir"] == 4
    assert speakers["Ash Carter"] == 5
    assert speakers["Nick Heras"] == 4
    assert all(view["speaker"] and view["cue"] and view["quoted"] for view in views)
    assert all(view["exact"] == f"“{view['quoted']}”" for view in views)


def test_credited_scholars_are_linked_to_no_work(seeds: Path, citekit: Run) -> None:
    views = citekit("passages", "--kind", "credit", "--json").json
    assert {view["person"] for view in views} == {"Brian Jenkins", "Martha Crenshaw"}
    assert all(view["work"] == "" for view in views)


@pytest.mark.parametrize(
    "name", [ANALYSIS, f"{ANALYSIS}.txt", f"seeds/{ANALYSIS}.txt", f"./seeds/{ANALYSIS}.txt"]
)
def test_works_of_a_document(seeds: Path, citekit: Run, name: str) -> None:
    works = citekit("works", name, "--json").json
    assert {work["key"]: work["count"] for work in works} == {
        "waltz1959": 7,
        "jervis1976": 4,
        "schelling1963": 3,
    }
    assert works[0]["kinds"] == {"mention": 2, "reference": 1, "echo": 4}
    assert citekit("works", name).out.startswith("waltz1959  Waltz, 1959, Man, the State and War")


def test_evidence(seeds: Path, citekit: Run) -> None:
    found = {row["field"]: row for row in citekit("show", "waltz1959", "--evidence", "--json").json}
    assert found["author"]["words"] == "Waltz, Kenneth N."
    assert found["date"]["words"] == "1959"
    assert {row["source"] for row in found.values()} == {"read"}
    supplied = {
        row["field"]: row["source"]
        for row in citekit("show", "schelling1963", "--evidence", "--json").json
    }
    assert supplied["origdate"] == "supplied"
    assert supplied["date"] == "read"
    out = citekit("show", ANALYSIS, "--evidence").out
    assert "title" in out
    assert "absent in the source" in out


def test_check_is_clean_with_every_check(seeds: Path, citekit: Run) -> None:
    ran = citekit("check")
    assert (ran.code, ran.out) == (0, "")
    assert "ignore" not in (seeds / "citekit.toml").read_text(encoding="utf-8")


def test_search_finds_works_and_passages(seeds: Path, citekit: Run) -> None:
    found = citekit("search", "compellence", "--json").json
    assert len(found["passages"]) >= 3
    assert [work["key"] for work in citekit("search", "misperc", "--json").json["works"]] == [
        "jervis1976"
    ]
    assert citekit("search", "zzz").err.strip() == "nothing found"


def test_list_and_show(seeds: Path, citekit: Run) -> None:
    lines = citekit("list").out.splitlines()
    assert len(lines) == 9
    assert any(line.split()[:3] == ["waltz1959", "Waltz", "1959"] for line in lines)
    assert "cited by 7 passages in 1 document" in citekit("show", "waltz1959").out


def test_demo_writes_files_that_read_back(
    tmp_path: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = citekit("demo", "out")
    assert ran.code == 0
    for words in ("The catalogue", "waltz1959", "Waltz, K. N. (1959).", "catalogue.ris"):
        assert words in ran.out
    for line in ran.out.split("Files\n")[1].splitlines():
        assert (tmp_path / line.strip()).read_text(encoding="utf-8").strip()
    again = tmp_path / "again"
    again.mkdir()
    monkeypatch.chdir(again)
    citekit("init")
    for name in ("catalogue.bib", "catalogue.ris", "catalogue.csl.json"):
        ran = citekit("import", str(tmp_path / "out/exports" / name), "--keep-duplicates", "--json")
        assert ran.code == 0, ran.out
        assert len(ran.json[0]["added"]) == 9


def test_demo_writes_over_no_change_to_an_earlier_one(
    tmp_path: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    assert [citekit("demo", "out").code for _ in range(2)] == [0, 0]
    assert citekit("-C", "out", "edit", "waltz1959", "note=Mine").code == 0
    again = citekit("demo", "out")
    assert again.code == 2
    assert "out is not empty" in again.err
    assert "Mine" in citekit("-C", "out", "show", "waltz1959").out
