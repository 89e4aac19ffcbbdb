"""A scan finds, keeps what is open, and a second one changes nothing."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from citekit.errors import UnknownDocumentError, UsageError
from citekit.find import scan as finding
from citekit.library import Project, decisions, editing, linking, removing, scanning
from citekit.library.decisions import Decision
from citekit.library.reviewing import Review
from citekit.model import Body
from tests.library.conftest import ONE, TWO


def files(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project.root / "refs").iterdir())}


def open_ids(project: Project) -> set[str]:
    return {passage.id for passage in project.state().suggestions.passages}


def words(scan: scanning.Scan, fate: str) -> list[str]:
    return [each.passage.selector.exact for each in scan.findings if each.fate == fate]


def test_findings_are_exact_spans_by_document_and_place(project: Project) -> None:
    rows = scanning.scan(project).to_json()
    assert [(row["document"], row["kind"], row["exact"]) for row in rows] == [
        ("texts/one.txt", "quotation", "“The engine runs”"),
        ("texts/one.txt", "quotation", "“quiet engine”"),
        ("texts/one.txt", "citation", "(Smith 1999, 12)"),
        (
            "texts/one.txt",
            "reference",
            "Jones, Ben 2001. Other Engines. London: Steam Press",
        ),
        ("texts/one.txt", "credit", "Carol Brown"),
        ("texts/one.txt", "quotation", "“quiet engine”"),
        ("texts/two.txt", "quotation", "“quiet engine”"),
        ("texts/two.txt", "reference", "Jones, Ben 2001. Other Engines. London: Steam Press"),
    ]
    for row in rows:
        text = (project.root / row["document"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["exact"]
        assert row["state"] == "new"
        assert row["method"]
    speech, citation, reference = rows[0], rows[2], rows[3]
    assert (speech["speaker"], speech["cue"], speech["quoted"]) == (
        "Ada Smith",
        "said",
        "The engine runs",
    )
    start, end = speech["attribution"]
    assert ONE[start:end] == "Ada Smith"
    assert (citation["work"], citation["locator"], citation["score"]) == ("smith1999", "12", 0.97)
    assert citation["relation"] == "cites"
    assert (reference["work"], reference["proposal"]["title"]) == ("", "Other Engines")
    credit = rows[4]
    assert (credit["work"], credit["person"]) == ("", "Carol Brown")


def test_a_second_scan_changes_no_byte(project: Project) -> None:
    first = scanning.scan(project)
    before = files(project)
    assert "suggestions.jsonl" in before
    second = scanning.scan(project)
    assert files(project) == before
    assert first.count("new") == second.count("open") == 8
    assert second.count("new") == second.gone == 0


def test_a_trial_saves_nothing(project: Project) -> None:
    before = files(project)
    assert scanning.scan(project, dry_run=True).count("new") == 8
    assert files(project) == before


def test_a_scan_of_nothing_makes_no_file(project: Project) -> None:
    assert scanning.scan(project, finders={}).findings == ()
    assert list(files(project)) == ["works.bib"]


def test_a_scan_of_some_leaves_the_others_open(project: Project) -> None:
    scanning.scan(project)
    everything = open_ids(project)
    (project.root / "texts" / "one.txt").write_text("Nothing more.\n", encoding="utf-8")
    scanning.scan(project, ["two.txt"])
    assert open_ids(project) == everything
    scanning.scan(project, kinds=["citation"])
    assert len(open_ids(project)) == len(everything) - 1
    assert scanning.scan(project).gone == 5
    assert len(open_ids(project)) == 2


def test_a_scan_of_one_document_reads_and_changes_its_lines_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanning.scan(project)
    review = Review(project)
    for passage in (review.waiting[0], review.waiting[-1]):
        review.decide(Decision(passage.id, "reject-everywhere"))
    (project.root / "texts" / "one.txt").write_text(f"A new line.\n\n{ONE}", encoding="utf-8")
    before = files(project)
    with monkeypatch.context() as patch:
        patch.setattr("citekit.library.edits.read_passages", None)
        found = scanning.scan(project, ["texts/one.txt"])
    assert (found.gone, found.count("new"), found.count("rejected")) == (4, 4, 2)
    alone = files(project)
    lines = [set(each["suggestions.jsonl"].splitlines()) for each in (before, alone)]
    assert all(b'"source": "texts/one.txt"' in line for line in lines[0] ^ lines[1])
    scanning.scan(project)
    assert files(project) == alone != before


def test_a_score_limits_what_is_suggested_anew(project: Project) -> None:
    assert scanning.scan(project, min_score=0.9).count("new") == 4
    assert len(open_ids(project)) == 4
    scanning.scan(project)
    assert scanning.scan(project, min_score=0.9).gone == 0
    assert len(open_ids(project)) == 8


def test_what_is_linked_by_hand_is_not_suggested(project: Project) -> None:
    linking.link(
        project,
        "one.txt",
        body=Body("work", "smith1999"),
        kind="citation",
        quote="“quiet engine” (Smith 1999, 12)",
    )
    linking.link(project, "two.txt", body=Body(), kind="quotation", quote="quiet engine")
    scan = scanning.scan(project)
    assert words(scan, "accepted") == ["(Smith 1999, 12)", "“quiet engine”"]
    assert len(open_ids(project)) == 6
    # a passage of another kind, or of another work, is another passage
    linking.link(
        project, "one.txt", body=Body("work", "smith1999"), kind="mention", quote="Carol Brown"
    )
    assert "Carol Brown" in words(scanning.scan(project), "open")


def test_decisions_hold_when_the_document_changes(project: Project) -> None:
    scanning.scan(project)
    review = Review(project)
    by_words = {each.selector.exact: each.id for each in review.waiting}
    decisions.decide(
        project,
        [
            Decision(by_words["(Smith 1999, 12)"], "accept"),
            Decision(by_words["Carol Brown"], "reject"),
        ],
    )
    path = project.root / "texts" / "one.txt"
    path.write_text("A new first sentence.\n\n" + ONE, encoding="utf-8")
    scan = scanning.scan(project)
    assert words(scan, "accepted") == ["(Smith 1999, 12)"]
    assert words(scan, "rejected") == ["Carol Brown"]
    assert all(each["exact"] != "Carol Brown" for each in scan.to_json())
    state = project.state()
    for passage in state.suggestions.passages:
        text = state.texts[passage.document].document
        assert (passage.digest, passage.selector.exact) == (
            text.digest,
            text.text[passage.selector.start : passage.selector.end],
        )


def test_a_record_is_not_found_in_its_own_document(project: Project) -> None:
    editing.add(
        project,
        "misc",
        {"author": "Smith, Ada", "title": "Own", "date": "1999"},
        key="own",
        document="one.txt",
    )
    cited = [each for each in scanning.scan(project).findings if each.passage.kind == "citation"]
    assert [each.passage.body.value for each in cited] == ["smith1999"]


def test_suggestions_follow_keys_and_go_with_their_work(project: Project) -> None:
    scanning.scan(project)
    editing.rekey(project, "smith1999", "engines")
    scan = scanning.scan(project)
    assert (scan.count("open"), scan.count("new"), scan.gone) == (8, 0, 0)
    removing.remove(project, ["engines"])
    assert all(each.body.type != "work" for each in project.state().suggestions.passages)


def test_wrong_usage(project: Project) -> None:
    with pytest.raises(UsageError, match="unknown kind"):
        scanning.scan(project, kinds=["guess"])
    with pytest.raises(UsageError, match="no score"):
        scanning.scan(project, min_score=2)
    with pytest.raises(UnknownDocumentError):
        scanning.scan(project, ["three.txt"])


def test_an_unreadable_document_is_told_and_the_others_are_scanned(
    project: Project, tmp_path: Path
) -> None:
    (project.root / "texts" / "one.txt").write_bytes("Über „Übung“".encode() + b"\xff")
    scan = scanning.scan(project)
    assert [problem.code for problem in scan.problems] == ["unreadable-document"]
    assert scan.count("new") == 2


def test_progress_is_told(project: Project) -> None:
    told: list[tuple[int, int, str]] = []
    scanning.scan(project, progress=lambda *now: told.append(now))
    assert told == [(0, 2, "texts/one.txt"), (1, 2, "texts/two.txt"), (2, 2, "")]


def test_progress_is_told_within_a_long_document(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "LONG", 20_000)
    path = project.root / "texts" / "one.txt"
    path.write_text((path.read_text(encoding="utf-8") + "\n\n") * 400, encoding="utf-8")
    size = f"{path.stat().st_size / 1e6:.1f}"
    told: list[tuple[int, int, str]] = []
    scanning.scan(project, progress=lambda *now: told.append(now))
    within = [name for number, _, name in told if number == 0]
    assert within[0] == "texts/one.txt"
    parts = [re.fullmatch(rf"texts/one.txt, ([0-9.]+) of {size} MB", name) for name in within[1:]]
    done = [float(part[1]) for part in parts if part]
    assert len(done) == len(parts) > 3
    assert done == sorted(done)
    assert done[-1] == float(size)
    assert told[-2:] == [(1, 2, "texts/two.txt"), (2, 2, "")]


def test_lines_that_cannot_be_read_stay(project: Project) -> None:
    scanning.scan(project)
    path = project.root / "refs" / "suggestions.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + "no json\n", encoding="utf-8")
    scanning.scan(project)
    assert path.read_text(encoding="utf-8").endswith("no json\n")
    assert "broken-passage" in {problem.code for problem in project.state().problems}


def in_folders(project: Project) -> None:
    """Move the second text into a folder of its own."""
    (project.root / "texts" / "later").mkdir()
    (project.root / "texts" / "two.txt").rename(project.root / "texts" / "later" / "two.txt")
    settings = project.root / "citekit.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("texts/*.txt", "texts/**/*.txt"),
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", ["texts/later", "texts/later/", "./texts/later"])
def test_a_folder_is_the_documents_in_it(project: Project, name: str) -> None:
    in_folders(project)
    project = Project.open(project.root)
    scan = scanning.scan(project, [name])
    assert scan.documents == ("texts/later/two.txt",)
    assert len(scanning.scan(project, ["texts"]).documents) == 2
    assert len(Review(project, document=name).waiting) == 2
    decisions.decide(project, [Decision(each.id, "accept") for each in Review(project).waiting])
    assert {each.document for each in project.passages(document=name)} == {"texts/later/two.txt"}


def test_a_folder_without_documents_is_told(project: Project) -> None:
    with pytest.raises(UnknownDocumentError, match="no document is in the folder 'refs'"):
        scanning.scan(project, ["refs"])


def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that finders read from now on."""
    read: list[str] = []
    real = finding.scan

    def scan(text: str, *rest: Any, **more: Any) -> Any:
        read.append(text)
        return real(text, *rest, **more)

    monkeypatch.setattr(finding, "scan", scan)
    return read


