"""Works that notes and parentheses cite by their title, with a place or a year."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.find.scan import scan
from citekit.find.suggestion import Suggestion
from citekit.library.scanners import scanner_of
from citekit.model import Date, DatePoint, Work
from tests.find.books import book


def unsigned(key: str, year: int, title: str) -> Work:
    """A work without an author."""
    return Work(key, "report", {"title": title, "issued": Date(DatePoint(year))})


SCANNER = scanner_of(
    [
        unsigned("colloquy1952", 1952, "A Colloquy on Provenance"),
        unsigned("harbour1931", 1931, "Report on the Harbour: Its Walls and Basins"),
        unsigned("tides1911", 1911, "Tidal Accounts"),
        unsigned("hafen1931", 1931, "Denkschrift über den Hafen"),
        unsigned("port1931", 1931, "Rapport sur le port"),
        unsigned("pilots1901", 1901, "Annual Report of the Pilots"),
        unsigned("pilots1902", 1902, "Annual Report of the Pilots"),
        book("vale1990", "Vale", "Anna", 1990, "The Quiet Harbour"),
        book("stern2001", "Stern", "Lena", 2001, "Culture"),
    ]
)


def found(text: str, name: str = "a.md") -> tuple[str, list[Suggestion]]:
    document = extract(text.encode(), name)
    suggestions = scan(
        document.text, SCANNER, keys=document.keys, links=document.links, markup=document.markup
    )
    return document.text, suggestions


def cited(text: str, name: str = "a.md") -> list[tuple[str, str, str]]:
    """The words, the work and the locator of everything that is about a work and no quotation."""
    printed, suggestions = found(text, name)
    return [
        (printed[one.start : one.end], one.body.value, one.locator)
        for one in suggestions
        if one.kind in ("citation", "mention", "reference") and one.body.value
    ]


@pytest.mark.parametrize(
    ("words", "key", "locator"),
    [
        ("“A Colloquy on Provenance,” 1952, p. 11", "colloquy1952", "11"),
        ("“A Colloquy on Provenance” 11", "colloquy1952", "11"),
        ("“Colloquy” 11", "colloquy1952", "11"),
        ("*Colloquy*, p. 11", "colloquy1952", "11"),
        ("*Report on the Harbour* 1931, 44–46", "harbour1931", "44–46"),
        ("*Report on the Harbour* (1931), 44", "harbour1931", "44"),
        ("Report on the Harbour, p. 44", "harbour1931", "44"),
        ("Report on the Harbour, 1931, chap. 2", "harbour1931", "chapter 2"),
        ("Report on the Harbour 1931", "harbour1931", ""),
        ("“Tidal Accounts,” 1911", "tides1911", ""),
        ("“Tidal Accounts,” n.d., 3", "tides1911", "3"),
        ("„Denkschrift über den Hafen“, 1931, S. 44 f.", "hafen1931", "44 f."),
        ("« Rapport sur le port », 1931, p. 44", "port1931", "44"),
        ("*Annual Report of the Pilots*, 1902, p. 4", "pilots1902", "4"),
        ("*The Quiet Harbour* 12", "vale1990", "12"),
        ("*Quiet Harbour*, 1990, p. 12", "vale1990", "12"),
        ("“Culture,” 2001, 12", "stern2001", "12"),
    ],
)
def test_a_title_with_its_place_in_parentheses_is_one_citation(
    words: str, key: str, locator: str
) -> None:
    text = f"Nobody kept books at all ({words}), and so it went on.\n"
    assert cited(text) == [(words.replace("*", ""), key, locator)]
    _, suggestions = found(text)
    (one,) = [each for each in suggestions if each.body.value]
    assert (one.kind, one.relation) == ("citation", "cites")


def test_several_in_one_parenthesis() -> None:
    text = (
        "Nobody kept books (Vale 1990, 3; “Tidal Accounts,” 1911, p. 2; see also *Report on the "
        "Harbour* 44).\n"
    )
    assert cited(text) == [
        ("Vale 1990, 3", "vale1990", "3"),
        ("“Tidal Accounts,” 1911, p. 2", "tides1911", "2"),
        ("Report on the Harbour 44", "harbour1931", "44"),
    ]
    _, suggestions = found(text)
    assert suggestions[-1].relation == "citesAsRelated"


@pytest.mark.parametrize(
    ("sentence", "words", "key"),
    [
        ("Die „Denkschrift über den Hafen“ (1931, S. 44) schweigt.",
         "„Denkschrift über den Hafen“ (1931, S. 44)", "hafen1931"),
        ("Die „Denkschrift“ (1931, S. 44) schweigt.", "„Denkschrift“ (1931, S. 44)", "hafen1931"),
        ("Le « Rapport sur le port » (1931, p. 44) se tait.",
         "« Rapport sur le port » (1931, p. 44)", "port1931"),
        ("The *Report on the Harbour* (1931, 44) is silent.",
         "Report on the Harbour (1931, 44)", "harbour1931"),
        ("The *Colloquy* (1952, 44) is silent.", "Colloquy (1952, 44)", "colloquy1952"),
    ],
)  # fmt: skip
def test_a_title_in_the_sentence_with_its_year_and_place_behind(
    sentence: str, words: str, key: str
) -> None:
    assert cited(sentence + "\n") == [(words, key, "44")]


@pytest.mark.parametrize(
    ("note", "again", "key"),
    [
        ("“A Colloquy on Provenance,” 1952, p. 11.", "Ibid., p. 12.", "colloquy1952"),
        ("See *Report on the Harbour*, 11.", "*Ibid.*, 12.", "harbour1931"),
        ("“Tidal Accounts,” *The Harbour Review*, 3 May 1911, 11.", "Ibid., 12.", "tides1911"),
        ("Denkschrift über den Hafen, Hamburg 1931, S. 11.", "Ebd., S. 12.", "hafen1931"),
        ("*Rapport sur le port*, Paris, Imprimerie royale, 1931, p. 11.", "Ibid., p. 12.",
         "port1931"),
    ],
)  # fmt: skip
def test_a_note_cites_by_title_and_ibid_repeats_it(note: str, again: str, key: str) -> None:
    text = f"Nobody kept books.[^1] Then some did.[^2]\n\n[^1]: {note}\n[^2]: {again}\n"
    places = cited(text)
    assert [(work, locator) for _, work, locator in places] == [
        (key, "11"), (key, "12"), (key, "11"), (key, "12")
    ]  # fmt: skip
    assert [words for words, *_ in places[:2]] == ["[^1]", "[^2]"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p>Nobody kept books (<em>Report on the Harbour</em> 44).</p>", "a.html"),
        ("Nobody kept books (\\emph{Report on the Harbour} 44).", "a.tex"),
        ("Nobody kept books (Report on\nthe Harbour, p. 44).", "a.txt"),
    ],
)
def test_in_markup_and_in_broken_lines(text: str, name: str) -> None:
    assert [place[1:] for place in cited(text, name)] == [("harbour1931", "44")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("“Nobody kept any books at all” (“A Colloquy on Provenance,” 1952, p. 44).",
         "colloquy1952"),
        ("So it was. “Nobody kept any books at all.”[^1]\n\n[^1]: *Report on the Harbour*, 44.",
         "harbour1931"),
        ("> Nobody kept any books at all, as paper was dear.\n> (*Report on the Harbour* 44)",
         "harbour1931"),
        ("> Nobody kept any books at all, as paper was dear.\n>\n> — *Report on the Harbour*, 44",
         "harbour1931"),
        ("Bekannt war: „Niemand führte dort irgendwelche Bücher“ („Denkschrift“ 1931, S. 44).",
         "hafen1931"),
        ("“Pilots keep their books dry,” says the *Report on the Harbour* (1931, 44).",
         "harbour1931"),
    ],
)  # fmt: skip
def test_words_before_it_are_quoted_from_it(text: str, key: str) -> None:
    _, suggestions = found(text + "\n")
    (one,) = [each for each in suggestions if each.kind == "quotation"]
    assert (one.body.value, one.relation, one.locator) == (key, "includesQuotationFrom", "44")


def test_words_of_nobody_have_no_speaker_and_others_keep_theirs() -> None:
    text = (
        "“Nobody kept any books at all” (“Tidal Accounts,” 1911, p. 2).  The keeper Jan Roth "
        "said, “We kept no books before the war” (“Tidal Accounts,” 1911, p. 3).\n"
    )
    _, suggestions = found(text)
    quoted = [each for each in suggestions if each.kind == "quotation"]
    assert [(one.speaker, one.body.value, one.locator) for one in quoted] == [
        ("", "tides1911", "2"), ("Jan Roth", "tides1911", "3")
    ]  # fmt: skip


LIST = (
    "\n## Works Cited\n\n“A Dialogue on Ropes.” *Harbour Review*, vol. 3, 1952, pp. 11–20.\n\n"
    "Vale, Anna. *The Quiet Harbour*. Leeds: Verso, 1990.\n"
)


def test_what_only_a_reference_proposes_is_cited_as_its_proposal() -> None:
    text = (
        "It rose (“A Dialogue on Ropes,” 1952, p. 12).[^1] It fell.[^2]\n\n"
        f"[^1]: “Dialogue,” 13.\n[^2]: Ibid., 14.\n{LIST}"
    )
    printed, suggestions = found(text)
    proposed = {
        printed[one.start : one.end]: (one.body.value, one.locator, one.proposal.text("title"))
        for one in suggestions
        if one.kind == "citation" and one.proposal is not None
    }
    assert proposed == {
        words: ("", locator, "A Dialogue on Ropes")
        for words, locator in (
            ("“A Dialogue on Ropes,” 1952, p. 12", "12"),
            ("[^1]", "13"), ("“Dialogue,” 13", "13"), ("[^2]", "14"), ("Ibid., 14", "14"),
        )
    }  # fmt: skip


def test_an_entry_of_a_list_stays_a_reference() -> None:
    text = "It rose [1].\n\n## References\n\n[1] *Report on the Harbour*. Leeds: Verso, 1931.\n"
    _, suggestions = found(text)
    kinds = [(one.kind, one.body.value) for one in suggestions]
    assert kinds == [("citation", "harbour1931"), ("reference", "harbour1931")]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour grew (“A Colloquy on Provenance in the North,” 1952, p. 11).",
        "The harbour grew (“Tidal Accounts,” 1950, p. 2).",
        "The harbour grew (Report on the Harbour, 44 pages in all).",
        "The firm grew (Tidal Accounts Ltd, 1911).",
        "The firm grew (Tidal Accounts 1911–1914).",
        "The harbour grew (*Report* 44).",
        "The harbour grew (*Annual Report of the Pilots*, p. 4).",
        "She argues that the harbour grew (“Colloquy” 11).",
        "Anna Vale saw that the harbour grew (“Colloquy” 11).",
        "The harbour grew (Culture 12).",
        "The harbour grew (*Culture* 12).",
        "The film (*The Quiet Harbour*, 1990) was long.",
        "The harbour grew.[^1]\n\n[^1]: The Quiet Harbour was reprinted in 1990.",
        "The harbour grew.[^1]\n\n[^1]: Report on the Harbour appeared in 1931, 44 years on.",
        "The harbour grew.[^1]\n\n[^1]: Roth, Jan. “Tidal Accounts,” 12.",
        "Contents.\n\n1. The Quiet Harbour 12\n2. Report on the Harbour 30\n",
    ],
)
def test_what_is_no_citation_of_a_title(text: str) -> None:
    _, suggestions = found(text + "\n")
    assert [one for one in suggestions if one.kind == "citation" and one.body.value] == []


def test_a_reference_of_the_text_may_have_the_same_short_title() -> None:
    works = LIST.replace("Dialogue", "Colloquy")
    _, suggestions = found(f"It rose (“Colloquy” 12).\n{works}")
    assert [one.body.value for one in suggestions if one.kind == "citation"] in ([], [""])


def test_the_text_itself_is_not_cited() -> None:
    text = "Nobody kept books (*Report on the Harbour* 1931, 44).\n"
    assert scan(text, SCANNER.without(frozenset(["harbour1931"]))) == []


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("*The Quiet Harbour*, ed. Ruth E. Holm (Leeds: Quay Press, 1990), no. 83.",
         ("vale1990", "number 83")),
        ("Denkschrift über den Hafen, hg. v. A. Roth und B. von Lund, Kiel: Mole 1931, S. 4.",
         ("hafen1931", "4")),
        ("Rapport sur le port, éd. Jeanne Aubry, Paris, Gallimard, 1931, p. 4.", ("port1931", "4")),
        # another edition
        ("Rapport sur le port, éd. Jeanne Aubry, Paris, Gallimard, 1988, p. 4.", None),
    ],
)  # fmt: skip
def test_an_edition_by_its_title_and_editor(note: str, wanted: tuple[str, str] | None) -> None:
    text, suggestions = found(f"The walls leak.[^1]\n\n[^1]: {note}\n")
    marked = [one for one in suggestions if text[one.start : one.end] == "[^1]"]
    assert [(one.body.value, one.locator) for one in marked] == ([wanted] if wanted else [])
