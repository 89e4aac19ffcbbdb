"""The tokens of LaTeX as a reader takes them: commands, accents, signs, groups, words."""

from __future__ import annotations

import re

from citekit.corpus.babel import SHORTHAND

_TOKENS = (
    r"(?P<comment>%[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*|\Z))"
    r"|(?P<accent>\\[\"'`^~=.](?:[ \t]*\{\\?[A-Za-z]?\}|[ \t]*\\?[A-Za-z])"
    r"|\\[cvuHkdbrt](?:[ \t]*\{\\?[A-Za-z]*\}|[ \t]+\\?[A-Za-z]|\\[ij](?![A-Za-z])))"
    r"|\\(?P<name>[A-Za-z@]+\*?)[ \t]*(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n])[ \t]*)?"
    r"|\\(?P<sign>[^A-Za-z@])"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<quote>``|''|,,|\"`|\"')|(?P<dash>---?)|(?P<tie>~)"
    r"|(?P<display>\$\$.*?\$\$)|(?P<math>\$(?:[^$\\]|\\.)*\$)"
    r"|(?P<blank>(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+)"
    r"|(?P<ampersand>&)"
    r"|(?P<words>(?:[^\\%{}`',\"~$&\r\n-]|(?:\r\n|\r(?!\n)|\n)(?![ \t]*[\r\n])"
    r"|(?<=\w)['-](?=\w)|,(?!,))+|[`',\"-]|\r\n|\r|\n)"
)
#: The next token, named by its kind.
TOKEN = re.compile(_TOKENS, re.DOTALL)
GERMAN_TOKEN = re.compile(rf"(?P<shorthand>{SHORTHAND})|{_TOKENS}", re.DOTALL)
