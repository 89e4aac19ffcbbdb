"""Bibliographies and citations: two engines, CSL and BibTeX styles, behind one call."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citekit import bst, csl
from citekit.csl.filters import Filter, chosen
from citekit.csl.locale import FALLBACK, View, resolve
from citekit.errors import (
    Problem,
    ReadError,
    SyntaxProblemError,
    UnknownKeyError,
    UnknownStyleError,
    UsageError,
    Where,
    describing,
)
from citekit.formats import csljson
from citekit.library import secondary
from citekit.library.annotated import annotated_work, in_lines, left_out, with_notes
from citekit.library.filtering import check_rules, with_entry_types
from citekit.library.genres import localised
from citekit.library.locators import parse_cite
from citekit.library.project import Project
from citekit.library.sets import in_full
from citekit.library.shorthands import shorthand_list
from citekit.library.views import PassageView, RecordView
from citekit.model import Citation, Cite, CiteMode, Date, DatePoint, Name, Work
from citekit.render import html
from citekit.render import registry as writers
from citekit.render.standalone import STANDALONE
from citekit.richtext import Bibliography, Entry, plain
from citekit.store import data, styles
from citekit.store.files import read_text

_ALL = Filter()
#: The style of ``bib --annotated`` where none is named.
ANNOTATED_STYLE = "citekit-annotated"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text in an output format, what the engine had to report, and the CSL types of the
    works that a bibliography was asked for, by key."""

    text: str
    problems: tuple[Problem, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)


@cache
def locale(tag: str) -> csl.Locale | None:
    """The official locale of a tag such as ``de-AT``, or None."""
    text = styles.read_locale(tag)
    return None if text is None else csl.parse_locale(text, f"locales-{tag}.xml")


def check_locale(tag: str | None) -> str | None:
    """The tag itself; raises UnknownStyleError if no locale file fits it.

    ``fr-CH``, a dialect without a file, is French (CSL 1.0.2, "Locale Fallback")."""
    if tag is not None and all(
        styles.read_locale(name) is None for name in (tag, re.split("[-_]", tag)[0])
    ):
        raise UnknownStyleError(
            f"no locale {tag!r}", hint="for example " + ", ".join(styles.locale_names()[:6])
        )
    return tag


def load_style(name: str, root: Path | None = None) -> csl.Style:
    """The CSL style of a name or path, a dependent one as its parent's.

    Raises UnknownStyleError, ReadError, or StyleError for a broken style.
    """
    return source_style(styles.find_style(name, root))


@lru_cache(maxsize=8)
def source_style(source: styles.StyleSource) -> csl.Style:
    """The parsed style of a source; a dependent one keeps its own default locale."""
    style = csl.parse_style(source.xml, str(source.path))
    if source.default_locale:
        style = style._replace(default_locale=source.default_locale)
    return style


def is_bst(name: str, root: Path | None) -> bool:
    """Whether a style name goes to the BibTeX engine: ``bst:NAME``, a ``.bst``
    path, or a pybtex style that no CSL style shadows."""
    if name.startswith("bst:") or name.endswith(".bst"):
        return True
    if name not in bst.PYTHON_STYLES:
        return False
    try:
        styles.find_style(name, root)
    except UnknownStyleError:
        return True
    return False


