"""In-text citations in their shapes."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.find.citations.finder import citations
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.formats import registry
from citekit.model import Body, Date, DatePoint, Name, Work


def book(key: str, authors: list[Name], year: int | None, title: str, **more: object) -> Work:
    fields: dict[str, object] = {"author": tuple(authors), "title": title, **more}
    if year is not None:
        fields["issued"] = Date(DatePoint(year))
    return Work(key, "book", fields)  # type: ignore[arg-type]


ASHDOWN = Name("Ashdown", "Margery K.")
BRECHT = Name("Brechtel", "Otto")
BERG = Name("Berg", "Johanna", non_dropping_particle="van der")
CATALOGUE = Catalogue.of(
    [
        book("ashdown1959", [ASHDOWN], 1959, "Harbours", DOI="10.5555/Harb.1"),
        book("ashdown1976z", [ASHDOWN], 1976, "Zebra crossings"),
        book("ashdown1976a", [ASHDOWN], 1976, "Atlantic crossings"),
        book("both1980", [ASHDOWN, BRECHT], 1980, "Weights"),
        book("team2001", [BRECHT, ASHDOWN, BERG], 2001, "Measures"),
        book("berg1990", [BERG], 1990, "Pumps", URL="https://www.example.org/pumps/"),
        book("strauss1962", [Name("Lévi-Brandt", "Claude")], 1962, "Cuit"),
        book("board2012", [Name(literal="Board of Tides")], 2012, "Tide tables"),
        book("office2015", [Name(literal="Office fédéral des digues")], 2015, "Rapport"),
        book("reprint", [BRECHT], 1963, "Keels", **{"original-date": Date(DatePoint(1960))}),
        book("undated", [Name("Noyer", "Alice")], None, "Brouillons"),
        book("mason2010", [Name("Mason", "Ruth")], 2010, "Bricks", ISBN="978-3-16-148410-0"),
        Work(
            "gap2005",
            "chapter",
            {
                "author": (Name("Ilves", "Mari"),),
                "editor": (ASHDOWN, Name("Sund", "Per")),
                "issued": Date(DatePoint(2005)),
                "title": "Gaps in Walls",
                "container-title": "Walls of the World",
            },
        ),
        Work(
            "volume2005",
            "book",
            {
                "editor": (ASHDOWN, Name("Sund", "Per")),
                "issued": Date(DatePoint(2005)),
                "title": "Walls of the World",
            },
        ),
        Work(
            "preprint",
            "article",
            {"author": (Name("Ito", "Rei"),), "title": "Foams"},
            {"eprint": "2101.00001"},
        ),
    ]
)


def cited(text: str, *references: Suggestion) -> list[tuple[str, str, str]]:
    """(words, key, locator) of each citation."""
    return [
        (text[found.start : found.end], found.body.value, found.locator)
        for found in citations(text, CATALOGUE, references)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so (Ashdown 1959, 12).", [("Ashdown 1959, 12", "ashdown1959", "12")]),
        ("so (Ashdown, 1959, pp. 12–14).", [("Ashdown, 1959, pp. 12–14", "ashdown1959", "12–14")]),
        ("so (Ashdown 1959: 12 f.).", [("Ashdown 1959: 12 f.", "ashdown1959", "12 f.")]),
        (
            "so (vgl. Ashdown 1959, S. 12 ff.).",
            [("Ashdown 1959, S. 12 ff.", "ashdown1959", "12 ff.")],
        ),
        ("(voir Ashdown 1959, chap. 2)", [("Ashdown 1959, chap. 2", "ashdown1959", "chapter 2")]),
        ("Ashdown (1959) says", [("Ashdown (1959)", "ashdown1959", "")]),
        ("Ashdown’s (1959, p. 3) view", [("Ashdown’s (1959, p. 3)", "ashdown1959", "3")]),
        ("see M. K. Ashdown (1959)", [("M. K. Ashdown (1959)", "ashdown1959", "")]),
        ("see Ashdown 1959, 12, for", [("Ashdown 1959, 12", "ashdown1959", "12")]),
        (
            "(Ashdown 1959; cf. Lévi-Brandt 1962, 7)",
            [("Ashdown 1959", "ashdown1959", ""), ("Lévi-Brandt 1962, 7", "strauss1962", "7")],
        ),
        (
            "(see Ashdown, 1959, p. 1, and Lévi-Brandt, 1962: 3)",
            [
                ("Ashdown, 1959, p. 1", "ashdown1959", "1"),
                ("Lévi-Brandt, 1962: 3", "strauss1962", "3"),
            ],
        ),
        ("(Ashdown & Brechtel 1980)", [("Ashdown & Brechtel 1980", "both1980", "")]),
        ("Ashdown und Brechtel (1980)", [("Ashdown und Brechtel (1980)", "both1980", "")]),
        ("(Ashdown et Brechtel, 1980)", [("Ashdown et Brechtel, 1980", "both1980", "")]),
        ("Ashdown/Brechtel (1980)", [("Ashdown/Brechtel (1980)", "both1980", "")]),
        ("(Brechtel et al. 2001)", [("Brechtel et al. 2001", "team2001", "")]),
        (
            "Brechtel, Ashdown, and van der Berg (2001)",
            [("Brechtel, Ashdown, and van der Berg (2001)", "team2001", "")],
        ),
        ("(van der Berg 1990)", [("van der Berg 1990", "berg1990", "")]),
        ("Van der Berg (1990) misst", [("Van der Berg (1990)", "berg1990", "")]),
        ("(Levi-Brandt 1962)", [("Levi-Brandt 1962", "strauss1962", "")]),
        ("(Board of Tides 2012, p. 4)", [("Board of Tides 2012, p. 4", "board2012", "4")]),
        ("(Brechtel 1960/1963)", [("Brechtel 1960/1963", "reprint", "")]),
        ("(Brechtel [1960] 1963)", [("Brechtel [1960] 1963", "reprint", "")]),
        ("(Brechtel 1960)", [("Brechtel 1960", "reprint", "")]),
        ("(Noyer s. d., p. 3)", [("Noyer s. d., p. 3", "undated", "3")]),
        ("(Noyer n.d.)", [("Noyer n.d.", "undated", "")]),
        (
            "(Ashdown 1976a,b)",
            [("Ashdown 1976a", "ashdown1976a", ""), ("b", "ashdown1976z", "")],
        ),
        ("(zit. nach Ashdown 1959, S. 9)", [("Ashdown 1959, S. 9", "ashdown1959", "9")]),
        (
            "(Ashdown 1959). Later: (ibid., p. 3).",
            [("Ashdown 1959", "ashdown1959", ""), ("ibid., p. 3", "ashdown1959", "3")],
        ),
        (
            "(Ashdown 1959; Brechtel 1963). Vgl. Ashdown, a. a. O., S. 5.",
            [
                ("Ashdown 1959", "ashdown1959", ""),
                ("Brechtel 1963", "reprint", ""),
                ("Ashdown, a. a. O., S. 5", "ashdown1959", "5"),
            ],
        ),
        ("as @ashdown1959 has", [("@ashdown1959", "ashdown1959", "")]),
        (
            "[see @ashdown1959, pp. 3-5; -@berg1990]",
            [("@ashdown1959, pp. 3-5", "ashdown1959", "3-5"), ("-@berg1990", "berg1990", "")],
        ),
        (
            r"\parencite[see][12--14]{ashdown1959}",
            [(r"\parencite[see][12--14]{ashdown1959}", "ashdown1959", "12–14")],
        ),
        (
            r"\cite{ashdown1959,berg1990}",
            [("ashdown1959", "ashdown1959", ""), ("berg1990", "berg1990", "")],
        ),
        ("doi:10.5555/harb.1.", [("doi:10.5555/harb.1", "ashdown1959", "")]),
        ("(https://example.org/pumps)", [("https://example.org/pumps", "berg1990", "")]),
        ("at arXiv:2101.00001v2", [("arXiv:2101.00001", "preprint", "")]),
        ("ISBN 978-3-16-148410-0", [("ISBN 978-3-16-148410-0", "mason2010", "")]),
    ],
)
def test_shapes(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Write to ashdown1959@example.org or @somebody.",
        "The Paris attacks (2015) and the Oslo Accords (1993).",
        "In October 2015 the World Cup (2014) was over.",
        "They won 3-1 (2002).",
        "Article 5 (1949) and Directive 2009/28/EC apply.",
        "1. First\n2. Second [sic] (see Table 3, 1998)",
        "between 1914–1918 and since 2007",
        "Margaret Ashdowner (1959) is another.",
        "Eve Ashdown (1959) is another.",
        r"text % \cite{ashdown1959}",
        r"\nocite{ashdown1959}",
        "The sum is [1] of 3 m², 10³.",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert [found for found in cited(text) if found[1]] == []


def test_the_imprint_of_a_work_is_no_citation() -> None:
    text = "So (Ashdown 1959). So too Lund, Rivers (New York: Harcourt, 1951), 30, and (Roy 1990)."
    assert [found[0] for found in cited(text)] == ["Ashdown 1959", "Roy 1990"]


def test_a_cited_work_that_the_catalogue_lacks_is_said_to_be_missing() -> None:
    (known, missing) = citations("(Ashdown 1959; Zellweger and Roth 2004, 3)", CATALOGUE)
    assert known.body == Body("work", "ashdown1959")
    assert missing.body == Body()
    assert missing.locator == "3"
    assert "not in the catalogue" in missing.reasons[0]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("(Ilves in Ashdown and Sund 2005)", "Ilves in Ashdown and Sund 2005", "gap2005"),
        ("(M. Ilves, in: Ashdown/Sund 2005, 9)", "M. Ilves, in: Ashdown/Sund 2005, 9", "gap2005"),
        ("So Ilves in Ashdown et al. (2005).", "Ilves in Ashdown et al. (2005)", "gap2005"),
        ("(Ilves, and Ashdown and Sund 2005)", "Ashdown and Sund 2005", "volume2005"),
        ("(Roth in Ashdown and Sund 2005)", "Ashdown and Sund 2005", "volume2005"),
        ("(Ilves in Brechtel 1963)", "Brechtel 1963", "reprint"),
        ("(Ilves, “Gaps in Walls,” in Ashdown and Sund, Walls of the World, p. 9)",
         "Ilves, “Gaps in Walls,” in Ashdown and Sund, Walls of the World, p. 9", "gap2005"),
    ],
)  # fmt: skip
def test_a_chapter_is_cited_with_its_volume(text: str, words: str, key: str) -> None:
    assert [row[:2] for row in cited(text)] == [(words, key)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mason (2011) shows that bricks age.", ["Mason (2011)"]),
        ("Nothing ages. Mason (2011) is silent.", ["Mason (2011)"]),
        ("Wie Mason (2011) zeigt, altern Ziegel.", ["Mason (2011)"]),
        ("Bricks age (Mason 2011).", ["Mason 2011"]),
        ("It follows the method in Mason (2011).", ["Mason (2011)"]),
        # places, parties, titles, namesakes
        ("They met in Mason (2011) and left.", []),
        ("Since Roe v. Mason (2011) it is so.", []),
        ("The Mason (2011) is a ship, “Mason” (2011) a film.", []),
        ("A History of Mason (2011) is out.", []),
        ("Eve Mason (2011) is another.", []),
    ],
)
def test_another_year_of_a_catalogued_author_is_a_missing_work(
    text: str, expected: list[str]
) -> None:
    found = [(text[one.start : one.end], one.body) for one in citations(text, CATALOGUE)]
    assert found == [(words, Body()) for words in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siltation, vgl. Zellweger 2004, S. 3, is slow.", ["Zellweger 2004, S. 3"]),
        ("It is slow. Vgl. Zellweger 2004.", ["Zellweger 2004"]),
        ("It is slow; see also Zellweger and Roth 2004.", ["Zellweger and Roth 2004"]),
        ("C’est lent : voir Zellweger 2004, p. 3.", ["Zellweger 2004, p. 3"]),
        (
            "It is slow, cf. Zellweger 2004, 12; Roth 2005.",
            ["Zellweger 2004, 12", "Roth 2005"],
        ),
        ("It is slow (ibid., but counted anew, Zellweger 2004, p. 5).", ["Zellweger 2004, p. 5"]),
        ("We shall see Beirut 2004 again.", []),
        (
            "It is slow (for reviews see Zellweger 2004; Le Roth 2005).",
            ["Zellweger 2004", "Le Roth 2005"],
        ),
        ("Zellweger 2004 and Roth 2005 were hurricanes.", []),
        ("(Ashdown 1959). Eve, in The Silting of Small Harbours (1971), argues.", []),
    ],
)
def test_an_unknown_work_outside_parentheses_needs_a_signal(text: str, expected: list[str]) -> None:
    assert [words for words, key, _ in cited(text) if not key and "ibid" not in words] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mason holds that bricks age (2010, 12).", [("(2010, 12)", "mason2010", "12")]),
        ("In Mason’s latest study (2010) bricks age.", [("(2010)", "mason2010", "")]),
        ("Masons These, dass Ziegel altern (2010, S. 12)", [("(2010, S. 12)", "mason2010", "12")]),
        ("Mason and Ashdown disagree (1959, 3).", [("(1959, 3)", "ashdown1959", "3")]),
        ("Mason, wie er selbst schreibt (2010), irrt.", [("(2010)", "mason2010", "")]),
        ("Mason was silent about the strike (2010).", []),
        ("Mason argued that bricks, once laid, age (2010).", [("(2010)", "mason2010", "")]),
        ("Mason argued that bricks age (2011).", []),
        ("Mason was there.\n\nBricks age (2010, 12).", []),
        ("Mason in Bricks (2010).", []),
        ("The strike (2010) was long before Mason came.", []),
    ],
)
def test_a_year_alone_is_of_whom_the_sentence_names(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("It is so (Walls of the World (2005), p. 12).", "Walls of the World (2005), p. 12", True),
        ("So Walls of the World (2005: 12) has it.", "Walls of the World (2005: 12)", True),
        ("— Per Sund, *Walls of the World* (2005), p. 9", "Walls of the World* (2005), p. 9", True),
        ("As “Walls of the World” (2005), p. 9, says.", "Walls of the World” (2005), p. 9", True),
        ("It is so (Walls of the World (2006), p. 12).", "World (2006), p. 12", False),
        ("It is so (Towers of the World (2005), p. 12).", "World (2005), p. 12", False),
    ],
)
def test_a_title_with_year_and_place_is_that_work(text: str, words: str, key: bool) -> None:
    assert [row[:2] for row in cited(text)] == [(words, "volume2005" if key else "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so (Mason, p. 12).", [("Mason, p. 12", "mason2010", "12")]),
        ("So (vgl. Mason, S. 12; van der Berg, S. 3).",
         [("Mason, S. 12", "mason2010", "12"), ("van der Berg, S. 3", "berg1990", "3")]),
        ("It is so (qtd. in Mason 12).", [("Mason 12", "mason2010", "12")]),
        ("Ruth Mason writes on. It is so (Mason 12).", [("Mason 12", "mason2010", "12")]),
        ("So (see Mason, Bricks, 12; van der Berg, Pumps, 3).",
         [("Mason, Bricks, 12", "mason2010", "12"), ("van der Berg, Pumps, 3", "berg1990", "3")]),
        ("The ward (Mason 12) is closed.", []),
        ("The street (East Mason, p. 12) is closed.", []),
        ("It is so (Ashdown, p. 12).", []),
        ("It is so (Mason, p. 12; Roth, p. 3).", []),
        ("Mason (2012) differs; it is so (Mason, p. 12).", [("Mason (2012)", "", "")]),
    ],
)  # fmt: skip
def test_an_author_and_a_page_are_of_the_only_work(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert cited(text) == expected


def test_a_name_that_opens_a_sentence_is_no_first_author() -> None:
    text = "On the far side of the Delaware, Ashdown and Brechtel (1980) found none."
    assert [row[:2] for row in cited(text)] == [("Ashdown and Brechtel (1980)", "both1980")]


def test_more_works_may_follow_the_year_of_a_named_author() -> None:
    text = "as Ashdown shows in Ashdown (1959; see also Mason, 2010, pp. 3–4, and others there)."
    assert [row[1:] for row in cited(text)] == [("ashdown1959", ""), ("mason2010", "3–4")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Board of Tides (BT, 2012) warns; BT (2012) warns again (BT 2012, 3).",
            ["BT, 2012", "BT (2012)", "BT 2012, 3"],
        ),
        ("It rises (Board of Tides [BT], 2012).", ["Board of Tides [BT], 2012"]),
        ("Bureaus of Trade (BT) and BT (2012).", []),
        ("BT (2012) was before the Board of Tides.", []),
    ],
)
def test_a_body_may_be_named_by_its_letters(text: str, expected: list[str]) -> None:
    assert [words for words, key, _ in cited(text) if key == "board2012"] == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("It is slow (Ash-\ndown 1959, 12).", "ashdown1959"),
        ("C’est lent (Lévi-\nBrandt 1962, 12).", "strauss1962"),
        ("It is slow (Ash\u00addown 1959, 12).", "ashdown1959"),
        ("So Ash\u00ad\ndown (1959, 12) has it.", "ashdown1959"),
        ("It is slow (Sand-\nAshdown 1959, 12).", ""),
        ("It is slow (Ash- down 1959, 12).", ""),
    ],
)
def test_a_name_may_be_broken_at_the_end_of_a_line(text: str, key: str) -> None:
    assert "".join(row[1] for row in cited(text)) == key


def test_small_words_have_small_letters_in_an_abbreviation() -> None:
    assert cited("The Board of Tides (BoT) warns (BoT 2012).") == [("BoT 2012", "board2012", "")]
    assert [row[1] for row in cited("The Bay of Trees (BoT) is far (BoT 2012, 3).")] == [""]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tout monte (Office fédéral des digues 2015).", "Office fédéral des digues 2015"),
        ("(voir l’Office fédéral des digues, 2015, p. 3)", "Office fédéral des digues, 2015, p. 3"),
        ("L’Office fédéral des digues (2015) le dit.", "Office fédéral des digues (2015)"),
        ("Tout office fédéral des digues (2015) le dit.", ""),
        ("Tout monte (Office fédéral des digues noires 2015).", ""),
        ("L’Office fédéral des digues (depuis 2015) le dit.", ""),
    ],
)
def test_a_body_may_have_words_in_lower_case(text: str, words: str) -> None:
    assert [row[:2] for row in cited(text)] == ([(words, "office2015")] if words else [])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("(Osterby 2008)", "osterby"),
        ("(Oesterby 2008)", "osterby"),
        ("(Østerby 2008)", "osterby"),
        ("(Waagen 2009)", "wagen"),
        ("(Wagen 2009)", "wagen"),
        ("(Lévi Brandt 1962)", "strauss1962"),
        ("(Claude Lévi Brandt 1962)", "strauss1962"),
        ("(Brandt 1962)", ""),
        ("(Mads Lund 2007)", "mads"),
        ("(Lund, M., 2007, p. 3)", "mads"),
        ("(Lund P., 2007)", "pia"),
        ("(Østerby, A., & Lund, P., 2007)", "joint"),
        ("(Lund, K., 2007)", ""),
        ("(Lund Mads 2007)", "mads"),
        ("LUND Pia (2007) has it.", "pia"),
        ("(Lund Karl 2007)", ""),
    ],
)
def test_spellings_and_initials_of_names(text: str, key: str) -> None:
    lund, osterby = Name("Lund", "Pia"), Name("Østerby", "Anna")
    catalogue = Catalogue.of(
        [
            book("osterby", [osterby], 2008, "Sund"),
            book("wagen", [Name("Wågen", "Siv")], 2009, "Vær"),
            book("strauss1962", [Name("Lévi-Brandt", "Claude")], 1962, "Cuit"),
            book("mads", [Name("Lund", "Mads")], 2007, "Ribe"),
            book("pia", [lund], 2007, "Tønder"),
            book("joint", [osterby, lund], 2007, "Vejle"),
        ]
    )
    assert "".join(found.body.value for found in citations(text, catalogue)) == key


def test_a_name_may_stand_before_its_initials() -> None:
    assert [row[1] for row in cited("as in Ashdown, M. K. (1959) and Berg, J. van der.")] == [
        "ashdown1959"
    ]


def test_pages_may_stand_behind_the_year_in_parentheses() -> None:
    assert cited("Vgl. Ashdown (1959), S. 12 f., und Mason (2010), 3 Bde.") == [
        ("Ashdown (1959), S. 12 f.", "ashdown1959", "12 f."),
        ("Mason (2010)", "mason2010", ""),
    ]


def test_a_preposition_before_initials_is_no_particle() -> None:
    assert cited("le livre de M. K. Ashdown (1959)")[0][0] == "M. K. Ashdown (1959)"


@pytest.mark.parametrize("led", ["D'après", "D’après", "Selon", "Laut", "According to"])
def test_what_leads_to_a_name_is_no_given_name(led: str) -> None:
    assert cited(f"{led} Ashdown (1959), harbours fail.")[0][0] == "Ashdown (1959)"


def test_an_ambiguous_year_names_the_candidates() -> None:
    (found,) = citations("(Ashdown 1976)", CATALOGUE)
    assert found.body == Body()
    assert found.score < 0.5
    assert "ashdown1976a" in found.reasons[0]
    assert "ashdown1976z" in found.reasons[0]


def test_a_reference_of_the_text_says_which_letter_is_which() -> None:
    text = "(Ashdown 1976a)\n\nAshdown, M. (1976a) Zebra crossings."
    start = text.index("Ashdown, M.")
    reference = Suggestion(start, len(text), "reference", Body("work", "ashdown1976z"))
    assert cited(text, reference) == [("Ashdown 1976a", "ashdown1976z", "")]


def test_an_unknown_work_with_a_reference_in_the_text_takes_its_proposal() -> None:
    text = "(Zellweger 2004)\n\nZellweger, P. (2004) Ropes."
    proposal = book("zellweger2004", [Name("Zellweger", "P.")], 2004, "Ropes")
    start = text.index("Zellweger, P.")
    reference = Suggestion(start, len(text), "reference", proposal=proposal)
    (found,) = citations(text, CATALOGUE, [reference])
    assert found.proposal == proposal


def test_numbers_point_at_the_numbered_references() -> None:
    text = "Old [1–2], new [2, p. 7].\n\n[1] Ashdown, Harbours.\n[2] Berg, Pumps."
    references = [
        Suggestion(
            text.index("Ashdown"), text.index("\n[2]"), "reference", Body("work", "ashdown1959")
        ),
        Suggestion(text.index("Berg"), len(text), "reference", Body("work", "berg1990")),
    ]
    assert cited(text, *references) == [
        ("[1–2]", "ashdown1959", ""),
        ("[1–2]", "berg1990", ""),
        ("[2, p. 7]", "berg1990", "7"),
    ] or [row[1:] for row in cited(text, *references)] == [
        ("ashdown1959", ""),
        ("berg1990", ""),
        ("berg1990", "7"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("So (1). And (2, 3), or (1-3).", [("(1)", 1), ("(2, 3)", 2), ("(1-3)", 3)]),
        ("So.1 And,2,3 “or.”1 It is 1.3 per cent.", [("1", 1), ("2,3", 2), ("1", 1)]),
        ("Both (3) and (1).", []),
        ("It is (1) good; (2) better.", []),
        ("By No.3 of p.1, he was.", []),
    ],
)
def test_numbers_without_brackets_follow_the_order_of_the_list(
    body: str, expected: list[tuple[str, int]]
) -> None:
    works = ["Ashdown, Harbours.", "Berg, Pumps.", "Mason, Bricks."]
    entries = "\n".join(f"{number}. {words}" for number, words in enumerate(works, 1))
    text = f"{body}\n\nReferences\n\n{entries}\n"
    keys = ("ashdown1959", "berg1990", "mason2010")
    references = [
        Suggestion(
            text.index(words), text.index(words) + len(words), "reference", Body("work", key)
        )
        for words, key in zip(works, keys, strict=True)
    ]
    found: dict[int, list[str]] = {}
    for one in citations(text, CATALOGUE, references):
        found.setdefault(one.start, []).append(text[one.start : one.end])
    assert [(spans[0], len(spans)) for spans in found.values()] == expected


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("[^n]", "[^n]: "),
        ("¹", "¹ "),
        ("<sup>1</sup>", '<li id="fn1"> '),
        (r"\footnotemark[1]", r"\footnotetext[1]{"),
    ],
)
def test_marks_point_at_the_reference_in_their_note(mark: str, note: str) -> None:
    text = f"Harbours silt up.{mark} So it is.\n\n{note}Ashdown, Harbours, 1959."
    start = text.index("Ashdown")
    reference = Suggestion(start, len(text), "reference", Body("work", "ashdown1959"))
    assert cited(text, reference) == [(mark, "ashdown1959", "")]


def test_nothing_inside_a_reference_is_a_citation() -> None:
    text = "Ashdown (1959) Harbours. doi:10.5555/harb.1"
    reference = Suggestion(0, len(text), "reference", Body("work", "ashdown1959"))
    assert cited(text, reference) == []


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Ashdown, ibid., p. 5.", "Ashdown, ibid., p. 5", "ashdown1959"),
        ("Vgl. Ashdown, ebd., S. 5.", "Ashdown, ebd., S. 5", "ashdown1959"),
        ("Sands lie low; Ashdown, loc. cit.", "Ashdown, loc. cit.", "ashdown1959"),
        ("It is slow (M. K. Ashdown, l. c.).", "M. K. Ashdown, l. c.", "ashdown1959"),
        ("Van der Berg, ibid., p. 5.", "Van der Berg, ibid., p. 5", "berg1990"),
        ("Van der Berg, op. cit., p. 5.", "Van der Berg, op. cit., p. 5", "berg1990"),
        ("Zellweger, ibid., p. 5.", "Zellweger, ibid., p. 5", ""),
        # no name begins there
        ("As Ashdown says, ibid., p. 5, it is slow.", "ibid., p. 5", "reprint"),
        ("Preface, ibid., p. 5.", "ibid., p. 5", "reprint"),
        ("On Ashdown, ibid., p. 5.", "ibid., p. 5", "reprint"),
    ],
)
def test_a_name_says_whose_work_is_repeated(text: str, words: str, key: str) -> None:
    text = f"(van der Berg 1990; Ashdown 1959; Zellweger 2004, 5; Brechtel 1963, 4). {text}"
    assert cited(text)[-1][:2] == (words, key)


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("(Ashdown 1959). Id., op. cit., p. 7.", "Id., op. cit., p. 7", "ashdown1959"),
        ("(Ashdown 1959). Dies., a. a. O., S. 7.", "Dies., a. a. O., S. 7", "ashdown1959"),
        ("(Ashdown 1959). Id., art. cité, p. 7.", "Id., art. cité, p. 7", "ashdown1959"),
        ("(Roth 1959, 3). Id., op. cit., p. 7.", "Id., op. cit., p. 7", ""),
        ("(Ashdown 1959). Roth, op. cit., p. 7.", "op. cit., p. 7", ""),
    ],
)
def test_the_same_author_and_work(text: str, words: str, key: str) -> None:
    assert cited(text)[-1][:2] == (words, key)


def test_letters_alone_repeat_nothing() -> None:
    assert len(cited("(Ashdown 1959). It is l. c., of the bank, and in l.c. letters.")) == 1


def test_a_repeat_may_be_repeated() -> None:
    text = "(Ashdown 1959; Brechtel 1963). Ashdown, Harbours, op. cit., p. 3. Ibid., p. 4."
    keys = [found.body.value for found in citations(text, CATALOGUE)]
    assert keys == ["ashdown1959", "reprint", "ashdown1959", "ashdown1959"]


def test_the_same_author_again() -> None:
    found = citations("(vgl. Brechtel 1963, S. 2; ders. 1960, S. 7).", CATALOGUE)
    assert [(one.body.value, one.locator) for one in found] == [("reprint", "2"), ("reprint", "7")]


def test_supra_names_a_work_cited_before() -> None:
    found = citations("See Mason, supra note 5, at 12. See supra note 6.", CATALOGUE)
    assert [(one.body.value, one.locator) for one in found] == [("mason2010", "12")]
    assert found[0].start == 4


def test_what_repeats_a_proposed_work_proposes_it_too() -> None:
    text = "1. Zell, Sand, 2004. 2. Ibid., p. 4. 3. Mason 2010. 4. Zell, op. cit., p. 5."
    proposal = book("zell2004", [Name("Zell", "P.")], 2004, "Sand")
    reference = Suggestion(3, text.index(" 2. Ibid"), "reference", proposal=proposal)
    found = citations(text, CATALOGUE, [reference])
    assert [(text[one.start : one.end], one.body.value, one.proposal) for one in found] == [
        ("Ibid., p. 4", "", proposal),
        ("Mason 2010", "mason2010", None),
        ("Zell, op. cit., p. 5", "", proposal),
    ]


def test_a_marker_points_at_all_references_of_its_note() -> None:
    text = "Harbours silt up.¹\n\n1 See for this Ashdown, Harbours, 1959; Mason, Bricks, 2010."
    references = [
        Suggestion(text.index(words), text.index(words) + 20, "reference", Body("work", key))
        for words, key in (("Ashdown", "ashdown1959"), ("Mason", "mason2010"))
    ]
    assert [row[:2] for row in cited(text, *references)] == [
        ("¹", "ashdown1959"),
        ("¹", "mason2010"),
    ]


@pytest.mark.parametrize(
    ("back", "locator"),
    [
        ("Mason, supra note 2, at 12", "12"),
        ("Mason, supra, note 2, p. 12", "12"),
        ("Mason, above n. 2, 12", "12"),
        ("Mason, above note 2", ""),
        ("Mason, note 2 above, p. 12", "12"),
        ("Mason (n 2) 12", "12"),
        ("Mason, Bricks, op. cit., note 2, p. 12", "12"),
        ("Mason, art. cité (note 2), p. 12", "12"),
        ("Mason, note 2 ci-dessus, p. 12", "12"),
        ("Mason, a. a. O. (Fn. 2), S. 12", "12"),
        ("Mason (Fn. 2), S. 12", "12"),
        ("Mason (wie Anm. 2), S. 12 f.", "12 f."),
        ("Mason, wie Anm. 2, S. 12", "12"),
        ("supra note 2, at 12", "12"),
    ],
)
@pytest.mark.parametrize("note", ["[^{}]: ", "{}. "])
def test_a_note_named_by_its_number_is_the_work_it_cites(
    back: str, locator: str, note: str
) -> None:
    notes = ["Ashdown, Harbours, 1959.", "Mason, Bricks, 2010.", f"See {back}."]
    text = "One. Two. Three.\n\n" + "\n".join(
        note.format(number) + words for number, words in enumerate(notes, 1)
    )
    spans = [(text.index(words), text.index(words) + len(words)) for words in notes[:2]]
    keys = ("ashdown1959", "mason2010")
    references = [
        Suggestion(*span, "reference", Body("work", key))
        for span, key in zip(spans, keys, strict=True)
    ]
    assert cited(text, *references) == [(back, "mason2010", locator)]
    proposal = book("mason2010", [Name("Mason", "R.")], 2010, "Bricks")
    references[1] = Suggestion(*spans[1], "reference", proposal=proposal)
    (found,) = citations(text, Catalogue.of([]), references)
    assert (found.body, found.proposal, found.locator) == (Body(), proposal, locator)


def test_a_note_that_begins_with_a_citation_may_be_named() -> None:
    text = "One. Two.\n\n1 Vgl. Mason 2010, S. 3.\n2 Mason (Fn. 1), S. 9."
    assert cited(text)[-1] == ("Mason (Fn. 1), S. 9", "mason2010", "9")


@pytest.mark.parametrize(
    "back",
    ["See supra note 2 and the text there.", "See note 2.", "Smith, supra note 2, at 4.", "(n 2)"],
)
def test_a_note_that_is_only_pointed_at_cites_nothing(back: str) -> None:
    text = f"One.\n\n1. Nothing.\n2. Mason, Bricks, 2010.\n3. {back}"
    start = text.index("Mason")
    reference = Suggestion(start, text.index("\n3."), "reference", Body("work", "mason2010"))
    assert [found for found in citations(text, CATALOGUE, [reference]) if found.body.value] == []


def test_what_stands_in_code_and_comments_is_no_citation() -> None:
    text = "Write `[@mason2010]`.\n\n```\n[@mason2010]\n```\n\n[@undated]"
    assert [one.body.value for one in citations(text, CATALOGUE)] == ["undated"]
    text = "\\begin{a}\\verb|\\cite{mason2010}| \\autocites[1]{undated}[2]{reprint}"
    assert [one.body.value for one in citations(text, CATALOGUE)] == ["undated", "reprint"]


def test_pubmed_identifiers() -> None:
    own = registry.get("biblatex").read(
        "@article{a, title={Kelp}, pmid={9310563}} @article{b, title={Silt}, pmcid={PMC2689604}}"
    )
    text = (
        "Kelp (PMID: 9310563), silt [PMCID PMC2689604] and "
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC2689604/, but not PMID 93105631, PMC 9310563 or "
        "https://pubmed.ncbi.nlm.nih.gov/?term=9310563; www.ncbi.nlm.nih.gov/pubmed/9310563."
    )
    found = citations(text, Catalogue.of(own.works))
    assert [(text[one.start : one.end], one.body.value) for one in found] == [
        ("PMID: 9310563", "a"),
        ("PMCID PMC2689604", "b"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC2689604/", "b"),
        ("www.ncbi.nlm.nih.gov/pubmed/9310563", "a"),
    ]
    link = extract(b"[a trial](https://pubmed.ncbi.nlm.nih.gov/9310563/)", "a.md")
    (one,) = citations(link.text, Catalogue.of(own.works), links=link.links)
    assert one.body.value == "a"


def test_links_to_catalogued_works_are_citations() -> None:
    page = (
        '<p>As <a href="https://doi.org/10.5555/HARB.1">a study of harbours</a> says, and '
        '<a href="http://example.org/pumps/?page=2">another</a>, <a '
        'href="https://www.example.org/pumps/?utm_source=news&amp;fbclid=1#top">a third</a>, <a '
        'href="https://arxiv.org/abs/2101.00001v2">a fourth</a>, '
        '<span class="citation" data-cites="mason2010">(Mason, Bricks)</span>; '
        '<a href="https://doi.org/10.5555/harb.1">https://doi.org/10.5555/harb.1</a>.</p>'
    )
    document = extract(page.encode(), "page.html")
    found = citations(document.text, CATALOGUE, keys=document.keys, links=document.links)
    assert [(document.text[one.start : one.end], one.body.value) for one in found] == [
        ("a study of harbours", "ashdown1959"),
        ("a third", "berg1990"),
        ("a fourth", "preprint"),
        ("(Mason, Bricks)", "mason2010"),
        ("https://doi.org/10.5555/harb.1", "ashdown1959"),
    ]
    own = CATALOGUE.without({"ashdown1959"})
    again = citations(document.text, own, keys=document.keys, links=document.links)
    assert "ashdown1959" not in {one.body.value for one in again}


@pytest.mark.parametrize(
    ("note", "locator"),
    [
        (r"4\textendash 5", "4–5"),
        (r"23\nobreakdash--24", "23–24"),
        (r"123--\allowbreak 124", "123–124"),
        ("II/3, 45", "II/3, 45"),
        (r"fol.~3\textsuperscript{r}", "folio 3r"),
        ("1.2.3", "1.2.3"),
        ("V.~3--5", "verse 3–5"),
        (r"S.\ 23", "23"),
        (r"\S~3", "section 3"),
        (r"\ppno~23--24", "23–24"),
        (r"\nopp 23", "23"),
        ("A~51/B~75", "A 51/B 75"),
        (r"B\,142", "B 142"),
        (r"23\psq", "23 f."),
        (r"23\psqq", "23 ff."),
        ("23, my emphasis", "23"),
        ("lib.~III, cap.~2", "lib. III, cap. 2"),
        (r"see also \textcite[9]{berg1990}", ""),
        ("emphasis added", ""),
    ],
)
def test_the_locator_of_a_postnote_is_read_whole_or_kept_whole(note: str, locator: str) -> None:
    found = citations(rf"So \autocite[{note}]{{ashdown1959}} says.", CATALOGUE)
    assert [one.locator for one in found if one.body.value == "ashdown1959"] == [locator]


def test_pandocs_locators_are_read_as_postnotes_are() -> None:
    wanted = {
        **{"II/3, 45": "II/3, 45", "A 51/B 75": "A 51/B 75", "V. 3–5": "verse 3–5"},
        **{"p. 12, my italics": "12", "in the 1990 edition": ""},
    }
    for note, locator in wanted.items():
        (found,) = citations(f"So [see @ashdown1959, {note}].", CATALOGUE)
        assert found.locator == locator


@pytest.mark.parametrize(
    ("text", "locators"),
    [
        ("So @ashdown1959 [pp. 15-16; also @berg1990, 3] says.", ["15-16", "3"]),
        ("So.^[Yet @ashdown1959 [S. 9] zögert.]", ["9"]),
        ("So @ashdown1959 [chap. 2, my italics] says.", ["chapter 2"]),
        ("So [as @ashdown1959 [p. 3] says].", ["3"]),
        ("So @ashdown1959 [see p. 3; @berg1990] says.", ["", ""]),
        ("So @ashdown1959 [p. 3\n\nA new one] says.", [""]),
    ],
)
def test_pandocs_locators_in_brackets_behind_a_key(text: str, locators: list[str]) -> None:
    # Pandoc User's Guide, "Author-in-text citations": @smith04 [p. 33; see also @doe99]
    assert [one.locator for one in citations(text, CATALOGUE)] == locators


def test_volumes_and_citations_in_notes() -> None:
    text = r"\pvolcite{2}[5]{berg1990} \autocite[see \textcite[4]{undated}]{reprint}"
    found = {one.body.value: one.locator for one in citations(text, CATALOGUE)}
    assert found == {"berg1990": "volume 2: 5", "undated": "4", "reprint": ""}
