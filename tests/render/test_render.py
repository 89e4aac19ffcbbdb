"""What each writer prints, and that no text can break out of it."""

from __future__ import annotations

import html.parser
import json
import re
import string

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from citekit.errors import UnknownStyleError
from citekit.render import ansi, latex, markdown, rst, rtf, text, typst
from citekit.render import html as html_writer
from citekit.render.layout import Paragraph, paragraphs
from citekit.render.registry import WRITERS, get
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Element, Entry, Link, RichText, plain
from tests.render.strategies import inline_texts, texts

WALTZ: RichText = ("Waltz. ", Element("italic", ("Man & War",)), ". 1959.")
BOXED: RichText = (
    Element("left-margin", ("[1]",)),
    Element("right-inline", ("Waltz, ", Element("italic", ("Man",)), ".")),
)
ANNOTATED: RichText = ("Waltz.", Element("block", ("A block.",)), Element("indent", ("A note.",)))


def bib(*entries: RichText, **layout: object) -> Bibliography:
    return Bibliography(
        tuple(Entry(f"e{n}", entry) for n, entry in enumerate(entries)),
        **layout,  # type: ignore[arg-type]
    )


def squeeze(value: str) -> str:
    return " ".join(value.split())


# --- registry ------------------------------------------------------------------


@pytest.mark.parametrize("name", list(WRITERS))
def test_every_writer_writes_text_and_bibliography(name: str) -> None:
    writer = get(name)
    assert "1959" in writer.write_inline(WALTZ)
    whole = writer.write_bibliography(bib(WALTZ, BOXED, ANNOTATED))
    assert all(word in whole for word in ("1959", "Waltz,", "A note."))
    assert isinstance(writer.write_bibliography(bib()), str)


def test_an_unknown_writer_is_refused_with_the_names_of_the_known() -> None:
    with pytest.raises(UnknownStyleError) as caught:
        get("docx")
    assert "markdown" in caught.value.hint


def test_json_is_the_tree() -> None:
    inline = json.loads(get("json").write_inline(WALTZ))
    assert inline == ["Waltz. ", {"format": "italic", "children": ["Man & War"]}, ". 1959."]
    whole = json.loads(get("json").write_bibliography(bib(("é",), hanging_indent=True)))
    assert whole["hanging-indent"] is True
    assert whole["entries"] == [{"id": "e0", "text": ["é"]}]


# --- addresses -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        (' http://a.b/c d"<>\\{}', "http://a.b/c%20d%22%3C%3E%5C%7B%7D"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("doi:10.1000/ab", "https://doi.org/10.1000/ab"),
        ("HTTPS://x/é%20", "HTTPS://x/%C3%A9%20"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("doi:evil", None),
        ("www.example.org", None),
        ("https://", None),
    ],
)
def test_only_harmless_addresses_become_links(url: str, safe: str | None) -> None:
    assert safe_url(url) == safe


# --- paragraphs --------------------------------------------------------------------


def test_boxes_become_paragraphs() -> None:
    assert paragraphs(BOXED) == (
        Paragraph(("Waltz, ", Element("italic", ("Man",)), "."), ("[1]",)),
    )
    assert paragraphs(ANNOTATED) == (
        Paragraph(("Waltz.",)),
        Paragraph(("A block.",)),
        Paragraph(("A note.",), indented=True),
    )
    assert paragraphs((" ", Element("block", ("x",)), "y", "z")) == (
        Paragraph(("x",)),
        Paragraph(("y", "z")),
    )
    assert paragraphs((" ",)) == ()


def test_a_box_inside_a_format_keeps_the_format() -> None:
    inside: RichText = (Element("bold", ("a", Element("indent", ("b",)))),)
    assert paragraphs(inside) == (
        Paragraph((Element("bold", ("a",)),)),
        Paragraph((Element("bold", ("b",)),), indented=True),
    )


@given(texts)
def test_paragraphs_lose_no_text(tree: RichText) -> None:
    found = "".join(plain(p.label) + plain(p.text) for p in paragraphs(tree))
    assert "".join(found.split()) == "".join(plain(tree).split())


