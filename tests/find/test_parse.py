"""Reference strings to parts, and to works."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.parse import score
from citekit.find.parsing.tokens import tokens
from citekit.find.parsing.work import work_of
from citekit.library.parsing import parse_strings
from citekit.model import Date, DatePoint
from tests.find.texts import parser

_DATA = Path(os.environ.get("CITEKIT_TESTDATA", Path(__file__).resolve().parents[3] / "shared"))
_GOLD = _DATA / "refstrings" / "anystyle-core.jsonl"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_parts_hold_every_token_in_order(string: str) -> None:
    parsed = parser().parse(string)
    end = 0
    for part in parsed.parts:
        assert part.start >= end
        assert part.text == string[part.start : part.end] != ""
        end = part.end
    spans = tokens(string)
    assert "".join("".join(part.text.split()) for part in parsed.parts) == "".join(
        "".join(string[a:b].split()) for a, b in spans
    )
    work_of(parsed)


@pytest.mark.parametrize(
    ("string", "title", "family"),
    [
        (
            "Milgrom, John. Lost Songs. Edited by K. Leonard. London: Penguin, 2000",
            "Lost Songs",
            "Milgrom",
        ),
        (
            "Nicole Schaffner, La Cité mobile, Éditions Tonnerre, 1969",
            "La Cité mobile",
            "Schaffner",
        ),
        (
            "Colvin, Ital. Visible Towns. Translated by W. Weber. San Diego: Harcourt, 1974",
            "Visible Towns",
            "Colvin",
        ),
    ],
)
def test_a_title_beside_names_is_no_name(string: str, title: str, family: str) -> None:
    work = work_of(parser().parse(string))
    assert work.text("title") == title
    assert [name.family for name in work.names("author")] == [family]


@pytest.mark.parametrize(
    ("string", "fields"),
    [
        # a full stop behind a short word, behind an abbreviation
        ("Roth, Jane. Rivers Now. 2nd ed. Leeds: Verso, 2019.", {"title": "Rivers Now"}),
        ("Roth, Jane. Rivers of the U.S. Leeds: Verso, 2019.", {"title": "Rivers of the U.S."}),
        ("Roth, Jane. Rivers. Leeds: Verso & Co., 2019.", {"publisher": "Verso & Co."}),
        (
            "Roy P., Le fleuve, Paris, Minuit, coll. « Le sens commun », 1979, 672 p.",
            {"collection-title": "Le sens commun", "publisher": "Minuit"},
        ),
        (
            "Roth, John Stuart. On Rivers. London: Parker, 1859.",
            {"publisher-place": "London", "publisher": "Parker"},
        ),
        (
            'Bell, A. (2021) "The river", The Guardian, 4 March 2021.',
            {"issued": Date(DatePoint(2021, 3, 4)), "original-date": None},
        ),
    ],
)
def test_fields_without_what_stands_around_them(string: str, fields: dict[str, object]) -> None:
    work = work_of(parser().parse(string))
    assert {name: work.fields.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("string", "fields"),
    [
        (
            "Harbour Office of Leeds. Tides in towns. Guideline [NG222]. Leeds: Verso; 2022.",
            {"title": "Tides in towns. Guideline [NG222]"},
        ),
        (
            "Failure in the elderly [editorial]. Lancet. 1998;352(9121):1.",
            {"title": "Failure in the elderly", "container-title": "Lancet", "genre": "editorial"},
        ),
        (
            "Roth A. Wells of the north. medRxiv [Preprint]. 2020 [cited 2020 Apr 1]. "
            "Available from: https://doi.org/10.1101/2020.03.09.2003",
            {"title": "Wells of the north", "genre": "Preprint", "publisher": "medRxiv"},
        ),
        (
            "Roth A. Nursing in wells. Leeds Med Rev [Internet]. 2002 Jun [cited 2002 Aug 12];"
            "102(6):[about 1 p.]. Available from: http://www.example.org/w.htm",
            {"container-title": "Leeds Med Rev", "volume": "102", "issue": "6"},
        ),
        (
            'Roth AB, Lund SE. "Tide fever": a practical method for grading the state of sailors '
            "for the clinician. J Harb Res 1975; 12: 189–98.",
            {
                "title": '"Tide fever": a practical method for grading the state of sailors for '
                "the clinician",
                "container-title": "J Harb Res",
            },
        ),
        (
            "Roth, A. (1999). “The river knows”: Songs of the north. Leeds: Verso.",
            {"title": "“The river knows”: Songs of the north", "publisher": "Verso"},
        ),
        (
            "Roth, A.: „Das Salz ruft“. Eine Studie. Köln: Beck 1999.",
            {"title": "„Das Salz ruft“. Eine Studie"},
        ),
        (
            "Roth K. Tides. J Gen Intern Med. 2001;16(9):606-13. PubMed PMID: 11556941; "
            "PubMed Central PMCID: PMC1495268.",
            {"PMID": "11556941", "PMCID": "PMC1495268", "page": "606-13"},
        ),
        (
            "Roth K. Tides. Lancet. 2001;16(9):606-13. [PMC free article: PMC14952] [PubMed: 1155]",
            {"PMID": "1155", "PMCID": "PMC14952", "page": "606-13", "accessed": None},
        ),
        ("Roth A. Salt. Lancet. 2002;42 Suppl 2:S93-9.", {"volume": "42", "issue": "Suppl 2"}),
        ("Roth A. Salt. Lancet. 2002;42 Suppl A:S93-9.", {"volume": "42", "issue": "Suppl A"}),
        ("Roth A. Salt. Lancet 2002; 42 (Suppl. 3): 3-9.", {"volume": "42", "issue": "Suppl 3"}),
        ("Roth A. Salt [letter]. BMJ. 2003;326:12.", {"title": "Salt", "genre": "letter"}),
        (
            "Lund B. « Le sel » : une étude des puits. Rev Hydrol. 2003;12:3-9.",
            {"title": "« Le sel » : une étude des puits", "container-title": "Rev Hydrol"},
        ),
        ("Roth A. Salt. Lancet. 2002;42 Suppl:S93-9.", {"volume": "42", "issue": "Suppl"}),
        (
            "Roth, A. (1982). Salt and trade: Vol. 2. Wells (3rd ed.). Verso.",
            {"title": "Salt and trade", "volume": "2", "volume-title": "Wells", "edition": "3"},
        ),
    ],
)
def test_brackets_quotation_marks_and_identifiers(string: str, fields: dict[str, object]) -> None:
    work = work_of(parser().parse(string))
    assert {name: work.fields.get(name) for name in fields} == fields


def test_a_dash_stands_for_the_author_of_the_string_before() -> None:
    rows = parse_strings(
        [
            "Roth, Jane. Rivers. Leeds: Verso, 1859.",
            "———. Lakes. Leeds: Longmans, 1863.",
            "---. Seas. Leeds: Longmans, 1864.",
        ]
    )
    assert [work.id for _, work in rows] == ["roth1859", "roth1863", "roth1864"]


@pytest.mark.parametrize(
    ("printed", "journal"),
    [
        ("N Engl J Med. 2002 Jul 25;347(4):284-7.", "N Engl J Med"),
        ("N Engl J Med 2002;347:284-7.", "N Engl J Med"),
        ("Presse Med. 2002;347:284-7.", "Presse Med"),
        ("Dtsch Med Wochenschr. 2002;347:284-7.", "Dtsch Med Wochenschr"),
        ("Gut. 2002;347:284-7.", "Gut"),
        ("J. Chem. Soc. 2002;347:284-7.", "J. Chem. Soc."),
        ("Phys. Rev. Lett. 347, 284-7 (2002).", "Phys. Rev. Lett."),
        ("Brain Res. 347, 284-7 (2002).", "Brain Res."),
    ],
)
def test_the_stop_behind_a_journal(printed: str, journal: str) -> None:
    work = work_of(parser().parse(f"Roth A, Lund B. Salt in the wells of the north. {printed}"))
    assert work.text("container-title") == journal


@pytest.mark.parametrize("number", ["1. ", "10. ", "[46] ", "(3) ", "12) ", "7.\t"])
@pytest.mark.parametrize(
    "string",
    [
        "National Office for Rivers and Lakes. Floods in towns: warnings. Leeds: NORL; 2022.",
        "Roth D, Lund A, The WADI Group (2009) Preferred Reporting of Wells: The WADI Statement. "
        "Hydrol J 6(7): e1097.",
    ],
)
def test_a_number_in_front_changes_nothing(string: str, number: str) -> None:
    bare, numbered = parse_strings([string, number + string])
    assert numbered[1].fields == bare[1].fields
    assert numbered[0].parts[0].text == number.strip()
    assert [part[:2] for part in numbered[0].parts[1:]] == [part[:2] for part in bare[0].parts]


def test_a_dash_behind_a_number_is_the_author_before() -> None:
    rows = parse_strings(
        ["1. Roth, Jane. Rivers. Leeds: Verso, 1859.", "2. ———. Lakes. York: Pen, 1863."]
    )
    assert [work.id for _, work in rows] == ["roth1859", "roth1863"]


@pytest.mark.parametrize("again", ["Ders.:", "Dies.:", "Id.,", "Idem,", "Ead.,", "DERS.,"])
def test_so_does_a_word_for_the_author(again: str) -> None:
    rows = parse_strings(
        ["Roth, Jane: Salz und Zins. Köln 1999.", f"{again} Wasser und Zins. Köln 2001."]
    )
    assert [work.id for _, work in rows] == ["roth1999", "roth2001"]
    assert rows[1][1].text("title") == "Wasser und Zins"


@pytest.mark.parametrize("again", ["Dies. (Hg.):", "———, ed."])
def test_who_wrote_the_work_before_may_have_edited_this_one(again: str) -> None:
    _, (_, work) = parse_strings(
        ["Roth, Jane: Salz und Zins. Köln 1999.", f"{again} Hafen und Zins. Köln: Beck 2003."]
    )
    assert [name.family for name in work.names("editor")] == ["Roth"]
    assert not work.names("author")
    assert work.text("title") == "Hafen und Zins"


@pytest.mark.parametrize(
    ("date", "issued", "original"),
    [
        ("1988 [1963]", 1988, 1963),
        ("1988 (1963)", 1988, 1963),
        ("[1963] 1988", 1988, 1963),
        ("(1963) 1988", 1988, 1963),
        ("1988a [1963]", 1988, 1963),
        ("1988 [orig. 1963]", 1988, 1963),
        ("1988 [zuerst 1963]", 1988, 1963),
        ("1963/1988", 1988, 1963),
        ("1988/1963", 1988, 1963),
        ("1988", 1988, None),
        ("1926, 1928", 1928, None),
    ],
)
def test_the_year_of_the_edition_and_of_the_first_one(
    date: str, issued: int, original: int | None
) -> None:
    work = work_of(parser().parse(f"Roth, Jane. {date}. Rivers of the North. Leeds: Verso."))
    assert work.fields["issued"] == Date(DatePoint(issued))
    assert work.fields.get("original-date") == (Date(DatePoint(original)) if original else None)


@pytest.mark.parametrize("date", ["1998/1999", "1988–1992", "1998/99"])
def test_a_double_volume_and_years_of_several_volumes_have_no_first_edition(date: str) -> None:
    work = work_of(parser().parse(f"Roth, Jane. “Rivers”. River Studies 42 ({date}): 358–60."))
    assert "original-date" not in work.fields
    assert work.fields["issued"].range


def test_where_a_work_was_first_published() -> None:
    work = work_of(parser().parse("Roth, Jane. Rivers. London: Verso, 1988. First published 1963."))
    assert work.fields["original-date"] == Date(DatePoint(1963))


def _shown(string: str) -> tuple[str, str, str, str]:
    """The authors, editors and translators of the work a string makes, and its title."""
    work = work_of(parser().parse(string))
    people = [
        ", ".join(" ".join(filter(None, (name.given, name.family))) for name in work.names(role))
        for role in ("author", "editor", "translator")
    ]
    return people[0], people[1], people[2], work.text("title")


@pytest.mark.parametrize(
    ("string", "shown"),
    [
        (
            "Hesiod. Works. Translated by Rita Hall. New York: Norton, 2018.",
            ("Hesiod", "", "Rita Hall", "Works"),
        ),
        (
            "Hesiod. Works and Days. Trans. R. M. Hall. Indianapolis: Hackett, 1993.",
            ("Hesiod", "", "R. M. Hall", "Works and Days"),
        ),
        (
            "Hésiode, Les Travaux, trad. Rita Hall, Paris, Les Belles Lettres, 1937.",
            ("Hésiode", "", "Rita Hall", "Les Travaux"),
        ),
        (
            "Hesiod: Werke und Tage. Übers. v. Rita Hall, Stuttgart: Reclam 2011.",
            ("Hesiod", "", "Rita Hall", "Werke und Tage"),
        ),
        (
            "Hesiod. The Works. Edited and translated by Rita Hall. London: Penguin, 1993.",
            ("Hesiod", "Rita Hall", "Rita Hall", "The Works"),
        ),
        (
            "Roth, Jane. River. Translated from the Danish by Rita Hall. Leeds: Verso, 1957.",
            ("Jane Roth", "", "Rita Hall", "River"),
        ),
        (
            "Roth, Jane: Flüsse. Aus dem Dänischen von Rita Hall. München: Fink 1957.",
            ("Jane Roth", "", "Rita Hall", "Flüsse"),
        ),
        # a title that no author stands before
        (
            "Beowulf: A New Version. Translated by Rita Hall. New York: Norton, 2000.",
            ("", "", "Rita Hall", "Beowulf: A New Version"),
        ),
        (
            "The Epic of Gilgamesh. Translated by Rita Hall. London: Penguin, 1999.",
            ("", "", "Rita Hall", "The Epic of Gilgamesh"),
        ),
        (
            "Snow Road. Translated by Rita Hall. Chicago: Regnery, 1957.",
            ("", "", "Rita Hall", "Snow Road"),
        ),
        # heads of reviews
        (
            "The Salt Quarter: Trade in a Northern Port. By Ingrid Hall. Bergen: Fagbok, 2005. "
            "Pp. xii, 248. $45.00.",
            ("Ingrid Hall", "", "", "The Salt Quarter: Trade in a Northern Port"),
        ),
        (
            "The Salt Quarter, by Ingrid Hall. New York: Norton, 2005. 248 pp. $29.95 (cloth).",
            ("Ingrid Hall", "", "", "The Salt Quarter"),
        ),
        (
            "Stadt und Salz. Von Ingrid Hall. München: Beck 2005. 248 S. € 29,90.",
            ("Ingrid Hall", "", "", "Stadt und Salz"),
        ),
        (
            "Roth, Jane. “The Salt Quarter, by Ingrid Hall.” River Studies 12 (2005): 3–9.",
            ("Jane Roth", "", "", "The Salt Quarter, by Ingrid Hall"),
        ),
        # the mark of an editor behind the name, not before one
        (
            "Roth, Jane, and Karl Lee, Hrsg. Die Salzstadt. 3. Aufl. Theiss, 1998.",
            ("", "Jane Roth, Karl Lee", "", "Die Salzstadt"),
        ),
    ],
)
def test_who_wrote_edited_and_translated(string: str, shown: tuple[str, str, str, str]) -> None:
    assert _shown(string) == shown


@pytest.mark.parametrize(
    ("pages", "count"),
    [("Pp. xii, 248. $45.00.", "248"), ("viii + 300 pp.", "300"), ("XII, 248 S.", "248"),
     ("Pp. 248.", "248"), ("pp. 24–48.", None)],
)  # fmt: skip
def test_how_many_pages_a_book_has(pages: str, count: str | None) -> None:
    work = work_of(parser().parse(f"Roth, Jane. Rivers. Leeds: Verso, 2005. {pages}"))
    assert work.fields.get("number-of-pages") == count
    assert "volume" not in work.fields


def test_what_a_chapter_stands_in_behind_those_who_edited_it() -> None:
    work = work_of(
        parser().parse(
            "Jean Morvan, « Le sel », dans Paul Kervella et Anne Roy (dir.), Villes et ports, "
            "Rennes, PUR, coll. « Histoire », 1991, p. 54-79."
        )
    )
    fields = ("title", "container-title", "publisher-place", "publisher", "collection-title")
    assert [work.text(name) for name in fields] == [
        "Le sel",
        "Villes et ports",
        "Rennes",
        "PUR",
        "Histoire",
    ]
    assert work.type == "chapter"


@pytest.mark.parametrize(
    ("string", "role"),
    [
        ("Salz. In: Dies.: Hafen und Zins. Köln: Böhlau 2003, S. 9–40.", "container-author"),
        ("Salz. In: Dies. (Hg.): Hafen und Zins. Köln: Böhlau 2003, S. 9–40.", "editor"),
    ],
)
def test_a_chapter_in_a_book_of_its_own_author(string: str, role: str) -> None:
    work = work_of(parser().parse(f"Roth, Jane: {string}"))
    assert work.text("container-title") == "Hafen und Zins"
    assert work.names(role) == work.names("author")


@pytest.mark.parametrize(
    ("string", "title", "rest"),
    [
        (
            "Ingrid Hall, Harbors as Commons, 98 Yale L.J. 455, 460 (1989).",
            "Harbors as Commons",
            ("98", "Yale L.J.", "455"),
        ),
        (
            "Ingrid Hall & Karl Lee, The Law of Salt, 88 Harv. L. Rev. 1244 (1975).",
            "The Law of Salt",
            ("88", "Harv. L. Rev.", "1244"),
        ),
        ("Hall v. Lee, 347 U.S. 612 (1954).", "Hall v. Lee", ("347", "U.S.", "612")),
    ],
)
def test_volume_journal_and_page_as_law_reviews_print_them(
    string: str, title: str, rest: tuple[str, str, str]
) -> None:
    work = work_of(parser().parse(string))
    assert work.text("title") == title
    assert tuple(work.text(name) for name in ("volume", "container-title", "page")) == rest


def test_a_day_in_a_title_is_no_law_review() -> None:
    work = work_of(parser().parse("Ingrid Hall, A Diary of Salt, 12 Sept. 1940 (2003)."))
    assert "volume" not in work.fields


def test_a_book() -> None:
    work = work_of(
        parser().parse(
            "Arendt, Hannah. The Human Condition. 2nd ed. Chicago: University of Chicago "
            "Press, 1998."
        )
    )
    assert work.type == "book"
    assert work.id == "arendt1998"
    assert work.text("title") == "The Human Condition"
    assert work.text("edition") == "2"
    assert work.text("publisher") == "University of Chicago Press"
    assert work.text("publisher-place") == "Chicago"
    assert work.date("issued") == Date(DatePoint(1998))
    assert [(n.family, n.given) for n in work.names("author")] == [("Arendt", "Hannah")]


def test_an_article() -> None:
    work = work_of(
        parser().parse(
            "Dijkstra, E. W. (1968). Go to statement considered harmful. Communications of the "
            "ACM, 11(3), 147–148. https://doi.org/10.1145/362929.362947"
        )
    )
    assert work.type == "article-journal"
    assert work.text("container-title") == "Communications of the ACM"
    assert work.text("volume") == "11"
    assert work.text("issue") == "3"
    assert work.text("page") == "147-148"
    assert work.text("DOI") == "10.1145/362929.362947"


def test_a_german_chapter() -> None:
    work = work_of(
        parser().parse(
            "Joas, Hans (1986): Die unglückliche Ehe von Hermeneutik und Funktionalismus. In: "
            "Honneth, Axel/Joas, Hans (Hrsg.): Kommunikatives Handeln. Frankfurt am Main: "
            "Suhrkamp, S. 144-176."
        )
    )
    assert work.type == "chapter"
    assert work.text("container-title") == "Kommunikatives Handeln"
    assert [n.family for n in work.names("editor")] == ["Honneth", "Joas"]
    assert work.text("publisher-place") == "Frankfurt am Main"
    assert work.text("page") == "144-176"


def test_a_thesis_and_a_report() -> None:
    thesis = work_of(
        parser().parse("Sutherland, I. E. Sketchpad: A Man-Machine Graphical Communication System. "
                       "PhD thesis, Massachusetts Institute of Technology, 1963.")
    )  # fmt: skip
    assert thesis.type == "thesis"
    assert thesis.text("publisher") == "Massachusetts Institute of Technology"


@pytest.mark.skipif(
    not _GOLD.exists(), reason="needs the labelled strings in CITEKIT_TESTDATA/refstrings"
)
def test_strings_labelled_by_hand() -> None:
    result = score(_GOLD, parser())
    assert result.f1 >= 0.85


@pytest.mark.parametrize(
    ("string", "title", "publisher", "place"),
    [
        ("Moor, Ida F. Lamp Matters: Light and the Social Imagination. U of Tilbury P, 1997.",
         "Lamp Matters: Light and the Social Imagination", "U of Tilbury P", ""),
        ("Moor, Ida. Cold Lamps: Ghosts and Harbours in Recent Literature. UP of Tilbury, 1998.",
         "Cold Lamps: Ghosts and Harbours in Recent Literature", "UP of Tilbury", ""),
        ("Moor, Ida. Harbour and Exile. Tilbury UP, 1974.", "Harbour and Exile", "Tilbury UP", ""),
        ("Moor, Ida. The Silent Plot: On Ghosts. Paragon, 2004.",
         "The Silent Plot: On Ghosts", "Paragon", ""),
        ("Moor, Ida. Harbour and Exile. London, 1974.", "Harbour and Exile", "", "London"),
        ("Moor, Ida. Der Hafen und die Stadt. Leeds 1999.",
         "Der Hafen und die Stadt", "", "Leeds"),
        ("Moor, Ida. Harbour and Exile. Nottingham, 1901.", "Harbour and Exile", "", "Nottingham"),
        ("Moor, Ida: Die Lampen der Stadt. Augsburg, 1987.",
         "Die Lampen der Stadt", "", "Augsburg"),
        ("Moor, Ida. Les Lampes du Berry. Grenoble, 1987.",
         "Les Lampes du Berry", "", "Grenoble"),
    ],
)  # fmt: skip
def test_a_publisher_before_the_year(string: str, title: str, publisher: str, place: str) -> None:
    ((_, work),) = parse_strings([string])
    assert work.type == "book"
    assert work.text("title") == title
    assert (work.text("publisher"), work.text("publisher-place")) == (publisher, place)
