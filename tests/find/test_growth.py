"""The work that a scan does grows as its text does, however long a paragraph is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from citekit.corpus.documents import extract
from citekit.find.scan import scan
from citekit.formats import registry
from citekit.library.scanners import scanner_of

SCANNER = scanner_of(
    registry.get("biblatex")
    .read(
        """@book{osterby1981, author = {Østerby, Lena}, title = {Kelp and Custom}, date = 1981}
@book{quarles1990, author = {Quarles, Ned}, title = {Tidal Rights}, date = 1990}"""
    )
    .works
)
scan("“So,” said Ada Holm (Quarles 1990). „Ja“, sagte sie. « Oui », dit-elle.", SCANNER)  # loads
#: Paragraphs by what they repeat.
REPEATED = {
    "quotations": "“Kelp is custom,” she writes (Østerby 1981, 3). ",
    "english": "Ada Holm said that the quay was old. “We were slow,” said the clerk, Jan Roth. He "
    "called it “a long road”. Mrs Holm nodded. According to Quarles (1990), rights drift. ",
    "german": "Frau Østerby sagte, die Küste sei alt. „Tang ist Brauch“, sagte Lena Østerby. Nach "
    "Quarles (1990, S. 4) gilt das nicht. Er nennt es „eine Frage“. Der Minister widersprach. ",
    "questions": "“So?” ",
    "french": "Selon Quarles, le droit dérive. « L’algue est coutume », écrit-il (Quarles, 1990 : "
    "8). Le ministre a dit « non ». Mme Holm le nie. ",
}


def work(of: Callable[[], object]) -> int:
    """How many functions are called and lines run, each round of a loop anew."""
    count = 0

    def calling(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "c_call"

    def running(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return running

    traced = sys.gettrace()  # of a coverage run
    sys.setprofile(calling)
    sys.settrace(running)
    try:
        of()
    finally:
        sys.settrace(traced)
        sys.setprofile(None)
    return count


def sized(words: str, size: int) -> str:
    return words * (size // len(words))


@pytest.mark.parametrize("name", REPEATED)
def test_a_long_paragraph(name: str) -> None:
    once, twice = (
        work(partial(scan, sized(REPEATED[name], size), SCANNER)) for size in (8_000, 16_000)
    )
    assert twice < 2.6 * once


def test_roles_that_go_back_to_roles() -> None:
    """Each "der Minister" may be whoever acted before, another role among them."""
    words = "Der Minister widersprach. Er nennt es „eine Frage“. Die Kanzlerin schwieg lange. "
    once, twice = (work(partial(scan, sized(words, size), SCANNER)) for size in (1_000, 2_000))
    assert twice < 6 * once


@pytest.mark.parametrize("words", ["**a* _b_ `c ", "*a **b ", "_a *b ~~c ", "[a ", "[a](b "])
def test_marks_of_markdown_that_do_not_close(words: str) -> None:
    once, twice = (
        work(partial(extract, sized(words, size).encode(), "a.md")) for size in (10_000, 20_000)
    )
    assert twice < 2.2 * once
