"""``review``: decide on suggestions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

import typer

from citekit.cli.context import (
    DryRun,
    Json,
    bold,
    counted,
    dim,
    message,
    open_project,
    plain_line,
    print_json,
    some,
    wrap,
)
from citekit.cli.keys import Keys
from citekit.cli.lookup import marked, marked_changes
from citekit.errors import CitekitError, UsageError
from citekit.library import reviewing
from citekit.library.decided import EVERYWHERE
from citekit.library.decisions import Decision, Done, Outcome, Verdict, decide
from citekit.library.reviewing import Review, full_id
from citekit.library.state import State
from citekit.library.views import PassageView
from citekit.model import Passage
from citekit.vocabulary import PASSAGE_KINDS

app = typer.Typer(rich_markup_mode=None)

_HELP = """\
  a  accept             w  link to another work, or to none
  r  reject             s  correct the speaker
  x  always reject      k  correct the kind
  n  next, undecided    e  correct the span: the words it should cover
  d  accept all that is left of this document, after a question
  b  back, and undo     ?  this help
  q  quit; everything decided is saved
"""
_PROMPT = (
    "[a]ccept [r]eject [x] always [w]ork [s]peaker [k]ind [e] span [n]ext [b]ack [d] all [q]uit ? "
)
_END = "that was the last: [b]ack, any other key ends ? "
_VERDICTS: dict[str, Verdict] = {"a": "accept", "r": "reject", "x": "reject-everywhere"}


@app.command("review")
def review(
    kind: Annotated[str | None, typer.Option("--kind", "-k", help="Of this kind only.")] = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="DOC", help="Of this document.")
    ] = None,
    work: Annotated[
        str | None, typer.Option("--work", "-w", metavar="KEY", help="That point at this work.")
    ] = None,
    above: Annotated[
        float | None,
        typer.Option("--accept-above", metavar="SCORE", help="Accept all from this score."),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="ID", help="Accept this one. May be repeated."),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option("--reject", metavar="ID", help="Reject this one. May be repeated."),
    ] = None,
    always: Annotated[
        list[str] | None,
        typer.Option(
            "--always-reject", metavar="ID", help="Reject these words everywhere. May be repeated."
        ),
    ] = None,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="List what was rejected instead.")
    ] = False,
    reopen: Annotated[
        list[str] | None,
        typer.Option("--reopen", metavar="ID", help="Take this rejection back. May be repeated."),
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Walk through the suggestions of a scan and accept, correct or reject each.

    Every decision is saved at once; quit at any time and go on later. With --json or
    --dry-run alone, lists what waits.
    """
    project = open_project()
    decisions = [
        Decision(full_id(id), verdict)
        for verdict, ids in zip(_VERDICTS.values(), (accept, reject, always), strict=True)
        for id in ids or ()
    ]
    if rejected or reopen:
        if decisions or above is not None or (rejected and reopen):
            raise UsageError("--rejected and --reopen go without other decisions")
        if rejected:
            _list_rejected(
                reviewing.rejections(project, kind=kind, document=document, work=work), as_json
            )
            return
    if above is not None:
        if decisions:
            raise UsageError("--accept-above goes without --accept and --reject")
        outcome = reviewing.accept_above(
            project, above, kind=kind, document=document, work=work, dry_run=dry_run
        )
        _report(outcome, project.state(), as_json)
        return
    if (decisions or reopen) and (kind or document or work):
        raise UsageError("an ID goes without --kind, --document and --work")
    if reopen:
        views = reviewing.reopen(project, map(full_id, reopen), dry_run=dry_run)
        _report_reopened(views, dry_run, as_json)
        return
    if decisions:
        state = project.state()
        _report(decide(project, decisions, state=state, dry_run=dry_run), state, as_json)
        return
    waiting = Review(project, kind=kind, document=document, work=work)
    if waiting.lost:
        message(f"{waiting.lost} suggestions have lost their words; `citekit scan` looks again")
    if as_json:
        print_json(waiting.to_json())
    elif not waiting.waiting:
        message("nothing waits for review")
    elif dry_run:
        for number, each in enumerate(waiting.waiting, start=1):
            show(waiting, each, number)
    else:
        _Walk(waiting, Keys()).run()


