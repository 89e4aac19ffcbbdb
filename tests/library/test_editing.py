"""Fields of several works, and items of their lists, changed at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.errors import UnknownKeyError, UsageError
from citekit.library import Project, editing

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
