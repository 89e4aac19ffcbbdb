"""Paths into XML records that are read and written alike.

A path is a row's right side in a mapping table: names of elements with a slash
between them, each with conditions on attributes, ``relatedItem[type=host]`` or,
for an attribute that must be absent, ``titleInfo[!type]``.  A last step ``@name``
is an attribute.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from citekit.formats.xmltext import attributes, escape, inline, squeezed, text_of

_STEP = re.compile(r"([\w:.-]+)((?:\[[^\]]*\])*)")
_CONDITION = re.compile(r"\[(!?)([\w:-]+)(?:=([^\]]*))?\]")


class Step(NamedTuple):
    """An element's name, the attributes it must have, and those it must not have."""

    name: str
    wanted: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]

    def fits(self, element: Element) -> bool:
        """Whether this step leads to ``element``."""
        if element.tag != self.name:
            return False
        for name, value in self.wanted:
            if element.get(name) != value:
                return False
        return not self.absent or not any(element.get(name) for name in self.absent)


@cache
def steps(path: str) -> tuple[tuple[Step, ...], str]:
    """The steps of a path and the attribute at its end, or the empty string."""
    path, _, attribute = path.partition("@")
    found = []
    for name, conditions in _STEP.findall(path):
        parts = _CONDITION.findall(conditions)
        wanted = tuple((key, value) for no, key, value in parts if not no)
        found.append(Step(name, wanted, tuple(key for no, key, _ in parts if no)))
    return tuple(found), attribute


def elements(root: Element | None, path: str) -> list[Element]:
    """The elements a path leads to from ``root``, in the document's order; none from None."""
    here = [] if root is None else [root]
    for step in steps(path)[0]:
        name = step.name
        here = (
            here[0].findall(name) if len(here) == 1 else [e for h in here for e in h.findall(name)]
        )
        if step.wanted or step.absent:
            here = [element for element in here if step.fits(element)]
        if not here:
            break
    return here


def child(root: Element | None, path: str) -> Element | None:
    """The first element a path leads to, or None."""
    found = elements(root, path)
    return found[0] if found else None


def marked(root: Element | None, path: str = "") -> str:
    """The text of the first element that has some, white space made one space; its
    inline runs as markup.  The empty path is ``root`` itself."""
    for element in elements(root, path):
        if found := squeezed(inline(element)):
            return found
    return ""


def values(root: Element | None, path: str) -> list[str]:
    """What a path leads to as texts, white space squeezed; none of them empty."""
    attribute = steps(path)[1]
    found = elements(root, path)
    if attribute:
        return [text for element in found if (text := squeezed(element.get(attribute, "")))]
    return [text for element in found if (text := text_of(element))]


def put(root: Element, path: str, text: str) -> Element:
    """Make what a path leads to, with this text; elements on the way are shared."""
    found, attribute = steps(path)
    here = root
    for index, step in enumerate(found):
        last = index == len(found) - 1 and not attribute
        old = [one for one in here if step.fits(one)] if not last else []
        here = old[-1] if old else SubElement(here, step.name, dict(step.wanted))
    if attribute:
        here.set(attribute, text)
    else:
        here.text = text
    return here


def serialise(element: Element) -> str:
    """An element as XML, its text as it is."""
    inside = escape(element.text or "")
    inside += "".join(serialise(one) + escape(one.tail or "") for one in element)
    head = element.tag + attributes(element.items())
    return f"<{head}>{inside}</{element.tag}>" if inside else f"<{head}/>"
