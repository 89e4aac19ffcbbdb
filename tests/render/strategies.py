"""Rich texts for property tests: ordinary, nested and hostile."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from citekit.richtext import Element, Format, Link, RichText

HOSTILE = [
    "<script>alert(1)</script>",
    "</div>",
    "&lt;b&gt;",
    "\\input{/etc/passwd}",
    "\\write18{ls}",
    "{\\field{\\*\\fldinst x}}",
    "}}}}",
    "{{{",
    "\\u1234?",
    "\\'41",
    "%",
    "$x$",
    "a_b^c~d#e&f",
    "*x* **y** _z_",
    "[a](javascript:alert(1))",
    "![i](x)",
    "!",
    "`code`",
    "1. x",
    "- x",
    "# x",
    "a\n\nb",
    "--- -- ...",
    "''``\"\"",
    "<http://x.y>",
    "&#60;",
    "i. x",
    "(2) x",
    "> x",
    "= =",
    "日本語 𝒳 😀 é",
    "¹ª™",
    "\u00a0",
]
words = st.sampled_from(HOSTILE) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8
)
urls = st.sampled_from(
    [
        "https://example.org/a_b(c)?d=1&e=2#f%20~$;x",
        "http://ex ample.org/\\}{\"'<>|`^",
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "mailto:a@example.org",
        "doi:10.1000/x<y>z",
        "https://é.example/ü",
        "vbscript:x",
        "//example.org",
        "",
    ]
)
INLINE: list[Format] = [
    name
    for name in get_args(Format)
    if name not in ("block", "left-margin", "right-inline", "indent")
]


def _trees(formats: list[Format]) -> st.SearchStrategy[RichText]:
    def extend(inner: st.SearchStrategy[RichText]) -> st.SearchStrategy[RichText]:
        nodes = (
            words
            | st.builds(Element, st.sampled_from(formats), inner)
            | st.builds(Link, urls, inner)
        )
        return st.lists(nodes, max_size=4).map(tuple)

    return st.recursive(st.lists(words, max_size=3).map(tuple), extend, max_leaves=8)


inline_texts = _trees(INLINE)
texts = _trees(list(get_args(Format)))
