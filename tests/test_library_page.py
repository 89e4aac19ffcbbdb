"""docs/library.md says the truth: its blocks run, and print what stands below them."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

from citekit.library.setup import copy_seed_project

PAGE = Path(__file__).parent.parent / "docs" / "library.md"
_BLOCK = re.compile(r"^```python\n(.*?)^```\n\n^```text\n(.*?)^```$", re.S | re.M)


def test_every_block_prints_what_stands_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGE.read_text(encoding="utf-8")
    blocks = _BLOCK.findall(page)
    assert page.count("```python") == len(blocks)
    copy_seed_project(tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    names: dict[str, Any] = {}
    for code, wanted in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, str(PAGE), "exec"), names)
        assert printed.getvalue() == wanted
    names["project"].close()
