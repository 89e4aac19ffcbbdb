"""``subsequent-author-substitute`` (CSL 1.0.2, "Reference Grouping")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citekit.csl import marks
from citekit.csl.context import Context

Replacement = tuple[str, int, str]


def substitutions(
    options: Mapping[str, str], contexts: Sequence[Context]
) -> Iterator[tuple[int, Replacement]]:
    """Entries whose names repeat the entry before, with what stands for them:
    the rule, how many names, the text."""
    text = options.get("subsequent-author-substitute")
    if text is None:
        return
    text = marks.sanitise(text)
    rule = options.get("subsequent-author-substitute-rule", "complete-all")
    for index in range(1, len(contexts)):
        before, here = contexts[index - 1].author_names, contexts[index].author_names
        if not here:
            continue
        same = 0
        while same < min(len(before), len(here)) and before[same] == here[same]:
            same += 1
        complete = same == len(here) == len(before)
        if rule in ("complete-all", "complete-each"):
            count = len(here) if complete else 0
        elif rule == "partial-each":
            count = same
        else:
            count = min(same, 1)
        if count:
            yield index, (rule, count, text)
