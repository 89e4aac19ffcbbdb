"""Fields that the labels beside them show, in the forms of several fields of study."""

from __future__ import annotations

import pytest

from citekit.find.parsing.work import work_of
from citekit.model import Date, DatePoint, Work
from tests.find.texts import parser


def read(string: str) -> Work:
    return work_of(parser().parse(string))


def people(work: Work, role: str) -> list[str]:
    return [name.family or name.literal for name in work.names(role)]


@pytest.mark.parametrize(
    ("string", "page", "year"),
    [
        ("E. Norling and T. Vass, Phys. Fluid Lett. 61, 2030 (1997).", "2030", 1997),
        ("T. Vass, Phys. Rev. Lett. 56, 1998 (2003).", "1998", 2003),
        ("T. Vass, S. Elm, and R. Nkosi, Phys. Rev. Salts E 56, 031401(R) (2003).", None, 2003),
        ("Mara Holt, ‘The Ferry’, Northern Quarterly, 41 (1958), 10–33 (p. 15).", "10-33", 1958),
    ],
)
def test_a_page_that_looks_like_a_year_is_none(string: str, page: str | None, year: int) -> None:
    work = read(string)
    assert work.date("issued") == Date(DatePoint(year))
    if page is not None:
        assert work.text("page") == page


@pytest.mark.parametrize(
    ("string", "authors", "title"),
    [
        # one word behind names as medical journals have them
        ("Holm R. Scurvy. Ann Mar Med. 2003;4:1-9.", ["Holm"], "Scurvy"),
        ("Holm R, Lund B. Scurvy. Ann Mar Med. 2003;4(1):1-9.", ["Holm", "Lund"], "Scurvy"),
        # bodies
        (
            "Harbour Office of Bergen. Tide charts. Bergen: Harbour Office; 2017.",
            ["Harbour Office of Bergen"],
            "Tide charts",
        ),
        (
            "Ministère des Canaux, Rapport sur les écluses, Paris, 2009.",
            ["Ministère des Canaux"],
            "Rapport sur les écluses",
        ),
        (
            "Northmoor Statistics (2014). Household survey. Northmoor: Data Archive.",
            ["Northmoor Statistics"],
            "Household survey",
        ),
        # persons in full before a title, as BibTeX's plain style prints them
        (
            "Milan Horak and Joy Adeola. Blending charts. In Advances in Neural Charts, 2019.",
            ["Horak", "Adeola"],
            "Blending charts",
        ),
    ],
)
def test_authors_are_parted_from_the_title(string: str, authors: list[str], title: str) -> None:
    work = read(string)
    assert (people(work, "author"), work.text("title")) == (authors, title)


@pytest.mark.parametrize(
    ("string", "book", "editors"),
    [
        (
            'Mara Holt, "Ferries and Fares," in Ferry Studies, ed. Ruth Oakes (Oxford: Elm House, '
            "1985), 12–30.",
            "Ferry Studies",
            ["Oakes"],
        ),
        (
            "Soto, H. Copper Lamps. In Glass Chemistry; Holm, R., Lund, B., Eds.; Elm Press: "
            "Edinburgh, 2001; pp 11–29.",
            "Glass Chemistry",
            ["Holm", "Lund"],
        ),
    ],
)
def test_a_book_is_parted_from_its_editors(string: str, book: str, editors: list[str]) -> None:
    work = read(string)
    assert (work.text("container-title"), people(work, "editor")) == (book, editors)


@pytest.mark.parametrize(
    ("string", "kind", "fields"),
    [
        (
            "Lund, B. (2019). Moss pictures [Data set]. LakeBase. https://doi.org/10.5555/lake.99",
            "dataset",
            {"title": "Moss pictures", "publisher": "LakeBase"},
        ),
        (
            "Adeola, J. (2022). neatfrog [Computer software]. LakeBase. "
            "https://doi.org/10.5555/l.1",
            "software",
            {"title": "neatfrog"},
        ),
        (
            "Moreau, O. (2014). Lire les digues [Thèse de doctorat, Université de Rouen].",
            "thesis",
            {"title": "Lire les digues", "publisher": "Université de Rouen"},
        ),
        (
            "R. P. Holm, Patient Snow (Lake Academic, Lund, 1997), Chap. 3.",
            "book",
            {"title": "Patient Snow", "publisher": "Lake Academic", "publisher-place": "Lund"},
        ),
        (
            "Brandis, Otto: Die Zünfte im Wandel, Lübeck 1961.",
            "book",
            {"title": "Die Zünfte im Wandel", "publisher": "", "publisher-place": "Lübeck"},
        ),
    ],
)
def test_imprints_and_kinds(string: str, kind: str, fields: dict[str, str]) -> None:
    work = read(string)
    assert work.type == kind
    assert {name: work.text(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("string", "fields"),
    [
        # an issue before the year, where pages follow
        (
            "Holt, M. The ferry. Northern Quarterly 41, 4 (1958), 40–55.",
            {"issue": "4", "page": "40-55"},
        ),
        # a title in brackets is no kind of work
        (
            "Lund, B. (2019). Der Fluss [The river]. Leeds: Verso.",
            {"genre": "", "publisher": "Verso"},
        ),
        # a publisher beside its place
        ("Lund, B.: Der Fluss, Berlin: Suhrkamp 1999.", {"publisher": "Suhrkamp"}),
    ],
)
def test_what_those_rules_leave_as_it_is(string: str, fields: dict[str, str]) -> None:
    work = read(string)
    assert {name: work.text(name) for name in fields} == fields
