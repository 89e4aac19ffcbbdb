"""The word lists the training records are made of (``words.toml``)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)
PLACES: list[str] = _DATA["places"]
PUBLISHERS: list[str] = _DATA["publishers"]
CORPORATE: list[str] = _DATA["corporate"]
NEWSPAPERS: list[str] = _DATA["newspapers"]
#: Journals named in ways that a pattern does not make.
JOURNALS: list[str] = _DATA["journals"]
COUNTRIES: list[str] = _DATA["countries"]
SERIES: list[str] = _DATA["series"]
CONFERENCES: list[str] = _DATA["conferences"]
UNIVERSITIES: list[str] = _DATA["universities"]
#: By language: what journals and conferences are about, and forms of their names.
TOPICS: dict[str, list[str]] = _DATA["topics"]
JOURNAL_FORMS: dict[str, list[str]] = _DATA["journal_forms"]
#: By language: what titles are made of.
NOUNS: dict[str, list[str]] = _DATA["nouns"]
ADJECTIVES: dict[str, list[str]] = _DATA["adjectives"]
TITLE_FORMS: dict[str, list[str]] = _DATA["title_forms"]
