"""Generated edits with known truth: found, and orphaned rather than wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import anchor_cases

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CITEKIT_TESTDATA", ROOT.parent / "shared"))
MAKER = SHARED / "anchor" / "mutate.py"
SEEDS = ROOT / "seeds"


@pytest.mark.skipif(not MAKER.exists(), reason="needs the maker of cases in CITEKIT_TESTDATA")
def test_two_documents_edited_in_all_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for path in sorted(SEEDS.glob("*.txt"))[1::2]:
        (texts / path.name).write_bytes(path.read_bytes())
    cases, answers = tmp_path / "cases.json", tmp_path / "answers.json"
    subprocess.run([sys.executable, MAKER, texts, cases, "7"], check=True, capture_output=True)
    anchor_cases.main(str(cases), str(answers))
    assert "ms a case" in capsys.readouterr().out
    right = wrong = 0
    made = json.loads(cases.read_text(encoding="utf-8"))
    for case, answer in zip(made, json.loads(answers.read_text(encoding="utf-8")), strict=True):
        true = case["true"]
        if true is None:
            assert answer is None, case["mut"]
            right += 1
        elif answer is not None:
            shared = min(true[1], answer[1]) - max(true[0], answer[0])
            whole = max(true[1], answer[1]) - min(true[0], answer[0])
            right += 2 * shared >= whole
            wrong += 2 * shared < whole
    assert right >= 0.98 * len(made)
    assert wrong <= 0.001 * len(made)