def bibliography(
    project: Project,
    keys: Sequence[str] = (),
    *,
    style: str | None = None,
    locale_tag: str | None = None,
    output: str = "text",
    cited_in: str | None = None,
    cited: bool = False,
    annotated: bool = False,
    standalone: bool = False,
    wanted: Filter = _ALL,
    links: bool = False,
    shorthands: bool = False,
) -> Rendered:
    """The bibliography of these keys, of the works one document cites, of all
    cited works, or of the whole catalogue, as far as entries pass ``wanted``;
    ``standalone`` makes a whole document of it where the output format has one, ``shorthands``
    the list of those that have one.

    ``annotated`` prints under each entry the passages that cite it: those of the document
    ``cited_in`` alone, if that is given.  Passages whose words are no longer surely found
    are not printed but counted in a problem of their document."""
    if cited_in is not None:
        keys = [*keys, *(work.key for work in project.works(cited_in))]
    if cited:
        seen = {view.work for view in project.passages() if view.work}
        keys = [*keys, *(record.key for record in project.records() if record.key in seen)]
    if not keys and (cited or cited_in is not None):
        return Rendered("")
    keys = list(dict.fromkeys(keys)) or [record.key for record in project.records()]
    works, told_sets = in_full(project, project.work_values(keys))
    keys = [work.id for work in works]
    records = project.records(keys) if keys else []
    check_rules(wanted, works)
    notes: dict[str, list[PassageView]] = {}
    lost: list[PassageView] = []
    if annotated:
        for view in project.passages(document=cited_in):
            if view.line > 0:
                notes.setdefault(view.work, []).append(view)
            else:
                lost.append(view)
    name = style or (ANNOTATED_STYLE if annotated else project.settings.style)
    writer = writers.get(output)
    tag = locale_tag or project.settings.locale
    made, problems = _rendered(works, records, name, project.root, tag, notes, links)
    types = [record.entry_type for record in records]
    made = chosen(made, with_entry_types(wanted, works, types), wanted)
    made = shorthand_list(made, records) if shorthands else made
    text = writer.write_bibliography(made) if made.entries or not shorthands else ""
    if standalone and output in STANDALONE:
        text = STANDALONE[output](text, made, "Bibliography")
    printed = {entry.id for entry in made.entries}
    counts = Counter(view.document for view in lost if view.work in printed)
    told = (*told_sets, *problems, *(left_out(*each) for each in counts.items()))
    return Rendered(text, told, {work.id: work.type for work in works})


def _rendered(
    works: Sequence[Work],
    records: Sequence[RecordView],
    name: str,
    root: Path | None,
    locale_tag: str | None,
    notes: Mapping[str, list[PassageView]],
    links: bool,
) -> tuple[Bibliography, tuple[Problem, ...]]:
    """The bibliography of works, which are those of ``records``, in a style by name;
    ``notes`` are the passages printed under each entry."""
    if is_bst(name, root):
        made, problems = _bst_bibliography(works, name, root)
        return with_notes(made, notes), problems
    source = styles.find_style(name, root)
    prints_annote = 'variable="annote"' in source.xml
    if prints_annote:
        works = [annotated_work(work, notes.get(work.id, [])) for work in works]
    parsed, tag = source_style(source), check_locale(locale_tag)
    works = localised(works, records, tag or parsed.default_locale or FALLBACK)
    result = csl.process(parsed, works, (), locales=locale, locale=tag, links=links)
    if result.bibliography is None:
        raise UsageError(
            f"the style {name} has no bibliography", hint="it is for citations in notes"
        )
    if prints_annote:
        return in_lines(result.bibliography), result.problems
    return with_notes(result.bibliography, notes), result.problems


def _bst_bibliography(
    works: Sequence[Work], name: str, root: Path | None
) -> tuple[Bibliography, tuple[Problem, ...]]:
    made = _run_bst(works, name, root)
    return made.bibliography, made.problems


def _run_bst(works: Sequence[Work], name: str, root: Path | None) -> bst.Rendering:
    path = bst_path(name, root)
    if path is None:
        return bst.process(works, name.removeprefix("bst:"))
    return bst.process(works, str(path), style_text=read_text(path).text)


def bst_path(name: str, root: Path | None) -> Path | None:
    """The file of a ``.bst`` style: the path itself, or NAME.bst in the
    project's styles, then in the house styles; None for a pybtex style."""
    if name.endswith(".bst") and not name.startswith("bst:"):
        path = Path(name)
        if not path.is_file():
            raise ReadError("no such file", Where(name), "name a .bst file, or bst:NAME")
        return path.resolve()
    stem = name.removeprefix("bst:").removesuffix(".bst")
    folders = [root / "styles"] if root is not None else []
    for folder in [*folders, data.house_styles()]:
        if (folder / f"{stem}.bst").is_file():
            return folder / f"{stem}.bst"
    if stem in bst.PYTHON_STYLES:
        return None
    raise UnknownStyleError(
        f"no BibTeX style {stem!r}", hint="a path, or one of " + ", ".join(bst.PYTHON_STYLES)
    )


# --- citations ------------------------------------------------------------------


