"""What a scan finds of the passages that people made: precision, recall, speakers.

    python -m benchmarks.find FOLDER [--show] [--json]

FOLDER is a project, or any folder with texts, .bib files and a passages.jsonl.  The
passages are set aside and the texts scanned with the catalogue alone; nothing is
written.  A passage is found if a finding shares more than half of the shorter span
and says the same: for what cites a work, the same work, whatever the kind; for a
quotation, that it is one; for a credit, the same person.  A link is false if nobody
linked words there to this work.  Quotations without a speaker are counted apart, as
people mark attributed ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from citekit.library.decided import at_one_place
from citekit.library.scanning import findings
from citekit.library.state import State
from citekit.model import Passage
from citekit.store.settings import PROJECT_FILE, Settings, load
from citekit.textfold import fold

CITING = ("reference", "citation", "mention", "echo", "paraphrase")
KINDS = (*CITING, "quotation", "credit")


class Placed(NamedTuple):
    """A passage and the span it has now."""

    passage: Passage
    span: tuple[int, int]


class Row(NamedTuple):
    """Counts for a kind: passages people made, those found, those found under this
    kind, findings of this kind, those that people made too."""

    kind: str
    made: int
    recalled: int
    same_kind: int
    findings: int
    right: int

    @property
    def recall(self) -> float:
        """The share of people's passages that was found, 1 if there are none."""
        return self.recalled / self.made if self.made else 1.0

    @property
    def precision(self) -> float:
        """The share of findings that people made too, 1 if there are none."""
        return self.right / self.findings if self.findings else 1.0


def settings_of(folder: Path) -> Settings:
    """The project's settings, or those of a folder that is none."""
    if (folder / PROJECT_FILE).exists():
        return load(folder, {})
    passages = next(iter(sorted(folder.rglob("passages.jsonl"))), folder / "passages.jsonl")
    return Settings(
        folder,
        catalogue=("**/*.bib",),
        documents=("**/*.txt", "**/*.md", "**/*.html", "**/*.tex"),
        passages=passages.relative_to(folder).as_posix(),
    )


def placed(state: State, passages: Sequence[Passage]) -> Iterator[Placed]:
    """The passages where their words stand now, evidence left out."""
    for passage in passages:
        spot = state.locate(passage)
        if spot.start >= 0 and passage.kind in KINDS:
            yield Placed(passage, (spot.start, spot.end))


def says(found: Placed, made: Placed) -> bool:
    """Whether a finding says what a person's passage says."""
    one, other = found.passage, made.passage
    if one.document != other.document or not at_one_place("", found.span, made.span):
        return False
    if other.kind in CITING:
        return one.kind in (*CITING, "quotation") and one.body == other.body
    if other.kind == "credit":
        return one.kind == "credit" and same_person(one.body.value, other.body.value)
    return one.kind == "quotation"


