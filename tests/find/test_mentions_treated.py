"""What a work treats, said right behind its title, and how titles and authors' names may be
printed otherwise than in the catalogue."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("lorin", "Lorin", "Klea", 1990, "Salt in the Twenty-First Century"),
        book("brandes", "Brandes", "Ruth", 1991, "Das Ende der Deiche: Zur Geschichte einer Küste"),
        book("valmont", "de Valmont", "Luc", 1992, "Le Sel au XXIe siècle"),
        book("holm", "Holm", "Graham", 1993, "Bound for Home: Can Sailors Rest?"),
        book("kern", "Kern", "Ida", 1994, "Wir, die Fischer(innen)"),
        book("marsh", "Marsh", "Tom", 1995, "The Mills of Patience"),
        book("vann", "Vann", "Pia", 1996, "Tidelands: The Sea Between Two Wars"),
        book("thucydides", "Thucydides", "", 1972, "The Siege of the Harbours"),
        book("roux", "Roux", "Anne", 1976, "Le Métier du saunier ou Éloge du sel"),
        book("thorn", "Thorn", "Hal", 1977, "Brinefield; or, Life on the Marsh"),
        book("feld", "Feld", "Uwe", 1978, "Salzgärten oder Vom Warten auf die Flut"),
        book("berg", "Berg", "Lena", 1979, "Ebbe oder Flut"),
    ],
    parser(),
)


def found(text: str) -> list[tuple[str, str, str]]:
    """(kind, words, key) of what cites a work."""
    hits = [one for one in scan(text, SCANNER) if one.body.type == "work"]
    return [(one.kind, text[one.start : one.end], one.body.value) for one in hits]


EN = "Tom Marsh published The Mills of Patience in 1995."
DE = "Ruth Brandes hat 1991 „Das Ende der Deiche“ veröffentlicht."
FR = "Luc de Valmont a publié Le Sel au XXIe siècle en 1992."


@pytest.mark.parametrize(
    ("title", "sentence", "key"),
    [
        (EN, "The book traces the rise of the miller and his trade.", "marsh"),
        (EN, "It examines the rise of the miller and his trade.", "marsh"),
        (EN, "In it he sought to understand how millers came to rule the valley.", "marsh"),
        (DE, "Das Buch beschreibt den Wandel der Küste.", "brandes"),
        (DE, "Es untersucht den Wandel der Küste.", "brandes"),
        (DE, "Darin fragt sie nach dem Wandel der Küste.", "brandes"),
        (FR, "L’ouvrage retrace l’évolution du commerce depuis le XVIIIe siècle.", "valmont"),
        (FR, "Il y retrace l’évolution du commerce depuis le XVIIIe siècle.", "valmont"),
    ],
)
def test_a_sentence_says_what_the_work_treats(title: str, sentence: str, key: str) -> None:
    assert ("paraphrase", sentence, key) in found(f"{title} {sentence}")


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (EN, "The book has 300 pages and a blue cover."),
        (EN, "It was a cold winter in the valley."),
        (DE, "Das Buch hat 300 Seiten und einen blauen Umschlag."),
        (FR, "Il y a des meuniers dans toutes les vallées."),
    ],
)
def test_a_sentence_that_treats_nothing(title: str, sentence: str) -> None:
    assert "paraphrase" not in {kind for kind, _, _ in found(f"{title} {sentence}")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It did for economics what Klea Lorin did in Salt in the 21st Century.",
         ("mention", "Salt in the 21st Century", "lorin")),
        ("Luc de Valmont revient sur Le Sel au 21e siècle.",
         ("mention", "Le Sel au 21e siècle", "valmont")),
        ("An die Küste knüpfte sie in Das Ende der Deiche aus dem Jahr 1991 noch einmal an.",
         ("mention", "Das Ende der Deiche", "brandes")),
        ("Criticism of Holm’s take is an industry. Few would go so far as to dismiss Bound for "
         "Home out of hand.", ("mention", "Bound for Home", "holm")),
        ("Die Replik auf Ida Kerns Essay „Wir, die Fischer(innen)“ ist lang.",
         ("mention", "Ida Kerns Essay „Wir, die Fischer(innen)“", "kern")),
        ("In The Mills of Patience Marsh saw them as a new kind of men.",
         ("mention", "The Mills of Patience", "marsh")),
        ("Luc de Valmont est né en 1950. Valmont doute que le sel opère une rupture.",
         ("paraphrase", "Valmont doute que le sel opère une rupture.", "valmont")),
        ("Thucydides claimed that his history would be relevant for all time.",
         ("paraphrase", "Thucydides claimed that his history would be relevant for all time.",
          "thucydides")),
        ("Tom Marsh knew it. In the long run, Marsh tells us, all mills stand still.",
         ("paraphrase", "In the long run, Marsh tells us, all mills stand still.", "marsh")),
        ("Tom Marsh knew it. Marsh’s thought was that the wheel outlives the miller.",
         ("paraphrase", "Marsh’s thought was that the wheel outlives the miller.", "marsh")),
        ("Tom Marsh knew it. As Marsh has it, the wheel outlives the miller.",
         ("paraphrase", "As Marsh has it, the wheel outlives the miller.", "marsh")),
        ("Tom Marsh knew it. The wheel outlives the miller, in Marsh’s formulation.",
         ("paraphrase", "The wheel outlives the miller, in Marsh’s formulation.", "marsh")),
    ],
)  # fmt: skip
def test_titles_and_names_as_they_are_printed(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody had written a biography of Tom Marsh until last year.",
        "On peut lire la biographie de Tom Marsh par Anne Roux.",
        "The miller Bob Lee, Tom Marsh’s arch-nemesis, sold his wheel.",
    ],
)
def test_what_is_about_an_author_is_no_work_of_his(text: str) -> None:
    assert found(text) == []


def test_a_title_of_one_word_stands_again() -> None:
    text = "The Tidelands of Holland are flat. Pia Vann’s Tidelands is long."
    assert [words for _, words, _ in found(text)] == ["Pia Vann’s Tidelands"]
    text = "Pia Vann’s Tidelands is long. I still think Tidelands is good, New Tidelands is not."
    assert [words for _, words, _ in found(text)] == ["Pia Vann’s Tidelands", "Tidelands"]
    text = "Pia Vanns „Tidelands“ ist lang. Ich finde immer noch, dass die Tidelands gut sind."
    assert [words for _, words, _ in found(text)] == ["Pia Vanns „Tidelands“"]


def test_a_title_ends_with_its_heading() -> None:
    text = "Die Lehren von „Das Ende der Deiche“\nDie Historikerin Ruth Brandes war in Lund."
    assert ("mention", "„Das Ende der Deiche“", "brandes") in found(text)


def test_a_citation_behind_quoted_words_is_no_reference() -> None:
    text = "Man soll, „die Netze, Boote, Haken usw., an sich nehmen“ (Brandes 1991, S. 262)."
    assert {kind for kind, _, _ in found(text)} == {"quotation", "citation"}
    text = 'Her first paper was "The Mills of Patience: A Study" (Marsh 1995), which is long.'
    assert ("citation", "Marsh 1995", "marsh") in found(text)


def test_a_claim_begins_behind_the_title_and_its_year() -> None:
    text = (
        "Dans son ouvrage majeur, « Tidelands: The Sea Between Two Wars » (1996), Pia Vann "
        "définit le sel comme un lien."
    )
    claims = [words for kind, words, _ in found(text) if kind == "paraphrase"]
    assert claims == ["Pia Vann définit le sel comme un lien."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tom Marsh devotes part one of his book to the wheel.",
         "Tom Marsh devotes part one of his book"),
        ("Tom Marsh breaks the book down into three chunks.", "Tom Marsh breaks the book"),
        ("Ruth Brandes beginnt ihr Buch mit der großen Flut.", "Ruth Brandes beginnt ihr Buch"),
        ("Le sel n’est pas le sujet de ce récit. Luc de Valmont lui consacre deux chapitres.",
         "Luc de Valmont lui consacre deux chapitres"),
    ],
)  # fmt: skip
def test_what_an_author_does_with_a_book(text: str, words: str) -> None:
    assert [(kind, said) for kind, said, _ in found(text)] == [("mention", words)]


def test_who_reads_the_book_has_not_written_it() -> None:
    assert found("Tom Marsh read the book on the train and left the train in Lund.") == []


@pytest.mark.parametrize(
    ("text", "title", "key"),
    [
        ("Anne Roux le dit dans Le Métier du saunier.", "Le Métier du saunier", "roux"),
        ("In “Brinefield,” Hal Thorn praises the salt.", "“Brinefield,”", "thorn"),
        ("In Brinefield, Hal Thorn praises the salt.", "Brinefield", "thorn"),
        ("Uwe Feld schreibt in „Salzgärten“ vom Meer.", "„Salzgärten“", "feld"),
    ],
)
def test_the_first_of_two_titles_is_enough(text: str, title: str, key: str) -> None:
    assert [hit for hit in found(text) if hit[2] == key and hit[0] == "mention"] == [
        ("mention", title, key)
    ]


def test_one_title_of_a_choice_is_not_enough() -> None:
    assert not [
        hit
        for hit in found("Lena Berg kam bei Ebbe. „Ebbe“ heißt das Boot.")
        if hit[0] == "mention"
    ]


def test_who_draws_on_a_work_has_not_written_it() -> None:
    text = "Drawing on the work of Tom Marsh, the authors model the valley as a wheel."
    assert [hit for hit in found(text) if hit[0] == "paraphrase"] == []


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The valley is wide. The mill will turn again, Tom Marsh argues.",
         "The mill will turn again, Tom Marsh argues.", "marsh"),
        ("Das Dorf ist alt und klein. Früh zeigte der Küstenforscher Uwe Feld, dass Salz fault.",
         "Früh zeigte der Küstenforscher Uwe Feld, dass Salz fault.", "feld"),
        ("In „Salzgärten“ zeigt der Kieler Historiker Uwe Feld, dass Salz am Ende fault.",
         "In „Salzgärten“ zeigt der Kieler Historiker Uwe Feld, dass Salz am Ende fault.", "feld"),
        ("Das Dorf ist alt und klein. Das Salz wird knapp, so der Historiker Uwe Feld.",
         "Das Salz wird knapp, so der Historiker Uwe Feld.", "feld"),
        ("Laut dem US-Historiker Uwe Feld ist das Salz am Ende. Es regnet im Dorf.",
         "Laut dem US-Historiker Uwe Feld ist das Salz am Ende.", "feld"),
        ("Das Dorf ist alt. Der Historiker Uwe Feld lehrt in Kiel. Er zeigt, dass Salz fault.",
         "Er zeigt, dass Salz fault.", "feld"),
        ("Das Dorf ist alt. Der Historiker Uwe Feld lehrt in Kiel. Seine These: Salz fault.",
         "Seine These: Salz fault.", "feld"),
        ("Tom Marsh’s The Mills of Patience sold well. His thesis, that mills turn, caused a stir.",
         "His thesis, that mills turn, caused a stir.", "marsh"),
        ("Das Dorf ist alt und klein. Uwe Feld fordert höhere Preise für das graue Salz.",
         "Uwe Feld fordert höhere Preise für das graue Salz.", "feld"),
        ("Tom Marsh wrote The Mills of Patience. He thinks idle mills must burn.",
         "He thinks idle mills must burn.", "marsh"),
        ("Tom Marsh wrote The Mills of Patience. Regarding rivers, he argues that all run dry.",
         "Regarding rivers, he argues that all run dry.", "marsh"),
        ("In his 1995 book The Mills of Patience, Tom Marsh described it as “wetness” and argued "
         "that it is bad.",
         "In his 1995 book The Mills of Patience, Tom Marsh described it as “wetness” and argued "
         "that it is bad.", "marsh"),
        ("Le village est petit. Anne Roux met en garde contre la fin des marais salants.",
         "Anne Roux met en garde contre la fin des marais salants.", "roux"),
    ],
)  # fmt: skip
def test_what_an_author_claims(text: str, words: str, key: str) -> None:
    assert ("paraphrase", words, key) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "In a long winter of snow and ice, Tom Marsh argues.",
        "Le village est petit. Anne Roux enseigne la sociologie à Nantes depuis quinze ans.",
        "In 1993, Graham Holm wrote a small book called Bound for Home: Can Sailors Rest?",
        "The valley is wide. Tom Marsh designed a constitution for the island and moved on.",
    ],
)
def test_what_an_author_does_is_no_claim(text: str) -> None:
    assert [hit for hit in found(text) if hit[0] == "paraphrase"] == []


def test_a_french_title_with_only_its_article_in_a_capital() -> None:
    assert found("Luc de Valmont l’a dit dans Le sel au XXIe siècle, comme toujours.") == [
        ("mention", "Le sel au XXIe siècle", "valmont")
    ]
    text = "Anne Roux parle. Le métier du saunier ne nourrit plus personne."
    assert [hit for hit in found(text) if hit[0] == "mention"] == []


def test_years_of_a_life_are_no_years_of_a_work() -> None:
    assert found("Le village est petit. Anne Roux (1925-1976) reste lue dans les marais.") == []


def test_words_with_s_for_z() -> None:
    scanner = Scanner.of(
        [book("kell", "Kell", "Ann", 2019, "Weaponized Marshes: A Tale")], parser()
    )
    hits = scan("A paper entitled “Weaponised Marshes: A Tale” came out that winter.", scanner)
    assert [(one.kind, one.body.value) for one in hits] == [("mention", "kell")]


def test_a_title_says_what_the_work_treats() -> None:
    text = "The valley is wide. Tom Marsh is well known. The Mills of Patience exposes the millers."
    assert ("paraphrase", "The Mills of Patience exposes the millers.", "marsh") in found(text)
