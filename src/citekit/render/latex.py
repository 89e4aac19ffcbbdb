r"""LaTeX that compiles with the article class and no package.

Text stays Unicode (UTF-8 is LaTeX's default since 2018); letters that the
chosen engine or font lacks are the document's business.  Links are written
``\href{…}{…}``: with hyperref they lead somewhere, without it the definition
that :func:`write_bibliography` puts in front lets their text stand alone.  A
document that uses :func:`write_inline` only and not hyperref needs the same
line: ``\providecommand{\href}[2]{#2}``.
"""

from __future__ import annotations

import re

from citekit.render.layout import Paragraph, merged, paragraphs, without_links
from citekit.render.urls import safe_url
from citekit.richtext import Bibliography, Link, RichText, plain

#: The command of each format; the empty string leaves the children alone.
COMMANDS: dict[str, str] = {
    "italic": r"\textit",
    "oblique": r"\textsl",
    "normal": r"\textup",
    "bold": r"\textbf",
    "light": r"\textmd",
    "normal-weight": r"\textmd",
    "small-caps": r"\textsc",
    "normal-variant": r"\textup",
    "underline": r"\underline",
    "sup": r"\textsuperscript",
    "sub": r"\textsubscript",
}

HREF = r"\providecommand{\href}[2]{#2}"

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
}
_TABLE = str.maketrans(_ESCAPES)
_BLANK = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
#: Signs that TeX fonts draw together (dashes, quotation marks).
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)")
_URL = str.maketrans({"%": r"\%", "#": r"\#", "~": r"\%7E", "$": r"\%24"})


def write_inline(text: RichText) -> str:
    """``text`` as LaTeX inside a paragraph."""
    parts: list[str] = []
    _write(text, parts)
    return "".join(parts)


def write_bibliography(bib: Bibliography) -> str:
    r"""A ``list`` environment with one ``\item`` an entry; labels stand in the
    margin, hanging indents and spacing are the style's."""
    entries = [paragraphs(entry.text) for entry in bib.entries]
    labels = [p.label for entry in entries for p in entry if p.label]
    lines = [HREF, r"\begin{list}{}{%", *_lengths(bib, labels), "}"]
    if not entries:
        lines.append(r"\item[]")
    for entry in entries:
        lines += [_paragraph(p, number == 0) for number, p in enumerate(entry)] or [r"\item[]"]
    lines.append(r"\end{list}")
    return "\n".join(lines)


def escape(text: str) -> str:
    """Plain text as LaTeX text: one line, every sign printed as it stands."""
    text = _CONTROL.sub("", _BLANK.sub(" ", text)).translate(_TABLE)
    return _LIGATURE.sub("{}", text)


def _write(text: RichText, parts: list[str]) -> None:
    for node in merged(text):
        if isinstance(node, str):
            parts.append(escape(node))
            continue
        if isinstance(node, Link):
            _write_link(node, parts)
            continue
        parts.append(COMMANDS.get(node.format, "") + "{")
        _write(node.children, parts)
        parts.append("}")


def _write_link(link: Link, parts: list[str]) -> None:
    url = safe_url(link.url)
    command = "" if url is None else f"\\href{{{url.translate(_URL)}}}"
    parts.append(command + "{")
    _write(without_links(link.children), parts)
    parts.append("}")


def _lengths(bib: Bibliography, labels: list[RichText]) -> list[str]:
    """The declarations of the list."""
    lines = [rf"\itemsep={max(bib.entry_spacing, 0)}\baselineskip\parsep=0pt\listparindent=0pt%"]
    if bib.line_spacing > 1:
        lines.append(rf"\linespread{{{bib.line_spacing}}}\selectfont")
    if labels:
        widest = write_inline(max(labels, key=lambda label: len(plain(label).strip())))
        lines += [
            rf"\settowidth{{\labelwidth}}{{{widest.strip()}}}\labelsep=.5em%",
            r"\leftmargin=\labelwidth\advance\leftmargin\labelsep",
            r"\renewcommand{\makelabel}[1]{#1\hfil}%",
        ]
    else:
        hang = "2em" if bib.hanging_indent else "0pt"
        lines.append(rf"\leftmargin={hang}\itemindent=-\leftmargin\labelwidth=0pt\labelsep=0pt%")
    return lines


def _paragraph(paragraph: Paragraph, first: bool) -> str:
    text = write_inline(paragraph.text).strip()
    if paragraph.indented and not first:
        return rf"{{\par\advance\leftskip 2em\noindent {text}\par}}"
    if first or paragraph.label:
        return rf"\item[{{{write_inline(paragraph.label).strip()}}}] {text}"
    return rf"\par\noindent {text}"
