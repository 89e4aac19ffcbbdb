"""Whole documents around a bibliography: a web page, a LaTeX file.

Layout follows the attributes of ``cs:bibliography`` (CSL 1.0.2, "Whitespace").
"""

from __future__ import annotations

from collections.abc import Callable

from citekit.render.html import escape
from citekit.richtext import Bibliography

_PAGE = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: serif; }}
.csl-bib-body {{ line-height: {line_height}; }}
.csl-entry {{ margin-bottom: {entry_space}em; overflow-wrap: break-word;{hanging} }}
.csl-left-margin {{ float: left; min-width: {label_width}em; padding-right: 0.5em; }}
.csl-right-inline {{ margin-left: {text_margin}em; }}
.csl-block, .csl-indent {{ text-indent: 0; }}
.csl-indent {{ margin-left: 2em; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
_LATEX = r"""\documentclass{{article}}
\usepackage[utf8]{{inputenc}}
\usepackage[T1]{{fontenc}}
\begin{{document}}
{body}
\end{{document}}
"""


def page(body: str, made: Bibliography, title: str) -> str:
    """A web page around an HTML bibliography, laid out as the style asks."""
    hanging = " padding-left: 2em; text-indent: -2em;" if made.hanging_indent else ""
    label_width = 2 if len(made.entries) < 100 else 3
    return _PAGE.format(
        title=escape(title),
        body=body.rstrip("\n"),
        line_height=1.35 * made.line_spacing,
        entry_space=0.5 * made.entry_spacing,
        hanging=hanging,
        label_width=label_width,
        text_margin=label_width + 1,
    )


def latex_document(body: str, made: Bibliography, title: str) -> str:
    """A LaTeX file that compiles by itself."""
    return _LATEX.format(body=body.rstrip("\n"))


#: Output format → (body, bibliography, title) → whole document; formats that
#: are whole by themselves have no row.
STANDALONE: dict[str, Callable[[str, Bibliography, str], str]] = {
    "html": page,
    "latex": latex_document,
}
