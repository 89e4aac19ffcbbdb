"""Addresses that may stand in a link."""

from __future__ import annotations

import re
from urllib.parse import quote

_ALLOWED = re.compile(r"(https?)://\S|(mailto):\S|(doi):(?=10\.)", re.I)
#: What RFC 3986 lets stand in an address as it is, and the percent sign.
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


def safe_url(url: str) -> str | None:
    """``url`` in plain ASCII, or None if it must not become a link.

    Only ``http``, ``https``, ``mailto`` and ``doi`` are allowed; the last is
    resolved through doi.org.  Whatever RFC 3986 gives no place (spaces,
    quotation marks, brackets, backslashes, letters beyond ASCII) is percent-
    encoded, so that no output format can be broken out of.
    """
    url = url.strip()
    match = _ALLOWED.match(url)
    if not match:
        return None
    if match[3]:
        url = "https://doi.org/" + url[match.end() :]
    return quote(url, safe=_SAFE, errors="replace")
