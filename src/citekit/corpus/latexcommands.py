"""What LaTeX's commands and environments are to a reader: text, notes, headings, or nothing."""

from __future__ import annotations

from citekit.corpus.keys import CODE
from citekit.corpus.latexmacros import QUOTING

QUOTES = {"``": "“", "''": "”", ",,": "„", '"`': "„", "\"'": "“"}
DASHES = {"--": "–", "---": "—"}
#: Environments that are no prose.
SKIPPED = CODE | frozenset(
    """
    equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray
    eqnarray* displaymath math tikzpicture pgfpicture picture algorithm algorithmic
    """.split()
)
BLOCK_QUOTES = QUOTING
#: Quotations with their sources: the epigraph package's, whose text stands before the source,
#: and KOMA-Script's, whose source is an option before the text.
EPIGRAPHS = frozenset("epigraph qitem".split())
DICTA = frozenset("dictum".split())
HEADINGS = frozenset(
    """
    part chapter section subsection subsubsection paragraph subparagraph title subtitle author
    date caption captionof
    """.split()
)
ITALICS = frozenset("emph textit textsl mkbibemph mkbibitalic".split())
#: Commands that print nothing, with how many arguments in braces.
SILENT = {
    **dict.fromkeys(
        """
        label vspace hspace pagestyle thispagestyle bibliographystyle bibliography input include
        includegraphics index usepackage documentclass addbibresource setlength hypersetup
        graphicspath nocite pagenumbering selectlanguage includeonly vskip hskip phantom hphantom
        vphantom pgfplotsset usetikzlibrary newcounter stepcounter refstepcounter glsadd
        subfile shorthandoff shorthandon useshorthands MakeOuterQuote
        """.split(),
        1,
    ),
    **dict.fromkeys("newcommand renewcommand providecommand addtolength setcounter".split(), 2),
    **dict.fromkeys("import subimport includefrom subincludefrom inputfrom".split(), 2),
    **dict.fromkeys("newenvironment renewenvironment".split(), 3),
    **dict.fromkeys("color fontsize linespread".split(), 1),
    **dict.fromkeys("def let".split(), 0),
    **dict.fromkeys("ref pageref eqref autoref cref Cref nameref vref".split(), 1),
}
#: Commands whose first argument is no text.
FIRST_SILENT = frozenset("href textcolor foreignlanguage colorbox raisebox parbox scalebox".split())
NOTES = frozenset("footnote endnote footnotetext sidenote marginpar thanks".split())
LINE_ENDS = frozenset("\\ newline linebreak tabularnewline".split())
PARAGRAPHS = frozenset("par item bibitem newpage clearpage bigskip medskip smallskip".split())
#: Babel's quotation marks.
SYMBOLS = {
    **{"flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "glq": "‚", "grq": "‘"},
    **{"guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«"},
    **{"guillemetright": "»", "og": "« ", "fg": " »"},
}
NESTED = (("“", "”"), ("‘", "’"))
