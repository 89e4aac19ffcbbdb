"""``python -m tests.fuzz_csl [--examples N] [--seed N]``

A fixed list of hostile styles and items, with the time and the memory of each; then
arbitrary items and citations in arbitrary and mutated styles, through the batch
interface and every writer.  Fails on an exception that is not one of citekit's
own, and on anything that takes more than ten seconds of CPU.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from citekit.csl.lint import check_style
from citekit.errors import CitekitError
from citekit.library.references import locale, process_json
from citekit.render.registry import WRITERS
from citekit.store.styles import find_style
from citekit.vocabulary import (
    DATE_VARIABLES,
    LOCATOR_LABELS,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

SECONDS = 10.0
STYLES = """apa chicago-author-date chicago-notes-bibliography modern-language-association ieee
    nature oscola din-1505-2 iso690-author-date-fr harvard-cite-them-right elsevier-harvard
    american-anthropological-association bluebook-law-review gost-r-7-0-5-2008
    mhra-notes associacao-brasileira-de-normas-tecnicas acm-sig-proceedings
    universite-de-liege-histoire american-mathematical-society-label""".split()
HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
WORDS = [
    "",
    " ",
    "A",
    "n.d.",
    "<i>x</i>",
    "<b><i></b></i>",
    '<span class="nocase">x',
    "“a ‘b’ c”",
    "'\"'",
    "« x »",
    "3-7",
    "7th, pp. 3–8",
    "4a-5a",
    "ch. 3, p. 5",
    "\\-",
    "1-2-3-4",
    "–" * 5,
    "& & &",
    "ⅳ ²",
    "İıß",
    "毛泽东",
    "תפוח",
    "note: x\ntitle: y\nissued: 1999-13-45",
    "{:issued: 2000}{:author: A || B}",
    "9" * 40,
    "-5",
    "\ufdd0\ufde8\ufdef",
    "\x00\x1b[2J",
    "\ud800",
    "../../etc",
    "%s %d {0}",
    "{\\rtf1",
    "\\input{x}",
]
texts = st.sampled_from(WORDS) | st.text(max_size=12)
numbers = st.integers(-10_000, 10_000) | st.integers() | texts
dates = (
    st.fixed_dictionaries(
        {"date-parts": st.lists(st.lists(numbers, max_size=4), max_size=3)},
        optional={"circa": texts | st.booleans(), "season": numbers, "literal": texts},
    )
    | st.fixed_dictionaries({"raw": texts})
    | st.fixed_dictionaries({"edtf": st.sampled_from(["2000/..", "-0044-03", "2001-21?", "x"])})
    | texts
)
people = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "family": texts,
            "given": texts,
            "suffix": texts,
            "literal": texts,
            "dropping-particle": texts,
            "non-dropping-particle": texts,
            "comma-suffix": st.booleans() | texts,
            "static-ordering": st.booleans(),
        },
    ),
    max_size=4,
)
fields: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(sorted(STANDARD_VARIABLES), texts),
    **dict.fromkeys(sorted(NUMBER_VARIABLES), numbers),
    **dict.fromkeys(sorted(NAME_VARIABLES), people),
    **dict.fromkeys(sorted(DATE_VARIABLES), dates),
}
ids = st.sampled_from(["a", "b", "c", "d", ""])
junk = st.recursive(
    st.none() | st.booleans() | st.floats() | texts, lambda x: st.lists(x, max_size=3), max_leaves=4
)


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    """A CSL-JSON item: mostly of the right shape."""
    item: dict[str, Any] = {"id": draw(ids), "type": draw(st.sampled_from(sorted(TYPES)) | texts)}
    for name in draw(st.lists(st.sampled_from(sorted(fields)), max_size=10)):
        item[name] = draw(fields[name] if draw(st.integers(0, 19)) else junk)
    for name in ("author", "issued", "title"):
        if draw(st.booleans()):
            item[name] = draw(fields[name])
    return item


cites = st.fixed_dictionaries(
    {"id": ids},
    optional={
        "locator": numbers,
        "label": st.sampled_from([*LOCATOR_LABELS, "sub verbo", "x", ""]),
        "prefix": texts,
        "suffix": texts,
        "suppress-author": st.booleans(),
        "author-only": st.booleans(),
    },
)
citations = st.lists(
    st.fixed_dictionaries(
        {"citationItems": st.lists(cites, max_size=4)},
        optional={"properties": st.fixed_dictionaries({"noteIndex": st.integers(0, 6)})},
    ),
    max_size=4,
)


@cache
def source(name: str) -> str:
    return find_style(name).xml


def mutated(xml: str, seed: int) -> str:
    """The style with a few changes: attributes swapped or bent, elements cut out,
    doubled or moved, bytes overwritten."""
    rng = random.Random(seed)
    for _ in range(rng.randint(0, 4)):
        lines = xml.split("\n")
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        kind = rng.randrange(7)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines.insert(at, lines[other])
        elif kind == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind in (3, 4):
            start = lines[at].find('="') + 2
            end = lines[at].find('"', start)
            if start > 1 and end > 0:
                value = rng.choice([*STYLES[:2], "", "true", "-1", "99999999", "book", "x" * 300])
                value = rng.choice([value, "author", "&amp;#65;", "first", "display-and-sort"])
                lines[at] = lines[at][:start] + value + lines[at][end:]
        elif kind == 5:
            lines[at] = lines[at].replace('"short"', '"long"').replace("author", "issued")
        else:
            line = list(lines[at])
            if line:
                line[rng.randrange(len(line))] = rng.choice("<>\"'&/ xé\x00")
            lines[at] = "".join(line)
        xml = "\n".join(lines)
    return xml


@st.composite
def styles(draw: st.DrawFn) -> str:
    """A style's name, its XML, or a mutation of it."""
    name = draw(st.sampled_from(STYLES))
    if draw(st.integers(0, 3)) == 0:
        return name
    return mutated(source(name), draw(st.integers(0, 2**32)))


