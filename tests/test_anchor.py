"""Anchors: found where the words are, orphaned rather than wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citekit import anchor
from citekit.anchor import Status

TEXT = (
    "The first image is the individual. Others prefer the “third image” of the system.\n"
    "Another third-image factor is geography; the “third image” returns at the end of it all."
)


def selector_of(words: str, occurrence: int = 1) -> anchor.Selector:
    start, end = anchor.occurrences(TEXT, words)[occurrence - 1]
    return anchor.select(TEXT, start, end)


def words_at(spot: anchor.Anchor, text: str) -> str:
    return text[spot.start : spot.end]


def test_unchanged_text_is_exact() -> None:
    spot = anchor.resolve(selector_of("“third image”", 2), TEXT)
    assert (spot.status, spot.score) == (Status.EXACT, 1.0)
    assert spot.start == TEXT.rindex("“third image”")


def test_words_inserted_before_shift_the_anchor() -> None:
    text = "A new opening sentence. " + TEXT
    spot = anchor.resolve(selector_of("“third image”", 2), text)
    assert spot.status is Status.SHIFTED
    assert spot.start == text.rindex("“third image”")


def test_straightened_quotes_and_spaces_do_not_break_the_anchor() -> None:
    text = TEXT.replace("“", '"').replace("”", '"').replace("third image", "third\u00a0 image")
    spot = anchor.resolve(selector_of("“third image”"), text)
    assert spot.status is Status.SHIFTED
    assert words_at(spot, text) == '"third\u00a0 image"'
    assert spot.start == text.index('"third')


def test_changed_words_in_the_same_context_are_fuzzy() -> None:
    text = TEXT.replace("Others prefer the", "Others often prefer the")
    spot = anchor.resolve(selector_of("Others prefer the “third image” of the system."), text)
    assert spot.status is Status.FUZZY
    assert words_at(spot, text) == "Others often prefer the “third image” of the system."
    assert 0.75 <= spot.score < 1.0


def test_removed_words_are_orphaned() -> None:
    text = TEXT.replace("Others prefer the “third image” of the system.", "")
    spot = anchor.resolve(selector_of("Others prefer the “third image”"), text)
    assert spot == anchor.ORPHAN


def test_a_lookalike_elsewhere_is_no_match() -> None:
    text = "Nothing of the old text stands here, but a “third image” does."
    assert anchor.resolve(selector_of("“third image”"), text).status is Status.ORPHANED


def test_two_equal_candidates_are_orphaned() -> None:
    text = TEXT + "\n\n" + TEXT
    moved = anchor.Selector(**{**_parts(selector_of("“third image”")), "start": 999, "end": 1012})
    assert anchor.resolve(moved, text).status is Status.ORPHANED


def _parts(selector: anchor.Selector) -> dict[str, object]:
    return {name: getattr(selector, name) for name in ("exact", "prefix", "suffix", "start", "end")}


def test_occurrences_ignore_typography() -> None:
    text = "He said: ‘It is – truly –\u00a0 over.’"
    assert anchor.occurrences(text, "'It is - truly - over.'") == [(9, len(text))]
    assert anchor.occurrences(text, "   ") == []


@given(st.text(max_size=200), st.data())
def test_a_span_of_an_unchanged_text_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spot = anchor.resolve(anchor.select(text, start, end), text)
    if start < end:
        assert (spot.status, spot.start, spot.end) == (Status.EXACT, start, end)
    else:
        assert spot.status is Status.ORPHANED


@given(st.text(max_size=120), st.text(max_size=120), st.integers(0, 60), st.integers(0, 60))
def test_resolving_in_any_text_never_lies(one: str, other: str, start: int, end: int) -> None:
    selector = anchor.select(one, min(start, end), max(start, end))
    spot = anchor.resolve(selector, other)
    if spot.status in (Status.EXACT, Status.SHIFTED):
        found = anchor.fold(other[spot.start : spot.end]).text.strip()
        assert found == anchor.fold(selector.exact).text.strip()
