"""Marks of notes that are glued to the end of a sentence, in text without type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.notemarks import note_marks, without_note_marks
from citekit.corpus.places import sentence, sentence_breaks

NOTES = "\n\n1 Ann Lee, Tides, 3.\n2. Ibid.\n[3] Ibid., 5.\n"


def marks(text: str) -> list[str]:
    return [text[start:end] for start, end in note_marks(text).items()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose, says Lee.1 Later it fell.2 “So it is.”3 It stayed.", ["1", "2", "3"]),
        ("Did it rise?1 “It did”.2\nIt stayed.3", ["1", "2", "3"]),
        ("It rose.1,2 Later it fell (again).3", ["1,2", "3"]),
        ("See vol.1 Later ones, v.2 Beta and Fig.3 Below.", []),
        ("It rose by 3.1 Percent, to 4.2 Later.", []),
        ("It rose.7 Later it fell.", []),
        ("It rose.1 percent. It is version.2 beta.", []),
        ("As John 3.1 Says, and Ps.2 And.", []),
    ],
)
def test_marks_are_those_of_the_notes(text: str, found: list[str]) -> None:
    assert marks(text + NOTES) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose, says Lee.1 Later it fell.2 “So it is.”3 It stayed.", ["1", "2", "3"]),
        ("It rose.7 Later, as some hold,8 it fell.9\nIt stayed.12 So it is.", ["7", "9", "12"]),
        ("It rose.1 Later it fell.2 It stayed.", ["1", "2"]),
        ("It rose.2 Later it fell.3 It stayed.", []),
        ("It rose.3 Later it fell.2 It stayed.1 So it is.", []),
        ("It rose.3 Later it fell.90 It stayed.1999 So it is.212 Yes.", []),
    ],
)
def test_marks_without_notes_count_up(text: str, found: list[str]) -> None:
    assert marks(text) == found


def test_a_number_before_its_list_is_no_mark() -> None:
    assert marks("1. Buy milk.\n2. Buy bread.\n\nHe left.1 Then he came.2 Then") == []


def test_a_sentence_ends_behind_its_mark() -> None:
    text = "It rose, says Lee.1 Later it fell.2 It stayed." + NOTES
    breaks = sentence_breaks(text)
    found = [
        sentence(text, breaks, text.index(word), text.index(word) + 1) for word in ("ro", "fe")
    ]
    assert [text[start:end] for start, end in found] == [
        "It rose, says Lee.1",
        "Later it fell.2",
    ]
    for mark in ("[^1]", "(1)", "[1]", "¹"):
        text = f"It rose, says Lee.{mark} Later it fell."
        start, end = sentence(text, sentence_breaks(text), 3, 4)
        assert text[start:end] == f"It rose, says Lee.{mark}"
    plain = "It rose, says Lee.1 Later it fell. It stayed."
    start, end = sentence(plain, sentence_breaks(plain), 3, 4)
    assert plain[start:end] == "It rose, says Lee.1 Later it fell."


PARTS = [".", "1", "2", " ", "\n", "Lee", "Later", "”", "(", ")", "1. ", "[2] ", "v", ","]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_positions_stay(text: str) -> None:
    shown = without_note_marks(text)
    assert len(shown) == len(text)
    differing = [at for at in range(len(text)) if shown[at] != text[at]]
    assert all(text[at] in "12,–-[]()" and shown[at] == " " for at in differing)
    assert sentence_breaks(text)[-1] == len(text)
