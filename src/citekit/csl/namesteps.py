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

#: The texts of a cite, by how many names are shown and which are expanded.
Trials = dict[tuple[object, ...], str]

#: Given names in full.
_FULL = 2


class _Form:
    """How many names of each list are shown, and which are expanded: by list and
    place, how far."""

    __slots__ = ("names", "raised")

    def __init__(self, names: list[int]) -> None:
        self.names = names
        self.raised: dict[tuple[int, int], int] = {}

    def settings(self, base: Settings, namesets: Sequence[Nameset]) -> Settings:
        """The settings of a member that shows these lists of names."""
        names = tuple(
            count if count > nameset.shown else 0
            for nameset, count in zip(namesets, self.names, strict=False)
        )
        given = dict(base.given)
        for (at, place), level in self.raised.items():
            if at < len(namesets) and place < len(namesets[at].names):
                name = namesets[at].names[place]
                given[name] = max(level, given.get(name, 0))
        settings = base._replace(names=names) if any(names) else base
        return settings if given == base.given else settings._replace(given=given)


class Steps:
    """One set of ambiguous cites on its way; ``found`` has their settings."""

    def __init__(
        self,
        rules: Rules,
        render: Callable[[str, Settings], Probe],
        found: dict[str, Settings],
        trials: dict[str, Trials],
    ) -> None:
        self.add_names = rules.names
        self.add_given = rules.by_cite
        self.render = render
        self.found = found
        self.trials = {one: trials.setdefault(one, {}) for one in found}
        self.start = dict(found)
        self.namesets = {one: render(one, settings).namesets for one, settings in found.items()}
        # those with the fewest names first: they end the adding of names
        self.order = sorted(found, key=self._size)
        first = self.namesets[self.order[0]]
        self.most = len(first[0].names) if first else 0
        self.level = [nameset.level for nameset in first]
        self.longest = [0 for _ in first]
        for namesets in self.namesets.values():
            for at, nameset in enumerate(namesets[: len(first)]):
                self.longest[at] = max(self.longest[at], len(nameset.names))
        self.trial = _Form([nameset.shown for nameset in first])
        self.best = _Form(list(self.trial.names))
        self.list = self.place = 0

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
        if not trial.names:
            return True
        if self._can_expand():
            here = self.list, self.place
            trial.raised[here] = trial.raised.get(here, self.level[self.list]) + 1
        elif self.place < self.most:
            self.place += 1
            if self.add_names:
                trial.names[self.list] += 1
                self._fit(members)
        elif self.list + 1 < len(trial.names):
            self.list += 1
            self.place = 0
            trial.names[self.list] = 1
        last = self.list + 1 == len(trial.names) and self.place == self.most
        return last and not self._can_expand()

    def _can_expand(self) -> bool:
        if not self.add_given or self.place >= self.longest[self.list]:
            return False
        return self.trial.raised.get((self.list, self.place), self.level[self.list]) < _FULL

    def _fit(self, members: Sequence[str]) -> None:
        """No more names than the shortest list has."""
        names = self.trial.names
        for one in members:
            for index, nameset in enumerate(self.namesets[one][: len(names)]):
                names[index] = min(names[index], len(nameset.names))

    def _texts(self, members: Sequence[str]) -> dict[str, str]:
        form = self.trial
        key = (*form.names, *form.raised.items())
        found: dict[str, str] = {}
        for one in members:
            text = self.trials[one].get(key)
            if text is None:
                settings = form.settings(self.start[one], self.namesets[one])
                text = self.trials[one][key] = self.render(one, settings).text
            found[one] = text
        return found

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
        if self.trial.names:
            here = self.list, self.place
            self.best.names[self.list] = self.trial.names[self.list]
            if here in self.trial.raised:
                self.best.raised[here] = self.trial.raised[here]

    def _keep(self, members: Iterable[str]) -> None:
        for one in members:
            self.found[one] = self.best.settings(self.start[one], self.namesets[one])