def cite(
    project: Project,
    specs: Sequence[str],
    *,
    style: str | None = None,
    locale_tag: str | None = None,
    output: str = "text",
    mode: CiteMode = "normal",
    prefix: str = "",
    suffix: str = "",
    via: str | None = None,
) -> Rendered:
    """One citation of these works, as it stands in the text, or in a note for
    a note style; with ``via`` the secondary citation through an article.

    Works that could be mistaken for these are registered too, so that
    disambiguation is that of the catalogue's bibliography.
    """
    if not specs:
        raise UsageError("say which works to cite", hint="citekit cite KEY[@LOCATOR] …")
    name = style or project.settings.style
    if is_bst(name, project.root):
        return _bst_cite(project, specs, name)
    source = styles.find_style(name, project.root)
    parsed = source_style(source)
    tag = check_locale(locale_tag or project.settings.locale)
    language = tag or parsed.default_locale or FALLBACK
    terms = resolve(language, parsed.locales, locale)
    cites = [_cite_of(project, spec, terms)._replace(mode=mode) for spec in specs]
    cites, told_sets = _of_members(project, cites)
    cites[0] = cites[0]._replace(prefix=prefix)
    cites[-1] = cites[-1]._replace(suffix=suffix)
    article = None if via is None else _article(project, via)
    keys = [one.id for one in cites] + ([article] if article else [])
    records = project.namesakes(keys)
    works = [csljson.work_from_json(record.csl) for record in records]
    works = localised(works, records, language)
    if article is not None:
        result = secondary.process(
            parsed, source.name, works, cites, article, locales=locale, locale=tag
        )
    else:
        note = 1 if secondary.is_note(parsed) else 0
        result = csl.process(
            parsed,
            works,
            [Citation(each, note) for each in _parted(cites, works)],
            locales=locale,
            locale=tag,
            bibliography=False,
        )
    writer = writers.get(output)
    texts = [writer.write_inline(text) for text in result.citations]
    return Rendered(_enumerated(texts, terms), (*told_sets, *result.problems))


def _parted(cites: Sequence[Cite], works: Sequence[Work]) -> list[tuple[Cite, ...]]:
    """The cites of one citation each: where the sentence names the authors, of each author
    his works."""
    if cites[0].mode not in ("author-only", "author-in-text"):
        return [tuple(cites)]
    authors = {work.id: work.fields.get("author") for work in works}
    parted: dict[object, list[Cite]] = {}
    for cite in cites:
        parted.setdefault(authors.get(cite.id) or cite.id, []).append(cite)
    return [tuple(each) for each in parted.values()]


def _enumerated(texts: Sequence[str], terms: View) -> str:
    """The texts as a list in a sentence; in English with the serial comma (Chicago Manual of
    Style, 17th edition, 6.19)."""
    if len(texts) == 1:
        return texts[0]
    comma = "," if len(texts) > 2 and terms.lang.startswith("en") else ""
    return f"{', '.join(texts[:-1])}{comma} {terms.text('and')} {texts[-1]}"


def _of_members(project: Project, cites: Sequence[Cite]) -> tuple[list[Cite], tuple[Problem, ...]]:
    """The cites with those of its members in the place of a set's; a set without any stays."""
    found: list[Cite] = []
    problems: tuple[Problem, ...] = ()
    for cite_ in cites:
        members, told = in_full(project, project.work_values([cite_.id]))
        found += [cite_._replace(id=member.id) for member in members] or [cite_]
        problems += told
    return found, problems


def _cite_of(project: Project, spec: str, terms: View | None = None) -> Cite:
    """The cite of what was typed; a key may hold ``@`` itself.

    Raises UsageError where no locator follows the ``@``.
    """
    if "@" in spec:
        try:
            return Cite(project.record(spec).key)
        except UnknownKeyError:
            pass  # then a locator follows the key
        if not spec.partition("@")[2].strip():
            raise UsageError(
                f"no locator follows the @ of {spec!r}", hint="KEY, or KEY@LOCATOR, such as KEY@12"
            )
    cite = parse_cite(spec, terms)
    return cite._replace(id=project.record(cite.id).key)


def _article(project: Project, name: str) -> str:
    """The key of an article named by its key or as a document."""
    try:
        return project.record(name).key
    except UnknownKeyError:
        id = project.document_id(name)
    for document in project.documents():
        if document["id"] == id and document["key"]:
            return str(document["key"])
    raise UsageError(f"no record describes {id}", hint=describing(id))


def _bst_cite(project: Project, specs: Sequence[str], name: str) -> Rendered:
    cites, told = _of_members(project, [_cite_of(project, spec) for spec in specs])
    keys = [one.id for one in cites]
    made = _run_bst(project.work_values(keys), name, project.root)
    labels = [made.labels.get(key, key).strip("[]") for key in keys]
    return Rendered("[" + ", ".join(labels) + "]", (*told, *made.problems))