def _report(outcome: Outcome, state: State, as_json: bool) -> None:
    """Say what decisions did."""
    accepted = [done.passage for done in outcome.done if done.passage is not None]
    rejected = [done.suggestion.id for done in outcome.done if done.passage is None]
    added = [done.key for done in outcome.done if done.key]
    if as_json:
        print_json(
            {
                "accepted": [state.view(each).to_json() for each in accepted],
                "rejected": rejected,
                "added": added,
                "left": list(outcome.left),
                "files": list(outcome.files),
                "dry_run": outcome.dry_run,
            }
        )
        return
    would = "would have " if outcome.dry_run else ""
    works = f", added {some(added)}" if added else ""
    files = f" ({', '.join(outcome.files)})" if outcome.files else ""
    message(f"{would}accepted {len(accepted)}, rejected {len(rejected)}{works}{files}")
    if outcome.left:
        message(
            f"{len(outcome.left)} left open, as their words have changed since they were found; "
            "`citekit scan` looks again"
        )


def _list_rejected(views: list[PassageView], as_json: bool) -> None:
    if as_json:
        print_json([view.to_json() for view in views])
        return
    for view in views:
        about = view.work or view.person
        always = "always" if view.status == EVERYWHERE else ""
        print(f"{bold(view.place)}  {dim(view.id)}")
        print("  " + "  ".join(part for part in (view.kind, about, always) if part))
        print(wrap(marked(view), "    "))
    if not views:
        message("nothing was rejected")


def _report_reopened(views: list[PassageView], dry_run: bool, as_json: bool) -> None:
    if as_json:
        print_json([view.to_json() for view in views])
        return
    would = "would have reopened" if dry_run else "reopened"
    message(f"{would} {len(views)}; `citekit scan` suggests again what it still finds there")


# --- one suggestion -------------------------------------------------------------------


_WORD = re.compile(r"\w")


def show(review: Review, passage: Passage, number: int) -> None:
    """A suggestion with its sentence, why it was found, and what accepting adds."""
    view = review.view(passage)
    about = ""
    if view.work:
        about = f"{bold(view.work)} ({plain_line(review.name(view.work))})"
    elif view.person:
        about = f"{plain_line(view.person)}, no work"
    print(f"\n[{number}/{len(review.waiting)}] {bold(view.place)}  {dim(view.id)}")
    print("  " + "  ".join(part for part in (view.kind, about, f"score {view.score:.2f}") if part))
    print(wrap(marked(view), "    "))
    changes = review.changes(passage)
    if changes:
        print(f"  changed since it was found: {marked_changes(changes)}")
    facts = {
        "speaker": view.speaker,
        "cue": view.cue,
        "quoted": view.quoted,
        "locator": view.locator,
        "because": "; ".join(filter(_WORD.search, view.reasons)),  # signs alone say nothing
        "method": view.method,
    }
    for name, value in facts.items():
        if value:
            print(wrap(f"{name}: {plain_line(value)}", "  "))
    proposal = review.proposal(passage)
    if proposal is not None and proposal.entry:
        print("  adds to the catalogue:")
        for line in reviewing.readable(proposal.entry).splitlines():
            print(f"    {plain_line(line) if line[:1] != ' ' else '  ' + plain_line(line)}")
    elif proposal is not None:
        print(f"  links to {bold(proposal.key)}, which is in the catalogue")


