"""What LaTeX's commands and environments are to a reader: text, notes, headings, or nothing."""

from __future__ import annotations

from citekit.corpus.keys import CODE

QUOTES = {"``": "“", "''": "”", ",,": "„", '"`': "„", "\"'": "“"}
DASHES = {"--": "–", "---": "—"}
#: Environments that are no prose.
SKIPPED = CODE | frozenset(
    """
    equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray
    eqnarray* displaymath math tikzpicture pgfpicture picture algorithm algorithmic
    """.split()
)
#: Environments that quote (LaTeX 2e, 8.24 and 8.28; csquotes manual 5.2; quoting).
BLOCK_QUOTES = frozenset("quote quotation verse blockquote quoting".split())
#: Environments whose first arguments in braces are no text, with how many these are.
SETTINGS = {
    **dict.fromkeys(
        """
        tabular longtable supertabular array thebibliography minipage multicols multicols*
        otherlanguage otherlanguage* hyphenrules spacing addmargin addmargin* subfigure subtable
        paracol parcolumns adjustbox turn rotate labeling
        """.split(),
        1,
    ),
    **dict.fromkeys(
        """
        tabularx tabular* tabulary wrapfigure wraptable adjustwidth adjustwidth* list hangparas
        """.split(),
        2,
    ),
}
#: Quotations with their sources: the epigraph package's, whose text stands before the source,
#: and KOMA-Script's, whose source is an option before the text.
EPIGRAPHS = frozenset("epigraph qitem".split())
DICTA = frozenset("dictum".split())
HEADINGS = frozenset(
    """
    part chapter section subsection subsubsection paragraph subparagraph title subtitle author
    date caption captionof addpart addchap addsec minisec
    eledchapter eledsection eledsubsection eledsubsubsection ledchapter ledsection ledsubsection
    """.split()
)
#: Parts of letters that stand in lines of their own (LaTeX 2e, 26; the KOMA-Script guide, 4).
LETTER_PARTS = frozenset("opening closing signature address ps cc encl".split())
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
        sindex edindex edlabel linelabel lineation linenummargin firstlinenum linenumincrement
        firstsublinenum sublinenumincrement setline setlinenum advanceline linenumberstyle
        sublinenumberstyle doendnotes doendnotesbysection arrangementX Xarrangement newseries
        seriesatbegin seriesatend lineref sublineref edlineref edpageref annotationref
        """.split(),
        1,
    ),
    **dict.fromkeys("DeclareNewFootnote usekomavar".split(), 1),
    **dict.fromkeys(
        "newcommand renewcommand providecommand addtolength setcounter xxref".split(), 2
    ),
    **dict.fromkeys("import subimport includefrom subincludefrom inputfrom".split(), 2),
    **dict.fromkeys("newenvironment renewenvironment".split(), 3),
    **dict.fromkeys("color fontsize linespread".split(), 1),
    **dict.fromkeys("def let".split(), 0),
    **dict.fromkeys("ref pageref eqref autoref cref Cref nameref vref".split(), 1),
}
#: Those of them that stand in macros of editions: marks for indexes and cross-references.
UNPRINTED = frozenset("index sindex edindex label edlabel linelabel".split())
#: Commands whose first argument is no text.
FIRST_SILENT = frozenset(
    "setkomavar href textcolor foreignlanguage colorbox raisebox parbox scalebox".split()
)
LINE_ENDS = frozenset("\\ newline linebreak tabularnewline".split())
PARAGRAPHS = frozenset(
    """
    par item bibitem newpage clearpage bigskip medskip smallskip
    beginnumbering endnumbering pausenumbering resumenumbering autopar
    """.split()
)
#: Paragraphs and stanzas of numbered text, which may have an option that is printed (the
#: reledmac manual, "Paragraphs", "Verse").
NUMBERED = frozenset("pstart pend stanza".split())
#: Babel's quotation marks.
SYMBOLS = {
    **{"flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "glq": "‚", "grq": "‘"},
    **{"guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«"},
    **{"guillemetright": "»", "og": "« ", "fg": " »"},
}
NESTED = (("“", "”"), ("‘", "’"))
