"""Fields that list things: keywords, groups, files, other keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

#: Their names, and what parts their items (BibLaTeX manual, 2.2.1 and 2.2.3; JabRef's files).
LISTS = {"keywords": ",", "groups": ",", "ids": ",", "citekit-ignore": ",", "file": ";"}
#: Of these two items are the same whatever their case.
_WORDS = frozenset(("keywords", "groups"))


class Items:
    """The items of a list field, in order, each once."""

    def __init__(self, field: str, text: str = "") -> None:
        sign = LISTS[field]
        if field == "keywords" and ";" in text and "," not in text:
            sign = ";"
        self._joint = sign if field == "file" else f"{sign} "
        self._sign = sign
        self._fold = field in _WORDS
        self._items: dict[str, str] = {}
        self.add(self._split(text))

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[str]:
        return iter(self._items.values())

    def __str__(self) -> str:
        return self._joint.join(self._items.values())

    def _key(self, item: str) -> str:
        return item.casefold() if self._fold else item

    def _split(self, text: str) -> list[str]:
        """The items of a text; a sign with a backslash before it, or in braces, parts none."""
        parts = [""]
        depth = 0
        for at, each in enumerate(text):
            depth += (each == "{") - (each == "}")
            if each == self._sign and not depth and text[at - 1 : at] != "\\":
                parts.append("")
            else:
                parts[-1] += each
        return [part.strip() for part in parts if part.strip()]

    def add(self, items: Iterable[str]) -> None:
        """Put items behind the others, those that are new."""
        for item in items:
            self._items.setdefault(self._key(item), item)

    def remove(self, items: Iterable[str]) -> None:
        """Take items out, those that are there."""
        for item in items:
            self._items.pop(self._key(item), None)
