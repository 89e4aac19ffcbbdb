"""English nouns that are forms of verbs as well: "press secretary", "member states"."""

from __future__ import annotations

from citekit.find.cues import bits as c

_FORMS = frozenset("press states thanks".split())
#: What "press" stands before.
_PRESSED = frozenset("release releases conference conferences office freedom corps reports".split())
#: What "states" stands behind.
_STATED = frozenset(
    "member nation swing gulf baltic arab coastal border western eastern southern northern these"
    " those both two three four five six seven eight nine ten other several many".split()
)


def compounds(low: list[str], flags: list[int]) -> None:
    """Take the bits of verbs from the nouns among the tokens ``low``: in ``flags``."""
    if _FORMS.isdisjoint(low):
        return
    for i in range(1, len(low) - 1):
        word = low[i]
        if word not in _FORMS:
            continue
        if word == "press":
            noun = flags[i + 1] & c.ROLE or low[i + 1] in _PRESSED
        elif word == "states":
            noun = low[i - 1] in _STATED
        else:
            noun = low[i + 1] == "to"
        if noun:
            flags[i] &= ~(c.VERB | c.BASE)
            flags[i] |= c.PREPOSITION if word == "thanks" else 0
