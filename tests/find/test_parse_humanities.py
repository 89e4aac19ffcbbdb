"""What the mended parts of references in French and German say, whatever the model labels."""

from __future__ import annotations

import pytest

from citekit.find.parsing.mending import mended
from citekit.find.parsing.parts import Parsed, Part
from citekit.find.parsing.work import work_of


def labelled(*pieces: tuple[str, str]) -> Parsed:
    """The parts that a model has labelled, with spaces between them, mended."""
    string = " ".join(text for _, text in pieces)
    parts = []
    for label, text in pieces:
        start = parts[-1].end + 1 if parts else 0
        parts.append(Part(label, text, start, start + len(text)))
    return Parsed(string, mended(string, parts))


def test_a_mark_alone_is_no_author() -> None:
    parsed = labelled(
        ("editor", "NORA Pierre (dir.),"), ("title", "Les lieux de mémoire,"), ("volume", "t. I"),
        ("author", ":"), ("title", "La République,"), ("place", "Paris,"), ("date", "1984."),
    )  # fmt: skip
    assert parsed.texts("author") == []
    assert parsed.texts("volume") == ["t. I :"]


@pytest.mark.parametrize(
    ("author", "title", "expected"),
    [
        (
            "Goethe, Johann Wolfgang von: Werke.",
            "Ausgabe in 14 Bänden.",
            "Werke. Ausgabe in 14 Bänden.",
        ),
        ("Ders.: Vergangene", "Zukunft.", "Vergangene Zukunft."),
    ],
)
def test_a_title_begins_behind_the_authors_colon(author: str, title: str, expected: str) -> None:
    parsed = labelled(("author", author), ("title", title), ("place", "Berlin"), ("date", "1981."))
    assert parsed.texts("title") == [expected]
    assert parsed.texts("author") == [author.partition(":")[0] + ":"]


@pytest.mark.parametrize(
    ("volumes", "expected"),
    [
        ("2 Bde.", ("2", "")),
        ("14 Bände.", ("14", "")),
        ("2 vol.,", ("2", "")),
        ("Bd. 3.", ("", "3")),
    ],
)
def test_how_many_volumes_are_no_volume(volumes: str, expected: tuple[str, str]) -> None:
    work = work_of(
        labelled(
            ("author", "Roth, Ada:"), ("title", "Häfen."), ("volume", volumes), ("date", "1981")
        )
    )
    assert (work.text("number-of-volumes"), work.text("volume")) == expected
