"""Who wrote a LaTeX document: the names in its ``\\author`` commands, without what classes and
packages put beside them.

``\\and`` and ``\\thanks`` (LaTeX 2e, 20.1); ``\\inst`` and ``\\orcidID`` (llncs), ``\\affil``
(authblk 1.3), ``\\IEEEauthorblockN`` (IEEEtran HOWTO, IV), ``\\fnm`` and ``\\sur`` (sn-jnl),
``\\name``, ``\\addr`` and ``\\email`` (jmlr), ``\\And`` and ``\\AND`` (NeurIPS, ACL),
``\\fnref`` and ``\\corref`` (elsarticle), ``\\altaffilmark`` (aastex, revtex).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.latex import to_unicode
from citekit.latexgroups import group_end, past_gap

_AUTHOR = re.compile(r"\\[aA]uthors?\*?(?![A-Za-z@])\s*")
_COMMAND = re.compile(r"\\([A-Za-z@]+)\*?[ \t]*")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*\n?[ \t]*")

#: Commands that go with their options and so many arguments.
_NOTES = {
    **dict.fromkeys(
        """thanks footnote footnotetext inst orcidID orcid orcidlink email ead url texttt
        textsuperscript affil affiliation address institute institution IEEEauthorrefmark
        IEEEauthorblockA IEEEmembership IEEEcompsocitemizethanks thanksref tnoteref corref fnref
        altaffilmark altaffiliation corresp authornote authornotemark label vspace hspace color
        textcolor href begin end at affilnum orgdiv orgname orgaddress mailto homepage
        """.split(),
        1,
    ),
    **dict.fromkeys("footnotemark samethanks fnmsep equalcont".split(), 0),
    "altaffiltext": 2,
}
#: Commands whose argument is a part of the name, and declarations of its type; a
#: person's parts need not stand apart.
_SHAPES = frozenset(
    """textbf textsc textit textrm textsf textnormal text emph mbox hbox IEEEauthorblockN name fnm
    sur spfx sfx bf bfseries sc scshape it itshape em rm sf tt sl upshape mdseries normalfont tiny
    scriptsize footnotesize small normalsize large Large LARGE huge Huge centering noindent
    smallskip medskip bigskip par protect relax ignorespaces unskip hfill""".split()
)
#: Commands that part persons.
_PARTING = frozenset("and And AND quad qquad".split())
_LINE = re.compile(r"\\\\(?:\[[^\]]*\])?|\\(?:newline|linebreak|addr)(?![A-Za-z])")
_MATHS = re.compile(r"\$[^$]*\$|\\\(.*?\\\)|\^\{[^{}]*\}|\^\w", re.DOTALL)
#: jmlr's address without braces, up to the end of its line.
_BARE_EMAIL = re.compile(r"\\email[ \t]+[^\s{\\]+")
#: A table of persons: affiliations are in the rows behind the first.
_TABLE = re.compile(
    r"\\begin\{tabular[*x]?\}\s*(?:\[\w*\]\s*)?\{[^{}]*\}(?P<row>.*?)(?:\\\\.*?)?\\end\{tabular[*x]?\}",
    re.DOTALL,
)
_CELL = re.compile(r"(?<!\\)&")
_LEFT = re.compile(r"\\[A-Za-z@]+\*?|[{}]")
_AROUND = " \t\n,;*†‡§¶∗~"
_TITLES = re.compile(r"(?:(?:Univ\.-)?Prof\.?|Dr\.?|PD|Mr\.?|Mrs\.?|Ms\.?)\s+", re.I)
_DEGREES = re.compile(r",\s*(?:Ph\.?\s?D|D\.?Phil|M\.?D|M\.?Sc|M\.?A|Jr|Member|Fellow)\.?(?=,|\Z)")


def author_groups(shown: str) -> Iterator[str]:
    """The argument of each command that names authors; ``shown`` is a document without
    its code."""
    for found in _AUTHOR.finditer(shown):
        at = _past(shown, found.end(), "[", many=True)
        end = _past(shown, at, "{")
        if end > at:
            yield shown[at:end].strip()[1:-1]
        elif shown[at : at + 1] == "{":
            return  # what has no end holds all that follows


def persons(group: str) -> list[str]:
    """The persons, or lists of some, whom an argument of ``\\author`` names, as they are
    written ("Ada Smith", "Ada Smith, Ben Jones and Carl Gut")."""
    text = _TABLE.sub(r"\g<row>", _BARE_EMAIL.sub("", _COMMENT.sub("", group)))
    found = []
    for part in _parted(_MATHS.sub("", text)):
        lines = [line.strip() for line in _LINE.split(part)]
        lines = list(filter(None, lines))
        names = ""
        for line in lines:  # a list goes on behind a comma
            names += f" {line}"
            if not line.endswith(","):
                break
        name = _LEFT.sub(" ", to_unicode(names)).strip(_AROUND)
        name = _DEGREES.sub("", re.sub(r"\s*[*†‡§¶∗]+", "", " ".join(name.split())))
        while title := _TITLES.match(name):
            name = name[title.end() :]
        if name:
            found.append(name)
    return found


def without_notes(text: str) -> str:
    """A title or name without its notes, fonts aside from italics untouched."""
    return "".join(_pieces(text, frozenset()))


def _parted(text: str) -> list[str]:
    """An argument of ``\\author`` without notes and fonts, by person."""
    return "".join(_pieces(_CELL.sub(r"\\and ", text), _SHAPES)).split("\0")


def _pieces(text: str, shapes: frozenset[str]) -> Iterator[str]:
    at = 0
    while found := _COMMAND.search(text, at):
        name = found[1]
        yield text[at : found.start()]
        at = found.end()
        if name in _NOTES:
            at = _past(text, at, "[", many=True)
            for _ in range(_NOTES[name]):
                at = _past(text, at, "{")
            yield " " if name in ("begin", "end") else ""
        elif name in shapes:
            yield " "
        elif shapes and name in _PARTING:
            yield "\0"
        else:
            yield found[0]
    yield text[at:]


def _past(text: str, at: int, opening: str, *, many: bool = False) -> int:
    """Where the group that begins at ``at``, or behind white space there, ends, or the last
    of ``many``; ``at`` if there is none or it has no end."""
    while (end := group_end(text, begin := past_gap(text, at), opening)) > begin:
        at = end
        if not many:
            break
    return at
