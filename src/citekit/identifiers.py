"""Identifiers: what is one, in which form, and where one stands in a text.

Each ``normalise_*`` returns the canonical form, or None for what is no such
identifier.  Check digits follow ISO 2108 (ISBN), ISO 3297 (ISSN) and
ISO 7064 MOD 11-2 (ORCID); DOIs the DOI Handbook, 2.2; arXiv identifiers
arxiv.org's "Understanding the arXiv identifier".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.A)
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*|info:doi/)+", re.I)
_DOI_IN_TEXT = re.compile(r"(?<![\w.])10\.\d{4,9}(?:\.\d+)*/[^\s\"<>{}\\^`|]{1,300}", re.A)
_ISBN_JUNK = re.compile(r"^(?:urn:)?isbn(?:-1[03])?:?|[\s\u2010-\u2015-]", re.I)
_ISSN_JUNK = re.compile(r"^(?:urn:)?[ep]?-?issn:?|[\s\u2010-\u2015-]", re.I)
_ARXIV = re.compile(
    r"(?:https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:)?\s*"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(v\d+)?(?:\.pdf)?(?:\s*\[[^\]]+\])?",
    re.I | re.A,
)
_ARXIV_IN_TEXT = re.compile(
    r"arxiv(?:\.org/(?:abs|pdf)/|:\s?)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})", re.I | re.A
)
_PMID = re.compile(
    r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov/|pmid:?)?\s*([1-9]\d{0,8})/?", re.I | re.A
)
_PMCID = re.compile(
    r"(?:https?://\S*/articles/|pmcid:\s*)?(PMC\d{1,9})/?|pmcid:\s*(\d{1,9})", re.I | re.A
)
#: PubMed's and PubMed Central's addresses, and what is called one of their identifiers.
_PUBMED_IN_TEXT = re.compile(
    r"(?:https?://)?(?:www\.)?(?:(?<![\w.])pubmed\.ncbi\.nlm\.nih\.gov/"
    r"|(?<!\w)ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/)(?P<record>[1-9]\d{0,8})(?!\w)/?"
    r"|(?:https?://)?(?:www\.)?(?:(?<!\w)ncbi\.nlm\.nih\.gov/pmc/articles/"
    r"|(?<!\w)pmc\.ncbi\.nlm\.nih\.gov/articles/|(?<!\w)europepmc\.org/articles?/(?:PMC/)?)"
    r"PMC(?P<article>\d{1,9})(?!\w)/?"
    r"|(?<!\w)(?:PMID:?|PubMed:)[\s\u00a0]?(?P<pmid>[1-9]\d{0,8})(?!\w)"
    r"|(?<!\w)(?:PMC\s?ID:?[\s\u00a0]?(?:PMC)?|PMC)(?P<pmcid>\d{1,9})(?!\w)",
    re.A | re.I,
)
_ORCID = re.compile(
    r"(?:https?://orcid\.org/|orcid:)?\s*(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", re.I | re.A
)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def normalise_doi(text: str) -> str | None:
    """A DOI in lower case without resolver or prefix: ``10.1000/xyz``."""
    text = text.strip()
    bare = _DOI_PREFIX.sub("", text, count=1)
    if bare != text and "%" in bare:
        bare = unquote(bare)
    return bare.lower() if _DOI.fullmatch(bare) else None


def find_doi(text: str) -> str | None:
    """The first DOI in running text, without the punctuation that follows it."""
    found = _DOI_IN_TEXT.search(text)
    return _trimmed(found[0]).lower() if found else None


def _trimmed(doi: str) -> str:
    """Closing punctuation off; a bracket only if it closes none of the DOI's own."""
    while doi:
        last = doi[-1]
        if last in ".,;:'’”»?!" or (last in _PAIRS and doi.count(last) > doi.count(_PAIRS[last])):
            doi = doi[:-1]
        else:
            break
    return doi


def normalise_isbn(text: str) -> str | None:
    """An ISBN as thirteen digits; a valid ISBN-10 is converted."""
    digits = _ISBN_JUNK.sub("", text.strip()).upper()
    digits = _ISBN_JUNK.sub("", digits)
    if re.fullmatch(r"\d{9}[\dX]", digits, re.A) and _mod11(digits) == 0:
        return isbn13(digits)
    if re.fullmatch(r"97[89]\d{10}", digits, re.A) and _mod10(digits) == 0:
        return digits
    return None


def isbn13(isbn10: str) -> str:
    """The ISBN-13 of ten digits (ISO 2108, annex A)."""
    body = "978" + isbn10[:9]
    return body + str(-_mod10(body + "0") % 10)


