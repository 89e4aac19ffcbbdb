"""Pieces of regular expressions for what all finders look for: years and words with capitals."""

from __future__ import annotations

#: A year from 1400 to 2099.
YEAR = r"(?:1[4-9]|20)\d\d"
#: A word with a capital, perhaps of one letter.
CAP = r"[^\W\d_a-zß-ÿœ][\w’'-]*"
#: The same of two letters or more.
CAP_WORD = r"[^\W\d_a-zß-ÿœ][\w’'-]+"
