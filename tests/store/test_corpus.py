"""Which files are the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.store.corpus import broken_links, document_ids, folders

FILES = """
a.txt b.md texts/c.txt texts/deep/d.txt texts/deep/e.md texts/x[1].txt refs/f.md
demo-output/g.txt node_modules/h.txt .hidden/i.txt texts/.j.txt texts/UPPER.TXT
""".split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with texts, some of which never belong to a corpus."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "texts" / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    return tmp_path


@pytest.mark.parametrize(
    "pattern",
    [
        "**/*.txt",
        "**/*",
        "*.txt",
        "texts/*.txt",
        "texts/**/*.md",
        "texts/**/d.txt",
        "t*ts/**/?.txt",
        "**/deep/*",
        "texts/[cx]*.txt",
        "**/[!c].txt",
        "**/x[[]1].txt",
        "nowhere/**/*.txt",
    ],
)
def test_patterns_are_those_of_paths(folder: Path, pattern: str) -> None:
    shown = {
        id
        for path in folder.glob(pattern)
        if path.is_file()
        and "loop" not in (id := path.relative_to(folder).as_posix()).split("/")
        and not {"node_modules", "demo-output"} & set(id.split("/"))
        and "/." not in f"/{id}"
    }
    assert document_ids(folder, [pattern]) == sorted(shown)


def test_an_exclamation_mark_takes_away(folder: Path) -> None:
    found = document_ids(folder, ["**/*.txt", "**/*.md", "!refs/**", "!texts/deep/*"])
    assert found == ["a.txt", "b.md", "texts/c.txt", "texts/x[1].txt"]


def test_a_file_is_one_document_whatever_links_lead_to_it(tmp_path: Path) -> None:
    for name in ("b/own.txt", "b/copied.txt", "b/hard.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "outside").write_text("x")
    (tmp_path / "b/linked.txt").hardlink_to(tmp_path / "b/hard.txt")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b/a-link.txt").symlink_to("own.txt")
    (tmp_path / "b/z-link.txt").symlink_to("a-link.txt")
    for name in ("b/y1.txt", "b/y2.txt"):
        (tmp_path / name).symlink_to(tmp_path / "outside")
    whole = ["b/copied.txt", "b/hard.txt", "b/linked.txt", "b/own.txt", "b/y1.txt"]
    assert document_ids(tmp_path, ["*/*.txt"]) == ["a/y1.txt", *whole[:-1]]
    assert document_ids(tmp_path, ["**/*.txt"]) == whole
    assert document_ids(tmp_path, ["b/?-link.txt"]) == ["b/a-link.txt"]


@pytest.mark.parametrize(
    ("exclude", "gone"),
    [
        (["c.txt"], ["texts/c.txt"]),
        (["/c.txt"], []),
        (["texts/c.txt"], ["texts/c.txt"]),
        (["deep"], ["texts/deep/d.txt", "texts/deep/e.md"]),
        (["deep/"], ["texts/deep/d.txt", "texts/deep/e.md"]),
        (["/deep/"], []),
        (["a.txt/"], []),
        (["texts/deep"], ["texts/deep/d.txt", "texts/deep/e.md"]),
        (["eep/d.txt", "ep"], []),
        (["*.md"], ["b.md", "refs/f.md", "texts/deep/e.md"]),
        (["/*.md"], ["b.md"]),
        (["texts/*.txt"], ["texts/c.txt", "texts/x[1].txt"]),
        (["texts/**/*.txt"], ["texts/c.txt", "texts/deep/d.txt", "texts/x[1].txt"]),
        (["**/d.txt", "?.md"], ["b.md", "refs/f.md", "texts/deep/d.txt", "texts/deep/e.md"]),
        (["x[[]1].txt"], ["texts/x[1].txt"]),
    ],
)
def test_what_is_excluded_is_named_as_git_does(
    folder: Path, exclude: list[str], gone: list[str]
) -> None:
    patterns = ["**/*.txt", "**/*.md"]
    found = document_ids(folder, patterns)
    assert [id for id in found if id not in document_ids(folder, patterns, exclude)] == gone
    assert broken_links(folder, patterns, ["broken.*"]) == []
    assert broken_links(folder, patterns, exclude) == ["broken.txt"]


def test_excluded_folders_are_not_watched(folder: Path) -> None:
    watched = set(folders(folder, ["**/*.txt"], ["deep", "/refs/"]))
    assert folder / "texts" in watched
    assert not {folder / "texts" / "deep", folder / "refs"} & watched
