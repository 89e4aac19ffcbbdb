"""What a case without an author is called by: its first party, or its short title.

The parties stand on both sides of "v.", "vs." and "versus" (Bluebook, rule 10.2), "gegen"
and "./." in German, "contre", "c." and "c/" in French; "In re", "Ex parte" and "Matter of"
lead to the only one.
"""

from __future__ import annotations

import re

from citekit.model import Work

_VERSUS = re.compile(r"\s+(?:v\.?|vs\.?|versus|gegen|contre|c\.|\./\.)\s+|\s*\bc/\s*")
_LEAD = re.compile(r"(?:in\s+re|ex\s+parte|re|(?:in\s+the\s+)?matter\s+of)\b:?\s+", re.I)
_OTHERS = re.compile(r",?\s+(?:et\s+al\.?|and\s+others|u\.\s?a\.|et\s+autres)$")


def case_name(work: Work) -> str:
    """The first party that the short title, or without one the title, names; the short title
    itself if it names no parties; else the empty string."""
    short = work.text("title-short")
    title = short or work.text("title")
    lead = _LEAD.match(title)
    parties = _VERSUS.split(title[lead.end() :] if lead else title)
    return _OTHERS.sub("", parties[0].strip()) if lead or len(parties) > 1 else short
