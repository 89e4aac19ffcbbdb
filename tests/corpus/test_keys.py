"""Citation keys in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.keys import citation_keys


@pytest.mark.parametrize(
    ("text", "sure", "unsure"),
    [
        ("[@reed1990, p. 3; see -@doe_x:sub]", ["reed1990", "doe_x:sub"], []),
        ("@reed1990 says [p. 3].", [], ["reed1990"]),
        ("[see @reed1990]", ["reed1990"], []),
        ("@{https://e.org/a} x", ["https://e.org/a"], []),
        ("ask me@example.org or <me@example.org>", [], []),
        ("https://m.org/@reed [t](https://m.org/@reed) <https://m.org/@reed>", [], []),
        ("`@code` and ``[@code]``\n\n```py\n@decorator\n```\n", [], []),
        ("~~~\n[@code]\n~~~\n[@real]", ["real"], []),
        ("<!-- [@hidden] --> <a title='@x'>", [], []),
        ("<pre class=x>\n[@code]\n\n[@code]</pre> <code>[@code]</code> [@real]", ["real"], []),
        ("a <code> [@real]\n\n[@too] </code>", ["real", "too"], []),
        ("\\@escaped and a\\@b", [], []),
        ("In Markdown \\cite{a,b} too", ["a", "b"], []),
        ("a mail to reed@, or @ alone, 5@6", [], []),
        ("thanks @reed, @doe!", [], ["reed", "doe"]),
    ],
)
def test_keys_in_markdown(text: str, sure: list[str], unsure: list[str]) -> None:
    found = citation_keys(text, "markdown")
    assert [key.key for key in found if key.sure] == sure
    assert [key.key for key in found if not key.sure] == unsure
    assert all(text[key.start : key.end] == key.key for key in found)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (r"\cite{a} \citep[see][12]{b, c} \Textcite*{d}", ["a", "b", "c", "d"]),
        (r"\parencites(pre)(post)[1]{a}[2]{b}{c} text {no}", ["a", "b", "c"]),
        (r"\textcquote[3]{a}{\emph{x}} \blockcquote{b}{y} {no}", ["a", "b"]),
        (r"\textquote[\cite{a}]{b} \foreigntextcquote{german}[4]{c}{d}", ["a", "c"]),
        (
            r"\begin{displaycquote}[9]{a} \end{displaycquote} \begin{displayquote}[\cite{b}]",
            ["a", "b"],
        ),
        (r"\volcite{2}[3]{a} \nocite{*}", ["a", "*"]),
        (r"\Pvolcites{2}[3]{a}{I}{b} \citefield{c}{title} \bibentry{d}", ["a", "b", "c", "d"]),
        (r"\autocite[see also \textcite[4]{a}]{b}", ["a", "b"]),
        ("\\autocite%\n [see]%\n [3]%\n {a}", ["a"]),
        (r"\begin{filecontents}{x.tex}\cite{no}\end{filecontents} \cite{a}", ["a"]),
        ("50\\% % \\cite{no}\n\\cite{a}", ["a"]),
        (r"\verb|\cite{no}| \begin{lstlisting}\cite{no}\end{lstlisting}", []),
        (r"\lstinline[x=y]{\cite{no}} \mintinline{tex}{\cite{no}} \cite{a}", ["a"]),
        (r"\cite{a} \iffalse \cite{no} \else \cite{b} \fi \iffalsehood \cite{c}", ["a", "b", "c"]),
        ("% \\iffalse\n\\cite{a} \\verb|\\end{document}| \\cite{b}", ["a", "b"]),
        ("\\cite{a} \\end{document} \\cite{no}", ["a"]),
        (r"\defcitealias{a}{Book~I} \citetalias{a} \citealias{b}{no}", ["a", "a"]),
        (r"\citation{no} \excite{no} \bibcite{no}{x} \label{no}", []),
        ("reed@example.org [@no]", []),
        ("\\cite{a,%\n  b}", ["a", "b"]),
        (r"\newcommand{\two}[2]{\cite[#1]{#2} \cite{no#1,a}} \two{x}{y}", ["a"]),
        ("% \\newcommand{\\mc}[1]{\\cite{#1}}\n\\mc{no}", []),
        (r"\newcommand{\cite}[1]{\citep{#1}} \cite{a}", ["a"]),
    ],
)
def test_keys_in_latex(text: str, keys: list[str]) -> None:
    found = citation_keys(text, "latex")
    assert [key.key for key in found] == keys
    assert all(key.sure and text[key.start : key.end] == key.key for key in found)


@given(st.text(alphabet="@[]{}\\`<>- \n.:cite(),a1~*%!#", max_size=60))
def test_spans_are_those_of_the_keys(text: str) -> None:
    for kind in ("plain", "markdown", "latex"):
        for key in citation_keys(text, kind):
            assert text[key.start : key.end] == key.key
