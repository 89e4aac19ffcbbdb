"""The Citation File Format: golden files, wrong files, round trips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from citekit.errors import SyntaxProblemError
from citekit.formats import registry
from citekit.formats.base import Loss, Writing
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

CFF = registry.get("cff")

FILE = """cff-version: 1.2.0
message: If you use this software, please cite it.
title: My Research Software
version: 0.10.0
date-released: 2021-07-18
authors:
  - family-names: Druskat
    given-names: Stephan
    orcid: https://orcid.org/1234-5678-9101-1121
  - name: The Research Software Project
license: [Apache-2.0, MIT]
identifiers:
  - {type: doi, value: 10.5281/zenodo.1234}
  - {type: swh, value: "swh:1:rel:99"}
preferred-citation:
  type: article
  title: My Article
  authors: [{family-names: Beethoven, name-particle: van, given-names: Ludwig}]
  journal: Journal of Things
  year: 2021
  month: 9
  start: 1
  end: 10
references:
  - type: conference-paper
    title: Ultimate-accuracy
    authors: [{alias: hbc}]
    collection-title: Proceedings
    conference: {name: SSTC, city: Exeter, date-start: 2018-06-01, date-end: 2018-06-03}
    publisher: {name: Press, city: Berlin}
    languages: [en]
    scope: page 3
  - type: thesis
    title: T
    authors: [{name: anonymous}]
    institution: {name: University of Bonn}
    thesis-type: PhD
"""


def test_a_file_its_preferred_citation_and_its_references() -> None:
    reading = CFF.read(FILE)
    software, article, paper, thesis = reading.works
    assert software.type == "software"
    assert software.names("author") == (
        Name("Druskat", "Stephan"),
        Name(literal="The Research Software Project"),
    )
    assert (software.text("version"), software.text("DOI")) == ("0.10.0", "10.5281/zenodo.1234")
    assert software.text("license") == "Apache-2.0, MIT"
    assert software.date("issued") == Date(DatePoint(2021, 7, 18))
    assert "swh:1:rel:99" in software.extra["identifiers"]
    assert article.type == "article-journal"
    assert article.text("page") == "1-10"
    assert article.text("container-title") == "Journal of Things"
    assert article.date("issued") == Date(DatePoint(2021, 9))
    assert article.names("author")[0].non_dropping_particle == "van"
    assert paper.type == "paper-conference"
    assert paper.names("author") == (Name(literal="hbc"),)
    assert (paper.text("event-title"), paper.text("event-place")) == ("SSTC", "Exeter")
    ends = DatePoint(2018, 6, 1), DatePoint(2018, 6, 3)
    assert paper.date("event-date") == Date(*ends, range=True)
    assert (paper.text("publisher"), paper.text("publisher-place")) == ("Press", "Berlin")
    assert paper.extra == {"scope": "page 3"}
    assert (thesis.text("publisher"), thesis.text("genre")) == ("University of Bonn", "PhD")
    assert "author" not in thesis.fields
    assert [problem.code for problem in reading.problems] == ["unknown-name-part"]


def test_one_software_is_a_file_of_its_own() -> None:
    fields = {
        "title": "X <i>y</i>",
        "author": (Name("A", "B"),),
        "issued": Date(DatePoint(2020, 1, 2)),
    }
    how = Writing()
    assert CFF.write([Work("k", "software", fields)], how) == (
        'cff-version: "1.2.0"\nmessage: "If you use this work, please cite it."\n'
        "type: software\ntitle: X y\nauthors:\n- family-names: A\n  given-names: B\n"
        'date-released: "2020-01-02"\nidentifiers:\n- type: other\n  value: k\n'
        "  description: citation key\n"
    )
    assert how.losses == [Loss("k", "title", "approximated")]


def test_any_other_work_is_the_preferred_citation_and_several_are_references() -> None:
    one = Work("a", "book", {"title": "T"})
    text = CFF.write([one])
    assert "preferred-citation:\n  type: book\n  title: T\n" in text
    assert CFF.read(text).works == (one,)
    two = Work("b", "software", {"title": "S"})
    text = CFF.write([one, two])
    assert text.count("- name: anonymous") == 3
    assert CFF.read(text).works == (one, two)
    assert CFF.read(CFF.write([])).works == ()


def test_values_that_the_schema_forbids_are_not_written() -> None:
    fields = {"DOI": "x", "ISSN": "1", "URL": "mailto:x", "language": "de-AT", "title": "T"}
    how = Writing()
    text = CFF.write([Work("a", "book", fields)], how)
    assert "languages:\n  - de\n" in text
    assert {(loss.field, loss.level) for loss in how.losses} == {
        ("DOI", "dropped"),
        ("ISSN", "dropped"),
        ("URL", "dropped"),
        ("language", "approximated"),
    }


def test_wrong_files() -> None:
    with pytest.raises(SyntaxProblemError, match="mapping"):
        CFF.read("- a\n")
    reading = CFF.read("title: T\nreferences: [3, {type: comic, title: C}]\n", "CITATION.cff")
    assert [problem.code for problem in reading.problems] == [
        *("no-version", "not-a-reference", "unknown-type")
    ]
    assert [work.type for work in reading.works] == ["software", "document"]
    assert reading.works[1].extra == {"cff:type": "comic"}


@given(catalogues)
@settings(max_examples=60)
def test_what_is_not_reported_is_read_back(works: list[Work]) -> None:
    check_round_trip("cff", works)


def test_keywords_with_commas_come_back() -> None:
    source = (
        "cff-version: 1.2.0\nmessage: m\ntitle: T\nauthors: []\nkeywords: ['Rats, Inbred', x]\n"
    )
    (work,) = registry.get("cff").read(source).works
    assert work.text("keyword") == "Rats, Inbred; x"
    assert 'keywords:\n- "Rats, Inbred"\n- x\n' in registry.get("cff").write([work])
