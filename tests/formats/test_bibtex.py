"""BibTeX and BibLaTeX: one reader for both, two writers, and the way there and back."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citekit.formats import biblatex, bibtex, registry
from citekit.formats.base import Writing
from citekit.formats.bibmap import FIELDS, MEANINGS, TYPES
from citekit.model import Date, DatePoint, Name, Work
from citekit.names import OTHERS
from tests.formats.works import catalogues

TESTDATA = Path(os.environ.get("CITEKIT_TESTDATA", Path(__file__).parents[3] / "shared"))

DIALECTS = pytest.mark.parametrize("dialect", [bibtex, biblatex], ids=["bibtex", "biblatex"])


@DIALECTS
@settings(deadline=None, max_examples=100)
@given(works=catalogues)
def test_round_trip(dialect: ModuleType, works: list[Work]) -> None:
    assume(not any(" ; " in text for work in works for text in map(str, work.fields.values())))
    reading = dialect.read(dialect.write(works))
    assert reading.works == tuple(works)
    assert reading.problems == ()


READ = r"""
@string{jmp = "Journal of " # sub}
@string{sub = "Later"}
@xdata{place, publisher = {Press}, location = {Oxford}}
@proceedings{conf, title = {Proc of {ACM}}, editor = {Roe, R.}, year = 1999, xdata = {place}}
@inproceedings{paper, author = {Doe, J. and others}, title = {A: B}, crossref = {CONF}}
@article{art, journal = jmp, title = {T}, subtitle = {Sub}, number = 3, issue = {Spring},
  pages = {1--2, 5}, year = {2001}, month = "10~" # jan, langid = {ngerman}, foo = {a \& b},
  file = {a_b%c.pdf}, doi = {10.1/a_b%c}, note = nosuch # { x}}
@mastersthesis{ma, school = {U}, year = {in press}, month = {Michaelmas}}
@thesis{phd, type = {phdthesis}, institution = {U}, date = {1999~/..}}
@phdthesis{dr, type = {Diss.}, date = {soon}, origyear = 1901, year = 2001}
@online{blog, entrysubtype = {post-weblog}, url = {\url{http://x.y/%20}}, urldate = {2020-02-29}}
@misc{how, howpublished = {\url{http://x.y}}, date = {2001-05}, year = 2001}
@misc{both, date = {2001}, year = 1999, howpublished = {Web}}
@manual{man, organization = {Org}, title = {Really?}, subtitle = {Yes}}
@article{news, entrysubtype = {newspaper}, journaltitle = {N}, journal = {Old}}
@frobnicate{odd, csl-type = {map}, csl-director = {Doe, J.}, csl-submitted = {2001}}
@article{lost, crossref = {nowhere}, title = {}, date = {2001}, day = 4}
"""


@pytest.fixture(scope="module")
def works() -> dict[str, Work]:
    return {work.id: work for work in bibtex.read(READ).works}


def test_fields_become_variables(works: dict[str, Work]) -> None:
    art = works["art"]
    assert art.type == "article-journal"
    assert dict(art.fields) == {
        "container-title": "Journal of sub",
        "title": "T: Sub",
        "issue": "3",
        "page": "1-2, 5",
        "issued": Date(DatePoint(2001, 1, 10)),
        "language": "de",
        "DOI": "10.1/a_b%c",
        "note": "nosuch x",
    }
    assert dict(art.extra) == {"issue": "Spring", "foo": "a & b", "file": "a_b%c.pdf"}


@pytest.mark.parametrize("field", ["date={}", "date={ }", "urldate={}, origdate={}"])
def test_an_empty_date_is_none(field: str) -> None:
    (work,) = biblatex.read(f"@book{{a, title={{T}}, {field}}}").works
    assert work.fields == {"title": "T"}
    for name in ("csljson", "ris", "refer", "refworks", "nbib", "mods"):
        assert registry.get(name, "w").write([work], how := Writing())
        assert not [loss for loss in how.losses if loss.field in ("issued", "accessed")]


def test_inheritance(works: dict[str, Work]) -> None:
    paper = works["paper"]
    assert paper.text("container-title") == 'Proc of <span class="nocase">ACM</span>'
    assert paper.text("title") == "A: B"
    assert paper.text("publisher") == "Press"
    assert paper.text("publisher-place") == "Oxford"
    assert paper.names("editor") == (Name("Roe", "R."),)
    assert paper.date("issued") == Date(DatePoint(1999))
    assert "place" not in works


@pytest.mark.parametrize(
    ("key", "type_", "fields"),
    [
        ("ma", "thesis", {"genre": "Master’s thesis", "issued": Date(literal="in press")}),
        ("phd", "thesis", {"genre": "PhD thesis", "publisher": "U"}),
        ("dr", "thesis", {"genre": "Diss.", "issued": Date(DatePoint(2001))}),
        ("blog", "post-weblog", {"URL": "http://x.y/%20"}),
        ("how", "document", {"URL": "http://x.y", "issued": Date(DatePoint(2001, 5))}),
        ("both", "document", {"issued": Date(DatePoint(2001))}),
        ("man", "book", {"title": "Really? Yes", "publisher": "Org"}),
        ("news", "article-newspaper", {"container-title": "N"}),
        ("odd", "map", {"director": (Name("Doe", "J."),), "submitted": Date(DatePoint(2001))}),
    ],
)
def test_types_and_dates(
    works: dict[str, Work], key: str, type_: str, fields: dict[str, object]
) -> None:
    work = works[key]
    assert work.type == type_
    assert {name: work.fields.get(name) for name in fields} == fields


def test_what_has_no_variable_is_kept(works: dict[str, Work]) -> None:
    assert works["ma"].extra == {"month": "Michaelmas"}
    assert works["both"].extra == {"year": "1999", "howpublished": "Web"}
    assert works["man"].extra == {"entrytype": "manual"}
    assert works["news"].extra == {"journal": "Old"}
    assert works["lost"].extra == {"crossref": "nowhere", "day": "4"}


def test_problems_say_where() -> None:
    reading = bibtex.read(READ, "refs.bib")
    found = {(problem.code, problem.where.key) for problem in reading.problems}
    assert found == {
        ("undefined-string", "jmp"),
        ("undefined-string", "art"),
        ("unknown-crossref", "lost"),
    }
    assert all(problem.where.file == "refs.bib" for problem in reading.problems)


INHERITING = """
@xdata{house, publisher = {Press}, location = {Oxford}}
@mvbook{all, author = {Doe, J.}, title = {All}, subtitle = {Works}, xdata = {house}, date = 1990}
@book{one, title = {One}, volume = 1, crossref = {all}, date = 1991, doi = {10.1/one}}
@inbook{part, title = {Part}, crossref = {one}, pages = {3}}
@periodical{issue, title = {Journal}, number = 4, date = {2001-04}}
@article{art, title = {Art}, crossref = {issue}}
@incollection{plain, title = {A}, booktitle = {Own}, crossref = {set}, year = 1999}
@collection{set, title = {Set}, xdata = {house}, date = 2000, editor = {Roe, R.}}
"""


def test_inheritance_by_biblatex_rules() -> None:
    found = {work.id: work for work in bibtex.read(INHERITING).works}
    one, part = found["one"], found["part"]
    assert one.text("title") == "One"
    assert one.text("container-title") == "All: Works"
    assert part.extra["maintitle"] == "All: Works"
    assert (one.text("publisher"), one.date("issued")) == ("Press", Date(DatePoint(1991)))
    assert part.text("title") == "Part"
    assert part.text("container-title") == "One"
    assert part.names("container-author") == (Name("Doe", "J."),)
    assert part.text("publisher-place") == "Oxford"
    assert part.text("volume") == "1"
    assert "DOI" not in part.fields
    assert found["art"].text("container-title") == "Journal"
    assert found["art"].date("issued") == Date(DatePoint(2001, 4))
    assert found["plain"].text("container-title") == "Own"
    assert found["plain"].date("issued") == Date(DatePoint(1999))
    assert found["plain"].names("editor") == (Name("Roe", "R."),)


def test_single_fields_from_xdata() -> None:
    text = """@xdata{the-press, publisher = {Press}, author = {Doe, J. and Roe, R.}}
    @book{a, publisher = {xdata=the-press-publisher}, location = {xdata=none-location},
      author = {Own, O. and xdata=the-press-author-2}, editor = {xdata = the-press-author}}"""
    reading = biblatex.read(text)
    (work,) = reading.works
    assert work.text("publisher") == "Press"
    assert work.names("author") == (Name("Own", "O."), Name("Roe", "R."))
    assert work.names("editor") == (Name("Doe", "J."), Name("Roe", "R."))
    assert work.text("publisher-place") == "xdata=none-location"
    assert [problem.code for problem in reading.problems] == ["unknown-crossref"]


def test_a_long_line_of_parents_takes_linear_time() -> None:
    entries = [f"@book{{b{n}, title = {{T}}, crossref = {{b{n + 1}}}}}" for n in range(2000)]
    reading = bibtex.read("\n".join(entries))
    assert len(reading.works) == 2000
    assert {problem.code for problem in reading.problems} == {"deep-crossref", "unknown-crossref"}


def test_what_publishers_mean() -> None:
    text = """
    @article{a, journal = {Adv. Math.}, fjournal = {Advances in Mathematics}}
    @inproceedings{b, location = {San Jose}, address = {New York}}
    @proceedings{c, title = {Proc.}, booktitle = {Proc.}}
    @misc{d, howpublished = {https://example.org/x}}
    """
    a, b, c, d = bibtex.read(text).works
    assert a.text("container-title") == "Advances in Mathematics"
    assert a.text("container-title-short") == "Adv. Math."
    assert (b.text("event-place"), b.text("publisher-place")) == ("San Jose", "New York")
    assert (c.text("container-title"), c.extra["booktitle"]) == ("", "Proc.")
    assert (d.text("URL"), d.extra) == ("https://example.org/x", {})
    for dialect in (bibtex, biblatex):
        assert dialect.read(dialect.write([a, b, c, d])).works == (a, b, c, d)


VERBATIM = r"http://x.y/{~}a_b%20c\&d#e$f--g``h''"


def test_fields_without_latex_are_not_decoded() -> None:
    names = ("eprint", "file", "verba", "pdf", "local-url")
    fields = "".join(f"  {name} = {{{VERBATIM}}},\n" for name in ("url", "doi", *names))
    (work,) = bibtex.read(f"@article{{k,\n{fields}}}").works
    assert (work.text("URL"), work.text("DOI")) == (VERBATIM, VERBATIM)
    assert dict(work.extra) == dict.fromkeys(names, VERBATIM)
    for dialect in (bibtex, biblatex):
        assert dialect.read(dialect.write([work])).works == (work,)


def test_macros_and_concatenation() -> None:
    text = """
    @string{pub = "One"}
    @book{a, publisher = pub # { } # "Press", month = feb # "/" # MAR, year = 2001}
    @string{pub = pub # " and Two"}
    @book{b, publisher = pub, year = "200" # 2}
    """
    reading = bibtex.read(text)
    a, b = reading.works
    assert reading.problems == ()
    assert (a.text("publisher"), b.text("publisher")) == ("One Press", "One and Two")
    assert a.date("issued") == Date(DatePoint(2001, 2), DatePoint(2001, 3), range=True)
    assert b.date("issued") == Date(DatePoint(2002))


def test_names_of_both_dialects() -> None:
    text = """@book{a, author = {de la Vall{\\'e}e Poussin, Jr., Charles and
      {Health and Safety {\\"U}} and family=Doe, given=Jane, prefix=van, useprefix=true
      and others}}"""
    (work,) = bibtex.read(text).works
    assert work.names("author") == (
        Name("Vallée Poussin", "Charles", non_dropping_particle="de la", suffix="Jr."),
        Name(literal="Health and Safety Ü"),
        Name("Doe", "Jane", non_dropping_particle="van"),
        OTHERS,
    )


def test_the_first_of_a_field_given_twice_counts() -> None:
    reading = bibtex.read("@book{a, title = {A}, title = {B}}")
    assert reading.works[0].text("title") == "A"
    assert [problem.code for problem in reading.problems] == ["duplicate-field"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends(newline: str) -> None:
    text = "@book{a,\n title = {One\n\ttwo},\n % no\n year = 2001\n}\n".replace("\n", newline)
    reading = bibtex.read(text + "@book{b, title = {x}}\nyear = {1},\n".replace("\n", newline))
    assert reading.works[0].text("title") == "One two"
    assert [problem.where.line for problem in reading.problems] == [8]


def test_entry_cycle_ends() -> None:
    text = "@book{a, crossref={b}, xdata={a}}\n@book{b, crossref={a}, title={T}}"
    assert [work.text("title") for work in bibtex.read(text).works] == ["T", "T"]


def test_duplicate_key_loses_nothing() -> None:
    reading = bibtex.read("@book{k, title={A}}\n@book{k, title={B}}")
    assert [work.text("title") for work in reading.works] == ["A", "B"]
    assert [problem.code for problem in reading.problems] == ["duplicate-key"]


def test_bibtex_output() -> None:
    work = Work(
        "doe:2001",
        "report",
        {
            "title": 'On <span class="nocase">DNA</span> & <i>E. coli</i>',
            "author": (Name("Doe", "Jane"), Name(literal="R & D")),
            "issued": Date(DatePoint(2001, 5, 3)),
            "page": "1-2",
            "language": "en-GB",
            "publisher": "Institute",
        },
        {"file": "a_b.pdf", "my key": "x", "title": "y"},
    )
    assert bibtex.write([work]) == (
        "@techreport{doe:2001,\n"
        "  author = {Doe, Jane and {R \\& D}},\n"
        "  title = {On {DNA} \\& \\emph{E. coli}},\n"
        "  pages = {1--2},\n"
        "  institution = {Institute},\n"
        "  year = {2001},\n"
        "  month = may,\n"
        "  day = {3},\n"
        "  language = {british},\n"
        "  file = {a_b.pdf},\n"
        "  my-key = {x},\n"
        "  extra-title = {y},\n"
        "}\n"
    )
    assert "@report{" in biblatex.write([work])
    assert "date = {2001-05-03}" in biblatex.write([work])
    assert "langid = {british}" in biblatex.write([work])


@DIALECTS
@pytest.mark.parametrize(
    "work",
    [
        Work("a b,c", "book"),
        Work("", "book", {"title": "x"}),
        Work("k", "thesis", {"genre": "PhD thesis"}),
        Work("k", "thesis", {"genre": "Habilitation"}),
        Work("k", "thesis"),
        Work("k", "map", {}, {"entrysubtype": "classical"}),
        Work("k", "book", {}, {"entrytype": "manual"}),
        Work("k", "document", {}, {"entrytype": "custom"}),
        Work("k", "document", {}, {"entrytype": "comment"}),
        Work("k", "document", {}, {"entrytype": "x y"}),
        Work("k", "book", {}, {"entrytype": "thesis"}),
        Work("k", "book", {"language": "tlh"}),
        Work("k", "book", {"language": "German"}),
        Work("k", "book", {"page": "1-2 — 3--4"}),
        Work("k", "book", {"page": "1", "container-title": "C", "issue": "2", "number": "3"}),
        Work("k", "book", {"issued": Date(None, DatePoint(1999), range=True)}),
        Work("k", "book", {"title": "x"}, {"extra-title": "y", "csl-note": "z", "csl-x": "w"}),
        Work("k", "book", {"title": "x"}, {"file": "{"}),
    ],
)
def test_hard_cases_round_trip(dialect: ModuleType, work: Work) -> None:
    (back,) = dialect.read(dialect.write([work])).works
    if work.extra.get("file") == "{":
        assert back.extra["file"] == "\\textbraceleft{}"
    else:
        assert back == work


def test_unbalanced_url_is_percent_encoded() -> None:
    (back,) = bibtex.read(bibtex.write([Work("k", "book", {"URL": "http://x/{"})])).works
    assert back.text("URL") == "http://x/%7B"


def test_crossref_is_written_only_with_its_target() -> None:
    child = Work("c", "chapter", {"title": "x"}, {"crossref": "p"})
    assert "crossref" not in bibtex.write([child])
    assert "crossref = {p}" in bibtex.write([child, Work("p", "book", {"title": "P"})])


@settings(deadline=None)
@given(st.text() | st.text(alphabet='@{}(),="#\\ab\n1%', max_size=60).map("@a{k,".__add__))
def test_any_text_reads(text: str) -> None:
    reading = bibtex.read(text)
    assert all(problem.message for problem in reading.problems)


def test_table_is_consistent() -> None:
    for row in TYPES:
        for entry_type in (row.bibtex, row.biblatex):
            assert entry_type in MEANINGS
    for row in FIELDS:
        assert {row.bibtex, row.biblatex} <= set(row.read) or row.variable in ("issue", "annote")


def test_real_files_read_and_return() -> None:
    folder = TESTDATA / "bib-corpus"
    if not folder.is_dir():
        pytest.skip(f"no test data in {folder}")
    for path in sorted(folder.glob("bib*.bib"))[::4]:
        reading = bibtex.read(path.read_text("utf-8", errors="replace"), path.name)
        again = biblatex.read(biblatex.write(reading.works))
        assert len(again.works) == len(reading.works), path.name


@pytest.mark.parametrize(
    ("names", "first"),
    [
        (r"\AA ngstr\"om, Anders", Name("Ångström", "Anders")),
        (r"Anders \O stergaard", Name("Østergaard", "Anders")),
        (r"\v Capek, Karel", Name("Čapek", "Karel")),
        (r"Fran\c cois, \'E. and Roe, R.", Name("François", "É.")),
        (r"\L ukasz Nowak", Name("Nowak", "Łukasz")),
        (r"\v{C}apek, Karel", Name("Čapek", "Karel")),
    ],
)
def test_control_words_take_the_space_after_them(names: str, first: Name) -> None:
    work = bibtex.read(f"@book{{a, author = {{{names}}}}}").works[0]
    assert work.names("author")[0] == first


@pytest.mark.parametrize(
    ("field", "variable", "value"),
    [
        (r"url = {http://x.org/a?b=1{\&}c{\_}d{\#}e{\~{}}f}", "URL", "http://x.org/a?b=1&c_d#e~f"),
        (r"doi = {10.1002/1{\textless}2::3{\textgreater}4.0}", "DOI", "10.1002/1<2::3>4.0"),
        (r"url = {http://x.org/a\_b%20{c}}", "URL", r"http://x.org/a\_b%20{c}"),
    ],
)
def test_addresses_as_mendeley_writes_them(field: str, variable: str, value: str) -> None:
    (work,) = bibtex.read(f"@article{{k, title = {{T}}, {field}}}").works
    assert work.text(variable) == value


def test_journals_named_by_a_macro() -> None:
    works = bibtex.read(
        "@article{a, title = {T}, journal = {\\apj}}\n"
        "@article{b, title = {T}, journal = {\\nosuch}}"
    ).works
    assert works[0].text("container-title") == "The Astrophysical Journal"
    assert works[1].text("container-title") == "\\nosuch"


REPORTED = r"""@jurisdiction{quay, title = {Orme v. Ferrow Ltd.}, reporter = {Q.~R.}, volume = {12},
  pages = {34}, date = {1987}}
@jurisdiction{both, title = {Mole v. Pier}, reporter = {Q. R.}, journaltitle = {Harbour Reports}}
@jurisdiction{case, title = {Mole}, reporter = {{FAM}RZ}}
@article{press, title = {Weather}, journaltitle = {The Gale}, reporter = {Orme}}
@article{other, title = {Weather}, reporter = {Orme}}
"""


def test_a_case_stands_in_its_reporter() -> None:
    quay, both, case, press, other = biblatex.read(REPORTED).works
    assert quay.text("container-title") == "Q.\u00a0R."
    assert both.text("container-title") == "Harbour Reports"
    assert both.extra["reporter"] == "Q. R."
    assert "FAM" in case.text("container-title")
    assert press.text("container-title") == "The Gale"
    assert other.text("container-title") == ""


LETTERS = """
@letter{held, author = {Lindner, Karl}, recipient = {Lee, Ann and Roe, Bo}, date = {1872-05-03},
  library = {Bodleian Library}, shelfmark = {MS. Eng. c. 4}, location = {Oxford}}
@letter{apa, institution = {Archive Center}, location = {Tarrytown}, addressee = {Lee, Ann}}
@letter{printed, library = {Quay Library}, publisher = {Quay}, location = {Leeds}}
@manuscript{codex, library = {Quay Library}, collection = {Codices}, shelfmark = {12}}
@unpublished{notes, title = {Notes}, location = {Leeds}}
@misc{dump, archive = {arXiv}, eprint = {1}, library = {Quay Library}}
@book{copy, library = {QC161}}
"""


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (
            "held",
            {
                "recipient": (Name("Lee", "Ann"), Name("Roe", "Bo")),
                "archive": "Bodleian Library",
                "archive_location": "MS. Eng. c. 4",
                "archive-place": "Oxford",
            },
        ),
        (
            "apa",
            {
                "recipient": (Name("Lee", "Ann"),),
                "archive": "Archive Center",
                "archive-place": "Tarrytown",
            },
        ),
        ("printed", {"archive": "Quay Library", "publisher": "Quay", "publisher-place": "Leeds"}),
        (
            "codex",
            {"archive": "Quay Library", "archive_collection": "Codices", "archive_location": "12"},
        ),
        ("notes", {"publisher-place": "Leeds"}),
        ("dump", {"archive": "Quay Library"}),
        ("copy", {}),
    ],
)
@DIALECTS
def test_letters_and_manuscripts_say_what_holds_them(
    dialect: ModuleType, key: str, wanted: dict[str, object]
) -> None:
    work = next(work for work in dialect.read(LETTERS).works if work.id == key)
    held = {"recipient", "archive", "archive_location", "archive_collection", "archive-place"}
    found = {name: value for name, value in work.fields.items() if name in held | wanted.keys()}
    assert found == wanted
    assert dialect.read(dialect.write([work])).works == (work,)


def test_a_letter_goes_to_latex_in_the_fields_of_its_styles() -> None:
    held = [work for work in biblatex.read(LETTERS).works if work.id == "held"]
    written = biblatex.write(held)
    for field in ("recipient = {Lee", "library = {Bod", "shelfmark = {MS", "location = {Ox"):
        assert f"  {field}" in written


@DIALECTS
def test_a_reporter_is_written_as_it_came(dialect: ModuleType) -> None:
    works = biblatex.read(REPORTED).works
    text = dialect.write(works[:1])
    assert "reporter = {Q.~R.}" in text
    assert "journal" not in text
    assert "booktitle" not in text
    assert dialect.read(dialect.write(works)).works == works


@DIALECTS
def test_a_reporter_that_is_no_container_stays_none(dialect: ModuleType) -> None:
    work = Work("x", "legal_case", {"title": "Mole v. Pier"}, {"reporter": "Orme"})
    assert dialect.read(dialect.write([work])).works == (work,)


@pytest.mark.parametrize(
    ("tag", "babel"), [("de", "ngerman"), ("de-AT", "naustrian"), ("de-CH", "nswissgerman")]
)
def test_german_is_hyphenated_as_it_is_spelt_today(tag: str, babel: str) -> None:
    written = biblatex.write([Work("a", "book", {"title": "Häfen", "language": tag})])
    assert f"langid = {{{babel}}}" in written
    (work,) = biblatex.read(written).works
    assert work.fields["language"] == tag


@DIALECTS
@pytest.mark.parametrize(("first", "last"), [(0, -1000), (-43, -26), (-43, 14), (5, -3), (5, 14)])
def test_ranges_of_years_before_our_era(dialect: ModuleType, first: int, last: int) -> None:
    issued = Date(DatePoint(first), DatePoint(last), range=True)
    work = Work("a", "article", {"issued": issued})
    reading = dialect.read(dialect.write([work]))
    assert reading.works == (work,)
    assert reading.problems == ()
