"""Texts of many kinds with everything marked in place: citing passages and quotations.

    python -m tests.find.varied [--only REGEX] [FOLDER ...]

prints recall and precision of each kind on the texts of ``tests/find/varied/learned`` or
of the folders named; of those alone whose names begin so, if ``--only`` is given.  The
texts of ``unseen`` are held out: no rule is made and no model trained with them.

A file holds the works of a small catalogue, a line each (key, CSL type, authors, year,
title, further variables, with ``|`` between), ``---``, and the text.  Marks may nest:
``[[q:SPEAKER;ANOTHER RIGHT NAME|“words”]]`` is a quotation, ``q?`` one that may be left
out, and ``[[KIND:KEY|words]]`` a passage that cites: ``m`` mention, ``p`` paraphrase,
``e`` echo, ``c`` citation, ``r`` reference, ``k`` the credit of a person.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from citekit.corpus.wrapping import paragraphs
from citekit.find.grammar.marks import quoted_spans
from citekit.find.scan import scan
from citekit.find.suggestion import Suggestion
from citekit.formats import csljson
from citekit.library.scanners import scanner_of
from citekit.model import Work
from tests.find.citing_cases import Case, Expected, score
from tests.find.quotation_scores import judge

FOLDER = Path(__file__).parent / "varied"
LEARNED, UNSEEN = FOLDER / "learned", FOLDER / "unseen"

_MARK = re.compile(r"\[\[(q\??|[mpecrk]):([^|\[\]]*)\||\]\]")
_KINDS = {
    "m": "mention", "p": "paraphrase", "e": "echo", "c": "citation", "r": "reference",
    "k": "credit",
}  # fmt: skip
_SIGNS = "“”„‚‘’«»‹›\"'"
#: The mark of a note inside the closing sign.
_NOTED = re.compile(r"[¹²³⁴-⁹]+(?=[.!?]?\Z)")
_SPACES = " \u00a0\u202f"


class Varied(NamedTuple):
    """A text with its catalogue and citing passages, and its quotations as
    :func:`tests.find.quotation_scores.judge` takes them."""

    case: Case
    quotations: list[dict[str, Any]]


def texts(folder: Path) -> Iterator[Varied]:
    """The marked texts of a folder, in order of their names."""
    for path in sorted(folder.glob("*.src")):
        yield _read(path)


def _read(path: Path) -> Varied:
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    body = body.strip("\n") + "\n"
    text = ""
    at = 0
    opened: list[tuple[str, str, int]] = []
    expected: list[Expected] = []
    quotations: list[dict[str, Any]] = []
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2].strip(), len(text)))
            continue
        kind, value, start = opened.pop()
        if kind in _KINDS:
            expected.append(Expected(start, len(text), _KINDS[kind], value))
            continue
        speaker, *also = (name.strip() for name in value.split(";"))
        row = {"start": start, "end": len(text), "quoted": _inner(text[start:]), "speaker": speaker}
        quotations.append({**row, "also": also, "optional": kind == "q?"})
    text += body[at:]
    assert not opened, path
    assert not {"[[", "]]"} & {text[i : i + 2] for i in range(len(text))}, path
    quotations += _terms(text, expected, {(row["start"], row["end"]) for row in quotations})
    works = tuple(_work(line) for line in head.strip().splitlines())
    expected.sort(key=lambda passage: (passage.start, -passage.end))
    return Varied(Case(path.stem, text, works, tuple(expected)), quotations)


def _terms(
    text: str, expected: list[Expected], marked: set[tuple[int, int]]
) -> Iterator[dict[str, Any]]:
    """What stands in quotation marks in a mention, echo or paraphrase: terms of the author's,
    which may be left out."""
    for quoted in quoted_spans(text, paragraphs(text)):
        span = quoted.start, quoted.end
        if span not in marked and any(
            one.start <= quoted.start and quoted.end <= one.end
            for one in expected
            if one.kind in ("mention", "echo", "paraphrase")
        ):
            row = {"start": quoted.start, "end": quoted.end, "quoted": quoted.words(text)}
            yield {**row, "speaker": "", "also": [], "optional": True}


def _inner(words: str) -> str:
    """The words without quotation marks and what stands behind the closing one; those of a
    block quotation as they stand; neither with the mark of a note."""
    if words.startswith("> "):
        return words[2:]
    last = max(words.rfind(sign) for sign in _SIGNS)
    return _NOTED.sub("", words[1:last].strip(_SPACES))


def _work(line: str) -> Work:
    key, kind, authors, year, title, *more = (part.strip() for part in line.split("|"))
    names = [author.strip().partition(", ") for author in authors.split(";")]
    item: dict[str, Any] = {
        "id": key,
        "type": kind,
        "author": [{"family": family, "given": given} for family, _, given in names],
        "issued": {"date-parts": [[int(year)]]},
        "title": title,
    }
    for variable, _, value in (part.partition("=") for part in more):
        item[variable] = {"date-parts": [[int(value)]]} if variable == "original-date" else value
    return csljson.work_from_json(item)


def scanned(case: Case) -> tuple[list[Suggestion], list[Suggestion]]:
    """What a scan finds in a text besides quotations, and the quotations."""
    found = scan(case.text, scanner_of(case.works).without(case.own))
    quoted = [one for one in found if one.kind == "quotation"]
    return [one for one in found if one.kind != "quotation"], quoted


def main() -> None:
    """Prints the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[LEARNED])
    parser.add_argument("--only", default=re.compile(""), type=re.compile)
    args = parser.parse_args()
    totals = [Counter[str]() for _ in range(4)]
    said = [0, 0, 0]
    false_links = 0
    for folder in args.folders:
        for one in texts(folder):
            if not args.only.match(one.case.name):
                continue
            cited, found_quotations = scanned(one.case)
            result = score(one.case, cited, references=True)
            for total, part in zip(totals, result[:4], strict=True):
                total.update(part)
            false_links += len(result.false_links)
            quoted = judge(found_quotations, one.quotations)
            said = [a + b for a, b in zip(said, quoted[:3], strict=True)]
    expected, hit, found, right = totals
    for kind in sorted(expected | found):
        print(
            f"{kind:11} recall {hit[kind]}/{expected[kind]}  precision {right[kind]}/{found[kind]}"
        )
    print(f"quotation   recall {said[1]}/{said[0]}  precision {said[1]}/{said[2]}")
    print(f"false links {false_links}")


if __name__ == "__main__":
    main()
