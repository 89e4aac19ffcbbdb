"""References as economists and political scientists print them: bodies, papers of series, dates in
pieces, capitals."""

from __future__ import annotations

import pytest

from citekit.dates import format_edtf
from citekit.find.parsing.work import with_author_above, work_of
from citekit.model import Work
from tests.find.texts import parser


def parsed(string: str) -> Work:
    """The work that a string describes."""
    return work_of(parser().parse(string))


def people(work: Work, role: str = "author") -> list[str]:
    """Names as "Family, Given", or as they stand."""
    return [
        name.literal
        or ", ".join(
            filter(None, (f"{name.non_dropping_particle} {name.family}".strip(), name.given))
        )
        for name in work.names(role)
    ]


@pytest.mark.parametrize(
    ("string", "authors", "title"),
    [
        ("OECD. 2019a. Quays at a Glance. Paris.", ["OECD"], "Quays at a Glance"),
        ("OCDE (2015), Les quais en chiffres, Paris, Éditions OCDE.", ["OCDE"], None),
        (
            "Board of Pilots of the Northern Coast. 2019. Annual Survey. Bergen: BPNC.",
            ["Board of Pilots of the Northern Coast"],
            "Annual Survey",
        ),
        (
            "U.S. Department of Harbours, Bureau of Tolls. 1975. Tolls. Washington: GPO.",
            ["U.S. Department of Harbours, Bureau of Tolls"],
            "Tolls",
        ),
        (
            "International Tide Fund (ITF). 2019. “Tide Monitor.” Geneva: ITF.",
            ["International Tide Fund (ITF)"],
            "Tide Monitor",
        ),
        (
            "Sachverständigenrat für Hafenfragen (2009): Die Kais nicht vergessen. Mainz: Rat.",
            ["Sachverständigenrat für Hafenfragen"],
            "Die Kais nicht vergessen",
        ),
        ("Banque de Bretagne (2018), Rapport des quais, Brest.", ["Banque de Bretagne"], None),
        # persons, although a word is in names of bodies, too
        ("Bank, A. (1999). Council housing. Leeds: Salt Press.", ["Bank, A."], "Council housing"),
        # capitals, and the "and" between them
        (
            "HOLM, J., R. LATOUR, AND J. MCVEY (1999): “Cranes,” Tide Review, 3, 18–20. [1,4]",
            ["Holm, J.", "Latour, R.", "McVey, J."],
            "Cranes",
        ),
        (
            "HU, Y., AND M. SHAW (2012): “Cranes,” Tide Review, 3, 18–20.",
            ["Hu, Y.", "Shaw, M."],
            None,
        ),
        # what is no suffix, and a particle with a capital
        ("Stig, J. E., Sen, A. & Fito, J.-P. 2009. Tides. Paris: Kai.", None, "Tides"),
        (
            "Blom, Nick, and John Van Rossum. 2007. “Cranes.” Tide Review 12 (4): 13–14.",
            ["Blom, Nick", "Van Rossum, John"],
            "Cranes",
        ),
    ],
)
def test_authors(string: str, authors: list[str] | None, title: str | None) -> None:
    work = parsed(string)
    assert people(work) == (authors or ["Stig, J. E.", "Sen, A.", "Fito, J.-P."])
    assert title is None or work.text("title") == title


@pytest.mark.parametrize(
    ("string", "date"),
    [
        ("Wolff, M. (2016) ‘The quay’, Harbour Times, 23 June, p. 11.", "2016-06-23"),
        ("Krug, Paul. 2009. “How So?” Leeds Times Magazine, September 2.", "2009-09-02"),
        ("Luke, Rob. 1988. “On Tides.” Journal of Harbour Economics 22 (July): 3–42.", "1988-07"),
        ("Chet, Raj. 2014. “Land.” Tide Review 129, no. 4 (November): 1553–1623.", "2014-11"),
        (
            "Romer, P., “Tides,” Journal of Harbour Economics, October 1986, 94 (5), 2–37.",
            "1986-10",
        ),
        ("Le Rivage (2021), « Les quais montent », 10 septembre.", "2021-09-10"),
        (
            "Toose, Ada (2020): „Die Kais“, in: Hafenzeitung, Nr. 15 vom 2. April 2020, S. 23.",
            "2020-04-02",
        ),
        ("Krug, Paul. 2010. Spring Tides. Leeds: Salt Press.", "2010"),
    ],
)
def test_day_and_month_that_stand_apart(string: str, date: str) -> None:
    issued = parsed(string).date("issued")
    assert issued is not None
    assert format_edtf(issued) == date