class _Walk:
    """One review on a terminal."""

    def __init__(self, review: Review, keys: Keys) -> None:
        self.review = review
        self.keys = keys
        self.drafts: dict[str, Passage] = {}
        self.at = 0
        self.actions: dict[str, Callable[[Passage], None]] = {
            "w": self._work,
            "s": self._speaker,
            "k": self._kind,
            "e": self._span,
        }

    def run(self) -> None:
        """Until the last suggestion, ``q`` or an interruption."""
        try:
            self._walk()
        except KeyboardInterrupt:
            print()
            raise
        finally:
            accepted = sum(done.passage is not None for done in self.review.done.values())
            rejected = len(self.review.done) - accepted
            message(f"accepted {accepted}, rejected {rejected}; {len(self.review.open())} wait")

    def _walk(self) -> None:
        shown: Passage | None = None
        waiting = self.review.waiting
        while True:
            if self.at >= len(waiting):
                if not self._goes_back():
                    break
                shown = None
                continue
            passage = waiting[self.at]
            if not self.review.is_open(passage):
                self.at += 1
                continue
            draft = self.drafts.get(passage.id, passage)
            if draft is not shown:
                show(self.review, draft, self.at + 1)
                shown = draft
            key = self.keys.key(_PROMPT)
            if key == "q":
                break
            try:
                self._press(key, draft)
            except CitekitError as failure:
                print(f"  {failure}")
            if key == "b":
                shown = None

    def _goes_back(self) -> bool:
        """Whether the last decision of all is undone, before the review ends."""
        if not self.review.done or self.keys.key(_END) != "b":
            return False
        try:
            self._back()
        except CitekitError as failure:
            print(f"  {failure}")
            return False
        return True

    def _press(self, key: str, draft: Passage) -> None:
        if key in _VERDICTS:
            verdict = _VERDICTS[key]
            chosen = draft if verdict == "accept" else None
            self._tell(self.review.decide(Decision(draft.id, verdict, chosen)))
            self.at += 1
        elif key == "d":
            self._accept_left(draft.document)
        elif key in self.actions:
            self.actions[key](draft)
        elif key == "n":
            self.at += 1
        elif key == "b":
            self._back()
        else:
            print(_HELP, end="")

    def _accept_left(self, document: str) -> None:
        """Accept what is left of a document from here on, if that is really wanted, but for
        what a person must look at."""
        here = [each for each in self.review.waiting[self.at :] if each.document == document]
        left = [each for each in here if self.review.is_open(each)]
        drafts = self.drafts
        sure = [each for each in left if each.id in drafts or self.review.can_accept(each)]
        if not sure:
            print("  none of these can be accepted as it is")
            return
        count = counted(len(sure), "suggestion")
        if self.keys.ask(f"accept {count} of {document}, y or n") not in ("y", "Y"):
            return
        decisions = [Decision(each.id, "accept", drafts.get(each.id)) for each in sure]
        for done in self.review.decide_together(decisions):
            self._tell(done)
        rest = len(left) - len(sure)
        others = f"; {counted(rest, 'other')} must be looked at" if rest else ""
        print(f"  accepted {count}{others}")

    def _tell(self, done: Done) -> None:
        """What a decision did besides."""
        if done.key:
            print(f"  added {bold(done.key)} to the catalogue")
        if len(done.closed) > 1:
            print(f"  {len(done.closed) - 1} other suggestions with these words are closed")

    def _back(self) -> None:
        """To the suggestion before; what was decided on it is undone."""
        before = self.at - 1
        waiting, review = self.review.waiting, self.review
        done = review.done
        while (
            before >= 0 and waiting[before].id not in done and not review.is_open(waiting[before])
        ):
            before -= 1
        if before < 0:
            print("  this is the first")
            return
        if waiting[before].id in done:
            ids = review.take_back(waiting[before].id)
            before = min(number for number, each in enumerate(waiting) if each.id in ids)
        self.at = before

    def _correct(self, draft: Passage, **changes: str) -> None:
        self.drafts[draft.id] = reviewing.corrected(self.review.state, draft, **changes)

    def _work(self, draft: Passage) -> None:
        key = self.keys.ask("key of the work, - for none")
        if key and key != "-":
            self.review.name(key)  # raises for a key that is none
        if key:
            self._correct(draft, work="" if key == "-" else key)

    def _speaker(self, draft: Passage) -> None:
        name = self.keys.ask("speaker, - for none")
        if name:
            self._correct(draft, speaker="" if name == "-" else name)

    def _kind(self, draft: Passage) -> None:
        kind = self.keys.ask(f"kind ({', '.join(PASSAGE_KINDS)})")
        if kind:
            self._correct(draft, kind=kind)

    def _span(self, draft: Passage) -> None:
        words = self.keys.ask("the words, as they stand in the text")
        if words:
            self._correct(draft, words=words)


@app.callback()
def _group() -> None:
    """Reviewing."""