requests = st.fixed_dictionaries(
    {
        "style": styles(),
        "items": st.lists(items(), max_size=5),
        "citations": citations,
        "format": st.sampled_from(sorted(WRITERS)),
        "links": st.booleans(),
    },
    optional={
        "locale": st.sampled_from(["de-DE", "fr-FR", "he-IL", "zh-CN", "tr-TR", "xx", ""]),
        "abbreviations": st.just({"default": {"title": {"A": "B"}}}) | junk,
    },
)


def survives(request: Any) -> None:
    """Process the request; raises what is no error of citekit's own, and
    TimeoutError when it took too long."""
    start = time.process_time()
    try:
        if request["style"].lstrip().startswith("<"):
            check_style(request["style"], locale)
        process_json(request)
    except CitekitError:
        pass
    taken = time.process_time() - start
    if taken > SECONDS:
        raise TimeoutError(f"{taken:.1f} s")


def hostile() -> dict[str, Any]:
    """Requests made to exhaust time or memory."""
    apa = "apa"
    book = {"id": "a", "type": "book", "title": "T"}

    def own(layout: str, macros: str = "") -> str:
        return f"{HEAD}{macros}<citation><layout>{layout}</layout></citation></style>"

    doubling = "".join(
        f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>'
        for n in range(60)
    )
    call = '<text macro="{}"/>'
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 100}">' for n in range(12))
    many = [{"family": "Doe", "given": f"J{n}"} for n in range(5000)]
    return {
        "macro loop": {
            "style": own(call.format("a"), f'<macro name="a">{call.format("a")}</macro>')
        },
        "doubling macros": {
            "style": own(call.format("m0"), doubling + '<macro name="m60"><group/></macro>')
        },
        "deep nesting": {"style": own("<group>" * 5000 + "</group>" * 5000)},
        "entity bomb": {"style": f"<!DOCTYPE s [{bomb}]>{own('&e11;')}"},
        "external entity": {
            "style": f'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>{own("&x;")}'
        },
        "wide style": {"style": own('<text variable="title"/>' * 100_000)},
        "1 MB title": {"style": apa, "items": [{**book, "title": "x <i>y</i> " * 100_000}]},
        "1 MB of quotation marks": {"style": apa, "items": [{**book, "title": "'\"" * 500_000}]},
        "1 MB of tags": {"style": apa, "items": [{**book, "title": "<i>" * 330_000}]},
        "1 MB of pages": {"style": apa, "items": [{**book, "page": "1-2, " * 200_000}]},
        "1 MB of hyphens": {"style": apa, "items": [{**book, "page": "1-" * 500_000}]},
        "1 MB note": {"style": apa, "items": [{**book, "note": "title: x\n" * 100_000}]},
        "1 MB locator": {
            "style": apa,
            "citations": [{"citationItems": [{"id": "a", "locator": "p. 3 " * 200_000}]}],
        },
        "5,000 authors": {"style": apa, "items": [{**book, "author": many}]},
        "2,000 works alike": {
            "style": apa,
            "items": [
                {**book, "id": str(n), "author": many[:3], "issued": {"date-parts": [[1999]]}}
                for n in range(2000)
            ],
            "citations": [{"citationItems": [{"id": str(n)} for n in range(2000)]}],
        },
    }  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_csl", description=__doc__)
    parser.add_argument("--examples", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    slow = 0
    for name, request in hostile().items():
        start = time.perf_counter()
        item = {"id": "a", "type": "book", "title": "T"}
        whole = {"items": [item], "citations": [{"citationItems": [{"id": "a"}]}], **request}
        try:
            survives(whole)
            verdict = "ok"
        except TimeoutError:
            verdict, slow = "TOO SLOW", slow + 1
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{verdict:8} {time.perf_counter() - start:6.2f} s  {memory:5} MB so far  {name}")
    count = 0

    def one(request: Any) -> None:
        nonlocal count
        count += 1
        survives(request)

    configured: Callable[[Any], Any] = settings(
        max_examples=options.examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    start = time.perf_counter()
    seeded(options.seed)(configured(given(requests)(one)))()
    print(f"{count} examples in {time.perf_counter() - start:.0f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
