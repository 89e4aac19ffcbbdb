"""The quotations of a project and of manuscripts, held against their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from citekit.corpus.places import Lines
from citekit.errors import Where
from citekit.find import scan as finding
from citekit.find.citations.marks import MARKS
from citekit.find.mentions.sayers import written_by
from citekit.find.scan import Reading, Scanner
from citekit.find.sources import TITLES
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key
from citekit.library.blocklines import headed, signature
from citekit.library.manuscript import (
    Cited,
    Quotation,
    cited_together,
    quotations,
    with_notes,
    without_citation,
)
from citekit.library.misattributed import (
    author_instead,
    is_stranger,
    named_person,
    with_speakers,
)
from citekit.library.nominating import MOST, documents_with
from citekit.library.ownnotes import OwnNotes
from citekit.library.parsing import parser
from citekit.library.project import Project
from citekit.library.quotedtitles import Titles
from citekit.library.state import Progress, State
from citekit.library.transcribed import is_transcript, turn_of_another
from citekit.library.translated import is_marked_as_translated, is_of_another_language
from citekit.model import Document, Passage, Work
from citekit.textfold import composed
from citekit.verify import (
    Finding,
    Quoted,
    Source,
    Variant,
    Verdict,
    beside,
    has_half,
    in_its_sentence,
    is_long_enough,
    judge,
    variants,
)
from citekit.verify.holders import Holders, keys_of
from citekit.verify.report import Checked, continued_in_each, row_of, row_of_variant
from citekit.verify.titled import is_title
from citekit.verify.verdicts import ENOUGH_ELSEWHERE
from citekit.verify.words import without_block_marks

#: How sure (0–1) a citation must be that is no key.
_SURE = 0.8
#: Between a quotation and the citation right behind it.
_RIGHT_BEHIND = re.compile(r"[”“\"’'»«›‹\s.,;:!?]{1,8}[(\[]?")
#: Verdicts of words that stand in the named source, if not as they should.
_AS_THEY_ARE = (Verdict.VERBATIM, Verdict.PERMITTED, Verdict.TRIMMED)
_THERE = (*_AS_THEY_ARE, Verdict.ALTERED)
#: How the methods of citations by author and year begin.
_DATED = "author-date"
_YEAR = re.compile(r"\b\d{4}(?=[a-z]?\b)")
_NO_SIGNS = str.maketrans(dict.fromkeys(",;:()[]&/", " "))
#: Words of a family name.
_LONGEST_FAMILY = 4
_ORDER = list(Verdict)
#: The texts of so many works are looked at once more.
_FEW_HELD = 1000
#: Verdicts of words that do not, as they are.
_NOT_THERE = (Verdict.ALTERED, Verdict.ELSEWHERE, Verdict.NOT_FOUND)


class Verifier:
    """The sources that a project holds, and verdicts against them."""

    def __init__(self, project: Project, state: State) -> None:
        self._project = project
        self._state = state
        self._sources: dict[str, Source] = {}
        #: Where quotations of the corpus may stand, once they are looked for.
        self._holders: Holders | None = None
        #: In how many blocks of the index a word is.
        self._counts: dict[str, int] = {}
        #: The text that was judged last, and its notes.
        self._notes: tuple[str, OwnNotes] | None = None
        #: The lines of manuscripts, by name.
        self._manuscripts: dict[str, Lines] = {}

    def source(self, id: str) -> Source:
        """A document of the corpus as a source."""
        if id not in self._sources:
            self._sources[id] = Source(id, self._state.texts[id].document.text)
        return self._sources[id]

    def corpus(self, progress: Progress | None = None) -> list[Checked]:
        """The quotations of the corpus: its passages, and words in quotation marks that a
        citation stands beside.  By document and place; ``progress`` is told how many
        documents are done."""
        passages: dict[str, list[Passage]] = {}
        for passage in self._state.passages.passages:
            if passage.kind == "quotation" and self._state.anchors[passage.id].start >= 0:
                passages.setdefault(passage.document, []).append(passage)
        tell = progress or (lambda *_: None)
        count = len(self._state.texts)
        sought: dict[str, list[tuple[Quotation, str]]] = {}
        for number, (id, text) in enumerate(self._state.texts.items()):
            tell(number, count, id)
            quoted, citing = self._quotations(text.document)
            own = [
                (self._quoted(passage, quoted, citing), passage.id)
                for passage in passages.get(id, ())
            ]
            others = (
                each
                for each in quoted
                if each.keys
                and not any(one.start < each.end and each.start < one.end for one, _ in own)
            )
            sought[id] = [*own, *((each, "") for each in others)]
        self._note_holders(one.text for rows in sought.values() for one, _ in rows)
        found: list[Checked] = []
        for number, (id, rows) in enumerate(sought.items()):
            tell(number, count, f"quotations of {id}")
            document = self._state.texts[id].document
            found += [
                self._checked(document, one)._replace(passage=passage) for one, passage in rows
            ]
        tell(count, count, "")
        found = sorted(found, key=lambda one: (one.document, one.start))
        found = continued_in_each(found, self.source)
        return sorted(found, key=self._place)

    def manuscripts(self, documents: Sequence[Document]) -> list[Checked]:
        """The quotations of these manuscripts, in or outside of the project."""
        found: list[Checked] = []
        for document in documents:
            self._manuscripts[document.id] = Lines.of(document)
            found += [self._checked(document, each) for each in self._quotations(document)[0]]
        names = [document.id for document in documents]
        return sorted(
            continued_in_each(found, self.source),
            key=lambda one: (names.index(one.document), self._place(one)),
        )

    def _place(self, checked: Checked) -> tuple[str, int, int]:
        """Document, line and column, in whose order quotations are told of."""
        where = self.where(checked.document, checked.start)
        return checked.document, where.line or 0, where.column or 0

    def _quoted(
        self, passage: Passage, quoted: Sequence[Quotation], citing: Iterable[Cited]
    ) -> Quotation:
        """The quotation that a passage is, among those that its document has: of its own work,
        and where that is not held or it has none, of what the text names beside it."""
        spot = self._state.anchors[passage.id]
        text = self._state.texts[passage.document].document.text
        start, end = spot.start, spot.end
        if text.startswith(">", text.rfind("\n", 0, spot.start) + 1):
            markup = self._state.texts[passage.document].document.markup
            breaks = markup.breaks if markup is not None else ()
            if line := signature(text, start, end, breaks):
                end = line[0]
            start = headed(text, start, end, breaks)
        words = without_block_marks(text[start:end])
        keys = (passage.body.value,) if passage.body.type == "work" else ()
        if not any(self._held(key, passage.document) for key in keys):
            named = (one.keys for one in quoted if one.start < spot.end and spot.start < one.end)
            keys = tuple(dict.fromkeys((*keys, *next(named, ()))))
        found = Quotation(start, end, words, keys, passage.speaker)
        return without_citation(found, citing)

    def _held(self, key: str, document: str) -> str:
        """The document that is the text of a work, if it is another than this one; or ""."""
        id = self._state.document_of.get(key, document)
        return id if id != document else ""

    def _quotations(self, document: Document) -> tuple[list[Quotation], list[Cited]]:
        """The quotations of a document with the works that it names as their sources: by
        keys, and as the finders read it, without citations that were rejected.  Of a citation
        that may be of several works each is named, if one is held.  And its citations."""
        held = self._state.catalogue.by_key
        other = self._state.catalogue.aliases
        keyed = [
            (key.start, key.end, other.get(key.key, key.key))
            for key in document.keys
            if key.key in held or key.key in other or (key.sure and key.start < key.end)
        ]
        found = self._found(document)
        cites = [one for one in found if one.kind == "citation"]
        known = [one for one in cites if one.body.type == "work"]
        sure = [_place(one) for one in known if one.score >= _SURE]
        unknown: list[tuple[int, int, str]] = []
        for one in cites:
            if one.body.type != "work" and one.method in MARKS:
                unknown.append(_place(one))
            elif one.body.type != "work" and one.method.startswith(_DATED):
                keys = self._candidates(document, one)
                sure += [(one.start, one.end, key) for key in keys]
                unknown += [] if keys else [_place(one)]
        titles = [_place(one) for one in found if one.method in TITLES and one.body.value]
        text = document.text
        cited = with_notes(text, cited_together(text, [*keyed, *sure]))
        others = cited_together(text, unknown)
        said = [one for one in found if one.kind == "quotation"]
        notes = OwnNotes(text, found, (one[:2] for one in [*keyed, *map(_place, known), *titles]))
        self._notes = text, notes
        quoted = quotations(
            document,
            cited,
            [one for one in said if one.body.type == "work"],
            cited_together(text, [*keyed, *map(_place, known), *titles]),
            others,
            notes,
            self._titles,
        )
        unsure = [_place(one) for one in known if one.score < _SURE]
        quoted = [one if one.keys else self._closed_by(one, document, unsure) for one in quoted]
        citing = [*cited, *others]
        return [without_citation(one, citing) for one in with_speakers(text, quoted, said)], citing

    def _candidates(self, document: Document, citation: Suggestion) -> list[str]:
        """The works that an author and a year may be, where that are several: those that are
        held first; none if none is."""
        catalogue = self._scanner.catalogue
        cited = document.text[citation.start : citation.end]
        years = [int(year) for year in _YEAR.findall(cited)]
        words = name_key(_YEAR.split(cited)[0]).translate(_NO_SIGNS).split()
        found = {
            catalogue.entries[entry].key: None
            for start in range(len(words) if years else 0)
            for end in range(start + 1, min(start + _LONGEST_FAMILY, len(words)) + 1)
            for entry in catalogue.written(" ".join(words[start:end]), years)
        }
        keys = sorted(found, key=lambda key: not self._held(key, document.id))
        return keys if len(keys) > 1 and self._held(keys[0], document.id) else []

    def _closed_by(
        self, quotation: Quotation, document: Document, unsure: Iterable[tuple[int, int, str]]
    ) -> Quotation:
        """A quotation that names no work, with the one of a less sure citation right behind it,
        such as a page alone in a review (MLA Handbook 9, 6.3), if the text of that work has its
        words or nearly these: so it accuses nobody of words that are another's."""
        for start, _, key in unsure:
            if not _RIGHT_BEHIND.fullmatch(document.text, quotation.end, max(quotation.end, start)):
                continue
            held = self._state.document_of.get(key, document.id)
            if held == document.id:
                continue
            if judge(quotation.text, self.source(held)).verdict in _THERE:
                return quotation._replace(keys=(key,))
        return quotation

    def _found(self, document: Document) -> list[Suggestion]:
        """What the finders find in a document, without citations that were rejected."""
        sources = self._state.document_of
        if not sources:
            return []

        folded = composed(document.text)  # as finders read it

        def citations(reading: Reading) -> list[Suggestion]:
            return [
                one
                for one in finding.FINDERS["citations"](reading)
                if not self._is_rejected(
                    document.id,
                    *(folded.span(one.start, one.end) if folded else (one.start, one.end)),
                    one.body.value,
                )
            ]

        own = frozenset(key for key, id in sources.items() if id == document.id)
        return finding.scan(
            document.text, self._scanner.without(own), {**finding.FINDERS, "citations": citations},
            keys=document.keys, links=document.links, markup=document.markup,
        )  # fmt: skip

    @cached_property
    def _scanner(self) -> Scanner:
        works = [record.work for record in self._state.catalogue.by_key.values()]
        return Scanner.of(works, parser())

    @cached_property
    def _titles(self) -> Titles:
        return Titles(record.work for record in self._state.catalogue.by_key.values())

    @cached_property
    def _rejected(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """Document and work → the spans of the citations that were rejected."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for passage in self._state.rejections.passages:
            if passage.document in self._state.texts:
                spot = self._state.locate(passage)
                name = passage.document, passage.body.value
                found.setdefault(name, []).append((spot.start, spot.end))
        return found

    def _is_rejected(self, document: str, start: int, end: int, work: str) -> bool:
        spans = self._rejected.get((document, work), ())
        return any(left < end and start < right for left, right in spans)

    def _checked(self, document: Document, quotation: Quotation) -> Checked:
        """A quotation with the best verdict that one of the works it names gives."""
        start, end, words, keys = quotation[:4]
        keys = keys or self._said_by(quotation, document)
        known = [key for key in keys if key in self._state.catalogue.by_key]
        missing = keys[0] if keys and not known else ""
        held = [key for key in known if self._held(key, document.id)]
        ways = [(self._against(words, key, document.id), key) for key in held]
        finding, work = min(
            ways,
            key=lambda way: _ORDER.index(way[0].verdict),
            default=(Finding(Verdict.NO_SOURCE), missing),
        )
        if finding.verdict not in _THERE and (not held or len(held) < len(known)):
            work = next((key for key in known if key not in held), missing)
            finding = self._searched(quotation, document.id)
        finding = in_its_sentence(finding, document.text, start, end)
        if finding.verdict in _NOT_THERE and is_title(document.text, start, end):
            finding = Finding(Verdict.NO_SOURCE, reasons=("the title of a part",))
        if finding.verdict is Verdict.NOT_FOUND and self._is_translated(quotation, document, work):
            finding = Finding(Verdict.NO_SOURCE, reasons=("a translation, not compared by words",))
        if missing:
            reasons = (*finding.reasons, f"no work has the key {missing}")
            finding = finding._replace(reasons=reasons)
        if whose := self._turn_of_another(quotation, finding):
            told = (f"{finding.verdict} there", f"words of {whose}")
            reasons = (*told, *finding.reasons)
            finding, work = finding._replace(verdict=Verdict.ELSEWHERE, reasons=reasons), ""
        said = finding.verdict is Verdict.ELSEWHERE and not work
        speaker = quotation.speaker if said else ""
        return Checked(document.id, start, end, words, finding, work, "", missing, speaker)

    def _turn_of_another(self, quotation: Quotation, finding: Finding) -> str:
        """Who says the words in a transcript, if it is another one than the text says."""
        if finding.verdict not in _AS_THEY_ARE or not quotation.speaker or quotation.guessed:
            return ""
        names = named_person(quotation.speaker)
        return turn_of_another(self.source(finding.source).text, finding.start, names)

    def _said_by(self, quotation: Quotation, document: Document) -> tuple[str, ...]:
        """The work of the speaker of a quotation that names none, if its text has the words, or
        has them altered and no other text has them as they are.  Of words with another ending
        half must stand there in a row."""
        words, speaker = quotation.text, quotation.speaker
        own = written_by(self._scanner.catalogue, speaker) if speaker else ()
        altered: tuple[str, ...] = ()
        for key in sorted(own) if own and is_long_enough(words) else ():
            if not (held := self._held(key, document.id)):
                continue
            source = self.source(held)
            found = judge(words, source)
            if found.verdict in _AS_THEY_ARE:
                return (key,)
            is_near = found.score >= ENOUGH_ELSEWHERE or has_half(words, source)
            if found.verdict is Verdict.ALTERED and is_near and not quotation.guessed:
                altered = altered or (key,)
        if altered:
            others = self._others(words, document.id)
            found = judge(words, None, others, names_one=False, vouches=self._vouches)
            return () if found.verdict in _AS_THEY_ARE else altered
        return ()

    def _is_translated(self, quotation: Quotation, document: Document, work: str) -> bool:
        """Whether the text says that words of a work are translated, or their language does."""
        start, end = quotation[:2]
        note = self._noted(document).text_of(start, end)
        if is_marked_as_translated(document.text, start, end, note):
            return True
        source = self.source(self._held(work, document.id)).text
        tag = self._state.catalogue.by_key[work].work.text("language")
        return is_of_another_language(quotation.text, source, tag)

    def _noted(self, document: Document) -> OwnNotes:
        """The notes of a document, those that its quotations were found with."""
        if self._notes is None or self._notes[0] is not document.text:
            self._notes = document.text, OwnNotes(document.text)
        return self._notes[1]

    def _against(self, words: str, work: str, document: str) -> Finding:
        """The verdict on words of a work that is held; other documents are looked at where it
        does not have them."""
        named = self.source(self._held(work, document))
        others = self._others(words, named.id, document)
        return judge(words, named, others, vouches=self._vouches)

    def _searched(self, quotation: Quotation, document: str) -> Finding:
        """The verdict on a quotation whose source is not held, or that names none: that of the
        document that has the words, if it names none.  Words that are said to be a catalogued
        author's are not held against what another one wrote; where he wrote just these, they
        are elsewhere."""
        words = quotation.text
        others = self._others(words, document)
        found = judge(words, None, others, names_one=bool(quotation.keys), vouches=self._vouches)
        if found.verdict is Verdict.ALTERED and quotation.speaker:
            own = written_by(self._scanner.catalogue, quotation.speaker)
            if own and not any(self._state.document_of.get(key) == found.source for key in own):
                return beside(found)
        if found.verdict in _AS_THEY_ARE and not (quotation.keys or quotation.guessed):
            return self._attributed(quotation, found, document)
        return found

    def _attributed(self, quotation: Quotation, found: Finding, document: str) -> Finding:
        """What is said of words that stand in a document, where they may be said to be
        somebody's who is not their author: that they are elsewhere, unless another document
        has them and knows him, or it is open whose they are."""
        words, speaker = quotation.text, quotation.speaker
        names = named_person(speaker)
        if len(names) < 2 and not (names and written_by(self._scanner.catalogue, speaker)):
            return found
        works, text = self._works_in(found.source), self.source(found.source).text
        author = author_instead(names, words, text, found.start, found.end, works)
        if not author:
            return found
        theirs = (
            one
            for one in self._others(words, document, found.source)
            if not is_stranger(names, one.text, self._works_in(one.id))
        )
        known = judge(words, None, theirs, names_one=False, vouches=self._vouches)
        if known.verdict in _AS_THEY_ARE:
            return known
        told = (f"{found.verdict} there", f"words of {author}")
        return found._replace(verdict=Verdict.ELSEWHERE, reasons=(*told, *found.reasons))

    def _works_in(self, document: str) -> list[Work]:
        """The works whose text a document is."""
        held = self._state.catalogue.by_key
        return [held[key].work for key in self._keys_of.get(document, ())]

    @cached_property
    def _keys_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, id in self._state.document_of.items():
            found.setdefault(id, []).append(key)
        return found

    def _note_holders(self, quotations: Iterable[str]) -> None:
        """Note which documents may have any of these quotations."""
        keys = (keys_of(one) for one in quotations)
        texts = ((id, self.source(id).keys) for id in self._state.texts)
        self._holders = Holders(keys, texts)

    def _others(self, words: str, *without: str) -> Iterator[Source]:
        """The documents that may have these words, but for some; looked up when the first is
        asked for."""
        if self._holders is not None and self._holders.of(keys_of(words)) <= {*without}:
            return
        ids = documents_with(self._project, words, self._counts)
        if len(ids) == MOST:  # so many have or quote them that the very source may be missing
            own = [id for id in self._keys_of if id not in ids]
            if 0 < len(own) <= _FEW_HELD:
                ids += documents_with(self._project, words, self._counts, own)
        for id in ids:
            if id not in without and id in self._state.texts:
                yield self.source(id)

    def _vouches(self, source: Source) -> bool:
        """Whether a source has words that it quotes: as the text of a work, or a transcript."""
        return source.id in self._keys_of or is_transcript(source.text)

    def variants(self, checked: Sequence[Checked]) -> list[Variant]:
        """The pairs of these quotations that quote the same words differently; two that stand
        in sources as they are do not."""
        right = {one[:2] for one in checked if one.finding.verdict in _AS_THEY_ARE}
        found = variants([Quoted(one.document, one.start, one.text) for one in checked])
        return [pair for pair in found if not right.issuperset(side[:2] for side in pair[:2])]

    def where(self, document: str, start: int) -> Where:
        """The place of a position in a document or manuscript."""
        if start < 0:
            return Where(document or None)
        if document in self._manuscripts:
            return Where(document, *self._manuscripts[document].place(start))
        return Where(document, *self._state.texts[document].lines.place(start))

    def checked_json(self, checked: Checked) -> dict[str, Any]:
        """A checked quotation as a JSON object."""
        where = self.where(checked.document, checked.start)
        source = self.where(checked.finding.source, checked.finding.start)
        return row_of(checked, where, source)

    def variant_json(self, variant: Variant) -> dict[str, Any]:
        """Two quotations that differ as a JSON object."""
        first, second = (self.where(each.document, each.start) for each in variant[:2])
        return row_of_variant(variant, first, second)


def _place(one: Suggestion) -> tuple[int, int, str]:
    return one.start, one.end, one.body.value
