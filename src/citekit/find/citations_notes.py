"""Citations that name the note where a work was cited first: "supra note 5", "(Fn. 5)".

Sources: The Bluebook (21st edition), rule 4.2; OSCOLA (4th edition), 1.2.1; DIN 1505-3,
5.3 ("wie Anm. 5"); Chicago Manual of Style (17th edition), 14.31 (short forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citations_marks import Marked
from citekit.find.citelocators import locator_at
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, name_key
from citekit.model import Body, Work

_NOTE = r"(?:[Nn]ote|[Nn]\.|n(?=\s\d)|[Ff]n\.?|FN|[Ff]u(?:ß|ss)n(?:ote|\.)|[Aa]nm(?:erkung|\.))"
#: A note by its number, with a word before or behind it that leads back, or in a
#: parenthesis of its own.
BACK = re.compile(
    r"(?P<sign>(?:supra|above|oben|wie(?:\sin)?|s\.\s?o\.|(?:[Oo]p|[Aa]rt|[Ll]oc)\.\s?cit\.?"
    r"|(?:[Aa]rt|[Oo]uvr)\.\s?cité|[Aa]\.\s?a\.\s?O\.?),?\s)?"
    rf"(?P<open>\()?(?:(?:wie|supra|above|oben|siehe|s\.)\s)?{_NOTE}\s?(?P<note>\d{{1,3}})(?!\d)"
    r"(?P<behind>,?\s(?:above|supra|oben|ci-dessus))?(?(open)\))"
    r"(?:,?\sat\s(?P<at>\d[\d–-]{0,9}))?"
)
_PINPOINT = re.compile(r"\s(?P<at>\d{1,4}(?:[–-]\d{1,4})?)(?=[.,;)\]\n]|$)")
#: Between a name and what repeats its work: a comma, or the title.
_GAP = re.compile(r"[,:]?\s?(?:(?<=\s)[^;.()\n][^;.()]{1,90}[,.]?\s)?")
_WORD = re.compile(r"[^\W\d_](?:[\w’'‑-]*\w)?")
#: Before the number of a note, from the start of its line: "[^5]:", "5.", "⁵", "(5)".
_HEAD = (
    r"(?:^|\n)[ \t>]*(?:\[\^?{0}\]:?|\({0}\)|{0}[.)]?|{1})[ \t\u00a0]*"
    r"(?:[^\W\d_]+\.?,?\s){{0,3}}$"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Cited(NamedTuple):
    """What a note cites: a key of the catalogue, or a work that is proposed."""

    key: str
    proposal: Work | None = None


class Notes:
    """What the notes of a text cite; ``proposals`` are the works that references propose,
    by their starts."""

    def __init__(
        self,
        text: str,
        marked: Marked,
        references: Sequence[Suggestion],
        found: Sequence[Suggestion],
    ) -> None:
        self._text = text
        self._marked = marked
        self._found = found
        self.proposals = {
            each.start: each.proposal for each in references if each.proposal is not None
        }

    def cited_in(self, label: str) -> list[Cited]:
        """What the note with this label cites, in order; nothing if there is none."""
        references = self._marked.notes.get(label) or self._marked.numbers.get(int(label))
        found = references or self._first_in(label)
        works: list[Cited] = []
        for each in found:
            one = Cited(each.body.value, each.proposal)
            if one not in works and (one.key or one.proposal is not None):
                works.append(one)
        return works

    def by_name(self, text: str, at: int, catalogue: Catalogue) -> tuple[int, Work | None]:
        """Where the name before ``at`` begins, and the work of that author that a
        reference before it proposed last."""
        works = [Cited("", work) for start, work in self.proposals.items() if start < at]
        start, cited = _by_name(text, at, works[::-1], catalogue)
        return start, cited.proposal if cited is not None else None

    def _first_in(self, label: str) -> Iterator[Suggestion]:
        """The citation with which a note begins."""
        head = re.compile(_HEAD.format(label, label.translate(_RAISED)))
        for each in self._found:
            if each.kind == "citation" and head.search(
                self._text, max(0, each.start - 60), each.start
            ):
                yield each
                return


def noted(text: str, match: re.Match[str], catalogue: Catalogue, notes: Notes) -> Suggestion | None:
    """The citation of a match of :data:`BACK`: a work that the note cites, by an author
    who is named before, or the only one where a page follows."""
    if not (match["sign"] or match["open"] or match["behind"]):
        return None
    works = notes.cited_in(match["note"])
    locator, end = _locator(text, match)
    start, cited = _by_name(text, match.start(), works, catalogue)
    if cited is None:
        before = text[max(0, match.start() - 60) : match.start()].rstrip(" ,:(")
        named = before.rpartition(" ")[2][:1].isupper() or before.endswith((".", ")", "”", "*"))
        if len(works) != 1 or not locator or (named and text[match.start() - 2] in ",:"):
            return None
        start, cited = match.start(), works[0]
    linked = bool(cited.key)
    return Suggestion(
        start,
        end,
        "citation",
        Body("work", cited.key) if linked else Body(),
        "cites" if linked else "",
        locator,
        method="note",
        score=0.85 if linked else 0.6,
        reasons=(f"note {match['note']} cites {cited.key or 'a work that is proposed'}",),
        proposal=cited.proposal,
    )


def _locator(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The locator behind a match, and where the citation ends."""
    end = match.end()
    if match["at"]:
        return match["at"], end
    pinpoint = _PINPOINT.match(text, end) if match["open"] else None
    if pinpoint is not None:
        return pinpoint["at"], pinpoint.end()
    found = locator_at(text, end, min(len(text), end + 60))
    return (str(found), found.end) if found is not None else ("", end)


def _by_name(
    text: str, at: int, works: Sequence[Cited], catalogue: Catalogue
) -> tuple[int, Cited | None]:
    """Where the name nearest before ``at`` begins that is an author's of one of the
    works, and that work."""
    families = [(family, work) for work in works for family in _families(work, catalogue)]
    words = list(_WORD.finditer(text, max(0, at - 140), at))
    for index in range(len(words), 0, -1):
        if not _GAP.fullmatch(text, words[index - 1].end(), at):
            continue
        for family, work in families:
            count = family.count(" ") + 1
            first = words[max(0, index - count)].start()
            if name_key(text[first : words[index - 1].end()]) == family:
                return first, work
    return at, None


def _families(work: Cited, catalogue: Catalogue) -> Iterator[str]:
    """The name keys of the families of a work's authors."""
    if work.key in catalogue.keys:
        for author in catalogue.entries[catalogue.keys[work.key]].authors:
            yield author.key
    elif work.proposal is not None:
        for name in work.proposal.names("author") or work.proposal.names("editor"):
            yield name_key(name.family or name.literal)
