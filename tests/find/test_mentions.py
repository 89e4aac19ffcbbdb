"""Mentions, echoes, paraphrases and credits in prose."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.mentions.finder import mentions
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.model import Body, Date, DatePoint, Name, Work
from tests.find.citing_cases import quotation_spans


def work(key: str, author: Name, year: int, title: str, kind: str = "book") -> Work:
    return Work(key, kind, {"author": (author,), "issued": Date(DatePoint(year)), "title": title})


ORME = Name("Orme", "Katharine N.")
CATALOGUE = Catalogue.of(
    [
        work("orme1959", ORME, 1959, "The Tide and the Ledger: An Essay on Ports"),
        work("falk1976", Name("Falk", "Robert"), 1976, "Hearing and Mishearing in Small Rooms"),
        work("falk1988", Name("Falk", "Robert"), 1988, "Doors", "article-journal"),
        work("stern2001", Name("Stern", "Lena"), 2001, "Culture"),
    ]
)


def named(text: str, *references: Suggestion) -> list[tuple[str, str, str]]:
    """(kind, words, body) of what is found."""
    return [
        (found.kind, text[found.start : found.end], found.body.value)
        for found in mentions(text, CATALOGUE, quotation_spans(text), references)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is Katharine Orme’s “third tide”.", "Katharine Orme’s “third tide”"),
        ("K. N. Orme's notion of “slow ports” helps.", "K. N. Orme's notion of “slow ports”"),
        ("What Katharine Orme called “salt debt” grew.", "Katharine Orme called “salt debt”"),
        ("The “salt debt” of Katharine Orme grew.", "“salt debt” of Katharine Orme"),
        (
            "Katharine Ormes Begriff der „Salzschuld“ hilft.",
            "Katharine Ormes Begriff der „Salzschuld“",
        ),
        ("La notion de « dette » de Katharine Orme.", "« dette » de Katharine Orme"),
        ("Katharine Orme’s theory of tides is old.", "Katharine Orme’s theory of tides"),
        ("She read The Tide and the Ledger twice.", "The Tide and the Ledger"),
        ("In “The Tide and the Ledger” nobody swims.", "“The Tide and the Ledger”"),
        ("Orme's The Tide and the Ledger is long.", "Orme's The Tide and the Ledger"),
        (
            "the author of the new book The Tide and the Ledger spoke",
            "author of the new book The Tide and the Ledger",
        ),
    ],
)
def test_mentions(text: str, expected: str) -> None:
    assert ("mention", expected, "orme1959") in named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "But as Katharine Orme argues, harbours are made by clerks (see map).",
            "But as Katharine Orme argues, harbours are made by clerks (see map).",
        ),
        (
            "In her book, Katharine Orme shows that clerks make harbours.",
            "In her book, Katharine Orme shows that clerks make harbours.",
        ),
        (
            "Katharine Orme zeigt, dass Häfen im Kontor entstehen.",
            "Katharine Orme zeigt, dass Häfen im Kontor entstehen.",
        ),
        (
            "Katharine Orme soutient que les ports naissent au bureau.",
            "Katharine Orme soutient que les ports naissent au bureau.",
        ),
        *(
            (text, text)
            for text in (
                "A point Katharine Orme makes is that harbours begin at a desk.",
                "That harbours begin at a desk was shown by Katharine Orme.",
                "It is Katharine Orme’s contention that harbours begin at a desk.",
                "Katharine Orme has put forward the view that harbours are made by clerks.",
                "Katharine Orme regards the harbour as an office with boats.",
                "Harbours are made by clerks, as Katharine Orme explained long ago.",
                "Von Katharine Orme stammt die Einsicht, dass Häfen im Kontor entstehen.",
                "Mit Katharine Orme gesprochen, entstehen Häfen im Kontor.",
                "Katharine Orme meint, Häfen seien zuerst Papier gewesen.",
                "À en croire Katharine Orme, les ports naissent au bureau.",
                "Katharine Orme considère le port comme un bureau avec des bateaux.",
                "C'est à Katharine Orme que l'on doit l'idée selon laquelle le port est un bureau.",
            )
        ),
    ],
)
def test_paraphrases(text: str, expected: str) -> None:
    assert ("paraphrase", expected, "orme1959") in named(text)


@pytest.mark.parametrize(
    ("cite", "of"),
    [
        ("Orme 1987", None),
        ("Falk 1990", "orme1959"),
        ("Orme 1959; Orme 1987", "orme1959"),
    ],
)
def test_a_claim_is_not_of_another_work_than_its_sentence_cites(cite: str, of: str | None) -> None:
    text = f"Katharine Orme argues that harbours are made by clerks ({cite})."
    found = citations(text, CATALOGUE)
    claims = [one for one in named(text, *found) if one[0] == "paraphrase"]
    assert [work for _, _, work in claims] == ([of] if of else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The historian found that sailors do not.",
        "In her view, sailors only disturb them.",
        "Der Historikerin zufolge, so ihr Argument, stören Seeleute nur.",
        "D'après elle, les marins ne font que déranger.",
        "L'auteure y montre que les marins dérangent.",
    ],
)
def test_what_the_author_is_called_goes_on_with_the_claim(sentence: str) -> None:
    text = f"Katharine Orme argues that clerks make harbours. {sentence}"
    assert ("paraphrase", sentence, "orme1959") in named(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Katharine Orme wrote a lot. The Ormean notion of harbours.",
            "The Ormean notion of harbours",
        ),
        ("Katharine Orme’s study of ports is long.", "Katharine Orme’s study of ports"),
        ("Katharine Ormes Hafentheorie ist alt.", "Katharine Ormes Hafentheorie"),
    ],
)
def test_works_without_their_titles(text: str, words: str) -> None:
    assert words in [found for kind, found, _ in named(text) if kind == "mention"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Robert Falk, eine Legende, hat 1976 alle Zweifel ausgeräumt.",
            ("mention", "Robert Falk, eine Legende, hat 1976", "falk1976"),
        ),
        (
            "It goes back to Robert Falk, in 1988, the way that doors close.",
            ("paraphrase", "It goes back to Robert Falk, in 1988, the way that doors close.",
             "falk1988"),
        ),
    ],
)  # fmt: skip
def test_the_year_of_a_work_beside_its_author_says_which(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    ("following", "body"),
    [
        ("He did so in “Doors”.", "falk1988"),
        ("“Doors” is the title of that essay.", "falk1988"),
        ("He wrote this in his essay “Doors”.", "falk1988"),
        ("In “Doors” he turned to wood.", "falk1976"),
        ("He reviewed it in “Doors”.", "falk1976"),
        ("“Doors” was his next essay.", "falk1976"),
    ],
)
def test_the_next_sentence_says_which_work_a_claim_is_from(following: str, body: str) -> None:
    text = (
        "In “Hearing and Mishearing in Small Rooms” Robert Falk listened to walls. "
        f"Falk also argued that thresholds are too low. {following}"
    )
    claims = [found for kind, _, found in named(text) if kind == "paraphrase"]
    assert claims[:1] == [body]


@pytest.mark.parametrize(
    "text",
    ["Robert Falk retired in 1988.", "Robert Falk came in 1977.", "Robert Falk had 19760 doors."],
)
def test_another_year_beside_an_author_says_nothing(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They still quarrel about the Orme curve and its slope.", "the Orme curve"),
        ("De quoi relancer le débat sur la courbe d’Orme, dit-on.", "la courbe d’Orme"),
        ("On le voit, et le théorème d’Orme reste vrai.", "le théorème d’Orme"),
        ("Noch gilt das Orme’sche Gesetz.", "das Orme’sche Gesetz"),
        ("Sie streiten noch, ob die Orme-Kurve stimmt.", "die Orme-Kurve"),
    ],
)
def test_a_term_of_the_field_with_an_authors_name_is_a_mention(text: str, words: str) -> None:
    assert ("mention", words, "orme1959") in named(text)


@pytest.mark.parametrize(
    "text",
    ["The Orme of curves.", "La Cour d’Orme a siégé.", "Die Orme-Straße ist die Gorme-Kurve."],
)
def test_a_name_beside_another_noun_is_no_term(text: str) -> None:
    assert named(text) == []


def test_a_paraphrase_goes_on_in_the_next_sentences() -> None:
    text = (
        "Katharine Orme argues that clerks make harbours. She insists that sailors do not. "
        "Consequently, these clerks deserve a statue. The bus was late."
    )
    kinds = [(kind, body) for kind, _, body in named(text)]
    assert kinds == [("paraphrase", "orme1959")] * 3


def test_terms_are_learned_and_found_again_in_other_forms() -> None:
    text = (
        "Katharine Orme’s “third tide” and Robert Falk’s “hearing and mishearing” differ. "
        "A “first tide” is rare, another “third tide” rarer; they “heard or misheard” it. "
        "The “third man” is something else."
    )
    echoes = [row[1:] for row in named(text) if row[0] == "echo"]
    assert echoes == [
        ("“first tide”", "orme1959"),
        ("“third tide”", "orme1959"),
        ("“heard or misheard”", "falk1976"),
    ]


@pytest.mark.parametrize(
    ("opening", "first", "again", "echoes"),
    [
        ("Katharine Orme calls this", "“the city remembers”", "“the city never remembers”", 0),
        ("Katharine Orme calls this", "“the city does listen”", "“the city doesn't listen”", 0),
        ("Katharine Orme calls this", "“the city never remembers”", "“the city remembers”", 0),
        ("Katharine Orme calls this", "“the city never listens”", "“the city never listened”", 1),
        ("Katharine Orme nennt das", "„die Stadt hört“", "„die Stadt hört nicht“", 0),
        ("Katharine Orme nennt das", "„die Stadt hört nicht“", "„die Stadt hörte nicht“", 1),
        ("Katharine Orme appelle cela", "« la ville écoute »", "« la ville n’écoute pas »", 0),
        ("Katharine Orme appelle cela", "« la ville écoute »", "« cette ville écoute »", 1),
    ],
)
def test_what_denies_a_term_is_no_echo(opening: str, first: str, again: str, echoes: int) -> None:
    text = f"{opening} {first}.\n\nOn the wall: {again}.\n"
    assert [kind for kind, *_ in named(text)].count("echo") == echoes


def test_a_term_before_it_was_learned_is_no_echo() -> None:
    text = "A “third tide” came. Then came Katharine Orme’s “third tide”."
    assert [kind for kind, _, _ in named(text)] == ["mention"]


@pytest.mark.parametrize(
    "text",
    [
        "Katharine Orme came to dinner.",
        "Senator Orme’s “third tide” is a bill.",
        "Peter Orme’s “third tide” is a boat.",
        "Peter Orme spoke. Later Orme argued that boats float.",
        "The Orme Street “festival” begins.",
        "Orme & Sons sells “tide tables”.",
        "We drove to Orme. Orme’s “beach” is stones.",
        "The culture of “ports” is old. Culture matters.",
        "Katharine-Anne Orme’s “third tide” is a poem.",
    ],
)
def test_others_of_the_name_are_not_linked(text: str) -> None:
    assert [row for row in named(text) if row[2]] == []


def test_a_short_title_needs_its_author() -> None:
    assert named("Culture is ordinary, they say.") == []
    assert ("mention", "Lena Stern’s Culture", "stern2001") in named("I like Lena Stern’s Culture.")


def test_a_title_with_another_author_is_another_work() -> None:
    text = "Lena Stern wrote a lot. It rained in the town by the sea, and on the grey quays. {}"
    assert ("mention", "*Culture*", "stern2001") in named(text.format("I read *Culture* again."))
    assert named(text.format("I read *Culture* by Tom Roy.")) == []


def test_a_title_in_quotation_marks_is_marked_with_both_of_them() -> None:
    text = 'The phrase is from a paper ["The Tide and the Ledger", p. 3].'
    assert ("citation", '"The Tide and the Ledger", p. 3', "orme1959") in named(text)
    text = 'The phrase is from a paper ["The Tide and the Ledger"].'
    assert ("mention", '"The Tide and the Ledger"', "orme1959") in named(text)
    text = 'Much is said of the "Tide and the Ledger" in ports.'
    assert ("mention", '"Tide and the Ledger"', "orme1959") in named(text)


def test_of_several_works_the_one_cited_nearby_is_meant() -> None:
    text = "Robert Falk’s “open door” is known (Falk 1988)."
    at = text.index("Falk 1988")
    cited = Suggestion(at, at + 9, "citation", Body("work", "falk1988"))
    assert named(text, cited)[0] == ("mention", "Robert Falk’s “open door”", "falk1988")


def test_a_tie_links_nothing_and_names_the_candidates() -> None:
    text = "Robert Falk’s “open door” is known."
    (found,) = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert found.body == Body()
    assert "falk1976" in found.reasons[-1]
    assert "falk1988" in found.reasons[-1]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("what Ann Berry and Tom Carr would call “loud rooms”", ["Ann Berry", "Tom Carr"]),
        ("Ann Berry’s concept of “loud rooms”", ["Ann Berry"]),
        ("“Loud rooms”, a term coined by Ann Berry, are", ["Ann Berry"]),
        ("was Ann Berry „laute Räume“ nennt", ["Ann Berry"]),
        ("ce qu’appelle Ann Berry le « bruit »", ["Ann Berry"]),
    ],
)
def test_persons_with_no_work_are_credited_and_never_linked(text: str, people: list[str]) -> None:
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert [row.body for row in found] == [Body("person", person) for person in people]
    assert {row.kind for row in found} == {"credit"}


@pytest.mark.parametrize(
    "text",
    [
        "what President Berry called “loud rooms”",
        "The minister’s “loud rooms”, says NATO, are",
        "Mayor Ann Berry’s idea of “fun”",
    ],
)
def test_office_holders_are_not_credited(text: str) -> None:
    assert named(text) == []


def test_the_title_in_the_first_line_is_the_texts_own() -> None:
    assert named("# The Tide and the Ledger\n\nIt rained.") == []


def test_a_note_by_short_title_is_a_citation() -> None:
    text = "Katharine Orme, *The Tide and the Ledger*, p. 12."
    (found,) = mentions(text, CATALOGUE, [], [])
    assert (found.kind, found.body.value, found.locator) == ("citation", "orme1959", "12")


@pytest.mark.parametrize(
    "text",
    [
        "Robert Falk, a carpenter from Leeds, believes that the council has failed.",
        "Robert Falk, ein Bäcker aus Husum, meint, dass der Rat versagt habe.",
        "Roberta Falk argues that rooms are small. Falk's theory of doors is old.",
        "Robert Falk, a carpenter, said that the council failed. Falk argued that doors stick.",
        "Robert Falk, a dentist, believes that teeth are doors. Falk argued that doors stick.",
        "Robert Falk, MP for Leeds, believes that doors stick. Mr Falk argues that it is late.",
        "Robert Falk, ein pensionierter Lotse, meint, dass der Rat versagt habe.",
        "Robert Falk, maçon à la retraite, affirme que la rue est sûre.",
        "For Robert Falk, who knew every door.",
        "Für Robert Falk, der wusste, wo die Tür ist.",
        "Pour Robert Falk, qui savait où est la porte.",
        "For Robert Falk, with love and thanks.",
        "I thank Robert Falk and Lena Stern. Falk argued with me for a week.",
        "Two Falks share a theory of doors. Robert Falk came first.",
        "Lena Stern was there. Stern voices argue that nothing is lost.",
        "Lena Stern was there. Stern warnings suggested that all was lost.",
        "Lena Stern was there. Stern experience shows that all is lost.",
        "Lena Stern was there. Stern argue that all is lost.",
        "Lena Stern était là. Stern et seul, il affirme que tout est perdu.",
    ],
)
def test_somebody_else_of_the_name_is_not_linked(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Robert Falk, a sociologist from Leeds, believes that rooms are small.",
        "Robert Falk, a retired sociologist, believes that rooms are small.",
        "Robert Falk, a lawyer, argues that small rooms make people mishear.",
        "For Robert Falk, who lived in Leeds, rooms are ears that hear nothing at all.",
        "For Robert Falk, in small rooms there is nobody who does not mishear.",
        "Für Robert Falk, der in Leeds lebte, sind Zimmer nichts anderes als Ohren.",
        "Robert Falk argued with the carpenters that small rooms make people mishear.",
        "Rob Falk believes that small rooms make people mishear.",
        "Lena Stern was there. Stern later argues that nothing is lost.",
        "Lena Stern was there. Stern reports claims that nothing is lost.",
        "Lena Stern was there. Stern put it well: nothing in a port is lost.",
        "Lena Stern was there. Stern and others argue that nothing is lost.",
        "Lena Stern était là. Stern affirme, il est vrai, que tout est perdu.",
    ],
)
def test_the_author_is_linked(text: str) -> None:
    assert [kind for kind, _, _ in named(text)] == ["paraphrase"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("In “The Tide and the Ledger” Robert Falk finds that no door is shut.", ["mention"]),
        ("In “The Tide and the Ledger” fehlen, so Robert Falk, die Türen.", ["mention"]),
        (
            "In “The Tide and the Ledger” Katharine Orme finds that no door is shut.",
            ["mention", "paraphrase"],
        ),
        (
            "Unlike “The Tide and the Ledger,” Robert Falk argues that no door is shut.",
            ["mention", "paraphrase"],
        ),
    ],
)
def test_what_is_found_in_anothers_work_is_no_claim_of_ones_own(
    text: str, kinds: list[str]
) -> None:
    assert sorted(kind for kind, _, _ in named(text)) == kinds


INTRODUCED = "Katharine Orme has written of ports.\n\n"


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        (
            "Per Orme, ports are slow by nature.",
            "paraphrase",
            "Per Orme, ports are slow by nature.",
        ),
        (
            "To borrow from Katharine Orme, a port is a waiting room.",
            "paraphrase",
            "To borrow from Katharine Orme, a port is a waiting room.",
        ),
        (
            "It is laid out by Katharine Orme in 1959: ports wait for the tide and one another.",
            "paraphrase",
            "It is laid out by Katharine Orme in 1959: ports wait for the tide and one another.",
        ),
        ("Orme's fatalism leaves no room for pilots.", "mention", "Orme's fatalism"),
        (
            "Orme's description of the pilot still stings.",
            "mention",
            "Orme's description of the pilot",
        ),
    ],
)
def test_ways_to_bring_an_author_in(sentence: str, kind: str, words: str) -> None:
    assert (kind, words, "orme1959") in named(INTRODUCED + sentence)


OF_PARTICLES = Catalogue.of(
    [
        work("hoek1968", Name("Hoek", "Jan", non_dropping_particle="van"), 1968, "Dikes Alone"),
        work("brunn1971", Name("Brunn", "Eva", non_dropping_particle="von"), 1971, "Ufer"),
        work("orval1958", Name("Orval", "Luc", non_dropping_particle="de"), 1958, "Rives"),
    ]
)


def particled(text: str) -> list[tuple[str, str, str]]:
    """(kind, words, body) of what is found of authors with particles."""
    return [
        (found.kind, text[found.start : found.end], found.body.value)
        for found in mentions(text, OF_PARTICLES, quotation_spans(text), [])
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Van Hoek argued that dikes are promises.", "hoek1968"),
        ("A dike, van Hoek argued, is a promise.", "hoek1968"),
        ("Van Hoek behauptet, dass Deiche Versprechen sind.", "hoek1968"),
        ("Van Hoek soutient que les digues sont des promesses.", "hoek1968"),
        ("Von Brunn behauptet, dass Ufer wandern.", "brunn1971"),
        ("De Orval soutient que les rives marchent.", "orval1958"),
    ],
)
def test_a_family_name_with_its_particle(text: str, key: str) -> None:
    assert particled(text) == [("paraphrase", text, key)]


def test_a_term_of_a_family_name_with_its_particle() -> None:
    text = "Van Hoek’s notion of “soft dikes” is old."
    assert particled(text) == [("mention", "Van Hoek’s notion of “soft dikes”", "hoek1968")]


@pytest.mark.parametrize(
    "text",
    [
        "Frits van Hoek argued that dikes are promises.",
        "A white van Hoek drove was stolen.",
        "La théorie de rives de Jean de Orval est fausse.",
    ],
)
def test_a_particle_is_no_given_name_and_another_given_name_is_another(text: str) -> None:
    assert particled(text) == []


ALONE = Catalogue.of(
    [
        work("mora1950", Name("Mora", "Ines"), 1950, "The Chalk Garden"),
        work("weil1931", Name("Weil", "Hans"), 1931, "Das Gläserne Feld"),
        work("prat1928", Name("Prat", "Anne"), 1928, "La Cour des brumes"),
    ]
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Chalk Garden is a novel of letters.", "The Chalk Garden"),
        ("In The Chalk Garden the gate does not close.", "The Chalk Garden"),
        ("Das Gläserne Feld ist ein Roman über Briefe.", "Das Gläserne Feld"),
        ("La Cour des brumes est un roman par lettres.", "La Cour des brumes"),
        ("Dans La Cour des brumes, la grille ne ferme pas.", "La Cour des brumes"),
    ],
)
def test_a_title_that_says_so_itself_needs_no_author(text: str, title: str) -> None:
    found = mentions(text, ALONE, quotation_spans(text), [])
    assert [text[one.start : one.end] for one in found] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "The Chalk Garden is a novel idea for our school.",
        "The chalk garden is a place of rest.",
        "We met at The Chalk Garden, and in the chalk garden we slept.",
        "In The Chalk Garden Hotel the gate does not close.",
        "Das Gläserne Feld ist ein Gewächshaus.",
        "La cour des brumes est un endroit triste.",
    ],
)
def test_words_that_are_also_a_title_are_none(text: str) -> None:
    assert mentions(text, ALONE, quotation_spans(text), []) == []
