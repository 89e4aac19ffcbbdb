"""Markdown, HTML and LaTeX: what a reader sees, and the way back to the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.documents import extract
from citekit.corpus.places import Lines
from citekit.model import Document, Markup

HTML = """<!DOCTYPE html>
<html><head><title>A page</title><style>p { color: red }</style></head><body>
<nav><a href="/">Home</a></nav>
<h1>Harbour &mdash; a history</h1>
<p>Reed calls it <q>a <q>quiet</q> place</q>
and no more.<sup id="r1"><a href="#fn1">1</a></sup> It covers 3 m<sup>2</sup>.<br>So they say
<a href="https://doi.org/10.1000/182">in the study</a>.</p>
<blockquote><p>The first paragraph.</p><p>The second.</p></blockquote>
<ol start="3"><li>Three<li>Four</ol>
<p><span class="citation" data-cites="reed1990">(<a href="#ref-reed1990"
role="doc-biblioref">Reed 1990</a>)</span>, <script>var x = "@nobody";</script>caf&eacute;</p>
<pre><code>@decorator</code></pre>
<section><ol><li id="fn1"><p>A note. <a href="#r1" class="footnote-back">↩</a></p></li></ol>
</section>
</body></html>
"""
MARKDOWN = """---
title: Harbour
---
# Harbour *now* #

