"""Places alone in parentheses, and titles with pages: whose they are in essays."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.find.suggestion import Suggestion
from citekit.library.parsing import parser
from citekit.library.scanners import scanner_of
from tests.find.books import book

SCANNER = Scanner.of(
    [
        book("carew1929", "Carew", "Maud", 1929, "The Tin Lighthouse"),
        book("stolz1931", "Stolz", "Bertha", 1931, "Der kalte Garten"),
        book("aubry1933", "Aubry", "Jeanne", 1933, "Le Phare de sel"),
        book("brome1611", "Brome", "Giles", 1611, "The Hollow Crown"),
        book("oake1958", "Oake", "Desmond", 1958, "Weather and Form"),
        book("wegner1961", "Wegner", "Lutz", 1961, "Fenster und Form"),
        book("harms1969", "Harms", "Ilse", 1969, "Prosa der Küste"),
        book("perrot1962", "Perrot", "Luc", 1962, "Une poétique du vent"),
        book("kay1974", "Kay", "Ann", 1974, "Harbour and Exile"),
        book("kay1982", "Kay", "Ann", 1982, "The Silent Plot"),
    ],
    parser(),
)
#: The same with the models of claims.
CLAIMING = scanner_of(SCANNER.works)
LIST = """

Works Cited

Carew, Maud. The Tin Lighthouse. Penrose, 1929.

Kay, Ann. Harbour and Exile. Marlow UP, 1974.

---. The Silent Plot. Marlow UP, 1982.

