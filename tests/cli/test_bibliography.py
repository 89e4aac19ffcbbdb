"""Bibliographies, citations, styles and the batch interface."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

TESTDATA = Path(os.environ.get("CITEKIT_TESTDATA", Path(__file__).parents[2] / ".." / "shared"))
NINE = TESTDATA / "seed-styles" / "items-nine.json"
STYLES = (
    "apa",
    "chicago-author-date",
    "modern-language-association",
    "harvard-cite-them-right",
    "ieee",
)


def test_bib_in_csl_and_bst_styles(seeds: Path, citekit: Run) -> None:
    apa = citekit("bib", "--cited").out
    assert "Waltz, K. N. (1959). Man, the State and War. Columbia University Press." in apa
    assert "(Original work published 1960" in apa
    html = citekit("bib", "waltz1959", "--format", "html", "--style", "apa").out
    assert "<i>Man, the State and War</i>" in html
    for style in ("plain", "bst:citekit-plain", "styles/own.bst"):
        if style.endswith(".bst"):
            source = Path(__file__).parents[2] / "styles" / "citekit-plain.bst"
            (seeds / "styles").mkdir()
            (seeds / style).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        out = citekit("bib", "waltz1959", "--style", style).out
        assert "Waltz" in out
        assert "1959" in out


def test_bib_of_a_document(seeds: Path, citekit: Run) -> None:
    out = citekit("bib", "--cited-in", "bacon").out
    assert "Bacon, T. (2018)." in out
    assert "Waltz" not in out
    assert citekit("bib", "--cited-in", "cohen").out.strip() == ""


@pytest.mark.parametrize("output", ["text", "html", "markdown", "latex", "rtf", "json"])
@pytest.mark.parametrize("style", ["ieee", "bst:citekit-plain"])
def test_output_formats(seeds: Path, citekit: Run, output: str, style: str) -> None:
    ran = citekit("bib", "--cited", "--style", style, "--format", output)
    assert ran.code == 0
    assert "Strategy of Conflict" in ran.out


def test_standalone_documents(seeds: Path, citekit: Run) -> None:
    page = citekit("bib", "--cited", "--format", "html", "--standalone").out
    assert page.startswith("<!DOCTYPE html>")
    assert "text-indent: -2em" in page
    assert page.count('<div class="csl-entry">') == 4
    numbered = citekit("bib", "--style", "ieee", "--format", "html", "--standalone").out
    assert "text-indent: -2em" not in numbered
    latex = citekit("bib", "--cited", "--format", "latex", "--standalone").out
    assert latex.startswith("\\documentclass")
    assert latex.endswith("\\end{document}\n")
    plain = citekit("bib", "--cited").out
    assert citekit("bib", "--cited", "--standalone").out == plain


@pytest.mark.parametrize(
    ("kind", "genre", "style", "locale", "wanted"),
    [
        ("phdthesis", "", "din-1505-2", "", "Dissertation"),
        ("thesis", "phdthesis", "iso690-author-date-fr", "", "Thèse de doctorat"),
        ("mastersthesis", "", "apa", "de-AT", "[Masterarbeit]"),
        ("report", "techreport", "apa", "es-ES", "[Informe técnico]"),
        ("thesis", "phdthesis", "apa", "", "[PhD thesis]"),
        ("thesis", "PhD thesis", "din-1505-2", "", "PhD thesis"),
    ],
)
def test_genres_by_key_are_in_the_language_of_the_bibliography(
    empty: Path, citekit: Run, kind: str, genre: str, style: str, locale: str, wanted: str
) -> None:
    stated = f"type = {{{genre}}}, " if genre else ""
    entry = f"@{kind}{{a, author = {{Favre, A.}}, title = {{Wires}}, {stated}date = {{2011}}}}\n"
    (empty / "refs" / "works.bib").write_text(entry, encoding="utf-8")
    assert wanted in citekit("bib", "--style", style, *(["--locale", locale] if locale else [])).out


@pytest.mark.parametrize(
    ("fields", "style", "locale", "wanted"),
    [
        ("location = {Bern and Riga}", "iso690-note-fr", "", "Bern et Riga"),
        ("location = {Bern and Riga and Rom}", "din-1505-2", "", "Bern, Riga und Rom"),
        ("location = {{Tyne and Wear}}", "din-1505-2", "", "Tyne and Wear"),
        ("location = {Bern and Riga}", "harvard-cite-them-right", "", "Bern and Riga: "),
        ('publisher = {Roth and S{\\"o}hne}', "apa", "de-DE", "Roth und Söhne."),
        ("publisher = {{Roth and Weed}}", "apa", "de-DE", "Roth and Weed."),
        ("pubstate = {inpress}", "chicago-notes-bibliography", "", "in press"),
        ("pubstate = {inpress}", "chicago-notes-bibliography", "de-DE", "im Druck"),
        ("pubstate = {forthcoming}", "chicago-notes-bibliography", "fr-CH", "à paraître"),
        ("pubstate = {soon}", "chicago-notes-bibliography", "fr-FR", "soon"),
    ],
)
def test_lists_and_states_are_in_the_language_of_the_bibliography(
    empty: Path, citekit: Run, fields: str, style: str, locale: str, wanted: str
) -> None:
    fields += "" if "pubstate" in fields else ", date = {1931}"
    fields += "" if "publisher" in fields else ", publisher = {Roth}"
    entry = f"@book{{a, author = {{Favre, A.}}, title = {{Wires}}, {fields}}}\n"
    (empty / "refs" / "works.bib").write_text(entry, encoding="utf-8")
    assert wanted in citekit("bib", "--style", style, *(["--locale", locale] if locale else [])).out


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en-US", "“The ‘Old “Wire”’ and the ‘New.’”"),
        ("de-DE", "„The ‚Old „Wire“‘ and the ‚New‘“."),
        ("fr-FR", "« The “Old « Wire »” and the “New” »."),
        ("de-CH", "«The ‹Old «Wire»› and the ‹New›»."),
    ],
)
def test_quotation_marks_by_command_are_those_of_the_language(
    empty: Path, citekit: Run, locale: str, wanted: str
) -> None:
    title = "The \\enquote{Old \\enquote{Wire}} and the \\mkbibquote{New}"
    entry = f"@article{{a, author = {{Favre, A.}}, title = {{{title}}}, journal = {{J}}}}\n"
    (empty / "refs" / "works.bib").write_text(entry, encoding="utf-8")
    ran = citekit("bib", "--style", "chicago-notes-bibliography", "--locale", locale)
    assert wanted in ran.out.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("keyed", ["inpress", "inpreparation"])
def test_a_state_of_publication_by_key_is_words_elsewhere(
    empty: Path, citekit: Run, keyed: str
) -> None:
    entry = f"@book{{a, author = {{Favre, A.}}, title = {{Wires}}, pubstate = {{{keyed}}}}}\n"
    (empty / "refs" / "works.bib").write_text(entry, encoding="utf-8")
    words = keyed.replace("in", "in ", 1)
    assert f'"status": "{words}"' in citekit("export", "--to", "csljson", "-").out
    assert f"pubstate = {{{keyed}}}" in citekit("export", "--to", "biblatex", "-").out


@pytest.mark.parametrize("style", [None, "apa", "bst:citekit-plain"])
def test_annotated(seeds: Path, citekit: Run, style: str | None) -> None:
    arguments = ["--style", style] if style else []
    out = " ".join(citekit("bib", "waltz1959", "--annotated", *arguments).out.split())
    assert "Kenneth Waltz’s neo-realist" in out
    assert "three level analysis" in out
    assert out.count("line 3") >= 3


@pytest.mark.parametrize("style", [None, "apa", "bst:citekit-plain"])
def test_annotated_with_the_passages_of_one_document(
    empty: Path, citekit: Run, style: str | None
) -> None:
    arguments = ["--style", style] if style else []
    citekit("add", "book", "author=Harrow, Anna", "title=Ropes", "date=1931", "key=harrow1931")
    for name, words in (("one", "the quiet engine"), ("two", "a loud machine")):
        path = empty / "texts" / f"{name}.txt"
        path.write_text(f"Of {words} she says much.\n\nThere is {name} more place.\n")
        assert citekit("link", f"{name}.txt", "harrow1931", "--quote", words).code == 0
        assert citekit("link", f"{name}.txt", "harrow1931", "--quote", f"{name} more").code == 0
    path.write_text("Nothing of it is left.\n\nThere is two more place.\n")
    both = citekit("bib", "--cited", "--annotated", *arguments)
    assert both.out.count("line") == 3
    for name, line in (("one", "line 1"), ("two", "line 3")):
        ran = citekit("bib", "--cited-in", f"{name}.txt", "--annotated", *arguments)
        assert ("one.txt" in ran.out, "two.txt" in ran.out) == (name == "one", name == "two")
        assert line in ran.out
    assert "surely found" not in ran.out + both.out
    told = "texts/two.txt: warning: 1 passage is left out: its words are no longer surely found"
    assert told in ran.err
    assert told in both.err
    other = citekit("bib", "--cited-in", "one.txt", "--annotated", *arguments)
    assert "left out" not in other.err


def test_untitled_undated_texts_are_rendered_as_styles_do(seeds: Path, citekit: Run) -> None:
    out = citekit("bib", "003_7997551d2143d8e6").out
    assert out.lower().startswith("(n.d.)")
    assert "Unknown" not in out


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["waltz1959"], "(Waltz, 1959)"),
        (["waltz1959@12"], "(Waltz, 1959, p. 12)"),
        (["waltz1959@12-15", "jervis1976"], "(Jervis, 1976; Waltz, 1959, pp. 12–15)"),
        (["waltz1959@ch.3"], "(Waltz, 1959, Chapter 3)"),
        (["waltz1959@section 4"], "(Waltz, 1959, Section 4)"),
        (["waltz1959@ch. 3", "--locale", "fr-CH"], "(Waltz, 1959, Chapitre 3)"),
        (["waltz1959", "--narrative"], "Waltz (1959)"),
        (["waltz1959@12", "jervis1976", "--narrative"], "Waltz (1959, p. 12) and Jervis (1976)"),
        (
            ["waltz1959", "jervis1976", "bacon2018", "--narrative"],
            "Waltz (1959), Jervis (1976), and Bacon (2018)",
        ),
        (["waltz1959", "jervis1976", "--author-only", "--locale", "de-CH"], "Waltz und Jervis"),
        (["waltz1959", "jervis1976", "--narrative", "--style", "ieee"], "[1] and [2]"),
        (["waltz1959", "--suppress-author"], "(1959)"),
        (["waltz1959", "--author-only"], "Waltz"),
        (["waltz1959", "--prefix", "see "], "(see Waltz, 1959)"),
        (["waltz1959", "--suffix", ", passim"], "(Waltz, 1959, passim)"),
        (["waltz1959", "--style", "ieee"], "[1]"),
        (["waltz1959@12", "--style", "modern-language-association"], "(Waltz 12)"),
        (["waltz1959", "--style", "bst:citekit-plain"], "[1]"),
        (["waltz1959", "--format", "html", "--style", "nature"], "<sup>1</sup>"),
    ],
)
def test_cite(seeds: Path, citekit: Run, arguments: list[str], wanted: str) -> None:
    ran = citekit("cite", *arguments)
    assert ran.out.strip() == wanted, ran.err


@pytest.mark.parametrize(
    ("style", "via", "wanted"),
    [
        ("apa", "one", "(Schelling, 1960/1963, as cited in Roe, 2018)"),
        ("modern-language-association", "one", "(qtd. in Roe)"),
        ("chicago-author-date", "one", "(Schelling [1960] 1963, cited in Roe 2018)"),
        ("apa", "titled", "(Schelling, 1960/1963, as cited in Why So?, 2015)"),
        ("apa", "house", "(Schelling, 1960/1963, as cited in Chatham House, 2016)"),
        ("modern-language-association", "titled", "(qtd. in Why So?)"),
        ("modern-language-association", "house", "(qtd. in Chatham House, 2016)"),
    ],
)
def test_secondary_citations(seeds: Path, citekit: Run, style: str, via: str, wanted: str) -> None:
    path = seeds / "refs" / "more.bib"
    path.write_text(
        "@online{one, author={Roe, Jo}, title={Allies}, date={2018-06}}\n"
        "@book{titled, title={Why So?}, date={2015}}\n"
        "@misc{house, publisher={Chatham House}, date={2016-07}}\n",
        encoding="utf-8",
    )
    ran = citekit("cite", "schelling1963", "--via", via, "--style", style)
    assert ran.out.strip() == wanted, ran.err


def test_secondary_citation_in_a_note_and_in_german(seeds: Path, citekit: Run) -> None:
    out = citekit(
        "cite", "schelling1963", "--via", "bacon", "--style", "chicago-notes-bibliography"
    ).out
    assert ", quoted in Tricia Bacon" in out
    assert out.startswith("Thomas Schelling, The Strategy of Conflict")
    out = citekit("cite", "waltz1959", "--via", "bacon", "--locale", "de-DE").out
    assert ", zitiert nach Bacon" in out


def test_secondary_citation_through_an_unnamed_text_says_so(seeds: Path, citekit: Run) -> None:
    ran = citekit("cite", "schelling1963", "--via", "001_14cf3669de14d582.txt")
    assert ran.out.strip() == "(Schelling, 1960/1963, as cited in 001_14cf3669de14d582.txt, n.d.)"
    assert "states neither author, title nor publisher" in ran.err


def test_styles(seeds: Path, citekit: Run) -> None:
    names = citekit("style", "list").out.splitlines()
    assert {"apa", "citekit-annotated", "nature"} <= set(names)
    assert len(citekit("style", "list", "--json").json) == len(names)
    found = citekit("style", "search", "modern", "language", "--json").json
    assert "modern-language-association" in [style["name"] for style in found]
    assert citekit("style", "search", "zzzz").code == 2
    shown = citekit("style", "show", "apa", "--json").json
    assert shown["citation"] == "(Waltz, 1959, p. 12)"
    assert "Waltz" in citekit("style", "show", "bst:citekit-plain").out


def batch(citekit: Run, monkeypatch: pytest.MonkeyPatch, request: object) -> Ran:
    class Input:
        buffer = io.BytesIO(json.dumps(request).encode())

    monkeypatch.setattr(sys, "stdin", Input)
    return citekit("process")


def test_process(citekit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    request = {
        "style": "apa",
        "items": [
            {"id": "a", "type": "book", "title": "T",
             "author": [{"family": "Roe", "given": "Jo"}], "issued": {"date-parts": [[1999]]}},
            {"id": "b", "type": "book"},
        ],
        "citations": [
            {"citationItems": [{"id": "a", "locator": "3", "label": "chapter"}],
             "properties": {"noteIndex": 1}},
            {"citationItems": [{"id": "missing"}]},
        ],
    }  # fmt: skip
    answer = batch(citekit, monkeypatch, request).json
    assert answer["citations"][0] == "(Roe, 1999, Chapter 3)"
    assert "missing" in [problem["id"] for problem in answer["problems"]]
    assert answer["bibliography"][0].startswith('<div class="csl-entry">')
    request["format"] = "text"
    answer = batch(citekit, monkeypatch, request).json
    assert "Roe, J. (1999). T." in answer["bibliography"]


def test_process_names_items_with_no_printed_form(
    citekit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    request = {
        "style": "modern-language-association",
        "items": [{"id": "bare", "type": "webpage"}],
        "citations": [{"citationItems": [{"id": "bare"}]}],
    }
    answer = batch(citekit, monkeypatch, request).json
    assert answer["citations"] == [""]
    problems = [(problem["code"], problem["id"]) for problem in answer["problems"]]
    assert ("empty-cite", "bare") in problems


@pytest.mark.skipif(not NINE.is_file(), reason="needs CITEKIT_TESTDATA/seed-styles")
@pytest.mark.parametrize("style", STYLES)
def test_the_nine_items_are_printed_as_the_reference_prints_them(
    citekit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, style: str
) -> None:
    monkeypatch.chdir(tmp_path)
    expected = json.loads(
        (NINE.parent / "expected-nine" / f"{style}.json").read_text(encoding="utf-8")
    )
    items = json.loads(NINE.read_text(encoding="utf-8"))
    clusters = json.loads((NINE.parent / "expected-nine" / "clusters.json").read_text("utf-8"))
    alone = batch(citekit, monkeypatch, {"style": style, "items": items, "citations": []}).json
    assert alone["bibliography"] == expected["bibliography"]
    citations = [
        {"citationItems": cluster, "properties": {"noteIndex": number}}
        for number, cluster in enumerate(clusters, 1)
    ]
    answer = batch(
        citekit, monkeypatch, {"style": style, "items": items, "citations": citations}
    ).json
    assert answer["bibliography"] == expected["bibliography"]
    for got, wanted in zip(answer["citations"], expected["citations"], strict=True):
        assert got == ("" if "CSL STYLE ERROR" in wanted else wanted)


def test_a_bibliography_can_be_narrowed_and_linked(seeds: Path, citekit: Run) -> None:
    whole = citekit("bib", "--style", "apa").out
    books = citekit("bib", "--style", "apa", "--include", "type=book").out
    rest = citekit("bib", "--style", "apa", "--exclude", "type=book").out
    assert "Man, the State and War" in books
    assert "Man, the State and War" not in rest
    assert len(books.splitlines()) < len(whole.splitlines()) > len(rest.splitlines())
    assert citekit("bib", "--include", "book").code == 2
    citekit("edit", "bacon", "url=https://example.org/allies")
    linked = citekit("bib", "bacon", "--style", "apa", "--links", "--format", "html").out
    assert '<a href="https://example.org/allies">' in linked
    assert "<a " not in citekit("bib", "bacon", "--style", "apa", "--format", "html").out


def test_a_request_may_ask_for_links_and_abbreviations(
    citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><citation><layout>'
        '<text variable="container-title" form="short"/><text variable="URL"/></layout></citation>'
        "</style>"
    )
    items = [{"id": "a", "type": "book", "container-title": "Long", "URL": "https://a.b"}]
    request = {
        "style": style,
        "items": items,
        "citations": [{"citationItems": [{"id": "a"}]}],
        "links": True,
        "abbreviations": {"default": {"container-title": {"Long": "L."}}},
    }
    (made,) = batch(citekit, monkeypatch, request).json["citations"]
    assert made == 'L.<a href="https://a.b">https://a.b</a>'
    request["abbreviations"] = {"default": ["x"]}
    assert batch(citekit, monkeypatch, request).code == 3


def test_keys_stand_beside_what_is_cited(seeds: Path, citekit: Run) -> None:
    assert citekit("add", "book", "title=Tides", "date=1990", "--key", "tides").code == 0
    cited = citekit("bib", "--cited").out
    assert "Tides" not in cited
    both = citekit("bib", "--cited", "tides").out
    assert "Tides" in both
    assert len(both.splitlines()) > len(cited.splitlines())
    assert citekit("bib", "--cited", "--cited-in", "cohen").code == 2


@pytest.mark.parametrize(
    ("rule", "hint"),
    [
        ("nofield=3", "a variable of CSL"),
        ("nofield=3", "these works have author,"),
        ("journaltitle=X", "container-title"),
        ("doi=", "DOI"),
        ("reporter=U.S.", "container-title"),
    ],
)
def test_a_filter_by_no_field_is_refused(seeds: Path, citekit: Run, rule: str, hint: str) -> None:
    for option in ("--include", "--exclude"):
        ran = citekit("bib", option, rule)
        assert ran.code == 2
        assert "is no field" in ran.err
        assert hint in ran.err
    assert citekit("bib", "--exclude", "director=Orme").code == 0


def test_filters_by_entry_type_and_by_fields_that_csl_has_not(seeds: Path, citekit: Run) -> None:
    case = ("title=Roe v. Wade", "reporter=U.S.", "volume=410", "pages=113", "date=1973")
    assert citekit("add", "jurisdiction", *case, "--key", "roe").code == 0
    for rule in ("reporter=U.S.", "entrytype=jurisdiction", "container-title=U.S."):
        assert citekit("bib", "--include", rule).out.count("\n") == 1
        assert "Roe" not in citekit("bib", "--exclude", rule).out
    assert "Roe" not in citekit("bib", "--include", "entrytype=book", "--include", "reporter=").out
    assert citekit("bib", "--include", "entrytype=song").out == ""


def test_works_that_a_style_prints_no_entry_for(empty: Path, citekit: Run) -> None:
    chicago = ("bib", "--style", "chicago-notes-bibliography")
    leaflets = "".join(
        f"@misc{{lee{year}, author = {{Lee, Bo}}, title = {{Leaflet}}, date = {{{year}}}}}\n"
        for year in range(1900, 1911)
    )
    (empty / "refs/works.bib").write_text(leaflets, encoding="utf-8")
    ran = citekit(*chicago, "lee1900")
    assert (ran.code, ran.out) == (1, "")
    assert "none of these works has an entry in this style" in ran.err
    assert "lee1900" in ran.err
    assert "style “Chicago" in ran.err
    assert "the work is of the type document and has issued, author, title" in ran.err
    book = "@book{roe1950, author = {Roe, Al}, title = {Tides}, date = {1950}}\n"
    (empty / "refs/works.bib").write_text(leaflets + book, encoding="utf-8")
    ran = citekit(*chicago)
    assert ran.code == 1
    assert "Tides" in ran.out
    assert "11 works have no entry in this style: 11 document" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert citekit(*chicago, "--exclude", "type=document").code == 0


SHORT = """@book{c, author = {Favre, A.}, title = {Wires}, date = {1900}, shorthand = {W\\"u}}
@book{b, author = {Reed, B.}, title = {Ropes}, date = {1901}, keywords = {old}, shorthand = {AR}}
@book{a, author = {Weed, C.}, title = {Rivers}, date = {1902}}
@book{d, author = {Tarn, D.}, title = {Quays}, date = {1903}, shorthand = {\\emph{Q}}}
"""


@pytest.mark.parametrize("style", ["apa", "ieee", "bst:citekit-plain"])
def test_the_list_of_shorthands(empty: Path, citekit: Run, style: str) -> None:
    (empty / "refs" / "works.bib").write_text(SHORT, encoding="utf-8")
    ran = citekit("bib", "--shorthands", "--style", style)
    assert ran.code == 0
    lines = [line.split() for line in ran.out.splitlines() if line]
    assert [line[0] for line in lines] == ["AR", "Q", "Wü"]
    assert ["Ropes" in " ".join(line) for line in lines] == [True, False, False]
    assert "[1]" not in ran.out
    ran = citekit("bib", "--shorthands", "--include", "keyword=old", "--format", "html")
    assert '<div class="csl-left-margin">AR</div>' in ran.out
    assert ran.out.count("csl-entry") == 1
    ran = citekit("bib", "a", "--shorthands", "--style", style)
    assert ran.out == ""
    assert "none of these works has a shorthand" in ran.err
