"""Decisions follow documents that were renamed, moved or saved as another kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import UnknownDocumentError, UsageError
from citekit.library import Project, audit, scanning
from citekit.library.anchoring import Action, Repairs, repair
from citekit.library.decisions import Decision
from citekit.library.filelinks import escaped, file_links, relinked
from citekit.library.reviewing import Review
from tests.library.conftest import ONE, TWO
from tests.library.test_scanning import files


@pytest.fixture
def decided(project: Project) -> Project:
    """Of one.txt a quotation and a reference accepted, two findings rejected; its record."""
    works = project.root / "refs" / "works.bib"
    record = "@misc{own, title = {One}, file = {the text:../texts/one.txt:Text}}\n"
    works.write_text(works.read_text(encoding="utf-8") + record, encoding="utf-8")
    scanning.scan(project)
    review = Review(project, document="texts/one.txt")
    for verdict, found in zip(
        ("accept", "reject", "accept", "accept", "reject"), review.waiting, strict=False
    ):
        review.decide(Decision(found.id, verdict))  # type: ignore[arg-type]
    scanning.scan(project)
    return project


def rename(project: Project, old: str, new: str, text: str | None = None) -> None:
    path = project.root / new
    path.parent.mkdir(parents=True, exist_ok=True)
    (project.root / old).rename(path)
    if text is not None:
        path.write_text(text, encoding="utf-8")


def every_kind(project: Project) -> Project:
    """The project with documents of all kinds, in folders too."""
    settings = project.root / "citekit.toml"
    text = settings.read_text(encoding="utf-8").replace("texts/*.txt", "texts/**/*")
    settings.write_text(text, encoding="utf-8")
    return Project.open(project.root)


def fates(project: Project) -> list[int]:
    scan = scanning.scan(project, dry_run=True)
    return [scan.count(fate) for fate in ("new", "open", "accepted", "rejected")]


def anchored(project: Project, **given: object) -> Repairs:
    return repair(project, **given)  # type: ignore[arg-type]


def codes(project: Project) -> list[tuple[str, str | None]]:
    return [(each.code, each.where.file) for each in audit.audit(project, ["anchors"])]


@pytest.mark.parametrize("new", ["texts/first.txt", "texts/sub/one.txt", "texts/one.md"])
def test_a_document_under_another_name_keeps_its_decisions(decided: Project, new: str) -> None:
    decided = every_kind(decided)
    before = fates(decided)
    assert before == [0, 3, 3, 2]
    rename(decided, "texts/one.txt", new)
    assert fates(decided) == before
    assert scanning.scan(decided).moves.known == {"texts/one.txt": new}
    assert codes(decided) == [("moved-document", new)]
    done = anchored(decided)
    assert (done.moves.known, done.left) == ({"texts/one.txt": new}, [])
    assert codes(decided) == []
    assert fates(decided) == before
    assert {view.document for view in decided.passages()} == {new}
    assert {view.anchor for view in decided.passages()} == {"exact"}
    kept = files(decided)
    scanning.scan(decided)
    assert anchored(decided).moves.known == {}
    assert files(decided) == kept


def test_ids_are_those_of_new_passages_and_other_programs_words_stay(decided: Project) -> None:
    path = decided.root / "refs" / "passages.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = "".join(f"{json.dumps({**json.loads(line), 'creator': 'ann'})}\n" for line in lines)
    path.write_text(marked, encoding="utf-8")
    before = {view.id for view in decided.passages()}
    rename(decided, "texts/one.txt", "texts/first.txt")
    anchored(decided)
    assert not before & {view.id for view in decided.passages()}
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {record["creator"] for record in records} == {"ann"}
    rename(decided, "texts/first.txt", "texts/one.txt")
    anchored(decided)
    back = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in back] == [json.loads(line) for line in marked.splitlines()]


def test_the_record_of_the_document_follows(decided: Project) -> None:
    rename(decided, "texts/one.txt", "texts/a;b.txt")
    assert scanning.scan(decided).state.key_of == {"texts/a;b.txt": "own"}
    anchored(decided)
    text = (decided.root / "refs" / "works.bib").read_text(encoding="utf-8")
    assert r"file = {the text:../texts/a\;b.txt:Text}" in text
    assert decided.key_of("texts/a;b.txt") == "own"


PATHS = st.text("ab;: ./", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(PATHS, PATHS, PATHS)
def test_one_path_of_a_file_field_is_replaced(one: str, two: str, new: str) -> None:
    for value in (
        f"{escaped(one)};{escaped(two)}",
        f"{escaped(one)}:{escaped(one)}:PDF;{escaped(two)}",
        f"{escaped(two)} ; a:{escaped(one)}:Text",
    ):
        links = file_links(value)
        after = file_links(relinked(value, one, new))
        at = links.index(one)
        assert after == [*links[:at], new, *links[at + 1 :]]
    assert relinked("a_b.txt", "a_b.txt", "c:d.txt") == r"c\:d.txt"
    assert relinked("another.txt", "a.txt", "b.txt") == "another.txt"


def test_a_text_of_another_kind_is_told_by_its_words(decided: Project) -> None:
    decided = every_kind(decided)
    rename(decided, "texts/one.txt", "texts/one.html", f"<h1>New</h1>\n<p>{ONE}</p>\n")
    assert fates(decided)[2:] == [3, 2]
    done = anchored(decided)
    assert done.moves.known == {"texts/one.txt": "texts/one.html"}
    assert {view.document for view in decided.passages()} == {"texts/one.html"}
    assert fates(decided)[2:] == [3, 2]


def test_part_of_a_document_that_is_still_there_takes_its_passages_along(
    decided: Project,
) -> None:
    before = sorted(view.exact for view in decided.passages())
    short = "“The engine runs”"  # which do not tell by themselves that they are the same
    one = decided.root / "texts" / "one.txt"
    one.write_text("Nothing of it is left here.\n", encoding="utf-8")
    (decided.root / "texts" / "first.txt").write_text(ONE, encoding="utf-8")
    assert not anchored(decided).of(Action.MOVED)  # each is asked about
    done = anchored(decided, moved=[("texts/one.txt", "texts/first.txt")])
    assert done.moves.known == {}
    assert [each.passage.selector.exact for each in done.left] == [short]
    there = [view for view in decided.passages() if view.document == "texts/first.txt"]
    assert sorted([short, *(view.exact for view in there)]) == before
    assert {view.anchor for view in there} == {"exact"}


def test_words_that_are_gone_stay_orphaned_under_the_new_name(decided: Project) -> None:
    rename(decided, "texts/one.txt", "texts/first.txt", ONE.replace("Jones, Ben 2001", "He"))
    maybe = {"texts/one.txt": ("texts/first.txt",)}  # three of nine places are more than a tenth
    assert anchored(decided).moves == ({}, maybe)
    assert ("moved-document", "refs/passages.jsonl") in codes(decided)
    done = anchored(decided, moved=[("./texts/one.txt", "texts/first.txt")])
    assert {each.passage.document for each in done.left} == {"texts/first.txt"}
    assert Action.ORPHANED in {each.action for each in done.left}
    assert {view.document for view in decided.passages()} == {"texts/first.txt"}


def test_a_text_with_less_than_half_of_the_words_is_another(decided: Project) -> None:
    rename(decided, "texts/one.txt", "texts/first.txt", ONE[: len(ONE) // 5])
    assert anchored(decided).moves == ({}, {})


def test_what_several_could_be_is_for_a_person(decided: Project) -> None:
    (decided.root / "texts" / "copy.txt").write_text(ONE, encoding="utf-8")
    rename(decided, "texts/one.txt", "texts/other.txt")
    candidates = {"texts/one.txt": ("texts/copy.txt", "texts/other.txt")}
    before = files(decided)
    assert anchored(decided).moves == ({}, candidates)
    assert ("moved-document", "refs/passages.jsonl") in codes(decided)
    assert files(decided) == before
    done = anchored(decided, moved=[("texts/one.txt", "texts/other.txt")])
    assert (done.moves.unsure, done.left) == ({}, [])
    assert {view.document for view in decided.passages()} == {"texts/other.txt"}


def test_a_copy_with_decisions_of_its_own_is_for_a_person(decided: Project) -> None:
    (decided.root / "texts" / "copy.txt").write_text(ONE, encoding="utf-8")
    scanning.scan(decided)
    review = Review(decided, document="texts/copy.txt")
    review.decide(Decision(review.waiting[0].id, "accept"))
    (decided.root / "texts" / "one.txt").unlink()
    assert anchored(decided).moves == ({}, {"texts/one.txt": ("texts/copy.txt",)})
    done = anchored(decided, moved=[("texts/one.txt", "texts/copy.txt")])
    assert done.left == []
    places = [(view.start, view.kind) for view in decided.passages() if view.start == 0]
    assert places == [(0, "quotation")]


def test_two_gone_with_one_text_are_for_a_person(decided: Project) -> None:
    path = decided.root / "texts" / "copy.txt"
    path.write_text(ONE, encoding="utf-8")
    scanning.scan(decided)
    review = Review(decided, document="texts/copy.txt")
    review.decide(Decision(review.waiting[0].id, "reject"))
    rename(decided, "texts/one.txt", "texts/new.txt")
    path.unlink()
    assert anchored(decided).moves == (
        {},
        {"texts/copy.txt": ("texts/new.txt",), "texts/one.txt": ("texts/new.txt",)},
    )


LIST = [
    "Jones, Ben 2001. Other Engines. London: Steam Press.",
    "Brown, Ann 2003. Quiet Engines. Leeds: Boiler Books.",
    "White, Tom 1988. Loud Engines. Paris: Valve House.",
    "Green, Sue 1979. Slow Engines. Berlin: Piston Press.",
]


def test_a_text_with_the_same_references_is_another(project: Project) -> None:
    two = project.root / "texts" / "two.txt"
    two.write_text("On speed.\n\n" + "\n\n".join(LIST) + "\n", encoding="utf-8")
    scanning.scan(project)
    review = Review(project, document="texts/two.txt", kind="reference")
    for each in review.waiting:
        review.decide(Decision(each.id, "accept"))
    two.unlink()
    three = project.root / "texts" / "three.txt"
    three.write_text("On noise.\n\n" + "\n\n".join(LIST[::-1]) + "\n", encoding="utf-8")
    assert anchored(project).moves.known == {}
    three.write_text("# On speed.\n\n" + "\n\n".join(LIST) + "\n", encoding="utf-8")
    assert anchored(project).moves.known == {"texts/two.txt": "texts/three.txt"}


def test_a_text_that_shares_one_sentence_is_another(project: Project) -> None:
    scanning.scan(project)
    review = Review(project, document="texts/two.txt")
    review.decide(Decision(review.waiting[0].id, "accept"))
    (project.root / "texts" / "two.txt").unlink()
    (project.root / "texts" / "three.txt").write_text(f"{TWO}And more.\n", encoding="utf-8")
    assert anchored(project).moves == ({}, {"texts/two.txt": ("texts/three.txt",)})
    (project.root / "texts" / "three.txt").write_text("Of other things.\n", encoding="utf-8")
    assert anchored(project).moves == ({}, {})


def test_a_path_that_no_bib_file_holds(decided: Project) -> None:
    before = (decided.root / "refs" / "works.bib").read_bytes()
    rename(decided, "texts/one.txt", "texts/a{b.txt")
    assert anchored(decided).left == []
    assert {view.document for view in decided.passages()} == {"texts/a{b.txt"}
    assert (decided.root / "refs" / "works.bib").read_bytes() == before


def test_one_document_alone(decided: Project) -> None:
    rename(decided, "texts/one.txt", "texts/first.txt")
    assert anchored(decided, document="texts/two.txt").moves == ({}, {})
    assert anchored(decided, document="texts/first.txt").moves.known != {}


def test_moves_that_are_none(decided: Project, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is there"):
        anchored(decided, moved=[("texts/one.txt", "texts/two.txt")])
    with pytest.raises(UsageError, match="no passage or rejection"):
        anchored(decided, moved=[("texts/none.txt", "texts/two.txt")])
    (decided.root / "texts" / "one.txt").unlink()
    with pytest.raises(UnknownDocumentError):
        anchored(decided, moved=[("texts/one.txt", "texts/none.txt")])
