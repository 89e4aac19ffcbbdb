"""What a caller may ask for beyond a style: links and abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from citekit.csl.context import Item
from citekit.csl.marks import CLOSE, LINK
from citekit.csl.nodes import Look

#: jurisdiction → variable → text in full → its abbreviation, as in Zotero's lists.
Abbreviations = Mapping[str, Mapping[str, Mapping[str, str]]]

NO_ABBREVIATIONS: Abbreviations = MappingProxyType({})
#: The jurisdiction of works that name none, or whose own list lacks the text.
DEFAULT = "default"
#: Variables that the lists of citeproc-js keep under another name.
_CATEGORIES: Mapping[str, str] = {
    "archive-place": "place",
    "authority": "institution-part",
    "event-place": "place",
    "original-publisher": "institution-part",
    "original-publisher-place": "place",
    "publisher": "institution-part",
    "publisher-place": "place",
}
#: identifier → what its text is appended to (CSL 1.0.2, appendix VI).
_HEADS: Mapping[str, str] = {
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "URL": "",
}
LINKED = frozenset(_HEADS)


class Extras(NamedTuple):
    """``links`` makes links of identifiers and addresses, ``abbreviations`` are
    used for ``form="short"``."""

    links: bool = False
    abbreviations: Abbreviations = NO_ABBREVIATIONS

    def short(self, item: Item, variable: str, text: str) -> str:
        """The abbreviation of ``text``, or the empty string."""
        for jurisdiction in (item.text("jurisdiction"), DEFAULT):
            lists = self.abbreviations.get(jurisdiction, {})
            for name in (variable, _CATEGORIES.get(variable, "")):
                found = lists.get(name, {}).get(text)
                if found:
                    return found
        return ""


NO_EXTRAS = Extras()


def linked(text: str, look: Look) -> tuple[str, Look]:
    """``text`` as a link.  An affix that begins the address ("https://doi.org/")
    is part of the link's text, as appendix VI wants it."""
    head = look.prefix.rpartition(" ")[2]
    if head.startswith(("http://", "https://")):
        look = look._replace(prefix=look.prefix[: len(look.prefix) - len(head)])
        text = head + text
    return LINK + text + CLOSE, look


def address(text: str) -> str:
    """Where a link with this text leads; the empty string for nowhere."""
    text = text.strip()
    if text.startswith(("http://", "https://")):
        return text
    bare = text.removeprefix("doi:").strip()
    if bare.startswith("10."):
        return _HEADS["DOI"] + bare
    if text.startswith("PMC") and text[3:].isdigit():
        return _HEADS["PMCID"] + text
    if text.isdigit():
        return _HEADS["PMID"] + text
    return ""
