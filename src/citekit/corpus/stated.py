"""What a document's file says of itself: title, authors, date and language.

Read from HTML's head (HTML 4.2.2 and 4.2.5; Dublin Core's DCMI Metadata Terms; Open Graph;
the ``citation_`` names of Google Scholar's inclusion guidelines), from the metadata of
pandoc's Markdown (Pandoc User's Guide, "Metadata blocks"), and from LaTeX's ``\\title``,
``\\author`` and ``\\date`` (LaTeX 2e, 20.1).  A plain text says nothing of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import Any, NamedTuple

from citekit.corpus.csquotes import BRACES, OPTION
from citekit.corpus.keys import without_code
from citekit.corpus.latexnames import author_groups, persons, without_notes
from citekit.errors import SyntaxProblemError
from citekit.formats.yamltext import documents
from citekit.latex import to_unicode


class Stated(NamedTuple):
    """What a file says of its document: ``authors`` as names are written, ``date`` as it is
    written, ``language`` a language tag (BCP 47) or babel's name; empty where it is silent."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    language: str = ""


def stated(source: str, id: str) -> Stated:
    """What the file ``id`` with this text says of itself."""
    kind = id.rpartition(".")[2].lower()
    if kind in ("html", "htm", "xhtml"):
        return _html(source)
    if kind in ("md", "markdown"):
        return _markdown(source)
    return _latex(source) if kind in ("tex", "latex") else Stated()


def _line(text: str) -> str:
    return " ".join(text.split())


_LISTED = re.compile(r"\s*;\s*|\s*,?\s+(?:&|and|und|et)\s+")


def _authors(values: Iterable[str]) -> tuple[str, ...]:
    """One name each; "Ada Smith, Ben Jones" are two, "Smith, Ada" is one."""
    found: list[str] = []
    for value in values:
        for each in _LISTED.split(_line(value)):
            parts = [part.strip() for part in each.split(",")]
            several = len(parts) > 1 and all(" " in part for part in parts)
            found += parts if several else [each]
    return tuple(dict.fromkeys(name for name in found if name and "://" not in name))


# --- HTML -----------------------------------------------------------------------------------

#: Names of ``meta`` elements, the surest first; "" is the ``title`` element.
_TITLES = ("citation_title", "dcterms.title", "dc.title", "og:title", "")
_AUTHORS = ("citation_author", "dcterms.creator", "dc.creator", "author", "article:author")
_DATES = (
    *("citation_publication_date", "citation_date", "dcterms.issued", "dcterms.date", "dc.date"),
    *("article:published_time", "date"),
)
_LANGUAGES = ("citation_language", "dcterms.language", "dc.language")


class _Head(HTMLParser):
    """Collects the ``meta`` elements, the ``title`` and the language of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: dict[str, list[str]] = {}
        self.language = ""
        self._in_title = False
        self._ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = self.language or values.get("lang") or values.get("xml:lang") or ""
        self._ended = self._ended or tag == "body"
        if self._ended:
            return
        self._in_title = tag == "title"
        name = (values.get("name") or values.get("property") or "").lower()
        content = _line(values.get("content") or "")
        if tag == "meta" and name and content:
            self.metas.setdefault(name, []).append(content)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            before = self.metas.pop("", [""])
            self.metas[""] = [before[0] + data]


def _html(source: str) -> Stated:
    head = _Head()
    head.feed(source)
    head.close()

    def first(names: Iterable[str]) -> list[str]:
        return next((head.metas[name] for name in names if name in head.metas), [])

    title = _line("".join(first(_TITLES)[:1]))
    for site in head.metas.get("og:site_name", ()):
        title = re.sub(rf"\s+[|·–—-]\s+{re.escape(site)}$", "", title)
    language = head.language or "".join(first(_LANGUAGES)[:1])
    return Stated(title, _authors(first(_AUTHORS)), "".join(first(_DATES)[:1]), language)


# --- Markdown -------------------------------------------------------------------------------

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def _markdown(source: str) -> Stated:
    front = _FRONT.match(source)
    if front is None:
        return Stated()
    try:
        values = {
            entry.key.lower(): entry.value for one in documents(front["yaml"]) for entry in one
        }
    except SyntaxProblemError:
        return Stated()
    title = ": ".join(filter(None, (_text(values.get(key)) for key in ("title", "subtitle"))))
    people: Any = values.get("author") or values.get("authors") or []
    names = [_person(each) for each in (people if isinstance(people, list) else [people])]
    language = _text(values.get("lang")) or _text(values.get("language"))
    return Stated(title, _authors(names), _text(values.get("date")), language)


def _text(value: Any) -> str:
    return "" if isinstance(value, bool | list | dict | None) else _line(str(value))


def _person(value: Any) -> str:
    """A name, or a mapping with one."""
    if not isinstance(value, Mapping):
        return _text(value)
    family, given = _text(value.get("family")), _text(value.get("given"))
    if family and given:
        return f"{family}, {given}"
    return family or _text(value.get("name")) or _text(value.get("literal"))


# --- LaTeX ----------------------------------------------------------------------------------

_COMMAND = re.compile(rf"\\(?P<name>title|date)(?![A-Za-z])\s*(?:{OPTION}\s*)?(?P<group>{BRACES})")
_BROKEN = re.compile(r"\\\\(?:\[[^\]]*\])?|\\(?:newline|linebreak)(?![A-Za-z])")
_BABEL = re.compile(r"\\usepackage\s*\[(?P<options>[^\]]*)\]\s*\{babel\}")
_MAIN = re.compile(r"\\set(?:default|main)language\s*(?:\[[^\]]*\])?\s*\{(?P<name>[a-z]+)\}")


def _latex(source: str) -> Stated:
    shown = without_code(source, "latex")
    found: dict[str, str] = {}
    for match in _COMMAND.finditer(shown):
        found.setdefault(match["name"], without_notes(match["group"][1:-1]))
    title = _line(to_unicode(_BROKEN.sub(" ", found.get("title", ""))))
    names = [name for group in author_groups(shown) for name in persons(group)]
    date = found.get("date", "")
    date = "" if "\\today" in date else _line(to_unicode(date))
    return Stated(title, _authors(names), date, _babel(shown))


def _babel(shown: str) -> str:
    """The main language of a document (babel manual 1.2; polyglossia 2)."""
    main = _MAIN.search(shown)
    if main is not None:
        return main["name"]
    options = _BABEL.search(shown)
    if options is None:
        return ""
    names = [each.strip() for each in options["options"].split(",") if each.strip()]
    chosen = next((each.partition("=")[2] for each in names if each.startswith("main=")), "")
    plain = [each for each in names if "=" not in each]
    return chosen.strip() or (plain[-1] if plain else "")