Oake, Desmond. Weather and Form. Marlow UP, 1958.
"""


def cited(text: str, scanner: Scanner = SCANNER) -> list[tuple[str, str]]:
    """(words, key) of the citations of a text."""
    found = [one for one in scan(text, scanner) if one.kind == "citation"]
    return [(text[one.start : one.end], one.body.value) for one in found]


def quotation(text: str, words: str) -> Suggestion:
    """The quotation that holds some words."""
    return next(one for one in scan(text, SCANNER) if words in one.quoted)


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("Wegner behauptet, das Fenster sei blind (S. 33). Harms widerspricht (S. 14).",
         "S. 14", "harms1969"),
        ("Wegner behauptet, es sei blind (Wegner, S. 33). Harms hält das für falsch (S. 14).",
         "S. 14", "harms1969"),
        ("Oake argues that it is blind (see Oake 33). Kay disagrees, in The Silent Plot (p. 14).",
         "p. 14", "kay1982"),
        ("Perrot soutient qu'il est aveugle (voir Perrot, p. 33). Aubry le nie (p. 40).",
         "p. 40", "aubry1933"),
        # the paragraph's author goes on
        ("Wegner behauptet, das Fenster sei blind. Es ist alt (S. 12).", "S. 12", "wegner1961"),
        # a character speaks in the work that was quoted by its pages
        ("Bertha Stolz’ Roman Der kalte Garten beginnt im Winter (S. 5). Wegner behauptet, er sei "
         "lang (Wegner, S. 33). Klara sagt: „Ein Garten ist ein Garten“ (S. 91).",
         "S. 91", "stolz1931"),
    ],
)  # fmt: skip
def test_a_place_is_by_the_author_who_is_the_subject(text: str, place: str, key: str) -> None:
    assert (place, key) in cited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Perrot soutient qu'il est aveugle (Perrot, p. 33). Le prêtre dit : « Il l'a bien vu »"
        " (p. 204).",
        "Wegner behauptet, es sei blind (Wegner, S. 33). Klara sagt: „Ein Garten ist ein Garten“"
        " (S. 91).",
        "Wegner behauptet, es sei blind (Wegner, S. 33). Es steht geschrieben (RGHZ 26, 349). So"
        " ist es auch hier (S. 91).",
        "Wegner behauptet, es sei blind (Wegner, S. 33). Bexley hält das für falsch (S. 91).",
        "Oake argues that it is blind (see Oake 33). Kay died in May (p. 91).",
    ],
)
def test_a_place_of_somebody_elses_is_not_of_the_last_work(text: str) -> None:
    assert not [words for words, _ in cited(text) if words in ("p. 204", "S. 91", "p. 91")]


def test_ibid_behind_a_place_repeats_the_place() -> None:
    text = "Wegner behauptet, es sei blind (Wegner, S. 33). Harms widerspricht (S. 14)."
    assert cited(f"{text} Das ist neu (ebd., S. 15).")[-1] == ("ebd., S. 15", "harms1969")
    text = "Wegner behauptet, es sei blind (Wegner, S. 33). Klara sagt: „Nie und nimmer“ (S. 9)."
    assert cited(f"{text} Das ist neu (ebd., S. 15).")[-1] == ("ebd., S. 15", "")


ESSAY = (
    "Maud Carew's The Tin Lighthouse opens on a stair. “It had been swept by a woman who was"
    " leaving” (3). Hester says, “A stair is a stair” (89)."
)


def test_pages_alone_are_of_the_work_that_an_essay_is_about() -> None:
    more = " The verger says, “She swept it well enough” (204). Hester climbs it again (17, 88)."
    pages = [("3", "carew1929"), ("89", "carew1929"), ("204", "carew1929"), ("17, 88", "carew1929")]
    assert cited(ESSAY + more) == pages
    assert cited(ESSAY + LIST) == pages[:2]
    assert quotation(ESSAY + LIST, "A stair is a stair").body.value == "carew1929"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Oake notes that the weather turns (103).", [("103", "oake1958")]),
        ("Oake writes, “No weather is without a form” (31).", [("31", "oake1958")]),
        ("“No weather is without a form,” Oake writes (31).", [("31", "oake1958")]),
        # whose it is nobody can say
        ("For Ann Kay it is exile (*Harbour* 33); for Desmond Oake, a barometer (102).",
         [("*Harbour* 33", "kay1974")]),
        ("Kay argues that it is exile (*Harbour* 33). It is all very well to climb (36).",
         [("*Harbour* 33", "kay1974")]),
        ("“I am leaving for good now,” says Ann Kay (42).", []),
        ("It has four steps: (1) read, (2) mark, (3) learn.", []),
    ],
)  # fmt: skip
def test_pages_alone_are_by_who_is_named_with_them(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert cited(ESSAY + " " + sentence + LIST)[2:] == found


@pytest.mark.parametrize(
    "text",
    [
        "The court sat (12). It rose (13). “It was late when we rose again” (14).",
        "Oake argues that ducks float (12). Kay argues that they sink (13).",
        "Carew argues that ducks float (Kay 1974, 4). Oake writes, “Ducks float all day” (31).",
        "The war (1939) and its end (1945) changed Carew.",
        "Oake argues that ducks float (12).\n\nReferences\n\n12. Oake, Desmond. Weather and Form."
        " Marlow UP, 1958.",
    ],
)
def test_numbers_alone_are_no_pages_of_texts_that_cite_none(text: str) -> None:
    assert not [one for one in scan(text, SCANNER) if one.method == "place"]


def test_acts_scenes_and_lines() -> None:
    text = (
        "In Giles Brome's The Hollow Crown the king is hollow. “I am a reed for others’ wind”"
        " (1.2.14). He says so again (see Brome 3.1.4-5), and again (V, 3, V. 12)."
    )
    assert cited(text) == [
        ("1.2.14", "brome1611"), ("Brome 3.1.4-5", "brome1611"), ("V, 3, V. 12", "brome1611"),
    ]  # fmt: skip
    assert cited("The version (1.2.14) of 3 May (1.2.14) is out.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is so (Kay, Silent 12).", [("Kay, Silent 12", "kay1982")]),
        ("It is so (see Kay, *Silent* 12).", [("Kay, *Silent* 12", "kay1982")]),
        ("It is so (Oake 102; Kay, Silent 12).",
         [("Oake 102", "oake1958"), ("Kay, Silent 12", "kay1982")]),
        ("It is so (Carew 3, 17, and 88).", [("Carew 3, 17, and 88", "carew1929")]),
        ("It is so (Oake 102n2).", [("Oake 102n2", "oake1958")]),
        ("It is so (Carew ix-xi).", [("Carew ix-xi", "carew1929")]),
        ("It is so (quoted in Oake 12).", [("Oake 12", "oake1958")]),
        ("Kay argues that it is exile (Harbour 40).", [("Harbour 40", "kay1974")]),
        ("Kay argues that it is exile (*Harbour and Exile* 40).",
         [("*Harbour and Exile* 40", "kay1974")]),
        ("It is so (*Silent Plot* 12).", [("*Silent Plot* 12", "kay1982")]),
        # a harbour, a part of a list that is something else
        ("It is a port (Harbour 40).", []),
        ("It is so (Oake 102; and many more).", []),
        ("It is so (Oake and Ivy).", []),
    ],
)  # fmt: skip
def test_authors_titles_and_pages(text: str, found: list[tuple[str, str]]) -> None:
    assert cited(text + LIST) == found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Er hört darin „das Schweigen“ (zit. nach Wegner, S. 80).", "wegner1961"),
        ("Er hört darin „das Schweigen“ (zitiert nach Wegner, S. 80).", "wegner1961"),
        ("Il entend « le silence » (cité par Perrot, p. 80).", "perrot1962"),
        ("Il entend « le silence » (cité d'après Perrot, p. 80).", "perrot1962"),
    ],
)
def test_second_hand(text: str, key: str) -> None:
    assert [one for _, one in cited(text)] == [key]


@pytest.mark.parametrize(
    ("bracket", "key"),
    [("Harbour 40", "kay1974"), ("HE A 51", ""), ("Silent Plot 12", "kay1982")],
)
def test_a_claim_is_of_the_work_in_its_own_bracket(bracket: str, key: str) -> None:
    text = f"Kay argues that few are wise ({bracket}). In The Silent Plot the oarsman remembers."
    (found,) = (one for one in scan(text, SCANNER) if one.kind == "paraphrase")
    assert found.body.value == key


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Of the mills, few burned (12).", "oake1958"),
        ("A miller, Ann (54), recalled it.", "oake1958"),
        ("There were others, see (5).", "oake1958"),
        ("Nur wenige Mühlen brannten (12).", "oake1958"),
        ("Peu de moulins ont brûlé (12).", "oake1958"),
        # what may be a page
        ("Kay argues that few burned (12).", ""),
        ("Bexley argues that few burned (12).", ""),
        ("“Few of the mills ever burned” (12).", ""),
        ("It is so written (p. 12).", "oake1958"),
    ],
)
def test_ibid_leaps_over_a_number_that_counts_something(sentence: str, key: str) -> None:
    text = f"The mills burned (Oake 1958, 3). {sentence} The biggest stood (ibid., 7)."
    assert cited(text)[-1] == ("ibid., 7", key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Carew writes in The Tin Lighthouse that stairs are slow (p. 12). Oake answers her in"
         " Weather and Form. He blames the rain (ibid., p. 7).", "oake1958"),
        ("Stolz schreibt in Der kalte Garten, der Winter sei lang (S. 12). Harms antwortet ihr in"
         " Prosa der Küste. Sie tadelt den Wind (ebd., S. 7).", "harms1969"),
        ("Aubry écrit dans Le Phare de sel que le sel brûle (p. 12). Perrot lui répond dans Une"
         " poétique du vent. Il accuse la mer (ibid., p. 7).", "perrot1962"),
        # the place stands behind the title
        ("Oake answers her in Weather and Form (p. 12). He blames the rain (ibid., p. 7).",
         "oake1958"),
        ("Carew wrote The Tin Lighthouse. It is slow (MS, p. 204). She knew it (ibid., p. 35).",
         ""),
    ],
)  # fmt: skip
def test_ibid_behind_a_title_is_of_that_work(text: str, key: str) -> None:
    assert cited(text)[-1][1] == key


@pytest.mark.parametrize(
    "text",
    [
        "Maud Carew's The Tin Lighthouse is about stairs. “A stair is slow work,” says a carter"
        " (34). “Nobody climbed it,” said the baker (61). “It was cold there,” said a maid (29).",
        "Le Phare de sel est un livre de Jeanne Aubry. « Le sel brûle la main », dit une"
        " boulangère (34). « Personne ne monte là », raconte un marin (61). « Il faisait très"
        " froid », dit un jeune pêcheur (17).",
        "Der kalte Garten ist ein Buch von Bertha Stolz. „Der Winter ist lang“, sagt ein älterer"
        " (70). „Niemand kam je hierher“, sagt eine jüngere (31). „Es war sehr kalt“, sagt ein"
        " dritter (17).",
    ],
)
def test_the_ages_of_people_without_names_are_no_pages(text: str) -> None:
    assert cited(text) == []
    assert not next(one.body.value for one in scan(text, SCANNER) if one.kind == "quotation")


def test_pages_behind_a_character_or_quoted_words_are_no_ages() -> None:
    text = ESSAY + " “She swept it well enough,” says the verger (20). “It was cold there” (29)."
    assert cited(text)[2:] == [("20", "carew1929"), ("29", "carew1929")]
    text = ESSAY + " “She swept it well,” says a carter (34). “It was cold there” (29). “No"
    text += " weather is without a form,” Oake writes (31)."
    assert cited(text + LIST)[2:] == [("29", "carew1929"), ("31", "oake1958")]


REFERENCES = """

