"""One name in print: particles, initials, order (CSL 1.0.2, "Name")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from citekit.csl import marks, markup, textcase
from citekit.csl.marks import CLOSE
from citekit.csl.nodes import Look
from citekit.model import Name

_LATIN = (
    "[a-zA-Z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b\u0531-\u058f\u10a0-\u10ff"
    "\u1e00-\u1fff]"
)
_LETTER = re.compile(r"[^\W\d_]")
#: Given names in full: no initials.
_IN_FULL = 2
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MENDED = re.compile("[<\"'“”‘’«»\ufdd0-\ufdef]")
_TIGHT = (" ", "’", "'", "-", "ʼ", "‘")


class NameStyle(NamedTuple):
    """How names look: the options that act on a single name."""

    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    hyphen: bool = True
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    family: Look | None = None
    given: Look | None = None
    sorting: bool = False
    #: between a particle and the family name
    space: str = " "


def _is_lower(word: str) -> bool:
    found = _LETTER.search(word)
    return found is not None and word[found.start()].islower()


def join_particle(particle: str, rest: str, space: str = " ") -> str:
    """``particle`` before ``rest``, with no space after an apostrophe or hyphen."""
    if not particle or not rest:
        return particle or rest
    return particle + ("" if particle.endswith(_TIGHT) else space) + rest


def _clean(text: str) -> str:
    return markup.parse(text.replace("'", "’") if "'" in text else text)


def _look(look: Look | None, text: str) -> str:
    """Formatting of ``cs:name-part``."""
    if look is None or not text:
        return text
    if look.strip_periods:
        text = text.replace(".", "")
    if look.text_case:
        text = textcase.apply(look.text_case, text, "en")
    for mark in look.opens:
        text = mark + text + CLOSE
    return text


def _affix(look: Look | None, text: str) -> str:
    """The affixes of ``cs:name-part``; a point is not doubled."""
    if look is None or not text:
        return text
    suffix = look.suffix
    if suffix.startswith(".") and text.endswith("."):
        suffix = suffix[1:]
    return look.prefix + text + suffix


# --- initials -------------------------------------------------------------------

#: Given names and initials as most people have them.
_PLAIN_GIVEN = re.compile(r"[A-Z](?:[a-z]+|\.)(?: [A-Z](?:[a-z]+|\.))*")
_BETWEEN_INITIALS = re.compile(r"\.(?=[^\s.\-–\ufdd0-\ufdef])")


def initials(given: str, style: NameStyle) -> str:
    """Given names as initials with ``initialize-with``."""
    mark = style.initialize_with
    if mark is None or not given:
        return given
    return _initials(given, mark, style.initialize, style.hyphen)


@lru_cache(maxsize=8192)
def _initials(given: str, mark: str, initialize: bool, hyphen: bool) -> str:
    if initialize and _PLAIN_GIVEN.fullmatch(given):
        return "".join([word[0] + mark for word in given.split(" ")]).strip()
    given = given.replace("\u00a0", " ")
    if not initialize:
        return _normalise(given, mark)
    return _tidy([_initial_word(word, mark, hyphen) for word in _words(given)])


def _tidy(parts: list[str]) -> str:
    out: list[str] = []
    before = ""
    for part in parts:
        if not part:
            continue
        if before and before[-1] != " " and (part[-1] == "\0" or before[-1] == "\0"):
            out.append(" ")
        out.append(part)
        before = part
    return "".join(out).replace("\0", "").strip()


def _initial_word(word: str, mark: str, hyphen: bool) -> str:
    """The initial of a word; words in lower case stay whole (marked by NUL)."""
    pieces = re.split(r"([-‐–])", word)
    if len(pieces) > 1 and _LETTER.search(word):
        out = ""
        for index in range(0, len(pieces), 2):
            piece = pieces[index]
            if not piece:
                continue
            if index and (not hyphen or _is_lower(piece)):
                if not hyphen and not _is_lower(piece):
                    out += _one(piece, mark)
                continue
            if index:
                out = out.rstrip() + "-"
            out += _one(piece, mark)
        return out
    if _is_lower(word):
        return word + "\0"
    return _one(word, mark)


def _one(word: str, mark: str) -> str:
    """The initial of one word; an abbreviation ("Ph.") stays whole."""
    bare = word.rstrip("." + CLOSE)
    found = _LETTER.search(bare)
    if found is None:
        return "".join(c for c in word if c in marks.MARKS)
    kept = "".join(c for c in word[found.end() :] if c in marks.MARKS)
    letters = marks.strip(bare)
    initial = bare[found.start()]
    if "." in word[len(bare) :]:
        initial = letters[letters.find(initial) :]
    elif letters[:2].isupper() and not letters.isupper():
        initial = letters[0] + letters[1].lower()
    tail = mark.rstrip(" ")
    return bare[: found.start()] + initial + tail + kept + mark[len(tail) :]


def _normalise(given: str, mark: str) -> str:
    """Initials already there take ``mark``; full names stay (initialize=false)."""
    out = ""
    after_initial = False
    for word in _words(given):
        bare = marks.strip(word).rstrip(".")
        abbreviated = marks.strip(word).endswith(".")
        joined = after_initial and len(bare) == 1
        if abbreviated or (len(bare) == 1 and bare.isupper()):
            if out and out[-1] != " " and not joined:
                out += " "
            first, _, last = word.rpartition(".")
            out += first.replace(".", mark.strip()) + last + mark
            after_initial = len(bare) == 1
        else:
            if out and not out.endswith(" "):
                out += " "
            out += word
            after_initial = False
    return out.strip()


def _words(given: str) -> list[str]:
    return _BETWEEN_INITIALS.sub(". ", given).split()


# --- a whole name ------------------------------------------------------------------


def format_name(name: Name, style: NameStyle, inverted: bool, level: int) -> str:
    """``name`` as a formatted string; most have a family and a given name only, in
    Latin letters, and nothing in them to mend.

    ``inverted`` puts the family name first, ``level`` expands the given names
    for disambiguation: 1 initials where the form is short, 2 in full.
    """
    family, given, dropping, non_dropping, suffix, literal, _, static = name
    if (
        family
        and given
        and family[0] in _LETTERS
        and not (dropping or non_dropping or suffix or literal or static)
        and style.family is None
        and style.given is None
        and _MENDED.search(family + given) is None
    ):
        if level < _IN_FULL:
            if not level and style.form == "short":
                return family
            mark = style.initialize_with
            if mark is not None:
                given = _initials(given, mark, style.initialize, style.hyphen)
                if not given:
                    return family
        return f"{family}{style.sort_separator}{given}" if inverted else f"{given} {family}"
    return _formatted(name, style, inverted, level)


@lru_cache(maxsize=16384)
def _formatted(name: Name, style: NameStyle, inverted: bool, level: int) -> str:
    if name.literal or not (name.family and name.given):
        return _single(name, style, inverted)
    form = style.form
    if level and form == "short":
        form = "long"
    if level >= 2:
        style = style._replace(initialize_with=None)
    family, ndp = _clean(name.family), _clean(name.non_dropping_particle)
    if not re.search(_LATIN, marks.strip(name.family + name.given)):
        if form == "short":
            return _affix(style.family, _look(style.family, family))
        return _cjk(name, style, inverted, family)
    if form == "short":
        return _affix(style.family, _short(style, ndp, family))
    given = initials(_clean(name.given), style)
    dropping = _clean(name.dropping_particle)
    suffix = _clean(name.suffix)
    if style.initialize_with is not None and "." not in style.initialize_with:
        suffix = suffix.replace(".", "")
    if inverted or name.static_ordering:
        return _inverted(name, style, (family, ndp, given, dropping, suffix))
    return _display(name, style, (family, ndp, given, dropping, suffix))


def _short(style: NameStyle, ndp: str, family: str) -> str:
    """The short form: the particle before the family name, but in sort keys
    behind it unless it is never demoted (CSL 1.0.2, "Name-part Order")."""
    ndp, family = _look(style.family, ndp), _look(style.family, family)
    if style.sorting and style.demote != "never" and ndp:
        return family + style.sort_separator + ndp
    return join_particle(ndp, family, style.space)


def _single(name: Name, style: NameStyle, inverted: bool) -> str:
    if name.literal:
        return _affix(style.family, _look(style.family, _clean(name.literal)))
    family = join_particle(_clean(name.non_dropping_particle), _clean(name.family or name.given))
    if not inverted or style.demote == "never" or not name.family:
        text = join_particle(_clean(name.dropping_particle), family)
    else:
        text = family
    text = _affix(style.family, _look(style.family, text))
    if name.suffix and style.form != "short":
        text += " " + _clean(name.suffix)
    return text


def _cjk(name: Name, style: NameStyle, inverted: bool, family: str) -> str:
    given = _clean(name.given)
    family = _affix(style.family, _look(style.family, family))
    given = _affix(style.given, _look(style.given, given))
    return family + given


Parts = tuple[str, str, str, str, str]


def _display(name: Name, style: NameStyle, parts: Parts) -> str:
    family, ndp, given, dropping, suffix = parts
    first = _affix(style.given, _look(style.given, given))
    look = style.family
    last = join_particle(_look(look, ndp), _look(look, family), style.space)
    last = join_particle(_look(style.given, dropping), last, style.space)
    if suffix:
        last += (", " if name.comma_suffix else " ") + suffix
    last = _affix(look, last)
    return f"{first} {last}" if first else last


def _inverted(name: Name, style: NameStyle, parts: Parts) -> str:
    family, ndp, given, dropping, suffix = parts
    demoted = style.demote == "display-and-sort" or (style.sorting and style.demote == "sort-only")
    if demoted:
        after = [_look(style.given, given), _look(style.given, dropping), _look(style.family, ndp)]
        before = _look(style.family, family)
    else:
        after = [_look(style.given, given), _look(style.given, dropping)]
        before = join_particle(_look(style.family, ndp), _look(style.family, family), style.space)
    tail = " ".join(part for part in after if part)
    last = _affix(style.family, before)
    rest = _affix(style.given, tail)
    pieces = [piece for piece in (last, rest, suffix) if piece]
    return style.sort_separator.join(pieces)
