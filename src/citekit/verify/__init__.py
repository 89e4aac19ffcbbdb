"""Verdicts on quotations: whether the words stand in their source, and what differs."""

from citekit.verify.alignment import Source
from citekit.verify.variants import Quoted, Variant, variants
from citekit.verify.verdicts import (
    Change,
    Finding,
    Verdict,
    beside,
    compare,
    continued,
    has_half,
    in_its_sentence,
    is_long_enough,
    judge,
)

__all__ = [
    "Change",
    "Finding",
    "Quoted",
    "Source",
    "Variant",
    "Verdict",
    "beside",
    "compare",
    "continued",
    "has_half",
    "in_its_sentence",
    "is_long_enough",
    "judge",
    "variants",
]