References

Carew, M. (1929). The Tin Lighthouse. Penrose.

Thorne-Vale, A. (1989). Lamps and Ledges. Marlow University Press.
"""
PAGED = "Maud Carew's The Tin Lighthouse opens at dusk: “The lamp was out” (Carew 1929, p. 46).\n\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ada Thorne-Vale (1989) reads this as Carew's lesson; as she says, “the dark of a lamp"
         " teaches us to look” (p. 170).", "p. 170"),
        ("Ada Thorne-Vale (1989) reads The Tin Lighthouse as a lesson; as she says, “the dark of a"
         " lamp teaches us to look” (p. 170).", "p. 170"),
        ("Ada Thorne-Vale (1989) looks at lamps. She says, “the dark of a lamp teaches us to look”"
         " (p. 170).", "p. 170"),
        ("Ada Thorne-Vale (1989) argues that the lamp is Carew's lesson (p. 170).", "p. 170"),
        ("Ada Thorne-Vale (1989) liest das als Lehre; wie sie sagt, „lehrt uns das Dunkel einer"
         " Lampe das Sehen“ (S. 170).", "S. 170"),
        ("Ada Thorne-Vale (1989) y voit une leçon ; comme elle le dit, « le noir d'une lampe nous"
         " apprend à voir » (p. 170).", "p. 170"),
    ],
)  # fmt: skip
def test_a_place_is_in_the_unknown_work_that_its_sentence_cites(text: str, place: str) -> None:
    found = scan(PAGED + text + REFERENCES, SCANNER)
    (one,) = [each for each in found if each.method == "place"]
    assert one.locator.endswith(place[-3:])
    assert one.proposal is not None
    assert one.proposal.text("title") == "Lamps and Ledges"
    assert not one.body.value
    quoted = [each for each in found if each.kind == "quotation" and each.end > len(PAGED)]
    assert all(each.body.value == "" for each in quoted)


@pytest.mark.parametrize(
    "text",
    [
        # it stands neither in the catalogue nor among the references
        "Ida Moor (1977) reads this as a lesson; as she says, “the dark of a lamp teaches us to"
        " look” (p. 170).",
        "Ida Moor (1977) liest das als Lehre; wie sie sagt, „lehrt das Dunkel das Sehen“ (S. 170).",
    ],
)
def test_the_place_of_a_work_that_nothing_lists_is_in_no_other(text: str) -> None:
    assert [key for words, key in cited(PAGED + text + REFERENCES) if "170" in words] in ([], [""])


def test_a_known_speaker_keeps_his_place_beside_an_unknown_work() -> None:
    text = "As Thorne-Vale (1989) notes, Carew writes: “The lamp was never lit at all” (p. 47)."
    assert ("p. 47", "carew1929") in cited(PAGED + text + REFERENCES)


def test_ibid_repeats_the_place_in_an_unknown_work() -> None:
    text = (
        "Ada Thorne-Vale (1989) reads this as a lesson; as she says, “the dark of a lamp teaches us"
        " to look” (p. 170). Lamps go out (ibid., 171)."
    )
    found = scan(PAGED + text + REFERENCES, SCANNER)
    (again,) = [each for each in found if each.method == "ibid"]
    assert again.proposal is not None
    assert not again.body.value


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("Desmond Oake reads storms as moods. He claims that a storm is an argument about power"
         " (71). It passes.", "71", "oake1958"),
        ("Das Wetter ist hier immer auch ein Bild, und es ist nicht nur schön, sondern alt. Es"
         " gehört zu dem, was die Leute an der Küste kennen, und es ist nicht zu ändern, wie sie"
         " auch sagen. Desmond Oake liest den Sturm als Laune. Er behauptet, dass jeder Sturm"
         " eine Grenze sei (71).", "71", "oake1958"),
        ("Desmond Oake tient la tempête pour une humeur. Il soutient que la tempête est une"
         " frontière (71).", "71", "oake1958"),
    ],
)  # fmt: skip
def test_a_page_alone_that_closes_a_claim_is_in_its_work(text: str, place: str, key: str) -> None:
    assert (place, key) in cited(text + LIST, CLAIMING)


@pytest.mark.parametrize(
    "text",
    [
        "Desmond Oake reads storms as moods. There were storms that year (71).",
        # the works cited lack him
        "Lutz Wegner reads windows as eyes. He claims that a window is an argument (71).",
        # it cites with years
        "Desmond Oake (1958) reads storms as moods. He claims that a storm is an argument (71).",
    ],
)
def test_a_number_alone_that_closes_no_claim_of_the_list_is_no_page(text: str) -> None:
    assert "71" not in [words for words, _ in cited(text + LIST, CLAIMING)]


def test_the_heading_of_the_section_cited_is_no_quotation() -> None:
    text = (
        'It is plain: "all weather has a form" (Oake, 1958, "Winds and Calms" section). '
        'Oake adds that "no calm is long" (Oake, 1958, Storms section, para. 2).'
    )
    quoted = [(one.quoted, one.locator) for one in scan(text, SCANNER) if one.kind == "quotation"]
    assert quoted == [
        ("all weather has a form", '"Winds and Calms" section'),
        ("no calm is long", "Storms section, para. 2"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "locator"),
    [
        ('Oake (1958) said that "weather has a form" (para. 3).', "para. 3", "paragraph 3"),
        ('Oake (1958) said that "weather has a form" (Chapter 2).', "Chapter 2", "chapter 2"),
        ('Oake (1958) said that "weather has a form" (p. 9; see also Wegner, 1961).', "p. 9", "9"),
        ("Wegner (1961) schreibt, „das Fenster ist blind“ (Tab. 2).", "Tab. 2", "table 2"),
        ("Perrot (1962) écrit que « le vent est clair » (chap. 2, je souligne).", "chap. 2",
         "chapter 2"),
    ],
)  # fmt: skip
def test_any_part_of_a_work_may_stand_behind_quoted_words(
    text: str, place: str, locator: str
) -> None:
    found = scan(text, SCANNER)
    cited = [text[one.start : one.end] for one in found if one.method == "place"]
    assert cited == [place]
    assert [one.locator for one in found if one.kind == "quotation"] == [locator]


@pytest.mark.parametrize(
    "text",
    [
        "Oake (1958) found it short, as we do (Table 2).",
        "We take over the “short” scale of Oake (1958), too (Fig. 3).",
        'Oake (1958) holds that it is cold. One farmer said that "it was dark" (Table 2).',
        "Wegner (1961) zeigt, dass das Fenster blind ist (siehe Kapitel 3); wir auch (Kap. 4).",
    ],
)
def test_tables_and_chapters_of_the_text_itself_are_no_places(text: str) -> None:
    assert not [one for one in scan(text, SCANNER) if one.method == "place"]


@pytest.mark.parametrize(
    ("place", "locator"),
    [
        ("Carew 1929, N 1a, 8", "N 1a, 8"),
        ("Carew 1929, N1a,8", "N1a,8"),
        ("Carew 1929, H 2, 3; K 1a, 4", "H 2, 3; K 1a, 4"),
        ("Carew 1929, L1,3", "L1,3"),
        ("Carew, The Tin Lighthouse, K 1, 2", "K 1, 2"),
        ("The Tin Lighthouse, N1a,8", "N1a,8"),
        # notes and lines have small letters, or a stop; volumes Roman numbers
        ("Carew 1929, n. 8", "note 8"),
        ("Carew 1929, 12 n. 3", "12 n. 3"),
        ("Carew 1929, l. 1, 3", "line 1, 3"),
    ],
)
def test_a_slip_of_a_convolute_is_no_note_nor_line(place: str, locator: str) -> None:
    found = scan(f"The lamp is a debt ({place}).", SCANNER)
    assert [(one.body.value, one.locator) for one in found] == [("carew1929", locator)]
