"""The lossless layer of a .bib file: split it into blocks, edit it in place.

:func:`split` is total and loses nothing.  Each edit returns the new text of
the whole file and leaves every character outside the edit as it was: comments,
order, spacing, ``@string`` definitions and blocks that could not be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from citekit.dates import MONTH_MACROS
from citekit.errors import SyntaxProblemError, UnknownKeyError, UsageError, Where
from citekit.formats.bibsplit import Source, outline, split
from citekit.formats.bibtokens import Block, FieldSpan, pieces

__all__ = [
    "Block",
    "FieldSpan",
    "Source",
    "add_entry",
    "edit_entries",
    "outline",
    "pieces",
    "remove_entry",
    "rename_key",
    "rename_references",
    "set_fields",
    "split",
    "unclosed",
]

#: Fields whose value is a citation key or a comma-separated list of keys
#: (BibLaTeX manual, 2.2.3 "Special Fields").
KEY_FIELDS = frozenset({"crossref", "xdata", "xref", "related", "entryset"})

_NEWLINE = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"(?:\r\n|\r|\n)[ \t]*\Z")
_BEFORE = re.compile(r"(?:\r\n|\r|\n)?[ \t]*\Z")
_FIELD_NAME = re.compile(r"""(?!\d)[^\s=,{}"#'()@%~\\]+""")
_KEY = re.compile(r'[^\s=,{}"#()@%\\]+(?: +[^\s=,{}"#()@%\\]+)*')
_BRACES = re.compile(r"[{}]")

_Edit = tuple[int, int, str]


def unclosed(source: Source) -> Block | None:
    """The file's last block if it has no end, so that what is written behind it might be
    taken for a part of it."""
    last = source.blocks[-1] if source.blocks else None
    return last if last is not None and last.kind == "failed" else None


def set_fields(source: Source, key: str, fields: Mapping[str, str | None]) -> str:
    """The text with fields of the entry ``key`` set; None takes a field out.

    Values are LaTeX without delimiters.  They get the delimiters the field
    has, if these can hold them; a month's macro stays bare.  A new field
    follows the last one in the entry's own layout.  Raises UnknownKeyError,
    SyntaxProblemError (braces that do not balance, or an entry that could not be
    read any more), UsageError (a name that is none).
    """
    return edit_entries(source, {key: fields})


def edit_entries(
    source: Source, entries: Mapping[str, Mapping[str, str | None]], type: str | None = None
) -> str:
    """The text with fields of several entries set, as :func:`set_fields` does it, and the
    entries made a ``@type``, if one is given."""
    edits: list[_Edit] = []
    for key, fields in entries.items():
        block = _entry(source, key)
        edits += _field_edits(source.text, block, fields)
        if type is not None:
            edits.append((*block.type_span, _entry_type(type)))
    edited = _apply(source.text, edits)
    broken = {problem.where.key for problem in source.problems}
    doubtful = [
        key
        for key, fields in entries.items()
        if key in broken or any("@" in value for value in fields.values() if value)
    ]
    if doubtful:
        after = outline(edited, source.file, doubtful)
        for key in doubtful:
            _check_readable(after, key, entries[key])
    return edited


def _field_edits(text: str, block: Block, fields: Mapping[str, str | None]) -> list[_Edit]:
    edits: list[_Edit] = []
    added: list[tuple[str, str]] = []
    removed: list[int] = []
    for name, value in fields.items():
        found = [i for i, span in enumerate(block.fields) if span.name == name.lower()]
        if value is None:
            removed.extend(found)
        elif found:
            span = block.fields[found[0]]
            edits.append((span.start, span.end, _wrap(span.name, value, span.value)))
        else:
            added.append((_checked(_FIELD_NAME, name, "field name"), value))
    edits.extend(_removals(text, block, sorted(removed)))
    if added:
        edits.append(_addition(text, block, added, frozenset(removed)))
    return edits


def _check_readable(source: Source, key: str, fields: Mapping[str, str | None]) -> None:
    """A broken entry, or one that gets the start of another, must be read with the edit in it."""
    block = source.entry(key)
    names = {span.name for span in block.fields} if block else set()
    if block is None or any(
        (value is not None) != (name.lower() in names) for name, value in fields.items()
    ):
        where = Where(source.file, key=key)
        message = "with this change the entry could not be read any more"
        raise SyntaxProblemError(message, where, "is there an entry in the value, or a broken one?")


