"""What one field of a parsed reference tells about another."""

from __future__ import annotations

import re
from typing import Any

from citekit.find.parsing.names import split_names
from citekit.model import Name

#: "Tides (Version 4.1.0)", "Tides (Version 2)".
_VERSION = re.compile(r"\s\((?:[Vv]ersion|[Vv]ers\.|[Rr]elease|v\.?)\s?(?P<version>\d[\w.-]*)\)$")


def versioned(fields: dict[str, Any]) -> None:
    """The version of what has one behind its title (APA, 7th edition, 10.9 and 10.10)."""
    version = _VERSION.search(fields["title"])
    if version is not None:
        fields["title"] = fields["title"][: version.start()]
        fields["version"] = version["version"]


#: A body in short has at least so many letters.
_LEAST_INITIALS = 3
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zß-ÿœ]")


def own_publisher(fields: dict[str, Any], name: str) -> None:
    """What "and" joins is one body, and no two persons, where it published the work itself
    under this name or its first letters: "Rail and Road Workers. Our Roads. Leeds: RRW."."""
    authors = fields.get("author", ())
    if len(authors) != 2 or not fields.get("publisher"):
        return
    if all(author.given for author in authors) or "," in name or "." in name:
        return
    letters = "".join(_CAPITAL.findall(name))
    publisher = fields["publisher"]
    short = len(letters) >= _LEAST_INITIALS and publisher.split()[0] == letters
    if short or publisher.casefold().startswith(name.casefold()):
        fields["author"] = (Name(literal=name),)


#: What a journal's article reviews, before the journal.
_REVIEWED = re.compile(
    r"(?:[Rr]eview|[Rr]ev\.|[Rr]ezension|[Bb]esprechung|[Cc]ompte[ -]rendu|[Rr]eseña)"
    r"\s(?:of|von|zu|de)\s"
    r"(?P<title>.+?)(?:,\s(?:by|von|par|de|por)\s(?P<author>[^.]+))?\.\s(?P<journal>[^\W\d_a-zß-ÿœ].+)"
)


def reviewed(fields: dict[str, Any]) -> None:
    """The work that an article reviews: "Review of Rivers, by Ann Lee. Tides"."""
    found = _REVIEWED.fullmatch(fields["container-title"])
    if found is None:
        return
    fields["container-title"], fields["reviewed-title"] = found["journal"], found["title"]
    if found["author"]:
        fields["reviewed-author"] = split_names(found["author"])
