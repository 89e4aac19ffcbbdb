"""Reference strings found in texts of several kinds and languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.find.references.finder import find_references, references
from citekit.find.references.matching import Index
from citekit.model import Body
from tests.find.texts import TEXTS, catalogue, marked, parser


@pytest.mark.parametrize("name", TEXTS)
def test_every_reference_is_found_as_its_span_and_nothing_else(name: str) -> None:
    text, wanted = marked(name)
    found = [(one.start, one.end) for one in find_references(text, parser())]
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b, _ in wanted]
    assert found == [(a, b) for a, b, _ in wanted]


@pytest.mark.parametrize("name", TEXTS)
def test_references_are_tied_to_the_works_of_the_catalogue(name: str) -> None:
    text, wanted = marked(name)
    found = references(text, catalogue(), parser())
    assert [one.body.value for one in found] == [key for _, _, key in wanted]
    assert all((one.body.type == "work") == (one.proposal is None) for one in found)


def test_what_the_catalogue_lacks_is_proposed_with_its_evidence() -> None:
    text, _ = marked("en-footnotes")
    found = references(text, Index([]), parser())
    first = found[0]
    assert first.body == Body()
    work = first.proposal
    assert work is not None
    assert work.type == "book"
    assert work.text("title") == "The Structure of Scientific Revolutions"
    assert work.names("author")[0].family == "Kuhn"
    assert work.text("publisher-place") == "Chicago"
    assert work.text("publisher") == "University of Chicago Press"
    start = text.index("The Structure")
    assert any(
        reason.startswith("title: The Structure") and f"({start}–" in reason
        for reason in first.reasons
    )


def test_a_semicolon_between_place_and_publisher_parts_no_reference() -> None:
    text = (
        "It has been said before (Anderson, Benedict 1983. Imagined Communities, London; Verso; "
        "Weber, Max 1922, Wirtschaft und Gesellschaft, Tübingen; Mohr)."
    )
    found = references(text, catalogue(), parser())
    assert [text[one.start : one.end] for one in found] == [
        "Anderson, Benedict 1983. Imagined Communities, London; Verso",
        "Weber, Max 1922, Wirtschaft und Gesellschaft, Tübingen; Mohr",
    ]
    assert [one.body.value for one in found] == ["anderson1983", "weber1922"]


def test_a_dash_repeats_the_author_above() -> None:
    text, _ = marked("en-reference-list")
    work = references(text, Index([]), parser())[3].proposal
    assert work is not None
    assert work.id == "granovetter1985"
    assert work.names("author")[0].family == "Granovetter"
    assert work.text("page") == "481-510"


def test_two_references_joined_by_and_are_two() -> None:
    text = (
        "(Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: University of "
        "Chicago Press and Berger, Peter and Luckmann, Thomas. 1966. The Social Construction of "
        "Reality. New York: Doubleday)"
    )
    found = references(text, catalogue(), parser())
    assert [one.body.value for one in found] == ["kuhn1962", ""]
    assert text[found[1].start : found[1].end].startswith("Berger, Peter and Luckmann")


def test_a_reprint_is_still_the_work() -> None:
    text = (
        "(Kuhn, Thomas S. 1996, The Structure of Scientific Revolutions, Chicago: University of "
        "Chicago Press)"
    )
    (one,) = references(text, catalogue(), parser())
    assert one.body.value == "kuhn1962"
    assert any("another edition" in reason for reason in one.reasons)


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("; ebd., S. 20.", 1),
        ("; ferner ebd., S. 20.", 1),
        (". Ibid., p. 9.", 1),
        (". Anders Weber, a. a. O., S. 51.", 1),
        ("; Weber, Economy, p. 6; Arendt, The Human Condition, p. 31.", 1),
        (". Contra Weber, op. cit., p. 99", 1),
        ("; Weber, Max: Wirtschaft und Gesellschaft, Tübingen: Mohr, 1922.", 2),
    ],
)
def test_what_repeats_a_work_ends_the_reference_before_it(rest: str, count: int) -> None:
    first = (
        "Thomas S. Kuhn, The Structure of Scientific Revolutions (Chicago: University of "
        "Chicago Press, 1962), p. 12"
    )
    text = f"So it was said.[^1]\n\n[^1]: {first}{rest}\n"
    found = list(find_references(text, parser()))
    assert text[found[0].start : found[0].end] == first
    assert len(found) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Max Weber: Wirtschaft und Gesellschaft. Mohr Siebeck, Tübingen 1922. 840 Seiten, 39 "
            "Euro.",
            ["Max Weber: Wirtschaft und Gesellschaft. Mohr Siebeck, Tübingen 1922"],
        ),
        (
            "Vgl. dazu Max Weber, Wirtschaft und Gesellschaft, Tübingen 1922, S. 45 ff.; Hannah "
            "Arendt, Vita activa, Stuttgart 1960, S. 12.",
            [
                "Max Weber, Wirtschaft und Gesellschaft, Tübingen 1922, S. 45 ff.",
                "Hannah Arendt, Vita activa, Stuttgart 1960, S. 12",
            ],
        ),
        (
            "Voir Pierre Nora, Les Lieux de mémoire, Paris, Gallimard, coll. « Bibliothèque », "
            "1984, p. 33-35.",
            [
                "Pierre Nora, Les Lieux de mémoire, Paris, Gallimard, coll. « Bibliothèque », "
                "1984, p. 33-35"
            ],
        ),
        (
            "Pierre Nora, Les Lieux de mémoire, Gallimard, 1984, 650 p., 30 €.",
            ["Pierre Nora, Les Lieux de mémoire, Gallimard, 1984"],
        ),
        (
            "As in Mark Granovetter, “Economic Action and Social Structure,” American Journal of "
            "Sociology 91, no. 3 (Fall 1985): 481–510, at 490.",
            [
                "Mark Granovetter, “Economic Action and Social Structure,” American Journal of "
                "Sociology 91, no. 3 (Fall 1985): 481–510, at 490"
            ],
        ),
        (
            "Further reading: Kuhn, T. S., The Structure of Scientific Revolutions, University "
            "of Chicago Press 1962.",
            [
                "Kuhn, T. S., The Structure of Scientific Revolutions, University of Chicago "
                "Press 1962"
            ],
        ),
        (
            "Dazu Peter Berger/Thomas Luckmann: Die gesellschaftliche Konstruktion der "
            "Wirklichkeit. Frankfurt am Main: Fischer 1969, S. 12.",
            [
                "Peter Berger/Thomas Luckmann: Die gesellschaftliche Konstruktion der "
                "Wirklichkeit. Frankfurt am Main: Fischer 1969, S. 12"
            ],
        ),
        (
            "Salt: A History of Tolls, 1820–1900. By Ada Roth. Leeds: Verso, 1994. Pp. xii, 288.",
            ["Salt: A History of Tolls, 1820–1900. By Ada Roth. Leeds: Verso, 1994"],
        ),
        (
            "Rivers of Lead: A History. By Ada Roth. Leeds: Verso, 1994. Pp. xii, 288. £20.",
            ["Rivers of Lead: A History. By Ada Roth. Leeds: Verso, 1994"],
        ),
        (
            "Dull.\n\nHesiod. Works and Days. Trans. R. M. Hall. Indianapolis: Hackett, 1993.",
            ["Hesiod. Works and Days. Trans. R. M. Hall. Indianapolis: Hackett, 1993."],
        ),
        ("In The Common Reader: First Series (London: Hogarth Press, 1925) she says so.", []),
        (
            "Nobody reads Karl Lee, The Word: “Go.” and Other Plays (London: Methuen, 1961) now.",
            ["Karl Lee, The Word: “Go.” and Other Plays (London: Methuen, 1961)"],
        ),
        (
            "It is in Ada Roth, „Der Fluss.“ In: Blätter für Wasser 12 (1999), S. 12–15, too.",
            ["Ada Roth, „Der Fluss.“ In: Blätter für Wasser 12 (1999), S. 12–15"],
        ),
        (
            "Roth, Jane (1999) de la rivière. Paris: Seuil.",
            ["Roth, Jane (1999) de la rivière. Paris: Seuil."],
        ),
    ],
)
def test_references_in_prose_begin_and_end_where_they_do(text: str, expected: list[str]) -> None:
    found = find_references(text, parser())
    assert [text[one.start : one.end] for one in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "MARLOW, Ohio — The town had three mills in 1962, each one larger than the last. The "
        "newest was built by the river and cost more than the bridge. “We had nothing else,” she "
        "said.",
        "Im L. (4000 Einwohner) sollte 2014 die Straße umbenannt werden. Von den Briefen "
        "erwähnten nur neun den Mann. Die anderen hoben auf die hohen Kosten ab, und "
        "einer schrieb von seiner Kindheit. Beide Seiten lehnten ab.",
        "Es war ein Rest von Ort: Man hatte Zeit bis zur Brücke. Ähnlich urteilen Huber und Lang "
        "(2001, Kap. 3). Kern (1922/1980) hatte solche Rechte als Vorstufen behandelt (zit. nach "
        "Huber/Lang 2001, S. 90).",
        # what an archive keeps is quoted, and a work cited of which an imprint might be
        "Bell to the Chapter, 4 May 1733, Dorset Record Office, DC 7/2: “The ferry has never "
        "paid.” See Holm's account of the tolls (Holm 2011, 40–41).",
        "Bell an das Kapitel, 4. Mai 1733, Stadtarchiv Ulm, B 7: „Die Fähre trägt nichts.“ Holm "
        "druckt den Brief (Holm 2011, 40).",
        # names in inverted order, of whom something is said
        "Roth, Jane (1999, p. 3) disagrees with Roth, Karl (1999).",
        "Roth, Jane (1999) widerspricht hier Roth, Karl (1999).",
        # a work cited in short, and a sentence
        "Cf. Brandt, Reading in Woods, p. 3. The ferry is old (Holm 1991).",
        # particles of names are no title
        "It is old (V. d. Lippe 1995; v. der Lippe 1995, 3; Lippe, K. von der, 1995).",
    ],
)
def test_prose_with_years_is_no_reference(text: str) -> None:
    assert list(find_references(text, parser())) == []


@pytest.mark.parametrize("point", ["- ", "* ", "• ", "  - "])
def test_points_part_the_entries_of_a_list(point: str) -> None:
    entries = [
        "Arendt, H. (1958): The Human Condition. Chicago: UCP.",
        "Weber, M. 1922. Wirtschaft und Gesellschaft.\n  Tübingen: Mohr.",
        "Nora, P. (1984), Les Lieux de mémoire, Paris, Gallimard.",
    ]
    text = "## References\n\n" + "\n".join(point + entry for entry in entries) + "\n"
    found = find_references(text, parser())
    assert [text[one.start : one.end] for one in found] == entries


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_entries_in_a_row_need_no_heading(between: str) -> None:
    entries = [
        "Arendt, H. (1958): The Human Condition. Chicago: UCP.",
        "American Educational Research Association. (1985). Standards for testing. Washington, "
        "DC: American Psychological Association.",
        "Nora, P. (1984), Les Lieux de mémoire, Paris, Gallimard.",
        "Weber, M. 1922. Wirtschaft und Gesellschaft. Tübingen: Mohr.",
    ]
    text = f"It was 1989, they said.\n\n{between.join(entries)}\n"
    found = find_references(text, parser())
    assert [text[one.start : one.end] for one in found] == entries


def test_prose_under_a_heading_is_no_entry() -> None:
    prose = (
        "Most of what is said here was told to us in 2019 by people of the town. They did not "
        "want to be named in it. Much of the rest is from letters that nobody has read before. "
        "A few figures are from Max Weber, Wirtschaft und Gesellschaft (Tübingen: Mohr, 1922)."
    )
    text = f"Sources\n\n{prose}\n\nArendt, Hannah (1958): The Human Condition. Chicago: UCP.\n"
    found = find_references(text, parser())
    assert [text[one.start : one.start + 12] for one in found] == ["Max Weber, W", "Arendt, Hann"]


def test_what_prints_a_work_word_by_word_is_that_work() -> None:
    index = catalogue()
    text = "(Kuhn, T. S., The Structure of Scientific Revolutions, Univ. of Chicago Press, 1962)"
    (abbreviated,) = references(text, index, parser())
    whole = text.replace("Univ.", "University").replace("Press,", "Press, Chicago,")
    (one,) = references(whole, index, parser())
    assert abbreviated.body == one.body == Body("work", "kuhn1962")
    assert one.score == 1.0
    assert one.reasons[-2:] == ("the same title", "year 1962")
    with_page = whole.replace("1962)", "1962, p. 77)")
    (cited,) = references(with_page, index, parser())
    assert (cited.body.value, cited.locator) == ("kuhn1962", "77")
    assert references(whole, index, parser(), without={"kuhn1962"})[0].body == Body()


def test_author_title_and_year_are_enough_for_a_known_work() -> None:
    text = "so it was (Kuhn, The Structure of Scientific Revolutions, 1962, p. 8)."
    (one,) = references(text, catalogue(), parser())
    assert (one.body.value, one.locator) == ("kuhn1962", "8")
    assert references(text, Index([]), parser()) == []
    text = "so it was (Nora, Les Lieux de mémoire, 1984, p. 8)."
    assert [one.body.value for one in references(text, catalogue(), parser())] == ["nora1984"]


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("(;1959:,. \n[]\n\nWaltz, K. “”)2001ü–/-*#"),
        max_size=300,
    )
)
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for one in find_references(text, parser()):
        assert end <= one.start < one.end <= len(text)
        assert one.parsed.string == text[one.start : one.end]
        end = one.end


@pytest.mark.parametrize(
    "unit",
    """( ) 1959 1959␣ (1959 (1959)␣ ((1959)) Weber,␣M.␣ Weber,␣Max␣1922.␣A␣b,␣Mohr:␣C.⏎
    Paris:␣Seuil,␣1970,␣
    A.␣B.,␣ ⏎␣⏎ 1.␣Weber,␣M.␣1959.⏎ -␣ ⏎-␣ vgl.␣Weber,␣ ¹ [^1]:␣1959⏎ ____␣1959.⏎ References⏎⏎ A-A␣
    (Aa,␣1959)␣ 1959–1960,␣ “a”␣1959␣""".split(),
)
def test_long_runs_end(unit: str) -> None:
    unit = unit.replace("␣", " ").replace("⏎", "\n")
    text = (unit * (12000 // len(unit) + 1))[:12000]
    assert all(0 <= one.start < one.end <= len(text) for one in find_references(text, parser()))
