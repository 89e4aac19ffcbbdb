"""Look-ups see every change of the project's files, and filters find parts of words."""

from __future__ import annotations

import os
import time
from itertools import combinations
from pathlib import Path

import pytest

from citekit.errors import UnknownDocumentError
from citekit.library import Project, linking
from citekit.model import Body
from citekit.store.corpus import folders
from citekit.store.index import FileState
from citekit.store.listing import Listing
from citekit.store.watch import Watch


def aged(folder: Path) -> None:
    """Let folder and files look as if nothing had happened for a while."""
    then = time.time() - 60
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (then, then))


@pytest.fixture
def linked(project: Project) -> Project:
    for words, speaker in (("quiet engine", "Zoë Straßer"), ("Other Engines", "")):
        linking.link(
            project,
            "two.txt",
            body=Body(),
            kind="quotation",
            quote=words,
            speaker=speaker,
        )
    return project


def test_what_changes_is_seen(linked: Project) -> None:
    aged(linked.root)
    assert len(linked.passages()) == 2
    assert len(linked.documents()) == 2
    # a new file, a changed one, a removed one
    (linked.root / "texts" / "three.txt").write_text("New.\n", encoding="utf-8")
    assert len(linked.documents()) == 3
    aged(linked.root)
    path = linked.root / "texts" / "two.txt"
    path.write_text("Before. " + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert {view.anchor for view in linked.passages()} == {"shifted"}
    aged(linked.root)
    (linked.root / "texts" / "three.txt").unlink()
    assert len(linked.documents()) == 2
    aged(linked.root)
    (linked.root / "refs" / "more.bib").write_text("@misc{more, title={More}}", encoding="utf-8")
    assert linked.record("more").title == "More"


def test_folders_are_listed_again_only_when_one_changed(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one.txt").write_text("1", encoding="utf-8")
    aged(tmp_path)
    listed = []

    def files() -> Listing:
        listed.append(True)
        found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.txt"))
        return Listing(documents=tuple(found))

    watch = Watch(tmp_path, files, lambda: folders(tmp_path, ["**/*.txt"]))
    first = watch.stats()
    known = {path: FileState(path, stat) for path, stat in first.items()}
    assert not watch.differs(known)
    assert len(listed) == 1
    (tmp_path / "a" / "b" / "two.txt").write_text("2", encoding="utf-8")
    assert watch.differs(known)
    assert watch.stats() != first
    # a folder that has just changed may change again within the same tick of its clock
    count = len(listed)
    watch.stats()
    assert len(listed) == count + 1


def test_folders_of_patterns(tmp_path: Path) -> None:
    for name in ("refs", "texts/deep/er", "texts/.hidden", "node_modules/x"):
        (tmp_path / name).mkdir(parents=True)

    def of(*patterns: str) -> set[str]:
        return {path.relative_to(tmp_path).as_posix() for path in folders(tmp_path, patterns)}

    assert of("refs/*.bib", "!refs/old.bib") == {"refs"}
    assert of("texts/**/*.txt") == {"texts", "texts/deep", "texts/deep/er"}
    assert of("**/*.txt") == {".", "refs", "texts", "texts/deep", "texts/deep/er"}
    assert of("one.txt") == {"."}


@pytest.mark.parametrize(
    "name", ["two", "two.txt", "texts/two.txt", "./texts/two.txt", "texts\\two.txt"]
)
def test_documents_by_name(linked: Project, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert linked.document_id(name) == "texts/two.txt"
    assert linked.document_id(str(linked.root / "texts" / "two.txt")) == "texts/two.txt"
    monkeypatch.chdir(linked.root / "texts")
    assert linked.document_id("two.txt") == "texts/two.txt"


def test_names_of_no_or_several_documents(linked: Project) -> None:
    (linked.root / "texts" / "two.md").write_text("Two.\n", encoding="utf-8")
    toml = linked.root / "citekit.toml"
    toml.write_text('documents = ["texts/*"]\n', encoding="utf-8")
    project = Project.open(linked.root)
    with pytest.raises(UnknownDocumentError, match="several documents"):
        project.document_id("two")
    for name in ("", "nine", "../texts/two.txt"):
        with pytest.raises(UnknownDocumentError, match="no document"):
            project.document_id(name)


SENTENCE = "The “quiet engine” again."


@pytest.mark.parametrize(
    "part",
    ["quiet engine", "UIET", "iet engi", "“quiet", '"quiet  engine" again.', "e", ".", "gine” ag"],
)
def test_any_part_of_a_sentence_is_found(linked: Project, part: str) -> None:
    assert SENTENCE in [view.sentence for view in linked.passages(text=part)]


def test_every_part_of_a_sentence_is_found(linked: Project) -> None:
    for start, end in combinations(range(len(SENTENCE) + 1), 2):
        views = linked.passages(text=SENTENCE[start:end])
        assert SENTENCE in [view.sentence for view in views], SENTENCE[start:end]


def test_words_that_stand_apart_are_not_found(linked: Project) -> None:
    assert linked.passages(text="quiet again") == []
    assert linked.passages(text="nowhere") == []


@pytest.mark.parametrize("part", ["Zoë", "zoë str", "STRASSER", "ë S"])
def test_any_part_of_a_speaker_is_found(linked: Project, part: str) -> None:
    assert len(linked.passages(speaker=part)) == 1
    assert linked.passages(speaker="Adam") == []


def test_search(linked: Project) -> None:
    records, views = linked.search("Engines")
    assert [record.key for record in records] == ["smith1999"]
    assert [view.exact for view in views] == ["Other Engines"]
    assert len(linked.search("engin")[1]) == 2
    assert len(linked.search("engin", limit=1)[1]) == 1
    assert len(linked.search("straßer")[1]) == 1
    assert linked.search("”") == linked.search("") == ([], [])


@pytest.mark.parametrize(
    "asked",
    ["9780195106541", "978-0-19-510654-1", "0195106547", "https://doi.org/10.1000/XYZ", "00280836"],
)
def test_an_identifier_is_found_in_any_form(project: Project, asked: str) -> None:
    entry = "@book{sea, isbn = {978-0-19-510654-1}, issn = {0028-0836}, doi = {10.1000/xyz}}\n"
    with (project.root / "refs/works.bib").open("a", encoding="utf-8") as file:
        file.write(entry)
    assert [record.key for record in project.search(asked)[0]] == ["sea"]
