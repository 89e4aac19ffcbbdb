"""Anchors: found where the words are, orphaned rather than wrong."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit import anchor
from citekit.anchor import Status
from citekit.anchor.orphans import offered, stands, traces
from citekit.model import Selector
from citekit.textfold import fold

TEXT = (
    "The first image is the individual. Others prefer the “third image” of the system.\n"
    "Another third-image factor is geography; the “third image” returns at the end of it all."
)


def selector_of(words: str, occurrence: int = 1) -> Selector:
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
    moved = selector_of("“third image”")._replace(start=999, end=1012)
    assert anchor.resolve(moved, text).status is Status.ORPHANED


TITLE = "The Clash of Civilizations and the Remaking of World Order"
ESSAY = (
    "States still matter most, and they follow interest rather than faith.\n\n"
    f"Few books were as widely read as {TITLE}, which came out in 1996.\n\n"
    "Critics doubted that cultures act at all.\n\n"
    "References\n\n"
    f"Huntington, S. P. {TITLE}. New York: Simon & Schuster.\n"
)
SENTENCE = f"Few books were as widely read as {TITLE}, which came out in 1996.\n\n"


def first(text: str, words: str) -> Selector:
    start = text.index(words)
    return anchor.select(text, start, start + len(words))


def test_words_deleted_with_their_sentence_do_not_move_to_the_references() -> None:
    text = ESSAY.replace(SENTENCE, "")
    assert text.count(TITLE) == 1
    assert anchor.resolve(first(ESSAY, TITLE), text) == anchor.ORPHAN


def test_words_deleted_alone_do_not_move_to_the_references() -> None:
    text = ESSAY.replace(TITLE, "", 1)
    assert anchor.resolve(first(ESSAY, TITLE), text) == anchor.ORPHAN


def test_words_changed_in_place_do_not_move_to_the_references() -> None:
    changed = TITLE.replace("and", "&")
    text = "A new first line.\n" + ESSAY.replace(TITLE, changed, 1)
    spot = anchor.resolve(first(ESSAY, TITLE), text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, changed)


def test_words_at_the_start_have_the_start_for_context() -> None:
    selector = first("Power is relational, he says.", "Power")
    assert selector.prefix == ""
    moved = "Others say that Power rests on force, and that alone."
    assert anchor.resolve(selector, moved) == anchor.ORPHAN
    after = "A foreword. Power is relational, he says."
    assert anchor.resolve(selector, after).start == after.index("Power")


def test_words_at_the_start_stay_where_only_what_follows_is_another() -> None:
    text = (
        "On Ropes\n\nSailors mend more nets than ropes. The council met. So it went on for long.\n"
    )
    selector = first(text, "Sailors mend more nets than ropes.")
    spot = anchor.resolve(selector, text.replace("The council met. So it", "Nobody knows why it"))
    assert spot.status is anchor.Status.EXACT
    assert words_at(spot, text) == selector.exact
    gone = text.replace("Sailors mend more nets than ropes. The council", "The council")
    assert anchor.resolve(selector, gone).status is anchor.Status.ORPHANED


def test_words_copied_to_the_start_do_not_take_the_anchor() -> None:
    words = "States still matter most, and they follow interest rather than faith."
    text = f"{words} {ESSAY}"
    spot = anchor.resolve(first(ESSAY, words), text)
    assert (spot.status, spot.start) == (Status.SHIFTED, len(words) + 1)


def test_words_at_the_end_have_the_end_for_context() -> None:
    selector = first("What he seeks is power", "power")
    moved = "Friends with power are of more use, and so is money."
    assert anchor.resolve(selector, moved) == anchor.ORPHAN
    appended = "What he seeks is power\nNothing else."
    spot = anchor.resolve(selector, appended)
    assert (spot.status, words_at(spot, appended)) == (Status.EXACT, "power")
    assert spot.score < 1.0


def test_a_whole_text_that_was_changed_is_fuzzy() -> None:
    text = "Power is never relational, he says."
    selector = first("Power is relational, he says.", "Power is relational, he says.")
    spot = anchor.resolve(selector, text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, text)


def test_of_two_identical_paragraphs_the_whole_is_orphaned_and_its_midst_found() -> None:
    paragraph = "Here the author says that anarchy is what states make of it, and no more.\n\n"
    text = f"{paragraph}An essay stands between the two of them.\n\n{paragraph}The end of it.\n"
    rest = text.removeprefix(paragraph)
    assert anchor.resolve(first(text, paragraph.strip()), rest) == anchor.ORPHAN
    spot = anchor.resolve(first(text, "anarchy"), rest)
    assert (spot.status, words_at(spot, rest)) == (Status.SHIFTED, "anarchy")


def test_words_with_a_page_break_inside_are_fuzzy() -> None:
    words = "as widely read as"
    inside = "as widely\n\n3 | The Journal of Strategic Affairs\n\nread as"
    text = ESSAY.replace(words, inside)
    spot = anchor.resolve(first(ESSAY, words), text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, inside)


def test_words_inserted_next_to_the_quotation_are_not_part_of_it() -> None:
    text = ESSAY.replace(TITLE, f"the very famous {TITLE} by Huntington", 1)
    spot = anchor.resolve(first(ESSAY, TITLE), text)
    assert (spot.status, words_at(spot, text)) == (Status.SHIFTED, TITLE)
    assert spot.start == text.index(TITLE)


def test_misread_characters_in_the_context_leave_long_words_found() -> None:
    words = "they follow interest rather than faith"
    text = ESSAY.replace("most, and", "rnost, and").replace("faith.\n", "faith..\n")
    text = "A foreword.\n" + text.replace("Few books", "Fcw books")
    spot = anchor.resolve(first(ESSAY, words), text)
    assert (spot.status, words_at(spot, text)) == (Status.SHIFTED, words)
    assert spot.score < 1.0


def test_misread_words_and_context_are_found_by_the_ends_of_the_words() -> None:
    words = "they follow interest rather than faith"
    misread = "they follow interest rathcr thcn faith"
    text = "A foreword.\n" + ESSAY.replace(words, misread).replace("most, and", "rnost, and")
    spot = anchor.resolve(first(ESSAY, words), text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, misread)


LINE = (
    "It is said by many that the world stays as it is, and so the “third image” of "
    "the system returns at the end of it all, whatever else is tried; "
)
TWICE = LINE + "more of it stands between the two of them, and some more. " + LINE


def test_of_two_equal_places_the_one_that_did_not_move_is_taken_half_as_sure() -> None:
    straight = TWICE.replace("“", '"').replace("”", '"')
    for at in (TWICE.index("“third"), TWICE.rindex("“third")):
        spot = anchor.resolve(anchor.select(TWICE, at, at + 13), "New: " + straight)
        assert (spot.status, spot.start) == (Status.SHIFTED, at + 5)
        assert spot.score <= 0.5


def test_of_two_equal_places_that_both_moved_none_is_taken() -> None:
    at = TWICE.index("“third")
    moved = "A long foreword that was put before it all, later on. " * 3 + TWICE
    assert anchor.resolve(anchor.select(TWICE, at, at + 13), moved) == anchor.ORPHAN


def test_a_place_that_did_not_move_is_not_taken_before_the_very_words_elsewhere() -> None:
    at = TWICE.index("“third")
    straight = "New: " + TWICE[: len(LINE)].replace("“", '"') + TWICE[len(LINE) :]
    assert anchor.resolve(anchor.select(TWICE, at, at + 13), straight) == anchor.ORPHAN


def test_words_that_stand_once_move_with_their_text_past_others_that_are_much_alike() -> None:
    text = "".join(
        f"Item {name}: the keyword {name}s is the plural form of the keyword {name}, and no more.\n"
        for name in ("editor", "auditor", "creditor", "editoran", "translator")
    )
    selector = first(text, "plural form of the keyword auditor")
    moved = "A preface that was put before it all, of some length. " * 12 + text
    spot = anchor.resolve(selector, moved)
    assert (spot.status, spot.start) == (
        Status.SHIFTED,
        moved.index("plural form of the keyword aud"),
    )


def test_deleted_words_do_not_move_to_another_copy_of_their_paragraph() -> None:
    at = TWICE.index("“third")
    text = TWICE[:at] + TWICE[at + 13 :]
    assert anchor.resolve(anchor.select(TWICE, at, at + 13), text) == anchor.ORPHAN


def test_misread_characters_everywhere_leave_short_words_found() -> None:
    text = "A f0reword.\n" + ESSAY.replace(
        "follow interest rather than", "follcw imterest rathr tkan"
    )
    spot = anchor.resolve(first(ESSAY, "interest rather"), text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, "imterest rathr")


def test_words_of_which_a_third_was_replaced_are_found_between_their_contexts() -> None:
    words = "States still matter most, and they follow interest rather than faith."
    other = "States never matter most, and kings follow houses rather than cities."
    text = "A foreword.\n" + ESSAY.replace(words, other)
    spot = anchor.resolve(first(ESSAY, words.strip(".")), text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, other.strip("."))
    assert 0.3 < spot.score < 0.7


def test_other_words_between_the_contexts_are_no_match() -> None:
    text = ESSAY.replace(
        "they follow interest rather than faith", "nobody knew what came of it all"
    )
    spot = anchor.resolve(first(ESSAY, "they follow interest rather than faith"), text)
    assert spot == anchor.ORPHAN


def test_a_lookalike_without_its_context_is_no_match() -> None:
    words = "States still matter most, and they follow interest rather than faith."
    alike = words.replace("interest", "fortune")
    text = ESSAY.replace(words, "") + alike + "\n"
    assert anchor.resolve(first(ESSAY, words), text) == anchor.ORPHAN


ROADS = (
    "A title of it\n\nReed says that the upper road was always free. They knew.\n\n"
    "Of other things it is not easy to tell.\n\n"
    "Reed says that the inner road was always free. They knew.\n\nThe end of it all.\n"
)


def test_of_two_statements_alike_the_other_is_no_match_where_one_is_deleted() -> None:
    words = "Reed says that the upper road was always free."
    text = ROADS.replace(f"{words} They knew.\n\n", "")
    assert anchor.resolve(first(ROADS, words), text) == anchor.ORPHAN
    # nor does the place go over into the paragraph before it
    short = "Reed says that it is upper."
    roads = ROADS.replace("the upper road was always free", "it is upper")
    text = roads.replace(f"{short} They knew.\n\n", "").replace("the inner road was", "it is")
    spot = anchor.resolve(first(roads, short), text)
    assert "\n" not in words_at(spot, text)


def test_changed_words_behind_a_new_sentence_have_one_context_and_are_less_sure() -> None:
    words = "they follow interest rather than faith"
    other = words.replace("rather", "sooner")
    text = ESSAY.replace(words, f"so on. In a word: {other}")
    spot = anchor.resolve(first(ESSAY, words), text)
    assert (spot.status, words_at(spot, text)) == (Status.FUZZY, other)
    assert spot.score < 0.5


def test_the_very_words_behind_a_copy_that_was_changed_are_half_as_sure() -> None:
    words = "This is what Reed calls a quiet trade."
    told = f"The rope was sold in March, on the day before it. {words} Then it was over, and done."
    text = f"A title\n\n{told}\n\nThe end.\n"
    near = told.replace("March", "Marsh")
    copied = text.replace(told, f"{near}\n\n{told}")
    spot = anchor.resolve(first(text, words), copied)
    assert (spot.status, spot.start) == (Status.SHIFTED, copied.rindex(words))
    assert spot.score <= 0.5


def test_a_paragraph_that_moved_as_a_whole_is_found_by_its_words_alone() -> None:
    critics = "Critics doubted that cultures act at all."
    text = "\n\n".join(reversed(ESSAY.strip().split("\n\n")))
    spot = anchor.resolve(first(ESSAY, critics), text)
    assert (spot.status, words_at(spot, text)) == (Status.SHIFTED, critics)
    assert spot.score < 0.7


def test_unique_words_elsewhere_are_surer_than_changed_words_in_their_place() -> None:
    words = "States still matter most, and they follow interest rather than faith."
    parts = ["A title", "An opening of it.", f"{words} So they say.", "A middle.", "An end."]
    before = "\n\n".join(parts)
    parts[1], parts[2], parts[3] = parts[3], parts[1], parts[2]
    text = "\n\n".join(parts)
    same = anchor.resolve(first(before, words), text)
    assert (same.status, words_at(same, text)) == (Status.SHIFTED, words)
    edited = before.replace("still matter most", "matter most of all").replace("faith", "belief")
    changed = anchor.resolve(first(before, words), edited)
    assert changed.status is Status.FUZZY
    assert same.score > 0.8 > changed.score


def test_orphaned_words_stood_where_their_context_is_left() -> None:
    words = "they follow interest rather than faith"
    selector = first(ESSAY, words)
    text = "A foreword.\n" + ESSAY.replace(words, "")
    assert anchor.resolve(selector, text) == anchor.ORPHAN
    assert traces(selector, text, fold(text)).at == text.index("and .") + len("and ")
    before_gone = text.replace("States still matter most, and ", "In short:")
    assert traces(selector, before_gone, fold(before_gone)).at == before_gone.index(".\n\nFew")
    assert traces(selector, "Another text.", fold("Another text.")).at is None
    assert traces(selector, text + text, fold(text + text)).at is None


def test_contexts_in_two_places_do_not_say_where_orphaned_words_stood() -> None:
    critics = "Critics doubted that cultures act at all."
    parts = ESSAY.replace(f"{critics}\n\n", "").strip().split("\n\n")
    parts.append(parts.pop(1))
    text = "\n\n".join(parts)
    found = traces(first(ESSAY, critics), text, fold(text))
    assert found.before == len(text)
    assert found.behind == text.index("References")
    assert found.at is None


def test_a_heading_that_was_translated_stood_at_the_beginning() -> None:
    selector = first(f"Of Harbours and Tolls\n\n{ESSAY}", "Of Harbours and Tolls")
    text = f"Über Zölle und ihre Häfen\n\n{ESSAY}"
    assert anchor.resolve(selector, text) == anchor.ORPHAN
    assert traces(selector, text, fold(text)).at == 0
    moved = (
        f"A preface of some length that was put before all of it. {'So it goes. ' * 20}\n\n{ESSAY}"
    )
    assert traces(selector, moved, fold(moved)).at == moved.index("States")


def test_a_few_words_in_common_are_no_trace_of_a_context() -> None:
    text = "It is in a book (Reed, A. 1859, Of Ropes, New York: The Columbia Press), they say."
    other = "So is salt, in the end (Schelling 1963, New York: Oxford University Press)."
    assert traces(first(text, "Of Ropes"), other, fold(other)) == (None, None, False)


def offer(words: str, old: str, new: str) -> str:
    """The words that are offered for words of an old text in the new one."""
    spot = offered(first(old, words), new, fold(new))
    return "" if spot is None else words_at(spot, new)


def test_orphaned_words_are_offered_where_they_alone_stand() -> None:
    critics = "Critics doubted that cultures act at all."
    gone = ESSAY.replace(f"{critics}\n\n", "")
    moved = gone.replace("and they follow", f"{critics} They follow")
    assert anchor.resolve(first(ESSAY, critics), moved) == anchor.ORPHAN
    assert offer(critics, ESSAY, moved) == critics
    assert offer(critics, ESSAY, f"{moved}\n{critics}\n") == ""
    assert offer(critics, ESSAY, gone) == ""
    assert len(stands(first(ESSAY, critics), fold(f"{moved}\n{critics}\n"))) == 2


def test_of_single_words_names_and_numbers_alone_are_offered_and_no_parts_of_words() -> None:
    text = "Of power, Reed says in 1859 that it is not faith."
    assert offer("power", ESSAY.replace("interest", "power"), text) == ""
    assert offer("Reed", ESSAY.replace("Critics", "Reed"), text) == "Reed"
    assert offer("1859", ESSAY.replace("1996", "1859"), text) == "1859"
    assert offer("Reed", ESSAY.replace("Critics", "Reed"), "Of power, Reedham says it.") == ""


def test_words_that_were_moved_and_edited_are_offered_if_nothing_else_is_like_them() -> None:
    words = "States still matter most, and they follow interest rather than faith."
    edited = "States still matter most, and they follow interest sooner than faith."
    gone = ESSAY.replace(f"{words}\n\n", "")
    moved = gone.replace("act at all.", f"act at all. {edited}")
    assert offer(words, ESSAY, moved) == edited
    spot = offered(first(ESSAY, words), moved, fold(moved))
    assert spot is not None
    assert (spot.status, spot.score < 0.5) == (Status.FUZZY, True)
    twice = moved + edited.replace("interest", "interests") + "\n"
    assert offer(words, ESSAY, twice) == ""
    other = gone.replace("act at all.", "act at all. States never matter, and they follow faith.")
    assert offer(words, ESSAY, other) == ""


def test_short_words_with_other_marks_at_their_ends_are_offered() -> None:
    text = "So it is. “Trade follows the flag,” wrote Tarrant in 1871. Nobody has shown it since."
    turned = "So it is. Tarrant wrote in 1871: “Trade follows the flag.” Nobody has shown it since."
    words = "Trade follows the flag,"
    assert anchor.resolve(first(text, words), turned) == anchor.ORPHAN
    assert offer(words, text, turned) == "Trade follows the flag."
    assert offer(words, text, turned.replace("follows the", "follows a")) == ""
    assert offer(words, text, f"{turned} Trade follows the flag!") == ""


@pytest.mark.parametrize(
    ("old", "new", "words", "found"),
    [
        (
            "He told of a “pitiless” war.",
            "He told of a « pitiless » war.",
            "“pitiless”",
            "« pitiless »",
        ),
        (
            "Ce soir-là, le vieux maître leur dit “quoi?” et partit.",
            "Ce soir-là, le vieux maître leur dit « quoi ? » et partit.",
            "“quoi?”",
            "« quoi ? »",
        ),
        ("Er sagte »was« und ging.", "Er sagte » was « und ging.", "»was«", "» was «"),
    ],
)
def test_spaces_next_to_marks_are_typography(old: str, new: str, words: str, found: str) -> None:
    spot = anchor.resolve(first(old, words), new)
    assert (spot.status, words_at(spot, new)) == (Status.FUZZY, found)
    assert spot.score >= 0.95


def test_words_between_reworded_sentences_stay_where_they_stood_and_are_less_sure() -> None:
    words = "Marlowe refutes Reed on every point."
    text = f"A title.\n\nOthers disagree. {words} Bream denies this. They never struck.\n"
    reworded = text.replace("Others disagree.", "Not all agree.").replace("denies this", "says no")
    spot = anchor.resolve(first(text, words), reworded)
    assert (spot.status, words_at(spot, reworded)) == (Status.SHIFTED, words)
    assert spot.score <= 0.5


def test_words_of_a_paragraph_that_was_doubled_do_not_leave_it_unasked() -> None:
    words = "Critics doubted that cultures act at all."
    text = ESSAY.replace(words, f"Of this they had no doubt, ever: {words}")
    doubled = text.replace(
        f"Of this they had no doubt, ever: {words}",
        "\n\n".join([f"Of this they had no doubt, ever: {words}"] * 2),
    )
    assert anchor.resolve(first(text, words), doubled).score <= 0.5


def test_short_words_behind_inserted_ones_are_the_same_words() -> None:
    text = "A title of it\n\nIn 1790 the tax fell by half (Reed 1859, 4). It fell far, they say.\n"
    moved = text.replace("In 1790 the tax fell by half", "The tax fell by half in 1790")
    spot = anchor.resolve(first(text, "(Reed 1859, 4)"), moved)
    assert (spot.status, words_at(spot, moved)) == (Status.EXACT, "(Reed 1859, 4)")


def test_a_paragraph_is_orphaned_where_another_stands_in_its_place() -> None:
    critics = "Critics doubted that cultures act at all."
    other = "Others stand here now, and say other things."
    text = critics + "\n\n" + ESSAY.replace(critics, other)
    assert anchor.resolve(first(ESSAY, critics), text) == anchor.ORPHAN


def test_words_torn_apart_are_not_half_found() -> None:
    torn = "which came out in 1996.\n\nCritics doubted"
    parts = ESSAY.split("\n\n")
    parts.insert(1, parts.pop(2))
    assert anchor.resolve(first(ESSAY, torn), "\n\n".join(parts)) == anchor.ORPHAN


def test_rows_of_dots_are_no_context() -> None:
    text = f"{'. ' * 40}Chapter one{' .' * 40}\nA text.\n{'. ' * 40}Chapter two{' .' * 40}\n"
    gone = text.replace("Chapter one", "Preface, not by the author")
    assert anchor.resolve(first(text, "Chapter one"), gone) == anchor.ORPHAN


def test_hyphens_and_line_ends_inside_are_the_same_words() -> None:
    text = ESSAY.replace("widely read", "wide-\n  ly\nread")
    spot = anchor.resolve(first(ESSAY, "as widely read as"), text)
    assert (spot.status, words_at(spot, text)) == (Status.SHIFTED, "as wide-\n  ly\nread as")


@pytest.mark.parametrize(
    ("old", "new", "words", "found"),
    [
        (
            "Der Krieg sei, schrieb er, „die Fortsetzung der Politik mit anderen Mitteln“.",
            'Vor. Der Krieg sei, schrieb er, "die Fortsetzung der Po-\nlitik mit andern Mitteln".',
            "die Fortsetzung der Politik mit anderen Mitteln",
            "die Fortsetzung der Po-\nlitik mit andern Mitteln",
        ),
        (
            "Il faut, dit-il, « cultiver notre jardin », et le reste n’est rien.",
            "Bon. Il faut, dit-il, «\u202fcultiver nôtre jardin\u202f», et le reste n'est rien.",
            "cultiver notre jardin",
            "cultiver nôtre jardin",
        ),
    ],
)
def test_other_languages(old: str, new: str, words: str, found: str) -> None:
    spot = anchor.resolve(first(old, words), new)
    assert (spot.status, words_at(spot, new)) == (Status.FUZZY, found)


def test_a_selector_with_little_context_stands_where_its_words_do() -> None:
    bare = Selector("“third image” of", "", "", 45, 61)
    moved = anchor.resolve(bare, "New. " + TEXT)
    assert (moved.status, moved.start) == (Status.SHIFTED, TEXT.index("“third") + 5)
    twice = Selector("“third image”", "", "", 999, 1012)
    assert anchor.resolve(twice, TEXT) == anchor.ORPHAN
    straight = anchor.resolve(bare, TEXT.replace("“", '"').replace("”", '"'))
    assert straight.status is Status.SHIFTED


def test_words_that_no_text_can_hold_are_orphaned() -> None:
    strange = Selector("\ud800 and \ud800", "", "", 5, 12)
    assert anchor.resolve(strange, TEXT) == anchor.ORPHAN
    assert anchor.resolve(Selector("\u200b", "", "", 5, 6), TEXT) == anchor.ORPHAN


def test_many_short_words_are_found_again_in_a_large_text() -> None:
    text = "".join(f"Line {n} of the book says so.\n" for n in range(60_000))
    starts = range(1_000, len(text) - 1_000, len(text) // 400)
    selectors = [anchor.select(text, start, start + 3) for start in starts]
    longer = "A new line.\n" + text
    folded = fold(longer)
    began = process_time()
    spots = [anchor.resolve(selector, longer, folded) for selector in selectors]
    assert process_time() - began < 20  # each occurrence looked at took minutes
    assert [spot.start - 12 for spot in spots] == list(starts)


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
        found = fold(other[spot.start : spot.end]).text.strip()
        assert found == fold(selector.exact).text.strip()


@given(
    st.text("ab \n", max_size=150),
    st.data(),
    st.text("ab x\n", max_size=20),
)
def test_an_insertion_elsewhere_never_makes_other_words_of_it(
    text: str, data: st.DataObject, new: str
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + new + text[at:]
    spot = anchor.resolve(anchor.select(text, start, end), changed)
    if spot.status is not Status.ORPHANED:
        assert 0 <= spot.start < spot.end <= len(changed)
        assert 0 <= spot.score <= 1


TOLLS = "Marlowe, for her part, insists that the ferrymen could have gone on strike."
HARBOUR = (
    "A title of it\n\n"
    f"Bream maintains that salt mattered more than rope. {TOLLS}\n\n"
    "“I tell my crew one thing,” Tarrant said: that is how it went.\n\n"
    "An end of it all, with some more words.\n"
)
BEFORE = ("mattered more", "mattered less")
BEHIND = ("“I tell my crew one thing,” Tarrant said: that is how it went.\n\n", "")


@pytest.mark.parametrize("edits", [[BEFORE], [BEHIND], [BEFORE, BEHIND]])
def test_long_words_that_stand_once_need_little_of_one_context(
    edits: list[tuple[str, str]],
) -> None:
    text = HARBOUR
    for old, new in edits:
        text = text.replace(old, new)
    spot = anchor.resolve(first(HARBOUR, TOLLS), text)
    assert spot.status in (Status.EXACT, Status.SHIFTED)
    assert words_at(spot, text) == TOLLS


def test_long_words_that_stand_once_without_their_context_are_half_as_sure() -> None:
    text = f"Of another text.\n\nAs it is told here: {TOLLS} They never did.\n\nIts end.\n"
    spot = anchor.resolve(first(HARBOUR, TOLLS), text)
    assert (spot.status, words_at(spot, text)) == (Status.SHIFTED, TOLLS)
    assert spot.score <= 0.5
    assert anchor.resolve(first(HARBOUR, TOLLS), f"{text}\nAgain: {TOLLS}\n") == anchor.ORPHAN
    assert anchor.resolve(first(HARBOUR, TOLLS), HARBOUR.replace(f" {TOLLS}", "")) == anchor.ORPHAN


def test_long_words_taken_out_of_their_context_do_not_move_to_a_copy() -> None:
    text = HARBOUR.replace(f" {TOLLS}", "") + f"\nA summary: {TOLLS}\n"
    assert anchor.resolve(first(HARBOUR, TOLLS), text) == anchor.ORPHAN


def test_short_words_without_most_of_their_context_are_orphaned() -> None:
    words = "insists that the ferrymen"
    text = f"Of another text.\n\nAs it is told here: Tarrant {words} sang.\n\nIts end.\n"
    assert anchor.resolve(first(HARBOUR, words), text) == anchor.ORPHAN


@pytest.mark.parametrize(
    "now",
    [
        "In short: alliances last. They have proven suprisingly resilient; few people know why.",
        "Alliances last. They have proven suprisingly resilient, yes, and few people know why.",
        "Alliances end? So one hears. They have proven suprisingly resilient, and few people know.",
    ],
)
def test_changed_words_end_where_they_do_when_the_text_next_to_them_changed(now: str) -> None:
    text = "Alliances last. They have proven surprisingly resilient, and few people know why."
    spot = anchor.resolve(first(text, "They have proven surprisingly resilient"), now)
    assert spot.status is Status.FUZZY
    assert words_at(spot, now) == "They have proven suprisingly resilient"
