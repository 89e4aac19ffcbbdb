"""CSL-YAML and the YAML reader under it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError
from citekit.formats import registry
from citekit.formats.base import Writing
from citekit.formats.pandocmarkdown import from_markdown, to_markdown
from citekit.formats.yamltext import MOST_DEPTH, documents, dump
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

SMALLCAPS = '<span style="font-variant:small-caps;">'
CSLYAML = registry.get("cslyaml")

PANDOC = r"""---
references:
- author:
  - family: Waals
    given: Johannes Diderik
    non-dropping-particle: van der
  id: waals1873
  issued: 1873-06
  page: 1-22
  title: Over de *continuïteit* \@ [van]{.nocase} <i>x</i>^2^
  type: thesis
  volume: 010
- id: no
  issued:
    date-parts:
    - - 2001
    circa: true
  title: yes
  type: book
---

# A document

with: text [@waals1873]
"""


def test_references_are_built_one_by_one() -> None:
    source = "---\nreferences:\n" + "".join(f"- id: k{n}\n  type: book\n" for n in range(9_000))
    found = CSLYAML.items(source + "- [broken\n...\n")
    assert [next(found).id for _ in range(9_000)] == [f"k{n}" for n in range(9_000)]  # type: ignore[union-attr]
    with pytest.raises(SyntaxProblemError) as told:
        list(found)
    assert told.value.where.line == 18_004
    (problem,) = CSLYAML.read("nocite: x\nreferences:\n- id: a\n  type: book\n- 3\n").problems
    assert problem.where.line == 5


def values(text: str) -> list[object]:
    return [[(key, value) for key, value, _ in document] for document in documents(text)]


def test_references_of_pandoc_are_read_and_the_document_is_left_alone() -> None:
    first, second = CSLYAML.read(PANDOC).works
    assert first.names("author") == (
        Name("Waals", "Johannes Diderik", non_dropping_particle="van der"),
    )
    assert first.date("issued") == Date(DatePoint(1873, 6))
    assert (first.text("volume"), first.text("title")) == (
        "010",
        'Over de <i>continuïteit</i> @ <span class="nocase">van</span> <i>x</i><sup>2</sup>',
    )
    assert (second.id, second.text("title")) == ("no", "yes")
    assert second.date("issued") == Date(DatePoint(2001), approximate=True)


def test_a_bare_sequence_is_read_and_problems_name_the_line() -> None:
    reading = CSLYAML.read("- id: a\n  type: book\n- 3\n- id: a\n  type: comic\n", "r.yaml")
    assert [work.id for work in reading.works] == ["a", "a"]
    assert [(p.code, p.where.line) for p in reading.problems] == [
        ("unknown-type", 4),
        ("duplicate-key", 4),
    ]


@pytest.mark.parametrize("text", ["", "a: b\n", "references: 3\n", "- a\n- b\n", "---\n"])
def test_yaml_without_references_is_refused(text: str) -> None:
    with pytest.raises(SyntaxProblemError, match="no references"):
        CSLYAML.read(text)


@pytest.mark.parametrize(
    ("text", "line"), [("a: [b\n", 2), ("a: b: c\n", 1), ("- *x\n", 1), ("x:\n\t- a\n", 2)]
)
def test_what_is_no_yaml_names_its_line(text: str, line: int) -> None:
    with pytest.raises(SyntaxProblemError) as caught:
        CSLYAML.read(text, "r.yaml")
    assert (caught.value.where.file, caught.value.where.line) == ("r.yaml", line)


@given(catalogues)
@settings(max_examples=50)
def test_what_is_written_is_read_back(works: list[Work]) -> None:
    assert check_round_trip("cslyaml", works).losses == []


def test_plain_dates_are_written_as_text() -> None:
    work = Work("a", "book", {"issued": Date(DatePoint(1999, 5)), "title": "no"})
    assert CSLYAML.write([work]) == (
        '---\nreferences:\n- id: a\n  type: book\n  issued: "1999-05"\n  title: "no"\n...\n'
    )
    assert "".join(CSLYAML.pieces([], Writing())) == "---\nreferences: []\n...\n"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("*a* **b** _c_ d_e_f", "<i>a</i> <b>b</b> <i>c</i> d_e_f"),
        ("H~2~O ~1 of 2~", "H<sub>2</sub>O ~1 of 2~"),
        ("x^a\\ b^ 3^ y", "x<sup>a b</sup> 3^ y"),
        ("[A]{.smallcaps} [b] [c](d)", f"{SMALLCAPS}A</span> [b] [c](d)"),
        ("5 * 3 * 2 and *", "5 * 3 * 2 and *"),
        ("*a **b* c**", "<i>a **b</i> c**"),
        ("\\*a\\* \\@b \\\\", "*a* @b \\"),
        ("<i>a_b</i> *c*", "<i>a_b</i> <i>c</i>"),
    ],
)
def test_markdown_is_read(markdown: str, text: str) -> None:
    assert from_markdown(markdown) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<i>a</i> <b>b</b>", "*a* **b**"),
        ('<span class="nocase">DNA</span> H<sub>2</sub>O', "[DNA]{.nocase} H~2~O"),
        ("x<sup>a b</sup>", "x^a\\ b^"),
        ("5 * 3 @home $x [y] a_b", "5 \\* 3 \\@home \\$x \\[y\\] a\\_b"),
        ("O'Neill -- 'x' ...", "O'Neill -\\- \\'x\\' \\..."),
        ("1. FC", "1\\. FC"),
        ("<i> a</i>", "<i> a</i>"),
    ],
)
def test_markdown_is_written(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown
    assert from_markdown(markdown) == text


@given(st.text("*_^~[]{.nocase}\\ ab<i>/", max_size=30))
@settings(max_examples=300)
def test_any_text_comes_back_from_markdown(text: str) -> None:
    assert from_markdown(to_markdown(text)) == text


# --- YAML --------------------------------------------------------------------------


def test_scalars_are_what_json_would_write() -> None:
    text = "{a: 1, b: 01, c: 1.5, d: 1.50, e: true, f: yes, g: ~, h: 1999-05-03, i: '1', j: 0x1}"
    assert values(text) == [
        [
            *(("a", 1), ("b", "01"), ("c", 1.5), ("d", "1.50"), ("e", True), ("f", "yes")),
            *(("g", None), ("h", "1999-05-03"), ("i", "1"), ("j", "0x1")),
        ]
    ]


def test_tags_are_not_obeyed() -> None:
    assert values("a: !!python/object/apply:os.getcwd []\nb: !x 3\n") == [[("a", []), ("b", "3")]]


def test_merged_mappings_do_not_take_the_place_of_own_keys() -> None:
    text = "x: &x {a: 1, b: 2}\ny: {<<: *x, a: 3}\nz: {<<: [{b: 4}, *x]}\n"
    found = {key: value for document in documents(text) for key, value, _ in document}
    assert (found["y"], found["z"]) == ({"a": 3, "b": 2}, {"a": 1, "b": 4})


def test_a_key_that_stands_twice_is_kept() -> None:
    assert values("- {a: 1, a: 2, a: 3}") == [[("", {"a": 1, "a (2)": 2, "a (3)": 3})]]


def test_aliases_that_repeat_without_end_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    with pytest.raises(SyntaxProblemError, match="aliases"):
        values("\n".join(lines))


@pytest.mark.parametrize("text", ["&a [*a]", "a: &b {c: *b}"])
def test_a_value_cannot_hold_itself(text: str) -> None:
    with pytest.raises(SyntaxProblemError, match="stands for nothing"):
        values(text)


@pytest.mark.parametrize("count", [MOST_DEPTH + 2, 20_000])
@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? "])
def test_depth_is_bounded(count: int, piece: str) -> None:
    with pytest.raises(SyntaxProblemError):
        values(piece * count)


yaml_values = st.recursive(
    st.text(max_size=8) | st.booleans() | st.none() | st.integers(-(10**17), 10**17),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(max_size=8), yaml_values))
@settings(max_examples=50)
def test_what_is_dumped_is_read_back(value: dict[str, object]) -> None:
    expected = [list(value.items())]
    assert values(dump(value)) == expected


@given(st.text("-:[]{}&*!|>'\"%@`#? \nab1", max_size=60))
@settings(max_examples=200)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        CSLYAML.read(text)
    except SyntaxProblemError:
        return
