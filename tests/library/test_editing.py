"""Fields of several works, and items of their lists, changed at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.errors import UnknownKeyError, UsageError
from citekit.library import Project, editing, linking, removing
from citekit.library.edits import Edit
from citekit.library.setup import make_project
from citekit.model import Body

WORKS = """\
@string{steam = "engines, steam"}
% kept
@book{a, title = {A}, keywords = {Engines, {War, peace}},}

@book{b, title = {B},
  keywords = steam,
  note = {old}}

@book{c, title = {C}, keywords = {war; peace}}
"""
OTHER = "@article{d, title = {D}, file = {d.pdf}}\n"


@pytest.fixture
def works(project: Project) -> Project:
    refs = project.root / "refs"
    (refs / "works.bib").write_text(WORKS, encoding="utf-8")
    (refs / "other.bib").write_text(OTHER, encoding="utf-8")
    return Project.open(project.root)


def text(project: Project, name: str = "works") -> str:
    return Path(project.root, "refs", f"{name}.bib").read_text(encoding="utf-8")


def test_several_works_in_several_files_are_changed_at_once(works: Project) -> None:
    change = editing.edit_fields(works, ["a", "d"], {"language": "english", "note": "x & y"})
    assert (change.keys, change.files) == (("a", "d"), ("refs/other.bib", "refs/works.bib"))
    for key in ("a", "d"):
        assert works.record(key).fields["note"] == r"x \& y"
    assert "language" not in works.record("b").fields
    assert text(works).count("% kept") == 1


def test_items_are_added_to_lists_and_taken_out(works: Project) -> None:
    added = {"keywords": "steam, new"}
    editing.edit_fields(works, ["a", "b", "c", "d"], {}, more=added, less={"Keywords": "ENGINES"})
    assert works.record("a").fields["keywords"] == "{War, peace}, steam, new"
    assert works.record("b").fields["keywords"] == "steam, new"
    assert works.record("c").fields["keywords"] == "war; peace; steam; new"
    assert works.record("d").fields["keywords"] == "steam, new"
    editing.edit_fields(works, ["d"], {}, less={"keywords": "new, steam"}, more={"file": "e.pdf"})
    assert text(works, "other") == "@article{d, title = {D}, file = {d.pdf;e.pdf}}\n"


def test_a_field_goes_where_it_is(works: Project) -> None:
    editing.edit_fields(works, ["a", "b"], {"note": None}, entry_type="collection")
    assert "note" not in text(works)
    assert text(works).count("@collection{") == 2


@pytest.mark.parametrize(
    ("keys", "values", "more", "error"),
    [
        (["a", "nobody"], {"note": "x"}, {}, UnknownKeyError),
        (["a", "c"], {"note": None}, {}, UsageError),
        (["a"], {}, {"note": "x"}, UsageError),
        (["a", "b"], {"note": "{x"}, {}, UsageError),
    ],
)
def test_what_cannot_be_changed_changes_nothing(
    works: Project,
    keys: list[str],
    values: dict[str, str | None],
    more: dict[str, str],
    error: type[Exception],
) -> None:
    with pytest.raises(error):
        editing.edit_fields(works, keys, values, more=more)
    assert text(works) == WORKS


@pytest.mark.parametrize("is_whole", [False, True])
def test_passages_of_a_work_change_alike_line_by_line_and_in_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("Roe 1990. Ann Roe. Ann Lee.", encoding="utf-8")
    make_project(tmp_path, ["texts/*.txt"])
    works = "".join(
        f"@book{{{key},\n  author = {{{name}}},\n  title = {{Weirs}},\n  date = {{1990}},\n}}\n"
        for key, name in (("roe1990", "Roe, Ann"), ("lee1990", "Lee, Ann"))
    )
    (tmp_path / "refs" / "works.bib").write_text(works, encoding="utf-8")
    with Project.open(tmp_path) as project:
        for words, kind, key in (
            ("Roe 1990", "citation", "roe1990"),
            ("Ann Roe", "mention", "roe1990"),
            ("Ann Lee", "mention", "lee1990"),
        ):
            linking.link(project, "one.txt", body=Body("work", key), kind=kind, quote=words)
        if is_whole:
            monkeypatch.setattr(Edit, "_change_lines", lambda *_: None)
        else:
            monkeypatch.setattr("citekit.library.edits.read_passages", None)
        assert editing.rekey(project, "roe1990", "weirs").passages == 2
        lines = (tmp_path / "refs" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["body"][0]["citekit:key"] for line in lines] == [
            "weirs", "weirs", "lee1990",
        ]  # fmt: skip
        assert len({json.loads(line)["id"] for line in lines}) == 3
        assert removing.remove(project, ["weirs"]).passages == 2
        after = (tmp_path / "refs" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
        assert after == lines[2:]
