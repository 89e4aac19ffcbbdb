"""Simple finders, to test what is done with what finders find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.find.scan import Finder, Reading
from citekit.find.suggestion import Suggestion
from citekit.model import Body, Date, DatePoint, Name, Work

_QUOTATION = re.compile(r"“([^“”]+)”(?:,? said (\w+ \w+))?")
_CITATION = re.compile(r"\((\w+) (\d{4})(?:, (\d+))?\)")
_REFERENCE = re.compile(r"(\w+), (\w+) (\d{4})\. ([^.\n]+)\. (\w+): ([^.\n]+)\.")
_CREDIT = re.compile(r"as (\w+ \w+) would say")


def quotations(reading: Reading) -> Iterator[Suggestion]:
    for match in _QUOTATION.finditer(reading.text):
        end = match.start() + len(match[1]) + 2
        speaker = match[2] or ""
        yield Suggestion(
            match.start(),
            end,
            "quotation",
            quoted=match[1],
            speaker=speaker,
            cue="said" if speaker else "",
            attribution=match.span(2) if speaker else None,
            method="quotation-marks",
            score=0.95 if speaker else 0.4,
            reasons=("a verb of speech",) if speaker else ("no speaker",),
        )


def references(reading: Reading) -> Iterator[Suggestion]:
    for match in _REFERENCE.finditer(reading.text):
        family, given, year, title, place, publisher = match.groups()
        known = [work for work in reading.scanner.works if work.text("title") == title]
        work = Work(
            "",
            "book",
            {
                "author": (Name(family, given),),
                "issued": Date(DatePoint(int(year))),
                "title": title,
                "publisher-place": place,
                "publisher": publisher,
            },
        )
        yield Suggestion(
            match.start(),
            match.end() - 1,
            "reference",
            Body("work", known[0].id) if known else Body(),
            method="reference",
            score=0.9,
            reasons=("author, year and title",),
            proposal=None if known else work,
        )


def citations(reading: Reading) -> Iterator[Suggestion]:
    for match in _CITATION.finditer(reading.text):
        for work in reading.scanner.works:
            issued = work.date("issued")
            year = issued.start.year if issued and issued.start else None
            if str(year) == match[2] and work.names("author")[0].family == match[1]:
                yield Suggestion(
                    match.start(),
                    match.end(),
                    "citation",
                    Body("work", work.id),
                    locator=match[3] or "",
                    method="author-year",
                    score=0.97,
                    reasons=("author and year",),
                )


def credits(reading: Reading) -> Iterator[Suggestion]:
    for match in _CREDIT.finditer(reading.text):
        body = Body("person", match[1])
        yield Suggestion(*match.span(1), "credit", body, method="credit", score=0.6)


FINDERS: dict[str, Finder] = {
    "quotations": quotations,
    "references": references,
    "citations": citations,
    "credits": credits,
}
