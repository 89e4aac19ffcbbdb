"""Claims and terms by grammar: who is the subject, what depends on the verb, what points back."""

from __future__ import annotations

import pytest

from citekit.find.mentions.finder import mentions
from citekit.find.mentions.germanverbs import is_strong_past
from citekit.find.works import Catalogue
from citekit.model import Name
from tests.find.citing_cases import quotation_spans
from tests.find.test_mentions import CATALOGUE, named, work


@pytest.mark.parametrize(
    "sentence",
    [
        "To Katharine Orme the harbour was an office with boats.",
        "Harbours, Katharine Orme once remarked, are offices with boats.",
        "Harbours, as Katharine Orme never tired of pointing out, are offices with boats.",
        "It was Katharine Orme who first noticed that harbours begin at a desk.",
        "Katharine Orme traces the rise of the harbour to the desk of the customs clerk.",
        "In Katharine Orme’s telling, the clerk comes first and the ship second.",
        "Harbours, Katharine Orme argues in an early essay, are offices with boats.",
        "If Katharine Orme is right, the harbour begins at a desk.",
        "Katharine Orme blames the clerks, not the sailors, for the decline of small ports.",
        "Since Katharine Orme we know that harbours begin at a desk.",
        "Katharine Orme’s point is a simple one: harbours begin at a desk.",
        "Katharine Orme’s great insight, that harbours begin at a desk, was forgotten.",
        "The thesis that harbours begin at a desk goes back to Katharine Orme.",
        "Katharine Orme taught us to look at the ledger before the ship.",
        "Already Katharine Orme knew that harbours begin at a desk.",
        "Katharine Orme offers a different explanation: the clerk comes first.",
        "Katharine Orme (1959) maintained that harbours begin at a desk and not at sea.",
        "Nobody has explained this better than Katharine Orme: harbours begin at a desk.",
        "One need not go as far as Katharine Orme, who thought every sailor a clerk at heart.",
        "Katharine Orme’s work suggests that harbours begin at a desk.",
        "I agree with Katharine Orme that harbours begin at a desk.",
        "Häfen entstehen, so Katharine Orme, im Kontor und nicht am Kai.",
        "Katharine Orme hat recht: Häfen entstehen im Kontor und nirgends sonst.",
        "Katharine Orme schrieb, alte Häfen brächten neue Schreiber hervor.",
        "Katharine Orme behauptete, große Häfen ließen sich nicht vom Wasser aus lenken.",
        "Katharine Orme würde einwenden, dass Häfen im Kontor entstehen.",
        "Den Hafen versteht Katharine Orme als Büro mit Schiffen.",
        "Der Hafen, das hat Katharine Orme gezeigt, entsteht im Kontor.",
        "Wer Katharine Orme gelesen hat, weiß, dass Häfen im Kontor entstehen.",
        "Bei Katharine Orme kann man lesen, dass Häfen im Kontor entstehen.",
        "Seit Katharine Orme wissen wir, dass Häfen im Kontor entstehen.",
        "Die Historikerin Katharine Orme sieht im Kontor den Ursprung der Häfen und der Städte.",
        "Dass Häfen im Kontor entstehen, behauptete als Erste Katharine Orme.",
        "Häfen entstünden im Kontor, hat Katharine Orme einmal geschrieben.",
        "Die These, dass Häfen im Kontor entstehen, stammt von Katharine Orme.",
        "Katharine Ormes Antwort: Häfen entstehen im Kontor und nirgends sonst.",
        "Häfen erkennt man laut Katharine Orme daran, dass sie ein Kontor haben.",
        "Chez Katharine Orme, le port est un bureau avec des bateaux.",
        "On sait depuis Katharine Orme que les ports naissent au bureau.",
        "Katharine Orme nous invite à regarder le registre avant le bateau.",
        "Katharine Orme fait du commis le véritable maître du port et de la ville.",
        "Les ports naissent au bureau, avertissait Katharine Orme il y a vingt ans.",
        "Katharine Orme n’a cessé de répéter que les ports naissent au bureau.",
        "L’idée que les ports naissent au bureau vient de Katharine Orme.",
    ],
)
def test_a_clause_says_what_its_subject_thinks(sentence: str) -> None:
    assert ("paraphrase", "orme1959") in {(kind, body) for kind, _, body in named(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Katharine Orme was born in a port and died in another.",
        "Katharine Orme taught history at a small college for thirty years.",
        "Katharine Orme told reporters on Tuesday that the harbour would close.",
        "Katharine Orme lives near the harbour with her sister.",
        "Katharine Orme opened the new library with a pair of scissors.",
        "The harbour is named after Katharine Orme, a historian.",
        "The students of Katharine Orme say that the harbour is closed.",
        "Katharine Orme would have smiled at the new harbour.",
        "Katharine Orme would have asked that first.",
        "Katharine Orme loves small ports as much as the next woman in boots.",
        "Katharine Orme hat diese Geschichte so schön erzählt, dass niemand sie vergisst.",
        "Nach Katharine Orme ist im Hafen seit 1998 eine Straße benannt, sie führt zum Parkhaus.",
        "Katharine Orme does not mention the new harbour anywhere.",
        "Katharine Orme wrote three novels and a history of her village.",
        "Katharine Orme drew large crowds in every port she visited.",
        "Katharine Orme inspired the makers of the new museum.",
        "Katharine Orme lehrte dreißig Jahre lang an einer kleinen Universität.",
        "Katharine Orme führte vierzig Jahre lang ein Tagebuch in grüner Tinte.",
        "Katharine Orme hat drei Romane und eine Geschichte ihres Dorfes geschrieben.",
        "Katharine Orme a marqué toute une génération d’historiens de la mer.",
        "Katharine Orme figure au programme de toutes les licences d’histoire.",
        "Katharine Orme sagte am Dienstag vor Journalisten, der Hafen werde geschlossen.",
        "Katharine Orme hätte über den neuen Hafen gelächelt und geschwiegen.",
        "Katharine Orme enseignait l’histoire dans un petit collège du port.",
        "Katharine Orme a déclaré mardi aux journalistes que le port fermerait.",
        "Katharine Orme aurait souri dans le nouveau port de la ville.",
    ],
)
def test_biography_and_news_are_no_claims(sentence: str) -> None:
    assert "paraphrase" not in {kind for kind, _, _ in named(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "In The Tide and the Ledger, Katharine Orme distinguishes two kinds of harbour.",
        "In “The Tide and the Ledger” (1959), Katharine Orme traced the rise of the clerk.",
        "In „The Tide and the Ledger“ unterscheidet Katharine Orme zwei Arten von Häfen.",
        "Dans « The Tide and the Ledger », Katharine Orme décrit des ports sans marins.",
    ],
)
def test_what_a_work_does_with_its_matter_is_a_claim(sentence: str) -> None:
    before = {"„": "Der Hafen ist alt und die Stadt noch viel älter. ",
              "«": "Le port est vieux et la ville est plus vieille encore. "}  # fmt: skip
    text = next((words for sign, words in before.items() if sign in sentence), "") + sentence
    assert ("paraphrase", sentence, "orme1959") in named(text)


