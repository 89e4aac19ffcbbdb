"""What a text may call a catalogued work by: its titles, years and address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import Work

#: Where a subtitle begins.
_SUBTITLE = re.compile(
    r"[:?!.]\s|\s[–—-]\s|[–—]|[;,]?\s(?:oder|or|ou)[:,]?\s"
    r"(?=(?:Vom|Von|Der|Die|Das|Wie|The|How|Le|La|Les|le|la|les|[Cc]omment)\s|[Ll]['’])"
)

#: A German title of an adjective and a noun: "Stoische Ethik", "Die kleinliche Welt".
_ADJECTIVE = re.compile(
    r"(?:(?:Der|Die|Das)\s)?(?P<stem>[^\W\d_]{2,}(?:isch|lich|ig|bar|sam|haft|los|ell|iv|är|ös))e[rs]?\s"
    r"(?P<noun>[^\W\d_a-zß-ÿœ][^\W\d_]+)(?=$|[:.])"
)
_TRACKING = re.compile(r"(?:amp;)?(?:utm_\w+|fbclid|gclid|mc_[ce]id)=")
#: A hyphen that only breaks a word.
BROKEN = re.compile(r"\u00ad\n?|-\n(?=[a-zß-ÿ])")
#: Letters that Unicode does not take apart (UAX #15), without their strokes.
STROKES = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L",
     "đ": "d", "Đ": "D"}
)  # fmt: skip
#: Letters as they are written where they are missing (DIN 5007-2; ICAO Doc 9303-3, 6.A).
TRANSCRIBED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa", "Å": "Aa"}
)  # fmt: skip


def title_variants(work: Work) -> Iterator[str]:
    """The titles of a work, each also without its subtitle, and a German one of adjective and
    noun in the other cases: "in der Stoischen Ethik"."""
    for variable in ("title", "title-short", "original-title"):
        title = work.text(variable)
        if title:
            yield title
            cut = _SUBTITLE.search(title, 3)
            if cut is not None:
                yield title[: cut.start() + (cut[0][0] in "?!")]
            inflected = _ADJECTIVE.match(title)
            if inflected is not None and (cut is None or inflected.end() == cut.start()):
                yield f"{inflected['stem']}en {inflected['noun']}"


def years_of(work: Work) -> frozenset[int]:
    """The years of the edition and of the first edition."""
    years: set[int] = set()
    for variable in ("issued", "original-date"):
        date = work.date(variable)
        if date is not None:
            years.update(point.year for point in (date.start, date.end) if point is not None)
    return frozenset(years)


def url_key(url: str) -> str:
    """A web address without scheme, ``www.``, fragment, closing slash and what only says
    where the reader came from (``utm_source`` and its like); the host in lower case
    (RFC 3986, 6.2.2.1)."""
    bare = url.split("#", 1)[0]
    bare = bare.split("://", 1)[-1]
    bare, _, query = bare.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    if kept:
        bare += "?" + "&".join(kept)
    host, slash, path = bare.partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")
