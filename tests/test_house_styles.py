"""The house CSL style for annotated bibliographies."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import citeproc
import pytest
from lxml import etree

from citekit import csl
from citekit.model import Citation, Cite, Date, DatePoint, Name, Work
from citekit.render import html, text

STYLE = Path(__file__).parent.parent / "styles" / "citekit-annotated.csl"


@cache
def locale(name: str) -> Any:
    path = Path(citeproc.LOCALES_PATH) / f"locales-{name}.xml"
    return csl.parse_locale(path.read_text(encoding="utf-8")) if path.is_file() else None


def result(works: list[Work], *citations: Citation) -> csl.Result:
    style = csl.parse_style(STYLE.read_text(encoding="utf-8"))
    return csl.process(style, works, citations, locales=locale)


def book(key: str, title: str, year: int | None, *families: str, **more: str) -> Work:
    fields: dict[str, Any] = {"title": title, **more}
    if families:
        fields["author"] = tuple(Name(family, "A. B.") for family in families)
    if year:
        fields["issued"] = Date(DatePoint(year))
    return Work(key, "book", fields)


WALTZ = book("waltz", "Man, the State and War", 1959, "Waltz", publisher="Columbia")


def cited(works: list[Work], *cites: Cite) -> str:
    return html.write_inline(result(works, Citation(cites)).citations[0])


def test_it_is_valid_csl() -> None:
    schema = etree.RelaxNG(file=citeproc.SCHEMA_PATH)
    assert schema.validate(etree.parse(str(STYLE))), schema.error_log


def test_the_processor_supports_all_of_it() -> None:
    assert result([WALTZ], Citation((Cite("waltz"),))).problems == ()


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("waltz"), "(Waltz 1959)"),
        (Cite("waltz", "12"), "(Waltz 1959, p. 12)"),
        (Cite("waltz", "12-15"), "(Waltz 1959, pp. 12–15)"),
        (Cite("waltz", "3", "chapter", prefix="see "), "(see Waltz 1959, chap. 3)"),
    ],
)
def test_citations_with_locators(cite: Cite, expected: str) -> None:
    assert cited([WALTZ], cite) == expected


def test_undated_authorless_and_many() -> None:
    undated = book("u", "Title", None, "Doe")
    authorless = book("n", "Nobody’s Book", 2000)
    many = book("m", "Many", 2001, "A", "B", "C", "D")
    assert cited([undated], Cite("u")) == "(Doe n.d.)"
    assert cited([authorless], Cite("n")) == "(<i>Nobody’s Book</i> 2000)"
    assert cited([many], Cite("m")) == "(A et al. 2001)"
    edited = Work("e", "book", {"editor": (Name("Roe", "R."),), "title": "E"})
    assert cited([edited], Cite("e")) == "(Roe n.d.)"


def test_works_of_one_author_and_year_are_told_apart() -> None:
    works = [book("a", "Alpha", 1999, "Doe"), book("b", "Beta", 1999, "Doe")]
    found = result(works, Citation((Cite("b"),)), Citation((Cite("a"),)))
    assert [html.write_inline(one) for one in found.citations] == ["(Doe 1999b)", "(Doe 1999a)"]


def test_the_annotation_stands_under_the_entry() -> None:
    annotated = Work("waltz", "book", {**WALTZ.fields, "annote": "Cited three times."})
    bibliography = result([annotated, book("n", "Nobody’s Book", 2000)]).bibliography
    assert bibliography is not None
    assert bibliography.hanging_indent
    assert text.write_bibliography(bibliography) == (
        "Nobody’s Book. 2000.\n\n"
        "Waltz, A. B. 1959. Man, the State and War. Columbia.\n    Cited three times."
    )
    assert '<div class="csl-indent">Cited three times.</div>' in html.write_bibliography(
        bibliography
    )


def test_articles_and_chapters() -> None:
    article = Work(
        "j",
        "article-journal",
        {
            "author": (Name("Jervis", "Robert"),),
            "title": "Cooperation",
            "container-title": "World Politics",
            "volume": "30",
            "issue": "2",
            "page": "167-214",
            "issued": Date(DatePoint(1978, 1)),
            "DOI": "10.2307/2009958",
        },
    )
    chapter = Work(
        "c",
        "chapter",
        {
            "author": (Name("Roe", "Jane"),),
            "title": "Part",
            "container-title": "Whole",
            "editor": (Name("Doe", "John"),),
            "page": "7",
            "publisher": "Press",
            "publisher-place": "Town",
        },
    )
    bibliography = result([article, chapter]).bibliography
    assert bibliography is not None
    assert text.write_bibliography(bibliography).split("\n\n") == [
        "Jervis, Robert. 1978. “Cooperation.” World Politics 30(2), pp. 167–214. "
        "https://doi.org/10.2307/2009958.",
        "Roe, Jane. n.d. “Part.” In Whole, ed. by John Doe, p. 7. Town: Press.",
    ]
