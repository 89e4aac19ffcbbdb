"""Styles and locales are found by the names users know."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import (
    MissingExtraError,
    ReadError,
    StyleError,
    UnknownStyleError,
)
from citekit.store import data, styles
from citekit.store.styles import (
    ALIASES,
    find_style,
    list_styles,
    locale_names,
    primary_dialect,
    read_locale,
    search_styles,
)

STYLE = """<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"{attributes}>
  <info><title>{title}</title><link href="http://example.org/{parent}" rel="{rel}"/></info>
  {body}
</style>
"""


def write_style(
    path: Path, title: str = "Mine &amp; ours", parent: str = "", locale: str = ""
) -> Path:
    path.parent.mkdir(exist_ok=True)
    text = STYLE.format(
        title=title,
        parent=parent,
        rel="independent-parent" if parent else "self",
        attributes=f' default-locale="{locale}"' if locale else "",
        body="" if parent else '<citation><layout><text value="x"/></layout></citation>',
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_style(tmp_path / "styles" / "mine.csl")
    return tmp_path


def test_an_official_style() -> None:
    style = find_style("apa")
    assert (style.name, style.parent, style.path.name) == ("apa", None, "apa.csl")
    assert "<macro" in style.xml


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("apa.csl", "apa"),
        ("APA", "apa"),
        ("http://www.zotero.org/styles/apa", "apa"),
        ("https://www.zotero.org/styles/ieee/", "ieee"),
        ("MLA", "modern-language-association"),
        ("vancouver", "nlm-citation-sequence"),
        ("chicago", "chicago-author-date"),
        ("harvard", "harvard-cite-them-right"),
        ("harvard1", "harvard-cite-them-right"),  # renamed in the official repository
    ],
)
def test_other_ways_to_name_one(name: str, found: str) -> None:
    assert find_style(name).name == found


@pytest.mark.parametrize("alias", ALIASES)
def test_every_alias_leads_to_a_style_and_hides_none(alias: str) -> None:
    assert find_style(alias).name == ALIASES[alias]
    assert alias not in {style.name for style in list_styles(alias)}


def test_a_dependent_style_brings_its_parent() -> None:
    style = find_style("2d-materials")
    assert style.name == "2d-materials"
    assert style.parent == style.path.stem == "institute-of-physics-numeric"
    assert style.default_locale == "en-US"
    assert "<bibliography" in style.xml


def test_the_project_goes_first(project: Path) -> None:
    write_style(project / "styles" / "apa.csl", locale="de-AT")
    style = find_style("apa", project)
    assert style.path == project / "styles" / "apa.csl"
    assert style.default_locale == "de-AT"
    assert find_style("apa").path != style.path


def test_house_styles_come_next(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "house_styles", lambda: project / "styles")
    assert find_style("mine").name == "mine"
    assert {style.name: style.kind for style in list_styles("mine")}["mine"] == "house"


def test_a_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_style(str(project / "styles" / "mine.csl")).name == "mine"
    monkeypatch.chdir(project / "styles")
    assert find_style("mine.csl").path == Path("mine.csl")
    with pytest.raises(ReadError, match="No such file"):
        find_style("other/apa.csl")


def test_a_dependent_style_by_path(project: Path) -> None:
    path = write_style(project / "styles" / "child.csl", parent="mine.csl", locale="fr-FR")
    style = find_style(str(path), project)
    assert (style.name, style.parent, style.default_locale) == ("child", "mine", "fr-FR")
    assert style.path.name == "mine.csl"


def test_a_parent_that_is_missing_or_dependent(project: Path) -> None:
    write_style(project / "styles" / "orphan.csl", parent="nowhere")
    write_style(project / "styles" / "grandchild.csl", parent="2d-materials")
    for name in ("orphan", "grandchild"):
        with pytest.raises(StyleError, match="no independent style") as caught:
            find_style(name, project)
        assert caught.value.where.file == str(project / "styles" / f"{name}.csl")


def test_a_link_without_address_is_no_parent(project: Path) -> None:
    path = project / "styles" / "odd.csl"
    path.write_text('<style><info><link rel="independent-parent"/></info></style>')
    assert find_style("odd", project).parent is None


@pytest.mark.parametrize(
    ("name", "hint"),
    [("vancover", "vancouver"), ("nature-phys", "nature-physics"), ("MIN", "mine")],
)
def test_near_names_are_offered(project: Path, name: str, hint: str) -> None:
    with pytest.raises(UnknownStyleError) as caught:
        find_style(name, project)
    assert hint in caught.value.hint


@settings(max_examples=30)
@given(st.text(max_size=20))
def test_any_name_is_found_or_refused(name: str) -> None:
    with suppress(UnknownStyleError, ReadError):
        assert find_style(name).xml


@pytest.mark.parametrize(
    "name", ["", ".", "..", " ", "a\0b", "/\0", "a/\0.csl", "dependent", "x" * 300]
)
def test_what_is_no_name_is_unknown(name: str) -> None:
    with pytest.raises((UnknownStyleError, ReadError)):
        find_style(name)


def test_listing(project: Path) -> None:
    write_style(project / "styles" / "apa.csl")
    (project / "styles" / "readme.txt").write_text("")
    found = list_styles(project_root=project)
    names = [style.name for style in found]
    assert len(names) > 10_000
    assert len(names) == len(set(names))
    own = [style.name for style in found if style.kind == "project"]
    assert names[: len(own)] == own == ["apa", "mine"]
    official = [style.name for style in found if style.kind.endswith("dependent")]
    assert names[-len(official) :] == official == sorted(official)
    kinds = {style.name: style.kind for style in found}
    assert kinds["apa"] == kinds["mine"] == "project"
    assert kinds["ieee"] == "independent"
    assert kinds["2d-materials"] == "dependent"
    assert "readme" not in kinds


def test_listing_by_words_of_the_name() -> None:
    found = [style.name for style in list_styles("Notes chicago")]
    assert "chicago-notes" in found
    assert all("chicago" in name and "notes" in name for name in found)


def test_titles(project: Path) -> None:
    [mine] = [style for style in list_styles("mine", project) if style.name == "mine"]
    assert mine.title == "Mine & ours"
    mine.path.write_text("<style/>")
    assert mine.title == ""
    mine.path.unlink()
    assert mine.title == ""


def test_searching() -> None:
    assert search_styles("vancouver")[0].name == "nlm-citation-sequence"
    by_title = search_styles("citing medicine")
    assert "nlm-citation-sequence" in {style.name for style in by_title}
    assert search_styles("no such style anywhere") == []
    names = [style.name for style in search_styles("nature")]
    assert len(names) == len(set(names))
    assert names.index("nature") < names.index("nature-physics")


def test_locales() -> None:
    german = read_locale("de")
    assert german is not None
    assert 'xml:lang="de-DE"' in german
    assert read_locale("de_de") == german
    assert read_locale("sr-latn-rs") is not None
    assert read_locale("eu") is not None  # a locale with no dialect
    for tag in ("fr-BE", "xx", "", "../../x", "de-DE-x"):
        assert read_locale(tag) is None
    assert primary_dialect("fr-BE") == "fr-FR"
    assert primary_dialect("xx") is None
    names = locale_names()
    assert names == sorted(names)
    assert {"en-US", "de-AT", "eu"} <= set(names)


def test_missing_data_package() -> None:
    with pytest.raises(MissingExtraError, match="pip install styles-of-nowhere"):
        styles._package_folder("citekit_no_such_module", "styles-of-nowhere")


def test_where_packaged_data_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "src" / "citekit"
    monkeypatch.setattr(data, "_PACKAGE", package)
    assert data.house_styles() == tmp_path / "styles"
    assert data.demo_files() == tmp_path
    (package / "data" / "styles").mkdir(parents=True)
    (package / "data" / "demo").mkdir()
    assert data.house_styles() == package / "data" / "styles"
    assert data.demo_files() == package / "data" / "demo"