def links(found: Placed, made: Placed) -> bool:
    """Whether a person linked words of a finding to its work."""
    one, other = found.passage, made.passage
    shared = min(found.span[1], made.span[1]) - max(found.span[0], made.span[0])
    return one.document == other.document and shared > 0 and one.body == other.body


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one speaker: equal, or one is the other with given names
    or titles before it."""
    first, second = (
        fold(name, casefold=True).text.replace(".", " ").split() for name in (one, other)
    )
    if not first or not second:
        return first == second
    small, large = sorted((first, second), key=len)
    return small[-1] == large[-1] and set(small) <= set(large)


def _name_words(name: str) -> list[str]:
    return fold(name, casefold=True).text.replace(".", " ").split()


class Score(NamedTuple):
    """The figures of a folder."""

    rows: list[Row]
    speakers_right: int
    speakers: int
    false_links: list[Placed]
    missed: list[Placed]
    wrong_speakers: list[tuple[Placed, str]]
    unattributed: int
    proposals: int


def score(folder: Path) -> Score:
    """Scan a folder and compare with the passages in it."""
    settings = settings_of(folder)
    state = State(folder, settings)
    made = list(placed(state, state.passages.passages))
    found = list(placed(state, list(findings(state, list(state.texts), settings.key_pattern))))
    judged = [
        each
        for each in found
        if each.passage.proposal is None
        and (each.passage.kind != "quotation" or each.passage.speaker or each.passage.body.value)
    ]
    rows = []
    missed = []
    for kind in KINDS:
        own = [each for each in made if each.passage.kind == kind]
        hits = [[other for other in found if says(other, each)] for each in own]
        missed += [each for each, hit in zip(own, hits, strict=True) if not hit]
        candidates = [each for each in judged if each.passage.kind == kind]
        right = sum(any(says(each, other) for other in made) for each in candidates)
        same = sum(any(other.passage.kind == kind for other in hit) for hit in hits)
        rows.append(Row(kind, len(own), sum(map(bool, hits)), same, len(candidates), right))
    speaking = [each for each in made if each.passage.kind == "quotation" and each.passage.speaker]
    wrong = []
    for each in speaking:
        names = [other.passage.speaker for other in found if says(other, each)]
        if not any(same_person(name, each.passage.speaker) for name in names):
            wrong.append((each, ", ".join(filter(None, names))))
    linked = [each for each in found if each.passage.body.type == "work"]
    false = [each for each in linked if not any(links(each, other) for other in made)]
    return Score(
        rows,
        len(speaking) - len(wrong),
        len(speaking),
        false,
        missed,
        wrong,
        sum(each.passage.kind == "quotation" for each in found)
        - sum(each.passage.kind == "quotation" for each in judged),
        sum(each.passage.proposal is not None for each in found),
    )


def table(result: Score, show: bool) -> None:
    """Print the figures; with ``show``, what was missed and what is false."""
    print(f"{'kind':<12}{'made':>6}{'found':>7}{'recall':>8}{'as kind':>9}", end="")
    print(f"{'findings':>10}{'right':>7}{'precision':>11}")
    for row in result.rows:
        print(
            f"{row.kind:<12}{row.made:>6}{row.recalled:>7}{row.recall:>8.2f}{row.same_kind:>9}"
            f"{row.findings:>10}{row.right:>7}{row.precision:>11.2f}"
        )
    citing = [row for row in result.rows if row.kind in CITING]
    print(
        f"citing passages found {sum(r.recalled for r in citing)} of {sum(r.made for r in citing)}"
    )
    print(f"speakers right        {result.speakers_right} of {result.speakers}")
    print(f"false links           {len(result.false_links)}")
    print(f"without a speaker     {result.unattributed} quotations")
    print(f"proposed works        {result.proposals}")
    if show:
        for label, items in (("missed", result.missed), ("false link", result.false_links)):
            for each in items:
                print(f"{label}: {describe(each)}")
        for each, name in result.wrong_speakers:
            print(f"speaker: {name or 'nobody'} for {each.passage.speaker}: {describe(each)}")


def describe(each: Placed) -> str:
    """A passage in one line."""
    passage = each.passage
    words = " ".join(passage.selector.exact.split())
    place = f"{passage.document}:{each.span[0]}-{each.span[1]}"
    return f"{place} {passage.kind} {passage.body.value} {words[:90]}"


def main() -> None:
    """Score the folder of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="list what was missed or is false")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    result = score(args.folder.resolve())
    if args.json:
        rows = [
            row._asdict() | {"recall": row.recall, "precision": row.precision}
            for row in result.rows
        ]
        print(
            json.dumps(
                {
                    "kinds": rows,
                    "speakers_right": result.speakers_right,
                    "speakers": result.speakers,
                    "false_links": len(result.false_links),
                    "proposals": result.proposals,
                },
                indent=2,
            )
        )
    else:
        table(result, args.show)


if __name__ == "__main__":
    main()