def bare_number(text: str) -> str | None:
    """The form in which an ISBN, ISSN or DOI is looked for, however it is written: an
    ISBN as its thirteen digits, a number whose check digit is wrong without hyphens."""
    found = normalise_isbn(text) or normalise_doi(text)
    if found is not None:
        return found
    digits = _ISSN_JUNK.sub("", _ISBN_JUNK.sub("", _ISBN_JUNK.sub("", text.strip()))).upper()
    return digits if _BARE.fullmatch(digits) else None


#: The digits of an ISSN or ISBN.
_BARE = re.compile(r"(?:\d{7}|\d{9}|97[89]\d{9})[\dX]", re.A)


def bare_numbers(text: str) -> Iterator[str]:
    """Likewise of each number in a field, which may hold several ("978-… (pbk.); …")."""
    for part in re.split(r"[,;|()]|\s{2,}|\n", text):
        found = bare_number(part)
        if found is not None:
            yield found


#: What is meant as an ISBN or ISSN in a field that may hold several: seven digits and more.
_NUMBER = re.compile(
    r"(?<!\w)\d(?:[\s\u2010-\u2015-]?\d){6,}(?:[\s\u2010-\u2015-]?X)?(?!\w)", re.I | re.A
)
#: So many digits has an SBN.
_SBN = 9


def false_isbns(text: str) -> Iterator[str]:
    """The numbers in a field that are meant as ISBNs and are none: a digit is wrong, missing or
    too many."""
    return _false(text, lambda number: normalise_isbn(number) or _sbn(number))


def false_issns(text: str) -> Iterator[str]:
    """Likewise of ISSNs."""
    return _false(text, normalise_issn)


def _false(text: str, normalised: Callable[[str], str | None]) -> Iterator[str]:
    for found in _NUMBER.findall(text):
        if normalised(found) is not None:
            continue
        parts = found.split()
        wrong = [part for part in parts if normalised(part) is None]
        yield from [found] if len(wrong) == len(parts) else wrong


def _sbn(number: str) -> str | None:
    """The ISBN of a number from before 1970 (SBN), which lacks the first 0."""
    digits = _ISBN_JUNK.sub("", number)
    return normalise_isbn("0" + digits) if len(digits) == _SBN else None


def _mod11(digits: str) -> int:
    """The weighted sum of ISBN-10 and ISSN: weights count down to 1."""
    values = (10 if digit == "X" else int(digit) for digit in digits)
    return sum(v * weight for v, weight in zip(values, range(len(digits), 0, -1), strict=True)) % 11


def _mod10(digits: str) -> int:
    return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10


def normalise_issn(text: str) -> str | None:
    """An ISSN as ``1234-567X``."""
    digits = _ISSN_JUNK.sub("", _ISSN_JUNK.sub("", text.strip())).upper()
    if re.fullmatch(r"\d{7}[\dX]", digits, re.A) and _mod11(digits) == 0:
        return f"{digits[:4]}-{digits[4:]}"
    return None


def normalise_arxiv(text: str) -> str | None:
    """An arXiv identifier with its version, if it has one: ``2101.00001v2``."""
    found = _ARXIV.fullmatch(text.strip())
    return (found[1] + (found[2] or "")).lower() if found else None


def arxiv_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where running text calls something an arXiv identifier, from the word to its end, and the
    identifier without its version."""
    for found in _ARXIV_IN_TEXT.finditer(text):
        yield found.start(), found.end(), found[1].lower()


def find_arxiv(text: str) -> str | None:
    """The first arXiv identifier in running text that is called one, without its version."""
    return next((found for _, _, found in arxiv_places(text)), None)


def normalise_pmid(text: str) -> str | None:
    """A PubMed identifier: digits without leading zeros."""
    found = _PMID.fullmatch(text.strip())
    return found[1] if found else None


def normalise_pmcid(text: str) -> str | None:
    """A PubMed Central identifier: ``PMC`` and digits."""
    found = _PMCID.fullmatch(text.strip())
    return (found[1] or f"PMC{found[2]}").upper() if found else None


def pubmed_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where running text has the identifier of a record in PubMed or PubMed Central, or its
    address, from the first word to its end, and the identifier in canonical form.

    Source: the National Library of Medicine's "PMID: PubMed Unique Identifier" and "PMCID"."""
    for found in _PUBMED_IN_TEXT.finditer(text):
        pmid = found["record"] or found["pmid"]
        yield found.start(), found.end(), pmid or f"PMC{found['article'] or found['pmcid']}"


def find_pubmed(text: str) -> str | None:
    """The first PMID or PMCID in running text that is called one, or its address has."""
    return next((found for _, _, found in pubmed_places(text)), None)


def normalise_orcid(text: str) -> str | None:
    """An ORCID as ``0000-0002-1825-0097``, its check digit right."""
    found = _ORCID.fullmatch(text.strip())
    if not found:
        return None
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        return None
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))
