"""What is said in an interview, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.find.grammar.marks import Quoted
from citekit.find.quotations.interviews import Turn, turns
from citekit.find.quotations.questions import answers
from citekit.find.speakers.interviewed import interviewed
from citekit.find.speakers.persons import Persons, Speaker
from citekit.find.suggestion import Suggestion

#: Marks that open a quotation.
_OPENING = frozenset('“„«»"‹›')


def transcript(
    text: str, paragraphs: list[tuple[int, int]], outer: Sequence[Quoted], persons: Persons,
    language: str,
) -> list[Suggestion]:  # fmt: skip
    """The turns of an interview that has them ("NAME: …"), or its answers; ``outer`` is what
    stands in quotation marks."""
    said = turns(text, paragraphs)
    questions: list[tuple[int, int]] = []
    if not said:
        said, questions = answers(text, paragraphs)
    if not said:
        return []
    guest = None
    if not all(turn.name for turn in said):
        guest = interviewed(persons, said[0].start, questions, language)
    if questions and (guest is None or _told_of(text, guest, said)):
        return []
    whole = {(q.start, q.end): q for q in outer}
    found = []
    for turn in said:
        if turn.name:
            name = persons.fullest(turn.name, turn.start, language)
        elif guest is not None:
            name = guest.name
        else:
            continue
        quoted = whole.get((turn.start, turn.end))
        words = quoted.words(text) if quoted else text[turn.start : turn.end]
        if questions and quoted is None and words[0] in _OPENING:
            continue  # "“No,” she says. “Not yet.”"
        labelled = turn.label[1] > turn.label[0]
        found.append(
            Suggestion(
                turn.start,
                turn.end,
                "quotation",
                quoted=words,
                speaker=name,
                cue=text[turn.label[0] : turn.label[1]],
                attribution=turn.label if labelled else None,
                method="transcript",
                score=0.8 if labelled else 0.7,
                reasons=("turn of an interview",),
            )
        )
    return found


def _told_of(text: str, guest: Speaker, said: Sequence[Turn]) -> bool:
    """Whether the paragraphs that seem to answer speak of ``guest``: a text in which the
    writer asks."""
    family = guest.name.split()[-1]
    return 4 * sum(family in text[one.start : one.end] for one in said) > len(said)
