"""The line-tagged formats: what is written comes back, or is reported."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citekit.formats import nbib, refer, refworks, registry, ris, tagged, wos
from citekit.formats.base import Writing, join_keywords, split_keywords
from citekit.formats.tagged import Record, records
from citekit.formats.taggedout import Output, _certain, in_lines
from citekit.model import Name, Work
from tests.formats.works import catalogues, texts, works

WRITTEN = ("ris", "refer", "nbib", "wos", "refworks")
READ = (*WRITTEN, "ovid")


def differences(work: Work, back: Work) -> set[str]:
    """The fields that came back otherwise."""
    mine = {**work.fields, **work.extra, "type": work.type, "id": work.id}
    theirs = {**back.fields, **back.extra, "type": back.type, "id": back.id}
    return {name for name in {*mine, *theirs} if mine.get(name) != theirs.get(name)}


@pytest.mark.parametrize("name", WRITTEN)
@settings(deadline=None, max_examples=60)
@given(works=catalogues)
def test_what_is_not_reported_comes_back(name: str, works: list[Work]) -> None:
    chosen, how = registry.get(name), Writing()
    reading = chosen.read(chosen.write(works, how))
    assert reading.problems == ()
    assert len(reading.works) == len(works)
    for number, (work, back) in enumerate(zip(works, reading.works, strict=True)):
        told = {loss.field for loss in how.losses if loss.key == work.id and loss.level != "kept"}
        assert differences(work, back) == told, (name, number)


@pytest.mark.parametrize("name", ["ris", "refer", "nbib", "refworks"])
@settings(deadline=None, max_examples=40)
@given(works=catalogues)
def test_formats_with_a_custom_field_drop_nothing(name: str, works: list[Work]) -> None:
    how = Writing()
    registry.get(name).write(works, how)
    assert [loss for loss in how.losses if loss.level == "dropped"] == []


lines = st.lists(
    st.text(max_size=12)
    | st.sampled_from(
        [
            *("TY  - BOOK", "ER  - ", "PMID- 1", "PT J", "ER", "EF", "FN x", "RT Book, Whole"),
            *("%0 Book", "", "   more", "<1. >", "VN  - Ovid Technologies", "UT WOS:1"),
            *("U1  - csl:issued: x", "%1 csl+json:type: [", "GN  - csl+json:author: 3"),
            *("\ufeffTY  - JOUR", "SP  - 1", "EP  - 0", "BP 9", "PG  - 9-1", "FD 99/99", "YR x"),
            *("AU  - ,", "AU ,", "%A ,", "FAU - ,,,", "A1 {", "DP  - 2009 Jul-Aug", "%8 x"),
        ]
    ),
    max_size=14,
)


@pytest.mark.parametrize("name", READ)
@settings(deadline=None, max_examples=150)
@given(text=lines.map("\n".join))
def test_any_text_is_read(name: str, text: str) -> None:
    chosen = registry.get(name)
    works = chosen.read(text).works
    if "w" in chosen.modes:
        assert len(chosen.read(chosen.write(works)).works) == len(works)


@given(st.lists(st.text("ab ,;", min_size=1), max_size=4))
def test_keywords(items: list[str]) -> None:
    wanted = [" ".join(item.replace(";", " ").split()) for item in items]
    wanted = list(dict.fromkeys(filter(None, wanted)))
    assert split_keywords(join_keywords(wanted)) == wanted


#: The writers' own words for how a record is made and read.
OUTPUTS = [module._OUTPUT for module in (nbib, refer, refworks, ris, wos)]


@pytest.mark.parametrize("output", OUTPUTS)
@given(works(), st.lists(st.tuples(st.sampled_from(["TY", "ER", "ED", "%T", "U1"]), texts)))
@example(Work("0", "article", {"ISBN": f"{'0' * 60} {'1' * 60}"}), [])
def test_what_is_certain_of_a_record_is_what_its_text_says(
    output: Output, work: Work, more: list[tuple[str, str]]
) -> None:
    fields = [*output.compose(work, frozenset(), Writing()), *more]
    certain = _certain(fields, output)
    if certain is not None:
        (read,) = records(output.render(fields), output.shape, None)
        assert isinstance(read, Record)
        assert output.read(read) == output.read(certain)
        assert read.ended == bool(output.shape.ends)


def test_long_values_are_wrapped_between_words() -> None:
    text = " ".join(["word"] * 30 + ["x" * 100, "end"])
    lines = in_lines(text, 82)
    assert " ".join(lines) == text
    assert [len(line) for line in lines] == [79, 69, 100, 3]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Delumeau, Jean, 1923-2020", Name("Delumeau", "Jean")),
        ("Roe, Ann, 1950-, author.", Name("Roe", "Ann")),
        ("Thomas, Aquinas, Saint, 1225?-1274", Name("Thomas", "Aquinas")),
        ("King, Martin Luther, Jr., 1929-1968", Name("King", "Martin Luther", suffix="Jr.")),
        ("Aristotle, 384-322 B.C.", Name("Aristotle")),
        ("Müller, Otto, geb. 1901", Name("Müller", "Otto")),
        ("Lévi, Paul, né en 1901", Name("Lévi", "Paul")),
        ("Baz, Q. (Quentin), 1901-", Name("Baz", "Q.")),
        ("Henry, Hans, III", Name("Henry", "Hans", suffix="III")),
        ("Doe, Jane, Ph.D.", Name("Doe", "Jane", suffix="Ph.D.")),
        ("Singer, Peter", Name("Singer", "Peter")),
    ],
)
def test_years_and_roles_of_a_heading_are_no_part_of_the_name(heading: str, name: Name) -> None:
    assert tagged.read_name(heading) == name
