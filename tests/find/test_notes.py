"""Notes that cite in short, wherever they stand: a scan of the whole text."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.find.scan import Scanner, scan
from citekit.library.parsing import parser
from citekit.model import Date, DatePoint, Name, Work


def book(key: str, family: str, given: str, year: int, title: str) -> Work:
    """A book by one author."""
    fields = {
        "author": (Name(family, given),), "issued": Date(DatePoint(year)), "title": title,
        "publisher": "Verso", "publisher-place": "London",
    }  # fmt: skip
    return Work(key, "book", fields)


SCANNER = Scanner.of(
    [
        book("ashdown1951", "Ashdown", "Margery", 1951, "The Origins of Harbours"),
        book("berg1983", "Berg", "Johanna", 1983, "Imagined Pumps: The Spread of Water"),
    ],
    parser(),
)
LIST = """## References

Mason, Ruth. 1998. *Seeing Like a Brick*. New Haven: Yale University Press.

Noyer, Alice. 2005. *Graphs and Maps*. London: Verso.
"""


def cited(markdown: str) -> list[tuple[str, str, str]]:
    """(kind, words, key or the proposed title) of what a Markdown text cites."""
    document = extract(markdown.encode(), "a.md")
    found = scan(document.text, SCANNER, keys=document.keys, links=document.links)
    return [
        (
            each.kind,
            document.text[each.start : each.end],
            each.body.value or (each.proposal.text("title") if each.proposal else ""),
        )
        for each in found
        if each.method not in ("footnote-marker", "superscript")
    ]


def test_footnotes_behind_a_list_of_references_are_no_entries() -> None:
    text = f"""A wall.[^1] A map.[^2] And pumps.[^3]\n\n{LIST}
[^1]: Ashdown, *Origins*, p. 475.

[^2]: Noyer, *Graphs*, p. 7.

[^3]: See Noyer 2005, 12; ibid., p. 13. Nobody has said more in 1998 and in 2001.
"""
    assert [each for each in cited(text) if each[0] == "reference"] == [
        ("reference", text[text.index("Mason") : text.index("\n\nNoyer")].replace("*", ""),
         "Seeing Like a Brick"),
        ("reference", "Noyer, Alice. 2005. Graphs and Maps. London: Verso.", "Graphs and Maps"),
    ]  # fmt: skip
    assert [each for each in cited(text) if each[0] == "citation"] == [
        ("citation", "Ashdown, Origins, p. 475", "ashdown1951"),
        ("citation", "Noyer, Graphs, p. 7", "Graphs and Maps"),
        ("citation", "Noyer 2005, 12", "Graphs and Maps"),
        ("citation", "ibid., p. 13", "Graphs and Maps"),
    ]


def test_footnotes_may_be_the_list() -> None:
    text = """A wall.[^1] A map.[^2]

## References

