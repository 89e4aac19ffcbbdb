"""Letters cited by sender, recipient and date, and where they are kept."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.model import Date, DatePoint, Name, Work
from tests.find.books import book


def letter(
    key: str,
    sender: Name,
    day: tuple[int, int, int],
    title: str,
    to: Name | None = None,
    no: str = "",
) -> Work:
    fields = {"author": (sender,), "issued": Date(DatePoint(*day)), "title": title}
    recipient = {"recipient": (to,)} if to is not None else {}
    number = {"number": no, "container-title": "Briefe"} if no else {}
    return Work(key, "personal_communication", {**fields, **recipient, **number})


ROTH, LUND = Name("Roth", "Ada"), Name("Lund", "Nils")
WORKS = [
    letter("roth58", ROTH, (1858, 1, 16), "Roth to Lund", LUND),
    letter("roth58b", ROTH, (1858, 3, 29), "Roth to Lund", LUND),
    letter("lund58", LUND, (1858, 3, 14), "Lund to Roth", ROTH),
    letter("stein76", Name("Meier", "Otto"), (1776, 2, 14), "An Charlotte von Thal", no="214"),
    letter("colomb52", Name("Colomb", "Jean"), (1852, 1, 1), "Lettre à Louise Vidal"),
    letter(
        "dahl28",
        Name("Dahl", "Eva"),
        (1928, 12, 5),
        'Brief an <span class="nocase">Karl Wirth</span>, 5. <i>Dezember</i> 1928',
    ),
    book("whitmore1998", "Whitmore", "Alan", 1998, "Salt and his Circle"),
    book("lund1872", "Lund", "Nils", 1872, "Rivers"),
]
SCANNER = Scanner.of(WORKS, parser())


def linked(text: str) -> list[tuple[str, str, str]]:
    """(words, work, locator) of what links to a work, the marks of notes aside."""
    return [
        (text[one.start : one.end], one.body.value, one.locator)
        for one in scan(text, SCANNER)
        if one.body.value and not text.startswith("[^", one.start)
    ]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Roth to Lund, 29 March 1858", "roth58b"),
        ("Ada Roth to Nils Lund, Leeds, March 29, 1858", "roth58b"),
        ("Roth an Lund, Basel, den 16. Januar 1858", "roth58"),
        ("Roth an Herrn Lund, [16. 1. 1858]", "roth58"),
        ("Roth à Nils Lund, le 29 mars 1858", "roth58b"),
        ("Meier an Frau von Thal, 14. Februar 1776", "stein76"),
        ("Dahl an Wirth, 5. Dezember 1928", "dahl28"),
        ("Meier, Briefe, Nr. 214, 14. Februar 1776", "stein76"),
        ("Colomb à Louise Vidal, Paris, [1er janvier 1852]", "colomb52"),
        ("Colomb, Jean. Lettre à Louise Vidal. 1 janv. 1852", "colomb52"),
    ],
)
def test_a_letter_is_the_one_of_its_day(words: str, key: str) -> None:
    found = scan(f"It is so.[^1]\n\n[^1]: {words}, p. 31.", SCANNER)
    assert {(one.body.value, one.locator) for one in found} == {(key, "31")}
    assert next(one.kind for one in found) == "citation"  # the mark of the note
    assert key in [work for _, work, _ in linked(f"It is so ({words}).")]


@pytest.mark.parametrize(
    ("sentence", "words", "key"),
    [
        ("He says so in Roth’s letter to Lund of 16 January 1858, too.",
         "Roth’s letter to Lund of 16 January 1858", "roth58"),
        ("In dem Brief an Lund vom 16.1.1858 nennt Roth das Salz.", "Brief an Lund vom 16.1.1858",
         "roth58"),
        ("Roth schrieb am 16. Januar 1858 an Lund, es regne.",
         "Roth schrieb am 16. Januar 1858 an Lund", "roth58"),
        ("Dans la lettre de Jean Colomb à Louise Vidal du 1er janvier 1852, il pleut.",
         "Jean Colomb à Louise Vidal du 1er janvier 1852", "colomb52"),
        ("Dans sa lettre à Louise Vidal du 1er janvier, Colomb se plaint de la pluie.",
         "lettre à Louise Vidal du 1er janvier", "colomb52"),
    ],
)  # fmt: skip
def test_a_letter_is_named_in_a_sentence(sentence: str, words: str, key: str) -> None:
    assert linked(sentence) == [(words, key, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Roth to Lund, 28 March 1858 (lost).",
        "See Roth to Lund, 30 October 1857; cf. no. 1, 14 March 1858.",
        "Roth an Lund, 3. Mai 1872, und Lund an Sophie Roth, 9. Juni 1858.",
        "[^1]: Ada Roth, letter to Nils Lund, January 17, 1858, Roth Papers, box 3.",
        "Roth to Lund, 1872.",
        "Sophie Roth an Lund, 16. Januar 1858",
        "[^1]: Lettre de Paul Petit à Louise Vidal du 1er janvier 1852.",
        "Neue Zeitung, Nr. 214, 14. Februar 1776.",
        "En 1853, la lettre de Colomb à Louise Vidal du 1er janvier en parle.",
        "Roth read it to Lund, who died on 16 January 1858.",
    ],
)
def test_another_day_or_person_is_no_letter_of_the_catalogue(text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("Bodleian Library, MS. Eng. lett. c. 4, fols. 3r–5v. Printed in Whitmore (1998, 210–12).",
         "210–12"),
        ("Universitätsbibliothek Basel, NL 112: 48. – Druck: Whitmore 1998, S. 131 f.", "131 f."),
        ("Goethe- und Schiller-Archiv Weimar, GSA 29/112. Gedruckt in Whitmore 1998, S. 31.", "31"),
        ("BnF, NAF 14591, f. 12. Publiée dans Whitmore (1998, p. 77).", "77"),
        ("ULC Add. MS 7654/A12. Cf. Whitmore 1998, 88.", "88"),
        ("Bibl. nat. de France, ms. fr. 12768; Alan Whitmore, *Salt and his Circle* (Leeds: Verso,"
         " 1998), 12.", "12"),
    ],
)  # fmt: skip
def test_where_a_letter_is_kept_is_no_work(note: str, place: str) -> None:
    found = scan(f"[^1]: {note}", SCANNER)
    assert [(one.body.value, one.locator) for one in found] == [("whitmore1998", place)]


@pytest.mark.parametrize(
    "note",
    [
        "Thomas Hardy, “The Archive in the Attic,” *Library Quarterly* 12, no. 3 (1999): 33.",
        "Otto Meier, Das Landesarchiv Bern und seine Bestände, Bern: Haupt 1988, S. 14.",
        "Roth, Ada: Notes on Salt, British Library, Add. MS 34, London: Quay 1990.",
    ],
)
def test_a_work_on_an_archive_is_a_work(note: str) -> None:
    (found,) = scan(f"[^1]: {note}", SCANNER)
    assert found.kind == "reference"
    assert found.proposal is not None


def test_the_edition_behind_a_letter_is_read_without_it() -> None:
    note = (
        "Roth to Lund, Leeds, 29 March 1858, in *Letters of a Miller*, ed. Paul Petit (Boston:"
        " Verso, 1930), 133–34."
    )
    letter, edition = scan(f"[^1]: {note}", SCANNER)
    assert letter.body.value == "roth58b"
    assert edition.proposal is not None
    assert edition.proposal.text("title") == "Letters of a Miller"


@pytest.mark.parametrize(
    "text",
    [
        "So Whitmore (1998, 12). Anders Schulze, Homer, S. 12; ebd., S. 14.",
        "So Whitmore (1998, 12). Otherwise Schulze, “Homer Again,” p. 12; ibid., p. 14.",
        "Voir Whitmore (1998, p. 12). Puis Schulze, L’œuvre d’Homère, p. 12 ; ibid., p. 14.",
        "So Whitmore (1998, 12); anders Petit an Schulze, 3. Mai 1872; ebd.",
    ],
)
def test_ibid_behind_an_uncatalogued_short_form_repeats_that(text: str) -> None:
    assert [work for _, work, _ in linked(text)] == ["whitmore1998"]


def written(key: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> Work:
    days = Date(DatePoint(*first), DatePoint(*last), range=True)
    fields = {"author": (ROTH,), "recipient": (LUND,), "issued": days, "title": "Roth to Lund"}
    return Work(key, "personal_communication", fields)


DAYS = Scanner.of(
    [
        written("may", (1912, 5, 3), (1912, 5, 5)),
        written("april", (1912, 4, 30), (1912, 5, 2)),
        letter("june", ROTH, (1912, 6, 3), "Roth to Lund", LUND),
        written("june4", (1912, 6, 3), (1912, 6, 4)),
    ],
    parser(),
)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Ada Roth: Brief an Lund, 3.–5. Mai 1912", "may"),
        ("Roth an Lund, 3./5. Mai 1912", "may"),
        ("Roth an Lund, 30. April bis 2. Mai 1912", "april"),
        ("Roth to Lund, 3–5 May 1912", "may"),
        ("Roth to Lund, May 3–5, 1912", "may"),
        ("Roth à Lund du 3 au 5 mai 1912", "may"),
        ("Roth to Lund, 3 May 1912", "may"),  # by the day on which it was begun
        ("Roth to Lund, 3 June 1912", "june"),
        ("Roth to Lund, 3–4 June 1912", "june4"),
        ("Roth to Lund, 3–6 June 1912", "june"),
    ],
)
def test_letters_of_several_days(words: str, key: str) -> None:
    text = f"It rained ({words})."
    found = [one for one in scan(text, DAYS) if one.body.value]
    assert [(text[one.start : one.end], one.body.value) for one in found] == [(words, key)]


def test_another_day_cites_another_letter() -> None:
    found = scan("It rained (Roth to Lund, 4 May 1912).", DAYS)
    assert [one.body.value for one in found if one.kind == "citation"] == [""]
