"""Quotations beside citations by key, and by what is cited beside them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.corpus.documents import extract
from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.model import Date, DatePoint, Name, Work
from tests.find.test_sources import SCANNER


def quotations(text: str, name: str = "t.md") -> list[tuple[str, str, str, str]]:
    """(words, speaker, work, locator) of the quotations of a document."""
    document = extract(text.encode(), name)
    found = scan(
        document.text, SCANNER, keys=document.keys, links=document.links, markup=document.markup
    )
    return [
        (one.quoted, one.speaker, one.body.value, one.locator)
        for one in found
        if one.kind == "quotation"
    ]


WORDS = "a harbour was a sheet of paper before it was a quay"


@pytest.mark.parametrize(
    "text",
    [
        f'It has been said that "{WORDS}" [@orme1959, p. 12].',
        f'It has been said that "{WORDS}" [see @orme1959, p. 12].',
        f'It has been said that "{WORDS}".^[@orme1959, p. 12.]',
        f'It has been said that "{WORDS}" \\parencite[12]{{orme1959}}.',
        f'It has been said that "{WORDS}" \\parencite[see][12]{{orme1959}}.',
        f'@orme1959 [p. 12] writes that "{WORDS}".',
        f'\\textcite[12]{{orme1959}} writes that "{WORDS}".',
        f'According to @orme1959 [p. 12], "{WORDS}".',
        f'According to \\citet[12]{{orme1959}}, "{WORDS}".',
        f'"{WORDS}", @orme1959 [p. 12] writes.',
        f'As Orme [-@orme1959, p. 12] puts it, "{WORDS}".',
        f'\\citeauthor{{orme1959}} writes that "{WORDS}" \\parencite[12]{{orme1959}}.',
    ],
)
def test_a_quotation_cited_by_key_has_speaker_work_and_page(text: str) -> None:
    name = "t.tex" if "\\" in text else "t.md"
    assert quotations(text, name) == [(WORDS, "Orme", "orme1959", "12")]


def test_according_to_an_unknown_key_is_said_by_nobody() -> None:
    assert quotations(f'According to @nobody1959 [p. 12], "{WORDS}".') == []


@pytest.mark.parametrize(
    ("behind", "work"),
    [
        (" [@orme1959, p. 12].", "orme1959"),
        (". [@orme1959, p. 12]", "orme1959"),
        (" (Orme 1959, 12).", "orme1959"),
        # the subject of the next sentence
        (" Orme (1959, 12) disagrees.", ""),
        ("\n\nOrme (1959, 12) disagrees.", ""),
        (" @orme1959 [p. 12] disagrees.", ""),
    ],
)
def test_the_next_sentence_cites_no_source_of_what_somebody_says(behind: str, work: str) -> None:
    stop = "" if behind.startswith((" [", " (", ".")) else "."
    ((_, speaker, found, _),) = quotations(f'Anna Mann told reporters: "{WORDS}{stop}"{behind}')
    assert (speaker, found) == ("Anna Mann", work)


def test_a_citation_in_the_speakers_sentence_goes_before_one_behind() -> None:
    text = f'As Orme (1959, 12) wrote, "{WORDS}" [@falk1976].'
    assert quotations(text) == [(WORDS, "Orme", "orme1959", "12")]


def test_lines_set_in_are_no_quotation_of_what_they_cite() -> None:
    text = f"The values were:\n\n    pH 7.4, {WORDS} (Orme 1959)\n\nMore.\n"
    assert quotations(text, "t.txt") == []


@pytest.mark.parametrize("cite", ["@orme1959", "\\textcite{orme1959}"])
def test_see_is_no_given_name(cite: str) -> None:
    ((_, speaker, work, _),) = quotations(f'See {cite}; Orme says that "{WORDS}".')
    assert (speaker, work) == ("Orme", "orme1959")


NOTE = "Katharine Orme, *The Tide and the Ledger: An Essay on Ports* (London: Falk, 1959), 12."


@pytest.mark.parametrize(
    "text",
    [
        f'It is "{WORDS}" [1, p. 12].\n\n## References\n\n[1] K. Orme, {NOTE[15:-4]}.',
        f'It is "{WORDS}".[^1]\n\n[^1]: {NOTE}',
        f'It is so (Orme 1959, 12): "{WORDS}".',
        f'It is "{WORDS}".[^1]\n\n[^1]: @orme1959 [p. 12].',
        f'It is "{WORDS}".[^1]\n\n[^1]: See Orme 1959, 12.',
        f'It is "{WORDS}".\\footnote{{\\cite[12]{{orme1959}}.}} \\emph{{So.}}',
    ],
)
def test_the_work_cited_right_beside_a_quotation_is_its_source(text: str) -> None:
    name = "t.tex" if "\\" in text else "t.md"
    assert quotations(text, name) == [(WORDS, "Orme", "orme1959", "12")]


@pytest.mark.parametrize(
    "text",
    [
        f'It is "{WORDS}" [cf. @orme1959, p. 12].',
        f'It is "{WORDS}".[^1]\n\n[^1]: @orme1959 [p. 12] disagrees.',
        f'It is "{WORDS}".[^1]\n\n[^1]: Nobody knows why (Orme 1959, 12).',
        f'While many speak of "{WORDS}," Orme (1959, 12) says that it is a ledger.',
        f"So it is.\n\n> {WORDS} [cf. @orme1959, p. 12]\n\nAfter.",
        f'It is "{WORDS}" [quoted in @orme1959, p. 12].',
        f'It is "{WORDS}".[^1]\n\n[^1]: See Orme (1959, 12) and Falk (1976).',
        f'So it is.\n\n> It is "{WORDS}",[^1] and so.\n\nAfter.\n\n[^1]: {NOTE}',
        f'It is "a sheet of paper".[^1]\n\n[^1]: {NOTE}',
    ],
)
def test_a_citation_of_something_else_is_no_source(text: str) -> None:
    assert not any(work for _, _, work, _ in quotations(text))


BLOCK = "Every harbour was a sheet of paper before it was a quay."


@pytest.mark.parametrize("lead", ["Orme writes:", "This is how it went."])
@pytest.mark.parametrize(
    "cited",
    [
        " [@orme1959, p. 12]",
        " (Orme 1959, 12)",
        " (Orme 1959, 12; see also Falk 1976)",
        "\n> (Orme 1959, 12)",
        "\n> — Orme 1959, 12",
        "\n>\n> --- Orme 1959, 12",
        "[^1]",
    ],
)
def test_a_citation_that_closes_a_block_is_its_source_and_no_part(lead: str, cited: str) -> None:
    note = f"\n\n[^1]: {NOTE}" if "[^1]" in cited else ""
    text = f"{lead}\n\n> {BLOCK}{cited}\n\nAfter.{note}"
    ((words, speaker, *source),) = quotations(text)
    assert (words, speaker.split()[-1], *source) == (BLOCK, "Orme", "orme1959", "12")


@pytest.mark.parametrize("before", ["", "."])
def test_a_full_stop_may_stand_on_either_side_of_it(before: str) -> None:
    words = BLOCK.rstrip(".") + before
    after = "" if before else "."
    text = f"Orme writes:\n\n> {words} [@orme1959, p. 12]{after}\n\nAfter."
    assert quotations(text) == [(words, "Orme", "orme1959", "12")]


@pytest.mark.parametrize(
    "lead", ["As @orme1959 [p. 12] writes:", "This is how it went [@orme1959, p. 12]:"]
)
def test_a_citation_before_a_block_is_its_source(lead: str) -> None:
    assert quotations(f"{lead}\n\n> {BLOCK}\n\nAfter.") == [(BLOCK, "Orme", "orme1959", "12")]


def test_some_scholar_is_whoever_is_cited() -> None:
    text = f"As one historian puts it:\n\n> {BLOCK} (Orme 1959, 12)\n\nAfter."
    assert quotations(text) == [(BLOCK, "one historian", "orme1959", "12")]


def test_a_block_in_latex() -> None:
    text = (
        "\\begin{document}\nAs \\textcite[12]{orme1959} puts it,\n\\begin{quote}\n"
        f"{BLOCK}\n\\end{{quote}}\nAfter.\n\\begin{{quote}}\n{BLOCK} \\cite[9]{{falk1976}}\n"
        "\\end{quote}\n\\end{document}"
    )
    assert quotations(text, "t.tex") == [
        (BLOCK, "Orme", "orme1959", "12"),
        (BLOCK, "Falk", "falk1976", "9"),
    ]


def test_the_paragraphs_of_a_block_have_one_source() -> None:
    text = f"Orme writes:\n\n> {BLOCK}\n>\n> Then it was a quay. [@orme1959, p. 12]\n\nAfter."
    assert quotations(text) == [
        (BLOCK, "Orme", "orme1959", "12"),
        ("Then it was a quay.", "Orme", "orme1959", "12"),
    ]


def test_a_block_that_ends_with_a_sentence_about_a_work_stays_whole() -> None:
    words = "The harbour was a sheet of paper, as was shown by Orme (1959, 12)."
    text = f"Robert Falk writes:\n\n> {words}\n\nAfter."
    assert [said for said, *_ in quotations(text)] == [words]


def test_of_several_authors_the_text_names_some() -> None:
    text = (
        f'Orme et al. (1959, 12) write that "{WORDS}". '
        f'According to Katharine Orme and Robert Falk (1976), "{WORDS}".'
    )
    assert [work for _, _, work, _ in quotations(text)] == ["orme1959", ""]


PIECES = ["@orme1959", "[@orme1959, p. 3]", "[-@falk1976]", "@falk1988 [p. 3]", '"', "\n\n", "> ",
          "\\cite[3]{orme1959,falk1976}", "\\textcite{falk1976}", "^[@orme1959]", " writes: ",
          " every harbour was a paper ", "“", "”", "(", "]", "}", ", ", ". ", "Orme "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=150, deadline=None)
def test_what_is_found_stands_in_the_text(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(words.replace(">", "").split())

    for one in scan(text, SCANNER):
        assert 0 <= one.start < one.end <= len(text)
        if one.kind == "quotation":
            assert letters(one.quoted) in letters(text[one.start : one.end])
            if one.attribution is not None:
                assert one.attribution[0] < one.attribution[1] <= len(text)


def test_several_authors_are_named_in_the_language_of_the_text() -> None:
    text = "@lee1990 [S. 3] schreiben, dass „der Hafen nur ein Stück Papier und kein Kai ist“."
    authors = (Name("Lee", "Ann"), Name("Roy", "Bo"))
    issued = Date(DatePoint(1990))
    works = [
        Work("lee1990", "book", {"author": authors, "issued": issued, "title": "Papier und Kai"})
    ]
    document = extract(text.encode(), "t.md")
    found = scan(document.text, Scanner.of(works, parser()), keys=document.keys)
    said = [(one.speaker, one.body.value) for one in found if one.kind == "quotation"]
    assert said == [("Lee und Roy", "lee1990")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Voir @orme1959 [p. 12] : « {WORDS} »", "t.md"),
        (f"Siehe @orme1959 [S. 12]: „{WORDS}“", "t.md"),
        (f'See \\textcite[12]{{orme1959}}: "{WORDS}"', "t.tex"),
    ],
)
def test_words_behind_a_pointer_to_a_work_are_from_it(text: str, name: str) -> None:
    assert quotations(text, name) == [(WORDS, "Orme", "orme1959", "12")]


@pytest.mark.parametrize("led", ["Selon", "Laut", "Nach", "Pour", "D'après", "Voir", "As"])
@pytest.mark.parametrize("key", ["@orme1959", "\\textcite{orme1959}"])
def test_the_word_before_a_key_is_no_part_of_the_name(led: str, key: str) -> None:
    text = (
        f'{led} {key}, ports are paper. And then we read the book, where Orme adds that "{WORDS}".'
    )
    found = quotations(text, "t.tex" if "\\" in key else "t.md")
    assert [(words, speaker) for words, speaker, *_ in found] == [(WORDS, "Orme")]