# --- the batch interface -----------------------------------------------------------


def process_json(request: Any, root: Path | None = None) -> dict[str, Any]:
    """``{style, locale?, format?, links?, abbreviations?, items, citations}`` to
    ``{citations, bibliography, problems}``.

    Raises SyntaxProblemError for a request of another shape, UnknownStyleError
    and StyleError for its style.
    """
    if not isinstance(request, Mapping):
        raise SyntaxProblemError("the request is not a JSON object")
    for name, kind in (("style", str), ("items", list)):
        if not isinstance(request.get(name), kind):
            shape = "a string" if kind is str else "an array"
            raise SyntaxProblemError(f"the request needs {name!r}, {shape}")
    writer = writers.get(_string(request, "format", "html"))
    style = _request_style(request["style"], root)
    works, problems = _request_items(request["items"])
    citations = csljson.citations_from_json(request.get("citations") or [])
    tag = check_locale(_string(request, "locale", "") or None)
    result = csl.process(
        style,
        works,
        citations,
        locales=locale,
        locale=tag,
        links=request.get("links") is True,
        abbreviations=_abbreviations(request.get("abbreviations")),
    )
    return {
        "citations": [writer.write_inline(text) for text in result.citations],
        "bibliography": None
        if result.bibliography is None
        else [_entry(writer, entry) for entry in result.bibliography.entries],
        "problems": [_problem(problem) for problem in (*problems, *result.problems)],
    }


def _entry(writer: writers.Writer, entry: Entry) -> str:
    """An entry as citeproc-js gives it: in HTML with its ``csl-entry`` element."""
    return html.write_entry(entry) if writer.name == "html" else writer.write_inline(entry.text)


def _string(request: Mapping[str, Any], name: str, default: str) -> str:
    value = request.get(name)
    if value is None:
        return default
    if not isinstance(value, str):
        raise SyntaxProblemError(f"{name!r} in the request is not a string")
    return value


def _abbreviations(value: Any) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The lists of a request: jurisdiction → variable → long → short."""
    if value is None:
        return {}
    if isinstance(value, Mapping) and all(
        isinstance(lists, Mapping)
        and all(
            isinstance(pairs, Mapping) and all(isinstance(short, str) for short in pairs.values())
            for pairs in lists.values()
        )
        for lists in value.values()
    ):
        return value
    raise SyntaxProblemError("'abbreviations' in the request is not an object of objects of texts")


def _request_style(style: str, root: Path | None) -> csl.Style:
    if style.lstrip().startswith("<"):
        parsed = csl.parse_style(style, "style")
        return parsed if parsed.parent is None else load_style(parsed.parent)
    return load_style(style, root)


def _request_items(items: list[Any]) -> tuple[list[Work], list[Problem]]:
    reading = csljson.read(json.dumps(items), "items")
    return list(reading.works), list(reading.problems)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "id": problem.where.key,
        "line": problem.where.line,
        "hint": problem.hint,
    }


def describe_style(name: str, root: Path | None = None) -> dict[str, str]:
    """What a style is, with a citation and a bibliography entry of an example work."""
    if is_bst(name, root):
        made, _ = _bst_bibliography([_EXAMPLE], name, root)
        return {"name": name, "kind": "BibTeX style", "entry": plain(made.entries[0].text)}
    source = styles.find_style(name, root)
    style = source_style(source)
    result = csl.process(
        style,
        [_EXAMPLE],
        (Citation((Cite("waltz1959", "12"),), int(secondary.is_note(style))),),
        locales=locale,
    )
    entries = result.bibliography.entries if result.bibliography else ()
    return {
        "name": source.name,
        "title": style.title,
        "kind": "note style" if secondary.is_note(style) else "in-text style",
        "parent": source.parent or "",
        "default_locale": style.default_locale or "",
        "file": str(source.path),
        "citation": plain(result.citations[0]),
        "entry": plain(entries[0].text) if entries else "",
    }


_EXAMPLE = Work(
    "waltz1959",
    "book",
    {
        "author": (Name(family="Waltz", given="Kenneth N."),),
        "title": "Man, the State and War",
        "publisher": "Columbia University Press",
        "publisher-place": "New York",
        "issued": Date(DatePoint(1959)),
    },
)
