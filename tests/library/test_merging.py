"""Entries of one work made one: nothing that they say is lost or doubled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.errors import UsageError
from citekit.library import Project, linking, merging, scanning
from citekit.library.editing import body_key
from citekit.model import Body
from citekit.store.annotations import read as read_passages

WORKS = """\
@string{steam = "Steam Press"}
@book{smith1999,
  author = {Smith, Ada},
  title  = {Engines: A History},
  date   = {1999},
  keywords = {engines, steam},
  citekit-absent = {publisher, location},
}

@book{smith99,
  author = {Smith, A.},
  title = {Engines},
  subtitle = {A History},
  publisher = steam # ", London",
  year = 1999,
  keywords = {Steam, history},
  file = {smith.pdf},
  note = {Signed},
}

@inbook{part, crossref = {smith99}, title = {Valves}, author = {Smith, Ada}}
@inbook{deep, crossref = {part}, title = {Springs}}
@misc{review, title = {On Engines}, related = {smith1999, smith99}, author = {Orr, Bo}}
"""


@pytest.fixture
def doubled(project: Project) -> Project:
    """A work twice in the catalogue, and passages of both."""
    bib(project).write_text(WORKS, encoding="utf-8")
    project = Project.open(project.root)
    for key, words in (("smith99", "The engine runs"), ("smith1999", "as Carol Brown")):
        linking.link(project, "one", body=Body("work", key), kind="paraphrase", quote=words)
    return project


def bib(project: Project) -> Path:
    return project.root / "refs" / "works.bib"


def held(project: Project, name: str) -> list[tuple[str, str]]:
    """The key and the words of each passage of a file."""
    path = project.root / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [(body_key(each), each.selector.exact) for each in read_passages(text, name).passages]


def test_the_kept_entry_gets_what_it_lacks_and_what_differs_is_told(doubled: Project) -> None:
    merged = merging.merge(doubled, "smith1999", ["smith99"])
    record = doubled.record("smith1999")
    assert dict(merged.taken) == dict.fromkeys(("publisher", "note"), "smith99")
    assert record.fields["publisher"] == "Steam Press, London"
    assert record.fields["keywords"] == "engines, steam, history"
    assert record.fields["file"] == "smith.pdf"
    assert record.fields["citekit-absent"] == "location"
    assert (record.fields["title"], record.fields["date"]) == ("Engines: A History", "1999")
    assert not {"subtitle", "year"} & record.fields.keys()
    assert merged.differences == (("author", "Smith, Ada", "smith99", "Smith, A."),)
    assert merged.alike


def test_a_field_is_taken_from_the_entry_that_is_right(doubled: Project) -> None:
    take = {"author": "smith99", "title": "smith99", "type": "smith99"}
    merged = merging.merge(doubled, "smith1999", ["smith99"], take=take)
    fields = doubled.record("smith1999").fields
    assert (fields["author"], fields["title"], fields["subtitle"]) == (
        "Smith, A.", "Engines", "A History"
    )  # fmt: skip
    assert not merged.differences


def test_other_entries_and_old_keys_lead_to_the_kept_one(doubled: Project) -> None:
    merging.merge(doubled, "smith1999", ["smith99"])
    text = bib(doubled).read_text(encoding="utf-8")
    assert "crossref = {smith1999}" in text
    assert re.search(r"ids = \{smith99\}", text)
    assert doubled.record("smith99").key == "smith1999"
    assert text.startswith('@string{steam = "Steam Press"}\n@book{smith1999,\n  author = ')


def test_what_an_entry_has_from_its_parent_or_under_that_name_stays(doubled: Project) -> None:
    text = """
@proceedings{p, title = {Meeting}, editor = {Lund, Eva}, date = {1990}}
@inproceedings{in1990, crossref = {p}, title = {Steam}, author = {Orr, Bo}, number = {7}}
@article{steam, title = {Steam}, author = {Orr, Bo}, editor = {Kay, Di}, editortype = {compiler},
  year = {1990}, number = {2}, pages = {1--9}}
"""
    bib(doubled).write_text(WORKS + text, encoding="utf-8")
    merged = merging.merge(Project.open(doubled.root), "in1990", ["steam"])
    assert [field for field, _ in merged.taken] == ["pages"]
    assert {each.field for each in merged.differences} == {"editor", "number", "type"}
    fields = doubled.record("in1990").fields
    assert (fields["number"], fields["pages"]) == ("7", "1--9")
    assert "editortype" not in fields


def test_passages_of_both_are_passages_of_one_each_once(doubled: Project) -> None:
    for key in ("smith99", "smith1999"):
        body = Body("work", key)
        linking.link(doubled, "two", body=body, kind="mention", quote="quiet engine")
    merging.merge(doubled, "smith1999", ["smith99"])
    assert sorted(held(doubled, "refs/passages.jsonl")) == [
        ("smith1999", "The engine runs"),
        ("smith1999", "as Carol Brown"),
        ("smith1999", "quiet engine"),
    ]
    assert {passage.exact for passage in doubled.cites("smith1999")} == {
        "The engine runs", "as Carol Brown", "quiet engine",
    }  # fmt: skip


def test_what_a_passage_says_already_waits_for_no_review(doubled: Project) -> None:
    scanning.scan(doubled)
    waiting = held(doubled, "refs/suggestions.jsonl")
    ours = [words for key, words in waiting if key in ("smith1999", "smith99")]
    assert ours
    for words in ours:
        body = Body("work", "smith99")
        linking.link(doubled, "one", body=body, kind="citation", quote=words)
    merging.merge(doubled, "smith1999", ["smith99"])
    assert [one for one in waiting if not one[0].startswith("smith")] == held(
        doubled, "refs/suggestions.jsonl"
    )


@pytest.mark.parametrize(
    ("kept", "others", "take", "said"),
    [
        ("part", ["smith99"], {}, "stands in smith99"),
        ("smith99", ["deep"], {}, "stands in smith99"),
        ("smith1999", ["smith1999"], {}, "into itself"),
        ("smith1999", ["smith99"], {"doi": "smith99"}, "no field 'doi'"),
        ("smith1999", ["smith99"], {"note": "review"}, "none of the works merged"),
    ],
)
def test_what_cannot_be_merged_changes_nothing(
    doubled: Project, kept: str, others: list[str], take: dict[str, str], said: str
) -> None:
    before = bib(doubled).read_text(encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        merging.merge(doubled, kept, others, take=take)
    assert bib(doubled).read_text(encoding="utf-8") == before


NAMES = "note publisher address location date journal volume pages doi abstract usera".split()
VALUES = st.text(alphabet="abc XYZ1-é&", min_size=1, max_size=8).filter(str.strip)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(entries=st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES), min_size=2, max_size=4))
def test_every_value_is_kept_or_told(project: Project, entries: list[dict[str, str]]) -> None:
    written = [
        f"@book{{k{number}, title = {{Same}},"
        + "".join(
            f" {name} = {{{value.replace('&', chr(92) + '&')}}}," for name, value in one.items()
        )
        + "}"
        for number, one in enumerate(entries)
    ]
    bib(project).write_text("\n".join(written) + "\n", encoding="utf-8")
    merged = merging.merge(
        Project.open(project.root), "k0", [f"k{n}" for n in range(1, len(entries))]
    )
    text = bib(project).read_text(encoding="utf-8")
    assert text.count("@book") == 1
    told = " ".join((text, *(each.other for each in merged.differences)))
    plain = "".join(filter(str.isalnum, told)).casefold()
    for one in entries:
        for value in one.values():
            assert "".join(filter(str.isalnum, value)).casefold() in plain
