"""The names of the features of those who may speak, a function for each kind of evidence.

What is told apart has few values, so that each function keeps the features it has made
(:class:`Features`).  ``group`` is always the kind of phrase that the rules found, or their method.
"""

from __future__ import annotations

from functools import lru_cache
from sys import intern

#: Candidates that no phrase around a quotation is.
LABELS = ("none", "rule", "last", "other")


class Features(tuple[str, ...]):
    """Names of features that stand together, made once and then kept.  They are equal to
    themselves alone, so that a ranking knows what they weigh together at once."""

    __slots__ = ()

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


def kept(*names: str) -> Features:
    """Features for whoever keeps them."""
    return Features(map(intern, names))


IS_RULE, NOT_RULE = kept("is-rule"), kept("not-rule")


@lru_cache(maxsize=2048)
def kinds(kind: str, article: str, group: str) -> Features:
    return kept(kind, f"{kind}:{article}", f"{group}|{kind}")


@lru_cache(maxsize=4096)
def places(place: str, subject: bool, kind: str, group: str) -> Features:
    return kept(f"{place}:{subject}", f"{group}|{place}", f"{group}|{place[:2]}:{subject}:{kind}")


@lru_cache(maxsize=512)
def amongs(among: int, side: str, group: str) -> Features:
    return kept(f"among={among}", f"{group}|among={among}:{side}")


@lru_cache(maxsize=2048)
def besides(before: str, after: str, subject: bool) -> Features:
    return kept(f"before={before}:{subject}", f"after={after}:{subject}")


@lru_cache(maxsize=8192)
def besides_at(place: str, before: str, after: str, kind: str) -> Features:
    return kept(f"{place}:before={before}:{kind}", f"{place}:after={after}:{kind}")


@lru_cache(maxsize=1024)
def distances(side: str, distance: int, kind: str) -> Features:
    return kept(f"{side}far={distance}", f"{side}far={distance}:{kind}")


@lru_cache(maxsize=2048)
def subjects(ago: int, among: bool, group: str) -> Features:
    if ago < 0:
        return kept("subject=no", f"{group}|subject=no")
    return kept(f"subject={ago}", f"{group}|subject={ago}", f"{group}|subject={ago}:{among}")


@lru_cache(maxsize=2048)
def fullness(full: bool, mentions: int, kind: str) -> Features:
    return kept(f"full={full}:{kind}", f"mentions={mentions}:{kind}")


@lru_cache(maxsize=2048)
def ranks(kind: str, rank: int, group: str) -> Features:
    return kept(f"kind={kind}", f"{group}|kind={kind}", f"rank={rank}", f"{group}|rank={rank}")


@lru_cache(maxsize=1024)
def spoken(kind: str, spoke: int, which: str) -> Features:
    times = f"spoke={spoke}:{kind}"
    return kept(times, which) if which else kept(times)


@lru_cache(maxsize=64)
def named(times: int, given: bool) -> Features:
    return kept(f"times={times}", f"given={given}")


@lru_cache(maxsize=4096)
def in_group(group: str, features: Features) -> Features:
    return kept(*[f"{group}|{each}" for each in features])


@lru_cache(maxsize=4096)
def labelled(feature: str) -> tuple[Features, ...]:
    return tuple([kept(f"{label}:{feature}") for label in LABELS])


@lru_cache(maxsize=256)
def ruled(method: str, kind: str, score: float) -> Features:
    by = f"rule:{method}"
    return kept("rule", by, f"{by}:{kind}", f"rule:score={score}")


@lru_cache(maxsize=64)
def last(label: str, ago: int) -> Features:
    return kept(label, f"{label}:ago={ago}")


@lru_cache(maxsize=64)
def agrees(group: str, fits: bool) -> Features:
    return kept(f"{group}|agrees={fits}")


@lru_cache(maxsize=1024)
def behind(kind: str, before: str, after: str) -> Features:
    return kept(f"behind:{kind}:{before}:{after}")


@lru_cache(maxsize=512)
def signed(sign: str, kind: str) -> Features:
    return kept(f"sign:{sign}:{kind}")


@lru_cache(maxsize=16384)
def agreeing(group: str, told: str, gender: str, kind: str, number: str, inside: int) -> Features:
    named = f"inside={inside}"
    if group != "pronoun":
        return kept(named, f"{group}|{named}", f"{group}|{number}")
    by = f"pronoun:{told}"
    return kept(named, f"{group}|{named}", f"{by}|{gender}:{kind}", f"{by}|{number}")


@lru_cache(maxsize=8192)
def worded(group: str, kind: str, gender: str, first: str, third: str) -> Features:
    spoken = f"first={first}:{kind}"
    return kept(spoken, f"{group}|{spoken}", f"third={third}:{gender}")


@lru_cache(maxsize=1024)
def addressing(group: str, kind: str, said: str) -> Features:
    return kept(f"you:{kind}", f"{group}|you:{said}")


@lru_cache(maxsize=256)
def unseen(group: str, gender: str) -> Features:
    return kept(f"{group}|unseen:{gender}")


@lru_cache(maxsize=512)
def reported(mood: str, past: str, subject: int, kind: str) -> Features:
    return kept(f"{mood}:{past}", f"{mood}:subject={subject}", f"{mood}:{kind}")


@lru_cache(maxsize=2048)
def reaching(group: str, back: int, named: int, rivals: int) -> Features:
    return kept(f"{group}|back={back}", f"{group}|back-named={named}", f"{group}|rivals={rivals}")


@lru_cache(maxsize=512)
def mentioned(group: str, named: bool, own: int) -> Features:
    return kept(f"{group}|named={named}", f"{group}|own={own}")


@lru_cache(maxsize=512)
def turned(turns: int, alone: bool, group: str, kind: str) -> Features:
    return kept(f"turns={turns}:{kind}", f"{group}|turns={turns}", f"turns={turns}:alone={alone}")


@lru_cache(maxsize=2048)
def firsts(first: str, ago: int, subject: bool, group: str, kind: str) -> Features:
    place = f"first={first}:{ago}:{subject}"
    return kept(f"{place}:{kind}", f"{group}|{place}")


@lru_cache(maxsize=2048)
def questions(asked: bool, ago: int, subject: bool, spoke: bool, group: str, kind: str) -> Features:
    by = f"question={asked}"
    return kept(f"{by}:{ago}:{subject}:{kind}", f"{by}:{group}:{spoke}")


@lru_cache(maxsize=512)
def chained(fits: str, back: int, group: str, kind: str) -> Features:
    return kept(f"chain={fits}:{back}:{kind}", f"{group}|chain={fits}:{back}")


@lru_cache(maxsize=256)
def thirds(named: str, ago: int, subject: bool, first: str) -> Features:
    place = f"third={named}:{ago}:{subject}"
    return kept(place, f"{place}:first={first}")


@lru_cache(maxsize=1024)
def dated(year: bool, work: bool, spoke: bool, first: str, group: str, kind: str) -> Features:
    return kept(
        f"dated={year}:{work}:{spoke}:{kind}",
        f"{group}|dated={year}:{spoke}",
        f"first={first}:dated={year}:{work}:{spoke}",
    )
