"""Where references begin and end: one from another, and from the words of the writer."""

from __future__ import annotations

import pytest

from citekit.find.references.finder import find_references
from tests.find.texts import parser


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_references(text, parser())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # law reviews, in running text
        (
            "It is an old story. Clara M. Aldous, The Patient Clerk, 88 Colum. L. Rev. 211 (1975)."
            " Few of them agreed. Silas Borrow, What Clerks Owe, 97 Mich. L. Rev. 1033 (1988).",
            [
                "Clara M. Aldous, The Patient Clerk, 88 Colum. L. Rev. 211 (1975)",
                "Silas Borrow, What Clerks Owe, 97 Mich. L. Rev. 1033 (1988)",
            ],
        ),
        (
            "The courts agree. C. Aldous, Sitting Down, 70 Va. L. Rev. 18, 25 (1984); Borrow, What "
            "Clerks Owe, 97 Mich. L. Rev. 1033, 1037 (1988).",
            [
                "C. Aldous, Sitting Down, 70 Va. L. Rev. 18, 25 (1984)",
                "Borrow, What Clerks Owe, 97 Mich. L. Rev. 1033, 1037 (1988)",
            ],
        ),
        # a paragraph that begins with one and goes on
        (
            "Aldous, The Patient Clerk, 88 Colum. L. Rev. 211, 215 (1975). Waiting is a duty. The "
            "clerk was not asked. See Norden 1968, 12.",
            ["Aldous, The Patient Clerk, 88 Colum. L. Rev. 211, 215 (1975)"],
        ),
        (
            "R. Hollis, The Corn Factors of Wharfe (Leeds, 1951). The harbour was small and the "
            "river was smaller still.",
            ["R. Hollis, The Corn Factors of Wharfe (Leeds, 1951)"],
        ),
        (
            "Siehe Jutta Werdohl, Ländliche Märkte am Inn, Wien 1983. Es gab zwei Gründe: Salz und "
            "Holz.",
            ["Jutta Werdohl, Ländliche Märkte am Inn, Wien 1983"],
        ),
        # signals before and between those of a note
        (
            "So war es.[^1]\n\n[^1]: Zustimmend Jakob Lenz, Gewohnheit und Gesetz, AcP 160 (1961), "
            "S. 13–41; ablehnend Grete Sommer, Die stumme Norm, Tübingen 1969, S. 7.",
            [
                "Jakob Lenz, Gewohnheit und Gesetz, AcP 160 (1961), S. 13–41",
                "Grete Sommer, Die stumme Norm, Tübingen 1969, S. 7",
            ],
        ),
        # notes in consecutive lines under a heading
        (
            "Die Zünfte sanken.1 Das zeigen Listen.2\n\nAnmerkungen\n"
            "1 Otto Brandis, Die Zünfte im Wandel, Bremen 1961, S. 12.\n"
            "2 Ders., Steuerlisten als Quelle, in: Zeitschrift für Stadtgeschichte 13 (1970), S. "
            "5–18.",
            [
                "Otto Brandis, Die Zünfte im Wandel, Bremen 1961, S. 12",
                "Ders., Steuerlisten als Quelle, in: Zeitschrift für Stadtgeschichte 13 (1970), "
                "S. 5–18",
            ],
        ),
        (
            "Corn fell.1 Rent rose.2 Riots came.3\n\nNotes\n"
            "1. Quoted in Hollis, The Corn Factors of Wharfe (Leeds, 1951), p. 9.\n"
            "2. Mercer, The Plough and the Psalter, Oxford 1979, p. 3.\n"
            "3. Hollis, ‘The Strike of 1390 Revisited’, Northern Antiquary, 41 (1958), p. 211.",
            [
                "Hollis, The Corn Factors of Wharfe (Leeds, 1951), p. 9",
                "Mercer, The Plough and the Psalter, Oxford 1979, p. 3",
                "Hollis, ‘The Strike of 1390 Revisited’, Northern Antiquary, 41 (1958), p. 211",
            ],
        ),
        (
            "Les foires cessent.1 Les moulins restent.2\n\nNotes\n"
            "1. Cité par Gaston Thibert, Les Halles de Brie, Paris, Vasseur, 1947, p. 9.\n"
            "2. Sur ce point, voir Aline de La Motte-Vernon, Étangs et prieurés, Rouen, Presses du "
            "Perche, 1972, p. 12.",
            [
                "Gaston Thibert, Les Halles de Brie, Paris, Vasseur, 1947, p. 9",
                "Aline de La Motte-Vernon, Étangs et prieurés, Rouen, Presses du Perche, 1972, "
                "p. 12",
            ],
        ),
        # given names in brackets, as French lawyers print them
        (
            "Le juge hésite.[^1] Il décide.[^2]\n\n"
            "[^1]: THIBERT (G.), « Le silence du juge », RTD civ. 1957. 101.\n"
            "[^2]: V. aussi BRULARD (Éva) et THIBERT (G.), La charge des rives, Paris, Vasseur, "
            "1931, n° 12.",
            [
                "THIBERT (G.), « Le silence du juge », RTD civ. 1957. 101",
                "BRULARD (Éva) et THIBERT (G.), La charge des rives, Paris, Vasseur, 1931, n° 12",
            ],
        ),
        # a particle and an article are of the name
        (
            "On lit Aline de La Motte-Vernon, Étangs et prieurés, Rouen, Presses du Perche, 1972. "
            "Il y a deux raisons.",
            ["Aline de La Motte-Vernon, Étangs et prieurés, Rouen, Presses du Perche, 1972"],
        ),
    ],
)
def test_a_reference_ends_where_the_next_one_or_a_sentence_begins(
    text: str, wanted: list[str]
) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Sørland, Makris and Boateng (2012) disagree. Cf. Novák 2007, p. 60.",
        "Sørland, Makris et Boateng (2012) ne sont pas de cet avis. Voir Novák 2007, p. 60.",
        "Sørland, Makris und Boateng (2012) sowie Thoma und Quill (2014) sind anderer Meinung. "
        "Vgl. dazu Novák 2007, S. 60 ff.; Ruyters 2011.",
        # an author and a title, and then his citation
        "Clara Aldous, *The Patient Clerk*, is the classic place (Aldous 1975, 62).",
        "Clara Aldous, *Der Schreiber*, ist das Buch dazu (Aldous 1975, S. 62). Es ist lang.",
        "Clara Aldous, *The Patient Clerk*, ch. 13, is the place (Aldous 1975, 1:62). It is long.",
        # two sentences, and what only they begin with
        "Since C. M. Aldous's essay of 1975 nobody speaks of the clerk before the war without a "
        "blush.[^1] Her “Patient Clerk” took up a term of Borrow.[^2]",
        "Seit C. Aldous’ Buch von 1975 redet niemand mehr ohne Scham vom Schreiber.¹ Ihr Begriff "
        "der Geduld war von Borrow.²",
        "Depuis C. Aldous, qui publia sa thèse en 1975, personne ne parle plus du greffier sans "
        "rougir. Sa « Patience » est un monde.",
        "Im Original: »L'eau est à tous, et personne ne la possède« (Morel 1951, 3).",
        # what is said in a transcript
        "Ines Roth: Few people know how the prison fell, or why. By 2009 the coast had changed.",
        "Ines Roth: In Leeds, the radio slept, and the town. I was born in Hull in 1950, you know.",
        "Ines Roth: Das war in Bremen, in Hamburg, überall. Im Sommer 1962 kam die Flut.",
        "Ines Roth: Nobody ate, not in Leeds, not in Hull. London 1974 was worse.",
    ],
)
def test_a_sentence_that_begins_with_names_and_a_year_is_no_reference(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sørland, I., Makris, D. (2012) Salt clearance in old dogs. Journal of Salts 14(2): 11–19.",
        "Brulard, Éva. La Rive. Étude de droit. Paris: Vasseur, 1971.",
        "Aldous, Clara, and Silas Borrow (1988). Waiting; or, The Clerks. Leeds: Example Press.",
        "Clara M. Aldous, The Patient Clerk, 88 Colum. L. Rev. 211 (1975) (collecting cases).",
        "Hollis, R. The Strike of 1390. A study of the men who led it. Northern Antiquary 41 "
        "(1958), 211–220.",
        "So K. The patient clerk. Journal of Clerks. 1975;14(2):11–19.",
    ],
)
def test_an_entry_that_is_a_paragraph_is_one_reference(text: str) -> None:
    assert found(f"{text}\n\nMore is said of it here.") == [text]


def test_lines_of_a_list_that_begin_with_name_and_year_are_entries() -> None:
    entries = [
        "Aldous C (1975) The Patient Clerk: A Study of Waiting Rooms. Example Press, London",
        "Borrow S-J (1959) Das Warten in der Schlange vor den Schaltern. Example Press, London",
        "Hollis RP (2008) Queues: An Essay on the Human Condition. Vasseur, Frankfurt am Main",
        "Novák EO, So K (1985) Small Rooms in Great Halls: Offices in Europe. Vasseur, New York",
    ]
    assert found("\n".join(["References\n", *entries])) == entries


def test_cites_beside_one_of_an_early_year_are_no_reference() -> None:
    text = "Les données sont là (Frevert, 2013, p. 65; Isidore de Séville, 636apr. J.-C., p. 288)."
    assert found(text) == []
