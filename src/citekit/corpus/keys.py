"""Citation keys as authors type them: pandoc's ``@key`` and LaTeX's ``\\cite`` family.

A key in square brackets, or in a command, is sure; a bare ``@name`` may be anybody's
handle, and is not.  What stands in code, in comments, in addresses (e-mail, URL,
link targets) and in HTML tags is passed over.  Sources: Pandoc User's Guide,
"Citation syntax"; BibLaTeX manual 3.9 (citation commands); natbib; csquotes 3.3 and
3.4 (integrated commands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.model import KeySpan

#: What holds no citation in running text and Markdown.
_PASSED_OVER = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|^(?P<fence> {0,3}(?P<ticks>`{3,}|~{3,}))[^\n]*\n(?:.*?^ {0,3}(?P=ticks)[`~]*[ \t\r]*$|.*\Z)"
    r"|(?<!`)(?P<code>`+)(?!`)(?:[^`\n]|\n(?!\s*\n)|(?!(?P=code)(?!`))`)*(?P=code)(?!`)"
    r"|<pre\b[^<>]*>.*?</pre\s*>|<(?P<tag>code|kbd|samp)\b[^<>]*>(?:(?!\n\s*\n).)*?</(?P=tag)\s*>"
    r"|<[A-Za-z/][^<>\n]*>"
    r"|\]\((?:[^()\n]|\([^()\s]*\))*\)"
    r"|(?<!@\{)\b(?:https?|ftp|file)://[^\s<>\"]+|\bwww\.[^\s<>\"]+"
    r"|(?:mailto:|doi:)[^\s<>\"]+",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
#: Pandoc: a letter, digit or underscore, then these with single punctuation inside.
_NAME = r"[^\W]\w*(?:[:.#$%&+?<>~/-]\w+)*"
_AT = re.compile(
    rf"(?<![\w@./\\+-])(?P<minus>-?)@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<bare>{_NAME}))"
)
#: Square brackets that may hold a cluster of citations.
_CLUSTER = re.compile(r"(?<!\\)\[(?=[^\[\]]*@)(?:[^\[\]]|\[[^\[\]]*\])*\](?!\()")

#: natbib's, BibLaTeX's and biblatex-chicago's commands that cite, without a star.
CITE_COMMANDS = frozenset(
    """
    cite cites Cite Cites citep citet Citep Citet citealp citealt Citealp Citealt citepalias
    citetalias citeauthor Citeauthor citeyear citeyearpar citetitle citedate citeurl citenum
    citetext parencite Parencite parencites Parencites footcite footcites Footcite Footcites
    footcitetext footcitetexts textcite Textcite textcites Textcites smartcite Smartcite
    smartcites Smartcites supercite supercites autocite Autocite autocites Autocites
    fullcite footfullcite volcite Volcite notecite Notecite pnotecite Pnotecite fnotecite
    ftvolcite pvolcite Pvolcite svolcite Svolcite tvolcite Tvolcite avolcite Avolcite
    headlesscite headlessfullcite shortcite shortcites citeA citeN citeNP citeauthorfull
    onlinecite defcitealias nocite fnote footnocite citeauthoryear citefullauthor
    """.split()
)
#: csquotes' commands and environments that quote and cite: the key is the first argument in
#: braces, behind the language of those that have one.
QUOTE_COMMANDS = frozenset(
    """
    textcquote foreigntextcquote hyphentextcquote blockcquote foreignblockcquote
    hyphenblockcquote hybridblockcquote textquotecite
    displaycquote foreigndisplaycquote hyphendisplaycquote
    """.split()
)
_OPTION = r"\[(?:[^\[\]{}]|\{[^{}]*\}|\[[^\[\]]*\])*\]"
_COMMAND = re.compile(
    r"(?<!\\)\\(?P<name>[A-Za-z]*[cC]it[eA-Z]?[A-Za-z]*"
    r"|(?P<language>foreign|hyphen|hybrid)?(?:text|block)cquote"
    r"|begin\{(?P<environment>(?P<display>foreign|hyphen)?displaycquote)\})\*?"
    rf"(?P<arguments>(?:[ \t]*(?:\([^()]*\)|{_OPTION}))*[ \t]*\{{[^{{}}]*\}}"
    rf"(?:(?:\([^()]*\)|{_OPTION})*\{{[^{{}}]*\}})*)"
)
_GROUP = re.compile(rf"{_OPTION}|\{{(?P<keys>[^{{}}]*)\}}")
_ONE = re.compile(r"[^\s,{}%]+")
#: A parameter of a macro, which stands for a key and is none (The TeXbook, chapter 20).
_PARAMETER = re.compile("#[1-9]")
#: Definitions of macros with one argument that do nothing but cite it.
_DEFINITION = re.compile(
    r"\\(?:(?:(?:re)?new|provide)command|DeclareRobustCommand|def"
    r"|(?:New|Renew|Provide|Declare)DocumentCommand)\*?"
    r"\s*(?:\{\s*)?\\(?P<name>[A-Za-z@]+)\s*(?:\}\s*)?(?:\[1\]|\{\s*m\s*\}|#1)"
    rf"\s*\{{\s*(?P<head>\\(?P<cite>[A-Za-z]+)\*?(?:{_OPTION})*\{{)\s*#1\s*\}}\s*\}}"
)
#: A percent sign in an address begins no comment.
_COMMENT = re.compile(
    r"(?P<address>\\(?:url|nolinkurl|path|href)\s*\{[^{}\n]*\})|(?<!\\)(?:\\\\)*%[^\n]*"
)
_VERBATIM = re.compile(
    r"\\begin\{(?P<env>verbatim\*?|lstlisting|minted|comment|Verbatim)\}.*?(?:\\end\{(?P=env)\}|\Z)"
    rf"|\\(?:verb\*?|lstinline(?:{_OPTION})?|mintinline(?:{_OPTION})?\{{[^{{}}]*\}})"
    r"(?:(?P<bar>[^A-Za-z\s*\[{]).*?(?P=bar)|(?<!verb)(?<!verb\*)\{(?:[^{}]|\{[^{}]*\})*\})",
    re.DOTALL,
)
#: What TeX passes over (The TeXbook, chapter 20), and what stands behind the document.
_NEVER_READ = re.compile(
    r"\\iffalse(?![A-Za-z@]).*?\\(?:fi|else)(?![A-Za-z@])|\\end\s*\{document\}.*", re.DOTALL
)


def citation_keys(text: str, kind: str = "markdown") -> list[KeySpan]:
    """The citation keys of a text, by place; spans are those of the keys alone.

    ``kind`` is *plain*, *markdown* or *latex*.  LaTeX has commands only, the other
    two have ``@key`` and commands.
    """
    if "@" not in text and "\\" not in text:
        return []
    shown = without_code(text, kind)
    others = _macro_keys(shown) if kind == "latex" else _at_keys(shown)
    return sorted([*others, *_commands(shown)])


def without_code(text: str, kind: str = "markdown") -> str:
    """``text`` with spaces in place of what holds no citation; positions stay."""
    if kind == "latex":
        shown = _blank(text, _VERBATIM)
        shown = _COMMENT.sub(lambda found: found["address"] or " " * len(found[0]), shown)
        return _blank(shown, _NEVER_READ)
    return _blank(text, _PASSED_OVER)


class CiteArgument(NamedTuple):
    """The keys of one argument of a command, its notes in brackets, and where it ends."""

    notes: tuple[str, ...]
    keys: tuple[KeySpan, ...]
    end: int


class CiteCommand(NamedTuple):
    """A LaTeX command that cites, from its backslash on: its name without a star, and its
    arguments, of which only the plural commands have several (``\\\\cites[1]{a}[2]{b}``)."""

    start: int
    name: str
    arguments: tuple[CiteArgument, ...]

    @property
    def known(self) -> bool:
        """Whether it is one of :data:`CITE_COMMANDS` or :data:`QUOTE_COMMANDS`."""
        return self.name in CITE_COMMANDS or self.name in QUOTE_COMMANDS


def cite_commands(text: str) -> Iterator[CiteCommand]:
    """The commands of ``text``, as :func:`without_code` leaves it, whose name says that
    they cite; also those of nobody's package."""
    for match in _COMMAND.finditer(text):
        name = match["environment"] or match["name"]
        several = name not in QUOTE_COMMANDS and name.endswith("s") and "alias" not in name
        other = "volcite" in name or bool(match["language"] or match["display"])
        notes: list[str] = []
        arguments: list[CiteArgument] = []
        for group in _GROUP.finditer(text, match.start("arguments"), match.end("arguments")):
            if group["keys"] is None:
                notes.append(group[0][1:-1])
                continue
            if other:  # \volcite[prenote]{volume}[page]{key}, \foreigntextcquote{german}{key}
                other = False
                continue
            keys = tuple(_keys_of(text, group.span("keys")))
            arguments.append(CiteArgument(tuple(notes), keys, group.end()))
            notes = []
            if not several:
                break
        yield CiteCommand(match.start(), name, tuple(arguments))