A line that goes
on with **bold *and* both**, a [link](https://doi.org/10.1000/182 "t"), 2 \\* 3, R&amp;D and
snake_case; see [@reed1990, p. 3].[^1]  <!-- hidden [@nobody] -->

> The first
> paragraph.
>
> The *second*.

- one
  goes on
- two

```
[@code]
```

    [@indented]
    [@indented] too

    [@indented] still

| a | b |
|---|---|
| c | `d` |

[^1]: A note
    goes on.
"""
LATEX = r"""\documentclass{article}
\usepackage{csquotes}
\title{Harbour \emph{now}}
\begin{document}
\section{Fran\c{c}ais}\label{s}
Reed \cite[12]{reed1990} calls it ``quiet''---a \enquote{na\"ive \enquote{place}}.\footnote{See
p.~3.} It goes % \cite{nobody}
on at 50\,\%.
\begin{quote}
The first
paragraph.

The second.
\end{quote}
\textcquote[5]{doe2001}{Some words} \href{https://doi.org/10.1000/182}{here}.
\begin{verbatim}
\cite{code}
\end{verbatim}
\nocite{ames1999}
\end{document}
"""


def document(text: str, name: str) -> Document:
    return extract(text.encode(), name)


def markup_of(document: Document) -> Markup:
    return document.markup or Markup()


def test_html_reads_as_a_page_does() -> None:
    assert document(HTML, "a.html").text == (
        "Harbour — a history\n\n"
        "Reed calls it “a ‘quiet’ place” and no more.[^1] It covers 3 m².\n"
        "So they say in the study.\n\n"
        "> The first paragraph.\n\n"
        "> The second.\n\n"
        "3. Three\n4. Four\n\n"
        "(Reed 1990), café\n\n"
        "[^1]: A note."
    )


@pytest.mark.parametrize(
    ("name", "text", "keys"),
    [
        ("a.md", "---\nt: '@x'\nnocite: |\n  @b,\n  @c\nu: '@y'\n---\nA [@d].\n", ["b", "c", "d"]),
        ("a.md", "---\nnocite: '[@b]'\n...\n\nA.\n", ["b"]),
        ("a.md", "---\nnocite: '@*'\n---\n", ["*"]),
        ("a.md", "A.\n\n---\nnocite: '@*'\n---\n\n`nocite: @b`\n", []),
    ],
)  # fmt: skip
def test_metadata_cites_by_nocite_alone(name: str, text: str, keys: list[str]) -> None:
    assert sorted(key.key for key in document(text, name).keys) == keys


def test_code_and_false_branches_in_latex() -> None:
    text = (
        r"So \lstinline[language=C]{f(\cite{a})} is, and \mintinline{tex}{\emph{b}} or \verb|{c|"
        r" \iffalse never \cite{no} \else always \fi read."
    )
    found = document(f"\\begin{{document}}\n{text}\n\\end{{document}} \\cite{{no}}", "a.tex")
    assert found.text == r"So f(\cite{a}) is, and \emph{b} or {c always read."
    assert found.keys == ()


def test_markdown_reads_as_printed() -> None:
    assert document(MARKDOWN, "a.md").text == (
        "Harbour now\n\n"
        "A line that goes on with bold and both, a link, 2 * 3, R&D and snake_case; "
        "see [@reed1990, p. 3].[^1]\n\n"
        "> The first paragraph.\n\n"
        "> The second.\n\n"
        "- one goes on\n- two\n\n"
        "a b\nc d\n\n"
        "[^1]: A note goes on."
    )


def test_latex_reads_as_printed_but_for_its_citations() -> None:
    assert document(LATEX, "a.tex").text == (
        "Harbour now\n\n"
        "Français\n\n"
        "Reed \\cite[12]{reed1990} calls it “quiet”—a “naïve ‘place’”.[^1] "
        "It goes on at 50\u202f%.\n\n"
        "[^1]: See p.\u00a03.\n\n"
        "> The first paragraph.\n\n"
        "> The second.\n\n"
        "“Some words” \\cite[5]{doe2001} here."
    )


def test_macros_that_only_cite_are_read_as_what_they_stand_for() -> None:
    source = (
        "\\newcommand{\\see}[1]{\\cite[see][]{#1}}\n\\newcommand{\\nc}[1]{\\nocite{#1}}\n"
        "\\begin{document}\nSo says Reed \\see{reed1990,\n  doe2001}.\n\\end{document}\n"
    )
    found = document(source, "a.tex")
    assert found.text == "So says Reed \\cite[see][]{reed1990, doe2001}."
    assert [found.text[key.start : key.end] for key in found.keys] == ["reed1990", "doe2001"]
    assert [Lines.of(found).place(key.start) for key in found.keys] == [(4, 19), (5, 3)]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (HTML, "a.html", ["history", "quiet", "covers", "study", "second", "Four", "A note"]),
        (MARKDOWN, "a.md", ["now", "both", "snake_case", "paragraph", "second", "two", "goes on."]),
        (LATEX, "a.tex", ["now", "calls", "place", "It goes", "paragraph", "second", "here"]),
    ],
)
def test_places_are_those_of_the_file(text: str, name: str, words: list[str]) -> None:
    found = document(text, name)
    lines, file_lines = Lines.of(found), Lines(text)
    for each in words:
        line, column = lines.place(found.text.index(each))
        assert text[file_lines.offset(line, column) :].startswith(each)
        assert lines.offset(line, column) == found.text.index(each)


@pytest.mark.parametrize(
    ("text", "name", "keys"),
    [
        (HTML, "a.html", {"reed1990": "(Reed 1990)"}),
        (MARKDOWN, "a.md", {"reed1990": "reed1990"}),
        (LATEX, "a.tex", {"reed1990": "reed1990", "doe2001": "doe2001", "ames1999": ""}),
    ],
)
def test_the_keys_of_a_document(text: str, name: str, keys: dict[str, str]) -> None:
    found = document(text, name)
    assert {key.key: found.text[key.start : key.end] for key in found.keys} == keys


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [(HTML, "a.html", "in the study"), (MARKDOWN, "a.md", "link"), (LATEX, "a.tex", "here")],
)
def test_links_keep_where_they_lead(text: str, name: str, words: str) -> None:
    found = document(text, name)
    assert [(found.text[link.start : link.end], link.target) for link in found.links] == [
        (words, "https://doi.org/10.1000/182")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A *b c*, **d** [_e_](x), ***f*** ~g~ and snake_case_names*", "a.md"),
        ("<p>A <i>b\nc</i>, <b>d</b> <a href=x><em>e</em></a>, <cite> f</cite> g <i>h", "a.html"),
        (r"A \emph{b c}, \textbf{d} \href{x}{\textit{e}}, {\emph {f}} g \emph", "a.tex"),
    ],
)
def test_italics_keep_where_they_stand(text: str, name: str) -> None:
    document = extract(text.encode(), name)
    assert [document.text[start:end] for start, end in markup_of(document).emphasis] == [
        "b c",
        "e",
        "f",
    ]


def test_italics_and_links_begin_behind_the_sign_of_a_block_quotation() -> None:
    document = extract(b"A\n\n> > *b* c\n\n> [d](x)", "a.md")
    assert document.text == "A\n\n> > b c\n\n> d"
    spans = [*markup_of(document).emphasis, *((link.start, link.end) for link in document.links)]
    assert [document.text[start:end] for start, end in spans] == ["b", "d"]


def test_markdown_tells_the_soft_breaks_of_its_lines() -> None:
    source = "# One\n\nTwo *three\n  four* five  \nsix\n\n- seven\n  eight\n"
    document = extract(source.encode(), "a.md")
    text = document.text
    assert text == "One\n\nTwo three four five\nsix\n\n- seven eight"
    assert [text[:at].split()[-1] for at in markup_of(document).breaks] == ["three", "seven"]
    assert all(text[at] == " " for at in markup_of(document).breaks)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("[a](https://e.org/p)", "https://e.org/p"),
        ("[a](https://e.org/p_(x)_y 'Title')", "https://e.org/p_(x)_y"),
        ("[a](<https://e.org/p(x>)", "https://e.org/p(x"),
    ],
)
def test_targets_of_markdown_end_at_the_closing_parenthesis(link: str, target: str) -> None:
    found = document(f"See {link}.\n", "a.md")
    assert found.text == "See a."
    assert [one.target for one in found.links] == [target]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ('<meta charset="iso-8859-1"><p>caf\xe9 \x93x\x94</p>'.encode("latin-1"), "café “x”"),
        ("<p>café</p>".encode("utf-8-sig"), "café"),
        ('<meta charset="utf-16"><p>café</p>'.encode("latin-1"), "café"),
        ("<p>café</p>".encode("utf-16"), "café"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>\xc4\xc1</p>',
            "да",
        ),
        (b'<meta charset="no-such-charset"><p>fine</p>', "fine"),
    ],
)
def test_the_encoding_of_a_page(data: bytes, wanted: str) -> None:
    assert extract(data, "a.html").text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<nav>menu <p>text", "menu\n\ntext"),  # never closed: nothing is lost
        ("<p>a<p>b</ul></q>", "a\n\nb"),
        ("AT&T &amp; &nosuch; &#8220;x&#8221 y", "AT&T & &nosuch; “x” y"),
        ("<p>1<sup>st</sup> of 4<sup>-1</sup>", "1st of 4⁻¹"),
        ("<ul><li></li><li>b</li></ul>", "-\n- b"),
        ("<div hidden>no</div>yes", "yes"),
        ("a<sup class=reference><a href=#cite_note-3>[3]</a></sup>", "a[^3]"),
        ("<pre>one\n  two</pre>", "one\n  two"),
    ],
)
def test_pages_as_they_are_found(text: str, wanted: str) -> None:
    assert document(text, "a.html").text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\r\nb\r\n\r\nc", "a b\n\nc"),
        ("Title\n=====\n\ntext", "Title\n\ntext"),
        ("_a_ __b__ ~~c~~ *d", "a b c *d"),
        ("![A picture](x.png) [span]{.x} <https://a.org/_b_>", "A picture span https://a.org/_b_"),
        ("[a][r] [r] [b]\n\n[r]: https://e.org\n", "a r [b]"),
        ("a  \nb\\\nc", "a\nb\nc"),
        ("> a\nlazy\n\nb", "> a lazy\n\nb"),
        ("text\n***\nmore", "text\n\nmore"),
        ("1986\\. A year", "1986. A year"),
        ("[fr]{lang=fr} [x]{#id} [y]{} \\cite[see][3]{a,b}", "fr x y \\cite[see][3]{a,b}"),
        ("~~~\ncode", ""),
        ("5 m<sup>2</sup> and 2<sup>nd</sup>", "5 m² and 2nd"),
    ],
)
def test_markdown_in_small(text: str, wanted: str) -> None:
    assert document(text, "a.md").text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no preamble {\\it at} all\\\\new line", "no preamble at all\nnew line"),
        ("\\unknown{text} \\other[opt]{more} \\'{E}t\\'e", "text more Été"),
        ("a%\n  b", "ab"),
        ("\\LaTeX\\ and \\S~1\\dots", "LaTeX and §\u00a01…"),
        ("\\glqq a\\grqq{} \\flqq b\\frqq\\ \\og c\\fg{} \\textbackslash{}", "„a“ «b» « c » \\"),
        ("``a `b' c''", "“a ‘b’ c”"),
        ("$x_1$ \\[ y \\] z", "x₁ z"),
        ("$H_2O$, $x^2$, $a/b$ and \\(n+1\\) at 5\\,\\$", "H₂O, x², a/b and n+1 at 5\u202f$"),
        ("\\say{A} \\epigraph{B}{\\cite{k}} c", "“A”\n\n> B\n\n— \\cite{k}\n\nc"),
        ("\\begin{filecontents*}{x}\n\\cite{no}\n\\end{filecontents*} a", "a"),
        ("\\cite%\n [see]%\n [3]%\n {k} a", "\\cite[see][3]{k} a"),
        ("\\begin{quote}never closed", "> never closed"),
        ("\\footnote{a\\footnote{b}} c", "[^1] c\n\n[^1]: a[^2]\n\n[^2]: b"),
        ("\\blockquote{B} c", "> B\n\nc"),
        ("\\textquote[\\cite{a}]{b} c", "“b” (\\cite{a}) c"),
        ("\\textquote[{\\cite[4]{a}, 5}][.]{b}\nC", "“b.” (\\cite[4]{a}, 5) C"),
        ("\\foreigntextquote{german}[A~1]{b}.", "“b” (A\u00a01)."),
        ("\\foreigntextcquote{german}[4]{a}[.]{b} c", "“b.” \\cite[4]{a} c"),
        ("\\blockquote[\\cite{a}][.]{b} c", "> b. (\\cite{a})\n\nc"),
        (
            "a\\begin{displayquote}[\\cite{k}]\nb\n\nc\\footnote{d}\n\\end{displayquote}\ne",
            "a\n\n> b\n\n> c[^1] (\\cite{k})\n\n[^1]: d\n\ne",
        ),
        (
            "\\begin{foreigndisplaycquote}{french}[9]{k}[.] b \\end{foreigndisplaycquote} c",
            "> b. \\cite[9]{k}\n\nc",
        ),
        ("\\enquote{a \\textelp{} b \\textelp*{} c}", "“a […] b […] c”"),
        ("a \\textelp{the \\emph{b}} c \\textelp*{d} e", "a […] [the b] c [d] […] e"),
        ("\\textins{The} a\\textins{s} \\textins*{t}he\\textins{} \\textelp", "[The] a[s] [t]he"),
        ("\\textquote never \\begin{displayquote} ended", "never\n\n> ended"),
        ("} { \\begin", ""),
        (
            "\\edtext{I saw \\edtext{Smith}{\n\\Afootnote{Jones C}}\non Tuesday}{\\lemma{I \\dots}"
            "\\linenum{|||2}\\Bendnote[nosep]{July}}.",
            "I saw Smith[^1] on Tuesday[^2].\n\n[^1]: Jones C\n\n[^2]: July",
        ),
        (
            "pr\\edtext{o}{\\Afootnote{a}}mised \\edtext{}{\\lemma{b}\\Afootnote{om.}} c",
            "promised[^1][^2] c\n\n[^1]: a\n\n[^2]: om.",
        ),
        ("\\critext{Smith}\\Afootnote{C/D}/ on, 1/2", "Smith[^1] on, 1/2\n\n[^1]: C/D"),
        ("An \\app{\\lem[wit=A]{old}\\rdg[wit=B]{odd}} hat", "An old[^1] hat\n\n[^1]: odd"),
        (
            "a\\footnoteA{b}\\FootnoteB{*}{c {\\it {\\bf {d}}}}\\footnotemark. e\n\n"
            "f\\footnotetext{g}",
            "a[^1][^2][^3]. e\n\n[^1]: b\n\n[^2]: c d\n\nf\n\n[^3]: g",
        ),
        (
            "\\newcommandx{\\var}[2][1,usedefault]{\\Afootnote[#1]{#2}}"
            "\\newcommand{\\who}[1]{\\index{#1}}\\edtext{a}{\\var{b}} \\who{Lee}c",
            "a[^1] c\n\n[^1]: b",
        ),
        ("\\DeclareNewFootnote{Ed}a\\footnoteEd{b}\\footsize{c}", "a[^1]c\n\n[^1]: b"),
        (
            "\\beginnumbering\n\\pstart[\\eledsection{One}]\na\n\\pend\n\\pstart\nb\n\\pend\nc",
            "One\n\na\n\nb\n\nc",
        ),
        ("\\stanza\na &\nb \\& c \\& d", "a\nb\n\nc & d"),
        (
            "\\begin{letter}{Ms Lee\\\\Rome}\n\\opening{Dear Ann,}\nYes.\n\\closing{Yours}\n"
            "\\end{letter}",
            "Ms Lee\nRome\n\nDear Ann,\n\nYes.\n\nYours",
        ),
        (
            "a \\begin{otherlanguage}{ngerman}[b] c\\end{otherlanguage} "
            "\\begin{otherlanguage*}{french}d\\end{otherlanguage*} "
            "\\begin{wrapfigure}[9]{r}[2pt]{5cm}e\\end{wrapfigure}",
            "a\n\n[b] c\n\nd\n\ne",
        ),
        (
            "\\begin{spacing}{1.5}a\\end{spacing}\\begin{adjustwidth}{1cm}{}b\\end{adjustwidth}"
            "\\begin{tabularx}{\\textwidth}{lX}c & d\\end{tabularx}",
            "a\n\nb\n\nc d",
        ),
        ("\\edtext{a", "a"),
        ("\\app{b} \\critext{c} d", "b c d"),
    ],
)
def test_latex_in_small(text: str, wanted: str) -> None:
    assert document(text, "a.tex").text == wanted


_MARKS = """
    <p> </p> <q> </q> <sup> </sup> <a href="#fn1"> </a> <blockquote> </blockquote> <li id="fn1">
    <ol> </ol> <i> </i> \\emph{ &amp; &#8212; <!-- --> <pre> </pre> <nav> </nav> <script> </script>
    ` ``` ~~~ > - 1. * ** _ [ ] ]( ) [^1] [^1]: # | --- \\cite{a} \\footnote{ \\enquote{ { }
    \\begin{quote} \\end{quote} % $ \\[ \\ `` '' @key [@key] word Über 𝒳
    <code> </code> <span> <span data-cites="k"> </span> <li> <q cite="k"> ↩ ^ <sup>1,2</sup>
    \\textcquote[5]{k}[.]{ \\textquote[\\cite{k}]{ \\begin{displayquote}[\\cite{k}]
    \\end{displayquote} \\bibitem{k} \\begin{thebibliography}{9} \\end{thebibliography} \\verb|
    \\textsuperscript{1} \\url{ \\edtext{ }{\\Afootnote{ \\app{\\lem{ \\rdg{ \\critext{ /
    \\footnoteA{    \\pstart \\pend \\stanza & \\& \\footnotemark \\footnotetext{ \\lemma{ \\index{
""".split()
_MARKS += [
    '<a href="#fn1" id="r1">',
    '<a href="#r1">',
    '<ol class="references">',
    '<div class="csl-entry" id="ref-k">',
    '<a href="#ref-k">',
    '<blockquote cite="k">',
]
_PIECES = st.sampled_from([*_MARKS, " ", "\n", "\n\n", "\r\n", "    ", "\u00a0"])


@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["a.md", "a.html", "a.tex"]))
def test_any_text_is_read_and_leads_back(text: str, name: str) -> None:
    found = document(text, name)
    assert found.origin is not None
    for position in range(len(found.text)):
        source = found.origin.source(position)
        assert 0 <= source <= len(text)
    origin = found.origin
    for offset, source, length in zip(origin.offsets, origin.sources, origin.lengths, strict=True):
        assert found.text[offset : offset + length] == text[source : source + length]
    for key in found.keys:
        assert 0 <= key.start <= key.end <= len(found.text)
    assert found.markup is not None
    for link in (*found.links, *found.markup.quotations, *found.markup.entries):
        assert 0 <= link.start < link.end <= len(found.text)
    places = [place for span in found.markup.literal for place in span]
    assert places == sorted(places)
    for start, end in markup_of(found).emphasis:
        assert 0 <= start < end <= len(found.text)
        assert not found.text[start].isspace()


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.tex", "a.txt"])
@pytest.mark.parametrize(
    "unit", ["[", "*", "_a ", "`", "<", "<p>", "<q>", "{", "\\", "$", "@", "[@", "> ", "&", "%",
             "|", "~", "\\footnote{", "\\edtext{a}{", "\\critext{a}\\x{b}",
             "\\app{\\lem{", "\\cite[", "[](", "<!--", "- ", "[^1]"],
)  # fmt: skip
def test_long_runs_of_marks_are_read_soon(unit: str, name: str) -> None:
    document(unit * 5_000, name)


def test_marks_of_html_end_with_their_own_element() -> None:
    page = (
        "<p>a <code>b <code>c</code> d</code> e <span data-cites='k' class='references'>(<a>"
        "<span>F <span>1990</span></span></a>)</span> g</p><div class='references'><div>"
        "<div class='csl-entry' id='ref-k'>H</div></div><ol><li>I</ol></div><ol><li>J</ol>"
        "<blockquote cite='https://e.org'><blockquote>K</blockquote><p>L</blockquote>M"
    )
    found = document(page, "a.html")
    markup = found.markup
    assert markup is not None
    text = found.text
    assert [text[start:end] for start, end in markup.literal] == ["b c d"]
    assert [(text[one.start : one.end], one.key) for one in found.keys] == [("(F 1990)", "k")]
    assert [(text[one.start : one.end], one.key) for one in markup.entries] == [
        ("H", "k"),
        ("I", ""),
    ]
    assert [(text[one.start : one.end], one.target) for one in markup.quotations] == [
        ("> > K\n\n> L", "https://e.org")
    ]


@pytest.mark.parametrize("name", ["strong", "b"])
def test_labels_and_empty_lines_are_as_in_markdown(name: str) -> None:
    markdown = "**Lee:** It is cold.\n\n**Roth:** It was\nwarm.\n"
    label = f"<{name}>%s:</{name}>"
    paragraphs = f"<p>{label % 'Lee'} It is cold.</p>\n<p>{label % 'Roth'} It was\nwarm.</p>"
    breaks = f"<p>{label % 'Lee'} It is cold.<br>\n<br />{label % 'Roth'} It was\nwarm.<br><br></p>"
    wanted = extract(markdown.encode(), "a.md").text
    assert wanted == "Lee: It is cold.\n\nRoth: It was warm."
    assert extract(paragraphs.encode(), "a.html").text == wanted
    assert extract(breaks.encode(), "a.html").text == wanted
    lines = extract(b"<p>Bread<br>Salt<br>\nWine</p>", "a.html").text
    assert lines == "Bread\nSalt\nWine"


UNSEEN = "Øst\u00ader\u200bby (1981)\u200b holds:\nkelp is cus\u00ad\ntom.\ufeff"


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (UNSEEN, "a.txt", "Østerby (1981) holds:\nkelp is custom."),
        (UNSEEN, "a.md", "Østerby (1981) holds: kelp is custom."),
        (
            "We pro-\nmise *com-\nmas*, Vor-\nund\n\n> quo-\n> ted",
            "a.md",
            "We pro-\nmise com-\nmas, Vor-\nund\n\n> quo-\n> ted",
        ),
        ("<p>We pro&shy;<br>mise com\u00ad<br/>\nmas.</p>", "a.html", "We promise commas."),
        (f"<p>{UNSEEN}</p>", "a.html", "Østerby (1981) holds: kelp is cus tom."),
        ("<p>Øst&shy;erby &#8203;(1981)</p>", "a.html", "Østerby (1981)"),
        ("Øst&shy;erby (1981)", "a.md", "Østerby (1981)"),
        ("kelp\u00ad\n\ncustom\u00ad\n12", "a.txt", "kelp\n\ncustom\n12"),
        ("one\u00ad\r\n  two\r\nthree", "a.txt", "onetwo\r\nthree"),
    ],
)
def test_what_no_reader_sees(text: str, name: str, wanted: str) -> None:
    document = extract(text.encode(), name)
    assert document.text == wanted
    assert document.origin is not None
    for position, char in enumerate(document.text):
        if char.isalpha():
            assert text[document.origin.source(position)] == char


def test_places_of_plain_text_with_soft_hyphens() -> None:
    document = extract("Ø\u00ads\nkelp\u200bs\nOle \U0001f41f Wägeli".encode(), "a.txt")
    lines = Lines.of(document)
    for words, place in (("s\n", (1, 3)), ("Ole", (3, 1)), ("Wägeli", (3, 7))):
        start = document.text.index(words)
        assert lines.place(start) == place
        assert lines.offset(*place) == start


def test_lines_that_end_in_a_carriage_return() -> None:
    document = extract(b"One.\r\rTwo @doe1999.\r\nThree.", "a.txt")
    assert document.text == "One.\n\nTwo @doe1999.\r\nThree."
    assert [key.key for key in document.keys] == ["doe1999"]
    assert Lines.of(document).place(document.text.index("Three")) == (4, 1)


@pytest.mark.parametrize(
    ("definition", "use", "wanted"),
    [
        ("\\newcommand{\\src}[1]{\\autocite{#1}}", "\\src {a, b}", "\\autocite{a, b}"),
        ("\\renewcommand*\\src[1]{ \\parencite[see][]{#1} }", "\\src{a}", "\\parencite[see][]{a}"),
        ("\\providecommand{\\src}[2][]{\\autocite[#1]{#2}}", "\\src[3]{a}", "\\autocite[3]{a}"),
        ("\\newcommand{\\src}[2][]{\\autocite[#1]{#2}}", "\\src{a}", "\\autocite[]{a}"),
        ("\\newcommand{\\kant}[1]{\\cite[#1]{kant}}", "\\kant{A 1}", "\\cite[A 1]{kant}"),
        ("\\DeclareRobustCommand\\src[1]{\\cite{#1}}", "\\src{a}", "\\cite{a}"),
        ("\\NewDocumentCommand\\src{O{9} m}{\\cite[#1]{#2}}", "\\src{a}", "\\cite[9]{a}"),
        (
            "\\NewDocumentCommand\\src{o m}{\\IfNoValueTF{#1}{\\cite{#2}}{\\cite[#1]{#2}}}",
            "\\src{a}\\src[4]{b}",
            "\\cite{a}\\cite[4]{b}",
        ),
        ("\\def\\src#1{\\cite{#1}}", "\\src{a}", "\\cite{a}"),
        ("\\let\\src=\\textcite", "\\src[5]{a}", "\\textcite[5]{a}"),
        (
            "\\newcommand\\q[1]{\\enquote{#1}}\\newcommand\\qq[2]{\\q{#1} \\cite{#2}}",
            "\\qq{b \\q{c}}{a}",
            "“b ‘c’” \\cite{a}",
        ),
        (
            "\\newenvironment{said}[1]{\\begin{quote}}{\\end{quote}}",
            "\\begin{said}{x}b\\end{said}",
            "> b",
        ),
        ("\\newcommand{\\src}[1]{\\textbf{#1}}", "\\src{a}", "a"),
        ("\\newcommand{\\src}[1]{\\cite{#1}}", "\\verb|\\src{a}| \\srcs{b}", "\\src{a} b"),
        ("\\usepackage[ngerman]{babel}", 'l"a"st Stra"se "`B"-c"\' d"=e', "läßt Straße „Bc“ d-e"),
        ("\\documentclass[german]{a}\\usepackage{babel}", '"a', "ä"),
        ("\\usepackage[english]{babel}", 'the "a"', 'the "a"'),
    ],
)
def test_what_the_file_or_the_one_that_includes_it_declares(
    definition: str, use: str, wanted: str
) -> None:
    assert document(f"{definition}\n{use}", "a.tex").text == wanted
    included = extract(f"\n\n  {use}".encode(), "a.tex", definition)
    assert included.text == wanted
    assert {Lines.of(included).place(at)[0] for at in range(len(wanted))} == {3}


def test_keys_that_no_reader_sees_stand_where_the_file_has_them() -> None:
    found = document("\\begin{document}\n\\nocite{ghost}\n\nText.\n\\end{document}", "a.tex")
    assert [Lines.of(found).in_file(key.source) for key in found.keys] == [(2, 9)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "> [!quote] Reed, Harbours\n> The tide\n> waits. ^q1\n\nB.\n",
            "Reed, Harbours\n\n> The tide waits.\n\nB.",
        ),
        (
            "> [!cite]- [@a, p. 3]\n>\n> The tide.\n> > No.\n",
            "[@a, p. 3]\n\n> The tide.\n\n> > No.",
        ),
        ("> [!NOTE]\n> Mind the tide.\n\n> It waits.\n", "Mind the tide.\n\n> It waits."),
        (
            "> [!tip]+ Ask\n> Reed says:\n> > The tide waits.\n>\n> Or so.\n",
            "Ask\n\nReed says:\n\n> The tide waits.\n\nOr so.",
        ),
        ("> > [!quote]\n> > The tide.\n", "> > The tide."),
        ("> [sic] and [!] stay.\n", "> [sic] and [!] stay."),
        ("A ==very== quiet a==b and x == y, p==1==q.\n", "A very quiet a==b and x == y, p==1==q."),
        (
            "The [[harbour/Quay|quay]], [[Reed]], [[@reed1990|Reed]] and [[3]].\n",
            "The quay, Reed, [[@reed1990|Reed]] and [[3]].",
        ),
        ("![[map.png|300]]\n\nSee [[1]](https://x.org).\n", "See [1]."),
        (
            "It waits %% ask [@nobody] %% there: 5 %% of 6 %\n\n%%\nno\n\nno\n%%\n\nB\n",
            "It waits there: 5 %% of 6 %\n\nB",
        ),
        ("```\n%%time\n```\n\nIt waits.\n\n```\n%%bash\n```\n", "It waits."),
        (
            "The tide. [@a, p. 9] #sea/tide #2020-log ^x1\n\nOf #1 and #me here\n",
            "The tide. [@a, p. 9]\n\nOf #1 and #me here",
        ),
        ("It waits.\n\n^x-2\n\nx^2 and y ^2 z\n", "It waits.\n\nx^2 and y ^2 z"),
    ],
)
def test_notes_of_obsidian_read_as_they_are_shown(file: str, text: str) -> None:
    # Obsidian Help, "Obsidian Flavored Markdown"; GitHub Docs, "Alerts"; pandoc, `mark`
    found = document(file, "a.md")
    assert found.text == text
    assert "nobody" not in {key.key for key in found.keys}
