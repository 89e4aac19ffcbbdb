"""What LaTeX, Markdown and HTML documents cite: their markup read, then scanned."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.find.scan import scan
from citekit.find.suggestion import Suggestion
from tests.find.test_citing_forms import scanner


def found(name: str, source: str) -> tuple[str, list[Suggestion]]:
    document = extract(source.encode(), name)
    return document.text, scan(
        document.text,
        scanner(),
        keys=document.keys,
        links=document.links,
        markup=document.markup,
    )


def cites(name: str, source: str) -> list[tuple[str, str, str]]:
    """The words, work and locator of each citation."""
    text, all_found = found(name, source)
    cited = [one for one in all_found if one.kind == "citation"]
    return [(text[one.start : one.end], one.body.value, one.locator) for one in cited]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (r"It rose by 5\% \cite{kuhn1962}.", [(r"\cite{kuhn1962}", "kuhn1962", "")]),
        (
            "Up 5\\,\\%.\nSee \\parencite[3]{kuhn1962}.",
            [(r"\parencite[3]{kuhn1962}", "kuhn1962", "3")],
        ),
        (
            r"See \url{http://e.org/a%20b} and \href{http://e.org/%20}{b} and \cite{kuhn1962}.",
            [(r"\cite{kuhn1962}", "kuhn1962", "")],
        ),
        (
            "See \\cite{kuhn1962,% first \\cite{weber1922}\n  burt1992}.",
            [("kuhn1962", "kuhn1962", ""), ("burt1992", "burt1992", "")],
        ),
        ("See % \\cite{weber1922}\n\\cite{kuhn1962}.", [(r"\cite{kuhn1962}", "kuhn1962", "")]),
        (r"Write \verb|\cite{kuhn1962}| or \textbackslash cite\{kuhn1962\}.", []),
        (
            r"So it is \parencite[12--14]{burt1992,kuhn1962}.",
            [("burt1992", "burt1992", ""), ("kuhn1962", "kuhn1962", "12–14")],
        ),
        (
            r"So it is \parencites[1]{burt1992}[2]{kuhn1962}.",
            [("burt1992", "burt1992", "1"), ("kuhn1962", "kuhn1962", "2")],
        ),
    ],
)
def test_keys_of_latex(source: str, wanted: list[tuple[str, str, str]]) -> None:
    assert cites("a.tex", source) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "Write `@kuhn1962` or ``[@kuhn1962, p. 4]``.",
        r"Ask \@kuhn1962 or write \\cite{kuhn1962}.",
        "Write\n\n```\n[@kuhn1962]\n```",
    ],
)
def test_code_and_escapes_of_markdown_cite_nothing(source: str) -> None:
    assert cites("a.md", source) == []
    wanted = [("@kuhn1962, p. 3", "kuhn1962", "3")]
    assert cites("a.md", f"See [@kuhn1962, p. 3].\n\n{source}") == wanted


def test_code_of_html_cites_nothing() -> None:
    page = "<p>Write <code>[@kuhn1962] <kbd>@kuhn1962</kbd></code> here.</p>"
    assert cites("a.html", page) == []
    assert cites("a.txt", page + " [@kuhn1962]")[-1] == ("@kuhn1962", "kuhn1962", "")


THEBIBLIOGRAPHY = r"""
Paradigms change \cite[5]{K62}, and so do pages \cite{R90,burt1992}; none \cite{no}.

\begin{thebibliography}{9}
\bibitem[Kuhn(1962)]{K62}
T. S. Kuhn.
\newblock {\em The Structure of Scientific Revolutions}.
\newblock University of Chicago Press, 1962.

\bibitem{R90} Ada Roth. Rivers and Roads. Example Press, Leeds, 1990.
\end{thebibliography}

