"""BibTeX's name lists, both ways.

The grammar is BibTeX's ("BibTeXing", section 4; Markey, "Tame the BeaST",
section 11) with BibLaTeX's named parts (BibLaTeX manual 3.x, "Name formats":
``family=…, given=…, prefix=…, suffix=…, useprefix=…``).  Two rules differ from
BibTeX's, both for names as their bearers mean them: before a comma only the
*leading* words in lower case are the "von" part ("Garcia de Lorca, F." is a
family name throughout), and words in lower case that end the given name
("Humboldt, Alexander von") are its dropping particle.

``and others`` is a last name whose literal is ``others``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from citekit.model import Name, Names

#: Stands for names left out.
OTHERS = Name(literal="others")

Recode = Callable[[str], str]

_AND = re.compile(r"\s+and\s+", re.I)
_MARK = re.compile(r"[{},]|\\.|(?<=\s)and(?=\s)", re.I | re.S)
_TOKEN_MARK = re.compile(r"[{}\s~]|\\[^\s{}]", re.S)
_SPECIAL = re.compile(r"[{}\\~=]")
_PART = re.compile(
    r'\s*"?\s*(family|given|prefix|suffix|useprefix|(?:family|given|prefix|suffix)-i)\s*=', re.I
)
_EDGE_AND = re.compile(r"^(?:and(?:\s+|$))+|(?:\s+and)+$", re.I)


def parse_names(text: str, decode: Recode = str) -> Names:
    """The names of a BibTeX list, their parts put through ``decode``.

    A name in braces is literal, as corporate names are.
    """
    text = _EDGE_AND.sub("", text.strip())
    if "{" not in text:
        parts = _AND.split(text)
    else:
        parts = _split(text, "and")
    names = (parse_name(part, decode) for part in parts)
    return tuple(name for name in names if name is not None)


@lru_cache(maxsize=1 << 13)
def parse_name(text: str, decode: Recode = str) -> Name | None:
    """One name, or None for white space."""
    text = text.strip()
    if not text or text == ",":
        return None
    if text == "others":
        return OTHERS
    special = _SPECIAL.search(text)
    if special and "=" in text and _PART.match(text):
        return _named_parts(text, decode)
    if special and text[0] == "{" and _closes_at_end(text):
        return Name(literal=decode(text[1:-1].strip()))
    parts = _split(text, ",") if special else text.split(",")
    tokens = [_tokens(part, decode) if special else _plain_tokens(part) for part in parts]
    if len(tokens) == 1:
        return _first_von_last(tokens[0])
    suffix = tokens[1] if len(tokens) > 2 else []
    given = [token for part in tokens[2 if len(tokens) > 2 else 1 :] for token in part]
    return _von_last_first(tokens[0], suffix, given)


def format_names(
    names: Iterable[Name], encode: Recode = str, decode: Recode = str, *, labels: bool = True
) -> str:
    """The list that :func:`parse_names` reads as ``names``.

    ``encode`` makes the parts' LaTeX, ``decode`` undoes it.  BibTeX holds
    neither ``comma_suffix`` nor ``static_ordering``.  What BibTeX's forms do not
    hold is written in BibLaTeX's, unless ``labels`` is false: only BibLaTeX
    understands these.
    """
    written = (_format(name, encode, decode, labels) for name in names)
    return " and ".join(filter(None, written))


# --- reading -----------------------------------------------------------------

_Token = tuple[str, bool]  # the decoded word, and whether it is in lower case


def _split(text: str, at: str) -> list[str]:
    """``text`` split at commas, or at the word "and", outside braces."""
    parts: list[str] = []
    depth = begin = 0
    for found in _MARK.finditer(text):
        mark = found[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
        elif mark.lower() == at and depth == 0:
            parts.append(text[begin : found.start()])
            begin = found.end()
    parts.append(text[begin:])
    return parts


def _closes_at_end(text: str) -> bool:
    """Whether the brace at the start closes at the end."""
    depth = 0
    for found in re.finditer(r"[{}]", text):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end() == len(text)
    return False


def _plain_tokens(text: str) -> list[_Token]:
    return [(word, _is_lower(word)) for word in text.split()]


def _tokens(text: str, decode: Recode) -> list[_Token]:
    """Words outside braces; a braced one has no case unless it is a special character."""
    words: list[str] = []
    depth = begin = 0
    for found in _TOKEN_MARK.finditer(text):
        mark = found[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and not mark.startswith("\\"):
            words.append(text[begin : found.start()])
            begin = found.end()
    words.append(text[begin:])
    return [_token(word, decode) for word in words if word]


def _token(word: str, decode: Recode) -> _Token:
    decoded = decode(word)
    uncased = word.startswith("{") and not word.startswith("{\\")
    return decoded, not uncased and _is_lower(decoded)


def _is_lower(word: str) -> bool:
    """Whether the first letter is in lower case."""
    for char in word:
        if char.isalpha():
            return char.islower()
    return False


def _text(tokens: Iterable[_Token]) -> str:
    return " ".join(word for word, _ in tokens)


def _first_von_last(tokens: list[_Token]) -> Name | None:
    if not tokens:
        return None
    body = tokens[:-1]
    lower = [index for index, token in enumerate(body) if token[1]]
    first = lower[0] if lower else len(body)
    last = lower[-1] + 1 if lower else len(body)
    return Name(
        family=_text(tokens[last:]),
        given=_text(tokens[:first]),
        non_dropping_particle=_text(tokens[first:last]),
    )


def _von_last_first(family: list[_Token], suffix: list[_Token], given: list[_Token]) -> Name | None:
    von = 0
    while von < len(family) - 1 and family[von][1]:
        von += 1
    dropping = len(given)
    while dropping > 0 and given[dropping - 1][1]:
        dropping -= 1
    if dropping == 0:
        dropping = len(given)
    name = Name(
        family=_text(family[von:]),
        given=_text(given[:dropping]),
        dropping_particle=_text(given[dropping:]),
        non_dropping_particle=_text(family[:von]),
        suffix=_text(suffix),
    )
    return name if name != Name() else None


def _named_parts(text: str, decode: Recode) -> Name | None:
    """BibLaTeX's named parts; initials (``given-i``) follow from the parts."""
    parts: dict[str, str] = {}
    for item in _split(text, ","):
        label, _, value = item.strip().strip('"').partition("=")
        value = value.strip().strip('"')
        if value.startswith("{") and _closes_at_end(value):
            value = value[1:-1]
        parts[label.strip().lower()] = decode(value)
    prefix = parts.get("prefix", "")
    dropping = parts.get("useprefix", "true").lower() == "false"
    name = Name(
        family=parts.get("family", ""),
        given=parts.get("given", ""),
        dropping_particle=prefix if dropping else "",
        non_dropping_particle="" if dropping else prefix,
        suffix=parts.get("suffix", ""),
    )
    return name if name != Name() else None


