"""Passages survive the file, and so does what the file holds besides."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Body, Passage, Selector
from citekit.store.annotations import (
    MOTIVATIONS,
    PassageFile,
    load,
    passage_id,
    read,
    write,
)
from citekit.vocabulary import PASSAGE_KINDS, RELATIONS, STATUSES
from tests.formats.works import works

SELECTOR = Selector("anarchy is", "the claim that ", " what states", 10, 20)
PASSAGE = Passage(
    id=passage_id("seeds/a.txt", 10, 20, "quotation", Body("work", "waltz1959")),
    document="seeds/a.txt",
    selector=SELECTOR,
    kind="quotation",
    body=Body("work", "waltz1959"),
    relation="includesQuotationFrom",
    locator="p. 12",
    speaker="Waltz",
    score=0.5,
    reasons=("surname", "year"),
    digest="d1",
    extractor="text 1",
)
FILE = PassageFile((PASSAGE,))


def changed(record: dict[str, Any], path: str, value: object) -> str:
    """One line with the property at ``path`` set, or removed with ``...``."""
    *folders, last = path.split("/")
    at: Any = record
    for name in folders:
        at = at[int(name) if isinstance(at, list) else name]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return json.dumps(record)


@pytest.fixture
def record() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(write(FILE))
    return parsed


def test_a_line_is_a_web_annotation(record: dict[str, Any]) -> None:
    assert record["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert record["type"] == "Annotation"
    assert record["motivation"] == "quoting"
    assert record["body"] == [{"type": "citekit:Work", "citekit:key": "waltz1959"}]
    assert record["target"] == {
        "source": "seeds/a.txt",
        "state": [
            {"type": "citekit:TextState", "citekit:digest": "d1", "citekit:extractor": "text 1"}
        ],
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "anarchy is",
                "prefix": "the claim that ",
                "suffix": " what states",
            },
            {"type": "TextPositionSelector", "start": 10, "end": 20},
        ],
    }
    assert record["citekit:relation"] == "http://purl.org/spar/cito/includesQuotationFrom"
    prefixes = record["@context"][1]
    for name in [*record, *record["body"][0], *record["target"]["state"][0]]:
        assert ":" not in name or name.partition(":")[0] in prefixes


def test_every_kind_has_a_motivation() -> None:
    assert set(MOTIVATIONS) == set(PASSAGE_KINDS)


def test_ids_tell_passages_apart() -> None:
    body = Body("work", "k")
    ids = {
        passage_id("a", 1, 2, "mention", body),
        passage_id("b", 1, 2, "mention", body),
        passage_id("a", 1, 3, "mention", body),
        passage_id("a", 1, 2, "echo", body),
        passage_id("a", 1, 2, "mention", Body("person", "k")),
    }
    assert len(ids) == 5
    assert passage_id("a", 1, 2, "mention", body) in ids
    assert all(id.startswith("urn:citekit:") for id in ids)


# --- round trips -------------------------------------------------------------

TEXT = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["a b.txt", "50%.txt", "c:/x?y#z", "%41", "é\u2028\x85", "\ud800", '"\\\n']
)
BODIES = st.builds(Body, st.sampled_from(["work", "person", "field"]), TEXT) | st.just(Body())


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    start, end = sorted((draw(st.integers(0, 10**9)), draw(st.integers(0, 10**9))))
    document, kind, body = draw(TEXT), draw(st.sampled_from(list(PASSAGE_KINDS))), draw(BODIES)
    return Passage(
        id=passage_id(document, start, end, kind, body),
        document=document,
        selector=Selector(draw(TEXT), draw(TEXT), draw(TEXT), start, end),
        kind=kind,
        body=body,
        relation=draw(st.sampled_from(["", *RELATIONS])),
        locator=draw(TEXT),
        quoted=draw(TEXT),
        speaker=draw(TEXT),
        cue=draw(TEXT),
        status=draw(st.sampled_from(list(STATUSES))),
        method=draw(TEXT),
        score=draw(st.floats(0, 1)),
        reasons=tuple(draw(st.lists(TEXT, max_size=2))),
        digest=draw(TEXT),
        extractor=draw(TEXT),
        attribution=draw(st.none() | st.builds(Selector, TEXT, TEXT, TEXT, st.just(1), st.just(9))),
        proposal=draw(st.none() | works()),
    )


@given(st.lists(passages(), max_size=5, unique_by=lambda p: p.id))
def test_what_is_written_is_read(found: list[Passage]) -> None:
    text = write(PassageFile(tuple(found)))
    text.encode("utf-8")
    again = read(text)
    assert again.problems == ()
    assert sorted(again.passages, key=lambda p: p.id) == sorted(found, key=lambda p: p.id)
    assert again.extras == {}
    assert write(again) == text


def test_order_does_not_depend_on_the_order_of_work() -> None:
    def at(document: str, start: int, kind: str) -> Passage:
        id = passage_id(document, start, 9, kind, Body())
        return Passage(id, document, SELECTOR._replace(start=start, end=9), kind)

    some = [at("b", 1, "echo"), at("a", 5, "mention"), at("a", 5, "echo"), at("a", 2, "mention")]
    text = write(PassageFile(tuple(some)))
    assert write(PassageFile(tuple(reversed(some)))) == text
    assert [(p.document, p.selector.start, p.kind) for p in read(text).passages] == [
        ("a", 2, "mention"),
        ("a", 5, "echo"),
        ("a", 5, "mention"),
        ("b", 1, "echo"),
    ]
    assert write(PassageFile()) == ""
    assert read("\n  \r\n") == PassageFile()


# --- what others wrote ---------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("created", "2024-01-01"),
        ("target/rights", {"a": [1, None]}),
        ("target/selector/0/note", "x"),
        ("target/state/0/sourceDate", "2024"),
        ("body/0/purpose", "linking"),
        ("other:score", None),
    ],
)
def test_unknown_properties_stay(record: dict[str, Any], path: str, value: object) -> None:
    line = changed(record, path, value)
    found = read(line)
    assert found.passages == (PASSAGE,)
    assert json.loads(write(found)) == json.loads(line)
    assert read(write(found)) == found


def test_other_bodies_selectors_states_and_contexts_stay(record: dict[str, Any]) -> None:
    record["body"] += ["http://example.org/tag", {"type": "TextualBody", "value": "see also"}]
    record["body"].append({"type": "citekit:Work", "citekit:key": "second"})
    record["target"]["selector"].append({"type": "XPathSelector", "value": "/p"})
    record["target"]["state"].append({"type": "TimeState", "sourceDate": "2024"})
    record["@context"].append({"x": "urn:x:"})
    found = read(json.dumps(record))
    assert found.passages == (PASSAGE,)
    assert json.loads(write(found)) == record
    edited = replace(found, passages=(PASSAGE._replace(body=Body("person", "Waltz")),))
    assert json.loads(write(edited))["body"] == [
        {"type": "Person", "name": "Waltz"},
        *record["body"][1:],
    ]


def test_what_the_user_clears_stays_cleared(record: dict[str, Any]) -> None:
    record["note"] = "kept"
    found = read(json.dumps(record))
    cleared = PASSAGE._replace(relation="", locator="", body=Body(), score=1.0, reasons=())
    again = read(write(replace(found, passages=(cleared,))))
    assert again.passages == (cleared,)
    assert again.extras == {PASSAGE.id: {"note": "kept"}}


def test_single_values_and_short_relations_are_understood(record: dict[str, Any]) -> None:
    record["body"] = record["body"][0]
    record["target"]["state"] = record["target"]["state"][0]
    record["citekit:relation"] = {"id": "cito:includesQuotationFrom"}
    found = read(json.dumps(record))
    assert found.passages == (PASSAGE,)
    assert write(found) == write(FILE)
    record["body"] = "http://example.org/work"
    assert read(json.dumps(record)).passages[0].body == Body()


def test_addresses_that_are_no_utf8_stay_as_they_are(record: dict[str, Any]) -> None:
    line = changed(record, "target/source", "a%FF%20.txt")
    assert read(line).passages[0].document == "a%FF%20.txt"
    line = changed(record, "target/source", "a%C3%A9%20.txt")
    assert read(line).passages[0].document == "aé .txt"


def test_a_file_that_is_not_there_holds_no_passages(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    assert load(path) == PassageFile()
    path.write_text(write(FILE) + "broken\n", encoding="utf-8")
    found = load(path, "refs/p.jsonl")
    assert found.passages == (PASSAGE,)
    assert found.problems[0].where.file == "refs/p.jsonl"


# --- broken lines -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("id", ..., "'id' is missing"),
        ("id", 3, "'id' must be a text"),
        ("citekit:kind", "guess", "'guess' is no kind of passage"),
        ("target", "seeds/a.txt", "'target' must be an object"),
        ("target/source", ..., "'source' is missing"),
        ("target/selector", ..., "a TextQuoteSelector and a TextPositionSelector are needed"),
        ("target/selector/1/start", -1, "'start' must be a whole number from 0"),
        ("target/selector/1/start", True, "'start' must be a whole number from 0"),
        ("target/selector/1/start", 99, "the passage ends before it starts"),
        ("citekit:score", 2, "'citekit:score' must be a number from 0 to 1"),
        ("citekit:score", float("nan"), "'citekit:score' must be a number from 0 to 1"),
        ("citekit:status", "maybe", "'citekit:status' must be one of " + ", ".join(STATUSES)),
        ("citekit:attribution", [], "'citekit:attribution' must be an object"),
        ("citekit:proposal", "a book", "'citekit:proposal' must be an object"),
        ("citekit:reasons", "because", "'citekit:reasons' must be a list of texts"),
    ],
)
def test_a_broken_line_is_located_and_kept(
    record: dict[str, Any], path: str, value: object, message: str
) -> None:
    line = changed(record, path, value)
    found = read(f"{write(FILE)}\n{line}\r\n", "p.jsonl")
    [problem] = found.problems
    assert problem.message == message
    assert (problem.where.file, problem.where.line) == ("p.jsonl", 3)
    assert found.passages == (PASSAGE,)
    assert write(found) == write(FILE) + line + "\n"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("<<<<<<< HEAD", "merge conflict"),
        ("=======", "merge conflict"),
        (">>>>>>> theirs", "merge conflict"),
        ("[1]", "kept"),
        ("{", "kept"),
        ("[" * 100_000, "kept"),
    ],
    ids=["ours", "middle", "theirs", "list", "cut", "deep"],
)
def test_what_is_no_annotation_is_kept(line: str, hint: str) -> None:
    found = read(line)
    assert hint in found.problems[0].hint
    assert write(found) == line + "\n"


def test_the_same_line_twice_is_one_passage(record: dict[str, Any]) -> None:
    found = read(write(FILE) * 2)
    assert replace(found, problems=()) == FILE
    assert [problem.code for problem in found.problems] == ["repeated-passage"]


def test_two_passages_with_one_id_are_both_kept(record: dict[str, Any]) -> None:
    other = changed(record, "citekit:locator", "p. 99")
    found = read(write(FILE) + other)
    assert found.passages == (PASSAGE,)
    assert found.problems[0].code == "duplicate-passage"
    assert write(found) == write(FILE) + other + "\n"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "body", "target", "state", "selector", "x", "@context"])
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
PATHS = ["id", "x", "body", "body/0", "body/0/type", "target", "target/source", "target/state"]
PATHS += ["target/state/0", "target/state/0/type", "target/selector", "target/selector/0"]
PATHS += ["target/selector/1/type", "citekit:kind", "citekit:relation", "@context", "type"]


@given(st.sampled_from(PATHS), JSON)
def test_no_line_is_lost_and_none_raises(path: str, value: object) -> None:
    record = json.loads(write(FILE))
    *folders, last = path.split("/")
    at = record
    for name in folders:
        at = at[int(name) if isinstance(at, list) else name]
    at[int(last) if isinstance(at, list) else last] = value
    found = read(json.dumps(record))
    assert len(found.passages) + len(found.kept) == 1
    text = write(found)
    assert write(read(text)) == text


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    assert list(found.kept) == [line for line in lines if line.strip()]
