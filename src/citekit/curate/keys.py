"""Citation keys from patterns, in JabRef's notation.

A pattern is text with markers in brackets, each with modifiers after colons:
``[auth:lower][year]``, ``[veryshorttitle:truncate8]``, ``[volume:(none)]``.
The markers are in :mod:`citekit.curate.keyfields`.  A backslash takes the
next character as it is.  Keys are ASCII, and hold nothing that TeX, BibTeX or
a shell would trip over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise
from unicodedata import normalize

from citekit.curate import keyfields, standins
from citekit.errors import UsageError
from citekit.model import Work

# JabRef's disallowed characters, and what shells and other programs take amiss.
_DISALLOWED = re.compile(r"""[\s\x00-\x1f\x7f{}(),=\\"#%~'@$&<>|\[\]*]""")
# What JabRef leaves out of values besides; in the pattern's own text they stay.
_UNWANTED = re.compile("[-`:!;?^]")
#: The names of markers of people.
_PEOPLE = re.compile("(?:pure)?(?:auth|edtr|editor)")
_LETTER = re.compile("[A-Za-z]")
_NON_ASCII = re.compile("[^\x00-\x7f]")

_ASCII = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "æ": "ae", "œ": "oe", "ø": "o",
    "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ĸ": "k", "ŋ": "ng",
    "α": "a", "β": "b", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "є": "ie", "ґ": "g", "ј": "j",
    "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
}  # fmt: skip


def generate(pattern: str, work: Work, *, stem: str = "") -> str:
    """The key that ``pattern`` gives the work, whatever keys there are already.

    Where nothing is left of it, the key is ``stem`` (the name of the file the
    work came from, say).  Without one, and where nobody made the work and no letter is left (a
    bare year), it begins with words of the title, or of what else tells the work
    (:mod:`citekit.curate.standins`); ``key`` if nothing does.  Raises :class:`UsageError` for
    a pattern that is none.
    """
    values = [
        (part, _DISALLOWED.sub("", ascii_text(part)) if isinstance(part, str) else part.value(work))
        for part in _parsed(pattern)
    ]
    key = "".join(value for _, value in values).strip("-.:")
    nobody = any(isinstance(part, _Marker) and part.people and not value for part, value in values)
    if key and (_LETTER.search(key) or not nobody):
        return key
    stem = "" if key else _stem(stem)
    return stem or next(filter(None, map(_clean, standins.stand_ins(work))), "") + key or "key"


def check(pattern: str) -> None:
    """Raise :class:`UsageError` if ``pattern`` is none."""
    _parsed(pattern)


def unique(key: str, taken: Container[str]) -> str:
    """The key, or the first of ``keya``, … ``keyz``, ``keyaa``, … not in ``taken``."""
    if key not in taken:
        return key
    return next(key + suffix for suffix in map(_letters, count(1)) if key + suffix not in taken)


def _letters(number: int) -> str:
    """1 is ``a``, 26 ``z``, 27 ``aa``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


# --- clean text --------------------------------------------------------------------


def ascii_text(text: str) -> str:
    """``text`` in ASCII: ``ü`` is ``ue``, ``ß`` is ``ss``, accents go, Greek and
    Cyrillic are transliterated; letters of other scripts are left out."""
    if text.isascii():
        return text
    composed = normalize("NFC", text)
    ascii = _NON_ASCII.sub(lambda match: _ascii_letter(match[0]), composed)
    return ascii.upper() if composed.isupper() else ascii


def _ascii_letter(char: str) -> str:
    lower = char.lower()
    letters = _ASCII.get(lower)
    if letters is None:
        plain = normalize("NFKD", lower)
        letters = "".join(c if c.isascii() else _ASCII.get(c, "") for c in plain)
    return letters if char == lower else keyfields.capitalised(letters)


def _clean(value: str) -> str:
    return _DISALLOWED.sub("", _UNWANTED.sub("", ascii_text(value)))


def _stem(name: str) -> str:
    """A file's name as a key, its hyphens kept."""
    return "-".join(map(_clean, name.split("-"))).strip("-.:")


# --- patterns ----------------------------------------------------------------------

_Modifier = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Marker:
    look_up: Callable[[Work], str]
    modifiers: tuple[_Modifier, ...]
    people: bool

    def value(self, work: Work) -> str:
        text = self.look_up(work)
        for modifier in self.modifiers:
            text = modifier(text)
        return _clean(text)


def _error(pattern: str, position: int, message: str, hint: str = "") -> UsageError:
    return UsageError(f"key pattern {pattern!r}, character {position + 1}: {message}", hint=hint)


@lru_cache(maxsize=64)
def _parsed(pattern: str) -> tuple[str | _Marker, ...]:
    return tuple(_parts(pattern))


