"""Findings of several finders become one list, each thing once."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.documents import extract
from citekit.find.scan import Reading, Scanner, merge, scan
from citekit.find.suggestion import Suggestion
from citekit.library.parsing import parser
from citekit.model import Body, Date, DatePoint, Name, Work
from tests.find.stubs import FINDERS

ONE, TWO = Body("work", "one"), Body("work", "two")
NONE = Body()
PERSON = Body("person", "Ada Smith")
PROPOSED = Work("new", "book", {"title": "A Book"})


def found(start: int, end: int, kind: str, body: Body = NONE, **more: object) -> Suggestion:
    return Suggestion(start, end, kind, body, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("strong", "weak"),
    [
        (found(0, 80, "reference", ONE), found(0, 12, "citation", ONE)),
        (found(0, 80, "reference", ONE), found(0, 12, "mention", TWO)),
        (found(0, 80, "reference", ONE), found(20, 40, "quotation")),
        (found(0, 80, "reference", ONE), found(0, 79, "reference", proposal=PROPOSED)),
        (found(0, 20, "mention", ONE), found(8, 20, "echo", ONE)),
        (found(0, 20, "citation", ONE), found(0, 9, "mention", ONE)),
        (found(0, 20, "mention", ONE), found(0, 9, "credit", PERSON)),
        (found(0, 20, "mention", ONE, score=0.9), found(2, 20, "mention", ONE, score=0.8)),
        (found(3, 9, "quotation", score=0.9), found(3, 9, "quotation", score=0.8)),
    ],
)
def test_what_another_finding_says_is_left_out(strong: Suggestion, weak: Suggestion) -> None:
    assert merge([weak, strong]) == merge([strong, weak]) == [strong]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (found(0, 20, "mention", ONE), found(9, 20, "quotation")),
        (found(0, 90, "quotation"), found(20, 30, "quotation")),
        (found(0, 90, "quotation"), found(60, 90, "reference", ONE)),
        (found(0, 60, "mention", ONE), found(48, 60, "citation", ONE)),
        (found(0, 20, "citation", ONE), found(0, 20, "citation", TWO)),
        (found(0, 20, "mention", ONE), found(5, 20, "echo", TWO)),
        (found(0, 80, "reference", ONE), found(80, 95, "citation", TWO)),
        (found(0, 80, "reference", ONE), found(70, 170, "reference", proposal=PROPOSED)),
    ],
)
def test_what_says_something_else_stays(first: Suggestion, second: Suggestion) -> None:
    assert set(map(id, merge([second, first]))) == {id(first), id(second)}


KINDS = ["reference", "citation", "mention", "paraphrase", "echo", "credit", "quotation"]


@st.composite
def suggestions(draw: st.DrawFn) -> Suggestion:
    start = draw(st.integers(0, 2000))
    return Suggestion(
        start,
        start + draw(st.integers(1, 700)),
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from([Body(), ONE, TWO, PERSON])),
        score=draw(st.sampled_from([0.3, 0.6, 1.0])),
    )


@given(st.lists(suggestions(), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(
    items: list[Suggestion], shuffle: random.Random
) -> None:
    merged = merge(items)
    shuffled = list(items)
    shuffle.shuffle(shuffled)
    assert merge(shuffled) == merged
    assert merge(merged) == merged
    assert [(each.start, each.end) for each in merged] == sorted(
        (each.start, each.end) for each in merged
    )


def test_finders_see_what_those_before_them_found() -> None:
    seen: list[int] = []

    def last(reading: Reading) -> list[Suggestion]:
        seen.append(len(reading.found["quotations"]))
        return []

    text = "“Yes”, said Ada Smith. “No”."
    finders = {"quotations": FINDERS["quotations"], "last": last}
    assert len(scan(text, Scanner.of([], parser()), finders)) == 2
    assert seen == [2]


def test_ibid_repeats_a_work_that_was_mentioned() -> None:
    tides = Work(
        "tides", "book",
        {"author": (Name("Marlowe", "Ada"),), "title": "The Book of the Tides", **year(1990)},
    )  # fmt: skip
    ports = Work(
        "ports", "book",
        {"author": (Name("Ostrow", "Ben"),), "title": "Ports and Their People", **year(2001)},
    )  # fmt: skip
    scanner = Scanner.of([tides, ports], parser())
    said = "All ports silt up (Ostrow 2001). "
    text = said + "In The Book of the Tides nothing does (ibid., p. 4)."
    cited = [each for each in scan(text, scanner) if each.method == "ibid"]
    assert [(each.body.value, each.locator) for each in cited] == [("tides", "4")]
    text = "In The Book of the Tides nothing does. " + said + "So it is (ibid., p. 4)."
    cited = [each for each in scan(text, scanner) if each.method == "ibid"]
    assert [(each.body.value, each.locator) for each in cited] == [("ports", "4")]


_RIVERS = Work(
    "roth1994",
    "book",
    {
        "author": (Name("Roth", "Jane"),),
        "title": "Rivers of Lead",
        "issued": Date(DatePoint(1994)),
        "publisher": "Verso",
        "publisher-place": "Leeds",
    },
)


@pytest.mark.parametrize(
    "head",
    [
        "Rivers of Lead. By Jane Roth. Leeds: Verso, 1994. 288 pp. $39.95.",
        "Rivers of Lead, by Jane Roth. Leeds: Verso, 1994. 288 pp. $39.95 (cloth).",
        "Reviewed work: Rivers of Lead. By Jane Roth. Leeds: Verso, 1994. Pp. xii, 288.",
        "Jane Roth. Rivers of Lead. Leeds: Verso, 1994. 288 pp.",
        "Jane Roth, Rivers of Lead (Leeds: Verso, 1994). Pp. xii, 288. £20.",
        "Roth, Jane. Rivers of Lead. Leeds: Verso, 1994.",
        "Jane Roth: Rivers of Lead. Leeds: Verso 1994. 288 S. € 29,90.",
        "Rivers of Lead. Par Jane Roth. Leeds, Verso, 1994. 288 p.",
        "Rivers of Lead\n\nBy Jane Roth. Verso, 1994. 288 pages.",
    ],
)
def test_the_pages_of_a_review_are_those_of_the_book_in_its_head(head: str) -> None:
    text = f"{head}\n\nA fine book. The wall is chalk (p. 12).\n\nDoors are paint (pp. 40–61)."
    found = [
        (one.kind, one.body.value, one.locator)
        for one in scan(text, Scanner.of([_RIVERS], parser()))
        if one.kind in ("reference", "citation")
    ]
    assert found == [
        ("reference", "roth1994", ""),
        ("citation", "roth1994", "12"),
        ("citation", "roth1994", "40–61"),
    ]


def test_of_several_books_none_is_the_one_that_all_pages_are_of() -> None:
    first = "Rivers of Lead. By Jane Roth. Leeds: Verso, 1994. 288 pp.\n\nA fine book (p. 3)."
    other = "Seas of Tin. By Karl Lee. Leeds: Verso, 1995. 300 pp.\n\nIt is long.\n\nOld (p. 4)."
    found = scan(f"{first}\n\n{other}", Scanner.of([_RIVERS], parser()))
    assert [one.locator for one in found if one.body.value == "roth1994"] == [""]


@pytest.mark.parametrize(
    "line",
    [
        "Rivers of Lead\n\nBy Jane Roth. Leeds, May 1994.",
        "Rivers of Lead. By Jane Roth. The Guardian, 3 May 1994.",
        "It was printed again, by Jane Roth. Leeds: Verso had it in 1999.",
        "Jane Roth. The painter was born in Leeds: a mill town, in 1923.",
    ],
)
def test_who_wrote_a_text_and_prose_are_no_head_of_a_review(line: str) -> None:
    found = scan(f"{line}\n\nA fine day (p. 12).\n\nIt rained.", Scanner.of([], parser()))
    assert [one for one in found if one.kind == "reference"] == []


def year(number: int) -> dict[str, Date]:
    return {"issued": Date(DatePoint(number))}


def test_links_of_a_page_are_scanned() -> None:
    work = Work("tides", "book", {"title": "The Book of the Tides", "DOI": "10.5555/tides"})
    page = '<p>It is <a href="https://doi.org/10.5555/tides">well known</a> by now.</p>'
    document = extract(page.encode(), "page.html")
    scanner = Scanner.of([work], parser())
    (one,) = scan(document.text, scanner, keys=document.keys, links=document.links)
    assert (one.kind, one.body, one.method) == ("citation", Body("work", "tides"), "doi-link")
    assert scan(document.text, scanner) == []


ALONE = Scanner.of(
    [
        Work("tides", "book", {"author": (Name("Marlowe", "Ada"),), "title": "On Tides"}),
        Work("quay", "book", {"author": (Name("Ostrow", "Ben"),), "title": "Drifting Ports"}),
        Work("tide", "book", {"author": (Name("Quill", "Cara"),), "title": "Seeing Like a Tide"}),
        Work("house", "book", {"author": (Name("Reed", "Dan"),), "title": "The House of Tides"}),
    ],
    parser(),
)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("We read *On Tides* in class.", "a.md", ["On Tides"]),
        ("We read <i>Drifting Ports: A Tale</i> in class.", "a.html", ["Drifting Ports"]),
        (r"We read \emph{Seeing Like a Tide} in class.", "a.tex", ["Seeing Like a Tide"]),
        ("We read _On Tides_ in class.", "a.txt", ["_On Tides_"]),
        ("We read Seeing Like a Tide in class.", "a.txt", ["Seeing Like a Tide"]),
        # ordinary words, names, parts of other titles
        ("She wrote *on tides* and *drifting ports*, and on On Tides.", "a.md", []),
        ("It is seeing like a tide. *On Tides and Other Things* is another one.", "a.md", []),
        ("The Seeing Like a Tide Prize, the House of Tides, the Drifting Ports.", "a.txt", []),
        ("**Drifting Ports**", "a.md", []),
    ],
)
def test_a_title_alone_is_a_mention_if_nothing_else_is_called_so(
    text: str, name: str, words: list[str]
) -> None:
    document = extract(text.encode(), name)
    found = scan(document.text, ALONE, markup=document.markup)
    assert [document.text[each.start : each.end] for each in found] == words
    assert all(each.kind == "mention" for each in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("*Tides* are what he wants. Marlowe (1990) agrees.", 0),
        ("1. *Tides* first.\n2. Then rain.\n\nMarlowe (1990) agrees.", 0),
        ("In *Tides* nothing stays. Marlowe (1990) agrees.", 1),
    ],
)
def test_an_emphasised_first_word_is_no_title(text: str, count: int) -> None:
    work = Work(
        "tides", "book", {"author": (Name("Marlowe", "Ada"),), "title": "Tides", **year(1990)}
    )
    document = extract(text.encode(), "a.md")
    found = scan(document.text, Scanner.of([work], parser()), markup=document.markup)
    assert sum(one.kind == "mention" for one in found) == count


NAMED = Scanner.of(
    [
        Work("salt", "book", {"author": (Name("Marsh", "Ada"),), "title": "Salt Roads"}),
        Work("ferry", "book", {"author": (Name("Reed", "Cora"),), "title": "Mrs Harcourt"}),
        Work("amt", "book", {"author": (Name("Brandt", "Ida"),), "title": "Amt und Ufer"}),
    ],
    parser(),
)


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("In Salt Roads (1990) Ada Marsh walks. A toll, she says, is “a purse”.", "Ada Marsh", ""),
        ("Salt Roads, by Ada Marsh, is out. “Nobody paid,” she says.", "Ada Marsh", ""),
        ("Ada Marsh's Salt Roads is short. “Nobody paid,” she writes.", "Ada Marsh", ""),
        ("In Mrs Harcourt Cora Reed sails. “Nobody paid,” she says.", "Cora Reed", ""),
        (
            "“Nobody paid,” says Ada Marsh in Salt Roads.",
            "Ada Marsh",
            "says Ada Marsh",
        ),
        (
            "Ada Marsh, in Salt Roads, says that nobody “paid a single toll”.",
            "Ada Marsh",
            "Ada Marsh, in Salt Roads, says that",
        ),
        # somebody of that name, and the subject of a clause
        ("“Nobody paid,” said Mrs Harcourt. “Nobody,” she said.", "Mrs Harcourt", ""),
        ("Salt Roads says that tolls are “the purse of kings”.", "Salt Roads", ""),
        ("We met in Salt Roads Hotel. “Nobody paid,” said Ben Cole.", "Ben Cole", ""),
    ],
)
def test_a_title_is_nobody(text: str, speaker: str, cue: str) -> None:
    found = [one for one in scan(text, NAMED) if one.kind == "quotation"]
    assert {one.speaker for one in found} == {speaker}
    assert not cue or found[0].cue == cue


def test_a_title_in_a_prepositional_phrase_does_not_say_what_stands_there() -> None:
    found = scan("In Amt und Ufer heißt es: „Wer zahlt, hat schon verloren.“", NAMED)
    assert not any("Amt" in one.speaker for one in found)


@pytest.mark.parametrize(("first", "second"), [("[1]", "[2]"), ("1.", "2."), ("¹", "²")])
def test_lines_of_a_markdown_paragraph_may_be_notes(first: str, second: str) -> None:
    marks = ("[1]", "[2]") if first.startswith(("[", "1")) else (first, second)
    source = f"""Ports silt up.{marks[0]} Nobody knows.{marks[1]}

