"""A fixture of the CSL test suite and its sections."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SECTION = re.compile(r"^>>=+ *([A-Z0-9-]+) *=+>>[^\n]*\n(.*?)^<<=+ *\1 *=+<<", re.S | re.M)


@dataclass(frozen=True, slots=True)
class Fixture:
    """One test: ``sections`` by name, without the newlines around them."""

    name: str
    sections: Mapping[str, str]

    @property
    def mode(self) -> str:
        """``citation`` or ``bibliography``, without ``-nosort`` and the like."""
        return self.sections["MODE"].strip().partition("-")[0]

    @property
    def nosort(self) -> bool:
        """Whether entries stay in the order of the input."""
        return self.sections["MODE"].strip().endswith("-nosort")

    @property
    def want(self) -> str:
        """The text wanted, trailing white space trimmed."""
        return self.sections["RESULT"].strip("\n").rstrip()

    def data(self, section: str) -> Any:
        """A section's JSON, or None where it is absent or empty."""
        text = self.sections.get(section, "").strip()
        return json.loads(text) if text else None


def parse(name: str, text: str) -> Fixture:
    """The fixture in ``text``; raises ValueError where a section is missing."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    sections: dict[str, str] = dict(_SECTION.findall(text))
    missing = {"MODE", "CSL", "INPUT", "RESULT"} - sections.keys()
    if missing:
        raise ValueError(f"{name} has no section {', '.join(sorted(missing))}")
    return Fixture(name, sections)


def load(folder: Path) -> Iterator[Fixture]:
    """The fixtures of a folder (every ``.txt`` file), by name."""
    for path in sorted(folder.glob("*.txt")):
        yield parse(path.stem, path.read_text(encoding="utf-8"))
