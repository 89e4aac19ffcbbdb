"""Lines put in and taken out one by one make the file that writing all would make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Body, Passage
from citekit.store.annotations import PassageFile, passage_id, read, write
from citekit.store.files import Raw
from citekit.store.lines import IrregularError, Lines
from tests.store.test_annotations import PASSAGE, passages


def lines_of(text: str) -> Lines:
    return Lines(Raw(Path("passages.jsonl"), text.encode(), None))


def named(passage: Passage) -> Passage:
    at = passage.selector
    id = passage_id(passage.document, at.start, at.end, passage.kind, passage.body)
    return passage._replace(id=id)


MANY = st.lists(passages().map(named), max_size=7, unique_by=lambda p: p.id)


@given(MANY, st.data(), st.booleans())
def test_changed_line_by_line(found: list[Passage], data: st.DataObject, broken: bool) -> None:
    kept = ("no json",) if broken else ()
    by_id = {each.id: each for each in found}
    some = st.sets(st.sampled_from(sorted(by_id))) if by_id else st.just(set[str]())
    before, gone, put = (data.draw(some, label) for label in ("before", "gone", "put"))
    lines = lines_of(write(PassageFile(tuple(by_id[id] for id in before), kept)))
    assert lines.is_regular
    lines.remove(gone)
    new = {id: by_id[id]._replace(cue="new") for id in put}
    lines.put(new.values())
    after = {id: by_id[id] for id in before - gone} | new
    assert lines.text() == write(PassageFile(tuple(after.values()), kept))
    for id in by_id:
        assert lines.find(id) == after.get(id)


def test_other_lines_and_what_others_wrote_stay() -> None:
    other = PASSAGE._replace(id="urn:citekit:other")
    text = write(PassageFile((PASSAGE,))).replace('"type":', '"type"  :')
    lines = lines_of(text)
    lines.put([other])
    assert text in lines.text()
    record = json.loads(text)
    lines = lines_of(json.dumps({**record, "created": "2024-01-01"}) + "\n")
    lines.put([PASSAGE._replace(cue="said")])
    (line,) = lines.text().splitlines()
    assert json.loads(line)["created"] == "2024-01-01"
    assert json.loads(line)["citekit:cue"] == "said"


def test_files_that_must_be_read_as_a_whole() -> None:
    text = write(PassageFile((PASSAGE,)))
    for irregular in (text.rstrip(), text.replace("\n", "\r\n"), "\ufeff" + text):
        assert not lines_of(irregular).is_regular
    assert lines_of("").is_regular
    twice = lines_of(text + text)
    with pytest.raises(IrregularError):
        twice.find(PASSAGE.id)
    with pytest.raises(IrregularError):
        twice.put([PASSAGE])
    with pytest.raises(IrregularError):
        lines_of(text).put([PASSAGE._replace(id='a"b')])


def test_an_id_in_the_words_of_another_line_is_not_taken_for_it() -> None:
    other = named(PASSAGE._replace(body=Body(), quoted=f'"{PASSAGE.id}"', cue=PASSAGE.id))
    lines = lines_of(write(PassageFile((other,))))
    assert lines.find(PASSAGE.id) is None
    lines.put([PASSAGE])
    assert {each.id for each in read(lines.text()).passages} == {PASSAGE.id, other.id}


def test_many_ids_are_found_as_few_are() -> None:
    found = [named(PASSAGE._replace(document=f"texts/{number}.txt")) for number in range(300)]
    text = write(PassageFile(tuple(found[:200]), ("no json",)))
    lines = lines_of(text)
    assert [lines.find(each.id) for each in found] == [*found[:200], *[None] * 100]
    lines.remove({each.id for each in found[:50]})
    lines.put(found[200:])
    assert lines.text() == write(PassageFile(tuple(found[50:]), ("no json",)))
    twice = lines_of(text + write(PassageFile((found[0],))))
    for each in found[1:]:
        twice.find(each.id)
    with pytest.raises(IrregularError):
        twice.find(found[0].id)


@given(MANY, st.data())
def test_what_a_file_holds_of_documents(found: list[Passage], data: st.DataObject) -> None:
    documents = data.draw(st.sets(st.sampled_from([*{each.document for each in found}, "other"])))
    gone = data.draw(st.sets(st.sampled_from([each.id for each in found]))) if found else set()
    put = data.draw(st.sets(st.sampled_from([each.id for each in found]))) if found else set()
    text = write(PassageFile(tuple(found), ("no json", '{"id": "urn:x"}')))
    spread = text.replace('"type": "Annotation"', '"type":"Annotation"', 1)
    for lines in (lines_of(text), lines_of(spread)):
        assert lines.documents() == {each.document for each in found}
        lines.remove(gone - put)
        lines.put([each._replace(status="rejected") for each in found if each.id in put])
        after = [
            each._replace(status="rejected") if each.id in put else each
            for each in found
            if each.id in put or each.id not in gone
        ]
        held = sorted(lines.of(documents))
        assert held == sorted(each for each in after if each.document in documents)
        rejected = sorted(each for each in after if each.status == "rejected")
        assert sorted(lines.with_status("rejected")) == rejected


def test_a_document_of_which_an_id_stands_twice_is_read_with_the_file() -> None:
    text = write(PassageFile((PASSAGE,)))
    with pytest.raises(IrregularError):
        lines_of(text + text).of([PASSAGE.document])
    assert lines_of(text + text).of(["other"]) == []


@given(MANY, st.data())
def test_lines_put_into_the_places_of_others(found: list[Passage], data: st.DataObject) -> None:
    linked = [named(each._replace(body=Body("work", "a1"))) for each in found]
    linked = [*{each.id: each for each in linked}.values()]
    ids = [each.id for each in linked]
    drawn = data.draw(st.sets(st.sampled_from(ids)) if ids else st.just(set[str]()))
    chosen = [each for each in linked if each.id in drawn]
    made = {each.id: named(each._replace(body=Body("work", "b2"))) for each in chosen}
    extras = {each.id: {"created": each.id} for each in linked}
    lines = lines_of(write(PassageFile(tuple(linked), ("no json",), extras)))
    assert sorted(lines.naming(["a1"])) == sorted(linked)
    assert lines.naming(["b2"]) == []
    lines.replace([(each, made[each.id]) for each in chosen])
    after = [made.get(each.id, each) for each in linked]
    moved = {made[id].id if id in made else id: extra for id, extra in extras.items()}
    assert lines.text() == write(PassageFile(tuple(after), ("no json",), moved))


def test_no_line_is_put_over_another() -> None:
    one, two = (named(PASSAGE._replace(body=Body("work", key))) for key in ("a1", "b2"))
    lines = lines_of(write(PassageFile((one, two))))
    with pytest.raises(IrregularError):
        lines.replace([(one, two)])
    with pytest.raises(IrregularError):
        lines.naming(["a/1"])
