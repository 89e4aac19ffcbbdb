"""Forms of attribution, a few sentences each: who speaks at every quotation of them.

A row of ``quoting/forms.jsonl`` has a text and the speakers of its quotations in order:
empty where nobody is to be found, several right names parted by "|".
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.find.quotations.finder import marks

ROWS = (Path(__file__).parent / "quoting" / "forms.jsonl").read_text(encoding="utf-8").splitlines()
FORMS = [json.loads(row) for row in ROWS]


@pytest.mark.parametrize("form", FORMS, ids=[form["text"][:30] for form in FORMS])
def test_speakers(form: dict[str, object]) -> None:
    text, speakers = form["text"], form["speakers"]
    assert isinstance(text, str)
    assert isinstance(speakers, list)
    outer = [mark for mark in marks(text) if mark.level == 1]
    found = [mark.suggestion.speaker if mark.suggestion else "" for mark in outer]
    assert len(found) == len(speakers)
    for one, right in zip(found, speakers, strict=True):
        assert one in right.split("|")
