"""Verdicts on quotations from transcripts of old prints: pages, notes, divided words, accents."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from citekit.verify import Quoted, Source, Verdict, compare, variants


def differences(quotation: str, text: str) -> list[str]:
    return [str(change) for change in compare(quotation, Source("x", text)).changes]


@pytest.mark.parametrize(
    "line",
    [
        "Ἡ δὲ κώπη οὐκ ἔστι τοῦ πλοίου μέρος, ἀλλὰ τῶν ἐρετῶν, ὥσπερ λέγουσιν",
        "Le pêcheur déjà vieilli s'était couché près de l'étang, où il rêvait",
        "Der Fährmann hört die Glocke über dem Wasser früher als alle übrigen",
    ],
)
def test_composed_and_decomposed_letters_are_the_same(line: str) -> None:
    composed, decomposed = normalize("NFC", line), normalize("NFD", line)
    for quotation, text in ((composed, decomposed), (decomposed, composed)):
        found = compare(quotation, Source("x", f"{text}. {text[:9]} …"))
        assert (found.verdict, found.score) == (Verdict.PERMITTED, 1.0)
        assert found.reasons == ("typography",)
    assert differences(composed.replace(" ", " x ", 1), decomposed) == ["added “x”"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Fährmann hört die Glo¬\ncke über dem Waſſer",
        "Der Fährmann hört die Glo⸗\ncke über dem Waſſer",
        "Der Fährmann hört die Glo=\ncke über dem Waſſer",
        "Der Fährmann hört die Glocke über dem Wa-\nſſer",
    ],
)
def test_words_divided_as_in_old_prints_are_one(text: str) -> None:
    found = compare("Der Fährmann hört die Glocke über dem Wasser", Source("x", text))
    assert (found.verdict, found.score, found.changes) == (Verdict.PERMITTED, 1.0, ())


def test_greek_words_divided_at_the_end_of_a_line_are_one() -> None:
    text = "Ἡ δὲ κώπη οὐκ ἔστι τοῦ πλοί-\nου μέρος"
    assert compare("οὐκ ἔστι τοῦ πλοίου μέρος", Source("x", text)).score == 1.0


def test_a_double_hyphen_inside_of_a_line_is_a_hyphen() -> None:
    assert differences("Fähr-Glocke und Ruder", "Fähr⸗Glocke und Ruder") == []


def test_what_became_another_word_is_named_without_its_division() -> None:
    text = "The miller would be safe indeed from er-\nror and from rats."
    assert differences("safe indeed from danger and from rats", text) == ["“error” became “danger”"]


@pytest.mark.parametrize(
    "mark",
    ["*)", "**)", "¹)", "†)", "1)", "12)", "[*]", "(1)", "{1}", "<1>", " [Pg 46]", " {46}",
     " [p. 46]", " [S. 46]", " |46|", " [A 51/B 75]", " [A 51]", " [46a]", " [12r]", " [fol. 12r]",
     " [449a20]", " ‖46‖", " <46>", " [Sp. 112]"],
)  # fmt: skip
def test_marks_of_notes_and_pages_inside_of_the_source_are_no_words(mark: str) -> None:
    for stop, following in ((".", "And every oar"), ("", "and every oar")):
        text = f"The ferry crosses the river{stop}{mark} {following} is long for him."
        quotation = f"The ferry crosses the river{stop} {following} is long"
        found = compare(quotation, Source("x", text))
        assert found.verdict in (Verdict.VERBATIM, Verdict.PERMITTED), (stop, found)
        assert not found.changes


@pytest.mark.parametrize(
    "page",
    ["{p. 46}\nOF FERRIES. BOOK I.", "OF FERRIES. BOOK I.\n46", "[Pg 46]", "- 46 -\nOf Ferries"],
)
def test_a_number_and_a_head_between_blank_lines_are_of_the_page(page: str) -> None:
    others = "".join(
        f"It rained on the \n\n{page.replace('46', str(at))}\n\nriver. " for at in (4, 5)
    )
    text = f"{others}He that crosses it by night sees so much\n\n{page}\n\nof it as he must."
    found = compare("crosses it by night sees so much of it as he must", Source("x", text))
    assert found.verdict in (Verdict.VERBATIM, Verdict.PERMITTED)
    assert found.score == 1


@pytest.mark.parametrize(
    ("quotation", "text", "changes"),
    [
        # what counts the words behind it, and what is no mark
        ("two ways, the road or the river", "two ways, (a) the road or (b) the river",
         ["left out “a”", "left out “b”"]),
        ("the ferries (see note) that cross", "the ferries (see note 1) that cross",
         ["left out “1”"]),
        ("every ami of the river", "every ami(e) of the river", ["left out “e”"]),
        ("in the flood of the river", "in the flood of [1994] the river", ["left out “1994”"]),
        ("Take the eggs and mix them", "Take the {three} eggs and mix them", ["left out “three”"]),
        # a mark that is quoted is quoted as it stands
        ("as in way (b), the river", "as in way (a), the river", ["“a” became “b”"]),
    ],
)  # fmt: skip
def test_what_is_no_mark_is_told(quotation: str, text: str, changes: list[str]) -> None:
    assert differences(quotation, text) == changes


def test_a_mark_before_a_stop_may_go() -> None:
    text = "I call it a landing, not the absence of the river, but of the way (a). For it stays."
    found = compare("but of the way. For it stays", Source("x", text))
    assert found.changes == ()


def test_who_quotes_more_with_a_word_in_brackets_quotes_no_other_words() -> None:
    short = "he seeks what he has, and finds what he has not sought"
    longer = f"He does [sic] two: {short}."
    assert variants([Quoted("a.txt", 0, short), Quoted("b.txt", 0, longer)]) == []
    other = longer.replace("finds", "loses")
    (pair,) = variants([Quoted("a.txt", 0, short), Quoted("b.txt", 0, other)])
    assert [str(change) for change in pair.changes] == ["“finds” became “loses”"]


def test_parts_in_another_order_are_told_as_such() -> None:
    text = "The ferry crosses the river by night. " + "It rained. " * 30
    text += "Every oar is a debt to the miller, he said."
    assert differences("Every oar is a debt to the miller … The ferry crosses the river", text) == [
        "“The ferry crosses the river” stands in another place of the source"
    ]
    assert differences("Every oar is a debt to the miller … the mill stood on a hill", text) == [
        "added “the mill stood on a hill”"
    ]
