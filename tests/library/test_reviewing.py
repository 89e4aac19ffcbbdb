"""Decisions are saved one by one, hold, and can be taken back."""

from __future__ import annotations

import json

import pytest

from citekit import anchor
from citekit.errors import UnknownPassageError, UsageError
from citekit.library import Project, decisions, linking, reviewing, scanning
from citekit.library.decided import words_and_body
from citekit.library.decisions import Decision
from citekit.library.reviewing import Review, corrected
from citekit.model import Body, Passage
from tests.library.conftest import CATALOGUE, ONE
from tests.library.test_scanning import files, open_ids


@pytest.fixture
def review(project: Project) -> Review:
    scanning.scan(project)
    return Review(project)


def of(review: Review, kind: str, number: int = 0) -> Passage:
    return [each for each in review.waiting if each.kind == kind][number]


def test_an_accepted_suggestion_is_a_passage(project: Project, review: Review) -> None:
    speech = of(review, "quotation")
    done = review.decide(Decision(speech.id, "accept"))
    assert done.passage is not None
    (view,) = project.passages()
    assert (view.exact, view.speaker, view.status) == ("“The engine runs”", "Ada Smith", "reviewed")
    assert (view.method, view.score, view.reasons) == (
        "quotation-marks",
        0.95,
        ("a verb of speech",),
    )
    assert view.attribution is not None
    assert speech.id not in open_ids(project)
    assert len(review.open()) == 7
    assert scanning.scan(project).count("accepted") == 1


def test_an_accepted_proposal_adds_the_entry_with_evidence(
    project: Project, review: Review
) -> None:
    reference = of(review, "reference")
    planned = review.proposal(reference)
    assert planned is not None
    assert planned.key == "jones2001"
    assert planned.entry.startswith("@book{jones2001,")
    done = review.decide(Decision(reference.id, "accept"))
    assert (done.key, done.entry) == (planned.key, planned.entry)
    text = (project.root / "refs" / "works.bib").read_text(encoding="utf-8")
    assert text == f"{CATALOGUE}\n{planned.entry}\n"
    (view,) = project.cites("jones2001")
    assert (view.kind, view.relation, view.exact) == (
        "reference",
        "cites",
        "Jones, Ben 2001. Other Engines. London: Steam Press",
    )
    assert {row.field: (row.source, row.words) for row in project.evidence("jones2001")} == {
        "author": ("read", "Jones, Ben"),
        "date": ("read", "2001"),
        "title": ("read", "Other Engines"),
        "location": ("read", "London"),
        "publisher": ("read", "Steam Press"),
    }


def test_a_work_proposed_twice_is_added_once(project: Project, review: Review) -> None:
    review.decide(Decision(of(review, "reference").id, "accept"))
    second = of(review, "reference", 1)
    assert review.proposal(second) == ("jones2001", "")
    done = review.decide(Decision(second.id, "accept"))
    assert (done.key, done.evidence) == ("", ())
    assert [view.document for view in project.cites("jones2001")] == [
        "texts/one.txt",
        "texts/two.txt",
    ]
    assert scanning.scan(project).count("accepted") == 2


def test_works_proposed_in_one_batch_are_added_once(project: Project, review: Review) -> None:
    ids = [of(review, "reference").id, of(review, "reference", 1).id]
    outcome = decisions.decide(project, [Decision(id, "accept") for id in ids])
    assert [done.key for done in outcome.done] == ["jones2001", ""]
    assert len(project.cites("jones2001")) == 2


def test_a_rejected_one_does_not_come_back(project: Project, review: Review) -> None:
    rejected = of(review, "quotation", 1)
    review.decide(Decision(rejected.id, "reject"))
    before = files(project)
    scan = scanning.scan(project)
    assert files(project) == before
    assert (scan.count("rejected"), scan.count("open"), scan.count("new")) == (1, 7, 0)
    assert [each.selector.exact for each in Review(project).waiting].count("“quiet engine”") == 2


