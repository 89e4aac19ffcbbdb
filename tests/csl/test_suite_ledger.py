"""The public CSL suite: ``ledger.txt`` lists the fixtures that fail; a fixture that
fails unexpectedly, and one that passes unexpectedly, both fail this test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from citekit.errors import CitekitError
from tests.suite.fixture import Fixture, load
from tests.suite.run import run

_ROOT = Path(__file__).resolve().parents[2]
_DATA = Path(os.environ.get("CITEKIT_TESTDATA", _ROOT.parent / "shared"))
_SUITE = _DATA / "csl-suite"
LEDGER = Path(__file__).with_name("ledger.txt")


def passes(fixture: Fixture) -> bool:
    try:
        return run(fixture) == fixture.want
    except CitekitError:
        return False


@pytest.mark.skipif(not _SUITE.is_dir(), reason="the CSL suite is not there (CITEKIT_TESTDATA)")
def test_the_ledger_says_what_passes() -> None:
    listed = {
        line.split("#")[0].strip()
        for line in LEDGER.read_text(encoding="utf-8").splitlines()
        if line.split("#")[0].strip()
    }
    failing = {fixture.name for fixture in load(_SUITE) if not passes(fixture)}
    assert failing - listed == set(), "fail, and are not in the ledger"
    assert listed - failing == set(), "pass now: take them out of the ledger"
