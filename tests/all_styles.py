"""``python -m tests.all_styles [--items FILE] [--sample N] [--only WORD]``

Renders every item in every installed style, cited once, cited again, and in the
bibliography.  Fails on an exception, and on an entry or a first citation that
is empty though the style prints something for the work; prints how many styles
were rendered and how long it took.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from citekit import csl
from citekit.csl import conditions
from citekit.csl.context import Context
from citekit.csl.evaluate import Evaluator
from citekit.csl.locale import FALLBACK, resolve
from citekit.csl.nodes import (
    Choose,
    DateNode,
    Group,
    Names,
    Node,
    Number,
    Style,
    TextMacro,
    TextVariable,
)
from citekit.csl.notevars import read_item
from citekit.errors import CitekitError
from citekit.formats.csljson import read
from citekit.library.references import locale, source_style
from citekit.model import Citation, Cite, Work
from citekit.richtext import plain
from citekit.store.styles import find_style, list_styles

_ROOT = Path(__file__).resolve().parents[1]
_DATA = Path(os.environ.get("CITEKIT_TESTDATA", _ROOT.parent / "shared"))


class Oracle:
    """Says, without rendering, whether a style prints something for a work: its
    conditions lead to an element that shows a field the work has."""

    def __init__(self, style: Style) -> None:
        view = resolve(style.default_locale or FALLBACK, style.locales, locale)
        self.style = style
        self.evaluator = Evaluator(style, view, {"citation": False, "bibliography": False})

    def prints(self, area: str, work: Work) -> bool:
        """Whether the layout of ``area`` shows a field of the work, cited first."""
        layout = getattr(self.style, area).layout
        context = Context(read_item(work), area, Cite(work.id), frozenset(["first"]))
        return self.reaches(layout, context)

    def reaches(self, children: Iterable[Node], context: Context) -> bool:
        return any(self.shows(child, context) for child in children)

    def shows(self, node: Node, context: Context) -> bool:
        fields = context.item.fields
        if isinstance(node, TextVariable | Number):
            return bool(self.evaluator.value(context, node.variable))
        if isinstance(node, DateNode):
            return node.variable in fields and bool(node.parts or node.form)
        if isinstance(node, Names):
            named = any(fields.get(variable) for variable in node.variables)
            return named or self.reaches(node.substitute, context)
        if isinstance(node, TextMacro):
            return self.reaches(self.style.macros[node.macro], context)
        if isinstance(node, Group):
            return self.reaches(node.children, context)
        if isinstance(node, Choose):
            branch = conditions.choose(self.evaluator, node, context)
            return branch is not None and self.reaches(branch.children, context)
        return False


def empty(style: Style, works: Sequence[Work]) -> Iterator[str]:
    """Render all; what is empty and should not be."""
    citations = [Citation((Cite(work.id),), note) for note, work in enumerate(works, 1)]
    again = [Citation((Cite(work.id, "12"),), len(works) + 1) for work in works]
    result = csl.process(style, works, (*citations, *again), locales=locale)
    oracle = Oracle(style)
    for work, text in zip(works, result.citations, strict=False):
        if not plain(text).strip() and oracle.prints("citation", work):
            yield f"citation of {work.id}"
    if result.bibliography is None:
        return
    listed = {entry.id: plain(entry.text).strip() for entry in result.bibliography.entries}
    for work in works:
        if not listed.get(work.id) and oracle.prints("bibliography", work):
            yield f"entry of {work.id}"


def main(arguments: list[str] | None = None) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.all_styles", description=__doc__)
    parser.add_argument("--items", type=Path, default=_DATA / "seed-styles" / "items.json")
    parser.add_argument("--sample", type=int, metavar="N", help="N styles at random")
    parser.add_argument("--only", default="", metavar="WORD", help="names that contain WORD")
    parser.add_argument("--json", type=Path, metavar="OUT", dest="out", help="write what is empty")
    options = parser.parse_args(arguments)
    works = read(options.items.read_text(encoding="utf-8")).works
    official = [info for info in list_styles() if info.kind in ("independent", "dependent")]
    chosen = [info for info in official if options.only in info.name]
    if options.sample is not None:
        chosen = random.Random(0).sample(chosen, min(options.sample, len(chosen)))
    start = time.perf_counter()
    failed = 0
    blanks: dict[str, list[str]] = {}
    rendered: dict[tuple[str, str | None], list[str]] = {}
    for info in chosen:
        try:
            source = find_style(info.name)
            key = (str(source.path), source.default_locale)
            if key not in rendered:
                rendered[key] = list(empty(source_style(source), works))
        except CitekitError as problem:
            failed += 1
            print(f"FAIL {info.name}: {problem}")
            continue
        except Exception as problem:  # noqa: BLE001 - one broken style must not stop the rest
            failed += 1
            print(f"FAIL {info.name}: {type(problem).__name__}: {problem}")
            continue
        if rendered[key]:
            blanks[info.name] = rendered[key]
            print(f"EMPTY {info.name}: {', '.join(rendered[key])}")
    seconds = time.perf_counter() - start
    if options.out:
        options.out.write_text(json.dumps(blanks, indent=1) + "\n", encoding="utf-8")
    print(
        f"{len(chosen)} styles ({len(rendered)} renderings of {len(works)} works) in "
        f"{seconds:.0f} s: {failed} failed, {len(blanks)} with empty texts"
    )
    return 1 if failed or blanks else 0


if __name__ == "__main__":
    sys.exit(main())