## Notes

{first} Ada Marlowe, *The Book of the Tides* (Dover: Sluice, 1990), 3.
{second} Ben Ostrow, *Ports and Their People* (Hull: Wharf Press, 2001), 5.
"""
    tides = Work(
        "tides", "book",
        {"author": (Name("Marlowe", "Ada"),), "title": "The Book of the Tides", **year(1990)},
    )  # fmt: skip
    ports = Work(
        "ports", "book",
        {"author": (Name("Ostrow", "Ben"),), "title": "Ports and Their People", **year(2001)},
    )  # fmt: skip
    document = extract(source.encode(), "a.md")
    found = scan(document.text, Scanner.of([tides, ports], parser()), markup=document.markup)
    cited = [(one.body.value, one.locator) for one in found if one.kind == "citation"]
    assert cited == [("tides", "3"), ("ports", "5")]


@pytest.mark.parametrize(
    "listed",
    [
        # a line an entry
        """Marlowe, Ada (1990): The Book of the Tides. Dover: Sluice.
Ostrow, Ben (2001): Ports and Their People. Hull: Wharf Press.
Quill, Cara and Reed, Dan (1987): Silt and Memory. Notes on Harbours 19: 387–420.""",
        # wrapped, the lines behind the first set in
        """Marlowe, Ada (1990): The Book of the Tides.
  Dover: Sluice.
Ostrow, Ben (2001): Ports and Their People. Hull:
  Wharf Press.
Quill, Cara and Reed, Dan (1987): Silt and
  Memory. Notes on Harbours 19: 387–420.""",
        # wrapped, with blank lines between
        """Marlowe, Ada (1990): *The Book of the Tides*.
Dover: Sluice.

Ostrow, Ben (2001): *Ports and Their People*. Hull:
Wharf Press.

Quill, Cara and Reed, Dan (1987): "Silt and Memory." *Notes on Harbours*
19: 387–420.""",
    ],
)
def test_lines_of_a_markdown_list_may_be_entries(listed: str) -> None:
    document = extract(
        f"All ports silt up\nin time.\n\n## References\n\n{listed}\n".encode(), "a.md"
    )
    scanner = Scanner.of([], parser())
    found = scan(document.text, scanner, markup=document.markup)
    references = [document.text[one.start : one.end] for one in found if one.kind == "reference"]
    assert [one[:6] for one in references] == ["Marlow", "Ostrow", "Quill,"]
    assert [one[-8:] for one in references] == [" Sluice.", "f Press.", "387–420."]