[^1]: Mason, Ruth. 1998. *Seeing Like a Brick*. New Haven: Yale University Press.
[^2]: Noyer, Alice. 2005. *Graphs and Maps*. London: Verso.
[^3]: Mason, *Seeing*, p. 7.
[^4]: Ibid., p. 8.
"""
    assert [(kind, work) for kind, _, work in cited(text)] == [
        ("reference", "Seeing Like a Brick"),
        ("reference", "Graphs and Maps"),
        ("citation", "Seeing Like a Brick"),
        ("citation", "Seeing Like a Brick"),
    ]


@pytest.mark.parametrize(
    ("note", "work"),
    [
        ("Ashdown, *Origins*, p. 475. Cf. Berg, *Imagined Pumps*, p. 7; ibid., p. 9.", "berg1983"),
        ("Berg, *Imagined Pumps*, p. 7; Ashdown, *Origins*, p. 475; ibid., p. 9.", "ashdown1951"),
        ("Ashdown 1951, 4. Here Berg, *Imagined Pumps*, p. 7, is right (ibid., p. 9).", "berg1983"),
        ("Alice Noyer, *Maps of Seas* (Paris: Seuil, 2005); Berg 1983; Noyer, *Maps*, 7; ibid., 9",
         "Maps of Seas"),
    ],
)  # fmt: skip
def test_ibid_repeats_what_its_note_cites_last(note: str, work: str) -> None:
    *_, last = cited(f"A wall.[^1] And pumps.[^2]\n\n[^1]: {note}\n")
    assert last[1].startswith("ibid.")
    assert last[2] == work


@pytest.mark.parametrize(
    ("notes", "work"),
    [
        (["Ashdown, *Origins*, p. 4.", "Letter to the harbour board, box 9.", "Ibid."], ""),
        (["Ashdown, *Origins*, p. 4.", "Stadtarchiv Emden, B 7, Bl. 2.", "Vgl. ebd., Bl. 4."], ""),
        (["Ashdown, *Origins*, p. 4.", "Letter to the harbour board; ibid."], ""),
        (["Ashdown, *Origins*, p. 4.", "The board wrote at length. Ibid., p. 5."], "ashdown1951"),
        (["Ashdown, *Origins*, p. 4.", "See ibid., p. 5.", "Ibid., p. 6."], "ashdown1951"),
        (["Letter to the board.", "Ashdown, *Origins*, p. 4.", "Ibid., p. 6."], "ashdown1951"),
    ],
)
def test_ibid_repeats_nothing_above_the_note_before(notes: list[str], work: str) -> None:
    text = "A wall.[^1] And pumps.[^2] And sand.[^3]\n\n"
    *_, last = cited(text + "".join(f"[^{n}]: {note}\n" for n, note in enumerate(notes, 1)))
    assert last[2] == work
    inline = "".join(f" A wall.^[{note}]" for note in notes)
    assert cited(inline)[-1][2] == work


def test_ibid_in_a_numbered_list_is_no_note() -> None:
    text = "Walls are slow (Ashdown 1951, 4):\n\n1. They lean.\n2. They silt up (ibid., 5).\n"
    assert cited(text)[-1] == ("citation", "ibid., 5", "ashdown1951")


def test_notes_that_repeat_are_repeated_in_their_turn() -> None:
    text = "Walls.1 Pumps.2 So.3\n\n1. Berg, Imagined Pumps, p. 7.\n2. Ibid., p. 8.\n3. Ibid.\n"
    repeats = [one for one in scan(text, SCANNER) if text.startswith("Ibid", one.start)]
    assert [one.body.value for one in repeats] == ["berg1983", "berg1983"]


def test_french_and_german_forms_of_legal_notes() -> None:
    text = """A wall.[^1] Pumps.[^2] A dock.[^3] A well.[^4] A pump.[^5] A tap.[^6] A pipe.[^7]

[^1]: ASHDOWN (M.), *The Origins of Harbours*, Verso, n° 12.

[^2]: BERG (J.), « Imagined Pumps », Rev. eaux 1983. 201.

[^3]: M. Ashdown, art. préc., p. 210.

[^4]: ASHDOWN (M.), préc., spéc. p. 215.

[^5]: Ashdown, aaO, S. 40.

[^6]: Ashdown (o. Fn. 1), S. 41.

[^7]: Ashdown, ebda., S. 71.
"""
    notes = [(words, key) for kind, words, key in cited(text) if kind in ("citation", "reference")]
    assert notes == [
        ("ASHDOWN (M.), The Origins of Harbours", "ashdown1951"),
        ("BERG (J.), « Imagined Pumps », Rev. eaux 1983. 201", "berg1983"),
        ("M. Ashdown, art. préc., p. 210", "ashdown1951"),
        ("ASHDOWN (M.), préc., spéc. p. 215", "ashdown1951"),
        ("Ashdown, aaO, S. 40", "ashdown1951"),
        ("Ashdown (o. Fn. 1), S. 41", "ashdown1951"),
        ("Ashdown, ebda., S. 71", "ashdown1951"),
    ]


def test_what_only_looks_like_a_repeat_in_a_note_is_none() -> None:
    text = """A wall.[^1] Pumps.[^2]

[^1]: Ashdown, *Origins*, p. 475.