@pytest.mark.parametrize(
    ("before", "title", "claim"),
    [
        ("Katharine Orme read a lot.", "In “The Tide and the Ledger,” ",
         "she traces the rise of the clerk to the desk."),
        ("Der Hafen ist alt. Katharine Orme kennt ihn und die Stadt noch aus der Zeit davor.",
         "In ihrem Buch „The Tide and the Ledger“ ", "unterscheidet sie zwei Arten von Häfen."),
        ("Katharine Orme a vu tous les ports du monde et elle les a peints.",
         "Dans « The Tide and the Ledger », ", "elle décrit des ports sans marins."),
    ],
)  # fmt: skip
def test_who_does_it_may_be_a_pronoun(before: str, title: str, claim: str) -> None:
    assert ("paraphrase", claim, "orme1959") in named(f"{before} {title}{claim}")


@pytest.mark.parametrize(
    "sentence",
    [
        "In The Tide and the Ledger, Katharine Orme thanks her two sisters.",
        "After The Tide and the Ledger, Katharine Orme described nothing more.",
        "In The Tide and the Ledger, Robert Falk describes nothing at all.",
        "In „The Tide and the Ledger“ dankt Katharine Orme ihren zwei Schwestern.",
    ],
)
def test_what_else_is_done_in_a_work_is_none(sentence: str) -> None:
    assert "paraphrase" not in {kind for kind, _, _ in named(sentence)}


