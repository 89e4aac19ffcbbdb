"""One name in print: particles, initials, order (CSL 1.0.2, "Name")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from citekit.csl import markup, marks, textcase
from citekit.csl.marks import CLOSE
from citekit.csl.nodes import Look
from citekit.model import Name

_LATIN = re.compile(
    "[a-zA-Z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b\u0531-\u058f\u10a0-\u10ff"
    "\u1e00-\u1fff]"
)
_LETTER = re.compile(r"[^\W\d_]")
_TIGHT = ("’", "'", "-", "ʼ", "‘")
_LEADING = re.compile(
    r"^((?:(?:[^\W\d_A-ZÀ-Þ][^\s’'A-ZÀ-Þ]*|[^\W\d_A-ZÀ-Þ][^\s’'A-ZÀ-Þ]*['’])(?:\s+|(?<=['’])|(?<=-)))+)(?=\S)"
)
_LEADING_HYPHEN = re.compile(r"^((?:al|el|as|ad|ul|ben|bin)[-‐])(?=\S)")
_TRAILING = re.compile(r"^(.*?\S)((?:\s+[^\W\d_A-ZÀ-Þ][^\sA-ZÀ-Þ]*)+)$")


@dataclass(frozen=True, slots=True)
class NameStyle:
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


def _is_lower(word: str) -> bool:
    found = _LETTER.search(word)
    return found is not None and word[found.start()].islower()


@lru_cache(maxsize=4096)
def parse_particles(name: Name) -> Name:
    """``name`` with particles and suffix in fields of their own.

    As citeproc-js does for names whose particles are not marked: words in
    lower case before the family name do not drop, those after the given names
    do; a suffix follows the given names after a comma.
    """
    if name.literal or not name.family:
        return name
    family, given = name.family.strip(), name.given.strip()
    if len(family) > 2 and family[0] == family[-1] == '"':
        return replace(name, family=family[1:-1])
    suffix, comma = name.suffix, name.comma_suffix
    if not suffix and "," in given:
        given, _, tail = given.partition(",")
        comma = comma or tail.startswith("!")
        suffix = tail.lstrip("! ").strip()
        given = given.strip()
    ndp, dp = name.non_dropping_particle.strip(), name.dropping_particle.strip()
    if not ndp and not dp:
        ndp, family = _leading(family)
        given, dp = _trailing(given)
    return replace(
        name,
        family=family,
        given=given,
        non_dropping_particle=ndp,
        dropping_particle=dp,
        suffix=suffix,
        comma_suffix=comma,
    )


def _leading(family: str) -> tuple[str, str]:
    found = _LEADING.match(family)
    if found is None:
        found = _LEADING_HYPHEN.match(family)
    if found is None or not _is_lower(family):
        return "", family
    return found.group(1).strip(), family[found.end() :]


def _trailing(given: str) -> tuple[str, str]:
    found = _TRAILING.match(given)
    if found is None:
        return given, ""
    return found.group(1), found.group(2).strip()


def join_particle(particle: str, rest: str) -> str:
    """``particle`` before ``rest``, with no space after an apostrophe or hyphen."""
    if not particle or not rest:
        return particle or rest
    return particle + ("" if particle.endswith(_TIGHT) else " ") + rest


def _clean(text: str) -> str:
    return markup.parse(text.replace("'", "’") if "'" in text else text)


def _look(look: Look | None, text: str) -> str:
    """Formatting of ``cs:name-part``."""
    if look is None or not text:
        return text
    if look.strip_periods:
        text = text.replace(".", "")
    if look.text_case:
        text = textcase.apply(look.text_case, text, True)
    for mark in look.opens:
        text = mark + text + CLOSE
    return text


def _affix(look: Look | None, text: str) -> str:
    return look.prefix + text + look.suffix if look is not None and text else text


# --- initials -------------------------------------------------------------------

_NAME_TOKEN = re.compile(r"[^\s.]+\.?|\.")


def initials(given: str, style: NameStyle) -> str:
    """Given names as initials with ``initialize-with``."""
    mark = style.initialize_with
    if mark is None or not given:
        return given
    given = given.replace("\u00a0", " ")
    if not style.initialize:
        return _normalise(given, mark)
    out: list[str] = []
    for word in re.findall(r"\S+", re.sub(r"\.(?=[^\s.\-–])", ". ", given)):
        out.append(_initial_word(word, mark, style.hyphen))
    return _tidy(out, mark)


def _tidy(parts: list[str], mark: str) -> str:
    text = ""
    for part in parts:
        if not part:
            continue
        if text and not text.endswith(" ") and (part[-1:] == "\0" or text[-1:] == "\0"):
            text = text.replace("\0", "") + " " + part
        else:
            text += part
    return text.replace("\0", "").strip()


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
    bare = word.rstrip(".")
    found = _LETTER.search(bare)
    if found is None:
        return "".join(c for c in word if c in marks.MARKS)
    letters = marks.strip(bare)
    if letters.isupper() and 1 < len(letters) and len(letters) <= 3 and not word.endswith("."):
        return "".join(c + mark for c in letters) if len(letters) < 3 and mark else letters + mark
    if word.endswith(".") and len(letters) > 1 and letters[1:2].islower() and len(letters) <= 3:
        return letters + mark if mark.strip() else letters + mark
    before = bare[: found.start()]
    keep = "".join(c for c in bare[found.end() :] if c in marks.MARKS)
    return before + bare[found.start()] + keep + mark


def _normalise(given: str, mark: str) -> str:
    """Initials already there take ``mark``; full names stay (initialize=false)."""
    out = ""
    for word in re.findall(r"\S+", re.sub(r"\.(?=[^\s.\-–])", ". ", given)):
        bare = word.rstrip(".")
        single = len(bare) == 1 and bare.isupper()
        if single:
            if out and not out.endswith(" ") and not out.endswith(mark or "\0"):
                out += " "
            out += bare + mark
        else:
            if out and not out.endswith(" "):
                out += " "
            out += word
    return out.strip()


# --- a whole name ------------------------------------------------------------------


@lru_cache(maxsize=16384)
def format_name(name: Name, style: NameStyle, inverted: bool, level: int) -> str:
    """``name`` as a formatted string.

    ``inverted`` puts the family name first, ``level`` expands the given names
    for disambiguation: 1 initials where the form is short, 2 in full.
    """
    name = parse_particles(name)
    if name.literal or not (name.family and name.given):
        return _single(name, style, inverted)
    form = style.form
    if level and form == "short":
        form = "long"
    if level >= 2:
        style = replace(style, initialize_with=None)
    family, ndp = _clean(name.family), _clean(name.non_dropping_particle)
    if not _LATIN.search(marks.strip(name.family + name.given)):
        if form == "short":
            return _affix(style.family, _look(style.family, family))
        return _cjk(name, style, inverted, family)
    if form == "short":
        return _affix(style.family, _look(style.family, join_particle(ndp, family)))
    given = initials(_clean(name.given), style)
    dropping = _clean(name.dropping_particle)
    suffix = _clean(name.suffix)
    if inverted or name.static_ordering:
        return _inverted(name, style, (family, ndp, given, dropping, suffix))
    return _display(name, style, (family, ndp, given, dropping, suffix))


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
    dropping = _look(style.given, dropping)
    last = _look(style.family, join_particle(ndp, family))
    last = _affix(style.family, last)
    text = join_particle(dropping, last)
    text = f"{first} {text}" if first else text
    if suffix:
        text += (", " if name.comma_suffix else " ") + suffix
    return text


def _inverted(name: Name, style: NameStyle, parts: Parts) -> str:
    family, ndp, given, dropping, suffix = parts
    demoted = style.demote == "display-and-sort" or (style.sorting and style.demote == "sort-only")
    if demoted:
        after = [given, dropping, ndp]
        before = family
    else:
        after = [given, dropping]
        before = join_particle(ndp, family)
    tail = " ".join(part for part in after if part)
    last = _affix(style.family, _look(style.family, before))
    rest = _affix(style.given, _look(style.given, tail))
    pieces = [piece for piece in (last, rest, suffix) if piece]
    return style.sort_separator.join(pieces)