def rename_key(source: Source, old: str, new: str) -> str:
    """The text with the entry ``old`` called ``new``, where other entries refer to it too.

    Raises UnknownKeyError, and UsageError when ``new`` is taken or no key.
    """
    block = _entry(source, old)
    _checked(_KEY, new, "citation key")
    if new != old and source.entry(new) is not None:
        raise UsageError(f"key {new!r} is taken", Where(source.file, key=new))
    return _apply(source.text, [(*block.key_span, new), *_references(source, old, new)])


def rename_references(source: Source, old: str, new: str) -> str:
    """The text with every reference to the key ``old`` (``crossref``, …) made one
    to ``new``; for files that do not hold the entry itself."""
    return _apply(source.text, _references(source, old, new))


def _references(source: Source, old: str, new: str) -> list[_Edit]:
    return [
        (span.start, span.end, _renamed(span.value, old, new))
        for block in source.blocks
        for span in block.fields
        if span.name in KEY_FIELDS and old in span.value
    ]


def add_entry(source: Source, type: str, key: str, fields: Mapping[str, str]) -> str:
    """The text with a new entry at its end, after a blank line.

    Raises UsageError when the key is taken or no key, SyntaxProblemError when
    the braces of a value do not balance.
    """
    _checked(_KEY, key, "citation key")
    _entry_type(type)
    if source.entry(key) is not None:
        raise UsageError(f"key {key!r} is taken", Where(source.file, key=key))
    newline = _newline(source.text)
    lines = [f"@{type}{{{key},"]
    for name, value in fields.items():
        lines.append(f"  {_checked(_FIELD_NAME, name, 'field name')} = {_wrap(name, value)},")
    entry = newline.join([*lines, "}", ""])
    text = source.text
    if not text.strip("\ufeff \t\r\n"):
        return text + entry
    trailing = len(_NEWLINE.findall(text[len(text.rstrip()) :]))
    return text + newline * max(0, 2 - trailing) + entry


def remove_entry(source: Source, key: str) -> str:
    """The text without the entry ``key`` and without the blank line it leaves.

    Raises UnknownKeyError.
    """
    block = _entry(source, key)
    text = source.text
    start, end = block.start, block.end
    rest = re.compile(r"[ \t]*(?:\r\n|\r|\n|$)").match(text, end)
    begins_line = not text[:start] or text[start - 1] in "\r\n\ufeff"
    if rest and begins_line:
        end = rest.end()
        blank = re.compile(r"[ \t]*(?:\r\n|\r|\n)").match(text, end)
        if blank:
            end = blank.end()
        elif end == len(text):
            before = text[:start].rstrip("\r\n \t")
            kept = _NEWLINE.match(text, len(before))
            start = kept.end() if kept and before else start
    return _apply(text, [(start, end, "")])


def _entry(source: Source, key: str) -> Block:
    block = source.entry(key)
    if block is None:
        raise UnknownKeyError(f"no entry {key!r}", Where(source.file, key=key))
    return block


def _entry_type(type: str) -> str:
    """The type; raises UsageError for what begins no entry in a .bib file."""
    if type.lower() in ("comment", "preamble", "string"):
        raise UsageError(f"@{type} is no entry", hint="for example book, article, misc")
    return _checked(_FIELD_NAME, type, "entry type")


def _checked(pattern: re.Pattern[str], text: str, what: str) -> str:
    if not pattern.fullmatch(text):
        raise UsageError(f"{text!r} is no {what}")
    return text


def _newline(text: str) -> str:
    found = _NEWLINE.search(text)
    return found[0] if found else "\n"


def _apply(text: str, edits: list[_Edit]) -> str:
    parts: list[str] = []
    pos = 0
    for start, end, new in sorted(edits):
        parts += (text[pos:start], new)
        pos = end
    parts.append(text[pos:])
    return "".join(parts)


def _wrap(name: str, value: str, old: str = "{}") -> str:
    """``value`` in the delimiters of ``old``, or in braces."""
    depth = 0
    for brace in _BRACES.findall(value):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    if depth:
        raise SyntaxProblemError(f"the braces of the value of {name!r} do not balance")
    if name.lower() == "month" and value in MONTH_MACROS:
        return value
    if old[:1].isdigit() and value.isascii() and value.isdecimal():
        return value
    if old[:1] == '"' and '"' not in value and len(pieces(old)) == 1:
        return f'"{value}"'
    return f"{{{value}}}"


