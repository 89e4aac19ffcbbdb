"""Telling cites apart (CSL 1.0.2, "Disambiguation").

Steps: more names and given names, the ``disambiguate`` condition, year-suffixes.
``render`` gives the text of a cite with given settings; two works are ambiguous
when their texts are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from citekit.csl.context import NO_SETTINGS, Nameset, Settings
from citekit.csl.expansion import Expansion
from citekit.csl.namesteps import Steps, Trials


class Probe(NamedTuple):
    """A cite rendered for comparison: its text, the lists of names in it, and how
    often it asks for the ``disambiguate`` condition."""

    text: str
    namesets: tuple[Nameset, ...]
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

    @property
    def by_cite(self) -> bool:
        """Whether given names are added where cites need them, and only there."""
        return self.given and self.rule == "by-cite"


class Disambiguator:
    """Settings for the works of a document that may change: what was found before
    is kept, and only works that look different, or stand among others, are
    looked at again."""

    def __init__(self, rules: Rules, render: Render, expansion: Expansion | None) -> None:
        self.rules = rules
        self.render = render
        self.expansion = expansion
        self.settings: dict[str, Settings] = {}
        self._texts: dict[str, str] = {}
        self._groups: dict[str, dict[str, None]] = {}
        self._settled: dict[str, tuple[tuple[str, ...], dict[str, Settings]]] = {}
        self._trials: dict[str, Trials] = {}

    def forget(self, ids: Iterable[str]) -> None:
        """Look at these works again: their cites have another note or number."""
        for one in ids:
            self._leave(one)

    def update(self, ids: Sequence[str]) -> Mapping[str, Settings]:
        """Settings for every work of ``ids``, which stand in bibliography order."""
        place = {one: index for index, one in enumerate(ids)}
        changed: list[str] = []
        if self.expansion is not None:
            changed = self.expansion.update(ids)
        for one in [one for one in self._texts if one not in place]:
            self._leave(one)
        for one in changed:
            self._leave(one)
        texts = self._texts
        for one in ids:
            if one not in texts:
                text = texts[one] = self.render(one, self._base(one)).text
                self._groups.setdefault(text, {})[one] = None
        base = self.expansion.settings if self.expansion is not None else {}
        settings = dict.fromkeys(ids, NO_SETTINGS) | base
        for text, members in self._groups.items():
            if len(members) > 1 and text:
                settings.update(self._resolve(text, tuple(sorted(members, key=place.__getitem__))))
        self.settings = settings
        return settings

    def _base(self, one: str) -> Settings:
        return self.expansion.settings[one] if self.expansion is not None else NO_SETTINGS

    def _leave(self, one: str) -> None:
        text = self._texts.pop(one, None)
        if text is not None:
            self._trials.pop(one, None)
            del self._groups[text][one]
            self._settled.pop(text, None)
            if not self._groups[text]:
                del self._groups[text]

    def _resolve(self, text: str, group: tuple[str, ...]) -> dict[str, Settings]:
        """Works whose cites look the same, told apart."""
        known = self._settled.get(text)
        if known is not None and known[0] == group:
            return known[1]
        found = {one: self._base(one) for one in group}
        place = {one: index for index, one in enumerate(group)}
        left: list[Iterable[str]] = [group]
        if self.rules.names or self.rules.by_cite:
            left = [*Steps(self.rules, self.render, found, self._trials).walk()]
        for one in left:
            for rest in self._by_condition(one, found):
                if self.rules.year_suffix:
                    for part in self._alike(rest, found):
                        if len(part) > 1:
                            _by_year_suffix(sorted(part, key=place.__getitem__), found)
        for one, own in found.items():
            if own == self.settings.get(one):
                found[one] = self.settings[one]  # the same object: nothing changed
        self._settled[text] = group, found
        return found

    def _alike(
        self, members: Iterable[str], settings: Mapping[str, Settings]
    ) -> list[dict[str, None]]:
        """The members by what they look like."""
        found: dict[str, dict[str, None]] = {}
        for one in members:
            found.setdefault(self.render(one, settings[one]).text, {})[one] = None
        return list(found.values())

    def _by_condition(
        self, group: Iterable[str], found: dict[str, Settings]
    ) -> list[Iterable[str]]:
        """``disambiguate="true"`` where it changes anything."""
        most = max((self.render(one, found[one]).conditions for one in group), default=0)
        left: list[Iterable[str]] = [group]
        for count in range(1, most + 1):
            trial = {one: found[one]._replace(conditions=count) for part in left for one in part}
            parts = [part for members in left for part in self._alike(members, trial)]
            if len(parts) == len(left) and count < most:
                continue
            if len(parts) == 1:
                break
            found.update(trial)
            left = [part for part in parts if len(part) > 1]
        return left


def _by_year_suffix(group: Sequence[str], found: dict[str, Settings]) -> None:
    for index, one in enumerate(group):
        found[one] = found[one]._replace(year_suffix=letters(index))


def letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(97 + rest) + out
    return out
