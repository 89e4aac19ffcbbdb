"""The audits, on values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.anchor import ORPHAN, Anchor, Status, select
from citekit.check import CHECKS, Audit, AuditRecord, run
from citekit.errors import Problem, warning
from citekit.formats.bibread import read
from citekit.model import Body, Date, DatePoint, Name, Passage, Work
from citekit.twins import Twins

TEXT = "Smith says so. Others disagree."


def record(key: str, **more: object) -> AuditRecord:
    title = str(more.pop("title", f"Title of {key}"))
    author = str(more.pop("author", "Smith"))
    year = more.pop("year", 1999)
    fields = {"author": author, "title": title, "date": str(year)}
    values: dict[str, object] = {"title": title, **dict(more.pop("csl", {}))}  # type: ignore[call-overload]
    if author:
        values["author"] = (Name(family=author),)
    if isinstance(year, int):
        values["issued"] = Date(DatePoint(year))
    work = Work(key, "book", values)  # type: ignore[arg-type]
    return replace(AuditRecord(work, "a.bib", 3, "book", fields), **more)  # type: ignore[arg-type]


def passage(id: str, body: Body, kind: str = "citation") -> Passage:
    return Passage(id, "a.txt", select(TEXT, 0, 5), kind, body)


def audit(*records: AuditRecord, **more: object) -> Audit:
    passages = list(more.pop("passages", ()))  # type: ignore[call-overload]
    anchors = {p.id: Anchor(Status.EXACT, 0, 5, 1.0) for p in passages}
    anchors |= dict(more.pop("anchors", {}))  # type: ignore[call-overload]
    places = {"a.txt": lambda offset: (1, offset + 1)}
    return Audit(records, ["a.txt"], passages, anchors, "p.jsonl", places=places, **more)  # type: ignore[arg-type]


def found(check: str, made: Audit) -> list[Problem]:
    return run(made, [check])


def codes(check: str, made: Audit) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.where.key) for problem in found(check, made)]


def test_required_fields() -> None:
    bare = record("a", fields={"title": "T"})
    assert codes("required-fields", audit(bare)) == [("missing-field", "a")] * 2
    assert codes("required-fields", audit(replace(bare, absent={"author", "date"}))) == []
    assert codes("required-fields", audit(record("a", absent={"title"}))) == [
        ("present-field", "a")
    ]
    child = replace(bare, entry_type="inbook", fields={"crossref": "b"})
    assert codes("required-fields", audit(child)) == []
    assert codes("required-fields", audit(replace(bare, entry_type="strange"))) == []


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [
        ({"title": "A “Title”"}, {"title": 'a "title"'}, True),
        ({"title": "T"}, {"title": "T", "year": 2000}, False),
        ({"title": "T"}, {"title": "T", "year": "n.d."}, True),
        ({"title": "T"}, {"title": "T", "author": "Roe"}, False),
        ({"title": "T", "author": ""}, {"title": "T"}, True),
        ({"title": ""}, {"title": ""}, False),
        ({"csl": {"DOI": "10.1/X"}}, {"csl": {"DOI": "10.1/x"}}, True),
        ({"csl": {"ISBN": "978-0-1"}}, {"csl": {"ISBN": "97801"}}, True),
        (
            {"csl": {"DOI": "10.1234/Ab1"}},
            {"csl": {"DOI": "https://doi.org/10.1234/AB1"}, "author": "Roe", "year": 2001},
            True,
        ),
        (
            {"csl": {"ISBN": "978-0-691-02913-9"}},
            {"csl": {"ISBN": "069102913X (pbk.); 0-691-05686-1"}, "year": 2001},
            True,
        ),
        ({"csl": {"ISBN": "1", "volume": "1"}}, {"csl": {"ISBN": "1", "volume": "2"}}, False),
    ],
)
def test_duplicate_works(one: dict[str, object], other: dict[str, object], likely: bool) -> None:
    made = audit(record("a", **one), record("b", **other))
    assert codes("duplicate-works", made) == ([("duplicate-work", "b")] if likely else [])


def works(text: str) -> list[AuditRecord]:
    return [replace(record(work.id), work=work) for work in read(text).works]


@pytest.mark.parametrize(
    "title", ["The Power of {Trade}", "{{The Power of Trade}}", r"The Power of \emph{Trade}"]
)
def test_markup_hides_no_duplicate(title: str) -> None:
    made = works(
        f"@book{{a, author={{Lee, Anna}}, title={{{title}}}, date=1999}}"
        "@book{b, author={Lee, Anna}, title={The Power of Trade}, date=1999}"
    )
    assert codes("duplicate-works", audit(*made)) == [("duplicate-work", "b")]


def test_parts_share_the_isbn_of_their_book_and_what_they_inherit() -> None:
    made = works(
        "@incollection{a, title={One}, booktitle={Whole}, isbn={069102913X}, crossref={c}}"
        "@inbook{b, title={Two}, booktitle={Whole}, isbn={069102913X}}"
        "@collection{c, title={Whole}, isbn={069102913X}, doi={10.1/c}}"
    )
    assert codes("duplicate-works", audit(*made)) == []


def test_a_duplicate_says_what_is_the_same() -> None:
    made = works("@book{a, title={One}, doi={10.1/a}} @book{b, title={Else}, doi={10.1/a}}")
    (told,) = found("duplicate-works", audit(*made))
    assert told.message == "has the same DOI as a (a.bib:3), another title"
    made = works(
        "@book{a, title={One}, isbn={069102913X}, date=1994}"
        "@book{b, title={One: A Subtitle}, isbn={978-0-691-02913-9}, date=1996}"
    )
    (told,) = found("duplicate-works", audit(*made))
    assert "the same ISBN, the years 1994 and 1996 aside" in told.message


def test_one_key_in_two_files() -> None:
    made = audit(record("a"), record("a", file="b.bib"))
    assert codes("duplicate-keys", made) == [("duplicate-key", "a")]


def test_reading_and_duplicate_keys_share_what_was_reported() -> None:
    told = [warning("duplicate-key", "k"), warning("unreadable-entry", "x")]
    assert codes("reading", audit(found=told)) == [("unreadable-entry", None)]
    assert codes("duplicate-keys", audit(found=told)) == [("duplicate-key", None)]


def test_documents() -> None:
    assert codes("documents", audit()) == [("unrecorded-document", None)]
    owner = record("a", document="a.txt")
    assert codes("documents", audit(owner)) == []
    second = replace(owner, work=record("b").work)
    assert codes("documents", audit(owner, second)) == [("shared-document", "b")]
    lost = record("c", lost_document="lost.txt")
    assert codes("documents", audit(owner, lost)) == [("missing-file", "c")]


def test_uncited_works() -> None:
    cited = audit(record("a"), record("b"), passages=[passage("p", Body("work", "a"))])
    assert codes("uncited-works", cited) == [("uncited-work", "b")]
    assert codes("uncited-works", audit(record("a", document="a.txt"))) == []


def test_linked_keys() -> None:
    passages = [
        passage("p", Body("work", "gone")),
        passage("q", Body("field", "a#colour"), "evidence"),
        passage("r", Body("field", "a#title"), "evidence"),
        passage("s", Body("person", "Ann"), "credit"),
    ]
    made = audit(record("a"), passages=passages)
    assert [code for code, _ in codes("linked-keys", made)] == ["unknown-key", "unknown-field"]


@pytest.mark.parametrize(
    ("spot", "code"),
    [
        (ORPHAN, "orphaned-anchor"),
        (Anchor(Status.FUZZY, 0, 5, 0.8), "fuzzy-anchor"),
        (Anchor(Status.SHIFTED, 0, 5, 1.0), "shifted-anchor"),
        (Anchor(Status.EXACT, 0, 5, 1.0), None),
    ],
)
def test_anchors(spot: Anchor, code: str | None) -> None:
    made = audit(record("a"), passages=[passage("p", Body("work", "a"))], anchors={"p": spot})
    assert [each for each, _ in codes("anchors", made)] == ([code] if code else [])


def test_a_passage_of_a_missing_document() -> None:
    lost = passage("p", Body())._replace(document="lost.txt")
    made = audit(passages=[lost], anchors={"p": ORPHAN})
    assert [code for code, _ in codes("anchors", made)] == ["missing-document"]


def test_every_check_runs_on_an_empty_project() -> None:
    nothing = Audit([], [], [], {}, "p.jsonl")
    assert run(nothing, list(CHECKS)) == []


def test_many_works_of_one_title_are_told_apart_quickly() -> None:
    twins = Twins()
    for number in range(20_000):
        work = record(f"k{number}", title="Editorial", author=f"Author{number}").work
        assert twins.find(work) is None
        twins.add(work)


def test_evidence_for_a_key_with_a_number_sign() -> None:
    made = audit(record("a#1"), passages=[passage("p", Body("field", "a#1#title"), "evidence")])
    assert codes("linked-keys", made) == []
