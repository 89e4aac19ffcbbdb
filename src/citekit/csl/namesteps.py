"""More names and given names, for a set of ambiguous cites (CSL 1.0.2,
"disambiguate-add-names", "disambiguate-add-givenname").

The set takes one step at a time: the given name of one more person to initials,
then in full, then one more name (of the next list, when a list is at its end).
All members of the set take the steps together; a step that leaves fewer cites
alike is kept for those that are still in the set, any other is dropped.  The
order of the steps, and the order in which cites leave the set, are those of
citeproc-js, which the specification's examples were written for.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from citekit.csl.context import Nameset, Settings

if TYPE_CHECKING:
    from citekit.csl.disambiguate import Probe, Rules

#: Given names in full.
_FULL = 2


class _Form:
    """How many names of each list are shown, and how far each is expanded."""

    __slots__ = ("levels", "names")

    def __init__(self, names: list[int], levels: list[list[int]]) -> None:
        self.names = names
        self.levels = levels

    def settings(self, base: Settings, namesets: Sequence[Nameset]) -> Settings:
        """The settings of a member that shows these lists of names."""
        given = dict(base.given)
        names = []
        for nameset, shown, levels in zip(namesets, self.names, self.levels, strict=False):
            names.append(shown if shown > nameset.shown else 0)
            for name, level in zip(nameset.names, levels, strict=False):
                if level > nameset.level:
                    given[name] = max(level, given.get(name, 0))
        settings = base._replace(names=tuple(names)) if any(names) else base
        return settings if given == base.given else settings._replace(given=given)


class Steps:
    """One set of ambiguous cites on its way; ``found`` has their settings."""

    def __init__(
        self,
        rules: Rules,
        render: Callable[[str, Settings], Probe],
        found: dict[str, Settings],
    ) -> None:
        self.add_names = rules.names
        self.add_given = rules.by_cite
        self.render = render
        self.found = found
        self.start = dict(found)
        self.namesets = {one: render(one, settings).namesets for one, settings in found.items()}
        # those with the fewest names first: they end the adding of names
        self.order = sorted(
            found, key=lambda one: ([len(n.names) for n in self.namesets[one]], one)
        )
        first = self.namesets[self.order[0]]
        self.most = len(first[0].names) if first else 0
        self.last_list = len(first) - 1
        self.trial = _Form([nameset.shown for nameset in first], [[] for _ in first])
        self.best = _Form(list(self.trial.names), [[] for _ in first])
        self.list = self.place = 0
        self._pad(self.order)

    def _size(self, one: str) -> tuple[list[int], str]:
        return [len(nameset.names) for nameset in self.namesets[one]], one

    def walk(self) -> list[list[str]]:
        """Take the steps; the cites that are left, as they are left together."""
        left: list[list[str]] = []
        waiting = deque([self.order])
        stepping = maxed = False
        while waiting:
            members = waiting.popleft()
            self.list = self.place = now = 0
            while members and not maxed:
                maxed = stepping and self._step(members)
                stepping = True
                texts = self._texts(members)
                text = texts[members[0]]
                partners = [one for one in members if texts[one] == text]
                before, now = now, len(partners) - 1
                if not now:
                    self._capture()
                    members = self._singles(members, texts)
                    stepping = not members
                    continue
                others = [one for one in members if texts[one] != text]
                if len(others) == 1:
                    self._capture()
                    self._keep(others)
                elif now < before:
                    self._capture()
                    waiting.append(others)
                elif maxed:
                    waiting.append(partners)
                    members = others
                    continue
                else:
                    continue
                members = partners
            if members:
                self._keep(members)
                left.append(members)
        return left

    def _step(self, members: Sequence[str]) -> bool:
        """One step further; whether it was the last."""
        trial = self.trial
        if self.last_list < 0:
            return True
        if self.add_given and self._level() < _FULL:
            trial.levels[self.list][self.place] += 1
        elif self.place < self.most:
            self.place += 1
            if self.add_names:
                trial.names[self.list] += 1
                self._fit(members)
        elif self.list < self.last_list:
            self.list += 1
            self.place = 0
            trial.names[self.list] = 1
        done = not self.add_given or self._level() >= _FULL
        return done and self.list == self.last_list and self.place == self.most

    def _level(self) -> int:
        levels = self.trial.levels[self.list]
        return levels[self.place] if self.place < len(levels) else _FULL

    def _pad(self, members: Sequence[str]) -> None:
        """Start every name as the style shows it."""
        for one in members:
            for nameset, levels in zip(self.namesets[one], self.trial.levels, strict=False):
                levels += [
                    _FULL if name.literal else nameset.level
                    for name in nameset.names[len(levels) :]
                ]
        for best, levels in zip(self.best.levels, self.trial.levels, strict=True):
            best += [0] * len(levels)

    def _fit(self, members: Sequence[str]) -> None:
        """No more names than the shortest list has."""
        names = self.trial.names
        for one in members:
            for index, nameset in enumerate(self.namesets[one][: len(names)]):
                names[index] = min(names[index], len(nameset.names))

    def _texts(self, members: Sequence[str]) -> dict[str, str]:
        render, start, namesets, trial = self.render, self.start, self.namesets, self.trial
        return {one: render(one, trial.settings(start[one], namesets[one])).text for one in members}

    def _singles(self, members: list[str], texts: Mapping[str, str]) -> list[str]:
        """Let go of the cites in front that look like no other; those that are left."""
        count = Counter(texts[one] for one in members)
        done = next((i for i, one in enumerate(members) if count[texts[one]] > 1), len(members))
        if done + 1 == len(members):
            done += 1
        self._keep(members[:done])
        return members[done:]

    def _capture(self) -> None:
        """The step helped: keep it."""
        if not self.trial.names:
            return
        at = self.list
        self.best.names[at] = self.trial.names[at]
        if self.add_given and self.place < len(self.trial.levels[at]):
            self.best.levels[at][self.place] = self.trial.levels[at][self.place]

    def _keep(self, members: Iterable[str]) -> None:
        for one in members:
            self.found[one] = self.best.settings(self.start[one], self.namesets[one])