def test_always_rejected_words_are_found_nowhere(project: Project, review: Review) -> None:
    done = review.decide(Decision(of(review, "quotation", 1).id, "reject-everywhere"))
    assert len(done.closed) == 3
    assert len(review.open()) == 5
    (project.root / "texts" / "three.txt").write_text("A “quiet  engine”.\n", encoding="utf-8")
    scan = scanning.scan(project)
    assert scan.count("rejected") == 4
    assert scan.count("new") == 0


@pytest.mark.parametrize("verdict", ["accept", "reject", "reject-everywhere"])
@pytest.mark.parametrize(("kind", "number"), [("quotation", 1), ("reference", 0), ("credit", 0)])
def test_taking_back_restores_every_byte(
    project: Project, review: Review, verdict: decisions.Verdict, kind: str, number: int
) -> None:
    before = files(project)
    chosen = of(review, kind, number)
    review.decide(Decision(chosen.id, verdict))
    assert files(project) != before
    review.take_back(chosen.id)
    after = {name: data for name, data in files(project).items() if data}
    assert after == before
    assert len(review.open()) == 8


def test_a_correction_is_accepted_and_the_finding_rejected(
    project: Project, review: Review
) -> None:
    credit = of(review, "credit")
    draft = corrected(review.state, credit, work="smith1999")
    assert (draft.kind, draft.relation) == ("mention", "discusses")
    draft = corrected(review.state, draft, words="as Carol Brown would say")
    review.decide(Decision(credit.id, "accept", draft))
    (view,) = project.cites("smith1999")
    assert (view.kind, view.exact, view.method, view.score, view.reasons) == (
        "mention",
        "as Carol Brown would say",
        "manual",
        1.0,
        (),
    )
    assert ONE[view.start : view.end] == view.exact
    assert scanning.scan(project).count("rejected") == 1


def test_a_corrected_speaker_stays_the_same_finding(project: Project, review: Review) -> None:
    speech = of(review, "quotation")
    review.decide(
        Decision(speech.id, "accept", corrected(review.state, speech, speaker="Eve Smith"))
    )
    (view,) = project.passages()
    assert (view.speaker, view.method) == ("Eve Smith", "quotation-marks")
    scan = scanning.scan(project)
    assert (scan.count("accepted"), scan.count("rejected")) == (1, 0)


def test_a_proposal_may_be_linked_to_a_work_that_is_there(project: Project, review: Review) -> None:
    reference = of(review, "reference")
    draft = corrected(review.state, reference, work="smith1999")
    assert review.proposal(draft) is None
    done = review.decide(Decision(reference.id, "accept", draft))
    assert done.rejections == ()
    assert len(project.cites("smith1999")) == 1
    assert scanning.scan(project).count("accepted") == 1


def test_kind_and_body_must_go_together(project: Project, review: Review) -> None:
    speech = of(review, "quotation")
    before = files(project)
    draft = corrected(review.state, speech, kind="citation")
    with pytest.raises(UsageError, match="cannot point at none"):
        review.decide(Decision(speech.id, "accept", draft))
    assert files(project) == before
    with pytest.raises(UsageError, match="unknown kind"):
        corrected(review.state, speech, kind="guess")
    with pytest.raises(UnknownPassageError, match="do not stand"):
        corrected(review.state, speech, words="no such words")


def test_suggestions_stand_where_their_words_are_now(project: Project, review: Review) -> None:
    path = project.root / "texts" / "one.txt"
    path.write_text("Moved on.\n\n" + ONE, encoding="utf-8")
    again = Review(project)
    citation = of(again, "citation")
    assert citation.selector.start == of(review, "citation").selector.start + 11
    again.decide(Decision(citation.id, "accept"))
    (view,) = project.cites("smith1999")
    assert (view.anchor, view.exact) == ("exact", "(Smith 1999, 12)")
    again.decide(Decision(of(again, "credit").id, "reject"))
    scan = scanning.scan(project)
    assert (scan.count("accepted"), scan.count("rejected")) == (1, 1)


