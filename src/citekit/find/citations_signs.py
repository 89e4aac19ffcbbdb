"""Where in a text may stand a citation without a year, or one that repeats another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from citekit.find.signs import Signs

_SPACES = ("", " ", "\n", "\u00a0")
#: How words for a missing year begin.
_UNDATED = [
    begin.replace("_", space)
    for begin in "n._d o._J s._d i._E in_press forthc im_Ersch im_Druck à_para sous_pr".split()
    for space in _SPACES
]
#: How all that repeats a citation begins.
_REPEATS = [
    *"""ibid Ibid IBID ebd Ebd ebenda Ebenda idem Idem loc. Loc. op. Op. art. Art. supra ders.
    Ders. dies. Dies. id. Id.""".split(),
    *(f"{a}.{space}a." for a in "aA" for space in _SPACES),
    # a note by its number: "above n. 5", "(wie Anm. 5)", "note 5 above"
    *(f"{word}{sep}{note}" for word in ("above", "oben") for sep in (" ", ", ", " (", ", (")
      for note in "nNfFA"),
    *(f"{lead}{note}" for lead in ("(", "(wie ", "wie ", "wie in ", "(siehe ", "(s. ", "(oben ")
      for note in ("n ", "n. ", "note ", "Fn", "FN", "Fußn", "Anm")),
    "note ", "Fn. ", "Anm. ", "s. o. ",
]  # fmt: skip
_SIGNS = Signs(_UNDATED, _REPEATS)


@lru_cache(maxsize=1)
def _places(text: str) -> tuple[Sequence[int], ...]:
    return _SIGNS.places(text)


def undated_places(text: str) -> Sequence[int]:
    """Where a word for a missing year may begin: "n.d.", "o. J.", "forthcoming"."""
    return _places(text)[0]


def repeat_places(text: str) -> Sequence[int]:
    """Where something may begin that repeats a citation: "ibid.", "a. a. O.", "(Fn. 5)"."""
    return _places(text)[1]
