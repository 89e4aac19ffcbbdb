"""What of the catalogue or the passages cannot be read is said, and nothing written behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SOUND = "@book{orme1987, author = {Orme, Ida}, title = {Tides}, date = {1987}}\n"
BROKEN = "@book{mole1990,\n  title = {Piers,\n  date = {1990}\n"


@pytest.fixture
def broken(empty: Path) -> Path:
    """A project with a broken entry between two sound ones."""
    text = SOUND + "\n" + BROKEN + "\n" + SOUND.replace("1987", "1988")
    (empty / "refs/works.bib").write_text(text, encoding="utf-8")
    return empty


COMMANDS = [
    ["list"],
    ["show", "orme1987"],
    ["show", "mole1990"],
    ["search", "tides"],
    ["passages"],
    ["bib"],
    ["cite", "orme1987"],
    ["export", "-", "--to", "ris"],
    ["edit", "orme1987", "note=x"],
    ["add", "book", "title=New", "--key", "new", "--dry-run"],
    ["rm", "orme1987"],
    ["key", "orme1987", "orme"],
    ["scan"],
    ["check"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_broken_entry_is_said_once(broken: Path, citekit: Run, arguments: list[str]) -> None:
    ran = citekit(*arguments)
    said = [line for line in (ran.out + ran.err).splitlines() if "[unreadable-entry]" in line]
    assert len(said) == 1
    assert said[0].startswith("refs/works.bib:4 [mole1990]: ")


def test_what_is_said_follows_the_file(broken: Path, citekit: Run) -> None:
    file = broken / "refs/works.bib"
    assert "[unreadable-entry]" in citekit("list").err
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{Piers,", "{Piers},").replace("1990}\n", "1990}}\n"))
    assert citekit("list").err == ""
    file.write_text("\n" * 6 + text + "\n" + BROKEN, encoding="utf-8")
    (said,) = citekit("list").err.splitlines()
    assert said.startswith("refs/works.bib:10 [mole1990]: ")
    assert "`citekit check` names 1 more" in said
    file.unlink()
    assert "unreadable" not in citekit("list").err


@pytest.mark.parametrize("before", [False, True], ids=["anew", "updated"])
def test_broken_lines_of_the_passages_are_said(empty: Path, citekit: Run, before: bool) -> None:
    (empty / "refs/works.bib").write_text(SOUND, encoding="utf-8")
    for words in ("Ada Smith", "runs", "others"):
        link = ("link", "one.txt", "orme1987", "--kind", "mention", "--quote", words)
        assert citekit(*link).code == 0
    if before:
        assert citekit("list").err == ""
    file = empty / "refs/passages.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines[:2], "<<<<<<< mine\n", lines[2]]), encoding="utf-8")
    for command in (["list"], ["cites", "orme1987"], ["unlink", "--id", "x"]):
        (said,) = [line for line in citekit(*command).err.splitlines() if "[broken-" in line]
        assert said.startswith("refs/passages.jsonl:3: warning: left out: ")
    assert citekit("check").out.count("[broken-passage]") == 1
    file.write_text("".join(lines), encoding="utf-8")
    assert citekit("list").err == ""


def test_nothing_is_written_into_a_merge_that_is_not_resolved(empty: Path, citekit: Run) -> None:
    marked = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> theirs\n"
    sides = "@book{a,\n title = {A}}\n", "@book{b,\n title = {B}}\n"
    bib, passages = empty / "refs/works.bib", empty / "refs/passages.jsonl"
    bib.write_text(SOUND + marked.format(*sides), encoding="utf-8")
    before = bib.read_text(encoding="utf-8")
    for command in (["add", "book", "title=C"], ["edit", "orme1987", "note=N"]):
        ran = citekit(*command)
        assert ran.code == 3
        assert "a merge left a conflict here" in ran.err
    assert bib.read_text(encoding="utf-8") == before
    told = citekit("check", "--only", "merge-conflict").out
    assert told.startswith(f"refs/works.bib:{SOUND.count(chr(10)) + 1}: error: ")

    bib.write_text(SOUND, encoding="utf-8")
    linking = ("link", "one.txt", "orme1987", "--kind", "mention", "--quote")
    assert citekit(*linking, "runs").code == 0
    line = passages.read_text(encoding="utf-8")
    passages.write_text(marked.format(line, ""), encoding="utf-8")
    ran = citekit(*linking, "others")
    assert ran.code == 3
    assert "refs/passages.jsonl:1: a merge left a conflict here" in ran.err
    assert passages.read_text(encoding="utf-8") == marked.format(line, "")


def test_a_line_that_stays_broken_is_said_where_it_is(seeds: Path, citekit: Run) -> None:
    file = seeds / "refs/passages.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(40, "{}\n")
    file.write_text("".join(lines), encoding="utf-8")
    assert "refs/passages.jsonl:41: warning" in citekit("list").err
    for number in range(3):
        del lines[0]
        file.write_text("".join(lines), encoding="utf-8")
        assert f"refs/passages.jsonl:{40 - number}: warning" in citekit("list").err


def test_quiet_says_nothing(broken: Path, citekit: Run) -> None:
    assert citekit("--quiet", "list").err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "book", "title=New"],
        ["import", "more.bib"],
    ],
    ids=" ".join,
)
def test_nothing_is_written_behind_an_entry_without_an_end(
    empty: Path, citekit: Run, arguments: list[str]
) -> None:
    (empty / "more.bib").write_text("@misc{more, title = {More}}\n", encoding="utf-8")
    file = empty / "refs/works.bib"
    file.write_text(SOUND + BROKEN, encoding="utf-8")
    ran = citekit(*arguments)
    assert ran.code == 3
    assert "refs/works.bib:2 [mole1990]: the last entry, @book, has no end" in ran.err
    assert file.read_text(encoding="utf-8") == SOUND + BROKEN
    assert citekit("add", "book", "title=New", "--into", "refs/other.bib").code in (0, 1)
    assert "New" in citekit("list").out


def test_an_entry_before_one_without_an_end_is_edited(empty: Path, citekit: Run) -> None:
    file = empty / "refs/works.bib"
    file.write_text(SOUND + BROKEN, encoding="utf-8")
    assert citekit("edit", "orme1987", "note=x").code == 0
    assert file.read_text(encoding="utf-8").endswith(BROKEN)
    assert "x" in citekit("show", "orme1987").out


def test_a_broken_entry_before_sound_ones_is_no_hindrance(broken: Path, citekit: Run) -> None:
    ran = citekit("add", "book", "author=Orme, Ida", "title=New", "date=1990")
    assert ran.code == 0
    assert "added orme1990" in ran.err
    assert "[unreadable-entry]" in ran.err
