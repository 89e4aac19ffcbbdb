"""Works a second that each format is written and read at.

    python -m benchmarks.exchange [--works 3000] [--only NAME,…] [--kind varied|plain]

The works are generated, the same for the same number: *plain* ones have what most
works have, *varied* ones any type and variable, particles, suffixes, markup, ranges
of dates, and fields of other formats.  CPU time of one run in this process.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from citekit.formats import registry
from citekit.formats.base import Writing
from citekit.model import Date, DatePoint, Name, Value, Work
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

_FAMILIES = """Müller Gödel Łukasiewicz Dvořák O’Neill Smith Ørsted Erdős Nguyen Tanaka Andersson
    Rossi Dubois Weber François Silva Kowalski Horváth Jansen Brown Schmidt Li Kim 李""".split()
_GIVENS = "Jane Kurt Gabriel Jan Seán Hans|C. Pál Li Yuki A.|B. Éva Mary|Ann".split()
_WORDS = """analysis structure dynamics learning network memory climate policy growth protein model
    theory evidence transfer history language market quantum carbon narrative archive survey
    of in and for on the with <i>vitro</i> <span|class="nocase">DNA</span> CO<sub>2</sub>""".split()
_PLAIN = {
    "article-journal": "container-title volume issue page DOI ISSN",
    "book": "publisher publisher-place ISBN edition",
    "chapter": "container-title editor publisher publisher-place page",
    "report": "publisher number genre URL",
    "webpage": "container-title URL accessed",
}
_EXTRA = ("eprint", "file", "subtitle", "groups", "L1", "PT")


class _Maker:
    """Random works."""

    def __init__(self, varied: bool) -> None:
        self.rand = random.Random(2001)
        self.varied = varied

    def works(self, count: int) -> Iterator[Work]:
        for number in range(count):
            yield self.work(f"key{number:05d}")

    def work(self, key: str) -> Work:
        rand = self.rand
        kind = rand.choice(sorted(TYPES) if self.varied else list(_PLAIN))
        names = ["author", "title", "issued"]
        names += _PLAIN[kind].split() if kind in _PLAIN else ["publisher", "URL"]
        extra: dict[str, str] = {}
        if self.varied:
            names += rand.sample(_VARIABLES, rand.randint(2, 8))
            names += ["abstract", "keyword"]
            if rand.random() < 0.3:
                extra[rand.choice(_EXTRA)] = self.words(2)
        return Work(key, kind, {name: self.value(name) for name in names}, extra)

    def value(self, variable: str) -> Value:
        rand = self.rand
        if variable in NAME_VARIABLES:
            return tuple(self.name() for _ in range(rand.randint(1, 4)))
        if variable in DATE_VARIABLES:
            return self.date()
        if variable == "DOI":
            return f"10.1000/x.{rand.randint(1, 99999)}"
        if variable == "URL":
            return f"https://example.org/a_b?x={rand.randint(1, 9999)}"
        if variable == "page":
            first = rand.randint(1, 900)
            return f"{first}-{first + rand.randint(1, 40)}"
        if variable in NUMBER_VARIABLES:
            return str(rand.randint(1, 90))
        if variable == "keyword":
            return ", ".join(self.words(1) for _ in range(3))
        if variable == "abstract":
            return self.words(60)
        return self.words(rand.randint(2, 9))

    def words(self, count: int) -> str:
        words = self.rand.choices(_WORDS if self.varied else _WORDS[:26], k=count)
        text = " ".join(words).replace("|", " ")
        return text[0].upper() + text[1:]

    def name(self) -> Name:
        rand = self.rand
        name = Name(rand.choice(_FAMILIES), rand.choice(_GIVENS).replace("|", " "))
        chance = rand.random() if self.varied else 1
        if chance < 0.05:
            return Name(literal="National Institute of Things and Records")
        if chance < 0.1:
            return name._replace(suffix="Jr.")
        if chance < 0.15:
            return name._replace(non_dropping_particle="van der")
        return name

    def date(self) -> Date:
        rand = self.rand
        year = rand.randint(1800, 2025)
        chance = rand.random()
        if self.varied and chance < 0.05:
            return Date(DatePoint(year), DatePoint(year + 2), range=True)
        if self.varied and chance < 0.1:
            return Date(DatePoint(year), approximate=True)
        if self.varied and chance < 0.12:
            return Date(literal="forthcoming")
        if chance < 0.5:
            return Date(DatePoint(year))
        day = rand.randint(1, 28) if chance < 0.8 else None
        return Date(DatePoint(year, rand.randint(1, 12), day))


_VARIABLES = sorted(NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES)


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--works", type=int, default=3000)
    parser.add_argument("--only", help="names of formats, separated by commas")
    parser.add_argument("--kind", choices=("varied", "plain"), default="varied")
    args = parser.parse_args()
    works = list(_Maker(args.kind == "varied").works(args.works))
    only = set(args.only.split(",")) if args.only else None
    print(f"{'works/s, ' + args.kind:16} {'written':>8} {'read':>8} {'losses':>8}")
    for row in registry.FORMATS.values():
        if "w" not in row.modes or (only is not None and row.name not in only):
            continue
        row.write(works[:20])
        how = Writing()
        start = time.process_time()
        text = row.write(works, how)
        line = f"{row.name:16} {len(works) / (time.process_time() - start):8.0f}"
        if "r" in row.modes:
            start = time.process_time()
            row.read(text)
            line += f" {len(works) / (time.process_time() - start):8.0f}"
        print(f"{line:33} {len(how.losses):9}", flush=True)


if __name__ == "__main__":
    main()
