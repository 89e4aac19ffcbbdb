"""Text cases (CSL 1.0.2, "Text-case") on formatted strings.

Characters inside ``nocase`` spans, and marks, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from citekit.csl import marks
from citekit.csl.marks import CLOSE, MARKS, OPENERS
from citekit.csl.nodes import Look

#: Words title case leaves in lower case inside a title.
STOP_WORDS = frozenset(
    [
        "a",
        "according",
        "across",
        "afore",
        "after",
        "against",
        "al",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "an",
        "and",
        "anenst",
        "apropos",
        "apud",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "c",
        "ca",
        "circa",
        "d'",
        "de",
        "despite",
        "down",
        "during",
        "et",
        "except",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "lest",
        "like",
        "modulo",
        "near",
        "next",
        "nor",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "over",
        "per",
        "plus",
        "pro",
        "qua",
        "sans",
        "since",
        "so",
        "than",
        "the",
        "through",
        "throughout",
        "thru",
        "thruout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "unto",
        "up",
        "upon",
        "v",
        "versus",
        "via",
        "vis-à-vis",
        "von",
        "vs",
        "with",
        "within",
        "without",
        "yet",
    ]
)
#: Those among them that are abbreviations with a full stop, which ends no sentence.
_ABBREVIATED = frozenset(["al.", "c.", "ca.", "v.", "vs."])
_WORD = re.compile(r"[^\s\-–—/]+|[\s\-–—/]+")
_ALNUM = re.compile(r"[^\W_]")
_BREAK = re.compile("[:?!.—]")
_PLAIN = re.compile(r"[a-zA-Z0-9 ,;:.?!()’]+")
_ENDS = frozenset(".:?!")


def language(tag: str) -> str:
    """What a language tag means for text cases: English, Turkish (and Azeri), other."""
    primary = tag[:2].lower()
    return "tr" if primary in ("tr", "az") else "en" if primary == "en" else ""


def apply(case: str, text: str, language: str) -> str:
    """``text`` in text case ``case``; title case only for English."""
    if case == "title":
        return _title(text) if language == "en" else text
    rule = _RULES.get(case)
    if rule is None:
        return text
    if language == "tr":
        return _dotted(text.replace("İ", "i") if case == "lowercase" else text, rule)
    return rule(text)


def _dotted(text: str, rule: Callable[[str], str]) -> str:
    """A text case for languages whose i has a dot in capitals too."""
    changed = rule(text)
    if len(changed) != len(text):
        return changed
    pairs = zip(text, changed, strict=True)
    return "".join([_DOTTED.get(before + after, after) for before, after in pairs])


_DOTTED = {"iI": "İ", "Ii": "ı"}


def titled(text: str, look: Look) -> str:
    """The words of a style in title case where ``look`` asks for it: they are in
    the style's language, and title case is for English fields only."""
    return _title(text) if look.text_case == "title" else text


def _outside(text: str, change: Callable[[str], str]) -> str:
    """``change`` applied to the runs outside nocase spans."""
    if marks.OPEN["nocase"] not in text:
        return change(text)
    out: list[str] = []
    for run, fixed in _runs(text):
        out.append(run if fixed else change(run))
    return "".join(out)


_NOCASE = frozenset([marks.OPEN["nocase"]])
#: Formats of a field whose text title case leaves alone.
_FIXED_IN_TITLES = _NOCASE | {
    marks.OPEN["sup"],
    marks.OPEN["sub"],
    marks.FLIP_SMALL_CAPS,
    marks.NODECOR,
}


def _runs(text: str, fixing: frozenset[str] = _NOCASE) -> list[tuple[str, bool]]:
    """The text cut where spans that keep their case begin and end."""
    if text.isascii():
        return [(text, False)]
    runs: list[tuple[str, bool]] = []
    start = fixed = 0
    opened: list[bool] = []
    for index, char in enumerate(text):
        if char in fixing:
            if not fixed:
                runs.append((text[start:index], False))
                start = index
            opened.append(True)
            fixed += 1
        elif char in OPENERS and char not in (marks.QUOTE, marks.SINGLE_QUOTE):
            opened.append(False)
        elif char == CLOSE and opened and opened.pop():
            fixed -= 1
            if not fixed:
                runs.append((text[start : index + 1], True))
                start = index + 1
    runs.append((text[start:], bool(fixed)))
    return runs


def _lower(text: str) -> str:
    return _outside(text, str.lower)


def _upper(text: str) -> str:
    return _outside(text, str.upper)


