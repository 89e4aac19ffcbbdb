"""What "op. cit." and "ibid." in a sentence repeat: by whom it names, over what is not read."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.scan import Scanner, scan
from citekit.find.works import Catalogue
from citekit.library.parsing import parser
from tests.find.books import book

WORKS = [
    book("harlow1961", "Harlow", "Edith", 1961, "Mill Rights"),
    book("prewett1988", "Prewett", "Simon", 1988, "The Weir at Law"),
    book("tannert1974", "Tannert", "Gerda", 1974, "Das Recht am Wasser"),
    book("colomb1934", "Colomb", "Jean", 1934, "Le droit des moulins"),
]
CATALOGUE = Catalogue.of(WORKS)
#: Before each sentence: two works are cited, Prewett's last.
CITED = "(Harlow 1961, 9; Tannert 1974, 4; Colomb 1934, 7). A weir is a wall (Prewett 1988, 740). "


def repeated(text: str, words: str) -> str | None:
    """The work of the citation that holds some words; None if there is none."""
    at = text.rindex(words)
    found = [each for each in citations(text, CATALOGUE) if each.start <= at < each.end]
    return found[-1].body.value if found else None


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Harlow repeats the point (op. cit., p. 97).", "harlow1961"),
        ("Edith Harlow, however, wrote: “The mill has a master” (op. cit., p. 60).", "harlow1961"),
        ("According to Harlow, the mill has a master (op. cit., p. 60).", "harlow1961"),
        ("“The mill has a master,” writes Harlow (op. cit., p. 60).", "harlow1961"),
        ("Tannert hält das für einen Irrtum (a. a. O., S. 63).", "tannert1974"),
        ("Dagegen wendet Tannert ein, das Wasser sei frei (a. a. O., S. 63).", "tannert1974"),
        ("Colomb écrivait : « Le moulin a un maître » (op. cit., p. 60).", "colomb1934"),
        ("Selon Colomb, le moulin a un maître (op. cit., p. 60).", "colomb1934"),
        # the name right before it, and nobody's
        ("Harlow (op. cit., p. 97) repeats it.", "harlow1961"),
        ("Tannert saw that, as did Harlow (op. cit., p. 97).", "harlow1961"),
        ("It is often repeated (op. cit., p. 97).", "prewett1988"),
        ("Das wird oft wiederholt (a. a. O., S. 97).", "prewett1988"),
        # the subject, of two; two and neither the last; somebody else
        ("Harlow answers Tannert with a sneer (op. cit., p. 97).", "harlow1961"),
        ("It is a quarrel of Harlow with Tannert over mills (op. cit., p. 97).", ""),
        ("Bexley repeats the point (op. cit., p. 97).", ""),
    ],
)
def test_op_cit_in_brackets_is_by_whom_its_sentence_names(sentence: str, key: str) -> None:
    assert repeated(CITED + sentence, "cit." if "cit." in sentence else "a. a. O.") == key


@pytest.mark.parametrize("sentence", ["Harlow agrees", "Tannert stimmt zu", "Colomb le répète"])
def test_ibid_is_the_citation_before_whoever_is_the_subject(sentence: str) -> None:
    assert repeated(f"{CITED}{sentence} (ibid., p. 9).", "ibid.") == "prewett1988"


@pytest.mark.parametrize(
    "unread",
    [
        "Glaucon agrees (Phdr. 227a).",
        "Es steht im Gesetzbuch (GMW A 51).",
        "It is written (2 Kgs 4:12).",
        "Die Gerichte folgen (RGHZ 26, 349).",
        "Das ist neu (NZW 1974, 125).",
        "Il le dit (Élég. IV, 35).",
        "Osgood v. Pell, 318 U.S. 207 (1943), agrees.",
        "The panel, 455 N.W.2d 309, agrees.",
        "See 42 U.S.C. § 3604.",
    ],
)
def test_ibid_does_not_leap_over_a_citation_that_is_not_read(unread: str) -> None:
    assert repeated(f"{CITED}{unread} Nobody knew (ibid., p. 9).", "ibid.") == ""
    assert repeated(f"{CITED}{unread} Nobody knew. Id. at 619.", "Id.") == ""
    assert repeated(f"{CITED}{unread} It is often said (op. cit., p. 9).", "op. cit.") == ""
    assert repeated(f"{CITED}{unread} Harlow agrees (op. cit., p. 9).", "cit.") == "harlow1961"


@pytest.mark.parametrize(
    "words",
    [
        "It was a hard year (1958).",
        "It was long (see above), wide (cf. fig. 2) and deep (Fig. 3).",
        "Das war im Mai (Mai 1958) so (siehe Abb. 4; Tabelle 3).",
        "Elle dura (chapitre 3).",
        "On 12 March 1958 some 40 Poles came by No. 9 tram.",
        "It took 12 St. Bernards.",
        "It is (or was) a town (Harlow's) (in Kent).",
    ],
)
def test_ibid_leaps_over_what_cites_nothing(words: str) -> None:
    assert repeated(f"{CITED}{words} Nobody knew (ibid., p. 9).", "ibid.") == "prewett1988"


def test_ibid_repeats_what_its_own_volume_is_cited_by_again() -> None:
    text = "(Prewett 1988), 92 Harv. L. Rev. 411. It waits. 92 Harv. L. Rev. at 419. Id. at 420."
    assert repeated(text, "Id.") == "prewett1988"


@pytest.mark.parametrize(
    ("note", "key"),
    [
        # a short title that is not read
        ("[3] Harlow, Tolls, p. 14; op. cit., p. 15.", ""),
        ("[3] Tannert, Teiche, S. 14 f.; a.a.O., S. 15.", ""),
        ("[3] Colomb, Étangs, p. 14; op. cit., p. 15.", ""),
        ("[3] Harlow 1961, 14; op. cit., p. 15.", "harlow1961"),
        ("[3] Harlow, op. cit., p. 15.", "harlow1961"),
    ],
)
def test_op_cit_behind_a_semicolon_repeats_the_part_of_its_note(note: str, key: str) -> None:
    text = f"{CITED}\n\n[1] Harlow 1961, 3.\n[2] Tannert 1974, 7.\n{note}\n"
    assert repeated(text, "cit." if "cit." in note else "a.a.O.") == key


@pytest.mark.parametrize(
    ("frame", "verbs"),
    [
        ("Das Wehr ist eine Mauer, und das Wasser gehört nicht zu der Mühle (Prewett 1988, 740)."
         " Tannert {} skeptisch: „Wasser ist frei“ (ebd., 206).",
         "bleibt|blieb|schweigt|schwieg|widerspricht|widersprach|findet das|fand das|lacht|lachte"),
        ("A weir is wet (Prewett 1988, 740). Tannert {} sceptical: “Water is free” (ibid., 206).",
         "stays|stayed|remains|remained|grows|grew|strikes us as|struck us as|sounds|sounded"),
        ("Le moulin est un mur, et la rivière est à tous les riverains du pays (Prewett 1988, 740)."
         " Tannert {} sceptique : « L'eau est libre » (ibid., 206).",
         "reste|restait|resta|devient|devint|se tient|se tint"),
    ],
)  # fmt: skip
def test_the_tense_of_the_verb_says_nothing_of_what_ibid_repeats(frame: str, verbs: str) -> None:
    scanner = Scanner.of(WORKS, parser())
    for verb in verbs.split("|"):
        text = f"Gerda Tannert (Tannert 1974, 3). {frame.format(verb)}"
        (again,) = [one for one in scan(text, scanner) if one.method == "ibid"]
        assert (verb, again.body.value) == (verb, "tannert1974")


def test_op_cit_that_opens_a_note_repeats_the_note_before() -> None:
    text = (
        "A weir.¹ A mill.²\n\n¹ Edith Harlow, Mill Rights, Leeds 1961, S. 7.\n\n² A. a. O., S. 12."
    )
    (one,) = (each for each in scan(text, Scanner.of(WORKS, parser())) if each.method == "op-cit")
    assert (one.body.value, one.locator) == ("harlow1961", "12")
