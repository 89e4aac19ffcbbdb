"""What a work is called by in its key where nobody made it: words of its title, as Better
BibTeX for Zotero and JabRef's ``[shorttitle]`` have them, or of what it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.curate import keyfields
from citekit.model import Work

#: Variables whose words tell a work, the most telling first.
_TELLING = (
    *("title-short", "title", "container-title-short", "container-title", "collection-title"),
    *("event-title", "publisher", "archive", "genre"),
)
#: So many words of one are taken.
_WORDS = 2
_HOST = re.compile(r"https?://(?:www\d?\.)?([^/:?#]+)", re.I)


def stand_ins(work: Work) -> Iterator[str]:
    """Words to begin a key with, the best first: ``riseMachines`` for "The Rise of the
    Machines"; the host of an address; the entry type of a work that says anything at all."""
    for variable in _TELLING:
        words = [w for w in keyfields.telling_words(work.text(variable)) if not w.isdecimal()]
        yield _joined(([word for word in words if len(word) > 1] or words)[:_WORDS])
    host = _HOST.match(work.text("URL"))
    if host is not None:
        yield _joined(host[1].lower().split(".")[:-1])
    if work.fields.keys() - {"author", "editor"}:
        yield keyfields.entry_type(work).lower()


def _joined(words: list[str]) -> str:
    first, *rest = words or [""]
    return first.lower() + "".join(map(keyfields.capitalised, rest))
