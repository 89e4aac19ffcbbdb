"""What only the project knows of a document's passages: the works in whose texts its quotations
stand, and that the reference at its head is the text itself.

The finders read one text and the catalogue; whether a work's own text has the words, only the
project knows.  A quotation that names no work is of the one whose text has its words, if its
speaker is the author, or if nobody is known to speak and no other work has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from citekit.find.mentions.sayers import written_by
from citekit.find.works import Catalogue, name_key
from citekit.library.editing import with_id
from citekit.library.linking import DEFAULT_RELATION
from citekit.library.misattributed import is_stranger, named_person
from citekit.library.nominating import documents_having
from citekit.library.project import Project
from citekit.library.state import State
from citekit.model import Body, Passage, Work
from citekit.twins import Twins
from citekit.verify import Finding, Source, Verdict, compare
from citekit.verify.holders import keys_of, telling
from citekit.verify.verdicts import WORDS_ELSEWHERE
from citekit.verify.words import is_quoted

#: Score (0–1) from which altered words are those of a text.
_NEARLY = 0.8
#: So many words, and so many that tell one text from another, must a quotation have that its
#: author is said to say, and one that anybody may say.
_OF_AUTHOR, _OF_ANYBODY = (WORDS_ELSEWHERE, 2), (8, 3)
#: Among the texts of more works they are not looked for alone.
_FEW_HELD = 1000


class Ties:
    """The works that quotations of a project are of, by the texts that it holds of them."""

    def __init__(self, project: Project, state: State) -> None:
        self._project = project
        self._state = state
        self._sources: dict[str, Source] = {}
        #: What those that were tied were without a work, by their ids.
        self.untied: dict[str, Passage] = {}
        #: The works that each text is of.
        self._keys: dict[str, list[str]] = {}
        for key, id in state.document_of.items():
            self._keys.setdefault(id, []).append(key)

    def tied(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """The passages, quotations without a work tied to one if its text has their words; no
        proposal of the work that the document is itself."""
        for passage in passages:
            if passage.proposal is not None and self._is_itself(passage.document, passage.proposal):
                continue
            if self._keys and passage.kind == "quotation" and passage.body.type != "work":
                tied = self._tied(passage)
                if tied is not passage:
                    self.untied[tied.id] = passage
                yield tied
            else:
                yield passage

    def _is_itself(self, document: str, proposal: Work) -> bool:
        """Whether a proposed work is the one whose text a document is."""
        works = (self._state.catalogue.by_key[key].work for key in self._keys.get(document, ()))
        return any(Twins([work]).find(proposal) is not None for work in works)

    def _tied(self, passage: Passage) -> Passage:
        words = passage.quoted or passage.selector.exact
        keys = keys_of(words)
        if not _is_telling(keys, _OF_AUTHOR):
            return passage
        speaker, here = passage.speaker, {passage.document}
        own = written_by(self._catalogue, speaker) if speaker else frozenset()
        if own:
            texts = {self._state.document_of[key] for key in own}
            found = self._holding(words, texts - here)
        elif _is_telling(keys, _OF_ANYBODY) and not self._is_known(speaker):
            held = [*self._keys] if len(self._keys) <= _FEW_HELD else []
            texts = self._keys.keys() & documents_having(self._project, words, held)
            found = self._holding(words, texts - here)
        else:
            return passage
        if len(found) != 1:
            return passage
        ((id, place),) = found.items()
        works = [key for key in self._keys[id] if not own or key in own]
        if len(works) != 1 or not (own or self._is_of(id, place, speaker)):
            return passage
        (key,) = works
        return with_id(
            passage._replace(
                body=Body("work", key),
                relation=passage.relation or DEFAULT_RELATION.get(passage.kind, ""),
                proposal=None,
                reasons=(*passage.reasons, f"its words stand in {id}"),
            )
        )

    def _holding(self, words: str, ids: Iterable[str]) -> dict[str, Finding]:
        """Which of these texts have the words, or nearly; those that have just these alone, if
        any have."""
        found = {}
        for id in sorted(ids):
            one = compare(words, self._source(id), least=_NEARLY)
            if one.verdict is not Verdict.NOT_FOUND and one.score >= _NEARLY:
                found[id] = one
        exact = {id: one for id, one in found.items() if one.verdict is not Verdict.ALTERED}
        return exact or found

    def _is_known(self, speaker: str) -> bool:
        """Whether somebody of the name of a speaker has written a work of the catalogue."""
        return bool(speaker) and not self._families.isdisjoint(name_key(speaker).split())

    def _is_of(self, document: str, place: Finding, speaker: str) -> bool:
        """Whether words at a place of a document may be that work's and the speaker's: it does
        not quote them itself, and names the person who is said to speak, if one is."""
        text = self._source(document).text
        names = named_person(speaker)
        works = [self._state.catalogue.by_key[key].work for key in self._keys[document]]
        return not (is_quoted(text, place.start) or (names and is_stranger(names, text, works)))

    def _source(self, id: str) -> Source:
        if id not in self._sources:
            self._sources[id] = Source(id, self._state.texts[id].document.text)
        return self._sources[id]

    @cached_property
    def _catalogue(self) -> Catalogue:
        """The works whose texts are held."""
        held = self._state.document_of
        works = self._state.catalogue.by_key
        return Catalogue.of([works[key].work for key in held if key in works])

    @cached_property
    def _families(self) -> frozenset[str]:
        """The words of the family names of all authors."""
        return frozenset(
            word
            for record in self._state.catalogue.by_key.values()
            for name in record.work.names("author")
            for word in name_key(name.family or name.literal).split()
        )


def _is_telling(keys: list[str], least: tuple[int, int]) -> bool:
    return len(keys) >= least[0] and len(telling(keys)) >= least[1]
