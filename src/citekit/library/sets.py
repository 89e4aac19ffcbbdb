"""Entry sets: an entry that stands for several (BibLaTeX manual, 3.14.5)."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.errors import Problem, UnknownKeyError, Where, warning
from citekit.formats.bibcircles import keys_of
from citekit.library.project import Project
from citekit.model import Work

#: Sets in sets are followed so far.
_DEEPEST = 5


def in_full(project: Project, works: Sequence[Work]) -> tuple[list[Work], tuple[Problem, ...]]:
    """The works with the members of sets in their place, each work once, and what is wrong
    with the sets."""
    found, problems = list({work.id: work for work in works}.values()), []
    for _ in range(_DEEPEST):
        if not any(map(is_set, found)):
            break
        opened: dict[str, Work] = {}
        for work in found:
            members, told = _members(project, work) if is_set(work) else ([work], [])
            problems += told
            for member in members:
                opened.setdefault(member.id, member)
        found = list(opened.values())
    return [work for work in found if not is_set(work)], tuple(problems)


def is_set(work: Work) -> bool:
    """Whether a work is an entry set."""
    return work.extra.get("entrytype") == "set"


def _members(project: Project, work: Work) -> tuple[list[Work], list[Problem]]:
    found: list[Work] = []
    problems: list[Problem] = []
    keys = keys_of(work.extra.get("entryset", ""))
    where = Where(key=work.id)
    if not keys:
        hint = f"`citekit edit {work.id} entryset=KEY,KEY`"
        problems.append(warning("empty-set", "this set has no members", where, hint))
    for key in keys:
        try:
            found += project.work_values([key])
        except UnknownKeyError:
            message = f"{key!r}, a member of this set, is not in the catalogue"
            problems.append(warning("unknown-member", message, where, "add it, or mend entryset"))
    return found, problems
