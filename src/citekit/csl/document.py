"""A document whose citations change, for editors and word processors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import is_not

from citekit.csl import nodes
from citekit.csl.context import Settings
from citekit.csl.locale import Locale
from citekit.csl.position import Place
from citekit.csl.process import open_session
from citekit.errors import Problem
from citekit.model import Citation, Work
from citekit.richtext import Bibliography, RichText


class _Slot:
    """A citation's place in the document, what it was rendered from, and its text."""

    __slots__ = ("citation", "places", "problems", "row", "text")

    def __init__(self, citation: Citation) -> None:
        self.citation = citation
        self.row: Citation | None = None
        self.places: list[Place] = []
        self.text: RichText = ()
        self.problems: list[Problem] = []


class Document:
    """Citations in order, and their texts, kept up to date.

    Each change returns the texts that are now different, by the citation's
    index after the change; a new citation is always among them.  Texts are
    those of :func:`citekit.csl.process` for the same citations.  ``uncited``
    names works to list beside the cited ones; None lists all.
    """

    def __init__(
        self,
        style: nodes.Style,
        works: Sequence[Work],
        citations: Iterable[Citation] = (),
        *,
        locales: Callable[[str], Locale | None],
        locale: str | None = None,
        uncited: Iterable[str] | None = (),
    ) -> None:
        self._slots = [_Slot(citation) for citation in citations]
        self._session = open_session(
            style, works, self.citations, locales=locales, locale=locale, uncited=uncited
        )
        #: the works' numbers, where they show, and settings when last rendered
        self._arranged: tuple[Mapping[str, int], Mapping[str, Settings]] = ({}, {})
        self._listed: tuple[tuple[object, ...], Bibliography | None] | None = None
        self._render()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations in order."""
        return tuple(slot.citation for slot in self._slots)

    @property
    def texts(self) -> tuple[RichText, ...]:
        """The text of every citation."""
        return tuple(slot.text for slot in self._slots)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Problems of the style and of the citations, as they are now."""
        found = [*self._session.style.problems, *self._session.registered]
        return (*found, *(problem for slot in self._slots for problem in slot.problems))

    def insert(self, index: int, citation: Citation) -> dict[int, RichText]:
        """Put a citation before the one at ``index``, or at the end."""
        if not 0 <= index <= len(self._slots):
            raise IndexError(f"the document has {len(self._slots)} citations, no place {index}")
        self._slots.insert(index, _Slot(citation))
        return self._update()

    def change(self, index: int, citation: Citation) -> dict[int, RichText]:
        """Put another citation in the place of the one at ``index``."""
        self._slots[self._check(index)].citation = citation
        return self._update()

    def move(self, index: int, to: int) -> dict[int, RichText]:
        """Take the citation at ``index`` to the index ``to``."""
        self._slots.insert(self._check(to), self._slots.pop(self._check(index)))
        return self._update()

    def remove(self, index: int) -> dict[int, RichText]:
        """Take the citation at ``index`` out."""
        del self._slots[self._check(index)]
        return self._update()

    def assign(self, citations: Iterable[Citation]) -> dict[int, RichText]:
        """Take other citations; those that stay are recognised by their object."""
        known: dict[int, list[_Slot]] = {}
        for slot in reversed(self._slots):
            known.setdefault(id(slot.citation), []).append(slot)
        slots = []
        for citation in citations:
            same = known.get(id(citation))
            slots.append(same.pop() if same else _Slot(citation))
        self._slots = slots
        return self._update()

    def bibliography(self) -> Bibliography | None:
        """The bibliography of what is cited now, or None when the style has none."""
        session = self._session
        state = (session.registry, session.number, session.settings)
        if self._listed is None or any(map(is_not, self._listed[0], state)):
            self._listed = state, session.bibliography()
        return self._listed[1]

    def _check(self, index: int) -> int:
        if not 0 <= index < len(self._slots):
            raise IndexError(f"the document has {len(self._slots)} citations, none at {index}")
        return index

    def _update(self) -> dict[int, RichText]:
        self._session.assign(self.citations)
        return self._render()

    def _render(self) -> dict[int, RichText]:
        """Render the citations whose sources changed; what came out different."""
        session = self._session
        other = self._other_works()
        changed: dict[int, RichText] = {}
        rows = zip(self._slots, session.sorted, session.places(), strict=True)
        for index, (slot, row, places) in enumerate(rows):
            same = row == slot.row and places == slot.places
            if same and (not other or other.isdisjoint([cite.id for cite in row.cites])):
                continue
            fresh = slot.row is None
            slot.row, slot.places = row, places
            session.problems = slot.problems = []
            text = session.cluster(row, places)
            if fresh or text != slot.text:
                slot.text = changed[index] = text
        return changed

    def _other_works(self) -> set[str]:
        """The works that are numbered, where it shows, or told apart otherwise than
        before."""
        session = self._session
        number = session.number if session.numbered else {}
        settings = session.settings
        numbers_before, settings_before = self._arranged
        self._arranged = number, settings
        found: set[str] = set()
        if number is not numbers_before:
            found.update(one for one in number if number[one] != numbers_before.get(one))
        if settings is not settings_before:
            get = settings_before.get
            found.update(one for one, own in settings.items() if get(one) is not own)
        return found