_CLAIMS = {
    "en": "Katharine Orme argues that clerks make harbours.",
    "de": "Katharine Orme zeigt, dass der Hafen im Kontor und nicht auf See entsteht.",
    "fr": "Katharine Orme montre que les ports naissent au bureau et non sur la mer.",
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Sailors, in her view, only carry the paper."),
        ("en", "On her account sailors only carry the paper."),
        ("en", "Sailors, she concluded after long travels, only carry the paper."),
        ("en", "As she puts it, sailors only carry the paper."),
        ("en", "Sailors, the historian argued, only carry the paper."),
        ("en", "Her point, rarely heard, was that sailors only carry the paper."),
        ("en", "The historian also shows how sailors came to carry the paper."),
        ("en", "In it she argues that sailors only carry the paper."),
        ("en", "In this early book she argues that sailors only carry the paper."),
        ("en", "There she argues that sailors only carry the paper."),
        ("de", "Matrosen, meint sie, tragen nur Papier."),
        ("de", "Darin behauptet sie, der Matrose trage nur Papier."),
        ("de", "Das Meer zerstöre nur die Bilanz."),
        ("de", "Der Matrose sei nur ein Bote, so ihr Befund, und nicht mehr."),
        ("de", "In ihren Augen ist der Matrose ein Bote."),
        ("de", "Der Matrose, schreibt sie in einem Aufsatz, ist nur ein Bote."),
        ("de", "Daraus schließt sie aber nicht, dass Matrosen überflüssig sind."),
        ("de", "Auch die Matrosen seien nur Boten."),
        ("fr", "Les marins, dit-elle, ne portent que du papier."),
        ("fr", "À ses yeux, le marin est un messager."),
        ("fr", "Le marin, y plaide l’historienne, n’est qu’un messager."),
        ("fr", "Son livre va plus loin : les marins ne portent que du papier."),
    ],
)
def test_what_points_back_goes_on_with_the_claim(language: str, sentence: str) -> None:
    assert ("paraphrase", sentence, "orme1959") in named(f"{_CLAIMS[language]} {sentence}")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In the harbour she argues with the clerks about the paper."),
        ("de", "Das Kontor brannte."),
        ("de", "Das Meer alleine genügt nicht."),
        ("de", "Der Hafen heute zeigt davon nichts."),
    ],
)
def test_what_tells_of_something_else_does_not(language: str, sentence: str) -> None:
    found = named(f"{_CLAIMS[language]} {sentence}")
    assert ("paraphrase", sentence, "orme1959") not in found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "My brother, a sailor, disagrees."),
        ("en", "He told me so at the bar."),
        ("en", "Mayor Tom Hale said the harbour would stay open."),
        ("en", "They were not amused."),
        ("en", "Sailors, the minister argued, only carry the paper."),
        ("de", "Bürgermeister Tom Hale sagte, der Hafen bleibe offen."),
        ("de", "Sie wurde in Husum geboren."),
        ("fr", "Le maire, Paul Hale, a promis que le port resterait ouvert."),
        ("fr", "Elle est née au Havre."),
    ],
)
def test_what_does_not_point_back_ends_it(language: str, sentence: str) -> None:
    found = named(f"{_CLAIMS[language]} {sentence}")
    assert sentence not in {words for _, words, _ in found}


def test_a_claim_follows_a_name_that_claims_nothing() -> None:
    claim = "Sailors, she found, only carry the paper."
    text = f"This is where I met the books of Katharine Orme. She is a funny writer. {claim}"
    assert ("paraphrase", claim, "orme1959") in named(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Katharine Orme, with her “salt debt”, is rarely read.",
            "Katharine Orme, with her “salt debt”",
        ),
        (
            "Katharine Orme wrote of ports. Then came the idea of the “salt debt”.",
            "the idea of the “salt debt”",
        ),
        (
            "„Salzschuld“ ist dafür Katharine Ormes schönes Wort.",
            "„Salzschuld“ ist dafür Katharine Ormes schönes Wort",
        ),
        (
            "La thèse de Katharine Orme sur les ports est ancienne.",
            "La thèse de Katharine Orme sur les ports",
        ),
        (
            'So much for Katharine Orme and her ["salt debt"](https://a.example/b).',
            'Katharine Orme and her ["salt debt"](https://a.example/b)',
        ),
    ],
)
def test_terms_beside_nouns_of_thought(text: str, words: str) -> None:
    assert ("mention", words, "orme1959") in named(text)