def cite_macros(text: str) -> dict[str, str]:
    """The macros that a LaTeX text, as :func:`without_code` leaves it, defines with one
    argument and that do nothing but cite it: name → what stands before the keys.

    ``\\newcommand{\\see}[1]{\\cite[see][]{#1}}`` gives ``see`` → ``\\cite[see][]{``.
    """
    found: dict[str, str] = {}
    for match in _DEFINITION.finditer(text) if "#1" in text else ():
        cites = match["cite"] in CITE_COMMANDS and "nocite" not in match["cite"]
        if cites and match["name"] not in CITE_COMMANDS:
            found[match["name"]] = match["head"]
    return found


def _macro_keys(text: str) -> Iterator[KeySpan]:
    """The keys in the arguments of the macros that the text defines."""
    names = cite_macros(text)
    if not names:
        return
    macro = re.compile(rf"(?<!\\)\\(?:{'|'.join(names)})(?![A-Za-z@])\s*\{{(?P<keys>[^{{}}]*)\}}")
    for use in macro.finditer(_blank(text, _DEFINITION)):
        yield from _keys_of(text, use.span("keys"))


def _keys_of(text: str, span: tuple[int, int]) -> Iterator[KeySpan]:
    """The keys of one argument, parted by commas."""
    for one in _ONE.finditer(text, *span):
        if not _PARAMETER.search(one[0]):
            yield KeySpan(*one.span(), one[0])


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    """``text`` with spaces where the pattern stands, as long as it was."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _at_keys(text: str) -> Iterator[KeySpan]:
    clusters = [match.span() for match in _CLUSTER.finditer(text)]
    at = 0
    for match in _AT.finditer(text):
        while at < len(clusters) and clusters[at][1] <= match.start():
            at += 1
        inside = at < len(clusters) and clusters[at][0] < match.start()
        group = "braced" if match["braced"] else "bare"
        sure = inside or bool(match["braced"]) or bool(match["minus"])
        yield KeySpan(match.start(group), match.end(group), match[group], sure)


def _commands(text: str) -> Iterator[KeySpan]:
    for command in cite_commands(text) if "\\" in text else ():
        if command.known:
            for argument in command.arguments:
                yield from argument.keys