# --- HTML ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("italic", "<i>x</i>"),
        ("bold", "<b>x</b>"),
        ("small-caps", '<span style="font-variant:small-caps;">x</span>'),
        ("normal", '<span style="font-style:normal;">x</span>'),
        ("normal-variant", '<span style="font-variant:normal;">x</span>'),
        ("normal-weight", '<span style="font-weight:normal;">x</span>'),
        ("underline", '<span style="text-decoration:underline;">x</span>'),
        ("no-decoration", '<span style="text-decoration:none;">x</span>'),
        ("sup", "<sup>x</sup>"),
        ("sub", "<sub>x</sub>"),
        ("baseline", '<span style="baseline">x</span>'),
        ("nocase", "x"),
    ],
)
def test_html_of_each_format(format_: str, expected: str) -> None:
    assert html_writer.write_inline((Element(format_, ("x",)),)) == expected  # type: ignore[arg-type]


def test_html_layout_is_that_of_citeproc_js() -> None:
    assert html_writer.write_entry(Entry("a", BOXED)) == (
        '<div class="csl-entry">\n    <div class="csl-left-margin">[1]</div>'
        '<div class="csl-right-inline">Waltz, <i>Man</i>.</div>\n  </div>'
    )
    assert html_writer.write_bibliography(bib(WALTZ)) == (
        '<div class="csl-bib-body">\n'
        '  <div class="csl-entry">Waltz. <i>Man &#38; War</i>. 1959.</div>\n</div>'
    )
    assert html_writer.write_bibliography(bib()) == '<div class="csl-bib-body">\n</div>'
    blocks = (Element("block", ("a",)), Element("left-margin", ("b",)), Element("indent", ("c",)))
    assert html_writer.write_inline(blocks) == (
        '\n\n    <div class="csl-block">a</div>\n\n    <div class="csl-left-margin">b</div>'
        '<div class="csl-indent">c</div>\n  '
    )


def test_html_escapes_and_raised_letters() -> None:
    assert html_writer.escape("<a> & 1ʳᵉ™") == (
        "&#60;a&#62; &#38; 1<sup>r</sup><sup>e</sup><sup>TM</sup>"
    )


def test_html_links() -> None:
    link = Link('https://x.org/?a=1&b="2', ("x",))
    assert html_writer.write_inline((link,)) == ('<a href="https://x.org/?a=1&#38;b=%222">x</a>')
    assert html_writer.write_inline((Link("javascript:x", ("y",)),)) == "y"
    inner = Link("https://y.org", (Element("italic", (link,)),))
    assert html_writer.write_inline((inner,)) == '<a href="https://y.org"><i>x</i></a>'


