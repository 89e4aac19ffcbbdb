"""A quotation with its citation, ready to paste."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from citekit.csl.locale import FALLBACK, resolve
from citekit.errors import Problem, Where, describing, warning
from citekit.library import references, secondary
from citekit.library.project import Project
from citekit.library.quoting import Hit, cited_by
from citekit.render import registry as writers
from citekit.store import styles
from citekit.vocabulary import NAME_VARIABLES

#: Notes by output format; others get the citation in parentheses or after the words.
NOTES: dict[str, Callable[[str], str]] = {
    "markdown": "^[{}]".format,
    "latex": "\\footnote{{{}}}".format,
    "typst": "#footnote[{}]".format,
}
_DOUBLE = dict.fromkeys('“”„‟«»"')


@dataclass(frozen=True, slots=True)
class Pasted:
    """A quotation with its citation; ``work`` is the work whose words it is, where that
    is another than the document (then the citation is a secondary one)."""

    text: str
    work: str = ""
    problems: tuple[Problem, ...] = ()


def paste(
    project: Project,
    hit: Hit,
    *,
    style: str | None = None,
    locale_tag: str | None = None,
    output: str = "text",
) -> Pasted:
    """The words of a hit in quotation marks with their citation in a style.

    The marks are those of the locale in which the style renders (CSL 1.0.2, "Locale Fallback",
    and the terms ``open-quote``, ``close-quote``, ``open-inner-quote``, ``close-inner-quote``):
    that of ``locale_tag``, the project's, the style's ``default-locale``, or en-US.

    A document without a record is not cited; one whose record names nobody and has no
    title is cited by its file's name; with a problem that says so.  Raises what
    :func:`citekit.library.references.cite` raises.
    """
    name = style or project.settings.style
    marks = _marks(project, name, locale_tag)
    words = writers.get(output).write_inline((_in_marks(" … ".join(hit.pieces), marks),))
    if not hit.key:
        return Pasted(words, problems=(_unrecorded(hit),))
    view = cited_by(project, hit)
    work = view.work if view is not None and view.work != hit.key else ""
    if work and not references.is_bst(name, project.root):
        locator = f"@{view.locator}" if view is not None and view.locator else ""
        made = references.cite(
            project,
            [work + locator],
            style=name,
            locale_tag=locale_tag,
            output=output,
            via=hit.key,
        )
    else:
        unnamed = _unnamed(project, hit)
        if unnamed is not None:
            document = writers.get(output).write_inline((f"({PurePosixPath(hit.document).name})",))
            return Pasted(f"{words} {document}", problems=(unnamed,))
        made = references.cite(project, [hit.key], style=name, locale_tag=locale_tag, output=output)
    return Pasted(_joined(project, words, made.text, name, output), work, made.problems)


def _unrecorded(hit: Hit) -> Problem:
    """Why the words of a document without a record have no citation."""
    return warning(
        "unrecorded-document",
        "no record describes this document, so that its words cannot be cited",
        Where(hit.document),
        describing(hit.document),
    )


def _unnamed(project: Project, hit: Hit) -> Problem | None:
    """What the record of a hit's document lacks, if nothing in it names the document."""
    record = project.record(hit.key)
    if record.csl.get("title") or any(record.csl.get(name) for name in NAME_VARIABLES):
        return None
    lacks = ["author", "title", *(["date"] if not record.csl.get("issued") else [])]
    return warning(
        "unnamed-source",
        f"the record of {hit.document} has no {', '.join(lacks[:-1])} and {lacks[-1]}",
        Where(record.file, record.line, key=hit.key),
        f"`citekit edit {hit.key} {' '.join(f'{name}=…' for name in lacks)}`",
    )


def _marks(project: Project, style: str, locale_tag: str | None) -> tuple[str, str, str, str]:
    """The outer and inner quotation marks of a style, opening and closing ones."""
    tag = references.check_locale(locale_tag or project.settings.locale)
    if references.is_bst(style, project.root):
        return resolve(tag or FALLBACK, (), references.locale).quotes
    parsed = references.source_style(styles.find_style(style, project.root))
    tag = tag or parsed.default_locale or FALLBACK
    return resolve(tag, parsed.locales, references.locale).quotes


def _in_marks(words: str, marks: tuple[str, str, str, str]) -> str:
    """The words between quotation marks; their own marks become the inner ones, and where
    they begin or end between two of these, both are printed."""
    left, right, inner_left, inner_right = marks
    words = " ".join(words.split())
    shown, depth = "", 0
    for index, char in enumerate(words):
        if char not in _DOUBLE:
            shown += char
            continue
        opens = _opens(char, words[index - 1 : index], words[index + 1 : index + 2])
        if not opens and not depth:  # the mark that it closes stands before the words
            shown = inner_left + shown
            depth = 1
        shown += inner_left if opens else inner_right
        depth += 1 if opens else -1
    return f"{left}{shown}{inner_right * depth}{right}"


def _opens(mark: str, before: str, behind: str) -> bool:
    """Whether a double quotation mark between two characters opens, in whatever language:
    “a”, „a“, « a », »a«."""
    free = not before or before in " ([—–‘'‚"
    if mark in "„‟":
        return True
    if mark == "«":
        return free
    return mark != "”" and free and bool(behind.strip() and (mark != "»" or behind.isalnum()))


def _joined(project: Project, words: str, citation: str, style: str, output: str) -> str:
    """Words and citation: after a space, or in a note for a note style."""
    is_note = not references.is_bst(style, project.root) and secondary.is_note(
        references.source_style(styles.find_style(style, project.root))
    )
    if is_note and output in NOTES:
        return words + NOTES[output](citation)
    return f"{words} ({citation})" if is_note else f"{words} {citation}"
