"""What BibLaTeX says by two fields, or by a number or key in one, in CSL's words.

The number of a journal's series and its localisation keys (BibLaTeX manual, 2.2.2,
``series``, 2.3.7 and 4.9.2) are words in a work; ``editortype`` (2.2.2 and 2.3.6) says
which of CSL's name variables the editors are.  The ``location`` of a letter or manuscript is
that of what holds it, where the entry names that, else a publisher's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, MutableMapping

from citekit.formats.bibmap import ARTICLES, LETTERS
from citekit.latex import to_unicode
from citekit.model import Work

_KEYS = ("newseries", "oldseries")
#: By language: new series, old series, the numbered one (the abbreviated forms of
#: BibLaTeX's own localisation files, with the ordinals of each language).
_SERIES = {
    "en": ("new ser.", "old ser.", "{} ser."),
    "de": ("N. F.", "A. F.", "{}. F."),
    "fr": ("nouv. sér.", "anc. sér.", "{} sér."),
}
_NUMBER = re.compile(r"[1-9]\d{0,2}", re.A)
_ORDINAL = re.compile(r"(\d{1,3})")

#: LaTeX's end of a line, with the white space around it (LaTeX 2e, 9.1), or another sign.
_LINE_END = re.compile(r"([ \t]*\\\\\*?[ \t]*(?:\r?\n[ \t]*)?)|\\.", re.DOTALL)
_ITEM = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_BRACED = re.compile(rf"(?<!\S){_ITEM}(?!\S)")
_BRACED_LIST = re.compile(rf"\s*{_ITEM}(?:\s+and\s+{_ITEM})+\s*")


def list_items(tex: str) -> list[str]:
    """The items of a literal list (BibLaTeX manual, 2.2.1) that are each in braces, as the
    writer has them; other lists are one item: an "and" may be part of a name."""
    return _BRACED.findall(tex) if _BRACED_LIST.fullmatch(tex) else [tex]


def read_list(tex: str) -> str:
    """A literal list, its items parted by semicolons."""
    return "; ".join(map(to_unicode, list_items(tex)))


def read_prose(tex: str) -> str:
    """A note, an annotation or an abstract, in which ``\\\\`` ends a line, as programs write
    those that have lines; in a title that is no more than a space."""
    return to_unicode(_LINE_END.sub(_line_end, tex) if "\\\\" in tex else tex)


def _line_end(found: re.Match[str]) -> str:
    if not found[1]:
        return found[0]
    return "\\newline{}" if found.end() < len(found.string.rstrip()) else ""


#: CSL's name variable for an ``editortype``; the others ("reviser", "founder", …) are editors.
EDITOR_TYPES = {
    **{name: name for name in ("chair", "compiler", "composer", "curator", "director", "host")},
    **{name: name for name in ("illustrator", "narrator", "organizer", "performer", "producer")},
    **{"collaborator": "contributor", "contributor": "contributor", "organiser": "organizer"},
    **{"editorialdirector": "editorial-director", "execproducer": "executive-producer"},
    **{"writer": "script-writer", "scriptwriter": "script-writer"},
}
_EDITORS = ("editor", "editora", "editorb", "editorc")
_TYPES = frozenset(f"{name}type" for name in _EDITORS)


def series_words(value: str, language: str) -> str:
    """What the ``series`` of an article reads: "2nd ser.", "new ser.", in the entry's
    language, else in English; a title stays."""
    new, old, numbered = _SERIES.get(language[:2].lower(), _SERIES["en"])
    if value in _KEYS:
        return new if value == _KEYS[0] else old
    if not _NUMBER.fullmatch(value):
        return value
    return str(numbered.format(_ordinal(int(value), language[:2].lower())))


def series_value(words: str, language: str) -> str:
    """The number or key that reads as ``words``, or the words."""
    number = _ORDINAL.match(words)
    values: list[str] = [*_KEYS, number[1] if number else ""]
    for value in filter(None, values):
        if value != words and series_words(value, language) == words:
            return value
    return words


def is_series_key(csl_type: str, words: str) -> bool:
    """Whether words of an article's series would read as something else."""
    return csl_type in ARTICLES and (words in _KEYS or bool(_NUMBER.fullmatch(words)))


def _ordinal(number: int, language: str) -> str:
    if language == "de":
        return str(number)
    if language == "fr":
        return "1re" if number == 1 else f"{number}e"
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def edited(fields: Iterable[str], types: Mapping[str, str]) -> dict[str, str]:
    """The variable of each of an entry's fields for editors whose type CSL has one for;
    ``types`` are the texts of ``editortype`` and the like.  A variable has one field."""
    if _TYPES.isdisjoint(types):
        return {}
    given = set(fields)
    found: dict[str, str] = {}
    for name in _EDITORS:
        variable = EDITOR_TYPES.get(types.get(f"{name}type", "").strip().lower(), "")
        taken = variable in found.values() or f"csl-{variable}" in given
        if variable and name in given and not taken:
            found[name] = variable
    return found


def editor_field(variable: str, variables: Collection[str], extra: Mapping[str, str]) -> str:
    """The field that editors of a work who are a ``variable`` came from, or none."""
    fields = [name for name in _EDITORS if name not in (*variables, *extra)]
    for name, role in edited(fields, extra).items():
        if role == variable:
            return name
    return ""


def is_editor_type(name: str, variables: Collection[str], extra: Mapping[str, str]) -> bool:
    """Whether a field of ``extra`` would make other editors another variable."""
    editors = name.removesuffix("type")
    return name in _TYPES and (editors in variables and editors in edited((editors,), extra))


#: Fields that say what holds a letter or manuscript, and that it was published; and the
#: variables that are written to them.
_HOLDING = frozenset("archive library repository collection shelfmark archive_location".split())
_PUBLISHED = frozenset("publisher booktitle journaltitle journal address location".split())
_HELD_IN = frozenset(["archive", "archive_collection", "archive_location"])
_PUBLISHED_IN = frozenset(["publisher", "publisher-place", "container-title"])


def place_letter(raw: MutableMapping[str, str], csl_type: str) -> None:
    """``location`` becomes ``address`` in a letter or manuscript that is not held there."""
    if csl_type not in LETTERS or "location" not in raw or "address" in raw:
        return
    holding = _HOLDING if csl_type == "manuscript" else _HOLDING | {"institution"}
    if raw.keys().isdisjoint(holding) or not raw.keys().isdisjoint(_PUBLISHED - {"location"}):
        raw["address"] = raw.pop("location")


def is_location(work: Work) -> bool:
    """Whether the place of what holds a letter or manuscript is its ``location``."""
    variables = [name for name, value in work.fields.items() if value]
    held = not _HELD_IN.isdisjoint(variables)
    return held and _PUBLISHED_IN.isdisjoint(variables) and _PUBLISHED.isdisjoint(work.extra)