def test_words_that_are_gone_cannot_be_accepted(project: Project, review: Review) -> None:
    (project.root / "texts" / "one.txt").write_text("Nothing.\n", encoding="utf-8")
    again = Review(project)
    assert (again.lost, len(again.waiting)) == (6, 2)
    with pytest.raises(UnknownPassageError, match="do not stand in the document any more"):
        decisions.decide(project, [Decision(of(review, "citation").id, "accept")])


def test_changed_words_are_accepted_only_by_who_sees_them(project: Project) -> None:
    path = project.root / "texts" / "one.txt"
    path.write_text(ONE.replace("The engine runs", "The engine runs well today"), encoding="utf-8")
    scanning.scan(project)
    path.write_text(ONE.replace("The engine runs", "The engine ran well today"), encoding="utf-8")
    review = Review(project)
    speech = of(review, "quotation")
    assert speech.selector.exact == "“The engine ran well today”"
    assert review.found == {speech.id: "“The engine runs well today”"}
    assert ("new", "ran") in review.changes(speech)
    assert [row["found"] for row in review.to_json()].count(None) == 7
    outcome = reviewing.accept_above(project, 0.9)
    assert (len(outcome.done), outcome.left) == (3, (speech.id,))
    with pytest.raises(UnknownPassageError, match="have changed since"):
        decisions.decide(project, [Decision(speech.id, "accept")])
    review.decide(Decision(speech.id, "accept", speech))
    views = [view for view in project.passages() if view.kind == "quotation"]
    assert [(view.exact, view.quoted) for view in views] == [
        ("“The engine ran well today”", "The engine ran well today")
    ]


def test_a_scan_brings_changed_words_up_to_date(project: Project, review: Review) -> None:
    path = project.root / "texts" / "one.txt"
    path.write_text(ONE.replace("The engine runs", "The engines run"), encoding="utf-8")
    assert of(Review(project), "quotation").id in Review(project).found
    scanning.scan(project)
    assert Review(project).found == {}
    assert of(Review(project), "quotation").quoted == "The engines run"


def test_two_verdicts_on_one_suggestion(project: Project, review: Review) -> None:
    id = of(review, "citation").id
    before = files(project)
    with pytest.raises(UsageError, match="two verdicts: accept and reject"):
        decisions.decide(project, [Decision(id, "accept"), Decision(id, "reject")])
    assert files(project) == before
    decisions.decide(project, [Decision(id, "accept"), Decision(id, "accept")])
    assert len(project.passages()) == 1


def test_rejections_are_listed_and_taken_back(project: Project, review: Review) -> None:
    first, second = of(review, "quotation"), of(review, "quotation", 1)
    review.decide(Decision(first.id, "reject"))
    review.decide(Decision(second.id, "reject-everywhere"))
    views = reviewing.rejections(project)
    assert [(view.id, view.status) for view in views] == [
        (first.id, "rejected"),
        (second.id, "rejected-everywhere"),
    ]
    assert reviewing.rejections(project, kind="credit") == []
    before = files(project)
    reviewing.reopen(project, [first.id], dry_run=True)
    with pytest.raises(UnknownPassageError, match="no rejection has the id"):
        reviewing.reopen(project, [first.id, "urn:citekit:0"])
    assert files(project) == before
    assert [view.id for view in reviewing.reopen(project, [first.id, second.id])] == [
        first.id,
        second.id,
    ]
    assert reviewing.rejections(project) == []
    scan = scanning.scan(project)
    assert (scan.count("rejected"), len(open_ids(project))) == (0, 8)


@pytest.mark.parametrize("other", ["“quiet engine,”", "‘quiet engine’.", "quiet engine"])
def test_always_rejected_words_have_no_marks_around_them(other: str) -> None:
    def words(text: str) -> object:
        at = anchor.select(text, 0, len(text))
        return words_and_body(Passage("", "a.txt", at, "quotation", Body()))

    assert words(other) == words("“quiet engine”")
    assert words("“,”") != words("“.”")


