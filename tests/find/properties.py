"""What holds of suggestions in any text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from citekit.find.suggestion import Suggestion


def pieces(words: str) -> st.SearchStrategy[str]:
    """Texts of these words and others, run together or with blanks between."""
    parts = st.one_of(
        st.sampled_from(words.split()),
        st.text(max_size=6),
        st.sampled_from([" ", "\n", "\n\n"]),
    )
    joints = st.sampled_from(["", " "])
    return st.builds(lambda joint, words: joint.join(words), joints, st.lists(parts, max_size=60))


def assert_stand_in(text: str, found_in: Callable[[str], Sequence[Suggestion]]) -> None:
    """The same text gives the same suggestions, all of them inside it and with a reason."""
    found = found_in(text)
    assert found == found_in(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert 0 < one.score <= 1
        assert one.reasons
