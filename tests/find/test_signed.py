"""Quotations whose markup, or a line below them, names the work they are from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.documents import extract
from citekit.find.scan import scan
from citekit.formats import registry
from citekit.library.scanners import scanner_of
from tests.find.test_citing_documents import found
from tests.find.test_citing_forms import scanner

WORDS = "A paradigm is what the members of a community share."


def quoted(name: str, source: str) -> list[tuple[str, str, str, str]]:
    """The words, work, locator and speaker of each quotation."""
    _, all_found = found(name, source)
    return [
        (one.quoted, one.body.value, one.locator, one.speaker)
        for one in all_found
        if one.kind == "quotation"
    ]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            r"The topic is \textcquote[12]{kuhn1962}{normal science} here.",
            ("normal science", "kuhn1962", "12", "Kuhn"),
        ),
        (
            r"The topic is \textquote[{\cite[12]{kuhn1962}}][.]{normal science}",
            ("normal science.", "kuhn1962", "12", "Kuhn"),
        ),
        (
            r"Here: \blockcquote[5]{kuhn1962}{Normal science goes on.} So.",
            ("Normal science goes on.", "kuhn1962", "5", "Kuhn"),
        ),
        (
            r"Here. \begin{displayquote}[\cite{kuhn1962}]Normal science goes on.\end{displayquote}",
            ("Normal science goes on.", "kuhn1962", "", "Kuhn"),
        ),
        (
            r"Here. \begin{displaycquote}[9]{kuhn1962}Science.\end{displaycquote}",
            ("Science.", "kuhn1962", "9", "Kuhn"),
        ),
    ],
)
def test_quotations_of_csquotes_are_from_their_key(
    source: str, wanted: tuple[str, str, str, str]
) -> None:
    assert quoted("a.tex", source) == [wanted]
    _, all_found = found("a.tex", source)
    cited = [(one.body.value, one.locator) for one in all_found if one.kind == "citation"]
    assert cited == [(wanted[1], wanted[2])]


def test_a_term_is_of_the_work_that_its_markup_names() -> None:
    text, all_found = found(
        "a.tex",
        r"Burt speaks of structural holes, and \textcquote[12]{kuhn1962}{normal science} is such.",
    )
    terms = [one for one in all_found if one.kind in ("mention", "quotation")]
    assert {one.body.value for one in terms if "normal" in text[one.start : one.end]} == {
        "kuhn1962"
    }


def test_html_names_sources_by_their_address() -> None:
    block = (
        "<p>Hear this:</p><blockquote cite='https://e.org/k?utm_source=x'>"
        f"<p>{WORDS}</p><p>So it is.</p></blockquote><p>After.</p>"
    )
    assert quoted("a.html", block) == []
    bib = "@online{k, author = {Kuhn, Thomas}, title = {Paradigms}, url = {https://www.e.org/k}}"
    document = extract(block.encode(), "a.html")
    of_address = scanner_of(registry.get("biblatex").read(bib).works)
    (one,) = scan(document.text, of_address, markup=document.markup)
    assert (one.kind, one.body.value, one.speaker) == ("quotation", "k", "Kuhn")
    assert document.text[one.start : one.end] == f"> {WORDS}\n\n> So it is."
    assert one.quoted == f"{WORDS}\n\nSo it is."
    signed = block.replace("So it is.", "— Thomas Kuhn, in an essay")
    document = extract(signed.encode(), "a.html")
    (one,) = scan(document.text, of_address, markup=document.markup)
    assert (one.kind, one.quoted) == ("quotation", WORDS)
    page = '<p>It is <q cite="kuhn1962">normal science</q>, he says.</p>'
    assert [one[1] for one in quoted("a.html", page)] == ["kuhn1962"]


@pytest.mark.parametrize(
    ("name", "source", "speaker", "locator"),
    [
        (
            "a.md",
            f"So it went.\n\n> {WORDS}\n>\n> --- Thomas S. Kuhn, *The Structure of Scientific "
            "Revolutions*, p. 18\n\nAfter.",
            "Kuhn",
            "18",
        ),
        (
            "a.md",
            f"So it went.\n\n> {WORDS}\\\n> — Thomas S. Kuhn, *The Structure of Scientific "
            "Revolutions*\n\nAfter.",
            "Thomas S. Kuhn",
            "",
        ),
        (
            "a.html",
            f"<p>So.</p><blockquote><p>{WORDS}</p><cite>Thomas S. Kuhn, <i>The Structure of "
            "Scientific Revolutions</i></cite></blockquote><p>After.</p>",
            "Thomas S. Kuhn",
            "",
        ),
        (
            "a.txt",
            f"So it went.\n\n> {WORDS}\n> -- The Structure of Scientific Revolutions\n\nAfter.",
            "Kuhn",
            "",
        ),
        # a line of the file that is none of the text
        (
            "a.md",
            f"So it went.\n\n> {WORDS}\n> — Kuhn, *The Structure of Scientific Revolutions*, p. 18",
            "Kuhn",
            "18",
        ),
        # a line alone below it
        (
            "a.md",
            f"So it went.\n\n> {WORDS}\n\n--- Thomas S. Kuhn, *The Structure of Scientific "
            "Revolutions* (1962)\n\nAfter.",
            "Kuhn",
            "",
        ),
    ],
)
def test_the_line_below_a_block_names_its_source(
    name: str, source: str, speaker: str, locator: str
) -> None:
    assert quoted(name, source) == [(WORDS, "kuhn1962", locator, speaker)]


@pytest.mark.parametrize(
    "line",
    [
        "The Structure of Scientific Revolutions changed what we read, Kuhn thought.",
        "— and then they all went and read The Structure of Scientific Revolutions again",
        "— Thomas S. Kuhn",
    ],
)
def test_other_last_lines_of_a_block_are_its_own(line: str) -> None:
    source = f"So it went.\n\n> {WORDS}\n>\n> {line}\n\nAfter."
    assert [one for one in quoted("a.md", source) if one[1]] == []


@pytest.mark.parametrize(
    "line",
    [
        "Thomas S. Kuhn, The Structure of Scientific Revolutions",
        "— so wrote Kuhn in The Structure of Scientific Revolutions",
        "- Thomas S. Kuhn, The Structure of Scientific Revolutions",
    ],
)
def test_other_lines_below_a_block_sign_nothing(line: str) -> None:
    source = f"So it went.\n\n> {WORDS}\n\n{line}\n\nAfter."
    assert [one for one in quoted("a.md", source) if one[1]] == []


_PIECES = st.sampled_from(
    ["> ", ">", "\n", "\n\n", " ", "— ", "-- ", "“", "”", "Kuhn", ", ", "Words of it.",
     "[@kuhn1962]", "The Structure of Scientific Revolutions", "(Kuhn 1962, 3)"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_text_is_read(text: str) -> None:
    for one in scan(text, scanner()):
        assert 0 <= one.start < one.end <= len(text)


def test_each_of_two_blocks_has_its_own_line_below() -> None:
    source = (
        "> Nobody reads a map in the rain.\n> — Ada Berg\n\n"
        f"> {WORDS}\n> — Kuhn, *The Structure of Scientific Revolutions*, p. 18\n\nAfter."
    )
    assert (WORDS, "kuhn1962", "18", "Kuhn") in quoted("a.md", source)
    assert not any("map" in words and work for words, work, _, _ in quoted("a.md", source))


SOURCES = ("<cite>Kuhn 1962, 10</cite>", "— Kuhn 1962, 10", "(Kuhn 1962, 10)")


@pytest.mark.parametrize("source", SOURCES)
def test_the_footer_of_a_block_quotation_is_its_source(source: str) -> None:
    block = f"<blockquote><p>{WORDS}</p><footer>{source}</footer></blockquote>"
    other = "<blockquote><p>Ties bridge what groups keep apart.</p><footer>{}</footer></blockquote>"
    other = other.format(source.replace("Kuhn 1962", "Burt 1992"))
    one = (WORDS, "kuhn1962", "10", "Kuhn")
    two = ("Ties bridge what groups keep apart.", "burt1992", "10", "Burt")
    assert quoted("a.html", f"<p>It is an old thing.</p>{block}") == [one]
    assert quoted("a.html", f"<p>It is old.</p>{block}<p>So.</p>{other}<p>End.</p>") == [one, two]
    assert quoted("a.html", f"<p>It is old.</p>{block}{other}") == [one, two]


def test_a_source_alone_is_no_quotation() -> None:
    block = "<blockquote><p>She said it, and wrote:</p><footer>Moe 1999, 4</footer></blockquote>"
    found_words = [words for words, *_ in quoted("a.html", f"<p>Ada Roth asked:</p>{block}")]
    assert found_words == ["She said it, and wrote:"]
    year = "> In 1999 the bridge fell.\n\n"
    assert [q[0] for q in quoted("a.md", f"Ada Roth writes:\n\n{year}")] == [
        "In 1999 the bridge fell."
    ]
