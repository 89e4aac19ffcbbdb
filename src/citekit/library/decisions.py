"""What becomes of suggestions: accepted, rejected, rejected everywhere, taken back.

Each call is one transaction over passages, suggestions, rejections and, where a
proposed work is taken, the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from citekit import anchor
from citekit.errors import UnknownKeyError, UnknownPassageError, UsageError, Where
from citekit.formats import biblatex, bibsource
from citekit.library.changes import quoted_in
from citekit.library.decided import EVERYWHERE, REJECTED, at_one_place, words_and_body
from citekit.library.editing import appended, body_key, catalogue_file, new_key, with_id
from citekit.library.edits import Edit
from citekit.library.evidence import Sources, evidence
from citekit.library.linking import BODIES, DEFAULT_RELATION
from citekit.library.project import Project
from citekit.library.state import State
from citekit.model import Body, Passage, Work
from citekit.store.catalogue import Catalogue, Record, records_of
from citekit.twins import Twins

Verdict: TypeAlias = Literal["accept", "reject", "reject-everywhere"]


class Decision(NamedTuple):
    """A verdict on the suggestion ``id``; ``passage`` is what to accept in its place,
    with a person's corrections, or None for it as it was found."""

    id: str
    verdict: Verdict
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What one decision changed, enough to take it back.

    ``passage`` is the accepted one; ``key`` and ``entry`` are those of a work that was
    added, ``evidence`` its passages.  ``closed`` are the suggestions that are decided,
    ``replaced`` the suggested passages that were decided in their own file,
    ``rejections`` what was put into the file of rejections.
    """

    verdict: Verdict
    suggestion: Passage
    passage: Passage | None = None
    key: str = ""
    entry: str = ""
    evidence: tuple[Passage, ...] = ()
    closed: tuple[Passage, ...] = ()
    replaced: tuple[Passage, ...] = ()
    rejections: tuple[Passage, ...] = ()

    @property
    def ids(self) -> list[str]:
        """The suggestions that are not open any more."""
        return [self.suggestion.id, *(each.id for each in self.closed)]


class Proposal(NamedTuple):
    """What accepting a proposed work would do: link to the work ``key`` that is there
    already if ``entry`` is empty, else add this entry."""

    key: str
    entry: str


class Outcome(NamedTuple):
    """Decisions that were saved together, the names of the files that changed,
    whether none did because it was a trial, and the suggestions that were left open because
    their words have changed."""

    done: tuple[Done, ...]
    files: tuple[str, ...]
    dry_run: bool
    left: tuple[str, ...] = ()


class Works:
    """The works of the catalogue, and those added since, for new entries."""

    def __init__(self, project: Project, catalogue: Catalogue) -> None:
        self._pattern = project.settings.key_pattern
        self._records = dict(catalogue.by_key)
        self._twins = Twins(record.work for record in catalogue.by_key.values())

    def plan(self, work: Work) -> Proposal:
        twin = self._twins.find(work)
        if twin is not None:
            return Proposal(twin, "")
        key = new_key(self._pattern, work, self._records)
        return Proposal(key, biblatex.write([work._replace(id=key)]).strip())

    def add(self, done: Done) -> None:
        if done.entry:
            record = self._records[done.key] = _record(done.entry)
            self._twins.add(record.work)

    def record(self, key: str) -> Record | None:
        return self._records.get(key)


def _record(entry: str) -> Record:
    return records_of(entry + "\n", "")[0][0]


class Moved(NamedTuple):
    """A suggestion where its words stand now, under the id it has, and whether they are
    other words than it was found with."""

    passage: Passage
    changed: bool


def moved(state: State, passage: Passage) -> Moved | None:
    """A suggestion where its words stand now; None if they do not."""
    spot = state.locate(passage)
    if spot.start < 0:
        return None
    document = state.texts[passage.document].document
    if (passage.digest, passage.extractor) == (document.digest, document.extractor):
        return Moved(passage, changed=False)
    attribution = state.attribution(passage)
    now = passage._replace(
        selector=anchor.select(document.text, spot.start, spot.end),
        quoted=quoted_in(passage, document.text[spot.start : spot.end]) or "",
        attribution=attribution and anchor.select(document.text, *attribution),
        digest=document.digest,
        extractor=document.extractor,
    )
    return Moved(now, spot.status is anchor.Status.FUZZY)


# --- decisions ------------------------------------------------------------------------


def decide(
    project: Project,
    decisions: Iterable[Decision],
    *,
    state: State | None = None,
    earlier: Iterable[Done] = (),
    dry_run: bool = False,
) -> Outcome:
    """Save decisions in one transaction, all or none.

    An accepted suggestion becomes a reviewed passage; one with a proposed work is
    linked to that work, which is added to the catalogue, with evidence for its fields,
    if it is not there; to a work that is there it adds the evidence that this lacks, and
    that of a reference takes the place of what was read from a citation.  A rejected one
    does not come back at its place; rejected everywhere, wherever its words would point at
    its body, which also closes other suggestions.  Where a person corrected place, kind or
    body, what was found counts as rejected.  ``state`` is what the project's files said
    when the suggestions were shown, ``earlier`` what was decided since.

    Raises UnknownPassageError for an id that is no open suggestion, whose words are
    not in the document any more, or have changed where nobody has seen them
    (``passage`` is None), UsageError for a body that its kind cannot have and for two
    verdicts on one suggestion, UnknownKeyError.
    """
    state = state or project.state()
    each_once = _each_once(decisions)
    with Edit(project, dry_run) as edit:
        desk = _Desk(edit, state, earlier)
        done = tuple(desk.decide(each) for each in each_once)
        desk.save()
        return Outcome(done, tuple(edit.changed()), dry_run)


def _each_once(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions, one that is repeated once; raises UsageError for two on one id."""
    found: dict[str, Decision] = {}
    for each in decisions:
        first = found.setdefault(each.id, each)
        if first != each:
            raise UsageError(
                f"{each.id} has two verdicts: {first.verdict} and {each.verdict}",
                hint="name it once",
            )
    return list(found.values())


