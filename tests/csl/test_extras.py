"""Links, abbreviations, filters and sections of bibliographies."""

from __future__ import annotations

import pytest

from citekit.csl.filters import Filter, Rule, chosen, sections
from citekit.model import Date, DatePoint, Name
from citekit.render import html
from citekit.richtext import Link
from tests.csl.helpers import cited, entries, one, run, style, work


def linked(layout: str, **fields: str) -> str:
    result = run(style(layout), [work(**fields)], "a", links=True)
    return html.write_inline(result.citations[0])


@pytest.mark.parametrize(
    ("variable", "value", "address"),
    [
        ("DOI", "10.1000/x_y", "https://doi.org/10.1000/x_y"),
        ("URL", "https://a.b/c", "https://a.b/c"),
        ("PMID", "123", "https://www.ncbi.nlm.nih.gov/pubmed/123"),
        ("PMCID", "PMC12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"),
    ],
)
def test_identifiers_lead_where_the_specification_says(
    variable: str, value: str, address: str
) -> None:
    layout = f'<text variable="{variable}" prefix="id: " suffix="."/>'
    assert linked(layout, **{variable: value}) == f'id: <a href="{address}">{value}</a>.'
    assert one(layout, work(**{variable: value})) == f"id: {value}."


def test_an_affix_that_begins_the_address_is_part_of_the_link() -> None:
    layout = '<text variable="DOI" prefix="at https://doi.org/"/>'
    want = 'at <a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>'
    assert linked(layout, DOI="10.1/x") == want


def test_what_is_no_address_is_no_link() -> None:
    for value in ("javascript:alert(1)", "n/a", "www.example.org"):
        assert "<a" not in linked('<text variable="URL"/>', URL=value)


def test_links_are_nodes_of_the_tree_and_keep_the_looks_around_them() -> None:
    layout = '<text variable="URL" font-style="italic" quotes="true"/>'
    assert linked(layout, URL="https://a.b") == '“<i><a href="https://a.b">https://a.b</a></i>”'
    result = run(style('<text variable="URL"/>'), [work(URL="https://a.b")], "a", links=True)
    assert result.citations[0] == (Link("https://a.b", ("https://a.b",)),)


LISTS = {
    "default": {"container-title": {"Journal of X": "J. X"}, "place": {"New York": "N.Y."}},
    "us": {"container-title": {"Journal of X": "JX"}},
}


def test_abbreviations_are_used_for_short_forms_only() -> None:
    layout = (
        '<text variable="container-title" form="short"/><text variable="publisher-place"'
        ' form="short" prefix=", "/><text variable="container-title" prefix=", "/>'
    )
    works = [
        work(container_title="Journal of X", publisher_place="New York"),
        work("b", container_title="Journal of X", jurisdiction="us"),
        work("c", container_title="Other", **{"container-title-short": "Oth."}),
    ]
    assert cited(style(layout), works, "a", "b", "c", abbreviations=LISTS) == [
        "J. X, N.Y., Journal of X",
        "JX, Journal of X",
        "Oth., Other",
    ]
    assert cited(style(layout), works, "a") == ["Journal of X, New York, Journal of X"]


WORKS = [
    work("a", "book", title="Man", keyword="war, peace", issued=Date(DatePoint(1959))),
    work("b", "report", title="Naut", author=(Name(family="Waltz", given="K"),)),
    work("c", "book", title="Other", note="type: chapter"),
]


@pytest.mark.parametrize(
    ("rule", "passing"),
    [
        (Rule("type", "book"), "a"),
        (Rule("type", "chapter"), "c"),
        (Rule("keyword", "Peace"), "a"),
        (Rule("keyword", "pea"), ""),
        (Rule("author", "Waltz"), "b"),
        (Rule("author", ""), "ac"),
        (Rule("issued", "1959"), "a"),
        (Rule("title", "t"), "bc"),
        (Rule("no-such-field", "x"), ""),
    ],
)
def test_rules(rule: Rule, passing: str) -> None:
    assert "".join(one.id for one in WORKS if rule.holds(one)) == passing


def test_filters_choose_entries_and_sections_share_them_out() -> None:
    the_style = style("x", bibliography='<text variable="title"/>')
    made = run(the_style, WORKS).bibliography
    assert made is not None
    books = Filter(include=(Rule("type", "book"), Rule("type", "chapter")))
    assert [entry.id for entry in chosen(made, WORKS, books).entries] == ["a", "c"]
    rest = Filter(exclude=(Rule("type", "book"),), select=(Rule("title", "t"),))
    assert [entry.id for entry in chosen(made, WORKS, rest).entries] == ["b", "c"]
    parts = sections(made, WORKS, {"Books": Filter(include=(Rule("type", "book"),))})
    found = {name: [entry.id for entry in part.entries] for name, part in parts.items()}
    assert found == {"Books": ["a"], "": ["b", "c"]}
    assert list(sections(made, WORKS, {"All": Filter()})) == ["All"]
    assert entries(the_style, WORKS) == ["Man", "Naut", "Other"]
