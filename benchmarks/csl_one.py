"""One run of the citation processor on a file of items, for a stop-watch outside.

    python -m benchmarks.csl_one REFS.json STYLE.csl bib|cite OUT.html

``cite`` cites every item once, in order, each in a citation of its own, and
writes the citations, one a line, before the bibliography; ``bib`` lists all
items and cites none.
"""

from __future__ import annotations

import gc
import os
import sys

gc.disable()  # one run and out: there is no garbage in circles to speak of

from citekit import csl  # noqa: E402
from citekit.formats import csljson  # noqa: E402
from citekit.model import Citation, Cite  # noqa: E402
from citekit.render import html  # noqa: E402


def locale_folder() -> str:
    """The official locale files, which come with the package ``citeproc-py``."""
    for folder in sys.path:
        path = os.path.join(folder, "citeproc", "data", "locales")  # noqa: PTH118 - start-up
        if os.path.isdir(path):  # noqa: PTH112 - start-up
            return path
    sys.exit("the locale files come with citeproc-py, which is not installed")


def locale(name: str) -> csl.Locale | None:
    """An official locale, or None."""
    path = f"{locale_folder()}/locales-{name}.xml"
    if not os.path.isfile(path):  # noqa: PTH113 - start-up
        return None
    with open(path, "rb") as file:  # noqa: PTH123 - start-up
        return csl.parse_locale(file.read(), path)


def main() -> None:
    """Read, format, write."""
    if len(sys.argv) != 5 or sys.argv[3] not in ("bib", "cite"):
        sys.exit(__doc__)
    refs, style_file, mode, out = sys.argv[1:]
    with open(refs, encoding="utf-8") as file:  # noqa: PTH123 - start-up
        works = csljson.read(file.read(), refs).works
    with open(style_file, "rb") as file:  # noqa: PTH123 - start-up
        style = csl.parse_style(file.read(), style_file)
    citations = [Citation((Cite(work.id),)) for work in works] if mode == "cite" else []
    result = csl.process(style, works, citations, locales=locale)
    lines = [html.write_inline(text) for text in result.citations]
    if result.bibliography is not None:
        lines.append(html.write_bibliography(result.bibliography))
    with open(out, "w", encoding="utf-8") as file:  # noqa: PTH123 - start-up
        file.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # the file is closed; taking down every object would only cost time


if __name__ == "__main__":
    main()