def test_a_claim_ends_at_its_citation() -> None:
    text = "If, as Katharine Orme proposed, clerks make harbours (1959, 12), then ours is a fraud."
    (found,) = [words for kind, words, _ in named(text) if kind == "paraphrase"]
    assert found == "as Katharine Orme proposed, clerks make harbours"


@pytest.mark.parametrize(
    "text",
    [
        "Katharine Orme wrote of ports. Orme, 54, argues that the bus is late.",
        "Katharine Orme wrote of ports. Orme, the Irish cook, argues that the soup is late.",
        "Katharine Orme wrote of ports. Jim Orme sells fish. Mr. Orme argues that fish sell.",
        "The neighbour, Mr. Orme, argues that the bus is late. Orme believes that it rains.",
        "Katharine Orme wrote of ports. Mr. Orme argues that ports are late.",
        "Robert Falk schrieb über Räume. Frau Falk meint, dass die Zimmer zu klein sind.",
    ],
)
def test_somebody_introduced_anew_is_no_author(text: str) -> None:
    assert "paraphrase" not in {kind for kind, _, _ in named(text)}


def test_titles_of_one_word_stand_near_their_author() -> None:
    text = "I dreamt of the chapter in the Culture of that year. Stern taught us that rooms speak."
    assert ("mention", "Culture", "stern2001") in named(text)


def test_a_family_name_is_read_without_blanks_around_it() -> None:
    catalogue = Catalogue.of([work("vale1990", Name(" Vale", "Anna"), 1990, "On Rooms and Doors")])
    text = "Anna Vale’s “open door” is known."
    (found,) = mentions(text, catalogue, quotation_spans(text), [])
    assert found.body.value == "vale1990"


def test_lower_case_titles_are_found_in_marks_only() -> None:
    found = "We read *the tide and the ledger* twice."
    assert ("mention", "*the tide and the ledger*", "orme1959") in named(found)
    assert named("We saw the tide and the ledger twice.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Berry supplied the name “loud rooms” in the nineties.",
        "Ann Berry hat für unsere Lage die Formel vom „lauten Raum“ geprägt.",
        "C’est la figure qu’Ann Berry a baptisée « bruit ».",
    ],
)
def test_who_gives_a_thing_its_name_is_credited(text: str) -> None:
    found = mentions(text, CATALOGUE, quotation_spans(text), [])
    assert [row.body.value for row in found] == ["Ann Berry"]


@pytest.mark.parametrize(
    "text",
    [
        "Katharine Orme, 43, a plumber from Queens, believes that the pipes are old.",
        "Katharine Orme, the mayor of Hull, argues that the harbour must stay open.",
        "Assemblywoman Katharine Orme, a Democrat, insists that the harbour must stay open.",
        "Katharine Orme (SPD) fordert, dass der Hafen für die Fischer offen bleibt.",
        "Katharine Orme, Sprecherin der Stadtwerke, betont, dass der Hafen offen bleibt.",
        "La députée Katharine Orme estime que le port doit rester ouvert aux pêcheurs.",
    ],
)
def test_people_in_the_news_may_have_the_name_of_an_author(text: str) -> None:
    assert [row for row in named(text) if row[2]] == []
    with_title = f"{text} Her book The Tide and the Ledger is out."
    assert [row for row in named(with_title) if row[2]] != []