def _renamed(value: str, old: str, new: str) -> str:
    """A list of keys with one of them renamed; spacing and delimiters stay."""
    parts = re.split(r"([{}\",]\s*|\s*[{}\",])", value)
    return "".join(new if part.strip() == old else part for part in parts)


# --- the layout of an entry --------------------------------------------------


def _comma_after(text: str, block: Block, index: int) -> int | None:
    """The offset past the comma that ends field ``index``, or None."""
    follows = block.fields[index + 1].name_start if index + 1 < len(block.fields) else block.end
    comma = text.find(",", block.fields[index].end, follows)
    if comma < 0 or text[block.fields[index].end : comma].strip():
        return None
    return comma + 1


def _removals(text: str, block: Block, indices: list[int]) -> list[_Edit]:
    """Edits that take out fields; the runs without a comma at the entry's end as one."""
    edits: list[_Edit] = []
    last = len(block.fields) - 1
    tail = last + 1
    if last in indices and _comma_after(text, block, last) is None:
        while tail - 1 in indices:
            tail -= 1
        end = block.fields[last].end
        if tail > 0:
            edits.append((block.fields[tail - 1].end, end, ""))
        else:
            edits.append((_fields_start(text, block), end, ""))
    edits.extend(_removal(text, block, index) for index in indices if index < tail)
    return edits


def _fields_start(text: str, block: Block) -> int:
    """The offset past the comma after the key, or past the key."""
    comma = text.find(",", block.key_span[1], block.fields[0].name_start)
    return comma + 1 if comma >= 0 else block.key_span[1]


def _removal(text: str, block: Block, index: int) -> _Edit:
    """A field with its comma and the newline and white space before it."""
    span = block.fields[index]
    before = _BEFORE.search(text, block.key_span[1], span.name_start)
    start = before.start() if before else span.name_start
    return start, _comma_after(text, block, index) or span.end, ""


def _addition(
    text: str, block: Block, added: list[tuple[str, str]], removed: frozenset[int]
) -> _Edit:
    """The edit that puts new fields after the last one that stays."""
    kept = [i for i in range(len(block.fields)) if i not in removed]
    if not kept:
        return _first_fields(text, block, added)
    index, last = kept[-1], len(block.fields) - 1
    comma = _comma_after(text, block, index)
    if index < last and _comma_after(text, block, last) is None:
        comma = None  # it goes with the fields after it
    before = _separator(text, block, block.fields[index])
    joint = _joint(text, block)
    new = ",".join(f"{before}{name}{joint(name)}{_wrap(name, value)}" for name, value in added)
    if comma is None:
        end = block.fields[index].end
        return end, end, f",{new}"
    return comma, comma, f"{new},"


def _first_fields(text: str, block: Block, added: list[tuple[str, str]]) -> _Edit:
    """Fields for an entry without any, or without any that stays."""
    newline = _newline(text)
    lines = "".join(f"{newline}  {name} = {_wrap(name, value)}," for name, value in added)
    if block.fields:
        at = _fields_start(text, block)
    else:
        at = block.key_span[1]
        at = max(at, text.find(",", at, block.end) + 1)
    comma = "" if text[at - 1] == "," else ","
    closing = text[at : block.end].strip()
    end = newline if closing in ("}", ")") and not _NEWLINE.search(text, at, block.end) else ""
    return at, at, comma + lines + end


def _separator(text: str, block: Block, last: FieldSpan) -> str:
    """What stands before a field's name: a newline and indentation, or a space."""
    found = _INDENT.search(text[block.start : last.name_start])
    return found[0] if found else " "


def _joint(text: str, block: Block) -> Callable[[str], str]:
    """What stands between name and value, padded where the entry aligns its ``=``."""
    gaps = [text[span.name_end : span.start] for span in block.fields]
    before, _, after = gaps[-1].partition("=")
    if _NEWLINE.search(gaps[-1]):
        return lambda name: " = "
    widths = {len(span.name) + gap.find("=") for span, gap in zip(block.fields, gaps, strict=True)}
    lengths = {len(span.name) for span in block.fields}
    if len(widths) == 1 and len(lengths) > 1:
        width = widths.pop()
        return lambda name: f"{' ' * max(1, width - len(name))}={after}"
    return lambda name: f"{before}={after}"