See Burt.
"""


def test_cites_of_latex_lead_to_the_items_of_its_bibliography() -> None:
    text, all_found = found("a.tex", THEBIBLIOGRAPHY)
    assert [
        (text[one.start : one.end], one.body.value, one.locator, one.proposal is not None)
        for one in all_found
        if one.kind in ("citation", "reference")
    ] == [
        (r"\cite[5]{K62}", "kuhn1962", "5", False),
        ("R90", "", "", True),
        ("burt1992", "burt1992", "", False),
        (r"\cite{no}", "", "", False),
        (
            "T. S. Kuhn. The Structure of Scientific Revolutions. "
            "University of Chicago Press, 1962.",
            "kuhn1962",
            "",
            False,
        ),
        ("Ada Roth. Rivers and Roads. Example Press, Leeds, 1990.", "", "", True),
    ]


def test_entries_of_html_are_told_by_their_markup() -> None:
    page = """<p>So it is <span class="citation" data-cites="K62">(Kuhn)</span>.</p>
    <div class="references csl-bib-body"><div id="ref-K62" class="csl-entry">Kuhn, Thomas S. 1962.
    <em>The Structure of Scientific Revolutions</em>. Chicago.</div></div><p>Kuhn, again.</p>"""
    assert cites("a.html", page) == [("(Kuhn)", "kuhn1962", "")]
    _, all_found = found("a.html", page)
    assert [one.method for one in all_found if one.kind == "reference"] == ["reference-list"]


KUHN = "Thomas S. Kuhn, <i>The Structure of Scientific Revolutions</i> (Chicago: Press, 1962), 3."
NOTE = "Thomas S. Kuhn, The Structure of Scientific Revolutions (Chicago: Press, 1962), 3"


@pytest.mark.parametrize(
    "note",
    [
        f'<ol><li id="fn1">{KUHN} <a href="#r1">&#8617;</a></li></ol>',
        f'<ol><li id="fn1"><p>{KUHN}&nbsp;<a href="#r1">↩&#xFE0E;</a></p></li></ol>',
        f'<ol><li id="fn1">{KUHN} <a href="#r1">Return to text</a></li></ol>',
        f'<ol><li id="fn1"><a href="#top">^</a> {KUHN}</li></ol>',
        f'<ol><li id="fn1">^ <a href="#r1">a</a> <a href="#r1">b</a> {KUHN}</li></ol>',
        f'<p id="fn1"><a href="#r1">[1]</a> {KUHN}</p>',
        f'<ol class="references"><li id="fn1"><span class="mw-cite-backlink">^ '
        f'<a href="#r2"><span>Jump up to: </span><sup><i>a</i></sup></a></span> {KUHN}</li></ol>',
    ],
)
def test_what_leads_back_from_a_note_is_no_part_of_it(note: str) -> None:
    page = f'<p>So it is.<sup id="r1"><a href="#fn1">1</a></sup></p>{note}'
    text, all_found = found("a.html", page)
    assert text.rstrip() == f"So it is.[^1]\n\n[^1]: {NOTE}."
    assert cites("a.html", page) == [("[^1]", "kuhn1962", "3")]
    (reference,) = [one for one in all_found if one.kind == "reference"]
    assert text[reference.start : reference.end].removesuffix(".") == NOTE
    assert (reference.body.value, reference.locator) == ("kuhn1962", "3")


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        ('<a href="#fn1"><span>[</span>1<span>]</span></a>', "[^1]"),
        ('<a href="#fn1"><b>*</b></a>', "[^*]"),
        ('<a href="#fn1" role="doc-noteref"><sup>note <i>1</i></sup></a>', "[^note 1]"),
        ('<a href="#fn1">the <q>first</q> note</a>', "the “first” note"),
        ('<a href="#fn1">see <b>reference</b> 1</a>', "see reference 1"),
        ('<a href="#fn1">Back to the list</a>', ""),
        ('<a href="#fn1">1<p>and more', "[^1]\n\nand more"),
        ('<sup><a href="#fn1">1</a></sup>', "[^1]"),
    ],
)
def test_marks_of_notes_in_html(mark: str, wanted: str) -> None:
    text = found("a.html", f"<p>So it is.{mark}")[0]
    assert text == f"So it is.{wanted}"


def test_links_in_the_text_are_no_way_back() -> None:
    page = """<p id="p1"><a href="#fn1">1</a> See <a href="#p1">the first paragraph</a>
    and <a href="#part">↑ above</a>.</p>"""
    assert found("a.html", page)[0] == "[^1] See the first paragraph and ↑ above."


@pytest.mark.parametrize(
    ("mark", "back"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a>',
            '<a href="#_ftnref1" name="_ftn1">',
        ),
        ('<a href="#_edn1" name="_ednref1">[1]</a>', '<a href="#_ednref1" name="_edn1">'),
        (
            '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<a name="sdfootnote1sym" href="#sdfootnote1anc">',
        ),
    ],
)
def test_notes_of_word_processors(mark: str, back: str) -> None:
    page = f"<p>So it is.{mark} It is.</p><hr><div><p>{back}[1]</a> {KUHN}</p></div>"
    assert found("a.html", page)[0] == f"So it is.[^1] It is.\n\n[^1]: {NOTE}."
    assert cites("a.html", page) == [("[^1]", "kuhn1962", "3")]


def test_references_of_a_wiki_need_no_bare_heading() -> None:
    page = """<p>So.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>
    <h2>References<span class="mw-editsection">[<span>edit</span>]</span></h2>
    <ol class="references"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b>
    <cite>Kuhn, Thomas S. (1962). <i>The Structure of Scientific Revolutions</i>.</cite></li></ol>
    """
    text, all_found = found("a.html", page)
    assert "edit" not in text
    assert cites("a.html", page) == [("[^1]", "kuhn1962", "")]
    assert [one.body.value for one in all_found if one.kind == "reference"] == ["kuhn1962"]


LISTED = [
    "Kuhn TS. The Structure of Scientific Revolutions. Chicago: Press; 1962.",
    "Burt RS. Structural Holes. Cambridge: Press; 1992.",
    "Ostrom E. Governing the Commons. Cambridge: Press; 1990.",
]


@pytest.mark.parametrize(
    ("name", "source", "words"),
    [
        ("a.html", "Early work<sup>1</sup> it is.<sup>2,3</sup>", ["¹", "²,³", "²,³"]),
        ("a.html", "Early work<sup>1</sup> it is.<sup>2&ndash;3</sup>", ["¹", "²⁻³", "²⁻³"]),
        (
            "a.html",
            'Work<sup><a href="#b1">1</a></sup> it is.<sup><a href="#b2">2</a>, '
            '<a href="#b3">3</a></sup>',
            ["¹", "², ³", "², ³"],
        ),
        ("a.md", "Early work^1^ was done, on 5 m^2^.^2,3^", ["^1^", "^2,3^", "^2,3^"]),
        ("a.md", "Early work<sup>1</sup> was.<sup class='x'>2, 3</sup>", ["¹", "², ³", "², ³"]),
        ("a.html", "Early work<sup>1</sup> on 5 m² was.<sup>2 3</sup>", ["¹", "² ³", "² ³"]),
        ("a.md", "Early work^1^ on x^2 3^ was.^2 3^", ["^1^", "^2 3^", "^2 3^"]),
        (
            "a.md",
            'Early work<sup><a href="#b1">1</a> <a href="#b2">2</a></sup> was.<sup>3</sup>',
            ["¹ ²", "¹ ²", "³"],
        ),
        ("a.tex", r"Early work\textsuperscript{1 2} was.\textsuperscript{3}", ["¹ ²", "¹ ²", "³"]),
        (
            "a.tex",
            r"Early work\textsuperscript{1} was done.\textsuperscript{2--3}",
            ["¹", "²⁻³", "²⁻³"],
        ),
        (
            "a.txt",
            "Early work<sup>1</sup> was.<sup>2,3</sup>",
            ["<sup>1</sup>", *2 * ["<sup>2,3</sup>"]],
        ),
    ],
)
def test_several_raised_numbers(name: str, source: str, words: list[str]) -> None:
    if name == "a.html":
        items = "".join(f'<li id="b{i}">{one}</li>' for i, one in enumerate(LISTED, 1))
        source = f"<p>{source}</p><h2>References</h2><ol>{items}</ol>"
    elif name == "a.tex":
        source += "\n\n\\section*{References}\n\\begin{enumerate}"
        source += "".join(f"\n\\item[{i}.] {one}" for i, one in enumerate(LISTED, 1))
    else:
        source += "\n\n# References\n\n"
        source += "\n".join(f"{i}. {one}" for i, one in enumerate(LISTED, 1))
    found = cites(name, source)
    assert [one[0] for one in found] == words
    assert sorted(one[1] for one in found) == ["burt1992", "kuhn1962", "ostrom1990"]
