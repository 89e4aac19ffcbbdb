"""``citekit style validate``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.cli.main import run


def test_a_sound_style_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["style", "validate", "apa", "jama"]) == 0
    assert capsys.readouterr() == ("", "no findings\n")


def test_findings_end_with_1_and_have_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">\n<citation><layout>'
        '<text macro="a"/></layout></citation></style>',
        encoding="utf-8",
    )
    assert run(["style", "validate", str(path)]) == 1
    assert f"{path}:2:19: error: macro 'a' is not defined" in capsys.readouterr().out
    assert run(["style", "validate", "--json", str(path)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert "unknown-macro" in {problem["code"] for problem in found}


def test_an_unknown_style_is_wrong_usage() -> None:
    assert run(["style", "validate", "no-such-style"]) == 2
