"""Which texts may have the words of quotations, looked up for all of them at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citekit.verify import Source, Verdict, judge
from citekit.verify.holders import Holders, keys_of

#: Words of both lengths, few enough to meet often.
WORD = st.sampled_from("of the in at river harbour morning boats copper autumn".split())
TEXT = st.lists(WORD, min_size=4, max_size=14).map(" ".join)


def test_texts_with_words_in_a_row() -> None:
    quotation = "the copper pump of the brewery"
    texts = {
        "whole": "We saw the copper pump of the brewery.",
        "altered": "A copper pump of that old brewery stood there.",
        "words": "That brewery had a pump, and copper of its own.",
        "none": "The boats were on the river.",
    }
    keys = ((name, Source(name, text).keys) for name, text in texts.items())
    assert Holders([keys_of(quotation)], keys).of(keys_of(quotation)) == {"whole", "altered"}


@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(TEXT, max_size=12))
def test_no_other_text_is_found_to_have_a_quotation(
    quotations: list[str], texts: list[str]
) -> None:
    sources = [Source(str(number), text) for number, text in enumerate(texts)]
    holders = Holders(map(keys_of, quotations), ((each.id, each.keys) for each in sources))
    for quotation in quotations:
        may = holders.of(keys_of(quotation))
        for source in sources:
            found = judge(quotation, None, [source], names_one=False)
            assert found.verdict is Verdict.NO_SOURCE or source.id in may