[^2]: Le texte précise: la Cour (préc. p. 4) Zaaof Haao, Ebdaland.
"""
    assert [key for kind, _, key in cited(text) if kind == "citation"] == ["ashdown1951", ""]


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (  # a sentence behind the page leads to the next work
            "Ashdown, *Origins*, 1:88; Berg, *Imagined Pumps*, 31–32. For the older view see Ruth "
            "Mason, *Seeing Like a Brick* (Leeds: Verso, 1998), 4.",
            [("ashdown1951", "1:88"), ("berg1983", "31–32"), ("Seeing Like a Brick", "4")],
        ),
        (
            "Ruth Mason, *Seeing Like a Brick* (Leeds: Verso, 1998), 195. Against her Berg, "
            "*Imagined Pumps*, 6, speaks of water.",
            [("Seeing Like a Brick", "195"), ("berg1983", "6")],
        ),
        (
            "R. Mason, *Les briques*, Paris, Seuil, 1998, livre I, chap. 8. Sur ce silence, voir "
            "M. Ashdown, *The Origins of Harbours*, London, 1951, p. 4.",
            [("Les briques", "book I, chap. 8"), ("ashdown1951", "4")],
        ),
        (
            "Ruth Mason, Die Ziegel, Leipzig 1998, S. 5, und, zum Norden, dies., Die Steine, "
            "Leipzig 2003, S. 8. Gegen sie Ashdown, Origins, S. 9.",
            [("Die Ziegel", "5"), ("Die Steine", "8"), ("ashdown1951", "9")],
        ),
        (
            "Ruth Mason, *Seeing Like a Brick* (Leeds: Verso, 1998), 3, and, on clay, ibid., 58; "
            "eadem, *On Mortar* (Leeds: Verso, 2001), 7.",
            [("Seeing Like a Brick", "3"), ("Seeing Like a Brick", "58"), ("On Mortar", "7")],
        ),
        (
            "Johanna Berg, *Imagined Pumps* (London: Verso, 1983), 3; Margery Ashdown, *The "
            "Origins of Harbours* (London: Verso, 1951), 4; eadem, *Origins of Harbours*, 8.",
            [("berg1983", "3"), ("ashdown1951", "4"), ("ashdown1951", "8")],
        ),
        (  # what has a number and a full stop within it
            "Ruth Mason, *Rivers and Lakes, 1820–1900. A History of the North by Many Hands* "
            "(Leeds: Verso, 1986), 12.",
            [("Rivers and Lakes, 1820–1900. A History of the North by Many Hands", "12")],
        ),
        (
            "Karl Meier, Geschichte der Seen, Bd. 3. Leipzig: Reclam, 1999, S. 12.",
            [("Geschichte der Seen", "12")],
        ),
    ],
)
def test_a_note_cites_several_works_each_with_its_own_page(
    note: str, wanted: list[tuple[str, str]]
) -> None:
    document = extract(f"A wall.[^1]\n\n[^1]: {note}\n".encode(), "a.md")
    found = scan(document.text, SCANNER, keys=document.keys, links=document.links)
    assert [
        (each.body.value or (each.proposal.text("title") if each.proposal else ""), each.locator)
        for each in found
        if each.kind in ("citation", "reference")
        and each.method not in ("footnote-marker", "superscript")
    ] == wanted


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("Quay, *Lost Quarries*, 50; Quay, *Quarries*, 7.", ["quay1994", "quay1994"]),
        ("Tarn, “Granite Walls,” 8; eadem, *Granite Sleep*, 9.", ["tarn1970", "tarn1981"]),
        ("Siehe Tarn, Granite, S. 3.", []),  # two works
        ("Quay, *Walking*, 3; Quay, *Lost Villages*, 4; Quay, *Quarries Lost*, 5.", []),
        ("Otto Quay, *Lost Quarries*, 50.", []),  # somebody else
        ("Quay, *Lost Quarries and Found*, 50.", []),
        (  # a work that the text cites in full
            "Rosa Lind, *A Short Way to Wet Meadows* (Leeds: Verso, 1998), 3. See Lind, "
            "*Wet Meadows*, 5.",
            ["A Short Way to Wet Meadows", "A Short Way to Wet Meadows"],
        ),
    ],
)
def test_key_words_of_a_title_are_a_short_title(note: str, wanted: list[str]) -> None:
    works = [
        book("quay1994", "Quay", "Nils", 1994, "For the Sake of Lost Quarries: Walking"),
        book("tarn1970", "Tarn", "Ida", 1970, "A Land of Granite Walls"),
        book("tarn1981", "Tarn", "Ida", 1981, "The Long Granite Sleep"),
    ]
    document = extract(f"A wall.[^1]\n\n[^1]: {note}\n".encode(), "a.md")
    found = scan(document.text, Scanner.of(works, parser()), keys=document.keys)
    assert [
        each.body.value or (each.proposal.text("title") if each.proposal else "")
        for each in found
        if each.method != "footnote-marker"
    ] == wanted
