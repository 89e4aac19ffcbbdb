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
        breaks=document.breaks,
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
