"""``citekit merge`` and ``citekit edit`` of several works: what they tell and when they ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

AGAIN = """
@book{waltz59,
  author = {Waltz, Kenneth},
  title = {Man, the State, and War},
  subtitle = {A Theoretical Analysis},
  pagetotal = {263},
}
"""


@pytest.fixture
def doubled(seeds: Path) -> Path:
    path = seeds / "refs" / "works.bib"
    path.write_text(path.read_text(encoding="utf-8") + AGAIN, encoding="utf-8")
    (seeds / "note.md").write_text("As @waltz59 has it.\n", encoding="utf-8")
    settings = seeds / "citekit.toml"
    text = settings.read_text(encoding="utf-8").replace('["seeds', '["*.md", "seeds', 1)
    settings.write_text(text, encoding="utf-8")
    return seeds


def test_a_merge_is_told_field_by_field(doubled: Path, citekit: Run) -> None:
    plan = citekit("merge", "waltz1959", "waltz59", "--dry-run", "--json").json
    assert plan["taken"] == [{"field": "pagetotal", "key": "waltz59"}]
    assert [each["field"] for each in plan["differences"]] == ["author", "title"]
    assert citekit("show", "waltz59").code == 0
    ran = citekit("merge", "waltz1959", "waltz59", "--take", "title=waltz59")
    assert ran.code == 0
    assert "from waltz59: title, subtitle, pagetotal" in ran.err
    assert "author stays Waltz, Kenneth N.; waltz59 has Waltz, Kenneth" in ran.err
    assert "note.md:1:5: cites waltz59 once" in ran.err
    assert citekit("check", "--only", "citation-keys").code == 0
    assert citekit("show", "waltz59", "--json").json["key"] == "waltz1959"


def test_works_that_do_not_look_the_same_are_asked_about(doubled: Path, citekit: Run) -> None:
    ran = citekit("merge", "waltz1959", "jervis1976")
    assert ran.code == 2
    assert "do not look like the same work" in ran.err
    assert citekit("show", "jervis1976").code == 0


def test_keywords_of_several_works(seeds: Path, citekit: Run) -> None:
    ran = citekit("edit", "waltz1959", "jervis1976", "keywords+=war, theory", "keywords-=WAR")
    assert ran.code == 0
    for key in ("waltz1959", "jervis1976"):
        assert citekit("show", key, "--json").json["fields"]["keywords"] == "theory"
    assert citekit("edit", "waltz1959", "jervis1976").code == 2
    assert "note is no list" in citekit("edit", "waltz1959", "note+=x").err
    assert "no work is named" in citekit("edit", "note=x").err
