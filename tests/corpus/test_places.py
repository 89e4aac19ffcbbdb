"""Lines, columns and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.corpus.documents import extract
from citekit.corpus.places import Lines, sentence, sentence_breaks
from citekit.errors import ReadError


@pytest.mark.parametrize(
    ("text", "position", "place"),
    [
        ("one\ntwo", 0, (1, 1)),
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 6, (2, 2)),
        ("one\rtwo", 4, (2, 1)),
        ("é\n𝒳x", 3, (2, 2)),
        ("\n\n", 2, (3, 1)),
    ],
)
def test_place(text: str, position: int, place: tuple[int, int]) -> None:
    assert Lines(text).place(position) == place


@given(st.text(alphabet="ab\r\n", max_size=40), st.data())
def test_place_and_offset_are_inverse(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    assert lines.offset(*lines.place(position)) == position


def sentence_at(text: str, words: str) -> str:
    start = text.index(words)
    left, right = sentence(text, sentence_breaks(text), start, start + len(words))
    return text[left:right]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("One here. Two there. Three.", "Two", "Two there."),
        ("He met J. R. Smith in N.J. on Monday. Then he left.", "Smith",
         "He met J. R. Smith in N.J. on Monday."),
        ("“It is over.” She left.", "over", "“It is over.”"),
        ("A heading\nThe text begins. It ends.", "begins", "The text begins."),
        ("What? Why! Because.", "Why", "Why!"),
        ("One. Two begins here. Three.", "Two begins here. Three", "Two begins here. Three."),
        ("He says (Roe, J. 1999. A Book. Town: House (second printing)) so. Next.", "Book",
         "He says (Roe, J. 1999. A Book. Town: House (second printing)) so."),
        ("An open ( bracket. Next one.", "Next", "Next one."),
        ("So it is. Lee et al. [2] said no. Next.", "said", "Lee et al. [2] said no."),
        ("Ja. Lee u. a. (2) sagten nein. Mehr.", "sagten", "Lee u. a. (2) sagten nein."),
        ("Oui. Lee et coll. (1990) le nient. Soit.", "nient", "Lee et coll. (1990) le nient."),
        ("So say Lee et al. They said no.", "said", "They said no."),
        ("So. Am 3. Mai 1872 schrieb er. Mehr.", "schrieb", "Am 3. Mai 1872 schrieb er."),
        ("So. Im 19. Jahrhundert, im 2. Brief und der 4. Auflage steht es. Mehr.", "steht",
         "Im 19. Jahrhundert, im 2. Brief und der 4. Auflage steht es."),
        ("So. Laut Hr. Roth steht es z. B. Heine, Bd. II, nahe. Mehr.", "nahe",
         "Laut Hr. Roth steht es z. B. Heine, Bd. II, nahe."),
        ("Oui. MM. Renan et Taine, éd. Lasson, t. II, le disent. Soit.", "disent",
         "MM. Renan et Taine, éd. Lasson, t. II, le disent."),
        ("So it is on p. 12. Marx says no.", "Marx", "Marx says no."),
        ("Das steht auf Seite 12. Das Buch ist alt.", "alt", "Das Buch ist alt."),
        ("Er war im Bd. II. Marx ging.", "ging", "Marx ging."),
        ("Nobody chose plan B. The rest is known.", "rest", "The rest is known."),
        ("Ich halte es mit dir. Man sieht es.", "sieht", "Man sieht es."),
        ("It cost 3.5 dollars. No more.", "dollars", "It cost 3.5 dollars."),
        ("So it is. The miller's\nwidow (see a paper\nby Roe. Town 1999) said no. Next.", "said",
         "The miller's\nwidow (see a paper\nby Roe. Town 1999) said no."),
    ],
)  # fmt: skip
def test_sentence(text: str, words: str, wanted: str) -> None:
    assert sentence_at(text, words) == wanted


@given(st.text(max_size=80), st.data())
def test_a_sentence_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip() or text[start:end] != text[start:end].strip():
        return
    left, right = sentence(text, sentence_breaks(text), start, end)
    assert left <= start <= end <= right


def test_a_text_is_read_as_it_is() -> None:
    document = extract("\ufeffa\r\nb\u00a0 c".encode(), "x/a.txt")
    assert document.text == "a\r\nb\u00a0 c"
    assert (document.id, document.extractor) == ("x/a.txt", "plain/1")


def test_a_file_with_a_stray_byte_is_refused_with_its_line() -> None:
    with pytest.raises(ReadError) as caught:
        extract("süß, grün\ncaf".encode() + b"\xe9\n", "a.txt")
    assert (caught.value.where.file, caught.value.where.line) == ("a.txt", 2)
    assert "0xe9" in caught.value.message


def test_a_file_in_another_encoding_is_read() -> None:
    assert extract(b"fine\ncaf\xe9\n", "a.txt").text == "fine\ncafé\n"
    assert extract("süß".encode("utf-16"), "a.md").text == "süß"


@pytest.mark.parametrize("unit", [".", "“", "(", " ", ". ", "()", ".”", "\n", "…?"])
def test_a_long_run_of_one_sign_is_read_in_linear_time(unit: str) -> None:
    text = unit * 300_000
    assert sentence_breaks(text)[-1] == len(text)
