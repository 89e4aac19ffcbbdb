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

from citekit.latexgroups import group_end, past_gap
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


def _starred(names: str) -> frozenset[str]:
    """The names, and those of the same commands at the beginning of a sentence and for
    several works (``\\textcite``, ``\\Textcite``, ``\\textcites``, ``\\Textcites``)."""
    plain = [*names.split(), *(name.capitalize() for name in names.split())]
    return frozenset([*plain, *(f"{name}s" for name in plain)])


#: BibLaTeX's commands for one volume of several: the volume stands before the page.
_VOLUMES = _starred("volcite pvolcite fvolcite ftvolcite tvolcite svolcite avolcite")
#: BibLaTeX's commands that print one field, which stands behind the key.
_FIELDS = frozenset("citefield citename citelist".split())
#: natbib's, BibLaTeX's and biblatex-chicago's commands that cite, without a star.
CITE_COMMANDS = (
    _VOLUMES
    | _FIELDS
    | _starred(
        """cite parencite footcite footcitetext textcite smartcite supercite autocite notecite
        pnotecite fnotecite"""
    )
    | frozenset(
        """
    citep citet Citep Citet citealp citealt Citealp Citealt citepalias
    citetalias citeauthor Citeauthor citeyear citeyearpar citetitle Citetitle citedate citeurl
    citenum citetext fullcite footfullcite notfullcite bibentry
    headlesscite headlessfullcite shortcite shortcites citeA citeN citeNP citeauthorfull
    onlinecite defcitealias nocite fnote footnocite citeauthoryear citefullauthor
    """.split()
    )
)
#: Environments whose text is code, goes to another file, or is left out (LaTeX 2e, 8.28 and
#: 8.11; listings, minted, fancyvrb, comment).
CODE = frozenset(
    """
    verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim lstlisting minted
    comment filecontents filecontents*
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
    r"(?<!\\)\\(?P<name>[A-Za-z]*[cC]it[eA-Z]?[A-Za-z]*|bibentry"
    r"|(?P<language>foreign|hyphen|hybrid)?(?:text|block)cquote"
    r"|begin\{(?P<environment>(?P<display>foreign|hyphen)?displaycquote)\})(?![A-Za-z@])\*?"
)
_ONE = re.compile(r"[^\s,{}%]+")
#: A parameter of a macro, which stands for a key and is none (The TeXbook, chapter 20).
_PARAMETER = re.compile("#[1-9]")
#: A percent sign in an address begins no comment.
_COMMENT = re.compile(
    r"(?P<address>\\(?:url|nolinkurl|path|href)\s*\{[^{}\n]*\})"
    r"|(?<!\\)(?:\\\\)*%[^\n]*(?:\n(?![ \t]*\r?\n))?"  # with the end of its line
)
_VERBATIM = re.compile(
    rf"\\begin[ \t]*\{{(?P<env>{'|'.join(map(re.escape, sorted(CODE, key=len, reverse=True)))})\}}"
    r".*?(?:\\end[ \t]*\{(?P=env)\}|\Z)"
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
    return keys_in(shown) if kind == "latex" else sorted([*_at_keys(shown), *_commands(shown)])


def keys_in(shown: str) -> list[KeySpan]:
    """The citation keys of a LaTeX text that :func:`without_code` left, by place."""
    return sorted(_commands(shown))


def without_code(text: str, kind: str = "markdown") -> str:
    """``text`` with spaces in place of what holds no citation; positions stay."""
    if kind == "latex":
        shown = _blank(text, _VERBATIM)
        shown = _COMMENT.sub(lambda found: found["address"] or " " * len(found[0]), shown)
        return _blank(shown, _NEVER_READ)
    return _blank(text, _PASSED_OVER)


class CiteArgument(NamedTuple):
    """The keys of one argument of a command, its notes in brackets, where it ends, and the
    volume before the page (``\\volcite{2}[5]{key}``)."""

    notes: tuple[str, ...]
    keys: tuple[KeySpan, ...]
    end: int
    volume: str = ""


class CiteCommand(NamedTuple):
    """A LaTeX command that cites, from its backslash on: its name without a star, and its
    arguments, of which only the plural commands have several (``\\cites[1]{a}[2]{b}``)."""

    start: int
    name: str
    arguments: tuple[CiteArgument, ...]

    @property
    def known(self) -> bool:
        """Whether it is one of :data:`CITE_COMMANDS` or :data:`QUOTE_COMMANDS`."""
        return self.name in CITE_COMMANDS or self.name in QUOTE_COMMANDS

    @property
    def end(self) -> int:
        """Where its last argument ends."""
        return self.arguments[-1].end


def cite_commands(text: str) -> Iterator[CiteCommand]:
    """The commands of ``text``, as :func:`without_code` leaves it, whose name says that
    they cite; also those of nobody's package, and those in the notes of others."""
    for match in _COMMAND.finditer(text):
        if match["name"] == "citetext":
            continue  # its argument is text
        name = match["environment"] or match["name"]
        at = match.end()
        if match["language"] or match["display"]:  # \foreigntextcquote{german}{key}
            at = group_end(text, past_gap(text, at))
        command = cite_command(text, match.start(), name, at)
        if command is not None:
            yield command


def cite_command(text: str, start: int, name: str, at: int) -> CiteCommand | None:
    """The command that begins at ``start`` and is called ``name``, whose arguments stand at
    ``at``; None if it has none with keys."""
    several = name not in QUOTE_COMMANDS and name.endswith("s") and "alias" not in name
    arguments: list[CiteArgument] = []
    while (argument := _argument(text, at, name)) is not None:
        arguments.append(argument)
        at = argument.end
        if not several:
            break
    return CiteCommand(start, name, tuple(arguments)) if arguments else None


def _argument(text: str, at: int, name: str) -> CiteArgument | None:
    """Notes and keys at ``at``: ``(..)(..)[..][..]{..}``, with a volume ``[..]{..}[..]{..}``."""
    notes, at = _notes(text, at)
    volume = ""
    if name in _VOLUMES:
        end = group_end(text, at)
        if end == at:
            return None
        volume = text[at + 1 : end - 1]
        notes, at = _notes(text, past_gap(text, end))
    end = group_end(text, at)
    if end == at or "{" in text[at + 1 : end]:
        return None
    keys = tuple(_keys_of(text, (at + 1, end - 1)))
    if name in _FIELDS:  # \citename{key}[format]{author}
        _, behind = _notes(text, past_gap(text, end))
        end = max(end, group_end(text, behind))
    return CiteArgument(notes, keys, end, volume)


def _notes(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The options in brackets at ``at``, and where the argument behind them begins."""
    notes: list[str] = []
    while True:
        begin = past_gap(text, at)
        if (end := group_end(text, begin, "[")) > begin:
            notes.append(text[begin + 1 : end - 1])
        elif (end := group_end(text, begin, "(")) == begin:
            return tuple(notes), begin
        at = end


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