def test_filters(project: Project, review: Review) -> None:
    assert len(Review(project, kind="quotation").waiting) == 4
    assert len(Review(project, document="two.txt").waiting) == 2
    assert [each.kind for each in Review(project, work="smith1999").waiting] == ["citation"]


def test_everything_from_a_score_is_accepted(project: Project, review: Review) -> None:
    trial = reviewing.accept_above(project, 0.9, dry_run=True)
    assert (len(trial.done), project.passages()) == (4, [])
    outcome = reviewing.accept_above(project, 0.9)
    assert len(outcome.done) == 4
    assert [done.key for done in outcome.done if done.key] == ["jones2001"]
    assert sorted(outcome.files) == [
        "refs/passages.jsonl",
        "refs/suggestions.jsonl",
        "refs/works.bib",
    ]
    assert len(Review(project).waiting) == 4
    assert reviewing.accept_above(project, 0.9).done == ()
    with pytest.raises(UsageError, match="no score"):
        reviewing.accept_above(project, 90)


def test_one_wrong_id_saves_nothing(project: Project, review: Review) -> None:
    before = files(project)
    wanted = [Decision(of(review, "citation").id, "accept"), Decision("urn:citekit:0", "reject")]
    with pytest.raises(UnknownPassageError, match="no open suggestion"):
        decisions.decide(project, wanted)
    assert files(project) == before


def test_the_files_are_annotations(project: Project, review: Review) -> None:
    review.decide(Decision(of(review, "credit").id, "reject"))
    names = ("suggestions", "rejections")
    for name in names:
        text = (project.root / "refs" / f"{name}.jsonl").read_text(encoding="utf-8")
        records = [json.loads(line) for line in text.splitlines()]
        assert {record["type"] for record in records} == {"Annotation"}
        assert {record["citekit:status"] for record in records} == {
            "suggested" if name == "suggestions" else "rejected"
        }


def test_suggested_passages_of_an_import_are_reviewed_in_place(project: Project) -> None:
    scanning.scan(project)
    path, other = (project.root / "refs" / f"{name}.jsonl" for name in ("passages", "suggestions"))
    path.write_text(other.read_text(encoding="utf-8"), encoding="utf-8")
    other.write_text("", encoding="utf-8")
    review = Review(project)
    assert len(review.waiting) == 8
    before = path.read_bytes()
    citation = of(review, "citation")
    review.decide(Decision(citation.id, "accept"))
    assert [view.status for view in project.cites("smith1999")] == ["reviewed"]
    review.take_back(citation.id)
    assert path.read_bytes() == before
    review.decide(Decision(citation.id, "reject"))
    assert project.cites("smith1999") == []


def test_a_passage_with_the_id_of_a_rejected_suggestion_stays(
    project: Project, review: Review
) -> None:
    citation = of(review, "citation")
    linking.link(
        project,
        "one.txt",
        body=citation.body,
        kind="citation",
        quote=citation.selector.exact,
    )
    review.decide(Decision(citation.id, "reject"))
    assert len(project.cites("smith1999")) == 1
    assert len(review.open()) == 7


def test_accepting_leaves_other_lines_as_they_are(project: Project, review: Review) -> None:
    review.decide(Decision(of(review, "citation").id, "accept"))
    path = project.root / "refs" / "passages.jsonl"
    line = path.read_text(encoding="utf-8").replace('"type":', '"type" :')
    path.write_text(f"{line}no json\n", encoding="utf-8")
    review.decide(Decision(of(review, "quotation").id, "accept"))
    first, second, third = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert "The engine runs" in first
    assert (second, third) == (line, "no json\n")


def test_a_review_of_one_document_reads_its_lines_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanning.scan(project)
    of_all = [each for each in Review(project).waiting if each.document == "texts/two.txt"]
    with monkeypatch.context() as patch:
        patch.setattr("citekit.library.state.load_passages", None)
        assert Review(project, document="two.txt").waiting == of_all != []
    path = project.root / project.settings.suggestions
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert Review(project, document="two.txt").waiting == of_all
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")  # stands twice
    assert Review(project, document="two.txt").waiting == of_all
