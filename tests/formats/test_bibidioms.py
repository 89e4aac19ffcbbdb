"""BibLaTeX's idioms: commands of preambles, series of journals, types of editors and keys."""

from __future__ import annotations

import pytest

from citekit.formats import biblatex, bibsource
from citekit.formats.bibloss import losses
from citekit.model import Work


def _work(entry: str) -> Work:
    (work,) = biblatex.read(entry).works
    return work


@pytest.mark.parametrize(
    ("preamble", "title", "read"),
    [
        (r"\newcommand{\noopsort}[1]{}", r"{\noopsort{1968}}Smith", "Smith"),
        (r"\providecommand\SortNoop[1]{}", r"\SortNoop{b}Smith", "Smith"),
        (r"\newcommand*{\ie}[2][i.e.]{#1~#2}", r"\ie{x} \ie[viz.]{y}", "i.e.\u00a0x viz.\u00a0y"),
        (r"\def\swap#1#2{#2, #1}", r"\swap{a}{\emph{b}}", "<i>b</i>, a"),
        (r"\newcommand{\me}{Jo}\newcommand{\us}{\me{} \& Co}", r"\us: x", "Jo & Co: x"),
        ("", r"\switchargs{b}{a}\printfirst{c}{d}", "abc"),
        (r"\newcommand{\loop}{\loop}", r"a \loop b", None),
        (r"\newcommand{\two}[2]{#1#2}", r"a \two{b}", r"a b"),
    ],
)
def test_commands_of_preambles_are_expanded(preamble: str, title: str, read: str | None) -> None:
    work = _work(f'@preamble{{"{preamble}"}}\n@book{{a, title={{{title}}}}}')
    assert read is None or work.text("title") == read


def test_a_command_for_sorting_that_nothing_defines_is_dropped_and_told() -> None:
    entry = r"@book{a, author={{\noopsort{1968}}Smith, B.}, title={T}}"
    assert _work(entry).names("author")[0].family == "Smith"
    (told,) = losses(bibsource.split(entry))
    assert "\\noopsort" in told.how


@pytest.mark.parametrize(
    ("fields", "variable", "words"),
    [
        ("series={2}", "collection-title", "2nd ser."),
        ("series={11}", "collection-title", "11th ser."),
        ("series={newseries}", "collection-title", "new ser."),
        ("series={oldseries}, langid={german}", "collection-title", "A. F."),
        ("series={3}, langid={french}", "collection-title", "3e sér."),
        ("series={Beihefte 2}", "collection-title", "Beihefte 2"),
        ("type={patentus}", "genre", "U.S. patent"),
    ],
)
def test_numbers_and_keys_are_words(fields: str, variable: str, words: str) -> None:
    work = _work(f"@article{{a, title={{T}}, {fields}}}")
    assert work.text(variable) == words
    written = biblatex.write([work])
    assert biblatex.read(written).works == (work,)
    if variable == "collection-title":
        assert fields.partition(",")[0].replace("=", " = ") in written


@pytest.mark.parametrize(
    ("fields", "variable"),
    [
        ("editor={Ed, A}, editortype={compiler}", "compiler"),
        ("editor={Ed, A}, editora={Di, R}, editoratype={director}", "director"),
        ("editor={Ed, A}, editortype={reviser}", "editor"),
        ("editora={Or, G}, editoratype={organizer}, editorb={Co, L}", "organizer"),
    ],
)
def test_editors_of_a_type_are_what_csl_calls_them(fields: str, variable: str) -> None:
    work = _work(f"@book{{a, title={{T}}, {fields}}}")
    assert work.names(variable)
    written = biblatex.write([work])
    assert biblatex.read(written).works == (work,)
    for field in fields.split(", e"):
        assert field.strip("e").replace("=", " = ") in written


@pytest.mark.parametrize(
    "work",
    [
        Work("a", "article-journal", {"title": "T", "collection-title": "2"}),
        Work("a", "book", {"title": "T", "genre": "software"}),
        Work(
            "a",
            "book",
            {
                "editor": _work("@book{a, editor={Ed, A}}").names("editor"),
                "compiler": _work("@book{a, editor={Co, B}}").names("editor"),
            },
            {"editortype": "compiler"},
        ),
    ],
)
def test_works_that_only_look_like_idioms_stay(work: Work) -> None:
    assert biblatex.read(biblatex.write([work])).works == (work,)


@pytest.mark.parametrize("field", ["note", "annotation", "abstract"])
@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("PMID: 12\\\\\nsecond\\\\ third \\\\* 4", "PMID: 12\nsecond\nthird\n4"),
        (r"a \& b\\\& c \\", "a & b\n& c"),
        ("one\n\ntwo\nthree", "one\n\ntwo three"),
    ],
)
def test_the_lines_of_notes_stay_lines(field: str, tex: str, text: str) -> None:
    (work,) = biblatex.read(f"@misc{{a, {field} = {{{tex}}}, title = {{X\\\\Y}}}}").works
    assert str(work.fields[{"annotation": "annote"}.get(field, field)]) == text
    assert work.fields["title"] == "X Y"
    (again,) = biblatex.read(biblatex.write([work])).works
    assert again == work