@pytest.mark.parametrize(
    ("string", "title"),
    [
        ("Harbour Bank. 2020. Annual Report 2019. Leeds: HB.", "Annual Report 2019"),
        (
            "Amt für Häfen (2020): Hafenbericht 2021. Stand und Aussicht, Bremen.",
            "Hafenbericht 2021. Stand und Aussicht",
        ),
        ("Roth, A. 1970. Tides of 1848. Leeds: Salt Press.", "Tides of 1848"),
    ],
)
def test_a_title_ends_in_a_year(string: str, title: str) -> None:
    work = parsed(string)
    assert work.text("title") == title
    assert work.fields.get("original-date") is None


@pytest.mark.parametrize(
    ("string", "kind", "fields"),
    [
        (
            "Cinga, F. (2014), “Tolls and Growth”, OECD Social, Employment and Migration Working"
            " Papers, No. 163, OECD Publishing, Paris.",
            "report",
            {"number": "163", "publisher": "OECD Publishing", "publisher-place": "Paris"},
        ),
        (
            "Imber, G. (2008): “Tolls,” IZA Discussion Papers 3640, Tide Institute (TI), Bonn.",
            "report",
            {
                "genre": "IZA Discussion Papers",
                "number": "3640",
                "publisher": "Tide Institute (TI)",
            },
        ),
        (
            "Feld, L. (2018): Die Kais, Freiburger Diskussionspapiere zur Tidenkunde 18/02, Bern.",
            "report",
            {"title": "Die Kais", "number": "18/02"},
        ),
        (
            "Garbo, B. (2017), “Quais”, Document de travail n° 633, Banque de Bretagne.",
            "report",
            {"number": "633", "publisher": "Banque de Bretagne"},
        ),
        (
            "Boru, K. (2021). Revisiting quays. arXiv preprint arXiv:2108.12419.",
            "article",
            {"title": "Revisiting quays", "number": "arXiv:2108.12419"},
        ),
        ("Nunn, N. 2005. “Tides.” Mimeo, University of Leeds.", "manuscript", {"title": "Tides"}),
        (
            "Marsh, M. 2020. “Tides5: Harbours and Regimes.” Dataset. Vienna, VA: Tide Center.",
            "dataset",
            {"title": "Tides5: Harbours and Regimes"},
        ),
        ("Salt Toll Reform Act, Pub. L. No. 111-203, 124 Stat. 1376 (2010).", "legislation", {}),
        (
            "Smith, J. (2011). Working papers in the history of tides. Leeds: Salt Press.",
            "book",
            {"title": "Working papers in the history of tides"},
        ),
    ],
)
def test_papers_and_other_kinds(string: str, kind: str, fields: dict[str, str]) -> None:
    work = parsed(string)
    assert work.type == kind
    assert {name: work.text(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("string", "fields"),
    [
        (
            "Olsen M. The Logic of Quays. Cambridge (MA): Harbour University Press; 1965.",
            {"publisher-place": "Cambridge (MA)", "publisher": "Harbour University Press"},
        ),
        (
            "Akers, G. 1970. ‘The Market for “Tides”: Tolls and Talk.’ Tide Review, 84, 488–500.",
            {"title": "The Market for “Tides”: Tolls and Talk", "container-title": "Tide Review"},
        ),
        (
            "Baker, S. (2016). “Measuring Tides”. In: Tide Review 131.4, pp. 1593–1636.",
            {"volume": "131", "issue": "4"},
        ),
        (
            "Down, A. (1957): A Theory of Tides. New York: Harper & Row.",
            {"publisher": "Harper & Row"},
        ),
        (
            "Polan, K. (2001): The Great Tide. Boston, Mass.: Beacon Press.",
            {"publisher-place": "Boston, Mass."},
        ),
        (
            "BERRY, S. (1995): “Tolls,” Econometrica, 63, 841–890. [880,891]",
            {"page": "841-890"},
        ),
    ],
)
def test_edges(string: str, fields: dict[str, str]) -> None:
    work = parsed(string)
    assert {name: work.text(name) for name in fields} == fields


def test_an_editor_behind_two_years_is_no_translator() -> None:
    work = parsed("Smith, Ada. [1776] 1976. On Tolls. Edited by R. H. Camp. Oxford: Quay Press.")
    assert people(work, "editor") == ["Camp, R. H."]


def test_a_dash_and_another_author() -> None:
    above = parsed("North, Doug, and Al West. 1990. Tolls. Cambridge: Quay Press.")
    found = parser().parse("———, and Barry Wein. 1989. “Tides.” Tide Review 49 (4): 803–32.")
    assert people(with_author_above(found, work_of(found), above)) == ["North, Doug", "Wein, Barry"]
