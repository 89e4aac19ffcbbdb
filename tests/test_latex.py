"""LaTeX to Unicode and back."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citekit.latex import Lost, letters, lost_macros, to_latex, to_unicode

NOCASE = '<span class="nocase">{}</span>'
SMALL_CAPS = '<span style="font-variant:small-caps;">{}</span>'


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"M{\"u}ller, {\'E}tat, \'{\i}, \'\i, \c{c}, \v s, \'  e", "Müller, État, í, í, ç, š, é"),
        (r"\o re {\o}re \ss{} x \L\'od\'z", "øre øre ß x Łódź"),
        (r"\~{n} \~{} \^{} \H{o}", "ñ ~ ^ ő"),
        (r"\'", "´"),
        (r"\=\ae", "ǣ"),
        (r"50% of x", "50% of x"),
        (r"a \& b \% \$ \# \_ \{ \}", "a & b % $ # _ { }"),
        ("1--2 --- x", "1–2 — x"),
        ("``q'' `x' O'Neill", "“q” `x' O'Neill"),
        (r"operator: {\~}", "operator: ∼"),
        (r"$A \rightarrow B$, 5~$^{\circ}$C, $\dagger$", "A →B, 5\u00a0°C, †"),
        (r"{\small x} {\LARGE Y}", "x Y"),
        (r"DNA$_{\textrm{2}}$, $4^{\textrm{ème}}$", "DNA₂, 4<sup>ème</sup>"),
        (r"\texttt{a} \textrm{b} \mbox{c}", "a b c"),
        ("p.~3", "p.\u00a03"),
        (r"\emph{a} \textit{b} \textbf{c}", "<i>a</i> <i>b</i> <b>c</b>"),
        (r"{\em a {\bf b}} {\it c} \itshape d", "<i>a <b>b</b></i> <i>c</i> <i>d</i>"),
        (r"\textsc{a} {\sc b}", f"{SMALL_CAPS.format('a')} {SMALL_CAPS.format('b')}"),
        (r"x\textsuperscript{2}\textsubscript{n}", "x<sup>2</sup><sub>n</sub>"),
        (r"\enquote{a} \mkbibquote{b}", "“a” “b”"),
        (r"$\beta$-lactam at $10^{-3}$ and $x_i^\alpha$", "β-lactam at 10<sup>-3</sup> and "
         "x<sub>i</sub><sup>α</sup>"),
        (r"$\frac{a}{b}$ and \$5 and $6", r"$\frac{a}{b}$ and $5 and $6"),
        (r"$a\$b$", "a$b"),
        (r"\alpha\Omega", "αΩ"),
        (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
        (r"\url{http://x.y/a_b%20}", "http://x.y/a_b%20"),
        (r"\href{http://x}{there} \textcolor{red}{x}", "there x"),
        (r"\unknown{kept} \unknown kept", r"kept \unknown kept"),
        (r"\parencite[12]{key}", "key"),
        (r"\qwerty[12] x", r"\qwerty[12] x"),
        (r"\emph x \1", r"\emph x \1"),
        ("a\n   b\t c\n\n  d", "a b c\n\nd"),
        (r" a \\ b \\", "a b"),
        (r"a\ b\,c\-d", "a b\u202fcd"),
        ("}{ x", "} x"),
        ("back\\", "back\\"),
        ("a\0b {c}", "a\0b c"),
        (r"{\"", "¨"),
    ],
)  # fmt: skip
def test_read_as(tex: str, text: str) -> None:
    assert to_unicode(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("The {DNA} of {Things}", f"The {NOCASE.format('DNA')} of {NOCASE.format('Things')}"),
        ("{The whole}", NOCASE.format("The whole")),
        ("{{Twice {A}}}", NOCASE.format("Twice A")),
        (r"{\LaTeX} and {{\LaTeX}}", f"LaTeX and {NOCASE.format('LaTeX')}"),
        (r"{\'E}tat", "État"),
        (r"{H$_2$O}", NOCASE.format("H<sub>2</sub>O")),
        (r"\emph{the {DNA}}", f"<i>the {NOCASE.format('DNA')}</i>"),
        ('{"}Filenames{"} {-}{}', '"Filenames" -'),
    ],
)
def test_protected_case(tex: str, text: str) -> None:
    assert to_unicode(tex, nocase=True) == text
    assert NOCASE[:20] not in to_unicode(tex)


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("R&D, 50% of $3 #1 a_b", r"R\&D, 50\% of \$3 \#1 a\_b"),
        ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        ("<i>x</i> H<sub>2</sub>", r"\emph{x} H\textsubscript{2}"),
        (NOCASE.format("DNA"), "{DNA}"),
        ("1–2 --", r"1--2 -{}-"),
        ("a < b <i>", r"a \textless{} b \textless{}i\textgreater{}"),
    ],
)
def test_written_as(text: str, tex: str) -> None:
    assert to_latex(text) == tex
    assert to_unicode(tex, nocase=True) == text


def test_ascii() -> None:
    tex = to_latex("Müller, Łódź, ß, 漢", ascii=True)
    assert tex.isascii() is False  # no macro for the last one
    assert tex.rstrip("漢").isascii()
    assert to_unicode(tex) == "Müller, Łódź, ß, 漢"


# Controls other than the line feed are no text; tabs are white space that collapses.
plain = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(" \n-'`“”–<i>"))
markup = st.recursive(
    plain,
    lambda inner: st.builds(
        lambda tag, text, rest: f"{tag[0]}{text}{tag[1]}{rest}",
        st.sampled_from(
            [
                *(("<i>", "</i>"), ("<b>", "</b>"), ("<sup>", "</sup>"), ("<sub>", "</sub>")),
                (SMALL_CAPS.split("{")[0], "</span>"),
            ]
        ),
        inner,
        inner,
    ),
    max_leaves=6,
)


@given(markup)
def test_round_trip(text: str) -> None:
    assert to_unicode(to_latex(text), nocase=True) == text


@given(plain, plain, st.sampled_from(["", "<i>", "&", "\\", "–"]))
def test_protected_round_trip(before: str, inside: str, first: str) -> None:
    assume(any(char.isalnum() for char in inside) and "<" not in inside)
    close = "</i>" if first == "<i>" else ""
    text = before + NOCASE.format(first + inside + close)
    assert to_unicode(to_latex(text), nocase=True) == text


@given(plain)
def test_written_braces_balance(text: str) -> None:
    depth = 0
    for char in to_latex(text):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


@given(st.text() | st.text(alphabet="\\{}$^_~'\"abi -`%\n[]", max_size=40), st.booleans())
def test_any_text_decodes(tex: str, nocase: bool) -> None:
    assert isinstance(to_unicode(tex, nocase=nocase), str)


@pytest.mark.parametrize(
    "tex", ["{" * 50_000, "$" * 50_001, "\\'" * 30_000, "{a" * 9_999 + "}" * 9]
)
def test_hostile_text_takes_linear_time(tex: str) -> None:
    start = time.perf_counter()
    to_unicode(tex, nocase=True)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"M{\"u}ller {\c{c}} {\o}{\ss} {\'\i}", "Müller ç øß í"),
        (r"\textbf{\"u} \emph{\o}x", r"\textbf{\"u} \emph{\o}x"),
        (r"\href{a}{\"u} \{\"u} {x}{\"u}", r"\href{a}{\"u} \{\"u} {x}{\"u}"),
        (r"$a$ {\"u}", r"$a$ {\"u}"),
    ],
)
def test_letters_in_groups_of_their_own(tex: str, text: str) -> None:
    assert letters(tex) == text


@given(
    st.lists(
        st.sampled_from(
            [*(r"{\"u} {\c{c}} {\o} \" \ { } a ~ \textbf{ \href{a} {} \em \url [x]".split()), " "]
        ),
        max_size=8,
    ).map("".join)
)
def test_letters_first_or_last_is_the_same(tex: str) -> None:
    tex = tex.strip()
    assert to_unicode(letters(tex) + "{}$") == to_unicode(tex + "{}$")


@pytest.mark.parametrize(
    ("tex", "lost"),
    [
        (r"\emph{a} \'{e} \ss{} $\alpha^2$ \enquote{b} \& {\o}", ()),
        (r"\foo{a} \foo{b} \bar[1]{c}d", (Lost(r"\foo", "unknown"),)),
        (r"\foo a \+", (Lost(r"\foo", "left"), Lost(r"\+", "left"))),
        (r"{\small x} \texttt{y}", (Lost(r"\small", "plain"), Lost(r"\texttt", "plain"))),
        (r"\href{http://x}{y} \url{z}", (Lost(r"\href", "argument"), Lost(r"\url", "plain"))),
        (r"$\frac{1}{2}$ and $\mathrm{H}$", (Lost(r"\frac", "left"), Lost(r"\mathrm", "plain"))),
        (r"\relax\protect x", ()),
    ],
)  # fmt: skip
def test_lost_macros_are_named_with_what_becomes_of_them(tex: str, lost: tuple[Lost, ...]) -> None:
    assert lost_macros(tex) == lost
