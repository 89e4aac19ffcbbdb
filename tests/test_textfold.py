"""Folding: what a reader takes for the same text folds to the same text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.textfold import fold, fold_text

SAME = [
    ("“He said ‘no’”", "\"He said 'no'\""),
    ("«oui» ‹non›", "\"oui\" 'non'"),
    ("„ja“ ‚nein‘", "\"ja\" 'nein'"),
    ("5′ 3″ `x´", "5' 3\" 'x'"),
    ("pages 3–5 — or −1 ‐ ‑", "pages 3-5 - or -1 - -"),
    ("a\u00a0b\u2009c\r\n\r\n  d\te\u3000f", "a b c d e f"),
    ("co\u00adope\u200bra\ufefftion", "cooperation"),
    ("exam-\nple exam‐ \r\n  ple", "example example"),
    ("soft\u00ad\nly", "softly"),
    ("Jean-\nPaul 1914-\n1918", "Jean- Paul 1914- 1918"),
    ("eﬃcient ﬂow", "efficient flow"),
    ("and so on…", "and so on..."),
    ("Cafe\u0301 naı\u0308ve", "Café naı̈ve"),
    ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
    ("ｶﾞ ㄱㅏ \u1112\u1161\u11ab", "ガ 가 한"),
    ("x¨y", "x \u0308y"),
    ("", ""),
]

# Characters that folding treats specially, thick among the examples.
TRICKY = st.text(
    st.one_of(
        st.sampled_from("aZz \n\r\t-‐–\u00ad\u200b\u00a0“”‘’«»…ﬁßİıſᾳΣ\u0345\u0301\u0327¨´½①"),
        st.sampled_from("ｶﾞ가ㄱㅏ\u1112\u1161\u11ab\u3099\u2028\u0378\U0001d400❤\ufe0f≠\u0338="),
        st.characters(),
    )
)


@pytest.mark.parametrize(("source", "expected"), SAME)
def test_typography_is_folded(source: str, expected: str) -> None:
    assert fold(source).text == expected


@given(TRICKY, st.booleans())
def test_the_text_alone_is_the_same(text: str, casefold: bool) -> None:
    assert fold_text(text, casefold=casefold) == fold(text, casefold=casefold).text


def test_case_is_kept_unless_asked() -> None:
    assert fold("Große ÉTÉ").text == "Große ÉTÉ"
    assert fold("Große ÉTÉ ABC", casefold=True).text == "grosse été abc"
    assert fold("ABC", casefold=True).text == "abc"


@pytest.mark.parametrize(
    ("source", "needle", "expected"),
    [
        ("he “cited” it", '"cited"', "“cited”"),
        ("an exam-\nple here", "example", "exam-\nple"),
        ("an exam-\nple here", "exam", "exam"),
        ("an exam-\nple here", "ple", "ple"),
        ("wait… what", "wait.", "wait…"),
        ("wait… what", "..", "…"),
        ("a  \n b", "a b", "a  \n b"),
        ("soft\u00ad  ly", "soft", "soft"),
        ("end\u00ad", "end", "end"),
        ("a\u00ad-\n\u200bb", "a", "a"),
        ("Cafe\u0301s", "café", "Cafe\u0301"),
        ("Straße", "stras", "Straß"),
        ("ÄÖÜ Maße", "öü", "ÖÜ"),
    ],
)
def test_span_maps_back(source: str, needle: str, expected: str) -> None:
    folded = fold(source, casefold=True)
    start = folded.text.index(needle)
    first, last = folded.span(start, start + len(needle))
    assert source[first:last] == expected


def test_span_refuses_what_is_outside() -> None:
    folded = fold("abc")
    assert folded.span(2, 2) == (2, 2)
    for start, end in ((-1, 1), (0, 4), (2, 1)):
        with pytest.raises(IndexError):
            folded.span(start, end)


@given(TRICKY, st.booleans())
def test_folding_twice_changes_nothing(source: str, casefold: bool) -> None:
    once = fold(source, casefold=casefold).text
    assert fold(once, casefold=casefold).text == once


@given(TRICKY, st.booleans())
def test_the_map_is_monotone_and_inside(source: str, casefold: bool) -> None:
    folded = fold(source, casefold=casefold)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[-1] == len(source)
    assert all(0 <= start < end <= len(source) for end, start in folded.gaps.items())


@given(TRICKY, st.booleans(), st.data())
def test_spans_lie_inside_and_the_whole_folds_to_the_whole(
    source: str, casefold: bool, data: st.DataObject
) -> None:
    folded = fold(source, casefold=casefold)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(source)
    assert (first == last) == (start == end)
    first, last = folded.span(0, len(folded.text))
    assert fold(source[first:last], casefold=casefold).text == folded.text


@given(st.text(st.sampled_from("abc déf„“–—«»\u00a0é"), max_size=60), st.data())
def test_plain_spans_fold_exactly(source: str, data: st.DataObject) -> None:
    folded = fold(source)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert fold(source[first:last]).text == folded.text[start:end]


def test_a_large_text_folds_quickly() -> None:
    source = "The “quick” brown fox – jumped… over\nthe lazy dog; naïve café. " * 16_000
    started = time.perf_counter()
    folded = fold(source, casefold=True)
    assert time.perf_counter() - started < 5
    assert folded.span(0, len(folded.text)) == (0, len(source))