def test_a_second_scan_reads_what_has_changed_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_texts(monkeypatch)
    first = scanning.scan(project)
    assert read == [ONE, TWO]
    second = scanning.scan(project)
    assert read == [ONE, TWO]
    assert [each.passage for each in second.findings] == [each.passage for each in first.findings]
    changed = "So it is. " + TWO
    (project.root / "texts" / "two.txt").write_text(changed, encoding="utf-8")
    scanning.scan(project)
    assert read == [ONE, TWO, changed]


def test_another_catalogue_or_key_pattern_has_all_read_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_texts(monkeypatch)
    scanning.scan(project)
    editing.add(project, "book", {"title": "Other Engines", "author": "Jones, Ben"})
    scanning.scan(project)
    assert read == [ONE, TWO] * 2
    settings = project.root / "citekit.toml"
    pattern = 'key_pattern = "[auth][title]"\n'
    settings.write_text(pattern + settings.read_text(encoding="utf-8"), encoding="utf-8")
    scanning.scan(Project.open(project.root))
    assert read == [ONE, TWO] * 3


def test_an_interrupted_scan_goes_on(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_texts(monkeypatch)

    def interrupt(done: int, total: int, document: str) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scanning.scan(project, progress=interrupt)
    assert read == [ONE]
    assert scanning.scan(project).count("new") == 8
    assert read == [ONE, TWO]


@pytest.mark.parametrize("broken", [b"no database", b""])
def test_a_broken_memory_of_earlier_scans_is_made_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch, broken: bytes
) -> None:
    read = read_texts(monkeypatch)
    path = project.root / ".citekit" / "found.sqlite"
    scanning.scan(project)
    path.write_bytes(broken * 1000)
    for _ in range(3):
        assert scanning.scan(project).count("open") == 8
    assert len(read) <= 6
    assert path.exists()


def test_a_folder_that_cannot_be_written_keeps_nothing_and_finds_all(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path) -> Path:
        raise PermissionError(root)

    monkeypatch.setattr("citekit.store.found.private_folder", refuse)
    assert scanning.scan(project).count("new") == scanning.scan(project).count("open") == 8


def test_what_was_found_in_documents_that_are_gone_is_forgotten(project: Project) -> None:
    scanning.scan(project)
    (project.root / "texts" / "two.txt").unlink()
    scanning.scan(project)
    with closing(sqlite3.connect(project.root / ".citekit" / "found.sqlite")) as db:
        assert db.execute("SELECT document FROM found").fetchall() == [("texts/one.txt",)]
