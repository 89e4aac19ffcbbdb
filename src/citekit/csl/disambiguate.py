"""Telling cites apart (CSL 1.0.2, "Disambiguation").

Steps, in the specification's order: more names, given names, the
``disambiguate`` condition, year-suffixes.  ``render`` gives the text of a cite
with given settings; two works are ambiguous when their texts are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from citekit.csl.context import Settings
from citekit.csl.nameform import NameStyle, format_name, initials
from citekit.model import Name


class Probe(NamedTuple):
    """A cite rendered for comparison: its text, the names in it, how many names
    et-al hides, and how often it asks for the ``disambiguate`` condition."""

    text: str
    shown: tuple[tuple[Name, int], ...]
    hidden: int
    conditions: int


Render = Callable[[str, Settings], Probe]


class Rules(NamedTuple):
    """The disambiguation attributes of ``cs:citation``."""

    names: bool
    given: bool
    rule: str
    year_suffix: bool

    @classmethod
    def read(cls, options: Mapping[str, str]) -> Rules:
        """From the attributes."""
        return cls(
            options.get("disambiguate-add-names") == "true",
            options.get("disambiguate-add-givenname") == "true",
            options.get("givenname-disambiguation-rule", "by-cite"),
            options.get("disambiguate-add-year-suffix") == "true",
        )


class Resolved:
    """What was found before, for documents that change: names that all works
    expand, and how the works of a group were told apart."""

    def __init__(self) -> None:
        self.base = Settings()
        self.groups: dict[tuple[str, ...], dict[str, Settings]] = {}


def disambiguate(
    ids: Sequence[str],
    rules: Rules,
    render: Render,
    names: Callable[[str], Iterable[tuple[Name, ...]]],
    style: NameStyle,
    known: Resolved,
) -> dict[str, Settings]:
    """Settings for every work of ``ids``, which stand in bibliography order."""
    if rules.given and rules.rule != "by-cite":
        given = expand_all(ids, rules.rule, names, style)
        if given != known.base.given:
            known.base = Settings(given=given)
            known.groups.clear()
    base = known.base
    settings = dict.fromkeys(ids, base)
    for group in _groups(ids, settings, render):
        key = tuple(group)
        if key in known.groups:
            settings.update(known.groups[key])
            continue
        _Resolver(rules, render, settings, base).resolve(group)
        known.groups[key] = {one: settings[one] for one in group}
    return settings


def _groups(
    ids: Iterable[str], settings: Mapping[str, Settings], render: Render
) -> list[list[str]]:
    """Works whose cites look the same, in groups of two and more."""
    found: dict[str, list[str]] = {}
    for one in ids:
        text = render(one, settings[one]).text
        if text:
            found.setdefault(text, []).append(one)
    return [group for group in found.values() if len(group) > 1]


class _Resolver:
    """Works on one group of ambiguous works; changes ``settings``."""

    def __init__(
        self, rules: Rules, render: Render, settings: dict[str, Settings], base: Settings
    ) -> None:
        self.rules = rules
        self.render = render
        self.settings = settings
        self.base = base

    def resolve(self, group: list[str]) -> None:
        left = [group]
        if self.rules.names or (self.rules.given and self.rules.rule == "by-cite"):
            left = self.by_names(group)
        for one in left:
            for rest in self.by_condition(one):
                if self.rules.year_suffix:
                    self.by_year_suffix(rest)

    # --- names --------------------------------------------------------------------

    def by_names(self, group: list[str]) -> list[list[str]]:
        """Show one name more at a time, expanding it where that helps; what
        cannot be told apart goes back to where it was."""
        unresolved: list[list[str]] = []
        work: list[tuple[list[str], Settings, int, Settings]] = [(group, self.base, 0, self.base)]
        while work:
            members, current, step, kept = work.pop()
            done, split, current = self.step(members, current, step)
            if split is not None:
                for part in split:
                    for one in part:
                        self.settings[one] = current
                    if len(part) > 1:
                        work.append((part, current, step + 1, current))
                continue
            if not done:
                work.append((members, current, step + 1, kept))
                continue
            for one in members:
                self.settings[one] = kept
            unresolved.append(members)
        return unresolved

    def step(
        self, members: list[str], current: Settings, step: int
    ) -> tuple[bool, list[list[str]] | None, Settings]:
        """One name further: (no names left, the parts it split into, settings)."""
        probes = [self.render(one, current) for one in members]
        deepest = max((probe.hidden for probe in probes), default=0)
        width = max((len(probe.shown) for probe in probes), default=0)
        if step and self.rules.names and current.names < deepest and step >= width:
            current = current._replace(names=current.names + 1)
            split = self.partition(members, current)
            if len(split) > 1:
                return False, split, current
            width += 1
        if self.rules.given and self.rules.rule == "by-cite":
            for level in (1, 2):
                trial = self.expanded(members, current, step, level)
                if trial is None:
                    continue
                split = self.partition(members, trial)
                if len(split) > 1:
                    return False, split, trial
        more = self.rules.names and current.names < deepest
        return step + 1 >= width and not more, None, current

    def expanded(
        self, members: list[str], current: Settings, step: int, level: int
    ) -> Settings | None:
        """``current`` with the name at position ``step`` of each cite expanded."""
        given = dict(current.given)
        for one in members:
            shown = self.render(one, current).shown
            if step < len(shown):
                given[shown[step][0]] = level
        return current._replace(given=given) if given != current.given else None

    def partition(self, members: list[str], settings: Settings) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for one in members:
            found.setdefault(self.render(one, settings).text, []).append(one)
        return list(found.values())

    # --- condition and year-suffix ----------------------------------------------------

    def by_condition(self, group: list[str]) -> list[list[str]]:
        """``disambiguate="true"`` where it changes anything."""
        current = self.settings[group[0]]
        most = max(self.render(one, current).conditions for one in group)
        left: list[list[str]] = [group]
        for count in range(1, most + 1):
            trial = current._replace(conditions=count)
            parts = [part for one in left for part in self.partition(one, trial)]
            if len(parts) == len(left) and count < most:
                continue
            if len(parts) == 1:
                break
            for one in (one for part in left for one in part):
                self.settings[one] = trial
            left = [part for part in parts if len(part) > 1]
        return left

    def by_year_suffix(self, group: list[str]) -> None:
        for index, one in enumerate(group):
            self.settings[one] = self.settings[one]._replace(year_suffix=letters(index))


def _full(name: Name) -> str:
    given = name.given.replace(".", ". ")
    return " ".join(f"{given} {name.dropping_particle} {name.suffix}".split())


def letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(97 + rest) + out
    return out


def expand_all(
    ids: Iterable[str],
    rule: str,
    names: Callable[[str], Iterable[tuple[Name, ...]]],
    style: NameStyle,
) -> dict[Name, int]:
    """Expansion of names under the rules that look at all names of all works."""
    primary = rule.startswith("primary-name")
    only_initials = rule.endswith("with-initials")
    by_family: dict[str, dict[str, set[str]]] = {}
    rows: dict[Name, tuple[str, str, str]] = {}
    everything: set[Name] = set()
    short = style._replace(form="short")
    for one in ids:
        for block in names(one):
            for name in block[:1] if primary else block:
                if name in everything:
                    continue
                everything.add(name)
                if name.literal or not name.given or not name.family:
                    continue
                family = format_name(name, short, False, 0)
                first = initials(name.given, style).replace(" ", "")
                full = _full(name)
                rows[name] = (family, first, full)
                by_family.setdefault(family, {}).setdefault(first, set()).add(full)
    levels: dict[Name, int] = {}
    for name, (family, first, _) in rows.items():
        groups = by_family[family]
        level = 1 if len(groups) > 1 else 0
        if level and style.initialize_with is None and not only_initials:
            level = 2  # no initials to stop at, also where a bibliography has them
        if len(groups[first]) > 1 and not only_initials:
            level = 2
        if level:
            levels[name] = level
    return levels