def _raise_first(word: str) -> str:
    """The first letter of ``word`` raised, marks and punctuation before it skipped."""
    for index, char in enumerate(word):
        if char in MARKS or not char.isalnum():
            continue
        return word[:index] + _titled(char) + word[index + 1 :]
    return word


def _titled(char: str) -> str:
    raised = char.upper()
    return raised if len(raised) == 1 else char.title()


def _capitalize_first(text: str) -> str:
    """The first letter raised, unless a nocase span comes first."""
    for index, char in enumerate(text):
        if char == marks.OPEN["nocase"]:
            return text
        if char not in MARKS and char.isalnum():
            return text[:index] + _titled(char) + text[index + 1 :]
    return text


def _capitalize_all(text: str) -> str:
    runs = _runs(text, _FIXED_IN_TITLES)
    return "".join(run if fixed else "".join(_each_word(run)) for run, fixed in runs)


def _each_word(run: str) -> list[str]:
    return [part if part.isspace() else _raise_first(part) for part in re.split(r"(\s+)", run)]


def _sentence(text: str) -> str:
    """Upper-case texts are lowered; then the first letter is raised
    (CSL 1.0.2: the rest of a mixed-case text stays as it is)."""
    words = marks.strip(text)
    if words.isupper() and " " in words.strip():
        text = _lower(text)
    return _capitalize_first(text)


def _title(text: str) -> str:
    """English title case: words in lower case are raised, stop words apart
    unless first, last, or after a colon."""
    if _PLAIN.fullmatch(text):
        return _plain_title(text)
    runs = _runs(text, _FIXED_IN_TITLES)
    pieces: list[tuple[str, bool]] = []
    for run, fixed in runs:
        if fixed:
            pieces.append((run, True))
        else:
            pieces.extend((part, False) for part in _WORD.findall(run))
    has_word = _ALNUM.search
    last = len(pieces) - 1
    while last >= 0 and not has_word(pieces[last][0]):
        last -= 1
    if last < 0:
        return text
    out: list[str] = []
    forced = True
    joined = False  # the word goes on a fixed run
    for index, (part, fixed) in enumerate(pieces):
        if fixed:
            out.append(part)
            forced, joined = False, True
        elif not has_word(part):
            out.append(part)
            forced = forced or (part != " " and _BREAK.search(part) is not None)
            joined = False
        elif joined:
            out.append(part)
            joined = False
            forced = _ends(part)
        else:
            numbered = index > 1 and pieces[index - 1][0] == "-" and pieces[index - 2][0].isdigit()
            dashed = index + 1 < len(pieces) and pieces[index + 1][0][:1] in "-"
            out.append(part if numbered else _title_word(part, forced or index == last, dashed))
            forced = _ends(part)
            joined = False
    return "".join(out)


def _plain_title(text: str) -> str:
    """The same for words between spaces, without marks and hyphens."""
    words = [_cased(word) for word in text.split(" ")]
    last = len(words) - 1
    while last >= 0 and words[last][2]:
        last -= 1
    out: list[str] = []
    forced = True
    for index, (raised, plain, bare, ends) in enumerate(words):
        out.append(raised if forced or index == last else plain)
        forced = ends or (bare and forced)
    return " ".join(out)


@lru_cache(maxsize=8192)
def _cased(part: str) -> tuple[str, str, bool, bool]:
    """A word where it must be raised, where it may stay, whether it holds no
    letter, and whether the next word starts anew."""
    if _ALNUM.search(part) is None:
        return part, part, True, _BREAK.search(part) is not None
    return _title_word(part, True, False), _title_word(part, False, False), False, _ends(part)


@lru_cache(maxsize=8192)
def _ends(part: str) -> bool:
    for char in reversed(part):
        if char in MARKS or char in "”’\"')":
            continue
        return char in ":?!" or (char == "." and _bare(part) not in _ABBREVIATED)
    return False


def _bare(word: str) -> str:
    """The word in lower case, without what may stand around it; full stops stay."""
    return marks.strip(word).lower().strip(",;:!?()[]“”‘’\"'")


@lru_cache(maxsize=8192)
def _title_word(word: str, forced: bool, dashed: bool) -> str:
    plain = marks.strip(word)
    bare = _bare(word)
    if (bare in STOP_WORDS or bare in _ABBREVIATED) and not forced and not dashed:
        return word
    if plain != plain.lower():
        return word
    return _raise_first(word)


_RULES: dict[str, Callable[[str], str]] = {
    "lowercase": _lower,
    "uppercase": _upper,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
}