class Reader(html.parser.HTMLParser):
    """The text, the tags and the addresses of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        for name, value in attrs:
            assert name in ("class", "style", "href")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment was injected")

    @classmethod
    def of(cls, source: str) -> Reader:
        reader = cls()
        reader.feed(source)
        reader.close()
        assert reader.open == []
        assert all(re.match("(?i)https?:|mailto:", link) for link in reader.links)
        return reader


def unraised(value: str) -> str:
    return Reader.of(html_writer.escape(value)).text


@given(texts)
def test_html_says_the_text_and_nothing_else(tree: RichText) -> None:
    reader = Reader.of(html_writer.write_bibliography(bib(tree)))
    assert "".join(reader.text.split()) == "".join(unraised(plain(tree)).split())
    assert reader.tags <= {"div", "i", "b", "em", "span", "sup", "sub", "a"}


# --- plain text --------------------------------------------------------------------


def test_text_sets_labels_in_a_margin() -> None:
    long_label: RichText = (Element("left-margin", ("[10]",)), Element("right-inline", ("B.",)))
    assert text.write_bibliography(bib(BOXED, long_label, entry_spacing=0)) == (
        "[1]  Waltz, Man.\n[10] B."
    )


def test_text_keeps_boxes_apart_and_empty_lines_as_the_style_says() -> None:
    assert text.write_bibliography(bib(ANNOTATED, WALTZ)) == (
        "Waltz.\nA block.\n    A note.\n\nWaltz. Man & War. 1959."
    )


def test_text_wraps_with_a_hanging_indent_when_asked() -> None:
    out = text.write_bibliography(bib(WALTZ, hanging_indent=True), width=20)
    assert out == "Waltz. Man & War.\n    1959."
    assert text.write_bibliography(bib((Element("left-margin", ("[1]",)),)), width=20) == "[1]"


# --- Markdown ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (WALTZ, "Waltz. *Man & War*. 1959."),
        (("1. x",), "1\\. x"),
        (("# x",), "\\# x"),
        ((Element("italic", ("a ",)), "b"), "*a* b"),
        ((Element("italic", ("“a”",)), "b"), "<i>“a”</i>b"),
        ((Element("italic", ("a",)), Element("italic", ("b",))), "<i>a</i>*b*"),
        ((Element("bold", ("a ", Element("italic", ("b",)))),), "**a <i>b</i>**"),
        ((Element("sup", ("2",)),), "<sup>2</sup>"),
        ((Link("https://x.org/", ("https://x.org/",)),), "<https://x.org/>"),
        ((Link("https://x.org/(a)", ("a_b",)),), "[a\\_b](<https://x.org/%28a%29>)"),
        ((Link("javascript:x", ("a",)),), "a"),
        (("AT&T & B&",), "AT\\&T & B\\&"),
        (("!", Link("http://x.y", ("a",))), "\\![a](<http://x.y>)"),
    ],
)
def test_markdown(tree: RichText, expected: str) -> None:
    assert markdown.write_inline(tree) == expected


def test_markdown_bibliography() -> None:
    assert markdown.write_bibliography(bib(BOXED, ANNOTATED)) == (
        "\\[1\\] Waltz, *Man*.\n\nWaltz.\n\nA block.\n\n> A note."
    )


@given(texts)
@example(("\xa0", "1. x"))
def test_markdown_reads_back_as_the_same_text(tree: RichText) -> None:
    source = markdown.write_bibliography(bib(tree))
    reader = Reader.of(MarkdownIt("commonmark").render(source))
    assert "".join(reader.text.split()) == "".join(plain(tree).split())
    assert reader.tags <= {"p", "em", "strong", "i", "b", "span", "sup", "sub", "a", "blockquote"}


# --- LaTeX -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (WALTZ, r"Waltz. \textit{Man \& War}. 1959."),
        (
            (
                "a--b",
                "-c ''x''",
            ),
            r"a-{}-b-c '{}'x'{}'",
        ),
        (
            ("\\{}$&#%_^~<>|`",),
            r"\textbackslash{}\{\}\$\&\#\%\_\textasciicircum{}"
            r"\textasciitilde{}\textless{}\textgreater{}\textbar{}\textasciigrave{}",
        ),
        (("a\n\nb\u00a0c\x07",), "a b~c"),
        ((Element("small-caps", ("x",)), Element("baseline", ("y",))), r"\textsc{x}{y}"),
        ((Link("https://x.org/a_b%20#c", ("x",)),), r"\href{https://x.org/a_b\%20\#c}{x}"),
        ((Link("javascript:x", ("-",)), "-"), "{-}-"),
    ],
)
def test_latex(tree: RichText, expected: str) -> None:
    assert latex.write_inline(tree) == expected


def test_latex_bibliography_is_a_list() -> None:
    out = latex.write_bibliography(bib(WALTZ, ANNOTATED, hanging_indent=True, line_spacing=2))
    assert out.startswith("\\providecommand{\\href}[2]{#2}\n\\begin{list}{}{%\n")
    assert out.endswith("\n\\end{list}")
    assert "\\leftmargin=2em\\itemindent=-\\leftmargin" in out
    assert "\\linespread{2}" in out
    assert "\\item[{}] Waltz.\n\\par\\noindent A block.\n{\\par\\advance\\leftskip 2em" in out
    labelled = latex.write_bibliography(bib(BOXED))
    assert "\\settowidth{\\labelwidth}{[1]}" in labelled
    assert "\\item[{[1]}] Waltz, \\textit{Man}." in labelled
    assert "\\item[]" in latex.write_bibliography(bib())


_TEX = re.compile(r"\\([A-Za-z]+|.)|([{}])|([$&#%_^~])|([^\\{}$&#%_^~]+)", re.S)
_SIGNS = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciigrave": "`",
}


def read_latex(source: str) -> str:
    """The text of a piece of LaTeX; refuses commands that no writer may print."""
    out, depth = "", 0
    for command, brace, active, run in _TEX.findall(
        re.sub(r"\\href\{[!-z|]*?\}(?=\{)", "", source)
    ):
        depth += (brace == "{") - (brace == "}")
        assert depth >= 0
        if command in _SIGNS:
            out += _SIGNS[command]
        elif len(command) == 1 and command in "{}$&#%_":
            out += command
        else:
            assert not command or f"\\{command}" in latex.COMMANDS.values()
            assert active in ("", "~")
            out += run + ("\u00a0" if active else "")
    assert depth == 0
    return out


@given(inline_texts)
def test_latex_says_the_text_and_runs_no_command(tree: RichText) -> None:
    source = latex.write_inline(tree)
    assert "\n" not in source
    assert "".join(read_latex(source).split()) == "".join(plain(tree).split())
    assert "--" not in source


@given(texts)
def test_latex_bibliographies_are_balanced(tree: RichText) -> None:
    source = latex.write_bibliography(bib(tree))
    bare = re.sub(r"\\[\\{}]", "", source)
    assert bare.count("{") == bare.count("}")
    assert source.count("\\end{") == source.count("\\begin{") == 1


# --- RTF ---------------------------------------------------------------------------


def test_rtf() -> None:
    assert rtf.write_inline(WALTZ) == r"Waltz. {\i Man & War}. 1959."
    assert rtf.escape("\\{}é𝒳\u00a0\t\n\x01ÿ耀") == (
        r"\\\{\}\u233?\u-10187?\u-9037?\~\tab  \u255?\u-32768?"
    )
    assert rtf.write_inline((Link('https://x.org/"}', ("x",)),)) == (
        r'{\field{\*\fldinst{HYPERLINK "https://x.org/%22%7D"}}{\fldrslt{x}}}'
    )


def test_rtf_bibliography_has_the_layout_of_the_style() -> None:
    hanging = rtf.write_bibliography(bib(WALTZ, ANNOTATED, hanging_indent=True, line_spacing=2))
    assert hanging.startswith("{\\rtf1\\ansi")
    assert hanging.endswith("}")
    assert r"{\pard\li720\fi-720\sa240\sl480\slmult1 Waltz." in hanging
    assert r"{\pard\li720\fi0\sa240\sl480\slmult1 A note.\par}" in hanging
    assert r"\li520\fi-520\sa0\tx520 [1]\tab Waltz," in rtf.write_bibliography(
        bib(BOXED, entry_spacing=0)
    )


_RTF = re.compile(r"\\u(-?\d+)\?|\\([a-z]+)(-?\d*) ?|\\([\\{}~*])|([{}])|([^\\{}]+)")


def read_rtf(source: str) -> str:
    """The text of a piece of RTF; refuses control words that no writer may print."""
    allowed = {word.strip("\\ 0") for word in rtf.CONTROLS.values()} | {
        *("tab", "par", "pard", "li", "fi", "sa", "sl", "slmult", "tx"),
        *("field", "fldinst", "fldrslt"),
    }
    source = re.sub(r'\{\\\*\\fldinst\{HYPERLINK "[^"\\{}]*"\}\}', "", source)
    units, depth = b"", 0
    for code, word, _, sign, brace, run in _RTF.findall(source):
        depth += (brace == "{") - (brace == "}")
        assert depth >= 0
        assert not word or word in allowed
        if code:
            units += (int(code) % 65536).to_bytes(2, "little")
        units += (run + {"~": "\u00a0", "*": ""}.get(sign, sign)).encode("utf-16-le")
    assert depth == 0
    return units.decode("utf-16-le")


@given(texts)
def test_rtf_says_the_text_and_is_ascii(tree: RichText) -> None:
    source = rtf.write_bibliography(bib(tree))
    assert set(source) <= set(string.printable)
    body = source.removeprefix(rtf.HEADER).removesuffix("}")
    assert "".join(read_rtf(body).split()) == "".join(plain(tree).split())


# --- Typst -------------------------------------------------------------------------


def test_typst_closes_every_call_so_that_nothing_becomes_its_argument() -> None:
    tree: RichText = (Element("italic", ("a",)), "(b)", Element("sup", ("c",)), "[d]; x")
    assert typst.write_inline(tree) == ('#text(style: "italic")[a];(b)#super[c];\\[d\\]; x')


@pytest.mark.parametrize(
    ("plain_text", "written"),
    [
        ("#let x = 1", r"\#let x \= 1"),
        ("1. x", r"1\. x"),
        ("a--b -5 pre-war", r"a\--b \-5 pre-war"),
        ('"it\'s"', r"\"it\'s\""),
        ("https://a.b // x", r"https:\/\/a.b \/\/ x"),
        ("a\n= b", r"a \= b"),
        ("e.g. ...", r"e.g. \.\.\."),
    ],
)
def test_typst_prints_signs_as_they_stand(plain_text: str, written: str) -> None:
    assert typst.write_inline((plain_text,)) == written


@given(inline_texts)
def test_typst_text_cannot_inject(tree: RichText) -> None:
    written = typst.write_inline(tree)
    left = re.sub(r"\\.", "", written)
    calls = re.sub(r'#(?:text|link)\((?:style: |weight: )?"[^"]*"\)\[', "[", left)
    calls = re.sub(r"#(?:smallcaps|underline|super|sub)\[", "[", calls)
    assert calls.count("[") == calls.count("];")
    calls = calls.replace("];", "").replace("[", "")
    assert not set(calls) & set("\\#[]*_`$<>@~\"'/=+")


def test_typst_bibliographies_have_their_layout() -> None:
    whole = typst.write_bibliography(bib(WALTZ, ANNOTATED, hanging_indent=True, line_spacing=2))
    assert "#par(hanging-indent: 2em)" in whole
    assert "#pad(left: 2em)[A note.]" in whole
    assert "leading: 1.30em" in whole
    assert "#grid(columns: (2.5em, 1fr), [\\[1\\]], [Waltz," in typst.write_bibliography(bib(BOXED))


# --- reStructuredText ---------------------------------------------------------------


def test_rst_roles_stand_apart_from_the_words_beside_them() -> None:
    tree: RichText = ("x", Element("italic", (" a ", Element("sup", ("b",)))), "c")
    assert rst.write_inline(tree) == "x \\ *a*\\  \\ :sup:`b`\\ c"
    link: RichText = ("see ", Link("https://a.b/c_", ("a_",)), ".")
    assert rst.write_inline(link) == "see \\ `a\\_ <https://a.b/c%5F>`__\\ ."


@pytest.mark.parametrize(
    ("plain_text", "written"),
    [
        ("1. x", r"\1. x"),
        (".. include:: /etc/passwd", r"\.. include\:: /etc/passwd"),
        ("a_ *b* `c`", r"a\_ \*b\* \`c\`"),
        ("http://a.b x@y.z", r"http\://a.b x\@y.z"),
        ("- x", r"\- x"),
        ("x::", r"x\:\:"),
    ],
)
def test_rst_prints_signs_as_they_stand(plain_text: str, written: str) -> None:
    assert rst.write_inline((plain_text,)) == written


@given(inline_texts)
def test_rst_text_cannot_inject(tree: RichText) -> None:
    written = rst.write_inline(tree)
    assert "\n" not in written
    left = re.sub(r"\\.", "", written)
    left = re.sub(r" <[^<>` ]*>`__", "`", left)
    left = re.sub(r":su[pb]:`", "`", left)
    assert left.count("`") % 2 == 0
    assert not set(left.replace("*", "").replace("`", "")) & set("\\|_<>@[]")


# --- ANSI ---------------------------------------------------------------------------


def test_ansi_formats_end_where_they_began() -> None:
    tree: RichText = (Element("italic", ("a", Element("normal", ("b",)), "c")), "d")
    assert ansi.write_inline(tree) == "\x1b[3ma\x1b[23mb\x1b[23;3mc\x1b[23md"
    link: RichText = (Link("https://a.b", ("x",)), Link("javascript:x", ("y",)))
    assert ansi.write_inline(link) == "\x1b]8;;https://a.b\x1b\\x\x1b]8;;\x1b\\y"


@given(inline_texts)
def test_ansi_text_sends_no_sequence_of_its_own(tree: RichText) -> None:
    hostile: RichText = (*tree, "\x1b[2J\x9b31m\x07\x1b]0;title\x07\r\n")
    written = ansi.write_inline(hostile)
    known = re.compile("\x1b\\[(?:\\d+;)?\\d+m|\x1b\\]8;;[!-~]*\x1b\\\\")
    left = known.sub("", written)
    assert not re.search("[\x00-\x1f\x7f-\x9f]", left)


def test_ansi_bibliographies_have_a_margin() -> None:
    whole = ansi.write_bibliography(bib(BOXED, ANNOTATED, entry_spacing=0))
    assert whole == "[1] Waltz, \x1b[3mMan\x1b[23m.\n    Waltz.\n    A block.\n    A note."
