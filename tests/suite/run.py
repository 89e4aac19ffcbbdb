"""Runs one fixture through the citation processor.

What the sections ask for is done before or after :func:`citekit.csl.process`:
items are replaced (``INPUT2``), chosen (``BIBENTRIES``), given abbreviations
(``ABBREVIATIONS``), entries are filtered (``BIBSECTION``).
"""

from __future__ import annotations

import importlib.resources
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from citekit import csl
from citekit.csl.macros import reaches
from citekit.formats.csljson import citations_from_json, work_from_json
from citekit.model import Citation, Cite, Work
from citekit.render import html
from citekit.richtext import Bibliography, Entry
from tests.suite.fixture import Fixture
from tests.suite.preview import EMPTY, Preview
from tests.suite.session import transcript

_BIBLIOGRAPHY_SORT = re.compile(r"(<bibliography\b.*?)<sort\b.*?</sort\s*>", re.S)


@cache
def locale(name: str) -> Any:
    """The locale called ``name`` (``en-US``) of the package, or None."""
    path = importlib.resources.files("citeproc") / "data" / "locales" / f"locales-{name}.xml"
    return csl.parse_locale(path.read_text(encoding="utf-8")) if path.is_file() else None


def run(fixture: Fixture) -> str:
    """The text the fixture's ``RESULT`` is compared with, trailing white space
    trimmed.  Raises what parsing and processing raise."""
    return Run(fixture).result().rstrip()


class Run:
    """A fixture on its way: the parsed style, the works, and what to cite."""

    def __init__(self, fixture: Fixture) -> None:
        self.fixture = fixture
        xml = fixture.sections["CSL"].strip()
        if fixture.nosort:
            xml = _BIBLIOGRAPHY_SORT.sub(r"\1", xml)
        self.style = csl.parse_style(xml)
        self.works = _works(fixture)
        self.ids = tuple(work.id for work in self.works)
        self.abbreviations = fixture.data("ABBREVIATIONS") or {}

    def result(self) -> str:
        """What the mode asks for."""
        if self.fixture.mode == "bibliography":
            return self.bibliography()
        steps = self.fixture.data("CITATIONS")
        if steps is not None:
            return transcript(steps, self.document)
        return "\n".join(self.clusters())

    def clusters(self) -> Iterator[str]:
        """The clusters of ``CITATION-ITEMS``, or one of all items in the order
        of the bibliography."""
        preview = Preview(self.style, self.works, locale, self.abbreviations)
        data = self.fixture.data("CITATION-ITEMS")
        if data is None:
            yield preview.cluster(Citation(tuple(map(Cite, preview.order()))))
            return
        for citation, cites in zip(citations_from_json(data), data, strict=True):
            yield preview.cluster(citation, cites)

    def document(self, citations: Sequence[Citation]) -> list[tuple[str, object]]:
        """The texts of a document's citations, and what the reference looks at
        to see which to render anew: the numbers of the works where the style
        prints numbers, and in note styles with a ``disambiguate`` condition
        whether a work is cited more than once."""
        made = self.process(citations)
        texts = [html.write_inline(text) or EMPTY for text in made.citations]
        entries = made.bibliography.entries if made.bibliography else ()
        order = {entry.id: number for number, entry in enumerate(entries)}
        numbered = reaches(self.style, self.style.citation, "citation-number")
        cited = Counter(one for c in citations for one in {cite.id for cite in c.cites})
        counted = (
            self.style.style_class == "note" and "disambiguate=" in self.fixture.sections["CSL"]
        )
        return [
            (
                text,
                (
                    [order.get(cite.id) for cite in citation.cites] if numbered else None,
                    [cited[cite.id] > 1 for cite in citation.cites] if counted else None,
                ),
            )
            for text, citation in zip(texts, citations, strict=True)
        ]

    def bibliography(self) -> str:
        """The bibliography of all items, or of the last update of ``BIBENTRIES``,
        narrowed by ``BIBSECTION``."""
        steps = self.fixture.data("CITATIONS")
        citations = citations_from_json([step[0] for step in steps]) if steps else ()
        made = self.process(citations).bibliography or Bibliography(())
        if not steps:
            made = made._replace(entries=self.with_empty(made.entries))
        section = self.fixture.data("BIBSECTION")
        if section is not None:
            made = made._replace(entries=self.section(made.entries, section))
        return html.write_bibliography(made)

    def with_empty(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """The entries, and in their places those that have no text, as the
        reference prints them in numeric styles.  Their places are known where
        nothing is sorted."""
        area = self.style.bibliography
        numeric = reaches(self.style, self.style.citation, "citation-number")
        if not numeric or area is None or area.sort or len(entries) == len(self.ids):
            return tuple(entries)
        made = {entry.id: entry for entry in entries}
        return tuple(
            made.get(one) or Entry(one, (f"{number}. {EMPTY}",))
            for number, one in enumerate(self.ids, 1)
        )

    def section(self, entries: Sequence[Entry], rules: Mapping[str, Any]) -> tuple[Entry, ...]:
        """The entries whose works a ``BIBSECTION`` lets through."""
        works = {work.id: work for work in self.works}
        return tuple(entry for entry in entries if _chosen(works[entry.id], rules))

    def process(self, citations: Sequence[Citation]) -> csl.Result:
        """The processor's result for a document: with citations, the works they
        cite (what is not cited leaves the registry); without, every work."""
        uncited = () if citations else self.ids
        return csl.process(
            self.style,
            self.works,
            tuple(citations),
            locales=locale,
            uncited=uncited,
            abbreviations=self.abbreviations,
        )


def _works(fixture: Fixture) -> tuple[Work, ...]:
    works = {work.id: work for work in map(work_from_json, fixture.data("INPUT"))}
    works |= {work.id: work for work in map(work_from_json, fixture.data("INPUT2") or ())}
    updates = fixture.data("BIBENTRIES")
    if updates:
        last = updates[-1] if isinstance(updates[-1], list) else updates
        works = {str(key): works[str(key)] for key in last if str(key) in works}
    return tuple(works.values())


def _chosen(work: Work, rules: Mapping[str, Any]) -> bool:
    """Whether a work passes: all of ``select``, any of ``include``, none of
    ``exclude``, not all of ``quash``."""
    tests: dict[str, Callable[[list[bool]], bool]] = {
        "select": all,
        "include": any,
        "exclude": lambda hits: not any(hits),
        "quash": lambda hits: not all(hits),
    }
    return all(
        test([_matches(work, rule) for rule in rules[name]])
        for name, test in tests.items()
        if rules.get(name)
    )


def _matches(work: Work, rule: Mapping[str, Any]) -> bool:
    field, wanted = str(rule.get("field", "")), str(rule.get("value", ""))
    if field == "type":
        return work.type == wanted
    if field not in work.fields and field not in work.extra:
        return wanted == ""
    value = work.fields.get(field, work.extra.get(field))
    return wanted in (value, "") if field != "categories" else f'"{wanted}"' in str(value)