def _parts(pattern: str) -> Iterator[str | _Marker]:
    position = 0
    while position < len(pattern):
        char = pattern[position]
        if char == "[":
            end = _closing(pattern, position)
            yield _marker(pattern, position + 1, end)
            position = end + 1
        elif char == "]":
            raise _error(pattern, position, "']' without '['")
        else:
            position += char == "\\"
            yield pattern[position : position + 1]
            position += 1


def _closing(pattern: str, start: int) -> int:
    """Where the bracket at ``start`` closes."""
    for position, char in _unquoted(pattern, start + 1, len(pattern)):
        if char == "]":
            return position
    raise _error(pattern, start, "'[' is not closed")


def _unquoted(pattern: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The characters that stand outside quotation marks, parentheses and escapes."""
    quoted = False
    depth = 0
    position = start
    while position < end:
        char = pattern[position]
        if char == "\\":
            position += 1
        elif char == '"' and depth:
            quoted = not quoted
        elif not quoted:
            depth += (char == "(") - (char == ")" and depth > 0)
            if not depth:
                yield position, char
        position += 1


def _marker(pattern: str, start: int, end: int) -> _Marker:
    colons = [position for position, char in _unquoted(pattern, start, end) if char == ":"]
    bounds = [start - 1, *colons, end]
    pieces = [(a + 1, pattern[a + 1 : b]) for a, b in pairwise(bounds)]
    (_, name), *modifiers = pieces
    look_up = keyfields.marker(name)
    if look_up is None:
        message = f"{name!r} is no marker and no field" if name else "a marker is missing"
        raise _error(pattern, start, message, "such as [auth], [year], [title] or [journal]")
    chosen = tuple(_modifier(pattern, at, text) for at, text in modifiers)
    return _Marker(look_up, chosen, _PEOPLE.match(name) is not None)


# --- modifiers ---------------------------------------------------------------------


def _abbreviated(text: str) -> str:
    return "".join(word[0] for word in re.split(r'[\s()"]+', text) if word)


def _capitalised(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split(" "))


def _title_case(text: str) -> str:
    return " ".join(
        word.lower() if word.lower() in keyfields.FUNCTION_WORDS and index else _capitalised(word)
        for index, word in enumerate(text.split(" "))
    )


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


_MODIFIERS: dict[str, _Modifier] = {
    "abbr": _abbreviated,
    "alphanum": lambda text: re.sub(r"[\W_]+", "", text),
    "capitalize": _capitalised,
    "lower": str.lower,
    "lower_case": str.lower,
    "sentence_case": _sentence_case,
    "sentencecase": _sentence_case,
    "title_case": _title_case,
    "titlecase": _title_case,
    "upper": str.upper,
    "upper_case": str.upper,
}
_TRUNCATE = re.compile(r"truncate(\d{1,4})")
_REGEX = re.compile(r'regex\(\s*"((?:[^"\\]|\\.)*)"\s*,\s*"((?:[^"\\]|\\.)*)"\s*\)', re.S)
_ESCAPED = re.compile(r'\\(["\\])')
_GROUP = re.compile(r"\$(\d)")


def _modifier(pattern: str, position: int, text: str) -> _Modifier:
    known = _MODIFIERS.get(text)
    if known:
        return known
    truncate = _TRUNCATE.fullmatch(text)
    if truncate:
        length = int(truncate[1])
        return lambda value: value[:length].rstrip()
    if text.startswith("(") and text.endswith(")"):
        fallback = re.sub(r"\\(.)", r"\1", text[1:-1])
        return lambda value: value or fallback
    regex = _REGEX.fullmatch(text)
    if regex:
        return _replacement(pattern, position, regex[1], regex[2])
    hint = f"the modifiers are {', '.join(sorted(_MODIFIERS))}, truncateN, (text), regex(…)"
    if text.startswith("regex"):
        hint = 'it is written regex("pattern","replacement")'
    raise _error(pattern, position, f"{text!r} is no modifier", hint)


def _replacement(pattern: str, position: int, searched: str, replacement: str) -> _Modifier:
    """``regex("a","b")``: Python's syntax, with ``$1`` for a group as in JabRef."""
    try:
        regex = re.compile(_ESCAPED.sub(r"\1", searched))
    except (re.error, OverflowError, RecursionError) as cause:
        raise _error(pattern, position, f"no regular expression: {cause}") from None
    put = _ESCAPED.sub(r"\1", replacement)
    if any(int(group) > regex.groups for group in _GROUP.findall(put)):
        raise _error(pattern, position, f"{put!r} names a group that is not there")

    def replace(match: re.Match[str]) -> str:
        return _GROUP.sub(lambda group: match[int(group[1])] or "", put)

    return lambda value: regex.sub(replace, value)
