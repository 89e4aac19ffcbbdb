"""The wheel and the sdist build, install and run in an empty environment."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "requirements-dev.txt"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command; its output, or a failure that shows it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
    return ended.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel made from it."""
    if os.environ.get("CITEKIT_OFFLINE"):
        pytest.skip("CITEKIT_OFFLINE is set: building needs a package index")
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


def test_the_wheel_holds_code_and_data_only(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "citekit/data/styles/citekit-annotated.csl" in names
    assert "citekit/data/demo/refs/passages.jsonl" in names
    assert "citekit/data/demo/citekit.toml" in names
    for model in ("parser.crf", "claims.json", "mentions.json", "speakers.json"):
        assert f"citekit/data/{model}.xz" in names
    assert "citekit/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"citekit"}


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_an_empty_environment_runs_the_demo(built: Path, tmp_path: Path, pattern: str) -> None:
    [package] = built.glob(pattern)
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--constraint", CONSTRAINTS, package, cwd=tmp_path)
    out = run(scripts / "citekit", "demo", "out", cwd=tmp_path)
    assert "Waltz, K. N. (1959)" in out
    run(scripts / "citekit", "-C", "out", "check", cwd=tmp_path)
    assert (tmp_path / "out" / "exports" / "catalogue.ris").is_file()
