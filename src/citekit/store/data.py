"""Where the data that comes with citekit lies.

An installed wheel holds it under ``citekit/data``; a checkout has the same
folders at its top level.
"""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parents[1]


def package() -> Path:
    """The folder of citekit's own modules and models."""
    return _PACKAGE


def house_styles() -> Path:
    """The folder of citekit's own CSL styles."""
    return _first(_PACKAGE / "data" / "styles", _checkout() / "styles")


def demo_files() -> Path:
    """The folder that holds the demonstration project: ``seeds``, ``refs``, ``citekit.toml``."""
    return _first(_PACKAGE / "data" / "demo", _checkout())


def _checkout() -> Path:
    return _PACKAGE.parents[1]


def _first(installed: Path, checkout: Path) -> Path:
    return installed if installed.is_dir() else checkout


def parser_model() -> bytes:
    """The sequence model of the reference parser, unpacked (``src/citekit/data``)."""
    return _model("parser.crf.xz")


def claims_weights() -> dict[str, Any]:
    """The weights of the model of sentences that report claims, likewise."""
    weights: dict[str, Any] = json.loads(_model("claims.json.xz"))
    return weights


def speaker_weights() -> dict[str, float]:
    """The weights of the ranking of speakers, likewise: feature → weight."""
    weights: dict[str, float] = json.loads(_model("speakers.json.xz"))
    return weights


def mentions_weights() -> dict[str, dict[str, int]]:
    """The weights of the model of mentions and terms, likewise: label → feature → weight."""
    weights: dict[str, dict[str, int]] = json.loads(_model("mentions.json.xz"))
    return weights


def _model(name: str) -> bytes:
    return lzma.decompress((_PACKAGE / "data" / name).read_bytes())
