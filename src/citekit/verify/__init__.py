"""Verdicts on quotations: whether the words stand in their source, and what differs."""

from citekit.verify.alignment import Source
from citekit.verify.variants import Quoted, Variant, variants
from citekit.verify.verdicts import (
    Change,
    Finding,
    Verdict,
    compare,
    continued,
    in_its_sentence,
    judge,
)

__all__ = [
    "Change",
    "Finding",
    "Quoted",
    "Source",
    "Variant",
    "Verdict",
    "compare",
    "continued",
    "in_its_sentence",
    "judge",
    "variants",
]
