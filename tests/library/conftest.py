"""A project whose documents the stub finders find something in."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.find import scan as finding
from citekit.library import Project
from citekit.library.setup import make_project
from tests.find.stubs import FINDERS

ONE = """\
“The engine runs”, said Ada Smith. Others call it a “quiet engine” (Smith 1999, 12).

A reference: Jones, Ben 2001. Other Engines. London: Steam Press. That is all,
as Carol Brown would say. They are “quiet engine” people.
"""
TWO = "The “quiet engine” again. Jones, Ben 2001. Other Engines. London: Steam Press. So.\n"
CATALOGUE = """\
% kept
@book{smith1999,
  author = {Smith, Ada},
  title  = {Engines},
  date   = {1999},
}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two texts and a catalogue of one work; nothing is a passage yet."""
    monkeypatch.setattr(finding, "FINDERS", FINDERS)
    folder = tmp_path / "engines"
    (folder / "texts").mkdir(parents=True)
    make_project(folder, ["texts/*.txt"])
    (folder / "texts" / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "texts" / "two.txt").write_text(TWO, encoding="utf-8")
    (folder / "refs" / "works.bib").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return Project.open(folder)
