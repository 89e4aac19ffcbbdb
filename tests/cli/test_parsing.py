"""``citekit parse``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.cli.main import run
from citekit.library.parsing import parse_strings, split_strings

BOOK = "Arendt, Hannah (1958): The Human Condition. Chicago: University of Chicago Press."
ARTICLE = (
    "Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology, 78(6), "
    "1360–1380."
)


@pytest.fixture
def strings(tmp_path: Path) -> str:
    path = tmp_path / "references.txt"
    path.write_text(f"{BOOK}\n{ARTICLE}\n", encoding="utf-8")
    return str(path)


def test_fields_for_people(strings: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", strings]) == 0
    out = capsys.readouterr().out
    assert "arendt1958 (book)" in out
    assert "container-title  American Journal of Sociology," in out


def test_json_has_fields_spans_and_works(strings: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", strings, "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first["string"] == BOOK
    assert ["title", "The Human Condition."] in first["fields"]
    for part in first["parts"]:
        assert BOOK[part["start"] : part["end"]] == part["text"]
    assert ["volume", "78(6),"] in second["fields"]
    assert {"label": "issue", "text": "(6),", "start": 87, "end": 91} in second["parts"]
    assert second["work"]["page"] == "1360-1380"
    assert second["work"]["author"] == [{"family": "Granovetter", "given": "M. S."}]


@pytest.mark.parametrize("string", [BOOK, BOOK + " New edition." * 50])
def test_a_string_itself(string: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", string]) == 0
    assert "arendt1958 (book)" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["", "no references.txt", "none.txt"])
def test_no_such_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", name]) == (2 if not name else 3)
    out, err = capsys.readouterr()
    assert not out
    assert (name or "the name of the file is empty") in err


@pytest.mark.parametrize(
    ("target", "sign"),
    [("biblatex", "@book{arendt1958,"), ("bib", "@book{"), ("ris", "TY  - JOUR")],
)
def test_any_format(
    strings: str, capsys: pytest.CaptureFixture[str], target: str, sign: str
) -> None:
    assert run(["parse", strings, "--to", target]) == 0
    assert sign in capsys.readouterr().out


def test_json_and_a_format_exclude_each_other(strings: str) -> None:
    assert run(["parse", strings, "--json", "--to", "bib"]) == 2


def test_the_same_key_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.txt"
    path.write_text(f"{BOOK}\n{BOOK}\n", encoding="utf-8")
    assert run(["parse", str(path), "--json"]) == 0
    assert [one["work"]["id"] for one in json.loads(capsys.readouterr().out)] == [
        "arendt1958",
        "arendt1958a",
    ]


def test_strings_are_lines_or_blocks() -> None:
    assert split_strings(f"{BOOK}\r\n\n") == [BOOK]
    assert split_strings(f"{BOOK}\n{ARTICLE}") == [BOOK, ARTICLE]
    wrapped = ARTICLE.replace("American", "\n   American")
    assert split_strings(f"{BOOK}\n\n{wrapped}\n") == [BOOK, wrapped]
    assert split_strings(f"[1] {BOOK}\n[2] {ARTICLE}\n\n[3] {BOOK}") == [BOOK, ARTICLE, BOOK]


def test_nothing_in_nothing_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("\n\n", encoding="utf-8")
    assert run(["parse", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_no_string_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("\n \n", encoding="utf-8")
    for arguments in ([], ["--to", "ris"], ["--json"]):
        assert run(["parse", str(path), *arguments]) == 0
        assert "no reference string" in capsys.readouterr().err


def test_headings_and_labels_are_no_strings() -> None:
    text = (
        f"# HIST 342\n\n## Week 1. Ports\n\n**Required**\n\n{BOOK}\n\nFurther reading\n\n{ARTICLE}"
    )
    assert split_strings(text) == [BOOK, ARTICLE]
    assert split_strings(f"## Week 2\n{BOOK}\n{ARTICLE}") == [BOOK, ARTICLE]
    assert split_strings("War and Peace\nMiddlemarch") == ["War and Peace", "Middlemarch"]


@pytest.mark.parametrize(
    ("place", "volume", "issue"),
    [
        ("Journal of Maritime Research 15/2 (2013), pp. 233–58.", "15", "2"),
        ("Harbour Studies 12/3-4 (2004), pp. 5-20.", "12", "3-4"),
        ("Harbour Studies 15/16 (1999), pp. 3–9.", "15/16", ""),
    ],
)
def test_volume_and_issue_with_a_stroke_between(place: str, volume: str, issue: str) -> None:
    ((_, work),) = parse_strings([f"O'Brien, Séan, 'The tidal harbours', {place}"])
    assert (work.text("volume"), work.text("issue")) == (volume, issue)


def test_a_number_of_volumes_is_that_of_a_book() -> None:
    string = "Braudel, Fernand. The Mediterranean. 2 vols. London: Collins, 1972–73."
    ((_, work),) = parse_strings([string])
    assert (work.type, work.text("title")) == ("book", "The Mediterranean")
