"""One run of the citation processor on a file of items, for a stop-watch outside.

    python -m benchmarks.csl_one REFS.json STYLE.csl bib|cite OUT.html

``cite`` cites every item once, in order, each in a citation of its own, and
writes the citations, one a line, before the bibliography; ``bib`` lists all
items and cites none.
"""

from __future__ import annotations

import gc
import sys
from importlib.util import find_spec
from pathlib import Path

from citekit import csl
from citekit.formats import csljson
from citekit.model import Citation, Cite
from citekit.render import html


def locale(name: str) -> csl.Locale | None:
    """The official locale file of the package ``citeproc-py``."""
    spec = find_spec("citeproc")
    if spec is None or spec.origin is None:
        sys.exit("the locale files come with citeproc-py, which is not installed")
    path = Path(spec.origin).parent / "data" / "locales" / f"locales-{name}.xml"
    return csl.parse_locale(path.read_bytes(), str(path)) if path.is_file() else None


def main() -> None:
    """Read, format, write."""
    if len(sys.argv) != 5 or sys.argv[3] not in ("bib", "cite"):
        sys.exit(__doc__)
    gc.disable()  # one run and out: there is no garbage in circles to speak of
    refs, style_file, mode, out = sys.argv[1:]
    works = csljson.read(Path(refs).read_text(encoding="utf-8")).works
    style = csl.parse_style(Path(style_file).read_bytes())
    citations = [Citation((Cite(work.id),)) for work in works] if mode == "cite" else []
    result = csl.process(style, works, citations, locales=locale)
    lines = [html.write_inline(text) for text in result.citations]
    if result.bibliography is not None:
        lines.append(html.write_bibliography(result.bibliography))
    Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
