"""Cite grouping and collapsing (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from citekit.csl import marks
from citekit.csl.marks import SUFFIX_CLOSE, SUFFIX_OPEN
from citekit.csl.punctuation import Joiner
from citekit.model import Cite

_SUFFIX = re.compile(f"{SUFFIX_OPEN}([^{SUFFIX_CLOSE}]*){SUFFIX_CLOSE}")
_POINTS = ",;:.!?"
YEARS = ("year", "year-suffix", "year-suffix-ranged")


class Rendered(NamedTuple):
    """A cite in print: with and without names, its names, its number."""

    cite: Cite
    text: str
    author: str
    number: int
    again: Callable[[], str]
    prefix: str = ""
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """Nothing but the reference itself: no locator, no affixes."""
        return not (self.cite.locator or self.prefix or self.suffix)

    def full(self, joiner: Joiner) -> str:
        """With its prefix and suffix."""
        return joiner.glue(joiner.glue(self.prefix, self.text), self.suffix)


class Delimiters(NamedTuple):
    """The delimiters inside a citation."""

    layout: str
    group: str
    after: str
    suffix: str
    collapse: str
    grouping: bool
    range: str
    sorted: bool

    @classmethod
    def read(
        cls, options: Mapping[str, str], layout: str, dash: str, sorted_cites: bool
    ) -> Delimiters:
        """From the attributes of ``cs:citation`` and ``cs:layout``."""
        collapse = options.get("collapse", "")
        group = options.get("cite-group-delimiter")
        return cls(
            layout=layout,
            group=marks.sanitise(_default_group(options, layout, sorted_cites)),
            after=marks.sanitise(options.get("after-collapse-delimiter", layout)),
            suffix=marks.sanitise(
                options.get("year-suffix-delimiter", layout if group is None else group)
            ),
            collapse=collapse,
            grouping=group is not None or collapse in YEARS,
            range=dash,
            sorted=sorted_cites,
        )


def _default_group(options: Mapping[str, str], layout: str, sorted_cites: bool) -> str:
    """``cite-group-delimiter``; a comma for sorted cites collapsed by year, else
    the delimiter of the layout, as citeproc-js has it."""
    comma = sorted_cites and options.get("collapse") in YEARS
    return options.get("cite-group-delimiter", ", " if comma else layout)


def assemble(cites: Sequence[Rendered], delimiters: Delimiters, joiner: Joiner) -> str:
    """The cites of a citation as one text."""
    if delimiters.collapse == "citation-number":
        return _numbers(cites, delimiters, joiner)
    if delimiters.grouping:
        return _grouped(cites, delimiters, joiner)
    return _chain([(cite, cite.full(joiner), delimiters.layout) for cite in cites], joiner)


def _chain(rows: Sequence[tuple[Rendered, str, str]], joiner: Joiner) -> str:
    """Texts with a delimiter before each but the first; a cite whose prefix begins
    with punctuation, or follows a suffix that ends with it, needs none."""
    out = ""
    before: Rendered | None = None
    for cite, text, delimiter in rows:
        if not text:
            continue
        if before is not None and out:
            if cite.prefix.lstrip()[:1] in tuple(",;."):
                delimiter = ""
            elif before.suffix.rstrip()[-1:] in tuple(_POINTS):
                delimiter = delimiter and " "
            out = joiner.glue(joiner.glue(out, delimiter), text)
        else:
            out = text
        before = cite
    return out


# --- citation numbers -----------------------------------------------------------------


def _numbers(cites: Sequence[Rendered], delimiters: Delimiters, joiner: Joiner) -> str:
    rows: list[tuple[Rendered, str, str]] = []
    index = 0
    collapsed = False
    while index < len(cites):
        last = index
        while (
            last + 1 < len(cites)
            and cites[last].bare
            and cites[last + 1].bare
            and cites[last + 1].number == cites[last].number + 1
        ):
            last += 1
        delimiter = delimiters.after if collapsed else delimiters.layout
        if last - index >= 2:
            text = cites[index].full(joiner) + delimiters.range + cites[last].full(joiner)
            rows.append((cites[index], text, delimiter))
            index = last + 1
            collapsed = True
        else:
            rows.append((cites[index], cites[index].full(joiner), delimiter))
            collapsed = False
            index += 1
    return _chain(rows, joiner)


# --- years ----------------------------------------------------------------------------


def _groups(cites: Sequence[Rendered], scattered: bool) -> list[list[Rendered]]:
    """Cites with the same names together: neighbours, or when ``scattered`` all,
    at the place of the first."""
    found: dict[object, list[Rendered]] = {}
    run = 0
    for index, cite in enumerate(cites):
        if index and cite.author != cites[index - 1].author:
            run += 1
        key = cite.author if scattered and cite.author else (cite.author, run)
        found.setdefault(key, []).append(cite)
    return list(found.values())


def _grouped(cites: Sequence[Rendered], delimiters: Delimiters, joiner: Joiner) -> str:
    rows: list[tuple[Rendered, str, str]] = []
    delimiter = delimiters.layout
    for group in _groups(cites, delimiters.sorted):
        text = _group(group, delimiters, joiner)
        tail = group[-1]
        head = tail._replace(prefix=group[0].prefix)
        rows.append((head, text, delimiter))
        several = len(group) > 1 and delimiters.collapse in YEARS
        delimiter = delimiters.after if several else delimiters.layout
    return _chain(rows, joiner)


def _group(group: list[Rendered], delimiters: Delimiters, joiner: Joiner) -> str:
    if delimiters.collapse not in YEARS:
        return _chain([(one, one.full(joiner), delimiters.group) for one in group], joiner)
    rows: list[tuple[Rendered, str, str]] = []
    index = 0
    while index < len(group):
        one = group[index]
        if index:
            one = one._replace(text=one.again())
        run = 1
        if delimiters.collapse != "year":
            run = _suffix_run(group, index)
        text = one.full(joiner)
        if run > 1:
            text = _with_suffixes(one, group[index : index + run], delimiters, joiner)
        rows.append((one, text, delimiters.group))
        index += run
    return _chain(rows, joiner)


def _stem(text: str) -> str:
    return _SUFFIX.sub("", text)


def _suffix_run(group: Sequence[Rendered], start: int) -> int:
    """How many cites from ``start`` differ in nothing but their year-suffix."""
    first = group[start]
    if not _SUFFIX.search(first.text) or first.suffix or first.cite.locator:
        return 1
    stem = _stem(first.text)
    end = start + 1
    while end < len(group):
        other = group[end]
        if other.prefix or not _SUFFIX.search(other.text) or _stem(other.text) != stem:
            break
        end += 1
        if other.suffix or other.cite.locator:
            end -= 1
            break
    return end - start


def _with_suffixes(
    one: Rendered, run: Sequence[Rendered], delimiters: Delimiters, joiner: Joiner
) -> str:
    """``1995a``, ``b`` and ``c`` as one text."""
    suffixes = [found.group(1) for c in run if (found := _SUFFIX.search(c.text))]
    pieces: list[str] = []
    index = 0
    while index < len(suffixes):
        last = index
        if delimiters.collapse == "year-suffix-ranged":
            while last + 1 < len(run) and _follows(suffixes[last], suffixes[last + 1]):
                last += 1
        if last - index >= 2:
            pieces.append(suffixes[index] + "–" + suffixes[last])
            index = last + 1
        else:
            pieces.append(suffixes[index])
            index += 1
    whole = joiner.join(pieces, delimiters.suffix)
    text = _SUFFIX.sub(lambda _: SUFFIX_OPEN + whole + SUFFIX_CLOSE, one.text, count=1)
    return joiner.glue(joiner.glue(one.prefix, text), run[-1].suffix)


def _follows(first: str, second: str) -> bool:
    if len(first) == len(second):
        return first[:-1] == second[:-1] and ord(first[-1]) + 1 == ord(second[-1])
    return False