class _Desk:
    """The files of one transaction while decisions are made."""

    def __init__(self, edit: Edit, state: State, earlier: Iterable[Done]) -> None:
        self.edit = edit
        self.state = state
        self.done = list(earlier)
        self.told = 0  # so many of them are in the sources
        self.entries: list[str] = []

    def _find(self, id: str) -> tuple[str, Passage] | None:
        """An open suggestion and the name of the file it is in."""
        settings = self.edit.project.settings
        for name in (settings.suggestions, settings.passages):
            found = self.edit.find(name, id)
            if found is not None and found.status == "suggested":
                return name, found
        return None

    @cached_property
    def works(self) -> Works:
        return Works(self.edit.project, self.edit.catalogue)

    @cached_property
    def _stored(self) -> Sources:
        return Sources(self.state.passages.passages)

    @property
    def sources(self) -> Sources:
        """What the records were read from, with what was decided so far."""
        for done in self.done[self.told :]:
            _tell(self._stored, done)
        self.told = len(self.done)
        return self._stored

    def decide(self, decision: Decision) -> Done:
        place = self._find(decision.id)
        if place is None:
            raise UnknownPassageError(
                f"no open suggestion has the id {decision.id!r}",
                hint="`citekit review --json` shows those that are open",
            )
        name, found = place
        spot = moved(self.state, found)
        if spot is None:
            raise UnknownPassageError(
                f"the words of {decision.id} do not stand in the document any more",
                Where(found.document),
                "`citekit scan` finds what stands there now",
            )
        suggested = name == self.edit.project.settings.suggestions
        if decision.verdict == "accept":
            if spot.changed and decision.passage is None:
                raise UnknownPassageError(
                    f"the words of {decision.id} have changed since it was found",
                    Where(found.document),
                    "`citekit review` shows them, `citekit scan` looks again",
                )
            done = self._accept(found, spot.passage, decision.passage or spot.passage, suggested)
        else:
            done = self._reject(found, spot.passage, decision.verdict, suggested)
        self._put(done)
        self.done.append(done)
        return done

    def _put(self, done: Done) -> None:
        """Change the files of passages, suggestions and rejections."""
        edit, settings = self.edit, self.edit.project.settings
        added = [*done.evidence, *([done.passage] if done.passage else [])]
        gone = {each.id for each in done.replaced} - {each.id for each in added}
        edit.take_out(settings.suggestions, {each.id for each in done.closed})
        edit.take_out(settings.passages, gone)
        edit.put(settings.rejections, done.rejections)
        edit.add_passages(added)

    def _accept(self, found: Passage, now: Passage, wanted: Passage, suggested: bool) -> Done:
        key = entry = ""
        proofs: tuple[Passage, ...] = ()
        weaker: tuple[Passage, ...] = ()
        proposed = wanted.proposal is not None
        if wanted.proposal is not None:
            key, entry = self.works.plan(wanted.proposal)
            wanted = linked(wanted, Body("work", key))
            if entry:
                proofs = tuple(_evidence(self.state, wanted, _record(entry)))
                self.entries.append(entry)
        else:
            self._check(wanted)
        final = with_id(wanted._replace(status="reviewed"))
        if not entry:
            proofs, weaker = self._lacking(final, proposed)
        same = (
            final.kind == now.kind
            and (final.body == now.body or now.proposal is not None)
            and at_one_place(now.kind, _span(final), _span(now))
        )
        name = self.edit.project.settings.passages
        gone = {each.id: each for id in (found.id, final.id) if (each := self.edit.find(name, id))}
        done = Done(
            "accept",
            found,
            passage=final,
            key=key if entry else "",
            entry=entry,
            evidence=proofs,
            closed=(found,) if suggested else (),
            replaced=(*gone.values(), *weaker),
            rejections=() if same else (_rejection(now, REJECTED),),
        )
        if entry:
            self.works.add(done)
        return done

    def _lacking(
        self, passage: Passage, proposed: bool
    ) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Evidence that a passage adds to a work that is there, and what gives way to it.

        A record of which nothing was read from a text gets some of a proposed reference
        alone: what others wrote into it was not read here."""
        key = body_key(passage)
        reference = passage.kind == "reference"
        if passage.body.type != "work" or not (reference or proposed):
            return (), ()
        if not (reference and proposed) and not self.sources.known(key):
            return (), ()
        record = self.works.record(key)
        proofs = () if record is None else _evidence(self.state, passage, record)
        return self.sources.better(key, passage, proofs)

    def _check(self, passage: Passage) -> None:
        """That kind and body go together, and the work is in the catalogue."""
        if passage.body.type not in BODIES[passage.kind]:
            raise UsageError(
                f"a passage of kind {passage.kind} cannot point at {passage.body.type}",
                hint="correct its kind, or link it to a work",
            )
        key = body_key(passage)
        state = self.state
        if key and not (state.has_catalogue and key in state.catalogue.by_key):
            own = self.edit.project.record(key).key
            if own != key:
                raise UnknownKeyError(f"{key!r} is an alias of {own!r}", hint=f"use {own}")

    def _reject(self, found: Passage, now: Passage, verdict: Verdict, suggested: bool) -> Done:
        everywhere = verdict == "reject-everywhere"
        closed = [found] if suggested else []
        if everywhere:
            sought = words_and_body(now)
            name = self.edit.project.settings.suggestions
            closed += [
                each
                for each in self.edit.annotations(name).passages
                if each.id != found.id and words_and_body(each) == sought
            ]
        return Done(
            verdict,
            found,
            closed=tuple(closed),
            replaced=() if suggested else (found,),
            rejections=(_rejection(now, EVERYWHERE if everywhere else REJECTED),),
        )

    def save(self) -> None:
        """Add the proposed works that were taken to the catalogue."""
        if self.entries:
            name = catalogue_file(self.edit.project, None)
            self.edit.require_closed(name)
            self.edit.write(name, appended(self.edit.read(name), self.entries))


def take_back(project: Project, *done: Done) -> None:
    """Undo decisions in one transaction, those that were made last first: their suggestions
    are open again, and what they added goes.

    Raises UnknownKeyError if a work that was added is gone.
    """
    with Edit(project) as edit:
        for each in reversed(done):
            _undo(edit, each)


def _undo(edit: Edit, done: Done) -> None:
    settings = edit.project.settings
    if done.key:
        name = edit.record(done.key).file
        edit.edit_source(name, lambda source: bibsource.remove_entry(source, done.key))
    added = [*done.evidence, *([done.passage] if done.passage else [])]
    before = {each.id for each in done.replaced}
    edit.take_out(settings.passages, {each.id for each in added} - before)
    edit.add_passages(done.replaced)
    edit.put(settings.suggestions, done.closed)
    edit.take_out(settings.rejections, {each.id for each in done.rejections})


def _span(passage: Passage) -> tuple[int, int]:
    return passage.selector.start, passage.selector.end


def _rejection(passage: Passage, status: str) -> Passage:
    """What is kept of a rejected suggestion: what it would have said, and where."""
    return with_id(
        Passage(
            "",
            passage.document,
            passage.selector,
            passage.kind,
            passage.body,
            status=status,
            method=passage.method,
            digest=passage.digest,
            extractor=passage.extractor,
        )
    )


def _tell(sources: Sources, done: Done) -> None:
    for each in done.replaced:
        sources.remove(each)
    for each in (*done.evidence, *([done.passage] if done.passage else [])):
        sources.add(each)


def _evidence(state: State, passage: Passage, record: Record) -> Iterator[Passage]:
    """A passage for each field of a record that stands in the passage's words."""
    at = passage.selector
    text = state.texts[passage.document].document.text
    for field, (start, end) in evidence(text[at.start : at.end], record).items():
        yield with_id(
            Passage(
                id="",
                document=passage.document,
                selector=anchor.select(text, at.start + start, at.start + end),
                kind="evidence",
                body=Body("field", f"{record.key}#{field}"),
                method=passage.method,
                digest=passage.digest,
                extractor=passage.extractor,
            )
        )


def linked(passage: Passage, body: Body) -> Passage:
    """The passage pointing at a body, with the relation that its kind has by default."""
    relation = DEFAULT_RELATION.get(passage.kind, "") if body.type == "work" else ""
    return passage._replace(body=body, relation=relation, proposal=None)