# --- writing -----------------------------------------------------------------


def _format(name: Name, encode: Recode, decode: Recode, labels: bool) -> str:
    if name == OTHERS:
        return "others"
    if name.literal:
        return f"{{{encode(name.literal)}}}"
    kept = name._replace(comma_suffix=False, static_ordering=False)
    written = _plain_form(kept, encode)
    if labels and kept != Name() and parse_names(written, decode) != (kept,):
        return _named_form(kept, encode)
    return written


def _plain_form(name: Name, encode: Recode) -> str:
    """ "von Last, Jr, First von"."""
    family = _guarded(name.family, encode)
    if _is_lower(name.family):
        family = f"{{{encode(name.family)}}}"
    family = f"{encode(name.non_dropping_particle)} {family}".strip()
    given = _guarded(name.given, encode)
    if " " in name.given and _is_lower(name.given.split()[-1]):
        given = f"{{{encode(name.given)}}}"
    given = f"{given} {encode(name.dropping_particle)}".strip()
    if name.suffix:
        return f"{family}, {_guarded(name.suffix, encode)}, {given}".rstrip()
    if given:
        return f"{family}, {given}"
    single = " " not in name.family and not name.non_dropping_particle
    return family if single and not family.startswith("{") else f"{family},"


def _guarded(part: str, encode: Recode) -> str:
    """A part in braces if it holds what would take it apart."""
    tex = encode(part)
    if "," in part or "=" in part or " and " in f" {part.lower()} ":
        return f"{{{tex}}}"
    return tex


def _named_form(name: Name, encode: Recode) -> str:
    prefix = name.non_dropping_particle or name.dropping_particle
    parts = {
        "family": name.family,
        "given": name.given,
        "prefix": prefix,
        "suffix": name.suffix,
    }
    written = [f"{label}={{{encode(value)}}}" for label, value in parts.items() if value]
    if prefix:
        written.append(f"useprefix={'true' if name.non_dropping_particle else 'false'}")
    return ", ".join(written)
