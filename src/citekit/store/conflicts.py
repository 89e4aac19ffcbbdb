"""What ``git merge`` leaves in a file where both sides changed the same lines, until somebody
resolves it (git-merge(1), "How conflicts are presented")."""

from __future__ import annotations

import re

_OURS = "<<<<<<< "
_CONFLICT = re.compile(r"^<{7} [^\r\n]*\r?\n.*?^={7}\r?\n.*?^>{7} ", re.MULTILINE | re.DOTALL)


def conflict_line(text: str) -> int:
    """The line of the first conflict in a file's text, from 1; 0 if there is none."""
    found = _CONFLICT.search(text, text.find(_OURS)) if _OURS in text else None
    return text.count("\n", 0, found.start()) + 1 if found else 0