@pytest.mark.parametrize(
    "text",
    [
        "The concept of salt debt, developed by Katharine Orme, helps.",
        "“Salt debt,” Katharine Orme called it.",
        "Katharine Orme had a word for it: “salt debt.”",
        "This is the “salt debt” that Katharine Orme described.",
        "Call it, with Katharine Orme, “salt debt”.",
        "The term “salt debt” comes from Katharine Orme.",
        "Katharine Orme’s rationalisation of the port is old.",
        "Das ist, was Katharine Orme „Salzschuld“ genannt hat.",
        "Das ist die „Salzschuld“, von der Katharine Orme spricht.",
        "Der Begriff „Salzschuld“ stammt von Katharine Orme.",
        "C’est la « dette de sel » dont parle Katharine Orme.",
        "La notion de dette de sel chez Katharine Orme est ancienne.",
        "Le livre de Katharine Orme sur les ports est ancien.",
        "L’expression « dette de sel » est de Katharine Orme.",
        "Ce concept, forgé par Katharine Orme, est ancien.",
    ],
)
def test_ways_to_give_a_term_to_its_author(text: str) -> None:
    assert ("mention", "orme1959") in {(kind, body) for kind, _, body in named(text)}


def test_of_several_works_the_one_whose_title_has_the_words_is_meant() -> None:
    claim = "Robert Falk argues that every door is a decision."
    assert ("paraphrase", claim, "falk1988") in named(claim)
    assert ("paraphrase", "Robert Falk argues that lunch is a decision.", "") in named(
        "Robert Falk argues that lunch is a decision."
    )


@pytest.mark.parametrize(
    "claim",
    [
        "The author of The Tide and the Ledger argues that clerks make harbours.",
        "According to the author of The Tide and the Ledger, clerks make all harbours.",
        "The argument of The Tide and the Ledger is that clerks make harbours.",
        "The Tide and the Ledger argues that clerks make harbours.",
    ],
)
def test_what_a_title_or_its_author_or_thesis_says_is_claimed(claim: str) -> None:
    assert ("paraphrase", claim, "orme1959") in named(claim)


@pytest.mark.parametrize(
    "text",
    [
        "The author of The Tide and the Ledger lives in a lighthouse near Ostend.",
        "For the author of The Tide and the Ledger, it was a hard year in the north.",
        "The argument of The Tide and the Ledger is often repeated in the ports.",
    ],
)
def test_what_else_is_said_of_a_titles_author_is_no_claim(text: str) -> None:
    assert all(kind != "paraphrase" for kind, _, _ in named(text))


@pytest.mark.parametrize(
    ("verb", "strong"),
    [
        ("blieb", True), ("widersprach", True), ("schlossen", True), ("zurückwies", True),
        ("entwarf", True), ("unterlag", True), ("schloß", True), ("deshalb", False),
        ("analog", False), ("langsam", False), ("also", False), ("behauptete", False),
        ("offen", False), ("gegeben", False),
    ],
)  # fmt: skip
def test_strong_german_pasts(verb: str, strong: bool) -> None:
    assert is_strong_past(verb) == strong


@pytest.mark.parametrize(
    "text",
    [
        "He recommends Katharine Orme’s The Tide and the Ledger instead, which, he admits, gets"
        " half the harbours wrong.",
        "He recommends Katharine Orme’s book, which, he admits, gets half the harbours wrong.",
        "The porter praises Katharine Orme’s book, which, he says, explains how ports begin.",
        "She recommends Katharine Orme, who, she admits, gets half the harbours wrong.",
        "Er empfiehlt Katharine Orme, die, wie er zugibt, die Hälfte der Häfen verfehlt.",
        "Er empfiehlt Katharine Ormes „The Tide and the Ledger“, das, wie er zugibt, die Hälfte der"
        " Häfen verfehlt.",
        "Il recommande The Tide and the Ledger de Katharine Orme, qui, avoue-t-il, se trompe sur la"
        " moitié des ports.",
    ],
)
def test_what_somebody_else_says_of_a_book_is_no_claim_of_its_author(text: str) -> None:
    assert all(kind != "paraphrase" for kind, _, _ in named(text))


@pytest.mark.parametrize(
    "text",
    [
        "Places like these, in Katharine Orme’s telling, were offices: the clerk, she maintains,"
        " came first.",
        "For the historian Katharine Orme ports were offices; clerks, she maintains, came first.",
        "Dans son livre, sa consœur Katharine Orme parle des ports, qui commencent, écrit-elle, au"
        " bureau.",
    ],
)
def test_what_the_author_says_of_a_thing_is_her_claim(text: str) -> None:
    assert any(kind == "paraphrase" for kind, _, _ in named(text))
